"""Country material: findings have dates, documents cut both ways, old ones and one-sided exhibit lists are told."""

import re
from pathlib import Path

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.facts import Situation
from briefs.library import load_library
from briefs.matching import match_case
from briefs.models.base import last_day
from briefs.report.terminal import document_lines

EXAMPLES = Path(__file__).parent.parent / "examples"
RULES = Path(__file__).parent.parent / "law" / "country-material.yaml"


def report_of(library, as_of, requesting="CN", held="PL", ground="general-situation-or-group"):
    text = f"format: 1\nas_of: {as_of}\nrequest:\n  requesting_state: {requesting}\n  requested_state: {held}\n"
    case = case_from_text(text + f"circumstances:\n  - {{id: a, says: A fact., tags: [{ground}]}}\n", library).case
    situation = Situation(case, library, as_of)
    return match_case(situation, None, [ground]), situation


def documents(report, key, stance="for"):
    return [m for m in report.matches if m.kind == "evidence" and m.id == key and m.stance == stance]


def test_a_finding_younger_than_the_case_is_not_matched_although_its_document_is_older(library):
    before, _ = report_of(library, "2023-06-30", "HK", "GB", "interpol-abuse")
    after, _ = report_of(library, "2023-08-01", "HK", "GB", "interpol-abuse")
    reward = "rewards of up to one million Hong Kong dollars"
    assert documents(before, "chilling-travel-warnings")
    assert reward not in documents(before, "chilling-travel-warnings")[0].proposition
    assert reward in documents(after, "chilling-travel-warnings")[0].proposition


def test_a_collection_without_a_date_is_matched_by_the_dates_of_its_parts(library):
    report, _ = report_of(library, "2021-12-31", "HK", ground="treaty-no-defence")
    (first, *_) = documents(report, "ep-resolutions-suspend")
    assert "8 July 2021" in first.proposition
    assert "2022" not in first.proposition
    early, _ = report_of(library, "2021-01-31", "HK", ground="treaty-no-defence")
    assert not documents(early, "ep-resolutions-suspend")


def test_a_resolution_on_hong_kong_is_not_told_of_a_request_by_the_mainland_nor_the_other_way(library):
    def told(requesting):
        report, _ = report_of(library, "2024-02-01", requesting, ground="treaty-no-defence")
        return documents(report, "ep-resolutions-suspend")[0].proposition

    assert "Xinjiang" in told("CN")
    assert "Apple Daily" not in told("CN")
    assert "Jimmy Lai" in told("HK")
    assert "Falun Gong" not in told("HK")


def test_a_statement_on_dissidents_is_not_told_of_a_person_who_is_none(library):
    def told(profile):
        text = f"format: 1\nas_of: 2024-02-01\npersons_sought: [{{name: A, profile: [{profile}]}}]\n"
        text += "request: {requesting_state: CN, requested_state: PL}\n"
        text += "circumstances: [{id: a, says: A fact., tags: [enforced-disappearance]}]\n"
        case = case_from_text(text, library).case
        report = match_case(Situation(case, library, case.as_of), None, ["enforced-disappearance"])
        return documents(report, "sp-rsdl-2020")[0].proposition

    assert "Ding Jiaxi" in told("lawyer")
    assert "Ding Jiaxi" not in told("taiwanese")
    assert "form of enforced disappearance" in told("taiwanese")


def test_a_document_that_cuts_both_ways_shows_both_edges(library):
    report, situation = report_of(library, "2024-06-01")
    (ours, *_) = documents(report, "un-cat-co-china-2015")
    (theirs, *_) = documents(report, "un-cat-co-china-2015", "against")
    assert "against the person: The Committee acknowledged reforms" in " ".join(r.text for r in ours.reasons)
    assert "for the person: The Committee described torture" in " ".join(r.text for r in theirs.reasons)
    printed = "\n".join(document_lines(report, situation))
    assert "The same document also says, against the person:" in printed
    assert "Relied on in: Liu v. Poland" in printed


def test_one_recalled_finding_does_not_hide_behind_a_primary_document(library):
    report, _ = report_of(library, "2024-06-01")
    (match, *_) = documents(report, "un-cat-co-china-2015")
    assert match.verification == "recalled"


