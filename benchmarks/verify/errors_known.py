"""Errors around what library and register hold: every field of a record contradicted, in the forms people write."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

from benchmarks.verify import forms as f
from benchmarks.verify.gold import AS_OF
from benchmarks.verify.seeds import INVENTED
from benchmarks.verify.spoilt import Spoilt, slipped
from briefs.citing import written_date
from briefs.verify import Checker
from briefs.verify.check.comparing import report_year
from briefs.verify.check.standing import pinpoint_numbers
from briefs.verify.known.authorities import Authority

Maker = Callable[[Checker, Random], Iterator[Spoilt]]
EACH = 24


def whole(a: Authority) -> bool:
    return bool(a.date and len(a.date) == 10)


def strasbourg(checker: Checker, chance: Random, needs: Callable[[Authority], bool]) -> list[Authority]:
    """Strasbourg cases with number and day, in an order by chance."""
    kept = [
        a
        for a in checker.known.authorities.items
        if a.system == "echr"
        and " v. " in a.name
        and a.numbers
        and whole(a)
        and a.date_sure
        and needs(a)
        and a.date <= AS_OF
    ]
    return chance.sample(kept, min(len(kept), 3 * EACH))


def parts(a: Authority, checker: Checker, chance: Random, **changes: object) -> f.Parts:
    return f.spoil(f.parts_of(a, checker.known.forms, chance), **({"paragraph": None} | changes))


def cite(a: Authority, checker: Checker, chance: Random, **changes: object) -> str:
    """The citation in one of the usual styles, with a number and a day in each."""
    style = chance.choice((f.court_style_with_date, f.oscola, f.bluebook, f.numeric))
    return style(parts(a, checker, chance, **changes))


def same_case(a: Authority, checker: Checker) -> list[Authority]:
    return checker.known.authorities.numbered(a.numbers)


def two_digits_exchanged(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """The number of a known case with two neighbouring digits exchanged: the right one must be named."""
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1):
        serial, _, year = a.numbers[0].partition("/")
        wrong = f"{slipped(serial, chance)}/{year}"
        if not checker.known.authorities.numbered([wrong]):
            yield Spoilt(cite(a, checker, chance, numbers=(wrong,)), right=a.numbers[0])


def second_number_of_joined_cases(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 2):
        serial, _, year = a.numbers[1].partition("/")
        wrong = f"{slipped(serial, chance)}/{year}"
        text = cite(a, checker, chance, numbers=(a.numbers[0], wrong))
        # A feed tells one number of joined cases or all of them: nobody is blamed by it.
        yield Spoilt(text, decidable=not (a.others or a.weak or a.loose), element="number", right=a.numbers[1])


def number_lodged_after_the_judgment(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1 and a.date < "2020"):
        year = (int(a.date[:4]) + chance.randint(1, 4)) % 100
        yield Spoilt(cite(a, checker, chance, numbers=(f"{chance.randint(2000, 60000)}/{year:02}",)))


def day_and_month_exchanged(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    def exchanged(a: Authority) -> bool:
        return int(a.date[8:]) <= 12 and a.date[8:] != a.date[5:7] and a.kind == "judgment"

    for a in strasbourg(checker, chance, exchanged):
        wrong = f"{a.date[:5]}{a.date[8:]}-{a.date[5:7]}"
        if all(b.date for b in same_case(a, checker)):
            yield Spoilt(cite(a, checker, chance, date=wrong), right=written_date(a.date))


def parties_exchanged(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.states) == 1):
        p = parts(a, checker, chance)
        turned = f.spoil(p, first=p.state.removeprefix("the "), state=p.first)
        yield Spoilt(chance.choice((f.court_style_with_date, f.oscola))(turned))


def _places(a: Authority) -> list[int]:
    """Consonants of the first word of a name that may be mistaken. One of two equal letters left out ('Imobilia')
    sounds the same; letters that change with the language (h, y, s, c, k, w) are left alone."""
    word = a.name.split()[0]
    if len(word) < 7 or not (word.isascii() and word.isalpha() and word.istitle()):
        return []
    found = re.finditer("[bdfglmnprtv][aou](?=[bdfglmnprtv])", word[:-2])
    return [m.start() for m in found if word[m.start() - 1].lower() != word[m.start()].lower()]


def name_with_a_slip(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """A consonant of the applicant's name left out, changed, or exchanged with the vowel behind it."""
    for a in strasbourg(checker, chance, lambda a: a.kind == "judgment" and bool(_places(a))):
        p, i = parts(a, checker, chance), chance.choice(_places(a))
        word = a.name.split()[0]
        wrong = word[:i] + chance.choice((word[i + 1] + word[i], word[i + 1], "x" + word[i + 1])) + word[i + 2 :]
        yield Spoilt(f.court_style_with_date(f.spoil(p, first=p.first.replace(word, wrong))), right=word)


