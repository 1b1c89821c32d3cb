"""One pass over the library: everything that is wrong, sorted by place."""

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Literal

from briefs.errors import Problem
from briefs.library import Layer, Library
from briefs.library.eject import changed_since
from briefs.library.faults import Fault
from briefs.library.library import read_library
from briefs.library.links import broken_links, loose_links
from briefs.library.reader import Reader
from briefs.lint.completeness import evidence_faults, precedent_faults
from briefs.lint.dates import date_faults
from briefs.lint.law import law_faults
from briefs.lint.numbers import number_faults
from briefs.lint.page_setup import overruled_margins
from briefs.lint.templates import folder_problems, template_folders

Progress = Callable[[list], Iterable]


@dataclass(frozen=True)
class Finding:
    """One finding; a warning refuses nothing."""

    problem: Problem
    level: Literal["error", "warning"] = "error"

    @property
    def place(self) -> tuple[str, int, int]:
        """(file, line, column); line and column 0 where a Word file has none."""
        file, line, column = (self.problem.where.rsplit(":", 2) + ["", ""])[:3]
        if line.isdigit() and column.isdigit():
            return file, int(line), int(column)
        return self.problem.where, 0, 0


@dataclass(frozen=True)
class Report:
    """What was looked at and what was found."""

    findings: tuple[Finding, ...]
    records: int
    templates: int

    @property
    def refused(self) -> bool:
        return any(finding.level == "error" for finding in self.findings)


def lint(
    layers: tuple[Layer, ...], within: Path | None = None, today: dt.date | None = None, steps: Progress = iter
) -> Report:
    """Check the library of these layers; `within` keeps only findings in that file or folder. `steps` may wrap the
    work in a progress bar."""
    library, reader = read_library(layers)
    inside = _inside(within)
    keys = [key for key, origin in library.origins.items() if inside(origin.file)]
    folders = [
        (folder, folder.relative_to(layer.root / "templates").as_posix())
        for layer in layers
        for folder in template_folders(layer)
        if any(inside(file) for file in folder.iterdir())
    ]
    findings = [Finding(problem) for problem in reader.problems]
    if not any(key.startswith("law") or "/law/" in key for key in reader.unreadable):
        findings += _findings(library, reader, keys, today or dt.date.today(), steps)
    elif findings:
        why = "The law is what the records are held against."
        findings.append(Finding(Problem("", "Links and dates were not checked: mend the law first.", why), "warning"))
    findings += [Finding(problem, "warning") for layer in layers for problem in changed_since(layer)]
    findings += [Finding(problem, "warning") for problem in overruled_margins(library)]
    for folder, name in steps(folders):
        findings += [Finding(problem) for problem in folder_problems(folder, name, library)]
    kept = {f.problem.line(): f for f in findings if not f.problem.where or inside(Path(f.place[0].partition(": ")[0]))}
    ordered = sorted(kept.values(), key=lambda finding: finding.place)
    return Report(tuple(map(_from_here, ordered)), len(keys), len(folders))


def _from_here(finding: Finding) -> Finding:
    """With the path as seen from the current folder, where the file lies below it."""
    where = finding.problem.where.removeprefix(f"{Path.cwd()}{os.sep}")
    return replace(finding, problem=finding.problem._replace(where=where))


def _inside(within: Path | None) -> Callable[[Path], bool]:
    if within is None:
        return lambda file: True
    wanted = within.resolve()
    return lambda file: file.resolve() == wanted or wanted in file.resolve().parents


def _findings(library: Library, reader: Reader, keys: list[str], today: dt.date, steps: Progress) -> list[Finding]:
    """Checks of the whole, then those of each record that is wanted."""
    broken = broken_links(library)
    whole: Iterable[Fault] = chain(
        broken, loose_links(library), date_faults(library, today), number_faults(library), law_faults(library)
    )
    faults = [fault for fault in whole if fault.record in set(keys)]
    # The matcher would stumble over a record with a broken link or a replaced value: those are told first.
    stopped = {fault.record for fault in broken} | set(reader.mended)
    for key in steps(keys):
        if key in library.precedents:
            faults += precedent_faults(library, key, own_tests=key not in stopped)
        elif key in library.evidence:
            faults += evidence_faults(library, key)
    return [
        Finding(fault.problem(library.origins), fault.level)
        for fault in faults
        if not any(fault.path[: len(path)] == path for path in reader.mended.get(fault.record, ()))
    ]
