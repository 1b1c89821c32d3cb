"""The table of authorities against the text, and quotations against a source that a person gave."""

from dataclasses import replace
from pathlib import Path

import pytest
from word_samples import docx, note_call, odt, paragraph

from briefs.documents.opening import document_of
from briefs.verify.check.sources import sources_from
from briefs.verify.check.table import pages_of
from briefs.verify.check.verbatim import altered, source_of

DRAFT = """Table of authorities

Liu v. Poland, no. 37610/18, 6 October 2022 ........ 3

Soering v. the United Kingdom, no. 14038/88, 7 July 1989 ........ 4

I. The facts

The risk is real: Liu v. Poland, no. 37610/18, § 83. So is the duty: Saadi v. Italy [GC], no. 37201/06.
See Liu, cited above.
"""


def report(checker, text, name="draft.txt"):
    return checker.check(document_of(text.encode(), Path(name)))


def test_an_entry_without_a_mention_and_a_mention_without_an_entry_are_told(checker):
    said = [(f.code, f.text) for f in report(checker, DRAFT).table_problems]
    assert [code for code, _ in said] == ["not_in_text", "not_in_table"]
    assert "Soering" in said[0][1]
    assert "Saadi" in said[1][1]


def test_a_document_without_a_table_is_not_blamed_for_it(checker):
    assert report(checker, "See Liu v. Poland, no. 37610/18.").table_problems == []


def test_pages_of_an_entry_are_read():
    assert pages_of("Liu v. Poland, no. 37610/18 ..... 3, 5-7") == [3, 5, 6, 7]
    assert pages_of("Liu v. Poland, no. 37610/18\t12") == [12]
    assert pages_of("Liu v. Poland, no. 37610/18 .... passim") is None


LIU, SAADI = "Liu v. Poland, no. 37610/18, 6 October 2022", "Saadi v. Italy [GC], no. 37201/06"


def papers(entries, text):
    """The same paper in every format: a table of authorities, and a text behind it."""
    yield "draft.txt", "\n\n".join(["Table of authorities", *entries, "I. The law", *text]).encode()
    listed = "\n".join(f"* {entry}" for entry in entries)
    yield "draft.md", "\n\n".join(["## Table of authorities", listed, "# The law", *text]).encode()
    items, body = ("".join(f"<{tag}>{x}</{tag}>" for x in lines) for tag, lines in (("li", entries), ("p", text)))
    yield "draft.html", f"<h2>Table of authorities</h2><ul>{items}</ul><h2>The law</h2>{body}".encode()
    lines = ("Table of authorities", *entries, "The law", *text)
    yield "draft.docx", docx("".join(map(paragraph, lines)))
    yield "draft.odt", odt("".join(f"<text:p>{line}</text:p>" for line in lines))


def test_one_entry_too_few_and_one_too_many_are_told_in_every_format(checker):
    text = [f"The point is settled by {case}, and it is not in dispute." for case in (LIU, SAADI)]
    for entries, wanted in (
        ((LIU, SAADI), []),
        ((LIU,), ["not_in_table"]),
        ((LIU, SAADI, "Klein v. Russia, no. 24268/08"), ["not_in_text"]),
    ):
        for name, data in papers(entries, text):
            told = checker.check(document_of(data, Path(name))).table_problems
            assert [fault.code for fault in told] == wanted, (name, [fault.text for fault in told])


def test_a_number_at_the_end_of_a_citation_is_no_page_of_the_table(checker):
    """'[1999] ECHR 72' once made the table one with pages, which the next entry had not."""
    smith = "Smith v. United Kingdom, App. No. 33985/96, [1999] ECHR 72"
    text = [f"It is settled by {case}, and not in dispute." for case in (smith, LIU)]
    for name, data in papers((smith, LIU), text):
        assert checker.check(document_of(data, Path(name))).table_problems == [], name


def test_a_short_form_is_a_mention_of_an_entry_and_asks_for_none(checker):
    text = "Table of authorities\n\n{}\n\nI. The law\n\nSee Soering, cited above, § 91, and Liu, cited above."
    soering = "Soering v. the United Kingdom, 7 July 1989, Series A no. 161"
    assert report(checker, text.format(f"{soering}\n\n{LIU}")).table_problems == []


