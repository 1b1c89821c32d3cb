"""The data behind the patterns: names of states, courts of neutral citations, national dockets, instruments."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from briefs.errors import LibraryError
from briefs.library.layers import Layer
from briefs.reading.text_tree import read_tree
from briefs.verify.find.dates import DATE
from briefs.verify.find.folding import fold, plain
from briefs.verify.find.late import late, one_of
from briefs.verify.find.needles import Letters, Names, Needles, usable


class DocketForm(NamedTuple):
    """One form of case numbers, as in law/citations/dockets.yaml. Of its `needles` each of its numbers holds one; of a
    report one of its `letters`."""

    id: str
    pattern: re.Pattern[str]
    courts: tuple[str, ...]
    examples: tuple[str, ...]
    requires: re.Pattern[str] | None = None
    needles: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forms:
    """Everything the finders know about how citations look."""

    state_names: dict[str, list[str]]
    neutral: dict[str, dict[str, Any]]
    dockets: tuple[DocketForm, ...]
    instruments: dict[str, list[str]]
    known_names: dict[str, set[str]] = field(default_factory=dict)
    more_names: Callable[[str], frozenset[str]] = field(default=lambda word: frozenset(), compare=False)
    titles: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    seated: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    last_articles: dict[str, int] = field(default_factory=dict)
    _last_text: list[Any] = field(default_factory=list, init=False, compare=False, repr=False)

    def known_start(self, text: str, place: int, floor: int) -> int | None:
        """Where a known applicant's name that ends at `place` begins; names may hold words that no rule would take."""
        last = text[max(floor, place - 40) : place].rpartition(" ")[2]
        held = [names for names in (self.known_names.get(last, ()), self.more_names(last)) if names]
        for m in _START.finditer(text, max(floor, place - _LONGEST), place) if held else ():
            if any(text[m.start() : place] in names for names in held):
                return m.start()
        return None

    def title(self, held: list[str]) -> re.Pattern[str]:
        """Titles of the library that carry a number and no 'v.': 'Turkey, Constitutional Court, Helili (2025)'. `held`:
        those that stand in the text. A list of many is searched for as a whole, which is compiled once."""
        return _titled(self.titles if len(held) > _FEW else tuple(held))

    @cached_property
    def ruling(self) -> re.Pattern[str] | None:
        """Rulings of the library without 'v.' and number, with a year, a number or a day behind: 'Zhihui Li (2021)'."""
        number = r",? \(?(?:(?:[A-Z]\. ?)?No[.:]? ?)?(?P<number>\d{4}/\d{2,6})(?![\w/])\)?"
        behind = rf"(?: \((?P<of>(?:19|20)\d\d)\)|{number}|(?:, [^,;]{{1,60}}){{0,5}}?,? \(?(?:{DATE}))"
        return re.compile(rf"(?<!\w)(?P<title>{_any(list(self.called))}){behind}") if self.called else None

    @cached_property
    def _always(self) -> frozenset[str]:
        """Forms without needles, or with one that cannot be looked for: tried in every text."""
        sought = {form.id for form in self.dockets if form.letters or (form.needles and all(map(usable, form.needles)))}
        return frozenset(form.id for form in self.dockets if form.id not in sought)

    @cached_property
    def _signs(self) -> tuple[Needles, Letters]:
        return (
            Needles({form.id: form.needles for form in self.dockets}),
            Letters({form.id: form.letters for form in self.dockets}),
        )

    @cached_property
    def _names(self) -> dict[str, Names]:
        kinds = {"title": self.titles, "ruling": self.called, "court": (*self.courts, *self.seated)}
        return {kind: Names(names) for kind, names in kinds.items()}

    def names_in(self, kind: Literal["title", "ruling", "court"], text: str) -> list[str]:
        """The titles, the names of rulings or of national courts that stand in a text."""
        return self._names[kind].in_(text)

    def dockets_in(self, text: str) -> list[DocketForm]:
        """The forms of which a case number may stand in a text, in their order. Those of the last text are kept."""
        if self._last_text[:1] != [text]:
            held = self._always.union(*(signs.in_(text) for signs in self._signs))
            self._last_text[:] = text, [form for form in self.dockets if form.id in held] if held else []
        return self._last_text[1]

    @cached_property
    def state_of(self) -> dict[str, str]:
        """Plain name of a state → its code."""
        of = {plain(bare(name)): code for code, names in self.state_names.items() for name in names}
        return of | {_misread(name): code for name, code in of.items() if name[:1] == "i"}

    @cached_property
    def state(self) -> re.Pattern[str]:
        """One name of a state; the longest first."""
        written = [fold(bare(name)).text.lower() for names in self.state_names.values() for name in names]
        written += [_misread(name) for name in written if name[:1] == "i"]
        return re.compile(rf"\"?(?:{_ARTICLE})?(?:{one_of(name for name in written if name)})\"?(?![A-Za-zÀ-ÿ-])", re.I)

    @cached_property
    def instrument(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:the )?(?:{_any([n for names in self.instruments.values() for n in names])})(?![A-Za-z]|/[A-Z])"
        )

    @cached_property
    def instrument_of(self) -> dict[str, str]:
        return {plain(name): key for key, names in self.instruments.items() for name in names}


