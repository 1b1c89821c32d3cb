"""All citations of one paragraph, from left to right, none inside another."""

import re
from collections.abc import Callable

from briefs.verify.find import tongues
from briefs.verify.find.anchors import find_anchors
from briefs.verify.find.cases import find_cases, find_old
from briefs.verify.find.commonwealth import PROSECUTOR, in_re, who
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found, closed
from briefs.verify.find.international import widen
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.treaties import find_treaties


def find_full(text: str, forms: Forms, loose: Callable[[Found, str], bool] = lambda found, text: False) -> list[Found]:
    """Full citations: cases, numbers, symbols, articles of treaties. Short forms need what came before: shorts.py.

    `loose` decides about 'X v Y' with neither a state nor a number, which may be no case at all.
    """
    found = sorted(find_cases(text, forms), key=lambda one: one.start)
    found = [one for one in found if _is_full(one) or loose(one, text)]
    for before, one in zip([None, *found], found, strict=False):
        widen(one, text, forms, before.end if before else 0)
    for more in (find_old, find_anchors, find_treaties):
        found += list(more(text, Places((one.start, one.end) for one in found), forms))
    return _with_symbols(_joined(sorted(found, key=lambda one: one.start), text), text)


def _is_full(one: Found) -> bool:
    return bool(one.states or one.strong) and not one.bare


def _joined(found: list[Found], text: str) -> list[Found]:
    """A number right before the name it belongs to is one citation with it; so is 'In re X' with what follows."""
    out: list[Found] = []
    for one in found:
        while out and _heard_together(out[-1], one, text):
            one.start = out.pop().start
        before = out[-1] if out else None
        if before is not None and _belongs(before, one, text[before.end : one.start]):
            out.pop()
            bracket = text[before.start - 1 : before.start] == "(" and text[before.end : one.start] == ") "
            one.start = before.start - bracket
            one.communications = [*before.communications, *one.communications]
            one.numbers = [*before.numbers, *one.numbers]
            one.eu_cases = [*before.eu_cases, *one.eu_cases]
            one.dockets = [*before.dockets, *one.dockets]
            _take_over(one, before)
            one.end = closed(text, one.start, one.end)
        elif before is not None and (close := _in_square_brackets(before, one, text)):
            before.end, before.dockets = close, before.dockets + one.dockets
            continue
        elif before is not None and _parallel(before, one, text):
            before.end = closed(text, before.start, one.end)
            before.dockets += one.dockets
            before.symbols += one.symbols
            before.neutrals += one.neutrals
            before.dates += one.dates
            before.form = one.form or before.form
            continue
        elif before is not None and _numbers_it(before, one, text[before.end : one.start]):
            before.numbers, before.dates, before.reports = one.numbers, one.dates, one.reports
            before.pinpoints, before.grand_chamber = before.pinpoints + one.pinpoints, one.grand_chamber
            before.end = one.end + (text[one.end : one.end + 1] == ")")
            continue
        elif one.family in {"docket", "neutral"} and (m := in_re(text, one.start)):
            one.start -= len(m[0])
            one.defined = one.defined or who(m)
        out.append(one)
    return out


def _heard_together(before: Found, one: Found, text: str) -> bool:
    """'R v. FB, R v. AB [2010] EWCA Crim 1857': appeals of one ruling; the first have no number of their own."""
    crown = before.family == one.family == "case" and PROSECUTOR.fullmatch(before.first) and before.first == one.first
    return bool(crown and one.neutrals and not before.strong and text[before.end : one.start] in {", ", "; ", " and "})


def _take_over(case: Found, number: Found) -> None:
    """Day and court that stand with the number before the name: 'EGMR, Urteil vom 17. Januar 2012, Nr. 8139/09 (X ./.
    Y)'."""
    if not case.dates and number.family == "number":
        case.dates, case.courts = [*number.dates], [*number.courts, *case.courts]
        case.grand_chamber = case.grand_chamber or number.grand_chamber
        case.decision = case.decision or number.decision


