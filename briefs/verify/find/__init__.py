"""Finds citations and reads what each says of itself: names, numbers, dates, reports, paragraphs, short forms.

Where to look:

* the text as patterns read it: folding, places, sentences, sections, words, dates, late, tongues; the data of
  law/citations as patterns: forms, needles
* one full citation, found: what its parts are called; names and leads before it, tail, around and otherwise behind it
* all full citations of a paragraph: finding asks cases (and stroked, apart) for what has a 'v.', anchors for what has a
  number of its own, treaties for articles. Behind anchors: luxembourg, symbols, comments, observations, papers,
  international, nationals, domestic, rows, byday, commonwealth
* short forms: shorts asks settings and above whether a name is a ruling; announced, stated, dangling, again and ibids
  for the other kinds
* what is no citation: owncase, whose, writings
"""
