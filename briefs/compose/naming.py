"""Who acted, as a case file has it, inside an English sentence: "by the Embassy of X", "by Mr X", "by X Airlines".

Nothing that the user typed is altered; an article is put before the name of an office or a body that lacks one.
"""

import re

_BODIES = (
    "embassy|consulate|consulate-general|mission|delegation|ministry|department|directorate|office|bureau|procuratorate|"
    "prosecution|court|tribunal|chamber|council|committee|commission|government|authority|authorities|police|service|"
    "agency|administration|secretariat|prison|directorate-general|chancellery|state|bank|institute|union|parliament|"
    "senate|registry|section|division|branch|unit|centre|center|working group|procedures|collection"
)
# One word for an office and for the person in it: "the Minister of Justice", but "Minister Y".
_OFFICES = (
    "minister|ambassador|consul|prosecutor|procurator|attorney|attorney-general|secretary|secretary-general|president|"
    "director|commissioner|chief|head|general|judge|governor|representative|counsellor|charge|chargé"
)
_BODY = re.compile(rf"\b(?:{_BODIES})\b", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{_OFFICES})\b(?!\s+[A-ZÀ-Þ]\w*(?:\s|$))(?!\s+[^\x00-\u024f])", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|one|two|both|several|some|mr|mrs|ms|miss|dr|prof|"
    r"professor|sir|dame|lord|lady|captain|colonel|judge)\b\.?|^(?!people['’])[\w-]+['’]s\b",
    re.IGNORECASE,
)
_UP_TO_OF = re.compile(r"\s(?:of|for|in|at|to|on|under|with)\s|,|\(")


def in_sentence(who: str | None) -> str | None:
    """The words with "the" where an office or body is named without article; a personal name stays as it is.

    Only what comes before the first "of", "in" or comma is looked at: "Li Wei, Ministry of Justice" is a person.
    """
    if not who or _DETERMINED.search(who.strip()):
        return who
    head = _UP_TO_OF.split(who.strip(), maxsplit=1)[0]
    return f"the {who}" if _BODY.search(head) or _OFFICE.search(head) else who
