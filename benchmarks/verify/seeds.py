"""Errors put into true citations, one class at a time. Every seed says whether library or register can decide it."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.verify import forms as f
from benchmarks.verify.gold import AS_OF
from briefs.verify.check.numbers import near
from briefs.verify.known.authorities import Authorities, Authority


@dataclass(frozen=True)
class Seed:
    """`text`: the spoilt citation; `sentence`: what stands around it, with {}; `truth`: what was spoilt."""

    code: str
    text: str
    sentence: str = "See {}."
    truth: str = ""


def _styled(p: f.Parts, chance: random.Random) -> str:
    usable = [s for s in f.STYLES.values() if s is not f.french or p.state_fr]
    return chance.choice(usable)(p)


def _strong(all_: Authorities, chance: random.Random, count: int, needs) -> list[Authority]:
    items = (a for a in all_.items if a.system == "echr" and not a.loose and (a.date or "") <= AS_OF)
    pool = [a for a in items if " v. " in a.name and "(no." not in a.name and needs(a)]
    chance.shuffle(pool)
    return pool[:count]


def full_date(a: Authority) -> bool:
    return bool(a.date and len(a.date) == 10)


def wrong_number(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """A digit changed, two exchanged, or another number altogether with the true date."""
    for a in _strong(all_, chance, n, lambda a: len(a.numbers) == 1 and full_date(a) and not a.others):
        p = f.parts_of(a, forms, chance)
        other = chance.choice([x for x in near(p.numbers[0]) if not all_.numbered([x])])
        if chance.random() < 0.3:
            other = f"{chance.randint(1000, 79000)}/{p.numbers[0].split('/')[1]}"
        yield Seed("wrong_number", _styled(f.spoil(p, numbers=(other,)), chance), truth=a.id)


def swapped_party(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """Another applicant, another respondent, or the parties the wrong way round."""
    items = _strong(all_, chance, n * 2, lambda a: a.numbers and full_date(a) and len(a.states) == 1)
    for a, b in zip(items[:n], items[n:], strict=False):
        p = f.parts_of(a, forms, chance)
        kind = chance.randrange(3)
        if kind == 0:
            spoilt = f.spoil(p, first=b.name.rpartition(" v. ")[0])
        elif kind == 1 and b.states != a.states:
            q = f.parts_of(b, forms, chance)
            spoilt = f.spoil(p, state=q.state, state_fr=q.state_fr)
        else:
            spoilt = f.spoil(p, first=p.state.removeprefix("the "), state=p.first, state_fr=p.first)
        yield Seed("swapped_party", _styled(spoilt, chance), truth=a.id)


def wrong_date(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """The day, the month or the year shifted; the number stays."""
    items = _strong(all_, chance, n, lambda a: a.numbers and full_date(a) and a.kind == "judgment" and not a.phase)
    for a in items:
        p = f.parts_of(a, forms, chance)
        day = dt.date.fromisoformat(a.date)
        other = chance.choice(
            [
                day + dt.timedelta(days=chance.choice([1, -1, 10])),
                day + dt.timedelta(days=366),
                day - dt.timedelta(days=61),
            ]
        )
        style = chance.choice([f.court_style_with_date, f.oscola, f.bluebook, f.french, f.numeric])
        yield Seed("wrong_date", style(f.spoil(p, date=other.isoformat())), truth=a.id)


def paragraph_out_of_range(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    for a in _strong(all_, chance, n, lambda a: a.length and a.numbers):
        p = f.spoil(f.parts_of(a, forms, chance), paragraph=a.length + chance.randint(1, 60))
        yield Seed("paragraph_out_of_range", _styled(p, chance), truth=a.id)


def wrong_court(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """A Grand Chamber that never sat, or a court or committee of another system."""
    chambers = _strong(
        all_,
        chance,
        n,
        # Before 1999 the lists do not tell a Grand Chamber.
        lambda a: not (a.weak or a.grand_chamber) and (a.date or "") > "1999" and a.kind == "judgment" and a.numbers,
    )
    for i, a in enumerate(chambers):
        p = f.parts_of(a, forms, chance)
        if i % 3 == 0:
            yield Seed("wrong_court", f.court_style_with_date(f.spoil(p, grand_chamber=True)), truth=a.id)
        elif i % 3 == 1:
            court = chance.choice(["Human Rights Committee, ", "Committee against Torture, ", "CJEU, "])
            yield Seed("wrong_court", court + f.court_style_with_date(p), truth=a.id)
        else:
            un = chance.choice([x for x in all_.items if x.symbols and x.system in {"cat", "iccpr"} and x.numbers])
            other = "Human Rights Committee" if un.system == "cat" else "Committee against Torture"
            yield Seed("wrong_court", f"{other}, {un.name}, communication No. {un.numbers[0]}", truth=un.id)


INVENTED = [
    "Kowalczewski",
    "Brandström",
    "Oyelaran",
    "Petrescovici",
    "Zhakupov",
    "Lindqvarn",
    "Marchettini",
    "Oduyale",
    "Vranješković",
    "Tamulaitis",
]


def nonexistent_case(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """An invented name with a number that belongs to another case, or that no application can have."""
    for i, a in enumerate(_strong(all_, chance, n, lambda a: a.numbers and full_date(a) and len(a.states) == 1)):
        p = f.parts_of(a, forms, chance)
        day = dt.date.fromisoformat(a.date) + dt.timedelta(days=chance.randint(40, 900))
        spoilt = f.spoil(p, first=chance.choice(INVENTED), date=day.isoformat(), report="", numbers=p.numbers[:1])
        if i % 2:
            year = (dt.date.fromisoformat(a.date).year + 3) % 100
            spoilt = f.spoil(spoilt, numbers=(f"{chance.randint(1000, 70000)}/{year:02}",), date=a.date)
        yield Seed("nonexistent_case", f.court_style_with_date(spoilt), truth=a.id)


def wrong_reports_year(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    for a in _strong(all_, chance, n, lambda a: any(r.startswith(("ECHR", "Reports", "Series A")) for r in a.reports)):
        p = f.parts_of(a, forms, chance)
        if p.report.startswith("Series"):
            number = int("".join(c for c in p.report.partition("no. ")[2].split("-")[0] if c.isdigit()))
            report = f"Series A no. {number + chance.choice([1, 3, 10])}"
        else:
            year = int(p.report.split()[1][:4])
            report = p.report.replace(str(year), str(year + chance.choice([-1, 1, 2])))
        yield Seed("wrong_reports_year", f.court_style(f.spoil(p, report=report)), truth=a.id)


def ecli_wrong_digits(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """A digit of a true ECLI changed beside the true name and number."""
    pool = [a for a in all_.items if a.eclis and a.system in {"echr", "eu"} and (a.numbers or a.dockets)]
    for _ in range(n):
        a = chance.choice(pool)
        ecli = a.eclis[0]
        places = [i for i, c in enumerate(ecli) if c.isdigit()]
        i = chance.choice(places)
        spoilt = ecli[:i] + chance.choice([d for d in "0123456789" if d != ecli[i]]) + ecli[i + 1 :]
        number = f"no. {a.numbers[0]}" if a.numbers else a.dockets[0]
        yield Seed("ecli_wrong_digits", f"{a.name}, {number}, {spoilt}", truth=a.id)


def un_symbol_malformed(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """Elements out of order, a missing D, a year of two digits, another session."""
    pool = [a for a in all_.items if a.symbols and a.system in {"cat", "iccpr"} and "/D/" in a.symbols[0]]
    for i in range(n):
        a = chance.choice(pool)
        body, c, session, d, number, year = a.symbols[0].split("/")[:6]
        spoilt = [
            f"{body}/C/D/{session}/{number}/{year}",
            f"{body}/C/{session}/{number}/{year}",
            f"{body}/C/{session}/D/{number}/{year[2:]}",
            f"{body}/C/{int(session) + chance.choice([1, 2, 5])}/D/{number}/{year}",
            f"{body}/{session}/D/{number}/{year}",
        ][i % 5]
        yield Seed("un_symbol_malformed", f"{a.name}, communication No. {a.numbers[0]}, {spoilt}", truth=a.id)


def reversed_authority(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """Rulings and holdings that the library holds as set aside, cited as if they stood."""
    pool = [a for a in all_.items if a.precedent and a.precedent.set_aside and (a.neutrals or a.dockets)]
    for i in range(n):
        a = pool[i % len(pool)]
        text = f"{a.name} {a.neutrals[0]}" if a.neutrals else f"{a.name}, {a.dockets[0]}"
        lead = ["It was held that surrender may go ahead: {}.", "See {}.", "The position is settled by {}."][i % 3]
        yield Seed("reversed_authority", text, lead, a.id)
    trabelsi = all_.by_id.get("echr/trabelsi-v-belgium-2014")
    if trabelsi:
        for at in (131, 133, 137, 139):
            yield Seed(
                "reversed_authority",
                f"Trabelsi v. Belgium, no. 140/10, § {at}, ECHR 2014",
                "A life sentence without review bars extradition: {}.",
                trabelsi.id,
            )


def misattributed_proposition(all_: Authorities, forms, chance: random.Random, n: int) -> Iterator[Seed]:
    """A proposition that the library links to one authority, cited to another; and Liu's recitals as findings."""
    own = [a for a in all_.items if a.precedent and a.system == "echr" and a.numbers and full_date(a)]
    linked = [(a, h) for a in own for h in a.precedent.holdings if len(h.proposition) > 90 and h.ground]
    chance.shuffle(linked)
    for a, h in linked[: n - 4]:
        other = chance.choice(
            [
                b
                for b in own
                if b.id != a.id and not (b.precedent.set_aside or any(x.set_aside for x in b.precedent.holdings))
            ]
        )
        cited = f.court_style_with_date(f.spoil(f.parts_of(other, forms, chance), paragraph=None))
        yield Seed("misattributed_proposition", cited, h.proposition.rstrip(".") + " ({}).", f"{a.id} as {other.id}")
    for at in ("§ 61", "§ 62", "§§ 61-62", "§§ 61 and 62"):
        yield Seed(
            "misattributed_proposition",
            f"Liu v. Poland, no. 37610/18, {at}, 6 October 2022",
            "The Court found the guarantees offered to be insufficient ({}).",
            "echr/liu-v-poland-2022",
        )


CLASSES = (
    wrong_number, swapped_party, wrong_date, paragraph_out_of_range, wrong_court, nonexistent_case,
    wrong_reports_year, ecli_wrong_digits, un_symbol_malformed, reversed_authority, misattributed_proposition,
)  # fmt: skip
