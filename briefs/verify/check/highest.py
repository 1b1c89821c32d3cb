"""Highest courts that sit in one country only, or in a few, by the names that everybody gives them."""

from briefs.verify.find.late import late, one_of

_SEATS = {
    "Bundesverfassungsgericht": "DE", "BVerfG": "DE", "Bundesgerichtshof": "DE", "BGH": "DE",
    "Bundesverwaltungsgericht": "DE CH AT", "Bundesgericht": "CH", "Verfassungsgerichtshof": "AT",
    "Högsta domstolen": "SE", "Høyesterett": "NO", "Højesteret": "DK", "Hoge Raad": "NL", "Korkein oikeus": "FI",
    "Sąd Najwyższy": "PL", "Trybunał Konstytucyjny": "PL", "Ústavní soud": "CZ SK", "Nejvyšší soud": "CZ",
    "Tribunal Supremo": "ES CU VE", "Audiencia Nacional": "ES", "Corte di cassazione": "IT",
    "Corte di Cassazione": "IT", "Corte costituzionale": "IT", "Corte Costituzionale": "IT",
    "Cour de cassation": "FR BE LU", "Conseil constitutionnel": "FR", "Conseil d'État": "FR BE LU",
    "Supremo Tribunal Federal": "BR", "UK Supreme Court": "GB", "UKSC": "GB", "Yargıtay": "TR",
    "Anayasa Mahkemesi": "TR", "Kúria": "HU", "Riigikohus": "EE",
}  # fmt: skip
_IN = late(
    rf"(?<!\w)(?P<court>{one_of(_SEATS)})(?:'s (?:judgment|ruling|decision))?"
    r"(?:,? (?:has |had )?(?:held|ruled|decided|found|stated|said))?,? (?:in|of)"
    r"(?: its (?:judgment|ruling|decision) in)?(?: the case of)? [\"'*]?$"
)


def court_abroad(text: str, place: int) -> tuple[str, set[str]] | None:
    """The highest court that the words right before a citation say the ruling is of, and where it may sit."""
    m = _IN.search(text, max(0, place - 90), place)
    return (m["court"], set(_SEATS[m["court"]].split())) if m else None
