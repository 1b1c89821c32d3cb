"""Resolutions, decisions and deliberations of the United Nations by number: 'Human Rights Council resolution 34/19',
'resolution 1503 (XLVIII)', 'résolution 60/251 de l'Assemblée générale', 'deliberation No. 5' of the Working Group."""

import re
from collections.abc import Iterator

from briefs.verify.find.folding import listed
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

PAPERS = listed("un-paper international coe-recommendation coe-other coe-venice cpt european-parliament")
"""Forms of papers and rulings of which the library holds none: a number near theirs is nobody's."""
SIGNS_OF_PAPERS = (
    "esolution", "ésolution", "ecision", "écision", "eliberation", "élibération", "onclusion", " Res", " res.",
    "Policy Recommendation", "politique générale", "nternational Protection ",
)  # fmt: skip
_BODY = (
    r"UN Security|General Assembly|Human Rights Council|Security Council|Economic and Social Council|"
    r"(?:Sub-)?Commission on Human Rights|Sub-Commission"
)
_NUMBER = (
    r"(?:\d{3,4}(?: ?[A-Z])? \((?:[IVXLC]{1,8}|(?:19|20)\d\d)\)|(?:\d{1,2}|(?:19|20)\d\d)/\d{1,3}(?: ?[A-Z](?!\w))?|"
    r"\d{4}(?: [A-Z](?!\w))?)(?![\d/])"
)
_KIND = r"(?:[Rr]esolutions?|[Dd]ecisions?|[Rr]ésolutions?|[Dd]écisions?)"
_NUMBERED = late(
    rf"(?<!\w)(?P<by>(?:{_BODY}|Council|ECOSOC|UNGA|UNSC|"
    rf"UN(?: Security)?),? )?{_KIND} (?:[Nn]o\. ?)?(?P<number>{_NUMBER})"
    r"(?P<of> (?:of the |de l'|de la |du )(?:General Assembly|Parliamentary Assembly|Security Council|"
    r"Human Rights Council|Assemblée générale|Commission des droits de l'homme|Sous-Commission|"
    r"Conseil (?:des droits de l'homme|de sécurité|économique et social)))?"
)
# 'G.A. Res. 217A (III)', 'UNSC Res 1244'
_SHORT = late(
    rf"(?<!\w)(?:(?:UN )?(?:G\.A\.|GA|S\.C\.|SC)|UNGA|UNSC|ECOSOC|HRC|UNHRC) (?:Res\.?|res\.) "
    rf"(?:[Nn]o\.? ?)?(?P<number>{_NUMBER})"
)
# 'International Law Association, Resolution 6/2002', with the year behind the stroke
_LEARNED = late(
    r"(?<!\w)(?:International Law Association|ILA|Institute? (?:of International Law|de [Dd]roit international)|"
    r"Inter-Parliamentary Union)(?:'s)?,? (?:in (?:its|the) |dans sa )?(?:[Rr]esolution|[Rr]ésolution) "
    r"(?:[Nn]o\. ?|n° ?)?\d{1,3}/(?:19|20)\d\d(?![\d/])"
)
# 'ExCom Conclusion No. 44 (XXXVII)': a session in Roman figures, or the Executive Committee's name, makes it one.
_EXCOM = r"(?:Executive Committee|Ex[Cc]om|EXCOM|EX-?COM|Comité [Ee]xécutif)"
_CONCLUSION = (
    r"[Cc]onclusions? (?:(?:[Nn]os?\.?|[Nn][°º]s?) ?)?\d{1,3}"
    r"(?: ?\((?P<session>[IVXLC]{1,8})(?:,? ?-? ?(?:19|20)\d\d)?\))?"
    r"(?:,? -? ?(?:of )?\(?(?:19|20)\d\d\)?)?"
)
_OF_UNHCR = r"(?: of (?:the )?(?:UNHCR|High Commissioner's Programme)| du HCR)?"
_REFUGEES = late(
    rf"(?<!\w)(?P<by>(?:UNHCR(?:'s)? )?{_EXCOM}{_OF_UNHCR},?(?:'s)? )?{_CONCLUSION}(?![\w/])"
    rf"(?P<of>,? (?:of the|adopted by the|du) (?:UNHCR(?:'s)? )?{_EXCOM}{_OF_UNHCR})?"
)
_MORE_SESSIONS = late(r"(?:,|,? and|,? et) (?P<number>\d{1,3} ?\([IVXLC]{1,8}\)(?: ?\((?:19|20)\d\d\))?)")
# Numbers that the name of their row alone makes unmistakable.
_OWN_ROW = late(
    r"(?<!\w)(?:(?:ECRI(?:'s)?,? )?General Policy Recommendations?|Recommandation de politique générale|"
    r"(?:UNHCR(?:'s)?,? )?Guidelines on International Protection) "
    r"(?:(?:[Nn]os?\.?|[Nn][°º]) ?)\d{1,2}(?:(?:, \d{1,2})* and \d{1,2})?(?![\d/])"
    r"(?: ?\((?:19|20)\d\d\))?(?: (?:de l'|of )ECRI)?"
)
_OWN_SYMBOL = late(r"[^;\n]{0,160}?(?:HCR/|CRI ?\()")
_MORE = late(rf"(?:,| and|,? et) (?!(?:19|20)\d\d(?!/| \())(?P<number>{_NUMBER})")
_BODY_HERE = late(rf"{_BODY}|Assemblée générale|Conseil des droits de l'homme")
# 'Conclusions 2003, France, p. 227': of the European Committee of Social Rights.
_CONCLUSIONS = late(
    r"(?<!\w)(?:ECSR, )?Conclusions (?:19|20)\d\d, (?:the )?(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?:, (?:Article \d{1,2}-\d|p\. ?\d{1,4}))?(?!\w)"
)
_DELIBERATION = late(
    r"(?<!\w)(?:(?:[Rr]evised )?[Dd]eliberation [Nn]o\. ?\d{1,2}|[Dd]élibération (?:révisée )?n(?:o|°) ?\d{1,2})(?!\d)"
)
_WORKING_GROUP = late(r"Working Group|Arbitrary Detention|WGAD|[Gg]roupe de travail|détention arbitraire")


