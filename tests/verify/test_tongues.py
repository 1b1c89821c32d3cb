"""Strasbourg cases as lawyers of other languages cite them: names of states as they are inflected, dates, 'against'."""

import pytest

LIU = "2022-10-06"
FORMS = [
    "Liu proti Polsku, rozsudek ze dne 6. 10. 2022, stížnost č. 37610/18, body 79, 81 a 83",
    "Liu proti Polsku, rozsudek, 6. 10. 2022, č. 37610/18",
    "ze dne 6. října 2022, Liu proti Polsku (stížnost č. 37610/18)",
    "ze dne 6. 10. 2022 ve věci Liu proti Polsku, č. 37610/18",
    "Liu przeciwko Polsce, wyrok z 6 października 2022 r., skarga nr 37610/18, § 83",
    "Liu przeciwko Polsce (skarga nr 37610/18, wyrok z dnia 06.10.2022 r.)",
    "z 6 października 2022 roku w sprawie Liu przeciwko Polsce, skarga nr 37610/18",
    "Liu przeciwko Polsce - 37610/18 Orzeczenie z dnia 06.10.2022 r.",
    "Liu mot Polen, dom 2022-10-06",
    "Liu mot Polen (dom 6.10.2022)",
    "(2022-10-06) i målet Liu mot Polen",
    "Liu tegen Polen, arrest van 6 oktober 2022, nr. 37610/18",
    "Liu gegen Polen (EGMR, 2022)",
    "Liu gegen Polen, Beschwerde Nr. 37610/18, EGMR-Urteil vom 6. Oktober 2022",
    "Liu gegen Polen (2022, Beschwerde Nr. 37610/18)",
    "Liu contro Polonia resa dalla Corte europea dei diritti dell'uomo il 6 ottobre 2022",
    "Liu contra Polonia, sentencia de 6 de Octubre de 2022, demanda núm. 37610/18",
    "Liu contra a Polónia, acórdão de 6 de outubro de 2022, queixa n.º 37610/18",
    "6 oct. 2022, Liu c. Pologne (n°37610/18)",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_strasbourg_case_is_found_whole_and_known_in_nine_languages(only, form):
    c = only(f"Rozsudek {form}.") if form[0] in "z(" else only(f"CEDH, {form}.")
    assert form in c.text
    assert c.authority == only("Liu v. Poland, no. 37610/18.").authority
    assert (c.status, c.problems) == ("exists", [])


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("proti Spojenému království", "the United Kingdom"),
        ("przeciwko Zjednoczonemu Królestwu", "the United Kingdom"),
        ("gegen das Vereinigte Königreich", "the United Kingdom"),
        ("contra el Reino Unido", "the United Kingdom"),
        ("contro il Regno Unito", "the United Kingdom"),
        ("mot Storbritannien", "the United Kingdom"),
        ("tegen het Verenigd Koninkrijk", "the United Kingdom"),
    ],
)
def test_a_state_is_known_behind_against_in_every_language(only, state, code):
    known = only(f"Soering v. {code}, no. 14038/88.")
    c = only(f"Soering {state}, 14038/88.")
    assert (c.status, c.authority) == ("exists", known.authority)
    assert only("Liu proti Rusku, rozsudek ze dne 6. 10. 2022, č. 37610/18.").status == "mismatch"


def test_a_state_as_applicant_is_the_same_state_in_every_language(only):
    english = only("Ireland v. the United Kingdom, no. 5310/71.")
    c = only("Viz Irsko proti Spojenému království, rozsudek pléna, 18. 1. 1978, č. 5310/71.")
    assert (c.status, c.authority) == ("exists", english.authority)


def test_a_date_before_a_name_belongs_to_that_name_and_not_to_the_case_before(cited):
    text = "CEDH, 7 juill. 1989, Soering c. Royaume-Uni (n°14038/88), CEDH, 6 oct. 2022, Liu c. Pologne (n°37610/18)"
    first, second = cited(text)
    assert (first.status, first.problems, second.status) == ("exists", [], "exists")
    assert (second.text.endswith("Liu c. Pologne (n°37610/18)"), "2022" in first.text) == (True, False)
    text = (
        "rozsudek ze dne 7. 7. 1989, Soering proti Spojenému království (č. 14038/88), rozsudek velkého senátu ze dne "
    )
    first, second = cited(text + "28. 2. 2008, Saadi proti Itálii (č. 37201/06)")
    assert (first.problems, second.problems, first.status, second.status) == ([], [], "exists", "exists")


