"""Rulings between states, papers of international bodies, and what an 'ibid.' behind them means."""

import pytest


def texts(citations):
    return [c.text for c in citations if c.kind != "treaty"]


RULINGS = [
    "Asylum (Colombia/Peru), Judgment, I.C.J. Reports 1950, p. 266",
    "Asylum Case (Colombia v. Peru), ICJ Reports 1950",
    "Aegean Sea Continental Shelf (Greece v. Turkey), Interim Protection, Order of 11 September 1976, I.C.J. Reports "
    "1976, paras. 22–35",
    "Land, Island and Maritime Frontier Dispute (El Salvador/Honduras : Nicaragua intervening) (Judgment, I.C.J. "
    "Reports 1992, p. 577, para. 364)",
    "LaGrand (F.R.G. v. U.S.), 2001 I.C.J. 466",
    "Zzyzek case. Judgment of January 26, 2000. Series C No. 64, para. 40",
    "Zzyzek v. Honduras, Merits, Judgment of July 29, 1988, Inter-Am. Ct. H.R. (ser. C) No. 4, ¶ 172",
    "Corfu Channel case (judgment of 9 April 1949, ICJ Reports 1949, p. 4)",
    "Activités militaires et paramilitaires au Nicaragua et contre celui-ci (Nicaragua c. États-Unis d'Amérique), "
    "fond, arrêt, C.I.J. Recueil 1986, p. 14",
    "International Court of Justice, in its Advisory Opinion of 22 July 2010 on Kosovo",
    "Zzyzek v Trinidad and Tobago (Inter-American Court of Human Rights, Series C No 82, 1 September 2001)",
    "Prosecutor v. Zzyzek, case no. IT-95-17/1-T, judgment of 10 December 1998, § 153",
    "Barcelona Traction, Light and Power Company, Limited (Belgium v. Spain), Second Phase, Judgment, "
    "I.C.J. Reports 1970, p. 3, para. 33",
    "Legal Consequences for States of the Continued Presence of South Africa in Namibia (South West Africa) "
    "notwithstanding Security Council Resolution 276 (1970), Advisory Opinion, I.C.J. Reports 1971, p. 16",
    "Jurisdictional Immunities of the State (Germany v. Italy: Greece intervening), judgment of 3 February 2012, § 57",
    "Factory at Chorzów, Merits, Judgment No. 13, 1928, P.C.I.J., Series A, No. 17, p. 47",
    "P.C.I.J. Series A/B No. 53",
    "S.S. Lotus (France v. Turkey), P.C.I.J. Series A No. 10, p. 18",
    "PCIJ, Interpretation of Article 3 § 2 of the Treaty of Lausanne (Frontier between Turkey and Iraq), Advisory "
    "Opinion No. 12, 21 November 1925, p. 22",
    "ICJ, Competence of the General Assembly for the Admission of a State to the United Nations, Advisory Opinion, "
    "3 March 1950 – General List No. 9, p. 8",
    "judgment of the International Court of Justice of 30 November 2010 in the Ahmadou Sadio Diallo case",
    "ICJ's advisory opinion of 9 July 2004 on the Legal Consequences of the Construction of a Wall in the Occupied "
    "Palestinian Territory",
    "Asile (Colombie/Pérou), arrêt, C.I.J. Recueil 1950, p. 266",
    "Rainbow Warrior (New Zealand/France), 30 April 1990, UNRIAA, vol. XX, p. 217",
    "Zzyzek v. Honduras, judgment of 29 July 1988, Series C No. 4, § 166",
    "Zzyzek v. Peru. Merits. Judgment of March 14, 2001. Series C No. 75",
    "Zzyzek Vs. Uruguay. Fondo y Reparaciones. Sentencia de 24 de febrero de 2011. Serie C No. 221",
    "Massacres d'El Zzyzek et lieux voisins c. Salvador (fond, réparations, frais et dépens), arrêt du 25 octobre "
    "2012, série C no 252",
    "Inter-American Court of Human Rights, Provisional Measures requested by the Inter-American Commission on Human "
    "Rights in the matter of Ruritania, case of Haitians in Ruritania, order of the court of 18 August 2000",
    "Zzyzek et al. v. United States, Case 10.675, Report No. 51/96, OEA/Ser.L./V/II.95, Doc. 7",
]
PAPERS = [
    "general recommendations Nos. 27 (2000) and 32 (2009)",
    "general recommendations No. 27 (2000) on discrimination against Roma and No. 32 (2009)",
    "general recommendations 27, paragraphs 30-31 (2000), on discrimination against Roma, and 32 (2009)",
    "Human Rights Committee, General Comments Nos. 2, 20 and 31",
    "observations générales nos 20 et 31",
    "CERD, General Rec. 30",
    "General Comment no. 4/1991",
    "Human Rights Committee, Concluding observations: Italy, 28 April 2006, § 15",
    "United Nations Human Rights Committee, “Concluding Observations. Libyan Arab Jamahiriya”, 15 November 2007",
    "Conclusions and Recommendations of the Committee Against Torture (11 May 2001)",
    "Concluding Observations, adopted on 30 January 2009 upon consideration of the second and third periodic report of "
    "the Republic of Moldova",
    "observations finales du Comité des droits de l’homme : France, 31 juillet 2008, § 12",
    "Executive Committee of UNHCR Conclusion No. 82 (XLVIII)",
    "ExCom Conclusion No. 44 (XXXVII) – 1986",
    "ExCom Conclusion No. 8 (XXVIII, 1977)",
    "Conclusion n° 15 (XXX) du Comité exécutif du HCR",
    "EXCOM Conclusion No. 44 of 1986",
    "International Law Association, Resolution 6/2002",
    "G.A. Res. 217A (III)",
    "UNSC Res. 1244",
    "G.A. Res. 61/177, U.N. Doc. A/RES/61/177 (Dec. 20, 2006)",
    "UNGA Res 217A (III) (10 December 1948) UN Doc A/810",
    "UNGA resolution 2312 (XXII), A/RES/2312(XXII)",
    "European Parliament Resolution No. 2006/2250",
    "2006/2200(INI)",
    "P6_TA(2007)0032",
    "ECRI General Policy Recommendation No. 13",
    "ECRI's General Policy Recommendations Nos. 7 and 13",
    "Interim Resolution DH (99) 434",
    "General Comments Nos. 6 (2005) and 10 (2007), CRC/GC/2005/6 and CRC/C/GC/10",
    "Observation générale n° 20 (44) du 10 mars 1992",
    "Opinion no. 190/2002, CDL-AD (2002) 23 rev.",
    "CDL-INF(1999)16",
    "CPT/Inf/E (2002) 1 - Rev. 2015",
    "Interim Resolution CM/ResDH(2009)42",
    "CM(2008)37",
    "HCR/1P/4/ENG/REV. 3",
    "EC/47/SC/CRP.5",
    "SEC(2008) 2029",
]


