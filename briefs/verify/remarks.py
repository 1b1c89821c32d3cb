"""What is said of a document as a whole, before its citations."""

from briefs.documents import Document
from briefs.errors import amount
from briefs.verify.outcome import Report

NO_TEXT = "Have the text recognised (OCR) first."


def _listed(pages: list[int]) -> str:
    named = ", ".join(str(p) for p in pages[:20]) + (", …" if len(pages) > 20 else "")
    return f"The letters on page {named} come" if len(pages) == 1 else f"The letters on pages {named} come"


def remarks_of(document: Document, report: Report, abroad: int) -> list[str]:
    """Pages that gave no text; reports of publishers that nobody here can compare. `abroad`: how many of these."""
    said = []
    if pages := document.unread_pages():
        said.append(f"Pages that could not be read: {', '.join(str(p) for p in pages[:20])}.")
    if report.nothing_read:
        said.append(f"no text in it: it is empty, or holds only pictures (scans?); nothing was checked. {NO_TEXT}")
    elif empty := document.empty_pages():
        said.append(f"{empty} of {document.length} pages hold no text (scans?): nothing on them was checked. {NO_TEXT}")
    if pages := document.garbled_pages():
        said.append(f"{_listed(pages)} to no words (fonts that do not name them?): nothing there is certain. {NO_TEXT}")
    if not document.sure:
        said.append(
            "The text is not in UTF-8 and was read as Windows text of Western Europe: letters such as ł, č or ş may be "
            "wrong, and a name with them may not be found. Save it as UTF-8, or as .docx."
        )
    if abroad:
        said.append(
            f"{amount(abroad, 'reference')} to the European Human Rights Reports (EHRR) could not be compared: neither "
            "library nor register holds volume and page of these cases. Look them up."
        )
    return said
