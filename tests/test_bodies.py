"""Filings for the international bodies: each in the order of sections of its forum, with five facts and with many."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from briefs import forms
from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.checks.written import text_of
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.lint.forms import form_problems
from briefs.matching import match_case
from briefs.models.checklist import Checklist
from briefs.models.form import Form
from briefs.models.law import in_force
from briefs.plan import not_written, plan
from briefs.render.plain import sections

ROOT = Path(__file__).parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UN_FORM = {
    "general": "General information",
    "complainant": "The complainant",
    "victim": "The alleged victim",
    "articles": "The articles relied on",
    "facts": "The facts",
    "remedies": "Exhaustion of domestic remedies",
    "other_procedures": "Other international procedures",
    "claims": "Claims under Article 3 of the Convention",
    "interim": "Request for interim measures under rule 114",
    "remedies_sought": "Remedies sought",
    "annexes": "List of annexes",
    "signature": "Date and signature",
}
CCF = {
    "applicant": "The applicant and the representative",
    "purpose": "The purpose of the request",
    "data": "The data and the national case",
    "summary": "Summary of arguments",
    "provisional": "Provisional measures",
    "confidentiality": "Confidentiality",
    "appendices": "Appendices",
    "signature": "Signature",
}
WGAD = {
    "identity": "I. Identity",
    "arrest": "II. Arrest",
    "detention": "III. Detention",
    "why_arbitrary": "IV and V. Circumstances",
    "internal_steps": "VI. Internal steps",
    "source": "VII. Source",
    "consent": "Consent",
}
SPECIAL = {
    "victim": "The alleged victim",
    "perpetrator": "Those held responsible",
    "source": "The source",
    "facts": "The facts",
    "steps": "Steps taken",
    "consent": "Consent",
    "ask": "Action sought",
}
# Filing → (section of law/forums, where it stands in the filing), in the order of the filing.
ORDER = {
    "echr-rule39": {
        "heading": "Rule 39 – Urgent",
        "applicant": "The applicant",
        "representative": "The representative",
        "respondent": "The respondent state",
        "measure": "The measure requested",
        "facts": "The facts",
        "risk": "The grounds of the fear and the nature of the risk",
        "irreparable": "Imminence and irreparable character of the harm",
        "remedies": "Domestic remedies",
        "other_procedures": "Other international procedures",
        "annex_list": "List of annexes",
    },
    "echr-application": {
        "A": "The applicant",
        "B": "The state against which the application is directed",
        "C": "The representative of the individual applicant",
        "D": "The representative of an organisation",
        "E": "Statement of the facts",
        "F": "Alleged violations of the Convention",
        "G": "Compliance with the admissibility criteria of Article 35 § 1",
        "H": "Other international proceedings",
        "I": "List of accompanying documents",
        "declaration": "Declaration and signature",
        "barcode": "Application number and bar code",
    },
    "uncat-complaint": UN_FORM,
    "hrc-communication": UN_FORM
    | {
        "complainant": "The author",
        "claims": "Claims under the Covenant",
        "interim": "Request for interim measures under rule 94",
    },
    "ced-urgent-action": {
        "author": "The author of the request",
        "person": "The person to be found",
        "facts": "The facts",
        "state_action": "Steps taken before the authorities of the state party",
        "other_procedures": "Other international procedures",
        "protection": "Measures of protection sought",
        "consent": "Authorisation",
    },
    "wgad-questionnaire": WGAD,
    "wgad-urgent-appeal": {
        "identity": "Identity",
        "arrest": "Arrest",
        "detention": "Detention",
        "why_arbitrary": "Why the appeal is urgent, and why the detention is arbitrary",
        "internal_steps": "Internal steps",
        "source": "Source",
        "consent": "Consent",
    },
    "special-procedures-appeal": SPECIAL,
    "wgeid-communication": SPECIAL | {"victim": "The person concerned"},
    "ccf-access-request": CCF | {"summary": "Summary of the request"},
    "ccf-deletion-request": CCF,
}
PAPERS = (
    "echr-submissions",
    "echr-rule39-update",
    "anonymity-request",
    "authority-echr",
    "authority-un",
    "authority-ccf",
    "authority-national",
    "consent-special-procedures",
)
CASES = {
    "five facts": "tests/golden/12-five-facts/case.yaml",
    "Poland": "examples/poland-2024/case.yaml",
    "Morocco": "examples/morocco-2021/case.yaml",
}
FILED_FOR = {"five facts": None, "Poland": "ecthr", "Morocco": "cat"}
SEIZING = {
    "ecthr": {"echr-rule39", "echr-application", "echr-submissions"},
    "cat": {"uncat-complaint"},
    "hrc": {"hrc-communication"},
    "ced": {"ced-urgent-action"},
}


def situation(library, file):
    case = load_case(ROOT / file, library).case
    return Situation(case, library, case.as_of)


@pytest.fixture(scope="module")
def built(library):
    options = Options(filings=(*ORDER, *PAPERS), pages="none")
    return {name: build(situation(library, file), options) for name, file in CASES.items()}


def copy_of(one, filing):
    return one.files.get(f"to-file/{filing}.docx") or one.files[f"counsel-only/{filing}-annotated.docx"]


def paragraphs(data):
    """(style, text) of every paragraph of the body, as a reader sees it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield (
            "" if style is None else style.get(f"{W}val"),
            "".join("\t" if n.tag == f"{W}tab" else n.text or "" for n in paragraph.iter(f"{W}t", f"{W}tab")).strip(),
        )