@pytest.mark.parametrize("form", RULINGS, ids=lambda one: one[:40])
def test_a_ruling_of_an_international_court_is_one_citation_with_its_title(cited, form):
    assert texts(cited(f"See {form}, which held so.")) == [form]


@pytest.mark.parametrize("form", PAPERS, ids=lambda one: one[:40])
def test_a_paper_of_an_international_body_is_found_by_what_is_its_own(cited, form):
    assert texts(cited(f"This follows from {form}; nothing else does.")) == [form]


@pytest.mark.parametrize(
    "text",
    [
        "The International Court of Justice sat in The Hague on 3 March 1950.",
        "The ICJ, as Mr Smith said in his letter of 3 May 2010, gave no judgment.",
        "The Court reads the concluding observations of the Committee against Torture with care.",
        "In its concluding observations the Committee asked Slovakia to report by 3 May 2010.",
        "The conclusions of 3 May 2010 were wrong; conclusion no. 4 was right.",
        "The prosecutor made general recommendations and 12 (2009) of them were followed.",
        "It follows from general principles and from 27 (2000) years of practice.",
        "The university made its recommendation no. 12 to the board.",
        "The association adopted resolution 6/2002 at its meeting.",
        "Report No. 51/96 of the police was read out, and case 10.675 of the store was closed.",
        "He sold 10,675 cases of wine, report no. 12/07 of the customs office says.",
        "The Government's opinion 2/13 of the committee was not followed.",
        "The International Court of Justice sits in The Hague, and in the present case nobody asked it.",
    ],
)
def test_what_only_sounds_like_one_is_none(cited, text):
    assert texts(cited(text)) == []


