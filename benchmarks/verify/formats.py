"""Whether `verify` finds in a Word file, a PDF, an OpenDocument text, a page or Markdown what it finds in plain text.

python -m benchmarks.verify.formats FOLDER|FILE.docx … --room DIR [--show] [--again]

FOLDER holds marked texts (see unseen.py); a Word file instead of it is compared with what LibreOffice makes of it. The
files are made once in DIR; `--again` makes them anew. `found again`: findings of the plain text (of the Word file) with
the same kind, words and status; `otherwise`: found with other words (cut, or longer) or with another status; `lost`:
not found at all; `new`: findings that the plain text does not have, among them those found twice.
"""

import argparse
import re
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.verify.gold import AS_OF, MARK
from benchmarks.verify.written import Written, in_notes
from briefs.documents import open_document
from briefs.library import load_library
from briefs.render.pages import program
from briefs.verify import Checker, Citation, load_checker
from briefs.verify.find.folding import fold

_HEAD = "REGNER v. THE CZECH REPUBLIC JUDGMENT"
Key = tuple[str, str, str]


@dataclass
class Compared:
    """What became of the findings of the plain text in another format."""

    name: str
    plain: int = 0
    again: int = 0
    otherwise: list[tuple[Key, Key]] = field(default_factory=list)
    lost: list[Key] = field(default_factory=list)
    new: list[Key] = field(default_factory=list)

    def add(self, more: "Compared") -> None:
        self.plain, self.again = self.plain + more.plain, self.again + more.again
        self.otherwise += more.otherwise
        self.lost += more.lost
        self.new += more.new

    def row(self) -> str:
        def share(number: int) -> str:
            return f"{number} ({number / max(1, self.plain):.1%})"

        numbers = (self.again, len(self.otherwise), len(self.lost), len(self.new))
        return f"| {self.name} | {self.plain} | {' | '.join(share(n) for n in numbers)} |"


HEADING = "| format | findings in plain text | found again | otherwise | lost | new |\n|---|---|---|---|---|---|"


def paragraphs(folder: Path) -> list[str]:
    """Every line of the marked texts of a folder, marks and all; a mark does not end with its line."""
    out: list[str] = []
    for file in sorted(folder.iterdir()):
        if file.suffix not in {".txt", ".md"} or file.stem.startswith(("README", "NOTES")):
            continue
        text = file.read_text(encoding="utf-8")
        text = text.partition("\n")[2] if text.startswith("# ") else text
        text = MARK.sub(lambda m: " ".join(m[0].split()), re.sub(r"[*`\u00ad]+|(?m:^#+ )|(?<!\w)_|_(?!\w)", "", text))
        out += [line.strip() for line in text.splitlines() if line.strip()]
    return out


def make(folder: Path, room: Path) -> dict[str, Path]:
    """The files of one folder, by format; those that LibreOffice makes are only named."""
    name, lines = folder.name, paragraphs(folder)
    made = {key: room / f"{name}{end}" for key, end in _ENDS.items()}
    made["plain"].write_text("\n\n".join(MARK.sub(r"\2", p) for p in lines), encoding="utf-8")
    made["md"].write_text(markdown(lines), encoding="utf-8")
    made["docx"].write_bytes(Written(_HEAD).fill(lines).packed())
    made["docx, other parts"].write_bytes(Written(_HEAD, apart=True).fill(lines).packed())
    (room / f"{name}-columns.docx").write_bytes(Written(_HEAD, columns=True).fill(lines).packed())
    return made


def copy(file: Path, room: Path) -> dict[str, Path]:
    """The same for a Word file as it is."""
    (room / file.name).write_bytes(file.read_bytes())
    others = {key: room / f"{file.stem}{_ENDS[key]}" for key in ("odt", "html", "pdf")}
    return {"plain": room / file.name, **others}


