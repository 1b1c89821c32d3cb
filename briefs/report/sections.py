"""The parts of the report for counsel, one function each, in the order of the page."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from briefs.errors import amount
from briefs.report.cards import grounds_of
from briefs.report.days import counted
from briefs.report.drawing import picture
from briefs.report.filed import filing_card, links
from briefs.report.pieces import NOTHING, STATUS_WORDS, each, if_any, listed, tag


class Shown(NamedTuple):
    """What a part is made of: `data` as in report.json, `proof` as in manifest.json, and the names of the library."""

    data: Mapping[str, Any]
    proof: Mapping[str, Any]
    forum_names: Mapping[str, str]
    forum_short: Mapping[str, str]
    ground_titles: Mapping[str, str]


def _table(head: str, rows: Markup, kind: str = "data") -> Markup:
    return Markup('<table class="%s"><thead><tr>%s</tr></thead><tbody>%s</tbody></table>') % (kind, head, rows)


def _columns(*names: str) -> Markup:
    return Markup("").join(Markup('<th scope="col">%s</th>') % name for name in names)


def first(s: Shown) -> Markup:
    due = [t for t in s.data["terms"] if t["last_day"] and not t["theirs"] and t["days_left"] >= 0][:3]
    lines = [_due(s, term) for term in due]
    lines += [Markup('<li><a href="#%s">%s</a></li>') % (part, line) for line, part in to_do_first(s.data)]
    problems, warnings = s.data["problems"], s.data["warnings"]
    told = Markup("").join(Markup('<li class="closed">%s</li>') % line for line in problems)
    warned = Markup("").join(Markup("<li>%s</li>") % line for line in warnings)
    return Markup('<div class="first"><ul>\n%s\n</ul></div>\n%s\n%s\n') % (
        Markup("").join(lines),
        if_any(Markup("<h3>Problems that the checks found</h3><ul>%s</ul>"), told),
        if_any(Markup("<h3>Warnings about the case file</h3><ul>%s</ul>"), warned),
    )


def _due(s: Shown, term: Mapping[str, Any]) -> Markup:
    hour = f", {term['at']}" if term["at"] else ""
    left = counted(term["days_left"], term["at"], s.data["as_of"])
    short = s.forum_short[term["forum"]]
    return Markup("<li><strong>%s%s</strong> (%s): %s. %s</li>") % (term["last_day"], hour, left, short, term["text"])


def to_do_first(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What to do before anything else: one sentence each, and the part of the page where it is done."""
    missing = sum(item["status"] == "missing" for filing in data["filings"] for item in filing["checklist"])
    undecided = sum(one["disclose"] == "to decide" for one in data["disclosure"])
    holes = sum(bool(row["holes"]) for row in data["matrix"])
    kept = [f["title"] for f in data["filings"] if "proceedings.elected_body" in f["note"]]
    asked = sum(term["last_day"] is None for term in data["terms"])
    questions = len(data["questions"])
    adverse = amount(undecided, "adverse authority", "adverse authorities")
    lines = [
        (asked, f"Ask today for {amount(asked, 'term')} of national law or of a body's letter.", "deadlines"),
        (kept, f"Choose a body; until then these are not in to-file/: {', '.join(kept)}.", "forums"),
        (missing, f"Something is missing in {amount(missing, 'line')} of the checklists.", "filings"),
        (undecided, f"Decide whether to disclose {adverse}.", "adverse"),
        (questions, f"Open: {amount(questions, 'question')} to the client or the court.", "questions"),
        (holes, f"There is a hole in {amount(holes, 'ground')}: see the matrix.", "matrix"),
    ]
    return [(words, part) for there, words, part in lines if there]


def in_time(s: Shown) -> Markup:
    return picture(s.data["timeline"])


