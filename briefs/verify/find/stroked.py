"""Strasbourg cases with a stroke between the parties and the number behind: 'Saadi/İtalya [BD], B. No: 37201/06'."""

from collections.abc import Iterator

from briefs.verify.find import tongues
from briefs.verify.find.cases import read_tail_with_dockets, respondents
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import name_before
from briefs.verify.find.places import Places

_STROKE = late(r"/(?<=[^\W\d]/)(?=[A-ZÀ-Žİ])")
_COURT_BEFORE = late(rf"(?<!\w)(?:ECtHR|ECHR|{tongues.COURTS}),? $")


def find_stroked(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """With a number of Strasbourg behind, or with that court before and a day behind; never of two states."""
    for m in _STROKE.finditer(text):
        states, end = respondents(text, m.end(), forms)
        start = name_before(text, m.start(), taken.before(m.start())) if states else m.start()
        first = text[start : m.start()]
        if not first or not taken.free(start, end) or forms.state.fullmatch(first):
            continue
        found = Found("case", start, end, text[start:end], first, text[m.end() : end], states)
        found.end = read_tail_with_dockets(text, end, found, forms)
        if found.numbers or (found.dates and _COURT_BEFORE.search(text, max(0, start - 60), start)):
            yield found
