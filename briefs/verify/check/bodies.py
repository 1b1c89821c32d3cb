"""A body or the Grand Chamber named beside a citation: 'the Committee against Torture, in its decision in X v. Y'."""

import re
from functools import lru_cache

from briefs.citing import written_date
from briefs.library import Library
from briefs.verify.check.fields import check_court
from briefs.verify.check.highest import court_abroad
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.folding import fold
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authorities, Authority

_VERB = (
    r"(?:held|decided|found|ruled|said|stated|concluded|explained|confirmed|reiterated|emphasi[sz]ed|considered|"
    r"observed|noted|recalled|established|accepted|recogni[sz]ed|underlined|stressed|affirmed|reaffirmed|"
    r"(?:set|laid) (?:out|down)|made (?:it )?clear|a (?:jugé|dit|décidé|retenu|constaté|rappelé)|rozhodl|orzekł)"
)
# 'The Human Rights Committee decided X v. Y': the ruling itself is what was given.
_GAVE = (
    r"(?:decided|delivered|handed down|adopted|ruled on|gave judgment in|gave its judgment in|a rendu)"
    r"(?: (?:its|the) (?:decision|views|judgment|ruling))?(?: (?:in|on))?(?: the case of)? "
)
_THING = r"(?:decision|views|judgment|opinion|ruling|leading case|order|décision|arrêt|constatations|affaire)"
_IN = (
    rf"(?:in|dans|v|w) (?:(?:its|the|his|their|son|sa|ses|l'|l') ?)?(?:{_THING} ?)?"
    r"(?:(?:in|of|on|no\.|the case of|dans|de|l'affaire) ?){0,3}"
)
_OF_A_DAY = r"(?: of \d{1,2} \w+ \d{4})?"
_LINK = (
    rf"(?:{_OF_A_DAY},? (?:has |had |have )?{_VERB},? {_IN}|{_OF_A_DAY},? {_IN}|"
    rf" (?:has |had |have )?{_GAVE}|'s? (?:leading |own )?{_THING}{_OF_A_DAY},? (?:in|of|on) (?:the case of )?|, )$"
)
# What a court does in its own ruling only: it 'notes' and 'confirms' those of others, too.
_DECIDED = late(r",? (?:has |had )?(?:held|decided|ruled|found),? in (?:the case of )?$")
_SAID = late(rf"{_VERB}|{_GAVE}")
_BODIES = (
    r"Human Rights Committee|HRC|Committee against Torture|European Court of Human Rights|ECtHR|Strasbourg Court|"
    r"CAT Committee|(?:European )?Court of Justice(?: of the European Union)?|CJEU|CJUE|ECJ|EuGH|TJUE|Luxembourg Court|"
    r"Inter-American Court of Human Rights|IACtHR|Inter-American Court|International Court of Justice|ICJ|EGMR|TEDH|"
    r"Comité des droits de l'homme|Comité contre la torture|Cour européenne des droits de l'homme|"
    r"Cour de justice(?: de l'Union européenne)?"
)
_BODY_BEFORE = late(rf"(?<!\w)(?P<body>{_BODIES})(?P<link>{_LINK})")
# 'In X v. Y, no. 1/02, the Human Rights Committee held': the body that gave it, named behind it.
_IN_IT = late(
    r"(?:^|[.;:!?\n] ?|\) )(?:In|Dans)(?: its (?:views|judgment|decision) in)?(?: the (?:\w+ ){0,2}case of)? [\"']?$"
)
_BODY_BEHIND = late(
    rf"[\"']?,? (?:the |la |le )(?:UN |United Nations )?(?P<body>{_BODIES})(?: \([^()]{{1,40}}\))?,? "
    rf"(?:has |had |also |thus |therefore |then )?(?:{_VERB})(?!\w)"
)
# 'according to the Human Rights Committee (X v. Y, § 80)'
_ACCORDING = late(rf"\b[Aa]ccording to (?:the )?(?:UN |United Nations )?(?P<body>{_BODIES})(?P<link> \()(?:see )?$")
_IN_BRACKETS = late(rf"(?:, Information Note n(?:o\.?|°) ?\d{{1,4}})?,? \((?:UN )?(?P<body>{_BODIES})\)")
# 'the judgment of the Court of Justice in …' is its own, whoever reverses or follows it.
_ITS_OWN = late(rf"{_THING} of (?:the |la |le )?(?:UN |United Nations )?$", re.I)
# 'the High Court of Justice', 'the Supreme Court of Justice': courts of a country.
_NATIONAL = late(r"\b(?:High|Supreme|Superior|Higher|Federal|Caribbean|EFTA|Appellate|Central|Regional) $")
_GRAND_BEFORE = late(
    rf"(?P<body>Grand Chamber)(?: of the (?:Court|European Court of Human Rights|ECtHR))?(?P<link>(?:'s)?(?: leading)? "
    rf"(?:judgment|ruling)(?: of \d{{1,2}} \w+ \d{{4}})?,? (?:in|of)(?: the case of)? |(?!, $){_LINK[:-1]})$"
)
_GRAND_BEHIND = late(
    rf"[\"']?,? the (?:Court's )?Grand Chamber(?: of the Court)?,? (?:has |had |also )?(?:{_VERB})(?!\w)"
)
_NOT_YET = late(
    r"\b(?:to|before|pending|with|unlike|from|until|request\w*|refer\w*|panel of(?: five judges of)?) (?:the |a |its )?"
    r"(?:Court's |European Court of Human Rights' )?$",
    re.I,
)
# Nobody sits above them: 'the judgment of the Court of Justice in X' is never what X quashed.
_NEVER_BELOW = (_BODY_BEFORE, _GRAND_BEFORE)
# 'The Chamber in …', 'the Court (Fourth Section) in …', 'the Chamber's judgment in …'
_CHAMBER_BEFORE = late(
    r"(?<!Grand )(?<!\w)(?:Chamber|(?:First|Second|Third|Fourth|Fifth) Section)\)?(?:'s (?:judgment|ruling)|,? "
    r"(?:held|ruled|decided|said))?,? (?:in|of)(?: its judgment in)?(?: the case of)? [\"'*]?$"
)
_CHAMBER = late(r"(?<!Grand )\bChamber (?:judgment|decision)\b")
# 'quashing the judgment of the Court of Appeal in …': whose ruling it was that went before.
_BELOW = late(
    r"(?:\b(?:from|of|before|against|unlike|like|and|to|on|with|after|than|overturn\w*|overrul\w+|quash\w+|revers\w+|"
    r"upheld|uph\w+|affirm\w+|set aside|setting aside|follow\w*|regard\w*|contrast\w*|contre|de)) "
    r"(?:the |la |le |l'|UN |United Nations ){0,2}$",
    re.I,
)


