"""make fuzz: generated names, case files and damaged templates; exact or refused, and no exception that is not ours.

Three properties. A text that is read comes out exactly, in body, table, header and footnote of a file with three
sections. A case file gives a case or a list of problems. A damaged template is refused, or its filing is sound.
"""

import argparse
import contextlib
import io
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "render")]

from marked import marked  # noqa: E402
from render_samples import brief  # noqa: E402

from briefs.casefile import check_case  # noqa: E402
from briefs.errors import BriefError  # noqa: E402
from briefs.library import load_library  # noqa: E402
from briefs.reading.text_tree import parse_tree  # noqa: E402
from briefs.render.engine import render  # noqa: E402
from briefs.render.markup import to_docx  # noqa: E402
from briefs.render.ooxml import DOCUMENT, FOOTNOTES, pack, parse, q, text_of, unpack  # noqa: E402
from briefs.render.scrub import scrub  # noqa: E402

NASTY = (
    "{{ 7*7 }}", "{% if x %}", "{_{", "}_}", "{#", "%}", "]]>", "&amp;", "&#65;", "<w:p/>", "\x00", "\x07", "\x0b",
    "\x0c", "\x1b", "\x85", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffe", "\ud800",
    "\ue000", "\ue010", "\U000e0041", "\u3164", "\n", "\t", "\r", "  ", "\u00a0", "é", "e\u0301", "沈", "𠮷",
    "བོད", "ئۇ", "😀", "NO", "null", "0123", ".nan", "12:30", "'", '"', "\\", "%s", "${x}", "$(x)", "`",
    "||", ";", "--", "../", "C:\\",
)  # fmt: skip
SECTIONS = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 2


def template() -> bytes:
    """A template that prints the name in body, note, table and header of a document of three sections."""
    lines = (
        "1. A{{ person.called }}Z{{ fn(person.called) }}",
        "@@table 8504 | t | t",
        "| head |",
        "{%tr for p in persons %}",
        "| A{{ p.called }}Z |",
        "{%tr endfor %}",
        "@@end",
    )
    parts = unpack(to_docx("\n".join(lines)))
    head, _, tail = parts[DOCUMENT].decode().rpartition("<w:sectPr>")
    parts[DOCUMENT] = f"{head}{SECTIONS}<w:sectPr>{tail}".encode()
    header = parts["word/header1.xml"].decode()
    named = "<w:p><w:r><w:t>A{{ person.called }}Z</w:t></w:r></w:p>"
    parts["word/header1.xml"] = header.replace("</w:hdr>", f"{named}</w:hdr>").encode()
    return pack(parts)


def text(chance: random.Random) -> str:
    """A text of a few characters of any kind, or of nasty pieces, or both."""
    pieces = []
    for _ in range(chance.randint(1, 6)):
        kind = chance.random()
        if kind < 0.4:
            pieces.append(chance.choice(NASTY))
        elif kind < 0.7:
            pieces.append("".join(chr(chance.randint(32, 126)) for _ in range(chance.randint(1, 8))))
        else:
            pieces.append(
                chr(chance.choice((chance.randint(0, 0x2FF), chance.randint(0, 0xFFFF), chance.randint(0, 0x10FFFF))))
            )
    return "".join(pieces)


def places(data: bytes) -> list[str]:
    """The name as it stands in body, table, header and footnote."""
    parts = unpack(data)
    body, notes, header = (parse(parts[n]) for n in (DOCUMENT, FOOTNOTES, "word/header1.xml"))
    lines = [text_of(p) for p in body.iter(q("p"))]
    note = [text_of(n) for n in notes.iter(q("footnote")) if not n.get(q("type"))]
    top = [text_of(p) for p in header.iter(q("p"))]
    framed = [lines[0], next(t for t in lines[2:] if t.startswith("A")), next(t for t in top if t.startswith("A"))]
    return [*(t[1:-1] for t in framed), note[0].removeprefix("\t") if note else ""]


def exact_texts(number: int, seed: int, count: Counter) -> None:
    made = template()
    for n in range(number):
        name = text(random.Random(f"{seed} {n}"))
        data = brief()
        data["person"]["called"] = name
        data["persons"][0]["called"] = name
        try:
            found = places(render(made, {}, data).data)
        except BriefError:
            count["text refused"] += 1
            continue
        wrong = [place for place in found if place != name]
        count["text CHANGED" if wrong else "text exact"] += 1
        if wrong:
            print(f"changed: {ascii(name)} became {ascii(wrong[0])}")


