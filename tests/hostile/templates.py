"""Hostile Word files, made here and harmless: their worst try is to create a file called 'marker'.

`REFUSED` and `ACCEPTED` map a name to a function that makes the file, so that nothing large lies in memory.
"""

import io
import warnings
import zipfile
from collections.abc import Callable

from briefs.render.markup import to_docx
from briefs.render.ooxml import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELS, names, pack, unpack

Make = Callable[[], bytes]
REFUSED: dict[str, Make] = {}
ACCEPTED: dict[str, Make] = {}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TEXT = "1. Of {{ person.called }}."


def changed(name: str, old: str, new: str, text: str = TEXT) -> bytes:
    parts = unpack(to_docx(text))
    before = parts[name].decode()
    assert old in before, (name, old)
    parts[name] = before.replace(old, new, 1).encode()
    return pack(parts)


def added(name: str, data: bytes = b"<x/>", text: str = TEXT) -> bytes:
    return pack({**unpack(to_docx(text)), name: data})


def in_body(xml: str) -> bytes:
    return changed(DOCUMENT, "<w:body>", f"<w:body>{xml}")


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{t}</w:t></w:r>" for t in texts) + "</w:p>"


def field(*code: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = "".join(f"<w:r><w:instrText>{c}</w:instrText></w:r>" for c in code)
    return f"<w:p>{mark('begin')}{inner}{mark('separate')}<w:r><w:t>x</w:t></w:r>{mark('end')}</w:p>"


def relation(kind: str, target: str, mode: str = ' TargetMode="External"', rels: str = DOCUMENT_RELS) -> bytes:
    entry = f'<Relationship Id="rIdX" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(rels, "</Relationships>", entry)


# ---------------------------------------------------------------- code in tags
CODE = """
cycler.__init__.__globals__.os.system('touch marker')
joiner.__init__.__globals__['os'].popen('touch marker').read()
namespace.__init__.__globals__.os.system('touch marker')
lipsum.__globals__['os'].system('touch marker')
lipsum()
range(10)
dict(a=1)
self.__init__.__globals__
self._TemplateReference__context.cycler.__init__.__globals__.os
request.application.__globals__
config
config.items()
''.__class__.__mro__[1].__subclasses__()
''['__class__']
[].__class__.__base__.__subclasses__()
{}.__class__
().__class__
person.__class__
person['__class__']
person|attr('__class__')
person.called.__class__
person.called.format(person)
person.called.format_map(person)
'{0.__class__}'.format(person)
'%s'|format(person)
person.called|attr('format')
person.called|attr('__cla' ~ 'ss__')
persons|map(attribute='__class__')|list
persons|map('upper')|list
persons|selectattr('called')|list
persons|groupby('called')
person|tojson
person|pprint
person|string
person.items()
person.keys()
person.copy()
person.parse_raw('x', proto='pickle', allow_pickle=True)
person.parse_file('/etc/hostname')
person.model_dump()
person.called.encode()
person.called.upper()
person.called|safe
person.called|e
person.called|replace('a', 'b')
person.called|default(cycler)
person.called|upper|upper
person.called|join(person)
person.called[0]
person.called[0:1]
person.called ~ person.called
person.called + person.called
person.called * 1000000000
9**9**9
7*7
'x'
1
true
none
person
persons
submissions
exhibits
held
loop.index
loop.__class__
caller()
varargs
_show(person.called)
_each(persons, 1, 'x')
_include('blocks/x')
_length(persons)
cite(person)
cite('echr/x')
cite(person.called)
cite(held)
fn(person)
fn(fn('x'))
fn(text='x')
ref('Not a name')
ref(person.called)
ex('E1')
ex(exhibits)
missing(person.called, 'x')
missing('a')
mark('a b')
mark(person.called)
note(persons)
toc(1)
toa('x')
person.caled
person.called.x
persons.called
persons[0].nothing
persons['0']
persons[99999999999999999999]
held.x
held[person.called]
a
person.called if person else persons
not person
person.called == person.called
lambda: 1
person.called;1
person..called
(person.called
person.called)
person.called|
person called
[x for x in persons]
{'a': person}
import os
__import__('os')
open('/etc/hostname').read()
‘x’.__class__
person．called
""".strip().splitlines()
STATEMENTS = """
{% set x = 1 %}
{% set x %}y{% endset %}
{% macro m() %}{{ m() }}{% endmacro %}
{% call m() %}{% endcall %}
{% filter upper %}x{% endfilter %}
{% raw %}x{% endraw %}
{% autoescape false %}x{% endautoescape %}
{% with x = 1 %}{% endwith %}
{% do x %}
{% import 'x' as y %}
{% from 'x' import y %}
{% extends 'x' %}
{% block x %}{% endblock %}
{% include '/etc/hostname' %}
{% include person.called %}
{% trans %}x{% endtrans %}
{% debug %}
{% break %}
{% continue %}
{% for x in range(9) %}{% endfor %}
{% for x in person %}{% endfor %}
{% for x in 'abc' %}{% endfor %}
{% for x in [1] %}{% endfor %}
{% for x, y in persons %}{% endfor %}
{% for x in persons if x %}{% endfor %}
{% for x in persons recursive %}{{ loop(x) }}{% endfor %}
{% for x in persons %}y{% else %}z{% endfor %}
{% for person.called in persons %}{% endfor %}
{% for _x in persons %}{% endfor %}
{% for fn in persons %}{% endfor %}
{% if person.nothing %}x{% endif %}
{% if x is defined %}y{% endif %}
{% if 'a' in person.called %}x{% endif %}
{% if person.called > 'a' %}x{% endif %}
{% if person.called == persons %}x{% endif %}{{ persons }}
{% if cycler %}x{% endif %}
{% if person.called.startswith('a') %}x{% endif %}
{% if anonymity %}
{% endif %}
{% else %}
{% elif anonymity %}
{% endfor %}
{% if anonymity %}{% for x in persons %}{% endif %}{% endfor %}
{%p if anonymity %}
{%tc for x in persons %}
{%r if anonymity %}
{%tr if anonymity %}
{%- if anonymity %}x{% endif %}
{% if anonymity -%}x{% endif %}
{%+ if anonymity %}x{% endif %}
{{- person.called }}
{{ person.called -}}
{{p person.called }}
{{r person.called }}
{# person #}
{_{ person.called }_}
{_% if anonymity %_}
{{ person.called
person.called }}
{{{ person.called }}}
{ { person.called } }}
{{ {{ person.called }} }}
{%
%}
{% colspan 2 %}
{% cellbg person.called %}
{% hm %}
{% vm %}
{%%}
{{}}
{{ }}
""".strip("\n").splitlines()
for number, code in enumerate(CODE):
    REFUSED[f"code {number}: {code}"] = lambda c=code: to_docx("@Normal {{ " + c + " }}")
for number, tag in enumerate(STATEMENTS):
    REFUSED[f"statement {number}: {tag}"] = lambda t=tag: in_body(runs(t))
PAYLOAD = "{{ cycler.__init__.__globals__ }}"
PLACES: dict[str, Make] = {
    "header": lambda: changed("word/header1.xml", "</w:p>", f"<w:r><w:t>{PAYLOAD}</w:t></w:r></w:p>"),
    "footer": lambda: changed("word/footer1.xml", "</w:p>", f"<w:r><w:t>{PAYLOAD}</w:t></w:r></w:p>"),
    "footnotes, unused": lambda: changed(
        "word/footnotes.xml", "</w:footnotes>", f'<w:footnote w:id="9">{runs(PAYLOAD)}</w:footnote></w:footnotes>'
    ),
    "footnote": lambda: pack(
        unpack(in_body('<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>'))
        | {
            "word/footnotes.xml": unpack(to_docx(TEXT))["word/footnotes.xml"].replace(
                b"</w:footnotes>", f'<w:footnote w:id="9">{runs(PAYLOAD)}</w:footnote></w:footnotes>'.encode()
            )
        }
    ),
    "title": lambda: changed("docProps/core.xml", "<dc:title>", f"<dc:title>{PAYLOAD}"),
    "application": lambda: changed("docProps/app.xml", "<Application>", f"<Application>{PAYLOAD}"),
    "style name": lambda: changed("word/styles.xml", 'w:val="Normal"', f'w:val="{PAYLOAD}"'),
    "settings": lambda: changed("word/settings.xml", "<w:zoom", f'<w:docVar w:name="{PAYLOAD}" w:val="x"/><w:zoom'),
    "every letter a run": lambda: in_body(runs(*PAYLOAD)),
    "character references": lambda: in_body(runs("&#123;&#x7b; cycler.__init__ &#125;&#125;")),
    "CDATA": lambda: in_body(f"<w:p><w:r><w:t><![CDATA[{PAYLOAD}]]></w:t></w:r></w:p>"),
    "a comment between": lambda: in_body("<w:p><w:r><w:t>{<!-- -->{ cycler }}</w:t></w:r></w:p>"),
    "hidden": lambda: in_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ person.called }}</w:t></w:r></w:p>"),
    "inserted": lambda: in_body(f'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{PAYLOAD}</w:t></w:r></w:ins></w:p>'),
    "deleted": lambda: in_body(
        '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{{ person.called }}</w:delText></w:r></w:del></w:p>'
    ),
    "content control": lambda: in_body(f"<w:sdt><w:sdtContent>{runs(PAYLOAD)}</w:sdtContent></w:sdt>"),
    "alternative text": lambda: in_body('<w:p><w:r><w:t w:descr="{{ person.called }}">x</w:t></w:r></w:p>'),
    "field code": lambda: in_body(field("REF {{ person.called }}")),
    "field text": lambda: in_body(field("REF x").replace("<w:t>x<", f"<w:t>{PAYLOAD}<")),
    "mark of the renderer": lambda: in_body(runs("\ue0000\ue001")),
    "brace of the renderer": lambda: in_body(runs("\ue010\ue010 person \ue011\ue011")),
    "zero width between": lambda: in_body(runs("{\u200b{ person.called }}")),
    "direction reversed": lambda: in_body(runs("\u202e}} dellac.nosrep {{")),
}
REFUSED |= {f"place: {name}": make for name, make in PLACES.items()}

