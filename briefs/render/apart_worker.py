"""The child of `apart`: reads questions on standard input, answers on standard output, can do nothing else.

Started with python -I; not a command for people.
"""

import base64
import dataclasses
import json
import sys
import time
from typing import Any

from briefs.errors import BriefError, Problem
from briefs.models.layout import Layout
from briefs.render import compiling, engine
from briefs.render.template import check_template
from briefs.render.unforeseen import refused_if_it_stumbles

CPU_SECONDS = 20
"""Of one question."""

_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "pty.",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate",
    "shutil.", "ftplib.", "smtplib.", "urllib.", "webbrowser.", "ctypes.dlopen", "winreg.",
)  # fmt: skip


def main(memory: int) -> None:
    """Answers until the parent closes the pipe."""
    _limit(memory)
    _warm()
    sys.addaudithook(_refuse)
    drafts: dict[int, engine.Draft] = {}
    while (question := _read()) is not None:
        _allow_time()
        for key in question["forget"]:
            drafts.pop(key, None)
        try:
            with refused_if_it_stumbles(question.get("where", "template")):
                answer = _answer(question, drafts)
        except BriefError as reason:
            answer = {"error": type(reason).__name__, "problems": _plain(reason.problems[:200])}
        _write(answer)


def _answer(question: dict[str, Any], drafts: dict[int, engine.Draft]) -> dict[str, Any]:
    if question["what"] == "finish":
        return _finish(drafts[question["key"]], question)
    if question["what"] == "check":
        found = check_template(_bytes(question["template"]), question["where"], fragment=question["fragment"])
        return {"warnings": _plain(found)}
    draft, key = _prepare(question), max(drafts, default=0) + 1
    drafts[key] = draft
    return {"key": key, "warnings": _plain(draft.template.warnings), "braced": list(draft.braced)}


def _allow_time() -> None:
    """A few seconds of the processor for the next question."""
    try:
        import resource
    except ImportError:
        return
    soft = int(time.process_time()) + CPU_SECONDS
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _limit(memory: int) -> None:
    """Memory, no file written, no core dump; where the system has such limits."""
    try:
        import resource
    except ImportError:  # Windows: only the clock of the parent
        return
    for name, value in (("AS", memory), ("FSIZE", 0), ("CORE", 0)):
        limit = getattr(resource, f"RLIMIT_{name}", None)
        if limit is not None:
            hard = resource.getrlimit(limit)[1]
            ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(limit, (ceiling, ceiling))
            except (ValueError, OSError):  # macOS refuses some
                continue


def _warm() -> None:
    """Loads what is loaded on first use, before the doors are shut."""
    assert compiling.compile_story
    "é".encode("idna")
    "é".encode("cp437", "replace")
    json.loads(json.dumps({"x": base64.b64encode(b"x").decode()}))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and any(c in str(arguments[1] or "") for c in "wax+")
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed here")


def _prepare(question: dict[str, Any]) -> engine.Draft:
    return engine.prepare(
        _bytes(question["template"]),
        {key: _bytes(data) for key, data in question["fragments"].items()},
        question["brief"],
        language=question["language"],
        where=question["where"],
        layout=Layout.model_validate(question["layout"]) if question["layout"] else None,
    )


def _finish(draft: engine.Draft, question: dict[str, Any]) -> dict[str, Any]:
    made = engine.finish(
        draft,
        mode=question["mode"],
        final=question["final"],
        pages=question["pages"] or None,
        total_pages=question["total_pages"],
    )
    return {
        "data": base64.b64encode(made.data).decode("ascii"),
        "headings": _plain(made.headings),
        "citations": _plain(made.citations),
        "exhibits": list(made.exhibits),
        "missing": list(made.missing),
        "comments": list(made.comments),
    }


def _plain(items: Any) -> list[Any]:
    return [list(item) if isinstance(item, Problem) else dataclasses.asdict(item) for item in items]


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)


def _read() -> dict[str, Any] | None:
    head = sys.stdin.buffer.read(8)
    if len(head) < 8:
        return None
    return json.loads(sys.stdin.buffer.read(int.from_bytes(head, "big")))


def _write(answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode("ascii")
    sys.stdout.buffer.write(len(data).to_bytes(8, "big") + data)
    sys.stdout.buffer.flush()
