"""What a duty judge reads at night: the request for interim measures and the short memorandum lose no law."""

import io
import itertools
import zipfile
from pathlib import Path

import pypdf
import pytest
from jinja2 import Environment
from lxml import etree

from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.models.template import in_urgent_form
from briefs.render import pages

ROOT = Path(__file__).parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def situation(library, name):
    case = load_case(ROOT / "examples" / name / "case.yaml", library).case
    return Situation(case, library, case.as_of)


@pytest.fixture(scope="module")
def poland(library):
    wanted = ("echr-rule39", "national-memorandum-short", "national-memorandum")
    return situation(library, "poland-2024"), build(
        situation(library, "poland-2024"), Options(filings=wanted, pages="none")
    )


def lines(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        yield ("" if style is None else style.get(f"{W}val")), text.strip()


def text(docx):
    return " ".join(line for _, line in lines(docx))


def headings(docx):
    return [line for style, line in lines(docx) if style == "Heading1"]


def test_the_request_for_interim_measures_states_every_circumstance_once(poland):
    s, built = poland
    said = text(built.files["to-file/echr-rule39.docx"])
    times = {one.id: said.count(one.says.strip().rstrip(".")) for one in s.case.circumstances}
    assert times.pop("sister") == 0, "a relative in the requesting state is not named to its readers"
    assert set(times.values()) == {1}, times
    assert "See also, above," in said


def test_it_rests_on_the_strongest_authorities_and_the_first_is_strasbourgs_own(poland, library):
    assert filing_manifests(library)["echr-rule39"].most_authorities == 2
    _, built = poland
    said = text(built.files["to-file/echr-rule39.docx"])
    first = said.index("The European Court of Human Rights in Liu v. Poland")
    elsewhere = "From elsewhere: "
    assert first < said.index(elsewhere)
    assert said.count(elsewhere) + said.count("In the respondent state,") <= 6
    assert "Elsewhere, for its reasoning" not in said


@pytest.mark.parametrize("filing", ["echr-rule39", "uncat-complaint", "hrc-communication"])
def test_every_ground_of_an_urgent_request_has_rule_and_answer_in_the_system_of_its_body(filing, library):
    manifest = in_urgent_form(filing_manifests(library)[filing])
    heard = {key for key, ground in library.grounds.items() if manifest.forum in ground.forums}
    for key in heard - {*manifest.leave_out, "interim-measures"}:
        form = library.grounds[key].interim.get(manifest.system)
        assert form, f"{key} has no concise form for {manifest.system}"
        assert len(form.rule) < 700, key
        assert form.answer.startswith("It may be said"), key


def test_strasbourg_is_not_asked_for_a_measure_on_family_life(library):
    assert "ecthr_rule39" not in library.grounds["private-family-life"].forums


def test_before_the_committee_against_torture_the_claim_is_torture_and_nothing_less(library):
    for key, ground in library.grounds.items():
        if "cat" in ground.interim:
            assert "inhuman" not in ground.interim["cat"].rule, key
    rule = library.grounds["art3-real-risk"].interim["cat"].rule
    assert "foreseeable, present, personal and real" in rule
    assert "Ill-treatment short of torture is relied on only for" in rule


def test_adverse_authority_that_counsel_disclosed_stands_in_it_whatever_the_limit(library):
    s = situation(library, "poland-2024")
    against = [
        key
        for key, p in library.precedents.items()
        if p.court == "echr" and any(h.stance == "against" and h.ground == "life-without-parole" for h in p.holdings)
    ]
    case = s.case.model_copy(update={"disclosure": dict.fromkeys(against, True)})
    built = build(Situation(case, library, case.as_of), Options(filings=("echr-rule39",), pages="none"))
    assert "disclosed as capable of being relied on against this request" in text(
        built.files["to-file/echr-rule39.docx"]
    )


def test_ten_pages_for_the_request_and_four_for_the_short_memorandum(office, poland):
    _, built = poland
    files = [built.files[f"to-file/{name}.docx"] for name in ("echr-rule39", "national-memorandum-short")]
    long, short = (len(pypdf.PdfReader(io.BytesIO(pdf)).pages) for pdf in pages.to_pdf(files))
    assert long <= 10
    assert short <= 4


def test_five_facts_give_a_request_that_asks_for_what_is_missing(library):
    from briefs.casefile import case_from_text

    few = (
        "format: 1\nas_of: 2024-05-13\nlanguage: en\npersons_sought:\n- name:\n    full: A. Example\n"
        "  nationalities: [CN]\nrequest:\n  requesting_state: CN\n  requested_state: PL\n  kind: extradition\n"
        "  offences:\n  - label: fraud\nproceedings:\n  stage: request\n"
    )
    case = case_from_text(few, library).case
    built = build(Situation(case, library, case.as_of), Options(urgent=True, pages="none"))
    said = text(built.files["counsel-only/echr-rule39-annotated.docx"])
    assert "Real risk of torture or ill-treatment" in said
    assert built.urgent


def test_a_polish_memorandum_opens_with_the_relief_and_an_english_one_with_the_issues(poland, library):
    _, built = poland
    civil = headings(built.files["to-file/national-memorandum.docx"])
    assert civil[:4] == ["Relief sought", "Introduction", "The request and the proceedings", "The legal basis"]
    assert civil.index("Evidence relied on") > civil.index("Real risk of torture or ill-treatment")
    assert "Conclusions" in civil
    english = build(
        situation(library, "united-kingdom-united-states-2023"),
        Options(filings=("national-memorandum",), pages="none"),
    )
    common = headings(english.files["to-file/national-memorandum.docx"])
    assert common[:4] == [
        "Introduction and issues",
        "The request and the proceedings",
        "The issues and the legal framework",
        "Evidence relied on",
    ]
    assert common[-2:] == ["Relief", "Reservation"]


def test_polish_and_czech_procedure_is_told_in_their_own_memoranda_alone(poland, library):
    polish = text(poland[1].files["to-file/national-memorandum.docx"])
    czech = text(
        build(situation(library, "czech-republic-2019"), Options(filings=("national-memorandum",), pages="none")).files[
            "to-file/national-memorandum.docx"
        ]
    )
    assert "Article 603 of the Polish Code of Criminal Procedure" in polish
    assert "Act 104/2013" not in polish
    assert "Act 104/2013 Coll. the regional court decides" in czech
    assert "Article 603" not in czech


@pytest.fixture(scope="module")
def tonight(library):
    """`build --urgent` for a state outside the Council of Europe."""
    return build(situation(library, "morocco-2021"), Options(urgent=True, pages="none"))


def test_a_committee_reads_first_what_is_asked_and_why_it_cannot_be_undone(tonight):
    said = text(tonight.files["to-file/uncat-complaint.docx"])
    first = [
        "Interim measures requested under rule 114",
        "What is asked now: that Morocco be requested not to extradite",
        "Harm to be avoided: torture, of which there is a foreseeable, present, personal and real danger",
        "once inflicted it is irreparable",
        "Final decision at home: 15 December 2021",
        "Person to contact: Samira Example",
        "General information",
    ]
    assert [said.index(words) for words in first] == sorted(said.index(words) for words in first)


def test_an_urgent_complaint_tells_each_circumstance_once_and_who_the_person_is(tonight, library):
    said = text(tonight.files["to-file/uncat-complaint.docx"])
    circumstances = situation(library, "morocco-2021").case.circumstances
    times = {one.id: said.count(one.says.strip().rstrip(".")) for one in circumstances}
    assert times.pop("claim") == 0, "asylum material is not told to the requesting state"
    assert set(times.values()) == {1}, times
    assert said.count("ethnic origin: Uyghur; religion: Muslim.") == 1
    assert "Authorities and sources" not in said
    assert "casebrief build CASE --filing uncat-complaint" in " ".join(tonight.urgent.split())


def test_an_applied_rule_is_cited_before_a_general_comment(tonight):
    said = text(tonight.files["to-file/uncat-complaint.docx"])
    risk = said[said.index("Real risk of torture or ill-treatment") : said.index("The general situation in")]
    assert "Boily v. Canada" in risk
    assert "General Comment No. 4" not in risk


def test_the_complaint_that_is_not_urgent_stays_whole(library):
    built = build(situation(library, "morocco-2021"), Options(filings=("uncat-complaint",), pages="none"))
    said = text(built.files["to-file/uncat-complaint.docx"])
    assert "Burden, standard and sources of proof" in said
    assert "in the short form" not in said
    assert "What is asked now" in said


def test_ten_pages_for_an_urgent_complaint(office, tonight):
    (pdf,) = pages.to_pdf([tonight.files["to-file/uncat-complaint.docx"]])
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 10


ARTICLES = [
    ("death-penalty", "under Article 2", "under Article 6,"),
    ("flagrant-denial-of-justice", "under Article 6 so", "under Article 14,"),
    ("flagrant-denial-of-liberty", "under Article 5", "under Article 9,"),
    ("effective-remedy", "under Article 13", "under Articles 2 (3) and 13,"),
]


@pytest.mark.parametrize(
    ("filing", "begins", "ends", "column", "comma"),
    [
        ("echr-rule39", "The request is made under Article 3", ". What is feared", 1, ","),
        (
            "hrc-communication",
            "The communication is made under Article 7",
            ".{% if not proceedings.surrendered",
            2,
            ";",
        ),
    ],
)
def test_the_articles_are_a_list_with_one_and_before_the_last(filing, begins, ends, column, comma):
    whole = (ROOT / "templates" / filing / "en.txt").read_text(encoding="utf-8")
    start = whole.index(begins)
    sentence = Environment(autoescape=True).from_string(whole[start : whole.index(ends, start)])
    for chosen in itertools.product((True, False), repeat=4):
        rows = [row for row, yes in zip(ARTICLES, chosen, strict=True) if yes]
        said = sentence.render(proceedings={}, argued={row[0]: True for row in rows})
        between = [said[said.index(row[column]) - 5 : said.index(row[column])] for row in rows]
        assert all(words.endswith(f"{comma} ") for words in between[:-1]), said
        assert all(words.endswith(" and ") for words in between[-1:]), said
