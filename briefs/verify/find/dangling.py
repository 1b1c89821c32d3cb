"""Short forms that point above to a case that stands nowhere: 'Karakhanov (n 12) confirms this', 'the above-cited
Karakhanov case', 'X, §§ 4-5, and Y, § 7, both cited above'. They are found, so that nobody takes them for checked."""

import re
from collections.abc import Callable, Iterator

from briefs.verify.find.folding import listed
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.places import Places

_CAP = r"[A-ZÀ-Ž][\w'-]+"
_NAME = (
    rf"(?!(?:See|In|Also|Compare|Voir|Cf|But|And|As|The) ){_CAP}(?: (?:(?:and|et|de|van|von|al) )?{_CAP}){{0,5}}"
    r"(?: (?:and Others|et autres))?"
)
_ABOVE = late(
    r"(?<!\w)(?:[Tt]he |[Ll]')?(?P<back>(?:above-?|afore-?)(?:cited|mentioned|quoted)) "
    rf"(?P<name>{_NAME}) (?:judgments?|cases?|rulings?)(?![\w-])"
)
# 'Karakhanov (n 12) confirms this', 'Karakhanov (n 12) [55]'; 'Smith (n 12) 45' is a book, and 'argues' what its writer
# does.
_NOTED = late(
    rf"(?<![\w-])(?P<name>{_NAME}) (?P<back>\((?:n|fn|note) ?\d{{1,3}}\))(?=,? ?\[\d{{1,4}}\]|,? §|,? paras?\.? ?\d| "
    r"(?:confirms?|confirmed|holds?|held|decide[ds]|ruled|rules|establishe[ds]|settle[ds]|overrule[ds]|lays? down|"
    r"laid down|applie[ds])(?!\w))"
)
_PIN = r",? §§? ?\d{1,4}(?:-\d{1,4})?(?:(?:, | and )\d{1,4}(?:-\d{1,4})?){0,5}"
_ITEM = late(rf"(?<![\w-])(?P<name>{_NAME})(?P<pin>{_PIN})?")
_JOINT = late(r",? (?:and|et) |, |; ")
_ALL = late(r",? (?P<back>(?:both|all) (?:cited|quoted) above)")
_BOUND = late(r"[(;\n]|[.!?] (?=[A-ZÀ-Ž])")
_OPENS = late(r"(?:See|In|Also|Compare|Voir|Cf|The|And|But)(?: |$)")
_NO_CASE = listed(
    "court courts supreme constitutional high federal district regional chamber committee commission council ministry "
    "report reports guidelines guide recommendation recommendations resolution convention opinion statement letter act "
    "directive regulation charter protocol note notes study paper handbook law article articles parliament government "
    "criminal civil administrative code rules principles lord lady judge justice professor sir dr european united"
)


def find_dangling(
    text: str, taken: Places, meant: Callable[[str], bool], is_state: Callable[[str], bool]
) -> Iterator[Found]:
    """`meant`: whether something that is cited answers to a name; those are found elsewhere."""
    for pattern, signs in ((_ABOVE, ("cited ", "mentioned ", "quoted ")), (_NOTED, (" (n", " (fn"))):
        for m in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            if _may_be(m, text, taken, is_state) and not meant(m["name"]):
                end = m.end("back") if m.end("back") > m.end("name") else m.end("name")
                yield Found("short", m.start("name"), end, m["name"], m["name"], back=m["back"])
    for m in _ALL.finditer(text) if "th cited" in text or "ll cited" in text or "quoted above" in text else ():
        for item in _items(text, m.start(), taken):
            if _may_be(item, text, taken, is_state) and not meant(item["name"]):
                found = Found("short", *item.span(), item["name"], item["name"], back=m["back"])
                found.pinpoints += re.findall(r"\d{1,4}", item["pin"] or "")
                yield found


def _may_be(m: re.Match[str], text: str, taken: Places, is_state: Callable[[str], bool]) -> bool:
    words = set(tokens_of(m["name"]))
    shouted = any(len(word) > 2 and word.isupper() for word in m["name"].split())
    return taken.free(m.start("name"), m.end()) and not (words & _NO_CASE or shouted or is_state(m["name"]))


def _items(text: str, end: int, taken: Places) -> list[re.Match[str]]:
    """The names of a list that ends at `end`, of which one at least has its paragraphs."""
    floor = max(taken.before(end), end - 300, 0)
    start = max((m.end() for m in _BOUND.finditer(text, floor, end)), default=floor)
    items: list[re.Match[str]] = []
    for item in reversed([*_ITEM.finditer(text, start, end)]):
        if item.end() != (items[-1].start() if items else end) and not (
            items and _JOINT.fullmatch(text, item.end(), items[-1].start())
        ):
            break
        items.append(item)
    kept = [item for item in reversed(items) if not _OPENS.match(item["name"])]
    return kept if any(item["pin"] for item in kept) else []