# ---------------------------------------------------------------- fields, links, programs
FORBIDDEN_FIELDS = names(
    "DDE DDEAUTO LINK INCLUDETEXT INCLUDEPICTURE INCLUDE IMPORT DATABASE MACROBUTTON GOTOBUTTON RD AUTOTEXT "
    "AUTOTEXTLIST GLOSSARY USERNAME USERINITIALS USERADDRESS AUTHOR LASTSAVEDBY FILENAME FILESIZE TEMPLATE "
    "DOCPROPERTY DOCVARIABLE INFO TITLE SUBJECT KEYWORDS COMMENTS SAVEDATE PRINTDATE CREATEDATE DATE TIME "
    "EDITTIME QUOTE IF COMPARE ASK FILLIN SET MERGEFIELD MERGEREC NEXT NEXTIF SKIPIF EMBED EQ SYMBOL ADVANCE "
    "PRINT PRIVATE FORMTEXT FORMCHECKBOX FORMDROPDOWN BARCODE DISPLAYBARCODE MERGEBARCODE ADDRESSBLOCK "
    "GREETINGLINE BIBLIOGRAPHY CITATION ADDIN CONTROL HTMLCONTROL SHAPE"
)
for word in FORBIDDEN_FIELDS:
    REFUSED[f"field {word}"] = lambda w=word: in_body(field(f' {w} "http://127.0.0.1:9/x" '))
    REFUSED[f"field {word}, split"] = lambda w=word: in_body(field(w[:2], w[2:], " x"))
