"""Numbers by which a ruling is found: docket, ECLI, symbol, neutral citation, paragraph.

Each is held to the form of its court, to the date of the ruling and to the others; a swapped digit shows in one.
ECLI of the European Court: country CE, court ECHR, year, month and day of the ruling, its kind (JUD or DEC), then the
application number in seven digits with the two digits of its year.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from briefs.library import Library
from briefs.library.faults import Fault
from briefs.models.law import Court
from briefs.models.precedent import Precedent

_FOUND = "Whoever looks it up finds another case, or none."
_ECLI = re.compile(r"ECLI:([A-Z]{2}):[A-Z0-9]{1,7}:(\d{4}):[A-Z0-9.]{1,25}")
_ROJ = re.compile(r"ES:[A-Z]+:\d{4}:[0-9A-Z]+")
_SYMBOL = re.compile(r"(CAT|CCPR|CED|CEDAW|CRC|CERD|CRPD)/C/[\w.,&/]+")
_COMMUNICATION = re.compile(r"/D/([\d,& ]+)/(\d{4})$")
_MEDIA_NEUTRAL = re.compile(
    r"\[(\d{4})\] (?:ECHR|EWHC|EWCA|UKHL|UKSC|UKPC|CSOH|CSIH|NZSC|NZCA|NZHC|HCA|FCA|HKCFA|HKCA|IEHC|IESC)\b"
    r"|\b(\d{4}) (?:SCC|FCA|FC|ONCA|BCCA|QCCA)\b"
)
_KINDS = {"judgment": "JUD", "decision": "DEC"}
_PLACES = {"echr": ("§ 83", r"§§? ?\d"), "cat": ("para. 9.7", r"para\. \d"), "iccpr": ("para. 9.7", r"para\. \d")}
# '§ 83', '§§ 34-44', 'para. 9.7', '[36]', '[17]-[40]'
_PARAGRAPHS = re.compile(
    r"(?:§§?|paras?\.) ?(\d+)(?:\.\d+)*(?:[-–](\d+)(?:\.\d+)*)?(?=$|[ (,])|\[(\d+)\](?:[-–]\[(\d+)\])?$"
)
_UNNUMBERED = ("headnote", "operative", "summary", "dissent", "concurring", "separate")


def number_faults(library: Library) -> Iterable[Fault]:
    """Faults in the numbers of all rulings, each alone and against the others."""
    for key, precedent in library.precedents.items():
        court = library.courts.get(precedent.court)
        if court is not None:
            yield from _dockets(key, precedent, court)
            yield from _ecli(key, precedent, court)
            yield from _pinpoints(key, precedent, court)
        yield from _symbol(key, precedent)
        yield from _neutral(key, precedent)
        if precedent.hudoc_id and not re.fullmatch(r"00\d-\d+", precedent.hudoc_id):
            what = f"'{precedent.hudoc_id}' is not the number of an item on HUDOC."
            yield Fault(key, ("hudoc_id",), what, _FOUND, "It reads 001-177299: see the address of the page.")
    yield from _twice(library)


def docket_pattern(form: str) -> re.Pattern[str]:
    """The expression for a form of law/courts.yaml: N is a number, YY and YYYY a year, all else stands as written."""
    parts = {"N": r"\d+", "YYYY": r"(?P<year>\d{4})", "YY": r"(?P<year>\d{2})"}
    return re.compile("".join(parts.get(part, re.escape(part)) for part in re.split(r"(N|YYYY|YY)", form)))


def docket_year(docket: str, forms: tuple[str, ...]) -> int | None:
    """Year that a docket carries; null where it fits no form or the form has no year."""
    for form in forms:
        found = docket_pattern(form).fullmatch(docket)
        if found and "year" in found.groupdict():
            year = int(found["year"])
            return year if year > 99 else year + (1900 if year > 50 else 2000)
    return None


def docket_fault(docket: str, court: Court) -> tuple[str, str] | None:
    """What is wrong with a case number of this court, and the way out; nothing where its form is not known."""
    if not court.docket_form or any(docket_pattern(form).fullmatch(docket) for form in court.docket_form):
        return None
    forms = " or ".join(f"'{_sample(form)}'" for form in court.docket_form)
    return f"'{docket}' has not the form of a number of {court.name}.", f"Write it like {forms}, one in each line."


def _dockets(key: str, p: Precedent, court: Court) -> Iterable[Fault]:
    for n, docket in enumerate(p.dockets):
        if fault := docket_fault(docket, court):
            yield Fault(key, ("dockets", n), fault[0], _FOUND, fault[1])
        elif (year := docket_year(docket, court.docket_form)) and p.decided and year > int(p.decided[:4]):
            what = f"the case {docket} is younger than the ruling of {p.decided}."
            yield Fault(key, ("dockets", n), what, _FOUND, "Correct the number or the date.")


def _sample(form: str) -> str:
    return form.replace("YYYY", "2018").replace("YY", "18").replace("N", "123")


def _ecli(key: str, p: Precedent, court: Court) -> Iterable[Fault]:
    if not p.ecli:
        return
    found = _ECLI.fullmatch(p.ecli)
    if not found:
        if not (court.state == "ES" and _ROJ.fullmatch(p.ecli)):
            what = f"'{p.ecli}' is not an ECLI."
            yield Fault(key, ("ecli",), what, _FOUND, "It reads ECLI:country:court:year:number.")
        return
    country = {"echr": "CE", "eu": "EU"}.get(court.system, court.state)
    if country and found[1] != country:
        yield Fault(key, ("ecli",), f"'{found[1]}' is not the country of {court.name} ({country}).", _FOUND)
    if p.decided and found[2] != p.decided[:4]:
        what = f"the ECLI says {found[2]}, the date {p.decided}."
        yield Fault(key, ("ecli",), what, _FOUND, "Correct the ECLI or the date.")
    elif court.id == "echr":
        yield from _strasbourg(key, p)


def _strasbourg(key: str, p: Precedent) -> Iterable[Fault]:
    wanted = strasbourg_ecli(p)
    if p.ecli is None or wanted is None or p.ecli in wanted:
        return
    numbers = ", ".join(p.dockets)
    what = f"'{p.ecli}' does not fit the date {p.decided}, the kind '{p.kind}' and the number {numbers}."
    yield Fault(key, ("ecli",), what, _FOUND, f"By the rule of the Court it reads {wanted[0]}: check which is wrong.")


def strasbourg_ecli(p: Precedent) -> list[str] | None:
    """The ECLI by the Court's rule, for each docket; null where the date or the number is not known in full."""
    if p.decided is None or len(p.decided) != 10 or p.kind not in _KINDS:
        return None
    numbers = [docket.split("/") for docket in p.dockets if re.fullmatch(r"\d{1,7}/\d\d", docket)]
    day = p.decided[:4] + ":" + p.decided[5:7] + p.decided[8:]
    return [f"ECLI:CE:ECHR:{day}{_KINDS[p.kind]}{number:0>7}{year}" for number, year in numbers] or None


