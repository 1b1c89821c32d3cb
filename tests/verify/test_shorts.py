"""Short forms mean what was cited before them; a short form of a wrong citation is not called right."""

import pytest
from word_samples import docx, note_call, paragraph, run

FULL = "Othman (Abu Qatada) v. the United Kingdom, no. 8139/09, § 187, ECHR 2012"


def shorts(citations):
    return [(c.text, c.status, c.authority) for c in citations if c.kind in {"short", "ibid"}]


def test_cited_above_ibid_and_short_names_are_tied_to_the_full_citation(cited):
    text = f"See {FULL}. As the Court said (Othman, cited above, § 188; ibid., § 189). "
    text += "In Othman it went on. The Othman criteria apply."
    found = shorts(cited(text))
    assert [t for t, _, _ in found] == ["Othman, cited above, § 188", "ibid., § 189", "Othman", "Othman"]
    assert {(s, a) for _, s, a in found} == {("exists", "echr/othman-abu-qatada-v-uk-2012")}


def test_a_name_in_italics_is_a_citation_once_the_case_was_cited(cited):
    body = paragraph(f"See {FULL}.") + paragraph("It was ", run("Othman", "<w:i/>"), " that decided. Mr Othman left.")
    assert [t for t, _, _ in shorts(cited(docx(body), name="a.docx"))] == ["Othman"]


def test_a_person_is_not_a_citation(cited):
    assert shorts(cited(f"See {FULL}. Mr Othman was then deported. Othman lives in Amman.")) == []


def test_ibid_in_a_footnote_means_the_note_before_and_not_the_text(cited):
    body = paragraph("Text", note_call("footnote", 2)) + paragraph("Soering v. the United Kingdom, no. 14038/88.")
    body += paragraph("More", note_call("footnote", 3))
    file = docx(body, [paragraph(FULL), paragraph("Ibid., § 189.")])
    assert shorts(cited(file, name="a.docx")) == [("Ibid., § 189", "exists", "echr/othman-abu-qatada-v-uk-2012")]


def test_a_short_form_of_an_invented_case_does_not_exist(cited):
    text = "Zzyzek v. Poland, no. 37610/18, 3 March 2020. See Zzyzek, cited above, § 4."
    ((_, status, authority),) = shorts(cited(text))
    assert status == "mismatch"
    assert authority is None


def test_a_short_form_of_a_case_with_a_wrong_number_is_not_blamed_again(cited):
    text = "Liu v. Poland, no. 37601/18, 6 October 2022. See Liu, cited above, § 84."
    ((_, status, _),) = shorts(cited(text))
    assert status == "exists"


def test_the_paragraph_of_a_short_form_is_looked_at(cited):
    text = "Z v. Finland, no. 22009/93, § 94, Reports 1997-I. See Z v. Finland, cited above, § 300."
    last = cited(text)[-1]
    assert [f.code for f in last.problems] == ["paragraph_out_of_range"]


def test_a_book_cited_above_is_no_case(cited):
    assert cited("See Bennion, cited above, at p. 31, and Professor Tyler (cited above, p. 26).") == []


def test_an_ibid_that_opens_a_note_behind_a_book_is_no_citation(cited):
    notes = f"{FULL}.\n\n4. Smith, A book, p. 3.\n\n5. Ibid.\n\n6. Ibid., p. 9.\n\n7. {FULL}.\n\n8. Ibid., § 189."
    notes += "\n\n9 See Othman, cited above, § 188.\n\n10 Ibid., § 187."
    assert [c.kind for c in cited(notes)] == ["case", "case", "ibid", "short", "ibid"]
    on_one_page = notes.replace("\n\n", "\n")
    assert [c.kind for c in cited(on_one_page)] == ["case", "case", "ibid", "short", "ibid"]


def test_an_ibid_that_opens_a_paragraph_below_a_heading_is_one(cited):
    assert [c.kind for c in cited(f"See {FULL}.\n\nB. The risk\n\nIbid., § 189 says more.")] == ["case", "ibid"]


