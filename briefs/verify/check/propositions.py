"""What is said of an authority, where a person has linked the proposition in the library; else it is not checked."""

import re
from typing import Any

from briefs.errors import LibraryError
from briefs.library import Library
from briefs.library.layers import Layer
from briefs.reading.text_tree import read_tree
from briefs.verify.check.standing import pinpoint_numbers
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.words import closeness, content, likeness
from briefs.verify.known.authorities import Authority

SAME, PART, APART = 0.7, 0.9, 0.25
_MIN_WORDS = 5
_SHARE = 0.3
"""How much of a sentence a proposition must fill: a long sentence holds the words of many."""
_KIN = 0.2
"""How much of a proposition a sentence must share to be of its kind, where the paragraphs agree."""


# A sentence that names bodies and their rulings alone says nothing that a holding could say.
_OF_COURTS = content(
    "human rights committee torture european grand chamber united nations council decision judgment ruling order views "
    "given delivered adopted decided"
)


class Propositions:
    """The library's propositions and the known misuses, ready for comparison."""

    def __init__(self, library: Library, misuses: dict[str, list[dict[str, Any]]], words: dict[str, Any]):
        self.library = library
        self.misuses = misuses
        self._by_word, self._sizes = words["holdings"], words["sizes"]

    def check(
        self, found: Found, authority: Authority, sentence: str, cited: set[str], v: Verdict, own: str = ""
    ) -> None:
        """`sentence`: what is said; `cited`: ids of all authorities cited with it; `own`: the part of the sentence that
        this citation stands behind, where another part has another citation."""
        v.checks["proposition"] = "not_checked"
        if authority.precedent is None or not sentence:
            return
        for misuse in self.misuses.get(authority.id, ()):
            if _applies(misuse, found, sentence) and (misuse.get("paragraphs") or len(cited) < 2):
                v.differs("proposition", "misattributed_proposition", misuse["says"])
                return
        owner = self._owner(found, sentence, authority, cited)
        if owner and own and closeness(own, self.library.holdings[owner[1]][1].proposition) < SAME:
            owner = None
        if owner:
            title, key = owner
            says = f"The library links this to {title}, not to {authority.name}."
            v.differs("proposition", "misattributed_proposition", says)
            v.candidates.append(key)
            return
        self._pinpoint(found, authority, sentence, v)

    def _owner(self, found: Found, sentence: str, authority: Authority, cited: set[str]) -> tuple[str, str] | None:
        """Another authority whose proposition this nearly is, where the one cited holds nothing like it."""
        hits: dict[str, int] = {}
        for word in content(sentence):
            for key in self._by_word.get(word, ()):
                hits[key] = hits.get(key, 0) + 1
        best, best_close = None, 0.0
        for key, count in hits.items():
            size = self._sizes[key]
            whole = size >= _MIN_WORDS and count / size >= SAME and count >= _SHARE * len(content(sentence))
            part = len(content(sentence) - _OF_COURTS) >= _MIN_WORDS and count / len(content(sentence)) >= PART
            if not whole and not part:
                continue
            precedent, holding = self.library.holdings[key]
            if precedent.id in cited or precedent.title in authority.names or _names(holding.proposition, authority):
                return None
            close = max(count / size, count / len(content(sentence)))
            if close > best_close:
                best, best_close = (precedent.title, key), close
        if best is None:
            return None
        theirs = likeness(sentence, self.library.holdings[best[1]][1].proposition)
        if _at_its_own_place(found, authority, sentence):
            return None
        own = max((likeness(sentence, h.proposition) for h in authority.precedent.holdings), default=0.0)
        return best if theirs - own >= APART else None

    def _pinpoint(self, found: Found, authority: Authority, sentence: str, v: Verdict) -> None:
        """A proposition of this authority that the library has at other paragraphs."""
        near = [h for h in authority.precedent.holdings if len(content(h.proposition)) >= _MIN_WORDS]
        same = [h for h in near if closeness(sentence, h.proposition) >= SAME]
        if not same:
            return
        v.checks["proposition"] = "agrees"
        known = set().union(*(pinpoint_numbers(h) for h in same))
        if known and found.paragraphs and not known & set(found.paragraphs):
            v.note("other_pinpoint", f"The library has this at § {', '.join(str(n) for n in sorted(known))}.")


_CLOSES = late(r"[^()]{0,80}\)")
_CITES = late(r"\((?:see|cf|voir)\b|cited above| v\. |§")


def clause(before: str, behind: str) -> str:
    """What stands before a citation in brackets, up to the bracket before it, where the sentence goes on with another:
    '… is in no treaty (see A), and states may … (see B)'. Empty where the citation stands for the whole sentence."""
    closed = _CLOSES.match(behind)
    if not closed or not _CITES.search(behind, closed.end()):
        return ""
    said = before[: before.rfind("(")].rpartition(")")[2] if "(" in before else ""
    return said if len(content(said)) >= _MIN_WORDS else ""


def _at_its_own_place(found: Found, authority: Authority, sentence: str) -> bool:
    """Whether the library itself links something of the kind to the very paragraphs that are cited: several rulings may
    hold the same in other words, and then none of them is blamed."""
    cited = _filled(found.paragraphs)
    near = [h for h in authority.precedent.holdings if cited & pinpoint_numbers(h)]
    return any(closeness(sentence, h.proposition) >= _KIN for h in near)


def _names(proposition: str, authority: Authority) -> bool:
    """Whether a proposition itself speaks of the authority: 'Following Liu v. Poland, the court …'."""
    return any(name.split(" v. ")[0] in proposition for name in authority.names)


def _applies(misuse: dict[str, Any], found: Found, sentence: str) -> bool:
    """`paragraphs`: the pinpoint must be one of them. `words`: one must stand in the sentence; `unless`: none may."""
    paragraphs = {int(n) for n in misuse.get("paragraphs") or ()}
    if paragraphs and not (found.paragraphs and paragraphs & _filled(found.paragraphs)):
        return False
    words, unless = misuse.get("words") or (), misuse.get("unless") or ()
    if words and not any(re.search(word, sentence, re.I) for word in words):
        return False
    return not any(re.search(word, sentence, re.I) for word in unless)


def _filled(paragraphs: list[int]) -> set[int]:
    if len(paragraphs) == 2 and 0 < paragraphs[1] - paragraphs[0] < 40:
        return set(range(paragraphs[0], paragraphs[1] + 1))
    return set(paragraphs)


def words_of_holdings(library: Library) -> dict[str, Any]:
    """`holdings`: content word → the holdings whose proposition has it; `sizes`: holding → how many words it has."""
    found: dict[str, list[str]] = {}
    sizes: dict[str, int] = {}
    for key, (_, holding) in library.holdings.items():
        words = sorted(content(holding.proposition))
        sizes[key] = len(words)
        for word in words:
            found.setdefault(word, []).append(key)
    return {"holdings": found, "sizes": sizes}


def read_misuses(layers: tuple[Layer, ...]) -> dict[str, Any]:
    """Reads law/citations/misuses.yaml of the strongest layer that holds it."""
    files = [layer.root / "law" / "citations" / "misuses.yaml" for layer in layers]
    return next((read_tree(file, LibraryError).data for file in files if file.is_file()), {}) or {}
