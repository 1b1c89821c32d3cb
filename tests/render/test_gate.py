"""Hostile and broken templates are refused before anything runs, with the part, the tag and the reason."""

import io
import re
import time
import zipfile

import pytest
from render_samples import brief

from briefs.errors import RenderError, TemplateError
from briefs.render.engine import render
from briefs.render.fragments import Fragments
from briefs.render.markup import to_docx
from briefs.render.ooxml import pack, unpack
from briefs.render.template import compile_template


def refused(data: bytes, *words: str) -> TemplateError:
    began = time.monotonic()
    with pytest.raises(TemplateError) as error:
        compile_template(data)
    assert time.monotonic() - began < 4
    for word in words:
        assert word in str(error.value)
    return error.value


HOSTILE = [
    "{{ cycler.__init__.__globals__ }}",
    "{{ person.__class__ }}",
    "{{ person.called.format(person) }}",
    "{{ lipsum() }}",
    "{{ range(9) }}",
    "{{ person['called'] }}",
    "{{ 9**9 }}",
    "{{ 7*7 }}",
    "{{ 'x' ~ 'y' }}",
    "{{ 'x' }}",
    "{{ person }}",
    "{{ persons }}",
    "{{ anonymity }}",
    "{{ person.called|attr('format') }}",
    "{{ person.called|safe }}",
    "{{ person.called|upper|lower }}",
    "{{ cite('echr/liu') }}",
    "{{ cite(person) }}",
    "{{ cite(person.called) }}",
    "{{ ex('E1') }}",
    "{{ note(text='x') }}",
    "{{ _show(person.called) }}",
    "{{ mark('Not A Name') }}",
    "{{ person.caled }}",
    "{% if person.caled %}x{% endif %}",
    "{% if person.called is defined %}x{% endif %}",
    "{% if person.called in persons %}x{% endif %}",
    "{% if 1 < 2 %}x{% endif %}",
    "{% if cite(person) %}x{% endif %}",
    "{% for i in range(99999) %}x{% endfor %}",
    "{% for x in person %}x{% endfor %}",
    "{% for x in persons if x %}x{% endfor %}",
    "{% for cite in persons %}x{% endfor %}",
    "{% for s in submissions %}x{% endfor %}",
    "{% for submission in persons %}x{% endfor %}",
    "{% set x = 1 %}",
    "{% macro m() %}{% endmacro %}",
    "{% include 'blocks/x' %}",
    "{%p include '../../etc/passwd' %}",
    "{%p include person.called %}",
    "{%p include submission %}",
    "{%p import 'x' %}",
    "{%p extends 'x' %}",
    "{% raw %}{% endraw %}",
    "{% colspan 3 %}",
    "{%tc if anonymity %}",
    "{{r person.called }}",
    "{{- person.called }}",
    "{{ person.called -}}",
    "{# comment #}",
    "{_{ person.called }_}",
    "{{ person.called",
    "{% if anonymity %}never closed",
    "{% endif %}",
    "{%p if anonymity %} and more text",
    "{%tr for e in exhibits %}",
    "{{ person.called | }}",
    "{{ " + "(" * 5000 + "}}",
]


@pytest.mark.parametrize("tag", HOSTILE)
def test_a_tag_outside_the_closed_language_is_refused(tag):
    refused(to_docx("1. before\n@Normal " + tag if not tag.startswith("{%p") else "1. before\n" + tag))


def test_a_misspelt_name_is_told_with_its_neighbour():
    error = refused(to_docx("1. Born {{ person.borm }}."), "person.borm")
    assert error.problems[0].fix == "Did you mean person.born?"
    assert "Born" in error.problems[0].where


def test_a_condition_that_never_runs_is_checked_too():
    refused(to_docx("{%p if anonymity %}\n1. {{ person.nothing }}\n{%p endif %}"), "person.nothing")


def test_many_unclosed_tags_are_refused_at_once():
    refused(to_docx("@Normal " + "{{ a " * 16000))


def test_tags_that_cross_paragraphs_are_refused():
    refused(to_docx("1. {% if anonymity %}open\n1. {% endif %}"), "same place")


