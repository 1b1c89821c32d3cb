"""Quotations beside a citation, compared word for word with a source that a person gave; else not checked."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefs.verify.check.verbatim import (
    Source,
    altered,
    differences,
    holds,
    in_opinion,
    left_out,
    one_word_off,
    stands_elsewhere,
    taken_from,
    words_of,
)
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.folding import Folded
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_TERM, _SHORTEST, _LONGEST = 8, 25, 2000
_MARK = late('"')
# The apostrophe of 'the applicants' case' closes nothing.
_SINGLE = late(r"(?<![\w'.])'(?=[\w\[])(.{12,2000}?(?:(?<!s)(?<=[\w.,;:!?)\]])|(?<=s)(?=' ?[^a-z ])))'(?![\w'])")
_ANNOUNCING = late(
    r"\b(?:held|ruled|said|stated|found|observed|noted|wrote|concluded|explained|reiterated|recalled|reads?|provides|"
    r"follows|words|terms|passage|paragraph)\b[^.;!?]{0,50}$"
)


class Quotation(NamedTuple):
    """Where it stands with its marks, and the words inside them."""

    start: int
    end: int
    words: str


class Block(str):
    """A paragraph without marks behind words that announce a quotation: perhaps one, perhaps counsel's own words."""


def quotations(folded: Folded) -> list[Quotation]:
    """Quotations of one text, from left to right: in double marks of every kind, and in single ones."""
    text = folded.text
    found = list(_double(folded)) if '"' in text else []
    if " '" in text or "('" in text or text.startswith("'"):
        taken = Places([(q.start, q.end) for q in found])
        singles = (Quotation(m.start(), m.end(), m[1]) for m in _SINGLE.finditer(text))
        found += [q for q in singles if taken.free(q.start, q.end)]
    return sorted(found)


def _double(folded: Folded) -> Iterator[Quotation]:
    """Marks in pairs. One that can only open begins anew: a mark that was never closed pairs with no later one."""
    curly, opened, mark = "“" in folded.original, -1, ""
    marks = list(_MARK.finditer(folded.text))
    inside = _nested(folded, marks, curly) if len(marks) > 3 else {}
    past = -1
    for m in marks:
        if m.start() <= past:
            continue
        if opened < 0 and (last := inside.get(m.start(), -1)) > 0:
            past = last
            yield Quotation(m.start(), last + 1, folded.text[m.start() + 1 : last])
            continue
        own = folded.original[folded.origin(m.start())]
        closes = own not in "“„«" or (mark, own) in {("„", "“"), ("»", "«")}
        if opened < 0 or not closes:
            opened, mark = (m.start(), own) if own != "”" or not curly else (-1, "")
            continue
        words = folded.text[opened + 1 : m.start()]
        if _SHORTEST <= len(words) <= _LONGEST or (_TERM <= len(words) < _SHORTEST and " " in words.strip()):
            yield Quotation(opened, m.end(), words)
        opened, mark = -1, ""


_OPENS = late(r"(?:^|[\s(\[-])\"(?=[\w\[(.'])")
_CLOSES = late(r"[\w.,;:!?)\]'…]\"(?=$|[\s.,;:!?)\]-])")


def _nested(folded: Folded, marks: list[re.Match[str]], curly: bool) -> dict[int, int]:
    """Quotations that hold others, by the place of their first mark: the place of the last. Only where every mark from
    the first to the last can but open or can but close, and the last closes the first."""
    turns = [_turn(folded, m.start(), curly) for m in marks]
    found: dict[int, int] = {}
    n = 0
    while n < len(marks):
        depth, deepest = 0, 0
        for k in range(n, min(n + 12, len(marks))):
            depth += turns[k]
            deepest = max(deepest, depth)
            if not turns[k] or depth < 1:
                break
        length = marks[k].start() - marks[n].start()
        if turns[n] == 1 and depth == 0 and turns[k] == -1 and deepest == 2 and _SHORTEST <= length <= _LONGEST:
            found[marks[n].start()] = marks[k].start()
            n = k
        n += 1
    return found


