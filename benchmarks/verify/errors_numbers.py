"""Slips in numbers that nobody knows, where court, day or person say which ruling is meant; another court, committee or
state beside what else agrees."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.verify import forms as f
from benchmarks.verify.errors_known import EACH, national, parts, strasbourg, whole
from benchmarks.verify.spoilt import Spoilt, slipped
from briefs.citing import written_date
from briefs.verify import Checker
from briefs.verify.known.authorities import Authority

# How a number and its day are written where the court sits.
_WITH_DAY = {
    "cz": ("nález sp. zn. {} ze dne {dotted}", "rozhodnutí {} ze dne {dotted}", "{}, {day}"),
    "pl": ("postanowienie z {dotted}, {}", "{}, {day}"),
    "es": ("{}, de {spanish}", "{}, {day}"),
    "it": ("Cass. pen., {italian}, n. {}", "Cass. pen., Sez. VI, {italian}, n. {}"),
    "pt": ("acórdão do STJ de {dotted}, processo {}", "{}, {day}"),
    "fr": ("Cass. crim., {french}, n° {}", "Cass. crim., {day}, no. {}"),
    "se": ("{}, {day}", "beslut den {swedish}, {}"),
}
_MONTHS = {
    "spanish": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "italian": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "swedish": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "french": "|".join(f.FRENCH),
}


def _days(date: str) -> dict[str, str]:
    """The day in figures and in the languages of the courts."""
    year, month, day = (int(part) for part in date.split("-"))
    named = {tongue: names.split("|")[month - 1] for tongue, names in _MONTHS.items()}
    spelt = {tongue: f"{day} {name} {year}" for tongue, name in named.items()}
    spelt["spanish"] = f"{day} de {named['spanish']} de {year}"
    return {"day": written_date(date), "dotted": f"{day}. {month}. {year}"} | spelt


def _runs(key: str) -> list[tuple[int, int]]:
    """Where the digits of a number stand that somebody may mistake: two at least, and no year."""
    return [m.span() for m in re.finditer(r"(?<![/\d\[])(?<!\d-)\d{2,}(?![\d\]])", key)]


def _keys(a: Authority) -> list[str]:
    """Numbers that tell their court by their letters, or that are written behind its name."""
    own = [*a.dockets, *(n for n in a.neutrals if n.startswith(("[", "STC", "ATC")))]
    told = [key for key in own if re.search("[A-Z]{2}|[A-Za-zÖ] ", key) or a.court in {"it-cass", "fr-cass"}]
    return [
        key
        for key in told
        if sum(c.isdigit() for c in key) > 4 and _runs(key) and not re.search(r"WLR|SCR|FCR|AC|QB", key)
    ]


def _person(a: Authority) -> str:
    """'Hung Tao Liu' of 'II KK 154/19 (Hung Tao Liu)'; empty where the record names nobody so."""
    inside = (m[1] for n in a.names if (m := re.search(r"(?:\(|concerning )([A-Z]\w+(?: [A-Z]\w+){1,2})\b", n)))
    whole = (n for n in a.names if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}", n))
    return next((n for n in (*whole, *inside) if not re.search("Sala|Court|Pleno", n)), "")


def docket_with_a_slip_and_its_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """One digit changed or two exchanged in a docket beside the true day. Numbers less than nine apart may both be of
    that day: nobody can decide that."""
    for a in national(checker, chance, lambda a: whole(a) and a.date_sure and bool(_keys(a))):
        country = a.court.partition("-")[0]
        for key in _keys(a):
            start, end = chance.choice(_runs(key))
            digits = key[start:end]
            changed = f"{digits[0]}{(int(digits[1]) + chance.randint(2, 8)) % 10}{digits[2:]}"
            for wrong in {slipped(digits, chance), changed} - {digits}:
                far = abs(int(wrong) - int(digits)) > 8
                form = chance.choice(_WITH_DAY.get(country, ("{}, {day}",)))
                text = form.format(key[:start] + wrong + key[end:], **_days(a.date))
                if not checker.known.authorities.keyed([key[:start] + wrong + key[end:]]):
                    yield Spoilt(text, decidable=far, element="number", lead="So it was decided: {}.", right=key)


def docket_with_a_slip_and_its_person(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """The same without a day, in a sentence that names the person."""
    for a in checker.known.authorities.library:
        who = _person(a)
        if a.system not in {"national", "wgad"} or not who:
            continue
        for key in _keys(a):
            start, end = _runs(key)[0]
            wrong = key[:start] + slipped(key[start:end], chance) + key[end:]
            if not checker.known.authorities.keyed([wrong]):
                for lead in (
                    f"In the case of {who} ({{}}) it was so held.",
                    f"So it was decided in {{}} concerning {who}.",
                ):
                    yield Spoilt(wrong, lead=lead, right=key)


def neutral_citation_of_another_court(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    others = {
        "EWHC": "EWCA Civ",
        "UKSC": "UKPC",
        "UKHL": "UKPC",
        "NZSC": "NZCA",
        "NZCA": "NZHC",
        "FC": "FCA",
        "SCC": "FC",
    }
    for a in national(checker, chance, lambda a: " v" in a.name):
        for own in a.neutrals:
            m = re.match(r"\[?(\d{4})\]? (EWHC|UKSC|UKHL|NZSC|NZCA|FC|SCC) (\d+)", own)
            if m:
                year = f"[{m[1]}]" if own.startswith("[") else m[1]
                yield Spoilt(f"{a.name}, {year} {others[m[2]]} {m[3]}", right=own)


def neutral_citation_of_an_earlier_year(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in national(checker, chance, lambda a: whole(a) and " v" in a.name):
        for own in a.neutrals:
            if m := re.match(r"\[?(\d{4})\]? [A-Z]+ \d+", own):
                later = a.date.replace(m[1], str(int(m[1]) + 1), 1)
                yield Spoilt(f"{a.name} {m[0]} ({written_date(later)})", decidable=a.date_sure)


def comment_of_another_committee(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    bodies = {"cat": "Committee against Torture", "iccpr": "Human Rights Committee", "ced": "CED"}
    for a in checker.known.authorities.library:
        if a.kind != "comment" or a.system not in bodies or not a.date:
            continue
        number, title = re.search(r"No\. (\d+)", a.name)[1], a.name.partition(" on ")[2]
        for other in sorted(bodies.keys() - {a.system}):
            yield Spoilt(f"{bodies[other]}, General Comment No. {number} ({a.date[:4]})", right=a.symbols[0])
            yield Spoilt(f"{bodies[other]}, General Comment No. {number}, {a.symbols[0]}", right=a.symbols[0])
            if title:
                yield Spoilt(f"{bodies[other]}, General Comment No. {number} on {title}", right=a.symbols[0])


def short_form_against_another_state(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.states) == 1 and len(a.name) < 40):
        first = a.name.split(" v. ")[0]
        other = chance.choice([s for s in ("Sweden", "Poland", "Portugal", "Ireland") if s not in a.name])
        if any(other in b.name for b in checker.known.authorities.named(first)):
            continue
        full = f.court_style_with_date(parts(a, checker, chance))
        yield Spoilt(full, lead=f"See {{}}. It was so in {first} v. {other}, cited above, § 4.")


def luxembourg_suffix(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """An appeal, or the urgent procedure, that it never was."""
    for a in checker.known.authorities.library:
        if a.system == "eu" and not any(d.endswith("PPU") for d in a.dockets):
            name = re.sub(r" [(\[].*", "", a.names[-1])
            for suffix in ("P", "PPU"):
                yield Spoilt(f"{name}, {a.dockets[0]} {suffix}, {written_date(a.date)}", right=a.dockets[0])


def ecli_of_another_year(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Alone: only an ECLI that holds the court's own number tells which ruling is meant."""
    for a in checker.known.authorities.library:
        for own in a.eclis if a.system == "national" else ():
            m = re.match(r"(ECLI:\w\w:\w+:)(\d{4})(:.+)", own)
            if m:
                sure = len(re.findall(r"\d+", m[3])) > 2
                for off in (-1, 1, 2, 3):
                    yield Spoilt(
                        f"{m[1]}{int(m[2]) + off}{m[3]}", decidable=sure, lead="It was held so: {}.", right=a.name
                    )


