"""What the starters share: a text as YAML, a name as part of an id, the level of what was read."""

import json
import re
import unicodedata
from pathlib import Path

from pydantic import BaseModel

from briefs.lint.canonical import canonical

# Letters that are not a letter and a mark.
_NO_MARKS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def as_yaml(value: str | None) -> str:
    """A value that YAML reads as exactly this text; nothing for nothing."""
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def as_list(values: tuple[str, ...], indent: str) -> str:
    """Lines '- value'."""
    return "".join(f"\n{indent}- {as_yaml(value)}" for value in values)


def slug(name: str) -> str:
    """Part of an id: 'Kovács v. Malta' → 'kovacs-v-malta'; empty where no Latin letter is left."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_NO_MARKS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def written(text: str, file: Path, model: type[BaseModel]) -> bytes:
    """The record in canonical form, with its comments."""
    return canonical(text.encode("utf-8"), str(file), model)
