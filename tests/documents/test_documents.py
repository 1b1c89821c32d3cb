"""A document that somebody else made is read as a person reads it: every visible place, nothing that was deleted."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import docx, note_call, odt, paragraph, run, zipped

from briefs.documents import open_document
from briefs.documents.opening import document_of
from briefs.errors import DocumentError

TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('In a table')}</w:tc></w:tr></w:tbl>"
BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f"<mc:Choice Requires='wps'><w:txbxContent>{paragraph('In a text box')}</w:txbxContent></mc:Choice>"
    f"<mc:Fallback><w:txbxContent>{paragraph('In a text box')}</w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def texts(document, part=None):
    return [p.text for p in document.paragraphs() if part is None or p.part == part]


def word(*arguments, **parts):
    return document_of(docx(*arguments, **parts), Path("draft.docx"))


def test_every_place_of_a_word_file_is_read_once():
    document = word(
        paragraph("Body", note_call("footnote", 2), BOX) + TABLE + paragraph("End", note_call("endnote", 2)),
        footnotes=[paragraph("In a footnote")],
        endnotes=[paragraph("In an endnote")],
        comments=[paragraph("In a comment")],
        header=paragraph("In a header"),
    )
    found = [(p.part, p.text) for p in document.paragraphs()]
    assert found == [
        ("headers", "In a header"),
        ("body", "Body"),
        ("footnotes", "In a footnote"),
        ("body", "In a text box"),
        ("body", "In a table"),
        ("body", "End"),
        ("endnotes", "In an endnote"),
        ("comments", "In a comment"),
    ]


def test_a_note_is_named_by_the_number_that_the_reader_sees():
    body = paragraph("A", note_call("footnote", 3)) + paragraph("B", note_call("footnote", 2))
    document = word(body, footnotes=[paragraph("second"), paragraph("first")])
    notes = [(p.label, p.text) for p in document.paragraphs() if p.part == "footnotes"]
    assert notes == [("footnote 1", "first"), ("footnote 2", "second")]


def test_words_are_joined_across_runs_and_special_signs_are_kept():
    pieces = [run("no. 376"), run("10/18, ECHR 1999"), "<w:r><w:noBreakHyphen/></w:r>", run("I")]
    assert texts(word(paragraph(*pieces))) == ["no. 37610/18, ECHR 1999\u2011I"]


def test_inserted_text_is_read_and_deleted_text_is_not():
    body = paragraph(
        "Kept ",
        f'<w:ins w:id="1" w:author="A">{run("inserted")}</w:ins>',
        '<w:del w:id="2" w:author="A"><w:r><w:delText>deleted</w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="3" w:author="A">{run("moved away")}</w:moveFrom>',
    )
    assert texts(word(body)) == ["Kept inserted"]


def test_italics_are_known_because_case_names_stand_in_them():
    body = paragraph("see ", run("Liu v. ", "<w:i/>"), run("Poland", "<w:i/>"), run(", cited", '<w:i w:val="0"/>'))
    (only,) = word(body).paragraphs()
    assert [only.text[a:b] for a, b in only.italic] == ["Liu v. Poland"]


def test_the_table_of_authorities_is_told_from_the_text():
    field = [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOA \\c 1 </w:instrText></w:r>',
        run("Liu v. Poland, 3"),
    ]
    body = paragraph(*field) + paragraph("Other, 4", '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + paragraph("Text")
    assert [p.in_table_of_authorities for p in word(body).paragraphs()] == [True, True, False]


def test_an_opendocument_text_is_read_with_its_notes():
    document = document_of(
        odt(
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Head</text:h><text:p>See "
            '<text:span text:style-name="T1">Liu v.<text:s text:c="2"/>Poland</text:span><text:note '
            'text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>In a note'
            "</text:p></text:note-body></text:note> here</text:p>"
        ),
        Path("draft.odt"),
    )
    found = list(document.paragraphs())
    assert [(p.part, p.text) for p in found] == [
        ("body", "Head"),
        ("body", "See Liu v.  Poland here"),
        ("footnotes", "In a note"),
    ]
    assert [found[1].text[a:b] for a, b in found[1].italic] == ["Liu v.  Poland"]


def test_places_in_plain_text_are_those_of_the_file():
    text = "First block\nstill first\n\n  \nSecond block\n"
    document = document_of(text.encode(), Path("draft.txt"))
    assert [text[p.offset : p.offset + len(p.text)] for p in document.paragraphs()] == [
        "First block\nstill first",
        "Second block",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("in Saadi v. Italy<sup>12</sup> and later", "in Saadi v. Italy and later"),
        ('§ 83<a href="#_ftn3" name="_ftnref3"><span>[3]</span></a>.', "§ 83."),
        ('<a class="sdfootnotesym" href="#sdfootnote1anc">1</a>See Liu v. Poland', "See Liu v. Poland"),
        ('see § <a href="#p83">83</a> above', "see § 83 above"),
        ("requête n<sup>o</sup> 12", "requête no 12"),
    ],
)
def test_the_number_of_a_note_on_a_page_joins_no_word(written, read):
    assert [p.text for p in document_of(f"<p>{written}</p>".encode(), Path("a.html")).paragraphs()] == [read]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_text_of_windows_or_an_old_mac_has_the_paragraphs_and_places_of_any_other(end):
    text = "See Saadi v.\nItaly [GC].\n\nOther\n"
    other = list(document_of(text.replace("\n", end).encode(), Path("a.txt")).paragraphs())
    assert other == list(document_of(text.encode(), Path("a.txt")).paragraphs())


def test_html_is_read_without_scripts_and_struck_out_text():
    page = "<html><style>p{}</style><p>See <i>Liu v. Poland</i><del>gone</del></p><script>no()</script><td>cell</html>"
    assert texts(document_of(page.encode(), Path("draft.html"))) == ["See Liu v. Poland", "cell"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "Save it in Word as .docx"),
        ("draft.rtf", b"{\\rtf1 text}", "Save it as .docx"),
        ("draft.docx", b"just text", "not a text that can be read here"),
        ("draft.docx", b"PK\3\4broken", "damaged"),
        ("draft.docx", zipped({"a.txt": "x"}), "neither a Word nor an OpenDocument text"),
        ("draft.docx", docx("", **{"word/document.xml": "<!DOCTYPE a><a/>"}), "DOCTYPE"),
        ("draft.docx", docx("", **{"word/document.xml": "<a>"}), "not well-formed"),
        ("draft.docx", docx("", **{"word/document.xml": "<a>" + " " * (3 << 20) + "</a>"}), "inflated"),
        ("draft.txt", b"a\0b", "not a text that can be read here"),
        ("draft.pdf", b"%PDF-1.7 nothing", "cannot be read as a PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path, name, data, said):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(DocumentError) as refusal:
        list(open_document(file).paragraphs())
    (problem,) = refusal.value.problems
    assert said in problem.line()
    assert "\n" not in problem.line()
    assert str(tmp_path) not in problem.line()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DocumentError, match=r"nowhere.docx .*cannot be opened"):
        open_document(tmp_path / "nowhere.docx")


SAMPLE = docx(
    paragraph("Body", note_call("footnote", 2), BOX) + TABLE, footnotes=[paragraph("Note")], comments=[paragraph("C")]
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 40))
def test_a_damaged_word_file_is_read_or_refused_never_more(seed, bites):
    chance = random.Random(seed)
    data = bytearray(SAMPLE)
    for _ in range(bites):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read_or_refused(bytes(data))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["word/document.xml", "word/footnotes.xml", "_rels/.rels"]))
def test_a_word_file_with_damaged_markup_is_read_or_refused(seed, part):
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as package:
        files = {name: package.read(name).decode() for name in package.namelist()}
    text = files[part]
    for _ in range(3):
        a, b = sorted(chance.randrange(len(text)) for _ in range(2))
        text = text[:a] + text[b:] if chance.random() < 0.5 else text[:b] + text[a:b][:500] + text[b:]
    read_or_refused(zipped(files | {part: text}))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md", "a.docx", "a.odt"]))
def test_any_bytes_are_read_or_refused(data, name):
    read_or_refused(data, name)


def read_or_refused(data, name="a.docx"):
    try:
        for p in document_of(data, Path(name)).paragraphs():
            assert isinstance(p.text, str)
    except DocumentError:
        return