def ordinal_of_another_case(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """'(no. 3)' for '(no. 2)' beside the number and the day of no. 2."""
    for a in strasbourg(checker, chance, lambda a: re.search(r"\(no\. \d\)$", a.name) is not None):
        own = int(a.name[-2])
        p = parts(a, checker, chance)
        yield Spoilt(f.court_style_with_date(f.spoil(p, state=f"{p.state.rpartition(' (')[0]} (no. {own + 1})")))


def decision_that_was_a_judgment(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: a.kind == "judgment" and not a.grand_chamber):
        sure = not a.weak and all(b.kind == "judgment" and b.date for b in same_case(a, checker))
        text = f.court_style_with_date(parts(a, checker, chance, decision=True))
        yield Spoilt(text, decidable=sure, element="court")


def grand_chamber_left_out(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: a.grand_chamber):
        yield Spoilt(f.court_style_with_date(parts(a, checker, chance, grand_chamber=False)))


def section_for_the_grand_chamber(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: a.grand_chamber):
        inside = chance.choice(("Fourth Section", "Chamber", "First Section"))
        text = f.court_style_with_date(parts(a, checker, chance, grand_chamber=False))
        yield Spoilt(f"{text} ({inside})")


def grand_chamber_with_the_day_of_the_chamber(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    def both(a: Authority) -> bool:
        if a.grand_chamber or a.kind != "judgment" or a.phase:
            return False
        return any(b.grand_chamber and whole(b) for b in same_case(a, checker))

    for a in strasbourg(checker, chance, both):
        text = f.court_style_with_date(parts(a, checker, chance, grand_chamber=True))
        yield Spoilt(text, decidable=not a.weak, element="court")


def volume_of_the_reports(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    def volume(a: Authority) -> bool:
        return any(re.match(r"(?:ECHR|Reports) \d{4}-[IVX]+$", report) for report in a.reports)

    for a in strasbourg(checker, chance, volume):
        series, _, own = next(r for r in a.reports if "-" in r).rpartition("-")
        wrong = chance.choice([v for v in ("I", "II", "III", "IV", "V", "VI") if v != own])
        text = f.court_style(parts(a, checker, chance, report=f"{series}-{wrong}"))
        yield Spoilt(text, decidable=not a.weak, element="report", right=f"{series}-{own}")


def report_of_a_case_with_another_year(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """No report is known, but the year of the judgment is."""
    for a in strasbourg(checker, chance, lambda a: not a.reports and "1996" < a.date < "2016"):
        if len({report_year(b) or b.date[:4] for b in same_case(a, checker) if b.date}) == 1:
            report = f"ECHR {int(a.date[:4]) + chance.choice((-2, 2, 3))}"
            yield Spoilt(f.court_style(parts(a, checker, chance, report=report)))


def _ecli(a: Authority, number: str = "", day: str = "", kind: str = "") -> str:
    serial, _, lodged = (number or a.numbers[0]).partition("/")
    year, month, date = (day or a.date).split("-")
    kind = kind or ("DEC" if a.kind == "decision" else "JUD")
    return f"ECLI:CE:ECHR:{year}:{month}{date}{kind}{int(serial):07}{lodged[-2:]}"


def ecli_of_another_number(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1 and a.numbers[0][-3] == "/"):
        serial, _, year = a.numbers[0].partition("/")
        ecli = _ecli(a, number=f"{slipped(serial, chance)}/{year}")
        yield Spoilt(f"{f.court_style_with_date(parts(a, checker, chance))}, {ecli}")


def ecli_of_another_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1 and a.numbers[0][-3] == "/"):
        day = dt.date.fromisoformat(a.date) + dt.timedelta(days=chance.choice((1, -10, 31, 365)))
        p = parts(a, checker, chance, date=chance.choice((a.date, None)))
        sure = p.date or (a.kind == "judgment" and len(same_case(a, checker)) == 1)
        text = f.court_style_with_date(p) if p.date else f"{p.first} v. {p.state}, no. {a.numbers[0]}"
        yield Spoilt(f"{text}, {_ecli(a, day=day.isoformat())}", decidable=bool(sure), element="ecli")


def ecli_of_a_decision(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """DEC for a judgment, on the very day of the judgment."""
    for a in strasbourg(checker, chance, lambda a: a.numbers[0][-3] == "/" and a.kind == "judgment" and not a.weak):
        yield Spoilt(f"{f.court_style_with_date(parts(a, checker, chance))}, {_ecli(a, kind='DEC')}")


def ecli_alone_of_another_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.numbers) == 1 and a.numbers[0][-3] == "/"):
        day = dt.date.fromisoformat(a.date) + dt.timedelta(days=chance.choice((1, -9, 20)))
        sure = a.kind == "judgment" and len(same_case(a, checker)) == 1 and not a.weak
        yield Spoilt(f"the judgment {_ecli(a, day=day.isoformat())}", decidable=sure)


def called_final_too_early(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """A judgment of a Chamber is not final within three months (Article 44 § 2), nor before the day in the record."""
    leads = (
        "The final judgment in {} settles the point.",
        "The judgment in {}, which has become final, settles the point.",
        "It is settled by {} (final).",
        "That judgment, {}, is final and binding.",
    )

    def chamber(a: Authority) -> bool:
        return a.kind == "judgment" and not a.grand_chamber and not a.phase and a.date > "2012"

    known = [a for a in checker.known.authorities.library if a.precedent and a.precedent.final and whole(a)]
    waited = [k for k in known if k.precedent.final > k.date and k.system == "echr"]
    for a in (*waited, *strasbourg(checker, chance, chamber)):
        soon = dt.date.fromisoformat(a.date) + dt.timedelta(days=chance.randint(10, 70))
        alone = len(same_case(a, checker)) == 1
        text = f.court_style_with_date(parts(a, checker, chance))
        yield Spoilt(text, alone and not a.weak, soon.isoformat(), chance.choice(leads))


def limited_and_not_said(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """The very paragraph of a holding that later rulings narrowed, without a word of it."""
    made = []
    for a in checker.known.authorities.library:
        for holding in a.precedent.holdings if a.precedent and a.system == "echr" else ():
            numbers = sorted(pinpoint_numbers(holding)) if holding.limited_by else []
            for at in chance.sample(numbers, min(len(numbers), 4)):
                made.append(Spoilt(f.court_style_with_date(parts(a, checker, chance, paragraph=at))))
    yield from chance.sample(made, len(made))


def overruled_and_not_said(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """A ruling, or the very paragraph of a holding, that was set aside before the document's date."""
    for a in checker.known.authorities.library:
        if not a.precedent:
            continue
        if a.precedent.set_aside:
            for text in (*(f"{a.name} {n}" for n in a.neutrals[:1]), *(f"{a.name}, {d}" for d in a.dockets[:1])):
                yield Spoilt(text, lead=chance.choice(("As was held in {}.", "See {}.", "The rule stands in {}.")))
        for holding in a.precedent.holdings if a.system == "echr" else ():
            for at in sorted(pinpoint_numbers(holding)) if holding.set_aside else ():
                yield Spoilt(f.court_style_with_date(parts(a, checker, chance, paragraph=at)))


def later_than_the_document(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Rulings of every court of the library, cited in a document of 40 days before."""
    for a in chance.sample(checker.known.authorities.library, len(checker.known.authorities.library)):
        if not whole(a) or not a.court or a.kind == "comment":
            continue
        key = next(iter((*(f"no. {n}" for n in a.numbers), *a.neutrals, *a.dockets)), "")
        if key:
            before = dt.date.fromisoformat(a.date) - dt.timedelta(days=40)
            yield Spoilt(f"{a.name}, {key}, {written_date(a.date)}", as_of=before.isoformat())


def paragraph_beyond_the_end(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: bool(a.length)):
        yield Spoilt(cite(a, checker, chance, paragraph=a.length + chance.choice((1, 2, 5, 40, 300))))


def short_form_beyond_the_end(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: bool(a.length) and len(a.name) < 40):
        full = f.court_style_with_date(parts(a, checker, chance))
        short = a.name.split(" v. ")[0].replace(" and Others", "")
        lead = chance.choice(("See {}. It was so in " + short + ", cited above, § %d.", "See {}. Ibid., § %d."))
        yield Spoilt(full, lead=lead % (a.length + chance.randint(1, 90)))


def paragraph_where_the_length_is_unknown(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: not a.length):
        yield Spoilt(cite(a, checker, chance, paragraph=1987), decidable=False, element="pinpoint")


# The United Nations.


def _un(checker: Checker, chance: Random) -> list[Authority]:
    kept = [a for a in checker.known.authorities.library if a.system in {"cat", "iccpr"} and a.symbols and a.numbers]
    return chance.sample(kept, len(kept))


def _communication(name: str, number: str, symbol: str, chance: Random) -> str:
    return chance.choice(
        (
            f"{name}, communication No. {number}",
            f"{name}, communication No. {number}, {symbol}",
            f"{name}, {symbol}",
            f"{name} (Communication No {number}, UN Doc {symbol})",
        )
    )


def communication_of_another_case(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    pool = _un(checker, chance)
    for a, b in zip(pool, pool[1:], strict=False):
        if not b.named(a.name.rpartition(" v. ")[0]):
            yield Spoilt(_communication(a.name, b.numbers[0], b.symbols[0], chance))


def communication_with_a_slip(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        serial, _, year = a.numbers[0].partition("/")
        wrong = chance.choice((f"{slipped(serial, chance)}/{year}", f"{serial}/{int(year) + 1}"))
        text = _communication(a.name, wrong, a.symbols[0].replace(a.numbers[0], wrong), chance)
        if "&" not in text:
            yield Spoilt(text, right=a.numbers[0])


def number_and_symbol_at_odds(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    pool = _un(checker, chance)
    for a, b in zip(pool, pool[1:], strict=False):
        yield Spoilt(f"{a.name}, communication No. {a.numbers[0]}, {b.symbols[0]}")


def symbol_of_another_committee(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        body, _, rest = a.symbols[0].partition("/")
        other = "CAT" if body == "CCPR" else "CCPR"
        yield Spoilt(f"{a.name}, communication No. {a.numbers[0]}, {other}/{rest}", right=a.symbols[0])


def another_committee(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        other = "Human Rights Committee" if a.system == "cat" else "Committee against Torture"
        form = chance.choice(("{other}, {text}", "{text} ({other})", "the views of the {other} in {text}"))
        yield Spoilt(form.format(other=other, text=f"{a.name}, communication No. {a.numbers[0]}"))


def session_of_another_year(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        parts = a.symbols[0].split("/")
        parts[2] = str(int(parts[2]) + chance.choice((-2, 1, 3)))
        yield Spoilt(f"{a.name}, {'/'.join(parts)}", right=a.symbols[0])


def day_of_other_views(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        if whole(a):
            day = dt.date.fromisoformat(a.date) + dt.timedelta(days=chance.choice((2, -30, 366)))
            text = f"{a.name}, communication No. {a.numbers[0]}, {written_date(day.isoformat())}"
            yield Spoilt(text, decidable=a.date_sure, element="date")


def state_of_another_communication(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        author = a.name.rpartition(" v. ")[0]
        state = chance.choice([s for s in ("Sweden", "Canada", "Morocco", "Spain") if s not in a.name])
        yield Spoilt(_communication(f"{author} v. {state}", a.numbers[0], a.symbols[0], chance))


def author_of_another_communication(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _un(checker, chance):
        state = a.name.rpartition(" v. ")[2]
        yield Spoilt(_communication(f"{chance.choice(INVENTED)} v. {state}", a.numbers[0], a.symbols[0], chance))


def opinion_of_the_working_group(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Number or year of an opinion changed beside the name of the person."""
    for a in checker.known.authorities.library:
        if a.system != "wgad":
            continue
        whom = a.name.partition(" concerning ")[2]
        number, year = (int(n) for n in re.findall(r"\d+", a.name)[:2])
        for other, then in ((number + 1, year), (number, year - 1), (number * 10 + 1, year), (number - 1, year)):
            wrong = f"{other}/{then}"
            yield Spoilt(f"Opinion No. {wrong} concerning {whom}", right=a.name)
            yield Spoilt(f"WGAD, Opinion No. {wrong}, {whom}", right=a.name)
            yield Spoilt(f"{whom}, Opinion No. {wrong}", right=a.name)
            low, _, late = wrong.partition("/")
            yield Spoilt(f"Opinion No. {number}/{year}, {whom}, A/HRC/WGAD/{late}/{low}", right=a.name)


def general_comment_of_another_year(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    bodies = {"cat": "Committee against Torture", "iccpr": "Human Rights Committee", "ced": "CED"}
    for a in checker.known.authorities.library:
        if a.kind == "comment" and a.date and a.system in bodies:
            number = re.search(r"No\. (\d+)", a.name)[1]
            for off in (-6, -4, 3, 5):
                year = int(a.date[:4]) + off
                yield Spoilt(f"{bodies[a.system]}, General Comment No. {number} ({year})")
                yield Spoilt(f"{bodies[a.system]}, General Comment No. {int(number)} ({year}), {a.symbols[0]}")


def general_comment_and_symbol_at_odds(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    bodies = {"cat": "Committee against Torture", "iccpr": "Human Rights Committee", "ced": "CED"}
    for a in checker.known.authorities.library:
        if a.kind == "comment" and a.system in bodies:
            number = int(re.search(r"No\. (\d+)", a.name)[1])
            for wrong in (number + 1, number + 5):
                yield Spoilt(f"{bodies[a.system]}, General Comment No. {wrong}, {a.symbols[0]}")
            for other in sorted(bodies.keys() - {a.system}):
                yield Spoilt(f"{bodies[other]}, General Comment No. {number}, {a.symbols[0]}")


# Luxembourg.


def _union(checker: Checker) -> list[Authority]:
    return [a for a in checker.known.authorities.library if a.system == "eu"]


def _called(a: Authority) -> str:
    return re.sub(r" [(\[].*", "", a.names[-1])


def luxembourg_number_with_a_slip(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _union(checker):
        number = re.match(r"C-(\d+)/(\d\d)", a.dockets[0])
        wrong = (f"C-{slipped(number[1], chance)}/{number[2]}", f"C-{number[1]}/{(int(number[2]) + 1) % 100:02}")
        yield from (Spoilt(f"{_called(a)}, {w}, {written_date(a.date)}", right=a.dockets[0]) for w in wrong)
        yield Spoilt(f"Case {wrong[0]} {_called(a)}{f' EU:{a.eclis[0][8:]}' if a.eclis else ''}", right=a.dockets[0])


def luxembourg_name_of_another_case(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _union(checker):
        for other in (*chance.sample(INVENTED, 2), "Melloni"):
            yield Spoilt(f"{other}, {a.dockets[0]}, {written_date(a.date)}")
            yield Spoilt(f"Case {a.dockets[0]} {other}{f' EU:{a.eclis[0][8:]}' if a.eclis else ''}")


def luxembourg_ecli(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _union(checker):
        if a.eclis:
            head, _, number = a.eclis[0].rpartition(":")
            year = int(head[-4:])
            slips = f"{head}:{slipped(number, chance)}", f"{head[:-4]}{year + 1}:{number}", f"{head}:{int(number) + 9}"
            for wrong in slips:
                yield Spoilt(f"{_called(a)}, {a.dockets[0]}, {wrong}", right=a.eclis[0])


def luxembourg_day(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in _union(checker):
        for days in (1, 31, -365):
            day = dt.date.fromisoformat(a.date) + dt.timedelta(days=days)
            text = f"judgment of {written_date(day.isoformat())}, {_called(a)}, {a.dockets[0]}"
            yield Spoilt(text, decidable=a.date_sure, element="date", right=written_date(a.date))


# National courts.


def national(checker: Checker, chance: Random, needs: Callable[[Authority], bool]) -> list[Authority]:
    kept = [a for a in checker.known.authorities.library if a.system == "national" and not a.precedent.set_aside]
    kept = [a for a in kept if needs(a)]
    return chance.sample(kept, len(kept))


def _common_law(a: Authority) -> list[str]:
    return [n for n in a.neutrals if re.match(r"\[\d{4}\] (?:EWHC|UKHL|UKSC|EWCA|NZSC|NZCA|NZHC|FC|FCA|HCA)\b", n)]


def neutral_citation(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Number, year or court of a neutral citation changed beside the true name."""
    for a in national(checker, chance, lambda a: bool(_common_law(a)) and " v" in a.name):
        own = _common_law(a)[0]
        year, court, number = re.match(r"\[(\d{4})\] ([A-Z]+)(?: Admin)? (\d+)", own).groups()
        tail = own[own.index(court) + len(court) :]
        yield Spoilt(f"{a.name} [{year}] {court}{tail.replace(number, str(int(number) + 11))}", right=own)
        yield Spoilt(f"{a.name} [{int(year) - 1}] {court}{tail}", right=own)
        yield Spoilt(f"{a.name} [{year}] {court}{tail.replace(number, slipped(number, chance))}", right=own)


def neutral_citation_of_another_case(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in national(checker, chance, lambda a: bool(_common_law(a))):
        for other in chance.sample(INVENTED, 3):
            yield Spoilt(f"{other} v Secretary of State for the Home Department {_common_law(a)[0]}")


def day_of_another_ruling(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in national(checker, chance, lambda a: whole(a) and bool(a.dockets or a.neutrals)):
        key = next((k for k in (*a.dockets, *a.neutrals) if re.search("[A-Z]", k) and k not in a.name), "")
        for days in (1, -40):
            day = dt.date.fromisoformat(a.date) + dt.timedelta(days=days)
            text = ", ".join(part for part in (a.name, key, written_date(day.isoformat())) if part)
            yield Spoilt(text, decidable=a.date_sure and not a.measures, element="date")


def docket_with_a_slip(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """The number of a ruling changed beside the name of its parties, where it has such a name."""
    for a in national(checker, chance, lambda a: bool(a.dockets)):
        key = next((d for d in a.dockets if d[:1].isupper() or "/" in d), a.dockets[0])
        digits = max(re.findall(r"\d+", key), key=len)
        if len(digits) > 1 and not re.search(r"\d", a.name):
            yield Spoilt(f"{a.name}, {key.replace(digits, slipped(digits, chance))}", right=key)


def docket_alone_with_a_slip(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """Nothing but a number: whoever writes a wrong one names a ruling that nobody here knows."""
    for a in national(checker, chance, lambda a: bool(a.dockets)):
        for key in a.dockets:
            digits = max(re.findall(r"\d+", key), key=len)
            wrong = key.replace(digits, slipped(digits, chance)) if len(digits) > 1 else key
            if wrong != key and re.search(r"[A-Z]", key) and not checker.known.authorities.keyed([wrong]):
                court = checker.known.library.courts[a.court].name
                yield Spoilt(wrong, lead=f"{court} held so ({{}}).")


def national_ecli(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in national(checker, chance, lambda a: any(e.startswith("ECLI:") for e in a.eclis) and bool(a.dockets)):
        own = a.eclis[0]
        year = re.search(r":(\d{4}):", own)[1]
        digits = max(re.findall(r"\d+", own.rpartition(":")[2]), key=len)
        head, _, tail = own.rpartition(":")
        slips = (
            own.replace(f":{year}:", f":{int(year) + 1}:"),
            f"{head}:{tail.replace(digits, slipped(digits, chance))}",
        )
        for wrong in slips:
            yield Spoilt(f"{a.name}, {wrong}", right=own)


MAKERS: tuple[Maker, ...] = (
    two_digits_exchanged, second_number_of_joined_cases, number_lodged_after_the_judgment, day_and_month_exchanged,
    parties_exchanged, name_with_a_slip, ordinal_of_another_case, decision_that_was_a_judgment, grand_chamber_left_out,
    section_for_the_grand_chamber, grand_chamber_with_the_day_of_the_chamber, volume_of_the_reports,
    report_of_a_case_with_another_year, ecli_of_another_number, ecli_of_another_day, ecli_of_a_decision,
    ecli_alone_of_another_day, called_final_too_early, limited_and_not_said, overruled_and_not_said,
    later_than_the_document, paragraph_beyond_the_end, short_form_beyond_the_end,
    paragraph_where_the_length_is_unknown, communication_of_another_case, communication_with_a_slip,
    number_and_symbol_at_odds, symbol_of_another_committee, another_committee, session_of_another_year,
    day_of_other_views, state_of_another_communication, author_of_another_communication,
    opinion_of_the_working_group, general_comment_of_another_year, general_comment_and_symbol_at_odds,
    luxembourg_number_with_a_slip, luxembourg_name_of_another_case, luxembourg_ecli, luxembourg_day,
    neutral_citation, neutral_citation_of_another_case, day_of_another_ruling, docket_with_a_slip,
    docket_alone_with_a_slip, national_ecli,
)  # fmt: skip
"""One for each class."""


def first(made: Iterable[Spoilt], count: int = EACH) -> list[Spoilt]:
    """At most `count`, those that can be decided before the others, each text once."""
    kept = list({(s.text, s.lead, s.as_of): s for s in made}.values())
    return sorted(kept, key=lambda s: not s.decidable)[:count]
