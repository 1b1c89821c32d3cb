"""Ground rules of every record: frozen, no unknown key, text that is a date, and how sure we are of a fact."""

import datetime as dt
import re
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

Verification = Literal["primary", "secondary", "recalled"]
"""`primary`: seen in the source. `secondary`: seen in a reliable other source. `recalled`: not checked."""

LEVELS: tuple[Verification, ...] = ("primary", "secondary", "recalled")

_LOOSE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


_new, _set = object.__new__, object.__setattr__


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def of(cls, **values: Any) -> Self:
        """A record of values that are right already, because they were validated before or made by the program:
        nothing is looked at or changed. Raises ValueError for a key that is unknown or missing."""
        shape = shape_of(cls)
        return made(cls, shape.filled(values), shape)

    def but(self, **values: Any) -> Self:
        """The same record with other values that are right already."""
        return made(type(self), vars(self) | values, shape_of(type(self)))


class Shape(NamedTuple):
    """What is known of a class of records: its defaults (null where there is none), what makes a default, what is
    needed."""

    name: str
    defaults: dict[str, Any]
    factories: list[tuple[str, Any]]
    required: frozenset[str]
    names: set[str]

    def filled(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values, and the defaults of what is not among them. Raises ValueError for a key unknown or missing."""
        fields = {**self.defaults, **values}
        if len(fields) != len(self.names) or not self.required <= values.keys():
            raise ValueError(f"{self.name}: {(values.keys() - self.names) or (self.required - values.keys())}")
        for name, make in self.factories:
            if name not in values:
                fields[name] = make()
        return fields


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a class of records, in the order of its fields."""
    defaults: dict[str, Any] = {}
    factories, required = [], set()
    for name, info in model.model_fields.items():
        defaults[name] = None
        if info.default_factory:
            factories.append((name, info.default_factory))
        elif info.is_required():
            required.add(name)
        else:
            defaults[name] = info.default
    return Shape(model.__name__, defaults, factories, frozenset(required), set(defaults))


def made(model: Any, fields: dict[str, Any], shape: Shape) -> Any:
    """A record of all its fields, which are right already."""
    record = _new(model)
    _set(record, "__dict__", fields)
    _set(record, "__pydantic_fields_set__", shape.names)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


def weakest(*levels: Verification | None) -> Verification:
    """The level that may be shown for a fact that rests on all of these; a missing level counts as recalled."""
    return max((level or "recalled" for level in levels), key=LEVELS.index)


@lru_cache(maxsize=4096)
def first_day(text: str) -> dt.date:
    """First day of a date known to the day, the month or the year."""
    year, month, day = _parts(text)
    return dt.date(year, month or 1, day or 1)


@lru_cache(maxsize=4096)
def last_day(text: str) -> dt.date:
    """Last day of a date known to the day, the month or the year: a vague date counts from its last day."""
    year, month, day = _parts(text)
    if day:
        return dt.date(year, month, day)
    following = dt.date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def _parts(text: str) -> tuple[int, int, int]:
    found = _LOOSE.match(text)
    if not found:
        raise ValueError(f"{text!r} is not a date. Write YYYY-MM-DD; YYYY-MM or YYYY when only that is known")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    return year, month, day


def _loose_date(text: str) -> str:
    try:
        first_day(text), last_day(text)
    except ValueError as reason:
        if "is not a date" in str(reason):
            raise
        raise ValueError(f"{text!r} is not a date: {reason}. Write it as in the calendar, YYYY-MM-DD") from reason
    return text


def _date_text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in {"yes", "true"}:
        return True
    if word in {"no", "false"}:
        return False
    raise ValueError(f"{value!r} is neither yes nor no. Write one of the two")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


LooseDate = Annotated[str, BeforeValidator(_date_text), AfterValidator(_loose_date)]
"""ISO date as text: YYYY-MM-DD, or YYYY-MM or YYYY where no more is known."""

YesNo = Annotated[bool, BeforeValidator(_yes_no)]
TextList = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""A list of texts; a single text stands for a list of one."""
