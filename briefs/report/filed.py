"""Each filing that was written: its files, its readers, what is missing or left out, and its checklist."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from briefs.report.pieces import NOTHING, STATUS_WORDS, each, if_any, listed, tag

_READERS = {
    "requested-state": "the requested state",
    "requesting-state": "the requesting state",
    "public": "the public",
}
_FILING = Markup(
    '<article class="card filing" aria-labelledby="f-%(id)s">\n'
    '<h3 id="f-%(id)s">%(title)s <span class="small">%(id)s</span></h3>\n'
    "<p>%(note)s%(files)s</p>\n"
    '<p><strong>Who will read it:</strong> %(readers)s. <span class="small">%(readers_note)s</span></p>\n'
    "%(lines)s\n</article>\n"
)
_FILES = Markup(" Files: %s.")
_FILE = Markup('<a href="%(href)s">%(name)s</a>')
_NOTICE = Markup('<p class="caution">%s</p>')
_MISSING = Markup("<p><strong>Missing facts (%s):</strong> %s.</p>")
_WITHHELD = Markup("<p><strong>Left out of what is filed:</strong></p><ul>%s</ul>")
_ITEM = Markup("<li>%s %s: %s.%s</li>")
_SUPPORTED = Markup(" It would have supported: %s.")
_THIN = Markup(
    '<p class="caution"><strong>Argued without any circumstance of this person</strong>, because what the case file '
    "holds is left out: %s. Counsel decides: plead it (withhold_from: []), plead a part of it that can be shown to "
    "these readers, or leave the argument as it is.</p>"
)
_NOT_PLEADED = Markup(
    "<p><strong>Raised but not pleaded here</strong>, because their facts are withheld from its readers: %s.</p>"
)
_CHECKLIST = Markup("<p><strong>Checklist:</strong> %s %s %s</p>\n%s%s")
_DONE = Markup("<details><summary>What is met or does not apply (%s)</summary>%s</details>")
_LODGED = Markup('<p><a href="#lodge-%s">How it is lodged, and who may lodge it</a></p>')
_EXHIBITS = Markup('<p class="small">Exhibit numbers here: %s.</p>')
_TABLE = Markup(
    '\n<table class="data"><caption class="small" style="text-align:left">%s</caption><thead><tr>'
    '<th scope="col">State</th><th scope="col">Rule</th><th scope="col">What was seen</th></tr></thead><tbody>\n'
    "%s\n</tbody></table>\n"
)
_LINE = Markup('<tr><td>%s</td><td>%s <span class="small">%s%s%s</span></td><td>%s</td></tr>')


def filing_card(f: Mapping[str, Any], files: list[dict[str, str]], data: Mapping[str, Any]) -> Markup:
    """One filing, with links to its files. `data` as in report.json."""
    lines = (
        Markup("").join(map(_notice, f["notices"])),
        if_any(_MISSING, len(f["missing"]), listed(f["missing"], "; ")),
        if_any(_WITHHELD, Markup("").join(map(_left_out, f["withheld"]))),
        if_any(_THIN, listed(f["thin"], "; ")),
        if_any(_NOT_PLEADED, listed(f["not_pleaded"], ", ")),
        _checklist(f) if f["checklist"] else NOTHING,
        if_any(_LODGED, f["forum"] if data["lodging"][f["forum"]] else ""),
        if_any(_EXHIBITS, "; ".join(f"{key} → {number}" for key, number in _by_name(f["exhibits"]))),
    )
    return _FILING % {
        **f,
        "files": if_any(_FILES, each(_FILE, files, ", ")),
        "readers": readers_words(f["readers"]),
        "readers_note": data["readers"][f["forum"]]["note"],
        "lines": Markup("\n").join(lines),
    }


def links(filing: str, written: Mapping[str, str]) -> list[dict[str, str]]:
    """The files of one filing as links from the folder of the report."""
    names = [
        f"to-file/{filing}.docx",
        f"to-file/{filing}.pdf",
        f"counsel-only/{filing}-annotated.docx",
        f"counsel-only/{filing}.docx",
        f"counsel-only/{filing}-form.html",
    ]
    return [
        {"name": name, "href": name.removeprefix("counsel-only/") if name.startswith("counsel") else f"../{name}"}
        for name in names
        if name in written
    ]


def readers_words(readers: list[str]) -> str:
    """Who will read a filing, in words."""
    names = [_READERS[reader] for reader in readers]
    return ", ".join(names) if names else "nobody but counsel, as far as the rules of the body go"


def _notice(line: str) -> Markup:
    return _NOTICE % line


def _by_name(exhibits: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(exhibits.items(), key=lambda pair: pair[0].lower())


def _left_out(item: Mapping[str, Any]) -> Markup:
    return _ITEM % (item["kind"], item["item"], item["why"], if_any(_SUPPORTED, listed(item["arguments"], "; ")))


def _checklist(f: Mapping[str, Any]) -> Markup:
    lines, counts = f["checklist"], {}
    for key, words in (("missing", "missing"), ("ask", "to ask"), ("met", "met")):
        counts[key] = tag(key, f"{sum(line['status'] == key for line in lines)} {words}")
    todo = [line for line in lines if line["status"] not in ("met", "not_applicable")]
    todo.sort(key=lambda line: line["status"], reverse=True)
    done = [line for line in lines if line["status"] in ("met", "not_applicable")]
    asked = _table(todo, f"What is missing, and what has to be asked, for {f['title']}") if todo else NOTHING
    seen = _table(done, f"What is met or does not apply for {f['title']}")
    return _CHECKLIST % (*counts.values(), asked, if_any(_DONE, len(done), seen))


def _table(items: Iterable[Mapping[str, Any]], caption: str) -> Markup:
    rows = (
        _LINE
        % (
            tag(i["status"], STATUS_WORDS[i["status"]]),
            i["text"],
            i["rule"] or "",
            "; " if i["rule"] else "",
            i["level"],
            i["why"] or "counsel looks",
        )
        for i in items
    )
    return _TABLE % (caption, Markup("").join(rows))
