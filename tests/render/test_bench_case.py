"""The case whose filling is timed fits the model, and our engine and docxtpl write the same text from it."""

from benchmarks.render import case, compare, engines


def test_the_measured_memorandum_reads_the_same_from_docxtpl():
    data = case.brief()
    assert compare.difference(engines.ours(data)(), engines.docxtpl(data)()) == ""
