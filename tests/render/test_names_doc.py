"""The page for template authors follows the records."""

from briefs.models.brief import Brief
from briefs.models.submission import Submission
from briefs.render.names_doc import page
from briefs.render.schema import top


def test_every_name_stands_on_the_page():
    text = page()
    for record in (Brief, Submission):
        for name in record.model_fields:
            assert f"| `{name}` |" in text
    assert "| `born` | date of birth | text | yes |" in text
    assert set(top()) == set(Brief.model_fields)