def test_a_case_in_a_header_or_a_comment_asks_for_no_entry(checker):
    lines = ("Table of authorities", LIU, "The law", f"It is settled by {LIU}, and it is not in dispute.")
    data = docx("".join(map(paragraph, lines)), comments=[paragraph(f"Compare {SAADI}.")], header=paragraph(SAADI))
    assert checker.check(document_of(data, Path("draft.docx"))).table_problems == []


SOURCE = [
    "CASE OF LIU v. POLAND",
    "(Application no. 37610/18)",
    "6 October 2022",
    "1.  The invented first paragraph of this source says that the sky over the harbour was grey.",
    "2.  The second one says that nobody had asked the witness about the letter of the spring.",
]


def with_source(checker):
    document = document_of("\n\n".join(SOURCE).encode(), Path("source.txt"))
    found = dict(sources_from([(document, "source.txt")], checker.known))
    assert list(found) == ["echr/liu-v-poland-2022"]
    return replace(checker, sources=found)


def quoted(checker, words, at="§ 1"):
    text = f"The Court said: “{words}” (Liu v. Poland, no. 37610/18, {at})."
    (citation,) = report(with_source(checker), text).citations
    return citation


def test_a_quotation_word_for_word_agrees(checker):
    found = quoted(checker, "the sky over the harbour was grey")
    assert (found.checks["quotation"], found.problems) == ("agrees", [])
    assert quoted(checker, "The invented first ... says that the sky over the harbour was grey").problems == []
    assert quoted(checker, "[T]he sky over the harbour was grey").problems == []


def test_one_changed_word_is_told_with_the_word_of_the_source(checker):
    (fault,) = quoted(checker, "says that the sky over the harbour was blue").problems
    assert fault.code == "quote_altered"
    assert "“blue” stands for “grey”. source.txt has “… over the harbour was grey the" in fault.text


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "«{}»", "„{}“", "»{}«", "”{}”"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The Court said: {quote} ({cite}).",
        "In {cite}, it was said that {quote}.",
        "{quote} ({cite}).",
        "The point was put like this in {cite}:\n\n{quote}",
    ],
)
def test_marks_and_places_of_a_quotation(checker, marks, sentence):
    """A wrong word is found in every usual kind of marks, before the citation, behind it, and in the next paragraph."""
    for words, codes in ((TRUE, []), (TRUE.replace("grey", "blue"), ["quote_altered"])):
        text = sentence.format(quote=marks.format(words), cite="Liu v. Poland, no. 37610/18, § 1")
        (citation,) = report(with_source(checker), text).citations
        assert ([f.code for f in citation.problems], citation.checks["quotation"]) == (
            codes,
            "differs" if codes else "agrees",
        )


TRUE = "says that the sky over the harbour was grey"


def test_a_quotation_of_several_sentences_belongs_to_the_citation_behind_it(checker):
    words = "the sky over the harbour was grey. The second one says that nobody had asked the {}"
    text = "It is settled: “" + words + "” (Liu v. Poland, no. 37610/18)."
    assert report(with_source(checker), text.format("witness")).problems == []
    (wrong,) = report(with_source(checker), text.format("judge")).problems
    assert [fault.code for fault in wrong.problems] == ["quote_altered"]


def test_a_quotation_in_the_text_is_compared_with_the_citation_in_its_note(checker):
    for word, codes in (("grey", []), ("blue", ["quote_altered"])):
        body = paragraph(f"The Court was clear: “the sky over the harbour was {word}”.", note_call("footnote", 2))
        data = docx(body, [paragraph("Liu v. Poland, no. 37610/18, § 1.")])
        found = with_source(checker).check(document_of(data, Path("draft.docx")))
        assert [fault.code for c in found.problems for fault in c.problems] == codes


