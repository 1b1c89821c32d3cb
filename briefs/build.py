"""Builds the filings of one case in memory: match, compose, render, number the pages, check. Writing comes after."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

from briefs import forms
from briefs.checks.checklist import absent
from briefs.checks.citations import cited_wrongly
from briefs.checks.country_material import material_notices, one_body
from briefs.checks.filings import after_writing
from briefs.checks.final import absent_facts, broken_rules, hindrances
from briefs.checks.written import ineligible, leaked, text_of
from briefs.compose import Composed, compose
from briefs.compose.public import not_public
from briefs.compose.withheld import Confidence, readers_of
from briefs.errors import LibraryError, Problem, TemplateError
from briefs.facts import Situation
from briefs.forums.guard import cautions
from briefs.library.integrity import is_known
from briefs.library.layouts import choose_layout
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.models.checklist import Checklist
from briefs.models.match import Caution, MatchReport
from briefs.plan import NotWritten, Planned, bodies_seized, not_written, plan, urgent
from briefs.reading.files import read_bytes
from briefs.render import apart, engine, pages
from briefs.render.package_gate import MAX_FILE
from briefs.report.data import report_data
from briefs.report.form_page import form_page
from briefs.report.page import report_page
from briefs.report.proof import proof
from briefs.report.urgent import left_out_lines, urgent_page


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    filings: tuple[str, ...] = ()
    every: bool = False
    language: str = "en"
    final: bool = False
    drop_pinpoints: bool = False
    pages: str = "auto"
    pdf: bool = False
    urgent: bool = False


@dataclass
class Built:
    """Files by path below the output folder, what checks found, and what the user should be told."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    checklists: list[Checklist] = field(default_factory=list)
    cautions: tuple[Caution, ...] = ()
    urgent: str = ""
    refused: bool = False


@dataclass
class _Copies:
    """One planned filing on its way: composed and drafted for the file and for counsel."""

    planned: Planned
    composed: Composed
    drafts: dict[str, engine.Draft | apart.Draft]
    rendered: dict[str, engine.Rendered] = field(default_factory=dict)
    laid: dict[str, pages.Laid] = field(default_factory=dict)
    checklist: Checklist | None = None


def build(s: Situation, options: Options, warnings: tuple[Problem, ...] = ()) -> Built:
    """Everything in memory; nothing is written here. Raises BriefError where a filing cannot be made at all."""
    if options.final and options.drop_pinpoints:
        from briefs.library.confirmations import without_unread_pinpoints

        precedents, evidence = without_unread_pinpoints(s.library.precedents, s.library.evidence)
        s = replace(s, library=replace(s.library, precedents=precedents, evidence=evidence))
    manifests = filing_manifests(s.library)
    closed = options.every or options.urgent or bool(options.filings or s.case.filings)
    report = match_case(s, with_closed=closed)
    built = Built()
    chosen, why = urgent(s, manifests, report) if options.urgent else (None, "")
    asked = (chosen.id,) if chosen else options.filings
    if chosen:
        manifests[chosen.id] = chosen
    copies = [_draft(s, planned, report, options) for planned in plan(s, manifests, report, asked, options.every)]
    _render(copies, options, built)
    built.cautions = cautions(s, report.forums, bodies_seized(s, [one.planned for one in copies]))
    for one in copies:
        built.notices += [f"warning: {w.line()}" for w in apart.warnings_of(one.drafts["file"])]
        _check(s, one, options, built)
        _check_rules(s, one, one.composed.report, options, built)
        _add_form(s, one, built)
    if options.final and built.problems:
        built.refused = True
        built.files.clear()
        return built
    built.notices += [f"{one.planned.manifest.id}: {n}" for one in copies for n in one_body(s, one.composed.brief)]
    _add_pdfs(copies, options, built)
    if chosen:
        answer = next(a for a in report.forums if a.id == chosen.forum)
        left_out = left_out_lines(s, copies[0].composed)
        built.urgent = urgent_page(
            s, chosen, why, answer, built.checklists[0], built.cautions, _gaps(copies[0]), left_out
        )
        built.files["counsel-only/urgent.txt"] = built.urgent.encode("utf-8")
    left = not_written(s, manifests, report, {c.planned.manifest.id for c in copies}, closed)
    _add_reports(s, report, copies, left, built, warnings)
    return built


