"""Answers a search: every word has to stand in the record; the nearest come first, each with the places that matched.

A word that stands nowhere is read as the nearest word of a name, and the answer says so.
"""

import difflib
import re
from dataclasses import dataclass, field

from briefs.models.base import first_day, last_day
from briefs.search.folding import fold, folded_text, words_with_places
from briefs.search.store import Store
from briefs.search.units import Item, Unit

Key = tuple[str, str]
_WEIGHTS = {
    "name": 7.0,
    "other name": 4.0,
    "number": 6.0,
    "proposition": 3.0,
    "finding": 3.0,
    "thesis": 2.5,
    "outcome": 2.0,
    "facts": 2.0,
}
_WEIGHTS |= {"body": 2.0, "paraphrase": 2.0, "heading": 2.0, "test": 2.0}
_EMPTY = {"the", "of", "and", "in", "to", "a", "an", "for", "on", "v", "vs", "by", "or", "is", "with", "from", "no"}
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_NEAR, _MOST_NEAR, _WHYS = 0.78, 3, 3
_BEFORE, _AFTER = 70, 130
_TOGETHER = 1.3


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
    """The hits, nearest first, and the words that were read as others because they stand nowhere."""

    hits: list[Hit] = field(default_factory=list)
    read_as: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class _Term:
    """One word or phrase of the question: the forms that were looked for, and where they stand."""

    said: str
    forms: tuple[str, ...]
    rows: dict[int, float]


def search(store: Store, text: str, filters: Filters | None = None, limit: int = 20) -> Answer:
    """Search the index. An empty question answers with everything that the filters let through. Only the first `limit`
    hits say why."""
    filters = filters or Filters()
    answer = Answer()
    terms = [term for phrase in _phrases(text) for term in _terms(store, phrase, answer)]
    if not all(term.rows for term in terms):
        return answer
    items, scores = store.items(), _scores(terms, store.places())
    wanted = _wanted_grounds(items, filters)
    by_unit = bool(filters.forums or filters.grounds or filters.stance)
    for key in sorted(set(items) & set(scores) if terms else items):
        item = items[key]
        if _fits(item, filters) and (not by_unit or _allowed(store, item, filters, wanted)):
            answer.hits.append(Hit(item, scores.get(key, 0.0), ()))
    answer.hits.sort(key=lambda hit: (-hit.score, hit.item.kind, hit.item.id))
    for n, hit in enumerate(answer.hits[:limit]):
        units = store.units_of((hit.item.kind, hit.item.id))
        allowed = _allowed(store, hit.item, filters, wanted) if by_unit else set(units)
        answer.hits[n] = Hit(hit.item, hit.score, _reasons(terms, units, allowed))
    return answer


def _scores(terms: list[_Term], places: dict[int, tuple[Key, str]]) -> dict[Key, float]:
    """Records in which every term stands: the best place of each term counts, and more where one text holds all."""
    best: list[dict[Key, float]] = []
    for term in terms:
        ranks: dict[Key, float] = {}
        for row, rank in term.rows.items():
            key, field_ = places[row]
            ranks[key] = max(ranks.get(key, 0.0), rank * _WEIGHTS.get(field_, 1.0))
        best.append(ranks)
    if not best:
        return {}
    together = {places[row][0] for row in set.intersection(*(set(term.rows) for term in terms))}
    keys = set.intersection(*(set(ranks) for ranks in best))
    return {
        key: sum(ranks[key] for ranks in best) * (_TOGETHER if len(terms) > 1 and key in together else 1.0)
        for key in keys
    }


def _allowed(store: Store, item: Item, filters: Filters, wanted: set[str]) -> set[int]:
    units = store.units_of((item.kind, item.id))
    return {row for row, unit in units.items() if _unit_fits(unit, item, filters, wanted)}


def _phrases(text: str) -> list[str]:
    """Folded words and phrases of the question; empty words count only where nothing else is said."""
    found = [folded_text(match[1] or match[2]) for match in _PHRASE.finditer(text)]
    found = [phrase for phrase in found if phrase]
    return [phrase for phrase in found if phrase not in _EMPTY] or found


def _terms(store: Store, phrase: str, answer: Answer) -> list[_Term]:
    """A phrase that stands nowhere is read as its words, each for itself; a Chinese name is never taken apart."""
    term = _looked_up(store, phrase, answer)
    if term.rows or " " not in phrase or not phrase.isascii() and all(len(word) == 1 for word in phrase.split(" ")):
        return [term]
    words = tuple(word for word in phrase.split(" ") if word not in _EMPTY)
    answer.read_as[phrase] = words
    return [_looked_up(store, word, answer) for word in words]


def _looked_up(store: Store, phrase: str, answer: Answer) -> _Term:
    forms: tuple[str, ...] = (_form(phrase),)
    rows = store.matches(forms[0])
    if not rows and " " not in phrase and len(phrase) > 3 and not any(c.isdigit() for c in phrase):
        near = difflib.get_close_matches(phrase, store.names(), n=_MOST_NEAR, cutoff=_NEAR)
        if near:
            answer.read_as[phrase], forms = tuple(near), tuple(near)
            for word in near:
                rows |= store.matches(word)
    return _Term(phrase, forms, rows)


def _form(phrase: str) -> str:
    """A longer word may go on: 'assurance' finds 'assurances'. Numbers and phrases are exact."""
    plain = " " not in phrase and len(phrase) > 3 and phrase.isascii() and phrase.isalpha()
    return f"{phrase}*" if plain else phrase


def _wanted_grounds(items: dict[Key, Item], filters: Filters) -> set[str]:
    """The grounds that are asked for and that the forums asked for may hear."""
    return {
        key
        for (kind, key), item in items.items()
        if kind == "ground"
        and (not filters.forums or set(filters.forums) & set(item.forums))
        and (not filters.grounds or key in filters.grounds)
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


def _reasons(terms: list[_Term], units: dict[int, Unit], allowed: set[int]) -> tuple[Why, ...]:
    """The places that matched; those that the filters let through first, and these even where only the name matched."""
    ranks = {row: sum(_rank(term, row, unit) for term in terms) for row, unit in units.items()}
    narrowed = len(allowed) < len(units)
    shown = sorted((row for row in allowed if ranks[row] > 0), key=lambda row: (-ranks[row], row))
    if not shown and narrowed:
        shown = sorted(allowed)
    if narrowed:
        shown += sorted((row for row in units if ranks[row] > 0 and row not in allowed), key=lambda r: (-ranks[r], r))
    return tuple(_why(units[row], terms) for row in _covering(shown, terms))


def _rank(term: _Term, row: int, unit: Unit) -> float:
    return term.rows.get(row, 0.0) * _WEIGHTS.get(unit.field, 1.0)


def _covering(rows: list[int], terms: list[_Term]) -> list[int]:
    """The best places, so chosen that every word is shown once before a word is shown twice."""
    chosen, open_terms = [], [set(term.rows) for term in terms]
    for row in rows:
        if any(row in term for term in open_terms) and len(chosen) < _WHYS:
            chosen.append(row)
            open_terms = [term for term in open_terms if row not in term]
    return (chosen + [row for row in rows if row not in chosen])[:_WHYS]


def _why(unit: Unit, terms: list[_Term]) -> Why:
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


def _marks(text: str, terms: list[_Term]) -> list[tuple[int, int]]:
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
