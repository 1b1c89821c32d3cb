"""make look: every filing of six cases as PDF and as pictures of its pages, below look/, for somebody to look at.

.venv/bin/python tests/look.py [--case NAME]… [--filing ID]… [--dpi 60] [--counsel]
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from six_cases import SIX, situation

from briefs.build import Options, build
from briefs.library import load_library
from briefs.library.manifests import filing_manifests
from briefs.render import pages

BATCH = 20
"""Files that go through one call of LibreOffice."""


def main() -> int:
    """Builds, converts in batches, draws the pages; says what the checks found. Exit 1 where one found a problem."""
    asked = _arguments()
    library = load_library()
    known = tuple(asked.filing or filing_manifests(library))
    found = 0
    for name in asked.case or SIX:
        built = build(situation(name, library), Options(filings=known, pages="none"))
        found += len(built.problems)
        for problem in built.problems:
            print(f"{name}: {problem.line()}")
        folder = Path("look") / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "report.html").write_bytes(built.files["counsel-only/report.html"])
        _convert(folder, _chosen(built.files, known, asked.counsel), asked.dpi)
        for one in built.checklists:
            for item in one.items:
                if item.kind == "section" and item.status == "missing":
                    print(f"{name}: {one.filing}: section missing: {item.text}")
    print(f"Look at: {Path('look').resolve()}")
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", choices=list(SIX))
    parser.add_argument("--filing", action="append")
    parser.add_argument("--dpi", type=int, default=60)
    parser.add_argument("--counsel", action="store_true", help="the annotated copies too")
    return parser.parse_args()


def _chosen(files: dict[str, bytes], known: tuple[str, ...], counsel: bool) -> dict[str, bytes]:
    """The copy to be filed; where there is none, counsel's copy."""
    chosen = {}
    for key in known:
        filed, own = files.get(f"to-file/{key}.docx"), files.get(f"counsel-only/{key}-annotated.docx")
        chosen[key] = filed or own or files[f"counsel-only/{key}.docx"]
        if counsel and own:
            chosen[f"{key}-annotated"] = own
    return chosen


def _convert(folder: Path, files: dict[str, bytes], dpi: int) -> None:
    names = list(files)
    for start in range(0, len(names), BATCH):
        part = names[start : start + BATCH]
        for name, laid in zip(part, pages.lay_out([files[key] for key in part]), strict=True):
            (folder / f"{name}.pdf").write_bytes(laid.pdf)
            print(f"{folder.name:36} {name:32} {laid.total:3} pages")
            if shutil.which("pdftoppm"):
                drawing = ["pdftoppm", "-r", str(dpi), "-png", str(folder / f"{name}.pdf"), str(folder / name)]
                subprocess.run(drawing, check=True)


if __name__ == "__main__":
    sys.exit(main())
