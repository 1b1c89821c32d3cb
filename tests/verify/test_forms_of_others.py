"""Forms that texts by other people showed: each a class, none a case of its own."""

import pytest

from briefs.verify.find.names import tokens_of


def found(citations):
    return [c.text for c in citations if c.kind != "treaty"]


@pytest.mark.parametrize(
    "form",
    [
        "Zed and Others v. Belgium and 16 Other Contracting States (dec.) [GC], no. 1234/05, §§ 59-61, ECHR 2001-XII",
        "Zed v. France, no. 1234/05, § 49, A 320-B",
        "Recommendation Rec(84)20",
        "Report H (65) 16, 18 October 1965",
        "P-PG (2013) 20",
        "COM/2009/0313 final",
        "Resolution No. 178 (2010) of the Parliamentary Assembly",
        "Commission on Human Rights, Resolution 2003/29",
        "II K 293/07",
        'Case "relating to certain aspects of some laws" (merits), 23 July 1968, § 10, Series A no. 6',
        "Zed Rights Centre (ZRC) v. Bulgaria, collective complaint No. 46/2007, 3 December 2008",
        "CESCR, General comment No. 9: The domestic application of the Covenant, E/C.12/1998/24",
        "General Comment No. 4 (2003) on health in the context of the Convention on the Rights of the Child, "
        "1 July 2003, CRC/GC/2003/4",
        "Zed v. Canada (Minister of Employment and Immigration), (1992) 53 F.T.R. 93, [1992] F.C.J. No. 237 (QL)",
        "Zed v. Canada (Minister of Employment and Immigration) (1988), 86 N.R. 302 (F.C.A.)",
        "Zed c. Canada (Ministre de la Citoyenneté et de l'Immigration) 2005 CF 32",
        "Zed Inc. v. Quebec (Commission d'appel en matière de lésions professionnelles), [1993] 2 S.C.R. 756",
        "Schrems II (CJEU, 2020)",
        "Zzyzek (ECtHR, 7 July 2003)",
        "1996-V Eur. Ct. H.R. 1831",
        "161 Eur. Ct. H.R. (ser. A) para. 89",
        "Soering, 161 Eur. Ct. H.R. (ser. A) para. 89",
        "Saadi v. Former Yugoslav Republic of Maced., 2012-VI Eur. Ct. H.R. 263",
        "R (on the application of Zed) v. Secretary of State for Culture, Media and Sport [2008] UKHL 15",
        "Zed v Minister for Immigration, Citizenship, Migrant Services and Multicultural Affairs [2020] FCAFC 222",
        "Zed v Secretary of State for the Home Department",
        "Secretary of State for the Home Department v ZZ",
        "R -v- Crown Court at Lewes (1991) 93 Cr. App. R at p. 65",
        "Zed v. H. M. Advocate 1994 J.C. 105",
        "Zed v District Court at North Shore [2014] NZHC 2816; [2015] 2 NZLR 567",
        "Zed v The King (1997), 94 B.C.A.C. 59; 152 W.A.C. 59",
        "II. ÚS 52/21 (N 79/105 SbNU 322)",
        "[2018] EWHC Civ 64",
        "Recommendation no. R (93) 6",
        "CPT/Inf(2002)23",
        "the application (no. 18896/91",
        "Zzyzek c/Italie, no 1234/05",
        "Zzyzek t. Oostenrijk (EHRM, 62903/15)",
        "Zzyzek c. Belgique, arrêt du 8 juin 1976, série A n o 22, p. 33",
        "N° 26386/95, Zzyzek c. France, déc. 29.11.95",
        "No. 7994/77, Dec. 6.5.78, D.R. 14",
        "Parti travailliste géorgien c. Géorgie, no 9103/04",
        "Haut Conseil spirituel de la communauté musulmane c. Bulgarie, no 39023/97",
        "Novaya Gazeta v Voronezhe v. Russia, no. 27570/03",
        "E.G. v. Italy, no. 44480/98",
        "Zzyzek v. Portugal and 32 Others (dec.) [GC], no. 39371/20",
        "E.G. v. Poland and 175 other Bug River applications (dec.), no. 50425/99",
        "Zzyzek v. Poland (just satisfaction - striking out), no. 1234/05",
        "Zzyzek v. Poland (nos. 5 and 6), no. 1234/05",
        "Zzyzek v. Poland (communicated), no. 1234/05",
        "Centro Europa 7 S.r.l. and Di Stefano v. Italy [GC], no. 38433/09",
        "[2020] 2 WLR 1152, 48 BHRC 297, [2020] UKSC 17, [2020] 3 All ER 1003, [2021] AC 633, [2020] Imm AR 1167",
        "observation générale no 1 (1997)",
        "CCPR/C/21/Rev.1/Add. 13",
        "case C-601/15 PPU (J.N.)",
        "Liu versus Poland, no. 37610/18",
        "Liu against Poland (application 37610/18)",
        "ECtHR, 37610/18, Liu/Poland, 6.10.2022",
        "CEDAW/C/GC/31/Rev.1-CRC/C/GC/18/Rev.1",
        "sygn. akt IV Ka 1421/19",
        "sp. zn. 2 Tost 31/2007",
        "BGer 1C_381/2009",
        "NJA 2010 s. 168 (NJA 2010:19)",
    ],
)
@pytest.mark.parametrize("behind", [", and", " and"])
def test_one_citation_is_found_whole(cited, form, behind):
    assert found(cited(f"The court turned to {form}{behind} held so.")) == [form]


