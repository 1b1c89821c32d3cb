"""Numbers that stand behind the last of several cases and belong to all: 'X v. A and Y v. B, nos. 1/02 and 3/04'."""

from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authorities

_JOINED = late(r"[\"']?(?:,| and| et| und| y| e|, and|, et|;| ;|; and) [\"']?(?:the case of )?")


def share_numbers(fulls: list[Found], text: str, all_: Authorities) -> None:
    """Gives each case its own of the numbers behind the last, where library or register knows whose they are."""
    for place, last in enumerate(fulls):
        if last.family != "case" or len(last.numbers) < 2:
            continue
        for earlier in _led_by(fulls[: place + 1], text):
            given = [number for number in last.numbers if _of(number, earlier, all_) and not _of(number, last, all_)]
            if given and len(given) < len(last.numbers):
                earlier.numbers += given
                last.numbers = [number for number in last.numbers if number not in given]


def _led_by(fulls: list[Found], text: str) -> list[Found]:
    """The cases without a number of their own right before the last one."""
    chain: list[Found] = []
    for before, behind in zip(fulls[-2::-1], fulls[::-1], strict=False):
        bare = before.family == "case" and not (before.numbers or before.dates or before.reports or before.pinpoints)
        if not bare or not _JOINED.fullmatch(text, before.end, behind.start):
            break
        chain.append(before)
    return chain


def _of(number: str, case: Found, all_: Authorities) -> bool:
    states = set(case.states)
    return any(a.named(case.first) and (not states or states & set(a.states)) for a in all_.numbered([number]))