def ecli_with_a_slip_on_its_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Of a judgment of Strasbourg, alone: the number inside is a slip away, the day inside is right."""
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1 and a.kind == "judgment" and not a.weak):
        serial, _, year = a.numbers[0].partition("/")
        wrong = slipped(serial, chance)
        if len(wrong) == len(serial) and not checker.known.authorities.numbered([f"{wrong}/{year}"]):
            ecli = f"ECLI:CE:ECHR:{a.date[:4]}:{a.date[5:7]}{a.date[8:]}JUD{int(wrong):07}{year[-2:]}"
            yield Spoilt(ecli, lead="See {}.", right=a.numbers[0], decidable=abs(int(wrong) - int(serial)) > 8)


def called_final_beside_its_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """A judgment of a Chamber not yet final on the day of the paper, and nobody says so."""
    waited = [a for a in checker.known.authorities.library if a.precedent and a.precedent.final and whole(a)]
    for a in [a for a in waited if a.precedent.final > a.date and a.system == "echr"][:EACH]:
        text = f.court_style_with_date(parts(a, checker, chance))
        day = a.date[:8] + "28" if a.date[8:] < "28" else a.date
        yield Spoilt(text, decidable=day >= a.date, as_of=max(day, a.date))


MAKERS = (
    docket_with_a_slip_and_its_day, docket_with_a_slip_and_its_person, neutral_citation_of_another_court,
    neutral_citation_of_an_earlier_year, comment_of_another_committee, short_form_against_another_state,
    luxembourg_suffix, ecli_of_another_year, ecli_with_a_slip_on_its_day, called_final_beside_its_day,
)  # fmt: skip
"""One for each class."""
