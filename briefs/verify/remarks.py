"""What is said of a document as a whole, before its citations."""

from briefs.documents import Document
from briefs.errors import amount
from briefs.verify.outcome import Report

NO_TEXT = "Have the text recognised (OCR) first."


def remarks_of(document: Document, report: Report, abroad: int) -> list[str]:
    """Pages that gave no text; reports of publishers that nobody here can compare. `abroad`: how many of these."""
    said = []
    if pages := document.unread_pages():
        said.append(f"Pages that could not be read: {', '.join(str(p) for p in pages[:20])}.")
    if report.nothing_read:
        said.append(f"no text in it: it is empty, or holds only pictures (scans?); nothing was checked. {NO_TEXT}")
    elif empty := document.empty_pages():
        said.append(f"{empty} of {document.length} pages hold no text (scans?): nothing on them was checked. {NO_TEXT}")
    if abroad:
        said.append(
            f"{amount(abroad, 'reference')} to the European Human Rights Reports (EHRR) could not be compared: neither "
            "library nor register holds volume and page of these cases. Look them up."
        )
    return said
