"""Books and articles between citations: an 'ibid.' behind one means the book and no case."""

import re

from briefs.verify.find.folding import listed
from briefs.verify.find.late import late

_WRITING = late(
    # 'D. 2014. 1797', 'AJDA 2014. 1763', 'RTD civ. 2015. 114': a French journal, year and page
    r"[A-ZÀ-Þ][\w.]{0,12}(?: [\w.]{2,8}){0,2},? (?:19|20)\d{2}\. ?\d{1,5}(?![\d/])|"
    # '(2003) 12 EHRLR 45': year, volume, journal and page, as far as it is no law report
    r"\((?:19|20)\d{2}\) \d{1,3}(?:\(\d\))? (?!EHRR|E\.H\.R\.R)[A-Z][A-Za-z. &']{3,60} \d{1,5}|"
    # '(Oxford University Press 2003) 45', '(3rd edn, OUP 2010)'
    r"\([^()]{0,60}(?:Press|OUP|CUP|Publishing|Brill|Springer|Hart|edn|ed\.|Verlag|Aufl\.|éd\.)[^()]{0,40}\)|"
    # 'Royal Commission of the Press: Report, p3'
    r"(?<!\w)(?:Report|Rapport),? pp?\.? ?\d|"
    r"(?<!\w)(?:obs\.|chron\.|concl\.|édito\.|note) [A-ZÀ-Þ]"
)


def writing_between(text: str, start: int, end: int) -> bool:
    """Whether a book or an article stands between two places, the last citation and an 'ibid.' of the same list; at
    most a page back."""
    return text[max(start, end - 2) : end].strip() in {";", ","} and bool(
        _WRITING.search(text, max(start, end - 1500), end)
    )


# What an 'ibid.' means that stands behind them, and no ruling: another paragraph of this text, a law by its day.
_OWN_PARAGRAPH = late(
    r"(?<!\w)(?:paragraphs?|§§?) \d{1,4}(?:(?: ?-|,| and| et) ?\d{1,4}){0,4} "
    r"(?:above|below|ci-dessus|of (?:the|its|this) (?:\w+ )?judgment)"
)
_ELSEWHERE = late(
    r"(?<!\w)(?:the|its|this) principal judgment|"
    r"(?<!\w)(?:Law|Act|Decree|Order|loi|décret) of \d{1,2} [A-Z][a-z]+ \d{4} \($"
)


_SECTION = late(r"[Ii]bid(?:em)?\.?,? §")


def means_elsewhere(text: str, last: int, ibid: int) -> bool:
    """Whether a reference to another place of this text, or to a law, stands between the last citation and 'ibid.'; one
    with a '§' of its own means a ruling: this text calls its own paragraphs so."""
    last = max(last, ibid - 1500)
    own = not _SECTION.match(text, ibid) and _OWN_PARAGRAPH.search(text, last, ibid)
    return bool(own or _ELSEWHERE.search(text, last, ibid))


_OPENING_IBID = late(r"^\W{0,3}(?:\d{1,4}\W{1,4})?(?:[Ii]bid|[Ii]d\.|[Ii]dem\b)")


def opens_with_ibid(text: str) -> bool:
    """Whether a note or paragraph begins with 'ibid.': it means what the one before it cites, be it a book."""
    return bool(_OPENING_IBID.match(text))


def says_something(text: str) -> bool:
    """A note or a sentence, and no heading: only these come between an 'ibid.' and what it means."""
    return text.rstrip().endswith((".", ";", ")", '"')) and sum(map(str.isalpha, text[:60])) > 3


_NUMBER = late(r"(?<![\w/.,§-])(\d{1,4})[.)]? {0,3}$")


def note_before(text: str, place: int) -> int | None:
    """Where the note begins that the 'ibid.' at `place` means, of numbered notes on one page: '4 Smith, … 5 Ibid.'"""
    number = _NUMBER.search(text, max(0, place - 8), place)
    before = int(number[1]) - 1 if number else 0
    while before > 0:
        starts = [m for m in re.finditer(rf"(?<![\w/.,§-]){before}[.)]? {{1,3}}(?=[A-ZÀ-Ž\"'(])", text[:place])]
        if not starts:
            return None
        if not opens_with_ibid(text[starts[-1].end() :]):
            return starts[-1].start()
        before -= 1
    return None


# What is cited above by its paragraphs and is no ruling.
PAPERS = listed(
    "report reports guidelines guide recommendation recommendations resolution convention opinion statement letter act "
    "commentary directive regulation charter protocol note notes memorandum study paper handbook manual committee law "
    "commission council ministry parliament article articles chapter appendix annex observations international watch "
    "amnesty association institute foundation agency office union group team mission department delegation survey code "
    "comment comments principles rules standards order orders exhibit affidavit witness brief submissions memorial "
    "rapport recommandation résolution avis lettre règlement directive observations loi code étude unhcr osce"
)
