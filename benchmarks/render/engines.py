"""The engines side by side: ours and docxtpl in this process, the others each in a Node process that answers a line."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.render.case import flat
from benchmarks.render.template import Carbone, Docxtpl, Paragraphs, Sections, template

HERE = Path(__file__).parents[1]
MODULES = HERE / "node_modules"
NODE = {"docxtemplater": Sections, "easy-template-x": Paragraphs, "carbone": Carbone}


def ours(data: dict[str, Any], source: bytes | None = None) -> Callable[[], bytes]:
    """Filled with the checks of every filing: closed language, escaping, strict names, marks, validation."""
    from briefs.render import engine
    from briefs.render.data import plain

    file, loaded = source or template(Docxtpl()), plain(data)
    return lambda: engine.render(file, {}, loaded, final=True).data


def docxtpl(data: dict[str, Any], file: bytes | None = None) -> Callable[[], bytes]:
    """As its manual says, with escaping on, because without it a value with & gives a broken file."""
    from docxtpl import DocxTemplate

    source = file or template(Docxtpl())

    def one() -> bytes:
        filled, out = DocxTemplate(io.BytesIO(source)), io.BytesIO()
        filled.render(data, autoescape=True)
        filled.save(out)
        return out.getvalue()

    return one


@dataclass
class Node:
    """One of the Node engines with the memorandum in its own syntax."""

    child: subprocess.Popen[str]
    output: Path
    peak: int = 0

    def __call__(self) -> int:
        return self._ask("render")

    def saved(self) -> bytes:
        self._ask("save")
        return self.output.read_bytes()

    def end(self) -> None:
        assert self.child.stdin is not None
        self.child.stdin.close()
        self.child.wait()

    def _ask(self, what: str) -> int:
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        self.child.stdin.write(f"{what}\n")
        self.child.stdin.flush()
        answer = json.loads(self.child.stdout.readline())
        self.peak = answer["peak"]
        return int(answer["bytes"])


def node(name: str, data: dict[str, Any], folder: Path, change: Callable[[bytes], bytes] = bytes) -> Node:
    """`change` is done to the template before the engine sees it."""
    file, values, output = (folder / f"{name}.{part}" for part in ("template.docx", "json", "docx"))
    file.write_bytes(change(template(NODE[name]())))
    values.write_text(json.dumps(flat(data)), encoding="utf-8")
    child = subprocess.Popen(  # noqa: S603
        [_program("node"), str(HERE / "node" / "engine.js"), name, str(file), str(values), str(output)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return Node(child, output)


def missing_node() -> str:
    """Why the Node engines are left out; empty where they can run. Installs them where npm is there."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node or npm is not installed"
    if all((MODULES / name).is_dir() for name in NODE):
        return ""
    command = [_program("npm"), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    done = subprocess.run(command, cwd=HERE, check=False, capture_output=True)  # noqa: S603
    return "" if done.returncode == 0 else "npm could not install them"


def _program(name: str) -> str:
    return shutil.which(name) or name
