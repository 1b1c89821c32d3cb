"""report.html: one self-contained page for counsel; opens offline, prints well, works with the keyboard.

It is made of forms that escape whatever is put into them (`Markup`), not of a template that has to be compiled first:
that took longer than filling it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from briefs.report import sections
from briefs.report.sections import Shown

_STYLE = Path(__file__).with_name("report.css")


class _Part(NamedTuple):
    """One part: its anchor, its name in the contents (empty: not listed), its heading, and what it shows."""

    key: str
    listed: str
    heading: str
    made: Callable[[Shown], Markup]


_PARTS = (
    _Part("first", "First", "First", sections.first),
    _Part("time", "The case in time", "The case in time", sections.in_time),
    _Part("deadlines", "Deadlines", "Deadlines", sections.deadlines),
    _Part("forums", "Forum map", "Forum map", sections.forums),
    _Part("filings", "Filings and checklists", "Filings and their checklists", sections.filings),
    _Part("questions", "Open questions", "Open questions", sections.questions),
    _Part("matrix", "Matrix", "Grounds, authorities, evidence", sections.matrix),
    _Part("adverse", "Adverse authorities", "Adverse authorities: to disclose or not", sections.adverse),
    _Part("grounds", "Authorities, card by card", "Authorities, card by card", sections.grounds),
    _Part("read", "", "Read in the source, and by whom", sections.read),
    _Part("counter", "Answers prepared", "What the other side usually says, and the answer prepared", sections.counter),
    _Part("gaps", "Gaps", "Gaps", sections.gaps),
    _Part("excluded", "Kept out", "Kept out, and by which rule", sections.excluded),
    _Part("proof", "Proof", "Proof: what went in, what came out", sections.proof),
)
_PAGE = Markup("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="%(policy)s">
<title>Report for counsel – %(case)s</title>
<style>
%(style)s
</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<table class="sheet" role="presentation"><thead><tr><td>%(privileged)s</td></tr></thead><tbody><tr><td>
<header>
<h1>Report for counsel</h1>
<p class="lead">%(lead)s</p>
<nav aria-label="Contents"><ul>
%(contents)s
</ul></nav>
</header>
<main id="main" tabindex="-1">
%(parts)s</main>
<footer><p class="small">%(foot)s</p></footer>
</td></tr></tbody></table>
</body>
</html>
""")
_POLICY = Markup("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
_PRIVILEGED = Markup('<div class="privileged">Privileged and confidential – counsel only – not for filing</div>')
_LEAD = Markup(
    "File <strong>%(case)s</strong>, read as of <strong>%(as_of)s</strong>. The program chooses by rules and predicts "
    "nothing; what is marked secondary or recalled has to be read in its source before it is filed. "
    '<span class="small">A part that is closed is not printed: open it first.</span>'
)
_FOOT = Markup("Made without a network by casebrief %s. Not legal advice; every filing is read and signed by counsel.")
_ENTRY = Markup('<li><a href="#%s">%s</a></li>')
_SECTION = Markup('<section aria-labelledby="%s"><h2 id="%s">%s</h2>\n%s</section>\n')


def report_page(data: dict[str, Any], library: Any, proof: dict[str, Any]) -> str:
    """The page as text; `proof` as in manifest.json. All values are escaped; nothing is loaded from anywhere."""
    shown = Shown(
        data,
        proof,
        {f.id: f.name for f in library.forums.values()},
        {f.id: f.short_name for f in library.forums.values()},
        {g.id: g.title for g in library.grounds.values()},
    )
    parts = [part for part in _PARTS if part.key != "read" or data["read"]]
    page = _PAGE % {
        "policy": _POLICY,
        "case": data["case"],
        "style": Markup(_STYLE.read_text(encoding="utf-8")),  # noqa: S704 - our own file
        "privileged": _PRIVILEGED,
        "lead": _LEAD % data,
        "contents": Markup("").join(_ENTRY % (part.key, part.listed) for part in parts if part.listed),
        "parts": Markup("").join(_SECTION % (p.key, p.key, p.heading, p.made(shown)) for p in parts),
        "foot": _FOOT % proof["program"],
    }
    return "".join(line.rstrip() + "\n" for line in str(page).splitlines() if line.strip())
