"""Field codes of Word: a short list is allowed, none that fetches, runs or tells; put together before they are read."""

import re
from collections.abc import Iterator

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
