"""How findings are said: what of one citation, where it stands, and what to do. Nothing of a document goes out raw."""

import re

from briefs.errors import amount, printable
from briefs.verify.check.findings import Citation
from briefs.verify.find.late import late
from briefs.verify.outcome import Report
from briefs.verify.show.sections import BEWARE, Section, dangling

SAID = {
    "exists": "exists",
    "mismatch": "MISMATCH",
    "not_in_library": "not in library",
    "malformed": "MALFORMED",
    "not_checked": "not checked",
}
MEANS = {
    "exists": "the library or the register knows it, and nothing that was compared differs",
    "mismatch": "it is known, and something differs",
    "not_in_library": "neither the library nor the register knows it; that does not make it false: look it up",
    "malformed": "no citation of this kind can be written like this",
    "not_checked": "the document does not say enough to tell what is meant",
}
BEWARE_SAID = "exists, but read this before you rely on it"
BUT_SAID = "LIMITED"
# What to do about a problem that no other way of writing the citation would mend.
_MEND = {
    "reversed_authority": "Do not rely on it; or say in the sentence that it fell, and by what.",
    "limited_authority": "Say so in the sentence, or why it holds here all the same.",
    "not_final": "Say in the sentence that it is not final.",
    "misattributed_proposition": "Cite the ruling that said it, or change the sentence.",
    "quote_altered": "Quote it word for word, or take the quotation marks away.",
    "wrong_pinpoint": "Correct the paragraph.",
    "paragraph_out_of_range": "Look up the paragraph.",
    "nonexistent_case": "Look up which case is meant.",
    "nonexistent_article": "Look up the article.",
}
_DO: dict[Section, str] = {
    "beware": "Read it before you rely on it.",
    "unknown": "Neither library nor register knows it. That does not make it false: look it up before you file.",
    "unchecked": "It was not checked: the document does not say enough to tell what is meant. Complete it.",
}
_DATES = {"recalled", "other_ruling", "document_day"}
_COMPARE = "Compare the date with the judgment itself."
_DANGLING = "Cite the case in full where it is first named, or correct the short form."
_ELEMENTS = {
    "name": "name", "state": "respondent state", "number": "number", "date": "date", "court": "court",
    "report": "report", "pinpoint": "paragraphs", "ecli": "ECLI", "symbol": "symbol", "standing": "standing",
    "finality": "finality", "neutral": "neutral citation", "quotation": "quotation",
    "page": "page of the report", "proposition": "what it is cited for", "article": "article",
}  # fmt: skip
_INVISIBLE = late("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TURNING = late("[\u202a-\u202e\u2066-\u2069]")
_BESIDE = 8


def shown(text: str) -> str:
    """A text of others as it may be shown: what is invisible goes, and a question mark stands for what would steer a
    terminal or turn the direction of reading."""
    text = re.sub(r"\s+", " ", _INVISIBLE.sub("", text))
    return text if text.isprintable() else printable(text)


def short(text: str, width: int) -> str:
    """The beginning of a text on one line."""
    text = shown(text).strip()
    return text if len(text) <= width else text[: width - 1] + "…"


def place(citation: Citation) -> str:
    """Where a reader finds it: the note or the page, the line of a plain text, else the paragraph."""
    if citation.label:
        return citation.label
    if citation.line:
        return f"line {citation.line}"
    return f"paragraph {citation.paragraph + 1}"


def places(citation: Citation, more: int) -> str:
    return place(citation) + (f" (and {more} more)" if more else "")


def around(citation: Citation) -> tuple[str, str, str]:
    """The sentence before the citation, the citation, and what follows; before and behind empty where it was cut."""
    text = " ".join(_TURNING.sub("", _INVISIBLE.sub("", citation.text)).split())
    for form in (text, text.replace("’", "'").replace("“", '"').replace("”", '"').replace("‑", "-").replace("–", "-")):
        before, found, after = citation.sentence.partition(form)
        if found:
            return shown(before), shown(found), shown(after)
    return "", shown(text), ""


# Words that open a note and tell no place in it.
_OPENING = {"see", "also", "in", "cf", "compare", "e.g", "voir", "siehe", "vgl", "for", "example", "and"}


def beside(citation: Citation) -> str:
    """A few words of the sentence to find the place by, where no number of a line tells it."""
    if citation.line:
        return ""
    before, _, after = (part.strip(" ,;:.").split() for part in around(citation))
    if {word.strip(",.").lower() for word in before} - _OPENING:
        return f"after “{'… ' if len(before) > _BESIDE else ''}{' '.join(before[-_BESIDE:])}”"
    if len(after) > 1:
        return f"before “{' '.join(after[:_BESIDE])}{' …' if len(after) > _BESIDE else ''}”"
    return ""


def reasons(citation: Citation, everything: bool = False) -> list[str]:
    """What is said of a citation that is named, line by line; `everything`: the notes that nobody need read, too."""
    lines = [fault.text for fault in citation.problems]
    told = [note for note in citation.notes if note.code != _ONE]
    lines += [note.text for note in told if everything or _worth_saying(citation, note.code)]
    if citation.kind == "ibid" and dangling(citation) and not citation.notes:
        lines.append("It follows no citation that it could mean, or it means a book: it was not checked.")
    if citation.right_form:
        lines.append(f"Likely: {citation.right_form}")
    lines += [f"Perhaps: {candidate}" for candidate in citation.candidates[:3]]
    return [shown(line).strip() for line in dict.fromkeys(lines)]


_ONE = "weak"


def from_one(report: Report) -> str:
    """One line for all citations that are known because one judgment cites them; empty where there are none."""
    count = sum(any(note.code == _ONE for note in c.notes) for c in report.of("exists"))
    if not count:
        return ""
    these = "1 of these is" if count == 1 else f"{count} of these are"
    return f"{these} known because one judgment of the Court cites the same ruling, and no second source was compared."


def _worth_saying(citation: Citation, code: str) -> bool:
    return code in BEWARE if citation.problems or citation.status == "exists" else True


def comment_lines(section: Section, citation: Citation, more: int, where: str = "") -> list[str]:
    """A Word comment: what, why, what to do."""
    what = BEWARE_SAID if section == "beware" else said_of(citation)
    lines = [f"{what}: {where}{short(citation.text, 300)}", *reasons(citation)]
    if section == "problem":
        lines += mend(citation)
    else:
        lines.append(_to_do(section, citation))
    if more:
        lines.append(f"The same holds at {amount(more, 'other place')}.")
    return [line for line in lines if line]


def _to_do(section: Section, citation: Citation) -> str:
    if dangling(citation):
        return _DANGLING
    said = {note.code for note in citation.notes if note.code in BEWARE}
    return _COMPARE if section == "beware" and said <= _DATES else _DO.get(section, "")


def unchecked(citation: Citation) -> list[str]:
    """Elements that could not be compared."""
    return [_ELEMENTS.get(name, name) for name, said in citation.checks.items() if said == "not_checked"]


def agreeing(citation: Citation) -> list[str]:
    """Elements that were compared and agree."""
    return [_ELEMENTS.get(name, name) for name, said in citation.checks.items() if said == "agrees"]


def title(report: Report) -> str:
    """The name of the document; with its folders where two of this name were given."""
    return shown(report.given or report.file)


def said_of(citation: Citation) -> str:
    """The answer in a word; of what exists and holds less than it is cited for, that."""
    return BUT_SAID if citation.problems and citation.status == "exists" else SAID[citation.status]


def counted(report: Report) -> list[tuple[str, str]]:
    """('mismatch', '2 MISMATCH'), ('exists', '7 exist'): every kind of finding with its number, what must be looked at
    before the rest."""
    counts, found, faults = report.counts(), report.citations, len(report.table_problems)
    plain = counts["exists"] - found.with_but - found.to_read
    said = [
        ("mismatch", counts["mismatch"], SAID["mismatch"]),
        ("malformed", counts["malformed"], SAID["malformed"]),
        ("mismatch", found.with_but, BUT_SAID),
        ("mismatch", faults, f"{'fault' if faults == 1 else 'faults'} of the table of authorities"),
        (
            "beware",
            found.to_read,
            "exists but must be read first" if found.to_read == 1 else "exist but must be read first",
        ),
        ("exists", plain, "exists" if plain == 1 else "exist"),
        ("not_in_library", counts["not_in_library"], SAID["not_in_library"]),
        ("not_checked", counts["not_checked"], SAID["not_checked"]),
    ]
    return [(kind, f"{number} {words}") for kind, number, words in said if number]


def mend(citation: Citation) -> list[str]:
    """What to do about the problems of a citation, where no right form is named that says it."""
    said = [_MEND[fault.code] for fault in citation.problems if fault.code in _MEND]
    return list(dict.fromkeys(said)) or ([] if citation.right_form else ["Correct it, or look it up."])


def table_lines(report: Report) -> list[str]:
    """The comment at the table of authorities: what differs between it and the text."""
    faults = [shown(fault.text) for fault in report.table_problems]
    return [f"{amount(len(faults), 'fault')} of the table of authorities:", *faults, "Correct the table, or the text."]


def head_lines(report: Report, with_table: bool) -> list[str]:
    """The comment at the head of every copy: one without findings, too, says that it was checked and what that means.
    `with_table`: the faults of the table of authorities are told here, no heading of it having been found."""
    found = f": {', '.join(words for _, words in counted(report))}" if report.citations or report.table_problems else ""
    lines = [
        f"{amount(len(report.citations), 'citation')} read as of {report.as_of}{found}.",
        *map(shown, report.remarks),
    ]
    if not report.nothing_read:
        lines.append(
            "Comments stand at each problem, at what exists but must be read before you rely on it, at what is not in "
            "the library, and at what was not checked. Articles of treaties, and what exists, stand in citations.html."
        )
        lines.append(f"'exists' says: {MEANS['exists']}. Whether it supports the sentence, only a person can say.")
    return lines + (table_lines(report) if with_table and report.table_problems else [])