def bodies_before(text: str, found: Found) -> list[str]:
    """An international court or committee that the sentence names as the one that gave the ruling."""
    if found.family not in {"case", "eu", "communication", "symbol", "short", "comment"} or any(found.courts):
        return []
    m = _last(_BODY_BEFORE, text, found) or _ACCORDING.search(text, max(0, found.start - 80), found.start)
    m = m or _IN_BRACKETS.match(text, found.end)
    if m is None and _IN_IT.search(text, max(0, found.start - 60), found.start):
        m = _BODY_BEHIND.match(text, found.end)
    return [m["body"]] if m else []


def check_said(found: Found, text: str, known: Authorities, v: Verdict) -> None:
    """Formation and, of a short form, the body that the sentence says the ruling is of."""
    authority = v.authority
    if v.status != "exists" or authority is None or found.family not in {"case", "short"}:
        return
    if authority.system != "national":
        check_national_before(text, found, authority, known, v)
    if found.family == "short" and not found.courts and (named := bodies_before(text, found)):
        found.courts += named
        check_court(found, authority, v)
    if authority.system == "echr" and not found.grand_chamber and not v.problems:
        _check_formation(found, text, authority, known, v)
    if v.problems:
        v.status = "mismatch"


def _check_formation(found: Found, text: str, authority: Authority, known: Authorities, v: Verdict) -> None:
    """'the Grand Chamber held in …' of a case of which no ruling of the Grand Chamber is known; and the reverse."""
    if authority.grand_chamber:
        _check_chamber_said(found, text, authority, v)
        return
    behind = _IN_IT.search(text, max(0, found.start - 60), found.start) and _GRAND_BEHIND.match(text, found.end)
    if not behind and not _last(_GRAND_BEFORE, text, found, _NOT_YET):
        return
    case = known.numbered(authority.numbers) or [authority]
    if authority.weak or not authority.kind or any(a.grand_chamber or a.weak for a in case):
        v.checks["court"] = "not_checked"
    else:
        v.differs("court", "wrong_court", "Not a ruling of the Grand Chamber: a Chamber gave it.")