KEYS = ("born", "nationalities", "occupation", "profile", "status", "health", "family", "nothing", "<<", "name")
FORMS = ("{}", '"{}"', "'{}'", "|\n      {}", "!!str {}", "&a {}", "[{}]")


def value(chance: random.Random) -> str:
    """A value as people write it, or as nobody should."""
    if chance.random() < 0.6:
        return "'" + "".join(chance.choice("aéč沈བئ {}%#-1") for _ in range(chance.randint(1, 12))) + "'"
    return chance.choice(FORMS).format(text(chance))


def case_file(chance: random.Random) -> bytes:
    """A case file that is right, nearly right, or not at all."""
    lines = ["format: 1", "as_of: 2026-11-20", "persons_sought:", f"  - name: {value(chance)}"]
    for key in chance.sample(KEYS, chance.choice((0, 0, 1, 3))):
        lines.append(f"    {key}: {value(chance)}")
    lines += ["request: {requesting_state: CN, requested_state: PL}", "circumstances:", "  - id: a"]
    lines += [f"    says: {value(chance)}"]
    data = bytearray("\n".join(lines).encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 2)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 2)))
    return bytes(data)


def case_files(number: int, seed: int, count: Counter) -> None:
    library = load_library()
    for n in range(number):
        try:
            check_case(parse_tree(case_file(random.Random(f"{seed} case {n}")), "case.yaml"), library)
            count["case read"] += 1
        except BriefError as refusal:
            told = refusal.problems and all("\n" not in problem.line() for problem in refusal.problems)
            count["case refused" if told else "case refused BADLY"] += 1


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A Word file with a few changes: bytes of the zip, or text, tags and attributes of its parts."""
    if chance.random() < 0.2:
        raw = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        return bytes(raw)
    parts = unpack(data)
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice(sorted(parts))
        part = bytearray(parts[name])
        at, other = chance.randrange(len(part)), chance.randrange(len(part))
        kind = chance.randrange(7)
        if kind >= 5:
            ends = [n for n, byte in enumerate(part) if byte == ord("<")]
            at = chance.choice(ends or [0])
            part[at:at] = chance.choice((*NASTY[:6], "x", "{{ person.called }}", "<w:p/>", "<w:r/>")).encode()
        elif kind == 0:
            del part[at : at + chance.randint(1, 40)]
        elif kind == 1:
            part[at:at] = part[other : other + chance.randint(1, 60)]
        elif kind == 2:
            part[at:at] = chance.choice(NASTY).encode("utf-8", "replace")
        elif kind == 3:
            words = part.split(b"<")
            chance.shuffle(words[2 : chance.randint(3, 9)])
            del words[chance.randrange(len(words))]
            part = bytearray(b"<".join(words))
        else:
            del parts[name]
            continue
        parts[name] = bytes(part)
    return pack(parts)


def templates(number: int, seed: int, count: Counter) -> None:
    good = (template(), pack(marked("1. Of {{ person.called }}.")), to_docx("{%p if anonymity %}\n1. x\n{%p endif %}"))
    for n in range(number):
        chance = random.Random(f"{seed} template {n}")
        data = damaged(chance.choice(good), chance)
        for deed, what in (
            (lambda d: render(d, {}, brief()).data, "template"),
            (lambda d: scrub(d, "f").data, "scrub"),
        ):
            try:
                made = deed(data)
            except BriefError:
                count[f"{what} refused"] += 1
                continue
            with zipfile.ZipFile(io.BytesIO(made)) as package:
                assert package.testzip() is None
            count[f"{what} sound"] += 1


def run(texts: int, cases: int, word_files: int, seed: int = 1) -> Counter:
    count: Counter = Counter()
    exact_texts(texts, seed, count)
    case_files(cases, seed, count)
    templates(word_files, seed, count)
    return count


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--texts", type=int, default=10_000)
    given.add_argument("--cases", type=int, default=10_000)
    given.add_argument("--templates", type=int, default=2_000)
    given.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = given.parse_args()
    print(f"seed {asked.seed}")
    with contextlib.suppress(KeyboardInterrupt):
        count = run(asked.texts, asked.cases, asked.templates, asked.seed)
        print(dict(sorted(count.items())))
        sys.exit(1 if count["text CHANGED"] or count["case refused BADLY"] else 0)


if __name__ == "__main__":
    main()
