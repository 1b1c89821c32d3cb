"""What the program files must stand before its own check: every citation as it should be, every table complete."""

from pathlib import Path

import pytest
from six_cases import SIX, situation

from briefs.build import Options, build
from briefs.documents.opening import document_of
from briefs.library.manifests import filing_manifests

WANTED = ("national-memorandum", "echr-submissions", "uncat-complaint")


@pytest.mark.parametrize("name", SIX)
def test_a_filing_of_our_own_ends_with_no_finding(name, library, checker):
    """'Xu Zichi (2001), cited above' is the case that the table lists under its whole title."""
    held = filing_manifests(library)
    case = situation(name, library)
    made = build(case, Options(filings=tuple(f for f in WANTED if f in held), pages="none"))
    files = {f: data for f, data in made.files.items() if f.startswith("to-file/") and f.endswith(".docx")}
    assert files
    for file, data in files.items():
        report = checker.at(case.as_of).check(document_of(data, Path(file)))
        assert [(file, c.text, [p.text for p in c.problems]) for c in report.problems] == []
        assert [(file, fault.text) for fault in report.table_problems] == []
        assert "memorandum" not in file or sum(c.status == "exists" for c in report.citations) > 20
