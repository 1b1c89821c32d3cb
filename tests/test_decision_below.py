"""A ground of appeal that names no error of the decision is none: what was decided on a ground, and what is wrong with
it, stands under that ground, in the words of the case file."""

from pathlib import Path

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.documents.opening import document_of
from briefs.errors import CaseError
from briefs.facts import Situation

CASE = (Path(__file__).parent / "complete" / "case.yaml").read_text("utf-8")
HELD = "The court held that the person had named no event of the last five years."
ERROR = "It passed over the judgments in which two others withdrew what they had said in police custody"


def filed(text, library, filing):
    """The file as counsel would lodge it, and what the case file was told about itself."""
    read = case_from_text(text, library)
    built = build(Situation(read.case, library, read.case.as_of), Options(filings=(filing,), pages="none"))
    file = f"{filing}.docx"
    return " ".join(p.text for p in document_of(built.files[f"to-file/{file}"], Path(file)).paragraphs())


@pytest.mark.parametrize("filing", ["notice-of-appeal", "constitutional-complaint"])
def test_the_decision_and_its_error_stand_under_the_ground(library, filing):
    text = filed(CASE, library, filing)
    before, after = text[: text.index(HELD)], text[text.index(HELD) :]
    assert before.endswith("The decision (Court of Appeal, 18 April 2024). ")
    assert before.rindex("Real risk of torture or ill-treatment") > before.rindex("Bars in the treaty")
    assert after.index(ERROR) < after.index("The general situation in the requesting state")


def test_a_third_person_named_in_it_keeps_it_out_of_what_is_filed(library):
    third = "  third_persons: [{name: Nobody Anywhere, relation: sister, withhold_from: [requesting-state]}]"
    text = CASE.replace("  third_persons: []", third).replace("two others withdrew", "Nobody Anywhere withdrew")
    assert "Nobody Anywhere" in text
    written = filed(text, library, "notice-of-appeal")
    assert "Nobody Anywhere" not in written
    assert HELD not in written


def test_a_ground_that_does_not_exist_is_refused_at_its_place(library):
    with pytest.raises(CaseError) as refused:
        case_from_text(CASE.replace("{ground: art3-real-risk,", "{ground: art3-real-rsk,"), library)
    said = [p.line() for p in refused.value.problems]
    assert any("there is no ground 'art3-real-rsk'" in line and "Did you mean art3-real-risk?" in line for line in said)