for word in ("DDEAUTO", "INCLUDETEXT", "LINK"):
    REFUSED[f"simple field {word}"] = lambda w=word: in_body(f'<w:p><w:fldSimple w:instr="{w} x"/></w:p>')
    REFUSED[f"small letters {word}"] = lambda w=word: in_body(field(w.lower() + " x"))
    REFUSED[f"code outside {word}"] = lambda w=word: in_body(f"<w:p><w:r><w:instrText>{w} x</w:instrText></w:r></w:p>")
ADDRESSES = (
    "file:///c:/x", "\\\\\\\\127.0.0.1\\\\x", "javascript:x", "vbscript:x", "data:text/html,x", "ms-msdt:/id x",
    "search-ms:query=x", "mhtml:http://127.0.0.1/", "ms-word:ofe|u|http://127.0.0.1/", "ftp://127.0.0.1/",
    "about:blank",
    "https://court@127.0.0.1/", "https:///x", "https://x\\\\@y/", "http:x", "//127.0.0.1/x", "tel:1", "x.docm",
    "HTTPS://court:pw@127.0.0.1/", "https://x/?q={{ person.called }}", "https://x/?q=%7B%7B%20person%20%7D%7D",
)  # fmt: skip
for address in ADDRESSES:
    REFUSED[f"link field {address}"] = lambda a=address: in_body(field(f'HYPERLINK "{a}"'))
    REFUSED[f"link {address}"] = lambda a=address: relation("hyperlink", a.replace("\\\\", "\\"))
