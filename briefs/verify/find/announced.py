"""Names of cases that the word before or behind them announces: 'l'arrêt Digital Rights', 'la jurisprudence
Czabaj', 'das Nicaragua-Urteil'; and rulings of international courts by name and year: 'IGH, LaGrand (2001)'."""

from collections.abc import Iterator

from briefs.verify.find.folding import listed, plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import read_tail

_CAP = r"[A-ZÀ-Þ][\w'&-]*"
_LINKED = rf"(?: (?:(?:et|c\.|de|du|des|la|le|&|e\.a\.) ){{0,2}}{_CAP})"
_ANNOUNCED = late(
    r"(?<!\w)(?P<word>[Aa]rrêts?|[Dd]écisions?(?: (?:de Section|d'Assemblée))?|[Jj]urisprudences?|[Aa]ffaires?) "
    rf"[\"'\[]{{0,2}}(?P<name>{_CAP}(?:(?: {_CAP})?(?:, {_CAP}(?: {_CAP})?){{1,4}} et {_CAP}{_LINKED}{{0,2}}|"
    rf"{_LINKED}{{0,6}})"
    r"(?: e\.a\.| et autres)?)"
)
_COMPOUND = late(r"(?<![\w-])(?P<name>[A-ZÀ-Þ][a-zà-ž][\w]+(?:-[A-ZÀ-Þ]\w+)?)-(?:Urteils?|målet|arrest)(?![\w-])")
_INTERNATIONAL = late(
    r"(?<!\w)(?:CIG|CIJ|ICJ|IGH|CPGI|CPJI|PCIJ|StIGH|TPIY|ICTY|TPIR|ICTR|CPI|IStGH|ICC|CorteIDH|Corte IDH|IACtHR|ITLOS|"
    r"SS\.UU\.),? (?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:(?:of|the|and|in|on|v\.?|c\.|del|di|e|et|de|des|der) ){0,2}"
    r"[A-ZÀ-Þ][\w'-]*){0,8}(?: \([^()]{3,40}\))? \(?(?:19|20)\d{2}(?!\d)\)?)"
)
# 'the International Court of Justice's reasoning in the Asylum Case': its court is named shortly before.
_OF_THE_WORLD = late(
    r"(?<!\w)(?:International Court of Justice|Permanent Court of International Justice|ICJ|PCIJ|Inter-American "
    r"(?:Court|Commission))(?:'s)?(?! \(\d)[^.;\n]{0,90}? in (?:its (?:judgment|opinion) in )?(?:the |its )"
    r"(?:above-(?:mentioned|cited) )?(?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:and |of )?[A-ZÀ-Þ][\w'-]*){0,4}?)"
    r"(?= (?:[Cc]ase|judgment)\b)"
)
# Capitalised words that name a court, a formation or a kind of ruling, and no case.
_NO_NAME = listed(
    "cour cjue cjce cedh conseil tribunal assemblee chambre grande gc cass cass. etat civ crim soc com pleniere ce ca "
    "tgi tpi royal royale ministeriel ministerielle europeen europeenne bgh bverfg cadre ue no n n° du de "
    "commission parlement gouvernement ministere ministre prefet etrangeres sociales interieures grundsatz leit straf "
    "revisions berufungs section order judgment statute statuto statut rome rules reports rep recueil convention"
)
_WORDS = ("rrêt", "écision", "urisprudence", "ffaire")
_BEHIND = ("-Urteil", "-målet", "-arrest")
_WORLD = ("International Court", "International Justice", "ICJ", "PCIJ", "Inter-American ")
_COURTS = (
    "CI", "IC", "IGH", "IStGH", "CPGI", "CPJI", "CPI", "TPIY", "TPIR", "CorteIDH", "Corte IDH", "IACtHR", "ITLOS",
    "SS.UU.",
)  # fmt: skip


def find_announced(text: str, taken: Places, italic: Places, names: set[str]) -> Iterator[Found]:
    """After 'arrêt' and 'jurisprudence' a capitalised name is a case; after 'décision' and 'affaire' it is one in
    italics, one with a date behind it, or one of `names`, which were announced before."""
    for m in _ANNOUNCED.finditer(text) if any(sign in text for sign in _WORDS) else ():
        start, end = m.span("name")
        if not taken.free(start, end) or plain(m["name"].split()[0]) in _NO_NAME or m["name"].isdigit():
            continue
        found = _found(text, start, end, m["name"], taken)
        sure = m["word"][:2].lower() in {"ar", "ju"} or text[max(0, m.start() - 7) : m.start()] == "dans l'"
        if sure or italic.holds(start, end - 1) or found.dates or found.back or m["name"] in names:
            yield found
    yield from _in_cases(text, taken)
    for pattern, signs in ((_COMPOUND, _BEHIND), (_INTERNATIONAL, _COURTS), (_OF_THE_WORLD, _WORLD)):
        for m in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            start, end = m.span("name")
            if taken.free(start, end) and plain(m["name"].split()[0]) not in _NO_NAME:
                found = _found(text, start, end, m["name"], taken)
                found.form = "international" if pattern is _OF_THE_WORLD else ""
                yield found


# 'the judgments of the CJEU in the cases of Metock, Jipa and Huber'
_IN_CASES = late(
    r"(?:judgments?|rulings?|decisions?) of the (?:CJEU|ECJ|Court of Justice(?: of the European Union)?|"
    r"European Court of Human Rights|ECtHR|Strasbourg Court) in (?:the )?cases? (?:of )?"
    rf"(?P<names>{_CAP}{_LINKED}{{0,3}}(?:, {_CAP}{_LINKED}{{0,3}}){{0,6}}(?:,? and {_CAP}{_LINKED}{{0,3}})?)"
)
_JOINT = late(r",? and |, ")


def _in_cases(text: str, taken: Places) -> Iterator[Found]:
    """Each of the cases of which a court's judgments are said to be."""
    for m in _IN_CASES.finditer(text) if "udgment" in text or "uling" in text or "ecision" in text else ():
        place = m.start("names")
        for joint in [*_JOINT.finditer(text, place, m.end()), None]:
            end = joint.start() if joint else m.end()
            if taken.free(place, end) and text[place:end] and " v" not in text[end : end + 3]:
                yield _found(text, place, end, text[place:end], taken)
            place = joint.end() if joint else end


def _found(text: str, start: int, end: int, name: str, taken: Places) -> Found:
    found = Found("short", start, end, name, name)
    found.end = max(read_tail(text[: taken.behind(end, len(text))], end, found), end)
    return found