def of(*groups):
    return [
        pytest.param(case, filing, id=f"{case}: {filing}") for case in CASES for group in groups for filing in group
    ]


@pytest.mark.parametrize("filing", ORDER)
def test_every_section_that_the_forum_asks_for_is_named_here_in_its_order(library, filing):
    """The forum's rules decide; a filing may add sections between them, never leave one out or move it."""
    forum = filing_manifests(library)[filing].forum
    asked = [section.id for section in library.forums[forum].sections["all"]]
    told = list(ORDER[filing])
    if filing == "wgeid-communication":
        assert "not in the library" in filing_manifests(library)[filing].description
    assert told == asked


@pytest.mark.parametrize(("case", "filing"), of(ORDER))
def test_the_sections_stand_in_the_order_of_the_forum(built, case, filing):
    found = [t for s, t in paragraphs(copy_of(built[case], filing)) if s in ("Heading1", "HeadingPlain", "Boxed")]
    at = -1
    for section, words in ORDER[filing].items():
        places = [n for n, text in enumerate(found) if text.startswith(words) and n > at]
        assert places, f"{section} ({words}) is missing or out of order: {found}"
        at = places[0]


@pytest.mark.parametrize("case", CASES)
def test_the_checklist_finds_every_section_where_it_belongs(library, built, case):
    day = situation(library, CASES[case]).as_of
    report = json.loads(built[case].files["counsel-only/report.json"])
    for filing in (f for f in report["filings"] if f["id"] in ORDER and f["id"] != "wgeid-communication"):
        found = [item for item in filing["checklist"] if item["kind"] == "section"]
        asked = library.forums[filing["forum"]].sections["all"]
        assert [i["text"] for i in found] == [s.text for s in asked if in_force(s, day)], filing["id"]
        assert {item["status"] for item in found} <= {"met", "not_applicable"}, (filing["id"], found)


