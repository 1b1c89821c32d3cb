"""How authorities, evidence and provisions are cited: full and short forms, pinpoints, table of authorities.

House form: case-law of the European Court as the Court cites itself; United Nations decisions with their symbol;
national decisions by court, docket and date. A pinpoint that nobody has checked is never printed.
"""

import re

from briefs.models.citation import Citation
from briefs.models.evidence import Evidence, Finding
from briefs.models.law import COMMITTEES, Court, Provision
from briefs.models.precedent import Holding, Pinpoint, Precedent, decided_on

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Where in a document, not how it was seen: 'para. 20', 'p. 3', 'Article 50'.
_PLACE = re.compile(
    r"(paras?|pp?|pages?|arts?|articles?|sections?|chapters?|rules?|recommendations?|principles?|§+)"
    r"\.? ?\d",
    re.IGNORECASE,
)
REPORTS = "Reports and other material"
TREATIES = "Treaties and rules"


def written_date(text: str | None) -> str:
    """'6 October 2022' from 2022-10-06; 'October 2022' and '2022' where no more is known."""
    if not text:
        return ""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if part)


def dockets_text(precedent: Precedent, court: Court) -> str:
    """'no. 37610/18', 'nos. 1/00 and 2/00', or the body's own number."""
    numbers = list(precedent.dockets)
    if not numbers:
        return ""
    joined = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    if court.system == "echr":
        return f"no. {joined}" if len(numbers) == 1 else f"nos. {joined}"
    if court.system in COMMITTEES:
        return f"communication{'s' if len(numbers) > 1 else ''} no{'s' if len(numbers) > 1 else ''}. {joined}"
    return joined


def reference_text(precedent: Precedent, court: Court) -> str:
    """Everything between the name and the date, separated by commas."""
    if court.system == "echr":
        suffix = " (dec.)" if precedent.kind == "decision" or "(dec.)" in precedent.title else ""
        mark = " [GC]" if precedent.grand_chamber else ""
        return f"{suffix}{mark}, {dockets_text(precedent, court)}".rstrip(", ")
    parts = [
        court.cite_as,
        dockets_text(precedent, court) if not precedent.symbol else "",
        precedent.symbol or "",
        precedent.neutral_citation or "" if court.system == "national" else "",
    ]
    return "".join(f", {part}" for part in parts if part and part not in precedent.title)


def plain_cite(precedent: Precedent, court: Court, holding: Holding | None = None) -> str:
    """The full form on one line, without pinpoint."""
    name = precedent.title.removesuffix(" (dec.)") if court.system == "echr" else precedent.title
    when = dated_text(precedent, holding) if holding else written_date(precedent.decided)
    return f"{name}{reference_text(precedent, court)}, {when or 'date unknown'}"


def dated_text(precedent: Precedent, holding: Holding) -> str:
    """The date of the decision; for an older interim measure its own date, and what it is."""
    measure = holding.decided and holding.decided != precedent.decided
    words = "interim measures of " if measure and holding.rests_on == "stay" else ""
    return words + written_date(decided_on(precedent, holding))


def printable_pinpoints(pinpoints: tuple[Pinpoint, ...]) -> list[Pinpoint]:
    """Pinpoints that were seen, or that counsel took over by name; another recalled one stays with counsel."""
    return [pinpoint for pinpoint in pinpoints if pinpoint.level != "recalled" or pinpoint.accepted_by]


def joined_pinpoints(pinpoints: list[Pinpoint]) -> str:
    """'§§ 79 and 83', 'paras. 19 and 20' from single paragraphs with the same sign; otherwise a list."""
    for sign, several in (("§", "§§"), ("para.", "paras.")):
        numbers = [p.at.removeprefix(f"{sign} ") for p in pinpoints if re.fullmatch(rf"{re.escape(sign)} [^§,]+", p.at)]
        if len(numbers) == len(pinpoints) > 1:
            return f"{several} {', '.join(numbers[:-1])} and {numbers[-1]}"
    return ", ".join(p.at for p in pinpoints)


