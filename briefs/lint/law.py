"""The law: words of grounds and forums that only a program reads, and a misspelt one of which would be silent."""

from collections.abc import Iterable

from pydantic import BaseModel

from briefs.casefile import normal
from briefs.errors import did_you_mean
from briefs.facts import FACTS
from briefs.library import Library
from briefs.library.faults import Fault, unknown_id, unknown_state
from briefs.library.links import names_of_states
from briefs.models.case import Case
from briefs.models.law import Forum, Ground
from briefs.reading.into_model import fields_at

_TRADITIONS = {"all", "civil", "common", "mixed", "unknown"}


def law_faults(library: Library) -> Iterable[Fault]:
    """Faults of grounds, forums, courts, captions and controlled words."""
    for key, ground in library.grounds.items():
        yield from _ground(f"law/grounds/{key}", ground, library)
    for key, forum in library.forums.items():
        yield from _forum(f"law/forums/{key}", forum)
    for key, court in library.courts.items():
        if (court.system == "national") != bool(court.state):
            what = "a national court has a 'state', an international body has none."
            yield Fault(f"law/courts/{key}", ("system",), what, "It decides the weight of its rulings.")
    for code in library.captions.get("states") or {}:
        yield from unknown_state("law/captions", ("states", code), code, names_of_states(library))
    yield from _synonyms(library)


def _ground(record: str, ground: Ground, library: Library) -> Iterable[Fault]:
    for field in ("raised_by", "only_if"):
        for n, fact in enumerate(getattr(ground, field)):
            yield from unknown_id(record, (field, n), "fact", fact, FACTS)
    for n, tag in enumerate(ground.evidence_tags):
        yield from unknown_id(record, ("evidence_tags", n), "tag", tag, library.vocabulary.get("tags") or {})
    for n, need in enumerate(ground.needs):
        if problem := _unknown_field(need.field):
            yield Fault(record, ("needs", n, "field"), problem[0], "The question would always be asked.", problem[1])


def _unknown_field(field: str) -> tuple[str, str] | None:
    """What is wrong with a dotted path of the case file, and the nearest key."""
    known = ""
    for part in field.replace("[]", "").split("."):
        here = fields_at(Case, tuple(known.split("."))) if known else fields_at(Case, ())
        if here and part not in here:
            return f"the case file has no '{field}'.", did_you_mean(part, here)
        known = f"{known}.{part}".strip(".")
    return None


def _forum(record: str, forum: Forum) -> Iterable[Fault]:
    """Every source that a rule names is written out in the forum's list of sources."""
    for path, rule in _rules((), forum):
        for n, source in enumerate(getattr(rule, "sources", ())):
            if source not in forum.sources:
                fix = did_you_mean(source, forum.sources) or "Add it to 'sources:' of this forum."
                yield Fault(record, (*path, "sources", n), f"the source '{source}' is not in the list.", "", fix)
    for name in forum.sections:
        if name not in _TRADITIONS:
            what = f"'{name}' is not a tradition."
            yield Fault(record, ("sections", name), what, "These sections would never be used.", "Write 'all'.")


def _rules(path: tuple, value: object) -> Iterable[tuple[tuple, BaseModel]]:
    if isinstance(value, BaseModel):
        if "level" in type(value).model_fields:
            yield path, value
            return
        for name, inner in value:
            yield from _rules((*path, name), inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _rules((*path, name), inner)
    elif isinstance(value, tuple):
        for n, inner in enumerate(value):
            yield from _rules((*path, n), inner)


def _synonyms(library: Library) -> Iterable[Fault]:
    for room, words in library.vocabulary.items():
        owner: dict[str, str] = {normal(word): word for word in words} if isinstance(words, dict) else {}
        for word, entry in words.items() if isinstance(words, dict) else ():
            for n, synonym in enumerate((entry or {}).get("synonyms") or () if isinstance(entry, dict) else ()):
                first = owner.setdefault(normal(synonym), word)
                if first != word:
                    what = f"'{synonym}' stands for '{first}' already."
                    path = (room, word, "synonyms", n)
                    yield Fault("law/vocabulary", path, what, "The word would be uncertain.", "Delete one of them.")
