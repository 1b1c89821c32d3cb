"""The request examined point by point: what the case file shows, what it lacks, and what contradicts itself.

A comparison is made only between dates on file. Limitation, dual criminality and the form of papers are national law:
they are asked, never computed.
"""

import re
from collections.abc import Iterator

from briefs.citing import written_date
from briefs.compose.assurances import author_kind
from briefs.compose.proceedings import is_later
from briefs.errors import begun
from briefs.facts import Situation
from briefs.models.brief import AuditRow
from briefs.models.case import Assurance, Exhibit, Offence

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def audit(s: Situation) -> list[AuditRow]:
    """Every row of the defects table, in the order in which the papers are read."""
    return [*_basis(s), *_warrant(s), *_dates(s), *_offences(s), *_papers(s), *_assurances(s)]


def _row(item: str, on_file: str | None, ask: str, finding: str | None = None) -> AuditRow:
    """Present or absent by what is on file, unless the row says otherwise."""
    return AuditRow(
        item=item,
        on_file=on_file or "Nothing on file.",
        finding=finding or ("present" if on_file else "absent"),
        ask=ask,
    )


def _basis(s: Situation) -> Iterator[AuditRow]:
    r = s.case.request
    received = f"Received on {written_date(r.received_on)}." if r.received_on else None
    yield _row("Formal request", received, "Ask for the complete request with every annex and the covering letter.")
    words = {"treaty": "A treaty.", "reciprocity": "Reciprocity.", "none": "None is named."}.get(r.legal_basis or "")
    relation = s.requested.treaties.get(r.requesting_state or "") if s.requested else None
    status = relation.status if relation else "not-established"
    if (
        words
        and r.legal_basis == "treaty"
        and status in {"none", "suspended", "signed", "not-applicable", "under-conclusion"}
    ):
        words += f" The library records: {status.replace('-', ' ')} (as of {relation.as_of or 'no date'})."
        yield _row(
            "Legal basis", words, "Which treaty is meant, and is it in force? Ask for the text.", "contradiction"
        )
        return
    yield _row("Legal basis", words, "Name the treaty or the rule on reciprocity, and check that it is in force.")


def _warrant(s: Situation) -> Iterator[AuditRow]:
    warrant = s.case.request.warrant
    issued = warrant.issued_by if warrant else None
    yield _row(
        "Warrant: issuing body",
        f"Issued by: {issued}." if issued else None,
        "Who ordered the arrest, who approved it, by which decision? Does the treaty or national law ask for a court?",
    )
    dated = written_date(warrant.dated) if warrant else ""
    yield _row(
        "Warrant: date, signature, reasons",
        f"Dated {dated}." if dated else None,
        "Is it signed and reasoned, and valid on the day of arrest and today? Ask for the original.",
    )


def _dates(s: Situation) -> Iterator[AuditRow]:
    """The dates of warrant, notice, request and offences held against one another."""
    r = s.case.request
    notice, warrant = r.interpol, r.warrant
    issued = warrant.dated if warrant else None
    ask = "Ask for the notice as circulated, and for an explanation of every date that differs."
    if notice is None or not (notice.dated or notice.warrant_dated):
        yield _row("Notice: its date", None, "Ask for the printout of the notice or diffusion.")
    else:
        yield _row("Notice: its date", begun(f"{notice.kind or 'notice'}, {_on(notice.dated)}."), ask)
    circulated = notice.dated if notice else None
    yield _compared("Warrant and notice", issued, circulated, "the notice is older than the warrant", ask)
    asked = "Ask for the original of the warrant, and for the letter of request with its stamp of receipt."
    yield _compared("Warrant and request", issued, r.received_on, "the request is older than the warrant", asked)
    if notice and notice.warrant_dated and issued:
        same = notice.warrant_dated == issued
        said = f"In the notice: {_on(notice.warrant_dated)}; in the warrant: {_on(issued)}."
        yield _row("Warrant as the notice dates it", said, ask, None if same else "contradiction")


def _compared(item: str, first: str | None, second: str | None, wrong: str, ask: str) -> AuditRow:
    """Present where the order is possible, a contradiction where it is not; asked where a date is missing."""
    if not (first and second):
        return _row(f"{item}: order of the dates", "One of the two dates is not on file.", ask, "ask")
    said = begun(f"{_on(first)}, and {_on(second)}")
    if is_later(first, second):
        return _row(f"{item}: order of the dates", f"{said}: {wrong}.", ask, "contradiction")
    return _row(f"{item}: order of the dates", f"{said}: the order is possible.", ask)


