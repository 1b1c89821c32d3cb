"""report.html: one self-contained page for counsel; opens offline, prints well, works with the keyboard."""

from collections import defaultdict
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined

STATUS_WORDS = {"open": "open", "closed": "closed", "not_yet": "not yet", "check": "check"}


def report_page(data: dict[str, Any], library: Any) -> str:
    """The page as text. All values are escaped; nothing is loaded from anywhere."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (files("briefs.report") / "report.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source).render(
        data=data,
        status_words=STATUS_WORDS,
        forum_names={f.id: f.name for f in library.forums.values()},
        ground_titles={g.id: g.title for g in library.grounds.values()},
        chosen=_by_ground(data),
    )


def _by_ground(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Raised grounds, each with its authorities once, and the forums for which each stands with which weight."""
    grounds = []
    for ground in data["grounds"]:
        if not ground["raised"]:
            continue
        cards: dict[tuple, dict[str, Any]] = {}
        forums: dict[tuple, list[str]] = defaultdict(list)
        for match in data["matches"]:
            if match["ground"] != ground["id"]:
                continue
            key = (match["kind"], match["id"], match["holding"], match["stance"])
            cards.setdefault(key, match)
            forums[key].append(f"{match['forum']}: {match['weight']}")
        shown = [{**card, "weights": forums[key]} for key, card in cards.items()]
        grounds.append(
            {
                **ground,
                "for": [c for c in shown if c["stance"] == "for" and c["kind"] == "precedent"],
                "against": [c for c in shown if c["stance"] == "against" and c["kind"] == "precedent"],
                "evidence": [c for c in shown if c["kind"] == "evidence"],
                "provisions": [c for c in shown if c["kind"] == "provision"],
            }
        )
    return grounds
