"""confirm, as counsel uses it: read, compare, answer; what was confirmed counts, and every report says by whom."""

import dataclasses
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from judgment_samples import BODY, HEAD, hudoc_docx, hudoc_html, hudoc_pdf, views_docx

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.checks.written import text_of
from briefs.cli.main import cli
from briefs.confirming.keeping import kept
from briefs.errors import BriefError, LibraryError
from briefs.facts import Situation
from briefs.library import Layer, load_library
from briefs.library.confirmations import lay_over, without_unread_pinpoints
from briefs.matching import match_case
from briefs.models.precedent import Precedent
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree

ROOT = Path(__file__).parent.parent.parent
KEY, HOLDING = "echr/novak-v-elbonia-2022", "novak-v-elbonia-2022/1"
RECORD = """\
id: echr/novak-v-elbonia-2022
title: Novak and Others v. Elbonia
short_title: Novak and Others
court: echr
kind: judgment
dockets:
  - 99001/21
decided: '2022-02-03'
decided_level: recalled
status: final
requesting_state: CN
requested_state: PL
procedure: extradition
outcome: Article 3 would be breached by the surrender.
outcome_known: yes
outcome_level: secondary
favourable: 'yes'
verification: recalled
holdings:
  - id: novak-v-elbonia-2022/1
    ground: general-situation-or-group
    stance: for
    proposition: Where nobody disputes that detention follows the surrender, concordant reports of independent sources
      are enough.
    verification: recalled
    pinpoints:
      - at: § 5
        level: recalled
      - at: § 6
        level: secondary
    rests_on: conditions
  - id: novak-v-elbonia-2022/2
    ground: burden-of-proof
    stance: for
    proposition: The state has to dispel the doubts.
    verification: recalled
    pinpoints:
      - at: § 12
        level: recalled
      - at: operative part
        level: recalled
    rests_on: rule
  - id: novak-v-elbonia-2022/3
    ground: effective-remedy
    stance: for
    proposition: The domestic courts have to examine the reports.
    verification: recalled
    rests_on: method
"""
BY = ("--by", "A. Counsel")


class Own:
    """The shipped library, read once, and over it the user's own layer: one record that nobody has checked."""

    def __init__(self, shipped, folder):
        self.shipped, self.folder = shipped, folder
        self.record = folder / "precedents" / f"{KEY}.yaml"
        self.record.parent.mkdir(parents=True)
        self.record.write_text(RECORD, encoding="utf-8")

    def library(self):
        """As load_library reads it, without reading the shipped records again."""
        (record, *_) = [into_model(Precedent, read_tree(self.record, LibraryError), LibraryError)]
        overlay = lay_over({**self.shipped.precedents, KEY: record}, [kept(self.folder, KEY)])
        return dataclasses.replace(
            self.shipped,
            precedents=overlay.precedents,
            confirmed=overlay.counting,
            stale=overlay.stale,
            accepted=overlay.accepted,
            layers=(Layer(str(self.folder), self.folder), *self.shipped.layers),
        )

    def holding(self, number=1):
        return self.library().holdings[f"novak-v-elbonia-2022/{number}"]

    def write(self, old, new):
        self.record.write_text(RECORD.replace(old, new), encoding="utf-8")


@pytest.fixture
def own(library, tmp_path, monkeypatch):
    made = Own(library, tmp_path / "own")
    monkeypatch.setattr("briefs.cli.confirm_command.open_library", lambda ctx: made.library())
    return made


def confirm(own, *arguments, said=""):
    """The command in this process. A refusal is told as the program tells it."""
    result = CliRunner().invoke(cli, ["confirm", KEY, *map(str, arguments)], input=said)
    lines = [p.line() for p in result.exception.problems] if isinstance(result.exception, BriefError) else []
    assert lines or result.exception is None or isinstance(result.exception, SystemExit), result.exception
    code = result.exception.exit_code if lines else result.exit_code
    return subprocess.CompletedProcess(arguments, code, result.stdout, result.stderr + "\n".join(lines))


def written(folder, name, data):
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.fixture
def judgment(tmp_path):
    return written(tmp_path, "001-900001.docx", hudoc_docx())


