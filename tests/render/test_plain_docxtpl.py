"""A template that uses no call of ours is a plain docxtpl template: both engines write the same text from it."""

import io

from docxtpl import DocxTemplate
from render_samples import brief

from benchmarks.render import case, compare, engines
from benchmarks.render.template import Docxtpl, template
from briefs.render.engine import render
from briefs.render.markup import to_docx


def test_the_memorandum_of_the_benchmark_says_the_same_from_both_engines():
    data = case.brief()
    ours, theirs = engines.ours(data)(), engines.docxtpl(data)()
    assert compare.difference(ours, theirs) == ""
    said = compare.texts(ours)
    assert len(said) > 700
    assert sum("Maren & Odd <Tarn>" in text for text in said) > 10
    assert any("Where bound cat holds" in text for text in said)
    assert not any("Where bound eu holds" in text for text in said)


def test_a_difference_between_two_engines_is_told_with_its_place():
    one, other = (render(to_docx(f"1. Same.\n1. {word}."), {}, brief(), final=True).data for word in ("Yes", "No"))
    assert "the first that differs is number 2: ['Yes.']" in compare.difference(one, other)


def test_a_word_file_that_counsel_opens_in_docxtpl_alone_keeps_conditions_loops_and_rows():
    text = (
        "{%p if bound.echr %}\n1. Bound.\n{%p endif %}\n{%p for e in exhibits %}\n1. {{ e.number }}\n{%p endfor %}\n"
        "@@table 8504 | t | t\n| Title |\n{%tr for e in exhibits %}\n| {{ e.title }} |\n{%tr endfor %}\n@@end"
    )
    file, data = to_docx(text), brief()
    filled, out = DocxTemplate(io.BytesIO(file)), io.BytesIO()
    filled.render(data, autoescape=True)
    filled.save(out)
    ours = render(file, {}, data, final=True).data
    assert compare.difference(ours, out.getvalue()) == ""
    assert compare.texts(ours)[:3] == ["Bound.", "E1", "E2"]


def test_every_engine_of_the_benchmark_gets_every_value_and_no_other_engine_s_tags():
    ours = template(Docxtpl())
    for syntax in engines.NODE.values():
        said = " ".join(compare.texts(template(syntax())))
        assert "{{" not in said
        for name in case.VALUES:
            assert name.replace(".", "_") in said
    assert "{{ person.full }}" in " ".join(compare.texts(ours))
