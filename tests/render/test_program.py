"""A template becomes plain data: it survives JSON, says the same afterwards, and can do nothing but fill."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.errors import TemplateError
from briefs.render.compiling import compile_story
from briefs.render.filling import Filling, look_up
from briefs.render.marks import Helper

TEXT = (
    "<w:p><w:r><w:t>{{ party.names }}{% if bound.echr and not bound.cat %}E{% elif bound.cat %}C{% else %}N{% endif %}"
    "{% for p in persons %}[{{ p.called }}]{% endfor %}</w:t></w:r></w:p>"
)
NAMES = {
    "_each": Helper(lambda items, *rest: items or []),
    "_show": Helper(lambda value, *rest: value or "?"),
}


def filled(program, **names):
    return Filling(program).render({**NAMES, **names})


def test_a_program_survives_json_and_says_the_same():
    program = compile_story(TEXT, "filing", "t").program
    again = json.loads(json.dumps(program))
    names = {"party": {"names": "A & B"}, "bound": {"echr": True, "cat": None}, "persons": [{"called": "C <D>"}]}
    assert filled(again, **names) == filled(program, **names)
    assert ">A &amp; BE[C &lt;D&gt;]<" in filled(again, **names)


@pytest.mark.parametrize(("echr", "cat", "said"), [(True, False, "E"), (True, True, "C"), (None, None, "N")])
def test_the_first_branch_that_holds_is_taken(echr, cat, said):
    program = compile_story(TEXT, "filing", "t").program
    text = filled(program, party={"names": "x"}, bound={"echr": echr, "cat": cat}, persons=[])
    assert f">x{said}<" in text


def test_an_unknown_name_is_told_and_an_unknown_value_stays_unknown():
    with pytest.raises(TemplateError, match="'party' is not there"):
        filled(compile_story(TEXT, "filing", "t").program)
    assert look_up(None, "a") is None
    assert look_up({"a": 1}, "b") is None
    assert look_up(["x"], 3) is None


@pytest.mark.parametrize("step", [["print", ["call", "open", []]], ["print", ["name", "thing"]]])
def test_nothing_but_our_calls_is_called_and_nothing_but_text_is_printed(step):
    with pytest.raises((TypeError, TemplateError)):
        filled([step], open=open, thing=object())


def test_a_step_that_the_language_does_not_know_makes_no_program():
    with pytest.raises(KeyError):
        Filling([["import", "os"]])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_every_text_is_printed_escaped_and_whole(text):
    from xml.sax.saxutils import unescape

    assert unescape(filled([["print", ["name", "x"]]], x=text)) == text