_COMMON_LAW_REPORTS = {
    "reporter-year-before",
    "reporter-volume-before",
    "reporter-bare-year",
    "za-reports",
    "reporter-bare-year-volume",
}
# ' and others (Appellants) ' behind the last name that was read
_PARTIES_LEFT = late(r"(?: (?:and|&) (?:others?|another|ors|anor))?(?: \([A-Z][A-Za-z ]{1,30}\))* ")
# ' (1993) 18 Imm. L.R. (2d) 130, ': a report between a name and its number in a data base
_REPORT_BETWEEN = late(
    r",? ?(?:\((?:19|20)\d\d\),? )?(?:\d{1,3} )?(?:[A-Z][A-Za-z]{0,4}\. ?){1,4}(?:\(\d(?:d|th|st|nd|rd)\) )?\d{1,5}"
    r"(?: \([A-Z.]{2,8}\))?, "
)
# ', arrêt du 24 février 201, série C no 221': the day is misprinted
_RULED = late(r",? (?:[A-Z][\w ,]{2,60}, )?(?:arrêt|[Jj]udgment|[Ss]entencia) [^.;]{4,40}, (?=[Ss][ée]r|Inter-Am)")
# 'resolution 2312 (XXII), A/RES/2312(XXII)': number and symbol of one paper
_TO_SYMBOL = late(r"(?:,| \([^()]{4,20}\))? \(?(?:U\.?N\.? [Dd]oc\.? )?")
# 'UNGA Res 217A (III) (10 December 1948) UN Doc A/810'
_UN_DOC = late(r" \([^()]{4,20}\),? U\.?N\.? [Dd]oc\.? ")
_RESOLVED = late(r"[AS]/RES/(\d{1,4}(?:/\d{1,3})?)(?!\d)")
_IN_BRACKETS = _COMMON_LAW_REPORTS | {"reporter-year-or-volume-behind", "cz-reports", "pl-reports", "se-nja"}


def _parallel(before: Found, one: Found, text: str) -> bool:
    """The same ruling in another report: 'Mailley v District Court [2014] NZHC 2816; [2015] 2 NZLR 567'."""
    between = text[before.end : one.start]
    if one.family == "symbol":
        return _same_paper(before, one, between)
    if one.name or one.family not in {"docket", "neutral"} or before.family not in {"case", "docket", "neutral"}:
        return False
    if before.family == "case" and _goes_on(before, one, text, between):
        return True
    if between == " (" and one.family == "docket":
        return one.form in _IN_BRACKETS and bool(before.dockets or before.neutrals)
    if between in {", ", " and "} and before.form == one.form and one.form.startswith("de-"):
        return True
    if between == ", " and (one.form == "ca-quicklaw" or (before.form == "dated" and one.form.startswith("reporter"))):
        return True
    if between == ", " and before.family == "docket" and one.family in {"docket", "neutral"}:
        return before.form in _COMMON_LAW_REPORTS and (one.form in _COMMON_LAW_REPORTS or bool(one.neutrals))
    if between != "; ":
        return False
    own = before.family == "case" and bool(before.dockets)
    reported = own or before.form in _COMMON_LAW_REPORTS or bool(before.neutrals)
    return reported and bool(own or _COMMON_LAW_REPORTS & {one.form, before.form})


def _same_paper(before: Found, one: Found, between: str) -> bool:
    """'A/53/44 and A/53/44/Corr.1'; 'resolution 2312 (XXII), A/RES/2312(XXII)'."""
    if before.form == "un-paper":
        if one.symbols and _UN_DOC.fullmatch(between):
            return True
        same = _RESOLVED.match(one.symbols[0]) if one.symbols and _TO_SYMBOL.fullmatch(between) else None
        return bool(same) and bool(re.search(rf"(?<!\d){same[1]}(?!\d)", before.dockets[0]))
    more = bool(before.symbols and one.symbols) and one.symbols[0].startswith(f"{before.symbols[-1]}/")
    return before.family == "symbol" and (between == "-" or (between == " and " and more))


def _goes_on(case: Found, one: Found, text: str, between: str) -> bool:
    """'Zed v. Zed [(1947) 48 NLR 224]', '… and others (Appellants) [2004] UKHL 55': what stands between says no more of
    the ruling than the names and the report that were not read."""
    if between == " [" or (one.neutrals and _PARTIES_LEFT.fullmatch(between)):
        return not case.strong
    if one.form in {"iacthr-series-c", "iacthr-series"} and not case.dockets:
        return bool(_RULED.match(text, case.end, one.end))
    if between == ", ":
        return text.count("[", case.start, case.end) > text.count("]", case.start, case.end)
    return one.form == "ca-quicklaw" and bool(_REPORT_BETWEEN.fullmatch(between))