@pytest.mark.parametrize(("case", "filing"), of(ORDER, PAPERS))
def test_no_heading_is_empty_and_no_tag_is_left(built, case, filing):
    data = copy_of(built[case], filing)
    shown = list(paragraphs(data))
    for (style, text), (following, _) in zip(shown, [*shown[1:], ("Heading1", "end")], strict=True):
        assert "{{" not in text, text
        assert "{%" not in text, text
        assert not re.search(r"\bNone([.,;)]|$)|  |\s[.,;:](\s|$)|\(\s|\s\)|,,", text), text
        if style == "HeadingPlain" or style == "Heading1":
            assert not following.startswith("Heading1"), f"nothing stands under '{text}'"
        if style == "Heading3":
            assert not following.startswith("Heading"), f"nothing stands under '{text}'"
    for section in sections(data):
        assert section.text, section.heading


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_wrong_and_nothing_withheld_is_filed_or_copied_into_a_form(built, case):
    assert [p.line() for p in built[case].problems] == []
    for name, data in built[case].files.items():
        if name.startswith("to-file/") or name.endswith(("-form.html", "-form.json")):
            text = text_of(data) if name.endswith(".docx") else data.decode("utf-8")
            for secret in ("Mei-Ling", "Statement of the sister", "Registration of the asylum claim", "detained since"):
                assert secret not in text, (name, secret)


@pytest.mark.parametrize("case", CASES)
def test_the_filing_of_another_body_never_stands_beside_the_elected_one(built, case):
    filed = {Path(name).stem for name in built[case].files if name.startswith("to-file/")}
    for body, filings in SEIZING.items():
        if body == FILED_FOR[case]:
            assert filings <= filed
        else:
            assert not filings & filed, body
    assert {"authority-echr", "authority-un", "consent-special-procedures", "anonymity-request"} <= filed


def test_five_facts_leave_visible_placeholders_and_no_sentence_that_claims_what_is_not_known(built):
    for filing in ("echr-application", "hrc-communication", "special-procedures-appeal", "ccf-deletion-request"):
        text = text_of(copy_of(built["five facts"], filing))
        assert "[date of birth]" in text, filing
        assert "[name of counsel]" in text, filing
    application = text_of(copy_of(built["five facts"], "echr-application"))
    assert "raised in substance" not in application
    assert "No domestic decision is available at the time of writing." in application


def test_the_first_page_of_a_rule_39_paper_carries_the_marker_the_contact_and_the_removal(built):
    for filing in ("echr-rule39", "echr-rule39-update"):
        boxes = [t for s, t in paragraphs(copy_of(built["Poland"], filing)) if s == "Boxed"]
        assert boxes[0].startswith("Rule 39 – Urgent")
        assert boxes[1].startswith("Person to contact: Anna Example, telephone +48 00 000 00 00")
        assert boxes[2].startswith("Scheduled date and time of removal and destination:")
        assert boxes[3].startswith("Place of detention: remand prison")


def test_application_and_submissions_give_one_document_one_number(built):
    listed = {r[0]: r[2] for r in rows(copy_of(built["Poland"], "echr-application")) if re.fullmatch(r"E\d+", r[0])}
    submissions = text_of(copy_of(built["Poland"], "echr-submissions"))
    cited = re.findall(r"Swedish Ministry for Foreign Affairs country report.*?(E\d+)", submissions, re.DOTALL)
    assert cited
    assert "Swedish Ministry" in listed[cited[0]]


