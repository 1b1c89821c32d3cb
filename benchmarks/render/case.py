"""The case behind the memorandum that all engines fill, invented from the first word to the last: 60 authorities, 40
exhibits, or a multiple of both."""

import random
import types
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from briefs.models.brief import Brief
from briefs.render.ooxml import names

AUTHORITIES, EXHIBITS = 60, 40

_WORDS = names(
    "the court held that surrender would expose the applicant to a real risk of treatment contrary to article three "
    "because the requesting state has not shown that its assurances are specific reliable and monitored in practice "
    "and the general situation in places of detention reveals a consistent pattern of violations access to counsel "
    "confession interim measures committee treaty request dual criminality specialty political offence nationality "
    "proportionality family life evidence report notice hearing appeal"
)

VALUES = {
    "person.full": "Maren & Odd <Tarn>",
    "person.born": "4 May 1984",
    "person.nationalities": "Veldanian",
    "person.occupation": "engineer",
    "request.requesting_state.name": "Veldania",
    "request.requested_state.name": "Norhaven",
    "request.received_on": "19 June 2026",
    "request.legal_basis": "Treaty of 1991 & Protocol",
    "request.offences_words": "taking deposits without a licence",
    "filing.title": "Memorandum of the defence",
    "filing.forum_name": "Court of Appeal of Norhaven",
    "filing.date": "23 November 2026",
    "caption.matter": "Extradition <114>",
    "caption.opposing_party": "Prosecutor of Norhaven",
    "caption.file_number": "Ext. 114/26",
    "caption.division": "Criminal Division",
    "proceedings.stage": "first instance",
    "proceedings.custody_since": "2 May 2026",
    "proceedings.custody_place": "Norhaven Remand & Custody",
    "reference": "EX-114",
}
"""The twenty single values, by the names that templates of ours use."""

FLAGS = {
    "bound.echr": True,
    "bound.cat": True,
    "bound.eu": False,
    "bound.refugee": True,
    "bound.iccpr": True,
    "party.several": False,
}
AUTHORITY = ("title", "court", "date", "short", "proposition", "year")
EXHIBIT = ("number", "title", "author", "status")


def text(source: random.Random, words: int) -> str:
    sentences, left = [], words
    while left > 0:
        length = min(left, source.randint(12, 28))
        sentences.append(" ".join(source.choice(_WORDS) for _ in range(length)).capitalize() + ".")
        left -= length
    return " ".join(sentences)


def _authority(source: random.Random, number: int) -> dict[str, Any]:
    name = f"Applicant {number} v. State {number % 47} & Others"
    citation = {
        "key": f"a{number}",
        "name": name,
        "italic": True,
        "rest": "",
        "short": name,
        "pinpoint": "",
        "tail": "",
    }
    return {
        "id": f"invented/{number}",
        "holding": f"{number}/1",
        "title": name,
        "short": f"{source.randint(1000, 99999)}/{source.randint(10, 24)}",
        "court": source.choice(("First Court", "Second Court", "Committee", "Supreme Court")),
        "Court": "The Court",
        "year": str(source.randint(1995, 2024)),
        "date": f"{source.randint(1, 28)} May {source.randint(1995, 2024)}",
        "requesting_state": None,
        "requested_state": None,
        "proposition": text(source, 26),
        "answer": None,
        "distinguished": None,
        "finality": None,
        "remark": text(source, 34),
        "citation": {**citation, "toa": "", "category": "National courts", "warnings": []},
    }


def _exhibit(source: random.Random, number: int) -> dict[str, Any]:
    return {
        "number": f"E{number}",
        "title": text(source, 8),
        "date": None,
        "author": f"https://example.org/paper?id={number}&part=a",
        "language": None,
        "translated": None,
        "pages": None,
        "status": text(source, 16),
    }


def _fact(source: random.Random, words: int) -> dict[str, Any]:
    return {"says": text(source, words), "on": None, "exhibit": None, "page": None}


def _submission(source: random.Random, number: int, leading: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "ground": f"ground-{number}",
        "title": text(source, 9)[:-1],
        "fragment": "arguments/none",
        "facts": [_fact(source, 75) for _ in range(3)],
        "authorities": {"own_courts": [], "leading": leading, "comparable": [], "adverse": []},
        "evidence": [],
        "provisions": [],
        "counsel_notes": [],
    }


def brief(scale: int = 1) -> dict[str, Any]:
    """The case as plain data of the brief: `scale` times the authorities and exhibits."""
    source = random.Random(42)
    leading = [_authority(source, n) for n in range(AUTHORITIES * scale)]
    made = _blank()
    for name, value in (VALUES | FLAGS).items():
        *above, last = name.split(".")
        place = made
        for step in above:
            place = place[step]
        place[last] = value
    made["submissions"] = [_submission(source, n, [] if n else leading) for n in range(8)]
    made["facts"] = [_fact(source, 70) for _ in range(12)]
    made["exhibits"] = [_exhibit(source, n + 1) for n in range(EXHIBITS * scale)]
    return made


def flat(data: dict[str, Any]) -> dict[str, Any]:
    """The same values under names without dots, for the engines whose free edition knows no others."""
    made: dict[str, Any] = {}
    for name in (*VALUES, *FLAGS):
        place: Any = data
        for step in name.split("."):
            place = place[step]
        made[name.replace(".", "_")] = place
    made["facts"] = [{"says": fact["says"]} for fact in data["facts"]]
    made["submissions"] = [
        {"title": s["title"], "paras": [{"says": fact["says"]} for fact in s["facts"]]} for s in data["submissions"]
    ]
    leading = data["submissions"][0]["authorities"]["leading"]
    made["authorities"] = [{name: a[name] for name in (*AUTHORITY, "remark")} for a in leading]
    made["exhibits"] = [{name: e[name] for name in EXHIBIT} for e in data["exhibits"]]
    return made


def _blank(record: type[BaseModel] = Brief) -> dict[str, Any]:
    """Every name that a brief must have, with nothing behind it; the model itself tells them."""
    fields = record.model_fields.items()
    return {name: _nothing(info.annotation) for name, info in fields if info.is_required()}


def _nothing(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return None
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _blank(kind)
    return (get_origin(kind) or kind)()
