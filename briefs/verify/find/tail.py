"""Reads what follows a case name: marks, numbers, dates, reports, paragraphs, 'cited above', in any usual order.

Each element is one pattern tried at one place; the reading stops at the first word that is none of them. No pattern
repeats inside a repetition, so that no text can make the reading slow.
"""

import re
from collections.abc import Callable

from briefs.verify.find import tongues
from briefs.verify.find.dates import DATE, MONTH, as_date, read_date, year_in_full
from briefs.verify.find.found import Found
from briefs.verify.find.late import late

NUMBER = r"(?:\d{1,6} ?- ?)?\d{1,6} ?/ ?\d{2,4}(?![\d/])"
_AND = r"(?:,? (?:and|et|und|e|y|&|a|i|och|en|oraz) |, ?| ?; ?(?=\d))"
NUMBERS = rf"{NUMBER}(?:{_AND}(?:(?:app|appl)\.? )?(?:(?:nos?\.?|{tongues.NO}) ?)?{NUMBER}){{0,60}}"
_OTHERS = (
    r"(?P<others>(?:,)? (?:and|et|&|e|y|und|a|i|och|en) (?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|"
    rf"autres|others|{tongues.OTHERS})(?: (?:other|autre)s?(?: applications?| requêtes?)?)?)?"
)
_NO = r"(?:nos?\.?|n[°º]s?\.?|Nrn?\.|numbers?|num\.|#|[Nn]\."
_NO += rf"|{tongues.NO})"
_APPLICATION = (
    r"(?:\(?(?:applications?|appln?s?\.?|apps?\.?|requêtes?|Beschwerden?|ricors[oi]|ric\.|demandas?|Req\.|Ap\."
    rf"|{tongues.APPLICATION}))"
)
_COMMUNICATION = (
    r"(?:communications?|comunicación|communic\.|comm?\.|cases?|(?:collective )?complaints?|"
    r"(?:réclamations?|reclamations?)(?: collectives?)?|petitions?)"
)
# A number that belongs to a date or to an application number is no paragraph.
_END = rf"(?! ?/ ?\d|\d|(?:er|re|[º°ª])(?!\w)|\.? (?:de )?{MONTH}| (?:others?|autres?)\b)"
_PARAGRAPH = rf"\d{{1,4}}(?:\.\d{{1,2}})?(?:\([a-z0-9]\))?{_END}"
_SIGN = r"(?:§ ?§?|¶ ?¶?|paras?\.?|paragraphs?|pars?\.|points?|pts?\.|Rn\.|Rz\.|Ziff\.|cons\.|consid\."
_SIGN += rf"|(?:{tongues.PINPOINT})(?= \d))"
PINPOINT = (
    rf"(?:(?:at|in|aux?|to) )?{_SIGN} ?(?P<list>{_PARAGRAPH}"
    rf"(?:(?: ?- ?|,? (?:and|et|to|à|&|und|bis|y|e|or|(?-i:a)|i|och|en|až|až do|do|t/m) |, ?)"
    rf"(?:{_SIGN} ?)?{_PARAGRAPH})"
    r"{0,40})"
    r"(?: et seq\.?| et suiv\.| and following| ff?\.| in fine| passim)?"
)
_PAGES = rf"(?:(?:at )?(?:pp?\.|pages?|S\.|{tongues.PAGES}) ?\d{{1,5}}(?:-\d{{1,5}})?)"
_BRACKETS = r"(?:at )?\[(?P<list>\d{1,4})\](?! ?(?:\d{1,3} ?[A-Z]|\d |[A-Z]))(?: ?(?:-|,|and) ?\[(?P<last>\d{1,4})\])?"
_WORDS = (
    r"judge?ments?|decisions?|arrêts?|décisions?|Urteil|(?:Urt|Beschl)\. v\.|"
    r"Entscheidung|Beschluss|sentenza|sentencia|views|report|rapport|"
    r"constatations|opinion|order|merits|delivered|adopted|dated|rendu|given|of|du|vom|de|del|on|the|Commission(?:'s)?|"
    r"plenary|decided|in the case|by|Court|Chamber"
    rf"|{tongues.RULINGS}|{tongues.LINKS}|{tongues.PLENARY}"
)