def test_a_quotation_from_another_paragraph_is_told_with_the_paragraph(checker):
    (fault,) = quoted(checker, "the sky over the harbour was grey", at="§ 2").problems
    assert fault.code == "wrong_pinpoint"
    assert "§ 1 of source.txt" in fault.text
    assert quoted(checker, "the sky over the harbour was grey", at="§§ 1-2").problems == []


def test_a_mark_that_was_never_closed_makes_no_quotation_of_what_follows(checker):
    text = "He said “nothing at all to anybody there. In Liu v. Poland, no. 37610/18, it was “says that the sky” only."
    assert report(with_source(checker), text).problems == []


def test_an_apostrophe_opens_no_quotation(checker):
    text = "The applicants' case and the Government's answer are in Liu v. Poland, no. 37610/18, § 1; the courts' rule."
    (citation,) = report(with_source(checker), text).citations
    assert "quotation" not in citation.checks


BLOCKS = [
    "The point was put like this in {cite}:\n\n{quote}\n\nThat is all.",
    "As the Court held in {cite}\n\n{quote}\n\nThat is all.",
    "The Court said this:\n\n{quote} ({cite})\n\nThat is all.",
    "The Court reasoned as follows\n\n1. {quote} ({cite})",
]


@pytest.mark.parametrize("layout", BLOCKS)
def test_a_paragraph_without_marks_behind_words_that_announce_it_is_a_quotation(checker, layout):
    """Block quotations bear no marks: the words before them, and the source itself, tell that they are quotations."""
    words = "The invented first paragraph of this source says that the sky over the harbour was grey."
    for said, codes in ((words, []), (words.replace("over the harbour ", ""), ["quote_altered"])):
        text = layout.format(quote=said, cite="Liu v. Poland, no. 37610/18, § 1")
        (citation,) = report(with_source(checker), text).citations
        assert [f.code for f in citation.problems] == codes, (layout, citation.problems)
        assert citation.checks["quotation"] == ("differs" if codes else "agrees")


def test_a_paragraph_in_counsels_own_words_is_no_quotation(checker):
    own = "Nobody may be sent to a place where the weather over the harbour is as bad as was found there that spring."
    for lead in (
        "The point was put like this in Liu v. Poland, no. 37610/18, § 1:",
        "See Liu v. Poland, no. 37610/18.",
    ):
        (citation,) = report(with_source(checker), f"{lead}\n\n{own}").citations
        assert (citation.problems, citation.checks.get("quotation")) == ([], None)


def test_a_block_in_the_text_is_compared_with_the_citation_in_its_note(checker):
    for word, codes in (("grey", []), ("blue", ["quote_altered"])):
        words = f"The invented first paragraph of this source says that the sky over the harbour was {word}."
        body = paragraph("The Court was clear:") + paragraph(words, note_call("footnote", 2))
        data = docx(body, [paragraph("Liu v. Poland, no. 37610/18, § 1.")])
        found = with_source(checker).check(document_of(data, Path("draft.docx")))
        assert [fault.code for c in found.problems for fault in c.problems] == codes


@pytest.mark.parametrize("marks", ["“{}”", "‘{}’"])
def test_a_few_words_in_marks_are_blamed_only_for_a_word_too_few_or_too_many(checker, marks):
    for words, codes, said in (
        ("letter of the spring", [], "agrees"),
        ("the letter the spring", ["quote_altered"], "differs"),
        ("letter of the old spring", ["quote_altered"], "differs"),
        ("real risk of harm", [], "not_checked"),
    ):
        text = f"The Court spoke of {marks.format(words)} in Liu v. Poland, no. 37610/18, § 2."
        (citation,) = report(with_source(checker), text).citations
        assert ([f.code for f in citation.problems], citation.checks["quotation"]) == (codes, said), words


def test_the_length_of_a_source_decides_about_a_paragraph(checker):
    (fault,) = quoted(checker, "the sky over the harbour was grey", at="§ 3").problems
    assert fault.code == "paragraph_out_of_range"


def test_numbered_paragraphs_are_told_from_numbers_inside():
    source = source_of("s", [*SOURCE, "1.  A separate opinion begins anew."])
    assert source.length == 2
    assert altered("nobody had asked the witness about the letter", source) == ""


