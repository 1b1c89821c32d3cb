"""Canonical form of a record: fields in the order of the model, one way of quoting, one width; comments stay.

Texts that another YAML reader would take for something else (`NO`, `on`, `2022-10-06`) are quoted; yes and no are plain
only where the format wants a yes or a no. The meaning never changes: the rewritten text is read again and compared.
"""

import io
import re
import types
import typing
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import SingleQuotedScalarString
from ruamel.yaml.tag import Tag

from briefs.errors import LibraryError, Problem
from briefs.reading.text_tree import parse_tree

WIDTH = 115
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
# A month, which looks like a sum; signs that YAML readers understand differently.
_ODD = re.compile(r"\d{4}-\d\d$|[?:-]")
_OTHERS = yaml.SafeLoader("")


class _AllText(VersionedResolver):
    """Every plain word is a text, an empty value is nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return Tag(suffix=_TEXT if value else _NULL)
        return super().resolve(kind, value, implicit)


def canonical(raw: bytes, name: str, model: type[BaseModel]) -> bytes:
    """The record rewritten. Raises LibraryError where `raw` is not readable or rewriting would change what it says."""
    before = parse_tree(raw, name, LibraryError).data
    reader = _reader()
    tree = _ordered(reader.load(raw.decode("utf-8-sig")), model)
    out = io.StringIO()
    reader.dump(tree, out)
    # A long address stays behind its key.
    text = re.sub(r"(?m)^( *(?:- )*\w+:)\n +(https?://\S+)$", r"\1 \2", out.getvalue())
    text = "".join(line.rstrip(" ") + "\n" for line in text.split("\n")[:-1])
    if not _same(parse_tree(text.encode(), name, LibraryError).data, before):
        raise LibraryError(Problem(name, "cannot be rewritten without a change; it was left as it is."))
    return text.encode("utf-8")


def _reader() -> YAML:
    reader = YAML()
    reader.Resolver = _AllText
    reader.width = WIDTH
    reader.indent(mapping=2, sequence=4, offset=2)
    reader.allow_unicode = True
    return reader


def _ordered(tree: Any, annotation: Any) -> Any:
    """The same tree with fields in the model's order and texts quoted where another reader would misread them."""
    inner = _inner(annotation)
    if isinstance(tree, CommentedSeq | CommentedMap) and tree:
        tree.fa.set_block_style()
    if isinstance(tree, CommentedSeq):
        items = get_args(inner)[0] if get_origin(inner) in {tuple, list} else inner
        for n, item in enumerate(tree):
            tree[n] = _ordered(item, items)
    elif isinstance(tree, CommentedMap):
        fields = inner.model_fields if isinstance(inner, type) and issubclass(inner, BaseModel) else {}
        other = get_args(inner)[1] if get_origin(inner) is dict else str
        wanted = [key for key in fields if key in tree] + [key for key in tree if key not in fields]
        for key in wanted if wanted != list(tree) else ():
            tree.move_to_end(key)
        for key in wanted:
            tree[key] = _ordered(tree[key], fields[key].annotation if key in fields else other)
    elif isinstance(tree, str):
        return _text(tree, inner)
    return tree


def _inner(annotation: Any) -> Any:
    """The annotation without `Annotated` and without 'or nothing'."""
    while get_origin(annotation) in {typing.Annotated, typing.Union, types.UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _text(value: str, kind: Any) -> str:
    if kind is bool and value.lower() in {"yes", "no", "true", "false"}:
        return "yes" if value.lower() in {"yes", "true"} else "no"
    if kind is int and value.isdigit():
        return str(value)
    if "\n" not in value and (_OTHERS.resolve(yaml.ScalarNode, value, (True, False)) != _TEXT or _ODD.match(value)):
        return SingleQuotedScalarString(value)
    return str(value)


def _same(one: Any, other: Any) -> bool:
    """Equal but for the order of keys, and for the two spellings of yes and no."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other or (one, str(other).lower()) in {("yes", "true"), ("yes", "yes"), ("no", "false"), ("no", "no")}
