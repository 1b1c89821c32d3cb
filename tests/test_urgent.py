"""`build --urgent`: the one request that can stop a removal, and on one page what it fails without."""

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.errors import CaseError
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.plan import urgent

FIVE = """
format: 1
as_of: "2024-06-10"
persons_sought: [{{name: Test PERSON, nationalities: [CN]}}]
request: {{requesting_state: CN, requested_state: {state}, offences: [fraud]}}
proceedings: {proceedings}
"""


@pytest.fixture
def chosen(library):
    def choose(state, proceedings="{}"):
        s = Situation(
            case_from_text(FIVE.format(state=state, proceedings=proceedings), library).case, library, "2024-06-10"
        )
        manifest, why = urgent(s, filing_manifests(library), match_case(s, with_closed=True))
        return manifest.id, why

    return choose


CHOICES = [
    ("a member of the Council of Europe: Strasbourg", "AL", "{}", "echr-rule39"),
    ("Morocco: the Committee against Torture", "MA", "{}", "uncat-complaint"),
    ("the elected body, where it is open", "PL", "{elected_body: hrc_op1}", "hrc-communication"),
    ("the elected body is closed: the next one", "KZ", "{elected_body: ecthr_rule39}", "uncat-complaint"),
    ("no body with interim measures: a letter", "TH", "{}", "special-procedures-appeal"),
    (
        "Strasbourg holds the matter no more: the other Committee",
        "PL",
        "{other_procedures: [{body: CAT, status: pending}]}",
        "uncat-complaint",
    ),
]


@pytest.mark.parametrize(("name", "state", "proceedings", "filing"), CHOICES, ids=[row[0] for row in CHOICES])
def test_the_body_that_can_stop_it(name, state, proceedings, filing, chosen):
    found, why = chosen(state, proceedings)
    assert found == filing
    assert why.strip()


def test_a_letter_is_not_sold_as_a_stay(chosen):
    assert "No body that indicates interim measures is open" in chosen("TH")[1]


def test_a_library_without_any_urgent_filing_says_so(library):
    s = Situation(case_from_text(FIVE.format(state="PL", proceedings="{}"), library).case, library, "2024-06-10")
    with pytest.raises(CaseError, match="--urgent"):
        urgent(s, {}, match_case(s))


def test_five_facts_give_the_request_and_the_page(library):
    proceedings = '{removal_scheduled: "2024-06-18 07:00"}'
    s = Situation(case_from_text(FIVE.format(state="AL", proceedings=proceedings), library).case, library, "2024-06-10")
    built = build(s, Options(urgent=True, pages="none"))
    assert {name for name in built.files if name.startswith("to-file/")} == {"to-file/echr-rule39.docx"}
    page = built.files["counsel-only/urgent.txt"].decode("utf-8")
    assert page == built.urgent
    assert page.startswith("PRIVILEGED")
    assert all(len(line) <= 96 for line in page.splitlines())
    places = [page.index(words) for words in ("THE CLOCK", "Gaps in the text", "Papers to attach", "HOW IT IS SENT")]
    assert places == sorted(places)
    assert "2024-06-17, 08:00 Europe/Paris" in page
    assert "[ ] All domestic decisions" in page
    assert "[ ] The authority, signed by both." in page
    assert "Never e-mail" in page
    assert "article 22 (5) (a) CAT" in page
    sections = [page.index(words) for words in ("Respondent state.", "The measure asked", "Numbered list of")]
    assert sections == sorted(sections)
