"""Whatever stands in a document, it is read to its end: no crash, every place inside its paragraph."""

import io
import random
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import docx, note_call, paragraph

from briefs.documents.opening import document_of
from briefs.errors import DocumentError

WORDS = (
    "v. |c. |Liu|Poland|the United Kingdom|Saadi|no. |nos. |37610/18|/|–|§§ |[GC]|(|)|[|]|ECHR 2008|Series A no. 161|"
    "6 October 2022|31 February 2020|judgment of |C-182/15|EU:C:2016:630|ECLI:CE:ECHR:|CAT/C/|/D/|cited above|ibid.|"
    "Zhihui Li|(2021)|Xu Zichi|Supreme Court of Poland|, |; |\n|\n\n|\t|12|Table of authorities|........ 4|Article |"
    "I.C.J. Reports 1950, p. 3|General Comments Nos. |Series C No. 4|Conclusion No. 44 (XXXVII)|(Belgium v. Spain)|"
    "Concluding Observations on Italy|ICJ, |A/RES/|resolution |999|of the Convention|\u00a0|\u202e|\ufffd|𝔏|“|”|'|*|# "
)
PARTS = st.sampled_from(WORDS.split("|"))


def read(checker, data, name):
    report = checker.check(document_of(data, Path(name)))
    for c in report.citations:
        assert 0 <= c.start < c.end
        assert c.text
        c.as_json()
    return report


@given(parts=st.lists(PARTS, max_size=60), kind=st.sampled_from(["txt", "md", "html"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(checker, parts, kind):
    read(checker, " ".join(parts).encode(), f"any.{kind}")


@given(parts=st.lists(PARTS, max_size=30), notes=st.lists(PARTS, max_size=10))
@settings(max_examples=60, deadline=None)
def test_any_word_file_is_read(checker, parts, notes):
    inner = [paragraph(escape(text)) for text in " ".join(parts).split("\n")]
    below = [paragraph(escape(" ".join(notes)))]
    read(checker, docx("".join(inner) + paragraph("See", note_call("footnote", 2)), footnotes=below), "any.docx")


def test_a_damaged_word_file_is_read_or_refused(checker):
    """Bytes changed inside the parts of the package, so that every part is opened."""
    body = paragraph("See Liu v. Poland, no. 37610/18.", note_call("footnote", 2))
    whole, chance = docx(body, [paragraph("Ibid.")]), random.Random(3)
    outcomes = set()
    for _ in range(80):
        try:
            read(checker, damaged(whole, chance), "damaged.docx")
            outcomes.add("read")
        except DocumentError as error:
            outcomes.add(str(error).split()[0].rstrip(":"))
    assert outcomes == {"read", "damaged.docx"}


def damaged(data, chance):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            for _ in range(chance.randrange(3)):
                part[chance.randrange(len(part))] = chance.randrange(256)
            new.writestr(name, bytes(part))
    return out.getvalue()


def test_a_paragraph_of_a_hundred_thousand_names_ends(checker):
    report = read(checker, ("Liu v. Poland, " * 1000 + "no. 37610/18").encode(), "long.txt")
    assert len(report.citations) > 100
