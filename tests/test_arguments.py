"""Every ground argued: a small case raises it, and the written argument is read as its forum would read it.

The columns of GROUNDS: what makes the ground plain in a case file (the states, and what is added to the bare case), and
the words by which the legal test of each body is known. A body that does not hear the ground has no words.
"""

import io
import re
import zipfile
from dataclasses import dataclass

import pytest
from lxml import etree

from briefs.casefile import case_from_text
from briefs.compose import compose
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.models.template import FilingManifest
from briefs.render.engine import render
from briefs.render.markup import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BARE = to_docx("{%p for submission in submissions %}\n{%p include submission %}\n{%p endfor %}\n")
FORUMS = {"echr": "ecthr_application", "cat": "cat_art22", "iccpr": "hrc_op1", "un": "special_procedures"}
TAGGED = "circumstances:\n  - {{id: told, says: This was seen and written down., tags: [{}]}}"
LEAST = 7  # numbered paragraphs: rule, application, evidence or its absence, the other side, what follows


@dataclass(frozen=True)
class Small:
    """One small case and the words of the test in each system."""

    national: str
    states: tuple[str, str] = ("CN", "PL")
    person: str = ""
    request: str = ""
    rest: str = ""
    echr: str = ""
    cat: str = ""
    iccpr: str = ""
    un: str = ""