FULL = "Kurt v. Turkey, judgment of 25 May 1998, Reports 1998-III"
MORE = f"{FULL}; Çakıcı v. Turkey [GC], no. 23657/94, ECHR 1999-IV; Timurtaş v. Turkey, no. 23531/94, ECHR 2000-VI. "


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("It was so held (Kurt, judgment cited above, § 99).", ["Kurt, judgment cited above, § 99"]),
        ("It follows from the Kurt case (Kurt judgment cited above, § 107).", ["Kurt judgment cited above, § 107"]),
        ("In the aforementioned cases of Kurt and Çakıcı it was so.", ["Kurt", "Çakıcı"]),
        ("In Kurt and Çakıcı (at §§ 44 and 80) it was so.", ["Kurt", "Çakıcı (at §§ 44 and 80)"]),
        ("Kurt (at § 99) was followed.", ["Kurt (at § 99)"]),
        ("See, mutatis mutandis, Kurt [GC].", ["Kurt [GC]"]),
        ("Das Kurt-Urteil gilt weiter.", ["Kurt"]),
        (
            "See Kurt, Çakıcı and Timurtaş, all cited above, §§ 99, 104 and 81.",
            ["Kurt", "Çakıcı", "Timurtaş, all cited above, §§ 99, 104 and 81"],
        ),
    ],
)
def test_short_forms_in_the_manner_of_judgments(cited, text, short):
    citations = cited(f"See {MORE}\n\n{text}")
    assert [c.text.strip() for c in citations if c.kind == "short"] == short
    assert {c.status for c in citations if c.kind == "short"} == {"exists"}, "each is tied to its own full citation"


def test_a_case_of_the_crown_is_called_by_the_other_party(cited):
    text = "See R v Secretary of State for the Home Department, ex parte Zedlimb [2005] UKHL 66. In Zedlimb it was so."
    assert [c.text for c in cited(text) if c.kind == "short"] == ["Zedlimb"]


def test_what_an_american_note_calls_a_case_hereinafter(cited):
    text = "Liu v. Poland, App. No. 37610/18 (Eur. Ct. H.R. Oct. 6, 2022) [hereinafter Judgment].\n\nJudgment, para. 9."
    (_, short) = [c for c in cited(text) if c.kind in {"case", "short"}]
    assert (short.text, short.status) == ("Judgment, para. 9", "exists")


def test_a_judgment_called_by_a_name_that_nobody_knows_is_found_and_not_checked(cited):
    (c,) = cited("The approach of the Court of Justice in its Orfanopoulos and Oliveri judgment is another one.")
    assert (c.text, c.status) == ("Orfanopoulos and Oliveri judgment", "not_checked")
    for text in (
        "the Supreme Court judgment",
        "the Northern Irish judgment",
        "the October judgment",
        "the High judgment",
    ):
        assert not cited(f"He relied on {text} in that matter.")


def test_a_leading_case_called_by_name_with_nothing_above_is_found_and_not_checked(cited):
    (c,) = cited("The Soering judgment still stands.")
    assert c.text.startswith("Soering")
    assert (c.kind, c.notes[0].code) == ("short", "nothing_above")
    assert found(cited("Depuis l'arrêt Zzyzek, la règle est claire.")) == ["Zzyzek"]
    assert found(cited("Les principes issus de la jurisprudence Zzyzek et de la décision Quimby susmentionnée.")) == [
        "Zzyzek",
        "Quimby susmentionnée",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Court's judgment in the District Court case was the Supreme Court judgment.",
        "The Grand Chamber judgment and the Zzyzek case were in the press.",
        "L'arrêt Cour de cassation du 3 mai; l'arrêt de la Cour.",
        "D. 2014. 1797, note F. Chénedé ; ibid. 1773, chron. H. Fulchiron ; ibid. 2015. 702, obs. F. Granet",
    ],
)
def test_what_only_looks_like_a_short_form_is_left_alone(cited, text):
    assert found(cited(text)) == []