def _draft(s: Situation, planned: Planned, report: MatchReport, options: Options) -> _Copies:
    manifest = planned.manifest
    language = options.language if options.language in manifest.languages else "en"
    file = s.library.template_file(manifest.id, language)
    if file is None:
        raise LibraryError(Problem(f"templates/{manifest.id}", f"the Word template {language}.docx is missing."))
    template = read_bytes(file, MAX_FILE, TemplateError)

    def fragment(identity: str) -> bytes | None:
        found = s.library.template_file(identity, language) or s.library.template_file(identity, "en")
        return read_bytes(found, MAX_FILE, TemplateError) if found else None

    composed = compose(s, manifest, report)
    tradition, where = composed.brief.caption.tradition, f"templates/{manifest.id}/template.yaml"
    layout = choose_layout(s.library.layouts, manifest.layout, tradition, s.case.request.requested_state, where)
    drafts = {
        mode: apart.prepare(
            template,
            fragment,
            brief,
            language=language,
            where=f"templates/{manifest.id}",
            layout=layout,
            known=is_known,
            every=lambda: s.library.fragments(language),
        )
        for mode, brief in (("file", composed.brief), ("counsel", composed.annotated))
    }
    return _Copies(planned, composed, drafts)


def _render(copies: list[_Copies], options: Options, built: Built) -> None:
    """Both copies of each filing; page numbers from LibreOffice where it is there and asked for."""
    jobs = [(one, mode) for one in copies for mode in one.drafts if mode == "counsel" or one.planned.to_file]
    with_pages = options.pages == "auto" and pages.available() and bool(jobs)
    if with_pages:
        results = pages.paginate([partial(_finish, one, mode, False) for one, mode in jobs])
        for (one, mode), (rendered, laid) in zip(jobs, results, strict=True):
            one.rendered[mode], one.laid[mode] = rendered, laid
    else:
        for one, mode in jobs:
            one.rendered[mode] = _finish(one, mode, False, None, None)
        built.notices.append("The tables stand without page numbers. Open each file in Word, press Ctrl+A, then F9.")
    if options.final:
        _finalise(copies)


def _finish(
    one: _Copies, mode: Literal["file", "counsel"], final: bool, known: Mapping[str, int] | None, total: int | None
) -> engine.Rendered:
    return apart.finish(one.drafts[mode], mode=mode, final=final, pages=known, total_pages=total)


def _finalise(copies: list[_Copies]) -> None:
    """Banner and watermark go; the pages stay, for both stand in the header. A copy with gaps is left and refused."""
    for one in copies:
        if "file" in one.rendered and not one.rendered["file"].missing:
            laid = one.laid.get("file")
            one.rendered["file"] = _finish(
                one, "file", True, laid.pages if laid else None, laid.total if laid else None
            )


def _add_pdfs(copies: list[_Copies], options: Options, built: Built) -> None:
    """A PDF of exactly the Word file that is filed; those that were laid out as they stand are not laid out again."""
    if not options.pdf:
        return
    if not pages.available():
        built.notices.append("No PDF was made: LibreOffice is not installed. Save each file as PDF from Word.")
        return
    names = {f"to-file/{one.planned.manifest.id}": one for one in copies}
    filed = {name: one for name, one in names.items() if f"{name}.docx" in built.files}
    ready = {} if options.final else {name: one.laid["file"].pdf for name, one in filed.items() if "file" in one.laid}
    waiting = [name for name in filed if name not in ready]
    made = pages.to_pdf([built.files[f"{name}.docx"] for name in waiting]) if waiting else []
    for name, pdf in {**ready, **dict(zip(waiting, made, strict=True))}.items():
        built.files[f"{name}.pdf"] = pdf


def _check(s: Situation, one: _Copies, options: Options, built: Built) -> None:
    manifest = one.planned.manifest
    rendered = one.rendered.get("file")
    if rendered:
        where = f"to-file/{manifest.id}.docx"
        report = one.composed.report
        chosen = {m.id for m in report.matches if m.kind == "precedent" and m.forum == manifest.forum}
        materials = {f"{m.kind}/{m.id}" for m in report.matches if m.kind != "precedent"} | one.composed.sources
        found = ineligible(where, [c.key for c in rendered.citations], chosen | materials)
        found += leaked(where, text_of(rendered.data), _secrets(s, one))
        found += cited_wrongly(where, rendered.data, s)
        built.problems += found
        if not found:
            built.files[where] = rendered.data
        if options.final:
            built.problems += hindrances(
                s,
                manifest.forum,
                manifest.id,
                report,
                one.composed.brief,
                {c.key for c in rendered.citations},
                rendered.missing,
                options.drop_pinpoints,
            )
    name = manifest.id if manifest.counsel_only else f"{manifest.id}-annotated"
    built.files[f"counsel-only/{name}.docx"] = one.rendered["counsel"].data


def _check_rules(s: Situation, one: _Copies, report: MatchReport, options: Options, built: Built) -> None:
    """The forum's rules on the written file: the copy to be filed where there is one, else counsel's."""
    mode = "file" if "file" in one.rendered else "counsel"
    answer = next(a for a in report.forums if a.id == one.planned.manifest.forum)
    laid, data = one.laid.get(mode), one.rendered[mode].data
    total = laid.total if laid else None
    found = after_writing(s, one.planned.manifest, answer, one.composed, data, total, options.language)
    built.checklists.append(found)
    one.checklist = found
    if one.planned.to_file:
        built.problems += broken_rules(found, s.case.accepted, options.final)
    if one.planned.to_file and options.final:
        gone = absent(one.composed.brief, one.planned.manifest.requires)
        built.problems += absent_facts(one.planned.manifest.id, gone, one.rendered[mode].missing)


