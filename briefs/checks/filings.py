"""Checklists of all filings of a case: before writing, from case and law; after writing, from the file itself."""

import math

from lxml import etree

from briefs.checks.checklist import absent, checklist
from briefs.checks.outline import outline
from briefs.checks.predicates import Matter
from briefs.checks.written import parts_of
from briefs.compose import Composed, compose
from briefs.compose.withheld import Confidence, readers_of
from briefs.facts import Situation
from briefs.models.checklist import Checklist
from briefs.models.match import ForumAnswer, MatchReport
from briefs.models.template import FilingManifest
from briefs.plan import Planned

WORDS_A_PAGE = 310
"""For the estimate without LibreOffice: our filings hold 312 to 342 words a page, notes and tables included."""
_TEXTS = ("word/document.xml", "word/footnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def before_writing(s: Situation, planned: list[Planned], report: MatchReport) -> list[Checklist]:
    """One checklist for each filing that a build would write; length and sections are not known yet."""
    answers = {answer.id: answer for answer in report.forums}
    found = []
    for one in planned:
        composed = compose(s, one.manifest, report)
        matter = _matter(s, one.manifest, answers[one.manifest.forum], composed)
        found.append(checklist(matter, missing=absent(composed.brief, one.manifest.requires)))
    return found


def after_writing(
    s: Situation,
    manifest: FilingManifest,
    answer: ForumAnswer,
    composed: Composed,
    data: bytes,
    total: int | None,
    language: str,
) -> Checklist:
    """The checklist of one written file. `total`: pages as LibreOffice laid them out; without it they are estimated."""
    parts = parts_of(data)
    body, *notes = (parts[name] for name in _TEXTS if name in parts)
    pages = (total, True) if total else (estimated_pages(body, *notes), False)
    matter = _matter(s, manifest, answer, composed, language, pages)
    return checklist(matter, outline(body), absent(composed.brief, manifest.requires))


def estimated_pages(*parts: etree._Element) -> int:
    """Pages guessed from the words of text and notes; rather too many than too few."""
    paragraphs = (paragraph for part in parts for paragraph in part.iter(f"{_W}p"))
    words = sum(len("".join(p.itertext(f"{_W}t", with_tail=False)).split()) for p in paragraphs)
    return max(1, math.ceil(words / WORDS_A_PAGE))


def _matter(
    s: Situation,
    manifest: FilingManifest,
    answer: ForumAnswer,
    composed: Composed,
    language: str = "en",
    pages: tuple[int, bool] | None = None,
) -> Matter:
    confidence = Confidence(s.case, readers_of(manifest, s.library.forums[manifest.forum]))
    public = len(composed.brief.exhibits) - len(composed.exhibit_numbers)
    return Matter(s, manifest, answer, confidence, language, pages, public)