def test_the_paragraph_stands_beside_our_proposition_and_a_yes_raises_it(own, judgment):
    result = confirm(own, judgment, "--holding", HOLDING, said="y\nA. Counsel\ny\n")
    assert result.returncode == 0, result.stderr
    assert "We say (recalled):" in result.stdout
    assert "§ 5 (recalled) reads:" in result.stdout
    assert "5. The Court observes that nobody disputed" in result.stdout
    assert "001-900001.docx: 6 numbered paragraphs. Confirmed 2, denied 0" in result.stdout
    precedent, holding = own.holding()
    assert (precedent.verification, precedent.decided_level, holding.verification) == ("primary",) * 3
    assert [(p.at, p.level) for p in holding.pinpoints] == [("§ 5", "primary"), ("§ 6", "primary")]
    assert holding.pinpoints[0].basis == f"read by A. Counsel on {dt.date.today()} in 001-900001.docx"


def test_what_is_kept_says_who_when_and_in_which_file(own, judgment):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    (kept, _) = own.library().confirmed[HOLDING]
    assert (kept.by, kept.on, kept.answer) == ("A. Counsel", dt.date.today().isoformat(), "yes")
    assert kept.source.sha256 == hashlib.sha256(judgment.read_bytes()).hexdigest()
    assert (kept.source.file, kept.source.kind, kept.source.paragraphs) == ("001-900001.docx", "docx", 6)
    file = own.folder / "confirmations" / f"{KEY}.yaml"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_no_is_kept_and_the_pinpoint_is_not_printed_any_more(own, judgment):
    confirm(own, judgment, "--holding", HOLDING, said="n\nA. Counsel\nn\n")
    _, holding = own.holding()
    assert holding.verification == "recalled"
    assert [p.level for p in holding.pinpoints] == ["recalled", "recalled"]
    assert "it does not hold this" in holding.pinpoints[1].basis


def test_skipping_and_quitting_confirm_nothing(own, judgment):
    assert "Confirmed 0" in confirm(own, judgment, "--holding", HOLDING, said="s\nq\n").stdout
    assert "Confirmed 0" in confirm(own, judgment, "--holding", HOLDING, said="").stdout
    assert not (own.folder / "confirmations").exists()


def test_looking_writes_nothing(own, judgment):
    result = confirm(own, judgment, "--look", "--holding", HOLDING)
    assert "6. It follows that the reports" in result.stdout
    assert not (own.folder / "confirmations").exists()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ([*HEAD[:2], "(Application no. 99002/21)", *HEAD[3:]], "the record is 99001/21, the numbers at the head"),
        ([HEAD[0], "CASE OF NOWAK v. ELBONIA", *HEAD[2:]], "the document is headed 'CASE OF NOWAK v. ELBONIA'"),
    ],
)
@pytest.mark.parametrize("form", [hudoc_docx, hudoc_html])
def test_the_wrong_judgment_is_refused_with_the_reason(own, tmp_path, head, said, form):
    body = [("The case was brought before the Court.", True), *BODY[2:]]
    file = written(tmp_path, "other.docx" if form is hudoc_docx else "other.html", form(body, tuple(head)))
    result = confirm(own, file, "--yes", *BY)
    assert result.returncode == 1
    assert said in result.stderr
    assert not (own.folder / "confirmations").exists()


def test_another_number_and_another_name_are_one_line(own, tmp_path):
    head = (HEAD[0], "CASE OF NOWAK v. ELBONIA", "(Application no. 99002/21)", *HEAD[3:])
    body = [("The case was brought before the Court.", True), *BODY[2:]]
    result = confirm(own, written(tmp_path, "other.docx", hudoc_docx(body, head)), "--yes", *BY)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "are: 99002/21; and the record is 'Novak and Others v. Elbonia', the document is headed" in result.stderr


def test_a_pdf_of_another_number_is_refused(own, tmp_path):
    head = (*HEAD[:2], "(Application no. 99002/21)", *HEAD[3:])
    body = [("The case was brought before the Court.", True), *BODY[2:]]
    result = confirm(own, written(tmp_path, "other.pdf", hudoc_pdf(body, head)), "--yes", *BY)
    assert result.returncode == 1
    assert "the numbers at the head of the document are: 99002/21" in result.stderr


def test_a_paragraph_that_is_not_there_is_refused_and_the_rest_is_kept(own, judgment):
    result = confirm(own, judgment, "--yes", *BY)
    assert result.returncode == 3
    assert "§ 12  there is no paragraph 12 in this document; it counts from 1 to 6." in result.stderr
    assert "operative part  is not a paragraph number." in result.stderr
    assert own.holding()[1].verification == "primary"
    assert own.holding(2)[1].verification == "recalled"