def rows(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for row in root.iter(f"{W}tr"):
        yield ["".join(n.text or "" for n in cell.iter(f"{W}t")) for cell in row.findall(f"{W}tc")]


def test_the_documents_of_the_application_are_in_order_of_date_with_their_pages(built):
    listed = [r for r in rows(copy_of(built["Poland"], "echr-application")) if re.fullmatch(r"E\d+", r[0])]
    assert [r[3] for r in listed[:3]] == ["from p. 1", "from p. 41", "from p. 105"]
    assert listed[0][1] == "2022"
    assert listed[1][1] == "4 May 2023"


def test_a_deletion_request_is_written_unasked_only_where_a_notice_is_known(library):
    manifests = filing_manifests(library)
    for file, written in ((CASES["five facts"], False), (CASES["Poland"], True)):
        s = situation(library, file)
        report = match_case(s, with_closed=True)
        ids = {p.manifest.id for p in plan(s, manifests, report)}
        assert ("ccf-deletion-request" in ids) == written
        if not written:
            why = {n.manifest.id: n.why for n in not_written(s, manifests, report, ids, named=False)}
            assert why["ccf-deletion-request"].startswith("Written when the case file says request.interpol.")


def test_no_exhaustion_is_asked_for_where_none_is_a_condition(built):
    for filing in ("wgad-questionnaire", "wgad-urgent-appeal", "special-procedures-appeal"):
        assert "is not a condition of this procedure" in text_of(copy_of(built["five facts"], filing)), filing


# Forms and portals


def forms_of(library):
    return {key: form for key in filing_manifests(library) if (form := forms.read_form(library, key))}


def test_every_field_points_to_a_name_of_the_brief_or_to_a_heading_of_its_filing(library, built):
    found = forms_of(library)
    assert set(found) >= {"echr-application", "uncat-complaint", "hrc-communication", "ced-urgent-action"}
    for filing, form in found.items():
        assert list(form_problems(ROOT / "templates" / filing / "fields.yaml")) == []
        headings = [s.heading for s in sections(copy_of(built["Poland"], filing))]
        for words in (w for field in form.fields for w in (field.section, field.until) if w):
            assert any(h.startswith(words) for h in headings), (filing, words)


def test_lint_names_the_line_of_a_field_that_would_stay_empty(tmp_path):
    (tmp_path / "en.txt").write_text("# The facts\n1. Text\n", encoding="utf-8")
    file = tmp_path / "fields.yaml"
    file.write_text(
        "form: A form\nlevel: recalled\nfields:\n"
        "  - {id: a, label: Born, value: person.bron}\n"
        "  - {id: b, label: Phone, value: counsel.0.phone}\n"
        "  - {id: b, label: Facts, section: The fact sheet}\n",
        encoding="utf-8",
    )
    said = [p.line() for p in form_problems(file)]
    assert len(said) == 3
    assert "fields.yaml:4:" in said[0]
    assert "'person.bron' is no name of the brief." in said[0]
    assert "born" in said[0]
    assert "stands twice" in said[1]
    assert "fields.yaml:6:" in said[2]
    assert "The facts" in said[2]


def test_the_form_says_what_the_filing_says(built):
    data = json.loads(built["Poland"].files["counsel-only/echr-application-form.json"])
    fields = {field["id"]: field for field in data["fields"]}
    assert list(fields)[:3] == ["a-name", "a-born", "a-birth-place"]
    assert fields["a-name"]["text"] == "HSIEH Kuo-Liang"
    assert fields["a-birth-place"]["text"] is None
    assert fields["a-birth-place"]["ask"] == "place of birth"
    assert "Court of Appeal" in fields["g"]["text"]
    assert fields["f"]["text"].startswith("(1) Article 3\n")
    assert "[Liu v. Poland, no. 37610/18" in fields["f"]["text"]
    claims = json.loads(built["Morocco"].files["counsel-only/uncat-complaint-form.json"])["fields"]
    text = next(f["text"] for f in claims if f["id"] == "claims")
    assert "Real risk of torture or ill-treatment" in text
    assert "rule 114" not in text.split("\n")[0]


def test_the_page_of_a_form_opens_offline_and_escapes_what_it_shows(library):
    s = Situation(case_from_text(ODD, library).case, library, "2026-04-01")
    made = build(s, Options(filings=("ccf-deletion-request",), pages="none"))
    page = made.files["counsel-only/ccf-deletion-request-form.html"].decode("utf-8")
    assert "&lt;b&gt;Bold&lt;/b&gt; PERSON" in page
    assert not re.search(r"(src|href)=|<script|https?://(?!www\.w3)", page)
    assert "26 March 2026" in page
    assert "By hand: " in page


def test_before_its_first_day_no_portal_is_named(library):
    """INTERPOL's Commission takes requests through a portal from 26 March 2026, 10:00."""
    for day, name in (("2026-03-25", "before there was a portal"), ("2026-03-26", "Online portal of the Commission")):
        s = Situation(case_from_text(ODD.replace("2026-04-01", day), library).case, library, day)
        made = build(s, Options(filings=("ccf-deletion-request",), pages="none"))
        page = made.files["counsel-only/ccf-deletion-request-form.html"].decode("utf-8")
        title = re.search(r"<h1>(.*)</h1>", page)[1]
        assert name in title
        assert ("ortal of the Commission" in title) == (day == "2026-03-26")


@pytest.mark.parametrize(
    ("pages", "status", "why"),
    [((3, False), "met", "3 pages"), ((11, False), "missing", "11 pages"), ((11, True), "ask", "an estimate by words")],
)
def test_the_limit_of_a_form_is_a_line_of_the_checklist(library, pages, status, why):
    form = forms.read_form(library, "ccf-deletion-request")
    field = next(f for f in form.fields if f.id == "summary")
    entry = forms.Entry(field, "text", *pages)
    filled = forms.FilledForm("ccf-deletion-request", "Request", form, (entry,))
    plain = Checklist(filing="ccf-deletion-request", title="Request", forum="interpol_ccf", items=())
    (item,) = forms.with_limits(plain, library, filled).items
    assert (item.text, item.status) == ("Summary of arguments: at most 10 pages.", status)
    assert why in item.why
    assert ("OVER" in item.why) == (status == "ask")
    (early,) = forms.with_limits(plain, library).items
    assert (early.status, early.why) == ("ask", "counted when the filing is built")


ODD = """
format: 1
as_of: "2026-04-01"
persons_sought: [{name: "<b>Bold</b> PERSON", nationalities: [CN]}]
request: {requesting_state: CN, requested_state: AL, offences: [fraud], interpol: {kind: red notice}}
"""


def test_too_many_appendices_are_counted_and_said(library):
    many = ODD + "exhibits:\n" + "".join(f"  - {{id: x{n}, title: Document {n}}}\n" for n in range(21))
    s = Situation(case_from_text(many, library).case, library, "2026-04-01")
    made = build(s, Options(filings=("ccf-deletion-request",), pages="none"))
    said = [p.line() for p in made.problems]
    assert any("field 'Numbered appendices'" in p and "items; the limit is 20 (secondary)" in p for p in said), said
    assert "TOO LONG" in made.files["counsel-only/ccf-deletion-request-form.html"].decode("utf-8")


def test_a_text_over_its_limit_gives_a_problem_with_the_count(built, library):
    field = {"id": "x", "label": "Facts", "section": "The facts", "limit": "100", "limit_unit": "characters"}
    form = Form.model_validate({"form": "A form", "level": "recalled", "fields": [field]})
    s = situation(library, CASES["Poland"])
    made = build(s, Options(filings=("special-procedures-appeal",), pages="none"))
    written = made.files["to-file/special-procedures-appeal.docx"]
    text = next(section.text for section in sections(written) if section.heading == "The facts")
    entry = forms.entry(form.fields[0], {}, sections(written), {})
    assert entry.text == text
    assert entry.over
    (problem,) = forms.problems(forms.FilledForm("special-procedures-appeal", "Appeal", form, (entry,)))
    assert f"{len(text):,} characters; the limit is 100 (recalled)." in problem.line()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"value": "person.born", "says": "text"}, "give only one of"),
        ({}, "say under ask"),
        ({"says": "text", "limit": "10"}, "go together"),
    ],
)
def test_a_field_that_cannot_be_filled_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        Form.model_validate({"form": "A form", "level": "recalled", "fields": [{"id": "x", "label": "X", **wrong}]})


