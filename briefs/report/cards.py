"""Authorities, card by card, under the grounds that they belong to."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from briefs.errors import amount
from briefs.report.pieces import NOTHING, each, if_any, listed, tag

_CARD = Markup(
    '<article class="card%(adverse)s">\n'
    '<p><strong>%(cite)s</strong> %(level)s <span class="small">%(holding)s%(layer)s</span></p>\n'
    "<p>%(proposition)s</p>\n"
    "%(remark)s%(pinpoints)s\n"
    '<p class="small"><strong>Why it was chosen:</strong> %(reasons)s</p>\n'
    '<ul class="small" aria-label="Weight">%(standing)s</ul>\n'
    "%(answer)s</article>\n"
)
_REMARK = Markup("<p><strong>Say with it:</strong> %s.</p>\n")
_PINPOINTS = Markup('<p class="small">Pinpoints: %s.</p>')
_NO_PINPOINT = Markup('<p class="small">No pinpoint is in the library.</p>')
_PINPOINT = Markup("%(at)s (%(verification)s)")
_REASON = Markup("%(text)s ")
_WEIGHT = Markup("<li><strong>%s</strong> before %s%s</li>")
_ANSWER = Markup("<p><strong>Our answer:</strong> %s</p>\n")
_DISTINGUISHED = Markup("<p><strong>How the other side will distinguish it:</strong> %s</p>\n")


def card(match: Mapping[str, Any], adverse: bool, forum_short: Mapping[str, str]) -> Markup:
    """One holding: what it says, where, why it was chosen, its weight, and what is answered to it or by it."""
    layer = f"; from {match['layer']}" if match["layer"] != "shipped" else ""
    return _CARD % {
        "adverse": " adverse" if adverse else "",
        "cite": match["cite"],
        "level": tag(match["verification"]),
        "holding": match["holding"] or match["id"],
        "layer": layer,
        "proposition": match["proposition"],
        "remark": if_any(_REMARK, match["remark"]),
        "pinpoints": _PINPOINTS % each(_PINPOINT, match["pinpoints"], ", ") if match["pinpoints"] else _NO_PINPOINT,
        "reasons": each(_REASON, (r for r in match["reasons"] if r["code"] != "same-ground")),
        "standing": Markup("").join(_weight(one, forum_short) for one in match["standing"]),
        "answer": _answered(match) if adverse else if_any(_DISTINGUISHED, match["distinguished"]),
    }


def _answered(match: Mapping[str, Any]) -> Markup:
    return _ANSWER % (match["answer"] or "none is prepared: counsel must write it.")


def _weight(one: Mapping[str, Any], forum_short: Mapping[str, str]) -> Markup:
    why = f": {' '.join(r['text'] for r in one['reasons'])}" if one["reasons"] else ""
    return _WEIGHT % (one["weight"], "; ".join(forum_short[forum] for forum in one["forum"]), why)


_GROUND = Markup(
    '<section aria-labelledby="g-%(id)s">\n'
    '<h3 id="g-%(id)s">%(title)s</h3>\n'
    '<p class="small">Raised because: %(because)s May be heard by: %(forums)s.</p>\n'
    "%(missing)s"
    "<details%(open)s><summary>%(count)s"
    '<span class="small"> – %(title)s</span></summary>\n'
    "%(cards)s%(papers)s\n%(provisions)s\n"
    "</details>\n</section>\n"
)
_MISSING = Markup('<p class="small"><strong>Missing:</strong> %s</p>\n')
_NO_AUTHORITY = Markup("<p>No authority in the library for this point.</p>")
_PAPER = Markup(
    '<article class="card paper"><p><strong>%s</strong> %s %s</p><p>%s</p><p class="small">%s</p></article>'
)
_PROVISIONS = Markup('<ul class="small">%s</ul>')
_PROVISION = Markup("<li>%s %s: %s %s</li>")


def grounds_of(chosen: list[dict[str, Any]], titles: Mapping[str, str], forum_short: Mapping[str, str]) -> Markup:
    """Every raised ground with its authorities; the first is open."""
    return Markup("").join(_ground(g, titles[g["id"]], forum_short, not n) for n, g in enumerate(chosen))


def _ground(ground: Mapping[str, Any], title: str, forum_short: Mapping[str, str], first: bool) -> Markup:
    cards = [card(c, False, forum_short) for c in ground["for"]] or [_NO_AUTHORITY]
    cards += [card(c, True, forum_short) for c in ground["against"]]
    provisions = Markup("").join(map(_provision, ground["provisions"]))
    return _GROUND % {
        "id": ground["id"],
        "title": title,
        "because": each(_REASON, ground["because"]),
        "forums": listed(ground["forums"], ", "),
        "missing": if_any(_MISSING, " ".join(ground["missing"])) if ground["missing"] else NOTHING,
        "open": " open" if first else "",
        "count": _count(ground),
        "cards": Markup("").join(cards),
        "papers": Markup("").join(map(_paper, ground["evidence"])),
        "provisions": if_any(_PROVISIONS, provisions),
    }


def _count(ground: Mapping[str, Any]) -> str:
    reports, provisions = ground["evidence"], ground["provisions"]
    return (
        f"{len(ground['for'])} for, {len(ground['against'])} against, {amount(len(reports), 'report')}, "
        f"{amount(len(provisions), 'provision')}"
    )


def _paper(c: Mapping[str, Any]) -> Markup:
    stance, level = tag(c["stance"]), tag(c["verification"])
    return _PAPER % (c["cite"], stance, level, c["proposition"], each(_REASON, c["reasons"]))


def _provision(c: Mapping[str, Any]) -> Markup:
    return _PROVISION % (c["cite"], tag(c["verification"]), c["proposition"], each(_REASON, c["reasons"]))