def _turn(folded: Folded, place: int, curly: bool) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 where that cannot be told."""
    if curly:
        return {"“": 1, "”": -1}.get(folded.original[folded.origin(place)], 0)
    around = max(place - 1, 0), min(place + 2, len(folded.text))
    stretch = folded.text[around[0] : around[1]]
    opens, closes = _OPENS.search(stretch), _CLOSES.search(stretch)
    return int(bool(opens)) - int(bool(closes))


def outside(ends: list[int], quoted: list[Quotation]) -> list[int]:
    """Ends of sentences that do not lie inside a quotation."""
    taken = Places([(q.start, q.end) for q in quoted if len(q.words) >= _SHORTEST])
    return [end for end in ends if not taken.holds(end, end)] if quoted else ends


def owned(quoted: list[Quotation], spans: list[tuple[int, int]]) -> dict[int, list[tuple[int, str]]]:
    """Quotations by the start of the citation they belong to: the one that follows, else the one before.

    `spans`: citations from left to right; what stands in quotation marks inside one of them is part of a name.
    """
    found: dict[int, list[tuple[int, str]]] = {}
    taken, starts = Places(spans), [a for a, _ in spans]
    for start, end, words in quoted if spans else ():
        if taken.holds(start, end):
            continue
        after = taken.behind(end, -1)
        before = bisect_left(starts, start)
        if 0 <= after < end + 300:
            found.setdefault(after, []).append((start, words))
        elif before:
            found.setdefault(starts[before - 1], []).append((start, words))
    return found


def check_quotations(quoted: list[str], source: Source | None, cited: list[int], v: Verdict, said: str = "") -> None:
    """Quotations beside one citation, word for word, where a source is present. `cited`: its paragraphs; `said`: its
    sentence, which may say that it quotes a separate opinion."""
    for words in quoted:
        if source is None:
            v.checks["quotation"] = "not_checked"
        elif len(words) < _SHORTEST or (isinstance(words, Block) and len(words_of(words).split()) < 8):
            _check_term(words, source, v)
        elif isinstance(words, Block) and not taken_from(words, source):
            continue
        elif what := altered(words, source):
            v.differs("quotation", "quote_altered", f"The quotation is not word for word: {what}.")
        else:
            v.checks.setdefault("quotation", "agrees")
            _check_place(words, source, cited, v, said)


_OPINION_SAID = late(r"opinion|dissent|concurr|\bJudges?\b|\bJ\b\.?|juge", re.I)


def _check_place(words: str, source: Source, cited: list[int], v: Verdict, said: str) -> None:
    """Where words stand that agree; and what an ellipsis in them hides."""
    if hidden := left_out(words, source):
        v.note(
            "left_out",
            f"The quotation leaves out “{hidden[0]}”: {source.name} has “… {hidden[1]} …”. Check that it still says "
            "what the ruling says.",
        )
    if heading := in_opinion(words, source):
        if not _OPINION_SAID.search(said):
            v.differs(
                "pinpoint",
                "wrong_pinpoint",
                f"These words are not the Court's: they stand in a separate opinion ({heading.title()}) behind "
                f"the ruling in {source.name}.",
            )
    elif at := stands_elsewhere(words, cited, source):
        where = f"The quotation stands in § {', '.join(map(str, at))} of {source.name}, not where it is cited."
        v.differs("pinpoint", "wrong_pinpoint", where)


def announces(text: str, last: Found | None) -> bool:
    """Whether a paragraph ends with words that announce a quotation; `last`: its last citation."""
    if text.rstrip().endswith(":"):
        return True
    if last and not text[last.end :].strip(" ,)"):
        text = text[: last.start]
    text = text.rstrip(" ,(")
    return not text.endswith((".", ";", "!", "?", ")")) and bool(_ANNOUNCING.search(text[-90:]))


def _check_term(words: str, source: Source, v: Verdict) -> None:
    """A few words in marks may be a term of anybody: blamed is only a passage of the source with a word too few, or
    too many."""
    said = words_of(words)
    if any(holds(text, said) for text in (source.text, source.bare)):
        v.checks.setdefault("quotation", "agrees")
    elif one_word_off(said.split(), source):
        v.differs("quotation", "quote_altered", f"The quotation is not word for word: {differences(said, source)}.")
    else:
        v.checks.setdefault("quotation", "not_checked")
        if not isinstance(words, Block):
            v.note("short_quotation", f"'{words.strip()}' does not stand in {source.name} in these words.")
