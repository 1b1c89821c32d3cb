"""What a citation says of itself, before anything is checked."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """One citation as written. `start` and `end`: places in the folded text of its paragraph.

    `family`: case (a name with 'v.'), number (an application number alone), ecli, eu, symbol, neutral, docket, comment
    (general comment), treaty, short (short name), ibid. `said` keeps each element in the words of the document.
    `abroad`: reports of other publishers, 'EHRR'. `led`: its date stands before its name. `bare`: 'X proti Y', no more.
    `paged`: a page of its report is given. `court`: the national court in the words of the text. `more`: the further
    comments of a row, '32 (2009)', each with its year. `month`: '2021-10' for 'October 2021'. `read_as`: what is
    written as nobody writes it, and how it was read. `unread`: what looks like a date or a number and was not read.
    """

    family: str
    start: int
    end: int
    name: str = ""
    first: str = ""
    second: str = ""
    states: tuple[str, ...] = ()
    numbers: list[str] = field(default_factory=list)
    others: bool = False
    dates: list[tuple[str, bool]] = field(default_factory=list)
    year: str = ""
    decision: bool = False
    commission: bool = False
    grand_chamber: bool = False
    phase: str = ""
    ordinal: str = ""
    reports: list[tuple[str, str, str]] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)
    pinpoints: list[str] = field(default_factory=list)
    eclis: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    neutrals: list[str] = field(default_factory=list)
    dockets: list[str] = field(default_factory=list)
    eu_cases: list[str] = field(default_factory=list)
    communications: list[str] = field(default_factory=list)
    courts: list[str] = field(default_factory=list)
    back: str = ""
    defined: str = ""
    form: str = ""
    more: list[tuple[str, str]] = field(default_factory=list)
    instrument: str = ""
    articles: list[str] = field(default_factory=list)
    led: bool = False
    bare: bool = False
    paged: bool = False
    court: str = ""
    month: str = ""
    read_as: list[tuple[str, str]] = field(default_factory=list)
    unread: str = ""

    @property
    def date(self) -> str | None:
        """The first date that exists in the calendar."""
        return next((date for date, real in self.dates if real), None)

    @property
    def strong(self) -> bool:
        """Whether anything but names and a pinpoint was found: a number, a date, a report, a symbol."""
        kept = (self.numbers, self.dates, self.reports, self.eclis, self.symbols, self.neutrals, self.dockets)
        return any(kept) or bool(self.eu_cases or self.communications or self.back)

    @property
    def paragraphs(self) -> list[int]:
        """Paragraph numbers of the pinpoints, ranges by their ends."""
        return [int(number) for number in self.pinpoints if number.isdecimal()]


def closed(text: str, start: int, end: int) -> int:
    """With the bracket that was opened inside a citation and closes right behind it."""
    for pair in ("()", "[]"):
        if text[end : end + 1] == pair[1] and text.count(pair[0], start, end) > text.count(pair[1], start, end):
            end += 1
    return end
