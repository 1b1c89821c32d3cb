"""What is wrong with a record of the library: the record, the field, what, why it matters, and the way out."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefs.errors import Problem, did_you_mean
from briefs.reading.text_tree import Path_

if TYPE_CHECKING:
    from briefs.library.origin import Origin

# ISO 3166-1 alpha-2, all codes that are officially assigned.
_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
ISO_CODES = frozenset(_CODES.split())
_SPOKEN = {
    "czechia": "CZ",
    "turkey": "TR",
    "türkiye": "TR",
    "russia": "RU",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "usa": "US",
    "el": "GR",
    "south korea": "KR",
    "north korea": "KP",
    "prc": "CN",
    "people's republic of china": "CN",
    "roc": "TW",
}


class Fault(NamedTuple):
    """One finding on one field. `record` is a key of `Library.origins`; a warning does not refuse the record."""

    record: str
    path: Path_
    what: str
    why: str = ""
    fix: str = ""
    level: Literal["error", "warning"] = "error"

    def problem(self, origins: "Mapping[str, Origin]") -> Problem:
        """The finding with file, line and column."""
        name = ".".join(str(part) for part in self.path)
        what = f"{name}: {self.what}" if name else self.what
        return Problem(origins[self.record].where(self.path), what, self.why, self.fix)


def unknown_id(record: str, path: Path_, what: str, key: str | None, known: Iterable[str]) -> Iterable[Fault]:
    """A fault where `key` is given and names nothing that the library knows."""
    known = known if isinstance(known, dict | set | frozenset) else set(known)
    if key is not None and key not in known:
        fix = did_you_mean(key, known) or "Correct the id, or add the record it names."
        yield Fault(record, path, f"{what} '{key}' does not exist in the library.", "It would never be found.", fix)


def unknown_state(record: str, path: Path_, code: str | None, names: Mapping[str, str]) -> Iterable[Fault]:
    """A fault where the code is no state code. `names`: name of each state in the library, by code."""
    if code is not None and code not in names and code not in ISO_CODES:
        yield Fault(
            record,
            path,
            f"'{code}' is not a state code.",
            "It decides which rulings and treaties fit.",
            state_fix(code, names),
        )


def state_code(word: str, names: Mapping[str, str]) -> str | None:
    """The code of a state given by its code or its name, in small or capital letters; null where it is neither."""
    code = word.strip().upper()
    return code if code in names or code in ISO_CODES else _spoken(names).get(word.strip().lower().removeprefix("the "))


def state_fix(word: str, names: Mapping[str, str]) -> str:
    """The states that may have been meant, by code or by name, and where all of them are listed."""
    if code := state_code(word, names):
        return f"Did you mean {code}? See: casebrief list states"
    spoken = _spoken(names)
    import difflib

    near = dict.fromkeys(spoken[name] for name in difflib.get_close_matches(word.lower(), spoken, n=3, cutoff=0.6))
    listed = " or ".join(f"{code} ({names[code]})" if code in names else code for code in near)
    where = "See: casebrief list states; for one that is not listed its two letters (ISO 3166)."
    return f"Did you mean {listed}? {where}" if near else where


def _spoken(names: Mapping[str, str]) -> dict[str, str]:
    return {name.lower().removeprefix("the "): code for code, name in names.items()} | _SPOKEN
