"""Resolutions, decisions and deliberations of the United Nations by number: 'Human Rights Council resolution 34/19',
'resolution 1503 (XLVIII)', 'résolution 60/251 de l'Assemblée générale', 'deliberation No. 5' of the Working Group."""

from collections.abc import Iterator

from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_BODY = (
    r"UN Security|General Assembly|Human Rights Council|Security Council|Economic and Social Council|"
    r"Commission on Human Rights"
)
_NUMBER = (
    r"(?:\d{3,4} \((?:[IVXLC]{1,8}|(?:19|20)\d\d)\)|(?:\d{1,2}|(?:19|20)\d\d)/\d{1,3}(?: ?[A-Z](?!\w))?|"
    r"\d{4}(?: [A-Z](?!\w))?)(?![\d/])"
)
_KIND = r"(?:[Rr]esolutions?|[Dd]ecisions?|[Rr]ésolutions?|[Dd]écisions?)"
_NUMBERED = late(
    rf"(?<!\w)(?P<by>(?:{_BODY}|Council|ECOSOC|UNGA|UNSC|"
    rf"UN(?: Security)?),? )?{_KIND} (?:[Nn]o\. ?)?(?P<number>{_NUMBER})"
    r"(?P<of> (?:of the |de l'|du )(?:General Assembly|Parliamentary Assembly|Security Council|Human Rights Council|"
    r"Assemblée générale|Conseil (?:des droits de l'homme|de sécurité|économique et social)))?"
)
_MORE = late(rf"(?:,| and|,? et) (?P<number>{_NUMBER})")
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
            yield from _further(text, m.end())
    for m in _DELIBERATION.finditer(text) if _WORKING_GROUP.search(text) else ():
        if taken.free(m.start(), m.end()):
            yield Found("docket", m.start(), m.end(), form="un-paper", dockets=[m[0]])
    for m in _CONCLUSIONS.finditer(text):
        if taken.free(m.start(), m.end()) and forms.state.fullmatch(m["state"]):
            yield Found("docket", m.start(), m.end(), form="ecsr-conclusions", dockets=[m[0]])


def _further(text: str, end: int) -> Iterator[Found]:
    """'Resolutions 541 (1983) and 550 (1984)': each is a paper of its own."""
    while more := _MORE.match(text, end):
        end = more.end()
        yield Found("docket", more.start("number"), end, form="un-paper", dockets=[f"resolution {more['number']}"])
