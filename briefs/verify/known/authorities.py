"""Library and register as one index: by number, name, ECLI, symbol, docket; the library's records come first."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from briefs.library import Library
from briefs.models.evidence import Evidence
from briefs.models.law import COMMITTEES
from briefs.models.precedent import Precedent
from briefs.verify.find.folding import plain
from briefs.verify.find.late import late
from briefs.verify.find.names import agree, tokens_of
from briefs.verify.known.register import Entry, Register, several

_VERSUS = late(r" v\.? | c\. ")
Places = dict[str, dict[str, list[int]]]
"""Kind of key → key → places in the list of the library's authorities."""


@dataclass(frozen=True)
class Authority:
    """What is known of one decided case, or of one document. `court` is empty for what is no ruling of the library;
    `records`: the library that holds its record.

    `date_sure`: whether the date was seen, and not only remembered. `measures`: dates of interim measures in the case.
    `kind`: judgment, decision, commission, views, comment, opinion, document; empty where not known.
    `disputed`: sources differ on the kind, or on the Grand Chamber. `listed`: the Court's list alone has it.
    `told`: the list exported from HUDOC that alone knows it. `loose`: it may show that a case exists, and blame nobody.
    """

    id: str
    system: str
    names: tuple[str, ...]
    states: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    others: bool = False
    kind: str = ""
    grand_chamber: bool = False
    phase: str = ""
    date: str | None = None
    reports: tuple[str, ...] = ()
    length: int | None = None
    eclis: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    neutrals: tuple[str, ...] = ()
    dockets: tuple[str, ...] = ()
    misprints: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    date_sure: bool = True
    weak: bool = False
    listed: bool = False
    disputed: bool = False
    told: str = ""
    loose: bool = False
    court: str = ""
    records: Library | None = field(default=None, compare=False, repr=False)

    @property
    def precedent(self) -> Precedent | None:
        """The ruling of the library; read when it is asked for."""
        return self.records.ruling(self.id) if self.records and self.court else None

    @property
    def evidence(self) -> Evidence | None:
        """The document of the library."""
        kind, _, key = self.id.partition("/")
        return self.records.evidence.get(key) if self.records and kind == "evidence" else None

    @property
    def name(self) -> str:
        return self.names[0]

    @cached_property
    def applicants(self) -> list[str]:
        """The part before ' v. ' of each name."""
        return [_VERSUS.split(name, 1)[0] for name in self.names]

    def named(self, first: str) -> bool:
        """Whether the applicant (before a national court: either party, or the whole name) can be called this."""
        own = self.applicants if self.system in WITH_RESPONDENT else [*self.applicants, *self.names]
        return any(agree(first, name) for name in own)


_MOST_ASKED = 2_000
"""Names whose answer is kept: a document repeats its authorities. A long bundle that cites everybody keeps no more."""
WITH_RESPONDENT = {"echr", *COMMITTEES}


_ANDS = {"i", "et", "und", "y", "e", "och"}

_AT_HAND = 4000
"""Rows of the register that stay made; a long bundle that cites everybody does not keep them all."""


