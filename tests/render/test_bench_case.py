"""What the speed is measured on stays a case of ours: it fits the model, and ours and docxtpl write the same from it."""

from benchmarks.render import case, compare, engines


def test_the_measured_memorandum_reads_the_same_from_docxtpl():
    data = case.brief()
    assert compare.difference(engines.ours(data)(), engines.docxtpl(data)()) == ""
