"""Files to begin with: a case file, a precedent, country material, each commented and ready to be checked."""

from briefs.starter.case import starter_case

__all__ = ["starter_case"]
