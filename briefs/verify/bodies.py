"""A court or committee named right before a citation: 'the Committee against Torture, in its decision in X v. Y'."""

import re
from functools import lru_cache

from briefs.library import Library
from briefs.verify.authorities import Authority
from briefs.verify.folding import fold
from briefs.verify.found import Found
from briefs.verify.late import late
from briefs.verify.verdict import Verdict

_VERB = (
    r"(?:held|decided|found|ruled|said|stated|concluded|explained|confirmed|reiterated|emphasi[sz]ed|considered|"
    r"observed|noted|recalled|established|accepted|a (?:jugé|dit|décidé|retenu|constaté|rappelé)|rozhodl|orzekł)"
)
_THING = r"(?:decision|views|judgment|opinion|ruling|leading case|order|décision|arrêt|constatations|affaire)"
_IN = (
    rf"(?:in|dans|v|w) (?:(?:its|the|his|their|son|sa|ses|l'|l') ?)?(?:{_THING} ?)?"
    r"(?:(?:in|of|on|no\.|the case of|dans|de|l'affaire) ?){0,3}"
)
_LINK = rf"(?:,? (?:has |had |have )?{_VERB},? {_IN}|,? {_IN}|, )$"
_SAID = late(rf"{_VERB}")
_BODIES = (
    r"Human Rights Committee|Committee against Torture|European Court of Human Rights|ECtHR|"
    r"Court of Justice of the European Union|CJEU|Inter-American Court of Human Rights|IACtHR|"
    r"Comité des droits de l'homme|Comité contre la torture|Cour européenne des droits de l'homme"
)
_BODY_BEFORE = late(rf"(?<!\w)(?P<body>{_BODIES})(?P<link>{_LINK})")
# 'quashing the judgment of the Court of Appeal in …': whose ruling it was that went before.
_BELOW = late(
    r"(?:\b(?:from|of|before|against|unlike|like|and|overturn\w*|overrul\w+|quash\w+|revers\w+|upheld|uph\w+|"
    r"affirm\w+|set aside|setting aside|follow\w*|contre|de)) (?:the |la |le |l'|UN |United Nations )?$"
)


def bodies_before(text: str, found: Found) -> list[str]:
    """An international court or committee that the sentence names as the one that gave the ruling."""
    if found.family not in {"case", "eu", "communication", "symbol"} or found.courts:
        return []
    m = _last(_BODY_BEFORE, text, found)
    return [m["body"]] if m else []


def check_national_before(text: str, found: Found, authority: Authority, v: Verdict) -> None:
    """A national court that is named as the one that gave the ruling: 'the Supreme Court of Canada held in …'."""
    if authority.system != "national" or authority.records is None:
        return
    pattern, courts = _national(authority.records)
    m = _last(pattern, text, found)
    if m and authority.court not in courts[m["body"]]:
        name = authority.records.courts[authority.court].cite_as
        v.differs("court", "wrong_court", f"Not a ruling of the {m['body']}: {name} gave it.")


def _last(pattern: re.Pattern[str], text: str, found: Found) -> re.Match[str] | None:
    before = text[max(0, found.start - 150) : found.start]
    m = next(iter([*pattern.finditer(before)][-1:]), None)
    said = m and _SAID.search(m["link"])
    return m if m and (said or not _BELOW.search(before[: m.start()])) else None


@lru_cache(maxsize=2)
def _national(library: Library) -> tuple[re.Pattern[str], dict[str, set[str]]]:
    """The names of the library's national courts: in English, in their own tongue, 'Czech Supreme Court'."""
    named: dict[str, set[str]] = {}
    own = [court for court in library.courts.values() if court.system == "national"]
    for court in own:
        outer = court.name.partition(" (")[0]
        inner = re.findall(r"\(([^()]+)\)", court.name)
        inner = [one for one in inner if sum(one in other.name for other in own) == 1]
        for name in (outer, court.cite_as.partition(" (")[0], *inner):
            named.setdefault(fold(name).text, set()).add(court.id)
    for ruling in library.rulings:
        for title in (
            (*ruling.other_titles, ruling.short_title) if library.courts[ruling.court].system == "national" else ()
        ):
            if m := re.match(r"([A-Z]\w+ (?:\w+ )?Court), ", title):
                named.setdefault(m[1], set()).add(ruling.court)
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True) if " " in name)
    # A short name may stand between: 'Supreme Court of Canada, Burns, 2001 SCC 7'.
    return re.compile(rf"(?<!\w)(?P<body>{names})(?P<link>{_LINK[:-1]}(?:[A-Z]\w+,? )?$)"), named
