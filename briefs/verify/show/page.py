"""The findings as one HTML page that needs nothing else: each sentence with its citation marked and what was found."""

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefs.errors import begun
from briefs.verify.check.findings import Citation
from briefs.verify.check.verdict import Status
from briefs.verify.outcome import Report
from briefs.verify.show.sections import NAMED, Outline, Section, section_of
from briefs.verify.show.wording import (
    BEWARE_SAID,
    MEANS,
    SAID,
    agreeing,
    around,
    counted,
    from_one,
    mend,
    place,
    places,
    reasons,
    said_of,
    shown,
    title,
    unchecked,
)


def findings_page(reports: list[Report], refused: Sequence[str] = ()) -> Iterator[str]:
    """The page piece by piece: a long bundle need not stand in memory as one text. `reports`: one for each document;
    `refused`: what was said of each that could not be read."""
    env = Environment(
        loader=PackageLoader("briefs.verify.show", "."), autoescape=True, undefined=StrictUndefined, finalize=_shown
    )
    pieces = env.get_template("page.html.j2").stream(
        documents=((report, Outline(report)) for report in reports),
        refused=refused,
        said=SAID,
        means=MEANS,
        beware_said=BEWARE_SAID,
        place=place,
        places=places,
        marked=marked,
        reasons=reasons,
        agreeing=agreeing,
        unchecked=unchecked,
        counted=counted,
        from_one=from_one,
        said_of=said_of,
        mend=mend,
        title=title,
        groups=_groups,
        begun=begun,
    )
    pieces.enable_buffering(200)
    return iter(pieces)


def _shown(value: Any) -> Any:
    """Nothing that steers a terminal or turns the direction of reading gets into the page."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _groups(report: Report, status: Status) -> Iterator[tuple[str, bool, Iterator[Citation]]]:
    """Heading, whether it is open, and citations of one status. What the screen names is open."""
    if status == "exists":
        if number := report.counts()[status]:
            yield f"Exists ({number})", False, report.of(status)
        return
    named, article = NAMED[status]
    numbers = Counter(section_of(c) for c in report.of(status))
    words = {named: "Citations", article: "Articles of treaties", None: "Short forms of what stands above"}
    for section, heading in words.items():
        if numbers[section]:
            yield f"{heading} ({numbers[section]})", section is not None, _in_section(report, status, section)


def _in_section(report: Report, status: Status, section: Section | None) -> Iterator[Citation]:
    return (c for c in report.of(status) if section_of(c) == section)


def marked(citation: Citation) -> Markup:
    """The sentence with the citation in a mark; the citation alone where the sentence was cut."""
    before, found, after = (html.escape(part) for part in around(citation))
    if before or after or len(citation.sentence) < len(citation.text) + 3:
        return Markup(f"{before}<mark>{found}</mark>{after}")  # noqa: S704
    return Markup(f"<mark>{found}</mark> – {html.escape(shown(citation.sentence))}")  # noqa: S704
