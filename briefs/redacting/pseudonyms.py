"""From a case to the same case about nobody: names, numbers, addresses and birth dates replaced, the law left as it is.

Replaced: names of the persons sought, relatives, third persons, counsel, authors of exhibits; birth dates (the year
stays), birth places, documents, places of custody, file numbers, addresses, files of exhibits, the reference; and all
of these wherever they stand inside another text. Left, because the law depends on it: states, nationality, religion,
ethnicity, occupation, health, the facts themselves and the dates of the proceedings. More can be named.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefs.models.case import Case
from briefs.redacting.forms import date_pattern, folded, numbers_in, parts_of_name, pattern, words

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Original:
    """A value that must not be found again. `kind` is name, part, date or text; `field` says where it stood."""

    field: str
    value: str
    kind: str


@dataclass(frozen=True)
class Pseudonymised:
    """The case about nobody, as a case file holds it, and what was taken out."""

    data: dict[str, Any]
    originals: tuple[Original, ...]

    @property
    def texts(self) -> str:
        """All its values, without the keys of the format."""
        return "\n".join(text for _, text in _leaves(self.data))


_NAMES = {
    r"persons_sought\.\d+\.name\.(full|native|pseudonym)": "Person",
    r"persons_sought\.\d+\.name\.other_spellings\.\d+": "Person",
    r"persons_sought\.\d+\.family\.\d+\.name": "Relative",
    r"confidentiality\.third_persons\.\d+\.name": "Third person",
    r"confidentiality\.pseudonym": "Person",
    r"representation\.counsel\.\d+\.name": "Counsel",
}
_TEXTS = {
    r"persons_sought\.\d+\.(birth_place|identity_document)": None,
    r"proceedings\.custody\.place": "a place of detention",
    r"proceedings\.court\.file_number": "(number withheld)",
    r"proceedings\.other_procedures\.\d+\.number": "(number withheld)",
    r"representation\.counsel\.\d+\.(firm|address|phone|email)": None,
    r"representation\.organisation": "Organisation",
    r"exhibits\.\d+\.author": "(author withheld)",
    r"exhibits\.\d+\.file": None,
    r"accepted\.\d+\.by": "Counsel",
    r"reference": "REDACTED",
}
_BODIES = r"request\.assurances\.\d+\.given_by|request\.warrant\.issued_by|proceedings\.decisions\.\d+\.by"
"""Authorities that act in the case; as authors of an exhibit they are no private person."""

_BORN = r"persons_sought\.\d+\.born"
_CONTROLLED = re.compile(
    r"format|as_of|language|filings\.\d+|disclosure\..*|accepted\.\d+\.rule|request\.(requesting_state|requested_state|"
    r"kind|purpose|legal_basis)|request\.offences\.\d+\.(category|maximum_penalty)|proceedings\.(stage|elected_body)|"
    r".*\.(nationalities\.\d+|profile\.\d+|tags\.\d+|withhold_from\.\d+|state|since|dated|on|received_on|language)|"
    r".*\.status\.\d+\.kind|.*\.other_procedures\.\d+\.(body|status)"
)
_OURS = words("Person Relative Third person Counsel Organisation withheld number author place of detention")
"""Words of the stand-ins themselves."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def pseudonymise(case: Case, also: Iterable[str] = ()) -> Pseudonymised:
    """The case about nobody. `also` are further words to take out: a village, an employer, a nickname."""
    data = _without_empty(case.model_dump(mode="json"))
    originals = [Original("--also", word, "text") for word in also]
    stand_ins: dict[str, str | None] = {}
    bodies = {value for path, value in _leaves(data) if re.fullmatch(_BODIES, _dotted(path))}
    for path, value in _leaves(data):
        name = _dotted(path)
        if label := _rule(_NAMES, name):
            originals.append(Original(name, value, "name"))
            originals += [Original(name, p, "part") for p in parts_of_name(value) if folded(p) not in _OURS]
            stand_ins[name] = f"{label} {_number(path, label)}"
        elif re.fullmatch(_BORN, name):
            originals.append(Original(name, value, "date"))
            stand_ins[name] = value[:4] if len(value) > 4 else None
        elif _matches(_TEXTS, name) and not (name.endswith(".author") and value in bodies):
            originals += [Original(name, text, "text") for text in (value, *numbers_in(value))]
            stand_ins[name] = _rule(_TEXTS, name)
    changes = [(_finder(o), _stand_in(o, stand_ins)) for o in sorted(originals, key=_longest_first)]
    return Pseudonymised(_without_empty(_changed(data, (), stand_ins, changes)), tuple(dict.fromkeys(originals)))


def blank(data: dict[str, Any]) -> dict[str, Any]:
    """The same case with every free text taken out: what a pack still says then comes from the library."""

    def emptied(value: Any, path: Path_) -> Any:
        if isinstance(value, dict):
            return {key: emptied(inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [emptied(inner, (*path, n)) for n, inner in enumerate(value)]
        kept = (
            not isinstance(value, str) or _CONTROLLED.fullmatch(_dotted(path)) or path[-1] in ("id", "exhibit", "born")
        )
        return value if kept else "x"

    return emptied(data, ())


def _longest_first(original: Original) -> int:
    return -len(original.value)


def _finder(original: Original) -> re.Pattern[str]:
    return (date_pattern(original.value) if original.kind == "date" else None) or pattern(original.value)


def _stand_in(original: Original, stand_ins: dict[str, str | None]) -> str:
    return stand_ins.get(original.field) or "(withheld)"


def _changed(value: Any, path: Path_, stand_ins: dict[str, str | None], changes: list) -> Any:
    if isinstance(value, dict):
        return {key: _changed(inner, (*path, key), stand_ins, changes) for key, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, (*path, n), stand_ins, changes) for n, inner in enumerate(value)]
    name = _dotted(path)
    if name in stand_ins:
        return stand_ins[name] if not re.fullmatch(r".*\.name\.(native|pseudonym|other_spellings\.\d+)", name) else None
    if not isinstance(value, str) or _CONTROLLED.fullmatch(name):
        return value
    for find, stand_in in changes:
        value = find.sub(lambda _, text=stand_in: text, value)
    return value


def _number(path: Path_, label: str) -> str:
    """Persons sought are lettered, all others numbered, each by its place in the case file."""
    numbers = [step for step in path if isinstance(step, int)]
    first = numbers[0] if numbers else 0
    if label == "Person":
        return _LETTERS[first % 26]
    if label == "Relative":
        return f"{_LETTERS[first % 26]}{numbers[1] + 1}"
    return str(first + 1)


def _leaves(value: Any, path: Path_ = ()) -> Iterable[tuple[Path_, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _leaves(inner, (*path, n))
    elif isinstance(value, str) and value.strip():
        yield path, value


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        inner = {key: _without_empty(v) for key, v in value.items()}
        return {key: v for key, v in inner.items() if v not in (None, {}, [])}
    if isinstance(value, list):
        return [v for v in map(_without_empty, value) if v is not None]
    return value


def _dotted(path: Path_) -> str:
    return ".".join(str(step) for step in path)


def _matches(rules: dict[str, Any], name: str) -> bool:
    return any(re.fullmatch(rule, name) for rule in rules)


def _rule(rules: dict[str, Any], name: str) -> Any:
    return next((result for rule, result in rules.items() if re.fullmatch(rule, name)), None)
