"""A number one slip of the finger away from that of a ruling which court, day or person say is meant."""

import pytest

# What is written; whose number it must have been.
MEANT = [
    # Two digits exchanged, or one digit wrong, with the court and the very day of a known ruling.
    ("nález Ústavního soudu sp. zn. II. ÚS 2229/19 ze dne 2. 4. 2020", "II. ÚS 2299/19"),
    ("usnesení Nejvyššího soudu sp. zn. 11 Tcu 161/2019 ze dne 18. 12. 2019", "11 Tcu 116/2019"),
    ("the Supreme Court, II KK 145/19, 1 October 2020", "II KK 154/19"),
    ("postanowienie Sądu Najwyższego z 1 października 2020 r., II KK 145/19", "II KK 154/19"),
    ("STC 25/2024, de 8 de abril", "STC 52/2024"),
    ("Cass. crim., 14 février 2012, n° 11-87.697", "Cass. crim., no. 11-87.679"),
    ("Cass. pen., Sez. VI, 1 marzo 2023, n. 21152/2023", "Cass. pen., Sez. VI, n. 21125/2023"),
    ("Cass. pen., Sez. VI, 1 marzo 2023, n. 21152", "Cass. pen., Sez. VI, n. 21125/2023"),
    ("Cassazione penale, sezione VI, sentenza 1 marzo 2023, n. 21152", "Cass. pen., Sez. VI, n. 21125/2023"),
    ("acórdão do STJ de 24.02.2022, processo 172/21.5YRCBR.S1", "127/21.5YRCBR.S1"),
    ("Högsta domstolens beslut den 9 juli 2019, Ö 2497-19", "Q.J., NJA 2019 s. 611"),
    ("Högsta domstolen, mål Ö 2479-18, 9 juli 2019", "Q.J., NJA 2019 s. 611"),
    ("Cass. crim., 14 février 2012, n° 11-88.679", "Cass. crim., no. 11-87.679"),
    ("[2025] EWHC 494 (Admin), 28 February 2025", "Bhandari v Government of India"),
    # The number before the senate is counted for the whole court; only the senate is wrong.
    ("Czech Constitutional Court, III. ÚS 3219/19, 26 November 2019", "II. ÚS 3219/19"),
    # In Portugal the digit behind the point is computed from the others: no other file can have them.
    ("acórdão 127/21.3YRCBR.S1", "127/21.5YRCBR.S1"),
    # No day, but the person.
    ("Hung Tao Liu (Polish Supreme Court, II KK 145/19)", "II KK 154/19"),
    ("Opinion No. 20/2024 (Morocco), concerning Yidiresi Aishan", "Opinion No. 20/2025"),
    ("A/HRC/WGAD/2024/20 (Yidiresi Aishan, Morocco)", "Opinion No. 20/2025"),
    # The file stands in the ECLI, and only the year is another; the day of a judgment of Strasbourg does, too.
    ("ECLI:CZ:US:2021:2.US.2299.19.9", "II. ÚS 2299/19"),
    ("ECLI:CE:ECHR:2022:1006JUD003716018", "Liu v. Poland, no. 37610/18"),
]


@pytest.mark.parametrize(("text", "right"), MEANT)
def test_a_slip_in_the_number_of_a_ruling_known_by_its_day_or_its_person(only, text, right):
    found = only(f"So it was decided in {text}.")
    assert (found.status, len(found.problems)) == ("mismatch", 1), found
    assert found.right_form.startswith(right)
    assert "is not known here" in found.problems[0].text


def test_what_is_said_of_such_a_slip(only):
    found = only("See II KK 145/19, 1 October 2020.")
    assert found.problems[0].text == (
        "II KK 145/19 is not known here. The known ruling of this court and day is II KK 154/19: two digits exchanged."
    )


# Courts give numbers that follow one another to rulings of one day: both may exist. It is only told.
SIDE_BY_SIDE = [
    "STC 51/2024, de 8 de abril",
    "II. ÚS 2298/19 ze dne 2. 4. 2020",
    "Cass. pen., Sez. VI, 1 marzo 2023, n. 21128/2023",
    "acórdão do STJ de 24.02.2022, processo 127/21.5YRCBR.S2",
]


@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_numbers_side_by_side_on_one_day_are_not_blamed(only, text):
    found = only(f"See {text}.")
    assert (found.status, found.problems) == ("not_in_library", [])
    assert [n.code for n in found.notes] == ["same_day"]
    assert found.candidates


def test_a_day_without_its_year_tells_nothing_where_the_year_differs_but_is_told(only):
    found = only("See ATC 4/2018, de 29 de enero.")
    assert (found.status, found.problems) == ("not_in_library", [])
    assert found.notes[0].text == "The library has ATC 4/2019 of that day a year apart: look up whether it is meant."


# Another day, no day at all, a day without its year, two digits that are no exchange, another court.
OTHERS = [
    "II. ÚS 2229/19 ze dne 7. 9. 2021",
    "II KK 145/19",
    "ATC 4/2018, de 29 de enero",
    "II. ÚS 2988/19 ze dne 2. 4. 2020",
    "Cass. pen., Sez. VI, n. 21152/2023",
    "NJA 2019 s. 661",
    "V KK 154/19, 3 November 2020",
    "ECLI:ES:TS:2024:52",
    "ECLI:FR:CCASS:2018:CR01426",
    "C-128/15, judgment of 7 September 2016",
    "In the case of another person named Liu, II KK 145/19",
    # Another case by its name, or by the person in brackets, however near the number is on that day.
    "Smith v Jones [2025] EWHC 494 (Admin), 28 February 2025",
    "II KK 145/19 (Jan Nowak), 1 October 2020",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_number_that_is_merely_like_a_known_one_is_only_unknown(cited, text):
    found = [c for c in cited(f"See {text}.") if c.kind != "treaty"]
    assert {(c.status, len(c.problems)) for c in found} == {("not_in_library", 0)}, found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bhandari v Government of India [2025] EWCA Civ 449", "[2025] EWHC 449 (Admin)"),
        ("Boily v Canada, 2022 FCA 1243", "2022 FC 1243"),
    ],
)
def test_a_neutral_citation_with_the_letters_of_another_court(only, text, right):
    found = only(f"See {text}.")
    assert (found.status, [p.code for p in found.problems]) == ("mismatch", ["wrong_court"])
    assert right in found.right_form


