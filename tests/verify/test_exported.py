"""A list that a lawyer exported from HUDOC, put into her own library: from then on verify knows its cases."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.documents.opening import document_of
from briefs.errors import LibraryError
from briefs.library import load_library
from briefs.verify import load_checker
from briefs.verify.known.exported import COLUMNS, as_register
from briefs.verify.known.register import Register

HEAD = "Document Title,Application Number,Document Type,Originating Body,Date,Conclusion,ECLI"
LIST = f"""{HEAD}
NOWAK v. SLOVAKIA,99417/19,HEDEC,Court (First Section Committee),14/10/2021,Inadmissible,
CASE OF ŠÁRNA; S.R.O. AND OTHERS v. THE UNITED KINGDOM (No. 2),99401/16;99402/16,HEJUD,Court (Grand Chamber),\
01/02/2020 00:00:00,"Violation of Article 6 (Article 6-1; access, fairness)",
AFFAIRE CHTCHEGLOV c. SUISSE (SATISFACTION ÉQUITABLE),99405/15,HFJUD,Court (Third Section),19/01/2021,,
CASE OF NOVÁK v. SWITZERLAND - [German Translation] summary,99406/15,HJUDGER,Court (Third Section),19/01/2021,,
X. v. THE FEDERAL REPUBLIC OF GERMANY,9499/81,HEDEC,Commission (Plenary),07/05/1982,,
NOVÁ v. SLOVAKIA,99407/22,HECOM,Court (First Section),03/05/2023,,
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)


@pytest.fixture
def own(tmp_path):
    """Her library folder, empty but for the room of the law."""
    (tmp_path / "own" / "law").mkdir(parents=True)
    return tmp_path / "own"


def checked(own, text):
    """The citations of a text, with her library."""
    library = load_library((own,))
    return load_checker(library, "2026-06-01").check(document_of(text.encode(), own / "draft.txt")).citations


def rows(text):
    return list(csv.DictReader(io.StringIO(as_register(text, "hudoc-mine.csv"))))


def test_a_decision_that_nobody_here_knew_is_known_when_her_list_from_hudoc_stands_in_her_library(own):
    text = "Nowak v. Slovakia (dec.), no. 99417/19, 14 October 2021."
    assert [c.status for c in checked(own, text)] == ["not_in_library"]
    (own / "law" / "hudoc-mine.csv").write_text(LIST, encoding="utf-8-sig")
    (found,) = checked(own, text)
    assert found.status == "exists"
    assert [note.text for note in found.notes] == ["Known from hudoc-mine.csv, your list from HUDOC."]
    (wrong,) = checked(own, text.replace("14 October", "15 October"))
    assert (wrong.status, [p.text for p in wrong.problems]) == (
        "mismatch",
        ["Decided on 14 October 2021, not 15 October 2021."],
    )


def test_what_hudoc_writes_in_capitals_becomes_what_a_lawyer_cites():
    found = [r for r in rows(LIST) if r["name"]]
    assert [r["name"] for r in found] == [
        "Nowak v. Slovakia",
        "Šárna, S.R.O. and Others v. the United Kingdom (no. 2)",
        "Chtcheglov v. Switzerland",
        "X. v. Germany",
    ]
    assert [r["kind"] for r in found] == ["decision", "grand_chamber_judgment", "judgment", "commission"]
    assert [r["phase"] for r in found] == ["", "", "just satisfaction", ""]
    assert found[1]["application_numbers"] == "99401/16;99402/16"
    assert [r["date"] for r in found] == ["2021-10-14", "2020-02-01", "2021-01-19", "1982-05-07"]


def test_translations_and_communicated_cases_are_no_rulings():
    assert not {"99406/15", "99407/22"} & {r["application_numbers"] for r in rows(LIST)}


def test_a_list_that_went_through_a_spreadsheet_with_semicolons_is_read_as_well():
    text = "Document Title;Application Number;Document Type;Originating Body;Date\n"
    text += 'NOWAK v. SLOVAKIA;"99417/19;99418/19";HEDEC;Court;14/10/2021\n'
    (row,) = rows(text)
    assert (row["name"], row["application_numbers"]) == ("Nowak v. Slovakia", "99417/19;99418/19")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Title,Number\nNowak v. Slovakia,99417/19\n", 1),
        (f"{HEAD}\nNOWAK v. SLOVAKIA,99417/19\n", 2),
        (f'{HEAD}\n"NOWAK', 2),
    ],
)
def test_a_file_that_is_no_list_from_hudoc_is_refused_with_its_line(own, text, line):
    (own / "law" / "hudoc-mine.csv").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError) as refused:
        checked(own, "Nowak v. Slovakia, no. 99417/19.")
    assert refused.value.problems[0].where == f"law/hudoc-mine.csv:{line}"
    assert "Export the list from HUDOC as CSV again" in str(refused.value)


def test_a_file_in_other_letters_than_utf_8_is_refused_and_told_how_to_save_it(own):
    (own / "law" / "hudoc-mine.csv").write_bytes(LIST.encode("utf-16"))
    with pytest.raises(LibraryError, match="CSV UTF-8"):
        checked(own, "Nowak v. Slovakia, no. 99417/19.")


def test_each_row_of_the_register_stands_on_its_line_of_the_list(own):
    file = own / "law" / "hudoc-mine.csv"
    file.write_text(LIST, encoding="utf-8")
    (found,) = Register(load_library((own,)).layers).numbered("9499/81")
    assert found.row.split(":")[1] == "5"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=("Cs",)), max_size=20)
            | st.sampled_from(
                ["CASE OF X v. POLAND", "1/00", "1/00;2/00", "HEJUD", "Court (Grand Chamber)", "01/02/2003"]
            ),
            min_size=7,
            max_size=7,
        ),
        max_size=4,
    )
)
def test_any_list_with_hudocs_columns_is_read_line_by_line(lines):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEAD.split(","), *lines])
    made = as_register(out.getvalue(), "hudoc.csv").split("\n")
    assert made[0] == ",".join(COLUMNS)
    assert len(made) == len(lines) + 1
    for row in csv.DictReader(io.StringIO("\n".join(made))):
        assert row["told"] == "hudoc.csv"
        assert " v. " in row["name"]