def with_part(change, name="word/document.xml", text="1. Hello {{ person.called }}"):
    parts = unpack(to_docx(text))
    parts[name] = change(parts[name].decode()).encode() if name in parts else change("").encode()
    return pack(parts)


def in_body(xml):
    return with_part(lambda s: s.replace("<w:body>", f"<w:body>{xml}"))


def field(code):
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{c}</w:instrText></w:r>" for c in code)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    "xml",
    [
        field(["DDEAUTO c:\\\\x"]),
        field(["DDE", "AUTO x"]),
        field(["INCLUDEPICTURE ", '"http://127.0.0.1/x"']),
        field(["MACROBUTTON x"]),
        field(["USERNAME"]),
        field(["REF {{ person.called }}"]),
        field(['HYPERLINK "javascript:x"']),
        '<w:p><w:fldSimple w:instr="DDE x"/></w:p>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ person.called }}</w:t></w:r></w:p>",
        '<w:p><w:r><w:t w:x="{{ person.called }}">x</w:t></w:r></w:p>',
        '<w:altChunk r:id="rId1"/>',
        "<w:t>text</w:t>",
        "<w:p><w:r/><w:pPr/></w:p>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:p><w:hyperlink r:id="rId99"/></w:p>',
        '<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p>',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
        '<w:customXml/><!-- --><w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    ],
)
def test_active_hidden_or_broken_content_is_refused(xml):
    refused(in_body(xml))


def relationship(kind, target, mode=' TargetMode="External"'):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    entry = f'<Relationship Id="rIdX" Type="{base}{kind}" Target="{target}"{mode}/></Relationships>'
    return with_part(lambda s: s.replace("</Relationships>", entry), "word/_rels/document.xml.rels")


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://127.0.0.1/pixel.png"),
        ("attachedTemplate", "http://127.0.0.1/t.dotm"),
        ("oleObject", "http://127.0.0.1/o"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "https://court@evil.example/"),
        ("hyperlink", "https://court.example/?n={{ person.called }}"),
    ],
)
def test_a_relation_to_the_outside_is_refused(kind, target):
    refused(relationship(kind, target))


def test_a_plain_link_and_a_local_template_path_pass():
    compile_template(relationship("hyperlink", "https://hudoc.echr.coe.int/"))


def test_programs_foreign_parts_and_tags_in_unfilled_parts_are_refused():
    for name in ("word/vbaProject.bin", "word/embeddings/a.xlsx", "customUI/customUI.xml", "word/a.html"):
        refused(with_part(lambda s: "<x/>", name), name)
    refused(with_part(lambda s: s.replace("main+xml", "macroEnabled.main+xml"), "[Content_Types].xml"))
    refused(
        with_part(lambda s: s.replace("<dc:title>", "<dc:title>{{ person.called }}"), "docProps/core.xml"), "core.xml"
    )