def test_a_changed_text_is_refused(own, judgment, tmp_path):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    before = (own.folder / "confirmations" / f"{KEY}.yaml").read_text(encoding="utf-8")
    altered = [(text.replace("nobody disputed", "nobody accepted"), counted) for text, counted in BODY]
    file = written(tmp_path, "altered.docx", hudoc_docx(altered))
    result = confirm(own, file, "--yes", *BY, "--holding", HOLDING)
    assert "§ 5  the text differs from the one that A. Counsel confirmed" in result.stderr
    assert "One of the two files was altered." in result.stderr
    assert "Confirmed 1" in result.stdout, "the paragraph that did not change may be confirmed again"
    after = (own.folder / "confirmations" / f"{KEY}.yaml").read_text(encoding="utf-8")
    assert before.split("at: § 6")[0] == after.split("at: § 6")[0]


def test_the_same_judgment_in_another_form_agrees(own, judgment, tmp_path):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    for name, data in (("j.html", hudoc_html()), ("old.docx", hudoc_docx(old=True)), ("j.pdf", hudoc_pdf())):
        result = confirm(own, written(tmp_path, name, data), "--yes", *BY, "--holding", HOLDING)
        assert result.returncode == 0, result.stderr


def test_a_proposition_that_changed_since_is_not_confirmed_any_more(own, judgment):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    own.write("are enough.", "are always enough.")
    library = own.library()
    assert library.holdings[HOLDING][1].verification == "recalled"
    assert len(library.stale[HOLDING]) == 2
    assert "confirmed § 6 for another wording: read it again" in str(reasons_of(library, HOLDING))


def test_a_paragraph_that_the_reader_found_is_added(own, judgment):
    result = confirm(own, judgment, "--at", "novak-v-elbonia-2022/3=4", "--yes", *BY)
    assert result.returncode == 0, result.stderr
    _, holding = own.holding(3)
    assert [(p.at, p.level) for p in holding.pinpoints] == [("§ 4", "primary")]
    assert holding.verification == "primary"


CASE = """\
format: 1
as_of: 2026-06-01
request: {requesting_state: CN, requested_state: PL, kind: extradition}
circumstances:
  - {id: a, says: A fact., tags: [general-situation-or-group]}
"""


def situation_of(library):
    return Situation(case_from_text(CASE, library).case, library, "2026-06-01")


def reasons_of(library, holding):
    report = match_case(situation_of(library), ["national_court"], ["general-situation-or-group"])
    (match,) = [m for m in report.matches if m.holding == holding]
    return {r.code: r.text for r in match.reasons}


def test_the_match_says_who_read_it(own, judgment):
    assert "recalled" in reasons_of(own.library(), HOLDING)
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    reasons = reasons_of(own.library(), HOLDING)
    assert "recalled" not in reasons
    assert reasons["confirmed"].startswith("§ 6 read and confirmed by A. Counsel on")


def final_problems(own, **options):
    library = own.library()
    built = build(situation_of(library), Options(filings=("national-memorandum",), final=True, pages="none", **options))
    return [p.line() for p in built.problems if "novak-v-elbonia-2022/1" in p.line()], built


def test_final_asks_until_it_is_confirmed_and_then_no_more(own, judgment):
    own.write("verification: recalled", "verification: secondary")
    (line, *_), _ = final_problems(own)
    assert "Nobody has read it in the source." in line
    assert f"casebrief confirm {KEY} FILE" in line
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    assert final_problems(own)[0] == []


def test_twenty_minutes_before_the_hearing_counsel_takes_a_pinpoint_over_by_name(own):
    own.write("verification: recalled", "verification: primary")
    (line, *_), _ = final_problems(own)
    assert f'--accept "{HOLDING}=§ 6" --by NAME' in line
    result = confirm(own, "--accept", f"{HOLDING}=§ 6", *BY)
    assert result.returncode == 0, result.stderr
    assert "Taken over unread by A. Counsel" in result.stdout
    lines, _ = final_problems(own)
    assert lines == []
    _, holding = own.holding()
    assert (holding.pinpoints[1].level, holding.pinpoints[1].accepted_by) == ("secondary", "A. Counsel")


def test_without_unread_pinpoints_the_filing_cites_none(own):
    own.write("verification: recalled", "verification: primary")
    library = own.library()
    draft = build(situation_of(library), Options(filings=("national-memorandum",), pages="none"))
    assert "no. 99001/21, 3 February 2022, § 6" in text_of(draft.files["to-file/national-memorandum.docx"])
    precedents, evidence = without_unread_pinpoints(library.precedents, library.evidence)
    assert precedents[KEY].holdings[0].pinpoints == ()
    assert not [f for e in evidence.values() for f in e.findings if f.pinpoint and f.pinpoint_level != "primary"]


