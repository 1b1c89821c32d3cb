"""The law library as one object: precedents, evidence, law and templates, from the layers that hold them."""

from typing import TYPE_CHECKING, Any

from briefs.library.layers import Layer, find_layers

if TYPE_CHECKING:
    from briefs.library.library import Library, load_library

__all__ = ["Layer", "Library", "find_layers", "load_library"]


def __getattr__(name: str) -> Any:
    """The library itself is imported when it is asked for: an index is opened without it."""
    if name not in {"Library", "load_library"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefs.library import library

    return getattr(library, name)
