"""Checks every record and every template of the library: all findings at once, each with its place and the way out."""

from briefs.lint.run import Finding, Report, lint

__all__ = ["Finding", "Report", "lint"]