GROUNDS = {
    "treaty-and-statutory-bars": Small("A condition that is not met bars surrender"),
    "judicial-authority-of-warrant": Small(
        "because an authority of another state has so ordered",
        rest=TAGGED.format("judicial-authority-of-warrant"),
        echr="follows a procedure prescribed by law",
    ),
    "treaty-no-defence": Small(
        "the treaty",
        request=", legal_basis: treaty",
        echr="under Article 1",
        cat="Article 3 speaks of extradition",
        iccpr="International Covenant on Civil and Political Rights",
    ),
    "hong-kong-status": Small(
        "not submitted that Hong Kong and the mainland",
        states=("HK", "PT"),
        echr="passed on from there",
        cat="deprived of effect",
        iccpr="any place to which the person may later be moved",
    ),
    "art3-real-risk": Small(
        "bars surrender where substantial grounds",
        echr="responsibility of a Contracting State",
        cat="foreseeable, present and real risk",
        iccpr="real risk of irreparable harm",
        un="No state may hand a person over",
    ),
    "general-situation-or-group": Small("general situation", echr="Article 3", cat="Article 3", iccpr="Covenant"),
    "burden-of-proof": Small(
        "proof is divided", echr="Proof under Article 3", cat="foreseeable, present, personal and real", iccpr="author"
    ),
    "absolute-no-balancing": Small(
        "nothing to weigh it against", echr="derogation from it", cat="Article 2(2)", iccpr="Article 4(2)"
    ),
    "death-penalty": Small(
        "capital offence",
        request=", offences: [{label: smuggling, maximum_penalty: death}]",
        echr="Protocols No. 6",
        iccpr="Article 6",
    ),
    "life-without-parole": Small(
        "imprisonment for life without parole",
        request=", offences: [{label: fraud, maximum_penalty: life}]",
        echr="two stages",
        iccpr="Article 10",
    ),
    "enforced-disappearance": Small(
        "three elements", echr="Article 5", cat="danger of torture", iccpr="Article 16", un="three elements"
    ),
    "political-persecution": Small(
        "Two bars have to be kept apart",
        person=", profile: [journalist]",
        echr="no article on political offences",
        cat="Article 1 counts discrimination",
        iccpr="Articles 18, 19, 26 and 27",
    ),
    "refugee-non-refoulement": Small(
        "refugee",
        person=", status: [{kind: refugee, state: DE}]",
        echr="no right to asylum",
        cat="not bound by decisions on refugee status",
        iccpr="Articles 6 and 7 of the Covenant",
    ),
    "flagrant-denial-of-justice": Small("flagrant", echr="flagrant denial of justice", iccpr="Article 14"),
    "torture-evidence": Small(
        "Two questions have to be kept apart",
        rest=TAGGED.format("confession, torture-evidence"),
        echr="Article 6 of the Convention bars",
        cat="Under Article 15 a state party",
        iccpr="Article 14 (3) (g)",
        un="counterpart of the prohibition",
    ),
    "flagrant-denial-of-liberty": Small(
        "flagrant breach of that article",
        echr="Article 5 is not exported",
        iccpr="Article 9 of the Covenant",
        un="outside the control of a court",
    ),
    "prison-conditions": Small(
        "assessed cumulatively",
        states=("IN", "GB"),
        echr="beyond that which is inherent in detention",
        cat="not, as such, torture",
        iccpr="Article 10 (1)",
        un="minimum below which no state may go",
    ),
    "health": Small(
        "fit to be transferred",
        person=", health: [{says: needs dialysis three times a week, withhold_from: []}]",
        echr="serious, rapid and irreversible decline",
        iccpr="Articles 6 and 7 of the Covenant",
        un="care from the first hour",
    ),
    "chain-refoulement": Small(
        "onward transfer included",
        states=("HK", "PT"),
        echr="first destination",
        cat="third place",
        iccpr="subsequently",
    ),
    "diplomatic-assurances": Small(
        "that relies on an assurance",
        request=", assurances: [{given_by: the embassy, text: He will be treated well.}]",
        echr="Article 3 of the Convention",
        cat="may not be used to circumvent",
        iccpr="credible and effective",
    ),
    "eu-charter-third-state": Small("link here is citizenship", states=("BR", "IE"), person=", nationalities: [LT]"),
    "aut-dedere": Small(
        "submits the case to its own", person=", nationalities: [PL]", echr="no right to be prosecuted"
    ),
    "private-family-life": Small(
        "does not prevail by definition",
        person=", family: [{relation: daughter, state: PL, says: goes to school in Gdansk}]",
        echr="Article 8 § 2",
        iccpr="Article 17 of the Covenant",
    ),
    "interpol-abuse": Small("Constitution places co-operation", request=", interpol: {kind: red notice}"),
    "disguised-extradition": Small(
        "only lawful way to surrender",
        request=", kind: deportation, offences: [{label: fraud}]",
        echr="Article 5 § 1 of the Convention forbids",
        cat="expelling, returning and extraditing",
        iccpr="Articles 7, 9 and 13",
        un="use its own procedure",
    ),
    "presumption-of-innocence": Small(
        "do not try guilt", rest=TAGGED.format("presumption-of-innocence"), echr="Article 6 § 2", iccpr="Article 14 (2)"
    ),
    "effective-remedy": Small(
        "decided by a court that looks at it afresh",
        echr="Article 13 does",
        cat="procedural side",
        iccpr="Article 2 (3)",
    ),
    "arbitrary-detention-pending-extradition": Small(
        "one purpose, to make a lawful surrender possible",
        rest='proceedings: {custody: {since: "2025-01-07"}}',
        echr="Article 5 § 1 (f)",
        iccpr="Article 9 (1)",
    ),
    "interim-measures": Small(
        "Surrender cannot be taken back", echr="Rule 39", cat="rule 114", iccpr="Optional Protocol"
    ),
}


def situation(library, small):
    asking, asked = small.states
    person = small.person if "nationalities" in small.person else f"{small.person}, nationalities: [CN]"
    text = (
        'format: 1\nas_of: "2025-06-02"\nreference: A-1\npersons_sought:\n'
        f"  - {{name: {{full: Invented Person}}{person}}}\n"
        f"request: {{requesting_state: {asking}, requested_state: {asked}, purpose: prosecution{small.request}}}\n"
        f"{small.rest}\n"
    )
    case = case_from_text(text, library).case
    return Situation(case, library, case.as_of)