def stopped(text: str) -> str:
    """Words of a record, ended as a sentence."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def finality(precedent: Precedent) -> str | None:
    """What must be said of a ruling that is not final, or of which it is not known."""
    return {"final": None, "not-final": "not yet final", "unknown": "finality not established"}[precedent.status]


def cite_precedent(precedent: Precedent, holding: Holding, court: Court, not_final: str | None) -> Citation:
    """Citation of one holding, with what counsel must check at the place."""
    echr = court.system == "echr"
    name = precedent.title.removesuffix(" (dec.)") if echr else precedent.title
    shown = printable_pinpoints(holding.pinpoints)
    reference = reference_text(precedent, court)
    date = dated_text(precedent, holding)
    tail = "not yet final" if not_final == "not yet final" else ""
    return Citation(
        key=precedent.id,
        name=name,
        italic=True,
        rest=f"{reference}, {date}" if date else reference,
        short=precedent.short_title,
        pinpoint=joined_pinpoints(shown),
        tail=tail,
        toa=f"{reference}, {date}" if date else reference,
        category=court.category,
        in_text=False,
        warnings=_warnings(precedent, holding, not_final),
    )


def _warnings(precedent: Precedent, holding: Holding, not_final: str | None) -> list[str]:
    """One comment for one citation: what is not seen in the source, and what must be said with it."""
    found = []
    if precedent.verification != "primary":
        found.append(f"name, number or date {precedent.verification}")
    if holding.verification != "primary":
        found.append(f"what was held ({holding.id}) {holding.verification}")
    found += [f"pinpoint {p.at} {p.level}{_taken_over(p)}" for p in holding.pinpoints if p.level != "primary"]
    said = [f"UNVERIFIED: {precedent.short_title}: {'; '.join(found)}. Open the source."] if found else []
    if not_final:
        said.append(f"{precedent.short_title}: {not_final}.")
    if precedent.favourable != "yes" and holding.stance == "for":
        said.append(
            f"The case as a whole ended otherwise: {stopped(precedent.outcome)} Say so before the other side does."
        )
    if holding.limited_by:
        said.append(f"Limited: {holding.limited_by}")
    return [" ".join(said)] if said else []


def _taken_over(pinpoint: Pinpoint) -> str:
    if pinpoint.accepted_by:
        return f", taken over unread by {pinpoint.accepted_by}"
    return ", not printed" if pinpoint.level == "recalled" else ""


def plain_evidence(evidence: Evidence, finding: Finding) -> str:
    """The full form of a document on one line, without pinpoint."""
    return evidence.title + _published(evidence, finding)


def _published(evidence: Evidence, finding: Finding) -> str:
    symbol = f", {evidence.symbol}" if evidence.symbol else ""
    date = written_date(finding.dated or evidence.dated)
    return f", {evidence.body}{symbol}" + (f", {date}" if date else "")


def cite_evidence(evidence: Evidence, finding: Finding) -> Citation:
    """Citation of one finding of a document."""
    symbol = f", {evidence.symbol}" if evidence.symbol else ""
    rest = _published(evidence, finding)
    place = finding.pinpoint or ""
    seen = place if _PLACE.match(place) and finding.pinpoint_level not in {None, "recalled"} else ""
    found = [f"finding {finding.verification}"] if finding.verification != "primary" else []
    if _PLACE.match(place) and not seen:
        found.append(f"pinpoint {finding.pinpoint} recalled, not printed")
    warnings = [f"UNVERIFIED: {evidence.id}: {'; '.join(found)}. Open the document."] if found else []
    return Citation(
        key=f"evidence/{evidence.id}",
        name=evidence.title,
        italic=False,
        rest=rest,
        short=f"{evidence.title}{symbol}",
        pinpoint=seen or "",
        tail="",
        toa=rest,
        category=REPORTS,
        in_text=False,
        warnings=warnings,
    )


def cite_provision(provision: Provision) -> Citation:
    """Citation of a provision."""
    level = provision.verification
    warnings = [] if level == "primary" else [f"UNVERIFIED: provision {provision.id} is {level}; read the text."]
    return Citation(
        key=f"provision/{provision.id}",
        name=provision.cite_as,
        italic=False,
        rest="",
        short=provision.cite_as,
        pinpoint="",
        tail="",
        toa="",
        category=TREATIES,
        in_text=True,
        warnings=warnings,
    )