def _misread(name: str) -> str:
    """'ltaly': a capital I that was read as a small l when the paper was scanned."""
    return f"l{name[1:]}"


_FEW = 3


@lru_cache(maxsize=20)
def _titled(titles: tuple[str, ...]) -> re.Pattern[str]:
    # '127/21.5YRCBR.S1' is another number than '127/21.5YRCBR'.
    return re.compile(rf"(?<!\w)(?:{_any(list(titles))})(?!\w|\.[A-Z]\d)")


_ARTICLE = r"(?:the|la|le|les|das|die|den|der|el|il|lo|gli|i|het|de|o|os|a) |l'"
_OPENING_ARTICLE = late(rf"^(?:{_ARTICLE})(?=\S)", re.I)
_START, _LONGEST = late(r"(?<![^\W_])\S"), 160


def knowing(forms: Forms, names: Iterable[str], titles: Iterable[str], more_names: Callable[[str], list[str]]) -> Forms:
    """The forms with the applicants' names that the library knows, by their last words, and a way to ask the register.

    `titles` have no 'v.'; those without a digit need a date behind them to be a citation.
    """
    known: dict[str, set[str]] = {}
    for name in {fold(name).text for name in names}:
        if " " in name:
            known.setdefault(name.rpartition(" ")[2], set()).add(name)
    more = cache(lambda word: frozenset(more_names(word)))
    known_titles = sorted({fold(t).text for t in titles})
    with_number = tuple(t for t in known_titles if re.search(r"\d", t))
    called = tuple(t for t in known_titles if t not in with_number)
    return replace(forms, known_names=known, titles=with_number, called=called, more_names=more)


def bare(name: str) -> str:
    """A state's name without quotes and article."""
    return _OPENING_ARTICLE.sub("", name.strip('" ')).strip('" ')


def _any(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(set(names), key=lambda n: (-len(n), n)))


def read_forms(layers: tuple[Layer, ...]) -> dict[str, Any]:
    """Plain data of law/citations, each file from the strongest layer that holds it."""
    return {
        name: _data(layers, name)
        for name in ("dockets", "reporters", "states", "neutral", "instruments", "last_articles", "court_names")
    }


def load_forms(data: dict[str, Any]) -> Forms:
    """The forms; `data` as `read_forms` gives them."""
    dockets = [_docket(key, entry) for key, entry in data["dockets"].items()]
    dockets += [reporter(key, entry) for key, entry in data["reporters"].items()]
    return Forms(
        {str(code): list(names) for code, names in data["states"].items()},
        data["neutral"],
        tuple(dockets),
        {key: list(names) for key, names in data["instruments"].items()},
        last_articles={key: int(last) for key, last in data.get("last_articles", {}).items()},
        courts=tuple(str(name) for name in data.get("court_names", {}).get("courts", ())),
        seated=tuple(str(name) for name in data.get("court_names", {}).get("seated", ())),
    )


