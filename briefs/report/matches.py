"""The matches of a report, each holding once for a ground: what is the same for every forum is not repeated."""

from collections.abc import Iterable
from typing import Any

from briefs.models.match import Match

_BY_FORUM = {"forum", "weight", "reasons"}
_Reason = tuple[str, str]


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
    told = [[(r.code, r.text) for r in match.reasons] for match in same]  # plain pairs compare in a tenth of the time
    common = [reason for reason in told[0] if all(reason in reasons for reasons in told)]
    alike: dict[tuple[str, tuple[_Reason, ...]], list[str]] = {}
    for match, reasons in zip(same, told, strict=True):
        own = tuple(reason for reason in reasons if reason not in common)
        alike.setdefault((match.weight, own), []).append(match.forum)
    return {
        **same[0].model_dump(mode="json", exclude=_BY_FORUM),
        "reasons": _named(common),
        "standing": [
            {"forum": forums, "weight": weight, "reasons": _named(own)} for (weight, own), forums in alike.items()
        ],
    }


def _named(reasons: Iterable[_Reason]) -> list[dict[str, str]]:
    return [{"code": code, "text": text} for code, text in reasons]
