"""Words by which a sentence tells the person's own proceedings: there, a court and a day are no citation."""

from briefs.verify.find.late import late

# Of the person, and of nobody else.
_OWN = late(r"applicant|requérant|(?:present|instant) case|l'espèce|\b(?:person sought|defence|our client)\b")
# Of anybody: a person, or what a court does with a case.
_ANYBODY = late(
    r"\b(?:his|her|hers|him|he|she|their|appellants?|plaintiffs?|claimants?|defendants?|accused|Mr|Mrs|Ms|son|sa|ses|il|"
    r"elle|leur|M\.|Mme|l'intéressé|appeal(?:ed)?|dismiss(?:ed|ing)|quash(?:ed|ing)|remitt(?:ed|ing)|upheld|acquitt\w+|"
    r"convict\w+|sentenc\w+|detention order|rejet(?:a|ant|é)|débout\w+|cassa|annul(?:a|ant)|condamn(?:a|ant|é))(?!\w)"
)
_SENTENCE_END = late(r"[.;?!][\"')\]]* (?=[A-ZÀ-Ž\[(\"'])|\n")
_LONGEST = 300


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence around a place, cheaply: an abbreviation before a capital may cut it short."""
    floor = max(0, start - _LONGEST)
    first = max((m.end() for m in _SENTENCE_END.finditer(text, floor, start)), default=floor)
    last = _SENTENCE_END.search(text, end, end + _LONGEST)
    return first, last.start() if last else min(len(text), end + _LONGEST)


def of_the_person(text: str, first: int, last: int) -> bool:
    """Whether the applicant or the case at hand is spoken of."""
    return bool(_OWN.search(text, first, last))


def of_somebody(text: str, first: int, last: int) -> bool:
    """Whether anybody is spoken of, or an appeal that was dismissed or allowed."""
    return bool(_OWN.search(text, first, last) or _ANYBODY.search(text, first, last))
