"""From a text tree to a model: every pydantic error becomes one line with its place, its reason and the way out."""

import difflib
import types
import typing
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from briefs.errors import BriefError, CaseError, Problem
from briefs.reading.text_tree import TextTree

Model = TypeVar("Model", bound=BaseModel)


def into_model(model: type[Model], tree: TextTree, error: type[BriefError] = CaseError) -> Model:
    """Validate the tree as `model`; raises `error` with one problem for each mistake."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as reason:
        raise error([_problem(model, tree, detail) for detail in reason.errors()]) from None


def _problem(model: type[BaseModel], tree: TextTree, detail: Any) -> Problem:
    path = _shown_path(tree.data, detail["loc"])
    name, kind = ".".join(str(part) for part in path) or "file", detail["type"]
    if kind == "extra_forbidden":
        key = str(detail["loc"][-1])
        return Problem(
            tree.where(path),
            f"{name}: '{key}' is not a key of this format.",
            "A misspelt key would be lost.",
            _nearest(key, fields_at(model, detail["loc"][:-1])),
        )
    if kind == "missing":
        why = "Without it the file cannot be understood."
        fix = "Write 'format: 1' as the first line." if path == ("format",) else f"Add '{path[-1]}:'."
        return Problem(tree.where(path), f"{name}: is missing.", why, fix)
    if kind == "literal_error":
        return Problem(tree.where(path), f"{name}: '{detail['input']}' is not one of {detail['ctx']['expected']}.")
    return Problem(tree.where(path), f"{name}: {_words(detail)}")


def _shown_path(data: Any, loc: tuple) -> tuple:
    """The part of the location that stands in the file: a text read as a list of records has no index of its own."""
    path: list[Any] = []
    for part in loc:
        if isinstance(data, dict):
            path.append(part)
            if part not in data:
                break
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
        else:
            break
    return tuple(path)


def _words(detail: Any) -> str:
    message = str(detail["msg"])
    if detail["type"] == "value_error":
        return message.removeprefix("Value error, ") + "."
    if detail["type"] in {"model_type", "model_attributes_type", "dict_type"}:
        return "here a group of 'key: value' lines is needed."
    if detail["type"] in {"tuple_type", "list_type"}:
        return "here a list is needed: lines that begin with '- '."
    if detail["type"] == "string_type":
        return "here a single text is needed; it is empty or a list."
    if detail["type"] == "string_too_long":
        return f"the text is longer than {detail['ctx']['max_length']} characters."
    return message[0].lower() + message[1:] + "."


def _nearest(key: str, valid: list[str]) -> str:
    close = difflib.get_close_matches(key, valid, n=1)
    return f"Did you mean {close[0]}?" if close else f"Keys here: {', '.join(valid)}." if valid else ""


def fields_at(model: type[BaseModel], loc: tuple) -> list[str]:
    """Field names of the model found by walking down a location."""
    current: Any = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        info = current.model_fields.get(part)
        current = _model_in(info.annotation) if info else None
    return sorted(current.model_fields) if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, list, dict, types.UnionType, typing.Union, typing.Annotated}:
        return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
    return None
