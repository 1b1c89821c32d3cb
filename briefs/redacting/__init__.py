"""A pack in which nobody can be recognised: the case made anonymous, the pack built from it, and then searched."""

from briefs.redacting.pseudonyms import Original, Pseudonymised, blank, pseudonymise
from briefs.redacting.search import Pack, left_over

__all__ = ["Original", "Pack", "Pseudonymised", "blank", "left_over", "pseudonymise"]
