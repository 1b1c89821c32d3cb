"""What the words right around a citation say of it: a paragraph before it, a year behind it, a day at the head."""

import re

from briefs.verify.find import tongues
from briefs.verify.find.dates import DATE, read_date, year_in
from briefs.verify.find.found import Found
from briefs.verify.find.late import late

_OF_A_RULING = (
    r"(?:the |its |la |l'|le |das |des )?(?:(?:Court's |Committee's |Grand Chamber |Chamber |leading |same |above-?(?:"
    r"mentioned|cited) )?(?:judgments?|decisions?|views|rulings?|arrêts?|affaire|case|opinion|Urteils?)"
    r"(?: (?:of the Court|of the Grand Chamber|of the Committee|de la Cour))?,? (?:in|of|de|dans|du)"
    r"(?: the case of| l'affaire)? ?)?"
)
# '§ 76 of Csoma v. Romania', 'paragraph 132 of the judgment in H v. the United Kingdom'.
_PINPOINT_BEFORE = late(
    r"(?:§ ?§? ?|¶ ?¶? ?|(?<!\w)(?:[Pp]aras?\.?|[Pp]aragraphs?|[Rr]n\.|[Rr]z\.) )"
    r"(?P<list>\d{1,4}(?:(?: ?- ?|, ?|,? and | to | et | und )\d{1,4}){0,8}) (?:of|in|de|du|des|dans) "
    rf"{_OF_A_RULING}[\"']?$"
)
_PINPOINT_BEHIND = late(r"; ?(?:§ ?§? ?|¶ ?|paras?\.? |paragraphs? )(?P<list>\d{1,4}(?:-\d{1,4})?)(?=[.;,)\n]|$)")
_YEAR_BEHIND = late(r",? ?\[(?P<year>(?:19|20)\d\d)\](?! ?\d| [A-Z]{2,6} ?\d)")
# A line that opens with a day, and holds nothing but the case behind it: '18.12.1996 - Loizidou v. Turkey'; or 'in' and
# the day: 'in 25 March 2021, Bivolaru e Moldovan c. Francia, nn. 40324/16 e 12623/17'.
_HEAD_DAY = late(rf"(?:^|[\n;(])[ \t*-]*(?:{DATE})(?:,| ?[-—:]) ?[\"'*]?$")
_IN_DAY = late(
    rf"(?<!\w)(?:in|[Ss]ee|[Ss]ee also|[Cc]f\.|[Cc]fr\.|[Vv]edi|[Vv]oir|[Vv]gl\.|[Ss]iehe) (?:{DATE}), [\"'*]?$"
)
_ALONE = late(r"[\"'*]?\)?[.;]?\s*(?:$|\n|[;)])")
_RULING = rf"(?:{tongues.RULINGS}|[Jj]udgments?|[Oo]rders?|[Rr]ulings?)"
_LUXEMBOURG_DAY = late(
    rf"(?<!\w){_RULING},? (?:(?:{tongues.LINKS}|of|le|el|per) ){{0,3}}(?:{DATE}),? "
    r"(?:(?:in|nella|dans l'|en el|na) ?)?(?:the )?(?:(?:[Jj]oined )?[Cc]ases? |[Cc]ausa |cause riunite |[Aa]ffaires? |"
    r"Rechtssache |Rs\. |asuntos? |processos? |věc |ve věci |w sprawie |sprawa |zaak |mål )?$"
)
# 'Case C-404/15, Aranyosi, Judgment of the Court (Grand Chamber) of 15 April 2016'; 'Aranyosi (C-404/15), judgment of
# 15 April 2016'.
_OF_THE_COURT = (
    r"(?:,? \(?(?:(?:of|by|du|de|la|le|the|by the) ?){0,3}(?:Court(?: of Justice)?|Cour|Grand Chamber|grande chambre|"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) Chamber)\)?){0,3}"
)
_LUXEMBOURG_BEHIND = late(
    rf"[\"'*]?,? ?\(?(?P<said>{_RULING})?{_OF_THE_COURT},? "
    rf"(?:of|du|dated|delivered on|vom|del|ze dne) (?:{DATE})\)?"
)
_ENDS_IN_RULING = late(rf"(?<!\w){_RULING}$")
# 'in its judgment of 5 October 2022 in Liu v. Poland', 'On 5 October 2022 the Court gave judgment in Liu v. Poland'.
_THE_CASE = r"(?:in|dans)(?: the| l')? ?(?:case of|affaire)? ?[\"'*]?$"
_JUDGMENT_DAY = late(
    rf"(?<!\w)(?:[Jj]udgment|[Dd]ecision|[Rr]uling|[Aa]rrêt|[Dd]écision),? "
    rf"(?:of|du|dated|given on|delivered on|rendue? le) (?:{DATE}),? {_THE_CASE}"
)
_GAVE_ON = late(
    rf"(?<!\w)(?:[Oo]n |[Ll]e )(?:{DATE}),? "
    rf"(?:the (?:European )?Court(?: of Human Rights)?|the Grand Chamber|it|la Cour) "
    rf"(?:gave|delivered|handed down|rendered|adopted|a rendu) (?:its |the |a |son |sa |un |une )?"
    rf"(?:judgment|decision|ruling|arrêt|décision),? {_THE_CASE}"
)
# 'Boultif ./. CH (Urt. v. 02.08.2001 - Nr. 54273/00)'
_GERMAN_BEHIND = late(
    rf" \((?:Urt(?:eil|\.)|Beschl(?:uss|\.)|Entsch(?:eidung|\.)) v(?:om|\.) (?:{DATE})(?:,| ?-)? ?"
    r"(?:(?:Beschwerde-?)?Nr\.|Az\.:?|[Nn]o\.) ?(?P<number>\d{1,6}/\d{2})\)"
)
_REACH = 140
# "the Court's 2022 judgment in Liu v. Poland"; one of a Chamber may be another than the one that is known
_YEAR_BEFORE = late(
    r"(?<!\w)(?P<year>(?:19|20)\d\d) (?:(?:Grand Chamber|leading|landmark) )?(?:judgment|decision|ruling|views),? "
    r"(?:in|of)(?: the case of)? [\"'*]?$"
)


