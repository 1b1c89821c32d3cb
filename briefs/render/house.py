"""The house style written from nothing: a base document without author, dates or Word's leftovers.

The number of a paragraph lives in its style, so a fragment carries only a style name and one series of numbers runs
through the whole document.
"""

from briefs.models.layout import HOUSE, Layout
from briefs.render.layouts import Measures, Words, measures, words
from briefs.render.ooxml import (
    CONTENT_TYPES,
    DECLARATION,
    DECLARED,
    DOCUMENT,
    DOCUMENT_RELS,
    FOOTNOTES,
    Parts,
    content_types,
    esc,
    field,
    relationships,
    text_run,
)
from briefs.render.styles import ROMAN_STEP, styles_xml
from briefs.render.theme import theme_xml

WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE = "docProps/core.xml"
TYPE_OF = {
    DOCUMENT: WML + "document.main+xml",
    "word/styles.xml": WML + "styles+xml",
    "word/numbering.xml": WML + "numbering+xml",
    "word/settings.xml": WML + "settings+xml",
    FOOTNOTES: WML + "footnotes+xml",
    "word/comments.xml": WML + "comments+xml",
    "word/fontTable.xml": WML + "fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
MAIN_PARTS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "footnotes", "footnotes.xml"),
    ("rId5", "fontTable", "fontTable.xml"),
    ("rId6", "theme", "theme/theme1.xml"),
)


def base_parts(layout: Layout = HOUSE, language: str = "en", body: str = "", footer: str = "") -> Parts:
    """Parts of an empty filing template. `body` is WordprocessingML, `footer` the short title, tags included."""
    tokens, said = measures(layout), words(language)
    overrides = [(name, kind) for name, kind in TYPE_OF.items() if name != "word/comments.xml"]
    overrides += [(f"word/header{n}.xml", WML + "header+xml") for n in (1, 2)]
    overrides += [("word/footer1.xml", WML + "footer+xml")]
    edges = (("rId10", "header", "header1.xml"), ("rId11", "header", "header2.xml"), ("rId12", "footer", "footer1.xml"))
    main = [(i, OFFICE + kind, target) for i, kind, target in (*MAIN_PARTS, *edges)]
    return {
        CONTENT_TYPES: content_types(overrides),
        "_rels/.rels": package_relationships(),
        DOCUMENT_RELS: relationships(main),
        DOCUMENT: _part("document", f"<w:body>{body}{_section(tokens)}</w:body>"),
        "word/styles.xml": styles_xml(tokens, said.tag),
        "word/numbering.xml": numbering_xml(tokens),
        "word/settings.xml": settings_xml(said.tag),
        FOOTNOTES: footnotes_xml(""),
        "word/fontTable.xml": fonts_xml(tokens),
        "word/theme/theme1.xml": theme_xml(tokens.serif),
        "word/header1.xml": _header(),
        "word/header2.xml": _header(),
        "word/footer1.xml": _footer(footer or "{{ filing.title }} – {{ reference }}", said),
        "docProps/core.xml": core_xml("", language),
        "docProps/app.xml": app_xml(),
    }


def package_relationships() -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return relationships(
        [
            ("rId1", OFFICE + "officeDocument", DOCUMENT),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", OFFICE + "extended-properties", "docProps/app.xml"),
        ]
    )


def core_xml(title: str, language: str) -> bytes:
    """Title and language, and nothing that tells who wrote the file or when."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    ).encode()


def app_xml() -> bytes:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office Word</Application></Properties>"
    ).encode()


def settings_xml(tag: str) -> bytes:
    """`updateFields` is left out on purpose: Word would ask a question at every opening; our results are in place."""
    return _part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def footnotes_xml(notes: str) -> bytes:
    """The two separators that Word insists on, and the notes."""
    tight = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r>{}</w:r></w:p>'
    return _part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{tight.format("<w:separator/>")}</w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{tight.format('<w:continuationSeparator/>')}</w:footnote>{notes}",
    )


def _part(root: str, inner: str) -> bytes:
    return f"{DECLARATION}<w:{root} {DECLARED}>{inner}</w:{root}>".encode()


def _section(layout: Measures) -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/>'
        '<w:footerReference w:type="default" r:id="rId12"/><w:footerReference w:type="first" r:id="rId12"/>'
        '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
        f'<w:pgSz w:w="{layout.width}" w:h="{layout.height}"/>'
        f'<w:pgMar w:top="{layout.top}" w:right="{layout.right}" w:bottom="{layout.bottom}" w:left="{layout.left}" '
        'w:header="680" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _header() -> bytes:
    return _part("hdr", '<w:p><w:pPr><w:pStyle w:val="DraftBanner"/></w:pPr></w:p>')


def _footer(left: str, said: Words) -> bytes:
    page = field("PAGE", text_run("1"))
    pages = field("NUMPAGES", text_run("1"))
    return _part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{text_run(left)}<w:r><w:tab/></w:r>'
        f"{text_run(said.page + ' ')}{page}{text_run(f' {said.of} ')}{pages}</w:p>",
    )


def fonts_xml(layout: Measures) -> bytes:
    def font(name: str, stands_for: str, charset: str, family: str) -> str:
        return (
            f'<w:font w:name="{name}"><w:altName w:val="{stands_for}"/><w:charset w:val="{charset}"/>'
            f'<w:family w:val="{family}"/></w:font>'
        )

    return _part(
        "fonts",
        font(layout.serif, "Liberation Serif", "00", "roman")
        + font(layout.east_asian, "Noto Serif CJK SC", "86", "auto")
        + font("Microsoft Himalaya", "Noto Serif Tibetan", "00", "auto"),
    )


_LETTERS = (("upperLetter", "%1."), ("decimal", "(%2)"), ("lowerLetter", "(%3)"))
_ROMAN = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def numbering_xml(layout: Measures) -> bytes:
    """List 1: headings. List 2: paragraphs, (a), (i), and relief items, which begin anew after each paragraph."""
    step, plain = layout.indent, '<w:b w:val="0"/><w:i w:val="0"/>'
    forms = _ROMAN if layout.roman else _LETTERS
    wide = max(step, ROMAN_STEP) if layout.roman else step
    headings = "".join(_level(n, form, text, wide, wide, f"Heading{n + 1}") for n, (form, text) in enumerate(forms))
    paragraphs = (
        _level(0, "decimal", "%1.", step, step, "Para", plain)
        + _level(1, "lowerLetter", "(%2)", step + 567, 567, "ParaA")
        + _level(2, "lowerRoman", "(%3)", step + 1134, 567, "ParaI")
        + _level(3, "lowerLetter", "(%4)", step + 567, 567, "Relief", restart=1)
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="4A51000{n}"/><w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="4A51A00{n}"/>{levels}</w:abstractNum>'
        for n, levels in ((1, headings), (2, paragraphs))
    )
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return _part("numbering", lists + used)


def _level(
    number: int, form: str, text: str, left: int, hanging: int, style: str, run: str = "", restart: int | None = None
) -> str:
    again = f'<w:lvlRestart w:val="{restart}"/>' if restart is not None else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{again}<w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs>'
        f'<w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:lvl>"
    )
