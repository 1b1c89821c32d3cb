"""Strasbourg cases as others write them: a volume alone, torn names, two heads in one title, one clause of many."""

import pytest

HIRSI = "Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, § 113, ECHR 2012"
UNER = "Üner v. the Netherlands [GC], no. 46410/99, § 54, ECHR 2006-XII"


def codes(found):
    return [fault.code for fault in found.problems]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # Nobody is named: the number of Series A says which judgment it is, with its day or without.
        ("See the Court's judgment of 23 June 1981 (Series A no. 43, p. 17, para. 36).", "register/6878-75/1981-06-23"),
        ("See its judgment of 23 June 1981, Series A no. 43, p. 26, para. 63.", "register/6878-75/1981-06-23"),
        ("The point is settled (Series A no. 27, p. 32, para. 95).", "register/6232-73/1978-06-28"),
        ("As was held, 161 Eur. Ct. H.R. (ser. A) (1989).", "echr/soering-v-uk-1989"),
        # Of several cases of the name, the one that this year of the reports can hold.
        ("See Goodwin v UK (1996) 22 EHRR 123, para 39.", "register/17488-90/1996-03-27"),
        # The record has the year of the report, the text the day: there is no other ruling of that year in the case.
        ("See Saadi v. the United Kingdom, judgment of 29 January 2008.", "register/13229-03/ECHR-2008"),
        # A file has put a blank into the name of the state, or a comma for the point behind 'v'.
        ("See R.B. v. Hungar y , no. 64602/12, § 84, 12 April 2016.", "register/64602-12/2016-04-12"),
        ("See Hanovs v. Lat via, no. 40861/22, § 32, 18 July 2024.", "register/40861-22/2024-07-18"),
        (
            "See Handyside v, the United Kingdom judgment of 7 December 1976, Series A no. 24.",
            "register/5493-72/1976-12-07",
        ),
        # The hyphen of the volume is lost.
        ("See Makaratzis v. Greece [GC], no. 50385/99, § 60, ECHR 2004XI.", "register/50385-99/ECHR-2004-XI"),
    ],
)
def test_a_case_is_known_by_what_the_text_gives(only, text, meant):
    found = only(text)
    assert (found.status, found.authority, codes(found)) == ("exists", meant, [])


@pytest.mark.parametrize(
    "text",
    [
        # A number of Series A with the day of another ruling, or of the court in San José, which has its own Series A.
        "See its judgment of 3 May 1990, Series A no. 43, p. 26.",
        "See Advisory Opinion OC-18/03, Series A No. 18 (2003).",
        "The Inter-American Court's opinion (Series A No. 18) says so.",
        # An invented name does not become true by a true volume.
        "See Kowalczewski v. Belgium, 23 June 1981, Series A no. 43.",
        # A day of a year of which no ruling in the case is known.
        "See Saadi v. the United Kingdom, judgment of 29 January 2009.",
    ],
)
def test_what_the_volume_or_the_year_does_not_tell_is_not_called_known(only, text):
    assert only(text).status != "exists"


def test_two_numbers_of_the_series_in_one_bracket_are_two_citations(cited):
    text = "That is settled (Series A no. 27, p. 32, para. 95, and Series A no. 43, p. 22, para. 48)."
    found = [(c.authority, codes(c)) for c in cited(text)]
    assert found == [("register/6232-73/1978-06-28", []), ("register/6878-75/1981-06-23", [])]


def test_a_day_one_slip_away_from_that_of_the_volume_is_told(only):
    (problem,) = only("See its judgment of 23 July 1981, Series A no. 43, p. 26.").problems
    assert problem.text == "Decided on 23 June 1981, not 23 July 1981."


def test_a_title_of_two_appeals_is_the_ruling_that_the_first_is_called_by(only):
    title = (
        "Regina v. Special Adjudicator (Respondent) ex parte {} (FC) (Appellant) Do (FC) (Appellant) v. Secretary of "
        "State for the Home Department (Respondent) [2004] UKHL 26, paragraph 24"
    )
    right, wrong = (only(f"See {title.format(name)}.") for name in ("Ullah", "Novak"))
    assert (right.text, right.status, right.authority) == (title.format("Ullah"), "exists", "gb-hl/uk-ullah-2004")
    assert codes(wrong) == ["swapped_party"]


def test_a_citation_stands_for_the_clause_before_it_where_the_next_clause_has_its_own(cited):
    entry = "the Contracting States are entitled, subject to treaty obligations, to control the entry, residence and "
    entry += "expulsion of aliens"
    asylum = "the right to political asylum is contained neither in the Convention nor in its Protocols"
    near = cited(f"The Court reiterates that {asylum} (see {HIRSI}) and that {entry} (see {UNER}).")
    assert [codes(c) for c in near] == [[], []]
    its_own = cited(f"The Court reiterates that {entry} (see {HIRSI}) and that {asylum} (see {UNER}).")
    assert codes(its_own[0]) == ["misattributed_proposition"]
    alone = cited(f"The Court reiterates that {entry} (see {HIRSI}).")
    assert codes(alone[0]) == ["misattributed_proposition"]


def test_another_last_letter_than_the_one_list_that_has_the_case_is_told_without_blame(only):
    found = only("See Bertossie and Martinelli v. Italy, no. 62158/00.")
    assert (found.status, codes(found)) == ("exists", [])
    (note,) = found.notes
    assert note.text.startswith("The name is known as Bertossit, not Bertossie")
    assert codes(only("See Bretossit and Martinelli v. Italy, no. 62158/00.")) == ["misspelt_name"]
    assert codes(only("See Kudlo v. Poland [GC], no. 30210/96, ECHR 2000-XI.")) == ["misspelt_name"]