def _on(date: str | None) -> str:
    return f"dated {written_date(date)}" if date else "not dated"


def _offences(s: Situation) -> Iterator[AuditRow]:
    offences = s.case.request.offences
    if not offences:
        yield _row("Offences", None, "Ask for the offences, the provisions and the statement of facts.")
    for offence in offences:
        name = offence.label or "offence not named"
        yield _row(f"{name}: provision", offence.provision, "Ask for the text of the provision in force at the time.")
        penalty = offence.maximum_penalty
        yield _row(
            f"{name}: penalty",
            f"Maximum: {penalty}." if penalty else None,
            "Check the provision itself, and the gravest classification open on the same facts.",
        )
        yield from _time_of(s, offence, name)


def _time_of(s: Situation, offence: Offence, name: str) -> Iterator[AuditRow]:
    committed, warrant = offence.committed, s.case.request.warrant
    yield _row(
        f"{name}: limitation",
        f"Time alleged: {_DAY.sub(lambda day: written_date(day.group()), committed)}." if committed else None,
        "National law of both states: term, start, suspension, interruption. Who has computed it, and is it barred?",
        "ask" if committed else "absent",
    )
    days = _DAY.findall(committed or "")
    if days and warrant and warrant.dated and is_later(min(days), warrant.dated):
        said = f"Alleged for {written_date(min(days))}; the warrant is {_on(warrant.dated)}."
        yield _row(f"{name}: time and warrant", said, "How can the warrant be older than the offence?", "contradiction")


_ASK_TRANSLATED = (
    "Who translated and certified it? Have a second translator compare names, dates, articles and penalties."
)
_ASK_UNTRANSLATED = "Ask for a certified translation and for the name of the translator, or have one made."


def _papers(s: Situation) -> Iterator[AuditRow]:
    foreign = [e for e in s.case.exhibits if e.translated is not None or e.language]
    if not foreign:
        yield _row("Translation", None, "Ask for certified translations and for the name of the translator.")
    for exhibit in foreign:
        yield _row(
            f"Translation: {exhibit.title}",
            _translated(exhibit),
            _ASK_UNTRANSLATED if exhibit.translated is False else _ASK_TRANSLATED,
            {True: "present", False: "absent", None: "ask"}[exhibit.translated],
        )
    for person in s.case.persons_sought:
        spellings = ", ".join(filter(None, (person.name.full, person.name.native, *person.name.other_spellings)))
        born = f"; born {written_date(person.born)}" if person.born else "; date of birth not on file"
        yield _row(
            "Identity",
            f"{spellings}{born}." if spellings else None,
            "Compare name, date of birth and photograph in notice, warrant, request and passport.",
            "ask" if spellings else "absent",
        )


def _translated(exhibit: Exhibit) -> str:
    language = exhibit.language or "language not on file"
    word = {True: "translated", False: "not translated", None: "translation not recorded"}[exhibit.translated]
    return f"{language}; {word}."


def _assurances(s: Situation) -> Iterator[AuditRow]:
    given = s.case.request.assurances
    if not given:
        yield _row("Assurances", None, "Were any asked for or given? Ask ministry and prosecutor, in writing.")
    for one in given:
        yield from _assurance(s, one)


def _assurance(s: Situation, one: Assurance) -> Iterator[AuditRow]:
    kind = author_kind(one.given_by)
    by = f"Author: {one.given_by}; {_on(one.dated)}." if one.given_by else None
    asks = {
        "mission": "A mission transmits. By which decision of which body is the state bound? Ask for that decision.",
        "police": "Can the police bind prosecutor and court? Ask for the rule.",
    }
    ask = asks.get(kind, "Under which rule may this body bind the state, and those who would hold and try the person?")
    yield _row("Assurance: signatory and authority", by, ask, "ask" if by else "absent")
    text = f"Text on file; recorded subjects: {', '.join(one.covers) or 'none'}." if one.text else None
    yield _row("Assurance: text", text, "Ask for the original and the translation, and compare them.")
    yield _row(
        "Assurance: monitoring",
        one.monitoring,
        "Who may visit, when, in private, with a doctor, in every form of custody?",
    )
    if is_later(one.dated, s.as_of):
        said = f"{_on(one.dated)}, later than the date of the file ({written_date(s.as_of)})."
        yield _row("Assurance: date", said, "Correct the date, or the date of the case file.", "contradiction")
