"""What a lawyer confirmed: who read what is in the report, and the very file that was read serves for quotations."""

import hashlib
import json

import pytest
from click.testing import CliRunner

from briefs.cli.main import cli
from briefs.library import load_library
from briefs.verify import load_checker
from briefs.verify.check.sources import confirmed_sources

KEY, HOLDING = "echr/liu-v-poland-2022", "liu-v-poland-2022/1"
JUDGMENT = """CASE OF LIU v. POLAND

(Application no. 37610/18)

6 October 2022

1.  The invented first paragraph of this source says that the sky over the harbour was grey.
"""


@pytest.fixture
def desk(tmp_path, library):
    """A layer in which one paragraph of Liu was confirmed in judgment.txt, and a folder with that file and a draft."""
    work, layer = tmp_path / "work", tmp_path / "layer"
    work.mkdir()
    file = work / "judgment.txt"
    file.write_text(JUDGMENT, encoding="utf-8")
    proposition = library.holdings[HOLDING][1].proposition
    folder = layer / "confirmations" / "echr"
    folder.mkdir(parents=True)
    entry = {
        "holding": HOLDING,
        "at": "§ 1",
        "answer": "yes",
        "proposition": proposition,
        "by": "A. Advocate",
        "on": "2026-05-04",
        "paragraph_sha256": "0" * 64,
        "source": {
            "file": file.name,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "kind": "txt",
            "paragraphs": "1",
            "date_seen": "yes",
        },
    }
    (folder / "liu-v-poland-2022.yaml").write_text(json.dumps({"id": KEY, "confirmed": [entry]}), encoding="utf-8")
    return work, layer


def verified(desk, text):
    work, layer = desk
    draft = work / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["--library", str(layer), "verify", str(draft), "--json"])
    (citation,) = json.loads(result.stdout)["citations"]
    return result.exit_code, citation


def test_a_paragraph_that_a_person_confirmed_says_who_and_when(desk):
    code, citation = verified(desk, "See Liu v. Poland, no. 37610/18, § 1.")
    assert code == 0
    assert citation["confirmed"].startswith("§ 1: confirmed by A. Advocate on 2026-05-04 for '")
    assert verified(desk, "See Liu v. Poland, no. 37610/18, § 2.")[1]["confirmed"] is None


def test_the_file_that_was_read_serves_for_quotations_without_being_named(desk):
    quoted = "It held that “the sky over the harbour was {}” (Liu v. Poland, no. 37610/18, § 1)."
    code, same = verified(desk, quoted.format("grey"))
    assert (code, same["checks"]["quotation"]) == (0, "agrees")
    code, altered = verified(desk, quoted.format("blue"))
    assert (code, [p["code"] for p in altered["problems"]]) == (3, ["quote_altered"])


def test_a_file_that_has_changed_since_is_not_used(desk):
    work, layer = desk
    (work / "judgment.txt").write_text(JUDGMENT.replace("grey", "red"), encoding="utf-8")
    assert confirmed_sources(load_library((layer,)), [work]) == {}
    _, citation = verified(desk, "It held that “the sky over the harbour was red” (Liu v. Poland, no. 37610/18, § 1).")
    assert citation["checks"]["quotation"] == "not_checked"


def test_a_source_kept_in_the_layer_is_found_too(desk):
    work, layer = desk
    (layer / "sources").mkdir()
    (work / "judgment.txt").rename(layer / "sources" / "judgment.txt")
    library = load_library((layer,))
    assert list(confirmed_sources(library, [work])) == [KEY]
    assert load_checker(library, "2026-06-01").sources == {}
