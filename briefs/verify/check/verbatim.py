"""Words of a quotation against the words of the ruling: what differs, what an ellipsis hides, where they stand."""

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.verify.find.folding import fold, listed
from briefs.verify.find.late import late

_ELLIPSIS = late(r"\[?\.{3}\]?|…|\[\s*…\s*\]|\(\.{3}\)")
_INSERTED = late(r"\[[^\]]{0,60}\]")
_OMITTED = late(rf"(?P<ellipsis>{_ELLIPSIS.pattern})|(?P<inserted>{_INSERTED.pattern})")
_HEADING = late(
    r"\s*(?:(?:JOINT|PARTLY|CONCURRING|DISSENTING|SEPARATE|AND|OPINION|STATEMENT|DECLARATION|COMMUNE|"
    r"PARTIELLEMENT|DISSIDENTE|CONCORDANTE|EN PARTIE|IN PART|,)[ \u00a0]+){1,8}(?:OF|DU|DE|BY|DES|DE LA)[ \u00a0]+"
    r"(?:THE[ \u00a0]+)?(?:JUDGES?|JUGES?|MR|MRS|MM)\b"
)
_NOT = listed(
    "not no never nor neither without cannot nobody none nothing unless except hardly barely ne pas jamais aucun "
    "aucune sans ni nicht kein keine keinen keiner nie niemals ohne weder non senza mai sin nunca tampoco não"
)
_GAP, _SHORT = 20, 8
"""Words that an ellipsis may leave out and still belong to one sentence; letters below which a piece tells nothing."""


class Source(NamedTuple):
    """Text of one ruling, as read from a file: its plain words, whole and by numbered paragraph. `bare`: without the
    numbers of the paragraphs, which whoever quotes two of them leaves out. `opinions`: headings and words of the
    separate opinions annexed to it, which are part of `text` and `bare` and of no numbered paragraph.
    """

    name: str
    text: str
    paragraphs: dict[int, str]
    bare: str = ""
    opinions: tuple[tuple[str, str], ...] = ()
    ruling: str = ""

    @property
    def length(self) -> int | None:
        """Number of the last paragraph, where the numbering has no gap."""
        top = max(self.paragraphs, default=0)
        return top if top and len(self.paragraphs) == top else None


def source_of(name: str, paragraphs: list[str]) -> Source:
    """Numbered paragraphs begin with their number and a full stop, in order; with the heading of the first separate
    opinion they end."""
    numbered: dict[int, str] = {}
    bare: list[str] = []
    ruling: list[str] = []
    opinions: list[tuple[str, list[str]]] = []
    current = 0
    for paragraph in paragraphs:
        m = re.match(r"\s*(\d{1,4})\.\s", paragraph)
        plain = paragraph[m.end() :] if m else paragraph
        bare.append(plain)
        if current and _HEADING.match(paragraph):
            opinions.append((" ".join(paragraph.split())[:120], []))
        if opinions:
            opinions[-1][1].append(plain)
            continue
        ruling.append(plain)
        if m and int(m[1]) == current + 1:
            current += 1
        if current:
            numbered[current] = f"{numbered.get(current, '')} {words_of(paragraph)}".strip()
    told = tuple((heading, words_of(" ".join(said))) for heading, said in opinions)
    return Source(
        name, words_of(" ".join(paragraphs)), numbered, words_of(" ".join(bare)), told, words_of(" ".join(ruling))
    )