class Authorities:
    """The index. Every list is in a stable order, the library's records before the register's rows.

    `library`: the authorities that the library's records make; a row of the register becomes one when it is asked for.
    """

    def __init__(
        self, library: Iterable[Authority], register: Register, covered: set[str], places: Places | None = None
    ):
        self.library = list(library)
        self.by_id = {item.id: item for item in self.library}
        self._register, self._covered = register, covered
        self._made: dict[str, Authority] = {}
        self._asked: dict[tuple[str, tuple[str, ...], bool], list[Authority]] = {}
        self._places = places or _places_of(self.library)

    def data(self) -> dict[str, Any]:
        """What was made of the library, as plain data."""
        return {"library": list(map(_as_data, self.library)), "covered": sorted(self._covered), "places": self._places}

    @classmethod
    def of(cls, data: dict[str, Any], register: Register, library: Library) -> "Authorities":
        """The same from its data."""
        items = (
            Authority(**{k: tuple(v) if isinstance(v, list) else v for k, v in item.items()}, records=library)
            for item in data["library"]
        )
        return cls(items, register, set(data["covered"]), data["places"])

    def _at(self, kind: str, keys: Iterable[str]) -> list[Authority]:
        places = self._places[kind]
        return [self.library[n] for key in keys for n in places.get(key, ())]

    @property
    def items(self) -> list[Authority]:
        """Everything that is known; takes a moment, for every row of the register is read."""
        return [*self.library, *self._rows(self._register)]

    def _rows(self, entries: Iterable[Entry]) -> list[Authority]:
        return [self._row(entry) for entry in entries if entry.row not in self._covered]

    def _row(self, entry: Entry) -> Authority:
        if entry.row not in self._made:
            if len(self._made) >= _AT_HAND:
                self._made.clear()
            self._made[entry.row] = _of_entry(entry)
        return self._made[entry.row]

    def numbered(self, numbers: Iterable[str]) -> list[Authority]:
        """Authorities with one of these application or communication numbers."""
        keys = [number_key(number) for number in numbers]
        own = self._at("number", keys)
        rows = self._rows(entry for key in keys for entry in self._register.numbered(key))
        return _once([*own, *(row for row in rows if {number_key(n) for n in row.numbers} & set(keys))])

    def in_series(self, number: str) -> list[Authority]:
        """Judgments of Strasbourg that Series A prints under this number, with a letter or without."""
        own = [a for a in self.library if any(r.partition("-")[0] == f"Series A no. {number}" for r in a.reports)]
        return _once([*own, *self._rows(self._register.in_series(number))])

    def keyed(self, keys: Iterable[str]) -> list[Authority]:
        """Authorities with one of these ECLIs, symbols, neutral citations or dockets."""
        return self.under(map(docket_key, keys))

    def under(self, keys: Iterable[str]) -> list[Authority]:
        """The same of keys that are made already: the hundreds of numbers that one slip leads to."""
        return _once(self._at("key", keys))

    def named(
        self, first: str, states: tuple[str, ...] = (), strict: bool = True, loose: bool = False
    ) -> list[Authority]:
        """Authorities whose applicant can be this name; with `states`, against one of them. `loose`: only those."""
        key = first, states, strict, loose
        if key not in self._asked:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            self._asked[key] = self._named(*key)
        return self._asked[key].copy()

    def bears(self, name: str) -> bool:
        """Whether a case of Strasbourg or Luxembourg is called by just this name, 'and' in whatever language."""
        words = [word for word in tokens_of(name) if word not in _ANDS]
        own = [a for a in self.named(name) if a.system in {"echr", "eu"}] if len("".join(words)) > 3 else []
        return any(tokens_of(applicant) == words for a in own for applicant in a.applicants)

    def one_leading(self, name: str) -> Authority | None:
        """The case of Strasbourg of just this name that is in the library, of the Grand Chamber or in the reports; none
        where several are."""
        words = [word for word in tokens_of(name) if word not in _ANDS]
        own = [a for a in self.named(name) if a.system == "echr"] if len("".join(words)) > 2 else []
        own = [a for a in own if any(tokens_of(applicant) == words for applicant in a.applicants)]
        own = [a for a in own if a.court or a.grand_chamber or a.reports]
        return own[0] if len({a.numbers[:1] or (a.name,) for a in own}) == 1 else None

    def titled(self, title: str) -> list[Authority]:
        """Those of the library that bear this title; first of all with what stands before ' s/ ' in it."""
        return self._titles.get(title, [])

    @cached_property
    def _titles(self) -> dict[str, list[Authority]]:
        whole = _by_title(self.library, str)
        return whole | _by_title(self.library, lambda name: name.split(" s/ ")[0])

    def _named(self, first: str, states: tuple[str, ...], strict: bool, loose: bool) -> list[Authority]:
        tokens = list(dict.fromkeys(tokens_of(first)))
        near = _once(
            [
                *self._at("token", tokens),
                *self._rows(several(self._register.named(token) for token in tokens)),
            ]
        )
        return [
            item
            for item in near
            if item.loose == loose
            and (not (states and strict and item.states) or set(states) & set(item.states))
            and item.named(first)
        ]


