"""Rulings of national courts, law reports, documents of the United Nations and of the Council of Europe."""

import pytest

NATIONAL = [
    "BVerfG, Urteil vom 20. Juli 2021",
    "BVerfG, 04.12.2019 - 2 BvR 1258/19, 2 BvR 1497/19",
    "OLG Celle, Beschluss vom 12.5.2014 - 2 Ausl 23/14",
    "VG Berlin, Urteil vom 3.4.2015 - 12 K 1234/14.A",
    "BGer, Urteil vom 3. Mai 2013, 1C_123/2012",
    "OGH 12.5.2010, 3 Ob 12/10x",
    "BGE 100 Ia 407",
    "Cass., sez. VI, 5 maggio 2022, n. 18044",
    "Cass., Sez. 6, ord. 4 febbraio 2020 (dep. 19 marzo 2020), n. 10371",
    "Corte cost., 10 febbraio 2014, n. 24",
    "Corte cost., sent. n. 348 del 2007",
    "TAR Lazio, sez. II, 12 maggio 2010, n. 1234",
    "sentenza n. 227 del 2010",
    "Cass AP, 3 juill. 2015, pourvoi n°14-21.323 et n°15-50.002",
    "CE, 12 mai 2004, n° 123456",
    "CA Paris, 12 mai 2004, n° 03/12345",
    "Conseil d'État 408811",
    "wyrok Sądu Najwyższego z dnia 12 maja 2004 r., sygn. akt II KK 12/04",
    "Sygn. akt SK 6/10",
    "sygn. Ts 91/19 (OTK ZU B/2020, poz. 191)",
    "II OSK 123/19",
    "č. j. 6 C 59/2018-685",
    "sp. zn. II. ÚS 52/21 (N 79/105 SbNU 322)",
    "č. 625/2005 Sb. NSS",
    "nález Ústavního soudu č. 341/2010 Sb.",
    "NJA 2022 not 12",
    "MIG 2012:13",
    "HR, 21-02-2023, nr. 22/02253",
    "ECLI:NL:HR:2003:AE5288",
    "STS, 16 de Marzo de 2015",
    "Sentencia 61/2024, de 9 de abril",
    "Recurso de amparo 1186-2019",
    "acórdão n.º 360/12",
    "Decisão Sumária n.º 675/2020",
    "BGer 1C_381/2009 vom 13.10.2009",
    "1A.17/2005 vom 11. April 2005, E. 3.4",
    "Oberlandesgericht Hamburg, 19. Januar 2017, Az: Ausl 81/16, Beschluss",
    "auto núm. 34-2015, de 2 de noviembre",
    "rollo de sala núm. 24-2015",
    "ACÓRDÃO N.º 671/06",
    "Sez. 6, n. 38639 del 30/9/2009",
    "ordinanza n. 12321/2012",
    "Corte Cost. n. 238/2014",
    "200.328.509/01",
    "sp. zn. Ntc 46/2015 z 5. januára 2016",
    "Cour de cassation le 31 mai 1991, n° 90-20.105",
    "Arrêt n°1750 du 24 juillet 2019 (19-84.167)",
    "mål nr 504-07 och 894-07",
    "NJA 2010 s. 168 (NJA 2010:19)",
    "wyroku Sądu Okręgowego we Wrocławiu z dnia 19 lutego 2020 r., sygn. akt IV Ka 1421/19",
    "2011헌마731",
    "No. ED 15-0451M (C.D. Cal. 2016)",
]
COMMON_LAW = [
    "R -v- Crown Court at Somewhere, ex p. Xandrov and another [1993] 2 AER 310 at 315",
    "R -v- Crown Court at Somewhere (1991) 93 Cr. App. R at p.65",
    "Re Xandrov's Application [2000] NIJB at 199",
    "In re Xandrov [1988] NI 12",
    "Xandrov v. H. M. Advocate 1994 J.C. 105",
    "Lord Advocate v. Some District Council 1990 S.C. (H.L.) 1",
    "[2001] ScotHC 62",
    "[2003] NICC 11",
    "Xandrov v District Court at North Shore [2014] NZHC 2816; [2015] 2 NZLR 567 (12 November 2014)",
    "Xandrov v Borneman [1969] 3AER at 277 H",
    "CO/9548/2011",
    "application by D/Inspector Xandrov (unreported, 16 May 2002)",
    "Appellant S395/2002 v Minister for Xandrovs [2003] HCA 71; (2003) 216 CLR 473",
    "Xandrov v Minister for Home Affairs & Anor [2020] HCATrans 191",
    "VID 349 of 2020",
    "Xandrov v Secretary of State for the Home Department [2005] 2 AC 296; [2005] UKHL 31",
    "XANDROV V. GEREN, NO. 06-1666",
    "395 Fed. Appx. 329",
    "Record No. 2014/232 EXT",
    "Xandrov v The Attorney General 1988 1 SLR 1",
    "Xandrov v Republic of Sri Lanka (1978-79) 2 Sri L.R. 194",
    "SC FR Application No: 690/2012",
    "Court of Appeal Application No : EXT/0001/19",
    "HKSAR v Xandrov Ming",
    "Xandrov LLC v. Zelter America, Inc. (2021)",
    "(1997), 94 B.C.A.C. 59; 152 W.A.C. 59",
    "Xandrov v. Six Flags Corp., 2019 IL 123186 (Ill. 2019)",
]
DOCUMENTS = [
    "CPT/Inf(2002)23, § 108",
    "CM/Rec(2010)5",
    "Recommendation no. R (98) 7",
    "CDL-AD(2010)040",
    "CCPR/C/21/Rev.1/Add. 13",
    "CEDAW/C/GC/31/Rev.1–CRC/C/GC/18/Rev.1",
    "A/53/44 and A/53/44/Corr.1, annex IX",
    "observation générale no 1 (1997)",
    "Raccomandazione gen. n. 19",
    "IGH, LaGrand (2001)",
    "IGH Oil Platforms 2003",
    "TPIY, Furundžija (1998)",
    "No. 38/2005 (China)",
    "No. 3/2006 (United Kingdom of Great Britain and Northern Ireland)",
    "161 Eur. Ct. H.R. (ser. A) (1989)",
]


