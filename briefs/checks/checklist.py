"""The checklist of a filing: each rule of its forum, met, missing, not applicable or to ask; national law is asked."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefs.checks.outline import Found, compare
from briefs.checks.predicates import Finding, Matter, run
from briefs.errors import amount
from briefs.grounds import field_known
from briefs.models.brief import Brief
from briefs.models.checklist import CheckItem, CheckKind, Checklist
from briefs.models.law import Forum, Rule, SectionRule, in_force
from briefs.render.schema import label_of

NATIONAL = "national law of the requested state"


def checklist(matter: Matter, headings: Sequence[str] | None = None, missing: Iterable[str] | None = None) -> Checklist:
    """All lines of one filing. `headings` are known once it is written, `missing` (`absent`) once it is composed."""
    m, forum = matter.manifest, matter.s.library.forums[matter.manifest.forum]
    items: list[CheckItem] = []
    if m.seizes and not m.addressee and not m.counsel_only:
        items += _rules(matter, "admissibility", forum.checklist)
        items += _rules(matter, "annex", forum.annexes)
    if not m.addressee and not m.counsel_only:
        items += _rules(matter, "language", forum.languages)
        items += _national(matter, forum)
    items += _length(matter)
    if m.forum_sections and headings is not None:
        items += _sections(matter, forum, headings)
    items += _facts(m.requires, list(missing)) if missing is not None else []
    return Checklist(filing=m.id, title=m.title, forum=m.forum, items=tuple(items))


def absent(brief: Brief, names: Iterable[str]) -> list[str]:
    """Those of the required names that are empty in a brief."""
    return [name for name in names if not _value(brief, name.split("."))]


def _value(value: Any, path: list[str]) -> Any:
    return value if value is None or not path else _value(getattr(value, path[0], None), path[1:])


def tradition_of(matter: Matter) -> str:
    """Drafting tradition of the requested state; where it is not known, that of the civil law."""
    requested = matter.s.requested
    return "common" if requested and requested.tradition == "common" else "civil"


def sections_of(matter: Matter, forum: Forum) -> tuple[SectionRule, ...]:
    """Sections that the forum asks for at the date, in its order."""
    wanted = forum.sections.get("all") or forum.sections.get(tradition_of(matter), ())
    return tuple(section for section in wanted if in_force(section, matter.s.as_of))


def _rules(matter: Matter, kind: CheckKind, rules: Iterable[Rule]) -> list[CheckItem]:
    return [
        _item(kind, rule, run(rule.check, matter))
        for rule in rules
        if in_force(rule, matter.s.as_of) and (not rule.filings or matter.manifest.id in rule.filings)
    ]


def _item(kind: CheckKind, rule: Rule, found: Finding) -> CheckItem:
    return CheckItem(kind=kind, text=rule.text, status=found.status, why=found.why, rule=rule.rule, level=rule.level)


def _national(matter: Matter, forum: Forum) -> list[CheckItem]:
    """What the library was told of one state's law is read and checked by a person, never taken as met."""
    rules = forum.national.get(matter.s.case.request.requested_state or "", ())
    return [
        _item("national", rule.model_copy(update={"rule": rule.rule or NATIONAL}), Finding("ask", "read and check"))
        for rule in rules
        if in_force(rule, matter.s.as_of)
    ]


def _length(matter: Matter) -> list[CheckItem]:
    m = matter.manifest
    if m.max_pages is None:
        return []
    found = run(f"pages {m.max_pages}", matter)
    return [
        CheckItem(
            kind="length",
            text=f"At most {amount(m.max_pages, 'page')}.",
            status=found.status,
            why=found.why,
            rule=m.max_pages_source,
            level=m.max_pages_level or "recalled",
        )
    ]


def _sections(matter: Matter, forum: Forum, headings: Sequence[str]) -> list[CheckItem]:
    wanted = sections_of(matter, forum)
    needed = [s for s in wanted if not s.only_if or field_known(matter.s, s.only_if)]
    shown = {found.section.id: found for found in compare(headings, [s for s in needed if s.headings])}
    items = []
    for section in wanted:
        found = Finding("ask", "look for it in the text")
        if section not in needed:
            found = Finding("not_applicable", f"the case file has no {section.only_if}")
        elif section.id in shown:
            found = _section(shown[section.id], forum.kind == "national")
        items.append(_item("section", Rule(text=section.text, level=section.level, rule="Section"), found))
    return items


def _section(found: Found, convention: bool) -> Finding:
    """`convention`: no rule orders these sections, so one that is not there is asked about, and any order will do."""
    if found.at is None:
        return Finding("ask" if convention else "missing", "no heading shows it")
    if not found.in_order and not convention:
        return Finding("missing", f"it stands too early, under '{found.words}'")
    return Finding("met", f"'{found.words[:70]}'")


def _facts(requires: Sequence[str], missing: Sequence[str]) -> list[CheckItem]:
    """One line for all facts without which the filing cannot be final."""
    if not requires:
        return []
    gaps = "; ".join(f"{label_of(name)} ({name})" for name in missing)
    return [
        CheckItem(
            kind="fact",
            text="Facts without which this filing cannot be final.",
            status="missing" if missing else "met",
            why=gaps or f"all {len(requires)} are in the case file",
            rule="Manifest of the template",
            level="primary",
        )
    ]