def _check_chamber_said(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    """A Chamber or a Section that is named for a ruling of the Grand Chamber: wrong where its day is given, too; else
    a Chamber may have ruled on the case before."""
    before = _CHAMBER_BEFORE.search(text, max(0, found.start - 70), found.start)
    if not before and not _CHAMBER.search(text, found.start, found.end):
        return
    if found.date and found.date == authority.date:
        v.differs("court", "wrong_court", "The Grand Chamber gave this ruling, not a Chamber.")
    elif before and not found.date:
        when = f" of {written_date(authority.date)}" if authority.date else ""
        v.note(
            "formation",
            f"The text names a Chamber; known is the ruling of the Grand Chamber{when}. Write “the Grand Chamber”, or "
            "give the date of the Chamber's.",
        )


def check_national_before(text: str, found: Found, authority: Authority, known: Authorities, v: Verdict) -> None:
    """A national court that is named as the one that gave the ruling: 'the Supreme Court of Canada held in …'."""
    if authority.records is None or not authority.court:
        return
    pattern, courts = _national(authority.records, known)
    m = _last(pattern, text, found)
    if m and authority.system != "national" and not _DECIDED.match(m["link"]):
        return
    own = authority.records.courts[authority.court]
    abroad = court_abroad(text, found.start) if authority.system == "national" else None
    if abroad and own.state and own.state not in abroad[1]:
        told = abroad[0]
    elif m and authority.court not in courts[m["body"]] and not _told_shortly(m["body"], authority, courts):
        told = m["body"]
    else:
        return
    v.differs("court", "wrong_court", f"Not a ruling of the {told}: {own.cite_as} gave it.")


# A name that courts of many countries bear: without its country it tells no more than the kind of court.
_KINDS = ("Supreme Court", "Court of Appeal", "High Court", "House of Lords")


def _told_shortly(body: str, authority: Authority, courts: dict[str, set[str]]) -> bool:
    """'the Court of Appeal' of a ruling of the Court of Appeal of New Zealand; or a kind that tells nothing here."""
    if body not in _KINDS or body == "House of Lords":
        return False
    kinds = [kind for kind in _KINDS if authority.court in courts.get(kind, ())]
    return authority.system != "national" or body in kinds or not kinds


def _last(pattern: re.Pattern[str], text: str, found: Found, below: re.Pattern[str] = _BELOW) -> re.Match[str] | None:
    before = text[max(0, found.start - 150) : found.start]
    m = next(iter([*pattern.finditer(before)][-1:]), None)
    if m is None or ("Justice" in m["body"] and _NATIONAL.search(before[: m.start()])):
        return None
    named = not m["link"].startswith(",") and _ITS_OWN.search(before, 0, m.start())
    own = pattern in _NEVER_BELOW and (m["link"].startswith("'") or named)
    return m if own or _SAID.search(m["link"]) or not below.search(before[: m.start()]) else None


@lru_cache(maxsize=2)
def _national(library: Library, known: Authorities) -> tuple[re.Pattern[str], dict[str, set[str]]]:
    """The names of the library's national courts: in English, in their own tongue, 'Czech Supreme Court'."""
    named: dict[str, set[str]] = {}
    own = [court for court in library.courts.values() if court.system == "national"]
    said = {court.id: (fold(court.name).text, fold(court.cite_as).text) for court in own}
    for court in own:
        outer = court.name.partition(" (")[0]
        inner = re.findall(r"\(([^()]+)\)", court.name)
        inner = [one for one in inner if sum(one in other.name for other in own) == 1]
        for name in (outer, court.cite_as.partition(" (")[0], *inner):
            plain_name = fold(name).text
            # 'Tribunal Constitucional' is that of Peru, too: 'Tribunal Constitucional del Perú'
            longer = {key for key, texts in said.items() if any(t.startswith(f"{plain_name} ") for t in texts)}
            named.setdefault(plain_name, set()).update(longer, [court.id])
        for kind in _KINDS:
            if kind in court.name or kind in court.cite_as:
                named.setdefault(kind, set()).add(court.id)
    for ruling in known.library:
        for title in ruling.names[1:] if ruling.system == "national" and ruling.court else ():
            if m := re.match(r"([A-Z]\w+ (?:\w+ )?Court), ", title):
                named.setdefault(m[1], set()).add(ruling.court)
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True) if " " in name)
    # A short name may stand between: 'Supreme Court of Canada, Burns, 2001 SCC 7'.
    return re.compile(rf"(?<!\w)(?P<body>{names})(?P<link>{_LINK[:-1]}(?:[A-Z]\w+,? )?$)"), named
