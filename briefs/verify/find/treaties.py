"""Finds articles of treaties where the treaty is named: 'Article 3 of the Convention', 'art. 7 ICCPR', 'Rule 39'."""

import re
from collections.abc import Iterator

from briefs.verify.find.folding import plain
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_PART = (
    r"(?: ?§§? ?\d{1,2}(?:(?:,| and| to|-) ?\d{1,2}(?!\d| ?/)){0,4}(?: ?\([a-z]\))?| ?\(\d{1,2}\)(?: "
    r"?\([a-z]\))?| ?\([a-z]\)|,? (?:Abs\.|odst\.|ust\.|apdo\.|apartado|comma|lid|punkt) ?\d{1,2})"
)
_ONE = rf"\d{{1,3}}[A-F]?{_PART}{{0,3}}"
_LIST = (
    rf"{_ONE}(?:(?:, | and | or | et | to | und | y | e | a | i | och | en |"
    rf",? read (?:alone or )?(?:in conjunction|together) with (?:Articles? )?){_ONE}){{0,8}}"
)
_ARTICLES = late(
    rf"(?<!\w)(?=[arč])(?:Articles?|Arts?\.|ARTICLES?|articles?|arts?\.|Artikel[ns]?|artículos?|"
    rf"articol[oi]|artigos?|čl\.|článk\w{{1,3}}|artyku\w{{1,4}}|artiklarna|Rules?) (?P<list>{_LIST})",
    re.I,
)
_OF = late(
    r",? (?:of|to|du|de la|de l'|der|des|del|della|do|da|van het|i|under) |"
    r",? dell'|,? "
)
_PROTOCOL = late(r"(?:the )?(?:Additional )?Protocol No\. ?(?P<no>\d{1,2})(?: to the Convention| ECHR)?", re.I)
_CONVENTION = late(r"the (?:said )?Convention(?! (?:on|of|for|relating|against))", re.I)
_DEFINED = late(r"[^.;]{0,120}?\(\"?(?:hereinafter:? )?\"?the Convention\"?\)", re.I)
CONVENTION = "the Convention"


def find_treaties(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Articles with the instrument that is named behind them. Bare articles and national statutes are not taken."""
    for m in _ARTICLES.finditer(text):
        of = _OF.match(text, m.end())
        if not of:
            continue
        instrument, end = _instrument(text, of.end(), forms)
        if not taken.free(m.start(), end) or not instrument or (of[0].strip(", ") == "" and instrument == CONVENTION):
            continue
        rule = m[0][:4].lower() == "rule"
        if rule != (instrument == "ECtHR Rules of Court"):
            continue
        yield Found("treaty", m.start(), end, instrument=instrument, articles=re.findall(rf"{_ONE}", m["list"]))


def _instrument(text: str, place: int, forms: Forms) -> tuple[str, int]:
    protocol = _PROTOCOL.match(text, place)
    if protocol:
        return f"ECHR Protocol No. {protocol['no']}", protocol.end()
    named = forms.instrument.match(text, place)
    if named:
        name = plain(named[0].removeprefix("the "))
        return forms.instrument_of.get(name) or forms.instrument_of.get(f"the {name}", ""), named.end()
    short = _CONVENTION.match(text, place)
    return (CONVENTION, short.end()) if short else ("", place)


def defined_convention(text: str, forms: Forms) -> str:
    """The instrument that a paragraph calls 'the Convention'; empty where it defines none."""
    for m in forms.instrument.finditer(text):
        if "onvention" in m[0] and _DEFINED.match(text, m.end()):
            return forms.instrument_of.get(plain(m[0].removeprefix("the ")), "")
    return ""


def conventions(text: str, forms: Forms) -> set[str]:
    """Conventions on rights that a paragraph names in full."""
    names = {forms.instrument_of.get(plain(m[0].removeprefix("the ")), "") for m in forms.instrument.finditer(text)}
    return names & {"ECHR", "CAT", "CED", "Refugee Convention 1951"}


class Convention:
    """`meant`: what 'the Convention' stands for in one document."""

    def __init__(self) -> None:
        self.meant, self._defined = "", ""
        self._named: set[str] = set()

    def learn(self, text: str, forms: Forms) -> None:
        """'the Convention' is the one that the document defines so; else the only one that it has named."""
        if self._defined or "onvention" not in text:
            return
        self._defined = defined_convention(text, forms)
        self._named |= conventions(text, forms)
        self.meant = self._defined or (next(iter(self._named)) if len(self._named) == 1 else "")
