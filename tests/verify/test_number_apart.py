"""Citations that lack a part, or whose parts stand apart: a number in brackets behind the sentence that names the case,
a neutral citation without its number, reports in square brackets, names in lists of cases."""

import pytest

FOUND = [
    (
        "In the case of Svinarenko and Slyadnev v. Russia it held that a cage is an affront ({}).",
        "[GC], nos. 32541/08 and 43441/08, § 138, ECHR 2014 (extracts)",
    ),
    ("La Cour l'a dit ({}).", "[GC], no 14939/03, § 82, CEDH 2009"),
    ("The Court said so ({}).", "no. 14939/03, § 82, ECHR 2009"),
    ("The Supreme Court in {} spoke of the risk.", "AAA [2023] UKSC"),
    ("See {} on return.", "Re Zed [2023] EWCA Civ"),
    ("It rests on {}; nothing else.", "Paposhvili [2017]"),
    ("As Dias J. said in {}, belief is stronger.", "Buhary v. Jayaratne [(1947) 48 NLR 224]"),
    ("It was so in {}.", "Ragunathan v. Thuraisingham [SC Application 158/88 - SC Minutes of 23.08.89]"),
    ("He cites {} on suspicion.", "Muttusamy v. Kannangara 52 NLR 324"),
    (
        "See {}.",
        "Canada (Minister of Employment) v. Villafranca (1993) 18 Imm. L.R. (2d) 130, [1992] F.C.J. No. 1189 (QL)",
    ),
    ("There is but one reading (citing {}).", "Dunsmuir, at paras. 72-76"),
    ("They are questions of law (see {}).", "Society of Composers, at para. 30"),
    ("He relied on {} for this.", "Boultif ./. CH (Urt. v. 02.08.2001 – Nr. 54273/00)"),
    ("The dicta in {} apply.", "Benwell v Republic of Sri Lanka"),
    ("She is charged under {}.", "Case No.2383/09 before the County Court of Victoria"),
    ("The findings are unreasonable: {}, Frimpong, supra.", "Arumugam, supra"),
    ("Plus récemment, dans {}, la Cour le dit.", "Massacres d’El Mozote et lieux voisins c. Salvador"),
]
NONE = [
    "The Act (no. 12/05, § 3) applies, and the Order (no. 123/05) too.",
    "He was born in Kyiv [1980] and lived there.",
    "The report of the Ministry [2017] UN document says so.",
    "The [2023] UKSC website was closed, as was the [2020] ABCD page.",
    "The handbook is clear (see UNHCR Handbook, at para. 30; Annual Report, at para. 3).",
    "He wrote a letter (see Letter of Smith, at para. 5).",
    "Turkey has answered (see Turkey, at para. 5).",
    "In earlier cases, including Germany and Turkey, the states had agreed.",
    "In a number of earlier countries, including Trimk and Vg, he found work.",
    "The case no. 12/09 before the Parliament was closed, and case no. 13 before the Supreme Court is not.",
    "He cites Hathaway, supra note 5, and Goodwin, supra, p. 7.",
    "It happened in the cases of Ahmed and Ali, who fled.",
    "In earlier cases, including those of his brothers, the police came.",
]


@pytest.mark.parametrize(("sentence", "form"), FOUND, ids=[one for _, one in FOUND])
def test_a_part_that_stands_apart_is_found(cited, sentence, form):
    assert form in [c.text for c in cited(sentence.format(form))]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_it_is_none(cited, text):
    assert [c.text for c in cited(text) if c.kind != "treaty"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The question was considered in a number of earlier cases, including Trimk, Vg, Mighall and Patel.",
        "It follows the judgments of the CJEU in the cases of Trimk, Vg, Mighall and Patel.",
        "He was not asked on extradition cases on this point, such as Trimk, Vg, Mighall and Patel, nor on more.",
    ],
)
def test_names_in_a_list_of_cases_are_cases(cited, text):
    assert [(c.text, c.status) for c in cited(text)] == [
        (name, "not_checked") for name in ("Trimk", "Vg", "Mighall", "Patel")
    ]


def test_a_neutral_citation_without_its_number_is_told(only):
    found = only("The Supreme Court in AAA [2023] UKSC spoke of the risk.")
    assert (found.status, [note.code for note in found.notes]) == ("not_checked", ["no_number"])


def test_a_neutral_citation_with_its_number_is_none_of_these(only):
    assert only("The Supreme Court in AAA [2023] UKSC 42 spoke of the risk.").kind == "neutral"


def test_a_german_number_behind_the_name_is_compared(only):
    assert only("Boultif ./. CH (Urt. v. 02.08.2001 – Nr. 54274/00) sagt es.").status == "mismatch"


def test_names_between_strokes(cited):
    full = "EGMR, Boultif ./. Schweiz, Nr. 54273/00; EGMR, Üner ./. Niederlande, Nr. 46410/99.\n\n"
    assert [c.text for c in cited(f"{full}Die Grundsätze (Üner / Boultif) dazu.")][-2:] == ["Üner", "Boultif"]
