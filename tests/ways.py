"""Follows every way through a pattern of the standard library: what must a text hold that it matches?"""

from re import _constants as kinds

from briefs.verify.find.needles import shaped

_ANY = "\N{REPLACEMENT CHARACTER}"
"""Stands for a letter that may be any."""


class Ways:
    """Follows a pattern; keeps of every text it makes without a needle the end with which a needle may begin."""

    def __init__(self, needles):
        self.needles = needles
        self.begun = {needle[:count] for needle in needles for count in range(len(needle))}

    def through(self, parts, ways):
        for kind, what in parts:
            ways = self._part(kind, what, ways)
        return ways

    def _part(self, kind, what, ways):
        if kind in {kinds.LITERAL, kinds.NOT_LITERAL, kinds.IN, kinds.ANY, kinds.CATEGORY}:
            return {way for end in ways for letter in self._letters(kind, what) for way in self._with(end, letter)}
        if kind is kinds.SUBPATTERN:
            return self.through(what[-1], ways)
        if kind is kinds.BRANCH:
            return set().union(*(self.through(parts, ways) for parts in what[1]))
        if kind in {kinds.MAX_REPEAT, kinds.MIN_REPEAT}:
            return self._repeated(*what, ways)
        if kind is kinds.GROUPREF:
            return {""} if ways else ways
        if kind is kinds.ASSERT and what[0] < 0:  # what stands before this place: it may hold a needle of its own
            before = self.through(what[1], {""})
            return before if not before or ways == {""} else ways
        assert kind in {kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT}, kind
        return ways

    def _repeated(self, least, most, parts, ways):
        ended = set(ways) if least == 0 else set()
        for count in range(1, min(most, least + 40) + 1):
            ways = self.through(parts, ways)
            ended |= ways if count >= least else set()
        return ended

    def _with(self, end, letter):
        text = end + letter
        if any(text.endswith(needle) for needle in self.needles):
            return ()
        return (next(text[start:] for start in range(len(text) + 1) if text[start:] in self.begun),)

    def _letters(self, kind, what):
        if kind is kinds.LITERAL:
            return {shaped(chr(what))}
        if kind is not kinds.IN or what[0][0] is kinds.NEGATE:
            return {_ANY}
        return set().union(*(self._of_a_set(*one) for one in what))

    def _of_a_set(self, kind, what):
        if kind is kinds.LITERAL:
            return {shaped(chr(what))}
        if kind is kinds.RANGE:
            return {shaped(chr(code)) for code in range(what[0], what[1] + 1)} if what[1] < 128 else {_ANY}
        return {"0"} if what is kinds.CATEGORY_DIGIT else {"0", _ANY}