@pytest.mark.parametrize("form", NATIONAL + COMMON_LAW + DOCUMENTS)
@pytest.mark.parametrize("around", ["{}.", "So it was held ({}); and more follows."])
def test_a_ruling_or_document_is_one_citation(cited, form, around):
    text = around.format(form)
    found = [c for c in cited(f"As before: {text}" if around[0] == "{" else text) if c.kind != "treaty"]
    assert len(found) == 1, [c.text for c in found]
    assert form in found[0].text or 2 * len(found[0].text) > len(form)
    assert found[0].status in {"not_in_library", "not_checked", "exists"}
    assert found[0].problems == []


def test_letters_of_special_procedures_are_found_where_the_text_is_about_them(cited):
    text = "the subject of urgent appeals and allegation letters (CHN 12/2013), 7 August 2015 (AL CHN 8/2015)"
    assert [c.text for c in cited(text)] == ["CHN 12/2013", "AL CHN 8/2015"]


@pytest.mark.parametrize(
    "text",
    [
        "Le requérant a formé un pourvoi devant la Cour de cassation le 31 mai 1991.",
        "Il a saisi le Conseil d'État le 12 mai 2004 et le tribunal le 3 juin 2004.",
        "Der BGH entschied am Montag; das Verwaltungsgericht tagte am 3. April 2015.",
        "Il ricorso alla Corte di cassazione del 3 maggio fu respinto, v. n. 24.",
        "Sąd Najwyższy obradował 12 maja 2004 r. w Warszawie.",
        "Law No. 38/2005 (China) and Act No. 3/2006 (Tunisia) came into force.",
        "Part II UNDP 12/05 and Annex IV of the report; p. 12; n. 24; note 7.",
        "Podle zákona č. 341/2010 Sb. a vyhlášky č. 12/2011 Sb. se postupuje jinak.",
        "In 1994 JC and SC were founded; 2003 SA was the year 12.",
    ],
)
def test_a_court_a_date_or_a_number_alone_is_no_citation(cited, text):
    assert [c.text for c in cited(text) if c.kind != "treaty"] == []


def test_reports_with_german_volumes_are_each_a_citation_and_reports_of_one_case_are_one(cited):
    assert len(cited("So BVerfGE 65, 1; BVerfGE 120, 274.")) == 2
    assert len(cited("Compare [2004] UKHL 56; [2005] UKHL 71.")) == 2


