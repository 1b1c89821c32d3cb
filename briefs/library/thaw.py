"""Records as JSON and back, without validating again what was validated when it was written."""

import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic_core import from_json

from briefs.models.base import Record, made, shape_of

Model = TypeVar("Model", bound=Record)
Change = Callable[[Any], Any]


def freeze(record: Record) -> str:
    """The record as JSON; what has its default is left out."""
    return record.model_dump_json(exclude_defaults=True)


def thaw(model: type[Model], text: str | bytes) -> Model:
    """The record that `freeze` wrote. Raises ValueError where the text is no such record."""
    return record_of(model, from_json(text))


def record_of(model: type[Model], data: Any) -> Model:
    """The same from plain data. Raises ValueError where they are no such record."""
    return maker(model)(data)


@cache
def maker(model: type[Model]) -> Callable[[Any], Model]:
    """What makes records of one class; thousands are made in every command."""
    shape, changes = shape_of(model), tuple(_changes(model).items())
    defaults, factories, count, required = shape.defaults, shape.factories, len(shape.names), shape.required

    def make(data: Any) -> Model:
        if type(data) is not dict:
            raise ValueError("this row holds no record")
        fields = {**defaults, **data}
        if factories or len(fields) != count or not required <= data.keys():
            fields = shape.filled(data)
        for name, change in changes:
            value = data.get(name)
            if value is not None:
                fields[name] = change(value)
        return made(model, fields, shape)

    return make


@cache
def _changes(model: type[Record]) -> dict[str, Change]:
    """The fields whose values are not plain JSON, and what makes them of it."""
    found = ((name, _change(info.annotation)) for name, info in model.model_fields.items())
    return {name: change for name, change in found if change is not None}


def _change(annotation: Any) -> Change | None:
    """What turns plain JSON into a value of this kind; null where JSON is that already."""
    if isinstance(annotation, type):
        if issubclass(annotation, Record):
            return maker(annotation)
        if annotation in {str, int, float, bool}:
            return None
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _change(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        (kind,) = (a for a in arguments if a is not type(None))
        return _change(kind)
    if origin is tuple:
        each = _change(arguments[0])
        return tuple if each is None else lambda values: tuple([each(value) for value in values])
    if origin is dict:
        each = _change(arguments[1])
        return None if each is None else lambda values: {key: each(value) for key, value in values.items()}
    if origin is typing.Literal or annotation is typing.Any:
        return None
    raise TypeError(f"records of the library hold no {annotation}")
