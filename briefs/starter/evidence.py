"""New country material from a few answers: one finding, and comments where more can be said."""

from collections.abc import Iterable

from pydantic import Field

from briefs.models.base import LooseDate, Record, TextList, Verification
from briefs.starter.texts import as_list, as_yaml


class EvidenceAnswers(Record):
    """What `new evidence` asks."""

    id: str
    title: str
    body: str
    body_kind: str = Field(description="un, state, ngo, court, law, academic, media, other")
    dated: LooseDate | None = None
    states: TextList
    text: str
    edge: str
    pinpoint: str | None = None
    grounds: TextList
    tags: TextList
    url: str
    level: Verification


def starter_evidence(a: EvidenceAnswers) -> str:
    """The record as YAML, with comments."""
    return "".join((*_head(a), *_finding(a), *_foot(a)))


def _head(a: EvidenceAnswers) -> Iterable[str]:
    yield (
        "# Country material: a report, a statement, a law. Lines that begin with # are notes for you; what each field\n"
        "# means is in docs/add-evidence.md. Check it with: casebrief lint. Levels: primary (you read it in the\n"
        "# source), secondary (in a reliable other source), recalled (neither).\n"
    )
    yield f"id: {as_yaml(a.id)}\ntitle: {as_yaml(a.title)}\nbody: {as_yaml(a.body)}\nbody_kind: {a.body_kind}\n"
    yield "# symbol: A/HRC/56/6\n"
    yield f"dated: {as_yaml(a.dated)}\nkind: {a.body_kind}\n"
    yield f"states:{as_list(a.states, '  ')}\n"
    yield f"stance: {a.edge}  # supports, adverse, or mixed where it cuts both ways\n"


def _finding(a: EvidenceAnswers) -> Iterable[str]:
    yield "findings:\n  # One block for each thing that the document establishes, also for what speaks against us.\n"
    yield f"  - text: {as_yaml(a.text)}\n"
    if a.pinpoint:
        yield f"    pinpoint: {as_yaml(a.pinpoint)}\n    pinpoint_level: {a.level}\n"
    else:
        yield "    # pinpoint: para. 20\n    # pinpoint_level: primary\n"
    yield f"    verification: {a.level}\n    edge: {a.edge}\n    grounds:{as_list(a.grounds, '      ')}\n"


def _foot(a: EvidenceAnswers) -> Iterable[str]:
    yield f"tags:{as_list(a.tags, '  ')}\n"
    yield "# only_for: [uyghur]  # persons for whom it matters; left out: everyone\n"
    yield "# relied_on_by:\n#   - authority: Liu v. Poland\n#     id: echr/liu-v-poland-2022\n"
    yield "#     verification: secondary\n"
    yield f"sources:\n  - url: {as_yaml(a.url)}\n    level: {a.level}\nverification: {a.level}\n"
