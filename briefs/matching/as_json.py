"""The answer of `match --json` as text: what a match says in every forum is written once, and pasted."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from pydantic_core import to_json

from briefs.models.base import Record
from briefs.models.match import Match, MatchReport, Reason

_FIELDS = list(Match.model_fields)
_FORUM, _WEIGHT, _REASONS = (_FIELDS.index(name) for name in ("forum", "weight", "reasons"))
"""What a match says for its forum alone; the rest is the same in every forum, and mostly long."""

_BEFORE, _BETWEEN, _AFTER = _FIELDS[:_FORUM], _FIELDS[_FORUM + 1 : _WEIGHT], _FIELDS[_REASONS + 1 :]
_LISTS = "pinpoints", "dockets"
_own = itemgetter("forum", "weight", "reasons")
_texts = itemgetter(*(name for name in (*_BEFORE, *_BETWEEN, *_AFTER) if name not in _LISTS))
_ENTRY, _MEMBER, _REASON = b"\n    ", b"\n      ", b"\n        "
"""Line breaks before an entry of the list of matches, before what it holds, and before one of its reasons."""

_AT_ONCE = 80
"""Matches in one piece, about 100 KB: megabytes in one piece take longer to find room for than to write."""


def report_json(report: MatchReport) -> Iterator[bytes]:
    """The report as indented JSON, letter by letter as pydantic writes it, in pieces."""
    before = b"{\n"
    for name in MatchReport.model_fields:
        if name == "matches" and report.matches:
            yield before + b'  "matches": ['
            yield from _Writer().entries(report.matches)
            yield b"\n  ]"
        else:
            yield before + _members(vars(report), [name])
        before = b",\n"
    yield b"\n}"


def plain(value: Any) -> Any:
    """A record, and all that it holds, as plain data in the order of its fields."""
    if isinstance(value, Record):
        return {name: plain(one) for name, one in vars(value).items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def _members(values: Mapping[str, Any], names: Iterable[str]) -> bytes:
    """Lines of an object, without its braces."""
    return to_json({name: plain(values[name]) for name in names}, indent=2)[2:-2]


class _Writer:
    """Keeps what it has written. Lists are known by their place in memory: they live as long as the report."""

    def __init__(self) -> None:
        self._around: dict[tuple, tuple[bytes, bytes, bytes]] = {}
        self._lists: dict[int, bytes] = {}
        self._reasons: dict[int, bytes] = {}
        self._words: dict[str, bytes] = {}

    def entries(self, matches: tuple[Match, ...]) -> Iterator[bytes]:
        """The entries of the list of matches, many at once."""
        around, lists, words = self._around, self._lists, self._words
        for at in range(0, len(matches), _AT_ONCE):
            pieces: list[bytes] = []
            for match in matches[at : at + _AT_ONCE]:
                values = vars(match)
                forum, weight, reasons = _own(values)
                key = (*_texts(values), id(match.pinpoints), id(match.dockets))
                before, between, after = around.get(key) or self._write_around(key, values)
                pieces += (
                    before,
                    words.get(forum) or self._write_word(forum),
                    between,
                    words.get(weight) or self._write_word(weight),
                    lists.get(id(reasons)) or self._write_reasons(reasons),
                    after,
                )
            yield b"".join(pieces)[0 if at else 1 :]

    def _write_around(self, key: tuple, values: Mapping[str, Any]) -> tuple[bytes, bytes, bytes]:
        first, second, last = (_members(values, names).replace(b"\n", _ENTRY) for names in (_BEFORE, _BETWEEN, _AFTER))
        before = b"," + _ENTRY + b"{" + _ENTRY + first + b"," + _MEMBER + b'"forum": '
        between = b"," + _ENTRY + second + b"," + _MEMBER + b'"weight": '
        written = self._around[key] = before, between, b"," + _ENTRY + last + _ENTRY + b"}"
        return written

    def _write_reasons(self, reasons: tuple[Reason, ...]) -> bytes:
        entries = b",".join([self._reasons.get(id(one)) or self._write_reason(one) for one in reasons])
        text = b"," + _MEMBER + b'"reasons": [' + (entries + _MEMBER if reasons else b"") + b"]"
        self._lists[id(reasons)] = text
        return text

    def _write_reason(self, reason: Reason) -> bytes:
        text = self._reasons[id(reason)] = _REASON + to_json(vars(reason), indent=2).replace(b"\n", _REASON)
        return text

    def _write_word(self, word: str) -> bytes:
        text = self._words[word] = to_json(word)
        return text
