"""Whether a name that is 'cited above', with nothing above it, is that of a ruling or that of a paper."""

import re

from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.writings import PAPERS

_PLACE = late(r",? \(?(?:§|paras?\.? ?\d)")
# '…; Gordyeyev, cited above; and …': one of several rulings.
_BETWEEN_OTHERS = late(r"[;)]")
# 'Arumugam, supra, Frimpong, supra.' Books have a note or a page behind it.
_SUPRA = late(r"(?<=supra)(?=[.;]|, [A-ZÀ-Ž][\w'-]+, supra)")
_RULING_SAID = late(r"judge?ment|\bcase|arrêt|affaire", re.I)


def reads_as_ruling(text: str, m: re.Match[str], found: Found) -> bool:
    """'Szegedi, cited above, § 12', 'the Ozols judgment (cited above)' with nothing above it: a ruling that nobody
    knows. Papers are cited so, too: their names say what they are, or are letters only."""
    words, plain_words = found.first.split(), set(tokens_of(found.first))
    if plain_words & PAPERS or "'s" in found.first or any(len(w) > 2 and w.isupper() for w in words):
        return False
    named = all(w[:1].isupper() or w in {"and", "et", "v.", "c.", "de", "van", "von", "der", "al"} for w in words)
    alone = len(words) < 3 and _SUPRA.match(text, m.end())
    placed = alone or _PLACE.match(text, m.end()) or _RULING_SAID.search(m[0])
    return named and bool(placed or (_BETWEEN_OTHERS.match(text, m.end()) and text[: found.start].endswith("; ")))
