"""Errors in the name beside a true number and a true day: letters, parties, respondents, ordinals."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.verify import forms as f
from benchmarks.verify.errors_known import Maker, cite, parts, same_case, strasbourg
from benchmarks.verify.seeds import INVENTED
from benchmarks.verify.spoilt import Spoilt
from briefs.verify import Checker


def _spelt(checker: Checker, chance: Random, spoil: Callable[[str], str]) -> Iterator[Spoilt]:
    """One word of the applicant's name spoilt beside the right number and day."""
    for a in strasbourg(checker, chance, lambda a: not a.loose):
        p = parts(a, checker, chance)
        word = next((w for w in re.findall(r"[A-ZÀ-Ž][a-zà-ž]{4,}", p.first) if w != "Others"), "")
        if word and (wrong := spoil(word)) not in {"", word} and not any(wrong in name for name in a.names):
            yield Spoilt(cite(a, checker, chance, first=p.first.replace(word, wrong, 1)), right=word)


def letter_doubled(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    def doubled(word: str) -> str:
        i = chance.randrange(1, len(word) - 1)
        return word[:i] + word[i] + word[i:]

    return _spelt(checker, chance, doubled)


def half_of_a_double_lost(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    return _spelt(checker, chance, lambda word: re.sub(r"([a-z])\1", r"\1", word, count=1))


def letter_lost(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    def shorter(word: str) -> str:
        i = chance.randrange(1, len(word))
        return word[:i] + word[i + 1 :]

    return _spelt(checker, chance, shorter)


def letters_added_at_the_end(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    return _spelt(checker, chance, lambda word: word + chance.choice(("e", "s", "a", "n", "ov", "ova")))


def party_added(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """An invented applicant behind the true ones, or before them: 'Kress and Delacroix'."""
    for a in strasbourg(checker, chance, lambda a: not (a.loose or a.others or "Others" in a.name)):
        p, who = parts(a, checker, chance), chance.choice(INVENTED)
        first = chance.choice((f"{p.first} and {who}", f"{who} and {p.first}"))
        # Of joined cases the register may have the first applicant alone.
        sure = len(a.numbers) == 1 or " and " in p.first
        yield Spoilt(cite(a, checker, chance, first=first), decidable=sure, right=a.name)


def party_exchanged(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """One of two applicants is another: 'Wallová and Brandström'."""
    for a in strasbourg(checker, chance, lambda a: not a.loose and " and " in a.name and "Others" not in a.name):
        p = parts(a, checker, chance)
        first = f"{p.first.rpartition(' and ')[0]} and {chance.choice(INVENTED)}"
        if not first.startswith(" "):
            yield Spoilt(cite(a, checker, chance, first=first), right=a.name)


def respondent_added(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: not a.loose and len(a.states) == 1 and "(no" not in a.name):
        p = parts(a, checker, chance)
        other = chance.choice([state for state in ("Malta", "Tunisia", "Norway") if state not in p.state])
        yield Spoilt(f.court_style_with_date(f.spoil(p, state=f"{p.state} and {other}")), right=a.name)


def respondent_left_out(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: len(a.states) == 2 and " and " in a.name.rpartition(" v. ")[2]):
        p = parts(a, checker, chance)
        yield Spoilt(f.court_style_with_date(f.spoil(p, state=p.state.rpartition(" and ")[0])), right=a.name)


def ordinal_added(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: not a.loose and not a.name.endswith(")")):
        p = parts(a, checker, chance)
        yield Spoilt(f.court_style_with_date(f.spoil(p, state=f"{p.state} (no. 2)")), right=a.name)


def ordinal_left_out(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for a in strasbourg(checker, chance, lambda a: re.search(r"\(no\. [2-9]\)$", a.name) is not None):
        sure = all(re.search(r"\(no\. [2-9]\)$", b.name) for b in same_case(a, checker))
        p = parts(a, checker, chance)
        text = f.court_style_with_date(f.spoil(p, state=p.state.rpartition(" (")[0]))
        yield Spoilt(text, decidable=sure, right=a.name)


MAKERS: tuple[Maker, ...] = (
    letter_doubled, half_of_a_double_lost, letter_lost, letters_added_at_the_end, party_added, party_exchanged,
    respondent_added, respondent_left_out, ordinal_added, ordinal_left_out,
)  # fmt: skip
"""One for each class."""
