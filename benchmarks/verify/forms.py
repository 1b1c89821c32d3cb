"""Citations in the forms that people use: the Court's own, OSCOLA, Bluebook, UN, French."""

import datetime as dt
import random
from dataclasses import dataclass, replace

from briefs.citing import MONTHS, written_date
from briefs.verify.known.authorities import Authority

FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]

# States whose name is the same in French.
_ALIKE = {"PT", "FR", "LU", "LI", "MC", "UA"}


@dataclass(frozen=True)
class Parts:
    """The elements of one citation of the European Court, ready to be written or spoilt."""

    first: str
    state: str
    state_fr: str
    numbers: tuple[str, ...]
    date: str | None
    report: str
    grand_chamber: bool
    decision: bool
    paragraph: int | None
    court: str = ""


def parts_of(a: Authority, forms, chance: random.Random) -> Parts:
    """Only what is known of the authority is written."""
    first, _, state = a.name.rpartition(" v. ")
    ordinal = state[state.index(" (no") :] if " (no" in state else ""
    code = a.states[0] if a.states else ""
    names = forms.state_names.get(code, [])
    others = (n for n in names if n != names[0] and not n.lower().startswith(("the ", "u")) and code not in _ALIKE)
    french = next(others, names[0] if names else state)
    top = min(a.length or 60, 200)
    return Parts(
        first=first,
        state=state,
        state_fr=french + ordinal.replace("no. ", "no "),
        numbers=a.numbers[:2],
        date=a.date,
        report=next((r for r in a.reports if r.startswith(("ECHR", "Reports", "Series A"))), ""),
        grand_chamber=a.grand_chamber,
        decision=a.kind == "decision",
        paragraph=chance.randint(max(1, top // 3), max(1, top - 1)) if chance.random() < 0.7 else None,
    )


def _numbers(p: Parts, one: str, more: str) -> str:
    if not p.numbers:
        return ""
    return f"{one} {p.numbers[0]}" if len(p.numbers) == 1 else f"{more} {' and '.join(p.numbers)}"


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def court_style(p: Parts) -> str:
    marks = (" (dec.)" if p.decision else "") + (" [GC]" if p.grand_chamber else "")
    tail = p.report or written_date(p.date)
    if p.report.startswith(("Series", "Reports")):
        tail = _join(written_date(p.date), p.report)
    return _join(f"{p.court}{p.first} v. {p.state}{marks}", _numbers(p, "no.", "nos."), _pin(p, "§"), tail)


def court_style_with_date(p: Parts) -> str:
    marks = (" (dec.)" if p.decision else "") + (" [GC]" if p.grand_chamber else "")
    return _join(
        f"{p.court}{p.first} v. {p.state}{marks}", _numbers(p, "no.", "nos."), written_date(p.date), _pin(p, "§")
    )


def oscola(p: Parts) -> str:
    inside = f"(ECtHR{' [GC]' if p.grand_chamber else ''}, {written_date(p.date)})" if p.date else "(ECtHR)"
    at = f", para {p.paragraph}" if p.paragraph else ""
    return " ".join(f"{p.first} v {p.state} {_numbers(p, 'App no', 'App nos')} {inside}{at}".split())


def bluebook(p: Parts) -> str:
    when = ""
    if p.date and len(p.date) == 10:
        day = dt.date.fromisoformat(p.date)
        when = f" ({SHORT[day.month - 1]} {day.day}, {day.year})"
    number = f", {_numbers(p, 'App. No.', 'App. Nos.')}" if p.numbers else ""
    return f"{p.first} v. {p.state}{number}, Eur. Ct. H.R.{', ¶ ' + str(p.paragraph) if p.paragraph else ''}{when}"


def french(p: Parts) -> str:
    when = ""
    if p.date and len(p.date) == 10:
        day = dt.date.fromisoformat(p.date)
        when = f"{'1er' if day.day == 1 else day.day} {FRENCH[day.month - 1]} {day.year}"
    marks = (" (déc.)" if p.decision else "") + (" [GC]" if p.grand_chamber else "")
    first = p.first.replace(" and Others", " et autres").replace(" and ", " et ")
    return _join(f"{first} c. {p.state_fr}{marks}", _numbers(p, "no", "nos"), _pin(p, "§"), when)


def numeric(p: Parts) -> str:
    when = ".".join(reversed(p.date.split("-"))) if p.date and len(p.date) == 10 else ""
    name = f"{p.first} v. {p.state}{' (dec.)' if p.decision else ''}"
    return _join(name, _numbers(p, "application no.", "applications nos."), when, _pin(p, "paras."))


def _pin(p: Parts, sign: str) -> str:
    return f"{sign} {p.paragraph}" if p.paragraph else ""


STYLES = {f.__name__: f for f in (court_style, court_style_with_date, oscola, bluebook, french, numeric)}


def un_style(a: Authority, chance: random.Random) -> str:
    body = {"cat": "Committee against Torture", "iccpr": "Human Rights Committee"}.get(a.system, "")
    number, symbol = a.numbers[0], a.symbols[0]
    when = written_date(a.date)
    return chance.choice(
        [
            _join(a.name, f"communication No. {number}", f"{symbol}", when),
            _join(a.name, symbol, f"para. {chance.randint(3, 9)}.{chance.randint(1, 6)}"),
            _join(
                body,
                a.name,
                f"Communication No. {number}",
                f"UN Doc. {symbol}" + (f" ({a.date[:4]})" if a.date else ""),
            ),
            _join(
                a.name, f"communication No. {number}", f"decision adopted on {when}" if len(a.date or "") == 10 else ""
            ),
        ]
    )


def eu_style(a: Authority, chance: random.Random) -> str:
    name = a.names[-1] if chance.random() < 0.5 else a.name
    number, ecli, when = a.dockets[0], (a.eclis or ("",))[0], written_date(a.date)
    point = f"paragraph {chance.randint(20, 60)}"
    return chance.choice(
        [
            f"judgment of {when}, {name}, {number}, {ecli}, {point}",
            f"Case {number} {name} {ecli.removeprefix('ECLI:')}, {point}",
            _join(name, number, ecli, point),
            f"Case {number}, {when}, {point}",
        ]
    )


def neutral_style(a: Authority, chance: random.Random) -> str:
    neutral = chance.choice(a.neutrals)
    return f"{a.name} {neutral}" if " v" in a.name else _join(a.name, neutral)


def spoil(p: Parts, **changes) -> Parts:
    return replace(p, **changes)


def month_name(month: int) -> str:
    return MONTHS[month - 1]
