"""No page break tears a heading from its text, a lead-in from its list or table, or a signature from what is signed."""

from pathlib import Path

import pytest

from briefs.render.arrangement import LAST_ROWS, keep_together
from briefs.render.markup import to_docx
from briefs.render.ooxml import DOCUMENT, NS, parse, q, text_of, unpack
from briefs.render.story import Story

TEMPLATES = Path(__file__).parents[2] / "templates"
HEADINGS = ("heading 1", "heading 2", "heading 3", "Heading Plain", "toa heading", "Table Head")
ROWS = "".join(f"| E{n} | Ruling |\n" for n in range(1, 14))
TABLE = f"@@table 880,7624 | Exhibits | Number and document\n| No. | Document |\n{ROWS}@@end\n"


def kept(text):
    """Text of each paragraph of a made file → whether it stays with the next."""
    story = Story.of(parse(unpack(to_docx(text))[DOCUMENT]))
    keep_together(story)
    marks = {}
    for paragraph in parse(story.xml()).iter(q("p")):
        found = paragraph.find("w:pPr/w:keepNext", NS)
        marks[text_of(paragraph)] = found is not None and found.get(q("val")) != "0"
    return marks


def test_every_heading_style_of_every_shipped_template_keeps_with_what_follows():
    templates = sorted(TEMPLATES.glob("*/en.docx"))
    assert len(templates) > 40
    for template in templates:
        styles = parse(unpack(template.read_bytes())["word/styles.xml"]).findall("w:style", NS)
        keeping = {s.find("w:name", NS).get(q("val")) for s in styles if s.find("w:pPr/w:keepNext", NS) is not None}
        assert set(HEADINGS) <= keeping, template


@pytest.mark.parametrize("lead_in", ["The documents attached are listed here.", "The events:"])
def test_a_lead_in_stays_with_its_table_whatever_mark_it_ends_with(lead_in):
    marks = kept(f"1. Before.\n1. {lead_in}\n{TABLE}1. After.\n")
    assert marks[lead_in]
    assert not marks["Before."]


def test_a_paragraph_stays_with_the_first_of_its_items_and_not_with_the_next_paragraph():
    marks = kept("1. The decisions are given here.\n(a) One.\n(a) Two.\n1. Next.\n1. Last.\n")
    assert marks == {
        "The decisions are given here.": True,
        "One.": False,
        "Two.": False,
        "Next.": False,
        "Last.": False,
    }


def test_the_last_rows_of_a_long_list_go_with_the_signature():
    marks = kept(
        f"1. Listed.\n{TABLE}# Signature\n1. Signed for the applicant:\n@Signature 2 May 2024\n@Signature A. B.\n"
    )
    assert [marks[f"E{n}"] for n in (11, 12, 13)] == [False, True, True]
    assert LAST_ROWS == 2
    assert marks["Signed for the applicant:"]
    assert not marks["A. B."]


def test_a_table_stays_free_where_a_whole_paragraph_goes_with_the_signature():
    said = "The applicant declares that to the best of the applicant's knowledge what is said in this form is correct."
    marks = kept(f"{TABLE}1. {said}\n@Signature 2 May 2024\n")
    assert marks[said]
    assert not marks["E13"]


def test_a_table_of_few_rows_with_much_text_may_be_cut_between_rows():
    """Half a page left white before a list looks like a missing page."""
    long = "".join(f"| E{n} | {'Observations of a committee on a report, ' * 4} |\n" for n in range(1, 7))
    marks = kept(f"1. Before.\n@@table 880,7624 | Exhibits | Number\n| No. | Document |\n{long}@@end\n1. After.\n")
    assert not any(marks[f"E{n}"] for n in range(1, 7))
    short = "".join(f"| E{n} | Ruling |\n" for n in range(1, 7))
    marks = kept(f"1. Before.\n@@table 880,7624 | Exhibits | Number\n| No. | Document |\n{short}@@end\n1. After.\n")
    assert all(marks[f"E{n}"] for n in range(1, 6))
