"""The case on a line of time as a drawing (SVG) with its list."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from briefs.report.pieces import each, if_any, tag

_COLOURS = {"request": "#1f2a44", "facts": "#4a5568", "decision": "#1a3e8c", "body": "#6b2f7a", "deadline": "#8f1616"}
_LONGEST, _LEEWAY = 180, 5
_PICTURE = Markup(
    '<figure>\n<svg viewBox="0 0 %(width)s %(height)s" role="group" aria-labelledby="tl-title tl-desc">\n'
    '<title id="tl-title">The case on a line of time</title>\n'
    '<desc id="tl-desc">%(count)s numbered events; each stands in the list below with its date.</desc>\n'
    "%(lanes)s%(ticks)s%(now_line)s%(bubbles)s</svg>\n"
    "<figcaption>Distances are compressed: long gaps are drawn shorter than they were. The thick line is "
    '%(now_written)s, the date of the file.</figcaption>\n</figure>\n<ol class="events">\n%(list)s</ol>\n'
)
_LANE = Markup(
    '<rect x="0" y="%(y)s" width="%(width)s" height="%(lane)s" fill="%(fill)s"/>\n'
    '<text x="8" y="%(text_y)s" font-size="13" fill="#1f2a44">%(name)s</text>\n'
    '<line x1="%(x1)s" x2="%(width)s" y1="%(middle)s" y2="%(middle)s" stroke="#c5ccda"/>\n'
)
_TICK = Markup(
    '<line x1="%(x)s" x2="%(x)s" y1="30" y2="%(y)s" stroke="#c5ccda" stroke-dasharray="2 4"/>\n'
    '<text x="%(x)s" y="%(text_y)s" font-size="11.5" fill="#1b1b1b" text-anchor="%(anchor)s">%(text)s</text>\n'
)
_NOW = Markup(
    '<line x1="%(now)s" x2="%(now)s" y1="20" y2="%(y)s" stroke="#1f2a44" stroke-width="2"/>\n'
    '<text x="%(text_x)s" y="14" font-size="12" fill="#1f2a44" text-anchor="middle">file read on this day</text>\n'
)
_BUBBLE = Markup(
    '<a href="#event-%(number)s" aria-label="Event %(number)s, %(written)s"><circle cx="%(x)s" cy="%(y)s" r="10.5" '
    'fill="%(fill)s" stroke="#ffffff" stroke-width="1.5"/><text x="%(x)s" y="%(text_y)s" font-size="11.5" '
    'font-weight="bold" fill="#ffffff" text-anchor="middle">%(number)s</text></a>\n'
)
_EVENT = Markup('<li id="event-%s"><strong>%s</strong>%s %s</li>\n')
_NO_DATE = Markup(
    "<p>The case file holds no date: enter arrest, request and decisions, and the terms can be computed.</p>\n"
)


def picture(t: Mapping[str, Any]) -> Markup:
    """The drawing and its list. `t` as `timeline` gives it."""
    if not t["events"]:
        return _NO_DATE
    bottom = t["height"] - 36
    now = {"now": t["now"], "y": bottom, "text_x": min(t["now"] or 0, t["width"] - 70)}
    return _PICTURE % {
        **t,
        "count": len(t["events"]),
        "lanes": each(_LANE, (_lane(t, lane, n) for n, lane in enumerate(t["lanes"]))),
        "ticks": each(_TICK, (_tick(t, tick, bottom) for tick in t["ticks"])),
        "now_line": Markup("") if t["now"] is None else _NOW % now,
        "bubbles": each(_BUBBLE, ({**e, "fill": _COLOURS[e["lane"]], "text_y": e["y"] + 4} for e in t["events"])),
        "list": Markup("").join(map(_event, t["events"])),
    }


def _lane(t: Mapping[str, Any], lane: Mapping[str, Any], n: int) -> dict[str, Any]:
    middle = lane["y"] + t["lane"] / 2
    return {
        **lane,
        "width": t["width"],
        "lane": t["lane"],
        "fill": "#ffffff" if n % 2 else "#f3f5f9",
        "text_y": middle + 5,
        "x1": t["left"] - 12,
        "middle": middle,
    }


def _tick(t: Mapping[str, Any], tick: Mapping[str, Any], bottom: float) -> dict[str, Any]:
    anchor = "end" if tick["x"] > t["width"] - 60 else "middle"
    return {**tick, "y": bottom, "text_y": t["height"] - 18, "anchor": anchor}


def _event(e: Mapping[str, Any]) -> Markup:
    label = if_any(Markup(" %s"), tag("past", e["label"]) if e["label"] else "")
    return _EVENT % (e["number"], e["written"], label, _shortened(e["what"]))


def _shortened(text: str) -> str:
    """A long text ends at a word, with dots."""
    if len(text) <= _LONGEST + _LEEWAY:
        return text
    return text[: _LONGEST - 3].rsplit(" ", 1)[0] + "..."
