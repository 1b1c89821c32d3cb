"""The findings as one HTML page that needs nothing else: each sentence with its citation marked and what was found."""

import html
from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefs.verify.findings import Citation
from briefs.verify.outcome import Report
from briefs.verify.wording import MEANS, SAID, agreeing, place, problem_lines, unchecked


def findings_page(reports: list[Report]) -> Iterator[str]:
    """The page piece by piece: a long bundle need not stand in memory as one text. `reports`: one for each document."""
    env = Environment(loader=PackageLoader("briefs.verify", "."), autoescape=True, undefined=StrictUndefined)
    template = env.get_template("page.html.j2")
    pieces = template.stream(
        reports=reports,
        said=SAID,
        means=MEANS,
        place=place,
        marked=marked,
        lines=lambda c: problem_lines(c)[1:],
        agreeing=agreeing,
        unchecked=unchecked,
    )
    pieces.enable_buffering(200)
    return iter(pieces)


def marked(citation: Citation) -> Markup:
    """The sentence with the citation in a mark; the citation alone where the sentence was cut."""
    text = " ".join(citation.text.split())
    sentence = citation.sentence
    for form in (text, text.replace("’", "'").replace("“", '"').replace("”", '"').replace("‑", "-").replace("–", "-")):
        before, found, after = sentence.partition(form)
        if found:
            return Markup(f"{html.escape(before)}<mark>{html.escape(found)}</mark>{html.escape(after)}")  # noqa: S704
    return Markup(f"<mark>{html.escape(text)}</mark> – {html.escape(sentence)}")  # noqa: S704