_DATE = rf"(?:(?:{_WORDS}) ){{0,6}}(?:l')?(?:{DATE})"
# Old decisions of the Commission: 'déc. 29.11.95', 'Dec. 12.7.76', 'Rapport Comm. 15.12.80'.
_SHORT_DAY = (
    r"(?:d[eé]c\.|(?:Rapport |Rep\. )?Comm?\.(?: Rep(?:ort|"
    r"\.))?) ?(?P<sd>\d{1,2})\. ?(?P<sm>\d{1,2})\. ?(?P<sy>\d{2})(?!\d)"
)
CITED = (
    r"(?:all |both |as )?(?:cited|quoted) (?:above|below|earlier|previously)|"
    rf"{tongues.CITED}|"
    r"précité?e?s?|susmentionn\w{1,6}|(?:op|loc)\. ?cit\.?|(?<=\()above(?=\))|supra(?:,?(?: note| n\.?|"
    r" fn\.?) ?\d{1,4})?|a\. ?a\. ?O\."
)
_PHASES = (
    r"just satisfaction|satisfaction équitable|merits(?: and just satisfaction)?|communicated|pending|communiquée|"
    r"pendante|fond|friendly settlement|règlement amiable|"
    r"striking[ -]out|radiation|revision|révision|preliminary objections?|exceptions? préliminaires?|Article 50|"
    r"interpretation|pilot judgment|infringement proceedings|admissibility|interim measures?|r[eé]parations?|costs|"
    r"expenses|frais|dépens"
)
_MORE_PHASES = rf"(?:(?: ?[-/;,] ?|,? (?:and|et) )(?:{_PHASES}))"
_GC = rf"GC|G\.C\.|Grand Chamber|Grande Chambre|Große Kammer|GK|GCh|{tongues.GRAND}"
_COURTS = (
    r"ECtHR|EctHR|ECHR(?= \d{1,2}[. ])|ECHR(?! ?\d)|Eur\. ?Ct\. ?H\. ?R\.|Eur\. Court H\.R\.|"
    r"European Court of Human Rights|CEDH(?! ?\d)|Cour eur\. DH|"
    r"EGMR|TEDH|Corte EDU|Cour européenne des droits de l'homme|CJEU|CJUE|ECJ|EuGH|Court of Justice(?: of the "
    r"European Union)?|"
    r"HRC|HRCttee|CCPR(?!/)|Human Rights Committee|UN Human Rights Committee|Comité des droits de l'homme|"
    r"UNCAT|CAT(?!/)|Committee against Torture|UN Committee against Torture|Comité contre la torture|"
    r"IACtHR|Inter-American Court of Human Rights|ICJ|I\.C\.J\.|International Court of Justice|(?:CEDAW|CERD)(?!/)|"
    r"(?:European )?Commission of Human Rights|EComHR|Commission|"
    r"(?:First|Second|Third|Fourth|Fifth) Section|Chamber|Committee"
    rf"|{tongues.COURTS}"
)
_SERIES = (
    r"(?:\(?[Ss]er(?:ies|\.)|[Ss]érie) A,?\)?(?:,? ?(?:(?:at )?no\.?|n°|nº|č\.|nr|Nr\.|No\.?|vol\.?))? "
    r"?(?P<series>\d{1,3}(?: ?-? ?[A-H](?![a-z]))?)"
)
_REPORTS = (
    r"(?:(?P<rkind>ECHR|CEDH)|(?P<rjd>Reports of Judgments and Decisions|Recueil des arrêts et décisions|"
    r"Reports|Recueil)"
    r"(?: \(?ECHR\)?)?),? ?(?P<ryear>\d{4})"
    r"(?:(?: ?- ?|\.{3}| |)(?P<rvolume>[IVX]{1,4}(?![A-Za-z])|\.{2,5}|…))?(?!\d)(?: "
    r"\(?extracts\)?| \(?extraits\)?)?"
)
_DR = (
    r"(?:Decisions and Reports|Décisions et rapports|DR|D\.R\.|D&R)(?: \(DR\))?,? ?(?:no\.? ?|vol\.? "
    r"?)?(?P<dr>\d{1,3}(?:-?[AB])?)"
)
_COLLECTION = r"(?:Collection(?: of Decisions)?|Yearbook|Annuaire),? ?(?:no\.? |vol\.? )?(?P<collection>\d{1,3})"
_EHRR = r"(?:\(?\d{4}\)? )?\d{1,3} ?(?:EHRR|E\.H\.R\.R\.|Eur\. H\.R\. Rep\.)(?: SE| CD)?(?:,? ?\d{1,4})?"
# '(1992) 53 F.T.R. 93', '86 N.R. 302 (F.C.A.)': a report of the common law that nobody has described.
_DOTTED = (
    r"\(?(?:(?:19|20)\d\d\)?,? )?\d{1,3} (?!E\.H\.R\.R)(?:[A-Z]\. ?){2,5}(?:\(\d[a-z]{1,2}\) )?\d{1,5}"
    r"(?: \((?:[A-Z]\.){2,4}\))?(?![\d/])"
)
US_REPORT = r"(?P<uyear>\d{4})-(?P<uvolume>[IVX]{1,4}) ?Eur\. ?Ct\. ?H\. ?R\.(?: \d{1,4})?(?: at \d{1,4})?"
EURCT = r"(?P<us>\d{1,3}) Eur\. ?Ct\. ?H\. ?R\.(?P<usa> \(ser\. A\))?(?: ?\d{1,4})?(?: at \d{1,4})?"
ECLI = r"ECLI ?: ?[A-Z]{2} ?: ?[A-Za-z0-9.]{1,12} ?: ?\d{1,5} ?: ?[A-Za-z0-9.]{1,30}[A-Za-z0-9]"
EU_ECLI = r"(?<![\w:])EU:[CTF]:\d{4}:\d{1,5}"
SYMBOL = (
    r"(?<![\w/])(?:CAT|CCPR|CEDAW|CERD|CRC|CED|CRPD|CESCR|CMW)/"
    r"(?:C/\d{1,3}/D/\d{1,4}(?:(?:, ?| ?& ?| and )\d{1,4}){1,12}/\d{4}(?:/Rev\.\d)?(?![\w/])|(?:(?!-(?:CRC|CERD|"
    r"CCPR|CEDAW|CMW|CESCR|CRPD)/)[\w.,&/-]){1,60}\w(?:(?<=/Add)\. \d{1,2})?)|"
    r"(?<![\w/])(?:A|E|S|ST|HRI|HCR)/(?!\d{1,4}-)[A-Z0-9][\w./-]{1,60}\w"
    r"(?:/(?:Add|Rev|Corr)\.\d|(?<=/R[Ee][Vv])\. ?\d{1,2})?(?: ?[A-Z]?(?<=[\d A-Z]) ?\((?:\d{4}|[IVXLC]{1,8})\))?"
)
# 'Case C128/18': the hyphen was lost in copying.
EU_CASE = (
    r"(?<![\w/=-])[CTF](?:-|(?<=ase [CT])|(?<=ases [CT])|(?<=PPU and [CT])|(?<=/\d\d and [CT]))\d{1,4}/\d{2}"
    r"(?: (?:PPU|P-R|P\(R\)|RX|P|R|OP))?(?![\w/])|"
    # 'Case 26/62 Van Gend en Loos': no letter before there were two courts, in 1989
    r"(?:(?<=Case )|(?<=Cases )|(?<=Cases \d/\d\d and )|(?<=Cases \d\d/\d\d and )|(?<=Cases \d{3}/\d\d and ))"
    r"\d{1,3}/[5-8]\d(?![\d/])"
)
EU_CASES = rf"(?:{EU_CASE})(?:{_AND}(?:{EU_CASE})){{0,20}}"
NEUTRAL = (
    r"\[?(?P<nyear>(?:19|20)\d{2})\]? (?P<ncourt>(?:EWCA (?:Civ|Crim)|EWHC(?: (?:Admin|Civ|Crim|QB|KB|Ch|Fam)(?= \d))?|"
    r"Scot(?:HC|CS|SC)(?: (?:CS[IO]H|HCJAC)(?=_))?|NI(?:Ch|Fam|Cty|Mag|Master)|FamCA(?:FC)?|[A-Z]{2,7}|"
    r"(?<=\] )[A-Z]{2}[A-Za-z]{1,8}))[ _]"
    r"(?P<nno>\d{1,5})(?!\d|/)(?: \((?P<ndivision>[A-Z][A-Za-z]{1,9})\))?"
)

