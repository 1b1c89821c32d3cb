"""Finding the tags of a paragraph before any other program looks at it, and putting each into one run.

Word cuts what one types into several runs, and changes straight quotation marks into curly ones. docxtpl repairs the
first with patterns that take minutes on unclosed tags and treats the second without knowing what a literal is; so both
are settled here, in one pass over the characters.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.errors import Problem
from briefs.render.ooxml import Element, q, text_of

MAX_TAGS = 5000
APOSTROPHE, OPEN_QUOTE, CLOSE_QUOTE = "\ue020", "\ue021", "\ue022"
"""Stand for ’ “ ” inside literals while docxtpl, which would straighten them, works on the text."""

_BRACES = re.compile(r"\{[{%#_]|[}%#_]\}")
_STATEMENTS = {
    "": {"if", "elif", "else", "endif", "for", "endfor"},
    "p": {"if", "elif", "else", "endif", "for", "endfor", "include"},
    "tr": {"if", "elif", "else", "endif", "for", "endfor"},
}
_STATEMENT = re.compile(r"\{%(?:(p|tr) )? *([a-z]+)(?= |%\})")
_KNOWN_TAG = re.compile(r"\{\{(?![-+{]|(?:p|r|tr|tc)\s)|\{%(?:(?:p|tr) )? *[a-z]")


class Tag(NamedTuple):
    """One tag as written; `kind` is 'p' (own paragraph), 'tr' (own table row) or empty (inside a line)."""

    text: str
    start: int
    end: int
    kind: str
    word: str


def nodes_of(paragraph: Element) -> list[Element]:
    return [node for node in paragraph.iter(q("t")) if _owner(node) is paragraph]


def _owner(node: Element) -> Element | None:
    while node is not None and node.tag != q("p"):
        node = node.getparent()
    return node


def find(text: str, where: str) -> tuple[list[Tag], list[Problem]]:
    """The tags of a paragraph's text in one pass, and what is wrong with them."""
    found, problems, at = [], [], 0
    while (opening := _BRACES.search(text, at)) is not None:
        start = opening.start()
        close = {"{{": "}}", "{%": "%}"}.get(opening[0])
        end = _closing(text, start + 2, close) if close else -1
        if end < 0:
            problems.append(Problem(where, f"{_near(text, start)}: a tag that is not closed or not known."))
            return found, problems
        raw = text[start:end]
        if not _KNOWN_TAG.match(raw) or raw[-3] in "-+" or _BRACES.search(raw[2:-2]):
            problems.append(Problem(where, f"{raw[:80]!r} is no tag of ours."))
        found.append(_tag(raw, start, end))
        at = end
    return found, problems


def _closing(text: str, at: int, close: str) -> int:
    end, again = text.find(close, at), text.find("{", at)
    if end < 0 or 0 <= again < end:
        return -1
    return end + 2


def _tag(raw: str, start: int, end: int) -> Tag:
    statement = _STATEMENT.match(raw)
    kind, word = (statement[1] or "", statement[2]) if statement else ("", "")
    return Tag(raw, start, end, kind, word)


def _near(text: str, at: int) -> str:
    return repr(text[at : at + 40])


def problems_of(paragraph: Element, text: str, tags: list[Tag], where: str) -> Iterator[Problem]:
    """Statements that are not ours, {%p %} and {%tr %} that do not stand alone."""
    for tag in tags:
        if not tag.text.startswith("{%"):
            continue
        if tag.word not in _STATEMENTS[tag.kind]:
            fix = "Write {%p include … %} in a paragraph of its own." if tag.word == "include" else ""
            yield Problem(where, f"{tag.text[:80]!r} is not allowed.", "Templates only choose and repeat.", fix)
        elif tag.kind == "p" and text.strip() != tag.text:
            yield Problem(where, f"{tag.text[:80]!r} must stand alone in its paragraph.", "The rest would be lost.")
        elif tag.kind == "tr" and _row_text(paragraph) != tag.text:
            yield Problem(where, f"{tag.text[:80]!r} must stand alone in a row of a table.", "The rest would be lost.")


def _row_text(paragraph: Element) -> str:
    row = paragraph.getparent()
    while row is not None and row.tag != q("tr"):
        row = row.getparent()
    return text_of(row).strip() if row is not None else ""


class Nesting:
    """Every if and for is closed where it was opened: same paragraph, same cell or body, same table."""

    def __init__(self) -> None:
        self.open: list[tuple[str, Element | None, Tag, str]] = []

    def take(self, paragraph: Element, tag: Tag, where: str) -> Problem | None:
        room = _room(paragraph, tag.kind)
        if tag.word in ("if", "for"):
            self.open.append((tag.word, room, tag, where))
            return None
        if tag.word not in ("elif", "else", "endif", "endfor"):
            return None
        wanted = "for" if tag.word == "endfor" else "if"
        if (
            not self.open
            or self.open[-1][0] != wanted
            or self.open[-1][1] is not room
            or self.open[-1][2].kind != tag.kind
        ):
            return Problem(where, f"{tag.text!r} does not belong to a {wanted} opened in the same place.")
        if tag.word.startswith("end"):
            self.open.pop()
        return None

    def left(self) -> Iterator[Problem]:
        for word, _, tag, where in self.open:
            yield Problem(where, f"{tag.text[:80]!r} is not closed.", fix=f"Close it with end{word}.")


def _room(paragraph: Element, kind: str) -> Element | None:
    if not kind:
        return paragraph
    room = paragraph.getparent()
    while kind == "tr" and room is not None and room.tag != q("tbl"):
        room = room.getparent()
    return room


def merge(paragraph: Element, tags: list[Tag]) -> None:
    """Moves every tag wholly into the run in which it begins and settles its quotation marks."""
    at = 0
    for node in nodes_of(paragraph):
        text = node.text or ""
        node.text = _with_whole_tags(text, at, tags)
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(text)


def _with_whole_tags(text: str, at: int, tags: list[Tag]) -> str:
    """The text of a run that begins at `at` in its paragraph: tags that begin in it whole, nothing of the others."""
    out, place, end = [], at, at + len(text)
    for tag in tags:
        if tag.end <= place or tag.start >= end:
            continue
        if tag.start >= at:
            out += [text[place - at : tag.start - at], settled(tag.text)]
        place = min(tag.end, end)
    return "".join((*out, text[place - at :]))


def settled(tag: str) -> str:
    """Curly quotation marks that open or close a literal become straight; those inside it are kept."""
    out, closing = [], ""
    for index, character in enumerate(tag):
        after = tag[index + 1 : index + 2]
        if not closing and character in "'‘’\"“”":
            closing = "'’" if character in "'‘’" else '"”'
            out.append(closing[0])
        elif closing and character in closing and not (character == "’" and (after.isalnum() or _straight(tag, index))):
            out.append(closing[0])
            closing = ""
        else:
            out.append(_KEEP.get(character, character) if closing else character)
    return "".join(out)


def _straight(tag: str, index: int) -> bool:
    """Whether the literal around a ’ was opened by a straight mark and closes with one further on."""
    before = tag[:index]
    opened = max(before.rfind("'"), before.rfind("‘"))
    return opened >= 0 and tag[opened] == "'" and "'" in tag[index + 1 :]


_KEEP = {"’": APOSTROPHE, "“": OPEN_QUOTE, "”": CLOSE_QUOTE}
RESTORE = str.maketrans({APOSTROPHE: "’", OPEN_QUOTE: "“", CLOSE_QUOTE: "”"})