def written(library, s, report, manifest, template):
    """Paragraphs of the written filing, each with its style: (style, text)."""
    brief = compose(s, manifest, report).brief

    def fragment(identity):
        file = library.template_file(identity, "en")
        return file.read_bytes() if file else None

    with zipfile.ZipFile(io.BytesIO(render(template, fragment, brief).data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [
        (
            paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"),
            "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip(),
        )
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle") is not None
    ]


def argued_alone(s, ground):
    """The report of the case with this ground as the only one: the argument has to stand without its neighbours."""
    report = match_case(s, forums=["national_court", *FORUMS.values()], grounds=[ground], with_closed=True)
    return report.model_copy(update={"grounds": tuple(g for g in report.grounds if g.id == ground)})


def part_under(paragraphs, heading):
    """What stands under a first-level heading."""
    at = next((n for n, (style, text) in enumerate(paragraphs) if style == "Heading1" and text == heading), None)
    assert at is not None, heading
    end = next((n for n in range(at + 1, len(paragraphs)) if paragraphs[n][0] == "Heading1"), len(paragraphs))
    return paragraphs[at + 1 : end]


def assert_in_order(part, where):
    """No empty heading, list or paragraph; no tag of the template; a lead-in is followed by its list."""
    for (style, text), (following, _) in zip(part, [*part[1:], ("end", "")], strict=True):
        assert text or style == "TableGap", (where, style)
        assert not re.search(r"\{[{%]|[}%]\}|\.\.(?!\.)| ,|\(\)|  ", text), (where, text)
        if style.startswith("Heading"):
            assert following in {"Para", "Normal", "Boxed"}, (where, text, following)
        if style == "Para" and text.endswith(":"):
            assert following in {"ParaA", "Quote", "TableHead"}, (where, text)


@pytest.fixture(scope="module")
def memorandum(library):
    return filing_manifests(library)["national-memorandum"]


def test_all_twenty_nine_grounds_have_their_argument_and_their_small_case(library):
    assert len(library.grounds) == 29
    assert set(GROUNDS) == set(library.grounds)
    assert not [ground for ground in library.grounds if not library.template_file(f"arguments/{ground}", "en")]


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_argument_stands_in_the_memorandum_and_states_the_right_test_for_each_body(ground, library, memorandum):
    small, record = GROUNDS[ground], library.grounds[ground]
    s = situation(library, small)
    report = argued_alone(s, ground)
    assert [g for g in report.grounds if g.raised and g.because]
    template = library.template_file(memorandum.id, "en").read_bytes()
    part = part_under(written(library, s, report, memorandum, template), record.heading)
    assert_in_order(part, ground)
    assert sum(style == "Para" for style, _ in part) >= LEAST, ground
    assert small.national in " ".join(text for _, text in part)
    for system, forum in FORUMS.items():
        words = getattr(small, system)
        if words:
            manifest = FilingManifest.model_validate(memorandum.model_copy(update={"forum": forum, "system": system}))
            part = part_under(written(library, s, report, manifest, BARE), record.heading)
            assert_in_order(part, (ground, system))
            assert words in " ".join(text for _, text in part), (ground, system)


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_body_that_hears_the_ground_finds_its_own_test(ground, library):
    """The table above has words for each system of a forum that hears the ground, apart from the fields named here."""
    heard = {system for system, forum in FORUMS.items() if forum in library.grounds[ground].forums}
    told = {system for system in FORUMS if getattr(GROUNDS[ground], system)}
    assert told <= heard
    assert {"echr", "cat", "iccpr"} & heard <= told


@pytest.mark.parametrize(
    ("ground", "open_word", "closed_word", "told", "secret"),
    [
        ("health", ", withhold_from: []", "", "Needs dialysis three times a week.", "dialysis"),
        ("private-family-life", "state: PL", "state: CN", "Daughter, who lives in Poland", "aughter"),
    ],
)
def test_illness_and_relatives_are_argued_only_where_they_are_opened(
    ground, open_word, closed_word, told, secret, library, memorandum
):
    heading, template = library.grounds[ground].heading, library.template_file(memorandum.id, "en").read_bytes()
    for person in (GROUNDS[ground].person, GROUNDS[ground].person.replace(open_word, closed_word)):
        s = situation(library, Small("", person=person))
        text = " ".join(words for _, words in written(library, s, match_case(s), memorandum, template))
        assert (told in text) is (heading in text) is (open_word in person)
        assert (secret in text) is (open_word in person)