# After surrender


@pytest.fixture(scope="module")
def surrendered(library):
    text = (ROOT / CASES["Morocco"]).read_text(encoding="utf-8").replace("stage: surrender\n", "stage: surrendered\n")
    s = Situation(case_from_text(text, library).case, library, "2021-12-17")
    ids = ("ced-urgent-action", "wgeid-communication", "special-procedures-appeal", "hrc-communication")
    return build(s, Options(filings=ids, pages="none"))


def test_after_a_surrender_the_papers_ask_to_find_and_protect_and_no_longer_to_stop(surrendered, built):
    for filing in ("ced-urgent-action", "wgeid-communication"):
        after = text_of(copy_of(surrendered, filing))
        assert "Before the hand-over" in after
        assert "has been in custody since" not in after
        assert "To be sent only when contact" not in after
        assert "To be sent only when contact" in text_of(copy_of(built["Morocco"], filing))
    letter = text_of(copy_of(surrendered, "special-procedures-appeal"))
    assert "not to hand" not in letter
    assert "for the place of detention and for access" in letter
    assert "to obtain visits without witnesses" in text_of(copy_of(surrendered, "hrc-communication"))


def test_what_was_reported_to_the_authorities_is_asked_for_until_it_is_in_the_file(surrendered):
    """A request for urgent action was refused registration because nothing had been reported."""
    gap = "[reports to police, prosecutor, ministry or consular service, with dates and answers]"
    assert gap in text_of(copy_of(surrendered, "ced-urgent-action"))


