"""The name beside a known number, day or report, word by word: parties added or left out, ordinals, slips of letters.

What counts as another way to write a name was measured: of 2,829 citations in judgments and papers marked beforehand
none adds a party or an ordinal, eleven leave out 'and Others', and the Court's own French titles give the sounds.
"""

import re
from typing import NamedTuple

from briefs.models.law import COMMITTEES
from briefs.verify.check.comparing import OFFICES, Knowledge
from briefs.verify.check.luxembourg import party_named
from briefs.verify.check.spelling import bodily, inflected, nearest_of, spelling_of
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.find.cases import ROMAN
from briefs.verify.find.folding import LOST, listed
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import PARTICLES, tokens_of
from briefs.verify.known.authorities import Authority, number_key

_VERSUS = late(r" (?:v|c)\. ")
_AND = late(r",? (?:and|et|und|y|e|i|a|en|och|&) (?=\S)|, ")
_OTHERS = late(r"\b(?:Others?|Autres?|Andere|Another|others?|autres?|andere|another)\b|\be\. ?a\.|\bal\.")
_BRACKETS = late(r"[(\[](?P<in>[^()\[\]]+)[)\]]")
_ELSEWHERE = late(r"cited|above|précité|citée?s?\b|[;:]")
_ROMAN = late(r"[IVXLC]+|[A-Z]")
_ORDINAL = late(r"\((?:(?:[Nn]o\.?|[Nn][°º]\.?|[Nn]r\.?|č\.) ?(?P<n>\d{1,2})|(?P<roman>I{1,3}|IV|V)\))")
_SEVERAL = late(r"\([Nn]os\.")
# Between the parties where names are not declined: 'Keenanová proti Spojenému království'.
_UNDECLINED = late(r" (?:v|vs|c|contre|against)\.? ", re.I)
_BODY = late(
    r"\b(?:Ltd|Limited|GmbH|AG|S\.?A|plc|Inc|Kft|Zrt|s\.r\.[ol]|OOO|ZAO|OAO|EOOD|AD|Verlag\w*|Association|Church|"
    r"Party|Union|Federation|Centre|Society|Congregation|Witnesses|Developments?|Foundation|Council)\b",
    re.I,
)
# 'S.r.l. and Di Stefano': a row that has lost the name of the company.
_FORM_ALONE = late(r"S\.?[rR]\.?[lLoO]\.?|Ltd|GmbH|S\.?A\.?")
_APPLICANT = late(r"^(?:R|Regina|The King|The Queen) ?\((?:on the application of )?(?P<who>[^()]+)\)$")
_UMLAUT = late(r"[äöüøæœ]", re.I)
_WORD = late(r"[^\W\d_][\w'.-]*")
_LOWER = late(r"(?<![\w'-])[a-zà-ž][\w'-]*")
_MORE_STATES = late(r"\b(?:[Oo]thers?|States)\b")
_PEOPLE = {"echr", "iacthr", *COMMITTEES}
_NO_NAMES = listed("i e y a o mr mrs ms dr sir lord lady no nos cited above members")


class Called(NamedTuple):
    """The parties of one side as a name gives them, and whether it says that there are more."""

    parties: tuple[str, ...]
    others: bool


def check_name(found: Found, known: Knowledge, v: Verdict) -> None:
    """Tells every word of the name that the known names have not, and what they have that it leaves out."""
    a = v.authority
    if a is not None and v.checks.get("name") == "not_checked" and v.status == "exists" and found.name:
        v.note("name_unread", f"The name was not compared, only the state was read: this is {a.name}.")
    if a is None or v.checks.get("name") != "agrees" or v.status not in {"exists", "not_in_library", "not_checked"}:
        return
    names = _names(a, known)
    first = found.first or (party_named(found.name, a) if a.system == "eu" else found.name)
    applicants = [_VERSUS.split(name)[0] for name in names]
    words = dict.fromkeys(word for name in applicants for word in tokens_of(name))
    told: set[str] = set()
    if a.system in _PEOPLE or (a.system == "eu" and not found.second):
        told = _parties(found, _called(first), [_called(name) for name in applicants], known, v)
    elif a.system == "national" and found.second:
        told = _persons(first, {word for name in names for word in tokens_of(name)} | OFFICES, a, v)
    if v.authority is not None and set(tokens_of(first)) - set(words) - told:
        _letters(found, first, applicants, [*words, *told], v)
    if v.authority is not None and a.system in _PEOPLE:
        _respondents(found, a, v)
        _numbered(found, a, names, v)