_NO_TERM = Markup("<p>None is computed on these facts, and none has to be asked.</p>\n")
_TERMS = Markup(
    '<div class="scroll"><table class="data terms"><thead><tr>%s</tr></thead><tbody>\n%s\n</tbody></table></div>\n'
    '<p class="small">Convention periods end on their calendar day and are never moved to a working day. National '
    "terms are asked, never computed. Days left from today: <code>casebrief check</code>.</p>\n"
)
_TERM = Markup(
    '<tr><th scope="row">%(label)s</th><td>%(when)s</td><td>%(short)s: %(text)s%(whose)s</td>'
    '<td>%(counted)s.%(served)s<br><span class="small">%(rule)s; %(level)s</span></td></tr>'
)


def deadlines(s: Shown) -> Markup:
    if not s.data["terms"]:
        return _NO_TERM
    rows = Markup("").join(_term(s, term) for term in s.data["terms"])
    return _TERMS % (_columns("No.", "Last day", "What", "Counted from, and rule"), rows)


def _term(s: Shown, term: Mapping[str, Any]) -> Markup:
    when = tag("ask")
    if term["last_day"]:
        left = counted(term["days_left"], term["at"], s.data["as_of"])
        when = Markup('<strong>%s</strong>%s<br><span class="small%s">%s</span>') % (
            term["last_day"],
            if_any(Markup("<br>%s"), term["at"]),
            " past" if term["days_left"] < 0 else "",
            left,
        )
    return _TERM % {
        **term,
        "when": when,
        "short": s.forum_short[term["forum"]],
        "whose": Markup(' <span class="small">(a term of the body)</span>') if term["theirs"] else NOTHING,
        "served": f" {term['service']}" if term["service"] else "",
    }


_RANKS = ("open", "check", "not_yet", "closed")
_FORUM = Markup(
    '<li class="is-%(status)s"><h3>%(name)s</h3><p>%(tag)s <span class="small">%(id)s</span></p>%(why)s%(lodged)s</li>'
    "\n"
)
_LODGED = Markup(
    '<details><summary>How it is lodged, as the rules stood on %s</summary><ul id="lodge-%s">%s</ul></details>'
)
_RULE = Markup('<li>%(text)s <span class="tag %(level)s">%(level)s</span></li>')
_CAUTION = Markup('<p class="caution">%(text)s <span class="small">%(rule)s; %(level)s</span></p>')


def forums(s: Shown) -> Markup:
    ranked = sorted(s.data["forums"], key=lambda forum: _RANKS.index(forum["status"]))
    lodged = {f["forum"] for f in s.data["filings"]}
    closing = each(_CAUTION, s.data["cautions"])
    return Markup('<ul class="map">\n%s</ul>\n%s\n') % (
        Markup("").join(_forum(s, forum, forum["id"] in lodged) for forum in ranked),
        if_any(Markup('<h3 id="bodies">Before you lodge: what closes what</h3>\n%s'), closing),
    )


def _forum(s: Shown, forum: Mapping[str, Any], lodged: bool) -> Markup:
    rules = s.data["lodging"][forum["id"]] if lodged else ()
    return _FORUM % {
        **forum,
        "name": s.forum_names[forum["id"]],
        "tag": tag(forum["status"], STATUS_WORDS[forum["status"]]),
        "why": each(Markup("<p>%(text)s</p>"), forum["reasons"]),
        "lodged": _LODGED % (s.data["as_of"], forum["id"], each(_RULE, rules)) if rules else NOTHING,
    }


def filings(s: Shown) -> Markup:
    written = [filing_card(f, links(f["id"], s.proof["files"]), s.data) for f in s.data["filings"]]
    written = written or [Markup("<p>No filing was written.</p>")]
    left = s.data["not_written"]
    row = Markup('<tr><th scope="row">%(title)s <span class="small">%(id)s</span></th><td>%(why)s</td></tr>')
    not_written = Markup("<details><summary>%s not written now, and why</summary>\n%s</details>\n") % (
        amount(len(left), "filing"),
        _table(_columns("Filing", "Why not"), each(row, left)),
    )
    return Markup("%s\n%s") % (Markup("").join(written), not_written if left else NOTHING)


