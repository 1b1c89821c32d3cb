"""What the data promise: derived identifiers follow the rule, initials stay initials, nobody's birth date is held."""

import re

from briefs.models.base import weakest

_BORN = re.compile(r"\bborn (on|in|at) |date of birth|place of birth|passport (no|number)", re.IGNORECASE)


def ecli_by_rule(precedent):
    """ECLI:CE:ECHR:<year>:<month and day><JUD or DEC><number in seven digits><year of the application in two>."""
    year, month, day = precedent.decided.split("-")
    number, _, lodged = precedent.dockets[0].partition("/")
    kind = {"judgment": "JUD", "decision": "DEC"}[precedent.kind]
    return f"ECLI:CE:ECHR:{year}:{month}{day}{kind}{int(number):07d}{lodged}"


def test_an_ecli_derived_by_rule_says_so_and_rests_on_a_number_and_a_date_seen_in_the_source(library):
    derived = [p for p in library.precedents.values() if p.ecli_derived]
    assert len(derived) >= 30
    for precedent in derived:
        assert precedent.court == "echr"
        assert precedent.ecli == ecli_by_rule(precedent), precedent.id
        assert weakest(precedent.verification, precedent.decided_level) == "primary", precedent.id


def test_an_ecli_that_was_seen_agrees_with_the_rule(library):
    seen = [p for p in library.precedents.values() if p.court == "echr" and p.ecli and not p.ecli_derived]
    assert seen
    for precedent in seen:
        assert precedent.ecli == ecli_by_rule(precedent), precedent.id


def test_where_number_and_date_are_primary_no_strasbourg_case_lacks_its_ecli(library):
    lacking = [
        p.id
        for p in library.precedents.values()
        if p.court == "echr"
        and not p.ecli
        and weakest(p.verification, p.decided_level) == "primary"
        and p.dockets
        and re.fullmatch(r"\d{4}-\d{2}-\d{2}", p.decided or "")
    ]
    assert lacking == []


def test_initials_that_a_court_chose_are_never_turned_back_into_a_name(library):
    text = "\n".join(
        record.model_dump_json()
        for room in (library.precedents, library.evidence, library.arguments)
        for record in room.values()
    )
    for name in ("Qiao", "Jianjun"):
        assert name not in text


def test_no_record_holds_a_birth_date_or_a_passport(library):
    for room in (library.precedents, library.evidence, library.arguments):
        for key, record in room.items():
            assert not _BORN.search(record.model_dump_json()), key


def test_an_unknown_outcome_is_marked_and_its_record_kept(library):
    unknown = [p for p in library.precedents.values() if not p.outcome_known]
    assert len(unknown) >= 20
    assert all(p.favourable == "unknown" for p in unknown)


def test_slips_that_others_made_are_not_in_the_texts_that_are_filed(library):
    """46 member states, no pilot judgment, nine suspensions and a halted ratification, the Council of the EU."""
    wrong = re.compile(
        r"48 (member|Council|States)|(?<!not a )pilot judgment|erga omnes|European Council conclusions|"
        r"ten (democratic|states suspended|democracies)|bars all extraditions|Court of Appeal of Rabat|"
        r"in effect 31 January 2023",
        re.IGNORECASE,
    )
    (shipped,) = [layer for layer in library.layers if layer.name == "shipped"]
    for file in (shipped.root / "templates").rglob("*.txt"):
        assert not wrong.search(file.read_text(encoding="utf-8")), file
    for record in (*library.evidence.values(), *library.arguments.values(), *library.grounds.values()):
        assert not wrong.search(record.model_dump_json()), record.id
