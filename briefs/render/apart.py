"""Templates that were not published with the program are filled in a process of their own, with limits.

The closed language and the counted loops are the first wall; this is the second. The child has a limit of memory and of
processor time where the system keeps one, may write no file, start no program and open no connection; this side keeps
a clock for each document and ends the child. What comes back is plain data and a Word file that is looked through once
more. All drafts of a run share one child.
"""

import base64
import contextlib
import json
import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from briefs.errors import Problem, RenderError, TemplateError
from briefs.models.brief import Brief
from briefs.models.layout import Layout
from briefs.render import engine, validate
from briefs.render.fragments import Source
from briefs.render.notes import Cited
from briefs.render.tables import Heading
from briefs.render.template import check_template

CLOCK = 15.0
"""Seconds for one document, all its passes together, as the parent counts them."""

MEMORY = 1 << 30
"""Bytes of address space of the child, where the system keeps such a limit (Linux)."""

MAX_ANSWER = 96 << 20
_ERRORS = {"TemplateError": TemplateError, "RenderError": RenderError}
_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from briefs.render.apart_worker import main; main(int(sys.argv[2]))"
)


class _Unknown(Exception):
    """A fragment that was not published with the program has been asked for."""


@dataclass
class Draft:
    """A filled template that lives in the child under `key`; `warnings` are its author's to mend."""

    worker: "Worker"
    clock: "Clock"
    key: int
    warnings: tuple[Problem, ...]
    braced: tuple[str, ...] = field(repr=False, default=())

    def __post_init__(self) -> None:
        weakref.finalize(self, self.worker.forgotten.append, self.key).atexit = False


@dataclass
class Clock:
    """What is left of the time of one document."""

    where: str
    left: float = CLOCK


def prepare(
    template: bytes,
    fragments: Source,
    brief: Brief,
    *,
    language: str,
    where: str,
    layout: Layout | None = None,
    known: Callable[[bytes], bool],
    every: Callable[[], Mapping[str, bytes]],
) -> engine.Draft | Draft:
    """Fills a template: in this process when it and all its fragments are `known`, else apart.

    `every` gives all fragments that the template could include. Raises TemplateError and RenderError.
    """
    fetch = fragments.get if isinstance(fragments, Mapping) else fragments

    def only_known(identity: str) -> bytes | None:
        data = fetch(identity)
        if data is not None and not known(data):
            raise _Unknown(identity)
        return data

    if known(template):
        with contextlib.suppress(_Unknown):
            return engine.prepare(template, only_known, brief, language=language, where=where, layout=layout)
    worker, clock = shared_worker(), Clock(where)
    answer = worker.ask(
        clock,
        "prepare",
        template=_b64(template),
        fragments={key: _b64(data) for key, data in every().items()},
        brief=brief.model_dump(mode="json"),
        language=language,
        where=where,
        layout=layout.model_dump(mode="json") if layout else None,
    )
    warnings = tuple(Problem(*w) for w in answer["warnings"])
    return Draft(worker, clock, answer["key"], warnings, tuple(answer["braced"]))


def finish(
    draft: engine.Draft | Draft,
    *,
    mode: Literal["file", "counsel"] = "file",
    final: bool = False,
    pages: Mapping[str, int] | None = None,
    total_pages: int | None = None,
) -> engine.Rendered:
    """One copy of the filing, as `engine.finish`; wherever the template was filled."""
    if isinstance(draft, engine.Draft):
        return engine.finish(draft, mode=mode, final=final, pages=pages, total_pages=total_pages)
    answer = draft.worker.ask(
        draft.clock, "finish", key=draft.key, mode=mode, final=final, pages=dict(pages or {}), total_pages=total_pages
    )
    data = base64.b64decode(answer["data"])
    if problems := validate.check(data, comments=mode == "counsel", literal=draft.braced):
        raise RenderError(problems)
    return engine.Rendered(
        data=data,
        headings=tuple(Heading(**h) for h in answer["headings"]),
        citations=tuple(Cited(**c) for c in answer["citations"]),
        exhibits=tuple(answer["exhibits"]),
        missing=tuple((path, label) for path, label in answer["missing"]),
        comments=tuple((kind, text) for kind, text in answer["comments"]),
        braced=draft.braced,
    )


