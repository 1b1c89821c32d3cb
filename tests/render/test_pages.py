"""Page numbers come from LibreOffice. Where tests must be complete (CI=true) its absence is a failure."""

import re

import pytest
from pypdf import PdfReader
from render_samples import FRAGMENTS, brief, memo

from briefs.errors import RenderError
from briefs.render import pages
from briefs.render.engine import finish, prepare
from briefs.render.ooxml import DOCUMENT, parse, q, style_of, text_of, unpack


@pytest.fixture(scope="module")
def laid(office):
    draft = prepare(memo(), FRAGMENTS, brief())
    return pages.paginate(
        [lambda p, n, m=m: finish(draft, mode=m, pages=p, total_pages=n) for m in ("file", "counsel")]
    )


def test_the_tables_carry_the_pages_on_which_things_stand(laid, tmp_path):
    (filed, place), _ = laid
    (tmp_path / "a.pdf").write_bytes(place.pdf)
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(tmp_path / "a.pdf").pages]
    assert len(texts) == place.total
    for heading in filed.headings:
        assert heading.text.upper() in texts[place.pages[heading.bookmark] - 1].upper()
    assert {cited.bookmark for cited in filed.citations} <= set(place.pages)
    shown = [text_of(p) for p in parse(unpack(filed.data)[DOCUMENT]).iter(q("p")) if style_of(p) == "TOC1"]
    assert shown == [
        f"{h.label}\t{h.text}\u00a0\u00a0\t{place.pages[h.bookmark]}" for h in filed.headings if h.level == 1
    ]


def test_comments_do_not_print_and_both_copies_have_the_same_pages(laid):
    (_, filed), (annotated, counsel) = laid
    assert annotated.comments
    assert filed.total == counsel.total


def test_the_footer_knows_the_number_of_pages(laid):
    (filed, place), _ = laid
    footer = parse(unpack(filed.data)["word/footer1.xml"])
    assert text_of(footer).endswith(f"Page 1 of {place.total}")


def test_rubbish_gives_no_pdf_and_time_is_limited(office):
    data = finish(prepare(memo(), FRAGMENTS, brief())).data
    with pytest.raises(RenderError, match="more than 0 s"):
        pages.lay_out([data], time_limit=0.05)


def test_without_libreoffice_it_is_said(monkeypatch):
    monkeypatch.setattr(pages, "_PROGRAMS", ())
    assert not pages.available()
    with pytest.raises(RenderError, match="not installed"):
        pages.lay_out([b""])


def test_a_copy_with_comments_and_footnotes_says_where_to_read_them(laid):
    (filed, _), (annotated, _) = laid
    warning = "read footnotes in Word"
    heads = [
        "".join(text_of(parse(part)) for name, part in unpack(copy.data).items() if "header" in name)
        for copy in (filed, annotated)
    ]
    assert warning not in heads[0]
    assert warning in heads[1]
