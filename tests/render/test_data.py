"""What the user typed stands in the filing exactly, in body, table and footnote; or it is refused with its field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_samples import brief

from briefs.errors import RenderError
from briefs.render.data import UNFIT, is_unfit
from briefs.render.engine import render
from briefs.render.markup import to_docx
from briefs.render.ooxml import DOCUMENT, FOOTNOTES, parse, q, text_of, unpack

TEMPLATE = to_docx(
    "1. A{{ person.called }}Z\n1. {{ fn(person.called) }}B{% if person.called == 'x' %}{% endif %}\n"
    "@@table 8504 | t | t\n| head |\n{%tr for p in persons %}\n| A{{ person.called }}Z |\n{%tr endfor %}\n@@end"
)
NASTY = [
    "Smith & Sons <b>",
    "{{ 7*7 }}",
    "{% if x %}",
    "{_{ x }_}",
    "{# x #}",
    "%}",
    "}}{{",
    "]]>",
    "&amp;",
    "a\nb",
    "a\tb",
    "  two  ",
    "<w:p/>",
    "😀👨‍👩‍👧",
    "ئۇيغۇر ئاپتونوم",
    "བོད་ཡིག",
    "𠮷野家",
    "沈亦辰",
    "é",
    "é",
    "Ö č ș ğ",
    "\u200fA\u200e",
    "_x_",
    "None",
    "e\u0301",
]


def printed(name):
    data = brief()
    data["person"]["called"] = name
    parts = unpack(render(TEMPLATE, {}, data).data)
    body, notes = parse(parts[DOCUMENT]), parse(parts[FOOTNOTES])
    texts = [text_of(p) for p in body.iter(q("p"))]
    note = [text_of(n) for n in notes.iter(q("footnote")) if not n.get(q("type"))]
    return texts[0], next(t for t in texts[2:] if t.startswith("A")), note[0].removeprefix("\t") if note else ""


@pytest.mark.parametrize("name", NASTY)
def test_a_difficult_name_is_exact(name):
    assert printed(name) == (f"A{name}Z", f"A{name}Z", name)


fit = st.text(
    st.characters(codec="utf-8").filter(lambda c: not is_unfit(c)) | st.sampled_from(list("{}%#_&<>'\"\n\t")),
    min_size=1,
)


@settings(max_examples=150, deadline=None)
@given(fit | st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).map("".join))
def test_any_text_is_exact_everywhere(name):
    assert printed(name) == (f"A{name}Z", f"A{name}Z", name)


@pytest.mark.parametrize(
    "code", [0, 7, 8, 11, 12, 27, 0x7F, 0x85, 0xD800, 0xE000, 0xF8FF, 0x200B, 0x202E, 0xFEFF, 0xFFFE, 0x1FFFF]
)
def test_a_character_that_cannot_be_written_is_refused_with_its_field(code):
    data = brief()
    data["counsel"][0]["firm"] = "a" + chr(code)
    with pytest.raises(RenderError) as refused:
        render(TEMPLATE, {}, data)
    if code != 0xD800:
        assert f"counsel[0].firm  character U+{code:04X}" in str(refused.value)


def test_upper_works_on_text_that_holds_braces():
    data = brief()
    data["person"]["called"] = "{ß}"
    template = to_docx("1. {{ person.called|upper }}")
    body = parse(unpack(render(template, {}, data).data)[DOCUMENT])
    assert text_of(next(body.iter(q("p")))) == "{SS}"


def test_the_brief_must_fit_its_model():
    with pytest.raises(RenderError, match="filing"):
        render(TEMPLATE, {}, {"reference": "x"})


def test_every_script_gets_its_run_properties():
    data = brief()
    data["person"]["called"] = "A 沈亦辰 ئۇيغۇر بىر བོད་ 𠮷"
    body = parse(unpack(render(to_docx("1. **{{ person.called }}**"), {}, data).data)[DOCUMENT])
    runs = {text_of(r): [e.tag for e in r.find(q("rPr"))] for r in body.iter(q("r"))}
    assert runs["沈亦辰"] == [q("rFonts"), q("b"), q("bCs"), q("lang")]
    assert runs["ئۇيغۇر بىر"] == [q("b"), q("bCs"), q("rtl"), q("lang")]
    assert q("cs") in runs["བོད་"]
    assert "𠮷" in runs


def test_one_class_of_characters_is_what_the_rule_says():
    """The rule reads one character at a time; the class is what runs. They must agree on every code point."""
    differing = [code for code in range(0x110000) if bool(UNFIT.match(chr(code))) != is_unfit(chr(code))]
    assert differing == []