def warnings_of(draft: engine.Draft | Draft) -> tuple[Problem, ...]:
    return draft.template.warnings if isinstance(draft, engine.Draft) else draft.warnings


def check(template: bytes, where: str, *, fragment: bool, known: bool) -> tuple[Problem, ...]:
    """Gate and closed language for one Word file. Raises TemplateError; gives what its author should mend."""
    if known:
        return check_template(template, where, fragment=fragment)
    answer = shared_worker().ask(Clock(where), "check", template=_b64(template), where=where, fragment=fragment)
    return tuple(Problem(*w) for w in answer["warnings"])


class Worker:
    """One child process. It ends with this object, with a document's clock, or when this process ends."""

    def __init__(self, memory: int = MEMORY):
        keep = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL")
        self.forgotten: list[int] = []
        self.owner, self.lock = os.getpid(), threading.Lock()
        self.child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, json.dumps(_paths()), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in keep if name in os.environ},
        )
        self._finalizer = weakref.finalize(self, _end, self.child, self.owner)

    @property
    def alive(self) -> bool:
        return self.owner == os.getpid() and self.child.poll() is None

    def end(self) -> None:
        self._finalizer()

    def ask(self, clock: Clock, what: str, **request: Any) -> dict[str, Any]:
        """One question and its answer. A child that does not answer in time, or at all, is ended; TemplateError."""
        forget, self.forgotten[:] = list(self.forgotten), []
        with self.lock:
            began, alarm = time.monotonic(), threading.Timer(max(clock.left, 0.01), self.child.kill)
            alarm.daemon = True
            alarm.start()
            try:
                _send(self.child, {"what": what, "forget": forget, **request})
                answer = _receive(self.child)
            except (OSError, EOFError, ValueError):
                clock.left -= time.monotonic() - began
                self.end()
                raise TemplateError(_silence(clock)) from None
            finally:
                alarm.cancel()
            clock.left -= time.monotonic() - began
        if "error" in answer:
            raise _ERRORS.get(answer["error"], TemplateError)([Problem(*p) for p in answer["problems"]])
        return answer


_SHARED: list[Worker] = []


def shared_worker() -> Worker:
    """The child of this process; a new one where there is none, or the last was ended."""
    if not _SHARED or not _SHARED[0].alive:
        _SHARED[:] = [Worker()]
    return _SHARED[0]


def _silence(clock: Clock) -> Problem:
    if clock.left <= 0:
        return Problem(clock.where, "the template takes too long to fill.", "It was stopped.", "Nest fewer loops.")
    return Problem(clock.where, "the template could not be filled within the limits of memory.", "It was stopped.")


def _paths() -> list[str]:
    """Where the child finds the program: this process's own paths, none of them relative."""
    return [str(Path(path or ".").resolve()) for path in (str(Path(__file__).parents[2]), *sys.path)]


def _send(child: subprocess.Popen[bytes], message: dict[str, Any]) -> None:
    assert child.stdin is not None
    data = json.dumps(message).encode("ascii")
    child.stdin.write(len(data).to_bytes(8, "big") + data)
    child.stdin.flush()


def _receive(child: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert child.stdout is not None
    length = int.from_bytes(_exactly(child, 8), "big")
    if length > MAX_ANSWER:
        raise ValueError("the answer is too long")
    answer = json.loads(_exactly(child, length))
    if not isinstance(answer, dict):
        raise ValueError("the answer is not ours")
    return answer


def _exactly(child: subprocess.Popen[bytes], length: int) -> bytes:
    assert child.stdout is not None
    data = child.stdout.read(length)
    if len(data) != length:
        raise EOFError
    return data


def _end(child: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:
        return
    child.kill()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    child.wait()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
