"""Sentences that run over from one page to the next: read whole, once, on the page where they begin."""

import re

# Numbers of pages at the foot of one page and the head of the next, which stand inside a sentence that runs on.
_FOOT = re.compile(r"\s*(?:\n\s*-?\s*(?:\d{1,5}|[ivxl]{1,6})\s*-?\s*)?$")
_HEAD = re.compile(r"\s*(?:-?\s*\d{1,5}\s*-?\s*\n\s*)?")
# A full stop that ends a sentence: behind none of the words that a citation shortens, and behind no initial.
_SHORTENED = ("v", "c", "[Nn]o", "nos", "p", "pp", "para", "paras", "par", "[Aa]rt", "App", "[A-Z]")
STOP = "".join(rf"(?<!\b{word})" for word in _SHORTENED) + r"\."
_FINISHED = re.compile(rf"(?:[!?:;]|{STOP})[\"'”’)\]]*$")
_REST = re.compile(rf"(?:(?!\n\n).){{1,300}}?(?:;|[!?]|{STOP})(?=\s|$)", re.S)
# A day at the end, its month and year behind it: '14.' and '3. 2002' in Czech.
DAY = re.compile(r"(?:^|\s)\d{1,2}\.?\s*$")
MONTH = re.compile(r"\s*(?:[^\W\d_]{3,10}\.?|\d{1,2}\.)\s*(?:19|20)\d\d\b")
# A citation has begun, or something asks for more; the line is no entry of a table ('no. 37610/18 ..... 3').
_CITING = re.compile(r"(?: [vc]\.?(?= |$)|\b[Nn]os?\.|§|\b[Cc]ited|\b(?:pré)?cité)[^;]{0,160}$", re.S)
_LEADER = re.compile(r"(?:\.{2,}|…|\t| {2,}|\d ) ?\d{1,4}$|(?:^|[ \t.…])passim$")
_ASKS = re.compile(r"(?:[,(/§-]|\b(?:[vc]\.|nos?\.|and|of|the|in|et|und|der|la|le|[A-Z]\.|\d{1,2} \w{3,9}))$")
_ON = re.compile(r"\s*(?:[a-zß-öø-ÿ]{2,}[ ,;.)]|§|\[GC\]|\(dec)")
# A heading opens the next page, and nothing on this one asks for more.
_HEADING = re.compile(r"[A-ZÀ-Þ][^\n,;.()/]{2,60}\n")
_OPEN = re.compile(r"(?:[,;(/-]|\b(?:[vc]|nos?|and|in|of|the)\.?|§)$", re.I)
# What a number that is cut by the end of the page looks like: no blank belongs there.
_CUT = re.compile(r"\d/$")


def carried(page: str, following: str) -> tuple[int, str, tuple[int, int]] | None:
    """The end of a sentence that runs on to the next page: a citation is then read whole, once. Gives where in the page
    it belongs, what joins it there, and its span in the next page; None where no citation runs on.
    """
    body = page[: _FOOT.search(page, max(0, len(page) - 40)).start()]
    end = max(0, len(body) - 60)
    if (
        not following.strip()
        or (_FINISHED.search(body, end) and not (DAY.search(body, end) and MONTH.match(following)))
        or _LEADER.search(body, end)
        or not (_CITING.search(body, max(0, len(body) - 200)) or _ASKS.search(body, end) or _ON.match(following))
    ):
        return None
    head = _HEAD.match(following).end()
    if _HEADING.match(following, head) and not _OPEN.search(body, end):
        return None
    rest = _REST.match(following, head)
    if rest is None:
        return None
    return len(body), "" if _CUT.search(body) else "\n", rest.span()
