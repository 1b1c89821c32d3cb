"""What can go wrong, said so that a tired caseworker can mend it: where, what, why it matters, how to fix."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Problem(NamedTuple):
    """One finding on one place. `where` is 'file:line:column' or the part, paragraph and tag of a Word file.

    `kind` is the heading under which a list of many findings puts it.
    """

    where: str
    what: str
    why: str = ""
    fix: str = ""
    kind: str = ""

    def line(self) -> str:
        """The finding on one line, as printed."""
        text = " ".join(part for part in (self.what, self.why, self.fix) if part)
        return f"{self.where}  {text}" if self.where else text


def printable(text: object) -> str:
    """A name that others chose, as it may stand in a message: a line break or a terminal code in it does nothing."""
    return "".join(c if c.isprintable() else "?" for c in str(text))


def amount(number: int, one: str, more: str = "") -> str:
    """'1 page', '2 pages'. `more`: the plural, where it is not made with an s."""
    return f"{number} {one if abs(number) == 1 else more or one + 's'}"


def begun(words: str) -> str:
    """The words as a sentence, a cell or a line begins: with a capital, the rest as it was."""
    return words[:1].upper() + words[1:]


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.5, shown: Mapping[str, str] | None = None) -> str:
    """'Did you mean X?' with the nearest known word, or nothing. `shown`: what is printed for a word, if not itself."""
    import difflib

    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=cutoff)
    return f"Did you mean {(shown or {}).get(close[0], close[0])}?" if close else ""


class BriefError(Exception):
    """A refusal with all its reasons; `exit_code` is the command's."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))


class CaseError(BriefError):
    """The case file cannot be read as it stands."""


class LibraryError(BriefError):
    """A record of the law library is wrong or missing."""


class TemplateError(BriefError):
    """A Word template or fragment is refused."""


class RenderError(BriefError):
    """A filing could not be made from its template and the brief."""


class DocumentError(BriefError):
    """A document that was to be read is missing, locked, damaged or of a kind that is not read here."""


class WriteError(BriefError):
    """Nothing was written: disk, rights, or a file that exists."""

    exit_code = 4