PAGED_TEXT = """TABLE OF AUTHORITIES

Liu v. Poland, no. 37610/18, 6 October 2022 ..................... {liu}
Othman (Abu Qatada) v. the United Kingdom, no. 8139/09,
17 January 2012 ................................................. {othman}
Saadi v. Italy [GC], no. 37201/06, 28 February 2008 ............. {saadi}
\fI. The law

The risk is real: Liu v. Poland, no. 37610/18, 6 October 2022.

Assurances must be tested: Othman (Abu Qatada) v. the United Kingdom, no. 8139/09, \f17 January 2012; the bar is
absolute: Saadi v. Italy [GC], no. 37201/06, 28 February 2008.
"""


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_form_feeds_part_the_pages_of_a_text_and_its_table_is_held_against_them(checker, name):
    right = PAGED_TEXT.format(liu=2, othman=2, saadi=3)
    assert report(checker, right, name).table_problems == []
    wrong = report(checker, PAGED_TEXT.format(liu=2, othman=2, saadi=2), name)
    assert [(f.code, f.text.partition(":")[0]) for f in wrong.table_problems] == [
        ("wrong_page", "Saadi v. Italy [GC], no. 37201/06, 28 February 2008")
    ]
    assert "the table says p. 2, the text has it on p. 3" in wrong.table_problems[0].text
    assert [c.page for c in wrong.citations] == [1, 1, 1, 2, 2, 3]


def test_without_pages_the_pages_of_a_table_are_said_not_to_be_checked(checker):
    from briefs.verify.laid import check_pages

    for text, remark in ((PAGED_TEXT.replace("\f", "\n"), True), (PAGED_TEXT, False), ("See nothing.", False)):
        document = document_of(text.format(liu=9, othman=9, saadi=9).encode(), Path("draft.txt"))
        told = checker.check(document)
        check_pages(checker, document, told)
        said = "The pages in the table of authorities were not checked: this file has no pages."
        assert (said in told.remarks) is remark


def test_the_day_of_a_citation_that_ends_a_line_is_no_page_of_a_table(checker, tmp_path):
    """The first page of text behind a table once was read as part of it, because a line ended with the day."""
    from benchmarks.verify.bundles import pdf
    from briefs.documents import open_document

    liu, saadi = LIU, "Saadi v. Italy [GC], no. 37201/06, §§ 125 and 138, 28 February 2008"
    entries = ["TABLE OF AUTHORITIES", f"{liu} .... 9", f"{saadi} .....", "3"]
    text = ["1. The point is settled by Liu v. Poland, no. 37610/18, 6", "October 2022, and it is not in dispute."]
    pages = [entries, text, [f"2. So is the other by {saadi}."]]
    pdf(tmp_path / "draft.pdf", 3, pages.__getitem__)
    told = checker.check(open_document(tmp_path / "draft.pdf")).table_problems
    assert [(f.code, f.text.partition(",")[0]) for f in told] == [("wrong_page", "Liu v. Poland")]


def test_a_table_that_ends_with_its_page_is_no_part_of_the_next(checker):
    """As `pdftotext` writes it: nothing but the form feed between the last entry and the text."""
    table = f"TABLE OF AUTHORITIES\n\n* {LIU} .... 2\n* {SAADI} .... 3\n"
    text = f"\f1. The point is settled by {LIU}, and is not in dispute.\n\f2. So is the other by {SAADI}.\n"
    for name in ("draft.txt", "draft.md"):
        assert report(checker, table + text, name).table_problems == []
        wrong = report(checker, (table + text).replace(".... 3", ".... 2"), name)
        assert [f.code for f in wrong.table_problems] == ["wrong_page"]


def test_a_citation_that_a_form_feed_cuts_is_one(checker):
    found = report(checker, "So it was held in Liu v. Poland, no.\f37610/18, § 83, 6 October 2022.").citations
    assert [(c.status, c.application_numbers, c.page) for c in found] == [("exists", ["37610/18"], 1)]
