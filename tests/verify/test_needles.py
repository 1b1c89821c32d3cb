"""A form of case numbers is tried only where one of its needles stands in the text: no number may be lost by that."""

import re
from re import _parser as parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ways import Ways

from briefs.library import load_library
from briefs.verify.find import leads, nationals
from briefs.verify.find.forms import load_forms, read_forms
from briefs.verify.find.needles import Needles, shaped
from briefs.verify.find.places import Places

FORMS = load_forms(read_forms(load_library().layers))
NUMBERED = [form for form in FORMS.dockets if not form.letters]
REPORTS = [form for form in FORMS.dockets if form.letters]


def held(text):
    return [form.id for form in FORMS.dockets_in(text)]


@pytest.mark.parametrize("form", NUMBERED, ids=lambda form: form.id)
def test_every_example_of_a_form_holds_one_of_its_needles(form):
    """Whoever adds a form to law/citations/dockets.yaml adds what stands in all of its numbers; 0 is any digit."""
    assert form.needles, f"{form.id}: name a piece of text that stands in every number of this form, as `needles`"
    for example in form.examples:
        assert any(needle in shaped(example) for needle in form.needles), f"{form.id}: no needle stands in {example!r}"
        assert form.id in held(f"As was held in {example}, at 3."), f"{form.id}: {example!r} is passed over"


@pytest.mark.parametrize("form", NUMBERED, ids=lambda form: form.id)
def test_no_way_of_writing_a_number_goes_without_a_needle(form):
    """Every way through the pattern is followed: where it ends without a needle, numbers of that kind would be lost."""
    left = Ways(form.needles).through(parser.parse(form.pattern.pattern), {""})
    assert not left, f"{form.id}: numbers that end like {sorted(left)!r} may hold none of the needles"


def test_a_needle_that_is_missing_is_told():
    pattern = parser.parse(r"(?P<number>(?:AB|CD) ?\d{1,3}/\d{2})")
    assert Ways(["AB 0", "AB0", "CD 0"]).through(pattern, {""})
    assert not Ways(["AB 0", "AB0", "CD 0", "CD0"]).through(pattern, {""})
    assert Ways(["AB 0/00", "CD"]).through(pattern, {""})


WRITTEN = {
    "reporter-year-before": ("[1964] {} 40", "(1998) 75 {}, 506", "[2003] 2{} at p. 3", "(1985) 42 (4) {} 1"),
    "reporter-bare-year": ("1994 {} 105", "1994 {} at p. 111 H"),
    "reporter-public-domain": ("2019 {} 123186",),
    "reporter-bare-year-volume": ("1988 1 {} 1", "1988, 1 {}, 40"),
    "reporter-volume-before": ("341 {} 123", "42(4) {}, 617"),
}


@pytest.mark.parametrize("form", REPORTS, ids=lambda form: form.id)
def test_all_letters_of_a_report_are_seen_with_and_without_dots_and_blanks(form):
    for letters in form.letters:
        loose = re.sub(r"\.(?=\S)", ". ", letters)
        spellings = {letters, loose, letters.replace(".", ""), letters.replace(" ", ""), loose.replace(".", " .")}
        for text in (way.format(spelling) for way in WRITTEN[form.id] for spelling in spellings):
            if form.pattern.search(f"see {text}."):
                assert form.id in held(f"see {text}."), text
        assert any(form.pattern.search(way.format(letters)) for way in WRITTEN[form.id]), letters


@pytest.mark.parametrize("form", FORMS.dockets, ids=lambda form: form.id)
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_whatever_a_form_finds_is_not_passed_over(form, data):
    text = data.draw(st.from_regex(re.compile(form.pattern.pattern)))
    assert form.id in held(text), text


def test_plain_sentences_open_no_form_but_those_that_look_for_nothing_special():
    text = "The person was arrested on 6 October 2022 at Praha 4 (file 12/18) and has been held for 14 months."
    assert held(text) == []
    assert held("See Liu v. Poland (dec.), § 83, 6 October 2022, and the report of 3 May 2021.") == []


def test_a_form_of_ones_own_without_needles_is_tried_in_every_text():
    own = {"own": {"pattern": r"(?P<number>QQ \d)", "examples": ["QQ 1"]}}
    short = {"short": {"pattern": r"(?P<number>X\d)", "examples": ["X1"], "needles": ["X0"]}}
    forms = load_forms({"dockets": own | short, "reporters": {}, "states": {}, "neutral": {}, "instruments": {}})
    assert [form.id for form in forms.dockets_in("nothing here 5")] == ["own", "short"]


def test_a_pattern_of_ones_own_may_be_a_choice():
    entry = {"pattern": "(?<!x)(?P<number>AB \\d)|CD \\d", "examples": ["AB 1"], "needles": ["AB 0", "CD 0"]}
    forms = load_forms({"dockets": {"own": entry}, "reporters": {}, "states": {}, "neutral": {}, "instruments": {}})
    texts = ("AB 1", "xAB 1", "xCD 1", "EF 1")
    assert [any(form.pattern.search(t) for form in forms.dockets_in(t)) for t in texts] == [True, False, True, False]
    assert [len(forms.dockets_in(text)) for text in texts] == [1, 1, 1, 0]


@given(st.text(st.sampled_from("AB /.-07٣ÚS"), max_size=30))
def test_needles_are_found_as_a_plain_search_would_find_them(text):
    needles = {"a": ["AB 0", "B/00"], "b": ["ÚS 00", "0.0-000"], "c": ["AB"], "d": ["S-0", "/0000 A0"]}
    plain = {form for form, own in needles.items() if any(needle in shaped(text) for needle in own)}
    assert Needles(needles).in_(text) == plain


COURTS = [*((name, f"{name}, ") for name in FORMS.courts), *((name, f"{name} Praha, ") for name in FORMS.seated)]


@pytest.mark.parametrize(("name", "written"), COURTS)
def test_every_national_court_is_seen_before_a_date(name, written):
    text = f"(see {written}12 May 2004 - 1 StR 23/04)"
    assert text.index(name) in nationals._courts_at(text, FORMS)
    assert [found.dates for found in nationals.find_dated(text, Places(), FORMS)] == [[("2004-05-12", True)]]


PIECES = [name for name, _ in COURTS] + [
    " ",
    ", ",
    "-",
    ".",
    "'",
    "x",
    " Praha",
    " 12 May 2004",
    " n. 18/04",
    " Urteil vom",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_ruling_of_a_national_court_is_passed_over(pieces):
    text = "".join(pieces)
    for pattern in nationals._patterns(FORMS.courts, FORMS.seated):
        found = [m.span() for m in nationals._each(pattern, text, nationals._courts_at(text, FORMS))]
        assert found == [m.span() for m in pattern.finditer(text)], text


def test_a_word_that_only_begins_as_a_court_does_is_none():
    assert nationals._courts_at("The App. no. 12/18 of CASEY in HRADEC, ACE/12, on 12 May 2004.", FORMS) == []


def test_every_name_of_the_strasbourg_court_holds_a_sign_of_it():
    assert not Ways(leads.SIGNS_OF_STRASBOURG).through(parser.parse(leads.STRASBOURG), {""})
