"""The case file: exact or refused, with file, line and column, in words a caseworker can act on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.casefile import case_from_text
from briefs.compose.proceedings import paged
from briefs.errors import CaseError
from briefs.models.brief import Exhibit
from briefs.reading.text_tree import forbidden_character, parse_tree

START = "format: 1\nas_of: 2024-05-01\n"


def read(text, library):
    return case_from_text(START + text, library)


def refusal(text, library):
    with pytest.raises(CaseError) as caught:
        read(text, library)
    return "\n".join(problem.line() for problem in caught.value.problems)


MISTAKES = {
    "a state written as a word": (
        "request:\n  requested_state: Czechia\n",
        ["case.yaml:4:3", "'Czechia' is not a state code", "Did you mean CZ?", "list states"],
    ),
    "a misspelt key": ("request:\n  requesing_state: CN\n", ["case.yaml:4:3", "'requesing_state'", "requesting_state"]),
    "a key twice": ("reference: A\nreference: B\n", ["case.yaml:4:1", "stands twice", "line 3"]),
    "an exhibit that is not listed": (
        "circumstances:\n  - {id: c, says: x, source: {exhibit: e9}}\n",
        ["'e9' is not in the list of exhibits", "refer to nothing"],
    ),
    "a date that is none": (
        "persons_sought:\n  - {born: 31/12/1980}\n",
        ["case.yaml:4:6", "is not a date", "YYYY-MM-DD"],
    ),
    "a day that does not exist": (
        "persons_sought:\n  - {born: 1980-02-31}\n",
        ["case.yaml:4:6", "day is out of range"],
    ),
    "a word where yes or no is needed": ("proceedings: {consent: perhaps}\n", ["neither yes nor no"]),
    "a text that a comma cut in two": (
        "exhibits:\n  - {id: x1, title: Statement, signed, pages: 3}\n",
        ["case.yaml:4:32", "'signed' is not a key", "a comma ends a text", "in quotation marks"],
    ),
    "a colon in a text between braces": (
        "circumstances:\n  - {id: c1, says: He was held: then released}\n",
        ["case.yaml:4:31", "stands in quotation marks"],
    ),
    "an unknown kind of request": ("request: {kind: rendition}\n", ["'rendition' is not one of", "extradition"]),
    "an alias": ("reference: &a X\nlanguage: *a\n", ["anchors and aliases"]),
    "a tag": ("reference: !!python/name:os.system X\n", ["the tag", "is not allowed"]),
    "two circumstances of one id": (
        "circumstances:\n  - {id: c, says: x}\n  - {id: c, says: y}\n",
        ["case.yaml:5:6", "'c' is the id of two entries"],
    ),
    "an authority that does not exist": (
        "disclosure:\n  echr/liu-v-poland: no\n",
        ["no authority of this id", "liu-v-poland-2022"],
    ),
    "a direction mark in a name": ('persons_sought:\n  - name: "Li\\u202eWei"\n', ["U+202E", "Delete it"]),
    "a line break in a name": ('persons_sought:\n  - name: "Li\\nWei"\n', ["a name stands on one line"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_place_reason_and_way_out(mistake, library):
    text, words = MISTAKES[mistake]
    said = refusal(text, library)
    for word in words:
        assert word in said, said


@pytest.mark.parametrize(("word", "kept"), [("refused", False), ("Withheld", False), ("no", False), ("given", True)])
def test_a_consent_may_be_called_refused(word, kept, library):
    assert read(f"proceedings: {{consent: {word}}}\n", library).case.proceedings.consent is kept


def test_all_mistakes_are_told_at_once(library):
    said = refusal("request:\n  requested_state: Czechia\n  requesting_state: Chinna\n  offences: []\n", library)
    assert said.count("is not a state code") == 2


def test_a_file_without_its_format_says_what_to_write(library):
    with pytest.raises(CaseError) as caught:
        case_from_text("as_of: 2024-05-01\n", library)
    assert "Write 'format: 1' as the first line" in caught.value.problems[0].line()


def test_nothing_is_guessed_from_the_look_of_a_value(library):
    case = read(
        "reference: 0123\npersons_sought:\n  - name: {full: No, native: On}\n    nationalities: [NO]\n"
        "proceedings: {court: {file_number: 190:20:30}}\n",
        library,
    ).case
    assert case.reference == "0123"
    assert case.persons_sought[0].name.full == "No"
    assert case.persons_sought[0].name.native == "On"
    assert case.persons_sought[0].nationalities == ("NO",)
    assert case.proceedings.court.file_number == "190:20:30"


def test_unknown_is_an_answer_everywhere(library):
    case = read(
        "reference: unknown\nrequest: {purpose: unknown, received_on: unknown, assurances: unknown, "
        "interpol: unknown}\nproceedings: {custody: unknown, consent: unknown}\n",
        library,
    ).case
    assert case.reference is None
    assert case.request.assurances == ()
    assert case.request.interpol is None
    assert case.proceedings.custody is None


@pytest.mark.parametrize("word", ["no", "No", "none", "unknown", "n/a", "false"])
def test_a_plain_no_is_no_notice_no_warrant_and_no_assurance(library, word):
    case = read(
        f"request: {{interpol: {word}, warrant: {word}, assurances: {word}}}\n"
        f"proceedings: {{custody: {word}, other_procedures: [{word}], decisions: unknown}}\n"
        f"circumstances:\n  - {{id: c1, says: She was questioned., source: {word}}}\n",
        library,
    ).case
    assert case.request.interpol is None
    assert case.request.warrant is None
    assert case.request.assurances == ()
    assert case.proceedings.custody is None
    assert case.proceedings.other_procedures == ()
    assert case.proceedings.decisions == ()
    assert case.circumstances[0].source is None


def test_a_message_repeats_no_more_of_a_key_than_a_line_holds(library):
    with pytest.raises(CaseError) as refused:
        read(f"reference: x\n? {'k' * 50_000}\n: 1\n", library)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("pages", ["9" * 5000, "²", "１２"])
def test_a_length_that_is_no_plain_number_numbers_no_bundle(library, pages):
    exhibit = read(f"exhibits: [{{id: x1, title: A, pages: '{pages}'}}]\n", library).case.exhibits[0]
    shown = Exhibit.model_construct(number="E1", pages=exhibit.pages)
    assert [one.bundle_page for one in paged([shown, shown])] == ["1", None]


def test_a_notice_may_be_named_in_a_word(library):
    case = read("request: {interpol: red notice, warrant: Public Security Bureau, assurances: [Embassy]}", library).case
    assert case.request.interpol.kind == "red notice"
    assert case.request.warrant.issued_by == "Public Security Bureau"
    assert case.request.assurances[0].given_by == "Embassy"


def test_an_empty_value_is_unknown_and_the_word_null_is_text(library):
    case = read("reference:\npersons_sought:\n  - name: {full: Null}\n", library).case
    assert case.reference is None
    assert case.persons_sought[0].name.full == "Null"


def test_five_facts_may_be_written_short(library):
    case = read(
        "persons_sought:\n  - {name: Test PERSON, nationalities: [CN]}\nrequest: {requesting_state: CN, "
        "requested_state: PL, offences: [fraud]}\n",
        library,
    ).case
    assert case.persons_sought[0].name.full == "Test PERSON"
    assert case.request.offences[0].label == "fraud"


def test_look_alike_letters_are_warned_of_and_left_as_they_are(library):
    file = read('persons_sought:\n  - name: "Li W\\u0435i"\n', library)
    assert file.case.persons_sought[0].name.full == "Li W\u0435i"
    assert any("letters that look alike" in warning.line() for warning in file.warnings)


def test_a_word_no_rule_knows_is_warned_of_with_the_nearest(library):
    file = read("persons_sought:\n  - {profile: [uyghurs, astronaut]}\n", library)
    said = "\n".join(warning.line() for warning in file.warnings)
    assert "Did you mean uyghur?" in said
    assert "'astronaut' is not a known word" in said


def test_json_is_read_like_yaml(library):
    case = case_from_text('{"format": "1", "as_of": "2024-05-01", "request": {"requested_state": "PL"}}', library).case
    assert case.request.requested_state == "PL"


def read_or_refused(data):
    """The tree, or the problems that refuse it."""
    try:
        return parse_tree(data, "case.yaml"), ()
    except CaseError as reason:
        return None, reason.problems


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_what_was_typed_is_what_is_read_or_it_is_refused(text):
    """Exact, or refused: no third outcome."""
    import json

    quoted = json.dumps(text, ensure_ascii=True)
    tree, refused = read_or_refused(f"says: {quoted}\n".encode())
    assert bool(refused) == (tree is None)
    if tree is not None:
        assert tree.data == {"says": text}
        assert not [c for c in text if forbidden_character(c)]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_our_own_words(data):
    tree, refused = read_or_refused(data)
    assert bool(refused) == (tree is None)
    assert all(problem.where.startswith("case.yaml") for problem in refused)
