"""Which forums are open to a case at its date, and why or why not."""

from briefs.forums.answers import answer_forums

__all__ = ["answer_forums"]
