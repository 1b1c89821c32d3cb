"""Finds the cases of the Court of Justice and the General Court of the Union by their numbers, and the name and the day
that belong to a number."""

import re
from collections.abc import Iterator

from briefs.verify.find import tail
from briefs.verify.find.cases import read_tail_with_dockets
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import name_before
from briefs.verify.find.places import Places

_EU = late(
    rf"(?=[JjCcAaRTF])(?:(?:[Jj]oined [Cc]ases?|[Cc]ases?|[Aa]ffaires?(?: jointes)?|Rechtssachen?) )?{tail.EU_CASES}"
)
# 'exhibit C-3/24', 'room C-10/12'
_NO_COURT = late(
    r"(?<!\w)(?:exhibits?|annex(?:es)?|rooms?|appendix|tabs?|bundles?|items?|flats?|units?|gate|lot|form|page|attachments?|"
    r"anlagen?|pièces?|allegat[oi]|anexos?)\.? (?:nos?\.? )?$",
    re.I,
)
_EU_NAME_IN_BRACKETS = late(r",? ?\((?P<name>[A-ZÀ-ÞĀ-ž][\w.'&/ -]{1,80})(?=\))")
# What ends a name: another number, or what was done in the case ('in Case C-2/88 Zwartveld the Court ordered …').
_NO_NAME = r" (?:(?:\w+ )?[CTF]-\d{1,4}/|(?:the (?:Court|ECJ|CJEU)|it|was|held|where|which)\b)"
_EU_NAME_AFTER = late(
    rf",? ?\(?(?P<name>[A-ZÀ-ÞĀ-ž](?:(?!{_NO_NAME})[\w.'&/() -]){{1,120}}?)\)?"
    rf"(?=,|{_NO_NAME}| ?\[| EU:| ECLI| \((?:judgment|ECLI|EU)|;|(?<![A-Z])\.(?=\s|$)(?<! v\.)|\n|$)"
)
# 'C-496/16 - Aranyosi II)': behind a dash nothing but a name.
_EU_NAME_DASHED = late(
    r" - (?!The )(?P<name>[A-ZÀ-ÞĀ-ž][\w'&/-]*(?: (?:and|et|v|c|i|[A-ZÀ-ÞĀ-ž][\w'&/-]*)){0,8})(?=[),;.\n]|$| \()"
)
_EU_COMMA = late(r"(?:,? \(|, (?:[Cc]ase |[Jj]oined [Cc]ases )?)$")
# 'Aranyosi II' is told by its number: the case that is called Aranyosi is another one.
_ORDINAL = late(r" (?:II|III|IV|V)$")
# 'Case C-202/24 MA [Alchaster]': by what initials are called.
_CALLED_IN_SQUARE = late(r" \[[A-Z][a-z]\w+\]")
_CALLED = late(r" \((?P<short>[A-ZÀ-Ž][^()]{2,40})\)")
# The house form: 'Ruska Federacija, Court of Justice of the European Union, C-897/19 PPU'.
_COURT_BEFORE = late(r", (?:the )?Court of Justice(?: of the European Union)?(?: \((?:Grand Chamber|GC)\))?$")
_DATED = late(r"^(?:judgment|arrêt|order|Urteil) (?:of|du|vom) [^,]{6,20}$|^CJEU |^Court of Justice|^ECJ", re.I)


def find_luxembourg(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Cases by number, each with what belongs to it up to the next thing that is taken: of 'Case C-6/90 Francovich v
    Italy' the number, when the name was found before; the two are joined afterwards."""
    floor = 0
    for m in _EU.finditer(text):
        if m.start() < floor or not taken.free(m.start(), m.end()) or _NO_COURT.search(text, *_before(m)):
            continue
        here = text[: taken.behind(m.end(), len(text))]
        found = Found("eu", m.start(), m.end())
        end = read_tail_with_dockets(here, m.start() + (len(m[0]) - len(m[0].lstrip())), found, forms)
        if not found.eu_cases:
            found.eu_cases += tail.eu_cases(m)
        found.end = max(end, m.end())
        _eu_name(here, m, floor, found, forms)
        _eu_led(here, floor, found)
        floor = found.end
        yield found


def _before(m: re.Match[str]) -> tuple[int, int]:
    return max(0, m.start() - 20), m.start()


def _named(found: Found, name: str, text: str, end: int) -> int:
    """The name behind a number, and how it is called from here on: 'C-311/18 - Commissioner (Schrems II)'; its end."""
    called = _CALLED.match(text, end) if text[found.end : found.end + 3] == " - " else None
    found.defined = called["short"] if called else found.defined
    if _ORDINAL.search(name):
        found.defined = found.defined or name
    else:
        found.name = name
    return called.end() if called else end


_EU_LED = late(
    rf"(?:(?:EuGH|CJUE|CJEU|ECJ),? )?(?:(?:judgments?|orders?|arrêts?|Urteile?|Urt\.|Beschl\.) (?:of|du|vom|"
    rf"v\.) )?(?:{DATE})"
    r"(?:, ?(?:in )?|(?P<dash> - ))(?:(?:verb\. )?Rs\. )?$"
)


def _eu_led(text: str, floor: int, found: Found) -> None:
    """The Court's own form: 'judgment of 5 June 2023, Commission v Poland, C-204/21'; in lists '… - C-204/21'."""
    window = max(floor, found.start - 50)
    m = _EU_LED.search(text, window, found.start) if not found.dates else None
    if m and (found.name or m["dash"]):
        found.start = m.start()
        found.dates.append(read_date(m))


def _eu_name(text: str, m: re.Match[str], floor: int, found: Found, forms: Forms) -> None:
    """The name stands right before the number ('Petruhhin, C-182/15') or behind it ('Case C-182/15 Petruhhin')."""
    after = None
    if found.end == m.end():
        after = _EU_NAME_IN_BRACKETS.match(text, found.end) or _EU_NAME_AFTER.match(text, found.end)
        after = after or _EU_NAME_DASHED.match(text, found.end)
    if after and not re.match(r"[A-Z]{1,3}-\d", after["name"]):
        end = _named(found, after["name"].strip(), text, after.end("name"))
        end = called.end() if (called := _CALLED_IN_SQUARE.match(text, end)) else end
        found.end = max(read_tail_with_dockets(text, end + (text[end : end + 1] == ")"), found, forms), end)
        return
    comma = _EU_COMMA.search(text, max(floor, m.start() - 12), m.start())
    if not comma:
        return
    court = _COURT_BEFORE.search(text, floor, comma.start())
    stop = court.start() if court else comma.start()
    start = name_before(text, stop, floor)
    if start < stop and not _DATED.match(text[start:stop]):
        found.name = text[start:stop]
        found.start = start
        found.end += "(" in comma[0] and text[found.end : found.end + 1] == ")"
