"""Field codes of Word: a short list is allowed, none that fetches, runs or tells; put together before they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.errors import Problem
from briefs.render.ooxml import Element, names, q
from briefs.render.package_gate import safe_link

FIELDS = frozenset(
    names("PAGE NUMPAGES SECTIONPAGES SECTION TOC PAGEREF REF NOTEREF SEQ STYLEREF TC XE INDEX TA TOA HYPERLINK =")
)
_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = {"\\l", "\\o", "\\t"}
"""Switches of HYPERLINK that take a text: a place in the same file, a screen tip, a frame."""


def field_problems(root: Element, where: str) -> Iterator[Problem]:
    """What is refused about the fields of one part."""
    for instruction in instructions(root):
        keyword = keyword_of(instruction)
        if keyword not in FIELDS:
            yield Problem(where, f"field {instruction.strip()[:60]!r}.", f"Allowed are {', '.join(sorted(FIELDS))}.")
        elif keyword == "HYPERLINK" and (address := link_of(instruction)) is not None and not safe_link(address):
            yield Problem(where, f"link to {address[:80]!r}.", fix="Links go to http, https or mailto addresses.")
    if _nested(root):
        yield Problem(where, "a field inside the code of another field.", "What it does is decided only in Word.")


def keyword_of(instruction: str) -> str:
    return (re.match(r"\s*([A-Za-z]+|=)", instruction) or ["", ""])[1].upper()


def link_of(instruction: str) -> str | None:
    """The address of a HYPERLINK field; None where it only points into the same file."""
    tokens = [quoted if quoted or not plain else plain for quoted, plain in _TOKEN.findall(instruction)][1:]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if re.fullmatch(r"\\[a-zA-Z]", token):
            at += 2 if token.lower() in _WITH_VALUE else 1
        else:
            return token
    return None


def instructions(root: Element) -> Iterator[str]:
    """Field codes, put together again where Word or an attacker spread one over several runs."""
    for simple in root.iter(q("fldSimple")):
        yield simple.get(q("instr"), "")
    open_fields: list[str | None] = []
    for element in root.iter(q("fldChar"), q("instrText"), q("delInstrText")):
        kind = element.get(q("fldCharType"), "")
        if kind == "begin":
            open_fields.append("")
        elif element.tag != q("fldChar"):
            if not open_fields:
                yield element.text or ""
            elif open_fields[-1] is not None:
                open_fields[-1] += element.text or ""
        elif open_fields:
            if (code := open_fields[-1]) is not None:
                yield code
            open_fields[-1] = None
            if kind == "end":
                open_fields.pop()
    yield from (code or "field without end" for code in open_fields)


TELLING = frozenset(
    names(
        "AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS FILENAME TEMPLATE COMMENTS KEYWORDS DOCPROPERTY "
        "DOCVARIABLE INFO SUBJECT SAVEDATE CREATEDATE PRINTDATE EDITTIME REVNUM FILESIZE PRIVATE DDE DDEAUTO LINK EMBED"
    )
)
"""Fields whose shown result itself tells who wrote the file, where and when, or came from another file."""


def unlink(root: Element, allowed: frozenset[str]) -> Iterator[str]:
    """Turns every field that is not allowed into its shown text; of those that tell, the text goes too. Gives names."""
    for simple in list(root.iter(q("fldSimple"))):
        keyword = keyword_of(simple.get(q("instr"), ""))
        if keyword not in allowed:
            yield keyword
            _replace(simple, [] if keyword in TELLING else list(simple))
    stack: list[_Open] = []
    for run in list(root.iter(q("r"))):
        for node in run.iter(q("fldChar"), q("instrText")):
            kind = node.get(q("fldCharType"), "") if node.tag == q("fldChar") else ""
            if kind == "begin":
                stack.append(_Open([], []))
            elif stack and node.tag == q("instrText") and not stack[-1].shown_began:
                stack[-1].code += node.text or ""
            elif stack and kind == "separate":
                stack[-1].shown_began = True
            elif stack and kind == "end":
                done = stack.pop()
                done.machinery.append(run)
                if (keyword := keyword_of(done.code)) not in allowed:
                    yield keyword
                    done.remove(with_result=keyword in TELLING)
        for around in stack:
            machine = not around.shown_began or next(run.iter(q("fldChar")), None) is not None
            (around.machinery if machine and around is stack[-1] else around.result).append(run)


@dataclass
class _Open:
    """A field being read: the runs of its code and marks, and the runs that show."""

    machinery: list[Element]
    result: list[Element]
    code: str = ""
    shown_began: bool = False

    def remove(self, with_result: bool) -> None:
        for run in [*self.machinery, *(self.result if with_result else [])]:
            if run.getparent() is not None:
                run.getparent().remove(run)


def _replace(element: Element, children: list[Element]) -> None:
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = children


def _nested(root: Element) -> bool:
    """Whether a field begins before the code of the one around it is complete."""
    in_code: list[bool] = []
    for element in root.iter(q("fldChar"), q("fldSimple")):
        kind = element.get(q("fldCharType"), "")
        if (kind == "begin" or element.tag == q("fldSimple")) and in_code and in_code[-1]:
            return True
        if kind == "begin":
            in_code.append(True)
        elif in_code and kind == "separate":
            in_code[-1] = False
        elif in_code and kind == "end":
            in_code.pop()
    return False