Take = Callable[[Found, re.Match[str]], None]


# 'ric. n. 140/2010': Italian writers give the year of a Strasbourg number in full.
_ITALIAN = late(r"\(?ric(?:\.|ors[oi])", re.I)
_OF_STRASBOURG = 6000
"""No committee has had as many communications: 'no. 37201/2006' is a number of Strasbourg with its year in full."""


def _numbers(found: Found, m: re.Match[str]) -> None:
    for first, last, year in re.findall(r"(?:(\d{1,6}) ?- ?)?(\d{1,6}) ?/ ?(\d{2,4})(?!\d)", m[0]):
        if len(year) == 4 and (_ITALIAN.match(m[0]) or int(last) >= _OF_STRASBOURG):
            year = year[2:]
            found.read_as += [] if _ITALIAN.match(m[0]) else [(f"{last}/{m[0][-4:]}", f"no. {last}/{year}")]
        target = found.communications if len(year) == 4 else found.numbers
        target += [n for s in (first, last) if s and (n := f"{s}/{year}") not in target]
    found.others = found.others or bool(m.groupdict().get("others"))


def _communications(found: Found, m: re.Match[str]) -> None:
    for number in re.findall(r"(\d{1,6}) ?/ ?(\d{2,4})(?!\d)", m[0]):
        found.communications.append("/".join(number))