def test_a_case_of_the_crown_or_without_two_parties_is_called_by_its_other_name_later(cited):
    text = (
        "See Re Xandrov's Application [2000] NIJB 199 and R -v- Crown Court at A, ex p. Quimby [1993] 2 AER 310, and "
    )
    text += "R. v. Zelter [1995] 2 Cr. App. R. 379.\n\n"
    text += "In Zelter the court agreed, as in Quimby's case and Xandrov's case.\n\n"
    text += "Lord Reid and the Crown said nothing."
    assert [c.text for c in cited(text)][3:] == ["Zelter", "Quimby", "Xandrov"]


def test_french_names_of_cases_are_announced_by_the_word_arret(cited):
    text = "Selon l'arrêt Numérique Irlande et Zeitlinger, la jurisprudence *Telé9* et l'arrêt [Alitalix], point 27, "
    text += "l'arrêt Cour de cassation et la décision Cadre du Conseil ne disent rien ; un arrêt cardiaque non plus."
    found = cited(text, name="a.md")
    assert [c.text for c in found] == ["Numérique Irlande et Zeitlinger", "Telé9", "Alitalix"]
    assert {c.status for c in found} == {"not_checked"}


def test_an_ibid_behind_an_article_in_a_list_is_no_citation(cited):
    case = "CEDH, 6 oct. 2022, Liu c. Pologne (n°37610/18)"
    text = f"{case} ; D. 2023. 1797, note F. Dupond ; ibid. 1773, chron. H. Dupont ; ibid. 2024. 702, obs. F. Durand"
    assert [c.kind for c in cited(text)] == ["case"]
    assert [c.kind for c in cited(f"{case} ; ibid., § 83")] == ["case", "ibid"]


def test_a_name_in_two_parts_a_name_in_brackets_and_a_german_compound_are_short_forms(cited):
    text = "Xandrova und Quimby gegen Polen, Beschwerde Nr. 99999/07, Urteil vom 3. Mai 2012.\n\n"
    text += "Die Grundsätze von Xandrova und Quimby gelten auch hier.\n\n"
    text += "Zelter gegen Polen, Beschwerde Nr. 99998/07, Urteil vom 3. Mai 2012. Das Zelter-Urteil schweigt (Zelter)."
    assert [c.text.split(",")[0] for c in cited(text)] == [
        "Xandrova und Quimby gegen Polen",
        "Xandrova und Quimby",
        "Zelter gegen Polen",
        "Zelter",
        "Zelter",
    ]


def test_opinions_in_a_list_are_each_a_citation_and_no_application_numbers(cited):
    found = cited("without judicial review (Opinions 2016/18, 2018/42 and 2021/31)")
    assert [c.text for c in found] == ["Opinions 2016/18", "2018/42", "2021/31"]
    assert {c.status for c in found} <= {"not_in_library", "exists"}


def test_a_file_that_sets_the_little_o_apart_is_read_as_others_are(cited):
    (c,) = cited("arrêt Soering c. Royaume-Uni du 7 juillet 1989, série A n o 161, p. 35, par. 88")
    assert (c.status, c.text[-29:]) == ("exists", "série A n o 161, p. 35, par. 88"[-29:])
    found = cited("(série A n o 27, p. 32, par. 95, et série A n o 43, p. 22, par. 48)")
    assert [c.text for c in found] == ["série A n o 27, p. 32, par. 95", "série A n o 43, p. 22, par. 48"]


def test_dates_of_the_commission_with_two_digits_of_a_year_are_read(only):
    c = only("(N° 99995/92, Xandrova c. France, déc. 29.11.95, non publiée)")
    assert c.text.endswith("Xandrova c. France, déc. 29.11.95, non publiée")
    assert only("Xandrova c. France, déc. 31.11.95, D.R. 80, p. 56").status == "malformed"


def test_a_document_of_the_united_nations_bears_other_days_than_that_of_the_decision(cited):
    text = "Ng v. Canada, Communication No. 469/1991, U.N. Doc. CCPR/C/49/D/469/1991 (1994).\n\n"
    text += "CCPR/C/46/D/469/1991.\n\nCCPR/C/49/D/469/1991 7 January 1994."
    assert [(c.problems, c.status) for c in cited(text)][0] == ([], "exists")
    assert all(c.problems == [] for c in cited(text))
    assert cited("CCPR/C/52/D/469/1991")[0].problems != []
    assert cited("CCPR/C/49/D/469/1991 7 January 1997")[0].problems != []


