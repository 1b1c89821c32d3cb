"""Which authorities fit this forum, this ground, this date and this person: by rules that a lawyer can read."""

from briefs.matching.report import match_case

__all__ = ["match_case"]
