"""Errors that only a whole paper shows: a table of authorities against its text, an altered quotation."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.verify.seeds import INVENTED
from benchmarks.verify.spoilt import True_
from briefs.documents.opening import document_of
from briefs.verify import Checker


def quotations(checker, chance):
    yield from ()


def tables(checker: Checker, chance: Random, true: list[True_], count: int = 40) -> Iterator[tuple[str, bool]]:
    """(class, caught) of texts with a table of authorities in which an entry lacks or is one too many."""
    plain = [t for t in true if t.authority.numbers and " v. " in t.text and "see" not in t.text]
    true = list({t.authority.id: t for t in plain}.values())
    for i in range(count):
        some = chance.sample(true, 5)
        entries, kind = [t.text for t in some], ("entry_missing", "entry_without_mention")[i % 2]
        if kind == "entry_missing":
            entries.pop()
        else:
            entries.append(f"{chance.choice(INVENTED)} v. Poland, no. {chance.randint(10000, 70000)}/11, 3 May 2016")
        body = "\n\n".join(
            f"{n}. The point is settled by {t.text}, and it is not in dispute." for n, t in enumerate(some, 1)
        )
        text = "Table of authorities\n\n" + "\n\n".join(entries) + "\n\nI. The law\n\n" + body
        faults = checker.check(document_of(text.encode(), Path("table.txt"))).table_problems
        yield kind, [f.code for f in faults] == ["not_in_table" if kind == "entry_missing" else "not_in_text"]
