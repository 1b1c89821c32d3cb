"""What the library tells of citations, made once for all commands: it stands in an index of the user's cache as long as
no record changes."""

import hashlib
from collections.abc import Iterator
from typing import Any

from briefs.library import Library
from briefs.library.cache import cache_file, program_mark
from briefs.library.index import kept_store
from briefs.library.stored import Row, as_json
from briefs.verify.check.propositions import Propositions, read_misuses, words_of_holdings
from briefs.verify.find.forms import Forms, load_forms, read_forms
from briefs.verify.known.authorities import Authorities
from briefs.verify.known.made import load_authorities
from briefs.verify.known.register import Register

Known = tuple[Forms, Authorities, Propositions]


def load_known(library: Library, register: Register) -> Known:
    """The forms of citations, the authorities, and the propositions: from the index, or made of the records."""
    store = None
    if library.mark:
        mark = hashlib.sha256(f"{library.mark} {program_mark('verify')}".encode()).hexdigest()
        store = kept_store(cache_file("citations", library.layers), mark, lambda: _rows(_made(library, register)))
    data = store.plain("made") if store else _made(library, register)
    return (
        load_forms(data["forms"]),
        Authorities.of(data["authorities"], register, library),
        Propositions(library, data["misuses"], data["words"]),
    )


def _made(library: Library, register: Register) -> dict[str, Any]:
    """Everything anew, as plain data."""
    forms = read_forms(library.layers)
    return {
        "forms": forms,
        "authorities": load_authorities(library, load_forms(forms), register).data(),
        "misuses": read_misuses(library.layers),
        "words": words_of_holdings(library),
    }


def _rows(data: dict[str, Any]) -> Iterator[Row]:
    return (("made", key, as_json(value)) for key, value in data.items())
