"""Finds the numbered paragraphs of a judgment: the longest unbroken count from 1, by the numbers that the court wrote.

Four ways of numbering are read: '12.' (Strasbourg, United Nations), '9.4' (views of the committees), '[12]' (courts of
the Commonwealth), '12 Text' (Court of Justice). Nothing is guessed: a number that two passages claim is marked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.confirming.lines import Block, Source, folded

Key = tuple[int, int]
_SPACE = r"(?:[\s\u00a0\u2002-\u200a]|$)"
_WAYS = {
    "dotted": re.compile(rf"^\W?(\d{{1,4}})\s?\.{_SPACE}"),
    "sub": re.compile(rf"^\W?(\d{{1,2}})(?:\.(\d{{1,2}}))?\.?{_SPACE}"),
    "bracket": re.compile(r"^\[(\d{1,4})\]"),
    "bare": re.compile(rf"^(\d{{1,4}}){_SPACE}+(?=[^\W\d_a-z]|$)"),
}
_HEADING = re.compile(r"^(?:[IVXLC]+\.|[A-Z]\.|\d{1,2}\.|\([a-zivx\d]+\)|[a-zαβγδ]\))\s+\S")
_HEADING_LENGTH = 240


@dataclass(frozen=True)
class Numbered:
    """One numbered paragraph with the text that continues it; `number` as in '83' or '9.4'."""

    number: str
    text: str
    ambiguous: bool = False


@dataclass(frozen=True)
class _Start:
    """A block that may begin a numbered paragraph; `sentence`: it begins like one, not like an item or a quotation."""

    block: int
    key: Key
    counted: bool
    sentence: bool


@dataclass
class _Best:
    """The best count that ends at one start: how long, how much of it Word counted, and the start before."""

    length: int
    counted: int
    sentences: int
    before: int | None = None

    def rank(self) -> tuple[int, int, int]:
        return self.counted, self.length, self.sentences


def numbered_paragraphs(source: Source) -> dict[str, Numbered]:
    """Number → paragraph, in order. Empty where the document counts nothing."""
    blocks = source.blocks
    chains = {way: _chain(_starts(blocks, way)) for way in _WAYS}
    way = max(chains, key=lambda w: (_counted(chains[w]), len(chains[w])))
    chain = chains[way]
    if len(chain) < 2:
        return {}
    doubtful = _doubtful(_starts(blocks, way), chain)
    ends = [start.block for start in chain[1:]] + [len(blocks)]
    return {
        _text_of(start.key): Numbered(_text_of(start.key), _assembled(blocks[start.block : end]), start.key in doubtful)
        for start, end in zip(chain, ends, strict=True)
    }


def _counted(chain: list[_Start]) -> int:
    return sum(start.counted for start in chain)


def _starts(blocks: tuple[Block, ...], way: str) -> list[_Start]:
    counters = [block.counter for block in blocks if block.counter and _WAYS[way].match(block.text)]
    main = max(set(counters), key=counters.count) if counters else ""
    found = []
    for n, block in enumerate(blocks):
        match = _WAYS[way].match(block.text)
        if match:
            key = int(match[1]), int(match[2]) if way == "sub" and match[2] else 0
            begins = match[0][0] not in "\"'“‘«" and not block.text[match.end() :].lstrip()[:1].islower()
            found.append(_Start(n, key, bool(main) and block.counter == main, begins))
    return found


def _chain(starts: list[_Start]) -> list[_Start]:
    """The best unbroken count from 1; where Word counts, what it counted decides, and typed numbers only fill gaps."""
    best: list[_Best | None] = [None] * len(starts)
    ends: dict[Key, int] = {}
    heads: dict[int, int] = {}
    for n, start in enumerate(starts):
        before = [b for b in _predecessors(start.key, ends, heads) if best[b] is not None]
        first = start.key in {(1, 0), (1, 1)}
        if not before and not first:
            continue
        previous = max(before, key=lambda b: best[b].rank()) if before else None
        base = best[previous] if previous is not None else _Best(0, 0, 0)
        best[n] = _Best(base.length + 1, base.counted + start.counted, base.sentences + start.sentence, before=previous)
        for table, key in ((ends, start.key), (heads, start.key[0])):
            if key not in table or best[n].rank() >= best[table[key]].rank():
                table[key] = n
    reached = [n for n, found in enumerate(best) if found]
    return _without_typed_tail(_walked(starts, best, max(reached, key=lambda n: best[n].rank()))) if reached else []


def _predecessors(key: Key, ends: dict[Key, int], heads: dict[int, int]) -> Iterable[int]:
    major, minor = key
    if minor > 1:
        yield from (ends[k] for k in ((major, minor - 1),) if k in ends)
    elif major - 1 in heads:
        yield heads[major - 1]


def _walked(starts: list[_Start], best: list[_Best | None], end: int) -> list[_Start]:
    chain, at = [], end
    while at is not None:
        chain.append(starts[at])
        at = best[at].before
    return chain[::-1]


def _without_typed_tail(chain: list[_Start]) -> list[_Start]:
    """Where Word counts most paragraphs, a typed number after the last counted one belongs to a list or an annex."""
    if 2 * _counted(chain) < len(chain):
        return chain
    while chain and not chain[-1].counted:
        chain.pop()
    return chain


def _doubtful(starts: list[_Start], chain: list[_Start]) -> set[Key]:
    """Numbers that two passages between the same neighbours claim with the same right."""
    doubtful = set()
    for n, chosen in enumerate(chain):
        low = chain[n - 1].block if n else -1
        high = chain[n + 1].block if n + 1 < len(chain) else chosen.block + 1
        rivals = [s for s in starts if s.key == chosen.key and low < s.block < high and s.block != chosen.block]
        if any((r.counted, r.sentence) == (chosen.counted, chosen.sentence) for r in rivals):
            doubtful.add(chosen.key)
    return doubtful


def _assembled(blocks: tuple[Block, ...]) -> str:
    """The paragraph and what continues it, on one line, without headings of what follows; broken words are joined."""
    last = len(blocks)
    while last > 1 and _is_heading(blocks[last - 1].text) and not folded(blocks[last - 2].text).endswith(","):
        last -= 1
    text = ""
    for block in blocks[:last]:
        if text.endswith("-") and block.line:
            text = (text[:-1] if block.text[:1].islower() else text) + block.text
        else:
            text = f"{text} {block.text}"
    return folded(text)


def _is_heading(text: str) -> bool:
    """'THE LAW', 'A.  Admissibility', '(a)  General principles': short, and not a sentence."""
    said = folded(text)
    if len(said) > _HEADING_LENGTH or said.endswith((".", ";", ":", ",", "”", "’", '"')):
        return False
    letters = [c for c in said if c.isalpha()]
    return bool(letters) and (all(c.isupper() for c in letters) or bool(_HEADING.match(said)))


def _text_of(key: Key) -> str:
    return f"{key[0]}.{key[1]}" if key[1] else str(key[0])
