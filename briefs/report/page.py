"""report.html: one self-contained page for counsel; opens offline, prints well, works with the keyboard."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from briefs.errors import amount
from briefs.report.days import counted

STATUS_WORDS = {
    "open": "open",
    "closed": "closed",
    "not_yet": "not yet",
    "check": "check",
    "met": "met",
    "missing": "missing",
    "ask": "ask",
    "not_applicable": "n/a",
}
CONTENTS = (
    ("first", "First"),
    ("time", "The case in time"),
    ("deadlines", "Deadlines"),
    ("forums", "Forum map"),
    ("filings", "Filings and checklists"),
    ("questions", "Open questions"),
    ("matrix", "Matrix"),
    ("adverse", "Adverse authorities"),
    ("grounds", "Authorities, card by card"),
    ("counter", "Answers prepared"),
    ("gaps", "Gaps"),
    ("excluded", "Kept out"),
    ("proof", "Proof"),
)
_PARTS = Path(__file__).with_name("page_parts")
_RANKS = ("open", "check", "not_yet", "closed")
_READERS = {
    "requested-state": "the requested state",
    "requesting-state": "the requesting state",
    "public": "the public",
}


def report_page(data: dict[str, Any], library: Any, proof: dict[str, Any]) -> str:
    """The page as text; `proof` as in manifest.json. All values are escaped; nothing is loaded from anywhere."""
    environment = Environment(
        autoescape=True,
        optimized=False,  # it is filled once: making it faster takes longer than filling it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(lambda name: (_PARTS / name).read_text(encoding="utf-8")),
    )
    forums = [{**forum, "rank": _RANKS.index(forum["status"])} for forum in data["forums"]]
    filings = [{**filing, "files": _links(filing["id"], proof["files"])} for filing in data["filings"]]
    page = environment.get_template("report.html.j2").render(
        data={**data, "forums": forums, "filings": filings},
        contents=CONTENTS,
        status_words=STATUS_WORDS,
        readers_words=readers_words,
        counted=counted,
        forum_names={f.id: f.name for f in library.forums.values()},
        forum_short={f.id: f.short_name for f in library.forums.values()},
        ground_titles={g.id: g.title for g in library.grounds.values()},
        due=[t for t in data["terms"] if t["last_day"] and not t["theirs"] and t["days_left"] >= 0][:3],
        lodged={f["forum"] for f in data["filings"]},
        first=_first(data),
        chosen=_by_ground(data),
        proof=proof,
    )
    return "".join(line.rstrip() + "\n" for line in page.splitlines() if line.strip())


def readers_words(readers: list[str]) -> str:
    """Who will read a filing, in words."""
    names = [_READERS[reader] for reader in readers]
    return ", ".join(names) if names else "nobody but counsel, as far as the rules of the body go"


def _links(filing: str, written: dict[str, str]) -> list[dict[str, str]]:
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


def _first(data: dict[str, Any]) -> list[tuple[str, str]]:
    """What to do before anything else: one sentence each, and the part of the page where it is done."""
    missing = sum(item["status"] == "missing" for filing in data["filings"] for item in filing["checklist"])
    undecided = sum(one["disclose"] == "to decide" for one in data["disclosure"])
    holes = sum(bool(row["holes"]) for row in data["matrix"])
    kept = [f["title"] for f in data["filings"] if "proceedings.elected_body" in f["note"]]
    asked = sum(term["last_day"] is None for term in data["terms"])
    lines = [
        (asked, f"Ask today for {amount(asked, 'term')} of national law or of a body's letter.", "deadlines"),
        (kept, f"Choose a body; until then these are not in to-file/: {', '.join(kept)}.", "forums"),
        (missing, f"Something is missing in {amount(missing, 'line')} of the checklists.", "filings"),
        (
            undecided,
            f"Decide whether to disclose {amount(undecided, 'adverse authority', 'adverse authorities')}.",
            "adverse",
        ),
        (
            data["questions"],
            f"Open: {amount(len(data['questions']), 'question')} to the client or the court.",
            "questions",
        ),
        (holes, f"There is a hole in {amount(holes, 'ground')}: see the matrix.", "matrix"),
    ]
    return [(words, part) for there, words, part in lines if there]


def _by_ground(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Raised grounds, each with its authorities."""
    grounds = []
    for ground in data["grounds"]:
        if not ground["raised"]:
            continue
        shown = [match for match in data["matches"] if match["ground"] == ground["id"]]
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
