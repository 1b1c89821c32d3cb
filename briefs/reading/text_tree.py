"""YAML (or JSON) read as a tree of texts with the place of each: no guessing of types, nothing lost.

Refused: other encodings than UTF-8, explicit tags, anchors and aliases, duplicate keys, several documents, deep
nesting, and characters that do not show or reorder the text (security: a name must be what it looks like).
"""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefs.errors import BriefError, CaseError, Problem
from briefs.reading.files import read_bytes

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
Path_ = tuple[str | int, ...]

_STRANGE = {
    b"PK": "a zip or Word file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x1f\x8b": "a packed file",
    b"age-encryption.org": "an encrypted file (name it .age)",
    b"-----BEGIN AGE": "an encrypted file (name it .age)",
}

# Needed to write Arabic-script and Indic names: zero-width (non-)joiner and the two direction marks.
_ALLOWED_FORMAT = {"\u200c", "\u200d", "\u200e", "\u200f"}
_INVISIBLE = {
    "\u00ad",
    "\u034f",
    "\u17b4",
    "\u17b5",
    "\u2800",
    "\u115f",
    "\u1160",
    "\u3164",
    "\uffa0",
    "\u2028",
    "\u2029",
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class TextTree:
    """Plain data of texts, lists and mappings, with the line and column (from 1) of each node and key."""

    file: str
    data: Any = None
    places: dict[Path_, tuple[int, int]] = field(default_factory=dict)

    def where(self, path: Path_) -> str:
        """'file:line:column' of the node, or of the nearest node above it."""
        known = next((path[:n] for n in range(len(path), -1, -1) if path[:n] in self.places), ())
        line, column = self.places.get(known, (1, 1))
        return f"{self.file}:{line}:{column}"


def read_tree(file: Path, error: type[BriefError] = CaseError) -> TextTree:
    """Read one file. Raises `error` with all problems found."""
    raw = read_bytes(file, MAX_BYTES, error)
    return parse_tree(raw, file.name if error is CaseError else str(file), error)


def parse_tree(raw: bytes, name: str, error: type[BriefError] = CaseError) -> TextTree:
    """Parse the bytes of one file whose name is shown in messages."""
    text = _decode(raw, name, error)
    node = _compose(text, name, error)
    tree, problems = TextTree(name), []
    tree.data = _Builder(tree, problems, text).build(node, (), 0)
    if problems:
        raise error(problems)
    return tree


def _decode(raw: bytes, name: str, error: type[BriefError]) -> str:
    if len(raw) > MAX_BYTES:
        raise error(Problem(name, f"the file is longer than {MAX_BYTES:,} bytes; more is not read."))
    if strange := next((what for start, what in _STRANGE.items() if raw.startswith(start)), None):
        fix = "Start from: casebrief new"
        raise error(Problem(f"{name}:1:1", f"this is {strange}, not a case file.", "Case files are plain text.", fix))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = raw[: reason.start].count(b"\n") + 1
        raise error(
            Problem(
                f"{name}:{line}:1",
                "the file is not UTF-8 text.",
                "Names would be garbled.",
                "Save it again with the encoding UTF-8.",
            )
        ) from reason
    if found := _LINE_BREAKS.search(text):  # YAML would turn it into a space or a new line, without a word
        line = text[: found.start()].count("\n") + 1
        what = f"holds {describe_character(found[0])}, which is no line break that editors write."
        raise error(Problem(f"{name}:{line}:1", what, fix="Delete it."))
    return text


def _compose(text: str, name: str, error: type[BriefError]) -> yaml.Node:
    try:
        nodes = list(_compose_all(text))
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        fix = "Check the indentation and the quotation marks of this line and the one before it."
        if "flow" in (reason.context or ""):
            fix = "Between { } or [ ] a text that holds a comma, a colon or a quotation mark stands in quotation marks."
        raise error(Problem(place, f"not readable as YAML: {reason.problem or reason.context}.", fix=fix)) from reason
    except (yaml.YAMLError, ValueError, RecursionError) as reason:
        raise error(Problem(_reader_place(name, text, reason), _reader_words(reason))) from reason
    if len(nodes) != 1 or not isinstance(nodes[0], yaml.MappingNode):
        what = (
            "the file is empty"
            if not nodes
            else "several documents in one file"
            if len(nodes) > 1
            else "the file is not a list of 'key: value' lines"
        )
        raise error(Problem(f"{name}:1:1", f"{what}.", fix="Start from: casebrief new"))
    return nodes[0]


def _compose_all(text: str):
    loader = _LOADER(text)
    try:
        while loader.check_node():
            yield loader.get_node()
    finally:
        loader.dispose()


def _reader_place(name: str, text: str, reason: Exception) -> str:
    position = getattr(reason, "position", None)
    if not isinstance(position, int):
        return f"{name}:1:1"
    before = text[:position]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _reader_words(reason: Exception) -> str:
    character = getattr(reason, "character", None)
    if isinstance(character, int):
        return f"the character U+{character:04X} is not allowed. Delete it."
    return "the file holds a character or nesting that cannot be read."


class _Builder:
    """Turns YAML nodes into plain texts, lists and mappings, and collects every problem on the way."""

    def __init__(self, tree: TextTree, problems: list[Problem], text: str):
        self.tree, self.problems, self.text, self.seen = tree, problems, text, set()

    def build(self, node: yaml.Node, path: Path_, depth: int) -> Any:
        mark = node.start_mark
        self.tree.places[path] = (mark.line + 1, mark.column + 1)
        if depth > MAX_DEPTH:
            return self._refuse(path, f"nested deeper than {MAX_DEPTH} levels.")
        if id(node) in self.seen:
            return self._refuse(path, "anchors and aliases (& and *) are not allowed.", "Write the value out.")
        self.seen.add(id(node))
        if (sign := self.text[mark.index : mark.index + 1]) in _SIGNS:
            word = self.text[mark.index : mark.index + 200].split(None, 1)[0][:60]
            return self._refuse(path, _SIGNS[sign].format(word), "Delete it; every value is read as text.")
        if not isinstance(node, yaml.ScalarNode) and not node.tag.startswith("tag:yaml.org,2002:"):
            return self._refuse(path, f"the tag {node.tag} is not allowed.", "Delete it.")
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, n), depth + 1) for n, item in enumerate(node.value)]
        return self._mapping(node, path, depth)

    def _mapping(self, node: yaml.MappingNode, path: Path_, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
                self.tree.places[(*path, "?")] = (mark.line + 1, mark.column + 1)
                self._refuse((*path, "?"), "this key is not a plain word.", "Write 'key: value'.")
                continue
            key = key_node.value
            if key in result:
                first = self.tree.places[(*path, key)][0]
                self.problems.append(
                    Problem(
                        f"{self.tree.file}:{mark.line + 1}:{mark.column + 1}",
                        f"{key}: this key stands twice (first in line {first}).",
                        "Only one of the two would count.",
                        "Delete one of them.",
                    )
                )
                continue
            self._check_text(key, (*path, key), single_line=True, mark=mark)
            result[key] = self.build(value_node, (*path, key), depth + 1)
            self.tree.places[(*path, key)] = (mark.line + 1, mark.column + 1)
        return result

    def _text(self, node: yaml.ScalarNode, path: Path_) -> str | None:
        explicit = node.tag not in _IMPLICIT
        if explicit:
            return self._refuse(path, f"the tag {node.tag} is not allowed.", "Delete it; every value is read as text.")
        if node.style in (None, "") and node.value == "":
            return None
        if node.style in (None, "") and _NO_NUMBER.fullmatch(node.value):
            return self._refuse(path, f"{node.value} stands for no number.", "Put it in quotation marks if meant.")
        self._check_text(node.value, path, single_line=False, mark=node.start_mark)
        return node.value

    def _check_text(self, text: str, path: Path_, single_line: bool, mark: Any) -> None:
        for character in text:
            if forbidden_character(character, single_line):
                self.tree.places.setdefault(path, (mark.line + 1, mark.column + 1))
                self._refuse(
                    path,
                    f"holds {describe_character(character)}, which does not show or changes how the text looks.",
                    "Delete it.",
                )
                return

    def _refuse(self, path: Path_, what: str, fix: str = "") -> None:
        name = ".".join(str(part) for part in path)
        self.problems.append(Problem(self.tree.where(path), f"{name}: {what}" if name else what, fix=fix))


_SIGNS = {"!": "the tag {} is not allowed.", "&": "{}: anchors and aliases (& and *) are not allowed."}
_LINE_BREAKS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)")
_IMPLICIT = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "bool", "int", "float", "timestamp", "value")}


def forbidden_character(character: str, single_line: bool = False) -> bool:
    """Control, invisible, direction-changing, private-use, surrogate and unassigned characters."""
    if character in "\n\t":
        return single_line
    if character < "\x7f" and character >= " " or character in _ALLOWED_FORMAT:
        return False
    return character in _INVISIBLE or unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def describe_character(character: str) -> str:
    """Code point and name, as shown in messages."""
    return f"the character U+{ord(character):04X} ({unicodedata.name(character, 'no name')})"
