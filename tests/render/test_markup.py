"""Template text and Word files are two forms of one thing."""

import pytest
from render_samples import ARGUMENT, MEMO

from briefs.errors import TemplateError
from briefs.library.layers import find_layers
from briefs.library.layouts import read_layouts
from briefs.render import gate
from briefs.render.markup import main, to_docx, to_text

ALL_STYLES = """\
# One
## Two
### Three
1. Numbered *italic*, **bold**, ***both*** and a tab\there
(a) lettered
(i) small
> quoted
- relief
@ParaCont continued
@Title Title with \\* and \\\\ and a\\nbreak
@@pagebreak
@Boxed {{ filing.title }} {% if person.born %}*{{ person.born }}*{% endif %}
{%p if anonymity %}
@Normal {{ fn('a*b') }}
{%p endif %}
@@table 4252,4252 | Caption & more | Alternative <text>
| Head | a \\| b |
{%tr for e in exhibits %}
| **{{ e.number }}** |  |
{%tr endfor %}
@@end
@Signature
"""


@pytest.mark.parametrize("text", [ALL_STYLES, MEMO, ARGUMENT])
def test_text_to_word_and_back_is_the_same_text(text):
    assert to_text(to_docx(text)) == text


@pytest.mark.parametrize("layout", read_layouts(find_layers()).values(), ids=lambda one: one.id)
def test_every_layout_passes_the_gate(layout):
    assert "{{ filing.title }}" in gate.check(to_docx(MEMO, layout), "memo").tags


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@Titel x", "not a style"),
        ("1. *open", "not closed"),
        ("@@table 10,20 | a | b\n| x | y |\n@@end", "8504"),
        ("@@table 4252,4252 | a | b\n| x |\n@@end", "2 cells"),
        ("@@table 8504 | a | b\n| x |", "not closed"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, words):
    with pytest.raises(TemplateError, match=words) as refused:
        to_docx("# first\n" + text)
    assert refused.value.problems[0].where.startswith("line ")


def test_the_command_writes_beside_the_file(tmp_path):
    source = tmp_path / "en.txt"
    source.write_text(ARGUMENT, encoding="utf-8")
    main(["docx", str(source)])
    source.unlink()
    main(["text", str(tmp_path / "en.docx")])
    assert source.read_text(encoding="utf-8") == ARGUMENT