def _numbers_it(case: Found, one: Found, between: str) -> bool:
    """'Association X v. Romani a (no. 19237/16, §§ 76-80)': the bracket right behind a name that no rule ended."""
    return one.form == "bracketed" and case.family == "case" and not case.numbers and between in {" (", " a ("}


_CLOSE = late(r"[^\[\],;]{0,40}\]")


def _in_square_brackets(case: Found, one: Found, text: str) -> int:
    """Where the brackets close that hold the report of a case: 'Buhary v. Jayaratne [(1947) 48 NLR 224]'; else 0."""
    if case.family != "case" or one.family != "docket" or text[case.end : one.start] != " [":
        return 0
    close = _CLOSE.match(text, one.end)
    return close.end() if close else 0


# A title of a comment goes on over other citations; no sentence ends in it, and no other begins.
_NO_TITLE = late(r"[;\n]|\.\d{0,3} (?=[A-Z])|\b[Ss]ee\b")
_LED_TO = late(r"(?:[,:(] ?|(?:UN|U\.N\.) [Dd]oc\.? ?)$")


def _with_symbols(found: list[Found], text: str) -> list[Found]:
    """A general comment ends with its own symbol: 'General recommendation No. 28 on …, 2010, CEDAW/C/GC/28, § 18'; or
    with that of the report in which it is printed: 'General Comment No. 5 on …, 9 December 1994, E/1995/22'."""
    out: list[Found] = []
    for one in found:
        own = next((c for c in reversed(out[-4:]) if c.family == "comment"), None) if one.family == "symbol" else None
        between = text[own.end : one.start] if own and not own.symbols and one.symbols else ";"
        row = out[-1] if out and out[-1].more and out[-1].symbols and one.symbols else None
        if row and text[row.end : one.start] in {" and ", ", "} and "/GC/" in one.symbols[0]:
            row.symbols, row.end = row.symbols + one.symbols, one.end
            continue
        if own and not _NO_TITLE.search(between) and (_is_its(own, one, between) or _prints(one, between)):
            out = [c for c in out if c.start <= own.start]
            own.symbols, own.end = [s for s in one.symbols if "/GC/" in s], one.end
            own.pinpoints, own.dates = own.pinpoints + one.pinpoints, own.dates + one.dates
            continue
        out.append(one)
    return out


def _is_its(comment: Found, symbol: Found, between: str) -> bool:
    return bool(re.search(rf"/GC/(?:\d{{4}}/)?0?{comment.form}$", symbol.symbols[0])) and len(between) < 400


def _prints(symbol: Found, between: str) -> bool:
    plain_paper = not re.search(r"/(?:GC|D|CO|DEC)/", symbol.symbols[0])
    return plain_paper and len(between) < 200 and bool(_LED_TO.search(between))


def _belongs(number: Found, case: Found, between: str) -> bool:
    if case.family != "case" or case.numbers or case.communications:
        return False
    if number.family == "docket":
        return between == " "
    if number.family == "eu":  # 'Case C-6/90 Francovich v Italy'; a ruling against a state with its own day is another
        own = case.reports or case.eu_cases or case.dates and case.states
        return between in {" ", ", "} and not (number.name or own)
    return number.family in {"communication", "number"} and between in {", ", " ", " (", ") "} and not number.eclis


_CUE = late(
    r"(?:\b(?:[Ss]ee(?: also)?|[Ii]n|[Cc]f\.?|[Cc]ompare|[Cc]ontrast|[Ff]ollowing|[Aa]pplying|[Oo]verrul\w+|"
    r"[Dd]istinguish\w*|[Aa]ffirm\w*|judgments? of|case of) )\"?$"
)
# What makes 'X proti Y' a case: 'rozsudek X proti Y', 'w sprawie X przeciwko Y', or initials for a name.
_CASE_CUE = late(rf"(?<!\w)(?:{tongues.CUE})[ :]{{1,2}}[\"']?$")
_NUMBER_BEFORE = late(r"\d{1,6}/\d{2},? (?:présentée par (?:[A-ZÀ-Þ][a-zà-ž]+ )?|introduced by |by )?$")
_INITIALS = late(r"(?:[A-ZÀ-Ž]\. ?){1,4}(?= [A-ZÀ-Ž]|, | ?$|[^\W\d_]+ [A-ZÀ-Ž]\.)")
_YEAR_BEHIND = late(r",? [\[(]?(?:19|20)\d{2}(?![\d-])")
_OFFICE = late(
    r"(?:the )?(?:Secretary of State|Home Secretary|Minister (?:for|of) [A-Z]|Attorney[- ]General|Lord Advocate|SSHD\b)"
)
# 'Case C-300/11, ZZ v. Secretary of State': the name of the case before it.
_EU_NUMBER = late(r"[CTF]-\d{1,4}/\d{2}(?: PPU)?,? $")
# The head of a judgment: 'Norris (Appellant) v Government of … (Respondent)'.
_APPELLANT = late(r"\((?:First |Second )?(?:Appellant|Respondent|Applicant|Petitioner|Claimant|Defendant)s?\)")
# 'Benwell v Republic of Sri Lanka'
_GOVERNMENT = late(r"(?:the )?(?:Government of (?:the )?|(?:Republic|Kingdom|Commonwealth) of )[A-Z]")
_UNION = late(r"(?:European )?(?:Commission|Council|Parliament)\b")


