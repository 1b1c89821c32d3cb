"""A judgment as it was downloaded: its numbered paragraphs, checked to be the judgment of the record."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.confirming.identity import date_stands_in, differences, head_of
from briefs.confirming.lines import folded, read_source
from briefs.confirming.numbered import Numbered, numbered_paragraphs
from briefs.documents import open_document
from briefs.errors import DocumentError, Problem
from briefs.models.confirmation import Confirmation, ReadSource
from briefs.models.law import Court
from briefs.models.precedent import Precedent

_PINPOINT = re.compile(
    r"^(?:§§?|paras?\.?|paragraphs?|¶)?\s*\[?(\d{1,4}(?:\.\d{1,2})?)\]?(?:\s*[-\u2013]\s*\[?(\d{1,4}(?:\.\d{1,2})?)\]?)?$"
)
_MOST = 60


@dataclass(frozen=True)
class Judgment:
    """A source that is what the record says it is."""

    precedent: Precedent
    source: ReadSource
    paragraphs: dict[str, Numbered]


@dataclass(frozen=True)
class Passage:
    """The text at one pinpoint, on one line for each paragraph, and the hash over it."""

    texts: tuple[str, ...]
    sha256: str


def read_judgment(file: Path, precedent: Precedent, court: Court) -> Judgment:
    """Read and identify. Raises DocumentError where the file cannot be read, is another judgment, or counts nothing."""
    document = open_document(file)
    source = read_source(document)
    paragraphs = numbered_paragraphs(source)
    wrong = differences(precedent, court, head_of(source, paragraphs))
    if wrong:
        raise DocumentError(
            Problem(
                file.name,
                f"this is not the judgment of {precedent.id}: {'; and '.join(wrong)}.",
                "A confirmation from the wrong judgment would put a false citation into a filing.",
                "Download the judgment again and check its number.",
            )
        )
    if not paragraphs:
        raise DocumentError(
            Problem(
                file.name,
                "no numbered paragraphs were found in it.",
                "A pinpoint cannot be compared without them.",
                "Take the Word or HTML form; a scanned PDF has no text.",
            )
        )
    read = ReadSource(
        file=file.name,
        sha256=document.sha256,
        kind=document.kind,
        paragraphs=len(paragraphs),
        date_seen=date_stands_in(precedent, source),
    )
    return Judgment(precedent, read, paragraphs)


def passage(judgment: Judgment, at: str) -> Passage:
    """The paragraphs of one pinpoint. Raises DocumentError where it is no paragraph number, or is not there."""
    numbers = _numbers(at)
    if not numbers:
        raise _refused(
            judgment, at, "is not a paragraph number.", "Read it, then name the paragraph: --at HOLDING=NUMBER."
        )
    missing = [number for number in numbers if number not in judgment.paragraphs]
    if missing:
        known = list(judgment.paragraphs)
        raise _refused(
            judgment,
            at,
            f"there is no paragraph {missing[0]} in this document; it counts from {known[0]} to {known[-1]}.",
            "The pinpoint of the record is wrong, or the document is not complete.",
        )
    if any(judgment.paragraphs[number].ambiguous for number in numbers):
        raise _refused(
            judgment, at, "two passages carry this number.", "Take the Word form of the judgment, which counts itself."
        )
    texts = tuple(judgment.paragraphs[number].text for number in numbers)
    return Passage(texts, hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest())


def unchanged(judgment: Judgment, at: str, found: Passage, before: Iterable[Confirmation]) -> None:
    """Raises DocumentError where the paragraph differs from the one that was confirmed earlier."""
    for earlier in before:
        if earlier.at == at and earlier.paragraph_sha256 != found.sha256:
            kinds = {earlier.source.kind, judgment.source.kind}
            why = "The earlier file was of another kind." if len(kinds) > 1 else "One of the two files was altered."
            raise _refused(
                judgment,
                at,
                f"the text differs from the one that {earlier.by} confirmed on {earlier.on} "
                f"in {earlier.source.file} (SHA-256 {earlier.source.sha256[:12]}…).",
                f"{why} Compare the two; to start anew, delete the entry in {judgment.precedent.id}.yaml.",
            )


def _numbers(at: str) -> list[str]:
    """'§ 83' → 83; '§§ 77-79' → 77, 78, 79; 'paras 9.4-9.6' → 9.4, 9.5, 9.6. Empty where it is none of these."""
    match = _PINPOINT.match(folded(at))
    if not match:
        return []
    first, last = match[1], match[2] or match[1]
    majors = {first.partition(".")[0], last.partition(".")[0]}
    if "." in first and "." in last and len(majors) == 1:
        (major,) = majors
        low, high = int(first.partition(".")[2]), int(last.partition(".")[2])
        return [f"{major}.{n}" for n in range(low, min(high, low + _MOST) + 1)]
    if "." in first or "." in last:
        return [first] if first == last else []
    return [str(n) for n in range(int(first), min(int(last), int(first) + _MOST) + 1)]


def _refused(judgment: Judgment, at: str, what: str, fix: str) -> DocumentError:
    return DocumentError(Problem(f"{judgment.source.file}: {at}", what, fix=fix))
