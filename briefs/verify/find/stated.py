"""Names of rulings that a text mentions and never cites in full, where only a ruling can be meant: 'as stated in
Labita', 'In Soering, the Court', '(Loizidou, Banković)', 'judgment of 5 April 2016, Aranyosi and Căldăraru'."""

import re
from collections.abc import Callable, Iterator

from briefs.verify.find.dates import DAY, read_date
from briefs.verify.find.folding import listed, plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.places import Places
from briefs.verify.find.settings import ITEM, NAMES
from briefs.verify.find.tail import read_tail
from briefs.verify.find.writings import PAPERS

_CAP = r"[A-ZÀ-Ž][\w'-]+"
_NAME = rf"{_CAP}(?: (?:(?:and|et|und|i) )?{_CAP}){{0,3}}"
_NAME_HERE = late(_NAME)
# Each begins with letters that stand in few places of a text.
_IN = late(rf"n \"?(?P<name>{_NAME})")
_PARAGRAPH_OF = late(rf"aragraph \d{{1,4}} of (?P<name>{_NAME})")
_OPENED = late(rf"\W{{0,3}}(?P<name>{_NAME})(?=, (?:§§? ?|paras?\.? ?)\d)")
_ABROAD = late(
    r"(?<!\w)(?:[Ww]yrok(?:u|iem)?|[Uu]rteil|[Rr]ozsud(?:ek|ku)|[Ss]entenza|[Ss]entencia|Fall|[Dd]omen) \"? ?"
    rf"(?P<name>{_NAME})"
)
_ABROAD_SIGNS = ("yrok", "rteil", "ozsud", "entenza", "entencia", "Fall ", "omen ")
_SAID_BEFORE = late(
    r"(?<!\w)(?:held|stated|established|set out|laid down|developed|found|recogni[sz]ed|explained|adopted|expressed|"
    r"ruled|affirmed|confirmed|summari[sz]ed|decided|reaffirmed|emphasi[sz]ed|formulated|articulated|decision|judgment|"
    r"ruling|approach|principles?|test|criteria|reasoning|threshold|findings?) in \"?$"
)
_SAID_BEHIND = late(r"[,.;)\[\"]| and | does | is | was |$")
_COURT_BEFORE = late(r"(?:Court(?: of Human Rights)?\]?|ECtHR|Chamber),? in $")
_COURT_SAID = late(r",? (?:did|held|found|noted|ruled|stated)\b")
_COURT_BEHIND = late(r",?(?: ?\[\d{1,3}\],?)? (?:the|this) (?:[\w-]+ ){0,3}(?:Court|Chamber|ECtHR)\b")
_NOTE = late(r",? ?\[\d{1,3}\]")
_OF_DAY = late(
    r"(?<!\w)(?:[Jj]udgments?(?: of the Court)?|[Oo]rders?|[Ww]yrok(?:u|iem)?|,? and) (?:of|z dnia|z) (?=\d{1,2} )"
)
_DAY_SIGNS = ("udgment of ", "udgments of ", "rder of ", "rders of ", "of the Court of ", "yrok")
_DAY_NAME = late(rf", (?P<name>{_NAME}(?: \([A-Z][^()]{{3,60}}\))?)")
# What is said of leading cases: 'the Engel criteria', 'Paposhvili [2017]', 'EGMR-Rspr. (Soering, Üner / Boultif)'.
_RULE_OF = late(
    rf"\b[Tt]he \"?(?P<name>{_NAME})\"?(?:'s)? (?:tests?|principles?|criteria|standards?|threshold|doctrine|line of "
    r"(?:cases|authority)|jurisprudence|case-law|guidelines|exception|presumption)(?!\w)"
)
_RULE_OF_SIGNS = (
    "test", "principle", "criteria", "standard", "threshold", "doctrine", "line of", "urisprudence", "case-law",
    "guidelines", "exception", "presumption",
)  # fmt: skip
_WITH_YEAR = late(rf"(?<![\w'-])(?P<name>{_NAME})(?= \[(?:19|20)\d\d\](?: *[,;.)]|\s|$)(?! [\w.]* ?\d))")
_COMPOUND = late(
    rf"(?P<name>{_CAP})(?:(?P<joint> ?/ ?)(?P<other>{_CAP}))?-(?:Kriteri(?:en|um)|Rechtsprechung|Grundsätze|Formel|"
    r"Doktrin|Prüfung|criteria|principles?|test)(?!\w)"
)
_COMPOUND_SIGNS = (
    "-Kriteri",
    "-Rechtspr",
    "-Grunds",
    "-Formel",
    "-Doktrin",
    "-Prüfung",
    "-criteria",
    "-princip",
    "-test",
)
_OF_CASE_LAW = late(
    r"(?:EGMR|ECtHR|Strasbourg|Straßburger?|CEDH|Court's|Gerichtshofs)[ -](?:\w+ )?(?:Rspr\.|Rechtsprechung|"
    r"case-law|case law|jurisprudence|judgments|authorities) (?P<names>\([^()]{3,120}\))"
)
_INITIALS_OR_NAME = late(rf"(?:[A-Z]\.){{2,4}}|{_NAME}")
_NOTED = late(r",? ?\(\d{1,3}\)|, (?:[CT]-\d|EU:|paragraphs?|points?)|;|\)|\.?$")


