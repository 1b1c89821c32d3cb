"""'Ibid.', 'idem', 'loc. cit.': what they can mean is the last citation of a ruling, and nothing between."""

from collections.abc import Iterator

from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import read_tail
from briefs.verify.find.writings import means_elsewhere, note_before, writing_between

_IBID = late(
    r"(?<![\w.])(?<!in )(?:[Ii]bid(?:em)?\b\.?|(?<=\()arrêt précité(?=,? \(?(?:pp?\.|§|par))|[Ii]d\.(?=,? (?:at|"
    r"§|para|¶))|[Ii]dem\b|(?<=[(;] )loc\. ?cit\.(?=,? (?:pp?\.|§|para))|(?<=\()loc\. ?cit\.(?=,? (?:pp?\.|§|para)))"
)


def find_ibids(text: str, taken: Places) -> Iterator[Found]:
    """Each with its paragraphs; it reads nothing that belongs to the next citation."""
    for m in _IBID.finditer(text):
        if taken.free(m.start(), m.end()):
            found = Found("ibid", m.start(), m.end())
            found.end = max(read_tail(text[: taken.behind(m.end(), len(text))], m.end(), found), m.end())
            found.name = text[m.start() : found.end]
            yield found


def means_a_ruling(ibid: Found, text: str, taken: Places) -> bool:
    """Whether no book, no law and no other place of this text stands between an 'ibid.' and the last citation."""
    last = taken.before(ibid.start)
    if not ibid.pinpoints and text.endswith("cited above", 0, last) and text[last : ibid.start] == ", ":
        return False
    if means_elsewhere(text, last, ibid.start):
        return False
    return not writing_between(text, last, ibid.start) and last > (note_before(text, ibid.start) or -1)


def belongs(ibid: Found, text: str, shorts: list[Found]) -> bool:
    """'Sergey Antonov, ibid.', 'in M. (ibid., § 12)': right behind a short form it is part of that one citation."""
    before = max((one for one in shorts if one.end <= ibid.start), key=lambda one: one.end, default=None)
    if before is None or text[before.end : ibid.start] not in {", ", " ("}:
        return False
    before.end = ibid.end + (text[ibid.end : ibid.end + 1] == ")")
    before.pinpoints += ibid.pinpoints
    return True
