"""Mistakes that people make, each put into a copy of a real record: (name, file, text, mistake, what lint must say).

`at` is the text of the line that must be named, where that is not the line changed.
"""

from typing import NamedTuple


class Mistake(NamedTuple):
    name: str
    file: str
    text: str
    mistake: str
    says: str
    at: str = ""


P, E, S, L = "precedents/", "evidence/", "law/states/", "law/"

MISTAKES = [
    # Numbers and dates
    Mistake("wrong year in the ECLI", P + "echr/liu-v-poland-2022", "ECHR:2022:1006", "ECHR:2021:1006", "says 2021"),
    Mistake(
        "two digits of the application number swapped",
        P + "echr/soering-v-uk-1989",
        "- 14038/88",
        "- 14083/88",
        "does not fit",
        "ecli:",
    ),
    Mistake(
        "two digits of the ECLI swapped",
        P + "echr/trabelsi-v-belgium-2014",
        "JUD000014010",
        "JUD000041010",
        "does not fit",
    ),
    Mistake(
        "day and month of the judgment swapped",
        P + "echr/al-xw-v-russia-2015",
        "decided: '2015-10-29'",
        "decided: '2015-10-28'",
        "does not fit",
        "ecli:",
    ),
    Mistake("ECLI of another country", P + "cz-us/cz-us-ii-2299-19", "ECLI:CZ:US", "ECLI:SK:US", "country"),
    Mistake("no ECLI at all", P + "cjeu/cjeu-petruhhin-2016", "ECLI:EU:C:2016:630", "EU:C:2016:630", "is not an ECLI"),
    Mistake(
        "the number of another judgment",
        P + "cjeu/cjeu-lm-2018",
        "ECLI:EU:C:2018:586",
        "ECLI:EU:C:2016:198",
        "says 2016",
    ),
    Mistake(
        "month 13", P + "cjeu/cjeu-aranyosi-2016", "decided: '2016-04-05'", "decided: '2016-13-05'", "is not a date"
    ),
    Mistake("30 February", P + "cjeu/cjeu-by-2020", "decided: '2020-12-17'", "decided: '2020-02-30'", "is not a date"),
    Mistake(
        "a date with dots", P + "cjeu/cjeu-edl-2023", "decided: '2023-04-18'", "decided: 18.04.2023", "Write YYYY-MM-DD"
    ),
    Mistake(
        "final before it was decided",
        P + "echr/garabayev-v-russia-2007",
        "final: '2008-01-30'",
        "final: '2006-01-30'",
        "before it was decided",
    ),
    Mistake(
        "decided in the future",
        P + "echr/d-v-bulgaria-2021",
        "decided: '2021-07-20'",
        "decided: '2091-07-20'",
        "in the future",
    ),
    Mistake(
        "the year of the id",
        P + "echr/quinn-v-france-1995",
        "decided: '1995-03-22'",
        "decided: '1996-03-22'",
        "the id says 1995",
    ),
    Mistake(
        "final day given, status unknown",
        P + "echr/shamayev-v-georgia-russia-2005",
        "status: final",
        "status: unknown",
        "gives the day",
    ),
    Mistake(
        "symbol and docket disagree",
        P + "un-cat/cat-d-z-v-switzerland-2021",
        "D/790/2016",
        "D/709/2016",
        "the symbol names",
    ),
    Mistake(
        "half a symbol",
        P + "un-hrc/hrc-weiss-v-austria-2003",
        "CCPR/C/77/D/1086/2002",
        "CCPR-77-D-1086-2002",
        "is not a symbol",
    ),
    Mistake("docket with a hyphen", P + "echr/chahal-v-uk-1996", "- 22414/93", "- 22414-93", "has not the form"),
    Mistake(
        "two numbers in one line",
        P + "echr/khasanov-rakhmanov-v-russia-2022",
        "- 28492/15",
        "- 28492/15 and 49975/15",
        "has not the form",
    ),
    Mistake(
        "a case younger than its ruling",
        P + "un-cat/cat-brada-v-france-2005",
        "- 195/2002",
        "- 195/2012",
        "is younger than the ruling",
    ),
    Mistake(
        "year of the neutral citation",
        P + "nz-ca/nz-kim-nzca-2019",
        "[2019] NZCA 209'",
        "[2018] NZCA 209'",
        "the citation says 2018",
    ),
    Mistake("not a HUDOC number", P + "echr/fn-v-sweden-2012", "hudoc_id: 001-115396", "hudoc_id: 115396", "HUDOC"),
    Mistake(
        "duplicate docket in one court",
        P + "cz-us/cz-us-ii-3219-19",
        "- II. ÚS 3219/19",
        "- II. ÚS 2299/19",
        "stands in cz-us/cz-us-ii-2299-19 too",
    ),
    Mistake(
        "duplicate neutral citation",
        P + "nz-sc/nz-zaoui-2005",
        "[2005] NZSC 38",
        "[2022] NZSC 44",
        "the citation says 2022",
    ),
    # Pinpoints
    Mistake(
        "paragraph above the last",
        P + "echr/trabelsi-v-belgium-2014",
        "decided: ",
        "paragraphs: 153\ndecided: ",
        "above the last paragraph",
        "at: §§ 144-154",
    ),
    Mistake("paragraphs backwards", P + "echr/al-nashiri-v-poland-2014", "§§ 576-579", "§§ 579-576", "runs backwards"),
    Mistake(
        "a United Nations pinpoint for Strasbourg",
        P + "echr/klein-v-russia-2010",
        "at: § 53",
        "at: para. 53",
        "is not how paragraphs",
    ),
    Mistake(
        "two paragraphs in one pinpoint",
        P + "echr/vilvarajah-v-uk-1991",
        "at: § 102",
        "at: § 102 and § 103",
        "names several places",
    ),
    Mistake("paragraph nought", P + "echr/klein-v-russia-2010", "at: § 55", "at: § 0", "counted from 1"),
    # Links
    Mistake(
        "cites what is not there",
        P + "echr/ma-and-others-v-bulgaria-2020",
        "- id: echr/",
        "- id: echr/x-",
        "does not exist",
    ),
    Mistake(
        "cites a later ruling",
        P + "echr/othman-abu-qatada-v-uk-2012",
        "to_check:",
        "cites:\n  - id: echr/liu-v-poland-2022\nto_check:",
        "which is later",
        "echr/liu-v-poland-2022",
    ),
    Mistake(
        "set aside by nobody",
        P + "un-hrc/hrc-kindler-v-canada-1993",
        "by: un-hrc/hrc-judge-v-canada-2003",
        "by: un-hrc/hrc-judge-v-canada-2004",
        "does not exist",
    ),
    Mistake(
        "set aside on another day",
        P + "nz-sc/nz-kim-nzsc-57-2021",
        "- nz-sc/nz-kim-nzsc-44-2022",
        "- nz-sc/nz-kim-nzsc-45-2022",
        "does not exist",
    ),
    Mistake("overruled on a wrong day", P + "pe-tc/pe-tc-02278-2010-phc", "on: '2016'", "on: '2017'", "is of 2016"),
    Mistake(
        "unknown ground",
        P + "echr/na-v-uk-2008",
        "ground: burden-of-proof",
        "ground: burden-of-prof",
        "Did you mean burden-of-proof?",
    ),
    Mistake(
        "unknown forum in a situation",
        P + "echr/hlr-v-france-1997",
        "forum: ecthr_rule39",
        "forum: ecthr-rule39",
        "Did you mean ecthr_rule39?",
    ),
    Mistake(
        "court and folder differ",
        P + "es-ts/es-ts-contencioso-2018",
        "court: es-ts",
        "court: es-tc",
        "differs from the court",
    ),
    Mistake(
        "id and path differ",
        P + "it-milan/it-milan-xu-chao-2019",
        "id: it-milan/it-milan-xu-chao-2019",
        "id: it-milan/xu-chao-2019",
        "differs from the path",
    ),
    Mistake(
        "holding of another record",
        P + "echr/quinn-v-france-1995",
        "- id: quinn-v-france-1995/1",
        "- id: quin-v-france-1995/1",
        "is not named",
    ),
    Mistake(
        "one holding number twice",
        P + "echr/abdulkhakov-v-russia-2012",
        "abdulkhakov-v-russia-2012/2",
        "abdulkhakov-v-russia-2012/1",
        "id of two holdings",
    ),
    # Words
    Mistake("misspelt key", P + "ca-scc/ca-burns-2001", "favourable:", "favorable:", "Did you mean favourable?"),
    Mistake(
        "misspelt key in a holding",
        P + "ca-scc/ca-suresh-2002",
        "    proposition:",
        "    propositon:",
        "Did you mean proposition?",
    ),
    Mistake(
        "misspelt key in a pinpoint",
        P + "iacthr/iacthr-wong-ho-wing-v-peru-2015",
        "        level:",
        "        levl:",
        "Did you mean level?",
    ),
    Mistake(
        "misspelt key about the person",
        P + "al-sc/al-supreme-court-2023-chen",
        "  nationality:",
        "  nationalty:",
        "Did you mean nationality?",
    ),
    Mistake(
        "a birth date",
        P + "se-hd/se-nja-2019-s-611",
        "person:",
        "person:\n  born: '1963'",
        "never a birth date",
        "born:",
    ),
    Mistake("misspelt stance", P + "echr/n-v-finland-2005", "stance: for", "stance: fro", "Did you mean for?"),
    Mistake(
        "unknown level", P + "echr/jk-v-sweden-2016", "level: primary", "level: verified", "is not one of 'primary'"
    ),
    Mistake("unknown kind", P + "gb-hl/uk-ullah-2004", "kind: judgment", "kind: judgement", "Did you mean judgment?"),
    Mistake(
        "neither yes nor no",
        P + "echr/hirsi-jamaa-v-italy-2012",
        "grand_chamber: yes",
        "grand_chamber: probably",
        "neither yes nor no",
    ),
    Mistake(
        "no for Norway",
        P + "echr/bader-and-kanbor-v-sweden-2005",
        "requested_state: SE",
        "requested_state: no",
        "Did you mean NO?",
    ),
    Mistake(
        "Norway by its name",
        P + "echr/salah-sheekh-v-netherlands-2007",
        "requested_state: NL",
        "requested_state: Norway",
        "Did you mean NO?",
    ),
    Mistake(
        "UK for GB",
        P + "gb-ewhc/uk-bhandari-v-india-2025",
        "requested_state: GB",
        "requested_state: UK",
        "Did you mean GB?",
    ),
    Mistake(
        "misspelt profile", P + "un-hrc/hrc-israil-v-kazakhstan-2011", "- uyghur", "- uygur", "Did you mean uyghur?"
    ),
    # What a record must say
    Mistake(
        "no situation in which it applies",
        P + "echr/el-masri-v-fyrom-2012",
        "\napplies:",
        "\ndoes_not_aply:",
        "Did you mean does_not_apply?",
    ),
    Mistake(
        "nothing prepared against it",
        P + "echr/n-v-uk-2008",
        "    answer:",
        "    note:",
        "no 'answer'",
        "- id: n-v-uk-2008",
    ),
    Mistake(
        "half a sentence",
        P + "us-ca2/us-cheung-2000",
        "Hong Kong is not a State.",
        "Hong Kong is not a State",
        "not a full sentence",
        "proposition:",
    ),
    Mistake(
        "a rule that names the state",
        P + "pt-stj/pt-stj-127-21-5yrcbr",
        "proposition: ",
        "proposition: In China, ",
        "names 'China'",
    ),
    Mistake(
        "a situation before the ruling",
        P + "echr/sufi-elmi-v-uk-2011",
        "as_of: '2024-06-01'",
        "as_of: '1999-06-01'",
        "does not choose",
        "- requesting_state",
    ),
    Mistake(
        "a situation that does apply",
        P + "echr/vilvarajah-v-uk-1991",
        "\ndoes_not_apply:\n",
        "\ndoes_not_apply:\n  - {requesting_state: LK, requested_state: GB, forum: ecthr_application, "
        "ground: general-situation-or-group, as_of: '2025-01-01', stance: against}\n",
        "the matcher chooses",
    ),
    Mistake(
        "primary out of nowhere",
        P + "gb-ewhc/uk-bhandari-v-india-2025",
        "neutral_citation: '[2025] EWHC 449 (Admin)'",
        "neutral_citation:",
        "nothing says where it was seen",
        "verification: primary",
    ),
    # The form of the file
    Mistake("a key twice", P + "echr/paladi-v-moldova-2009", "court: echr", "court: echr\ncourt: echr", "stands twice"),
    Mistake("a tab", P + "echr/vinter-v-uk-2013", "court: ", "\tcourt: ", "not readable as YAML"),
    Mistake("an invisible letter", P + "echr/y-v-russia-2008", "title: Y v.", "title: Y\u200b v.", "does not show"),
    Mistake(
        "a reference instead of a text",
        P + "echr/yang-chun-jin-v-hungary-2001",
        "court: echr",
        "court: &c echr\ndecided_note: *c",
        "anchors and aliases",
    ),
    # Evidence
    Mistake(
        "misspelt tag",
        E + "sp-rsdl-2020",
        "- enforced_disappearance",
        "- enforced_disapearance",
        "Did you mean enforced_disappearance?",
    ),
    Mistake("a state by its name", E + "sd-locked-up-2021", "  - CN", "  - China", "Did you mean CN?"),
    Mistake(
        "relied on by nobody",
        E + "se-country-report-2019",
        "id: se-hd/se-nja-2019-s-611",
        "id: se-hd/se-nja-2019-s-116",
        "does not exist",
    ),
    Mistake("a report from the future", E + "freedom-house-2025", "dated: '2025", "dated: '2055", "in the future"),
    Mistake(
        "a place without a level",
        E + "academic-biddulph-2019",
        "    pinpoint_level: ",
        "    note_level: ",
        "is not a key of this format",
    ),
    Mistake(
        "unknown ground of a finding",
        E + "hrw-tiger-chairs-2015",
        "      - art3-real-risk",
        "      - art-3-real-risk",
        "Did you mean art3-real-risk?",
    ),
    Mistake("misspelt edge", E + "un-cat-sr-china-2015", "edge: adverse", "edge: advers", "Did you mean adverse?"),
    # Law
    Mistake(
        "membership that ends before it began",
        S + "PL",
        "  since: '1993-01-19'\n",
        "  since: '1993-01-19'\n  until: '1990'\n",
        "before it began",
    ),
    Mistake(
        "treaty in force before it was signed",
        S + "FR",
        "in_force: '2015-07-17'",
        "in_force: '2005-07-17'",
        "before the signature",
    ),
    Mistake("state under another code", S + "CZ", "code: CZ", "code: CS", "differs from the path"),
    Mistake("treaty with a name", S + "ES", "  CN:", "  China:", "Did you mean CN?"),
    Mistake(
        "leading authority that is not there",
        L + "grounds",
        "- ph-sc-munoz-2016-2017",
        "- ph-sc-munoz-2016",
        "does not exist",
    ),
    Mistake(
        "forum that is not there", L + "grounds", "  - ecthr_rule39", "  - ecthr_rule_39", "Did you mean ecthr_rule39?"
    ),
    Mistake(
        "a fact that nothing establishes",
        L + "grounds",
        "  - treaty-basis",
        "  - treaty-bassis",
        "Did you mean treaty-basis?",
    ),
    Mistake(
        "a tag no report carries",
        L + "grounds",
        "  - monitoring_access",
        "  - monitoring_acces",
        "Did you mean monitoring_access?",
    ),
    Mistake(
        "provision for no ground",
        L + "provisions",
        "    - absolute-no-balancing",
        "    - absolute-balancing",
        "does not exist",
    ),
    Mistake(
        "evidence of an argument",
        L + "arguments",
        "    - cn-mfa-extradition-2023",
        "    - cn-mfa-extradition-2013",
        "Did you mean cn-mfa-extradition-2023?",
    ),
    Mistake(
        "a counter-argument that is not there",
        L + "arguments",
        "    - cnt-mutual-trust",
        "    - cnt-mutual-trst",
        "Did you mean cnt-mutual-trust?",
    ),
    Mistake("source of a rule", L + "forums/ecthr_rule39", "      - E_DS24", "      - E_DS25", "is not in the list"),
    Mistake("one synonym, two words", L + "vocabulary", "      - reporter", "      - falun dafa", "stands for"),
]

# What else a mistake brings to light, beside the line itself.
CONSEQUENCES = (
    ("academic-biddulph-2019", "has no level"),
    ("ca-burns-2001", "favourable: is missing"),
    ("ca-suresh-2002", "proposition: is missing"),
    ("iacthr-wong-ho-wing-v-peru-2015", "level: is missing"),
    ("cjeu-aranyosi-2016", "stands in cjeu/cjeu-lm-2018 too"),
    ("cz-us-ii-2299-19", "stands in cz-us/cz-us-ii-3219-19 too"),
    ("al-xw-v-russia-2015", "the matcher chooses"),
    ("d-v-bulgaria-2021", "the ECLI says 2021"),
    ("d-v-bulgaria-2021", "does not choose"),
    ("cat-brada-v-france-2005", "the symbol names"),
    ("khasanov-rakhmanov-v-russia-2022", "does not fit the date"),
    ("quinn-v-france-1995", "the ECLI says 1995"),
    ("hrc-israil-v-kazakhstan-2011", "does not choose"),
)
