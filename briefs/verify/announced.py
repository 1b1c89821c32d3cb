"""French names of cases that the word before them announces: 'l'arrêt Digital Rights', 'la décision *Schrems*'."""

import re
from collections.abc import Iterator

from briefs.verify.folding import listed, plain
from briefs.verify.found import Found
from briefs.verify.places import Places
from briefs.verify.tail import read_tail

_ANNOUNCED = re.compile(
    r"(?<!\w)(?P<word>[Aa]rrêts?|[Dd]écisions?|[Jj]urisprudences?|[Aa]ffaires?) [\"'\[]{0,2}"
    r"(?P<name>[A-ZÀ-Þ][\w'&-]*(?: (?:(?:et|c\.|de|du|des|la|le|&|e\.a\.) ){0,2}[A-ZÀ-Þ0-9][\w'&-]*){0,6}"
    r"(?: e\.a\.| et autres)?)"
)
# Capitalised words behind 'arrêt' that name a court, a formation or a kind of ruling, and no case.
_NO_NAME = listed(
    "cour cjue cjce cedh conseil tribunal assemblee chambre grande gc cass cass. etat civ crim soc com pleniere ce ca "
    "tgi tpi royal royale ministeriel ministerielle europeen europeenne bgh bverfg cadre ue no n n° du de "
    "commission parlement gouvernement ministere ministre prefet etrangeres sociales interieures"
)


def find_announced(text: str, taken: Places, italic: Places) -> Iterator[Found]:
    """After 'arrêt' and 'jurisprudence' a capitalised name is a case; after 'décision' and 'affaire' one in italics, or
    with 'précité' or a paragraph behind it."""
    for m in _ANNOUNCED.finditer(text):
        start, end = m.span("name")
        if not taken.free(start, end) or plain(m["name"].split()[0]) in _NO_NAME or m["name"].isdigit():
            continue
        found = Found("short", start, end, m["name"], m["name"])
        found.end = max(read_tail(text[: taken.behind(end, len(text))], end, found), end)
        sure = m["word"][:2].lower() in {"ar", "ju"}
        if sure or italic.holds(start, end - 1) or found.back or found.pinpoints:
            yield found
