"""A Word file with 22 traces of its author, as Word leaves them; each holds the word LEAK or an rsid."""

from test_pictures import JPEG, segment

from briefs.render.markup import to_docx
from briefs.render.ooxml import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELS, Parts, names, unpack

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
EXIF = JPEG[:20] + segment(0xE1, b"Exif\0\0LEAKGPS") + JPEG[20:]

BODY = (
    f'<w:p {W14} w:rsidR="00DEAD01" w:rsidRDefault="00DEAD02" w14:paraId="00DEAD03">'
    '<w:ins w:id="90" w:author="LEAKINS" w:date="2024-01-01T00:00:00Z"><w:r><w:t>inserted</w:t></w:r></w:ins>'
    '<w:del w:id="91" w:author="LEAKDEL" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>LEAKDELETED</w:delText></w:r>'
    "</w:del></w:p>"
    '<w:p><w:pPr><w:rPr><w:ins w:id="92" w:author="LEAKMARK" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>LEAKHIDDEN</w:t></w:r>"
    '<w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>LEAKSTYLE</w:t></w:r>'
    '<w:commentRangeStart w:id="1"/><w:r><w:t>commented</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    '<w:sdt><w:sdtPr><w:alias w:val="LEAKCONTROL"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>controlled</w:t></w:r></w:p>'
    "</w:sdtContent></w:sdt>"
    "<w:p><w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="LEAKNAME.jpg" descr="C:\\Users\\LEAKALT\\scan.jpg"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="LEAKFILE.jpg"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPic"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r></w:p>"
)
PLANTED = {
    "word/comments.xml": '<w:comments xmlns:w="{w}"><w:comment w:id="1" w:author="LEAKCOMMENTER" w:initials="LK">'
    "<w:p><w:r><w:t>LEAKCOMMENT</w:t></w:r></w:p></w:comment></w:comments>",
    "word/people.xml": '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:person w15:author="LEAKMAIL@example.org"/></w15:people>',
    "docProps/custom.xml": "<Properties><property>LEAKCUSTOM</property></Properties>",
    "customXml/item1.xml": "<x>LEAKXML</x>",
}
KINDS = {
    "word/comments.xml": ("comments", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"),
    "word/people.xml": ("people", "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"),
    "docProps/custom.xml": (
        "custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
    "customXml/item1.xml": ("customXml", "application/xml"),
}
MARKERS = (
    *(f"LEAK{w}" for w in names("INS DELETED MARK HIDDEN STYLE CONTROL NAME ALT FILE GPS COMMENTER COMMENT MAIL")),
    *(f"LEAK{w}" for w in names("CUSTOM XML AUTHOR LASTBY COMPANY TEMPLATE VARIABLE THUMB")),
    "00DEAD0",
)


def marked(text: str = "1. Kept as it is.") -> Parts:
    """The parts of the marked file; `text` is what stands in it for all to see."""
    parts = unpack(to_docx(text))
    replace(parts, DOCUMENT, "<w:body>", "<w:body>" + BODY)
    replace(
        parts,
        "docProps/core.xml",
        "<dc:title>",
        f'<dc:creator>LEAKAUTHOR</dc:creator><cp:lastModifiedBy xmlns:cp="{CORE}">LEAKLASTBY</cp:lastModifiedBy>'
        "<dc:title>",
    )
    replace(
        parts,
        "docProps/app.xml",
        "</Properties>",
        "<Template>LEAKTEMPLATE</Template><Company>LEAKCOMPANY</Company></Properties>",
    )
    replace(
        parts,
        "word/settings.xml",
        "</w:settings>",
        '<w:rsids><w:rsidRoot w:val="00DEAD04"/></w:rsids>'
        '<w:docVars><w:docVar w:name="n" w:val="LEAKVARIABLE"/></w:docVars>'
        "</w:settings>",
    )
    unseen = (
        '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    replace(parts, "word/styles.xml", "</w:styles>", unseen + "</w:styles>")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for name, xml in PLANTED.items():
        parts[name] = f'<?xml version="1.0" encoding="UTF-8"?>{xml.replace("{w}", space)}'.encode()
        related(parts, name, *KINDS[name])
    parts["word/media/scan.jpg"], parts["docProps/thumbnail.jpg"] = EXIF, EXIF.replace(b"GPS", b"THUMB")
    replace(parts, CONTENT_TYPES, "<Override", '<Default Extension="jpg" ContentType="image/jpeg"/><Override')
    related(parts, "word/media/scan.jpg", "image", "", "rIdPic")
    related(parts, "docProps/thumbnail.jpg", "thumbnail", "", "rIdThumb", "_rels/.rels")
    return parts


def replace(parts: Parts, name: str, old: str, new: str) -> None:
    text = parts[name].decode()
    assert old in text
    parts[name] = text.replace(old, new, 1).encode()


def related(parts: Parts, name: str, kind: str, content: str, identity: str = "", rels: str = DOCUMENT_RELS) -> None:
    identity = identity or f"rIdX{len(parts)}"
    entry = f'<Relationship Id="{identity}" Type="{OFFICE}{kind}" Target="/{name}"/></Relationships>'
    replace(parts, rels, "</Relationships>", entry)
    if content:
        override = f'<Override PartName="/{name}" ContentType="{content}"/></Types>'
        replace(parts, CONTENT_TYPES, "</Types>", override)