def _by_title(library: list[Authority], of: Callable[[str], str]) -> dict[str, list[Authority]]:
    found: dict[str, dict[str, Authority]] = {}
    for item in library:
        for name in item.names:
            found.setdefault(of(name), {})[item.id] = item
    return {title: list(items.values()) for title, items in found.items()}


def _places_of(library: list[Authority]) -> Places:
    """Where in the list each number, each word of a name and each other key leads."""
    places: Places = {"number": {}, "token": {}, "key": {}}
    for n, item in enumerate(library):
        tokens = {t for name in (*item.applicants, *item.names) for t in tokens_of(name)}
        keys = (*item.eclis, *item.symbols, *item.neutrals, *item.dockets)
        for kind, found in (
            ("number", map(number_key, item.numbers)),
            ("token", tokens),
            ("key", map(docket_key, keys)),
        ):
            for key in found:
                places[kind].setdefault(key, []).append(n)
    return places


def _as_data(item: Authority) -> dict[str, Any]:
    """What differs from the default."""
    given = ((f.name, getattr(item, f.name), f.default) for f in fields(item) if f.name != "records")
    return {name: value for name, value, default in given if value != default}


def number_key(number: str) -> str:
    """'1234/1996', '01234/96' and '1234/96' are told apart only where the year differs."""
    serial, _, year = number.replace(" ", "").partition("/")
    return f"{serial.lstrip('0') or '0'}/{year}"


_NOISE = late(
    r"^(?:ecli:|expte?\.?|expediente|stc(?= \d{5}-)|exp)|\b(?:no|num|nr)\b|\bn[.°º]+|excerpt|\bopinions?\b|"
    r"/tc$|/df$|(?<=/\d{4}) ?- ?\d+$|(?<=^serie)s(?= c)"
)
_SEVERAL = late(r"(?<=\d)(?:, ?| ?& ?| and )(?=\d)")
_DIVISION = late(r"^(\d{4}ew(?:hc|ca))(\d+)([a-z]+)$")
_SUFFIX = late(r"^([ctf]\d{1,4}/\d{2})(?:ppu|pr|p|rx|r|op)$")


def docket_key(text: str) -> str:
    """A case number without blanks, dots, brackets and accents, so that its usual ways of writing meet."""
    low = _NOISE.sub("", _SEVERAL.sub("+", plain(text).strip()))
    bare = _SUFFIX.sub(r"\1", re.sub(r"[\s.\[\](),°º:-]", "", low))
    return _DIVISION.sub(r"\1\3\2", bare)


def _once(items: Iterable[Authority]) -> list[Authority]:
    return list({item.id: item for item in items}.values())


def kind_of(kind: str) -> str:
    return kind.removeprefix("grand_chamber_")


def _of_entry(entry: Entry) -> Authority:
    base = entry.numbers[0].replace("/", "-") if entry.numbers else "-".join(tokens_of(entry.name)) or "case"
    marks = [entry.date or entry.report, "" if entry.kind.endswith("judgment") else entry.kind, entry.phase]
    return Authority(
        id="/".join(["register", base, *(mark.replace(" ", "-") for mark in marks if mark)]),
        system="echr",
        names=(entry.name, *entry.variants),
        states=entry.states,
        numbers=entry.numbers,
        others=entry.others,
        kind=kind_of(entry.kind),
        grand_chamber=entry.kind.startswith("grand"),
        phase=entry.phase,
        date=entry.date,
        reports=(entry.report,) if entry.report else (),
        length=entry.length,
        misprints=entry.misprints,
        weak=entry.weak,
        listed=entry.listed,
        disputed=entry.disputed,
        told=entry.told,
        loose=entry.loose,
    )
