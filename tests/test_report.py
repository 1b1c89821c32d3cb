"""report.html: one page that asks nothing of any other machine, whose links lead somewhere, and that says what counts.

What needs a browser (keyboard, print, requests) is in test_report_in_browser.py.
"""

import json
import re
from pathlib import Path

import lxml.html
import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.matching import match_case
from briefs.report.matrix import matrix
from briefs.report.page import report_page
from briefs.report.timeline import timeline

ROOT = Path(__file__).parent.parent
REPORT = "counsel-only/report.json"


def made(library, text=None):
    file = ROOT / "examples/poland-2024/case.yaml"
    case = case_from_text(text, library).case if text else load_case(file, library).case
    s = Situation(case, library, case.as_of)
    return s, build(s, Options(filings=("echr-rule39", "uncat-complaint"), pages="none"))


@pytest.fixture(scope="module")
def written(library):
    return made(library)[1].files


@pytest.fixture(scope="module")
def page(written):
    return lxml.html.document_fromstring(written["counsel-only/report.html"].decode("utf-8"))


def test_nothing_is_loaded_from_anywhere(page, written):
    text = written["counsel-only/report.html"].decode("utf-8")
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base")
    assert not page.xpath("//@src | //@srcset | //@onclick | //@style[contains(., 'url')]")
    assert "url(" not in text
    assert "@import" not in text
    assert not [href for href in page.xpath("//a/@href") if re.match(r"[a-z]+:|//", href)]


def test_every_link_leads_somewhere_and_no_place_has_two_names(page, written):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href"):
        if href.startswith("#"):
            assert href[1:] in ids, href
        else:
            assert href.removeprefix("../") in written or f"counsel-only/{href}" in written, href


def test_a_screen_reader_finds_its_way(page):
    assert page.get("lang") == "en"
    assert page.xpath("count(//h1)") == 1
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert page.xpath("count(//main)") == page.xpath("count(//header)") == page.xpath("count(//nav)") == 1
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert not page.xpath("//table[contains(@class, 'data')]//th[not(@scope)]")
    for section in page.xpath("//section | //article[@aria-labelledby]"):
        assert page.get_element_by_id(section.get("aria-labelledby")).text_content().strip()


def test_every_printed_page_is_headed_as_privileged(page):
    """A table head repeats on each printed page; the heading of the page is one."""
    head = page.xpath("//table[@class='sheet']/thead")[0]
    assert "Privileged and confidential" in head.text_content()
    assert "table-header-group" in page.xpath("//style")[0].text


def test_the_picture_has_its_words_beside_it(page):
    svg = page.xpath("//figure/svg")[0]
    bubbles = svg.xpath(".//a/@href")
    listed = page.xpath("//ol[@class='events']/li/@id")
    assert [href[1:] for href in bubbles] == listed
    assert len(listed) == 11
    words = page.xpath("//ol[@class='events']")[0].text_content()
    assert "18 August 2024" in words
    assert "Arrest" in words


def test_the_page_says_who_reads_what_and_what_is_missing(page, written):
    card = page.get_element_by_id("f-echr-rule39").getparent().text_content()
    assert "Who will read it: the requested state, the requesting state, the public." in card
    assert "The authority, signed by both." in card
    assert "missing" in card
    text = page.text_content()
    for words in ("not written now", "Adverse authorities", "no fact of this person", "Kept out", "to decide"):
        assert words in text, words
    report = json.loads(written["counsel-only/report.json"])
    assert {t["label"] for t in report["terms"]} == {"T1", "T2", "T3", "T4"}


def test_the_proof_names_every_file_by_its_hash(page, written):
    import hashlib

    manifest = json.loads(written["counsel-only/manifest.json"])
    for name, value in manifest["files"].items():
        assert hashlib.sha256(written[name]).hexdigest() == value, name
    assert set(manifest["files"]) == set(written) - {"counsel-only/manifest.json"}
    assert {"echr-rule39", "uncat-complaint", "arguments/art3-real-risk"} <= set(manifest["templates"])
    shown = page.text_content()
    for value in (*manifest["input"].values(), *manifest["templates"].values()):
        assert value in shown


def test_a_text_of_the_case_file_is_text_and_never_markup(library):
    hostile = (
        'format: 1\nas_of: "2024-06-10"\nreference: "<b>&\\"x"\n'
        "request: {requesting_state: CN, requested_state: PL, offences: ['<script>alert(1)</script>']}\n"
        'circumstances: [{id: a, says: "<img src=x onerror=alert(1)>", on: "2024-01-02", tags: [art3-real-risk]}]\n'
    )
    page = lxml.html.document_fromstring(made(library, hostile)[1].files["counsel-only/report.html"].decode("utf-8"))
    assert not page.xpath("//script | //img | //b")
    assert "<img src=x onerror=alert(1)>" in page.xpath("//ol[@class='events']")[0].text_content()


