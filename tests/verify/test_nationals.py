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
    "(1997), 94 B.C.A.C. 59; 152 W.A.C. 59",
    "Xandrov v. Six Flags Corp., 2019 IL 123186 (Ill. 2019)",
]
DOCUMENTS = [
    "CPT/Inf(2002)23, § 108",
    "CM/Rec(2010)5",
    "Recommendation no. R (98) 7",
    "CDL-AD(2010)040",
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
