"""Errors that only a whole paper shows: a table of authorities against its text, an altered quotation."""

import io
import tempfile
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from benchmarks.verify.bundles import pdf
from benchmarks.verify.seeds import INVENTED
from benchmarks.verify.spoilt import Spoilt, True_, said
from briefs.documents import open_document
from briefs.render.pages import available
from briefs.verify import Checker
from briefs.verify.check.verbatim import source_of
from briefs.verify.laid import check_pages

Table = list[tuple[str, str]]
"""Entries, each with its page; empty for a table without pages."""


def tables(checker: Checker, chance: Random, true: list[True_]) -> Iterator[tuple[str, bool]]:
    """(class, whether this error and no other was told) of papers of every format with errors in their table."""
    kept = [t for t in true if t.authority.numbers and " v. " in t.text and _whole(checker, t.text)]
    pool = list({t.authority.id: t.text for t in kept}.values())
    latin = [text for text in pool if text.encode("latin-1", "ignore").decode("latin-1") == text]
    with tempfile.TemporaryDirectory() as name:
        for kind, write in WRITERS.items():
            for i in range(8):
                some = chance.sample(latin if kind == "pdf" else pool, 5)
                yield from _one_off(checker, kind, Path(name) / f"{kind}-{i}.{kind}", write, some, i % 2, chance)
        for kind in ("pdf", "txt", "md", *(("docx", "odt") if available() else ())):
            for i in range(2):
                some = chance.sample(latin if kind == "pdf" else pool, 14)
                yield from _wrong_pages(checker, kind, Path(name) / f"paged-{i}.{kind}", some, chance)


def _whole(checker: Checker, text: str) -> bool:
    """Whether the text is a citation and nothing else, as an entry of a table is."""
    found = said(checker, text)
    return len(found) == 1 and len(found[0].text) > len(text) - 4


def _one_off(
    checker: Checker,
    kind: str,
    file: Path,
    write: Callable[[Path, Table, list[list[str]]], None],
    some: list[str],
    extra: int,
    chance: Random,
) -> Iterator[tuple[str, bool]]:
    """One entry too few, or one that the text never mentions."""
    entries = list(some)
    if extra:
        names = [name for name in INVENTED if kind != "pdf" or name.isascii()]
        entries.append(f"{chance.choice(names)} v. Poland, no. {chance.randint(10000, 70000)}/11, 3 May 2016")
    else:
        entries.pop()
    pages = [[f"{n}. The point is settled by {text}, and it is not in dispute."] for n, text in enumerate(some, 1)]
    at = {text: str(n + 1) for n, text in enumerate(some, 1)}
    paged = kind in {"pdf", "docx", "odt"}
    write(file, [(text, at.get(text, "2") if paged else "") for text in entries], pages)
    told = checker.check(open_document(file)).table_problems
    error = ("entry_missing", "entry_without_mention")[extra]
    wanted = ("not_in_table", "not_in_text")[extra]
    yield f"{error}_{kind}", [fault.code for fault in told if fault.code != "wrong_page"] == [wanted]


def _wrong_pages(
    checker: Checker, kind: str, file: Path, some: list[str], chance: Random
) -> Iterator[tuple[str, bool]]:
    """A third of the entries with a page on which they are not cited: told each, and no other."""
    pages = [[f"{n}. The point is settled by {text}, and it is not in dispute."] for n, text in enumerate(some, 1)]
    wrong = set(chance.sample(some, 5))
    entries = [(t, str(n + 1 + (chance.choice((1, 2, 3)) if t in wrong else 0))) for n, t in enumerate(some, 1)]
    WRITERS[kind](file, entries, pages)
    document = open_document(file)
    report = checker.check(document)
    check_pages(checker, document, report)
    told = [" ".join(f.text.split()) for f in report.table_problems if f.code == "wrong_page"]
    none = [t for t in some if t not in wrong and any(x.startswith(t[:25]) for x in told)]
    for text in wrong:
        yield f"wrong_page_{kind}", any(x.startswith(text[:25]) for x in told) and not none


def _text(file: Path, table: Table, pages: list[list[str]]) -> None:
    """Form feeds part the pages where the table tells pages, as in what `pdftotext` writes."""
    entries = [f"{text} ........ {page}" if page else text for text, page in table]
    file.write_text(_parted(["Table of authorities", *entries], ["I. The law"], table, pages), encoding="utf-8")


def _markdown(file: Path, table: Table, pages: list[list[str]]) -> None:
    entries = "\n".join(f"* {text} .... {page}" if page else f"* {text}" for text, page in table)
    file.write_text(_parted(["## Table of authorities", entries], ["# The law"], table, pages), encoding="utf-8")


def _parted(head: list[str], body: list[str], table: Table, pages: list[list[str]]) -> str:
    if not any(page for _, page in table):
        return "\n\n".join([*head, *body, *(line for page in pages for line in page)])
    return "\f".join("\n\n".join(part) + "\n" for part in (head, *pages))


def _html(file: Path, table: Table, pages: list[list[str]]) -> None:
    entries = "".join(f"<li>{escape(text)}</li>" for text, _ in table)
    body = "".join(f"<p>{escape(line)}</p>" for page in pages for line in page)
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Draft</title></head><body>'
    text = f"{head}<h2>Table of authorities</h2><ul>{entries}</ul><h2>The law</h2>{body}</body></html>"
    file.write_text(text, encoding="utf-8")


def _word(file: Path, table: Table, pages: list[list[str]]) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("Table of authorities")
    for text, page in table:
        document.add_paragraph(f"{text}\t{page}" if page else text)
    for page in pages:
        document.add_page_break()
        for line in page:
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    file.write_bytes(out.getvalue())


