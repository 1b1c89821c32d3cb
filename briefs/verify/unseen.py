"""Words of a Word file that no reader sees, hidden or white: told of the citation that they belong to."""

from collections.abc import Iterable

from briefs.verify.underway import One

_NEAR = 20
_TEXT = "It, or words right behind it, are hidden or white in the Word file: no reader sees them. Show or delete them."


def tell_unseen(ones: Iterable[One], unseen: Iterable[tuple[int, int]]) -> None:
    """Adds a note to each citation with unseen words in it; words of none belong to the one that ends before them.

    `unseen`: spans of the paragraph, in code points. Of Word files only: there a citation's place counts in it, too.
    """
    for first, last in unseen:
        own = [one for one in ones if first < one.citation.end and one.citation.start < last]
        own = own or [one for one in ones if one.citation.end <= first < one.citation.end + _NEAR][-1:]
        for one in own:
            if all(note.code != "unseen" for note in one.verdict.notes):
                one.verdict.note("unseen", _TEXT)
