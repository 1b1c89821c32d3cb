"""Citations are found in every form that lawyers write, and nothing else is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ways import Ways
from word_samples import docx, note_call, paragraph, run

from briefs.verify.find import (
    anchors,
    announced,
    apart,
    comments,
    commonwealth,
    domestic,
    international,
    luxembourg,
    nationals,
    observations,
    papers,
    rows,
    stroked,
)
from briefs.verify.find.folding import plain_text
from briefs.verify.find.forms import load_forms, read_forms
from briefs.verify.find.places import Places
from briefs.verify.known.register import Register

FORMS = [
    "Liu v. Poland, no. 37610/18, § 83, 6 October 2022",
    "Liu v. Poland, no. 37610/18, §§ 79 and 81-84, 6 October 2022",
    "Liu v Poland App no 37610/18 (ECtHR, 6 October 2022), para 83",
    "Liu v. Poland, App. No. 37610/18, Eur. Ct. H.R., ¶ 83 (Oct. 6, 2022)",
    "Liu c. Pologne, no 37610/18, § 83, 6 octobre 2022",
    "Liu c. Pologne, requête n° 37610/18, arrêt du 6 octobre 2022",
    "Liu v. Poland (application no. 37610/18), judgment of 6 October 2022",
    "Liu v. Poland, 37610/18, 06/10/2022",
    "Saadi v. Italy [GC], no. 37201/06, §§ 125 and 127, ECHR 2008",
    "Saadi c. Italie [GC], no 37201/06, §§ 125 et 127, CEDH 2008",
    "Einhorn v. France (dec.), no. 71555/01, § 26, 16 October 2001",
    "Mamatkulov and Askarov v. Turkey [GC], nos. 46827/99 and 46951/99, § 67, ECHR 2005-I",
    "Soering v. the United Kingdom, 7 July 1989, § 88, Series A no. 161",
    "Soering v United Kingdom (1989) 11 EHRR 439 at [88]",
    "Chahal v. the United Kingdom, 15 November 1996, §§ 79-81, Reports of Judgments and Decisions 1996-V",
    "M.S.S. v. Belgium and Greece [GC], no. 30696/09, § 230, ECHR 2011",
    "Karajanov v. “the former Yugoslav Republic of Macedonia”, no. 2229/15, 6 April 2017",
    "Israil v. Kazakhstan, communication No. 2024/2011, CCPR/C/103/D/2024/2011, para. 9.4",
    "Agiza v. Sweden, Communication No. 233/2003, U.N. Doc. CAT/C/34/D/233/2003 (2005)",
    "CAT/C/CHN/CO/5",
    "General Comment No. 31, CCPR/C/21/Rev.1/Add.13, para. 12",
    "ECLI:CE:ECHR:2022:1006JUD003761018",
    "Petruhhin, C-182/15, EU:C:2016:630, paragraph 58",
    "Ruska Federacija, Court of Justice of the European Union, C-897/19 PPU, 2 April 2020",
    "Joined Cases C-404/15 and C-659/15 PPU Aranyosi and Căldăraru EU:C:2016:198",
    "Minister of Justice v Kim (No 2) [2022] NZSC 44 at [45]",
    "Bhandari v Government of India [2025] EWHC 449 (Admin)",
    "Lai v. Canada (Citizenship and Immigration), 2007 FC 361",
    "II. ÚS 2299/19",
    "II KK 154/19",
    "STC 17/2024",
    "Cass. pen., Sez. VI, n. 21125/2023",
    "Cass. crim., 12 juin 2019, no 19-82.557",
    "NJA 2019 s. 611",
    "127/21.5YRCBR.S1",
    "Opinion No. 20/2025",
    "A/HRC/WGAD/2018/22",
    "Article 3 of the European Convention on Human Rights",
    "Articles 6 and 7 ICCPR",
    "Rule 39 of the Rules of Court",
    "application no. 37610/18",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("around", ["As was held, {}.", "(see {}; and the file)"])
def test_a_citation_is_found_whole(cited, form, around):
    found = [c.text for c in cited(around.format(form))]
    assert found == [form]


@pytest.mark.parametrize("form", [f for f in FORMS if "v." in f and "“" not in f])
def test_a_broken_line_or_a_hard_space_hides_nothing(cited, form):
    words = form.split(" ")
    for joint in ("\n", "\u00a0"):
        text = "See " + joint.join(words)
        assert [" ".join(c.text.split()) for c in cited(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Law no. 148/1998 and Law no. 45/98 came into force on 1 January 2006.",
        "Article 65 § 2 of the Labour Code provides for dismissal.",
        "Directive 2004/38/EC of the European Parliament (OJ C 83/01) applies.",
        "The matter of Apple v. Samsung was in the press.",
        "Mr Liu lives in Poland; see paragraph 26 below and § 83 of the file.",
        "He was arrested on 6 October 2022 under file no. 12/18.",
        "As has been mentioned above, the Government's submissions cited above stand.",
        "In Strasbourg, Poland argued otherwise.",
        "See Annex C-3, page 5/12; room T-14.",
    ],
)
def test_what_is_no_citation_is_left_alone(cited, text):
    assert [c.text for c in cited(text)] == []


def test_every_example_of_a_docket_form_is_found(checker, cited):
    missed = []
    for form in checker.known.forms.dockets:
        assert form.examples, form.id
        missed += [e for e in form.examples if not [c for c in cited(f"See {e}, at page 3.") if c.kind == "docket"]]
    taken_by_title = {"II. ÚS 2299/19", "NJA 2019 s. 611", "STC 17/2024", "127/21.5YRCBR.S1", "ATC 10/2019"}
    assert set(missed) <= taken_by_title | {e for e in missed if cited(f"See {e}.")}


def test_every_record_of_the_library_with_a_number_is_found_by_it(checker, cited, library):
    """Whoever adds a precedent learns here that its number has no form in law/citations/dockets.yaml yet."""
    unknown = []
    for a in checker.known.authorities.items:
        if not a.precedent:
            continue
        numbers = [*(f"no. {n}" for n in a.numbers[:1]), *a.eclis, *a.symbols, *a.neutrals[:1]]
        for number in numbers:
            hits = cited(f"{a.name}, {number}." if " v" in a.name or number.startswith("no.") else f"See {number}.")
            if not any(c.authority == a.id for c in hits):
                unknown.append((a.id, number))
    allowed = re.compile(r"SbNU|Fallos|Bull\.|Official Gazette|ES:AN|ES:TS|CAT_")
    assert [pair for pair in unknown if not allowed.search(pair[1])] == []


def test_every_place_of_a_word_file_is_searched(cited):
    one = "Liu v. Poland, no. 37610/18"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(one)}</w:txbxContent></w:pict></w:r>"
    inserted = f'<w:ins w:id="9" w:author="A">{run(one)}</w:ins>'
    deleted = f'<w:del w:id="8" w:author="A"><w:r><w:delText>{one}</w:delText></w:r></w:del>'
    split = [run("Liu v. ", "<w:i/>"), run("Pol"), run("and, no. 376"), run("10/18")]
    body = (
        paragraph(*split, note_call("footnote", 2), box)
        + f"<w:tbl><w:tr><w:tc>{paragraph(one)}</w:tc></w:tr></w:tbl>"
        + paragraph(inserted, deleted, note_call("endnote", 2))
    )
    file = docx(body, [paragraph(one)], [paragraph(one)], [paragraph(one)], paragraph(one))
    places = [(c.part, c.text) for c in cited(file, name="draft.docx")]
    parts = ["headers", "body", "footnotes", "body", "body", "body", "endnotes", "comments"]
    assert places == [(part, one) for part in parts]


def test_places_are_code_points_of_the_paragraph_or_of_the_text_file(cited):
    text = "Ünïcode – first.\n\nSee 😀 Liu v. Poland, no. 37610/18.\n"
    (c,) = cited(text)
    assert text[c.start : c.end] == c.text == "Liu v. Poland, no. 37610/18"
    (c,) = cited(docx(paragraph("See “😀”\u00a0Liu v.\u00a0Poland, no. 37610/18.")), name="a.docx")
    assert (c.start, c.end) == (8, 8 + len(c.text))


def test_a_judgment_does_not_cite_itself_on_its_title_page(cited):
    text = "CASE OF REGNER v. THE CZECH REPUBLIC\n\n(Application no. 35289/11)\n\n"
    text += "In the case of Regner v. the Czech Republic,\n\n"
    text += "1. The case originated in an application (no. 35289/11) against the Czech Republic."
    assert cited(text) == []


def test_markdown_emphasis_is_no_part_of_a_name(cited):
    assert [c.status for c in cited("See *Liu v. Poland*, no. 37610/18.", name="a.md")] == ["exists"]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400))
def test_any_text_is_read_without_a_crash(cited, text):
    for c in cited(text):
        assert c.status in {"exists", "mismatch", "not_in_library", "malformed", "not_checked"}


PIECES = st.sampled_from(
    ["Liu", "Poland", "v.", "v", "c.", "no.", "nos.", "37610/18", ",", ";", "(", ")", "[", "]", "[GC]", "(dec.)", "§§"]
    + ["§", "83", "and", "161", "ibid.", "C-182/15", "Article", "3", "X", "Y.Z.", "see", "“", "”", "\n", "\t", "Others"]
    + ["6 October 2022", "ECHR", "2001-II", "Series A", "cited above", "CAT/C/34/D/233/2003", "ECLI:EU:C:2016:630"]
    + ["of the Convention", "II. ÚS 1/19", "the United Kingdom", "General Comment No. 4", "[2022] NZSC 44"]
    + ["communication No. 233/2003"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_mixture_of_pieces_is_read_and_places_stay_true(cited, pieces):
    text = " ".join(pieces)
    last = 0
    for c in cited(text):
        assert text[c.start : c.end] == c.text
        assert c.start >= last
        last = c.end


@pytest.mark.parametrize(
    "text",
    [
        "A" * 60_000 + " v. Poland",
        "A. " * 20_000 + "v. Poland, no. 1/18",
        "Liu v. Poland, " + "§ 1, " * 20_000,
        "Liu v. Poland, nos. " + "1/18, " * 20_000,
        "(" * 30_000 + "Liu v. Poland" + ")" * 30_000,
        "Articles " + "3 (1), " * 10_000 + "of the Convention",
        "CAT/" * 20_000,
        "ECLI:" * 20_000,
        "[2022] " * 15_000,
        '"' * 30_000 + " v. Poland",
        "Liu v. " * 12_000,
        "C-1/18 and " * 8_000,
        "Cass. " + "x" * 60_000,
        "no. " * 20_000,
        "cited above " * 8_000,
    ],
    ids=range(15),
)
def test_no_text_makes_the_reading_slow(cited, text):
    assert isinstance(cited(text), list)


def test_the_words_of_the_registers_own_headings_name_no_row(library):
    """'Notes v. …' in a text looks for applicants called Notes; the first line of the file is none."""
    register = Register(library.layers)
    for word in ("name", "kind", "notes", "basis", "verification", "date"):
        assert all(word in plain_text(entry.name + " ".join(entry.variants)) for entry in register.named(word))


def test_whether_a_text_holds_a_case_number_is_known_before_each_form_is_tried(library):
    """One look for all forms; what it passes over, no form would have found."""
    forms = load_forms(read_forms(library.layers))
    for form in forms.dockets:
        for example in form.examples:
            for text in (example, f"as held in {example}, at 3", f"x{example}", example[1:], example[:-1]):
                found = [one.id for one in forms.dockets if one.pattern.search(text)]
                assert set(found) <= {one.id for one in forms.dockets_in(text)}, (form.id, text)
    assert not forms.dockets_in("The person has been in custody since 3 May 2024 (paragraph 12).")


SIGNED = [(find, signs) for find, signs in anchors.FINDERS if signs]
PATTERNS = {
    "find_bracketed": apart._BRACKETED,
    "find_unnumbered": apart._UNNUMBERED,
    "find_unreported": commonwealth._UNREPORTED,
    "find_listed": nationals._LISTED,
    "find_pending": domestic._BEFORE_A_COURT,
    "find_reported": domestic._REPORTED,
    "find_papers": (papers._NUMBERED, papers._SHORT, papers._REFUGEES, papers._LEARNED, papers._OWN_ROW),
    "find_observations": observations._HEAD,
    "find_international": (international._LED, international._OF, international._COURT),
    "find_in_re": commonwealth._BARE_RE,
    "find_rows": rows._FIRST,
    "_court_led": anchors._LED,
    "_without_state": anchors._UNNAMED,
    "find_comments": (comments._COMMENT, comments._WEAK),
    "find_luxembourg": luxembourg._EU,
    "_applications": anchors._APPLICATION,
    "_number_led": anchors._NUMBER_LED,
    "_russian": anchors._RUSSIAN,
    "find_stroked": stroked._STROKE,
    "_slashed": anchors._SLASHED,
    "_named_court": anchors._NAMED_COURT,
    "_american": anchors._AMERICAN,
    "_communications": anchors._COMMUNICATION,
    "_ecli": anchors._ECLI,
    "_symbols": anchors._SYMBOL,
}


@pytest.mark.parametrize(("find", "signs"), SIGNED, ids=lambda one: getattr(one, "__name__", ""))
def test_whatever_a_finder_begins_with_holds_one_of_its_signs(find, signs):
    """A text without any of the signs is not searched: nothing may be lost by that."""
    own = PATTERNS[find.__name__]
    for pattern in own if isinstance(own, tuple) else (own,):
        assert not (pattern.flags & re.I and any(letter.isalpha() for sign in signs for letter in sign))
        left = Ways(signs).through(re._parser.parse(pattern.pattern, pattern.flags), {""})
        assert not left, f"what ends like {sorted(left)!r} may hold none of the signs"


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (announced._ANNOUNCED, announced._WORDS),
        (announced._COMPOUND, announced._BEHIND),
        (announced._INTERNATIONAL, announced._COURTS),
    ],
)
def test_whatever_is_announced_holds_a_sign_of_it(pattern, signs):
    assert not Ways(signs).through(re._parser.parse(pattern.pattern, pattern.flags), {""})


@given(pieces=st.lists(st.sampled_from([word for form in FORMS for word in form.split(" ")]), max_size=25))
@settings(max_examples=150, deadline=None)
def test_a_text_without_a_sign_holds_nothing_for_its_finder(checker, pieces):
    text = " ".join(pieces)
    for find, signs in SIGNED:
        found = list(find(text, Places(), checker.known.forms))
        assert not found or any(sign in text for sign in signs), (find.__name__, text)


def test_a_blank_that_italics_left_before_a_comma_is_no_end(only):
    found = only("See Conseil d’Etat , 24 May 1993 , and nothing else .")
    assert (found.text, found.date) == ("Conseil d’Etat , 24 May 1993", "1993-05-24")
    assert only("See Soering v. the United Kingdom , 7 July 1989 , § 91 , Series A no. 161 .").status == "exists"


def test_a_body_with_small_letters_in_its_name_is_read_whole(only):
    assert only("See Mouvement raëlien Suisse v. Switzerland [GC], no. 16354/06, ECHR 2012.").status == "exists"
    for lead in ("L'Association a cité dans", "The Association relied on", "The Church decided as in"):
        found = only(f"{lead} Liu v. Poland, no. 37610/18, 6 October 2022.")
        assert (found.text, found.status) == ("Liu v. Poland, no. 37610/18, 6 October 2022", "exists")
