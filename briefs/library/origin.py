"""Where a record comes from, and what a stronger layer switched off."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefs.errors import LibraryError
from briefs.library.layers import Layer

if TYPE_CHECKING:
    from briefs.reading.text_tree import Path_


class Origin(NamedTuple):
    """Where a record stands: its layer, its file below the layer's root, and the key inside a file of several."""

    layer: Layer
    place: str
    room: str
    within: "Path_" = ()

    @property
    def file(self) -> Path:
        return self.layer.root / self.place

    def where(self, path: "Path_" = ()) -> str:
        """'file:line:column' of a field. The file is read again: places are wanted only when something is wrong."""
        from briefs.library.reader import read_tree

        return read_tree(self.file, LibraryError).where((*self.within, *path))


class Withdrawn(NamedTuple):
    """A record that a stronger layer switched off, and why. `record` is what a weaker layer holds: it is never matched,
    and still known by its name when a text speaks of it."""

    id: str
    reason: str
    layer: str
    record: Any = None