def questions(s: Shown) -> Markup:
    asked = each(
        Markup('<li><strong>%(ask)s</strong> %(why)s <span class="small">(%(field)s)</span></li>'), s.data["questions"]
    )
    return Markup("<ul>%s</ul>\n") % (asked or Markup("<li>None.</li>"))


_MATRIX = Markup(
    '<div class="scroll"><table class="data"><caption class="small" style="text-align:left">What carries each ground '
    'that the facts raise; a shaded line has a hole.</caption><thead><tr><th scope="col">Ground</th><th scope="col">'
    'Rulings for<br><span class="small">leading or binding</span></th><th scope="col">Rulings against<br>'
    '<span class="small">without answer</span></th><th scope="col">Reports</th><th scope="col">Provisions</th>'
    '<th scope="col">Facts of the person<br><span class="small">with exhibit</span></th><th scope="col">Holes</th>'
    "</tr></thead><tbody>\n%s\n</tbody></table></div>\n"
)
_ROW = Markup(
    '<tr%(shade)s><th scope="row"><a href="#g-%(ground)s">%(title)s</a></th>'
    '<td class="n">%(rulings)s <span class="small">(%(strong)s)</span></td>'
    '<td class="n">%(against)s <span class="small">(%(unanswered)s)</span></td>'
    '<td class="n">%(reports)s</td><td class="n">%(provisions)s</td>'
    '<td class="n">%(facts)s <span class="small">(%(proved)s)</span></td><td>%(named)s</td></tr>'
)


def matrix(s: Shown) -> Markup:
    rows = (
        {
            **row,
            "shade": Markup(' class="hole"') if row["holes"] else "",
            "title": s.ground_titles[row["ground"]],
            "named": listed(row["holes"], "; ") or "none",
        }
        for row in s.data["matrix"]
    )
    return _MATRIX % each(_ROW, rows)


_ADVERSE = Markup(
    "<p>Whether an adverse authority stands in a filing is counsel's decision; duties differ by country. Write it "
    "under <code>disclosure:</code> in the case file. Each stands in full, with our answer, under its ground below."
    '</p>\n<div class="scroll">%s</div>\n'
)
_DISCLOSED = Markup(
    '<tr><th scope="row">%(cite)s <span class="small">%(id)s</span></th><td>%(under)s</td><td>%(prepared)s</td>'
    "<td>%(decided)s</td></tr>"
)
_NO_ADVERSE = Markup('<tr><td colspan="4">None in the library for the grounds raised.</td></tr>')


def adverse(s: Shown) -> Markup:
    link = Markup('<a href="#g-%s">%s</a>')
    rows = (
        {
            **d,
            "under": Markup("; ").join(link % (g, s.ground_titles[g]) for g in d["grounds"]),
            "prepared": "yes" if d["answered"] else "NO: write one",
            "decided": tag("ask" if d["disclose"] == "to decide" else "met", d["disclose"]),
        }
        for d in s.data["disclosure"]
    )
    head = _columns("Authority", "Grounds", "Answer prepared", "Disclose")
    return _ADVERSE % _table(head, each(_DISCLOSED, rows) or _NO_ADVERSE)


def grounds(s: Shown) -> Markup:
    return grounds_of(_by_ground(s.data), s.ground_titles, s.forum_short)


