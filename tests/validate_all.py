"""make validate: every filing of every case of six_cases.py, filed and annotated, through every validator there is.

.venv/bin/python tests/validate_all.py [--case NAME]… [--filing ID]… [--keep FOLDER]

Three of them: our own check of what is written, openxml-audit, and the Open XML SDK (`npm ci --prefix .ci`, or the path
of ooxml-validator in OOXML_VALIDATOR). About 630 files; some time on two cores, so `make test` runs a share only.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from openxml_audit import OpenXmlValidator
from six_cases import SIX, situation

from briefs.build import Options, build
from briefs.library import load_library
from briefs.library.manifests import filing_manifests
from briefs.render import validate

SDK = Path(__file__).parent.parent / ".ci/node_modules/.bin/ooxml-validator"


def main() -> int:
    """Exit 1 where a validator found something; says which validators were run."""
    asked = _arguments()
    library, sdk = load_library(), sdk_validator()
    known = tuple(asked.filing or filing_manifests(library))
    total = found = 0
    for name in asked.case or SIX:
        built = build(situation(name, library), Options(filings=known, pages="none"))
        with tempfile.TemporaryDirectory() as scratch:
            files = _written(Path(asked.keep or scratch) / name, built.files)
            faults = [*own_faults(files), *audit_faults(files), *(sdk_faults(files, sdk) if sdk else ())]
        total, found = total + len(files), found + len(faults)
        print("\n".join([*faults, f"{name}: {len(files)} files, {len(faults)} findings"]), flush=True)
    missing = "" if sdk else "; the Open XML SDK was not run: npm ci --prefix .ci"
    print(f"{total} files, {found} findings{missing}")
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", choices=list(SIX))
    parser.add_argument("--filing", action="append")
    parser.add_argument("--keep", metavar="FOLDER", help="leave the files here, to look at them")
    return parser.parse_args()


def sdk_validator() -> str | None:
    """Path of Microsoft's validator, or null."""
    return os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator") or (str(SDK) if SDK.exists() else None)


def _written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    written = []
    for name, data in sorted(files.items()):
        if name.endswith(".docx"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            written.append(file)
    return written


def own_faults(files: list[Path]) -> Iterator[str]:
    """What our own check says; comments may stand in counsel's copies only."""
    for file in files:
        for problem in validate.check(file.read_bytes(), comments=file.parent.name == "counsel-only"):
            yield f"own    {_name(file)}  {problem.line()}"


def audit_faults(files: list[Path]) -> Iterator[str]:
    for file in files:
        for error in OpenXmlValidator().validate(str(file)).errors:
            yield f"audit  {_name(file)}  {error}"


def sdk_faults(files: list[Path], tool: str) -> Iterator[str]:
    def run(file: Path) -> str | None:
        done = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False)
        return f"sdk    {_name(file)}  {(done.stdout + done.stderr)[:400]}" if done.returncode else None

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from filter(None, pool.map(run, files))


def _name(file: Path) -> str:
    return "/".join(file.parts[-3:])


if __name__ == "__main__":
    sys.exit(main())
