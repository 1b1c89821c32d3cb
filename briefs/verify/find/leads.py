"""Court, ruling and date that stand before a name: 'CEDH, 7 sept. 2023, Compaoré c/ France', 'ze dne 8. 6. 1976, Engel
a další proti Nizozemsku'. What they say belongs to the name behind them, and never to the one before them."""

import re

from briefs.verify.find import tongues
from briefs.verify.find.dates import DATE, read_date, year_in
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.tail import NUMBERS

STRASBOURG = (
    r"CEDH|Cour EDH|CourEDH|Cour eur\. D\.? ?H\.|EGMR|EuGHMR|ECtHR|TEDH|Corte EDU|C\. eur\. dir\. uomo|"
    rf"Cour européenne des droits de l'homme|European Court of Human Rights|{tongues.COURTS}"
)
# One of them stands in each of these names, and in few sentences that do not name that court.
SIGNS_OF_STRASBOURG = (
    "CEDH", "Cour E", "CourEDH", "Cour e", "EGMR", "EuGHMR", "ECtHR", "TEDH", "Corte EDU", "dir. uomo",
    "European Court", "SLP", "ŠLP", "lidská", "Człowieka", "ETPC", "Europadomstolen", "van de Mens", "EHRM",
    "Menschenrechte", "dell'uomo", "Derechos Humanos", "Direitos do Homem",
    "CEDO", "Drepturilor", "HM", "Mahkemesi", "ЕСПЧ",
)  # fmt: skip
SECTION = (
    r"(?:,? (?:(?:\d{1,2}(?:e|re|ère|[èe]me)? )?(?:[Ss]ect(?:ion|\.)?|ch\.)|[Ss]ez\. [IVX]{1,4}|[Ss]ecc\. \d\w?|"
    r"plén\.))?"
)
RULING = (
    r"(?:arrêt|déc(?:\.|ision)|sent(?:\.|enza|encia)|Urteil|Urt\.|U\.|Entscheidung|Entsch\.|Beschluss|judgment|"
    rf"{tongues.RULINGS})(?: (?:du|del|de|vom|v\.|of|{tongues.LINKS}))?"
)
APPLICATION = (
    rf"(?:(?:req\.|requêtes?|App\.|app\.|{tongues.APPLICATION}) ?)?"
    rf"(?:n[°o]s? ?|nos?\.? ?|nn?\. ?|Nr\.? ?|núms?\. ?|(?:{tongues.NO}) ?)?"
)
GRAND = rf"[Gg]r(?:ande|\.)? ?[Cc](?:h(?:ambre|\.)|amera)|[Gg]de [Cc]h\.|GC|GK|{tongues.GRAND}"
_COURT_LED = late(
    rf"(?:{STRASBOURG})(?P<gc>,? \(?(?:{GRAND})\)?)?"
    rf"{SECTION},? (?:{RULING} )?(?:{DATE}),? (?:{APPLICATION}(?P<nos>{NUMBERS}),? )?$"
)
_DATE_LED = late(
    rf"(?:(?P<ruling>(?:{tongues.RULINGS}|judgments?|decisions?)(?: (?:{STRASBOURG}))?)(?P<gc> (?:{tongues.GRAND}))?"
    rf"(?: (?:{tongues.PLENARY}))?,? )?"
    rf"(?P<link>(?:(?:{tongues.LINKS}|of) ){{0,2}})\(?(?:{DATE})\)?"
    rf"(?:,? (?P<matter>{tongues.MATTER}|(?P<english>(?:in|concerning) the case of))|,) [\"']?$"
)
# How a text has to end before this is tried.
_ENDS = late(rf"(?:,|{tongues.MATTER}|the case of) [\"']?$")
_NUMBER = late(r"\d{1,6}/\d{2}(?!\d)")


def read_lead(text: str, found: Found, floor: int) -> None:
    """Adds what stands before the name of a Strasbourg case; to be called before what stands behind it is read."""
    if not found.states:
        return
    window = max(floor, found.start - 130)
    before = text[window : found.start]
    if not year_in(before, 0, len(before)):
        return
    m = _COURT_LED.search(before) if any(sign in before for sign in SIGNS_OF_STRASBOURG) else None
    if m:
        found.start = window + m.start()
        found.numbers += _NUMBER.findall(m["nos"] or "")
    else:
        m = _DATE_LED.search(before) if _ENDS.search(before) else None
        if not m or not _says_of_what(m):
            return
        if not m["english"]:
            found.start = window + m.start("link")
    found.dates.append(read_date(m))
    found.grand_chamber = found.grand_chamber or bool(m["gc"])
    found.led = True


def _says_of_what(m: re.Match[str]) -> bool:
    """A date alone may belong to any sentence: a ruling, 'of', or 'in the case of' in another language makes it one of
    the case behind it."""
    return bool(m["ruling"] or m["link"] or (m["matter"] and not m["english"]))