def _docket(key: str, entry: dict[str, Any]) -> DocketForm:
    requires = entry.get("requires")
    return DocketForm(
        key,
        late(entry["pattern"]),
        tuple(entry.get("courts") or ()),
        tuple(entry.get("examples") or ()),
        late(requires) if requires else None,
        tuple(str(needle) for needle in entry.get("needles") or ()),
    )


# 'AC 40', and without the first page 'NIJB at 199', '2 Cr. App. R. at pp. 382 E', 'NI per Lord Lowry LCJ at p.353C'.
_PAGE = r"(?:,? \d{1,5}|(?: per [A-Z][A-Za-z .&-]{2,40}?)? at (?:pp?\. ?)?\d{1,4}(?: ?[A-Ha-h](?![a-z]))?)"
_YEAR = r"(?:\[(?:1[6-9]|20)\d{2}(?:-\d{2,4})?\]|\((?:1[6-9]|20)\d{2}(?:-\d{2,4})?\))"
_REPORTERS = {
    "year-before": rf"(?<!\w)(?P<number>{_YEAR},? (?:\d{{1,4}}(?: ?\(\d{{1,2}}\))? ?)?(?:LETTERS){_PAGE})(?![\d/])",
    "bare-year": rf"(?<![\w/])(?P<number>(?:19|20)\d{{2}} (?:LETTERS){_PAGE})(?![\d/])",
    "bare-year-volume": rf"(?<![\w/])(?P<number>(?:19|20)\d{{2}},? \d{{1,2}} (?:LETTERS){_PAGE})(?![\d/])",
    "public-domain": r"(?<![\w/])(?P<number>(?:19|20)\d{2} (?:LETTERS) \d{3,9}(?:-[UB])?)(?![\d/-])",
    "volume-before": r"(?<![\w/\[-])(?P<number>\d{1,3}(?: ?\(\d{1,2}\))? (?:LETTERS),? \d{1,5})(?![\d/])",
    "year-or-volume-behind": r"(?<!\w)(?P<number>(?:LETTERS) \d{1,3}(?:,| [IVX]{1,3}[aAbB]?) ?\d{1,4})(?![\d/])",
}
# Letters that stand behind no number: what comes before their first dot or blank is the needle.
_LED_BY_LETTERS = r"(?<!\w)(?P<number>(?:LETTERS)"
_HEAD = late(r"[^. ]+")


def reporter(key: str, entry: dict[str, Any]) -> DocketForm:
    """The letters of law/citations/reporters.yaml as one pattern; dots and blanks between them may be left out."""
    letters = sorted((str(letter) for letter in entry["letters"]), key=lambda one: (-len(one), one))
    pattern = _REPORTERS[key].replace("LETTERS", "|".join(_loosely(letter) for letter in letters))
    form = DocketForm(f"reporter-{key}", late(pattern), (), tuple(entry["examples"]))
    if _REPORTERS[key].startswith(_LED_BY_LETTERS):
        return form._replace(needles=tuple(_HEAD.match(letter)[0] for letter in letters))
    return form._replace(letters=tuple(letters))


def _loosely(letters: str) -> str:
    """'S.C.R.' also as 'SCR' and 'S. C. R.'"""
    parts = re.findall(r"[A-Za-z0-9']+\.?|&|\([\w. ]+\)", letters)
    out = [re.escape(part).replace(r"\.", r"(?: ?\.)?") for part in parts]
    return " ?".join(out)


def _data(layers: tuple[Layer, ...], name: str) -> dict[str, Any]:
    files: list[Path] = [layer.root / "law" / "citations" / f"{name}.yaml" for layer in layers]
    return next((read_tree(file, LibraryError).data for file in files if file.is_file()), {})
