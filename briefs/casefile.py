"""Reads a case file and checks it against the library: codes exist, exhibits are listed, words are known."""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefs.errors import CaseError, Problem, did_you_mean
from briefs.library import Library
from briefs.library.faults import state_fix
from briefs.models.base import first_day, last_day
from briefs.models.case import Case
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import TextTree, parse_tree, read_tree


class CaseFile(NamedTuple):
    """A case as read, with what the reader wants the user to know."""

    case: Case
    warnings: tuple[Problem, ...]


def load_case(file: Path, library: Library) -> CaseFile:
    """Read and check a case file. Raises CaseError with every problem at once."""
    return check_case(read_tree(file), library)


def case_from_text(text: str, library: Library, name: str = "case.yaml") -> CaseFile:
    """The same from text; used where a case is not a file."""
    return check_case(parse_tree(text.encode("utf-8"), name), library)


def check_case(tree: TextTree, library: Library) -> CaseFile:
    """Validate the tree as a case and hold it against the library."""
    case = into_model(Case, tree)
    checker = _Checker(tree, library)
    checker.run(case)
    if checker.errors:
        raise CaseError(checker.errors)
    return CaseFile(case, tuple(checker.warnings))


def normal(word: str) -> str:
    """A controlled word as the vocabulary writes it: lower case, hyphens."""
    return "-".join(word.strip().lower().replace("_", " ").split())


class _Checker:
    def __init__(self, tree: TextTree, library: Library):
        self.tree, self.library = tree, library
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []

    def run(self, case: Case) -> None:
        self._states(case)
        self._exhibits(case)
        self._words(case)
        self._names(case)
        self._dates(case)
        self._ids(case)

    def _error(self, path: tuple, what: str, why: str = "", fix: str = "") -> None:
        self.errors.append(Problem(self.tree.where(path), f"{_name(path)}: {what}", why, fix))

    def _warn(self, path: tuple, what: str, why: str = "", fix: str = "") -> None:
        self.warnings.append(Problem(self.tree.where(path), f"{_name(path)}: {what}", why, fix))

    def _states(self, case: Case) -> None:
        request = case.request
        self._state(("request", "requesting_state"), request.requesting_state, "It decides which rulings fit.")
        self._state(("request", "requested_state"), request.requested_state, "It is needed to choose the forum.")
        for n, person in enumerate(case.persons_sought):
            for m, code in enumerate(person.nationalities):
                self._state(("persons_sought", n, "nationalities", m), code, "It decides who may rely on which rule.")
            for m, status in enumerate(person.status):
                self._state(
                    ("persons_sought", n, "status", m, "state"), status.state, "It decides what the status bars."
                )

    def _state(self, path: tuple, code: str | None, why: str) -> None:
        if code is None or code in self.library.states:
            return
        if len(code) == 2 and code.isalpha() and code.isupper():
            self._warn(
                path,
                f"the library holds no record for the state '{code}'.",
                "Whether its treaties and forums apply must be checked by hand.",
            )
            return
        fix = state_fix(code, {key: state.name for key, state in self.library.states.items()})
        self._error(path, f"'{code}' is not a state code.", why, fix)

    def _exhibits(self, case: Case) -> None:
        known = {exhibit.id for exhibit in case.exhibits}
        uses = [
            (("circumstances", n, "source", "exhibit"), c.source.exhibit)
            for n, c in enumerate(case.circumstances)
            if c.source
        ]
        uses += [
            (("proceedings", "decisions", n, "exhibit"), d.exhibit) for n, d in enumerate(case.proceedings.decisions)
        ]
        uses += [(("representation", "authority"), case.representation.authority)]
        for path, used in uses:
            if used and used not in known:
                self._error(
                    path,
                    f"the exhibit '{used}' is not in the list of exhibits.",
                    "The filing would refer to nothing.",
                    did_you_mean(used, known),
                )

    def _words(self, case: Case) -> None:
        for n, person in enumerate(case.persons_sought):
            for m, tag in enumerate(person.profile):
                self._word(("persons_sought", n, "profile", m), tag, "profiles")
            for m, status in enumerate(person.status):
                self._word(("persons_sought", n, "status", m, "kind"), status.kind, "statuses")
        for n, offence in enumerate(case.request.offences):
            self._word(("request", "offences", n, "category"), offence.category, "offences")
        self._word(("proceedings", "stage"), case.proceedings.stage, "stages")
        for n, filing in enumerate(case.filings):
            if self.library.template_file(filing, "en") is None:
                self._error(("filings", n), f"there is no filing '{filing}'.", fix="See: casebrief list filings")

    def _word(self, path: tuple, word: str | None, kind: str) -> None:
        if word is None or vocabulary_word(self.library, kind, word):
            return
        self._warn(
            path,
            f"'{word}' is not a known word here; no rule of the library will see it.",
            fix=did_you_mean(normal(word), set(self.library.vocabulary.get(kind, {}))),
        )

    def _names(self, case: Case) -> None:
        for path, value in _all_names(case):
            if "\n" in value or "\t" in value:
                self._error(path, "a name stands on one line.", fix="Delete the line break or tab.")
            elif scripts := mixed_scripts(value):
                self._warn(
                    path,
                    f"mixes {' and '.join(scripts)} letters that look alike.",
                    "The name may not be what it seems; it is left as it is.",
                )

    def _dates(self, case: Case) -> None:
        for path, value in _past_dates(case):
            if case.as_of and value and last_day(value) > last_day(case.as_of):
                self._warn(path, f"{value} is later than as_of ({case.as_of}).", "It is not used as a past event.")
        for n, decision in enumerate(case.proceedings.decisions):
            if decision.on and decision.served_on and last_day(decision.served_on) < first_day(decision.on):
                path = ("proceedings", "decisions", n, "served_on")
                what = f"{decision.served_on} is earlier than the decision itself ({decision.on})."
                self._error(path, what, "A term would be counted from it.", "Look at the proof of service.")
        if case.as_of and last_day(case.as_of) < dt.date(1950, 11, 4):
            self._error(("as_of",), f"{case.as_of} is before the Convention existed.")

    def _ids(self, case: Case) -> None:
        for room, records in (("exhibits", case.exhibits), ("circumstances", case.circumstances)):
            seen: dict[str, int] = {}
            for n, record in enumerate(records):
                if record.id in seen:
                    self._error(
                        (room, n, "id"),
                        f"'{record.id}' is the id of two entries.",
                        "A reference to it would be uncertain.",
                        "Give each its own id.",
                    )
                seen[record.id] = n
        self._reasons(case)
        for key in case.disclosure:
            if key not in self.library.precedents:
                self._error(
                    ("disclosure", key),
                    "there is no authority of this id.",
                    fix=did_you_mean(key, set(self.library.precedents)),
                )

    def _reasons(self, case: Case) -> None:
        for n, decision in enumerate(case.proceedings.decisions):
            for m, reason in enumerate(decision.reasons):
                if reason.ground and reason.ground not in self.library.grounds:
                    self._error(
                        ("proceedings", "decisions", n, "reasons", m, "ground"),
                        f"there is no ground '{reason.ground}'.",
                        "What the decision holds would stand in no filing.",
                        did_you_mean(reason.ground, set(self.library.grounds)) or "See: casebrief list grounds",
                    )


