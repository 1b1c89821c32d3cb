"""Headers and footers: who may see the paper, on every page; the watermark of a draft; the number of pages."""

from collections.abc import Sequence

from lxml import etree

from briefs.render.layouts import Words
from briefs.render.ooxml import (
    DECLARED,
    DOCUMENT,
    DOCUMENT_RELS,
    NS,
    RELS,
    VML,
    Element,
    Parts,
    R,
    esc,
    parse,
    q,
    relationships,
    serialise,
    style_of,
    text_run,
)

_OUTLINE = (
    "sum #0 0 10800|prod #0 2 1|sum 21600 0 @1|sum 0 0 @2|sum 21600 0 @3|if @0 @3 0|if @0 21600 @1|if @0 0 @2|"
    "if @0 @4 21600|mid @5 @6|mid @8 @5|mid @7 @8|mid @6 @7|sum @6 0 @5"
)


def banner_lines(mode: str, final: bool, example: str | None, words: Words, astray: bool = False) -> tuple[str, ...]:
    """What stands at the head of every page: the example line always, the draft or privilege line where it applies.

    `astray`: the copy has comments and footnotes, which LibreOffice 7.4 takes apart; a wrong footnote is a wrong
    authority, so the page itself says where to read it, in one line: both copies keep the same pages."""
    counsel = words.notes_astray if astray else words.counsel
    said = {"counsel": counsel, "file": "" if final else words.draft}[mode]
    return tuple(line for line in (said, example) if line)


def write_banner(header: Element, lines: Sequence[str]) -> None:
    """Fills the paragraph in style Draft Banner, made at the top where an author has removed it."""
    found = _banners(header)
    for extra in found[1:]:
        extra.getparent().remove(extra)
    place = found[0].getparent() if found else header
    at = place.index(found[0]) if found else 0
    place[at : at + len(found[:1])] = [_banner(text) for text in lines or ("",)]


def write_watermark(header: Element, text: str) -> None:
    """Hangs the diagonal word on the last line of the banner, so that it takes no line of its own."""
    _banners(header)[-1].append(_watermark(text))


def _banners(header: Element) -> list[Element]:
    return [paragraph for paragraph in header.iter(q("p")) if style_of(paragraph) == "DraftBanner"]


def _banner(text: str) -> Element:
    inner = text_run(text) if text else ""
    return parse(f'<w:p {DECLARED}><w:pPr><w:pStyle w:val="DraftBanner"/></w:pPr>{inner}</w:p>')


def _watermark(text: str) -> Element:
    formulas = "".join(f'<v:f eqn="{equation}"/>' for equation in _OUTLINE.split("|"))
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return parse(
        f'<w:r {DECLARED} {VML}><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        f'<v:formulas>{formulas}</v:formulas><v:path textpathok="t" o:connecttype="custom"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="" style="{place}" o:allowincell="f" '
        'fillcolor="#e9e9ec" stroked="f"><v:fill opacity=".55"/>'
        f'<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{esc(text)}"/></v:shape>'
        "</w:pict></w:r>"
    )


def write_total(edge: Element, total: int | None) -> None:
    """The result shown in NUMPAGES until Word counts for itself."""
    if total is None:
        return
    inside = counting = False
    for node in edge.iter(q("fldChar"), q("instrText"), q("t")):
        if node.tag == q("instrText"):
            counting = "NUMPAGES" in (node.text or "")
        elif node.tag == q("fldChar"):
            inside = node.get(q("fldCharType")) == "separate"
        elif inside and counting:
            node.text = str(total)


def add_headers(parts: Parts) -> None:
    """Gives a header to every page that has none: the line that forbids filing must stand on each of them."""
    document = parse(parts[DOCUMENT])
    body = document.find("w:body", NS)
    section = next(document.iter(q("sectPr")), None)
    if section is None:
        section = etree.SubElement(body, q("sectPr"))
    there = {h.get(q("type"), "default") for h in section.iterfind("w:headerReference", NS)}
    wanted = {"default"} | ({"first"} if next(document.iter(q("titlePg")), None) is not None else set())
    missing = sorted(wanted - there)
    if not missing:
        return
    rels = parse(parts[DOCUMENT_RELS]) if DOCUMENT_RELS in parts else parse(relationships([]))
    for number, kind in enumerate(missing, start=9001):
        name, identity = f"header{number}.xml", f"rIdH{number}"
        parts[f"word/{name}"] = serialise(parse(f"<w:hdr {DECLARED}/>"))
        etree.SubElement(rels, f"{{{RELS}}}Relationship", Id=identity, Type=f"{R}/header", Target=name)
        section.insert(0, parse(f'<w:headerReference {DECLARED} w:type="{kind}" r:id="{identity}"/>'))
    parts[DOCUMENT_RELS], parts[DOCUMENT] = serialise(rels), serialise(document)
