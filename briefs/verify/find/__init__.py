"""Finds citations and reads what each says of itself: names, numbers, dates, reports, paragraphs, short forms."""