# Read as the registrar reads


def said(built, filing):
    """What the body of a filing says, by case; no comment of counsel's copy."""
    return {case: "\n".join(text for _, text in paragraphs(copy_of(one, filing))) for case, one in built.items()}


@pytest.mark.parametrize("filing", ["echr-application", "echr-submissions", "echr-rule39", "wgad-urgent-appeal"])
def test_a_court_without_article_in_the_case_file_stands_in_no_sentence_that_needs_one(built, filing):
    for case, text in said(built, filing).items():
        assert not re.search(r"\b(of|by) Court of (Appeal|Cassation)", text), case


def test_the_application_claims_no_step_at_home_that_the_case_file_does_not_show(built):
    texts = said(built, "echr-application")
    for case, text in texts.items():
        for claimed in ("release was asked for", "was left unused", "was put before the domestic authorities"):
            assert claimed not in text, case
    assert "scrutiny was not given" not in texts["five facts"]
    assert "have not dispelled" not in texts["five facts"]
    assert "No decision is on file yet" in texts["five facts"]


def test_each_public_document_attached_to_a_communication_is_one_that_its_text_refers_to(built):
    """The Working Group on disappearances gets no bundle on grounds that the communication does not raise."""
    for case, text in said(built, "wgeid-communication").items():
        listed = [r for r in rows(copy_of(built[case], "wgeid-communication")) if re.fullmatch(r"E\d+", r[0])]
        public = {r[0] for r in listed if r[-1].startswith("public")}
        assert public, case
        assert public <= set(re.findall(r"\[(E\d+)", text)), case


@pytest.mark.parametrize("filing", ["ccf-access-request", "ccf-deletion-request"])
def test_the_appendices_of_a_request_to_the_commission_name_the_identity_document(built, filing):
    for case, text in said(built, filing).items():
        assert "copy of the identity document with name, date of birth and photograph, not redacted" in text, case
        assert "No exhibit is filed" not in text, case


def test_the_questionnaire_tells_the_custody_once_and_sends_nobody_in_a_circle(built):
    for case, text in said(built, "wgad-questionnaire").items():
        assert text.count("days at the date of") <= 1, case
        assert text.count("A circulation through INTERPOL is on file") <= 1, case
        assert "are described under VI" not in text, case


