"""Our own memorandum from the case file to the bytes, against bare docxtpl, which is given everything and only fills.

For docxtpl the filing and the fragments of its grounds are laid flat into one template, and each call of ours becomes a
plain function that gives text: a note stands as text in its place, tables of contents and authorities are left empty.
"""

import contextlib
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.render import engines
from benchmarks.render.calls import CALLS
from benchmarks.rows import Row, compile_modules, paired, process
from briefs.models.brief import Brief
from briefs.render.ooxml import DOCUMENT, NS, Element, pack, parse, q, serialise, siblings, text_of, unpack

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "poland-2024" / "case.yaml"
FILING = "national-memorandum"

SCRIPT = """
import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.render.calls import CALLS

filled = DocxTemplate(sys.argv[1])
filled.render({**json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), **CALLS}, autoescape=True)
filled.save(sys.argv[3])
"""


def run() -> list[Row]:
    """The whole way warm, in one process; and a cold build against a cold script."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, brief, fragment = _pipeline()
        data = brief.model_dump(mode="json")
        file = flattened(_template(), data, fragment)
        theirs = engines.docxtpl({**data, **CALLS}, file)
        what = "the whole way of our memorandum, warm, against docxtpl that fills it flattened"
        with contextlib.redirect_stderr(io.StringIO()):
            measured = paired(ours, theirs, 9)
        warm = measured.row(what, ">= 2", ">= 3.5", faster=True)
        return [warm, _cold(folder, data, file)]


def _pipeline() -> tuple[Callable[[], bytes], Brief, Callable[[str], bytes | None]]:
    from briefs.cli.common import open_case
    from briefs.compose import compose
    from briefs.library import load_library
    from briefs.library.manifests import filing_manifests
    from briefs.matching import match_case
    from briefs.plan import plan
    from briefs.render import engine

    library, template = load_library(), _template()
    manifests = filing_manifests(library)

    def fragment(identity: str) -> bytes | None:
        found = library.template_file(identity, "en")
        return found.read_bytes() if found else None

    def composed() -> Brief:
        situation, _ = open_case(str(CASE), library)
        report = match_case(situation, with_closed=True)
        (planned,) = plan(situation, manifests, report, (FILING,), False)
        return compose(situation, planned.manifest, report).brief

    def one() -> bytes:
        draft = engine.prepare(template, fragment, composed(), language="en", where=FILING)
        return engine.finish(draft, mode="file").data

    return one, composed(), fragment


def _template() -> bytes:
    return (ROOT / "templates" / FILING / "en.docx").read_bytes()


def _cold(folder: Path, data: dict[str, Any], file: bytes) -> Row:
    compile_modules()
    (folder / "flat.docx").write_bytes(file)
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    command = [sys.executable, str(ROOT / "assemble.py"), "build", str(CASE), "--filing", FILING, "--pages", "none"]
    given = [str(folder / name) for name in ("flat.docx", "data.json", "theirs.docx")]
    theirs = process([sys.executable, "-c", SCRIPT, *given], cwd=ROOT)

    def ours() -> None:
        """It ends with 3: the example holds questions that are not answered."""
        done = subprocess.run([*command, "--force", "-o", str(folder / "out")], check=False, capture_output=True)  # noqa: S603
        assert done.returncode in (0, 3), done.stderr

    what = "cold build of one filing, both copies and report, against a cold docxtpl script that only fills"
    return paired(ours, theirs, 7).row(what, "<= 1.6", "<= 1.3")


def flattened(template: bytes, data: dict[str, Any], fragment: Callable[[str], bytes | None]) -> bytes:
    """The filing with all its fragments as one template for docxtpl."""
    parts = unpack(template)
    root = parse(parts[DOCUMENT])
    argued = [submission["fragment"] for submission in data["submissions"]]
    while includes := [p for p in root.iter(q("p")) if "include" in text_of(p) and text_of(p).startswith("{%p")]:
        for paragraph in includes:
            _spread(paragraph, argued, fragment)
    parts[DOCUMENT] = serialise(root)
    return pack(parts)


def _spread(paragraph: Element, argued: list[str], fragment: Callable[[str], bytes | None]) -> None:
    """The paragraphs of a fragment in place of its tag; in the loop over submissions each behind its own condition."""
    said = text_of(paragraph).replace('"', "'")
    names = [said.split("'")[1]] if "'" in said else argued
    new: list[Element] = []
    for name in names:
        inner = [e for e in _body(fragment(name) or b"") if e.tag in (q("p"), q("tbl"))]
        new += inner if len(names) == 1 and "'" in said else [*_only(name), *inner, *_tag("{%p endif %}")]
    parent = paragraph.getparent()
    at = parent.index(paragraph)
    parent[at : at + 1] = new


def _only(name: str) -> list[Element]:
    return _tag(f"{{%p if submission.fragment == '{name}' %}}")


def _tag(text: str) -> list[Element]:
    return siblings(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def _body(data: bytes) -> Element:
    """A fragment's body without the notes that its author typed: their text would stand in no part of docxtpl's."""
    body = parse(unpack(data)[DOCUMENT]).find("w:body", NS)
    for reference in list(body.iter(q("footnoteReference"))):
        reference.getparent().remove(reference)
    etree.strip_elements(body, q("sectPr"), q("bookmarkStart"), q("bookmarkEnd"))
    return body


if __name__ == "__main__":
    for row in run():
        print(row)
