"""The styles of the house. Their names are what template authors write; see docs for what each is for."""

from typing import NamedTuple

from briefs.render.layouts import Measures
from briefs.render.ooxml import DECLARATION, DECLARED

GREY, RED, RULE = "595959", "9C1C1C", "BFBFBF"
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
LEFT, RIGHT, CENTRE, BOTH = (f'<w:jc w:val="{side}"/>' for side in ("left", "right", "center", "both"))


class Style(NamedTuple):
    """`name` is what Word shows; `paragraph` and `run` are properties in the order of the schema."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    next: str = ""
    custom: bool = False
    gallery: bool = True

    def xml(self) -> str:
        own = ' w:customStyle="1"' if self.custom else ""
        return (
            f'<w:style w:type="paragraph"{own} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/>'
            + (f'<w:next w:val="{self.next}"/>' if self.next else "")
            + ("<w:qFormat/>" if self.gallery else "")
            + (f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
            + (f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
            + "</w:style>"
        )


def styles_xml(layout: Measures, tag: str) -> bytes:
    makers = (_text, _headings, _caption, _edges, _tables_of, _other)
    paragraphs = [style for make in makers for style in make(layout)]
    inner = _defaults(layout, tag) + "".join(style.xml() for style in paragraphs) + _characters() + _table(layout)
    return f"{DECLARATION}<w:styles {DECLARED}>{inner}</w:styles>".encode()


ROMAN_STEP = 880
"""Room for 'XVIII.' before a heading; a number that is wider than its tab would push the text to the next one."""


def _space(before: int | None = None, after: int | None = None, line: int | None = None) -> str:
    return (
        "<w:spacing"
        + (f' w:before="{before}"' if before is not None else "")
        + (f' w:after="{after}"' if after is not None else "")
        + (f' w:line="{line}" w:lineRule="auto"' if line is not None else "")
        + "/>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _numbered(level: int, series: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{series}"/></w:numPr>'


def _letters(spacing: int) -> str:
    return f'<w:spacing w:val="{spacing}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _borders(sides: str, colour: str, size: int, space: int) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>' for side in sides.split()
    )
    return f"<w:pBdr>{lines}</w:pBdr>"


def _right_tab(layout: Measures, leader: str = "") -> str:
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="right"{dots} w:pos="{layout.text_width}"/>'


def _defaults(layout: Measures, tag: str) -> str:
    fonts = (
        f'<w:rFonts w:ascii="{layout.serif}" w:hAnsi="{layout.serif}" w:eastAsia="{layout.east_asian}" '
        f'w:cs="{layout.complex_script}"/>'
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(layout.size)}"
        f'<w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f"{_space(after=layout.after, line=layout.line)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )


def _text(layout: Measures) -> tuple[Style, ...]:
    step, side = layout.indent, BOTH if layout.justified else LEFT
    below = min(110, layout.after)
    quote = f'<w:keepLines/>{_space(after=180, line=276)}<w:ind w:left="{step + 454}" w:right="454"/>{LEFT}'
    return (
        Style("Para", "Para", _numbered(0, 2) + side, custom=True),
        Style("ParaA", "Para (a)", _numbered(1, 2) + _space(after=below) + side, custom=True),
        Style("ParaI", "Para (i)", _numbered(2, 2) + _space(after=below) + side, custom=True),
        Style("ParaCont", "Para Continued", f'<w:ind w:left="{step}"/>{side}', custom=True),
        Style("Relief", "Relief Item", _numbered(3, 2) + _space(after=below) + side, custom=True),
        Style("Quote", "Quote", quote, _size(22), next="Para"),
    )


def _headings(layout: Measures) -> tuple[Style, ...]:
    def heading(level: int, before: int) -> str:
        space = _space(min(before, layout.after * 5 // 2), min(140, layout.after), 264)
        return f'<w:keepNext/><w:keepLines/>{_numbered(level, 1)}{space}{LEFT}<w:outlineLvl w:val="{level}"/>'

    blue = _colour(layout.accent)
    big = f"{'<w:caps/>' if layout.capitals else ''}{blue}{_letters(12) if layout.capitals else ''}{_size(layout.size)}"
    plain = f"<w:keepNext/><w:keepLines/>{_space(320, 200, 264)}{CENTRE}"
    return (
        Style("Heading1", "heading 1", heading(0, 400), BOLD + big, "Para"),
        Style("Heading2", "heading 2", heading(1, 280), BOLD + blue, "Para"),
        Style("Heading3", "heading 3", heading(2, 220), ITALIC, "Para"),
        Style("HeadingPlain", "Heading Plain", plain, f"{BOLD}<w:caps/>{blue}{_letters(20)}", "Normal", custom=True),
    )


def _caption(layout: Measures) -> tuple[Style, ...]:
    rules = _borders("top bottom", layout.accent, 8, 10) if layout.rules else ""
    around, court = min(480, layout.after * 3), CENTRE if layout.centred else ""
    title = f"<w:keepNext/><w:keepLines/>{rules}{_space(around, around, 288)}{CENTRE}"
    spoken = f"{BOLD}<w:caps/>{_colour(layout.accent)}{_letters(30)}{_size(28)}"
    tabs = f"<w:tabs>{_right_tab(layout)}</w:tabs>"
    return (
        Style(
            "Court",
            "Court",
            "<w:keepNext/>" + _space(after=60, line=264) + court,
            f"{BOLD}<w:caps/>{_letters(20)}",
            custom=True,
        ),
        Style("CourtLine", "Court Line", f"<w:keepNext/>{tabs}{_space(after=40, line=264)}", custom=True),
        Style("CaseRef", "Case Reference", _space(after=0, line=264) + RIGHT, custom=True),
        Style("Between", "Between", "<w:keepNext/>" + _space(360, 120, 264), BOLD + _letters(20), custom=True),
        Style("Party", "Party", f"<w:keepNext/>{_space(80, 40, 264)}{CENTRE}", BOLD, custom=True),
        Style("PartyAnd", "Party And", f"<w:keepNext/>{_space(80, 80, 264)}{CENTRE}", custom=True),
        Style("PartyRole", "Party Role", _space(after=60, line=264) + RIGHT, ITALIC, custom=True),
        Style("Title", "Title", title, spoken, "Normal"),
    )


def _edges(layout: Measures) -> tuple[Style, ...]:
    tabs = f"<w:tabs>{_right_tab(layout)}</w:tabs>"
    small = _colour(GREY) + _size(18)
    banner = f"{BOLD}<w:caps/>{_colour(RED)}{_letters(30)}{_size(17)}"
    return (
        Style("Header", "header", tabs + _space(after=0, line=240), small, gallery=False),
        Style(
            "Footer",
            "footer",
            f"{_borders('top', 'A6A6A6', 4, 6)}{tabs}{_space(after=0, line=240)}",
            small,
            gallery=False,
        ),
        Style("DraftBanner", "Draft Banner", _space(after=0, line=240) + CENTRE, banner, custom=True),
    )


def _tables_of(layout: Measures) -> tuple[Style, ...]:
    """Right indent stays 0: with a right indent and a right tab LibreOffice loses the page numbers."""
    dots = _right_tab(layout, "dot")

    def entry(hang: int, left: int, space: str) -> str:
        return (
            f'<w:tabs><w:tab w:val="left" w:pos="{left}"/>{dots}</w:tabs>{space}'
            f'<w:ind w:left="{left}" w:right="0" w:hanging="{hang}"/>'
        )

    first = 510 if not layout.roman else ROMAN_STEP
    authority = (
        f'<w:keepLines/><w:tabs>{dots}</w:tabs>{_space(after=60, line=252)}<w:ind w:left="284" w:hanging="284"/>'
    )
    return (
        Style("TOC1", "toc 1", entry(first, first, _space(80, 40, 252)), BOLD, gallery=False),
        Style("TOC2", "toc 2", entry(510, first + 510, _space(after=30, line=252)), gallery=False),
        Style("TableofAuthorities", "table of authorities", authority, _size(22), gallery=False),
        Style("TOAHeading", "toa heading", "<w:keepNext/>" + _space(200, 80, 252), BOLD + ITALIC, gallery=False),
    )


def _other(layout: Measures) -> tuple[Style, ...]:
    box = _borders("top left bottom right", GREY, 4, 6)
    note = f'{_space(after=40, line=240)}<w:ind w:left="284" w:hanging="284"/>{LEFT}'
    return (
        Style(
            "Boxed",
            "Boxed Note",
            f'<w:keepLines/>{box}{_space(120, 200, 264)}<w:ind w:left="142" w:right="142"/>{LEFT}',
            _size(22),
            custom=True,
        ),
        Style("BlockNote", "Block Note", _space(300, 120, 276), _size(22), custom=True),
        Style("Check", "Check Line", '<w:ind w:left="397" w:hanging="397"/>' + LEFT, custom=True),
        Style("TableText", "Table Text", _space(40, 40, 252), _size(20), custom=True),
        Style("TableHead", "Table Head", "<w:keepNext/>" + _space(60, 60, 252), BOLD + _size(20), custom=True),
        Style("TableGap", "Table Gap", _space(0, 120, 240), _size(12), custom=True, gallery=False),
        Style("Signature", "Signature Line", "<w:keepNext/><w:keepLines/>" + _space(after=40, line=264), custom=True),
        Style("FootnoteText", "footnote text", note, _size(layout.note_size), gallery=False),
        Style("CommentText", "annotation text", _space(after=0, line=240), _size(20), gallery=False),
    )


def _characters() -> str:
    def style(identity: str, name: str, run: str) -> str:
        return (
            f'<w:style w:type="character" w:styleId="{identity}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
        )

    shade = f'{_colour(RED)}<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
    return (
        style("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>')
        + style("CommentReference", "annotation reference", _size(16))
        + style("PlaceholderText", "Placeholder Text", shade)
    )


def _table(layout: Measures) -> str:
    def line(side: str, size: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'

    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 30), ("left", 85), ("bottom", 30), ("right", 85))
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f"{line('top', 8, layout.accent)}{line('bottom', 8, layout.accent)}{line('insideH', 4, RULE)}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tcPr><w:tcBorders>{line("bottom", 8, layout.accent)}'
        '</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF0F4"/></w:tcPr></w:tblStylePr></w:style>'
    )
