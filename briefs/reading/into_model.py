"""From a text tree to a model: every pydantic error becomes one line with its place, its reason and the way out."""

import copy
import re
import types
import typing
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from briefs.errors import BriefError, CaseError, Problem, did_you_mean
from briefs.reading.text_tree import TextTree

Model = TypeVar("Model", bound=BaseModel)
_KEY = 80  # characters of a key that a message repeats


def into_model(model: type[Model], tree: TextTree, error: type[BriefError] = CaseError) -> Model:
    """Validate the tree as `model`; raises `error` with one problem for each mistake."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as reason:
        raise error([_problem(model, tree, detail) for detail in reason.errors()]) from None


def mended(model: type[Model], tree: TextTree) -> tuple[Model, set[tuple]] | None:
    """The record with every wrong value replaced by a silent one, and the places replaced: so that the rest of a record
    with a slip can be checked too. Null where too much is missing. Never used for anything but checks."""
    data, places = copy.deepcopy(tree.data), set()
    for value in (None, "no", "2000", None):
        try:
            return model.model_validate(data), places
        except ValidationError as reason:
            for detail in reason.errors():
                path = _shown_path(data, detail["loc"])
                if not _replace(data, path, detail, value):
                    return None
                places.add(path)
    return None


def _replace(data: Any, path: tuple, detail: Any, value: Any) -> bool:
    for part in path[:-1]:
        data = data[part]
    if not path or not isinstance(data, dict | list):
        return False
    kind = detail["type"]
    if kind == "extra_forbidden":
        del data[path[-1]]
    elif kind == "literal_error":
        # The last word of each list is the one on which nothing rests: neutral, recalled, unknown, other.
        data[path[-1]] = re.findall(r"'([^']*)'", str(detail["ctx"]["expected"]))[-1]
    elif kind in {"tuple_type", "list_type", "dict_type"}:
        data[path[-1]] = {} if kind == "dict_type" else []
    else:
        data[path[-1]] = "2000" if kind == "string_type" else value
    return True


def _problem(model: type[BaseModel], tree: TextTree, detail: Any) -> Problem:
    path = _shown_path(tree.data, detail["loc"])
    name, kind = ".".join(str(part) for part in path) or "file", detail["type"]
    if kind == "extra_forbidden":
        key = str(detail["loc"][-1])
        what = f"{_cut(name)}: '{_cut(key)}' is not a key of this format."
        if _after_a_comma(tree, path):
            fix = "Put the text before it in quotation marks as a whole."
            return Problem(
                tree.where(path), what, "It stands in {…} after a comma, and there a comma ends a text.", fix
            )
        fix = _nearest(key[:_KEY], fields_at(model, detail["loc"][:-1]))
        return Problem(tree.where(path), what, "A misspelt key would be lost.", fix)
    if kind == "missing":
        why = "Without it the file cannot be understood."
        fix = "Write 'format: 1' as the first line." if path == ("format",) else f"Add '{path[-1]}:'."
        return Problem(tree.where(path), f"{name}: is missing.", why, fix)
    if kind == "literal_error":
        return _not_a_word(tree.where(path), name, detail)
    return Problem(tree.where(path), f"{name}: {_words(detail)}")


def _after_a_comma(tree: TextTree, path: tuple) -> bool:
    """Whether the key is the rest of a text that a comma cut in two: it stands on the line of the one before it, and
    has no value or more than one word."""
    holder = tree.data
    for part in path[:-1]:
        holder = holder[part]
    keys = list(holder) if isinstance(holder, dict) else []
    place = keys.index(path[-1]) if path and path[-1] in keys else 0
    if not place or not (holder[path[-1]] is None or " " in str(path[-1])):
        return False
    return tree.places[path][0] == tree.places[(*path[:-1], keys[place - 1])][0]


def _cut(key: str) -> str:
    return key if len(key) <= _KEY else f"{key[:_KEY]}…"


def _not_a_word(where: str, name: str, detail: Any) -> Problem:
    expected = str(detail["ctx"]["expected"])
    words = re.findall(r"'([^']*)'", expected)
    fix = did_you_mean(str(detail["input"]), words, cutoff=0.4)
    why = "The program acts on this word."
    return Problem(where, f"{name}: '{detail['input']}' is not one of {expected}.", why, fix)


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
    return did_you_mean(key, valid, cutoff=0.6) or (f"Keys here: {', '.join(valid)}." if valid else "")


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
