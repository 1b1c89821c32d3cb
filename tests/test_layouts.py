"""The look of a filing is data: one entry of law/layouts.yaml, laid over the Word file when the filing is written."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.errors import LibraryError
from briefs.facts import Situation
from briefs.library import load_library
from briefs.library.layouts import choose_layout
from briefs.models.layout import HOUSE, Layout
from briefs.render import engine
from briefs.render.markup import to_docx, to_text
from tests.render.render_samples import FRAGMENTS, brief, memo

ROOT = Path(__file__).parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx, name):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def margins(docx):
    found = next(part(docx, "document").iter(f"{W}pgMar"))
    return {side: int(found.get(f"{W}{side}")) for side in ("left", "right")}


def style(docx, identity):
    return next(s for s in part(docx, "styles").iter(f"{W}style") if s.get(f"{W}styleId") == identity)


def written(library, state, filing="draft-order"):
    case = load_case(ROOT / "examples" / state / "case.yaml", library).case
    built = build(Situation(case, library, case.as_of), Options(filings=(filing,), pages="none"))
    return built.files[f"to-file/{filing}.docx"]


def own_layer(tmp_path, text):
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "layouts.yaml").write_text(text, encoding="utf-8")
    return (tmp_path,)


def test_the_values_of_the_house_stand_in_the_file_and_count_for_whatever_a_layout_does_not_say(library):
    given = library.layouts["house"]
    assert given.model_copy(update={"description": "", "note": None}) == HOUSE
    assert library.layouts["un"].margins == HOUSE.margins


def test_no_layout_claims_a_rule_that_nobody_has_seen(library):
    for key, layout in library.layouts.items():
        assert layout.level == "recalled", key
        assert layout.note, f"{key} says what it rests on"
        assert layout.source or "drafting convention" in layout.note, key


@pytest.mark.parametrize(
    ("tradition", "state", "chosen"),
    [
        ("civil", "PL", "national-civil"),
        ("civil", "CZ", "national-civil"),
        ("common", "NZ", "national-common"),
        ("common", "GB", "national-common"),
        ("common", "CA", "national-letter"),
        ("civil", None, "national-civil"),
    ],
)
def test_a_national_filing_looks_as_the_tradition_of_the_requested_state_has_it(library, tradition, state, chosen):
    assert choose_layout(library.layouts, "national", tradition, state).id == chosen


def test_a_polish_order_has_roman_headings_and_justified_text_and_an_english_one_has_letters(library):
    polish, other = written(library, "poland-2024"), written(library, "united-kingdom-united-states-2023")
    assert style(polish, "Para").find(f".//{W}jc").get(f"{W}val") == "both"
    assert style(other, "Para").find(f".//{W}jc").get(f"{W}val") == "left"
    forms = [next(part(docx, "numbering").iter(f"{W}numFmt")).get(f"{W}val") for docx in (polish, other)]
    assert forms == ["upperRoman", "upperLetter"]


def test_one_entry_in_ones_own_library_changes_every_national_filing(tmp_path):
    entry = (
        "national-civil:\n  family: national\n  tradition: civil\n  margins:\n    left: 4\n    right: 2\n"
        "    top: 2.5\n    bottom: 2.5\n  font: Cambria\n"
    )
    library = load_library(own_layer(tmp_path, entry))
    docx = written(library, "poland-2024")
    assert margins(docx) == {"left": 2268, "right": 1134}
    assert b"Cambria" in etree.tostring(part(docx, "styles"))


def test_a_wrong_measure_is_told_with_its_place_and_what_would_be_right(tmp_path):
    with pytest.raises(LibraryError) as told:
        load_library(
            own_layer(tmp_path, "house:\n  margins:\n    left: 12\n  line_spacing: 1,5\n  colour: blue\n  fnt: X\n")
        )
    lines = [problem.line() for problem in told.value.problems]
    assert any("layouts.yaml:3:5" in line and "'12' is not a measure from 1 to 6 cm" in line for line in lines)
    assert any("'1,5' is not a measure from 1 to 3 lines. Write a number like 2.5" in line for line in lines)
    assert any("'blue' is not a colour" in line for line in lines)
    assert any("'fnt' is not a key" in line and "font" in line for line in lines)


def test_a_layout_that_does_not_exist_is_named_with_the_nearest_one(library):
    with pytest.raises(LibraryError, match="there is no layout 'nationl'") as told:
        choose_layout(library.layouts, "nationl", "civil", "PL", "template.yaml")
    assert "national" in told.value.problems[0].fix


def test_own_leaves_the_look_that_the_word_file_has(library):
    assert choose_layout(library.layouts, "own", "civil", "PL") is None
    wide = to_docx("# Heading\n1. Text.\n", Layout(id="wide", margins={"left": 5, "right": 1, "top": 2, "bottom": 2}))
    kept = engine.finish(engine.prepare(wide, FRAGMENTS, brief())).data
    assert margins(kept) == {"left": 2835, "right": 567}


def test_what_a_lawyer_wrote_in_word_stays_and_only_the_look_is_laid_over_it(library):
    wide = to_docx("# Heading\n1. Words of counsel.\n", Layout(id="wide", margins={"left": 5, "right": 1}))
    made = engine.finish(engine.prepare(wide, FRAGMENTS, brief(), layout=library.layouts["national-civil"])).data
    assert margins(made) == {"left": 1701, "right": 1701}
    assert to_text(made).startswith("# Heading\n1. Words of counsel.")


def test_a_style_of_ones_own_survives_the_layout(library):
    given = memo()
    with zipfile.ZipFile(io.BytesIO(given)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    mine = (
        b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Mine"><w:name w:val="Mine"/>'
        b'<w:basedOn w:val="Normal"/></w:style></w:styles>'
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", mine)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    made = engine.finish(engine.prepare(out.getvalue(), FRAGMENTS, brief(), layout=library.layouts["un"])).data
    assert style(made, "Mine") is not None


def test_tables_fill_the_column_of_a_wider_page_and_the_contents_carry_the_numbers_of_the_headings(library):
    layout = Layout(id="wide", margins={"left": 2, "right": 2}, headings="roman")
    rendered = engine.finish(engine.prepare(memo(), FRAGMENTS, brief(), layout=layout))
    widths = {int(w.get(f"{W}w")) for w in part(rendered.data, "document").iter(f"{W}tblW")}
    assert widths
    assert all(abs(width - 9638) <= 3 for width in widths)
    assert [h.label for h in rendered.headings if h.level == 1][:2] == ["I.", "II."]


def test_the_same_layout_gives_the_same_bytes(library):
    layout = library.layouts["national-common"]
    first, second = (engine.finish(engine.prepare(memo(), FRAGMENTS, brief(), layout=layout)).data for _ in "ab")
    assert first == second


def test_a_template_of_ones_own_gets_the_layout_too(tmp_path, library):
    shutil.copytree(ROOT / "templates" / "draft-order", tmp_path / "templates" / "draft-order")
    file = tmp_path / "templates" / "draft-order" / "en.docx"
    text = (tmp_path / "templates" / "draft-order" / "en.txt").read_text(encoding="utf-8") + "@Normal Our own line.\n"
    file.write_bytes(to_docx(text))
    docx = written(load_library((tmp_path,)), "poland-2024")
    assert "Our own line." in to_text(docx)
    assert style(docx, "Para").find(f".//{W}jc").get(f"{W}val") == "both"


def test_the_contents_leave_room_for_eighteen_in_roman_numbers(library):
    made = engine.finish(engine.prepare(memo(), FRAGMENTS, brief(), layout=library.layouts["national-civil"])).data
    indent = style(made, "TOC1").find(f".//{W}ind")
    assert int(indent.get(f"{W}hanging")) >= 800
