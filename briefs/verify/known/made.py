"""What becomes an authority: the precedents of the library, each with the row of the register that it covers, and its
documents."""

import re
from dataclasses import replace

from briefs.library import Library
from briefs.models.evidence import Evidence
from briefs.models.law import Provision
from briefs.models.precedent import Precedent
from briefs.verify.find.cases import respondents
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.late import late
from briefs.verify.find.tail import SYMBOL
from briefs.verify.known.authorities import WITH_RESPONDENT, Authorities, Authority, kind_of, number_key
from briefs.verify.known.register import Entry, Register, several


def load_authorities(library: Library, forms: Forms, register: Register) -> Authorities:
    """All precedents and documents of the library, and the register; a precedent takes in the row that it covers."""
    covered: set[str] = set()
    items = []
    for precedent in library.rulings:
        item = _of_precedent(precedent, library, forms)
        for row in _rows_of(item, register) if item.system == "echr" else ():
            item = _with_row(item, row)
            covered.add(row.row)
        items.append(item)
    items += [a for p in library.provisions.values() if (a := _of_provision(p))]
    items += [_of_evidence(evidence, library) for evidence in library.evidence.values() if evidence.symbol]
    return Authorities(items, register, covered)


def _rows_of(item: Authority, register: Register) -> list[Entry]:
    """Rows of the register that are this ruling."""
    rows = several(register.numbered(number_key(number)) for number in item.numbers)
    found = [row for row in rows if _covers(item, row)]
    for row in register.unnumbered(item.date) if item.date else ():
        if set(row.states) & set(item.states) and item.named(row.name.split(" v. ")[0]):
            found.append(row)
    return found


def _covers(item: Authority, row: Entry) -> bool:
    if item.date and row.date:
        return item.date == row.date
    return item.kind == kind_of(row.kind) and item.grand_chamber == row.kind.startswith("grand")


def _with_row(item: Authority, row: Entry) -> Authority:
    return replace(
        item,
        names=tuple(dict.fromkeys((*item.names, row.name, *row.variants))),
        numbers=tuple(dict.fromkeys((*item.numbers, *row.numbers))),
        others=item.others or row.others,
        date=item.date or row.date,
        date_sure=item.date_sure or row.date is not None,
        reports=tuple(dict.fromkeys((*item.reports, row.report))) if row.report else item.reports,
        length=row.length or item.length,
        misprints=row.misprints,
    )


_SYMBOL = late(SYMBOL)
_REPORT = late(r"ECHR \d{4}(?:-[IVX]+)?|Reports \d{4}-[IVX]+|Series A no\. ?\d+(?:-[A-Z])?")


def _of_precedent(p: Precedent, library: Library, forms: Forms) -> Authority:
    system = library.courts[p.court].system
    neutrals = tuple(part.strip() for part in (p.neutral_citation or "").split(";") if part.strip())
    numbers = p.dockets if system not in {"eu", "national", "interpol", "icj", "iacthr", "wgad"} else ()
    states = respondents(p.title.rpartition(" v. ")[2], 0, forms)[0] if " v. " in p.title else ()
    titled = [m["number"] for form in forms.dockets_in(p.title) for m in form.pattern.finditer(p.title)]
    return Authority(
        id=p.id,
        system=system,
        names=tuple(dict.fromkeys((p.title.removesuffix(" (dec.)"), *p.other_titles, p.short_title))),
        states=states if system in WITH_RESPONDENT or system == "iacthr" else (),
        numbers=tuple(numbers),
        kind=_library_kind(p, system),
        grand_chamber=p.grand_chamber,
        date=p.decided,
        reports=tuple(m for part in neutrals for m in _REPORT.findall(part)) if system == "echr" else (),
        eclis=(p.ecli,) if p.ecli else (),
        symbols=(p.symbol,) if p.symbol else (),
        neutrals=tuple(n for n in neutrals if not _REPORT.fullmatch(n)),
        dockets=tuple(dict.fromkeys((*(d for d in p.dockets if d not in numbers), *titled))),
        misprints=_days_in(p.decided_note or ""),
        date_sure=p.decided_level != "recalled",
        measures=tuple(h.decided for h in p.holdings if h.decided),
        court=p.court,
        records=library,
    )


def _days_in(note: str) -> tuple[str, ...]:
    """Other days that the record itself names: of the document, or as another source has it."""
    return tuple(date for m in re.finditer(DATE, note) for date, real in (read_date(m),) if real)


def _library_kind(p: Precedent, system: str) -> str:
    if p.court == "ecommhr":
        return "commission"
    if system != "echr":
        return {"general-comment": "comment"}.get(p.kind, p.kind)
    return "decision" if p.kind == "decision" else "judgment"


def _of_provision(provision: Provision) -> Authority | None:
    """A rule that is known by a United Nations symbol: methods of work, model rules."""
    symbols = _SYMBOL.findall(f"{provision.instrument} {provision.cite_as}")
    if not symbols:
        return None
    return Authority(
        f"provision/{provision.id}", "document", (provision.cite_as,), kind="document", symbols=tuple(symbols)
    )


def _of_evidence(evidence: Evidence, library: Library) -> Authority:
    symbols = tuple(part.strip() for part in (evidence.symbol or "").split(";"))
    return Authority(
        f"evidence/{evidence.id}",
        "document",
        (evidence.title,),
        kind="document",
        date=evidence.dated,
        symbols=symbols,
        records=library,
    )
