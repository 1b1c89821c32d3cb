"""A Word file from any desk is sent on without the names, times and second thoughts that Word keeps in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from marked import MARKERS, marked, replace
from render_samples import brief

from briefs.errors import TemplateError
from briefs.render.engine import render
from briefs.render.ooxml import DOCUMENT, pack, parse, q, unpack
from briefs.render.scrub import scrub

ROOT = Path(__file__).parent.parent.parent


def everything(data):
    return b"".join(name.encode() + part for name, part in unpack(data).items()).decode("latin-1")


def visible(data):
    return "\n".join("".join(t.text for t in p.iter(q("t"))) for p in parse(unpack(data)[DOCUMENT]).iter(q("p")))


def test_the_file_really_carries_all_22_traces():
    assert len(MARKERS) == 22
    assert [m for m in MARKERS if m not in everything(pack(marked()))] == []


@pytest.mark.parametrize("marker", MARKERS)
def test_no_trace_is_left_by_scrub(marker):
    assert marker not in everything(scrub(pack(marked()), "f").data)


@pytest.mark.parametrize("marker", MARKERS)
def test_no_trace_of_a_template_reaches_a_filing(marker):
    assert marker not in everything(render(pack(marked()), {}, brief()).data)


def test_what_was_visible_stays_and_what_went_is_said():
    done = scrub(pack(marked("1. Kept {{ as }} it is, Příliš 沈亦辰.")), "f")
    for word in ("inserted", "commented", "controlled", "Kept {{ as }} it is, Příliš 沈亦辰."):
        assert word in visible(done.data)
    assert done.removed["comments"] == 1
    assert done.removed["tracked deletions, taken out with their text"] == 1
    assert done.removed["EXIF or XMP of a picture"] == 1
    assert scrub(done.data, "f").data == done.data
    assert scrub(done.data, "f").removed == {}


def field(code, shown):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f"<w:p>{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}<w:r><w:t>{shown}</w:t></w:r>"
        f"{mark('end')}</w:p>"
    )


def test_a_field_that_tells_goes_with_its_text_another_keeps_it():
    parts = marked()
    fields = field("FILENAME \\p", "LEAKPATH") + field("IF 1 = 1", "shown") + field("PAGE", "7")
    replace(
        parts,
        DOCUMENT,
        "<w:body>",
        "<w:body>" + fields + '<w:p><w:fldSimple w:instr="AUTHOR"><w:r><w:t>LEAKME</w:t></w:r></w:fldSimple></w:p>',
    )
    done = scrub(pack(parts), "f")
    assert "LEAK" not in everything(done.data)
    assert "shown" in visible(done.data)
    assert b"PAGE" in unpack(done.data)[DOCUMENT]
    assert {"fields FILENAME", "fields IF", "fields AUTHOR"} <= set(done.removed)


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\xd0\xcf\x11\xe0", b"text"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(TemplateError):
        scrub(data, "f")


def test_the_command_writes_a_new_file_and_leaves_the_old_one(tmp_path):
    source = tmp_path / "memorial.docx"
    source.write_bytes(pack(marked()))
    before = source.read_bytes()
    command = [sys.executable, ROOT / "assemble.py", "scrub", source, "-o", tmp_path / "clean.docx", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["removed"]["list of people"] == 1
    assert source.read_bytes() == before
    assert (tmp_path / "clean.docx").stat().st_mode & 0o777 == 0o600
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 4
