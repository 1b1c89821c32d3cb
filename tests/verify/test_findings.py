"""The list of findings of a long bundle: whole and in order, small in memory, and nothing of it left on the disk."""

import io
import os
import tempfile
import tracemalloc

import pytest

from briefs.verify.check.findings import Citation, Findings
from briefs.verify.check.verdict import Fault
from briefs.verify.outcome import Report


def citation(n):
    """An invented finding with everything in it that a finding can have."""
    wrong = n % 7 == 0
    return Citation(
        "case",
        f"Ünknown v. Nowhere, no. {n}/11",
        part=f"page {n}",
        page=n,
        sentence=f"{n}. The point was settled. " * 12,
        application_numbers=[f"{n}/11"],
        paragraphs=[n, n + 1],
        status="mismatch" if wrong else "not_in_library",
        problems=[Fault("wrong_number", f"Not the number: {n}.")] if wrong else [],
        notes=[Fault("weak", "Known from one judgment.")],
        checks={"name": "agrees", "number": "differs"},
        candidates=[f"Candidate {n}"],
    )


def findings(count):
    made = Findings()
    for n in range(count):
        made.append(citation(n))
    return made


@pytest.mark.parametrize("count", [0, 3, 1999, 2000, 2001, 6789])
def test_what_is_read_back_is_what_was_found(count):
    found = findings(count)
    assert len(found) == count
    assert found == [citation(n) for n in range(count)]
    assert [found[n] for n in (0, -1, count // 2)] == [citation(n % count) for n in (0, -1, count // 2)] if count else 1
    assert found.with_problems == sum(bool(c.problems) for c in found)


def test_two_readers_at_once_do_not_disturb_each_other():
    found = findings(5000)
    assert all(one == other for one, other in zip(found, found, strict=True))


def test_more_findings_take_no_more_memory():
    """30,000 findings take some 60 MB as objects."""
    tracemalloc.start()
    found = findings(30_000)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 30_000
    assert held < 8_000_000


def test_no_file_with_a_name_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = findings(9000)
    if os.name == "posix":
        assert list(tmp_path.iterdir()) == []
    del found
    assert list(tmp_path.iterdir()) == []


def test_an_ordinary_document_never_touches_the_disk(monkeypatch):
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: pytest.fail("a file was made"))
    assert len(findings(1999)) == 1999


class _FullAfter:
    """A file on a disk that is full after some writes."""

    def __init__(self, writes):
        self.left, self.file = writes, io.BytesIO()

    def write(self, data):
        if not self.left:
            self.file.write(data[:10])
            raise OSError(28, "No space left on device")
        self.left -= 1
        return self.file.write(data)

    def __getattr__(self, name):
        return getattr(self.file, name)


@pytest.mark.parametrize("writes", [0, 1, 5])
def test_a_full_disk_loses_no_finding(monkeypatch, writes):
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: _FullAfter(writes))
    assert findings(7000) == [citation(n) for n in range(7000)]


def test_counts_and_choices_of_a_report_need_no_second_list():
    report = Report("a.pdf", "pdf", "0" * 64, "2026-06-01", findings(4000))
    assert report.counts()["mismatch"] == sum(1 for _ in report.of("mismatch")) == len(report.problems) == 572
    assert report.faulty