def test_doctype_other_encodings_and_damage_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]>'
    for name in ("word/document.xml", "docProps/core.xml", "[Content_Types].xml", "word/header1.xml"):
        refused(with_part(lambda s: s.replace("?>", "?>" + bomb, 1), name), "DOCTYPE")
    parts = unpack(to_docx("1. x"))
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].decode().encode("utf-16")
    refused(pack(parts), "UTF-8")
    good = to_docx("1. x")
    for bad in (b"", b"PK\3\4", good[:-30], good + b"more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"x" + good):
        refused(bad)


def test_unsafe_names_duplicates_and_bombs_are_refused():
    for name in ("../x.xml", "/x.xml", "word/Document.xml"):
        refused(with_part(lambda s: "<x/>", name))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in unpack(to_docx("1. x")).items():
            package.writestr(name, data)
        package.writestr("word/media/a.png", b"\0" * (80 << 20))
    refused(out.getvalue())


def test_a_page_without_a_header_gets_one_because_the_draft_line_stands_in_it():
    bare = with_part(
        lambda s: s.replace('<w:headerReference w:type="first" r:id="rId11"/>', "").replace(
            '<w:headerReference w:type="default" r:id="rId10"/>', ""
        )
    )
    parts = unpack(render(bare, {}, brief()).data)
    added = [name for name in parts if re.fullmatch(r"word/header900\d\.xml", name)]
    assert len(added) == 2
    assert all(b"DRAFT" in parts[name] for name in added)


def test_a_style_that_the_file_does_not_define_is_warned_of():
    odd = compile_template(with_part(lambda s: s.replace('w:val="Para"', 'w:val="Nope"')))
    assert "'Nope' is not defined" in odd.warnings[0].what
    assert not compile_template(to_docx("1. x")).warnings


@pytest.mark.parametrize(
    "code",
    [
        ['HYPERLINK "\\\\server\\share"'],
        ['HYPERLINK \\o "tip" "file:///c:/x"'],
        ['HYPERLINK \\t "_blank" "ms-msdt:/id"'],
        ["HYPER", 'LINK "https://court@evil.example/"'],
    ],
)
def test_an_address_is_found_behind_the_switches_of_a_link_field(code):
    refused(in_body(field(code)), "link to")


def test_a_link_field_into_the_same_file_passes():
    compile_template(in_body(field(['HYPERLINK \\l "place" \\o "tip"'])))


def test_a_field_inside_the_code_of_a_field_is_refused():
    inner = field(["REF x"]).removeprefix("<w:p>").removesuffix("</w:p>")
    nested = field(["HYPERLINK "]).replace(
        '<w:r><w:fldChar w:fldCharType="end"/>', inner + '<w:r><w:fldChar w:fldCharType="end"/>', 1
    )
    refused(in_body(nested), "inside the code")


@pytest.mark.parametrize("character", ["\ue000", "\ue010", "\u202e", "\u200b", "\U000e0041"])
def test_a_character_that_does_not_show_is_refused_in_a_template(character):
    refused(to_docx(f"1. a{character}b"), f"U+{ord(character):04X}")


def test_loops_inside_loops_are_counted_and_stopped():
    inner = "{{ person.called }}"
    for name in "abcdef":
        inner = f"{{% for {name} in exhibits %}}{inner}{{% endfor %}}"
    data = brief()
    data["exhibits"] = data["exhibits"] * 10
    with pytest.raises(RenderError, match="repeat too often"):
        render(to_docx("1. " + inner), {}, data)


def test_fragments_pass_the_same_gate_and_may_not_go_in_circles():
    def library(**texts):
        return {f"blocks/{name}": to_docx(text) for name, text in texts.items()}

    template = to_docx("{%p include 'blocks/a' %}")
    cases = [
        (library(a="1. {{ cycler }}"), "cycler"),
        (
            library(a="{%p include 'blocks/b' %}", b="{%p include 'blocks/a' %}"),
            "circular include: blocks/a → blocks/b",
        ),
        (library(a="{%p include 'blocks/b' %}"), "no fragment 'blocks/b'"),
        (
            library(**{c: f"{{%p include 'blocks/{chr(ord(c) + 1)}' %}}" for c in "abcdef"}),
            "more than 4 includes deep",
        ),
    ]
    for fragments, words in cases:
        with pytest.raises(TemplateError, match=words):
            render(template, fragments, brief())


def test_a_fragment_may_hold_no_link_no_numbering_by_hand_and_no_foreign_style():
    numbered = with_part(lambda s: s.replace('<w:pStyle w:val="Para"/>', '<w:numPr><w:numId w:val="9"/></w:numPr>'))
    styled = with_part(lambda s: s.replace('w:val="Para"', 'w:val="Fancy"'))
    for data, words in ((numbered, "by hand"), (styled, "Fancy")):
        with pytest.raises(TemplateError, match=words):
            Fragments({"blocks/a": data}, {"para": "Para"}, "en").compiled("blocks/a")


def test_what_word_leaves_of_its_author_is_gone():
    traces = (
        '<w:p w:rsidR="00DEAD01"><w:ins w:id="1" w:author="LEAK"><w:r><w:t>kept</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="LEAK"><w:r><w:delText>LEAK</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>LEAK</w:t></w:r></w:p>"
    )
    parts = unpack(in_body(traces))
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"<dc:title>", b"<dc:creator>LEAK</dc:creator><dc:title>"
    )
    out = unpack(render(pack(parts), {}, brief()).data)
    everything = b"".join(out.values())
    assert b"kept" in everything
    assert b"LEAK" not in everything
    assert b"00DEAD01" not in everything
