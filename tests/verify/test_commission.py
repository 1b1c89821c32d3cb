"""Rulings of the Commission out of HUDOC's feed: they may show that a case exists, and they blame nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.verify.commission import LISTED, of_feed, of_text, unknown
from briefs.verify.find.forms import load_forms, read_forms

FEED = """<rss version="2.0"><channel><title>ECHR HUDOC Search Feed</title>
<item><title>H C K v. NORWAY</title><pubDate>Tue, 06 Feb 1968 00:00:00 GMT</pubDate>
<description>2550/65 - Admissibility Decision</description><link>http://hudoc.echr.coe.int/eng</link></item>
<item><title>X. &amp; CO. (ENGLAND) LTD v. THE FEDERAL REPUBLIC OF GERMANY</title>
<pubDate>Wed, 07 Feb 1968 00:00:00 GMT</pubDate><description>3147/67 - </description><link>x</link></item>
<item><title>LEWY contre la REPUBLIQUE FEDERALE D'ALLEMAGNE</title>
<pubDate>Wed, 07 Feb 1968 00:00:00 GMT</pubDate><description>3064/67 - </description><link>x</link></item>
<item><title>X. c. SUEDE</title><pubDate>Wed, 07 Feb 1968 00:00:00 GMT</pubDate>
<description>3071/67 - </description></item>
<item><title>X. v. SWEDEN</title><pubDate>Wed, 07 Feb 1968 00:00:00 GMT</pubDate>
<description>3071/67 - </description></item>
<item><title>CASE OF ECKLE v. GERMANY</title><pubDate>Thu, 15 Jul 1982 00:00:00 GMT</pubDate>
<description>8130/78 - Chamber Judgment</description></item>
<item><title>DEWEER CASE</title><pubDate>Fri, 09 Dec 1983 00:00:00 GMT</pubDate>
<description>6903/75 - Resolution - Execution</description></item>
</channel></rss>"""


@pytest.fixture(scope="module")
def forms(library):
    return load_forms(read_forms(library.layers))


def test_an_extradition_case_of_the_commission_is_known_by_name_and_number(only):
    found = only("Kirkwood v. the United Kingdom, no. 10479/83, Commission decision of 12 March 1984, DR 37, p. 158.")
    assert (found.status, found.problems) == ("exists", [])
    assert "HUDOC's feed" in found.notes[0].text


@pytest.mark.parametrize(
    "text",
    [
        "X v. the United Kingdom, no. 10479/83, Commission decision of 12 March 1984.",  # cited as before it had a name
        "Kirkwood v. the United Kingdom, no. 10479/83, Commission decision of 13 March 1984.",
        "Kirkwood v. the United Kingdom, no. 10479/84, Commission decision of 3 May 1985.",
        "Kirkwood v. Ireland, no. 10479/83, Commission decision of 12 March 1984.",
        "Nowak v. Poland, no. 10479/83.",
    ],
)
def test_a_row_that_nobody_saw_blames_nobody(only, text):
    found = only(text)
    assert (found.status, found.problems) == ("not_in_library", [])


def test_a_day_and_a_name_are_enough_without_the_number(only):
    assert only("Altun v. Germany, Commission decision of 3 May 1983.").status == "exists"


def test_a_judgment_is_not_taken_for_the_report_of_the_commission_in_the_same_case(only):
    wrong = only("Lithgow and Others v. the United Kingdom, no. 9006/80, 9 July 1986, Series A no. 102.")
    assert [p.code for p in wrong.problems] == ["wrong_date"]


def test_the_feed_gives_each_ruling_once_by_its_english_title(forms):
    rows = list(of_feed(FEED.encode(), forms))
    assert [(r["name"], r["application_numbers"], r["date"]) for r in rows] == [
        ("H C K v. Norway", "2550/65", "1968-02-06"),
        ("X. & Co. (England) Ltd v. Germany", "3147/67", "1968-02-07"),
        ("Lewy v. Germany", "3064/67", "1968-02-07"),
        ("X. v. Sweden", "3071/67", "1968-02-07"),
    ]
    assert {(r["kind"], r["basis"]) for r in rows} == {("commission", "feed")}


def test_what_the_register_has_is_left_out_and_another_day_is_noted_there(forms):
    rows = list(of_text("1983-10-06\n10326/83 R. v. DK\n10327/83 Q. v. DK\nR 10328/83 S. v. DK", forms))
    register = [
        {
            "name": "R. v. Denmark",
            "application_numbers": "10326/83",
            "kind": "commission",
            "date": "1983-09-06",
            "notes": "",
        },
        {
            "name": "Q. v. Denmark",
            "application_numbers": "10327/83",
            "kind": "commission",
            "date": "1983-10-06",
            "notes": "",
        },
    ]
    assert [r["name"] for r in unknown(rows, register)] == ["R. v. Denmark", "S. v. Denmark"]
    assert [r["notes"] for r in register] == ["other dates printed: 1983-10-06", ""]


def test_every_line_of_the_list_is_read(forms):
    text = LISTED.read_text(encoding="utf-8")
    assert len(list(of_text(text, forms))) == text.count(" v. ")


@given(st.text(max_size=60))
def test_a_line_that_is_neither_a_day_nor_a_ruling_is_refused(forms, line):
    try:
        rows = list(of_text(line, forms))
    except ValueError:
        return
    assert all(row["application_numbers"] for row in rows)
