"""A look at the text of a part sees what the tree sees, and builds the tree wherever a text could hide something."""

from xml.parsers.expat import ExpatError, ParserCreate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import XMLSyntaxError

from briefs.render import glance
from briefs.render.glance import Glance, Unreadable
from briefs.render.ooxml import DECLARATION, DECLARED, W, esc, parse, q
from briefs.render.story import Story, cut

NAMES = ("bookmarkStart", "instrText", "ins", "fldChar")


def part(inner, declared=DECLARED):
    return f"{DECLARATION}<w:document {declared}><w:body>{inner}</w:body></w:document>".encode()


def told(marks):
    return [(name, mark.get(q("id")), mark.get(q("name")), mark.text or "") for name in NAMES for mark in marks[name]]


def by_tree(data):
    root = parse(data)
    found = {name: list(root.iter(q(name))) for name in NAMES}
    return told(found)


PIECES = st.sampled_from(
    [
        '<w:bookmarkStart w:id="1" w:name="a &amp; b"/>',
        '<w:r><w:instrText xml:space="preserve"> REF x &lt; "y" </w:instrText></w:r>',
        '<w:ins w:id="7"><w:r/></w:ins>',
        '<w:insideH w:val="x"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ]
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PIECES, TEXTS), max_size=12))
def test_a_plain_part_shows_the_same_elements_as_its_tree(pieces):
    data = part("".join(f"<w:p>{piece}<w:r><w:t>{esc(text)}</w:t></w:r></w:p>" for piece, text in pieces))
    seen = Glance(data, NAMES)
    assert seen.root is None
    assert told(seen.marks) == by_tree(data)
    for _, text in pieces:
        assert esc(text).encode() in seen.words


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (part("<!-- x --><w:ins/>"), 1),
        (part("<w:t><![CDATA[<w:ins/>]]></w:t>"), 0),
        (part("<v:ins/>", f'xmlns:w="urn:x" xmlns:v="{W}"'), 1),
        (part(f'<z:ins xmlns:z="{W}"/>'), 1),
        (part("<?word <w:ins/>?>"), 0),
        (part("<w:t><!-- </w:t><w:ins/> --></w:t>"), 0),
        (part("<w:t><![CDATA[</w:t><w:ins/>]]></w:t>"), 0),
        (part('<w:p xmlns:w="urn:x"><w:ins/></w:p><w:ins/>'), 1),
        (part("<w:p xmlns:w = 'urn:x'><w:ins/></w:p><w:ins/>"), 1),
    ],
    ids=[
        "comment",
        "CDATA",
        "another prefix",
        "a second prefix",
        "instruction",
        "comment that begins in a text",
        "CDATA that begins in a text",
        "prefix bound anew",
        "prefix bound anew, with spaces",
    ],
)
def test_where_a_tag_could_hide_the_tree_is_asked(data, number):
    seen = Glance(data, NAMES)
    assert seen.root is not None
    assert len(seen.marks["ins"]) == number


@pytest.mark.parametrize("inner", ["<w:p>", "<w:p></w:r>", "<x:p/>", "<w:p a='1' a='2'/>", "&nbsp;", "<w:t>\x01</w:t>"])
def test_what_is_not_well_formed_is_refused(inner):
    with pytest.raises(Unreadable):
        Glance(part(inner), NAMES)


WHOLE = part(
    "<w:p><w:r><w:t>one &amp; two</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>three</w:t></w:r></w:p></w:tc>"
    '<w:tc><w:p w:a="1"><w:r><w:t>four</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>a > b</w:t></w:r></w:p>'
)
DAMAGE = [b"", b"<", b">", b"&", b";", b"/", b'"', b"</w:t>", b"<w:t>", b"]]>", b"]", b"\xe9", b"\x07", b"<w:p/>", b"x"]
DAMAGE += [b"<!--", b"-->", b"<![CDATA[", b"<w:r>", b"</w:document>", b"&lt;", b"&nbsp;", b"<?x", b"?>"]
DAMAGE += [b"'", b"=", b'="', b'=""', b' w:a="2"', b" w:a='2'", b' w:b="=', b"='\"'", b'="\x01"', b' xmlns:w="x"']


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), st.sampled_from(DAMAGE)), max_size=3))
def test_a_damaged_part_is_refused_just_where_the_parser_refuses_it(damages):
    data = WHOLE
    for at, length, put in damages:
        data = data[:at] + put + data[at + length :]
    try:
        ParserCreate().Parse(data, True)
        sound = True
    except (ExpatError, LookupError):
        sound = False
    try:
        assert Glance(data, NAMES).root is not None or sound
    except Unreadable:
        assert not sound or not readable(data)


def readable(data):
    """Whether lxml reads it, which minds prefixes too."""
    try:
        return parse(data) is not None
    except XMLSyntaxError:
        return False


def test_the_end_of_the_part_is_the_end():
    for more in (b"more", b"<w:p/>", b"</w:t>", WHOLE):
        with pytest.raises(Unreadable):
            Glance(WHOLE + more, NAMES)
    Glance(WHOLE + b"\n", NAMES)
    with pytest.raises(Unreadable):
        Glance(WHOLE.replace(b"</w:body></w:document>", b""), NAMES)


def test_a_long_part_is_read_piece_by_piece_and_no_mark_is_lost(monkeypatch):
    data = part("".join(f'<w:p><w:bookmarkStart w:id="{n}"/><w:r><w:t>text {n}</w:t></w:r></w:p>' for n in range(60)))
    monkeypatch.setattr(glance, "_PIECE", 300)
    seen = Glance(data, NAMES)
    assert seen.root is None
    assert [mark.get(q("id")) for mark in seen.marks["bookmarkStart"]] == [str(n) for n in range(60)]
    assert seen.words == b"\n".join(b"text %d" % n for n in range(60))
    with pytest.raises(Unreadable):
        Glance(data.replace(b"text 30</w:t>", b"text 30</w:t></w:t>"), NAMES)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", ' w:a="1"'])), max_size=8))
def test_a_story_is_cut_at_its_paragraphs_and_put_together_again_without_a_change(paragraphs):
    filled = "<w:document><w:body>" + "".join(
        f"\n<w:p{attribute}><w:r><w:t>{esc(text)}</w:t></w:r></w:p>\n<w:p{attribute}/>"
        for text, attribute in paragraphs
    )
    story = Story(cut(filled + "<w:sectPr/></w:body></w:document>"))
    assert story.xml() == filled.replace("\n", "") + "<w:sectPr/></w:body></w:document>"
    assert [story.text(at) for at in range(0, len(story.paragraphs), 2)] == [text for text, _ in paragraphs]