def reads_as_case(found: Found, text: str) -> bool:
    """'X v Y' of two parties none of whom is a state: with 'see', 'in' or 'following' before it, of the Crown, or
    against an institution of the Union."""
    if found.bare:
        cue = _CASE_CUE.search(text, max(0, found.start - 24), found.start)
        cue = cue or _NUMBER_BEFORE.search(text, max(0, found.start - 60), found.start)
        return bool(cue or _INITIALS.match(found.first))
    if (
        _APPELLANT.search(found.name)
        or _GOVERNMENT.match(found.second)
        or PROSECUTOR.fullmatch(found.first)
        or _UNION.match(found.second)
    ):
        return True
    if _OFFICE.match(found.first) or _OFFICE.match(found.second):
        return not _EU_NUMBER.search(text, max(0, found.start - 24), found.start)
    if " v. " in found.name and text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return True
    if " v. " in found.name and (found.year or _YEAR_BEHIND.match(text, found.end)):
        return True
    dotted = " v. " in found.name or " vs. " in found.name
    return dotted and len(found.first) > 2 and bool(_CUE.search(text, max(0, found.start - 24), found.start))


_COURT_BEFORE = late(
    r"(European Court of Human Rights|ECtHR|Court of Justice of the European Union|CJEU|ECJ|Human Rights Committee|"
    r"Committee against Torture|Inter-American Court of Human Rights|IACtHR|HRC|CAT)(?:,? in(?: the case of)?|"
    r",|:| case of)? ?$"
)


_DATED_BEFORE = late(rf"\b(?:[Jj]udgment|[Aa]rrêt|[Oo]rder) (?:of|du|in) (?:{DATE}),? (?:in )?$")


def dates_before(text: str, found: Found) -> list[tuple[str, bool]]:
    """The day right before a Luxembourg case with 'v': 'judgment of 5 June 2023, Commission v Poland, C-204/21'."""
    if found.family != "case" or not found.eu_cases or found.dates:
        return []
    m = _DATED_BEFORE.search(text, max(0, found.start - 60), found.start)
    return [read_date(m)] if m else []


# 'Unlike the Human Rights Committee, in X v. Y the Court …': a body that is spoken of, and did not give the ruling.
_NOT_ITS = late(
    r"\b(?:to|of|against|before|unlike|like|from|with|on|after|than|regard\w*|contrast\w*|and) "
    r"(?:the |its |la |le |l')?(?:UN |United Nations )?$",
    re.I,
)


# 'Guidance comes from the Court of Justice, X v. Y, no. 1/02.': nothing is said of the case but whose it is.
_WHOSE = late(r"\b(?:from|of|by) (?:the |la |le |l')?(?:UN |United Nations )?$")
_SAID_NO_MORE = late(r"[\"')]*\s*(?:[.;]|$)")


def courts_before(text: str, found: Found) -> list[str]:
    """A court or committee named right before the citation: 'the Human Rights Committee, in …'."""
    if found.family not in {"case", "eu", "communication", "symbol"}:
        return []
    m = _COURT_BEFORE.search(text, max(0, found.start - 90), found.start)
    before = (max(0, m.start() - 40), m.start()) if m else (0, 0)
    if m and m[0].endswith(", ") and _WHOSE.search(text, *before) and _SAID_NO_MORE.match(text, found.end):
        return [m[1]]
    return [m[1]] if m and not _NOT_ITS.search(text, *before) else []