KINDS = names(
    "attachedTemplate image oleObject subDocument aFChunk frame mailMergeSource mailMergeHeaderSource package "
    "video audio media control header footer styles settings customXml externalLinkPath slide font webSettings "
    "stylesheet unknown"
)
for kind in KINDS:
    REFUSED[f"external {kind}"] = lambda k=kind: relation(k, "http://127.0.0.1:9/x")
    REFUSED[f"external {kind}, UNC"] = lambda k=kind: relation(k, "\\\\127.0.0.1\\x")
INNER = names(
    "vbaProject wordVbaData control activeXControlBinary oleObject package aFChunk subDocument frame font "
    "attachedToolbars"
)
for kind in INNER:
    REFUSED[f"internal {kind}"] = lambda k=kind: relation(k, "styles.xml", "")
for target in (
    "file:///etc/hostname",
    "../../../../etc/hostname",
    "http://127.0.0.1/",
    "C:\\x",
    "\\\\127.0.0.1\\x",
    "nothing.xml",
):
    REFUSED[f"internal target {target}"] = lambda t=target: relation("image", t, "")
ENDINGS = names("bin exe dll js vbs html htm mht svg odttf ttf otf swf xls xlsx docm docx jar zip")
for ending in ENDINGS:
    REFUSED[f"part .{ending}"] = lambda e=ending: added(f"word/embeddings/a.{e}", b"x")
TYPES = (
    "application/vnd.ms-office.vbaProject", "application/vnd.ms-office.activeX+xml", "image/svg+xml", "text/html",
    "application/vnd.openxmlformats-officedocument.oleObject", "application/vnd.ms-word.keyMapCustomizations+xml",
    "application/vnd.ms-office.activeX", "message/rfc822", "application/rtf", "application/msword",
    "application/xhtml+xml", "application/x-font-ttf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.obfuscatedFont", "application/vnd.ms-word.attachedToolbars",
)  # fmt: skip
for content in TYPES:
    REFUSED[f"type {content}"] = lambda c=content: changed(
        CONTENT_TYPES, "</Types>", f'<Override PartName="/word/theme/theme1.xml" ContentType="{c}"/></Types>'
    )
for main in (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "text/xml",
):
    REFUSED[f"main part {main}"] = lambda m=main: changed(
        CONTENT_TYPES, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", m
    )
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
ELEMENTS = (
    "<w:p><w:r><w:object/></w:r></w:p>", "<w:p><w:r><w:control/></w:r></w:p>", '<w:altChunk r:id="rId1"/>',
    '<w:p><w:r><w:pict/></w:r></w:p>', '<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>',
    '<w:p><w:subDoc r:id="rId1"/></w:p>', "<w:t>x</w:t>", "<w:r><w:t>x</w:t></w:r>", "<w:p><w:p/></w:p>",
    "<w:p><w:r/><w:pPr/></w:p>", "<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>",
    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>", "<w:tbl><w:p/></w:tbl>",
    '<w:p><w:hyperlink r:id="rId99"/></w:p>', '<w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p>',
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
    '<w:p><w:r><x:y xmlns:x="urn:x"/></w:r></w:p>',
    f'<w:p><w:r><w:drawing><a:blip {A} r:link="rId1"/></w:drawing></w:r></w:p>',
    f'<w:p><w:r><w:drawing><a:blip {A} r:embed="rId1"/></w:drawing></w:r></w:p>',
)  # fmt: skip
for number, xml in enumerate(ELEMENTS):
    REFUSED[f"element {number}: {xml[:50]}"] = lambda x=xml: in_body(x)
