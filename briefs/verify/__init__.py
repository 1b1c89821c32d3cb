"""Checks every citation of a document against the library and the register, offline, and never calls fine what was
not compared. `load_checker` once, then `check` for each document."""

from briefs.verify.check.findings import Citation
from briefs.verify.check.verdict import Fault
from briefs.verify.outcome import Report
from briefs.verify.verifier import Checker, load_checker

__all__ = ["Checker", "Citation", "Fault", "Report", "load_checker"]
