"""Compares a citation with what is known: what agrees, what differs, what cannot be told, whether it stands.

Where to look:

* which authority is meant: checking, then unknown (and namesakes, nearest, slips, numbers) where no number answers;
  calling, alone, inherited, instead and ownday for short forms; shared for numbers of several cases
* element by element: comparing, fields, kinds, years, naming, spelling, parties, luxembourg, abroad; plainforms for
  comments and articles
* what the words around it say: alongside, beside, bodies, chambers, highest
* whether it stands, and what it is cited for: standing, finality, propositions, quotes, verbatim, sources
* the whole document: table; what comes out: verdict, findings
"""