def _all_names(case: Case) -> Iterator[tuple[tuple, str]]:
    """Every name in the case with its place: persons sought, relatives, third persons, counsel."""
    found: list[tuple[tuple, str | None]] = []
    for n, person in enumerate(case.persons_sought):
        at = ("persons_sought", n, "name")
        found += [((*at, part), getattr(person.name, part)) for part in ("full", "native", "pseudonym")]
        found += [((*at, "other_spellings", m), name) for m, name in enumerate(person.name.other_spellings)]
        found += [(("persons_sought", n, "family", m, "name"), r.name) for m, r in enumerate(person.family)]
    third = enumerate(case.confidentiality.third_persons)
    found += [(("confidentiality", "third_persons", n, "name"), person.name) for n, person in third]
    found.append((("papers", "expert", "name"), case.papers.expert.name))
    counsel = enumerate(case.representation.counsel)
    found += [(("representation", "counsel", n, "name"), person.name) for n, person in counsel]
    return ((path, name) for path, name in found if name)


def _past_dates(case: Case):
    yield ("request", "received_on"), case.request.received_on
    if case.proceedings.custody:
        yield ("proceedings", "custody", "since"), case.proceedings.custody.since
    for n, decision in enumerate(case.proceedings.decisions):
        yield ("proceedings", "decisions", n, "on"), decision.on
        yield ("proceedings", "decisions", n, "served_on"), decision.served_on


def vocabulary_word(library: Library, kind: str, word: str) -> str | None:
    """The controlled word for a word or one of its synonyms; null where the library does not know it."""
    words = library.vocabulary.get(kind, {})
    wanted = normal(word)
    if wanted in words:
        return wanted
    return next(
        (key for key, entry in words.items() if wanted in {normal(s) for s in (entry or {}).get("synonyms") or ()}),
        None,
    )


def mixed_scripts(text: str) -> list[str]:
    """Scripts of a word that mixes Latin, Cyrillic or Greek letters; empty when no word does."""
    for word in text.split():
        found = {
            name
            for letter in word
            if letter.isalpha()
            if (name := unicodedata.name(letter, "").split(" ")[0])
            in {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"}
        }
        if len(found) > 1:
            return sorted(name.capitalize() for name in found)
    return []


def _name(path: tuple) -> str:
    return ".".join(str(part) for part in path)
