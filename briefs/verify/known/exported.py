"""A list of cases as HUDOC exports it (CSV), read as rows of the register: what one has looked up there is known here.

The columns are HUDOC's: Document Title, Application Number, Document Type, Originating Body, Date and more. Judgments
and decisions of the Court and of the Commission are taken; translations, summaries and communicated cases are not.
"""

import csv
import io
import re

from briefs.errors import LibraryError, Problem
from briefs.library.layers import find_layers
from briefs.verify.find.cases import respondents
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.folding import fold, listed
from briefs.verify.find.forms import Forms, load_forms, read_forms
from briefs.verify.find.late import late

PATTERN = "hudoc*.csv"
COLUMNS = (
    "name", "respondent_state", "application_numbers", "others_not_listed", "kind", "phase", "date", "report", "told",
)  # fmt: skip
_NEEDED = ("Document Title", "Application Number", "Date")
_TYPE = late(r"H[EF](?P<kind>JUD|DEC)$")
_KINDS = {"JUD": "judgment", "DEC": "decision"}
_OPENING = late(r"^(?:CASE OF|AFFAIRE) ", re.I)
_VERSUS = late(r" (?:v|c)\. ", re.I)
_PHASES = {
    "just satisfaction": "just satisfaction", "article 41": "just satisfaction", "article 50": "Article 50",
    "satisfaction équitable": "just satisfaction", "merits": "merits", "fond": "merits", "revision": "revision",
    "révision": "revision", "interpretation": "interpretation", "friendly settlement": "friendly settlement",
    "striking out": "striking out", "preliminary objections": "preliminary objections",
}  # fmt: skip
_SMALL = listed("AND OF THE DE VAN DER DEN DU LA LE VON TEN FOR ET AUTRES DES DELLA ON BEHALF")
_SERIAL = late(r"\d{1,6}/\d{2}")


def is_export(text: str) -> bool:
    """Whether a text begins with the names of HUDOC's columns."""
    return "Document Title" in text.partition("\n")[0]


def as_register(text: str, name: str) -> str:
    """The text of a register with one line for each line of the export; what is no ruling leaves its line empty.

    Raises LibraryError with the line, where the file was damaged.
    """
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    forms = load_forms(read_forms(find_layers()))
    lines = [",".join(COLUMNS)]
    try:
        header = [title.strip() for title in next(reader)]
        if not set(header) >= set(_NEEDED):
            raise LibraryError(_no_export(name, 1))
        for values in reader:
            if values and len(values) != len(header):
                raise LibraryError(_no_export(name, reader.line_num))
            row = _row(dict(zip(header, values, strict=True)), forms, name) if values else None
            lines += [""] * (reader.line_num - len(lines) - 1) + [_line(row) if row else ""]
    except csv.Error as reason:
        raise LibraryError(_no_export(name, reader.line_num)) from reason
    return "\n".join(lines)


def _row(said: dict[str, str], forms: Forms, told: str) -> list[str] | None:
    kind = _kind(said)
    numbers = _SERIAL.findall(said["Application Number"])
    named = _name(said["Document Title"], forms)
    date = re.search(DATE, said["Date"].partition(" ")[0])
    day, real = read_date(date) if date else ("", False)
    if not (kind and numbers and named and real):
        return None
    name, states, phase = named
    return [name, ";".join(states), ";".join(dict.fromkeys(numbers)), "", kind, phase, day, "", told]


def _kind(said: dict[str, str]) -> str:
    """'judgment', 'grand_chamber_decision', 'commission'; empty for what is no ruling."""
    m = _TYPE.match(said.get("Document Type", "HEJUD").strip())
    body = said.get("Originating Body", "")
    if not m or " - [" in said["Document Title"]:
        return ""
    if body.startswith("Commission"):
        return "commission"
    return ("grand_chamber_" if "Grand Chamber" in body else "") + _KINDS[m["kind"]]


def _name(title: str, forms: Forms) -> tuple[str, tuple[str, ...], str] | None:
    """The case as one cites it, its states, and its phase. HUDOC writes in capitals, and ';' for ','."""
    text = fold(_OPENING.sub("", " ".join(title.split())).replace(";", ",")).text
    versus = _VERSUS.search(text)
    states, end = respondents(text, versus.end(), forms) if versus else ((), 0)
    if not versus or not states:
        return None
    marks = re.findall(r"\(([^()]*)\)", text[end:])
    phase = next((_PHASES[mark.lower()] for mark in marks if mark.lower() in _PHASES), "")
    kept = "".join(f" ({_ordinal(mark)})" for mark in marks if mark.lower() not in _PHASES)
    against = " and ".join(forms.state_names[code][0] for code in states)
    return f"{cased(text[: versus.start()])} v. {against}{kept}", states, phase


def _ordinal(mark: str) -> str:
    return re.sub(r"^n[o°]\.? ?(?=\d)", "no. ", mark, flags=re.I)


def cased(name: str) -> str:
    return "".join(_word(part) for part in re.split(r"([ '(/-])", name))


def _word(word: str) -> str:
    """'AND' → 'and', 'MÜLLER' → 'Müller'; 'S.R.O.', 'McCALL' and 'II' stay."""
    if word in _SMALL:
        return word.lower()
    if not word.isupper() or re.fullmatch(r"(?:\w\.)+\w?|[IVX]+|\w", word):
        return word
    return word.capitalize()


def _line(row: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row)
    return out.getvalue()


def _no_export(name: str, line: int) -> Problem:
    return Problem(
        f"law/{name}:{line}",
        "this line cannot be read as a list that HUDOC exported.",
        "The cases in this file would be called unknown.",
        "Export the list from HUDOC as CSV again and put it here unchanged, with its first line.",
    )
