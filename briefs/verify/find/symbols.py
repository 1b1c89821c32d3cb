"""Forms of ECLI and of United Nations symbols: which are no form at all, and what a well-formed one says."""

import datetime as dt
import re
from typing import NamedTuple

from briefs.verify.find.late import late

_STRASBOURG = late(r"ECLI:CE:ECHR:(\d{4}):(\d{2})(\d{2})(JUD|DEC|REP|COM|ADV)(\d{7})(\d{2})$")
_LUXEMBOURG = late(r"(?:ECLI:)?EU:([CTF]):(\d{4}):(\d{1,5})$")
_ANY = late(r"ECLI:([A-Z]{2}):([A-Za-z0-9]{1,7}):(\d{4}):([A-Za-z0-9.]{1,25})$")
_DECISION = late(
    r"(?P<body>[A-Z]{2,5})/C/(?P<session>\d{1,3})/D/(?P<numbers>\d{1,4}(?:(?:, ?| ?& ?|-| ?and "
    r")\d{1,4}){0,12})/(?P<year>\d{4})"
    r"(?:/(?:Rev|Add|Corr)\.\d{1,2})?$"
)
_OTHER = late(
    r"[A-Z]{2,5}/(?:OP/)?C/(?:GC/\d{1,2}|[A-Z]{3}(?:-[A-Z]{3})?/(?:CO|Q|QPR|RQ|INT|NGO|ARL|FCO|SSD|SR|CORR)[/.\w-]*|"
    r"[A-Z]{3}(?:-[A-Z]{3})?(?:/\d{1,2}(?:-\d{1,2})?)?|\d{1,3}|\d{1,3}/(?:\d{1,3}|Add\.\d{1,3}|Concl\.\d{1,2}|Rev\.\d{1,2}|Misc\.\d{1,2}|CRP\.\d)"
    r"(?:/Add\.\d{1,3})?|SR\.\d{1,5}(?:/Add\.\d)?|\d{1,3}/R\.\d{1,3}|NGO/[\w/.-]+|INT/[\w/.-]+|\d/Rev\.\d{1,2}|\d{1,3}/[A-Z]{3})"
    r"(?:/(?:Rev|Add|Corr)\.\d{1,3}){0,3}$"
)
# Papers have many forms, 'CCPR/CO/80/UGA', 'CAT/C/CR/34/CAN': only what claims to be a decision is judged.
_DECIDED = late(r".*/D/|[A-Z]{2,5}/\d|.*/[\d,& -]{1,40}/(?:19|20)\d\d(?:$|/)")
# One comment of two committees bears both symbols: CEDAW/C/GC/31-CRC/C/GC/18.
_JOINT = late(r"[-–]+(?=[A-Z]{2,5}/)")


class Strasbourg(NamedTuple):
    """What an ECLI of the European Court says: the application number and the date."""

    number: str
    date: str
    decision: bool


def read_strasbourg(ecli: str) -> Strasbourg | None:
    """None where the form or the calendar day is impossible."""
    m = _STRASBOURG.match(ecli)
    if not m:
        return None
    try:
        date = dt.date(int(m[1]), int(m[2]), int(m[3])).isoformat()
    except ValueError:
        return None
    return Strasbourg(f"{int(m[5])}/{m[6]}", date, m[4] == "DEC")


def malformed_ecli(ecli: str) -> str:
    """Why a text is no ECLI; empty where it is one."""
    if ecli.startswith("ECLI:CE:ECHR"):
        return (
            ""
            if read_strasbourg(ecli)
            else (
                "an ECLI of the European Court reads ECLI:CE:ECHR:year:month and day, JUD or DEC, seven "
                "digits and the year"
            )
        )
    if ecli.startswith(("ECLI:EU:", "EU:")) and not _LUXEMBOURG.match(ecli):
        return "an ECLI of the Court of Justice reads ECLI:EU:C:year:number"
    if ecli.startswith("ECLI:") and not _ANY.match(ecli):
        return "an ECLI reads ECLI:country:court:year:number"
    return ""


class Communication(NamedTuple):
    """What the symbol of a decision says: committee, session, communication numbers."""

    body: str
    session: str
    numbers: tuple[str, ...]


def read_symbol(symbol: str) -> Communication | None:
    """A symbol of a decision on a communication, else None."""
    m = _DECISION.match(symbol)
    if not m:
        return None
    return Communication(m["body"], m["session"], tuple(f"{n}/{m['year']}" for n in re.findall(r"\d+", m["numbers"])))


def malformed_symbol(symbol: str) -> str:
    """Why a treaty-body symbol is malformed; empty where it is well-formed or another kind of document."""
    if not re.match(r"(?:CAT|CCPR|CEDAW|CERD|CRC|CED|CRPD|CESCR|CMW)/", symbol):
        return ""
    if read_symbol(symbol) or _OTHER.match(symbol) or not _DECIDED.match(symbol):
        return ""
    together = _JOINT.split(symbol)
    if len(together) > 1:
        return next((why for one in together if (why := malformed_symbol(one))), "")
    return "the symbol of a decision reads CAT/C/session/D/number/year"