def test_observations_on_two_states_are_two_papers(cited):
    text = (
        "(Committee on the Rights of the Child, Concluding Observations for Costa Rica of 2 February 2007, §§ 14-15, "
    )
    text += "{})"
    assert texts(cited(text.format("and for Chile of 1 February 2008, §§ 23-24")))[1] == (
        "for Chile of 1 February 2008, §§ 23-24"
    )
    assert len(texts(cited(text.format("and for children of 1 February 2008")))) == 1


def test_observations_with_a_symbol_are_found_once(only):
    assert only("See Concluding Observations on Canada (2006), UN Doc. CCPR/C/CAN/CO/5, § 15.").kind == "symbol"


def test_each_comment_of_a_row_is_looked_at_and_a_wrong_year_of_one_is_told(only):
    right = only("See Human Rights Committee, General Comments Nos. 31 and 36.")
    assert right.status == "exists"
    wrong = only("See Human Rights Committee, General Comments Nos. 31 (2004) and 36 (1999).")
    assert (wrong.status, [p.code for p in wrong.problems]) == ("mismatch", ["wrong_date"])
    unknown = only("See Human Rights Committee, General Comments Nos. 31 and 99.")
    assert unknown.status == "not_in_library"
    assert "Of these numbers the library holds No. 31." in [n.text for n in unknown.notes]


def test_a_general_recommendation_is_never_a_comment_of_another_committee(only):
    """The Committee against Torture and the Human Rights Committee call theirs comments."""
    assert only("See General Recommendation No. 4.").status == "not_in_library"
    assert only("See General Comment No. 4 (2017).").authority == "un-cat/cat-gc4-2017"


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Voir l'observation générale no 31 du Comité des droits de l'homme.", "un-hrc/hrc-gc31-2004"),
        ("le Comité contre la torture, dans son observation générale no 4 (2017), a dit", "un-cat/cat-gc4-2017"),
        ("Human Rights Committee (HRC), General Comment No. 31", "un-hrc/hrc-gc31-2004"),
        ("Comité des droits de l'enfant, observation générale no 4", None),
        ("Committee on the Rights of the Child (CRC), General Comment No. 4", None),
    ],
)
def test_the_committee_is_read_in_french_and_with_its_letters_in_brackets(only, text, authority):
    """Two committees have a comment of the same number: only the one that is named is meant."""
    assert only(text).authority == authority


def test_a_year_behind_a_resolution_is_no_second_resolution(cited):
    assert texts(cited("the UNGA Resolution 56/83, 2001 [57]")) == ["UNGA Resolution 56/83"]
    assert len(texts(cited("Security Council resolutions 1973 (2011) and 2009 (2011)"))) == 2


def test_an_opinion_of_the_venice_commission_is_none_of_the_working_group(only):
    assert only("See Venice Commission, Opinion no. 20/2025.").authority is None
    assert only("See WGAD, Opinion No. 20/2025.").authority is not None


def test_the_number_of_san_jose_is_the_same_in_three_languages(only):
    for series in ("Series C No. 272", "série C no 272", "série C n° 272", "Serie C No. 272"):
        found = only(f"(Inter-American Court, {series})")
        assert found.authority == "iacthr/iacthr-pacheco-tineo-v-bolivia-2013", series