def _eu_cases(found: Found, m: re.Match[str]) -> None:
    found.eu_cases += eu_cases(m)


def eu_cases(m: re.Match[str]) -> list[str]:
    """The numbers of Luxembourg in what was matched, each with its hyphen."""
    numbers = [one for one in _EU_CASE.finditer(m.string, m.start(), m.end())]
    return [one[0] if one[0][0].isdigit() else f"{one[0][0]}-{one[0][1:].lstrip('-')}" for one in numbers]


_EU_CASE = late(EU_CASE)


def _date(found: Found, m: re.Match[str]) -> None:
    found.dates.append(read_date(m))
    found.decision = found.decision or "decision of" in m[0].lower() or "décision du" in m[0].lower()
    found.commission = found.commission or "commission" in m[0].lower()


def _short_day(found: Found, m: re.Match[str]) -> None:
    """A year of two digits: the Commission sat from 1955 to 1999."""
    found.decision = True
    found.dates.append(as_date(year_in_full(m["sy"]), int(m["sm"]), int(m["sd"])))


def _pinpoint(found: Found, m: re.Match[str]) -> None:
    if m[0][0] == "[" and re.fullmatch(r"19[5-9]\d|20[0-4]\d", m["list"]) and not m.groupdict().get("last"):
        found.year = found.year or m["list"]  # 'Chahal v. the United Kingdom [1996]'
        return
    found.pinpoints += re.findall(r"\d{1,4}(?:\.\d{1,2})?", m["list"])
    if m.groupdict().get("last"):
        found.pinpoints.append(m["last"])


def _report(found: Found, m: re.Match[str]) -> None:
    kind = "Reports" if m["rjd"] or int(m["ryear"]) < 1999 else "ECHR"
    found.reports.append((kind, m["ryear"], (m["rvolume"] or "").strip(".…")))


def _series(found: Found, m: re.Match[str]) -> None:
    found.reports.append(("Series A", "", re.sub(r"\W", "", m["series"])))


def _court(found: Found, m: re.Match[str]) -> None:
    found.courts.append(m[0])
    found.commission = found.commission or "ommission" in m[0]


def _neutral(found: Found, m: re.Match[str]) -> None:
    court = " ".join(part for part in (m["ncourt"], m["ndivision"]) if part)
    if court == "ECHR":  # '[2009] ECHR 179': a publisher's number, under the year of the judgment
        found.year = found.year or m["nyear"]
    found.neutrals.append(f"[{m['nyear']}] {court.removeprefix('ScotCS ').removeprefix('ScotHC ')} {m['nno']}")


def _us_series(found: Found, m: re.Match[str]) -> None:
    """'161 Eur. Ct. H.R. (ser. A)' is Series A no. 161."""
    found.courts.append("Eur. Ct. H.R.")
    if m["usa"]:
        found.reports.append(("Series A", "", m["us"]))


def _dotted(found: Found, m: re.Match[str]) -> None:
    found.dockets.append(m[0].strip("()"))


def _us_report(found: Found, m: re.Match[str]) -> None:
    """'1996-V Eur. Ct. H.R. 1831' is Reports 1996-V, '2012-VI Eur. Ct. H.R. 263' ECHR 2012-VI."""
    found.courts.append("Eur. Ct. H.R.")
    found.reports.append(("Reports" if int(m["uyear"]) < 1999 else "ECHR", m["uyear"], m["uvolume"]))