REFUSED["refresh at opening"] = lambda: changed("word/settings.xml", "<w:zoom", "<w:updateFields/><w:zoom")
REFUSED["frameset"] = lambda: changed("word/settings.xml", "<w:zoom", "<w:frameset/><w:zoom")
REFUSED["picture that is none"] = lambda: added("word/media/a.png", b"<svg onload='x'/>")
REFUSED["nested link field"] = lambda: in_body(
    field("HYPERLINK ").replace("</w:instrText></w:r>", "</w:instrText></w:r>" + field("REF a")[5:-6], 1)
)

# ---------------------------------------------------------------- XML
DOCTYPES = (
    '<!DOCTYPE x SYSTEM "file:///etc/hostname">', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>', '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]>',
    "<!DOCTYPE x>",
)  # fmt: skip
XML_PARTS = (
    CONTENT_TYPES, "_rels/.rels", DOCUMENT, DOCUMENT_RELS, "word/header1.xml", "word/footer1.xml", "word/footnotes.xml",
    "word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml", "docProps/core.xml",
)  # fmt: skip
for name in XML_PARTS:
    for number, doctype in enumerate(DOCTYPES):
        REFUSED[f"doctype {number} in {name}"] = lambda n=name, d=doctype: changed(n, "?>", "?>" + d)
    REFUSED[f"cut XML in {name}"] = lambda n=name: pack({**unpack(to_docx(TEXT)), n: unpack(to_docx(TEXT))[n][:-9]})


def encoded(name: str, encoding: str) -> bytes:
    parts = unpack(to_docx(TEXT))
    text = parts[name].decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    return pack({**parts, name: text.encode(encoding, "replace")})


for encoding in ("utf-16", "utf-16-le", "utf-7", "iso-8859-1", "cp1250", "gbk", "cp037"):
    REFUSED[f"encoding {encoding}"] = lambda e=encoding: encoded(DOCUMENT, e)
REFUSED["instruction"] = lambda: in_body("<?xml-stylesheet href='http://127.0.0.1/x'?>")
REFUSED["deep XML"] = lambda: in_body("<w:p>" * 3000 + "</w:p>" * 3000)
REFUSED["many elements"] = lambda: in_body("<w:p/>" * 250_000)
REFUSED["long XML"] = lambda: in_body(runs("x" * (9 << 20)))
REFUSED["many tags"] = lambda: in_body(runs("{{ person.called }}" * 6000))
REFUSED["many open tags"] = lambda: in_body(runs("{{ a " * 20_000))
REFUSED["many open statements"] = lambda: in_body(runs("{% if anonymity %}" * 2000))
REFUSED["deep conditions"] = lambda: in_body(runs("{% if anonymity %}" * 40 + "x" + "{% endif %}" * 40))
REFUSED["deep brackets"] = lambda: in_body(runs("{{ " + "(" * 4000 + "x" + ")" * 4000 + " }}"))
REFUSED["long name"] = lambda: in_body(runs("{{ " + ".".join(["person"] * 20_000) + " }}"))


