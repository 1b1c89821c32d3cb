"""Answers a search: every word has to stand in the record; the nearest come first, each with the places that matched.

A word that stands nowhere is read as the nearest word of a name, and the answer says so. Where no record holds every
word, those that hold some are given, the most words first, and the answer says that too.
"""

import difflib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefs.models.base import first_day, last_day
from briefs.search.folding import fold, folded_text, words_with_places
from briefs.search.ranking import Scale, Term, score
from briefs.search.store import Store
from briefs.search.units import Item, Unit

_EMPTY = {"the", "of", "and", "in", "to", "a", "an", "for", "on", "v", "vs", "by", "or", "is", "with", "from", "no"}
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_NEAR, _MOST_NEAR, _WHYS = 0.78, 3, 3
_BEFORE, _AFTER = 70, 130


@dataclass(frozen=True)
class Filters:
    """What narrows an answer; empty means: any. `since`, `until`: dates, as exact as they are given."""

    kinds: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    stance: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Why:
    """One place that matched. `marks`: (start, end) of the matching words in the snippet."""

    field: str
    part: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    grounds: tuple[str, ...] = ()
    stance: str = ""


@dataclass(frozen=True)
class Hit:
    """One record that answers, and why."""

    item: Item
    score: float
    why: tuple[Why, ...]


@dataclass
class Answer:
    """The hits, nearest first, and the words that were read as others because they stand nowhere.

    `nowhere`: words that no record holds. `every`: whether the hits hold every other word; else they hold some.
    `more`: whether there are more records than were ranked.
    """

    hits: list[Hit] = field(default_factory=list)
    read_as: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nowhere: tuple[str, ...] = ()
    every: bool = True
    more: bool = False


@dataclass(frozen=True)
class _Found:
    """A record that answers: its row, its nearness, and which of its texts the filters let through."""

    row: int
    item: Item
    held: int
    score: float


MOST = 1000
"""Records that are ranked; more answer only to a word that is everywhere."""


def search(store: Store, text: str, filters: Filters | None = None, limit: int = 20) -> Answer:
    """Search the index: what holds every word; where nothing does, what holds some. An empty question answers with
    everything that the filters let through. Only the first `limit` hits say why."""
    filters, answer = filters or Filters(), Answer()
    terms = [term for phrase in _phrases(text) for term in _terms(store, phrase, answer)]
    standing = [term for term in terms if term.stands]
    answer.nowhere = tuple(term.said for term in terms if not term.stands)
    if terms and not standing:
        return answer
    wanted = _wanted_grounds(store, filters)
    scale = Scale(store.records(), store.length())
    for every in (True, False) if len(standing) > 1 else (True,):
        rows = _candidates(store, standing, every)
        fitting = (found for found in rows if _passes(store, *found, filters, wanted))
        ranked = [_ranked(store, row, item, standing, scale) for row, item in itertools.islice(fitting, MOST)]
        answer.every, answer.more = every, len(ranked) == MOST and next(fitting, None) is not None
        if ranked:
            break
    ranked.sort(key=lambda found: (-found.held, -found.score, found.item.kind, found.item.id))
    shown = [_why_of(store, found, standing, scale, filters, wanted) for found in ranked[:limit]]
    answer.hits = shown + [Hit(found.item, found.score, ()) for found in ranked[limit:]]
    return answer


def _candidates(store: Store, terms: list[Term], every: bool) -> Iterator[tuple[int, Item]]:
    if not terms:
        return store.items()
    return ((row, store.item(row)) for row in store.finder.records([term.forms for term in terms], every))


def _ranked(store: Store, row: int, item: Item, terms: list[Term], scale: Scale) -> _Found:
    ranks = [[scale.rank(term, *text) for term in terms] for text in store.units_of(row)] if terms else []
    held, near = score(ranks) if ranks else (0, 0.0)
    return _Found(row, item, held, near)


def _by_unit(filters: Filters) -> bool:
    return bool(filters.forums or filters.grounds or filters.stance)


def _passes(store: Store, row: int, item: Item, filters: Filters, wanted: set[str]) -> bool:
    if not _fits(item, filters):
        return False
    return not _by_unit(filters) or any(_unit_fits(u, item, filters, wanted) for u, _ in store.units_of(row))


def _why_of(store: Store, found: _Found, terms: list[Term], scale: Scale, filters: Filters, wanted: set[str]) -> Hit:
    units = store.units_of(found.row)
    allowed = {
        n for n, (unit, _) in enumerate(units) if not _by_unit(filters) or _unit_fits(unit, found.item, filters, wanted)
    }
    ranks = [[scale.rank(term, *text) for term in terms] for text in units]
    return Hit(found.item, found.score, _reasons(terms, [unit for unit, _ in units], ranks, allowed))


def _phrases(text: str) -> list[str]:
    """Folded words and phrases of the question; empty words count only where nothing else is said."""
    found = [folded_text(match[1] or match[2]) for match in _PHRASE.finditer(text)]
    found = [phrase for phrase in found if phrase]
    return [phrase for phrase in found if phrase not in _EMPTY] or found