def _by_ground(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Raised grounds, each with its authorities."""
    found = []
    for ground in data["grounds"]:
        if not ground["raised"]:
            continue
        shown = [match for match in data["matches"] if match["ground"] == ground["id"]]
        found.append(
            {
                **ground,
                "for": [c for c in shown if c["stance"] == "for" and c["kind"] == "precedent"],
                "against": [c for c in shown if c["stance"] == "against" and c["kind"] == "precedent"],
                "evidence": [c for c in shown if c["kind"] == "evidence"],
                "provisions": [c for c in shown if c["kind"] == "provision"],
            }
        )
    return found


_READ = Markup(
    '<tr><th scope="row">%(holding)s</th><td>%(at)s</td><td>%(said)s</td><td>%(by)s, %(on)s</td><td>%(seen)s</td></tr>'
)
_ANSWERS = {
    "stale": tag("recalled", "other wording") + " the record has changed since: read it again",
    "yes": tag("primary", "confirmed"),
    "no": tag("recalled", "denied") + " not printed",
}
_UNREAD = tag("secondary", "taken over unread")


def read(s: Shown) -> Markup:
    rows = ({**r, "said": _answer(r), "seen": _source(r)} for r in s.data["read"])
    return _table(_columns("Holding", "Place", "Answer", "By", "File"), each(_READ, rows)) + "\n"


def _answer(r: Mapping[str, Any]) -> Markup:
    return _ANSWERS.get("stale" if r["stale"] else r["answer"], _UNREAD)


def _source(r: Mapping[str, Any]) -> Markup:
    if "sha256" not in r:
        return NOTHING
    return Markup('%s <span class="small">SHA-256 %s…</span>') % (r["file"], r["sha256"][:16])


def counter(s: Shown) -> Markup:
    form = Markup(
        '<article class="card paper"><p><strong>%(claim)s</strong> <span class="tag %(verification)s">'
        "%(verification)s</span></p><p>%(reply)s</p></article>"
    )
    return (each(form, s.data["counter_arguments"]) or Markup("<p>Nothing in the library.</p>")) + "\n"


def gaps(s: Shown) -> Markup:
    found = Markup("").join(_gap(s, gap) for gap in s.data["gaps"])
    return Markup("<ul>%s</ul>\n") % (found or Markup("<li>None.</li>"))


def _gap(s: Shown, gap: Mapping[str, Any]) -> Markup:
    where = NOTHING
    if gap["ground"]:
        forum = f" ({s.forum_short.get(gap['forum'], gap['forum'])})" if gap["forum"] else ""
        where = Markup("<strong>%s</strong>%s: ") % (s.ground_titles.get(gap["ground"], gap["ground"]), forum)
    return Markup("<li>%s%s</li>") % (where, gap["text"])


def excluded(s: Shown) -> Markup:
    form = Markup('<tr><th scope="row">%s</th><td>%s</td><td>%s</td></tr>')
    kept = s.data["excluded"]
    rows = (form % (e["holding"] or e["id"], e["ground"] or "", e["reason"]["text"]) for e in kept)
    table = _table(_columns("Authority", "Ground", "Rule"), Markup("").join(rows))
    entries = amount(len(kept), "entry", "entries")
    return Markup("<details><summary>%s</summary>\n%s</details>\n") % (entries, table)


_PROOF = Markup(
    "<p>The same input gives the same files (with <code>--pages none</code>, and one version of the compressor). "
    "<code>manifest.json</code> beside this page holds these values, and that of this page itself is in nobody's file "
    'but yours.</p>\n<table class="data"><thead><tr>%s</tr></thead><tbody>\n%s\n</tbody></table>\n%s\n'
)
_HASH = Markup('<tr><th scope="row">%s%s</th><td class="hash">%s</td></tr>\n')


def proof(s: Shown) -> Markup:
    kinds = (("input", ""), ("templates", "template "), ("files", ""))
    rows = [_HASH % (word, name, value) for kind, word in kinds for name, value in s.proof[kind].items()]
    accepted = each(Markup("<li>%(rule)s: %(by)s – %(why)s</li>"), s.proof["accepted"])
    by_name = if_any(Markup("<h3>Accepted by name</h3><ul>%s</ul>"), accepted)
    return _PROOF % (_columns("What", "SHA-256"), Markup("").join(rows), by_name)
