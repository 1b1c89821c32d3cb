"""A small share of `make fuzz`: see fuzz.py."""

import fuzz


def test_generated_texts_cases_and_templates_are_exact_or_refused():
    count = fuzz.run(120, 250, 60)
    assert (count["text CHANGED"], count["case refused BADLY"]) == (0, 0)
    assert min(count["text exact"], count["text refused"], count["case read"], count["case refused"]) > 10
    assert min(count["template refused"], count["template sound"], count["scrub sound"]) > 5