def case_of(library, file, *changes):
    """A case of the examples with lines of its file changed, built for the bodies of this page."""
    text = (ROOT / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    s = situation(library, file)
    ids = ("echr-rule39", "echr-rule39-update", "special-procedures-appeal", "wgeid-communication")
    return {
        "it": build(Situation(case_from_text(text, library).case, library, s.as_of), Options(filings=ids, pages="none"))
    }


def test_a_letter_of_the_united_nations_on_hong_kong_goes_to_the_government_of_china(library):
    hong_kong = "examples/portugal-hong-kong-2024/case.yaml"
    after = case_of(library, hong_kong, ("stage: first-instance", "stage: surrendered"))
    assert "to the Governments of China and of Portugal" in said(after, "wgeid-communication")["it"]
    assert "Hong Kong (China) and Portugal" in said(after, "wgeid-communication")["it"]
    assert "the Government of China for the place of detention" in said(after, "special-procedures-appeal")["it"]


def test_a_measure_for_several_persons_forbids_the_surrender_of_any_of_them(library):
    several = case_of(library, "examples/czech-republic-2019/case.yaml")
    assert "not to extradite any of the applicants to China" in said(several, "echr-rule39")["it"]
    assert "none of the applicants be removed to China" in said(several, "echr-rule39-update")["it"]
    appeal = said(several, "special-procedures-appeal")["it"]
    assert "KUO Chih-Yuan are in Czechia and are sought by China" in appeal
    assert "not to hand any of the persons concerned over to China" in appeal


def test_after_the_hand_over_the_letter_to_the_registry_reports_it_and_asks_for_access(library):
    after = case_of(library, CASES["Poland"], ("stage: surrender\n", "stage: surrendered\n"))
    letter = said(after, "echr-rule39-update")["it"]
    assert "The applicant has been handed over to China." in letter
    assert "access for an independent visitor" in letter
    assert "No domestic remedy suspends the removal any longer" not in letter
    assert "[date (and time) of removal]" not in letter


def test_material_in_an_urgent_paper_says_whose_it_is_and_a_short_penalty_is_no_life_sentence(library):
    """'The Committee asked China' would read as the Committee that is addressed."""
    hong_kong = said(case_of(library, "examples/portugal-hong-kong-2024/case.yaml"), "echr-rule39")["it"]
    assert "Source: the UN Human Rights Committee, 11 November 2022. The Committee found" in hong_kong
    assert "The maximum penalty for collusion with foreign forces" in hong_kong
    assert "The maximum penalty for conspiracy to defraud" not in hong_kong


@pytest.fixture(scope="module")
def several(library):
    """Several persons sought, before the two Committees."""
    s = situation(library, "examples/czech-republic-2019/case.yaml")
    ids = ("uncat-complaint", "hrc-communication")
    return {"it": build(s, Options(filings=ids, pages="none"))}


def test_a_committee_is_asked_that_none_of_several_persons_be_removed(several):
    assert (
        "not to extradite any of the complainants to China, by this or any other route"
        in said(several, "uncat-complaint")["it"]
    )
    assert (
        "not to extradite any of the authors to China, by this or any other route"
        in said(several, "hrc-communication")["it"]
    )


def test_a_communication_names_no_authorisation_that_is_not_attached(several):
    for filing, name in (("uncat-complaint", "complaint"), ("hrc-communication", "communication")):
        text = said(several, filing)["it"]
        assert f"a written authorisation, which is to be attached before this {name} is sent" in text, filing


def test_an_authority_names_as_many_representatives_as_the_file(library):
    s = situation(library, CASES["Poland"])
    alone, *_ = s.case.representation.counsel
    for counsel, words in (((alone,), "the person named above"), ((alone, alone), "the persons named above")):
        acting = s.case.representation.model_copy(update={"counsel": counsel})
        one = Situation(s.case.model_copy(update={"representation": acting}), library, s.as_of)
        built = {"it": build(one, Options(filings=("authority-echr",), pages="none"))}
        assert f"I authorise {words} to represent me" in said(built, "authority-echr")["it"]


def test_an_application_tells_a_circumstance_once_among_its_complaints_and_names_its_exhibit_after(built, library):
    application = said(built, "echr-application")["Poland"]
    complaints = application[application.index("Alleged violations") :]
    assert "Told above and relied on here as well" in complaints
    for circumstance in situation(library, CASES["Poland"]).case.circumstances:
        assert complaints.count(circumstance.says) <= 1, circumstance.id