def _symbol(found: Found, m: re.Match[str]) -> None:
    found.symbols.append(re.sub(r" ?: ?", ":", m[0]).replace("Add. ", "Add."))


def _flag(name: str) -> Take:
    return lambda found, m: setattr(found, name, True)


def _text(name: str) -> Take:
    return lambda found, m: setattr(found, name, m[0])


def _into(name: str) -> Take:
    return lambda found, m: getattr(found, name).append(re.sub(r" ?: ?", ":", m[0]))


def _nothing(found: Found, m: re.Match[str]) -> None:
    return None


def _volume(found: Found, m: re.Match[str]) -> None:
    found.reports.append((m.lastgroup or "", "", next(g for g in (m.groupdict()).values() if g)))


ELEMENTS: tuple[tuple[re.Pattern[str], Take], ...] = tuple(
    (late(pattern, flags), take)
    for pattern, flags, take in (
        (_DATE, re.I, _date),
        (_SHORT_DAY, re.I, _short_day),
        (ECLI, 0, _into("eclis")),
        (EU_ECLI, 0, _into("eclis")),
        (SYMBOL, 0, _symbol),
        (r"\d{1,3}(?:st|nd|rd|th) sess(?:ion\b|\.)?", re.I, _nothing),
        (rf"(?:[Nn]os?\. ?)?{EU_CASES}", 0, _eu_cases),
        (r"\[(?:19|20)\d\d\] E\.?C\.?R\.? I{1,2} ?[-‑–] ?\d{1,5}", 0, _nothing),
        (NEUTRAL, 0, _neutral),
        (_EHRR, 0, _into("abroad")),
        (_DOTTED, 0, _dotted),
        (US_REPORT, 0, _us_report),
        (EURCT, re.I, _us_series),
        (
            r"(?:(?:UN|U\.N\.|United Nations) [Dd]oc(?:ument|\.)?|Doc\.|Case|Joined [Cc]ases|joined cases|cases?)(?= )"
            r"(?! \d{1,2}[.,]\d{3}(?!\d))",
            0,
            _nothing,
        ),
        (rf"{_COMMUNICATION} ?{_NO}? ?{NUMBERS}", re.I, _communications),
        (rf"(?:{_APPLICATION} )?(?:{_NO} ?)?{NUMBERS}{_OTHERS}", re.I, _numbers),
        (PINPOINT, re.I, _pinpoint),
        (_BRACKETS, 0, _pinpoint),
        (_PAGES, 0, _flag("paged")),
        (_REPORTS, 0, _report),
        (_SERIES, 0, _series),
        (r"A (?P<series>\d{1,3}(?: ?- ?[A-H])?)(?![\w-])", 0, _series),
        (_DR, 0, _volume),
        (_COLLECTION, 0, _volume),
        (rf"(?:{_GC})(?![A-Za-z])", 0, _flag("grand_chamber")),
        (r"(?:partial |final )?(?:dec\.?|déc\.?|decision|décision)(?= ?[\]),])", re.I, _flag("decision")),
        (r"(?:no\.? ?|n[°º]\.? ?|nr\.? ?|č\. ?)\d{1,2}(?= ?[\])])", re.I, _text("ordinal")),
        (r"(?:law|facts?) part(?= ?[\])])", re.I, _nothing),
        (r"n(?:os\.? ?|[°º]s ?)\d{1,2} (?:and|et|&) \d{1,2}(?= ?[\])])", re.I, _nothing),
        (
            rf"(?:{_PHASES})(?:{_MORE_PHASES}{{0,4}}(?:,? no\. ?\d)?(?= ?[\])])|{_MORE_PHASES}{{2,4}}(?=,))",
            re.I,
            _text("phase"),
        ),
        (CITED, re.I, _text("back")),
        (r"(?:(?:n|fn|note)\.? ?\d{1,4}|above)(?= ?\))", 0, _nothing),
        (rf"(?:{_COURTS})(?![A-Za-z])", 0, _court),
        (
            r"extracts|extraits|unreported|non publiée?|UNREP\.?(?![a-z])|not (?:yet )?(?:reported|final)|"
            r"HUDOC(?:,? (?:no\. )?001-\d{4,6})?",
            re.I,
            _nothing,
        ),
        (rf"(?:19|20)\d{{2}}(?= ?[\])](?! \d{{1,3}} [A-Z])|, {_APPLICATION} |, §)", 0, _text("year")),
        (r"(?:UKSC|UKHL|EWCA|EWHC|NZSC|NZCA) \d{1,4}(?=[,;.)])", 0, _nothing),
        (r"judgments?(?=[ ,;.)]|$)|Judgments?(?=[ ,;.)]|$)", 0, _nothing),
        # the title page of a judgment: 'Judgment, Strasbourg, 28 February 2008'
        (r"(?:Strasbourg|STRASBOURG|Straßburg|Luxembourg)(?=,? \d{1,2}[. ])", 0, _nothing),
    )
)
# Words between two elements that are no end of the citation when an element follows.
_SOFT = late(
    r"(?:(?<=précité, )ibid(?:em|\.)|in fine|passim|(?:and|with) (?:the )?(?:other |further |"
    r"numerous )?(?:references|authorities|cases|case-law)"
    r"(?: (?:cited |quoted )?therein)?|"
    r"(?:UN |United Nations )?(?:(?:Supreme|High|Federal|Constitutional|District|Regional|Appeal|Appellate|Criminal) )?"
    r"(?:Court|Tribunal|Committee|House)"
    r"(?: of (?:the )?(?:[A-Z][a-z]+|on|the|and)(?: (?:of|and|the|[A-Z][a-z]+)){0,6})?|"
    rf"(?:\d{{1,2}}\) )?(?P<ruling>{tongues.RULINGS})(?: (?:{tongues.PLENARY}))?(?=,? )|"
    rf"(?:{tongues.GIVEN})(?= (?:dalla|par|by|przez) )|"
    r"(?:[A-Z]{1,4}[ -]?)\d{1,5}[/-]\d{2,4}|\d{1,3}(?=, (?:ECHR|Reports|Series) ))(?![A-Za-z/])"
)
_GAP = late(
    r"(?: -(?= (?:(?:Nr\. )?\d{1,6}/\d{2}(?!\d)|(?:HRC|CAT|CEDAW|CERD|CCPR) Comm))| \|(?= )|"
    r"[ ,:]|\band\b(?= (?:§|para|ECHR|Series|Reports)))*"
)
# A court and a date behind a citation that has its date before its name: the next citation begins.
_DATED = late(rf",? \(?(?:[^\W\d]\w*\.? ){{0,4}}(?:{DATE})")
_OPEN, _CLOSE = "([", ")]"


