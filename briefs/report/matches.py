"""The matches of a report, each holding once for a ground: what is the same for every forum is not repeated."""

from collections.abc import Iterable
from typing import Any

from briefs.models.match import Match, Reason

_BY_FORUM = {"forum", "weight", "reasons"}


def grouped(matches: Iterable[Match]) -> list[dict[str, Any]]:
    """One entry for each holding (or report, or provision), ground and stance, in the order of `matches`.

    `reasons` hold before every forum; each entry of `standing` names the forums (`forum`, a list) that give the same
    `weight` for the same further `reasons`. The other fields are those of `match --json`.
    """
    together: dict[tuple, list[Match]] = {}
    for match in matches:
        together.setdefault((match.kind, match.id, match.holding, match.stance, match.ground), []).append(match)
    return [_entry(same) for same in together.values()]


def _entry(same: list[Match]) -> dict[str, Any]:
    common = [r for r in same[0].reasons if all(r in match.reasons for match in same)]
    alike: dict[tuple[str, tuple[Reason, ...]], list[str]] = {}
    for match in same:
        own = tuple(r for r in match.reasons if r not in common)
        alike.setdefault((match.weight, own), []).append(match.forum)
    return {
        **same[0].model_dump(mode="json", exclude=_BY_FORUM),
        "reasons": [r.model_dump() for r in common],
        "standing": [
            {"forum": forums, "weight": weight, "reasons": [r.model_dump() for r in own]}
            for (weight, own), forums in alike.items()
        ],
    }