def test_a_name_and_a_state_alone_are_a_case_where_somebody_knows_it(cited):
    assert [c.text for c in cited("Se Soering gegen das Vereinigte Königreich dazu.")] == [
        "Soering gegen das Vereinigte Königreich"
    ]
    assert [c.status for c in cited("Viz rozsudek Xandrová proti Belgii.")] == ["not_in_library"]
    assert [c.text for c in cited("W sprawie Q.Q. przeciwko Włochom trwało to dwa lata.")] == ["Q.Q. przeciwko Włochom"]
    later = "Xandrova przeciwko Polsce, wyrok z 2 maja 2012 r., skarga nr 99999/07.\n\n"
    later += "Xandrova przeciwko Polsce mówi więcej."
    assert [c.text for c in cited(later)][1:] == ["Xandrova przeciwko Polsce"]


@pytest.mark.parametrize(
    "text",
    [
        "Sanktionen gegen Russland und eine Klage gegen Deutschland wurden erörtert.",
        "Das Verfahren gegen Polen begann am 3. Mai 2012.",
        "Klagomålet mot Sverige avvisades den 20 oktober 2011.",
        "Sverige mot Danmark spelades i Malmö.",
        "Protest proti Rusku trval tři dny.",
        "Rzecznik wystąpił przeciwko Polsce w sprawie sądów.",
        "Il governo italiano ha votato contro Italia e Francia.",
        "La manifestation contre la France du 3 mai a réuni mille personnes.",
    ],
)
def test_against_a_state_alone_is_no_case(cited, text):
    assert [c.text for c in cited(text)] == []


def test_a_citation_with_an_invented_number_never_exists(only):
    for form in FORMS:
        if "37610/18" in form:
            text = form.replace("37610/18", "98765/18").replace("Liu", "Xandrova")
            assert only(f"Podle {text}.").status != "exists"


def test_a_grand_chamber_of_the_old_court_is_not_held_against_a_list_that_does_not_tell(only):
    c = only("Akdivar a ostatní proti Turecku, rozsudek velkého senátu ze dne 16. 9. 1996, stížnost č. 21893/93.")
    assert (c.status, c.problems) == ("exists", [])


@pytest.mark.parametrize(
    "article",
    [
        "Artikel {} der Europäischen Menschenrechtskonvention",
        "Art. {} Abs. 1 der Europäischen Menschenrechtskonvention",
        "čl. {} odst. 1 Evropské úmluvy",
        "art. {} ust. 1 EKPC",
        "artículo {} del Convenio Europeo de Derechos Humanos",
        "articolo {} della Convenzione europea dei diritti dell'uomo",
        "artigo {} da Convenção Europeia dos Direitos do Homem",
        "artikel {} i Europakonventionen",
        "artikel {} EVRM",
    ],
)
def test_an_article_of_the_convention_is_known_in_every_language_and_one_that_it_never_had_is_told(cited, article):
    (c,) = cited(f"Podle {article.format(3)} se rozhodlo.")
    assert (c.kind, c.status, c.text) == ("treaty", "exists", article.format(3))
    (c,) = cited(f"Podle {article.format(96)} se rozhodlo.")
    assert [p.text for p in c.problems] == ["ECHR has no Article 96."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("AİHM, Saadi/İtalya [BD], B. No: 37201/06, 28/2/{}", "wrong_date"),
        ("AİHM, Saadi/İtalya [BD], B. No: 37201/06, 28 Şubat {}", "wrong_date"),
        ("Hotărârea CEDO din 28 februarie {}, Saadi c. Italiei, cererea nr. 37201/06", "wrong_date"),
        ("ЕСПЧ, дело «Саади против Италии», жалоба № 37201/06, постановление от 28 февраля {} г.", "wrong_date"),
        ("Saadi v. Italy, жалоба № 37201/06, 28 февраля {} г.", "wrong_date"),
        # a capital I that was read as an l when the paper was scanned
        ("Saadi v. ltaly [GC], no. 37201/06, 28 February {}", "wrong_date"),
    ],
)
def test_turkish_romanian_and_russian_writers_and_scanned_papers(only, text, day):
    right, wrong = only(f"{text.format(2008)}."), only(f"{text.format(2009)}.")
    assert (right.status, [fault.code for fault in right.problems]) == ("exists", [])
    assert (wrong.status, [fault.code for fault in wrong.problems]) == ("mismatch", [day])


def test_a_stroke_between_two_names_is_no_case_by_itself(cited):
    for text in (
        "Das Spiel Deutschland/Frankreich, 12. Mai 2012.",
        "Yılmaz/Almanya dosyası, 3 Mart 2020.",
        "and/or Italy",
    ):
        assert cited(text) == []
