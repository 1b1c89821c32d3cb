"""The six cases for which every filing is built: four requesting states, both traditions, five facts and full files."""

from pathlib import Path

from briefs.casefile import load_case
from briefs.facts import Situation

ROOT = Path(__file__).parent.parent
SIX = {
    "czech-republic-2019": "examples/czech-republic-2019/case.yaml",
    "five-facts": "tests/golden/12-five-facts/case.yaml",
    "refugee-in-germany": "tests/golden/08-refugee-recognised-by-another-member-state/case.yaml",
    "morocco-2021": "examples/morocco-2021/case.yaml",
    "poland-2024": "examples/poland-2024/case.yaml",
    "portugal-hong-kong-2024": "examples/portugal-hong-kong-2024/case.yaml",
    "united-kingdom-united-states-2023": "examples/united-kingdom-united-states-2023/case.yaml",
}


def situation(name, library):
    """One of the six, read at its date."""
    case = load_case(ROOT / SIX[name], library).case
    return Situation(case, library, case.as_of)
