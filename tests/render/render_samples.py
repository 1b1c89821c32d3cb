"""An invented case and small templates for the tests of the renderer. Nobody in it is real."""

import copy

from briefs.models.layout import HOUSE
from briefs.render.markup import to_docx

EXHIBITS = [
    {
        "number": "E1",
        "title": "Request for extradition with annexes",
        "date": "19 June 2026",
        "author": "Embassy of Veldania",
        "language": "en",
        "translated": None,
        "pages": "64",
        "status": "attached",
    },
    {
        "number": "E2",
        "title": "Report of the expert on places of detention",
        "date": "5 November 2026",
        "author": "Dr Ada Lind",
        "language": "en",
        "translated": None,
        "pages": "37",
        "status": "public document, to be attached",
    },
]


def citation(key, **changes):
    base = {
        "key": key,
        "name": f"{key} v. Veldania",
        "italic": True,
        "rest": ", no. 1234/18, 6 October 2022",
        "short": key,
        "pinpoint": "§§ 83-84",
        "tail": "",
        "toa": ", no. 1234/18, 6 October 2022",
        "category": "European Court of Human Rights",
        "warnings": [],
    }
    return base | changes


def authority(key, **changes):
    base = {
        "id": f"echr/{key.lower()}",
        "holding": f"{key.lower()}/1",
        "title": f"{key} v. Veldania",
        "short": key,
        "court": "the European Court of Human Rights",
        "Court": "The European Court of Human Rights",
        "year": "2022",
        "date": "6 October 2022",
        "requesting_state": "Veldania",
        "requested_state": "Norhaven",
        "proposition": f"In {key} a real risk was found to follow from the general situation in places of detention.",
        "answer": None,
        "distinguished": None,
        "finality": None,
        "remark": None,
        "citation": citation(key, **changes),
    }
    return base


def evidence(key, exhibit=1):
    return {
        "id": key,
        "title": "Concluding observations",
        "body": "the Committee against Torture",
        "date": "3 February 2016",
        "finding": "The Committee recorded that ill-treatment in places of detention was still widespread.",
        "exhibit": EXHIBITS[exhibit],
        "kind": "un",
        "citation": citation(
            key,
            name="Committee against Torture, Concluding observations",
            italic=False,
            rest=", CAT/C/VEL/CO/5, 3 February 2016",
            pinpoint="para. 20",
            short="CAT, Concluding observations",
            category="United Nations bodies",
        ),
    }


def submission(ground="art3-real-risk", title="Real risk of ill-treatment", fragment="arguments/art3-real-risk"):
    return {
        "ground": ground,
        "title": title,
        "fragment": fragment,
        "facts": [
            {
                "says": "The person sought was questioned for eleven hours without counsel.",
                "on": "3 May 2026",
                "exhibit": EXHIBITS[0],
                "page": "12",
            }
        ],
        "authorities": {
            "own_courts": [],
            "leading": [authority("Alder"), authority("Birch")],
            "comparable": [
                authority(
                    "Cedar",
                    category="National courts",
                    name="Supreme Court of Ostland, Cedar",
                    italic=False,
                    rest=", no. 5 Ko 7/24, 2 April 2024",
                    pinpoint="",
                    warnings=["The date of the judgment is recalled, not checked."],
                )
            ],
            "adverse": [],
        },
        "evidence": [evidence("cat-co")],
        "counsel_notes": ["ADVERSE: a later judgment may be cited against this."],
        "provisions": [
            {
                "id": "echr-3",
                "cite_as": "Article 3",
                "paraphrase": "prohibits torture",
                "citation": citation(
                    "echr-3",
                    name="European Convention on Human Rights",
                    italic=False,
                    rest=", Article 3",
                    pinpoint="",
                    toa=", Article 3",
                    short="European Convention, Article 3",
                    category="Treaties and rules",
                ),
            }
        ],
    }


def _state(code, name, article=""):
    said = article + name
    return {"code": code, "name": name, "the_name": said, "The_name": article.title() + name, "government": said}


PERSON = {
    "called": "Shen Yichen",
    "full": "SHEN Yichen",
    "native": "沈亦辰",
    "other_spellings": [],
    "born": None,
    "nationalities": "Veldanian",
    "ethnicity": None,
    "religion": None,
    "occupation": "engineer",
}


def _request():
    return {
        "requesting_state": _state("VE", "Veldania"),
        "requested_state": _state("NO", "Norhaven"),
        "kind": "extradition",
        "purpose": "prosecution",
        "purpose_words": "for prosecution",
        "received_on": "19 June 2026",
        "legal_basis": None,
        "treaty_in_force": None,
        "offences": [
            {
                "label": "taking deposits without a licence",
                "provision": "Article 176",
                "maximum_penalty": "ten years",
                "committed": None,
                "death": False,
                "life": False,
            }
        ],
        "offences_words": "taking deposits without a licence",
        "interpol_kind": None,
        "interpol_dated": None,
        "assurances": [],
    }


