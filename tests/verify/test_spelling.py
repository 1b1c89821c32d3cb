"""A name with a slip is told; another way of writing the same sounds is remarked on, and is no fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.verify.check.spelling import spelling_of

SLIPS = [
    ("Dicskon v. the United Kingdom [GC], no. 44362/04, ECHR 2007-V", "Dickson"),
    ("Paposhivli v. Belgium [GC], no. 41738/10, § 186, 13 December 2016", "Paposhvili"),
    ("Kafkris v. Cyprus [GC], no. 21906/04, 12 February 2008", "Kafkaris"),
    ("Blohkin v. Russia [GC], no. 47152/06, ECHR 2016", "Blokhin"),
    ("Holokiov v. Moldova, no. 30649/05, § 117, 7 November 2006", "Holomiov"),
    # letters added at the end
    ("Turekov v. Slovakia, no. 57986/00, 14 February 2006", "Turek"),
    ("Hansenov v. Turkey, no. 36141/97, 23 September 2003", "Hansen"),
    ("Kleine v. Russia, no. 24268/08, 1 April 2010", "Klein"),
    ("Kautzors v. Germany, no. 23338/09, 22 March 2012", "Kautzor"),
    ("Mihaiova-Iulian Popescu v. Romania, no. 2911/02, 29 September 2005", "Mihai"),
    # the other party bears the same name
    ("Burmen and Burden v. the United Kingdom, no. 13378/05, 12 December 2006", "Burden"),
    # a letter doubled, or half of a double lost
    ("Daavydov and Others v. Russia, no. 75947/11, 30 May 2017", "Davydov"),
    ("Berlland v France App no 42875/10 (ECtHR, 3 September 2015)", "Berland"),
    ("Sadi v. Italy [GC], no. 37201/06, 28 February 2008", "Saadi"),
    ("Kres v. France [GC], no. 39594/98, ECHR 2001-VI", "Kress"),
    ("Muray v. the United Kingdom, no. 14310/88, 28 October 1994", "Murray"),
    ("Bandari v Government of India [2025] EWHC 449 (Admin)", "Bhandari"),
    ("Petruhin, C-182/15", "Petruhhin"),
    ("Agisa v. Sweden, CAT/C/34/D/233/2003", "Agiza"),
    ("Wong Ho Ming v. Peru, Series C No. 297", "Wing"),
]


@pytest.mark.parametrize(("written", "right"), SLIPS)
def test_a_slip_in_a_name_is_told_with_the_right_name(only, written, right):
    citation = only(f"The Court said so (see {written}).")
    assert citation.status == "mismatch"
    assert [(p.code, right in p.text) for p in citation.problems] == [("misspelt_name", True)]
    assert right in citation.right_form


def test_the_right_name_is_told_in_its_own_letters(only):
    citation = only("See Vuckoviv and Others v. Serbia [GC], nos. 17153/11 and 29 others, 25 March 2014.")
    assert [p.text for p in citation.problems] == ["The name is Vučković, not Vuckoviv: Vučković and Others v. Serbia."]


OTHER_LETTERS = [
    ("Toncev v Bulgaria App no 18527/02 (ECtHR, 19 November 2009)", "Tonchev"),
    ("Chizov v. Russia, no. 11536/19, 6 July 2021", "Chizhov"),
    ("Garabaev v. Russia, no. 38411/02, 7 June 2007", "Garabayev"),
    ("Savriddin Djuraev v. Russia, no. 71386/10, 25 April 2013", "Dzhurayev"),
    ("Khodorkovsky and Lebedev v. Russia, nos. 11082/06 and 13772/05, 25 July 2013", "Khodorkovskiy"),
    ("Muhitdinov v. Russia, no. 20999/14, 21 May 2015", "Mukhitdinov"),
    ("Ilias and Ahmad v. Hungary [GC], no. 47287/15, 21 November 2019", "Ahmed"),
    ("Marqus Jorge Ribeiro v. Portugal, no. 49018/99, 4 April 2002", "Marques"),
    ("Keenanová proti Spojenému království, č. 27229/95, 3. 4. 2001", "Keenan"),
    ("Pine Valley Development Ltd and Others v. Ireland, no. 12742/87, 29 November 1991", "Developments"),
]


@pytest.mark.parametrize(("written", "right"), OTHER_LETTERS)
def test_another_way_to_write_the_same_sounds_is_no_fault_but_it_is_said(only, written, right):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert not citation.problems
    assert [right in note.text for note in citation.notes if note.code == "spelling"] == [True]


KNOWN_SPELLINGS = [
    "Khachiev et Akaïeva c. Russie, nos 57942/00 et 57945/00, 24 février 2005",
    "Chamaïev et autres c. Géorgie et Russie, no 36378/02, 12 avril 2005",
    "Saadi c. Italie [GC], no 37201/06, 28 février 2008",
    "Conka v. Belgium, no. 51564/99, ECHR 2002-I",
    "Gaefgen v. Germany [GC], no. 22978/05, ECHR 2010",
    "Elmasri v. North Macedonia [GC], no. 39630/09, ECHR 2012",
    "Ila?cu and Others v. Moldova and Russia [GC], no. 48787/99, ECHR 2004-VII",
]


@pytest.mark.parametrize("written", KNOWN_SPELLINGS)
def test_accents_umlauts_lost_letters_and_the_courts_french_names_need_no_word(only, written):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert not [note for note in citation.notes if note.code in {"spelling", "more_names"}]


@pytest.mark.parametrize(
    ("written", "known", "how"),
    [
        ("khachiev", "khashiyev", "sounds"),
        ("kalachnikov", "kalashnikov", "sounds"),
        ("zolotoukhine", "zolotukhin", "sounds"),
        ("barabanchtchikov", "barabanshchikov", "sounds"),
        ("goussinski", "gusinskiy", "sounds"),
        ("muhammad", "mohammed", "sounds"),
        ("yasa", "yasa", "same"),
        ("gaefgen", "gafgen", "same"),
        ("brecknelll", "brecknell", "slip"),
        ("kleine", "klein", "slip"),
        ("saadi", "soering", "other"),
        ("ma", "mi", "other"),
    ],
)
def test_how_two_words_stand_to_each_other(written, known, how):
    assert spelling_of(written, known) == how


WORDS = st.text(alphabet="abcdefghijklmnoprstuvyz", min_size=1, max_size=14)


@given(WORDS, WORDS)
def test_the_spelling_of_any_two_words_is_told_from_either_side(one, other):
    assert spelling_of(one, one) == "same"
    assert (spelling_of(one, other) == "other") == (spelling_of(other, one) == "other")
