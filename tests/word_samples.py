"""Word and OpenDocument files made by hand for tests; every text in them is invented or a bare citation."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner):
    return f"<w:p>{''.join(i if i.startswith('<') else run(i) for i in inner)}</w:p>"


def note_call(kind, number):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def docx(body, footnotes=(), endnotes=(), comments=(), header="", numbering="", **parts):
    """A small Word file; `body` and the others are paragraphs in XML."""
    files, kinds = {}, {"document": "document.main"}
    files["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    for name, tag, items in (("footnotes", "footnote", footnotes), ("endnotes", "endnote", endnotes)):
        if items:
            inner = "".join(f'<w:{tag} w:id="{i}">{p}</w:{tag}>' for i, p in enumerate(items, 2))
            separator = f'<w:{tag} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{tag}>'
            files[f"word/{name}.xml"] = f"<w:{name} {W}>{separator}{inner}</w:{name}>"
            kinds[name] = name
    if comments:
        inner = "".join(f'<w:comment w:id="{i}" w:author="A">{p}</w:comment>' for i, p in enumerate(comments))
        files["word/comments.xml"], kinds["comments"] = f"<w:comments {W}>{inner}</w:comments>", "comments"
    if header:
        files["word/header1.xml"], kinds["header1"] = f"<w:hdr {W}>{header}</w:hdr>", "header"
    if numbering:
        files["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
        kinds["numbering"] = "numbering"
    return _packed(files | parts, kinds)


def _packed(files, kinds):
    rels = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for i, name in enumerate(kinds)
        if name != "document"
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r0" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rels}</Relationships>',
        **files,
    }
    return zipped({name: _DECLARATION + text for name, text in files.items()})


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def odt(body):
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:draw="{names}:drawing:1.0" xmlns:style="{names}:style:1.0" xmlns:fo="{names}:xsl-fo-compatible:1.0">'
        '<office:automatic-styles><style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">{entries}</manifest:manifest>'
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})