def _names(a: Authority, known: Knowledge) -> list[str]:
    """Names of the case in every row that has its number."""
    rows = known.authorities.numbered(a.numbers[:1]) if a.system == "echr" else []
    first = {number_key(number) for number in a.numbers[:1]}
    same = [row for row in rows if first & {number_key(number) for number in row.numbers} and not row.loose]
    return list(dict.fromkeys((*a.names, *(name for row in same for name in row.names))))


def _called(name: str) -> Called:
    parts = [part.strip() for part in _AND.split(name) if part.strip()]
    others = [part for part in parts if _OTHERS.match(part.lstrip("0123456789 "))]
    return Called(tuple(part for part in parts if part not in others), bool(others or _OTHERS.search(name)))


def _parties(found: Found, given: Called, own: list[Called], known: Knowledge, v: Verdict) -> set[str]:
    """Words of a party that the case has not; what is told of it is told once."""
    a = v.authority
    words = {word for one in own for party in one.parties for word in tokens_of(party)}
    strange = [n for n, party in enumerate(given.parties) if _strange(party, words)]
    strange = [n for n in strange if not _shares_a_family_name(n, given.parties, words)]
    twice = len(given.parties) > 1 and len({tuple(tokens_of(party)) for party in given.parties}) == 1
    most = max(len(one.parties) for one in own)
    opened = a.others or any(one.others or any(map(_FORM_ALONE.fullmatch, one.parties)) for one in own)
    if _ELSEWHERE.search(found.first) or len(strange) == len(given.parties):
        return set()
    if strange or (twice and most == 1):
        who = " and ".join(given.parties[n] for n in strange or [0])
        joined = most == 1 and len(a.numbers) + len(a.dockets) > 1 or v.checks.get("number") == "not_checked"
        _added(found, who, bool(opened or joined or a.loose), _prose(given.parties, strange, found, known), known, v)
    elif given.others and not opened and len(given.parties) >= most:
        v.note("others", f"Known without 'and Others': {a.name}.")
    elif not (given.others or _BODY.search(a.name)) and len(given.parties) < min(len(one.parties) for one in own):
        v.note("parties", f"It has more applicants: {a.name}.")
    return {word for n in strange for word in tokens_of(given.parties[n])}


def _persons(first: str, words: set[str], a: Authority, v: Verdict) -> set[str]:
    """Whoever stands beside a known party before a national court: records often keep the first of several alone."""
    parties = _called(_APPLICANT.sub(r"\g<who>", first)).parties
    strange = [party for party in parties if _strange(party, words)]
    if strange and len(strange) < len(parties):
        v.note("party_unknown", f"Whether {strange[0]} is a party of it is not known: {a.name}.")
    return {word for party in strange for word in tokens_of(party)}


def _strange(party: str, words: set[str]) -> bool:
    """Whether no word of a party is known; what is no name, but a piece of the sentence, is none."""
    own = [word for word in tokens_of(_BRACKETS.sub("", party)) if not word.isdigit() and word not in _NO_NAMES]
    if not own or _ROMAN.fullmatch(party) or any(LOST in word for word in own) or _prosaic(party):
        return False
    return not any(_met(word, words) for word in own)


def _met(word: str, words: set[str]) -> bool:
    return word in words or any(spelling_of(word, one) != "other" for one in words)


