"""What a damaged file makes a library stumble over, told in one line like every other refusal."""

import contextlib
import struct
import zlib
from collections.abc import Iterator

from lxml import etree

from briefs.errors import BriefError, Problem, TemplateError

_STUMBLES = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    StopIteration,
    NotImplementedError,
    EOFError,
    struct.error,
    zlib.error,
    etree.LxmlError,
)


@contextlib.contextmanager
def refused_if_it_stumbles(where: str, error: type[BriefError] = TemplateError) -> Iterator[None]:
    """Turns any other exception into a refusal of the file; its words are left out, for they may quote the case."""
    try:
        yield
    except BriefError:
        raise
    except _STUMBLES as reason:
        why = "It has a shape that Word does not write."
        raise error(Problem(where, f"cannot be read to its end ({type(reason).__name__}).", why)) from reason
