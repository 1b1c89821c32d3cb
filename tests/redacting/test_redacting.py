"""A pack that may be shared: nobody in it can be found by name, number, birth date or any form of them."""

import datetime as dt
import io
import os
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.casefile import case_from_text
from briefs.redacting import Pack, blank, left_over, pseudonymise
from briefs.redacting.casetext import case_text
from briefs.redacting.forms import date_pattern
from briefs.redacting.pseudonyms import Original

ROOT = Path(__file__).parent.parent.parent
CASE = """
format: 1
as_of: 2026-11-20
reference: TEST-2026-778
language: en
persons_sought:
  - name: {full: Ilyas MAMEDJAN, native: 伊力亚斯, other_spellings: [Memetjan İlyas]}
    born: "1984-05-17"
    nationalities: [CN]
    birth_place: Yarkent
    identity_document: passport E77810034
    profile: [uyghur]
    family: [{relation: sister, name: Gulnar MAMEDJAN, says: lives in Yarkent}]
request:
  requesting_state: CN
  requested_state: PL
  offences: [{label: fraud, category: fraud, maximum_penalty: 10 years}]
proceedings:
  stage: first-instance
  court: {name: Regional Court, file_number: III Kop 55/26}
  custody: {since: "2026-03-02", place: Remand prison Białołęka}
circumstances:
  - id: arrest-mamedjan
    says: >-
      Mr Mamedjan, born 17 May 1984 (17/05/1984; 1984年5月17日), passport E 7781 0034, was seized in Yarkent with his
      sister Gulnar and Pastor John Doe-Smith. 伊力亚斯 was held at Remand Prison Białołęka; file III Kop 55/26.
    source: {exhibit: e1, page: "2"}
exhibits:
  - {id: e1, title: Statement of Gulnar Mamedjan of 17.5.1984, author: Gulnar Mamedjan, file: /home/anna/mamedjan.pdf}
representation:
  counsel: [{name: Anna Kowalczyk, firm: Kowalczyk Legal, email: anna@kowalczyk.example, phone: "+48 600 700 800"}]
confidentiality:
  third_persons: [{name: John Doe-Smith, relation: witness}]
"""
SECRETS = (
    "mamedjan", "ilyas", "memetjan", "gulnar", "伊力亚斯", "yarkent", "77810034", "55/26", "białołęka", "kowalczyk",
    "doe-smith", "600 700", "1984-05-17", "17 may 1984", "17/05/1984", "5月17日", "17.5.1984", "test-2026-778",
)  # fmt: skip


def nobody(library):
    return pseudonymise(case_from_text(CASE, library).case)


def test_no_value_is_left_in_the_case_and_the_law_is(library):
    text = case_text(nobody(library).data)
    assert [s for s in SECRETS if s in text.casefold()] == []
    for kept in (
        "uyghur",
        "CN",
        "PL",
        "Regional Court",
        "first-instance",
        "2026-03-02",
        "'1984'",
        "Person A",
        "was seized",
    ):
        assert kept in text
    case_from_text(text, library)


def run(*arguments):
    command = [sys.executable, ROOT / "assemble.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ})


def test_the_command_writes_a_searched_pack_and_names_no_value(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    done = run(
        "redact", tmp_path / "case.yaml", "-o", tmp_path / "out", "--filing", "national-memorandum", "--also", "Pastor"
    )
    assert done.returncode == 0, done.stderr
    assert "none is left" in done.stderr
    pack = Pack(
        {
            p.relative_to(tmp_path / "out").as_posix(): p.read_bytes()
            for p in (tmp_path / "out").rglob("*")
            if p.is_file()
        }
    )
    everything = "\n".join(pack.places.values()).casefold()
    assert "to-file/national-memorandum.docx" in pack.files
    assert [s for s in (*SECRETS, "pastor") if s in everything + done.stderr.casefold()] == []


def word(text, name="word/document.xml", attribute="", split=False):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in (text if split else [text]))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, f'<w:d xmlns:w="{space}" w:x="{attribute}"><w:p>{runs}</w:p></w:d>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"a.docx": word("by Ilyas MAMEDJAN")}, "a.docx: word/document.xml"),
        ({"a.docx": word("ILYAS Mamedjan", split=True)}, "a.docx: word/document.xml"),
        ({"a.docx": word("x", attribute="Mamedjan")}, "a.docx: word/document.xml"),
        ({"a.docx": word("x", name="word/mamedjan.xml")}, "a.docx: names of parts"),
        ({"a.docx": word("on 17 May 1984", name="docProps/core.xml")}, "a.docx: docProps/core.xml"),
        ({"a.docx": word(unicodedata.normalize("NFD", "the REMAND-prison Białołęka"))}, "a.docx: word/document.xml"),
        ({"a.docx": word("passport E77 810 034")}, "a.docx: word/document.xml"),
        ({"mamedjan.docx": word("x")}, "names of files"),
        ({"report.html": b"<b>Gulnar&#x20;Mamedjan</b>"}, "report.html"),
        ({"report.json": '{"x": "伊力亚斯"}'.encode()}, "report.json"),
        ({"report.json": b"Memetjan"}, "report.json"),
    ],
)  # fmt: skip
def test_the_search_finds_what_is_left(library, files, place):
    made = nobody(library)
    problems = left_over(made.originals, Pack(files), Pack({}), made.texts)
    assert place in {p.where for p in problems}
    assert not any(s in p.line().casefold().split("  ", 1)[1] for p in problems for s in SECRETS)


def test_a_name_that_the_library_uses_too_is_no_alarm_but_stays_out_of_the_case():
    liu = Original("persons_sought.0.name.full", "Liu", "part")
    cites = Pack({"a.docx": word("Liu v. Poland")})
    assert left_over([liu], cites, cites, "Person A was arrested") == []
    assert left_over([liu], cites, cites, "Mr Liu was arrested")


def test_a_blank_case_keeps_what_the_law_turns_on(library):
    data = blank(nobody(library).data)
    assert data["request"]["requesting_state"] == "CN"
    assert data["circumstances"][0]["says"] == "x"
    case_from_text(case_text(data), library)


@given(st.dates(dt.date(1920, 1, 1), dt.date(2020, 12, 31)))
def test_a_day_is_found_in_every_usual_form(day):
    d, m, y = day.day, day.month, day.year
    month, short = day.strftime("%B"), day.strftime("%b")
    forms = (
        f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{d}.{m}.{y}", f"{day:%d/%m/%y}", f"{day:%m/%d/%Y}", f"{day:%Y/%m/%d}",
        f"{d} {month} {y}", f"{d}. {month} {y}", f"{d}th of {month} {y}", f"{month} {d}, {y}", f"{short}. {d} {y}",
        f"{day:%d}-{short}-{y}", f"{y}年{m}月{d}日", f"{day:%Y%m%d}", f"{day:%d%m%Y}", f"{d} května {y}",
        f"{d} de mayo de {y}", f"{d} mai {y}",
    )  # fmt: skip
    find = date_pattern(day.isoformat())
    assert [form for form in forms if not find.search(f"born on {form}, in")] == []
    assert not find.search(f"in {y}, on page {d}")
