"""Citations that lack a part: a number in brackets behind a sentence that names the case, '([GC], no. 14939/03, § 82)';
a neutral citation whose number was left out, 'AAA [2023] UKSC'."""

from collections.abc import Iterator

from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import NUMBERS, read_tail

_NUMBER = r"n(?:os?\.?|[°º]s?) ?"
_BRACKETED = late(
    rf"\((?:\[GC\],? {_NUMBER}{NUMBERS}|"
    rf"{_NUMBER}(?=\d{{3,6}}/\d\d[^;()]{{0,40}}, (?:§|ECHR (?:19|20)|CEDH (?:19|20)))"
    rf"{NUMBERS.replace('?P<', '?P<more_')})"
)
_UNNUMBERED = late(
    r"(?<![\w-])(?!The |In |See |Of |Cf )(?:In re |Re |R )?\(?[A-Z][\w'-]*\)?"
    r"(?: (?:v |and |& )?\(?[A-Z][\w'-]*\)?){0,4} "
    r"\[(?:19|20)\d\d\] (?P<court>(?:UK|EW|CS|NI|NZ|IE)[A-Z]{2,4}(?: (?:Civ|Crim|Admin))?)"
    r"(?![A-Za-z])(?! ?(?:Civ |Crim |Admin )?[_(]?\d)"
)


def find_bracketed(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """A number of Strasbourg that opens a bracket: by '[GC]', or by a paragraph or a report behind it."""
    for m in _BRACKETED.finditer(text):
        start = m.start() + 1
        if taken.free(start, m.end()):
            found = Found("number", start, m.end(), form="bracketed")
            found.end = max(read_tail(text[: taken.behind(m.end(), len(text))], start, found), m.end())
            if found.numbers:
                yield found


def find_unnumbered(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """A neutral citation without its number: said to be none that can be looked up."""
    for m in _UNNUMBERED.finditer(text):
        if m["court"] in forms.neutral and taken.free(m.start(), m.end()):
            yield Found("docket", m.start(), m.end(), form="no-number")
