"""Authorities that no court ever decided, made up as people and machines make them up: none may be said to exist."""

import pytest

REAL_NAME_OTHER_NUMBER = [
    "Saadi v. Italy, no. 30210/96, § 125",
    "Saadi v. Italy [GC], no. 36391/02, § 125, ECHR 2008",
    "Petruhhin, C-191/16",
    "Kim v Minister of Justice [2021] NZSC 91",
    "Agiza v. Sweden, communication No. 829/1998",
]
REAL_NUMBER_INVENTED_NAME = [
    "Markovsky v. Poland, no. 30210/96, § 40",
    "Markovsky v. Poland [GC], no. 30210/96, § 40, ECHR 2000-XI",
    "Novotny, C-182/15, EU:C:2016:630",
    "Ivanov v. Morocco, communication No. 428/2010",
]
OTHER_STATE = [
    "Othman v. Poland, no. 8139/09, 17 January 2012",
    "Liu v. Spain, no. 37610/18, 6 October 2022",
    "Soering v. Germany, 7 July 1989, Series A no. 161",
    "Ktiti v. Sweden, communication No. 419/2010",
]
OTHER_BODY = [
    "Committee against Torture, communication No. 829/1998",
    "Human Rights Committee, communication No. 233/2003, Agiza v. Sweden",
    "Judge v. Canada, communication No. 829/1998, CAT/C/78/D/829/1998",
]
INVENTED = [
    "Kowalik v. Poland, no. 48112/17, § 40, 12 March 2020",
    "ECLI:CE:ECHR:2019:0312JUD004811217",
    "Case C-777/20, Novotny, EU:C:2021:999",
    "CCPR/C/130/D/3312/2018",
    "Wang v. Poland",
    "Zhang v. Poland (2023)",
    "Saadi v. Italy (no. 3), § 12",
    "Liu v. Russia (no. 3), no. 55120/12",
    "R (Zhao) v Westminster Magistrates' Court [2023] EWHC 1999 (Admin)",
    "II. ÚS 2299/20",
    "NJA 2020 s. 611",
    "II KK 155/19",
    "Ext 1499",
    "Opinion No. 21/2025",
    "CAT/C/GC/9",
    "[2023] NZSC 101",
]


@pytest.mark.parametrize("text", [*REAL_NAME_OTHER_NUMBER, *REAL_NUMBER_INVENTED_NAME, *OTHER_STATE, *OTHER_BODY])
def test_a_citation_half_true_is_a_mismatch(only, text):
    assert only(f"This was settled in {text}.").status == "mismatch"


@pytest.mark.parametrize("text", INVENTED)
def test_an_invented_authority_is_not_in_the_library(only, text):
    assert only(f"This was settled long ago (see {text}).").status == "not_in_library"
    again = only(f"See {text}.")
    assert again.authority is None


def test_a_brief_full_of_invented_authorities_finds_none_that_exists(cited):
    brief = "\n\n".join(
        f"{n}. The rule is old. In {text} the tribunal said so; the respondent never answered it."
        for n, text in enumerate([*INVENTED, *REAL_NUMBER_INVENTED_NAME, *OTHER_STATE], 1)
    )
    assert [c.text for c in cited(brief) if c.status == "exists"] == []


def test_a_word_that_names_a_column_of_the_register_names_no_case(cited):
    """'In Phase, cited above' once met the line that names the columns, and ended the program."""
    for word in ("Date", "Name", "Notes", "State", "Kind", "Report", "Phase", "Basis"):
        assert all(c.status != "exists" for c in cited(f"In {word}, cited above, § 4."))
