"""Books and articles between citations: an 'ibid.' behind one means the book and no case."""

from briefs.verify.late import late

_WRITING = late(
    # 'D. 2014. 1797', 'AJDA 2014. 1763', 'RTD civ. 2015. 114': a French journal, year and page
    r"[A-ZÀ-Þ][\w.]{0,12}(?: [\w.]{2,8}){0,2},? (?:19|20)\d{2}\. ?\d{1,5}(?![\d/])|"
    # '(2003) 12 EHRLR 45': year, volume, journal and page, as far as it is no law report
    r"\((?:19|20)\d{2}\) \d{1,3}(?:\(\d\))? (?!EHRR|E\.H\.R\.R)[A-Z][A-Za-z. &']{3,60} \d{1,5}|"
    # '(Oxford University Press 2003) 45', '(3rd edn, OUP 2010)'
    r"\([^()]{0,60}(?:Press|OUP|CUP|Publishing|Brill|Springer|Hart|edn|ed\.|Verlag|Aufl\.|éd\.)[^()]{0,40}\)|"
    r"(?<!\w)(?:obs\.|chron\.|concl\.|édito\.|note) [A-ZÀ-Þ]"
)


def writing_between(text: str, start: int, end: int) -> bool:
    """Whether a book or an article stands between two places, the last citation and an 'ibid.' of the same list; at
    most a page back."""
    return text[max(start, end - 2) : end].strip() in {";", ","} and bool(
        _WRITING.search(text, max(start, end - 1500), end)
    )
