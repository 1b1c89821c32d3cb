"""A look at the text of a part sees what the tree sees, and builds the tree wherever a text could hide something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
