"""The law library as one object: precedents, evidence, law and templates, from the layers that hold them."""

from briefs.library.layers import Layer, find_layers
from briefs.library.library import Library, load_library

__all__ = ["Layer", "Library", "find_layers", "load_library"]
