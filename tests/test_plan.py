"""What a build writes: what is filed, what stays with counsel, what is left out and why."""

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.errors import CaseError
from briefs.facts import Situation
from briefs.library.layouts import layout_names
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.models.template import FilingManifest
from briefs.plan import body_seized, not_written, plan

CASE = """
format: 1
as_of: "2024-06-10"
persons_sought: [{name: Test PERSON, nationalities: [CN]}]
request: {requesting_state: CN, requested_state: DE, offences: [fraud]}
proceedings: {stage: surrender, custody: {since: "2024-02-01"},
  decisions: [{on: "2024-05-02", final: yes, suspensive_remedy: no}]%s}
"""


@pytest.fixture
def seen(library):
    def look(more="", extra=(), named=()):
        text = CASE % more + (f"filings: [{', '.join(named)}]\n" if named else "")
        s = Situation(case_from_text(text, library).case, library, "2024-06-10")
        manifests = {m.id: m for m in (a_filing("echr-x", "ecthr_rule39"), a_filing("cat-x", "cat_art22"), *extra)}
        return s, manifests, match_case(s, with_closed=True)

    return look


def a_filing(key, forum, **more):
    said = {"id": key, "title": key, "forum": forum, "system": "none", "languages": ["en"], "description": key}
    return FilingManifest.model_validate(said | more)


def filed(s, manifests, report, **asked):
    return {p.manifest.id: p.to_file for p in plan(s, manifests, report, **asked)}


def test_bodies_that_exclude_each_other_wait_for_a_choice(seen):
    assert filed(*seen()) == {"echr-x": False, "cat-x": False}
    assert filed(*seen(", elected_body: cat_art22")) == {"echr-x": False, "cat-x": True}


def test_a_form_or_a_letter_about_a_body_does_not_seize_it(seen):
    """A power of attorney for the Committee is no complaint: it neither needs the choice nor forces one."""
    form = a_filing("form-x", "hrc_op1", addressee="the person sought")
    update = a_filing("update-x", "hrc_op1", seizes="no")
    s, manifests, report = seen(", elected_body: cat_art22", (form, update))
    assert filed(s, manifests, report) == {"echr-x": False, "cat-x": True, "form-x": True, "update-x": True}
    assert body_seized(s, form) is None
    assert body_seized(s, manifests["cat-x"]) == "cat"


def test_a_communication_about_detention_is_filed_by_itself_only_where_it_closes_nothing(seen):
    """A regular opinion of the Working Group may close Strasbourg; who wants it all the same names it."""
    regular, urgent = a_filing("wgad-x", "wgad"), a_filing("wgad-urgent-x", "wgad", seizes="no")
    s, manifests, report = seen(", elected_body: ecthr_rule39", (regular, urgent))
    assert filed(s, manifests, report) == {"echr-x": True, "cat-x": False, "wgad-x": False, "wgad-urgent-x": True}
    assert filed(s, manifests, report, asked=("wgad-x",)) == {"wgad-x": True}
    s, manifests, report = seen(", elected_body: cat_art22", (regular,))
    assert filed(s, manifests, report)["wgad-x"]


def test_letters_and_kits_are_written_when_they_are_asked_for(seen):
    letter = a_filing("letter-x", "national_court", on_request="yes")
    s, manifests, report = seen("", (letter,))
    assert "letter-x" not in filed(s, manifests, report)
    assert filed(s, manifests, report, asked=("letter-x",)) == {"letter-x": True}
    assert "letter-x" in filed(s, manifests, report, every=True)


def test_a_paper_for_counsel_is_never_filed(seen):
    kit = a_filing("kit-x", "national_court", counsel_only="yes")
    s, manifests, report = seen("", (kit,))
    assert filed(s, manifests, report, asked=("kit-x",)) == {"kit-x": False}


def test_a_filing_of_one_stage_waits_for_that_stage(seen):
    bail = a_filing("bail-x", "national_court", stages=["arrest", "provisional-arrest"])
    surrender = a_filing("stay-x", "national_court", stages=["surrender"])
    done = filed(*seen("", (bail, surrender)))
    assert "stay-x" in done
    assert "bail-x" not in done


def test_the_report_says_why_a_filing_is_not_written(seen):
    extra = (
        a_filing("letter-x", "national_court", on_request="yes"),
        a_filing("bail-x", "national_court", stages=["arrest"]),
        a_filing("hrc-x", "hrc_op1"),
    )
    s, manifests, report = seen(', other_procedures: [{body: "CAT", status: pending}]', extra)
    why = {n.manifest.id: n.why for n in not_written(s, manifests, report, {"cat-x"}, named=False)}
    assert why["letter-x"] == "Written when it is asked for: --filing letter-x."
    assert "another stage (after arrest)" in why["bail-x"]
    assert "surrender has been ordered" in why["bail-x"]
    assert why["echr-x"].startswith("The forum is closed:")
    assert "article 35 § 2 (b) ECHR" in why["echr-x"]
    assert {n.why for n in not_written(s, manifests, report, {"cat-x"}, named=True)} == {"Not among the filings named."}


def test_a_filing_nobody_knows_is_refused_from_the_case_file_too(seen):
    with pytest.raises(CaseError, match="love-letter"):
        filed(*seen(named=("love-letter",)))


def test_every_manifest_names_what_the_library_knows(library):
    """Forum, stages, readers, layout and grounds of every filing are words of the library."""
    for key, m in filing_manifests(library).items():
        assert m.id == key
        assert m.forum in library.forums, key
        assert set(m.stages) <= set(library.vocabulary["stages"]), key
        assert set(m.readers or ()) <= {"requesting-state", "requested-state", "public"}, key
        assert m.layout in layout_names(library.layouts), key
        assert set(m.leave_out) <= set(library.grounds), key
        assert not (m.counsel_only and m.addressee), key
        assert (m.max_pages is None) == (m.max_pages_source is None) == (m.max_pages_level is None), key


def test_report_json_lists_what_was_written_and_what_was_not(library):
    import json

    s = Situation(case_from_text(CASE % "", library).case, library, "2024-06-10")
    built = build(s, Options(filings=("echr-rule39",), pages="none"))
    report = json.loads(built.files["counsel-only/report.json"])
    listed = {f["id"] for f in report["filings"]} | {f["id"] for f in report["not_written"]}
    assert listed == set(filing_manifests(library))
    assert all(f["why"] for f in report["not_written"])
