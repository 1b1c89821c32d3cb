"""Which part of a judgment or a brief a place stands in. What courts held in other people's cases is told under
'Relevant domestic law and practice', the person's own proceedings under 'The circumstances of the case'."""

import re
from collections.abc import Callable, Iterator

from briefs.verify.find.folding import Folded
from briefs.verify.find.late import late

# A line that may be a heading: short, without a full stop; '## Practice', 'B. Case-law', 'II. RELEVANT DOMESTIC LAW'.
_LINE = late(
    r"(?m)^[ \t*#>_]*(?:(?:[IVXL]{1,6}|[A-Za-z]|\d{1,2})[.)][ \t]*|\([a-z\d]{1,3}\)[ \t]*)?"
    r"(?P<words>[A-ZÀ-Þ][^\n.;:!?]{2,110})[ \t*:_]*$"
)
# The same in a file that lost the ends of its lines: '… of the ban. II. RELEVANT DOMESTIC LAW 25. The provisions', and
# 'THE LAW I. ALLEGED VIOLATION', with the number of a heading or a paragraph behind.
_WITHIN = late(
    r"(?<=[.)\"\u201d\u2019'] )(?:(?:(?:[IVXL]{1,6}|[A-Z]|\d{1,2})\. )(?P<words>[A-ZÀ-Þ][^\n.;:!?()\"\u201c]{3,110}?)|"
    r"(?P<bare>THE (?:LAW|FACTS)|AS TO THE (?:LAW|FACTS)|EN (?:FAIT|DROIT)|COMPLAINTS?|GRIEFS?|PROCEDURE|PROCÉDURE|"
    r"RELEVANT [A-Z ,-]{3,60}))(?= (?:[IVXL]{1,6}|[A-Z]|\d{1,3}) ?\. [A-ZÀ-Þ\"\u201c\u201d(])"
)
_LONG = 1500
# Paragraphs in which the parties argue or the Court gives its reasons, where the heading above them was left out.
_SPEAKS = late(
    r"(?m)(?:^[ \t]*(?:\d{1,3}\s?\.\s{1,3})?|(?<=[.)\]\"\u201d] )\d{1,3} ?\. {1,2})(?:"
    r"(?:The (?:[A-Z]\w+ )?(?:Government|applicants?)|(?:Le Gouvernement|Les? requérante?s?))(?: [a-z]+)? "
    r"(?:submi|argu|cont|maint|alleg|compl|disagr|point|laid|claim|observ|object|stress|soutien|plaid|allèg|se pla|"
    r"fait valoir)|"
    r"(?:The Court|La Cour)(?: [a-z]+)? "
    r"(?:reiterat|observ|not[ei]|consider|recall|find|sees|agree|acknowledge|rappelle|constate|relève|estime|considère))"
)
_OF_OTHERS = late(
    r"relevant (?:[\w-]+,? ){0,5}(?:law|practice|case-?law|provisions|instruments|materials?|texts)|"
    r"(?:domestic|national|internal|comparative|foreign) (?:law|case-?law|practice|jurisprudence)|case-?law|"
    r"jurisprudence|legal (?:framework|context)|law and practice|practice of (?:the )?(?:\w+ ){0,2}courts|"
    r"droit (?:et (?:la )?pratique|interne|national|comparé)|cadre juridique|pratique (?:interne|pertinente|nationale)|"
    r"(?:leading|other|relevant) (?:authorities|rulings|judgments)",
    re.I,
)
# The Court's own case-law is no heading for rulings of national courts, nor is what it means for the case at hand.
_OF_STRASBOURG = late(
    r"\b(?:the|this) court's (?:\w+ )?case-?law|case-?law of the court$|jurisprudence de la cour$|"
    r"(?:present|instant) case|to the case|applicant|en l'espèce",
    re.I,
)
_OF_THE_CASE = late(
    r"^(?:the )?(?:facts|law)$|as to the (?:facts|law)|^en (?:fait|droit)$|circumstances|circonstances|background|"
    r"proceedings?\b|^proc[ée]dure$|complaint|grief|alleged|allégu|violation|admissib|recevab|merits|opinion|"
    r"submissions?|arguments?|statement|history of the (?:case|request|proceedings)|chronology|procedural|request|"
    r"assessment|appréciation|the parties|thèses? d|observations|for these reasons|"
    r"par ces motifs|application of (?:article|the|those)|just satisfaction|appendix|^grounds|"
    r"grounds of (?:appeal|challenge)|relief|conclusion",
    re.I,
)


_FACTS = late(r"^(?:the )?facts$|as to the facts|^en fait$|^proc[ée]dure$|circumstances|circonstances", re.I)
# Behind 'THE LAW' the Court speaks of its own case-law, unless a heading names that of a state.
_REASONS, _OF_A_STATE = (
    late(r"^(?:the )?law$|as to the law|^en droit$", re.I),
    late(r"domestic|national|compar|intern[e]\b", re.I),
)


class Sections:
    """Follows the headings of a document. `of_others`: the last one promises what courts held in other cases.
    `reasons`: the Court gives its own."""

    def __init__(self) -> None:
        self.of_others = self.reasons = False

    def read(self, written: str, folded: Folded) -> Callable[[int], bool]:
        """Reads the headings of a paragraph as it is written; tells of a place whether other cases are told there."""
        turns = [(0, self.of_others)]
        for start, heading in _headings(written):
            words = heading.replace("\u2019", "'")
            if self._promises(words):
                self.of_others = True
            elif _OF_THE_CASE.search(words):
                self.of_others = False
                self.reasons = bool(_REASONS.search(words)) or (self.reasons and not _FACTS.search(words))
            if turns[-1][1] != self.of_others:
                turns.append((folded.place(start), self.of_others))
        return lambda place: next(told for begin, told in reversed(turns) if begin <= place)

    def _promises(self, words: str) -> bool:
        if _OF_STRASBOURG.search(words) or (self.reasons and not _OF_A_STATE.search(words)):
            return False
        return bool(_OF_OTHERS.search(words))


def _headings(written: str) -> Iterator[tuple[int, str]]:
    """Where headings begin, and their words, from first to last."""
    above, out = -1, []
    for m in _LINE.finditer(written):
        if _stands_alone(written, m.start(), m.end(), above):
            above = m.end()
            out.append((m.start(), m["words"]))
    if len(written) > _LONG:
        out += [(m.start(), m["words"] or m["bare"]) for m in _WITHIN.finditer(written)]
    out += [(m.start(), "Submissions") for m in _SPEAKS.finditer(written)]
    yield from sorted(out)


_ENDED = ".:;!?)]\"'»\u201d\u2019"
_BEGINS = late(r"\s*(?:$|\n\s*\n|[A-ZÀ-Þ\d\"'(\[#*«\u201c\u2018])")


def _stands_alone(written: str, start: int, end: int, above: int) -> bool:
    """A line of its own, and none of a sentence that goes on over the ends of lines."""
    before = written[max(0, start - 200) : start].rstrip()
    ended = not before or before[-1] in _ENDED or "\n\n" in written[max(0, start - 9) : start] or above >= start - 9
    return ended and bool(_BEGINS.match(written, end))
