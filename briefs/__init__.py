"""casebrief: from one case file to the filings that a person sought needs, with the authorities that fit."""

__version__ = "0.1.0"