def _add_form(s: Situation, one: _Copies, built: Built) -> None:
    """What has to be entered in the body's own form or portal; the texts are those of the filing."""
    form = forms.read_form(s.library, one.planned.manifest.id)
    if form is None:
        return
    form = forms.at_date(form, s.as_of)
    copy = "file" if "file" in one.rendered else "counsel"
    laid = one.laid.get(copy)
    filled = forms.fill(
        form, one.composed.brief, one.rendered[copy], laid.pages if laid else None, laid.total if laid else None
    )
    built.problems += forms.problems(filled)
    if one.checklist:
        one.checklist = forms.with_limits(one.checklist, s.library, filled)
        built.checklists[-1] = one.checklist
    built.files[f"counsel-only/{one.planned.manifest.id}-form.html"] = form_page(filled).encode("utf-8")
    built.files[f"counsel-only/{one.planned.manifest.id}-form.json"] = _json(forms.as_data(filled))


def _secrets(s: Situation, one: _Copies) -> list[str]:
    """Texts that may not stand in the filing: withheld exhibits' titles, circumstances, and names of third persons."""
    manifest = one.planned.manifest
    if manifest.case_facts != "all":
        return not_public(s, released=manifest.case_facts == "released")
    confidence = Confidence(s.case, readers_of(manifest, s.library.forums[manifest.forum]))
    hidden = {(w.kind, w.item) for w in one.composed.withheld}
    texts = [e.title for e in s.case.exhibits if ("exhibit", e.id) in hidden]
    texts += [c.says for c in s.case.circumstances if ("circumstance", c.id) in hidden]
    return texts + confidence.secret_names


def _add_reports(
    s: Situation,
    report: MatchReport,
    copies: list[_Copies],
    left: list[NotWritten],
    built: Built,
    warnings: tuple[Problem, ...],
) -> None:
    data = report_data(s, report, [_summary(s, one) for one in copies], built.problems, warnings)
    data["cautions"] = [caution.model_dump(mode="json") for caution in built.cautions]
    data["not_written"] = [
        {"id": n.manifest.id, "title": n.manifest.title, "forum": n.manifest.forum, "why": n.why} for n in left
    ]
    built.files["counsel-only/report.json"] = _json(data)
    manifest = proof(s, report, [one.planned.manifest.id for one in copies], built.files)
    built.files["counsel-only/report.html"] = report_page(data, s.library, manifest).encode("utf-8")
    page = {"counsel-only/report.html": hashlib.sha256(built.files["counsel-only/report.html"]).hexdigest()}
    built.files["counsel-only/manifest.json"] = _json({**manifest, "files": {**manifest["files"], **page}})


def _gaps(one: _Copies) -> list[str]:
    """Labels of the placeholders that stand in counsel's copy, each once."""
    return [label for _, label in dict.fromkeys(one.rendered["counsel"].missing)]


def _summary(s: Situation, one: _Copies) -> dict[str, Any]:
    rendered = one.rendered["counsel"]
    return {
        "id": one.planned.manifest.id,
        "title": one.planned.manifest.title,
        "forum": one.planned.manifest.forum,
        "to_file": one.planned.to_file,
        "note": one.planned.note,
        "missing": _gaps(one),
        "withheld": [
            {"kind": w.kind, "item": w.item, "why": w.why, "arguments": [s.library.grounds[g].title for g in w.grounds]}
            for w in one.composed.withheld
        ],
        "thin": [s.library.grounds[g].title for g in one.composed.thin],
        "not_pleaded": list(one.composed.not_pleaded),
        "exhibits": one.composed.exhibit_numbers,
        "readers": list(readers_of(one.planned.manifest, s.library.forums[one.planned.manifest.forum])),
        "checklist": [item.model_dump(mode="json") for item in one.checklist.items] if one.checklist else [],
        "notices": material_notices(s, one.composed.brief),
        "cited": list(dict.fromkeys(c.key for c in rendered.citations)),
    }


def _json(data: Any) -> bytes:
    """One line for each entry of a list at the top: short, and a change of one match is a change of one line."""
    return (_lines(data) + "\n").encode("utf-8")


def _lines(data: Any) -> str:
    if not isinstance(data, dict):
        return _line(data)
    shown = []
    for key, value in data.items():
        items = ",\n".join(_line(one) for one in value) if isinstance(value, list) else ""
        shown.append(f"{_line(key)}:" + (f"[\n{items}\n]" if items else _line(value)))
    return "{" + ",\n".join(shown) + "}"


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