def brief(**changes):
    """A complete brief as plain data; `changes` replace top-level names."""
    made = {
        "reference": "EX-114",
        "filing": {
            "id": "defence-memo",
            "title": "Memorial of the defence",
            "forum": "national_court",
            "forum_name": "Court of Appeal of Norhaven",
            "system": "national",
            "forum_closed": None,
            "date": "23 November 2026",
            "example": None,
        },
        "party": {"role": "the person sought", "Role": "The person sought", "names": "Shen Yichen", "several": False},
        "person": dict(PERSON),
        "persons": [dict(PERSON)],
        "statuses": [],
        "request": _request(),
        "proceedings": {
            "stage": "first instance",
            "custody_since": "2 May 2026",
            "custody_place": None,
            "custody_days": None,
            "removal_scheduled": None,
            "decisions": [],
            "final_decision": None,
            "other_procedures": [],
            "consent": "no",
        },
        "caption": {
            "tradition": "common",
            "court": "Court of Appeal of Norhaven",
            "division": "Criminal Division",
            "file_number": "Ext. 114/26",
            "hearing": "12 January 2027 at 10.00",
            "matter": "Extradition",
            "opposing_party": "Veldania",
            "opposing_role": "Requesting State",
            "person_role": "Person sought",
            "minister": "Minister of Justice",
            "note": None,
        },
        "counsel": [
            {
                "name": "Ana Keller",
                "role": "Lead counsel",
                "firm": "Keller & Moreau",
                "address": None,
                "phone": None,
                "email": None,
            }
        ],
        "organisation": None,
        "anonymity": False,
        "bound": {
            "echr": True,
            "cat": True,
            "cat_art22": None,
            "cat_art22_since": None,
            "iccpr": True,
            "ced": None,
            "eu": False,
            "refugee": True,
            "abolitionist": True,
        },
        "facts": [],
        "chronology": [],
        "submissions": [submission()],
        "argued": {"art3-real-risk": True},
        "arguments": [],
        "treaty": {"status": "not-established", "words": None, "as_of": None, "counsel_notes": []},
        "exhibits": copy.deepcopy(EXHIBITS),
        "annexed": [],
        "held": {"alder/1": authority("Alder")},
    }
    return made | changes


ARGUMENT = """\
## The rule
1. {{ mark('rule') }}The prohibition is absolute.{% for a in submission.authorities.leading %}\
{{ cite(a) }}{% endfor %} It binds the requested state.{{ cite(submission.provisions[0]) }}
## The facts
{%p for f in submission.facts %}
1. {{ f.says }} {{ ex(f.exhibit, f.page) }}
{%p endfor %}
{%p for e in submission.evidence %}
1. {{ e.finding }}{{ cite(e) }} The document is {{ ex(e.exhibit) }}.
{%p endfor %}
{%p for a in submission.authorities.comparable %}
1. {{ a.proposition }}{{ cite(a) }}
{%p endfor %}
"""

MEMO = """\
@CourtLine **IN THE {{ caption.court|upper }}**\t**Case no. {{ caption.file_number }}**
@CourtLine {{ caption.division }}\tHearing: {{ caption.hearing }}
@Between BETWEEN:
@Party {{ caption.opposing_party|upper }}
@PartyRole {{ caption.opposing_role }}
@PartyAnd – and –
@Party {{ person.full }}{% if person.native %} ({{ person.native }}){% endif %}
@PartyRole {{ caption.person_role }}
@Title {{ filing.title }}
@Boxed **Summary.** The Court is asked to refuse extradition. The risk is shown at paragraph {{ ref('rule') }}.
@@pagebreak
@HeadingPlain Contents
@Normal {{ toc() }}
@@pagebreak
@HeadingPlain Table of authorities
@Normal {{ toa() }}
@@pagebreak
# The person
1. {{ party.Role }} was born on {{ person.born }} and is {{ person.nationalities }}.{{ note('Ask for the passport.') }}
1. These are the steps asked for:
(a) refusal;
(i) at once;
(b) release.
{%p for submission in submissions %}
# {{ submission.title }}
{%p include submission %}
{%p endfor %}
# Relief
1. In *Alder*, {% if held['alder/1'] %}as {{ held['alder/1'].court }} held{{ cite(held['alder/1']) }}{% endif %}, \
{{ party.role }} asks the Court:
- to declare the extradition inadmissible;
- to order release.
@Signature {{ counsel[0].name }}
@Signature {{ counsel[0].firm }}
@@pagebreak
@HeadingPlain List of exhibits
@@table 880,4124,1350,800,1350 | List of exhibits | Number, title, date, pages and status
| No. | Document | Date | Pages | Status |
{%tr for e in exhibits %}
| **{{ e.number }}** | {{ e.title }} | {{ e.date }} | {{ e.pages }} | {{ e.status }} |
{%tr endfor %}
@@end
"""
MEMO = MEMO.replace("(b) release", "(a) release")

FRAGMENTS = {"arguments/art3-real-risk": to_docx(ARGUMENT)}


def memo(layout=HOUSE):
    return to_docx(MEMO, layout)
