"""What stands beside a citation and says something else than its record; and true sentences that say nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.documents.opening import document_of
from briefs.verify.check.quotes import quotations
from briefs.verify.check.verbatim import source_of
from briefs.verify.find.folding import fold

KIM = "Kim v Minister of Justice of New Zealand [2019] NZCA 209"
RB = "RB (Algeria) v Secretary of State for the Home Department [2009] UKHL 10"
NA = "NA. v. the United Kingdom, no. 25904/07, § 115, 17 July 2008"
SUFI = "Sufi and Elmi v. the United Kingdom, nos. 8319/07 and 11449/07, 28 June 2011"


def codes(citation):
    return [fault.code for fault in citation.problems]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (f"As the Court of Appeal held in {KIM}, assurances need care.", False),
        (f"The Court of Appeal in {KIM} set out the questions.", False),
        (f"The House of Lords in {RB} accepted the assurances.", False),
        (f"As the Supreme Court held in {KIM}, assurances need care.", True),
        (f"The Supreme Court in {RB} accepted the assurances.", True),
        (f"On appeal from the High Court in {RB} nothing was said.", False),
    ],
)
def test_a_court_named_without_its_country_is_compared_by_its_kind(only, sentence, wrong):
    assert ("wrong_court" in codes(only(sentence))) is wrong


def test_the_number_of_a_general_comment_must_be_that_of_its_symbol(only, cited):
    for text in ("General Comment No. 26, CCPR/C/GC/36, para. 30", "Observation générale n° 26, CCPR/C/GC/36, par. 30"):
        found = only(f"See {text}.")
        assert (found.status, codes(found)) == ("mismatch", ["wrong_number"])
        assert found.problems[0].text == "No. 26 and CCPR/C/GC/36 do not agree."
    assert codes(only("See General Comment No. 36, CCPR/C/GC/36, para. 30.")) == []
    assert codes(only("See General Comment No. 6 on children outside their country, CRC/GC/2005/6, para. 27.")) == []
    joint = cited("See General recommendation No. 31, CEDAW/C/GC/31-CRC/C/GC/18, para. 3.")
    assert [codes(c) for c in joint if c.kind != "treaty"] == [[], []]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Cass. civ. 1re, 12 juin 2019, n° 19-82.557", True),
        ("Conseil d'État, 14 février 2012, n° 11-87.679", True),
        ("Conseil d’État (France), no. 11-87.679", True),
        ("Cass. crim., 12 juin 2019, n° 19-82.557", False),
        ("Cour de cassation, chambre criminelle, 12 juin 2019, n° 19-82.557", False),
        ("Cass. pen., Sez. VI, n. 21125/2023", False),
        ("Cass. civ., Sez. VI, n. 21125/2023", True),
        # another ruling stands before it, and no chamber
        ("l'avis du Conseil d'État du 3 mai 2011, et n° 19-82.557", False),
    ],
)
def test_a_chamber_that_is_not_that_of_the_number_is_a_wrong_court(cited, text, wrong):
    (found,) = [c for c in cited(f"Voir {text}.") if c.authority]
    assert ("wrong_court" in codes(found)) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "Case C-404/15, Aranyosi, Judgment of the Court (Grand Chamber) of {} April 2016",
        "Aranyosi (C-404/15), judgment of {} April 2016",
        "Aranyosi (C-404/15, judgment of the Grand Chamber of {} April 2016)",
    ],
)
def test_the_day_behind_a_case_of_luxembourg_is_read(only, text):
    right, wrong = (only(f"So it was said in {text.format(day)}, and rightly.") for day in (5, 15))
    assert (right.status, right.date, right.checks["date"]) == ("exists", "2016-04-05", "agrees")
    assert (wrong.status, codes(wrong)) == ("mismatch", ["wrong_date"])
    assert "2016" in wrong.text


@pytest.mark.parametrize(
    "text",
    [
        "In its judgment of {} October 2022 in Liu v. Poland the Court held so.",
        "On {} October 2022 the Court gave judgment in Liu v. Poland, no. 37610/18.",
        "Le {} octobre 2022, la Cour a rendu son arrêt dans l'affaire Liu c. Pologne, n° 37610/18.",
    ],
)
def test_the_day_of_the_judgment_before_the_name_is_read(only, text):
    assert codes(only(text.format(6))) == []
    assert codes(only(text.format(5))) == ["wrong_date"]


def test_another_day_before_the_name_is_not_that_of_the_judgment(only):
    for text in (
        "On 5 October 2021 the Court communicated Liu v. Poland, no. 37610/18.",
        "The order of 5 October 2021 rests on Liu v. Poland, no. 37610/18.",
        "Aranyosi (C-404/15), on which the hearing of 15 February 2016 was held.",
    ):
        assert codes(only(text)) == []


def test_dec_beside_a_ruling_known_from_one_judgment_is_said_to_be_not_compared(only):
    found = only("See Dedovskiy and Others v. Russia (dec.), no. 7178/03, § 101, 15 May 2008.")
    assert (found.status, codes(found)) == ("exists", [])
    assert "kind_not_compared" in [note.code for note in found.notes]
    plain = only("See Dedovskiy and Others v. Russia, no. 7178/03, § 101, 15 May 2008.")
    assert "kind_not_compared" not in [note.code for note in plain.notes]


def test_the_quotation_that_holds_another_is_compared_as_a_whole(checker):
    said = "the length of the proceedings was excessive and failed to meet the {} requirement"
    other = "the length of the proceedings was not excessive and met the {} requirement"
    source = source_of("liu.docx", [f"1. The Court holds that {said.format('reasonable time')}."])
    with_source = replace(checker, sources={"echr/liu-v-poland-2022": source})
    for opens, closes in ("“”", '""'):
        for words, expected in ((other, ["quote_altered"]), (said, [])):
            quoted = f"{opens}{words.format(f'{opens}reasonable time{closes}')}{closes}"
            text = f"In Liu v. Poland, no. 37610/18, § 1, the Court held that {quoted}."
            (found,) = with_source.check(document_of(text.encode(), Path("draft.txt"))).citations
            assert (codes(found), found.checks["quotation"]) == (expected, "differs" if expected else "agrees")


def test_quotations_one_behind_the_other_stay_two():
    for text in (
        'He said "the sky was grey over the harbour" and "the sea was grey over the harbour" there.',
        "He said “the sky was grey over the harbour” and “the sea was grey over the harbour” there.",
        "A mark “nobody closed, then “the sky was grey over the harbour” and “the sea was grey at the harbour”.",
    ):
        assert [q.words[:7] for q in quotations(fold(text))] == ["the sky", "the sea"]


def test_an_ibid_that_speaks_of_another_court_is_not_taken_for_the_citation_before_it(cited):
    eu = "It is so in Luxembourg (Petruhhin, C-182/15, EU:C:2016:630). It binds through Article 34 ({})."
    for words in ("ibid., § 129, ECHR 2005-I", "ibid., § 129"):
        found = cited(eu.format(words))[-1]
        assert (found.kind, found.status, [n.code for n in found.notes]) == ("ibid", "not_checked", ["another_court"])
    assert cited(eu.format("ibid., paragraph 59"))[-1].authority == "cjeu/cjeu-petruhhin-2016"
    cat = "The Committee said so (Agiza v. Sweden, CAT/C/34/D/233/2003). It went on ({})."
    assert {cited(cat.format(words))[-1].status for words in ("ibid., § 186", "ibid., § 44")} == {"not_checked"}
    assert cited(cat.format("ibid., para. 13.4"))[-1].authority == "un-cat/cat-agiza-v-sweden-2005"


def test_what_the_library_links_to_the_paragraphs_cited_is_blamed_on_nobody(cited):
    text = f"The risk must be personal ({NA}; {SUFI}). Reports are weighed by the independence, reliability and "
    text += "objectivity of their author (ibid., §§ {})."
    assert [codes(c) for c in cited(text.format("230-231"))] == [[], [], []]
    assert cited(text.format("230-231"))[-1].authority == "echr/sufi-elmi-v-uk-2011"
    assert codes(cited(text.format("10-11"))[-1]) == ["misattributed_proposition"]


def test_an_italian_number_without_its_year_has_that_of_its_day(only):
    found = only("Vedi Cass. pen., Sez. VI, 1 marzo 2023, n. 21125.")
    assert (found.status, found.authority) == ("exists", "it-cass/it-cass-21125-2023")
    assert codes(only("Vedi Cass. pen., Sez. III, 1 marzo 2023, n. 21125.")) == ["wrong_court"]
    assert only("Vedi Cass. pen., Sez. VI, 4 maggio 2021, n. 21125.").status == "not_in_library"


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("II. ÚS 2229/19", "II. ÚS 2299/19"),
        ("11 Tcu 161/2019", "11 Tcu 116/2019"),
        ("II KK 145/19", "II KK 154/19"),
        ("STC 25/2024", "STC 52/2024"),
        ("Cass. pen., Sez. VI, n. 21152/2023", "Cass. pen., Sez. VI, n. 21125/2023"),
        ("NJA 2019 s. 661", "Q.J., NJA 2019 s. 611"),
        ("Opinion No. 20/2024 (Morocco)", "Opinion No. 20/2025"),
        ("ECLI:CE:ECHR:2022:1007JUD003716018", "Liu v. Poland, no. 37610/18"),
        ("ECLI:IT:CASS:2023:21125CIV", "Cass. pen., Sez. VI, n. 21125/2023"),
        # two digits are wrong; another day
        ("II. ÚS 2988/19 ze dne 2. 4. 2020", None),
        ("II. ÚS 2229/19 ze dne 7. 9. 2021", None),
    ],
)
def test_the_nearest_known_number_is_offered(only, text, nearest):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == ("not_in_library", [])
    assert found.candidates[0].startswith(nearest) if nearest else not found.candidates, found.candidates


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("A/HRC/WGAD/2201/30", "malformed", "un_symbol_malformed"),
        ("CAT/C/34/D/999/2305", "malformed", "un_symbol_malformed"),
        ("BVerfG, Beschluss vom 09.06.2012, Az. 2 BvR 965/15", "mismatch", "wrong_date"),
        ("II. ÚS 9999/19 ze dne 2. 4. 2018", "mismatch", "wrong_date"),
        ("A/HRC/WGAD/2021/30", "not_in_library", None),
        ("BVerfG, Beschluss vom 09.06.2016, Az. 2 BvR 965/15", "not_in_library", None),
        ("BVerfG, Beschluss vom 09.06.1992, Az. 2 BvR 965/89", "not_in_library", None),
        ("Cass. pen., Sez. VI, 20 dicembre 2020, n. 3456/2021", "not_in_library", None),  # filed in the next year
    ],
)
def test_a_year_that_cannot_be_is_told(only, text, status, code):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == (status, [code] if code else [])


def test_an_ibid_beyond_the_end_of_the_case_may_mean_the_national_ruling_that_was_described(cited):
    text = "Z v. Finland, no. 22009/93, § 94, Reports 1997-I. {} held so on 4 May 2011 (ibid., §§ 143 and 151-156)."
    described = cited(text.format("The Federal Constitutional Court"))[-1]
    assert (described.status, [n.code for n in described.notes]) == ("not_checked", ["another_court"])
    assert codes(cited(text.format("The Court"))[-1]) == ["paragraph_out_of_range"]


def test_a_national_ruling_of_quite_another_year_is_another_one(only):
    """Two people called Lai went to court in Canada."""
    found = only("See Lai v. Canada (Minister of Employment and Immigration) (1989), 8 Imm. L.R. (2d) 245 (F.C.A.).")
    assert (found.status, codes(found), [n.code for n in found.notes]) == ("not_in_library", [], ["same_name"])
    assert codes(only("See Lai v. Canada (Citizenship and Immigration) (2008).")) == ["wrong_date"]


@pytest.mark.parametrize("number", ["Application 36919/02", "Application no. 36919/02", "(application no. 36919/02)"])
def test_the_number_before_the_name_is_that_of_the_case(only, number):
    right = only(f"See {number} Armonienė v Lithuania (25 November 2008), para 39.")
    wrong = only(f"See {number} Armonienė v Lithuania (16 November 2004), para 39.")
    assert (right.status, right.application_numbers) == ("exists", ["36919/02"])
    assert (wrong.status, codes(wrong)) == ("mismatch", ["wrong_date"])


def test_a_short_form_of_a_case_that_nobody_knows_is_found_and_said_to_be_unchecked(cited):
    text = "(see Zzyzek, cited above, § 12; Quimbyev and Others, cited above, § 4). The Xandrov judgment (cited above, "
    text += "§ 7) says so; l'arrêt Zelterov, précité, § 4, aussi."
    found = cited(text)
    assert [c.text.split(",")[0] for c in found][:2] == ["Zzyzek", "Quimbyev and Others"]
    assert len(found) == 4
    assert {(c.status, c.notes[0].code) for c in found} == {("not_checked", "nothing_above")}


def test_papers_and_books_cited_above_are_no_rulings(cited):
    text = "See the Guidelines, cited above, § 3; Smith, cited above, p. 12; OSCE, cited above, § 2; the Ministry's "
    text += "letter (cited above, § 4); World Report, cited above, § 8; Human Rights Handbook, cited above, § 9."
    assert cited(text) == []


def test_the_page_of_a_report_is_said_to_be_not_checked(only):
    found = only("See Chahal v. the United Kingdom judgment of 15 November 1996, Reports 1996-V, p. 1904, § 118.")
    assert (found.status, found.checks["report"], found.checks["page"]) == ("exists", "agrees", "not_checked")
    assert "page" not in only("See Chahal v. the United Kingdom, 15 November 1996, Reports 1996-V.").checks


def test_a_table_whose_last_entry_is_followed_by_a_form_feed_is_a_table(checker):
    table = "TABLE OF AUTHORITIES\n\n                    Page\nLiu v. Poland, no. 37610/18, 6 October 2022 ........ 2\n"
    table += "Agiza v. Sweden, CAT/C/34/D/233/2003 ............ 3\n\fARGUMENT\n\n"
    text = "1. So it was said: Saadi v. Italy [GC], no. 37201/06, § 127, 28 February 2008; Liu v. Poland, no. 37610/18."
    report = checker.check(document_of((table + text).encode(), Path("draft.txt")))
    assert sorted(fault.text.partition(": ")[2].split(",")[0] for fault in report.table_problems) == [
        "Agiza v. Sweden",
        "Saadi v. Italy [GC]",
    ]


def test_a_case_that_is_said_to_come_from_a_court_is_that_courts(only):
    liu = "Liu v. Poland, no. 37610/18, 6 October 2022"
    other = "Binding guidance comes from the {}, {}."
    assert codes(only(other.format("Court of Justice of the European Union", liu))) == ["wrong_court"]
    assert codes(only(other.format("European Court of Human Rights", "Petruhhin, C-182/15"))) == ["wrong_court"]
    assert "wrong_court" not in codes(only(other.format("European Court of Human Rights", liu)))
    assert codes(only(f"After the decision of the Human Rights Committee, {liu} was given.")) == []


def test_a_name_cut_off_by_the_end_of_a_page_is_not_compared(only):
    found = only("7\nGermany [GC], no. 54810/00, § 67, ECHR 2006-IX) is clear.")
    assert (found.status, codes(found), found.checks["name"]) == ("exists", [], "not_checked")
    assert codes(only("See Moldova, no. 54810/00, § 67.")) != []


def test_where_the_sources_differ_on_the_kind_nobody_is_blamed(only):
    """One judgment cites Camps as a decision, the Court's list has a judgment: both ways of writing stand."""
    for mark in (" (dec.)", ""):
        found = only(f"See Camps v. France{mark}, no. 42401/98, 24 October 2000.")
        assert (found.status, codes(found)) == ("exists", [])