@pytest.mark.parametrize(
    "text",
    [
        "Bhandari v Government of India [2026] EWCA Civ 112",  # an appeal of its own
        "Singh v Government of India [2025] EWCA Civ 449",
    ],
)
def test_a_neutral_citation_of_its_own_is_not_blamed(only, text):
    assert only(f"See {text}.").problems == []


def test_a_ruling_cannot_have_a_neutral_citation_of_an_earlier_year(only):
    found = only("See Lord Advocate v Dean [2017] UKSC 44 (22 June 2018).")
    assert [p.text for p in found.problems] == ["[2017] UKSC 44: a ruling of 22 June 2018 has no number of 2017."]
    # Heard before Christmas, numbered in January.
    assert only("See Novak v Home Office [2019] EWHC 3 (Admin), 20 December 2018.").problems == []


def test_a_short_form_against_another_state_than_the_case_above(cited):
    text = "See Kafkaris v. Cyprus [GC], no. 21906/04, § 98, 12 February 2008. So in {}, cited above, § 99."
    wrong = cited(text.format("Kafkaris v. Greece"))[-1]
    assert (wrong.status, [p.code for p in wrong.problems]) == ("mismatch", ["swapped_party"])
    assert "Kafkaris v. Cyprus" in wrong.problems[0].text
    for other in ("Kafkaris v. Cyprus", "Kafkaris and Novak v. Greece", "Novak v. Greece"):
        assert cited(text.format(other))[-1].problems == []


def test_a_leading_case_by_its_whole_name_and_year_against_another_state(only):
    found = only("See Othman (Abu Qatada) v Belgium (2012) 55 EHRR 1.")
    assert [p.code for p in found.problems] == ["swapped_party"]
    for text in ("Othman v Belgium (2012) 55 EHRR 1", "Othman (Abu Qatada) v Belgium (2019) 69 EHRR 1"):
        assert only(f"See {text}.").problems == []


def test_the_day_of_a_chamber_whose_case_went_to_the_grand_chamber(only):
    found = only("See Hermi v. Italy, no. 18114/02, 8 July 2005, § 25.")
    assert [p.text for p in found.problems] == ["Decided on 28 June 2005, not 8 July 2005."]
    # Years before: it may be a decision on admissibility that nobody here knows.
    assert only("See Hermi v. Italy, no. 18114/02, 6 November 2003.").problems == []


def test_marks_behind_a_name_with_a_number_of_their_own(only):
    for text in (
        "Loizou and Others v. Turkey (just satisfaction no. 2), no. 16682/90, 24 May 2011",
        "Kavala v. Türkiye (infringement proceedings) [GC], no. 28749/18, 11 July 2022",
        "Kavaklıoğlu and Others v. Turkey (revision no. 3), no. 15397/02, 17 October 2017",
        "L. and V. v. Austria, nos. 39392/98 and 39829/98, § 45, ECHR 2003I",
    ):
        found = only(f"See {text}.")
        assert (found.text, found.status) == (text, "exists")


def test_a_symbol_of_several_communications_without_its_letter(only):
    found = only("See Maksudov v. Kyrgyzstan, communication No. 1461/2006, CCPR/C/93/1461,1462,1476&1477/2006.")
    assert found.status == "malformed"
    right = "CCPR/C/93/D/1461,1462,1476&1477/2006"
    assert only(f"See Maksudov v. Kyrgyzstan, communication No. 1461/2006, {right}.").status == "exists"


def test_an_earlier_session_of_old_views_must_be_compared_by_the_reader(only):
    found = only("See Ng v. Canada, CCPR/C/47/D/469/1991.")
    assert (found.status, [n.code for n in found.notes]) == ("exists", ["earlier_decision"])
    assert "CCPR/C/49/D/469/1991" in found.notes[0].text


def test_a_ruling_that_the_sentence_says_was_found_in_breach_is_not_blamed_for_it(only):
    said = "It was held otherwise in II KK 154/19, but that was the very decision found to be in breach of Article 3."
    assert only(said).problems == []
    # What the ruling itself found is another thing.
    other = only("Surrender was found to be in breach of no rule in II KK 154/19.")
    assert [p.code for p in other.problems] == ["reversed_authority"]


def test_an_italian_ruling_in_whole_words(only):
    found = only("Vedi Cassazione penale, sezione VI, sentenza 1 marzo 2023, n. 21125.")
    assert (found.status, found.authority, found.date) == ("exists", "it-cass/it-cass-21125-2023", "2023-03-01")
    assert only("Vedi Cassazione penale, sezione VI, sentenza 4 maggio 2021, n. 21125.").status == "not_in_library"


def test_initials_in_luxembourg_are_called_by_a_name_in_square_brackets(only):
    found = only("See Case C-202/24 MA [Alchaster] EU:C:2024:649, paragraph 32.")
    assert (found.text, found.status) == ("Case C-202/24 MA [Alchaster] EU:C:2024:649, paragraph 32", "exists")
    assert only("See Case C-202/24 MA [Alchaster] EU:C:2024:694.").status == "mismatch"
