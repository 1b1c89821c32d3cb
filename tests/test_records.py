"""The shipped library: lint finds nothing in it, and what lint cannot know is checked here."""

from briefs.library import find_layers, load_library
from briefs.library.links import citation_graph
from briefs.lint import lint

LIBRARY = load_library()


def test_lint_finds_nothing_in_the_shipped_library():
    """Each record proves itself here too: the situations it carries are run through the real matcher, both ways."""
    report = lint(find_layers())
    assert [finding.problem.line() for finding in report.findings] == []
    assert report.records > 600
    assert report.templates > 20


def test_the_graph_of_citations_reads_the_same_from_either_end():
    cites, cited_by = citation_graph(LIBRARY)
    assert sum(map(len, cites.values())) > 50
    assert {(a, b) for a, found in cites.items() for b in found} == {
        (a, b) for b, found in cited_by.items() for a in found
    }


def test_no_record_holds_a_seed_slip():
    """The known slips of the page from which the project grew are never repeated."""
    text = "\n".join(
        record.model_dump_json()
        for room in (LIBRARY.precedents, LIBRARY.evidence, LIBRARY.arguments)
        for record in room.values()
    )
    for slip in ("erga omnes", "48 Council of Europe", "Rabat Court of Appeal allowed"):
        assert slip not in text
    for precedent in LIBRARY.precedents.values():
        for holding in precedent.holdings:
            assert "pilot judgment" not in holding.proposition.lower()