# '(see Society of Composers, at para. 30; …)': a place that only rulings and papers have.
_AT_PARAGRAPH = late(
    rf"(?:[(;] ?(?:[Ss]ee (?:also )?)?|[Cc]iting |[Ss]ee |[Aa]pplying )"
    rf"(?P<name>(?:{_CAP}|(?:[A-Z]\.){{2,4}})(?: (?:(?:of|and) )?{_CAP}){{0,3}}),? "
    r"at para(?:s?\.?|graphs?) \d{1,4}(?:(?: ?-|,| and) ?\d{1,4}){0,5}"
)
# 'in a number of earlier cases, including Trimk, Vg and Patel', 'extradition cases on this point, such as Zak and Lis'
_AMONG = late(
    r"(?:[Ee]arlier|[Pp]revious|[Pp]rior|[Dd]ecided|[Rr]eported|[Ll]eading|[Ee]xtradition|[Dd]omestic|[Ee]nglish) "
    r"(?:cases|authorities|judgments|rulings)(?: [a-z]+){0,4},? (?:including|such as|like|namely|e\.g\.) "
    rf"(?={_CAP}(?: {_CAP})?(?:, {_CAP}(?: {_CAP})?){{0,8}},? and {_CAP})|"
    r"[Jj]udgments(?: of the [A-Z][\w ]{2,30}?)? in the cases of "
    rf"(?={_CAP}(?: {_CAP})?(?:, {_CAP}(?: {_CAP})?){{0,8}},? and {_CAP})"
)
_SIGNS_OF_A_LIST = (" in the cases of ", " including ", " such as ", " like ", " namely ", " e.g. ")
_ITEM = late(rf"{_CAP}(?: {_CAP})?")
_NEXT = late(r", (?:and )?| and ")


# Applicants who are called as a place or an office is.
_NOT_SO = listed("paris berlin kabul king moscow lyon madrid dublin warsaw london brussels rome geneva vienna")


def find_stated(
    text: str,
    taken: Places,
    bears: Callable[[str], bool],
    leads: Callable[[str, str], bool] = lambda name, year: False,
    is_state: Callable[[str], bool] = lambda name: False,
) -> Iterator[Found]:
    """Short forms with nothing before that they could mean. `bears`: whether a known case has just this name; `leads`:
    whether exactly one has it that is a leading one, of the year that is given."""
    done = 0

    def famous(name: str) -> bool:
        return plain(name) not in _NOT_SO and bears(name)

    for m in _settings(text):
        for start, end in _listed(text, m, famous):
            if start >= done and taken.free(start, end):
                found = Found("short", start, end, text[start:end], text[start:end])
                if not _NOTE.match(text, end):
                    found.end = max(read_tail(text[: taken.behind(end, len(text))], end, found), end)
                done = found.end
                yield found
    yield from _by_rank(text, taken, leads)
    yield from _in_company(text, taken, famous)
    yield from _dated(text, taken, famous)
    yield from _at_paragraphs(text, taken, is_state)
    yield from _among(text, taken, is_state)


def _at_paragraphs(text: str, taken: Places, is_state: Callable[[str], bool]) -> Iterator[Found]:
    """A name with a paragraph, set off as citations are, that nothing before answers to; papers say what they are."""
    for m in _AT_PARAGRAPH.finditer(text) if "at para" in text else ():
        words = m["name"].split()
        paper = set(tokens_of(m["name"])) & PAPERS or any(len(word) > 2 and word.isupper() for word in words)
        if taken.free(m.start("name"), m.end()) and not paper and not is_state(m["name"]):
            found = Found("short", m.start("name"), m.end(), m["name"], m["name"])
            found.pinpoints += re.findall(r"\d{1,4}", text[m.end("name") : m.end()])
            yield found


