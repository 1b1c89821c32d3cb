"""Runs of Han, Arabic-script and Tibetan text get the properties that let Word choose the right font and direction."""

import copy
import re
from collections.abc import Iterator

from lxml import etree

from briefs.render.ooxml import NS, XML, Element, names, q

_HAN = (
    "\u2e80-\u2fdf\u3000-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff"
)
_ARABIC = "\u0590-\u06ff\u0750-\u077f\u0870-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_TIBETAN = "\u0f00-\u0fff"
_GLUE = "[ \u00a0\u200c-\u200f]*"
_OTHER = re.compile(
    rf"(?P<han>[{_HAN}]+)|(?P<arabic>[{_ARABIC}]+(?:{_GLUE}[{_ARABIC}]+)*)|(?P<tibetan>[{_TIBETAN}]+(?:{_GLUE}[{_TIBETAN}]+)*)"
)
_PROPERTIES = {
    "han": (("rFonts", {"hint": "eastAsia"}), ("lang", {"eastAsia": "zh-CN"})),
    "arabic": (("rtl", {}), ("lang", {"bidi": "ar-SA"})),
    "tibetan": (
        ("rFonts", {"ascii": "Microsoft Himalaya", "hAnsi": "Microsoft Himalaya", "cs": "Microsoft Himalaya"}),
        ("cs", {}),
        ("lang", {"bidi": "bo-CN"}),
    ),
}
_ORDER = names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)


def has_other_scripts(text: str) -> bool:
    """Whether Han, Arabic-script or Tibetan text stands in it."""
    return _OTHER.search(text) is not None


def mark_scripts(root: Element) -> None:
    """Splits the runs that hold such text; the characters and their order stay."""
    for run in list(root.iter(q("r"))):
        texts = (node.text or "" for node in run.iterchildren(q("t")))
        if any(not text.isascii() and _OTHER.search(text) for text in texts):
            _split(run)


def _split(run: Element) -> None:
    parent, properties = run.getparent(), run.find("w:rPr", NS)
    if parent is None:
        return
    at = parent.index(run)
    new = [
        piece
        for child in run
        if child.tag != q("rPr")
        for piece in (_pieces(child, properties) if child.tag == q("t") else [_run(child, properties, "")])
    ]
    parent[at : at + 1] = new


def _pieces(node: Element, properties: Element | None) -> Iterator[Element]:
    text, at = node.text or "", 0
    for found in _OTHER.finditer(text):
        if found.start() > at:
            yield _run(_text(text[at : found.start()]), properties, "")
        yield _run(_text(found[0]), properties, found.lastgroup or "")
        at = found.end()
    if at < len(text):
        yield _run(_text(text[at:]), properties, "")


def _text(text: str) -> Element:
    node = etree.Element(q("t"), {f"{{{XML}}}space": "preserve"})
    node.text = text
    return node


def _run(child: Element, properties: Element | None, script: str) -> Element:
    run = etree.Element(q("r"))
    if properties is not None:
        run.append(copy.deepcopy(properties))
    for tag, attributes in _PROPERTIES.get(script, ()):
        _set(run, tag, {q(name): value for name, value in attributes.items()})
    run.append(child)
    return run


def _set(run: Element, tag: str, attributes: dict[str, str]) -> None:
    properties = run.find("w:rPr", NS)
    if properties is None:
        properties = etree.Element(q("rPr"))
        run.insert(0, properties)
    for old in properties.findall(f"w:{tag}", NS):
        properties.remove(old)
    rank = _ORDER.index(tag)
    before = [e for e in properties if _rank(e) < rank]
    properties.insert(len(before), etree.Element(q(tag), attributes))


def _rank(element: Element) -> int:
    name = etree.QName(element).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