def words_of(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(re.findall(r"[\w']+", fold(text).text.lower()))


def holds(text: str, words: str) -> bool:
    """Whether words stand in a text as whole words."""
    return f" {words} " in f" {text} "


def altered(quotation: str, source: Source) -> str:
    """What differs from the source; empty where every stretch between ellipses stands in it word for word."""
    for words in _pieces(quotation):
        if not any(holds(text, words) for text in (source.text, source.bare)):
            return differences(words, source)
    return ""


def _pieces(quotation: str) -> Iterator[str]:
    """The stretches of a quotation between what is left out and what is put in, those that are long enough to tell."""
    quotation = re.sub(r"\[(\w)\](?=\w)", r"\1", quotation)
    for stretch in _ELLIPSIS.split(quotation):
        for piece in _INSERTED.split(stretch):
            words = words_of(piece)
            if len(words) > _SHORT:
                yield words


def left_out(quotation: str, source: Source) -> tuple[str, str] | None:
    """A negation that an ellipsis hides, and the passage of the source; a long passage left out hides more than one
    word and says so by itself."""
    quotation = re.sub(r"\[(\w)\](?=\w)", r"\1", quotation)
    marks = list(_OMITTED.finditer(quotation))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        previous = max((m.end() for m in marks if m.end() <= mark.start()), default=0)
        before = words_of(quotation[previous : mark.start()]).split()[-8:]
        behind = words_of(quotation[mark.end() : following.start() if following else len(quotation)]).split()[:8]
        put_in = set(words_of(mark[0]).split()) if mark["inserted"] else set()
        if not before or not behind or put_in & _NOT:
            continue
        hidden = _between(before, behind, source.text.split())
        negation = next((word for word in hidden if word in _NOT or word.endswith("n't")), "")
        if negation:
            return negation, " ".join([*before[-3:], *hidden, *behind[:4]])
    return None


def _between(before: list[str], behind: list[str], text: list[str]) -> list[str]:
    """The fewest words of the text between the two stretches; none where they do not stand so near one another."""
    best: list[str] = []
    starts = [n + len(before) for n in range(len(text)) if text[n] == before[0] and text[n : n + len(before)] == before]
    for start in starts:
        for gap in range(1, _GAP + 1):
            if text[start + gap : start + gap + len(behind)] == behind:
                best = text[start : start + gap] if not best or gap < len(best) else best
                break
    return best


def stands_elsewhere(quotation: str, cited: list[int], source: Source) -> list[int]:
    """Paragraphs that hold the quotation, where none of those cited holds any of it; two numbers may be a range."""
    pieces = list(_pieces(quotation))
    held = {n for n, text in source.paragraphs.items() if any(holds(text, piece) for piece in pieces)}
    whole = {n for n in held if all(holds(source.paragraphs[n], piece) for piece in pieces)}
    meant = set(range(min(cited), max(cited) + 1)) if len(cited) == 2 else set(cited)
    return [] if not held or meant & held or not meant & source.paragraphs.keys() else sorted(whole or held)


def in_opinion(quotation: str, source: Source) -> str:
    """The heading of the separate opinion in which the words stand that stand nowhere in the ruling itself."""
    pieces = list(_pieces(quotation))
    if not pieces or any(
        holds(text, piece) for piece in pieces for text in (source.ruling, *source.paragraphs.values())
    ):
        return ""
    return next((heading for heading, text in source.opinions if all(holds(text, piece) for piece in pieces)), "")


def taken_from(words: str, source: Source) -> bool:
    """Whether a paragraph without marks is so nearly a passage of the source that it must be meant as a quotation."""
    own, all_ = words_of(words).split(), source.text.split()
    if len(own) < 8:
        return False
    size, there = _most_alike(own, all_)
    near = difflib.SequenceMatcher(None, own, there, autojunk=False)
    alike = sum(block.size for block in near.get_matching_blocks() if block.size > 2)
    return size > 4 and alike >= 0.7 * len(own)


def one_word_off(own: list[str], source: Source) -> str:
    """The passage of a source that has one word more or less than the four or more given; empty where there is none."""
    texts = [f" {text} " for text in (source.text, source.bare)]
    for at in range(1, len(own)) if len(own) > 3 else ():
        lacking = re.compile(rf" ({re.escape(' '.join(own[:at]))} [\w']+ {re.escape(' '.join(own[at:]))}) ")
        if m := next((m for text in texts if (m := lacking.search(text))), None):
            return m[1]
    for at in range(len(own)) if len(own) > 4 else ():
        less = " ".join(own[:at] + own[at + 1 :])
        if any(f" {less} " in text for text in texts):
            return less
    return ""


def differences(words: str, source: Source) -> str:
    """Which words are left out, added or exchanged, against the passage of the source that is most like them."""
    own = words.split()
    size, near = _most_alike(own, (source.bare or source.text).split())
    there = near if size > 3 else one_word_off(own, source).split()
    if not there:
        return f"these words do not stand in {source.name}"
    changes = difflib.SequenceMatcher(None, own, there, autojunk=False).get_opcodes()
    inner = [c for c in changes if c[0] != "equal" and not (c[0] == "insert" and c[1] in {0, len(own)})]
    if not inner:
        return f"these words do not stand so in {source.name}"
    kind, a, b, c, d = inner[-1]
    if kind == "replace" and b == len(own):  # the passage goes on behind what was quoted
        inner[-1] = (kind, a, b, c, min(d, c + b - a))
    first, last = inner[0][3], inner[0][4]
    passage = " ".join(there[max(first - 4, 0) : last + 4])
    return f"{'; '.join(_change(c, own, there) for c in inner[:3])}. {source.name} has “… {passage} …”"


def _most_alike(own: list[str], all_: list[str]) -> tuple[int, list[str]]:
    """Words of the longest stretch that is the same, and the passage of the text around it."""
    match = difflib.SequenceMatcher(None, own, all_, autojunk=False).find_longest_match()
    start = max(match.b - match.a - 8, 0)
    return match.size, all_[start : start + len(own) + 24]


def _change(change: tuple[str, int, int, int, int], own: list[str], there: list[str]) -> str:
    kind, a, b, c, d = change
    said, right = " ".join(own[a:b][:8]), " ".join(there[c:d][:8])
    if kind == "insert":
        return f"“{right}” is left out"
    return f"“{said}” is added" if kind == "delete" else f"“{said}” stands for “{right}”"