def read_tail(text: str, start: int, found: Found) -> int:
    """Reads elements from `start` on into `found`; the place behind the last one."""
    place = end = start
    depth: list[str] = []
    for _ in range(80):
        place = _step(text, place, depth)
        for pattern, take in ELEMENTS:
            m = pattern.match(text, place)
            if m and found.led and (take is _date or (take is _court and _DATED.match(text, m.end()))):
                return end
            if m and m.end() > place and not (take is _symbol and _of_another(found, m[0])):
                take(found, m)
                place = end = m.end()
                break
        else:
            soft = _SOFT.match(text, place)
            if not soft or (found.led and soft.lastgroup == "ruling"):
                break
            place = soft.end()
            continue
        end, depth = _closed(text, end, depth)
        place = end
    return end if not depth else _trimmed(text, start, end)


def _of_another(found: Found, symbol: str) -> bool:
    """A general comment named behind a decision is where the decision is cited, not its own symbol."""
    return "/GC/" in symbol and bool(found.communications or found.numbers or found.symbols)


def _step(text: str, place: int, depth: list[str]) -> int:
    """Over blanks, commas and opening brackets."""
    place = _GAP.match(text, place).end()
    while place < len(text) and text[place] in _OPEN and len(depth) < 3:
        if text[place] == "[" and _BRACKET_ELEMENT.match(text, place):
            break
        depth.append(text[place])
        place = _GAP.match(text, place + 1).end()
    return place


_BRACKET_ELEMENT = late(r"\[\d{1,4}\]")


def _closed(text: str, end: int, depth: list[str]) -> tuple[int, list[str]]:
    depth = list(depth)
    while depth and end < len(text):
        after = end + (text[end] in " ," and end + 1 < len(text) and text[end + 1] in _CLOSE)
        if text[after] not in _CLOSE:
            break
        depth.pop()
        end = after + 1
    return end, depth


def _trimmed(text: str, start: int, end: int) -> int:
    """A bracket that was opened and not closed is cut off only when nothing stands behind it."""
    return end if end > start else start