# ---------------------------------------------------------------- zip
def zipped(*entries: tuple, comment: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w", method) as package:
        for name, data in unpack(to_docx(TEXT)).items():
            package.writestr(name, data)
        for name, data, mode in entries:
            info = zipfile.ZipInfo("x")
            info.filename, info.external_attr, info.compress_type = name, mode << 16, method
            package.writestr(info, data)
        package.comment = comment
    return out.getvalue()


def patched(offset_from_central: int, value: int) -> bytes:
    """A byte of the first entry of the central directory, set to a value."""
    data = bytearray(to_docx(TEXT))
    data[data.find(b"PK\1\2") + offset_from_central] = value
    return bytes(data)


good = to_docx(TEXT)
REFUSED |= {
    "empty file": lambda: b"",
    "four bytes": lambda: b"PK\3\4",
    "empty zip": lambda: b"PK\5\6" + b"\0" * 18,
    "old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "PDF": lambda: b"%PDF-1.7\n",
    "text": lambda: b"{{ person.called }}",
    "cut": lambda: good[: len(good) // 2],
    "cut at the end": lambda: good[:-10],
    "something before": lambda: b"#!/bin/sh\n" + good,
    "something after": lambda: good + b"<html>",
    "zip comment": lambda: zipped(comment=b"x" * 40),
    "one byte changed": lambda: good[:120] + bytes([good[120] ^ 0xFF]) + good[121:],
    "encrypted": lambda: patched(8, 1),
    "unknown packing": lambda: patched(10, 99),
    "zip of the future": lambda: patched(6, 82),
    "bzip2": lambda: zipped(method=zipfile.ZIP_BZIP2),
    "lzma": lambda: zipped(method=zipfile.ZIP_LZMA),
    "wrong length": lambda: patched(24, 7),
    "name differs inside": lambda: good.replace(b"word/styles.xml", b"word/stylez.xml", 1),
    "two documents": lambda: zipped((DOCUMENT, b"<x/>", 0o600)),
    "names by case": lambda: zipped(("word/Document.xml", b"<x/>", 0o600)),
    "names by accent": lambda: zipped(("word/\u00e9.xml", b"<x/>", 0o600), ("word/e\u0301.xml", b"<x/>", 0o600)),
    "out of the folder": lambda: zipped(("../x.xml", b"<x/>", 0o600)),
    "out of the folder, deep": lambda: zipped(("word/../../x.xml", b"<x/>", 0o600)),
    "absolute": lambda: zipped(("/x.xml", b"<x/>", 0o600)),
    "drive": lambda: zipped(("C:/x.xml", b"<x/>", 0o600)),
    "backslash": lambda: zipped(("word\\x.xml", b"<x/>", 0o600)),
    "empty segment": lambda: zipped(("word//x.xml", b"<x/>", 0o600)),
    "dot segment": lambda: zipped(("word/./x.xml", b"<x/>", 0o600)),
    "reversed name": lambda: zipped(("word/\u202exml.x", b"<x/>", 0o600)),
    "bell in a name": lambda: zipped(("word/\ax.xml", b"<x/>", 0o600)),
    "symbolic link": lambda: zipped(("word/l.xml", b"/etc/hostname", 0o120777)),
    "20,000 entries": lambda: zipped(*((f"word/media/{n}.png", b"", 0o600) for n in range(20_000))),
    "bomb in a picture": lambda: zipped(("word/media/a.png", b"\0" * (70 << 20), 0o600)),
    "bomb in the text": lambda: in_body(runs(" " * (7 << 20))),
    "many long parts": lambda: zipped(*((f"word/header{n}.xml", b"<x/>" + b" " * (1 << 20), 0o600) for n in range(20))),
    "no types": lambda: pack({n: d for n, d in unpack(good).items() if n != CONTENT_TYPES}),
    "no document": lambda: pack({n: d for n, d in unpack(good).items() if n != DOCUMENT}),
    "no styles": lambda: pack({n: d for n, d in unpack(good).items() if n != "word/styles.xml"}),
    "no relations": lambda: pack({n: d for n, d in unpack(good).items() if n != "_rels/.rels"}),
    "two relations of one id": lambda: changed(DOCUMENT_RELS, 'Id="rId2"', 'Id="rId1"'),
}

# ---------------------------------------------------------------- what must pass
ACCEPTED |= {
    "plain": lambda: good,
    "split over runs": lambda: in_body(runs("Of {", "{ person.ca", "lled }", "}")),
    "fields": lambda: in_body(
        field(" PAGE ") + field('TOC \\o "1-3"') + field(" NUMPAGES ") + field("SEQ a \\* ARABIC")
    ),
    "link": lambda: relation("hyperlink", "https://hudoc.echr.coe.int/"),
    "mail link": lambda: relation("hyperlink", "mailto:registry@example.org"),
    "link field": lambda: in_body(field('HYPERLINK "https://hudoc.echr.coe.int/" \\o "tip"')),
    "own template path": lambda: changed("word/settings.xml", "<w:zoom", '<w:attachedTemplate r:id="rId1"/><w:zoom'),
    "loop": lambda: to_docx("1. {% for p in persons %}{{ p.called }}{% endfor %}"),
    "condition": lambda: to_docx("1. {% if person.born and not anonymity %}{{ person.born }}{% else %}x{% endif %}"),
    "three sections": lambda: in_body("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 2),
    "later Word": lambda: in_body(
        '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="1A2B3C4D" w:rsidR="00AB12">'
        '<w:r><w:rPr><w14:ligatures w14:val="standard"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    ),
    "scripts": lambda: to_docx("1. ئۇيغۇر བོད་ཡིག 沈亦辰 𠮷野家 Příliš é e\u0301 \u200fא"),
    "braces alone": lambda: to_docx("1. a set {a, b} of 5 % and # 3"),
}