def test_series_a_of_strasbourg_stays_of_strasbourg(cited):
    text = "The Inter-American Court follows. {}See Golder v. the United Kingdom, 21 February 1975, Series A no. 18."
    assert cited(text.format("It has its reasons. " * 20))[-1].authority.startswith(("echr/", "register/"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This is the reasoning of the International Court of Justice in the Asylum Case.", "Asylum"),
        ("He followed the Inter-American Commission's ruling in the Haiti case.", "Haiti"),
        ("with reference to the Advisory Opinion of the International Court of Justice in the Namibia case", "Namibia"),
    ],
)
def test_a_ruling_called_by_its_name_behind_its_court_is_found_and_not_checked(only, text, name):
    found = only(text)
    assert (found.kind, found.text, found.status) == ("short", name, "not_checked")


FULL = "Othman (Abu Qatada) v. the United Kingdom, no. 8139/09, § 186, ECHR 2012"


@pytest.mark.parametrize(
    "short", ["Othman, cited above (ibid.)", "Othman, cited above, ibid.", "the Othman judgment, ibid."]
)
def test_an_ibid_right_behind_a_short_form_is_no_second_citation(cited, short):
    assert len(texts(cited(f"See {FULL}. It was so held (see {short})."))) == 2


def test_its_paragraphs_are_still_looked_at(cited):
    found = cited(f"See {FULL}. It was so held in the case of Othman (ibid., § 9999).")[-1]
    assert (found.kind, found.paragraphs) == ("short", [9999])


@pytest.mark.parametrize(
    "between",
    [
        "He had not asked for water (see paragraph 32 above). He waited (ibid.).",
        "The survey was read (see paragraph 79 of the judgment). It says more (ibid.).",
        "According to the principal judgment the house stood (ibid., §§ 197-198).",
        "So it was before the Law of 10 April 2014 (ibid.).",
    ],
)
def test_an_ibid_that_means_another_place_of_the_text_or_a_law_is_no_citation(cited, between):
    assert [c.kind for c in cited(f"See {FULL}. {between}")] == ["case"]
    assert [c.kind for c in cited(f"See {FULL}. So it was (ibid., § 187).")] == ["case", "ibid"]


@pytest.mark.parametrize(
    "form",
    [
        "R (Zed) v Home Secretary [2006] UKHL 46; [2007] 1 AC 412, para 5",
        "Zed v Fleecytex CC and Others 1998 (2) SA 1143 (CC) (1998 (4) BCLR 415; [1998] ZACC 3)",
        "Buhary v. Jayaratne [(1947) 48 NLR 224]",
        "R. v. R.C. [[2005] 3 SCR 99, 2005 SCC 61]",
        "Canada (Minister of Immigration) v. Zed (1993) 18 Imm. L.R. (2d) 130, [1992] F.C.J. No. 1189 (QL)",
        "Regina v. Immigration Officer at Prague Airport and another (Respondents) ex parte European Roma Rights "
        "Centre and others (Appellants) [2004] UKHL 55, paragraph 26",
        "R v. FB, R v. AB, R v. JC [2010] EWCA Crim 1857",
    ],
    ids=lambda one: one[:40],
)
def test_one_ruling_with_all_its_reports_is_one_finding(cited, form):
    assert texts(cited(f"This was held in {form}.")) == [form]


def test_a_paper_of_another_number_behind_a_resolution_stays_another(cited):
    assert len(texts(cited("See General Assembly resolution 34/169, A/RES/35/170."))) == 2
    assert len(texts(cited("See UNSC Res. 1373 (2001); UN Doc A/HRC/13/39."))) == 2


def test_two_rulings_side_by_side_stay_two(cited):
    assert len(texts(cited("See R v. FB [2009] EWCA Crim 12, R v. JC [2010] EWCA Crim 1857."))) == 2
    assert len(texts(cited("See Zed v Smith [2006] UKHL 46; Smith v Jones [2007] UKHL 12."))) == 2