def _prosaic(party: str) -> bool:
    lower = [m[0] for m in _LOWER.finditer(party)]
    return any(len(word) > 3 and word.casefold() not in PARTICLES for word in lower) or party[:1].islower()


def _shares_a_family_name(n: int, parties: tuple[str, ...], words: set[str]) -> bool:
    """'Paul and Audrey Edwards' beside a known Edwards: the first has the family name of the next."""
    following = tokens_of(parties[n + 1]) if n + 1 < len(parties) else []
    alone = len(tokens_of(parties[n])) == 1 and len(following) > 1
    return alone and _met(following[-1], words) and not _met(following[0], words)


def _prose(parties: tuple[str, ...], strange: list[int], found: Found, known: Knowledge) -> bool:
    """'In Soering and Saadi v. Italy': the name of a leading case stands before that of the one whose number it is."""
    before = [parties[n] for n in strange if n + 1 < len(parties)]
    cases = [case for party in before for case in known.authorities.named(party)]
    leading = [case for case in cases if case.system == "echr" and (case.precedent or case.grand_chamber)]
    return len(before) == len(strange) and bool(leading)


def _added(found: Found, who: str, opened: bool, prose: bool, known: Knowledge, v: Verdict) -> None:
    a = v.authority
    if opened:
        belongs = "belong" if " and " in who else "belongs"
        v.note("party_unknown", f"Whether {who} {belongs} to the applicants is not known: {a.name}.")
    elif prose:
        v.note("party_unknown", f"{who} is no party of it, if no other case is meant by that name: this is {a.name}.")
    elif found.strong:
        no_party = "are no parties" if " and " in who else "is no party"
        v.differs("name", "swapped_party", f"{who} {no_party} of it: this is {a.name}.")
    else:
        v.status, v.authority, v.checks = "not_in_library", None, {}
        v.note("same_name", f"A case without {who} is known: {cite(a, known.library)}.")


def _letters(found: Found, first: str, applicants: list[str], words: list[str], v: Verdict) -> None:
    """A word with a slip is a fault; one that writes the same sounds otherwise, or adds to a name, a remark."""
    bracketed = any(_BRACKETS.search(name) for name in applicants)
    given = tokens_of(first if bracketed else _BRACKETS.sub(" ", first))
    left = [one for one in words if one not in OFFICES and given.count(one) < _most(one, applicants)]
    least = 1 if v.authority.system in _PEOPLE else 4
    told = []
    for word in given:
        if word in words or LOST in word or word.isdigit() or word in _NO_NAMES or word in OFFICES:
            continue
        right, how = nearest_of(word, (one for one in left if min(len(one), len(word)) >= least))
        if (how != "same" or not _UMLAUT.search(" ".join((first, *applicants)))) and not _run_together(
            word, given, applicants
        ):
            told.append(_spelt(found, first, word, right, how, applicants, v.authority))
    fault = next((text for text, fault in told if fault and text), "")
    day = v.authority.date or found.date
    if fault and found.date not in {None, day}:  # another ruling, of which nobody here knows the name
        v.note("spelling", fault)
    elif fault:
        v.differs("name", "misspelt_name", fault)
    elif text := next((text for text, _ in told if text), ""):
        v.note("spelling" if "known as" in text else "more_names", text)


def _given_name(word: str, first: str) -> bool:
    """Whether a word may be one more name of a person: 'Pavla Sabalić', and no piece of the sentence before."""
    party = next((part for part in _called(first).parties if word in part), "")
    return (
        len(word) > 2
        and word.isalpha()
        and word[0].isupper()
        and not _ROMAN.fullmatch(word)
        and 1 < len(party.split()) < 4
    )


def _most(word: str, names: list[str]) -> int:
    """How often a word stands in the same name at most: 'Burden and Burden'. At least once."""
    return max(1, *(tokens_of(name).count(word) for name in names))


