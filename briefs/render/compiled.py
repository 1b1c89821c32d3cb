"""What is left of a template when it has been checked: programs of plain data, ready to be filled, fit for the disk."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefs.render.filling import Filling, Step

_SIZE = 512


@dataclass(frozen=True)
class Compiled:
    """A story ready to be filled. `includes` are the fragments it names; `size` its characters."""

    program: list[Step]
    includes: tuple[str, ...]
    where: str
    size: int = 0

    @cached_property
    def template(self) -> Filling:
        """The program as it runs; made once."""
        return Filling(self.program)

    def data(self) -> dict[str, Any]:
        """The story as plain data for the disk."""
        return {"program": self.program, "includes": self.includes, "where": self.where, "size": self.size}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Compiled":
        """The story from its data. KeyError, TypeError or ValueError for what is no program."""
        story = cls(data["program"], tuple(map(str, data["includes"])), str(data["where"]), int(data["size"]))
        assert story.template
        return story


class Cache:
    """Keeps the last compiled stories; a key holds the hash of the content, so nothing stale is ever found."""

    def __init__(self, size: int = _SIZE):
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._size = size

    def get(self, key: Any, make: Callable[[], Any]) -> Any:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = make()
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return made
