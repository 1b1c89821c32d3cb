"""The branch of a court that a citation names and its record names, too: 'Cass. civ.' is not 'Cass. crim.'."""

import re

from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authority

_CASSATION = r"(?:Cass(?:ation|azione)?\.?,? ?(?:\(?[Ff]r(?:ance)?\.?\)?,? )?)"
_SECTION = r"(?:\d ?(?:re|e|ère|ème)\.? )?"
# What each branch is called, in France and in Italy.
_BRANCHES = (
    ("criminal", rf"{_CASSATION}(?:,? ?ch\.? )?(?:crim|pen)(?:\.|ale|inelle)?(?!\w)|[Cc]hambre criminelle|Crim\.,"),
    ("civil", rf"{_CASSATION}(?:,? ?ch\.? )?{_SECTION}civ(?:\.|ile?)?(?!\w)|{_SECTION}[Cc]hambre civile|Civ\. \d"),
    ("social", rf"{_CASSATION}(?:,? ?ch\.? )?soc(?:\.|iale)?(?!\w)|[Cc]hambre sociale|Soc\.,"),
    ("commercial", rf"{_CASSATION}(?:,? ?ch\.? )?com(?:\.|merciale)?(?!\w)|[Cc]hambre commerciale|Com\.,"),
    ("administrative", r"Conseil d'[EÉ]tat(?: \(?(?:France)\)?)?|(?<![\w.])CE(?=,| \(| \d)"),
)
_PATTERNS = tuple((branch, late(rf"(?<!\w)(?:{pattern})")) for branch, pattern in _BRANCHES)
_REACH = 60
# Between the name of a chamber and the number: a day, a word for a ruling, a sign for the number.
_BETWEEN = late(r"[\s,;()-]*(?:[^\W\d]{1,12}[.°º]?[\s,()]*|\d{1,4}(?:er|[.°º])?[\s,/]*|n[°º][\s]*){0,8}$")


def check_chamber(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    """A civil chamber, or the Conseil d'État, named before the number of a ruling whose record names another."""
    own = {branch for branch, pattern in _PATTERNS for name in authority.names if pattern.search(name)}
    if not own or not found.dockets:
        return
    place = text.find(found.dockets[0], found.start, found.end)
    head = text[max(0, found.start - _REACH) : max(place, found.start)]
    head = re.split(r"[;\n]|[.)] (?=[A-Z])", head)[-1] if place <= found.start else text[found.start : place]
    last = max(((m.end(), branch, m[0]) for branch, pattern in _PATTERNS for m in pattern.finditer(head)), default=None)
    if last and last[1] not in own and _BETWEEN.match(head, last[0]):
        v.differs("court", "wrong_court", f"Not a ruling of {last[2].strip(' ,')}: this is {authority.name}.")
