"""Pages of a table of authorities in a Word or OpenDocument file: LibreOffice lays the file out, and that is read."""

import tempfile
from pathlib import Path

from briefs.documents import Document, open_document
from briefs.errors import DocumentError, RenderError
from briefs.render.pages import available, lay_out
from briefs.verify.check.table import Table
from briefs.verify.check.verdict import Fault
from briefs.verify.outcome import Report
from briefs.verify.verifier import Checker


def check_pages(checker: Checker, document: Document, report: Report) -> None:
    """Adds wrong pages to the report, or a remark that they were not checked, and why. A PDF has pages of its
    own, and so has a plain text with form feeds."""
    paged = document.kind == "pdf" or any(said.pages for said in report.table.mentions.values())
    if paged or not any(pages for _, pages in report.table.entries.values()):
        return
    if document.kind not in {"docx", "odt"}:
        report.remarks.append("The pages in the table of authorities were not checked: this file has no pages.")
        return
    if not available():
        report.remarks.append("The pages in the table of authorities were not checked: LibreOffice is not installed.")
        return
    laid = _laid_out(checker, document)
    if laid is None or not laid.entries:
        report.remarks.append("The pages in the table of authorities were not checked: the file could not be laid out.")
        return
    found = Table(report.table.entries, laid.mentions).wrong_pages()
    report.table_problems += [Fault(f.code, f"{f.text} (As LibreOffice breaks the pages.)") for f in found]
    report.remarks.append(
        "Pages of the table of authorities: as LibreOffice breaks them; Word may break them elsewhere."
    )


def _laid_out(checker: Checker, document: Document) -> Table | None:
    try:
        pdf = lay_out([document.file.read_bytes()])[0].pdf
        with tempfile.TemporaryDirectory() as room:
            file = Path(room) / "laid-out.pdf"
            file.write_bytes(pdf)
            return checker.check(open_document(file)).table
    except (RenderError, DocumentError, OSError):
        return None
