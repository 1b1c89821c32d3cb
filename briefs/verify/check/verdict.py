"""What the comparison of one citation with library and register gives, and how a right form is written."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefs.citing import plain_cite, written_date
from briefs.library import Library
from briefs.verify.known.authorities import Authority

Status = Literal["exists", "mismatch", "not_in_library", "malformed", "not_checked"]
STATUSES: tuple[Status, ...] = ("exists", "mismatch", "not_in_library", "malformed", "not_checked")
CODES = (
    "wrong_number", "swapped_party", "wrong_date", "paragraph_out_of_range", "wrong_court", "nonexistent_case",
    "wrong_reports_year", "ecli_wrong_digits", "un_symbol_malformed", "reversed_authority",
    "misattributed_proposition", "quote_altered", "limited_authority", "not_final", "wrong_pinpoint",
    "nonexistent_article", "misspelt_name",
)  # fmt: skip

# Notes on an authority that exists which nobody should have to ask for.
BEWARE = frozenset(
    {
        "partly_reversed", "limited", "not_final", "later", "recalled", "other_ruling", "nothing_above", "unseen",
        "volume", "formation", "other_day", "short_quotation", "feed_number",
        "kind_not_compared", "another_court", "read_as", "unread", "left_out", "earlier_decision", "document_day",
        "spelling", "party_unknown", "more_names", "name_unread", "respondents", "ordinal",
    }
)  # fmt: skip


class Fault(NamedTuple):
    """One problem or note. `code` of a problem is one of CODES."""

    code: str
    text: str


@dataclass(slots=True)
class Verdict:
    """`checks`: element → agrees, differs or not_checked. A problem makes the citation a mismatch, or malformed."""

    status: Status = "not_checked"
    authority: Authority | None = None
    problems: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    checks: dict[str, str] = field(default_factory=dict)
    right_form: str = ""
    candidates: list[str] = field(default_factory=list)

    def differs(self, element: str, code: str, text: str) -> None:
        self.checks[element] = "differs"
        self.problems.append(Fault(code, text))

    def note(self, code: str, text: str) -> None:
        self.notes.append(Fault(code, text))


def cite(authority: Authority, library: Library) -> str:
    """The citation as it should read, in the house form."""
    if authority.precedent:
        return plain_cite(authority.precedent, library.courts[authority.precedent.court])
    if authority.evidence:
        return ", ".join(part for part in (authority.name, *authority.symbols, written_date(authority.date)) if part)
    marks = (" (dec.)" if authority.kind == "decision" else "") + (" [GC]" if authority.grand_chamber else "")
    numbers = list(authority.numbers)
    joined = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}" if numbers else ""
    more = " and others" if authority.others else ""
    dockets = f"no{'s' if len(numbers) > 1 or more else ''}. {joined}{more}" if joined else ""
    parts = (authority.name + marks, dockets, written_date(authority.date), *authority.reports)
    return ", ".join(part for part in parts if part)
