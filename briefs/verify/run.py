"""One document from its first paragraph to its last: finds, resolves short forms, compares, reports."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from briefs.documents import Document, Paragraph
from briefs.verify.check.alone import check_alone
from briefs.verify.check.alongside import check_alongside
from briefs.verify.check.beside import check_beside, check_day_beside, dated_cells, in_cells
from briefs.verify.check.bodies import bodies_before, check_said
from briefs.verify.check.calling import full_name, names_asked
from briefs.verify.check.checking import check_case, check_docket_behind, check_reversed_parties
from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.fields import check_pinpoint
from briefs.verify.check.findings import Citation
from briefs.verify.check.inherited import inherited
from briefs.verify.check.instead import against_another, means_another
from briefs.verify.check.kinds import check_unmarked
from briefs.verify.check.ownday import check_own_day
from briefs.verify.check.plainforms import check_comment, check_comment_title, check_treaty
from briefs.verify.check.propositions import Propositions, clause
from briefs.verify.check.quotes import Block, Quotation, announces, check_quotations, outside, owned, quotations
from briefs.verify.check.shared import share_numbers
from briefs.verify.check.slips import check_slip
from briefs.verify.check.standing import check_standing
from briefs.verify.check.table import PageWatch, Table, TableWatch, apart, behind
from briefs.verify.check.verbatim import Source
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.find.again import find_again
from briefs.verify.find.around import read_around, read_pinpoint
from briefs.verify.find.byday import find_by_day
from briefs.verify.find.commonwealth import called
from briefs.verify.find.finding import courts_before, dates_before, find_full, reads_as_case
from briefs.verify.find.folding import Folded, apart_from_headings, fold
from briefs.verify.find.found import Found
from briefs.verify.find.names import tokens_of
from briefs.verify.find.owncase import OwnCase
from briefs.verify.find.places import Places
from briefs.verify.find.sections import Sections
from briefs.verify.find.sentences import sentence_at, sentence_ends, without
from briefs.verify.find.shorts import Antecedent, Memory, find_shorts
from briefs.verify.find.treaties import Convention
from briefs.verify.find.writings import opens_with_ibid, says_something
from briefs.verify.known.authorities import Authority
from briefs.verify.outcome import Report
from briefs.verify.remarks import remarks_of
from briefs.verify.underway import Full, One, Said, confirmed, key_of, named, remember, slanted
from briefs.verify.unseen import tell_unseen

_LIMITED = "limited_authority"
# Problems that no other way of writing the citation would mend.
_NOT_OF_FORM = {"reversed_authority", "misattributed_proposition", "quote_altered", "not_final", _LIMITED}
_NOTES = {"footnotes", "endnotes"}
_RUNNING = {"headers", "footers"}


class Run:
    """One document from its first paragraph to its last."""

    def __init__(self, known: Knowledge, propositions: Propositions, sources: dict[str, Source], document: Document):
        self.known, self.propositions, self.sources, self.document = known, propositions, sources, document
        self.report = Report(
            document.file.name, document.kind, document.sha256, self.known.as_of, pages=document.length
        )
        self.report.line_ends = document.line_ends()
        self.memory, self.table, self.watch = Memory(), Table(), TableWatch()
        self.own, self.sections = OwnCase(), Sections()
        self.pages, self.region = PageWatch(), (0, 0)
        self.calls: dict[tuple[str, str], tuple[str, list[str]]] = {}
        self.convention = Convention()
        self.planned: dict[int, tuple[Folded, list[Found], tuple[int, int]]] = {}
        self.pairs: set[tuple[frozenset[str], frozenset[str]]] = set()
        self.left: list[Found] = []
        self.met: set[str] = set()
        self.cells: dict[int, str] = {}
        self.days: dict[int, str] = {}
        self.held: list[tuple[One, str]] = []
        self.silent: dict[str, bool] = {}
        self.abroad, self.announced = 0, False

    def look_ahead(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """Reads all full citations first: the text says 'In Soering,' and the full form stands in the note behind it.

        A PDF comes here in parts, so that a long one is read in the memory of some pages.
        """
        ahead, all_ = Memory(), list(paragraphs)
        self.cells, self.days = in_cells(all_), dated_cells(all_)
        again: list[tuple[list[Found], list[Found]]] = []
        for paragraph in all_:
            plan = self.planned[id(paragraph)] = self._find(paragraph)
            if self.left:
                again.append((plan[1], self.left))
            for found in plan[1]:
                ahead.days.learn(found, plan[0].text, Full(found))
                sure = found.strong or found.states
                if found.family in {"case", "eu"} and sure and not found.back and (name := named(found)):
                    ahead.remember(Full(found), called(found) or name, found.defined, bool(found.states))
        self.memory.ahead = ahead
        for fulls, left in again:
            fulls += [
                f for f in left if self._named_again(f) and not any(f.start < o.end and o.start < f.end for o in fulls)
            ]
            fulls.sort(key=lambda f: f.start)
        return all_

    def _named_again(self, found: Found) -> bool:
        """Whether a case of these two parties is cited in full elsewhere: 'Namah v Pato' means that one."""
        first, words = frozenset(tokens_of(found.first)), found.second.split()
        for count in range(len(words), 0, -1):
            second = " ".join(words[:count])
            if (first, frozenset(tokens_of(second))) in self.pairs:
                found.end -= len(found.second) - len(second) if found.name.endswith(found.second) else 0
                found.second, found.back = second, "again"
                return True
        return False

    def _find(self, paragraph: Paragraph) -> tuple[Folded, list[Found], tuple[int, int]]:
        kind, written = self.document.kind, paragraph.text
        if kind == "pdf":
            self.region = self.pages.region(written)
            written = apart(written, *self.region)
        if kind in {"txt", "md"}:
            written = apart_from_headings(written)
        folded = fold(written, kind == "md", kind in {"pdf", "txt", "md"})
        text, self.left = folded.text, []
        fulls = find_full(text, self.known.forms, self._loose)
        fulls = find_by_day(text, fulls, self.sections.read(paragraph.text, folded))
        if not fulls:
            self.own.passes(text)
        fulls = [f for f in fulls if not self.own.is_own(f, text, paragraph.part)]
        share_numbers(fulls, text, self.known.authorities)
        self.pairs |= {
            (frozenset(tokens_of(f.first)), frozenset(tokens_of(f.second)))
            for f in fulls
            if f.family == "case" and f.second and f.strong and not f.back
        }
        return folded, fulls, self.region

    def read(self, paragraph: Paragraph) -> None:
        self.report.characters += len(paragraph.text.strip()) if paragraph.part not in _RUNNING else 0
        folded, fulls, self.region = self.planned.pop(id(paragraph), None) or self._find(paragraph)
        text = folded.text
        self.convention.learn(text, self.known.forms)
        in_table = self._table_on(paragraph, folded, fulls)
        ones = [self._full(one, text) for one in fulls]
        ones += [s for s in self._shorts(paragraph, folded, ones) if not in_table(s.found.start)]
        ones.sort(key=lambda one: one.found.start)
        if says_something(text) and not opens_with_ibid(text):
            self.silent[paragraph.part] = all(one.found.family == "treaty" for one in ones)
        self._place(ones, paragraph, folded, in_table)
        quoted = quotations(folded)
        self._release([q.words for q in quoted[:1] if q.start < 3] or self._block(text, ones))
        self._contexts(ones, paragraph, text, quoted)
        lined = self.document.kind in {"txt", "md"}  # where the folded text has lost the ends of lines
        places = [one.citation.end - paragraph.offset if lined else one.found.end for one in ones]
        self.held = [
            (one, behind(paragraph.text if lined else text, end)) for one, end in zip(ones, places, strict=True)
        ]
        self.announced = announces(text, ones[-1].found if ones else None)
        if not self.announced:
            self._release([])

    def _block(self, text: str, ones: list[One]) -> list[str]:
        """The paragraph behind one that announces a quotation, up to the citation that may end it."""
        if not self.announced or text.lstrip()[:1] in "\"'":
            return []
        end = ones[0].found.start if ones else len(text)
        words = text[:end].strip(" (")
        words = Block(words) if words[:1] != ">" else words.replace("> ", "").strip("> ")  # so marked in Markdown
        if ones and not self.held and not re.search(r"\w", text[ones[0].found.end :]):
            self._quotes(ones[0], [words])
        return [words]

    def _release(self, opening: list[str]) -> None:
        """Hands over the citations of a paragraph; behind a colon they wait for the quotation `opening` the next."""
        if self.held and opening:
            self._quotes(self.held[-1][0], opening)
        for one, rest in self.held:
            self._settle(one)
            self.report.citations.append(one.citation)
            name = one.found.name or one.found.first
            self.table.add(one.citation, key_of(one), name, rest, one.short)
        self.held = []

    def _table_on(self, paragraph: Paragraph, folded: Folded, fulls: list[Found]) -> Callable[[int], bool]:
        """Tells of a place in a paragraph, or on a page of a PDF, whether the table of authorities stands there."""
        if self.document.kind == "pdf":
            first, last = self.region
            return lambda place: first <= folded.origin(place) < last
        cited = sum(f.end - f.start for f in fulls)
        rest = folded.text[max((f.end for f in fulls), default=0) :]
        inside = self.watch.passes(paragraph, cited, rest)
        return lambda place: inside

    def _loose(self, found: Found, text: str) -> bool:
        """'X v Y' alone is a citation where the library has a case of just this name, or the parties are exchanged."""
        if self._named_again(found) or reads_as_case(found, text) or full_name(found, self.known):
            return True
        if check_reversed_parties(found, self.known) is not None:
            return True
        self.left.append(found)
        return False

    def _full(self, found: Found, text: str) -> One:
        bodies = courts_before(text, found) or bodies_before(text, found)
        found.courts = [court for court in found.courts if court] + bodies
        found.dates += dates_before(text, found)
        read_around(text, found)
        verdict = self._judge(found)
        check_docket_behind(found, text, verdict)
        check_alongside(found, text, self.known, verdict)
        check_slip(found, text, self.known, verdict)
        check_comment_title(found, text, self.known, verdict)
        check_said(found, text, self.known.authorities, verdict)
        check_unmarked(found, text, verdict)
        full = Full(Said.of(found), verdict)
        remember(self.memory, found, text, full, verdict)
        return One(found, verdict, Citation(found.family), full=full)

    def _judge(self, found: Found) -> Verdict:
        if found.family == "treaty":
            return check_treaty(found, self.known, self.convention.meant)
        if found.family == "comment":
            return check_comment(found, self.known)
        if found.family == "case" and found.back and not (found.numbers or found.dates or found.reports):
            meant = self.memory.meant(found.first)
            if meant and (not found.states or set(found.states) & set(meant.full.said.states)):
                return self._inherited(found, meant.full)
            v = check_case(found, self.known)
            if meant and found.states:
                against_another(found, meant.full.said, v)
            return v
        turned = check_reversed_parties(found, self.known) if found.family == "case" else None
        return turned or check_case(found, self.known)

    def _shorts(self, paragraph: Paragraph, folded: Folded, ones: list[One]) -> list[One]:
        taken = [(one.found.start, one.found.end) for one in ones]
        italic, made = slanted(paragraph, folded, self.document.kind), []
        shorts = find_shorts(folded.text, taken, italic, self.memory, *names_asked(self.known))
        places = Places([*taken, *((found.start, found.end) for found, _ in shorts)])
        fulls, ahead = [one.found for one in ones], self.memory.ahead and self.memory.ahead.days
        again = find_again(folded.text, places, fulls, self.memory.days, ahead)
        for found, meant in [*shorts, *again]:
            if found.family == "ibid" and self._means_a_writing(folded.text[: found.end], paragraph.part):
                continue
            if self.own.is_called(found, meant is not None):
                continue
            read_pinpoint(folded.text, found)
            verdict = self._short(found, meant)
            check_said(found, folded.text, self.known.authorities, verdict)
            made.append(One(found, verdict, Citation(found.family), True))
        return made

    def _means_a_writing(self, text: str, part: str) -> bool:
        """Whether the 'ibid.' at the end of `text` opens its note, and the note before it cites no ruling."""
        return self.silent.get(part, False) and opens_with_ibid(text) and text.lower().count("ibid") < 2

    def _short(self, found: Found, meant: Antecedent | None) -> Verdict:
        if meant is not None:
            return self._inherited(found, meant.full)
        if found.numbers:
            return self._judge(found)
        return Verdict("not_checked") if found.family == "ibid" else check_alone(found, self.known)

    def _shown(self, written: str) -> str:
        """The words of a citation without the stars of Markdown."""
        return written.replace("*", "") if self.document.kind == "md" else written

    def _inherited(self, found: Found, meant: Full) -> Verdict:
        """A short form is what its full citation is; only its own paragraphs are looked at anew."""
        full = meant.verdict = meant.verdict or self._judge(meant.said)
        v = inherited(found, meant.said.first or meant.said.name, meant.said.ordinal, full)
        if v.authority is not None and v.status == "exists":
            check_pinpoint(found, v.authority, self._length(v.authority), v)
            if found.family == "short":
                check_own_day(found, full, v.authority, self.known.authorities, v)
            if v.problems:
                v.status = "mismatch"
        return v

    def _length(self, authority: Authority) -> int | None:
        source = self.sources.get(authority.id)
        return source.length if source else None

    def _place(self, ones: list[One], paragraph: Paragraph, folded: Folded, in_table: Callable[[int], bool]) -> None:
        stream = "notes" if paragraph.part in _NOTES else "body"
        last, since = 0, self.memory.since.get(stream, "")
        for one in ones:
            if one.found.family == "ibid":
                self._ibid(one, stream, since + folded.text[last : one.found.start])
            elif one.found.family != "treaty":
                one.full = self.memory.last[stream] = one.full or Full(Said.of(one.found), one.verdict)
                last, since = one.found.end, ""
            start, end = folded.span(one.found.start, one.found.end)
            c = one.citation
            c.text, c.part, c.paragraph = self._shown(paragraph.text[start:end]), paragraph.part, paragraph.index
            c.start, c.end = start + paragraph.offset, end + paragraph.offset
            c.label, c.page, c.in_table = paragraph.label, paragraph.page, in_table(one.found.start)
            if any(first <= start < last for first, last in paragraph.turns):
                c.page = paragraph.page + 1
                c.label = f"page {c.page}"
            c.line = self.report.line(c.start)
            c.page = c.page + paragraph.text.count("\f", 0, start) if c.line and c.page else c.page
        self.memory.since[stream] = (since + folded.text[last:])[-1500:]
        tell_unseen(ones, paragraph.unseen)

    def _ibid(self, one: One, stream: str, between: str) -> None:
        last = self.memory.last.get(stream)
        page_only = re.search(r"\bp(?:p|age|ages)?\b", one.found.name) and not one.found.pinpoints
        if last is not None and not page_only:
            inherited = self._inherited(one.found, last)
            one.verdict = means_another(one.found, inherited, between) or inherited

    def _contexts(self, ones: list[One], paragraph: Paragraph, text: str, quotes: list[Quotation]) -> None:
        """What is said where each citation stands: proposition, standing, quotation."""
        spans = [(one.found.start, one.found.end) for one in ones]
        quoted, starts = owned(quotes, spans), [a for a, _ in spans]
        ends = outside(sentence_ends(text, spans), quotes) if ones or paragraph.calls else []
        self._remember_calls(paragraph, text, spans, ends, quotes)
        above, words = self.calls.get((paragraph.part, paragraph.note), ("", []))
        if ones and words:
            self._quotes(ones[0], words)
        bounds = [sentence_at(text, one.found.start, one.found.end, spans, ends) for one in ones]
        self.met |= {o.verdict.authority.id for o in ones if o.verdict.authority}
        made: dict[tuple[int, int], tuple[str, str, set[str]]] = {}
        for one, (first, last) in zip(ones, bounds, strict=True):
            if (first, last) not in made:
                said = without(text, first, last, spans)
                said = f"{above} {said}" if above and len(tokens_of(said)) < 8 else said
                together = ones if above else ones[bisect_left(starts, first) : bisect_left(starts, last)]
                here = {o.verdict.authority.id for o in together if o.verdict.authority}
                cited = self.met if self.document.kind == "pdf" else here
                made[(first, last)] = said, " ".join(text[first : min(last, first + 2000)].split())[:600], cited
            said, sentence, cited = made[(first, last)]
            one.citation.sentence = sentence
            if one.verdict.authority is not None and not one.citation.in_table and one.found.family != "treaty":
                around = text[first : one.found.start], text[one.found.end : last]
                self._said(one, said, text[first:last], around, cited)
            following = bisect_right(starts, one.found.start)
            end = min([last, *starts[following : following + 1]])
            check_beside(one.found, one.verdict, text, end, self.cells.get(id(paragraph), ""))
            check_day_beside(one.found, one.verdict, text, self.days.get(id(paragraph), ""))
            self._quotes(one, [words for at, words in quoted.get(one.found.start, ()) if first <= at < last])

    def _said(self, one: One, said: str, sentence: str, around: tuple[str, str], cited: set[str]) -> None:
        found, v = one.found, one.verdict
        if v.status != "exists":
            return
        all_, as_of = self.known.authorities, self.known.as_of
        check_standing(found, v.authority, f"{said} {sentence}", around, all_, as_of, v)
        if not v.problems:
            self.propositions.check(found, v.authority, said, cited, v, clause(*around))
        if not one.short and (length := self._length(v.authority)) and v.checks.get("pinpoint") != "differs":
            check_pinpoint(found, v.authority, length, v)

    def _quotes(self, one: One, quoted: list[str]) -> None:
        source = self.sources.get(one.verdict.authority.id) if one.verdict.authority else None
        check_quotations(quoted, source, one.found.paragraphs, one.verdict, one.citation.sentence)

    def _remember_calls(
        self, paragraph: Paragraph, text: str, spans: list[tuple[int, int]], ends: list[int], quoted: list[Quotation]
    ) -> None:
        """For each note that is called here: what its sentence says, and what it quotes."""
        for place, part, identity in paragraph.calls:
            first, last = sentence_at(text, place, place, spans, ends)
            if first == place and place:
                first, last = sentence_at(text, place - 1, place - 1, spans, ends)
            said = without(text, first, min(last, max(place, first + 1)), spans)
            words = [q.words for q in quoted if first <= q.start and q.end <= place + 1]
            block = [Block(text[:place])] if self.announced else []
            self.calls[(part, identity)] = said, words[-1:] or block

    def _settle(self, one: One) -> None:
        v, c = one.verdict, one.citation
        if v.status in {"exists", "not_in_library", "not_checked"} and {f.code for f in v.problems} - {_LIMITED}:
            v.status = "mismatch"
        otherwise = {f.code for f in v.problems} - _NOT_OF_FORM
        if otherwise and v.authority and not v.right_form and not one.short:
            v.right_form = cite(v.authority, self.known.library)
        c.judged(v)
        self.abroad += any(note.code == "abroad" for note in v.notes)
        c.application_numbers = [*one.found.numbers, *one.found.communications]
        c.date, c.paragraphs = one.found.date, one.found.paragraphs
        if v.authority and v.authority.precedent:
            c.level = v.authority.precedent.verification
            c.confirmed = confirmed(one.found, v, self.known.library)

    def finish(self) -> Report:
        self._release([])
        self.report.table, self.report.table_problems = self.table, self.table.problems()
        self.report.remarks += remarks_of(self.document, self.report, self.abroad)
        return self.report
