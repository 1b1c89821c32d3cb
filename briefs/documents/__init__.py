"""Reads a document that somebody else made: its paragraphs with text and place. Only the file itself is opened."""

from briefs.documents.opening import Document, open_document
from briefs.documents.paragraphs import Paragraph

__all__ = ["Document", "Paragraph", "open_document"]
