"""A short form whose own words speak of another court, or of another state, than the citation that it points to."""

from briefs.models.law import COMMITTEES
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.known.authorities import Authority

_REPORTS = {"ECHR", "Reports", "Series A"}
_LONGEST_VIEWS = 30
"""Decisions on communications count their main paragraphs only, '13.4': none has as many."""


# A ruling that the text describes in words, without a number, may be what a later ibid. means.
_NATIONAL = late(
    r"(?<!\w)(?:(?:Federal )?(?:Constitutional|Supreme|Administrative) Court|High Court|Court of (?:Appeal|Cassation)|"
    r"Conseil d'État|Conseil constitutionnel|Cour (?:constitutionnelle|suprême|de cassation))(?!\w)"
)


def means_another(ibid: Found, inherited: Verdict, between: str) -> Verdict | None:
    """The answer where the ibid. cannot mean the citation before it: a report of Strasbourg, or the sign of paragraphs
    that Strasbourg uses, behind a case of Luxembourg; paragraph 186 of a committee's decision; a paragraph beyond the
    end of the case, where a national court was spoken of `between` the two."""
    last = inherited.authority
    if last is None:
        return None
    beyond = any(fault.code == "paragraph_out_of_range" for fault in inherited.problems)
    if beyond and (spoken := _NATIONAL.search(between)):
        why = f"paragraph {max(ibid.paragraphs)}, which {last.name} has not; {spoken[0]} is named before it"
        return _not_checked(why, last)
    if last.system == "echr":
        return None
    if any(series in _REPORTS for series, _, _ in ibid.reports):
        why = "a report of Strasbourg"
    elif last.system == "eu" and "§" in ibid.name:
        why = "paragraphs with '§', as of Strasbourg"
    elif last.system in COMMITTEES and last.kind != "comment" and max(ibid.paragraphs, default=0) > _LONGEST_VIEWS:
        why = f"paragraph {max(ibid.paragraphs)}, and no decision of a committee has so many"
    else:
        return None
    return _not_checked(why, last)


def against_another(found: Found, above: Found, v: Verdict) -> None:
    """'Kafkaris v. Greece, cited above', where only Kafkaris v. Cyprus was cited: blames it. A case of which another
    name stands above, or that is known itself, is left alone."""
    same = set(tokens_of(found.first)) == set(tokens_of(above.first))
    if not same or not above.states or set(found.states) & set(above.states) or v.status != "not_in_library":
        return
    v.status = "mismatch"
    v.differs("state", "swapped_party", f"Cited above is {above.name}; no case of this name against another state.")


def _not_checked(why: str, last: Authority) -> Verdict:
    v = Verdict("not_checked")
    v.note("another_court", f"It gives {why}; the citation before it is {last.name}. Name the case that is meant.")
    return v