def _spelt(
    found: Found, first: str, word: str, right: str, how: str, applicants: list[str], a: Authority
) -> tuple[str, bool]:
    """What is to be said of one word, and whether it is a fault."""
    given, own = _as_written(word, [first]), _as_written(right, applicants)
    if how == "other":
        more = a.system in _PEOPLE and _given_name(given, first)
        return (f"Known without '{given}': {a.name}." if more else ""), False
    declined = inflected(word, right) and not _UNDECLINED.search(found.name) and bool(found.second)
    body = _BODY.search(a.name) and (bodily(word, right) or " c. " in found.name)
    if how in {"same", "sounds"} or declined or body or a.loose or (a.listed and _ends_otherwise(word, right)):
        return f"The name is known as {own}, not {given}: {a.name}.", False
    return f"The name is {own}, not {given}: {a.name}.", True


def _ends_otherwise(word: str, right: str) -> bool:
    """Whether only the last letter is another one: the one printed list that has it may be wrong itself."""
    return len(word) == len(right) and word[:-1] == right[:-1]


def _as_written(word: str, names: list[str]) -> str:
    """A plain word as the first of the names that holds it writes it."""
    pieces = (piece for name in names for m in _WORD.finditer(name) for piece in (*m[0].split("-"), m[0]))
    return next((piece.rstrip(".") for piece in pieces if word in tokens_of(piece)), word.title())


def _run_together(word: str, given: list[str], applicants: list[str]) -> bool:
    """'Elmasri' for El-Masri, 'Al Masri' for Almasri: only blanks differ."""
    whole = "".join(given)
    return any(whole == "".join(tokens_of(name)) or word in _pairs(tokens_of(name)) for name in applicants) or any(
        pair in {one for name in applicants for one in tokens_of(name)} and word in pair for pair in _pairs(given)
    )


def _pairs(words: list[str]) -> list[str]:
    return [one + other for one, other in zip(words, words[1:], strict=False)]


def _respondents(found: Found, a: Authority, v: Verdict) -> None:
    """Every state that is named is a respondent; one that is left out is a remark."""
    strange, own = set(found.states) - set(a.states), set(a.states)
    if not own or not found.states or v.checks.get("state") == "differs":
        return
    more = any(_MORE_STATES.search(_VERSUS.split(name)[-1]) for name in a.names if _VERSUS.search(name))
    if strange and not more:
        if found.strong and not a.loose:
            v.differs("state", "swapped_party", f"Not all of these states are respondents: this is {a.name}.")
        else:
            v.note("respondents", f"Not all of these states are respondents: this is {a.name}.")
    elif set(found.states) < own and all(note.code != "respondents" for note in v.notes):
        v.note("respondents", f"It has more than one respondent: {a.name}.")


def _numbered(found: Found, a: Authority, names: list[str], v: Verdict) -> None:
    """'(no. 2)' given where the case has none, or left out: the first case is called 'no. 1' by some only."""
    given = ordinal_of(f"({found.ordinal})") or ordinal_of(found.name) or "1"
    own = {ordinal_of(name) or "1" for name in names if _VERSUS.search(name)}
    if not own or given in own or any(_SEVERAL.search(name) for name in names) or v.checks.get("name") == "differs":
        return
    right = min(own)
    said = f"No '(no. {given})' belongs to the name" if right == "1" else f"The name is with '(no. {right})'"
    declined = right != "1" and not _UNDECLINED.search(found.name)
    if a.loose or declined or not found.strong:
        v.note("ordinal", f"{said}: this is {a.name}.")
    else:
        v.differs("name", "wrong_number", f"{said}: this is {a.name}.")


def ordinal_of(name: str) -> str:
    """'2' of '(no. 2)' and of '(II)'."""
    m = _ORDINAL.search(name)
    return (m["n"] or re.sub(r"\D", "", ROMAN[m["roman"]])) if m else ""