def test_a_law_report_later_than_the_judgment_does_not_contradict_it(only):
    c = only("The Court reconsidered this in Paposhvili v Belgium [2017] Imm AR 867.")
    assert (c.status, c.problems) == ("exists", [])
    assert only("As was held in Zzyzek v Belgium [2017] Imm AR 867.").status == "not_in_library"


def test_a_comment_of_a_committee_that_is_not_named_is_none_of_another_year(only):
    """Several committees have a General comment No. 1; the library holds one of 2023."""
    c = only("See general comment No. 1 (1997).")
    assert (c.status, c.problems) == ("not_in_library", [])
    assert only("See general comment No. 1 (2023).").status == "exists"


@pytest.mark.parametrize("short", ["Klein (n 4) [55]", "Klein (above), § 55", "Klein (n 12), para 55"])
def test_short_forms_of_oscola(cited, short):
    citations = cited(f"See Klein v. Russia, no. 24268/08, 1 April 2010.\n\nThat is {short}.")
    assert [(c.text, c.status) for c in citations[1:]] == [(short, "exists")]


def test_a_name_with_its_number_in_brackets_is_checked_though_nothing_stands_above(only):
    assert only("The Liu judgment of 6 October 2022 (37610/18) is clear.").status == "exists"
    assert only("The Liu judgment of 6 October 2022 (37601/18) is clear.").status == "mismatch"


@pytest.mark.parametrize("heading", ["# Argument", "III. Argument", "ARGUMENT OF THE PERSON", "Argument\n\nSee"])
@pytest.mark.parametrize("kind", ["md", "txt"])
def test_a_heading_is_no_part_of_the_name_below_it(only, heading, kind):
    assert only(f"{heading}\nKlein v. Russia, no. 24268/08, says so.", name=f"a.{kind}").text.startswith("Klein")


def test_a_signal_stands_in_no_name(only):
    assert only("Our Argument See Klein v. Russia, no. 24268/08, says so.").text.startswith("Klein")


def test_a_title_over_two_lines_stays_one_name(only):
    assert only("SAADI v.\nITALY, no. 37201/06, says so.").text == "SAADI v.\nITALY, no. 37201/06"


def test_no_star_of_markdown_stands_in_what_is_shown(only):
    assert only("See *Klein v. Russia*, no. 24268/08, § 55.", name="a.md").text == "Klein v. Russia, no. 24268/08, § 55"


@pytest.mark.parametrize(
    "text",
    [
        "War against Ukraine began on 24 February 2022. Russia against Ukraine was decided then.",
        "Complaints against Poland on 3 May 2007 were many; Russia against Ukraine, 24 February 2022, was none.",
        "Books such as Smith (n 12) 45 say so.",
    ],
)
def test_against_is_an_everyday_word(cited, text):
    assert found(cited(text)) == []


def test_and_others_in_short_is_no_initial(only):
    assert tokens_of("Y. e.a.") == tokens_of("Y. et al.") == tokens_of("Y. and Others") == ["y"]
    assert only("Y. e.a. t. Bulgarije, ECLI:CE:ECHR:2022:0322JUD000907718.").status == "exists"


INVENTED = [
    "Zzyzek II (CJEU, 2020)",
    "Zzyzek (ECtHR, 7 July 2003)",
    "Zzyzek, 161 Eur. Ct. H.R. (ser. A) para. 89",
    "Zzyzek v. Poland, 2012-VI Eur. Ct. H.R. 263",
    "the Zzyzek judgment of 6 October 2022 (37610/18)",
    "ECtHR, 37610/18, Zzyzek/Poland, 6.10.2022",
    "Zzyzek versus Poland, no. 37610/18",
    "Zzyzek against Poland (application no. 37610/18)",
    "N° 37610/18, Zzyzek c. Pologne, déc. 29.11.95",
    "Parti zzyzekiste géorgien c. Géorgie, no 99103/04",
    "Zzyzek v. Portugal and 32 Others (dec.) [GC], no. 39371/20",
    "Zzyzek t. Oostenrijk (EHRM, 62903/15)",
    "l'arrêt Zzyzek",
    "in AM (Zimbabwe)",
]


@pytest.mark.parametrize("form", INVENTED)
def test_no_invented_authority_exists_in_any_of_these_forms(cited, form):
    citations = [c for c in cited(f"It was held so ({form}).") if c.kind != "treaty"]
    assert "exists" not in {c.status for c in citations}


def test_merits_is_said_of_the_main_judgment_not_of_the_one_on_just_satisfaction(only):
    cited_as = "G.I.E.M. S.r.l. and Others v. Italy (merits) [GC], nos. 1828/06 and 2 others, 28 June 2018"
    c = only(f"See {cited_as}.")
    assert (c.status, c.problems) == ("exists", [])