def test_report_and_manifest_name_the_reader(own, judgment):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    confirm(own, "--accept", "novak-v-elbonia-2022/2=§ 12", *BY)
    library = own.library()
    files = build(situation_of(library), Options(filings=("national-memorandum",), pages="none")).files
    manifest = json.loads(files["counsel-only/manifest.json"])
    assert {c["by"] for c in manifest["confirmed"]} == {"A. Counsel"}
    assert [c["at"] for c in manifest["confirmed"]] == ["§ 5", "§ 6"]
    page = files["counsel-only/report.html"].decode()
    assert "Read in the source, and by whom" in page
    assert "001-900001.docx" in page


def run(layer, key, *arguments):
    """The command as a program of its own."""
    return subprocess.run(
        [sys.executable, str(ROOT / "assemble.py"), "--library", str(layer), "confirm", key, *map(str, arguments)],
        text=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "CASEBRIEF_LIBRARY": ""},
        check=False,
    )


def test_a_confirmation_is_read_back_with_the_library(own, judgment):
    """The whole way, without any short cut: command, file, library."""
    result = run(own.folder, KEY, judgment, "--yes", *BY, "--holding", HOLDING)
    assert result.returncode == 0, result.stderr
    library = load_library((own.folder,))
    assert library.holdings[HOLDING][1].verification == "primary"
    assert len(library.confirmed[HOLDING]) == 2


def test_views_of_a_committee_are_confirmed_by_their_numbers(tmp_path):
    layer = tmp_path / "own"
    key = "un-cat/cat-novak-v-elbonia-2021"
    text = RECORD.replace(KEY, key).replace("novak-v-elbonia-2022", "cat-novak-v-elbonia-2021")
    text = text.replace("court: echr", "court: un-cat").replace("kind: judgment", "kind: views")
    text = text.replace("99001/21", "9901/2021\nsymbol: CAT/C/99/D/9901/2021").replace("§ 6", "para. 4.2")
    text = text.replace("Novak and Others v. Elbonia", "Novak v. Elbonia")
    (layer / "precedents" / "un-cat").mkdir(parents=True)
    (layer / "precedents" / f"{key}.yaml").write_text(text, encoding="utf-8")
    file = written(tmp_path, "g2100001.docx", views_docx())
    result = run(layer, key, file, "--json", "--yes", *BY, "--holding", "cat-novak-v-elbonia-2021/1")
    answer = json.loads(result.stdout)
    assert [c["at"] for c in answer["confirmed"]] == ["para. 4.2"]
    assert answer["source"]["date_seen"] is False
    assert "§ 5" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["FILE", "--yes"], "--yes needs --by NAME"),
        ([], "Name the file of the judgment"),
        (["FILE", "--holding", "novak-v-elbonia-2022/9"], "has no holding 'novak-v-elbonia-2022/9'"),
        (["FILE", "--at", "5"], "write HOLDING=PARAGRAPH"),
        (["--accept", f"{HOLDING}=§ 6"], "--accept needs --by NAME"),
    ],
)
def test_wrong_usage_is_told(own, judgment, arguments, said):
    result = confirm(own, *[judgment if a == "FILE" else a for a in arguments])
    assert result.returncode == 2
    assert said in result.stderr


def test_what_is_not_in_the_record_cannot_be_taken_over(own):
    result = confirm(own, "--accept", f"{HOLDING}=§ 7", *BY)
    assert result.returncode == 1
    assert f"Pinpoints of {HOLDING}: § 5, § 6." in result.stderr


def test_a_name_with_a_hidden_character_is_refused(own, judgment):
    result = confirm(own, judgment, "--yes", "--by", "A.\u202eCounsel")
    assert result.returncode == 1
    assert "U+202E" in result.stderr
    assert not (own.folder / "confirmations").exists()


def test_a_confirmation_that_was_spoilt_by_hand_is_told_with_its_place(own, judgment):
    confirm(own, judgment, "--yes", *BY, "--holding", HOLDING)
    file = own.folder / "confirmations" / f"{KEY}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("answer: 'yes'", "answer: maybe", 1), encoding="utf-8")
    result = confirm(own, judgment, "--look")
    assert result.returncode == 1
    assert f"{KEY}.yaml:7:5" in result.stderr
    assert "'maybe' is not one of 'yes' or 'no'" in result.stderr
