"""Records as JSON that people read: two spaces, every letter as it is. What stands in many places is written once and
repeated, because an answer names the same reasons for every forum."""

from json.encoder import encode_basestring
from typing import Any

from briefs.models.base import Record


def as_json(record: Record) -> str:
    """The same text as json.dumps with indent=2 and ensure_ascii=False."""
    return _Printer().text(record, "\n")


class _Printer:
    """`line`: what begins a line at the place of the value; parts are known by their identity, which is safe while the
    record that holds them is alive."""

    def __init__(self) -> None:
        self._strings: dict[str, str] = {}
        self._parts: dict[tuple[int, str], str] = {}

    def text(self, value: Any, line: str) -> str:
        if isinstance(value, str):
            found = self._strings.get(value)
            if found is None:
                found = self._strings[value] = encode_basestring(value)
            return found
        if value is None or value is True or value is False:
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, int | float):
            return repr(value)
        known = (id(value), line)
        found = self._parts.get(known)
        if found is None:
            found = self._parts[known] = self._part(value, line)
        return found

    def _part(self, value: Any, line: str) -> str:
        inner = line + "  "
        if isinstance(value, tuple | list):
            items = [self.text(item, inner) for item in value]
            return f"[{inner}{f',{inner}'.join(items)}{line}]" if items else "[]"
        fields = value if isinstance(value, dict) else vars(value)
        items = [f'"{name}": {self.text(item, inner)}' for name, item in fields.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}" if items else "{}"