_ENDS = {
    "plain": ".txt",
    "docx": ".docx",
    "docx, other parts": "-parts.docx",
    "odt": ".odt",
    "html": ".html",
    "md": ".md",
    "pdf": ".pdf",
    "pdf, two columns": "-columns.pdf",
}
_COLUMNS = "pdf, two columns"


def markdown(lines: list[str]) -> str:
    """Names in stars and half of the brackets as notes at the end."""
    turn, notes, out = count(), [], []
    for line in lines:
        pieces = []
        for text, note in in_notes(line, turn):
            pieces.append(_starred(text))
            if note:
                notes.append(_starred(note))
                pieces.append(f"[^{len(notes)}]")
        out.append("".join(pieces))
    return "\n\n".join([*out, *(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))])


def _starred(marked: str) -> str:
    named = re.compile(r"(.{2,80}? (?:v\.?|c\.) .{2,60}?)(?=,| \(| \[|$)")
    return MARK.sub(lambda m: named.sub(r"*\1*", m[2], count=1), marked)


def convert(room: Path, made: list[dict[str, Path]]) -> None:
    """LibreOffice makes PDF, ODT and HTML of all Word files, a call for each."""
    usual = [str(files["odt"].with_suffix(".docx")) for files in made]
    columns = [str(files[_COLUMNS].with_suffix(".docx")) for files in made if _COLUMNS in files]
    for kind, files in (("pdf", usual + columns), ("odt", usual), ("html", usual)):
        command = [program() or "soffice", f"-env:UserInstallation=file://{room.resolve()}/office", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(room), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=600)  # noqa: S603


def findings(checker: Checker, file: Path) -> list[Key]:
    return [key_of(c) for c in checker.check(open_document(file)).citations]


def key_of(c: Citation) -> Key:
    """Kind, words without blanks, signs of emphasis and broken lines, status."""
    words = re.sub(r"[\s*]|\[\^\d+\]", "", fold(c.text, lines=True).text).rstrip(".,;")
    return c.kind, words, c.status


def compare(name: str, plain: list[Key], other: list[Key]) -> Compared:
    """Same ones first; then those whose words hold each other; the rest is lost, or new."""
    same = Counter(plain) & Counter(other)
    out = Compared(name, len(plain), same.total(), new=list((Counter(other) - same).elements()))
    for key in (Counter(plain) - same).elements():
        meant = next((n for n in out.new if n[1] in key[1] or key[1] in n[1]), None)
        if meant is None:
            out.lost.append(key)
        else:
            out.new.remove(meant)
            out.otherwise.append((key, meant))
    return out


def table(checker: Checker, made: list[dict[str, Path]]) -> list[Compared]:
    """One line for each format, over all folders."""
    all_ = {key: Compared(key) for key in _ENDS if any(key in files for files in made) and key != "plain"}
    for files in made:
        plain = findings(checker, files["plain"])
        for key in files.keys() & all_.keys():
            all_[key].add(compare(key, plain, findings(checker, files[key])))
    return list(all_.values())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("given", type=Path, nargs="+")
    parser.add_argument("--room", type=Path, required=True)
    parser.add_argument("--again", action="store_true", help="make the files anew")
    parser.add_argument("--show", action="store_true", help="print every difference")
    options = parser.parse_args()
    options.room.mkdir(parents=True, exist_ok=True)
    made = [make(given, options.room) if given.is_dir() else copy(given, options.room) for given in options.given]
    if options.again or not all(file.exists() for files in made for file in files.values()):
        convert(options.room, made)
    all_ = table(load_checker(load_library(), AS_OF), made)
    for compared in all_ if options.show else ():
        for before, after in compared.otherwise:
            print(f"{compared.name}  otherwise: {before} -> {after}")
        for word in ("lost", "new"):
            for key in getattr(compared, word):
                print(f"{compared.name}  {word}: {key}")
    print("\n".join([HEADING, *(c.row() for c in all_)]))


if __name__ == "__main__":
    main()