def _among(text: str, taken: Places, is_state: Callable[[str], bool]) -> Iterator[Found]:
    """Names of a list that is said to be one of cases."""
    for m in _AMONG.finditer(text) if any(sign in text for sign in _SIGNS_OF_A_LIST) else ():
        place, names = m.end(), []
        while item := _ITEM.match(text, place):
            names.append(item)
            joint = _NEXT.match(text, item.end())
            if not joint:
                break
            place = joint.end()
        if not any(is_state(name[0]) or plain(name[0]) in _NOT_SO for name in names):
            yield from (Found("short", *n.span(), n[0], n[0]) for n in names if taken.free(*n.span()))


def _settings(text: str) -> Iterator[re.Match[str]]:
    """Capitalised names where only a ruling stands, from left to right in each setting."""
    if opened := _OPENED.match(text):
        yield opened
    for m in _IN.finditer(text):
        start, end = m.span("name")
        if text[m.start() - 1 : m.start()] not in {"i", "I"} or text[m.start() - 2 : m.start() - 1].isalnum():
            continue
        said = _SAID_BEHIND.match(text, end) and _SAID_BEFORE.search(text, max(0, start - 20), start)
        court = _COURT_SAID.match(text, end) and _COURT_BEFORE.search(text, max(0, start - 28), start)
        if said or court or _COURT_BEHIND.match(text, end):
            yield m
    yield from _PARAGRAPH_OF.finditer(text)
    if any(sign in text for sign in _ABROAD_SIGNS):
        yield from _ABROAD.finditer(text)


def _listed(text: str, m: re.Match[str], famous: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The name, and those that follow it in the same list: 'in Opuz,[7] Volodina,[8] and Talpis[9]'."""
    start, end = m.span("name")
    while True:
        cut = _shortened(text, start, end, famous)
        if not cut:
            return
        yield start, cut
        joint = ITEM.match(text, cut)
        following = _NAME_HERE.match(text, joint.end()) if joint else None
        if not following:
            return
        start, end = following.span()


def _shortened(text: str, start: int, end: int, famous: Callable[[str], bool]) -> int:
    """Where the name ends: 'Opuz and Talpis' are two names, 'Neulinger and Shuruk' is one."""
    if famous(text[start:end]):
        return end
    first = text[start:end].partition(" and ")[0]
    return start + len(first) if len(first) < end - start and famous(first) else 0


def _by_rank(text: str, taken: Places, leads: Callable[[str, str], bool]) -> Iterator[Found]:
    """What a leading case alone is called: a rule that bears its name, its name with a year, a list of case-law."""
    for start, end in _ranked(text):
        year = text[end + 2 : end + 6] if text[end : end + 2] == " [" else ""
        if taken.free(start, end) and plain(text[start:end]) not in _NOT_SO and leads(text[start:end], year):
            found = Found("short", start, end, text[start:end], text[start:end])
            found.end = max(read_tail(text[: taken.behind(end, len(text))], end, found), end)
            yield found


def _ranked(text: str) -> Iterator[tuple[int, int]]:
    if any(sign in text for sign in _RULE_OF_SIGNS):
        yield from (m.span("name") for m in _RULE_OF.finditer(text))
    if " [" in text:
        yield from (m.span("name") for m in _WITH_YEAR.finditer(text))
    for m in _COMPOUND.finditer(text) if any(sign in text for sign in _COMPOUND_SIGNS) else ():
        yield from (m.span(group) for group in ("name", "other") if m[group])
    for m in _OF_CASE_LAW.finditer(text) if "(" in text else ():
        yield from (name.span() for name in _INITIALS_OR_NAME.finditer(text, *m.span("names")))


def _in_company(text: str, taken: Places, famous: Callable[[str], bool]) -> Iterator[Found]:
    """'(Loizidou, Banković, Al-Skeini)' where one of them was cited in full."""
    for m in NAMES.finditer(text) if "(" in text else ():
        if taken.free(*m.span()):
            continue
        place = m.start() + 1
        while name := _NAME_HERE.match(text, place, m.end() - 1):
            if taken.free(*name.span()) and famous(name[0]):
                yield Found("short", *name.span(), name[0], name[0])
            joint = ITEM.match(text, name.end(), m.end())
            if not joint:
                break
            place = joint.end()


def _dated(text: str, taken: Places, famous: Callable[[str], bool]) -> Iterator[Found]:
    """'judgments of 5 April 2016, Aranyosi and Căldăraru, (3) and of 25 July 2018, …': as Luxembourg writes."""
    for m in _OF_DAY.finditer(text) if any(sign in text for sign in _DAY_SIGNS) else ():
        day = DAY.match(text, m.end())
        named = _DAY_NAME.match(text, day.end()) if day else None
        if not named or not taken.free(m.end(), named.end()):
            continue
        if famous(named["name"]) or _NOTED.match(text, named.end()):
            yield Found("short", m.end(), named.end(), named["name"], named["name"], dates=[read_date(day)])
