"""The tests that a rule of a forum may name (`check:` in law/forums/*.yaml): a dotted field, or one of these words.

A test answers `met` only for what the case file proves. What it cannot see (a title that sounds right, a remedy that
may be ineffective) is `ask`, never `met`.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefs.compose.withheld import Confidence
from briefs.errors import amount
from briefs.facts import Situation
from briefs.forums.progress import body_of, decisions_so_far, final_decision, remedies, standing_of
from briefs.grounds import field_known
from briefs.models.case import Case, Exhibit
from briefs.models.checklist import CheckStatus
from briefs.models.match import ForumAnswer
from briefs.models.template import FilingManifest
from briefs.reading.into_model import fields_at


class Finding(NamedTuple):
    """What a test found, in words a lawyer can check."""

    status: CheckStatus
    why: str


class Matter(NamedTuple):
    """One filing of one case, as its tests see it. `pages`: (number, whether measured), once it is written."""

    s: Situation
    manifest: FilingManifest
    answer: ForumAnswer
    confidence: Confidence
    language: str = "en"
    pages: tuple[int, bool] | None = None
    public_exhibits: int | None = None

    @property
    def exhibits(self) -> list[Exhibit]:
        """Exhibits that may go with this filing."""
        return self.confidence.exhibits


def run(check: str | None, matter: Matter) -> Finding:
    """The answer of a test; without one the question goes to counsel."""
    if not check:
        return Finding("ask", "")
    name, *words = check.split()
    return TESTS[name](matter, *words) if name in TESTS else _field(matter, name)


def known(check: str) -> bool:
    """Whether a rule names a test that exists: a word of TESTS or a field of the case file."""
    name = check.split()[0]
    *path, last = name.replace("[]", "").split(".")
    return name in TESTS or last in fields_at(Case, tuple(path))


def _field(m: Matter, name: str) -> Finding:
    if field_known(m.s, name):
        return Finding("met", f"in the case file ({name})")
    return Finding("missing", f"not in the case file ({name})")


def _party(m: Matter, treaty: str) -> Finding:
    if m.s.requested is None:
        return Finding("ask", "the requested state is not known")
    holds, spell, name = m.s.is_party(treaty), getattr(m.s.requested, treaty), m.s.requested.name
    if holds is None:
        return Finding("ask", f"not established for {name} at this date: check the UN Treaty Collection")
    level = "" if spell.level == "primary" else f" ({spell.level}: check it on the day of filing)"
    if holds:
        return Finding("met", f"{name}{', since ' + spell.since if spell.since else ''}{level}")
    return Finding("missing", f"not the case for {name} at this date{level}")


def _remedies(m: Matter, exception: str = "") -> Finding:
    state = remedies(m.s)
    if state == "exhausted":
        return Finding("met", "no remedy with suspensive effect is left, as far as the file says")
    if state == "unknown":
        return Finding("ask", "the file does not say whether such a remedy is left")
    if exception:
        return Finding("ask", "a remedy is still open: use it, or say why it is unreasonably prolonged or ineffective")
    return Finding("missing", "a remedy with suspensive effect is still open")


def _enforceable(m: Matter) -> Finding:
    final = final_decision(m.s)
    if m.s.case.proceedings.removal_scheduled:
        return Finding("met", f"removal: {m.s.case.proceedings.removal_scheduled}")
    if final and final.suspensive_remedy is False:
        return Finding("met", f"final decision of {final.on or 'an unknown day'}, nothing suspends it")
    return Finding("missing", "no date of removal and no enforceable decision in the file")


def _decisions(m: Matter) -> Finding:
    taken, held = decisions_so_far(m.s), {e.id for e in m.exhibits}
    if not taken:
        return Finding("missing", "no decision is entered in the case file")
    bare = [d.on or "undated" for d in taken if d.exhibit not in held]
    if bare:
        return Finding("missing", f"no exhibit for the decision of {', '.join(bare)}")
    return Finding("met", f"{len(taken)} decision{'s' if len(taken) > 1 else ''}, each with its exhibit")


def _exhibit(m: Matter, *words: str) -> Finding:
    found = [e for e in m.exhibits if any(word.replace("_", " ") in e.title.casefold() for word in words)]
    if not found:
        return Finding("missing", f"no exhibit whose title says {' or '.join(w.replace('_', ' ') for w in words)}")
    return Finding("ask", "by its title: " + "; ".join(f"{e.title} ({e.id})" for e in found[:3]) + ". Look at it")


def _assurances(m: Matter) -> Finding:
    if not m.s.case.request.assurances:
        return Finding("not_applicable", "no assurance is entered in the case file")
    return _exhibit(m, "assurance", "note_verbale", "undertaking")


def _authority(m: Matter) -> Finding:
    said, held = m.s.case.representation.authority, {e.id for e in m.exhibits}
    if not said:
        return Finding("missing", "representation.authority names no exhibit")
    if said in held:
        return Finding("met", f"exhibit {said}")
    return Finding("ask", f"representation.authority says '{said}', which is no exhibit of this filing")


def _same_matter(m: Matter, body: str) -> Finding:
    others = [
        (p.body or "", standing_of(p))
        for p in m.s.case.proceedings.other_procedures
        if body_of(p.body) in {"ecthr", "cat", "hrc", "ced", "wgad"} - {body}
    ]
    if not others:
        if m.s.case.proceedings.other_procedures:
            return Finding("met", "no other international procedure of this kind is in the file")
        return Finding("ask", "the file names none: ask the person and earlier counsel")
    barred = [
        name for name, state in others if state == "pending" or (state == "examined" and body in {"ecthr", "cat"})
    ]
    if barred:
        return Finding("missing", f"before {', '.join(barred)}")
    return Finding("ask", "earlier procedure: " + ", ".join(f"{name} ({state})" for name, state in others))


def _reservation(m: Matter) -> Finding:
    ended = [p for p in m.s.case.proceedings.other_procedures if standing_of(p) in {"ended", "examined"}]
    if not ended:
        return Finding("not_applicable", "no earlier international procedure is in the file")
    return Finding("ask", "reservations are not in the library: check that of the requested state")


def _term(m: Matter, key: str) -> Finding:
    running = {d.id: d for d in m.answer.deadlines}
    if key in running:
        term = running[key]
        late = term.days_left is not None and term.days_left < 0
        return Finding("missing" if late else "met", f"last day {term.last_day}, counted from the {term.counted}")
    start = next(t.runs_from for t in m.s.library.forums[m.manifest.forum].terms if t.id == key)
    fact = start.replace("-", " ")
    if any(d.counted and d.counted.startswith(fact) for d in running.values()):
        return Finding("not_applicable", f"another period runs from the {fact} of this case")
    return Finding("ask", f"no dated {fact} is in the file")


def _identity(m: Matter) -> Finding:
    unnamed = [n for n, p in enumerate(m.s.case.persons_sought) if not p.name.full]
    if not m.s.case.persons_sought or unnamed:
        return Finding("missing", "the full name is not in the case file")
    if m.s.case.confidentiality.pseudonym or any(p.name.pseudonym for p in m.s.case.persons_sought):
        return Finding("ask", "a pseudonym stands in the text: the identity must reach the body on a separate sheet")
    return Finding("met", "the full name is in the case file")


def _language(m: Matter, *codes: str) -> Finding:
    return _in_language(m, codes, Finding("missing", f"written in '{m.language}'"))


def _language_or_ask(m: Matter, *codes: str) -> Finding:
    return _in_language(m, codes, Finding("ask", f"written in '{m.language}'"))


def _in_language(m: Matter, codes: tuple[str, ...], otherwise: Finding) -> Finding:
    return Finding("met", f"written in '{m.language}'") if m.language in codes else otherwise


def _translated(m: Matter) -> Finding:
    if not m.exhibits:
        return Finding("not_applicable", "the case file holds no exhibit for this filing")
    without = [e.id for e in m.exhibits if e.translated is False]
    if without:
        return Finding("missing", f"no translation of {', '.join(without)}")
    unsaid = [e.id for e in m.exhibits if e.translated is None]
    if unsaid:
        return Finding("ask", f"the file does not say whether these are translated: {', '.join(unsaid)}")
    return Finding("met", "every exhibit is said to be translated")


def _pages(m: Matter, most: str) -> Finding:
    if m.pages is None:
        return Finding("ask", "counted when the filing is built")
    number, measured = m.pages
    pages = amount(number, "page")
    if measured:
        laid = f"{pages} as LibreOffice lays {'it' if number == 1 else 'them'} out"
        return Finding("met" if number <= int(most) else "missing", laid)
    guess = "within the limit" if number <= int(most) else "OVER the limit"
    return Finding("ask", f"about {pages}, {guess}: an estimate from the words; install LibreOffice to measure")


def _appendices(m: Matter, most: str) -> Finding:
    number = len(m.exhibits) + (m.public_exhibits or 0)
    exhibits = amount(number, "exhibit")
    if number > int(most):
        return Finding("missing", exhibits)
    return Finding("met" if m.public_exhibits is not None else "ask", f"{exhibits}, as far as is known now")


def _custody(m: Matter) -> Finding:
    custody = m.s.case.proceedings.custody
    if custody and (custody.since or custody.place):
        return Finding("met", f"in custody{' since ' + custody.since if custody.since else ''}")
    return Finding("missing", "the file names no custody")


def _notice(m: Matter) -> Finding:
    if m.s.case.request.interpol:
        return Finding("not_applicable", "the file names a notice or diffusion")
    return Finding("ask", "the file names no notice: an access request comes first")


def _one_channel(m: Matter) -> Finding:
    if m.s.is_party("echr") is False:
        return Finding("not_applicable", "the requested state is not a party to the European Convention")
    elected = m.s.case.proceedings.elected_body
    return Finding("ask", f"the file elects {elected}: weigh it first" if elected else "choose before lodging")


TESTS: dict[str, Callable[..., Finding]] = {
    "party": _party,
    "remedies-used": _remedies,
    "enforceable": _enforceable,
    "decisions-attached": _decisions,
    "exhibit": _exhibit,
    "assurances-attached": _assurances,
    "authority-attached": _authority,
    "same-matter": _same_matter,
    "reservation": _reservation,
    "term": _term,
    "identity": _identity,
    "language": _language,
    "language-or-ask": _language_or_ask,
    "translated": _translated,
    "pages": _pages,
    "appendices": _appendices,
    "custody": _custody,
    "notice": _notice,
    "one-channel": _one_channel,
}


def unknown_checks(checks: Iterable[str]) -> list[str]:
    """Names of tests that do not exist: a rule with one of them would never be looked at."""
    return [check for check in checks if not known(check)]
