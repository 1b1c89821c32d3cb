"""Our answer to a ruling against us, as it could be given on the date of the case."""

import re

from briefs.facts import Situation

_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\bv\.)(?<!\bno\.)(?<!Cass\.)(?<!Art\.) +(?=[A-Z])")
_YEAR = re.compile(r"(?<![\d.-])(?:19|20)\d\d\b")


def answer_on(situation: Situation, text: str | None) -> str | None:
    """The sentences of a prepared answer that rest on nothing later than the date of the case; None where none is left.

    An answer is written when the ruling enters the library, and often rests on what was decided since. In a case that
    is read on an earlier date that is no answer, and counsel is told that none is prepared."""
    if not text:
        return None
    gone: set[str] = set()
    kept = [sentence for sentence in _SENTENCE.split(text) if not _is_later(situation, sentence, gone)]
    return " ".join(kept) or None


def _is_later(s: Situation, sentence: str, gone: set[str]) -> bool:
    """Whether a sentence names a later ruling or year, or goes on about a ruling named before: 'as Liu shows'.

    `gone` takes in the parties of the later rulings that are met."""
    named = s.later_rulings_in(sentence)
    gone |= {_party(title) for title in named} - {""}
    again = any(re.search(rf"\b{re.escape(party)}\b", sentence) for party in gone)
    return bool(named) or again or any(int(year) > s.day.year for year in _YEAR.findall(sentence))


def _party(title: str) -> str:
    """The party by whose name a text goes on to call a ruling."""
    first = re.split(r" v\.? ", title)[0]
    return first if first != title and len(first) > 2 else ""