def test_a_title_in_quotation_marks_is_no_case_that_was_cited_above(cited):
    assert shorts(cited('See Van Gent, "Exclusion as urban policy", cited above, pp. 5 and 14.')) == []
    case = 'See "Orbital Ltd" v. Georgia, no. 31097/12, 1 July 2021. As in "Orbital Ltd", cited above, § 5.'
    assert [c.kind for c in cited(case)][-1] == "short"


def test_two_applicants_of_one_case_are_one_of_both_cited_above(cited):
    full = "Mehmet Şentürk and Bekir Şentürk v. Turkey, no. 13423/09, 9 April 2013, and Soering v. the United Kingdom"
    text = f"See {full}, no. 14038/88. In Mehmet Şentürk and Bekir Şentürk and Soering, both cited above, it was said."
    assert [s[0] for s in shorts(cited(text))] == ["Mehmet Şentürk and Bekir Şentürk", "Soering, both cited above"]


@pytest.mark.parametrize(
    "full",
    [
        "Canada (Minister of Citizenship and Immigration) v. Vavilov, 2019 SCC 65",
        "Secretary of State for the Home Department v Vavilov [2019] UKSC 65",
        "Government of Ruritania v Vavilov [2019] EWHC 65 (Admin)",
    ],
)
def test_a_case_of_a_government_is_called_by_the_other_party(cited, full):
    text = f"See {full}. The test is another (see Vavilov, above); so it was said (Vavilov, at para. 108)."
    assert [s[0] for s in shorts(cited(text))] == ["Vavilov, above", "Vavilov, at para. 108"]


def test_a_writer_of_an_article_is_no_case_that_was_cited_above(cited):
    assert shorts(cited("See Lord Hoffmann, cited above, p. 164; Judge Zed, cited above.")) == []


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("L.C.B. v. the United Kingdom, no. 23413/94, 9 June 1998", "L.C.B."),
        ("Centre for Legal Resources on behalf of Valentin Câmpeanu v. Romania [GC], no. 47848/08", "Câmpeanu"),
        ("Kurić and Others v. Slovenia [GC], no. 26828/06", "Kuri?"),
    ],
)
def test_a_name_in_italics_is_found_with_a_note_behind_it_and_with_a_lost_letter(cited, full, short):
    again = full.replace("Kurić", "Kuri?")
    text = f"See *{again}*. It was followed in *{short}*, and in *{short}*.{12} Of another kind was this."
    assert [s[0] for s in shorts(cited(text, name="draft.md"))] == [short, short]


def test_the_number_of_a_note_that_stuck_to_a_name_is_no_part_of_it(cited):
    text = "See Soering v. the United Kingdom, no. 14038/88.\n\nIn Soering114, the Court said so. Soering1142 is none."
    assert [s[0] for s in shorts(cited(text))] == ["Soering"]


def test_a_name_and_the_day_tell_the_judgment_though_it_is_cited_nowhere_in_full(cited):
    (one,) = cited("As the Court stated in its Golder judgment of 21 February 1975, time may run from before.")
    assert (one.text, one.status) == ("Golder judgment of 21 February 1975", "exists")
    (other,) = cited("As the Court stated in its Golder judgment of 22 March 1976, time may run from before.")
    assert other.status == "not_checked"
    overruled = cited("The Trabelsi judgment of 4 September 2014 says otherwise.")
    assert "overruled by Sanchez-Sanchez" in overruled[0].notes[0].text


def test_each_of_several_names_before_the_word_judgments_is_one(cited):
    full = "See Neumeister v. Austria, 27 June 1968, Series A no. 8, Deweer v. Belgium, 27 February 1980, Series A "
    full += "no. 35, and König v. Germany, 28 June 1978, Series A no. 27."
    found = cited(f"{full}\n\nSee the above mentioned Neumeister, Deweer and König judgments.")
    assert [c.text for c in found if c.kind == "short"] == ["Neumeister", "Deweer", "König judgments"]
    persons = cited(f"{full}\n\nMr Neumeister, Mr Deweer and Mr König wrote letters.")
    assert not [c.text for c in persons if c.kind == "short"]