# 'Application 36919/02 Armonienė v Lithuania': with no sign for the number.
_NUMBER_BEFORE = late(r"(?<!\w)(?:Application|App\.|Appl\.|Requête) (?P<number>\d{1,6}/\d{2}),? [\"'*]?$")


def read_around(text: str, found: Found) -> None:
    """Adds what stands before or behind a full citation and belongs to it; to be called before it is judged."""
    read_pinpoint(text, found)
    if found.family == "case" and found.states and not found.numbers:
        m = _NUMBER_BEFORE.search(text, max(0, found.start - 40), found.start)
        if m:
            found.numbers.append(m["number"])
            found.start = m.start()
    if found.dates or found.year:
        return
    german = found.family == "case" and not found.numbers and text.startswith((" (U", " (B", " (E"), found.end)
    if german and (m := _GERMAN_BEHIND.match(text, found.end)):
        found.numbers, found.dates, found.end = [m["number"]], [read_date(m)], m.end()
        return
    if found.family in {"case", "eu"} and (before := _YEAR_BEFORE.search(text, max(0, found.start - 60), found.start)):
        found.year = before["year"]
        return
    if year := _YEAR_BEHIND.match(text, found.end) if found.family == "eu" else None:
        found.year = year["year"]
    window = max(0, found.start - _REACH), found.start
    day = None
    if found.family == "eu":
        day = _LUXEMBOURG_DAY.search(text, *window) if year_in(text, *window) else None
        if not (day or found.year):
            day = _behind_luxembourg(text, found)
    elif found.family == "case" and found.states and year_in(text, *window):
        day = _JUDGMENT_DAY.search(text, *window) or _GAVE_ON.search(text, *window)
        if not day and (found.numbers or _ALONE.match(text, found.end)):
            day = _HEAD_DAY.search(text, *window) or _IN_DAY.search(text, *window)
    if day:
        found.dates.append(read_date(day))


def _behind_luxembourg(text: str, found: Found) -> re.Match[str] | None:
    """The day of the judgment behind number and name, which the citation then takes in."""
    m = _LUXEMBOURG_BEHIND.match(text, found.end)
    if not m or not (m["said"] or _ENDS_IN_RULING.search(text, max(0, found.end - 20), found.end)):
        return None
    closed = text.count("(", found.start, m.end()) < text.count(")", found.start, m.end())
    found.end = m.end() - closed
    return m


def read_pinpoint(text: str, found: Found) -> None:
    """A paragraph that is named before the case: '§ 76 of Csoma v. Romania'; or behind a semicolon."""
    if found.pinpoints or found.family not in {"case", "eu", "short"}:
        return
    m = _PINPOINT_BEFORE.search(text, max(0, found.start - _REACH), found.start)
    m = m or _PINPOINT_BEHIND.match(text, found.end)
    if m:
        found.pinpoints += re.findall(r"\d{1,4}", m["list"])