def find_papers(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """With the body that adopted it before or behind it, or named in the same paragraph for a number like 34/19."""
    for m in _NUMBERED.finditer(text):
        named = m["of"] or (m["by"] and m["by"].rstrip(", ") != "Council")
        stroke = "/" in m["number"] and len(m["number"].partition("/")[0]) < 3
        if stroke and "s " in m[0].removesuffix(m["number"])[-9:]:
            continue  # 'pursuant to resolutions 43/16, 42/22 and 45/3': mandates, and no authority
        if taken.free(m.start(), m.end()) and (named or (stroke and _BODY_HERE.search(text))):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])
            yield from _further(text, m.end(), _MORE)
    yield from _told_by_themselves(text, taken)
    for m in _DELIBERATION.finditer(text) if _WORKING_GROUP.search(text) else ():
        if taken.free(m.start(), m.end()):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])
    for m in _CONCLUSIONS.finditer(text):
        if taken.free(m.start(), m.end()) and forms.state.fullmatch(m["state"]):
            yield Found("docket", m.start(), m.end(), form="ecsr-conclusions", dockets=[m[0]])


def _told_by_themselves(text: str, taken: Places) -> Iterator[Found]:
    """Papers whose own words say whose they are."""
    for m in _SHORT.finditer(text):
        if taken.free(m.start(), m.end()):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])
            yield from _further(text, m.end(), _MORE)
    for m in _REFUGEES.finditer(text) if "onclusion" in text else ():
        if taken.free(m.start(), m.end()) and (m["session"] or m["by"] or m["of"]):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])
            yield from _further(text, m.end(), _MORE_SESSIONS)
    for m in (*_LEARNED.finditer(text), *_OWN_ROW.finditer(text)):
        if taken.free(m.start(), m.end()) and not _OWN_SYMBOL.match(text, m.end()):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])


def _further(text: str, end: int, pattern: re.Pattern[str]) -> Iterator[Found]:
    """'Resolutions 541 (1983) and 550 (1984)': each is a paper of its own."""
    while more := pattern.match(text, end):
        end = more.end()
        yield Found("docket", more.start("number"), end, form="un-paper", dockets=[f"resolution {more['number']}"])