def _symbol(key: str, p: Precedent) -> Iterable[Fault]:
    if not p.symbol:
        return
    if not _SYMBOL.fullmatch(p.symbol):
        what = f"'{p.symbol}' is not a symbol of a treaty body."
        yield Fault(key, ("symbol",), what, _FOUND, "It reads CAT/C/71/D/790/2016.")
    found = _COMMUNICATION.search(p.symbol)
    if found and p.dockets:
        named = {f"{number.strip()}/{found[2]}" for number in re.split(r"[,&]", found[1])}
        if named != set(p.dockets):
            what = f"the symbol names {' and '.join(sorted(named))}, the dockets are {', '.join(p.dockets)}."
            yield Fault(key, ("symbol",), what, _FOUND, "Check both against the document.")


def _neutral(key: str, p: Precedent) -> Iterable[Fault]:
    found = _MEDIA_NEUTRAL.search(p.neutral_citation or "")
    if found and p.decided and (found[1] or found[2]) != p.decided[:4]:
        what = f"the citation says {found[1] or found[2]}, the date {p.decided}."
        yield Fault(key, ("neutral_citation",), what, _FOUND, "Correct the citation or the date.")


def _pinpoints(key: str, p: Precedent, court: Court) -> Iterable[Fault]:
    for n, holding in enumerate(p.holdings):
        seen: set[str] = set()
        for m, pinpoint in enumerate(holding.pinpoints):
            path = ("holdings", n, "pinpoints", m, "at")
            yield from _pinpoint(key, path, pinpoint.at, p, court)
            if pinpoint.at in seen:
                yield Fault(key, path, f"'{pinpoint.at}' stands twice.", fix="Delete one of them.")
            seen.add(pinpoint.at)


def _pinpoint(key: str, path: tuple, at: str, p: Precedent, court: Court) -> Iterable[Fault]:
    shown = "A filing prints it as it stands, and a judge looks there."
    sample, form = _PLACES.get(court.system, ("", ""))
    if form and not re.match(form, at) and not at.lower().startswith(_UNNUMBERED):
        yield Fault(key, path, f"'{at}' is not how paragraphs of {court.name} are cited.", shown, f"Write '{sample}'.")
        return
    if " and " in at or ";" in at:
        fix = "Write one pinpoint for each, with its own level."
        yield Fault(key, path, f"'{at}' names several places.", "None may hide behind another.", fix)
    found = _PARAGRAPHS.match(at)
    numbers = [int(number) for number in found.groups() if number] if found else []
    if 0 in numbers:
        yield Fault(key, path, f"'{at}': paragraphs are counted from 1.", shown)
    if len(numbers) == 2 and numbers[1] <= numbers[0]:
        yield Fault(key, path, f"'{at}' runs backwards.", shown, "Check both numbers.")
    if p.paragraphs and numbers and max(numbers) > p.paragraphs:
        what = f"'{at}' is above the last paragraph ({p.paragraphs})."
        yield Fault(key, path, what, shown, "Correct the number, or 'paragraphs' if that is wrong.")


def _twice(library: Library) -> Iterable[Fault]:
    """One number, two records: allowed only for rulings in the same proceedings, and only when a record says so."""
    owners: dict[tuple, list[tuple[str, tuple]]] = defaultdict(list)
    for key, p in library.precedents.items():
        for n, docket in enumerate(p.dockets):
            owners["docket", p.court, docket].append((key, ("dockets", n)))
        for field in ("ecli", "symbol", "neutral_citation", "hudoc_id"):
            if value := getattr(p, field):
                owners[field.replace("_", " "), "", value].append((key, (field,)))
    for (what, _, value), places in owners.items():
        for (key, path), (other, _) in ((a, b) for a in places for b in places if a[0] != b[0]):
            if what == "docket" and _related(library, key, other):
                continue
            yield Fault(
                key,
                path,
                f"the {what} '{value}' stands in {other} too.",
                "Two records on one ruling would be cited as two authorities.",
                "Delete the double, or, for two rulings in one case, name the other one under 'same_proceedings'."
                if what == "docket"
                else "Correct the number, or delete the double.",
            )


def _related(library: Library, one: str, other: str) -> bool:
    return other in library.precedents[one].same_proceedings or one in library.precedents[other].same_proceedings
