"""The case that a document itself decides or pleads: its title, its running heads, its own application number. None
is a citation: 'CASE OF X v. Y (Application no. …)', 'In the case of X v. Y', 'originated in an application (no. …)'."""

import re

from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of

_TITLE = late(r"(?:CASE OF|AFFAIRE|IN THE CASE OF) $")
# 'SECOND SECTION CASE OF VONA', where the lines of the first page ran together.
_TITLED = late(r"(?:[A-ZÀ-Ž]+ ){1,4}(?:CASE OF|AFFAIRE) ")
_SENTENCE = late(r"[a-zà-ž]{2} +(?:CASE OF|AFFAIRE)? *$")
_OPENING = late(r"(?:^|\n\n)\W*(?:In the case of|En l'affaire|Dans l'affaire) $")
_ALONE = late(r" ?(?:\[\d{0,2}\])? ?[,*]{0,2} ?(?:$|\n|The European Court|La Cour européenne)")
_RUNNING = late(r"^,? ?(?:JUDGMENT|DECISION|ARRÊT|DÉCISION)")
_ORIGINATED = late(
    r"(?:originated in (?:an |(?:\d+|two|three|four|five|six|seven|eight|nine|ten) )?\(?|"
    r"(?:trouve(?:nt)?|trouvent) (?:à l'origine|son origine).{0,40}|origine se trouve(?:nt)? (?:une |\w+ )?)$",
    re.I,
)
# 'Having regard to the application (no. 8838/20) against Ukraine lodged with the Court': judgments since 2020.
_LODGED = late(
    r"\)? (?:against [^;.]{3,120} lodged with (?:the|this) (?:Court|European Commission|Commission)|"
    r"dirigées? contre [^;.]{3,160} (?:a|ont) saisi la (?:Cour|Commission))"
)
_AGAINST = late(r"(?: (?:to|à) \d{1,6}/\d{2})?\)? (?:against|dirigée)")


# A separate opinion begins with the case that was decided: 'The case of X v. Y is another attempt of the Court'.
_OPINION = late(
    r"OPINION OF (?:JUDGES?|MR|MRS|MS|M\.)|OPINION (?:EN PARTIE |PARTIELLEMENT )?(?:DISSIDENTE|CONCORDANTE|SÉPARÉE)"
)
_ITS_CASE = late(r"(?:^|\n\n|[.)] )[\W\d]{0,8}(?:The|In the|Dans l'|L'|Cette) ?(?:present )?(?:case|affaire)(?: of)? $")
_FAR = 1500
"""Letters between the heading of an opinion and the first case that it names, at most."""


class OwnCase:
    """What a document says of its own case, learnt from its first page on. `citing`: something was cited before."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self.titled = self.citing = False
        self.names: set[tuple[frozenset[str], tuple[str, ...]]] = set()
        self._opened, self._read, self._last = False, "", 0

    def passes(self, text: str) -> None:
        """A paragraph without a citation: it may be the heading of an opinion."""
        self._opened = self._opened or bool("OPINION" in text and _OPINION.search(text))

    def is_own(self, found: Found, text: str, part: str) -> bool:
        """Whether this names the case of the document itself. Its numbers are learnt where it says that they are."""
        opened = self._opens(found, text)
        if found.family == "case":
            own = self._title(found, text, part) or (opened and self._decided(found, text))
        else:
            own = found.family == "number" and self._number(found, text)
        self.citing = self.citing or not (own or found.family == "treaty")
        return own

    def _opens(self, found: Found, text: str) -> bool:
        """Whether this is the first citation behind the heading of an opinion."""
        first = max(self._last if self._read is text else 0, found.start - _FAR)
        opened = self._opened or bool("OPINION" in text and _OPINION.search(text, first, found.start))
        self._opened, self._read, self._last = False, text, found.end
        return opened

    def _decided(self, found: Found, text: str) -> bool:
        """'The case of X v. Y is …' with a name alone, where an opinion begins."""
        if found.strong or not found.states or not _ITS_CASE.search(text, max(0, found.start - 40), found.start):
            return False
        self.names.add(_name(found))
        return True

    def is_called(self, found: Found, known: bool) -> bool:
        """Whether a short form calls the document's own case: 'the König case' in König v. Germany. `known`: another
        case of that name is cited in full."""
        words = frozenset(tokens_of(found.first))
        alone = found.family == "short" and not (known or found.dates or found.numbers or found.back)
        return alone and bool(words) and any(words <= own for own, _ in self.names)

    def _title(self, found: Found, text: str, part: str) -> bool:
        before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 20]
        upper = found.first == found.first.upper() and len(found.first) > 3
        head = upper and bool(_TITLE.search(before) or _TITLED.match(found.first))
        only_numbered = bool(found.numbers) and not (_said(found) or self.titled or self.citing)
        first_page = head and bool(found.numbers) and not (self.titled or self.citing or _SENTENCE.search(before))
        if found.strong and not (only_numbered or first_page):
            return False
        opening = not found.strong and bool(_OPENING.search(before)) and bool(_ALONE.match(text, found.end))
        if head or opening:
            self.names.add(_name(found))
        if head:
            self.titled = True
            self.numbers |= set(found.numbers)
            return True
        running = bool(_RUNNING.match(after)) or part in {"headers", "footers"}
        return opening or (not found.strong and ((upper and running) or _name(found) in self.names))

    def _number(self, found: Found, text: str) -> bool:
        if found.numbers and set(found.numbers) <= self.numbers:
            return True
        if _said(found):
            return False
        here = text[found.start : found.end]
        alone = text.strip(" ()").startswith(here) and len(text) < len(here) + 12
        originated = _ORIGINATED.search(text, max(0, found.start - 70), found.start) and _AGAINST.match(text, found.end)
        originated = originated or _LODGED.match(text, found.end)
        if originated or (alone and self.titled and not self.numbers):
            self.numbers |= set(found.numbers)
        return alone or bool(originated)


def _name(found: Found) -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(tokens_of(_TITLED.sub("", found.first))), found.states


def _said(found: Found) -> bool:
    """Whether it says more than names and numbers."""
    return bool(found.dates or found.courts or found.reports or found.eclis or found.back or found.year)