def _opendocument(file: Path, table: Table, pages: list[list[str]]) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    entries = "".join(f"<text:p>{escape(text)}{f'<text:tab/>{page}' if page else ''}</text:p>" for text, page in table)
    body = "".join(f'<text:p text:style-name="New">{escape(line)}</text:p>' for page in pages for line in page)
    style = (
        '<style:style style:name="New" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
    )
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:style="{names}:style:1.0" xmlns:fo="{names}:xsl-fo-compatible:1.0" office:version="1.3">'
        f"<office:automatic-styles>{style}</style:style></office:automatic-styles><office:body><office:text>"
        f"<text:p>Table of authorities</text:p>{entries}{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(file, "w") as package:
        for name, data in (("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content)):
            package.writestr(name, data)


def _paper(file: Path, table: Table, pages: list[list[str]]) -> None:
    entries = [f"{text} ..... {page}" for text, page in table]
    wrapped = [[line for text in page for line in textwrap.wrap(text, 95)] for page in (entries, *pages)]
    wrapped[0].insert(0, "TABLE OF AUTHORITIES")
    pdf(file, len(wrapped), wrapped.__getitem__)


WRITERS: dict[str, Callable[[Path, Table, list[list[str]]], None]] = {
    "txt": _text, "md": _markdown, "html": _html, "docx": _word, "odt": _opendocument, "pdf": _paper,
}  # fmt: skip


SOURCE = [
    "1.  The invented first paragraph says that the sky over the harbour was grey and that the boats had not left it.",
    "2.  Nobody had asked the witness about the letter of the spring, although three of the five copies bore her name. "
    "The clerk did not explain why the seal was missing from the fourth copy.",
    "3.  It follows that a guarantee given in general terms cannot remove the doubt, unless somebody on the spot "
    "is able to observe whether it is kept, and is free to say so.",
    "4.  The baker's ledger, which the parties accepted in full, shows 27 deliveries between 3 March and 9 June "
    "and no delivery at all in the weeks before the fair.",
]  # fmt: skip
_MARKS = ("“{}”", '"{}"', "‘{}’", "«{}»", "„{}“")
_FORMS = (
    "The Court said: {quote} ({cite}).",
    "In {cite}, it was said that {quote}.",
    "The answer is in {cite}: {quote}.",
    "{quote} ({cite}).",
)
ALTERED = (
    (1, "that the sky over the harbour was clear and that the boats had not left it"),
    (1, "that the sky over the harbour was grey and that the boats had left it"),
    (1, "the sky over the whole harbour was grey and that the boats had not left it"),
    (2, "Nobody had asked the witness about the letter of the spring, although four of the five copies bore her name."),
    (2, "Nobody had asked the witness about the letter, although three of the five copies bore her name."),
    (2, "The clerk did explain why the seal was missing from the fourth copy."),
    (2, "three of the five copies bore her name. The clerk refused to explain why the seal was missing"),
    (3, "a guarantee given in general terms cannot remove the doubt, unless somebody is free to say so"),
    (3, "a guarantee given in general terms can remove the doubt, unless somebody on the spot is able to observe"),
    (3, "a general guarantee cannot remove the doubt ... unless somebody on the spot is able to observe"),
    (4, "shows 72 deliveries between 3 March and 9 June and no delivery at all in the weeks before the fair"),
    (4, "shows 27 deliveries between 3 March and 9 July and no delivery at all in the weeks before the fair"),
    (4, "no delivery at all in the weeks after the fair"),
    (3, "no State may rely on a guarantee which its own courts have never once enforced"),
)
KEPT = (
    (1, "the sky over the harbour was grey and that the boats had not left it"),
    (2, "Nobody had asked the witness ... although three of the five copies bore her name"),
    (2, "although three of the five copies bore her name. The clerk did not explain why the seal was missing"),
    (3, "[A] guarantee given in general terms cannot remove the doubt, unless somebody ... is free to say so"),
    (4, "The baker's ledger, which the parties accepted in full, shows 27 deliveries"),
)


def _quoting(checker: Checker, chance: Random, wanted: tuple[tuple[int, str], ...], off: int) -> Iterator[Spoilt]:
    authority = checker.known.authorities.by_id["echr/liu-v-poland-2022"]
    sources = {authority.id: source_of("001-219786.docx", SOURCE)}
    for n, (at, words) in enumerate(wanted * 2):
        cite = f"Liu v. Poland, no. 37610/18, § {at + off}, 6 October 2022"
        quote = _MARKS[n % len(_MARKS)].format(words)
        lead = _FORMS[(n + n // len(_FORMS)) % len(_FORMS)].replace("{quote}", quote).replace("{cite}", "{}")
        yield Spoilt(cite, lead=lead, sources=sources, element="quotation")


def quotation_altered(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    """A word changed, added or left out without a mark, in every form of quotation marks."""
    yield from _quoting(checker, chance, ALTERED, 0)


def quotation_from_another_paragraph(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    yield from (s for off in (1, 2) for s in _quoting(checker, chance, KEPT[:3], off) if "§ 5" not in s.text)
    yield from _quoting(checker, chance, KEPT[3:], -2)


def quotation_without_a_source(checker: Checker, chance: Random) -> Iterator[Spoilt]:
    for s in _quoting(checker, chance, ALTERED, 0):
        yield Spoilt(s.text, False, lead=s.lead, element="quotation")


MAKERS = (quotation_altered, quotation_from_another_paragraph, quotation_without_a_source)