def damaged(value):
    """The same data with a tag behind every text of more than one word; names and keys have one."""
    if isinstance(value, dict):
        return {key: damaged(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [damaged(inner) for inner in value]
    return f"{value} <i title='\"'>&amp;</i>" if isinstance(value, str) and " " in value else value


def test_no_text_anywhere_in_the_data_is_taken_for_markup(library, written):
    data, proof = (json.loads(written[f"counsel-only/{name}.json"]) for name in ("report", "manifest"))
    data["problems"] = data["warnings"] = ["a line of the checks"]
    data["read"] = [
        {"holding": "h", "at": "§ 83", "answer": "yes", "by": "A Reader", "on": "2024-06-01", "stale": stale}
        | ({} if stale else {"file": "the file", "sha256": "0" * 64})
        for stale in (True, False)
    ]
    proof["accepted"] = [{"rule": "r", "by": "A Reader", "why": "no time"}]
    page = report_page(damaged(data), library, damaged(proof))
    assert "<i" not in page
    assert page.count("&lt;i title=&#39;&#34;&#39;&gt;&amp;amp;&lt;/i&gt;") > 1000
    assert len(lxml.html.document_fromstring(page).xpath("//section[@aria-labelledby='read']//tr")) == 3


def test_the_same_case_gives_the_same_page(library, written):
    assert made(library)[1].files["counsel-only/report.html"] == written["counsel-only/report.html"]


def test_a_ground_without_support_has_named_holes(library):
    text = (
        'format: 1\nas_of: "2024-06-10"\nrequest: {requesting_state: CN, requested_state: PL}\n'
        "circumstances: [{id: a, says: Somebody is ill., tags: [health]}]\n"
    )
    s = Situation(case_from_text(text, library).case, library, "2024-06-10")
    rows = {row["ground"]: row for row in matrix(s, match_case(s))}
    assert "1 facts without an exhibit" in rows["health"]["holes"]
    assert "no fact of this person" in rows["art3-real-risk"]["holes"]
    assert rows["art3-real-risk"]["rulings"] > 0


def test_a_case_without_dates_has_no_picture_and_says_so(library):
    text = 'format: 1\nas_of: "2024-06-10"\nrequest: {requesting_state: CN, requested_state: PL}\n'
    s = Situation(case_from_text(text, library).case, library, "2024-06-10")
    assert timeline(s, match_case(s))["events"] == []
    assert answer_forums(s)
    page = made(library, text)[1].files["counsel-only/report.html"].decode("utf-8")
    assert "holds no date" in page


def test_bubbles_stand_in_the_order_of_time_and_inside_the_picture(library):
    s, _ = made(library)
    drawn = timeline(s, match_case(s))
    places = [event["x"] for event in drawn["events"]]
    assert places == sorted(places)
    assert all(drawn["left"] <= x <= drawn["width"] for x in places)


def test_what_is_the_same_before_every_forum_is_told_once_and_nothing_is_lost(library, written):
    """report.json against `match --json`: every match can be read off again, with each of its reasons."""
    data = json.loads(written["counsel-only/report.json"])
    again = {}
    for entry in data["matches"]:
        for where in entry["standing"]:
            for forum in where["forum"]:
                same = {key: entry[key] for key in entry if key not in {"standing", "reasons"}}
                reasons = sorted(r["text"] for r in (*entry["reasons"], *where["reasons"]))
                key = (entry["kind"], entry["id"], entry["holding"], entry["stance"], entry["ground"], forum)
                again[key] = {**same, "forum": forum, "weight": where["weight"], "reasons": reasons}
    plain = {}
    for match in match_case(made(library)[0], with_closed=True).model_dump(mode="json")["matches"]:
        key = tuple(match[part] for part in ("kind", "id", "holding", "stance", "ground", "forum"))
        plain[key] = {**match, "reasons": sorted(r["text"] for r in match["reasons"])}
    assert again == plain
    assert len(data["matches"]) < len(plain) / 3


def test_what_no_rule_tells_about_lodging_is_said(library):
    """The dossier knows no channel of the Committee on Enforced Disappearances and no language of a minister."""
    data = json.loads(build(made(library)[0], Options(filings=("echr-rule39",), pages="none")).files[REPORT])
    for forum, lines in data["lodging"].items():
        assert {"who", "against", "channel", "languages", "length"} <= {line["about"] for line in lines}, forum
    told = {line["text"] for line in data["lodging"]["ced"] if line["about"] == "channel"}
    assert told == {"By which channel it is sent is not in the library: ask the body, or look at its page, on the day."}
    assert not any("not in the library" in line["text"] for line in data["lodging"]["ecthr_application"])


def test_a_card_says_its_weight_before_every_forum(page):
    card = page.xpath("//article[contains(., 'liu-v-poland-2022/2')]//ul[@aria-label='Weight']")[0].text_content()
    assert "leading before" in card
    assert "persuasive before CAT, article 22; HRC, Optional Protocol" in card
