"""General comments and articles of treaties: known where the library holds them, else not."""

import re
from dataclasses import replace

from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.fields import check_symbols
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.find.comments import RECOMMENDATION
from briefs.verify.find.folding import listed, plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.treaties import CONVENTION
from briefs.verify.known.authorities import Authority

_BODIES = {
    "cat": ("cat", "committee against torture", "uncat", "comite contre la torture"),
    "iccpr": ("hrc", "ccpr", "human rights committee", "comite des droits de l'homme"),
    "ced": ("ced", "committee on enforced disappearances"),
}

# Committees whose comments the library does not hold: their symbol tells that no other's comment is meant.
_OTHERS = ("CEDAW/", "CRC/", "CERD/", "CRPD/", "CMW/", "E/C.12/")


def check_comment(found: Found, known: Knowledge) -> Verdict:
    """A general comment by its committee and number; of a row each is looked at, and what is wrong with one is told."""
    if not found.more:
        return _check_one(found, known)
    row = [(found.form, found.year), *found.more]
    all_ = [_check_one(replace(found, form=no, year=year, symbols=[], more=[]), known) for no, year in row]
    held = [no for (no, _), v in zip(row, all_, strict=True) if v.authority is not None]
    v = next((v for v in all_ if v.problems), None) or min(all_, key=lambda v: v.status == "exists")
    if 0 < len(held) < len(row):
        v.note("row", f"Of these numbers the library holds No. {', '.join(held)}.")
    return v


def _check_one(found: Found, known: Knowledge) -> Verdict:
    v = Verdict("not_in_library")
    body = plain(found.courts[0]) if found.courts else ""
    comments = [a for a in known.authorities.library if a.kind == "comment"]
    keyed = [a for a in known.authorities.keyed(found.symbols) if a.kind == "comment"]
    same = [a for a in comments if re.search(rf"[Cc]omment No\. {found.form}\b", a.name)]
    own = [a for a in same if _of(body, a.system)]
    if not body and found.year:
        # No committee is named: the year tells which one's comment of this number it is, if it is one of ours at all.
        own = [a for a in own if found.year in _years(a)]
    if not body and (found.instrument == RECOMMENDATION or any(s.startswith(_OTHERS) for s in found.symbols)):
        own = []
    if not own and not keyed:
        check_symbols(found, None, v)
        if same and body:
            _of_another(found, same, known, v)
    else:
        v.status, v.authority = "exists", (own or keyed)[0]
        if not own and body and _of(body, v.authority.system):
            v.differs("number", "wrong_number", f"This is {cite(v.authority, known.library)}.")
        elif not own and body:
            v.differs("court", "wrong_court", f"This is {cite(v.authority, known.library)}.")
        check_symbols(found, v.authority, v)
        _check_year(found.year, v)
    _check_own_number(found, v)
    if v.problems:
        v.status = "malformed" if v.status == "malformed" else "mismatch"
        v.right_form = cite(v.authority, known.library) if v.authority else ""
    return v


def _of_another(found: Found, same: list[Authority], known: Knowledge, v: Verdict) -> None:
    """A number that another committee's comment has: with the year, too, it is that one. Of committees whose comments
    the library lacks nobody knows: that on migrant workers had a No. 4 in 2017, as that against torture."""
    dated = [a for a in same if found.year and found.year in _years(a) and _ours(found)]
    if dated:
        v.authority = dated[0]
        v.differs("court", "wrong_court", f"This is {cite(dated[0], known.library)}.")
    else:
        v.note("other_committee", f"Known under this number is {cite(same[0], known.library)}.")


_TITLE = late(r"(?: \((?:19|20)\d\d\))?,? (?:on|concerning|sur) (?P<title>[^.;()\n]{6,160})")
_BODY_BEFORE = late(
    r"(?<!\w)(?P<body>Human Rights Committee|HRC|CCPR|Committee against Torture|UNCAT|CAT|CED|"
    r"Committee on Enforced Disappearances)(?:,|'s?)? $"
)
_NO_SUBJECT = listed("the of and to in on no article general comment convention covenant context implementation states")