def with_rules(tmp_path, **changed):
    text = RULES.read_text(encoding="utf-8")
    for key, value in changed.items():
        text = re.sub(rf"^(\s*){key}: \d+$", rf"\g<1>{key}: {value}", text, flags=re.M)
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "country-material.yaml").write_text(text, encoding="utf-8")
    return load_library((tmp_path,))


def test_a_document_is_called_old_after_the_years_that_the_data_say(library, tmp_path):
    def age_is_told(of):
        report, _ = report_of(of, "2024-06-01")
        return "old" in {r.code for r in documents(report, "hrw-tiger-chairs-2015")[0].reasons}

    assert age_is_told(library)
    assert not age_is_told(with_rules(tmp_path, ngo=20))


@pytest.fixture(scope="module")
def built(library):
    case = load_case(EXAMPLES / "poland-2018" / "case.yaml", library).case
    options = Options(filings=("echr-rule39", "national-memorandum"), pages="none")
    return build(Situation(case, library, case.as_of), options)


def test_a_filing_that_leans_on_one_body_is_told_to_counsel(built):
    (told,) = [n for n in built.notices if n.startswith("echr-rule39:")]
    assert "exhibits and reports with a known author come from one body: UN Committee against Torture." in told
    assert "4 of the 12" in next(n for n in built.notices if n.startswith("national-memorandum:"))
    page = built.files["counsel-only/report.html"].decode()
    assert "come from one body: UN Committee against Torture" in page
    assert "Old at 16 July 2018" in page


def test_a_filing_with_several_bodies_is_left_in_peace(library):
    case = load_case(EXAMPLES / "poland-2024" / "case.yaml", library).case
    broad = build(Situation(case, library, case.as_of), Options(filings=("national-memorandum",), pages="none"))
    assert not [n for n in broad.notices if "come from one body" in n]


def test_the_share_that_is_too_much_is_a_number_in_the_library(tmp_path):
    library = with_rules(tmp_path, one_body_percent=90)
    case = load_case(EXAMPLES / "poland-2018" / "case.yaml", library).case
    options = Options(filings=("echr-rule39",), pages="none")
    assert not [n for n in build(Situation(case, library, case.as_of), options).notices if "one body" in n]


def test_no_finding_speaks_of_a_year_after_its_own_date(library):
    """A reader of an older case must not be shown what had not happened yet."""
    late = []
    for evidence in library.evidence.values():
        for finding in evidence.findings:
            date = finding.dated or evidence.dated
            said = [int(year) for year in re.findall(r"\b(20[0-3]\d)\b", f"{finding.text} {finding.pinpoint or ''}")]
            expected = "expected in" in finding.text
            if date and said and max(said) > last_day(date).year and not expected:
                late.append((evidence.id, finding.text[:60]))
    assert late == []


@pytest.mark.parametrize(("charge", "told"), [("fraud", False), ("state-security", True)])
def test_a_detention_on_a_charge_of_state_security_is_not_told_in_a_case_of_fraud(library, charge, told):
    request = f"request: {{requesting_state: CN, requested_state: PL, offences: [{{label: x, category: {charge}}}]}}\n"
    raised = "circumstances: [{id: a, says: A fact., tags: [flagrant-denial-of-liberty]}]\n"
    case = case_from_text(f"format: 1\nas_of: 2024-05-13\n{request}{raised}", library).case
    report = match_case(Situation(case, library, case.as_of), None, ["flagrant-denial-of-liberty"])
    assert bool(documents(report, "hostage-two-michaels")) == told


def test_a_document_whose_findings_are_only_about_others_is_shown_as_kept_out_with_the_reason(library):
    """Counsel must see that a hostage case was passed over: nobody here is charged with a crime against the state."""
    report, _ = report_of(library, "2024-06-01", ground="flagrant-denial-of-liberty")
    (kept_out,) = [e for e in report.excluded if e.id == "hostage-two-michaels"]
    assert kept_out.ground == "flagrant-denial-of-liberty"
    assert kept_out.reason.text == "What it says on this ground is about: state-security, political."


def test_a_document_that_has_nothing_to_say_on_the_ground_leaves_no_line(library):
    report, _ = report_of(library, "2024-06-01", ground="interpol-abuse")
    assert not [e for e in report.excluded if e.id == "hostage-two-michaels"]
