"""Quotations beside a citation, compared word for word with a source that a person gave; else not checked."""

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefs.verify.check.verdict import Verdict
from briefs.verify.find.folding import Folded, fold
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_TERM, _SHORTEST, _LONGEST = 8, 25, 2000
_MARK = late('"')
# The apostrophe of 'the applicants' case' closes nothing.
_SINGLE = late(r"(?<![\w'.])'(?=[\w\[])(.{12,2000}?(?:(?<!s)(?<=[\w.,;:!?)\]])|(?<=s)(?=' ?[^a-z ])))'(?![\w'])")
_ELLIPSIS = late(r"\[?\.{3}\]?|…|\[\s*…\s*\]|\(\.{3}\)")
_ANNOUNCING = late(
    r"\b(?:held|ruled|said|stated|found|observed|noted|wrote|concluded|explained|reiterated|recalled|reads?|provides|"
    r"follows|words|terms|passage|paragraph)\b[^.;!?]{0,50}$"
)
_INSERTED = late(r"\[[^\]]{0,60}\]")


class Quotation(NamedTuple):
    """Where it stands with its marks, and the words inside them."""

    start: int
    end: int
    words: str


class Block(str):
    """A paragraph without marks behind words that announce a quotation: perhaps one, perhaps counsel's own words."""


class Source(NamedTuple):
    """Text of one ruling, as read from a file: its plain words, whole and by numbered paragraph. `bare`: without the
    numbers of the paragraphs, which whoever quotes two of them leaves out.
    """

    name: str
    text: str
    paragraphs: dict[int, str]
    bare: str = ""

    @property
    def length(self) -> int | None:
        """Number of the last paragraph, where the numbering has no gap."""
        top = max(self.paragraphs, default=0)
        return top if top and len(self.paragraphs) == top else None


def source_of(name: str, paragraphs: list[str]) -> Source:
    """Numbered paragraphs begin with their number and a full stop, in order."""
    numbered: dict[int, str] = {}
    bare: list[str] = []
    current = 0
    for paragraph in paragraphs:
        m = re.match(r"\s*(\d{1,4})\.\s", paragraph)
        if m and int(m[1]) == current + 1:
            current += 1
        bare.append(paragraph[m.end() :] if m else paragraph)
        if current:
            numbered[current] = f"{numbered.get(current, '')} {_words(paragraph)}".strip()
    return Source(name, _words(" ".join(paragraphs)), numbered, _words(" ".join(bare)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", fold(text).text.lower()))


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


def check_quotations(quoted: list[str], source: Source | None, cited: list[int], v: Verdict) -> None:
    """Quotations beside one citation, word for word, where a source is present. `cited`: its paragraphs."""
    for words in quoted:
        if source is None:
            v.checks["quotation"] = "not_checked"
        elif len(words) < _SHORTEST:
            _check_term(words, source, v)
        elif isinstance(words, Block) and not _taken_from(words, source):
            continue
        elif what := altered(words, source):
            v.differs("quotation", "quote_altered", f"The quotation differs: {what}.")
        else:
            v.checks.setdefault("quotation", "agrees")
            if at := stands_elsewhere(words, cited, source):
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
    said = _words(words)
    texts = [f" {text} " for text in (source.text, source.bare)]
    if any(f" {said} " in text for text in texts):
        v.checks.setdefault("quotation", "agrees")
    elif what := _one_word_off(said.split(), texts):
        v.differs("quotation", "quote_altered", f"The quotation differs: {source.name} has '{what}'.")
    else:
        v.checks.setdefault("quotation", "not_checked")
        v.note("short_quotation", f"'{words.strip()}' does not stand in {source.name} in these words.")


def _one_word_off(own: list[str], texts: list[str]) -> str:
    """The passage of a source that has one word more or less than the four or more given; empty where there is none."""
    for at in range(1, len(own)) if len(own) > 3 else ():
        lacking = re.compile(rf" ({re.escape(' '.join(own[:at]))} [\w']+ {re.escape(' '.join(own[at:]))}) ")
        if m := next((m for text in texts if (m := lacking.search(text))), None):
            return m[1]
    for at in range(len(own)) if len(own) > 4 else ():
        less = " ".join(own[:at] + own[at + 1 :])
        if any(f" {less} " in text for text in texts):
            return less
    return ""


def _taken_from(words: str, source: Source) -> bool:
    """Whether a paragraph without marks is so nearly a passage of the source that it must be meant as a quotation."""
    own, all_ = _words(words).split(), source.text.split()
    if len(own) < 8:
        return False
    match = difflib.SequenceMatcher(None, own, all_, autojunk=False).find_longest_match()
    start = max(match.b - match.a - 8, 0)
    near = difflib.SequenceMatcher(None, own, all_[start : start + len(own) + 24], autojunk=False)
    alike = sum(block.size for block in near.get_matching_blocks() if block.size > 2)
    return match.size > 4 and alike >= 0.7 * len(own)


def altered(quotation: str, source: Source) -> str:
    """What differs from the source; empty where every stretch between ellipses stands in it word for word."""
    quotation = re.sub(r"\[(\w)\](?=\w)", r"\1", quotation)
    for stretch in _ELLIPSIS.split(quotation):
        for piece in _INSERTED.split(stretch):
            words = _words(piece)
            if len(words) > 8 and not any(f" {words} " in f" {text} " for text in (source.text, source.bare)):
                return _nearest(words, source)
    return ""


def stands_elsewhere(quotation: str, cited: list[int], source: Source) -> list[int]:
    """Paragraphs that hold the quotation, where none of those cited holds any of it; two numbers may be a range."""
    quotation = re.sub(r"\[(\w)\](?=\w)", r"\1", quotation)
    pieces = [w for s in _ELLIPSIS.split(quotation) for p in _INSERTED.split(s) if len(w := _words(p)) > 8]
    held = {n for n, text in source.paragraphs.items() if any(f" {piece} " in f" {text} " for piece in pieces)}
    whole = {n for n in held if all(f" {piece} " in f" {source.paragraphs[n]} " for piece in pieces)}
    meant = set(range(min(cited), max(cited) + 1)) if len(cited) == 2 else set(cited)
    return [] if not held or meant & held or not meant & source.paragraphs.keys() else sorted(whole or held)


def _nearest(words: str, source: Source) -> str:
    """The words of the source that stand where the quotation departs from it."""
    own, all_ = words.split(), source.text.split()
    match = difflib.SequenceMatcher(None, own, all_, autojunk=False).find_longest_match()
    if match.size < 4:
        return f"these words do not stand in {source.name}"
    start = max(match.b - match.a, 0)
    there = all_[start : start + len(own)]
    for here, source_word in zip(own, there, strict=False):
        if here != source_word:
            return f"'{here}' stands where {source.name} has '{source_word}'"
    return f"the quotation goes on where {source.name} does not"
