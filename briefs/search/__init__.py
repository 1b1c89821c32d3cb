"""Words over the library: an index on this machine that is rebuilt when records change, and harmless when deleted."""

from briefs.search.finding import Filters, Hit, search
from briefs.search.opening import open_index, with_index

__all__ = ["Filters", "Hit", "open_index", "search", "with_index"]
