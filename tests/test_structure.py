"""The house rules: one-way imports, short functions, small modules, docstrings that say the rule."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefs"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = [
    "errors",
    "writing",
    "models",
    "reading",
    "bundles",
    "sealing",
    "documents",
    "library",
    "search",
    "redacting",
    "casefile",
    "facts",
    "citing",
    "forums",
    "grounds",
    "questions",
    "matching",
    "coverage",
    "compose",
    "plan",
    "render",
    "verify",
    "checks",
    "lint",
    "forms",
    "report",
    "build",
    "health",
    "batch",
    "cluster",
    "starter",
    "confirming",
    "cli",
]


# Inside `verify`: what is found is held against what is known, compared, then told; "" is the package itself.
STEPS = ["find", "known", "check", "", "show"]


def step_of(parts):
    return parts[1] if len(parts) > 2 and parts[1] in STEPS else ""


@pytest.mark.parametrize(
    "module", [m for m in MODULES if "verify" in m.parts], ids=lambda m: str(m.relative_to(PACKAGE))
)
def test_verify_finds_then_compares_then_tells(module):
    here = step_of(module.relative_to(PACKAGE).parts)
    for target, name in imported(ast.parse(module.read_text(encoding="utf-8"))):
        if target == "verify" and len(name.split(".")) > 2:
            there = step_of((*name.split(".")[1:], ""))
            assert STEPS.index(there) <= STEPS.index(here), f"{here or 'verify'} imports {name}"


def layer_of(module):
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("briefs"):
            yield node.module.split(".")[1] if "." in node.module else "", node.module
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield "", name.name


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_imports_go_one_way(module):
    layer = layer_of(module)
    if layer == "__init__":
        return
    assert layer in LAYERS, f"{layer} has no place among the layers"
    for target, _ in imported(ast.parse(module.read_text(encoding="utf-8"))):
        if target and target != layer:
            assert LAYERS.index(target) < LAYERS.index(layer), f"{layer} imports {target}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_functions_are_short_and_modules_small(module):
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno < 50, node.name


def test_most_functions_are_under_25_lines():
    lengths = [
        node.end_lineno - node.lineno + 1
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert sorted(lengths)[int(len(lengths) * 0.9)] <= 25


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)


def test_only_the_renderer_touches_word_and_only_the_command_line_touches_click():
    for module in MODULES:
        names = {name.split(".")[0] for _, name in imported(ast.parse(module.read_text(encoding="utf-8")))}
        names |= {
            node.module.split(".")[0]
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module
        }
        if layer_of(module) != "render":
            assert not names & {"docx", "docxtpl"}, module
        if layer_of(module) != "cli":
            assert "click" not in names, module


def test_no_line_of_the_project_speaks_of_a_private_workplace():
    private = ("/" + "work/", "/" + "tmp/", "/" + "root/", "dos" + "sier/", "index" + "-url")
    for folder in ("briefs", "tests", "docs", "law", "templates", "examples"):
        for file in (PACKAGE.parent / folder).rglob("*"):
            if file.is_file() and file.suffix in {".py", ".md", ".yaml", ".txt", ".j2"}:
                text = file.read_text(encoding="utf-8")
                assert not [word for word in private if word in text], file


@pytest.mark.parametrize("folder", ["find", "check"])
def test_every_step_of_verify_says_where_to_look(folder):
    """The head of a package of many modules names each of them, so that a newcomer knows where a change goes."""
    room = PACKAGE / "verify" / folder
    guide = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    modules = {path.stem for path in room.glob("*.py")} - {"__init__"}
    assert modules <= set(re.findall(r"\w+", guide)), modules - set(re.findall(r"\w+", guide))
