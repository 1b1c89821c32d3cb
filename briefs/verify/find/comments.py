"""General comments and recommendations of the committees, one or a row: 'General Comment No. 31', 'general
recommendations No. 27 (2000) on discrimination against Roma and No. 32 (2009)'. A row is one finding."""

from collections.abc import Iterator

from briefs.verify.find.cases import read_tail_with_dockets
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

SIGNS_OF_COMMENTS = (
    "eneral ", "GC", "bservation g", "bservations g", "gen", "Geral", "geral", "Bemerkung", "Gen. ", "générale",
    "ecommendation n", "ecommendation N",
)  # fmt: skip
RECOMMENDATION = "recommendation"
"""Said of a general recommendation: only committees whose comments the library does not hold call theirs so."""
_RECOMMENDED = late(r"[Rr]ec(?:om|s?\.)|accomand")
_NO = r"(?:[Nn]os?\.? ?|[Nn][°º]s? ?|n\.[º°]? ?|Nr\. |n[úu]m\. )"
_COMMENT = late(
    r"(?:(?P<body>CAT|HRC|CCPR|CED|CRC|CESCR|CEDAW|CERD|CRPD|CMW|Committee against Torture|Human Rights Committee|"
    r"Committee on (?:the )?[A-Z][\w ,]{3,60}?|Joint)(?:'s)?,? )?"
    r"(?:[Gg]eneral [Cc]omments?|GC|[Oo]bservations? générales?|[Gg]eneral (?:[Rr]ecommendations?|[Rr]ecs?\.)|"
    r"Gen\. (?:[Cc]omments?|[Rr]ecs?\.|[Rr]ecommendations?)|[Rr]ecommandations? générales?|[Oo]bservación general|"
    r"[Rr]accomandazione gen(?:erale|\.)|[Oo]sservazione generale|[Cc]omentário [Gg]eral|Allgemeine Bemerkung) "
    rf"{_NO}?(?P<no>\d{{1,2}})(?:/(?:(?P<behind>(?:19|20)\d{{2}})|\d{{2}}))?(?![\d/])(?: \(\d{{2}}\))?"
    r"(?: ?\((?P<year>(?:19|20)\d{2})\))?"
)
# 'The Committee on … indicated as follows in its recommendation no. 28'
_WEAK = late(r"(?<=its )recommendation [Nn]o\. ?(?P<no>\d{1,2})(?![\d/]| ?\()")
_COMMITTEE = late(r"Committee (?:on|against) (?:the )?[A-Z][^.;]{3,160}$")
_CORPS = (
    r"Comité (?:des droits de l'(?:homme|enfant)|contre la torture|pour l'élimination de la discrimination "
    r"(?:raciale|à l'égard des femmes)|des droits économiques, sociaux et culturels|des droits des personnes "
    r"handicapées|des disparitions forcées|[A-Z]{3,5})"
)
_BODY_BEFORE = late(
    r"(Committee against Torture|Human Rights Committee|CAT|HRC|CCPR|CED|CRC|CESCR|CEDAW|Committee on "
    rf"(?:the )?[A-Z][\w ]{{3,50}}|{_CORPS})"
    r"(?: \([A-Z]{2,5}\))?,? ?(?:its |dans son |dans sa )?$"
)
_BODY_BEHIND = late(
    r"(?:,| of| by|, by| from)(?: the)?(?: UN| United Nations)? (Committee against Torture|Human Rights Committee|"
    r"Committee on (?:the )?[A-Z]\w+(?: (?:of|and|the|against|in|with|their|[A-Z]\w+)){0,9})|"
    rf",? (?:du|rendue par le) (?P<corps>{_CORPS})"
)
_MANY = late(rf"(?:omments|ecommendations|[Rr]ecs\.|énérales) {_NO}?\d")
# What may stand between two of a row: paragraphs, a year, a title in small letters.
_TITLE = r"(?:,? paragraphs? [\d -]{1,9})?(?: \((?P<late>(?:19|20)\d{2})\))?(?:,? on [a-z][^.;()\d]{3,100}?)?"
_NEXT = late(
    rf"(?:,|,? and|,? et) (?P<sure>{_NO})?(?P<no>\d{{1,2}})(?![\w/]|[.-]\d)(?: ?\((?P<year>(?:19|20)\d{{2}})\))?"
)
_TITLED_NEXT = late(
    rf"{_TITLE}(?:,|,? and|,? et) (?P<sure>{_NO})?(?P<no>\d{{1,2}})(?![\w/]|-\d)"
    r"(?: ?\((?P<year>(?:19|20)\d{2})\)|(?<=[Nn]o\. \d)|(?<=[Nn]o\. \d\d)|(?= on ))"
)


def find_comments(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """With the committee before or behind it, and the symbol that its title ends with."""
    for m in _COMMENT.finditer(text):
        if not taken.free(m.start(), m.end()) or text.endswith("Replaces ", 0, m.start()):
            continue  # 'General Comment No. 20: Replaces General Comment No. 7': a title
        found = Found("comment", m.start(), m.end(), form=m["no"], year=m["year"] or m["behind"] or "")
        before = _BODY_BEFORE.search(text, max(0, m.start() - 90), m.start()) if not m["body"] else None
        found.instrument = RECOMMENDATION if _RECOMMENDED.search(m[0]) else ""
        found.courts += [m["body"] or (before[1] if before else "")]
        if _MANY.search(m[0]):
            _row(text, found, taken)
        behind = _BODY_BEHIND.match(text, found.end) if not found.courts[0] else None
        if behind:
            found.courts[0] = behind[1] or behind["corps"]
        end = behind.end() if behind else found.end
        found.end = max(read_tail_with_dockets(text, end, found, forms), end)
        if m["body"] or m[0][:2] != "GC" or found.symbols:
            yield found
    for m in _WEAK.finditer(text):
        if taken.free(m.start(), m.end()) and _COMMITTEE.search(text, max(0, m.start() - 200), m.start()):
            yield Found("comment", m.start(), m.end(), form=m["no"], courts=[""], instrument=RECOMMENDATION)


def _row(text: str, found: Found, taken: Places) -> None:
    """Reads what the plural announces: 'Nos. 2, 20 and 31', '27 (2000) on …, and 32 (2009)'."""
    stop = taken.behind(found.end, len(text))
    for _ in range(12):
        m = _NEXT.match(text, found.end, stop) or _TITLED_NEXT.match(text, found.end, stop)
        if not m:
            return
        found.year = found.year or (m.groupdict().get("late") or "" if not found.more else "")
        found.more.append((m["no"], m["year"] or ""))
        found.end = m.end()
