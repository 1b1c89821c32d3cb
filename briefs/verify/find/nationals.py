"""Rulings of national courts by court, date and number: 'BGH, Urteil vom 12.5.2004 - 1 StR 23/04', 'Cass., sez. VI,
5 maggio 2022, n. 18044'; opinions by number and state: 'No. 38/2005 (China)'."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefs.verify.find import tongues
from briefs.verify.find.cases import docket_at
from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.folding import plain
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import ECLI, read_tail
from briefs.verify.find.whose import of_the_person, sentence

_RULING = (
    rf"(?:\w{{0,14}}(?:{tongues.RULINGS}|judgments?|U\.|B\.|Beschl\.|Urt\.|ord\.|sent\.|arr\.|acórdão|Ac\.|nota|"
    rf"wyr\.|post\.|"
    r"usn\.|rozs\.|jugement|avis|lecture|Gutachten))"
)
_FORMATION = (
    r"(?:,? \(?(?:[Ss]ez\.? ?(?:[IVX]{1,5}|\d{1,2}|[Uu]n(?:ite|\.)?|lav\.)(?:[ -]\w{1,6})?|SS\.? ?UU\.|"
    r"Sezioni [Uu]nite|[Aa]ss\.(?: ?pl[ée]n\.)?|[Aa]ssemblée plénière|AP|[Pp]l[ée]n\.|[Cc]h\. (?:mixte|réun\.)|"
    r"[Cc]h(?:ambre|\.) \w{3,11}\.?|"
    r"(?:[Cc]iv|[Cc]rim|[Ss]oc|[Cc]om|[Pp]en|[Ss]ect)\.?(?: \d(?:re|e))?|\d(?:re|e) civ\.|\d{1,2}(?:\.|e|ère|ème)? "
    r"(?:Senat|Kammer|chambre|ch\.|sect\.)|Großer Senat|Sala \w{3,12}|"
    r"Pleno|juge des référés|[Pp]enale|[Cc]ivile|[Gg]r\. ?[Kk]\.)\)?)"
)
_LINK = rf"(?:(?:{tongues.LINKS}|le|of|v\.|w|we|z dn\.|no dia) )"
# What may stand behind the number of a German ruling, and behind the date of an international one.
_KIND = late(r", (?:Beschluss|Urteil|Gegenstandswertfestsetzung[^.;()]{0,60})(?!\w)")
_NAME = late(
    r" ?[-—] (?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:(?:of|the|and|in|on|for|des|der|die|den|im|einer|von|und|du|de|la|"
    r"v\.|to) ){0,4}"
    r"[A-ZÀ-Þ][\w'-]*){0,16})(?: \([A-ZÀ-Þ][^()]{3,90}\))?"
)
_ECLI_BEHIND = late(rf"(?:[,;]| -)? ?\(?(?P<ecli>{ECLI})")
_DEPOSIT = r"(?: \(dep\. [^()]{4,25}\))?"
_SIGN = (
    r"(?:Az\.?:? ?|Rs\. |sygn\.(?: akt)?:? |nrs?\.? ?|zaaknr\.? |nn?\. ?|n[°º]s? ?|n\.[ºo°] ?|nos?\.? ?|"
    r"č\. ?j\. |čj\. |"
    r"sp\. ?zn\. |(?:pourv\w{2,4}|req\.|requêtes?|RG|aff\.) ?n[°º]s? ?|(?:i )?mål(?: nr)? |"
    r"proc(?:esso|\.)? ?(?:n\.[ºo°] ?)?|LJN |rec\. |R\.G\. |ric\. n\. )"
)
_BEFORE_NUMBER = late(rf"(?P<sign>(?:,|;| [-—])? ?\(?{_SIGN})|,? [-—] |,? \[|, | ")
_AND = late(rf",? (?:et|und|e|y|i|a|och|en) (?:{_SIGN})?|, ")
_ANY_NUMBER = late(r"(?:[A-ZÖ]{1,3} )?\w{0,4}\d[\w./-]{0,24}(?<=\w)(?: [A-Z]{2,3}\b)?")
# A number that nobody takes for a date or a page: '12 K 1234/14.A', 'G 47/2012', '1C_123/2012', '5 StR 12/03'.
_SHAPE = late(
    r"(?:\d{1,2}[A-Z]?_\d{1,4}/\d{4}|\d{1,2} [A-Z]{1,2} \d{1,4}\.\d{2}|(?:\d{1,3} |"
    r"[IVXL]{1,6} )?[A-Z][A-Za-z]{0,4} \d{1,5}/\d{2,4}(?:[.-]?\w{1,4})?|\d{5,9}/\d/?\w*)"
    r"(?![\w/])"
)
_REPORT = late(
    r",? ?\(?(?:Bull\. ?(?:civ|crim|ass\. ?plén|Joly)?\.?(?: [IVX]{1,3})?,? n[°º] ?\d{1,4}|(?:Rec\.|Lebon)(?: T\.)?"
    r"(?:,? p\. ?\d{1,4})?|publ\. au .{4,20})\)?"
)
# 'CAA de Versailles, 1er décembre 2009, no 07VE03227 et 30 décembre 2010, no 10VE00337': the same court on another day.
_ANOTHER_DAY = late(rf"(?:,|;|,? et|,? and|,? und|,? e|,? y) (?=(?:{DATE}),? {_SIGN})")
_PROSE = late(
    rf"(?<!\w){_RULING} (?:(?:rendue?s?|prononcée?) par |des? |der |del(?:la)? |du |dell'|da |do |van de )?"
    r"(?:la |l'|le )?$"
    r"|(?<!\w)(?:rendue?s?|prononcée?s?) par (?:la |l'|le )$"
)


_SEAT, _END_OF_NAME, _OF_A_WORD = late(r" [A-ZÀ-Ž]"), late(r"(?![\w-])"), late(r"[\w./-]")


@lru_cache(maxsize=4)
def _patterns(courts: tuple[str, ...], seated: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Court and date; court and number."""
    place = r"(?: [A-ZÀ-Ž][\w'-]{1,20}(?: (?:am|an der|im|sur|di) [A-ZÀ-Ž]\w{2,15}| \([\w. ]{2,16}\))?)"
    names = "|".join(re.escape(c) for c in sorted(courts, key=len, reverse=True))
    at = "|".join(re.escape(c) for c in sorted(seated, key=len, reverse=True))
    court = rf"(?<![\w./-])(?<!\w')(?P<court>(?:{at}){place}|(?:{names})(?![\w-])){_FORMATION}{{0,3}}"
    dated = (
        rf"{court}(?P<mark>,|\(|(?: (?:w|we))?)? ?(?P<ruling>{_RULING}(?: (?:{tongues.PLENARY}))?,? )?"
        rf"(?P<link>{_LINK}{{0,3}})(?:{DATE}){_DEPOSIT}"
    )
    numbered = (
        rf"{court},? (?P<ruling>{_RULING} )?(?:n\.|nn\.|n[°º]|n\.[ºo°]|nr\.?|n[úu]m\.|no\.?) ?"
        rf"(?P<number>\d{{1,6}}(?:/\d{{2,4}}|(?: de[lu]?|,? de|,)? (?:19|20)\d{{2}}(?!\d)|"
        rf",? (?:(?:de[lu]?|du) )?(?=\d{{1,2}}[. /-])))"
    )
    return late(dated), late(numbered)


