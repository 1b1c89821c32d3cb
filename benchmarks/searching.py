"""Search in a large imported corpus: through Tantivy (the extra `large`), against SQLite's full text, index open.

The corpus is generated: each record holds words of the shipped library, as often as they stand there, in another order.
Both are asked the same questions, and must give the same answers.
"""

import random
import re
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.rows import Row, paired

RECORDS, LENGTH, QUESTIONS, ROUNDS = 30_000, 120, 40, 3
_WORD = re.compile(r"[a-z]{3,}")

TOLD: list[str] = []
"""What is said beside the figures; filled by `run`."""


def run() -> list[Row]:
    """Looking up the words, and whole answers."""
    from briefs.search import large, search
    from briefs.search.store import Store

    TOLD.clear()
    if not large.available():
        TOLD.append("Search through Tantivy was not measured: the extra `large` is not installed.")
        return []
    texts = _texts()
    asked = _questions(texts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = Store.build(folder / "plain.sqlite", "", _corpus(texts))
        words = large.new(folder / "words.tantivy")
        other = Store.build(folder / "other.sqlite", "", _corpus(texts), words, "words.tantivy")
        TOLD.append(_same_answers(plain, other, asked))
        among = f"{len(asked)} questions among {RECORDS:,} generated records, Tantivy against SQLite's full text"
        rows = [
            paired(lambda: _look_up(other, asked), lambda: _look_up(plain, asked), ROUNDS).row(
                f"{among}: looking up the words", "", "", faster=True
            ),
            paired(
                lambda: [search(other, question) for question in asked],
                lambda: [search(plain, question) for question in asked],
                ROUNDS,
            ).row(f"{among}: whole answers, ranked and with reasons", "", "", faster=True),
        ]
        plain.close()
        other.close()
    return rows


def _texts() -> list[list[str]]:
    """Words of each generated record."""
    from briefs.library import find_layers
    from briefs.search.units import read_units

    source = [word for _, units in read_units(find_layers()) for unit in units for word in _WORD.findall(unit.text)]
    chance = random.Random(7)
    return [chance.choices(source, k=LENGTH) for _ in range(RECORDS)]


def _corpus(texts: list[list[str]]) -> Iterator[tuple]:
    from briefs.search.units import Item, Unit

    for n, words in enumerate(texts):
        key = f"generated/{n:06}"
        yield Item(key, "precedent", f"Case {n}", "", (), "own"), [Unit(key, "facts", " ".join(words))]


def _questions(texts: list[list[str]]) -> list[str]:
    """Two to four words that stand together in one record."""
    chance = random.Random(8)
    return [" ".join(chance.sample(chance.choice(texts), 2 + n % 3)) for n in range(QUESTIONS)]


def _look_up(store, asked: list[str]) -> None:
    """How many records hold each word, and the thousand likeliest that hold all, as a search asks for them."""
    from briefs.search.finding import MOST

    for question in asked:
        terms = [(f"{word}*" if len(word) > 3 else word,) for word in question.split()]
        for (form,) in terms:
            store.finder.count(form)
        list(islice(store.finder.records(terms, True), MOST))


def _same_answers(plain, other, asked: list[str]) -> str:
    """Compares them. Where more records hold the words than are ranked, each proposes those that it holds likeliest."""
    from briefs.search import search

    said = {True: 0, False: 0}
    for question in asked:
        one, two = (search(store, question) for store in (plain, other))
        if one.more or two.more:
            said[False] += 1
            continue
        found = [[(hit.item.id, hit.score, hit.why) for hit in answer.hits] for answer in (one, two)]
        if found[0] != found[1] or not found[0]:
            raise AssertionError(f"the two indexes answer differently: {question}")
        said[True] += 1
    more = f"; {said[False]} have more answers than are ranked" if said[False] else ""
    return f"Search: {said[True]} of {len(asked)} questions compared, the same answers from both indexes{more}."


if __name__ == "__main__":
    for row in run():
        print(row)
    print(*TOLD, sep="\n")
