"""What a page break must not tear apart, seen on the paragraphs themselves."""

from briefs.render.arrangement import keep_together
from briefs.render.ooxml import DECLARED, NS, q
from briefs.render.story import Story, cut


def paragraph(style, text="words"):
    return f'\n<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


TABLE = "<w:tbl><w:tr><w:tc>\n<w:p></w:p></w:tc></w:tr></w:tbl>"
GAP = '\n<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'


def kept(*blocks):
    """The paragraphs after `keep_together`, in order, those of cells included."""
    story = Story(cut(f"<w:document {DECLARED}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"))
    keep_together(story)
    return [story.elements(at)[0] for at in range(len(story.paragraphs))]


def held(block):
    """Whether a paragraph stays with the next."""
    mark = block.find("w:pPr/w:keepNext", NS)
    return mark is not None and mark.get(q("val")) != "0"


def test_nobody_signs_a_page_without_the_words_that_are_signed():
    found = kept(paragraph("Para"), paragraph("Para"), paragraph("BlockNote"), paragraph("Signature"))
    assert [held(block) for block in found] == [False, True, True, False]


def test_the_words_before_a_table_stay_with_it():
    assert held(kept(paragraph("Para", "Who waited for whom?"), TABLE, paragraph("Para"))[0])


def test_a_table_at_the_end_makes_no_empty_page():
    last = kept(TABLE, GAP)[-1].find("w:pPr/w:spacing", NS)
    assert last.get(q("line")) == "20"
    assert last.get(q("lineRule")) == "exact"
    middle = kept(TABLE, GAP, paragraph("Para"))[1]
    assert middle.find("w:pPr/w:spacing", NS) is None
