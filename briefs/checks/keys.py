"""Which key of the case file fills a gap in a filing: templates speak of the brief, a person writes the case file."""

_KEYS = {
    "caption.court": "proceedings.court.name",
    "caption.division": "proceedings.court.division",
    "caption.file_number": "proceedings.court.file_number",
    "caption.hearing": "proceedings.court.hearing",
    "party.names": "persons_sought[].name.full",
    "person.full": "persons_sought[].name.full",
    "person.called": "persons_sought[].name.full",
    "person.native": "persons_sought[].name.native",
    "persons[].full": "persons_sought[].name.full",
    "persons[].called": "persons_sought[].name.full",
    "persons[].native": "persons_sought[].name.native",
    "proceedings.custody_since": "proceedings.custody.since",
    "proceedings.custody_days": "proceedings.custody.since",
    "proceedings.custody_place": "proceedings.custody.place",
    "proceedings.last_decision": "proceedings.decisions[]",
    "proceedings.final_decision": "proceedings.decisions[]",
    "request.purpose_words": "request.purpose",
    "request.offences_words": "request.offences[].label",
    "request.interpol_kind": "request.interpol.kind",
    "request.interpol_dated": "request.interpol.dated",
    "request.interpol_warrant_dated": "request.interpol.warrant_dated",
    "papers.expert_name": "papers.expert.name",
    "papers.expert_address": "papers.expert.address",
    "papers.expert_report_due": "papers.expert.report_due",
    "papers.release_address": "papers.release.address",
    "papers.release_surety": "papers.release.surety",
    "authority": "representation.authority",
    "organisation": "representation.organisation",
    "counsel": "representation.counsel",
    "persons": "persons_sought",
    "person": "persons_sought[]",
    "facts": "circumstances[]",
    "exhibits": "exhibits[]",
}
_LONGEST_FIRST = sorted(_KEYS, key=len, reverse=True)  # 'persons[].full' before 'persons'


def case_key(path: str) -> str:
    """The key of the case file for a name of the brief; the name itself where both are the same."""
    for name in _LONGEST_FIRST:
        if path == name or path.startswith((f"{name}.", f"{name}[")):
            return _KEYS[name] + path[len(name) :]
    return path