def _terms(store: Store, phrase: str, answer: Answer) -> list[Term]:
    """A phrase that stands nowhere is read as its words, each for itself; a Chinese name is never taken apart."""
    term = _looked_up(store, phrase, answer)
    if term.stands or " " not in phrase or not phrase.isascii() and all(len(word) == 1 for word in phrase.split(" ")):
        return [term]
    words = tuple(word for word in phrase.split(" ") if word not in _EMPTY)
    answer.read_as[phrase] = words
    return [_looked_up(store, word, answer) for word in words]


def _looked_up(store: Store, phrase: str, answer: Answer) -> Term:
    term = _term(store, phrase, (_form(phrase),))
    if not term.stands and " " not in phrase and len(phrase) > 3 and not any(c.isdigit() for c in phrase):
        near = difflib.get_close_matches(phrase, store.names(), n=_MOST_NEAR, cutoff=_NEAR)
        if near:
            answer.read_as[phrase] = tuple(near)
            return _term(store, phrase, tuple(near))
    return term


def _term(store: Store, phrase: str, forms: tuple[str, ...]) -> Term:
    return Term(phrase, forms, tuple(store.finder.count(form) for form in forms))


def _form(phrase: str) -> str:
    """A longer word may go on: 'assurance' finds 'assurances'. Numbers and phrases are exact."""
    plain = " " not in phrase and len(phrase) > 3 and phrase.isascii() and phrase.isalpha()
    return f"{phrase}*" if plain else phrase


def _wanted_grounds(store: Store, filters: Filters) -> set[str]:
    """The grounds that are asked for and that the forums asked for may hear."""
    if not (filters.forums or filters.grounds):
        return set()
    return {
        item.id
        for _, item in store.items("ground")
        if (not filters.forums or set(filters.forums) & set(item.forums))
        and (not filters.grounds or item.id in filters.grounds)
    }


def _fits(item: Item, filters: Filters) -> bool:
    if filters.kinds and item.kind not in filters.kinds:
        return False
    if filters.courts and item.id.partition("/")[0] not in filters.courts:
        return False
    if filters.states and not set(filters.states) & set(item.states):
        return False
    return _in_time(item.date, filters)


def _in_time(date: str, filters: Filters) -> bool:
    if not (filters.since or filters.until):
        return True
    try:
        first, last = first_day(date), last_day(date)
    except ValueError:
        return False
    return not (filters.since and last < first_day(filters.since) or filters.until and first > last_day(filters.until))


def _unit_fits(unit: Unit, item: Item, filters: Filters, wanted: set[str]) -> bool:
    itself = item.kind == "forum" and item.id in filters.forums and not filters.grounds
    if (filters.forums or filters.grounds) and not (set(unit.grounds) & wanted or itself):
        return False
    return not filters.stance or unit.stance == filters.stance


def _reasons(terms: list[Term], units: list[Unit], ranks: list[list[float]], allowed: set[int]) -> tuple[Why, ...]:
    """The places that matched; those that the filters let through first, and these even where only the name matched."""
    near = {n: sum(ranks[n]) for n in range(len(units))}
    narrowed = len(allowed) < len(units)
    shown = sorted((n for n in allowed if near[n] > 0), key=lambda n: (-near[n], n))
    if not shown and narrowed:
        shown = sorted(allowed)
    if narrowed:
        shown += sorted((n for n in near if near[n] > 0 and n not in allowed), key=lambda n: (-near[n], n))
    holding = [{n for n in near if ranks[n][at] > 0} for at in range(len(terms))]
    return tuple(_why(units[n], terms) for n in _covering(shown, holding))


def _covering(rows: list[int], holding: list[set[int]]) -> list[int]:
    """The best places, so chosen that every word is shown once before a word is shown twice. `holding`: for each word,
    the places that hold it."""
    chosen: list[int] = []
    for row in rows:
        if any(row in places for places in holding) and len(chosen) < _WHYS:
            chosen.append(row)
            holding = [places for places in holding if row not in places]
    return (chosen + [row for row in rows if row not in chosen])[:_WHYS]


def _why(unit: Unit, terms: list[Term]) -> Why:
    marks = _marks(unit.text, terms)
    start = max(0, marks[0][0] - _BEFORE) if marks else 0
    end = min(len(unit.text), max(start + _BEFORE + _AFTER, marks[0][1] if marks else 0))
    start = unit.text.rfind(" ", 0, start) + 1 if start else 0
    cut = unit.text.find(" ", end)
    end = len(unit.text) if cut < 0 else cut
    before, after = ("…" if start else ""), ("…" if end < len(unit.text) else "")
    inside = [(a - start + len(before), b - start + len(before)) for a, b in marks if a >= start and b <= end]
    snippet = f"{before}{unit.text[start:end]}{after}"
    return Why(unit.field, unit.part, snippet, tuple(inside), unit.grounds, unit.stance)


def _marks(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    words = words_with_places(text)
    found = []
    for term in terms:
        for form in term.forms:
            wanted = form.rstrip("*").split(" ")
            for n in range(len(words) - len(wanted) + 1):
                run = words[n : n + len(wanted)]
                if all(_same(word, part, form) for (word, _, _), part in zip(run, wanted, strict=True)):
                    found.append((run[0][1], run[-1][2]))
    return sorted(set(found))


def _same(word: str, part: str, form: str) -> bool:
    return word.startswith(part) if form.endswith("*") else word == fold(part)