def test_a_general_comment_without_its_committee_is_not_held_against_another_committees(only):
    c = only("réviser son observation générale no 1 (1997)")
    assert (c.problems, c.status) == ([], "not_in_library")


def test_ne_bis_in_idem_is_no_reference(cited):
    assert cited("Liu v. Poland, no. 37610/18.\n\nForbudet (ne bis in idem) gäller.")[1:] == []


def test_an_ecli_behind_a_national_ruling_is_held_against_it_and_one_of_karlsruhe_is_well_formed(only):
    assert only("Cass. crim., 12 juin 2019, no 19-82.557, ECLI:FR:CCASS:2019:CR01426").status == "exists"
    assert only("Cass. crim., 12 juin 2019, no 19-82.557, ECLI:FR:CCASS:2019:CR01246").status == "mismatch"
    c = only("BVerfG, Beschluss vom 4. Dezember 2019 - 2 BvR 99999/19, ECLI:DE:BVerfG:2019:rk20191204.2bvr9999919")
    assert (c.status, c.problems) == ("not_in_library", [])
    assert only("Vgl. ECLI:DE:BVerfG:2019:rk20191204.2bvr9999919.").problems == []


def test_the_end_of_a_peruvian_number_is_no_court(cited):
    found = cited("Tribunal Constitucional del Perú, EXP. N.° 02278-2010-PHC/TC, 24 May 2011")
    assert [(c.text[:12], c.authority is None) for c in found] == [("EXP. N.° 022", False)]


def test_a_ruling_given_by_a_court_on_a_day_is_one_and_a_case_with_a_report_is_named_again(cited):
    assert [
        c.text for c in cited("Cette solution résulte de l'arrêt rendu par la Cour de cassation le 31 mai 1991.")
    ] == ["Cour de cassation le 31 mai 1991"]
    text = (
        "In Xandrov –v- Zelter [1969] 3AER at 277 H Lord Reid spoke.\n\nHe referred to Xandrov -v- Zelter, and agreed."
    )
    assert [c.text for c in cited(text)] == ["Xandrov –v- Zelter [1969] 3AER at 277 H", "Xandrov -v- Zelter"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Supreme Court held so in Rt-2005-229 and in HR-2018-1234-A.", ["Rt-2005-229", "HR-2018-1234-A"]),
        ("See the judgment in Norsk Retstidende (Rt.) 2014 page 976.", ["Norsk Retstidende (Rt.) 2014 page 976"]),
        ("The Administrative Court refused it (no. 96/18/0150).", ["no. 96/18/0150"]),
        ("In decision no. 2/2007. (I. 24.) AB the Constitutional Court said so.", ["2/2007. (I. 24.) AB"]),
        (
            "The Conseil d'État stayed removals: nos. 40.383 of 20 September 1992, 51.302 of 25 January 1995.",
            ["nos. 40.383 of 20 September 1992", "51.302 of 25 January 1995"],
        ),
        ("In decision no. 24 in case no. 268/95 it was held so.", ["decision no. 24 in case no. 268/95"]),
    ],
)
def test_rulings_of_norway_austria_hungary_belgium_and_bulgaria_by_their_numbers(cited, text, found):
    assert [c.text for c in cited(text)] == found
    assert {c.status for c in cited(text)} == {"not_in_library"}


@pytest.mark.parametrize(
    "text",
    [
        "He paid 50.000 of his savings, and 40.383 of 20 September 1992 were lost.",
        "He was born on 12/05/1980 and arrived on 01/02/2019.",
        "Route HR-12 and part no. 2/2007 are not numbers of rulings.",
        "The prosecutor's decision in the case was served on 3 May 2019.",
    ],
)
def test_sums_dates_and_parts_are_no_rulings(cited, text):
    assert not [c.text for c in cited(text)]


def test_numbers_in_square_brackets_and_rows_of_the_assembly(cited):
    text = "See CPT/Inf [2014] 29, CRI[2014]37 and Resolutions nos. 1701(2010), 1725(2010) and 1855(2012)."
    assert [c.text for c in cited(text)] == [
        "CPT/Inf [2014] 29",
        "CRI[2014]37",
        "Resolutions nos. 1701(2010)",
        "1725(2010)",
        "1855(2012)",
    ]
    assert not cited("In 1701(2010) of 1855 pages he found 1725 words (2012).")
