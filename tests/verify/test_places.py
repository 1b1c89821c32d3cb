"""A crowded paragraph is read in one go: what is taken and what is free is known without a search through all."""

from hypothesis import given
from hypothesis import strategies as st

from briefs.verify.check.quotes import owned, quotations
from briefs.verify.find.folding import fold
from briefs.verify.find.places import Places

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=12
)


@given(SPANS, st.integers(0, 70), st.integers(1, 9))
def test_places_answer_what_a_search_through_all_spans_would(spans, start, length):
    end, places = start + length, Places(spans)
    free = not any(a < end and start < b for a, b in spans)
    assert places.free(start, end) is free
    if free:
        assert places.before(start) == max((b for _, b in spans if b <= start), default=0)
        assert places.behind(end, -1) == min((a for a, _ in spans if a >= end), default=-1)
    if any(a <= start and end <= b for a, b in spans):
        assert places.holds(start, end)
    if places.holds(start, end):
        assert all(any(a <= at < b for a, b in spans) for at in range(start, end))


def test_a_quotation_belongs_to_the_citation_behind_it_else_to_the_one_before():
    words = "a quotation that is long enough"
    text = f'AAAA said "{words}" and so did BBBB. {"x" * 300} "{words}, too"'
    quoted = quotations(fold(text))
    a, b = text.index("AAAA"), text.index("BBBB")
    first, second = text.index(f'"{words}"'), text.index(f'"{words},')
    assert owned(quoted, [(a, a + 4), (b, b + 4)]) == {b: [(first, words), (second, f"{words}, too")]}
    assert owned(quoted, [(a, a + 4)]) == {a: [(first, words), (second, f"{words}, too")]}
    assert owned(quoted, [(first - 1, first + 50)]) == {first - 1: [(second, f"{words}, too")]}
    assert owned(quoted, []) == {}


def test_a_paragraph_packed_with_quotations_and_short_names_ends(cited):
    """A search through all citations for each quotation took hours here."""
    one = (
        'It said "there were words enough here to be a quotation" (Saadi v. Italy, no. 37201/06). In Saadi it went on. '
    )
    assert len(cited(one * 1200)) == 2400
