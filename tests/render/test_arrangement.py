"""What a page break must not tear apart, seen on the paragraphs themselves."""

from briefs.render.arrangement import keep_together
from briefs.render.ooxml import DECLARED, NS, parse, q


def paragraph(style, text="words"):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def kept(*blocks):
    """The body after `keep_together`."""
    body = parse(f"<w:body {DECLARED}>{''.join(blocks)}<w:sectPr/></w:body>")
    keep_together(body)
    return body


def held(block):
    """Whether a paragraph stays with the next."""
    mark = block.find("w:pPr/w:keepNext", NS)
    return mark is not None and mark.get(q("val")) != "0"


def test_nobody_signs_a_page_without_the_words_that_are_signed():
    body = kept(paragraph("Para"), paragraph("Para"), paragraph("BlockNote"), paragraph("Signature"))
    assert [held(block) for block in body[:4]] == [False, True, True, False]


def test_the_words_before_a_table_stay_with_it():
    assert held(kept(paragraph("Para", "Who waited for whom?"), TABLE, paragraph("Para"))[0])


def test_a_table_at_the_end_makes_no_empty_page():
    last = kept(TABLE, paragraph("TableGap", ""))[1].find("w:pPr/w:spacing", NS)
    assert last.get(q("line")) == "20"
    assert last.get(q("lineRule")) == "exact"
    middle = kept(TABLE, paragraph("TableGap", ""), paragraph("Para"))[1]
    assert middle.find("w:pPr/w:spacing", NS) is None
