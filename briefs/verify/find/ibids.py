"""'Ibid.', 'idem', 'loc. cit.', '(cited above, § 75)': they mean the last citation of a ruling, and nothing between."""

import re
from collections.abc import Iterator

from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import read_tail
from briefs.verify.find.writings import means_elsewhere, note_before, writing_between

_IBID = late(
    r"(?<![\w.])(?<!in )(?:[Ii]bid(?:em)?\b\.?|(?<=\()arrêt précité(?=,? \(?(?:pp?\.|§|par))|[Ii]d\.(?=,? (?:at|"
    r"§|para|¶))|[Ii]dem\b|(?:(?<=[(;] )|(?<=\())loc\. ?cit\.(?=,? (?:pp?\.|§|para|and see)|\))|"
    r"(?<=\()cited above(?=, §))"
)
# A name, or a paper, to which '(cited above' would belong; before a pointer stands what is said: 'jurisdiction' (.
_NAMED_BEFORE = late(
    r"(?:[A-ZÀ-Ž][\w.'-]*|\)|\]|\d|\b(?:judgments?|cases?|decisions?|rulings?|others|autres|arrêts?|affaires?|above|"
    r"(?:report|paper|study|letter|opinion|guidelines|book|article)s?)) \($"
)
# Right behind a citation it adds nothing: 'in the case of M. v. Germany (ibid.)'.
_ADDS_NOTHING = late(r"(?:,? (?:judgment|case|arrêt|précité))?(?:,|,? \()? ?$")


def find_ibids(text: str, taken: Places) -> Iterator[Found]:
    """Each with its paragraphs; it reads nothing that belongs to the next citation."""
    for m in _IBID.finditer(text):
        if taken.free(m.start(), m.end()) and not _of_a_name(text, m):
            found = Found("ibid", m.start(), m.end())
            found.end = max(read_tail(text[: taken.behind(m.end(), len(text))], m.end(), found), m.end())
            found.name = text[m.start() : found.end]
            yield found


def _of_a_name(text: str, m: re.Match[str]) -> bool:
    alone = m[0] in {"cited above", "arrêt précité"}
    return alone and bool(_NAMED_BEFORE.search(text, max(0, m.start() - 30), m.start()))


def means_a_ruling(ibid: Found, text: str, taken: Places) -> bool:
    """Whether no book, no law and no other place of this text stands between an 'ibid.' and the last citation, and it
    says more than a citation right before it."""
    last = taken.before(ibid.start)
    if last and not ibid.pinpoints and not ibid.paged and _ADDS_NOTHING.fullmatch(text, last, ibid.start):
        return False
    if not ibid.pinpoints and text.endswith("cited above", 0, last) and text[last : ibid.start] == ", ":
        return False
    if means_elsewhere(text, last, ibid.start):
        return False
    return not writing_between(text, last, ibid.start) and last > (note_before(text, ibid.start) or -1)


def belongs(ibid: Found, text: str, ending: dict[int, Found]) -> bool:
    """'Sergey Antonov, ibid.', 'in M. (ibid., § 12)': right behind a short form it is part of that one citation.
    `ending`: short forms by the place where they end."""
    before = ending.get(ibid.start - 2)
    if before is None or text[before.end : ibid.start] not in {", ", " ("}:
        return False
    before.end = ibid.end + (text[ibid.end : ibid.end + 1] == ")")
    before.pinpoints += ibid.pinpoints
    return True
