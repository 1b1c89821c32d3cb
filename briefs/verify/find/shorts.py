"""Short forms: 'Leander, cited above, § 48', 'the Soering judgment', a name in italics, ibid."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from briefs.verify.find.above import reads_as_ruling
from briefs.verify.find.again import Days
from briefs.verify.find.announced import find_announced
from briefs.verify.find.dangling import find_dangling
from briefs.verify.find.folding import listed
from briefs.verify.find.found import Found
from briefs.verify.find.ibids import belongs, find_ibids, means_a_ruling
from briefs.verify.find.late import late
from briefs.verify.find.names import GENERIC, name_before, short_names, tokens_of
from briefs.verify.find.places import Places
from briefs.verify.find.settings import ITEM, followed_as_a_person, is_person, is_ruling, so_called, stands_alone
from briefs.verify.find.stated import find_stated
from briefs.verify.find.tail import CITED, read_tail

_CITED = late(
    r"(?: \[(?:GC|Committee)\])?"
    rf"(?:,? judge?ments?,?|,? cases?,?|,? decisions?,?|,| \(|,? \(?(?:both|all)| judge?ments? \(|"
    rf",? \(?(?:arrêt|affaire|décision)s?)? ?"
    rf"(?<![\w-])(?:{CITED})",
    re.I,
)
# 'Exclusion as urban policy', cited above: the title of a writing in quotation marks.
_TITLE = late(r'"[^"]* [a-z][^"]*"')
_PAGED = late(r",? pp?\. ?\d{1,4}(?:-\d{1,4})?(?! ?-|\d|,? §)")
_WRITER = late(r"(?:Lord|Lady|Sir|Dame|Judge|Justice|Professor|Prof\.|Dr\.?|Advocate General) [A-Z]")
_AND = late(r",? (?:and|et|und) (?!Others|autres|andere)|, ")
_LETTERS = late(r"[^\W\d_]+")
# Behind a name: no letter; digits are the number of a note ('Oruk114').
_ENDS = late(r"(?!\w)|(?:(?<=[^\W\d_])|(?<=[A-Z]\.))\d{1,3}(?!\w)")
_ABOVE = ("cit", "quoted", "susment", "supra", "a. a", "a.a", "préc")
_WORD = late(r"(?<![\w'])[A-ZÀ-ÞĀ-ž][\w.'&-]*")


@dataclass(slots=True)
class Antecedent:
    """A case that later short forms may call by its name; `full`: its latest full citation, as the caller keeps it;
    `against`: a case of somebody against a state."""

    full: Any
    first: str
    forms: tuple[str, ...]
    against: bool = False


@dataclass
class Memory:
    """What was cited so far. `last`: the latest citation of the text and of the notes, for ibid; `since`: what was said
    behind it. `names`: cases that were called by a name only ('l'arrêt X'). `days`: other courts' rulings by day.
    `persons`: names by which somebody was spoken of as a person ('Mr Chahal', 'Chahal was born').

    `ahead`: what is cited somewhere in the document; asked only where nothing before answers.
    """

    antecedents: dict[tuple[str, str], Antecedent] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[str, Antecedent]]] = field(default_factory=dict)
    last: dict[str, Any] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    since: dict[str, str] = field(default_factory=dict)
    days: Days = field(default_factory=Days)
    persons: set[str] = field(default_factory=set)
    ahead: "Memory | None" = None

    def remember(self, full: Any, first: str, short: str = "", against: bool = False) -> None:
        """Adds a case with the names by which it may be called later; a case cited again is the latest."""
        known = self.antecedents.pop((first, short), None)
        forms = known.forms if known else short_names(first, short)
        if not forms:
            return
        one = self.antecedents[first, short] = Antecedent(full, first, forms, against)
        for form in forms:
            word = _LETTERS.match(form)
            listed = self._by_word.setdefault(word[0] if word else "", [])
            listed[:] = [(f, a) for f, a in listed if f != form]
            listed.append((form, one))
            listed.sort(key=lambda pair: -len(pair[0]))

    def at(self, text: str, place: int) -> tuple[str, Antecedent] | None:
        """The longest remembered name that stands at `place`."""
        word = _LETTERS.match(text, place)
        for form, one in self._by_word.get(word[0], ()) if word else ():
            end = place + len(form)
            if text.startswith(form, place) and _ENDS.match(text, end):
                return form, one
        return self.ahead.at(text, place) if self.ahead else None

    def meant(self, name: str) -> Antecedent | None:
        """The latest case that a short name can mean."""
        words = tokens_of(name)
        for one in reversed(self.antecedents.values()):
            own = tokens_of(one.first)
            if words and (words == own[: len(words)] or set(words) <= set(own)):
                return one
        return self.ahead.meant(name) if self.ahead else None


def find_shorts(
    text: str,
    taken: list[tuple[int, int]],
    italic: list[tuple[int, int]],
    memory: Memory,
    known: Callable[[str], bool],
    is_state: Callable[[str], bool],
    famous: Callable[[str], bool] = lambda name: False,
    leads: Callable[[str, str], bool] = lambda name, year: False,
) -> list[tuple[Found, Antecedent | None]]:
    """Short forms outside `taken`, each with the case it means, or None where nothing before answers to it.

    `known`: whether library or register has a case of this name; without either, 'Smith, cited above' may be a book.
    `famous`: whether a known case has just this name; texts mention such cases without citing them in full; `leads`:
    whether one leading case alone has it.
    """
    found = [(one, None) for one in find_ibids(text, Places(taken))]
    taken = taken + [(one.start, one.end) for one, _ in found]
    cited = list(_cited(text, Places(taken), memory, known, is_state))
    taken = taken + [(one.start, one.end) for one, _ in cited]
    for one in find_announced(text, Places(taken), Places(italic), memory.names):
        cited.append((one, None if one.form else memory.meant(one.name)))
        memory.names.add(one.name)
    taken = taken + [(one.start, one.end) for one, _ in cited]
    mentions = list(_mentions(text, Places(taken), Places(italic), memory, is_state))
    taken = taken + [(one.start, one.end) for one, _ in mentions]
    called = list(_called(text, Places(taken), known, is_state))
    taken = taken + [(one.start, one.end) for one, _ in called]
    above = find_dangling(text, Places(taken), lambda name: memory.meant(name) is not None, is_state)
    called += [(one, None) for one in above]
    taken = taken + [(one.start, one.end) for one, _ in called]
    unled = [(one, memory.meant(one.name)) for one in find_stated(text, Places(taken), famous, leads, is_state)]
    ibids = {(one.start, one.end) for one, _ in found}
    places = Places([stretch for stretch in taken if stretch not in ibids])
    shorts = cited + mentions + called + unled
    ibids = (one for one, _ in found if means_a_ruling(one, text, places))
    ending = {short.end: short for short, _ in shorts}
    said = [(one, None) for one in ibids if not belongs(one, text, ending)]
    return said + shorts


_CAPITALS = r"[A-ZÀ-Þ][\w'&-]*(?: (?:(?:and|v\.|von|van|de|der|den) )?[A-ZÀ-Þ][\w'&-]*){0,5}"
_CALLED = late(
    rf"\b(?:[Tt]he(?: Court's)?|[Ii]ts|[Oo]ur|this Court's) (?:(?:above-?)?(?:cited|mentioned|quoted) |"
    rf"aforementioned |leading |landmark |well-known )?"
    rf"(?P<name>{_CAPITALS}) (?:judgments?|case|ruling)\b(?!-)|"
    r"\b(?:[Ii]n|[Ss]ee|of) (?P<anonymous>[A-Z]{1,3} \((?P<land>[A-Z][a-z][A-Za-z ]{2,30})\))"
)
_COURTS = listed(
    "supreme chamber high district regional federal constitutional criminal administrative house lords grand county "
    "crown first second third fourth fifth plenary strasbourg luxembourg european court courts commission civil "
    "military "
    "special english turkish russian french german italian polish spanish british american swiss dutch belgian "
    "austrian "
    "swedish ukrainian judgment appeal cassation northern irish scottish welsh dissenting convicting present impugned "
    "january february march april may june july august september october november december"
)


def _called(
    text: str, taken: Places, known: Callable[[str], bool], is_state: Callable[[str], bool]
) -> Iterator[tuple[Found, None]]:
    """'the Soering judgment', 'in AM (Zimbabwe)' with no full citation above: found, and said to be not checked."""
    for m in _CALLED.finditer(text):
        group = "name" if m["name"] else "anonymous"
        start, end = m.span(group)
        if not taken.free(start, end) or _spoken(text, end, taken, m[group]) or so_called(text, start, end):
            continue
        if m["name"] and (_no_name(m["name"]) or is_state(m["name"])):
            continue
        found = Found("short", start, end, m[group], m[group])
        found.end = max(read_tail(_until(text, taken, end), end, found), end)
        if is_state(m["land"]) if m["land"] else (known(m["name"]) or _JUDGMENT.match(text, end)):
            yield found, None


# 'the Orfanopoulos and Oliveri judgment': a name that nobody here knows is one all the same.
_JUDGMENT = late(r" judge?ment(?!\w)")


def _no_name(words: str) -> bool:
    """'Supreme Court', 'Court's', 'General': no names of cases."""
    plain_words = set(tokens_of(words))
    return not plain_words or bool(plain_words & _COURTS) or plain_words <= GENERIC or "'s" in words


def _until(text: str, taken: Places, place: int) -> str:
    """The text up to the next citation: a short form reads nothing that belongs to another."""
    return text[: taken.behind(place, len(text))]


def _cited(
    text: str,
    taken: Places,
    memory: Memory,
    known: Callable[[str], bool],
    is_state: Callable[[str], bool],
) -> Iterator[tuple[Found, Antecedent | None]]:
    """A name with 'cited above' behind it, or 'the above-cited NAME judgment'."""
    done = 0
    low = text.lower()
    if not any(word in low for word in _ABOVE):
        return
    for m in _CITED.finditer(text):
        if m.start() < done or not taken.free(m.start(), m.end()):
            continue
        floor = max(taken.before(m.start()), done)
        bracket = _ALSO_CALLED.search(text, floor, m.start())
        start = name_before(text, bracket.start() if bracket else m.start(), floor)
        if start >= m.start() or not text[start : m.start()].strip("., "):
            continue
        found = Found("short", start, m.start(), text[start : m.start()], text[start : m.start()])
        if is_state(found.first):
            continue
        meant = memory.meant(found.first)
        titled = _TITLE.fullmatch(found.first) or _WRITER.match(found.first) or _PAGED.match(text, m.end())
        if meant is None and (
            titled or not (_name_like(found.first) and (known(found.first) or reads_as_ruling(text, m, found)))
        ):
            continue
        found.end = max(read_tail(_until(text, taken, m.end()), m.start(), found), m.end())
        done = found.end
        yield from _each(text, found, memory) if re.search(r"\b(?:all|both)\b", m[0]) else ((found, meant),)


# 'Gebremedhin [Gaberamadhien], cited above'
_ALSO_CALLED = late(r" \[[A-ZÀ-Ž][\w' -]{2,40}\]$")


def _each(text: str, found: Found, memory: Memory) -> Iterator[tuple[Found, Antecedent | None]]:
    """'Kurt, Çakıcı and Timurtaş, all cited above': each is a citation, and the paragraphs cannot be told apart."""
    last = found.start + len(found.name)
    joints = [m.span() for m in _AND.finditer(text, found.start, last)]
    parts = list(zip([found.start, *(b for _, b in joints)], [*(a for a, _ in joints), last], strict=True))
    all_ = [memory.meant(text[a:b]) for a, b in parts]
    if len(parts) < 2 or not (all(all_) or _OF_CASES.search(text, max(0, found.start - 20), found.start)):
        yield found, memory.meant(found.first)
        return
    for meant, group in groupby(zip(parts, all_, strict=True), key=lambda pair: pair[1]):
        together = [part for part, _ in group]
        a, b = together[0][0], together[-1][1]
        end = found.end if b == last else b
        yield Found("short", a, end, text[a:b], text[a:b], back=found.back), meant


_OF_CASES = late(r"(?:\baffaires|\barrêts|\bcases of|\bjudgments in) $")


def _name_like(name: str) -> bool:
    words = tokens_of(name)
    return (
        bool(words)
        and not set(words) <= GENERIC | {"rules", "guide", "report", "section", "law", "act", "code"}
        and len(words) < 9
    )


def _mentions(
    text: str,
    taken: Places,
    italic: Places,
    memory: Memory,
    is_state: Callable[[str], bool],
) -> Iterator[tuple[Found, Antecedent | None]]:
    """A remembered name in italics, or with a word before or behind it that makes it a citation."""
    if not memory.antecedents and not (memory.ahead and memory.ahead.antecedents):
        return
    done, listed_to = 0, 0
    for m in _WORD.finditer(text):
        if m.start() < done:
            continue
        at = memory.at(text, m.start())
        if at is None or not taken.free(m.start(), m.start() + len(at[0])):
            continue
        form, one = at
        end = m.start() + len(form)
        last = max(done, taken.before(m.start()))
        joined = last and _JOINED.fullmatch(text, last, m.start()) and not followed_as_a_person(text, end)
        chained = joined or (done and m.start() <= listed_to)
        if is_state(form) or not (chained or _rules(text, m.start(), end, one, italic, memory)):
            continue
        if _spoken(text, end, taken, form) or _goes_on(text, end, form, one.first):
            continue
        found = Found("short", m.start(), end, form, form)
        found.end = max(read_tail(_until(text, taken, end), end, found), end)
        numbered = _NUMBERED.match(text, end)
        if numbered and taken.free(end, numbered.end()):
            found.end, found.ordinal = max(found.end, numbered.end()), numbered[0].strip()
        done = found.end
        listed_to = max(listed_to, _list_end(text, end, memory))
        yield found, None if found.ordinal and not _belongs_to(found.ordinal, one) else one


def _rules(text: str, start: int, end: int, one: Antecedent, italic: Places, memory: Memory) -> bool:
    """Whether a remembered name means the ruling; somebody of whom the document speaks as a person is one."""
    form = text[start:end]
    if is_ruling(text, start, end, one.first, italic):
        return True
    if is_person(text, start, end, one.first):
        memory.persons.add(form)
        return False
    if (last := _list_end(text, end, memory)) > end and _CASES.match(text, last):
        return True
    named = one.against and form not in memory.persons and not set(tokens_of(form)) & (_COURTS | GENERIC | _THINGS)
    return named and stands_alone(text, start, end)


# 'the Neumeister, Deweer and König judgments'
_CASES = late(r" (?:judgments|cases|decisions|rulings|criteria|principles|tests)(?!\w)")
# Words of names that texts use as words, too.
_THINGS = listed("inter-american inter american housing conference party parties house school hospital bank press news")


# 'D.G. v. Ireland and Blokhin', 'Aydogdu and Asiye Genç'
_JOINED = late(r"(?<=[^\W\d_])(?:\d{1,3})?,? (?:and|or|et|und) |(?:\d{1,3})?,? (?:and|or|et|und) ")
# 'Aranyosi III' is another ruling than the one that is called Aranyosi.
_NUMBERED = late(r" (?:II|III|IV|V)(?!\w)| \(n[o°]\.? ?\d\)")


def _belongs_to(numbered: str, one: Antecedent) -> bool:
    """Whether the case that is meant bears this number itself: 'Liu v. Russia (no. 2)'."""
    digits = re.sub(r"\D", "", numbered)
    return bool(digits) and digits == re.sub(r"\D", "", one.full.said.ordinal)


_LONGER = late(r"(?: (?:and|of|in|the|for|de|[A-ZÀ-Ž][\w'.-]*)){0,12},? v\.? (?:the )?[A-ZÀ-Ž]")


def _list_end(text: str, end: int, memory: Memory) -> int:
    """Where a list of remembered names ends: 'In Baygayev, Saidov and Galitskiy'. With commas alone it is none."""
    last = end
    for _ in range(20):
        m = ITEM.match(text, end)
        at = memory.at(text, m.end()) if m else None
        if not at:
            return last
        end = m.end() + len(at[0])
        last = end if m["noted"] or m["joint"] not in {None, ", "} else last
    return last


def _goes_on(text: str, end: int, form: str, first: str) -> bool:
    """'Official Receiver and Trustee v Chan' is another case; 'Philip' of 'Philip Gordon Benwell' is half a name."""
    if _LONGER.match(text, end):
        return True
    words, own = first.split(), form.split()
    following = words[len(own)] if words[: len(own)] == own and len(words) > len(own) else ""
    return following[:1].isupper() and bool(re.match(rf" {re.escape(following)}(?!\w)", text[end:]))


_SPOKEN = late(r"(?: (?:case|judgment|decision|arrêt))? \(")


def _spoken(text: str, end: int, taken: Places, form: str) -> bool:
    """'the Kurt case (Kurt judgment cited above)': the name is said, and the citation stands in the brackets."""
    m = _SPOKEN.match(text, end)
    return bool(m) and text.startswith(form, m.end()) and taken.behind(m.end(), -1) == m.end()