def check_comment_title(found: Found, text: str, known: Knowledge, v: Verdict) -> None:
    """'Committee against Torture, General Comment No. 36 on the right to life': the title is another committee's."""
    if found.family == "title" and v.status == "exists" and v.authority.kind == "comment":
        before = _BODY_BEFORE.search(text, max(0, found.start - 60), found.start)
        if before and not _of(plain(before["body"]), v.authority.system):
            v.status = "mismatch"
            v.differs("court", "wrong_court", f"This is {cite(v.authority, known.library)}.")
        return
    m = _TITLE.match(text, found.end) if found.family == "comment" and v.status == "not_in_library" else None
    said = set(tokens_of(m["title"])) if m and _ours(found) and not v.problems else set()
    for a in known.authorities.library if said else ():
        title = a.name.partition(" on ")[2] if a.kind == "comment" else ""
        own = set(tokens_of(title)) - _NO_SUBJECT
        words = {word for word in own if not word.isdigit()} or own
        if len(words) > 1 and words <= said and re.search(rf"[Cc]omment No\. {found.form}\b", a.name):
            v.authority, v.status, v.right_form = a, "mismatch", cite(a, known.library)
            v.differs("court", "wrong_court", f"This is {cite(a, known.library)}.")
            return


# The committees give a comment's number in its symbol: CCPR/C/GC/36, CRC/GC/2005/6, CEDAW/C/GC/31-CRC/C/GC/18.
_IN_SYMBOL = late(r"/GC/(?:(?:19|20)\d\d/)?0?(\d{1,2})(?!\d)")


def _check_own_number(found: Found, v: Verdict) -> None:
    """The number that is written must be one of those that the symbols behind it bear."""
    borne = {number for symbol in found.symbols for number in _IN_SYMBOL.findall(symbol)}
    told = any(v.checks.get(element) == "differs" for element in ("number", "symbol"))
    if borne and found.form.isdecimal() and found.form not in borne and not told:
        v.differs("number", "wrong_number", f"No. {found.form} and {found.symbols[0]} do not agree.")


def _check_year(given: str, v: Verdict) -> None:
    """A comment is cited by the year of its title or of its adoption, or by the next, when it was published."""
    years = _years(v.authority)
    if not given or not years:
        return
    if given in years:
        v.checks["date"] = "agrees"
    else:
        v.differs("date", "wrong_date", f"This comment is of {years[0]}, not of {given}.")


def _years(comment: Authority) -> list[str]:
    adopted = int(comment.date[:4]) if comment.date else 0
    return re.findall(r"\((\d{4})\)", comment.name) + ([str(adopted), str(adopted + 1)] if adopted else [])


def _ours(found: Found) -> bool:
    """Whether the committee that is named is one whose comments the library holds."""
    return bool(found.courts) and any(_of(plain(found.courts[0]), system) for system in _BODIES)


def _of(body: str, system: str) -> bool:
    return not body or body in _BODIES.get(system, ())


def check_treaty(found: Found, known: Knowledge, convention: str) -> Verdict:
    """Articles: every one must be a provision of the library to be known; 'the Convention' must have been defined."""
    instrument = convention if found.instrument == CONVENTION else found.instrument
    if not instrument:
        v = Verdict("not_checked")
        v.note("which_convention", "The document does not say which Convention this is.")
        return v
    last = known.forms.last_articles.get(instrument)
    beyond = [a for a in found.articles if last and int(re.match(r"\d+", a)[0]) > last]
    if beyond:
        v = Verdict("mismatch")
        v.differs(
            "article", "nonexistent_article", f"{instrument} has no Article {re.match(r'[0-9]+[A-F]?', beyond[0])[0]}."
        )
        return v
    own = [p for p in known.library.provisions.values() if p.instrument == instrument]
    wanted = {article[: len(re.match(r"\d+", article)[0])] for article in found.articles}
    held = {p.id: numbers for p in own if (numbers := _articles(p.article)) & wanted}
    covered = set().union(*held.values()) if held else set()
    v = Verdict("exists" if wanted <= covered and wanted else "not_in_library")
    v.checks["article"] = "agrees" if v.status == "exists" else "not_checked"
    if v.status == "exists":
        v.note("provision", f"Held as {', '.join(sorted(held))}; its paragraphs and its wording were not compared.")
    return v


def _articles(text: str) -> set[str]:
    """'11 to 18 and 128 to 135' → every number; '5 §§ 1 (f), 2' → 5."""
    found: set[str] = set()
    for first, last in re.findall(r"(?<![§(\d] )(?<!§)\b(\d{1,3})(?: to (\d{1,3}))?", re.split("§", text)[0]):
        found |= {str(n) for n in range(int(first), int(last or first) + 1)}
    return found
