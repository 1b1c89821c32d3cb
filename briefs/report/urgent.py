"""urgent.txt: one page for counsel in a hurry – why this body, by when, what must be there or it fails, how to send."""

import textwrap
from collections.abc import Iterable, Sequence

from briefs.compose.brief import Composed
from briefs.facts import Situation
from briefs.models.checklist import CheckItem, Checklist
from briefs.models.law import Forum, Rule, in_force
from briefs.models.match import Caution, ForumAnswer
from briefs.models.template import FilingManifest
from briefs.report.days import counted

_BOXES = {"met": "[x]", "missing": "[ ]", "ask": "[?]", "not_applicable": "[-]"}
_PARTS = (
    ("fact", "Facts that it must state"),
    ("section", "Its sections, in the order of filing"),
    ("annex", "Papers to attach, in the order of filing"),
    ("admissibility", "Conditions"),
    ("language", "Language"),
    ("length", "Length"),
    ("national", "National rules"),
)


def urgent_page(
    s: Situation,
    manifest: FilingManifest,
    why: str,
    answer: ForumAnswer,
    found: Checklist,
    cautions: Iterable[Caution],
    gaps: Sequence[str],
    left_out: Sequence[str] = (),
) -> str:
    """The page as plain text, at most 96 characters wide. `gaps`: what stands as a placeholder in the written
    file; `left_out`: what its readers may not see, with the arguments that lack it."""
    forum = s.library.forums[manifest.forum]
    lines = ["PRIVILEGED AND CONFIDENTIAL – COUNSEL ONLY – NOT FOR FILING", ""]
    lines += _wrap(f"URGENT: {manifest.title}")
    lines += _wrap(f"To: {forum.name}")
    lines += _wrap(f"Why this body: {why}")
    if manifest.when_urgent:
        lines += ["This is its short form. The whole of it, to be sent soon:"]
        lines += [f"    casebrief build CASE --filing {manifest.id}"]
    lines += _head("The clock") + _clock(answer, s.as_of)
    lines += [*_head("What must be there, or it fails"), "  [x] there   [ ] missing   [?] look   [-] does not apply"]
    if gaps:
        lines += ["", "  Gaps in the text, marked in it", *_wrap(f"[ ] {'; '.join(gaps)}.", "    ", "        ")]
    for kind, title in _PARTS:
        items = [item for item in found.items if item.kind == kind]
        lines += ["", f"  {title}"] * bool(items)
        lines += [line for item in items for line in _item(item)]
    if left_out:
        lines += _head("Left out of it: counsel decides")
        lines += [line for one in left_out for line in _wrap(f"- {one}", "  ", "    ")]
    for title, rules in (
        ("If it is not complete", forum.incomplete),
        ("How it is sent", forum.channel),
        ("Afterwards", _afterwards(forum)),
    ):
        lines += _rules(title, rules, s.as_of)
    lines += _head("What it closes")
    lines += [line for c in cautions for line in _wrap(f"- {c.text} [{c.rule}; {c.level}]", "  ", "    ")] or ["  -"]
    return "\n".join(lines) + "\n"


def left_out_lines(s: Situation, composed: Composed) -> list[str]:
    """What is kept from the readers of the filing, by its id, with the arguments that stand without it."""
    title = {key: ground.title for key, ground in s.library.grounds.items()}
    lines = [
        f"{w.kind} {w.item} ({w.why}). Missing from the argument on: {'; '.join(title[g] for g in w.grounds)}."
        for w in composed.withheld
        if w.grounds
    ]
    thin = [title[g] for g in composed.thin]
    if thin:
        lines.append(f"Thin, for no circumstance of this person is left in it: {'; '.join(thin)}.")
    dropped = [title[g] for g in composed.not_pleaded if g in {g for w in composed.withheld for g in w.grounds}]
    if dropped:
        lines.append(f"Not argued at all, because it would tell of what is withheld: {'; '.join(dropped)}.")
    if lines:
        lines.append(
            "Counsel decides for each: plead it (withhold_from: []), plead what can be shown, or leave it out."
        )
    return lines


def _afterwards(forum: Forum) -> tuple[Rule, ...]:
    return tuple(rule for rule in (*forum.checklist, *forum.time_limits) if rule.text.startswith(("Duty", "After")))


def _head(title: str) -> list[str]:
    return ["", title.upper()]


def _clock(answer: ForumAnswer, as_of: str) -> list[str]:
    lines = []
    for term in answer.deadlines:
        when = f"{term.last_day}{', ' + term.at if term.at else ''} ({counted(term.days_left or 0, term.at, as_of)})"
        lines += _wrap(f"- {when if term.last_day else 'ASK'}: {term.text} [{term.rule}; {term.level}]", "  ", "    ")
    return lines or _wrap("No term can be computed: write the day and hour of removal into the case file.", "  ")


def _item(item: CheckItem) -> list[str]:
    why = f" – {item.why}" if item.why else ""
    return _wrap(f"{_BOXES[item.status]} {item.text}{why} ({item.level})", "    ", "        ")


def _rules(title: str, rules: Iterable[Rule], as_of: str) -> list[str]:
    lines = [
        line for rule in rules if in_force(rule, as_of) for line in _wrap(f"- {rule.text} ({rule.level})", "  ", "    ")
    ]
    return _head(title) + lines if lines else []


def _wrap(text: str, first: str = "", further: str | None = None) -> list[str]:
    indent = further if further is not None else first
    return textwrap.wrap(text, 96, initial_indent=first, subsequent_indent=indent, break_long_words=False)
