"""From case, forum, grounds and matches to a Brief: plain data for one filing, with nothing in it that its readers may
not see."""

from briefs.compose.brief import Composed, compose
from briefs.compose.withheld import Withheld

__all__ = ["Composed", "Withheld", "compose"]
