"""Tells the findings: on the screen, as a page, as comments in a copy of the Word file."""
