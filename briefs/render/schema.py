"""The names a template may use, read off the record classes of `briefs.models.brief`."""

import types
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from briefs.models.brief import Brief


class Shape(NamedTuple):
    """What stands behind a name. `kind` is text, flag, record, list or map; `path` is how messages name it."""

    kind: Literal["text", "flag", "record", "list", "map"]
    path: str
    label: str
    nullable: bool = False
    record: type[BaseModel] | None = None
    item: Any = None

    @property
    def fields(self) -> dict[str, "Shape"]:
        return _fields(self.record, self.path, self.nullable) if self.record else {}

    def entry(self, path: str) -> "Shape":
        """One item of a list or map; it may be absent, so it may be null."""
        return shape_of(self.item, path, self.label, nullable=True)

    def each(self) -> "Shape":
        """The loop variable of a for over this list: always there."""
        return shape_of(self.item, f"{self.path}[]", self.label)


@lru_cache(maxsize=4096)
def _fields(record: type[BaseModel], path: str, nullable: bool) -> dict[str, Shape]:
    return {
        name: shape_of(info.annotation, f"{path}.{name}".lstrip("."), info.description or name, nullable)
        for name, info in record.model_fields.items()
    }


def shape_of(annotation: Any, path: str, label: str, nullable: bool = False) -> Shape:
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return shape_of(inner[0], path, label, nullable or len(inner) < len(get_args(annotation)))
    if get_origin(annotation) is list:
        return Shape("list", path, label, nullable, item=get_args(annotation)[0])
    if get_origin(annotation) is dict:
        return Shape("map", path, label, nullable, item=get_args(annotation)[1])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("record", path, label, nullable, record=annotation)
    return Shape("flag" if annotation is bool else "text", path, label, nullable)


def top() -> dict[str, Shape]:
    """The names of the top level."""
    return dict(Shape("record", "", "", record=Brief).fields)


def label_of(name: str) -> str:
    """What a dotted name is called in words; the name itself where it is unknown."""
    fields, label = top(), name
    for part in name.replace("[]", "").split("."):
        shape = fields.get(part)
        if shape is None:
            return name
        label = shape.label
        inner = shape.each() if shape.kind == "list" else shape
        fields = inner.fields
    return label
