"""show: a ruling, a report and the graph, as a lawyer reads them."""

import json

import pytest
from click.testing import CliRunner

from briefs.citing import plain_cite
from briefs.cli.main import cli
from briefs.report.graph import links_of
from briefs.report.record import record_lines


@pytest.fixture(autouse=True)
def shipped(library, monkeypatch):
    monkeypatch.setattr("briefs.cli.library_commands.open_library", lambda ctx: library)


def show(*arguments):
    result = CliRunner().invoke(cli, ["show", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_ruling_says_first_what_it_is_and_how_it_ended():
    said = show("liu-v-poland-2022").splitlines()
    assert said[0] == "Liu v. Poland, no. 37610/18, 6 October 2022"
    assert "  European Court of Human Rights (First Section, Chamber)" in said[:3]
    assert any(line.startswith("  Extradition: China asks Poland.") for line in said)
    assert any(line.startswith("  Outcome (primary): Article 3 would be breached") for line in said)


def test_what_helps_and_what_harms_stand_apart_with_the_answer(library):
    said = show("liu-v-poland-2022")
    ours, theirs = said.index("FOR THE PERSON"), said.index("AGAINST THE PERSON")
    assert ours < said.index("relieved of proving personal reasons") < theirs
    assert theirs < said.index("Taiwanese nationality as such") < said.index("Our answer: The point is harmless")


def test_each_pinpoint_carries_its_own_level_and_how_it_was_seen():
    said = " ".join(show("liu-v-poland-2022").split())
    assert "§ 79 (secondary): cross-reference inside the passage quoted" in said
    assert "§ 83 (recalled) Rests on: a finding on the conditions in one requesting state: for no other." in said


def test_a_ruling_that_may_not_be_cited_says_so_in_capitals():
    assert "THE OUTCOME WAS NOT SEEN: this ruling is kept, and never cited." in show("tr-aym-helili-2025")
    assert "REVERSED by" in show("nz-kim-nzca-2019")
    assert "OVERRULED by" in show("trabelsi-v-belgium-2014")


def test_a_derived_ecli_says_that_it_is_derived():
    assert "ECLI:CE:ECHR:2008:0228JUD003720106 (derived by rule)" in show("saadi-v-italy-2008")
    assert "ECLI:CE:ECHR:2022:1006JUD003761018;" in show("liu-v-poland-2022")


def test_a_report_that_cuts_both_ways_shows_both_edges():
    said = show("un-cat-co-china-2015")
    assert "It cuts both ways: who exhibits it exhibits all of it." in said
    assert said.index("FOR THE PERSON") < said.index("AGAINST THE PERSON") < said.index("Relied on in")
    assert "echr/liu-v-poland-2022" in said


def test_every_record_can_be_printed_in_lines_that_fit(library):
    for room in (library.precedents, library.evidence, library.grounds, library.states, library.forums):
        for key, record in room.items():
            lines = list(record_lines(record, library))
            assert lines, key
            long = [line for line in lines if len(line) > 100 and len(max(line.split(), key=len)) < 60]
            assert [line for line in long if "casebrief" not in line] == [], key


def test_the_graph_is_the_same_from_either_end(library):
    for key in library.precedents:
        for link in links_of(key, library).cites:
            if link.id:
                back = {(b.id, b.level) for b in links_of(link.id, library).cited_by}
                assert (key, link.level) in back, (key, link.id)


def test_the_graph_names_levels_and_what_the_library_lacks():
    said = show("soering-v-uk-1989", "--graph")
    assert "  [primary] Saadi v. Italy [GC], no. 37201/06, 28 February 2008  echr/saadi-v-italy-2008" in said
    assert "  [primary] Kolesnik v. Russia  (not in the library)" in said
    lost = show("trabelsi-v-belgium-2014", "--graph")
    assert (
        "has lost authority to\n  [primary] overruled on 2022-11-03 (trabelsi-v-belgium-2014/3): Sanchez-Sanchez"
        in lost
    )


def test_the_graph_as_json():
    answer = json.loads(show("liu-v-poland-2022", "--graph", "--json"))
    assert {"id": "echr/fg-v-sweden-2016", "verification": "recalled"}.items() <= answer["cites"][0].items()
    assert answer["taken_by"] == []
    assert [t["id"] for t in answer["takes_from"]] == ["pl-sn/pl-sn-ii-kk-154-19"]


def test_only_rulings_have_a_graph():
    result = CliRunner().invoke(cli, ["show", "un-cat-gc4", "--graph"])
    assert result.exit_code == 2
    assert "--graph is for rulings" in result.stderr


def test_an_admissibility_decision_is_cited_as_one(library):
    """Left out, a decision would be taken for a judgment."""
    harkins = library.precedents["echr/harkins-v-uk-no2-dec-gc-2017"]
    assert plain_cite(harkins, library.courts["echr"]).startswith("Harkins v. the United Kingdom (dec.) [GC], no.")
    for precedent in library.precedents.values():
        if precedent.kind == "decision" and library.courts[precedent.court].system == "echr":
            assert plain_cite(precedent, library.courts[precedent.court]).count("(dec.)") == 1