def _courts_at(text: str, forms: Forms) -> list[int]:
    """Where names of national courts begin that stand as words of their own; behind one that has a seat a capital."""
    starts = set()
    for name in forms.names_in("court", text):
        behind = _SEAT if name in forms.seated else _END_OF_NAME
        end = 0
        while (start := text.find(name, end)) >= 0:
            end = start + len(name)
            if behind.match(text, end) and not _OF_A_WORD.match(text[start - 1 : start] if start else ""):
                starts.add(start)
    return sorted(starts)


def _each(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """As a search through the whole text: what begins at these places, none inside another."""
    done = 0
    for start in starts:
        if start >= done and (m := pattern.match(text, start)):
            done = m.end()
            yield m


def find_dated(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Court and date, with a word for ruling, a comma or a number as the sign that a ruling is meant."""
    starts = _courts_at(text, forms)
    if not starts:
        return
    dated, numbered = _patterns(forms.courts, forms.seated)
    done = 0
    for m in _each(dated, text, starts):
        if m.start() < done or not taken.free(m.start(), m.end()):
            continue
        found = Found("docket", m.start(), m.end(), form="dated", court=m["court"])
        found.dates.append(read_date(m))
        _numbers(text, found, forms)
        spoken = m["ruling"] or _PROSE.search(text, max(0, m.start() - 50), m.start())
        if spoken and not found.dockets and of_the_person(text, *sentence(text, m.start(), m.end())):
            continue
        if spoken or found.dockets or (m["mark"] in {",", "("} and not m["link"]):
            report = _REPORT.match(text, found.end) or _KIND.match(text, found.end)
            report = report or (_NAME.match(text, found.end) if m["court"] in {"IGH", "IStGH"} else None)
            found.end = report.end() if report else found.end
            if ecli := _ECLI_BEHIND.match(text, found.end):
                found.eclis.append(re.sub(r" ?: ?", ":", ecli["ecli"]))
                found.end = ecli.end("ecli")
            done = found.end
            yield found
            for another in _other_days(text, found, forms):
                done = another.end
                yield another
    for m in _each(numbered, text, starts):
        if m.start() >= done and taken.free(m.start(), m.end()):
            found = Found("docket", m.start(), m.end(), form="numbered")
            found.dockets.append(m["number"].strip(" ,"))
            found.end = done = max(read_tail(text, m.end(), found), m.end("number"))
            yield found


def _other_days(text: str, found: Found, forms: Forms) -> Iterator[Found]:
    """Further rulings of the same court, each by its day and its number."""
    end = found.end
    while found.dockets and (m := _ANOTHER_DAY.match(text, end)):
        another = Found("docket", m.end(), DAY.match(text, m.end()).end(), form="dated", court=found.court)
        another.dates.append(read_date(DAY.match(text, m.end())))
        _numbers(text, another, forms)
        end = another.end
        yield another


def _numbers(text: str, found: Found, forms: Forms) -> None:
    """The number behind a date, and more of them: '- 2 BvR 1258/19, 2 BvR 1497/19', 'n°14-21.323 et n°15-50.002'."""
    join = _BEFORE_NUMBER
    for _ in range(6):
        m = join.match(text, found.end)
        if not m:
            return
        at = docket_at(text, m.end(), forms)
        number = at[1] if at else _SHAPE.match(text, m.end())
        if not number and (m.groupdict().get("sign") or re.search(_SIGN, m[0])):
            number = _ANY_NUMBER.match(text, m.end())
        if not number:
            return
        found.dockets.append(number.groupdict().get("number") or number[0])
        opened = "(" in m[0] and text[number.end() : number.end() + 1] == ")"
        found.end, join = number.end() + opened, _AND


_LISTED = late(r"(?<!\w)[Nn]o\. (?P<number>\d{1,3}/(?:19|20)\d{2}) \((?P<state>[A-Z][^()]{2,60})\)")
_OF_A_LAW = late(r"(?:\w*(?:[Ll]aw|[Aa]ct|[Dd]ecree|[Oo]rder|[Rr]egulation|[Cc]ode|[Dd]irective)s?,? )$")


def find_listed(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'No. 38/2005 (China)': how lists of the Working Group on Arbitrary Detention name its opinions."""
    for m in _LISTED.finditer(text):
        state = plain(m["state"]) in forms.state_of or forms.state.fullmatch(m["state"])
        if state and taken.free(m.start(), m.end()) and not _OF_A_LAW.search(text, max(0, m.start() - 20), m.start()):
            yield Found("docket", m.start(), m.end(), form="listed", dockets=[f"Opinion No. {m['number']}"])
