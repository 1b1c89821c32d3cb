"""Patterns that are compiled when they are first asked for: a filing in English needs few of those for other forms."""

import re
from collections.abc import Iterable
from typing import Any, cast


class _Late:
    """Stands for a pattern. What is asked of it for the first time is kept, so that the next time costs nothing."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at the first use. A pattern that is none is told by the test that compiles every one."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def one_of(words: Iterable[str]) -> str:
    """Any of many words as one pattern, those of one first letter together, so that most are passed over at once; of
    two that begin alike, the longer is tried first."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
