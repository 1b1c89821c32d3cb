"""The closed language of templates, checked on the syntax tree before anything runs.

Allowed: dotted names of the brief, literal look-ups (held['liu-v-poland-2022/1'], counsel[0]), if / elif / else / for,
== != not and or, the filters upper, join(', ') and length, and the calls cite fn ref ex missing note toc toa mark.
Everything else is refused by not being on this list; what passes becomes plain data (`program`, `filling`).
"""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from briefs.models.submission import Submission
from briefs.render.schema import Shape, top

CALLS = ("cite", "fn", "ref", "ex", "missing", "note", "toc", "toa", "mark")
INCLUDABLE = re.compile(r"(blocks|arguments)/[a-z0-9][a-z0-9-]*")
MARK_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
MAX_NESTING = 12
HINT = "See docs/template-names.md."

Scope = Mapping[str, Shape]


class Refusal(Exception):
    """One refused expression; `line` is the line of the prepared source, one paragraph each."""

    def __init__(self, line: int, what: str, fix: str = ""):
        super().__init__(what)
        self.line, self.what, self.fix = line, what, fix


@dataclass
class Checker:
    """Checks and rewrites one template: `kind` is filing, fragment or edge (header or footer)."""

    kind: str
    hide: Callable[[str], str] = str

    def template(self, tree: nodes.Template) -> nodes.Template:
        scope = top()
        if self.kind == "fragment":
            scope["submission"] = Shape("record", "submission", "submission", record=Submission)
        tree.body = self._block(tree.body, scope, 0)
        return tree

    def _block(self, body: list[nodes.Node], scope: Scope, depth: int) -> list[nodes.Node]:
        if depth > MAX_NESTING:
            raise Refusal(
                body[0].lineno if body else 1, f"more than {MAX_NESTING} conditions or loops inside each other."
            )
        return [self._statement(node, scope, depth) for node in body]

    def _statement(self, node: nodes.Node, scope: Scope, depth: int) -> nodes.Node:
        if isinstance(node, nodes.Output):
            shown: list[nodes.Expr] = []
            for inner in node.nodes:
                shown.append(inner if isinstance(inner, nodes.TemplateData) else self._printed(inner, scope))
            node.nodes = shown
            return node
        if isinstance(node, nodes.If):
            return self._if(node, scope, depth)
        if isinstance(node, nodes.For):
            return self._for(node, scope, depth)
        if isinstance(node, nodes.Include):
            return self._include(node, scope)
        raise Refusal(node.lineno, f"{_word(node)} is not allowed.", "Templates only choose and repeat.")

    def _if(self, node: nodes.If, scope: Scope, depth: int) -> nodes.If:
        node.test = self._condition(node.test, scope)
        node.body = self._block(node.body, scope, depth + 1)
        node.elif_ = [self._if(other, scope, depth) for other in node.elif_]
        node.else_ = self._block(node.else_, scope, depth + 1)
        return node

    def _for(self, node: nodes.For, scope: Scope, depth: int) -> nodes.For:
        if not isinstance(node.target, nodes.Name) or node.test or node.recursive or node.else_:
            raise Refusal(node.lineno, "a loop is written: for x in list", HINT)
        name = node.target.name
        if name in CALLS or name.startswith("_"):
            raise Refusal(node.lineno, f"a loop variable may not be called {name!r}.")
        node.iter, shape = self._path(node.iter, scope)
        if shape.kind != "list":
            raise Refusal(node.lineno, f"{shape.path} is not a list.", HINT)
        if (shape.item is Submission) != (name == "submission"):
            raise Refusal(node.lineno, "the loop variable of submissions is called submission, and no other.")
        node.body = self._block(node.body, {**scope, name: shape.each()}, depth + 1)
        size = sum(len(text.data) for inner in node.body for text in inner.find_all(nodes.TemplateData))
        node.iter = _call("_each", [node.iter, nodes.Const(size), nodes.Const(shape.path)], node.lineno)
        return node

    def _include(self, node: nodes.Include, scope: Scope) -> nodes.Include:
        if self.kind == "edge" or node.ignore_missing or not node.with_context:
            raise Refusal(node.lineno, "this include is not allowed here.")
        target = node.template
        if isinstance(target, nodes.Const) and isinstance(target.value, str):
            if not INCLUDABLE.fullmatch(target.value):
                raise Refusal(
                    node.lineno, f"{target.value!r} is no fragment.", "Write blocks/NAME or arguments/GROUND."
                )
        elif self.kind == "filing" and isinstance(target, nodes.Name) and target.name == "submission" in scope:
            target = nodes.Getitem(target, nodes.Const("fragment"), "load", lineno=node.lineno)
        else:
            raise Refusal(node.lineno, "include takes 'blocks/NAME', or submission inside its loop.")
        node.template = _call("_include", [target], node.lineno)
        return node

    def _printed(self, node: nodes.Node, scope: Scope) -> nodes.Expr:
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Filter) and node.name in ("upper", "join"):
            return self._filter(node, scope)
        if not isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            raise Refusal(node.lineno, f"{_word(node)} cannot be printed.", HINT)
        value, shape = self._path(node, scope)
        if shape.kind != "text":
            fix = f"Write {shape.path}|join(', ')." if shape.kind == "list" else HINT
            raise Refusal(node.lineno, f"{shape.path} is a {shape.kind}, not a text.", fix)
        return self._shown(value, shape, node.lineno)

    def _shown(self, value: nodes.Expr, shape: Shape, line: int, *more: str) -> nodes.Expr:
        texts = [nodes.Const(text) for text in (shape.path, shape.label, *more)]
        return _call("_show", [value, *texts], line) if shape.nullable or more else value

    def _filter(self, node: nodes.Filter, scope: Scope) -> nodes.Expr:
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise Refusal(node.lineno, f"the filter {node.name} is not written like this.")
        value, shape = self._path(node.node, scope)
        if node.name == "upper" and shape.kind == "text" and not node.args:
            return self._shown(value, shape, node.lineno, "upper")
        joint = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], nodes.Const) else None
        if node.name == "join" and shape.kind == "list" and shape.item is str and isinstance(joint, str):
            return _call("_join", [value, nodes.Const(joint)], node.lineno)
        raise Refusal(
            node.lineno, f"the filter {node.name} does not fit {shape.path}.", "upper is for texts, join for lists."
        )

    def _call(self, node: nodes.Call, scope: Scope) -> nodes.Expr:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in CALLS or name in scope:
            raise Refusal(
                node.lineno, f"the call {name or _word(node.node)!r} is not allowed.", f"Calls: {', '.join(CALLS)}."
            )
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise Refusal(node.lineno, f"{name} takes plain arguments only.")
        if self.kind == "edge" and name != "missing":
            raise Refusal(node.lineno, f"{name} does not work in headers and footers.")
        return _call(name, _arguments(self, name, node, scope), node.lineno)

    def _condition(self, node: nodes.Node, scope: Scope) -> nodes.Expr:
        if isinstance(node, (nodes.And, nodes.Or)):
            node.left, node.right = self._condition(node.left, scope), self._condition(node.right, scope)
            return node
        if isinstance(node, nodes.Not):
            node.node = self._condition(node.node, scope)
            return node
        if isinstance(node, nodes.Compare):
            return self._compare(node, scope)
        return self._operand(node, scope, literal=False)

    def _compare(self, node: nodes.Compare, scope: Scope) -> nodes.Compare:
        if len(node.ops) != 1 or node.ops[0].op not in ("eq", "ne"):
            raise Refusal(node.lineno, "only == and != compare, one at a time.")
        node.expr = self._operand(node.expr, scope, literal=False)
        node.ops[0].expr = self._operand(node.ops[0].expr, scope, literal=True)
        return node

    def _operand(self, node: nodes.Node, scope: Scope, literal: bool) -> nodes.Expr:
        if literal and isinstance(node, nodes.Const) and isinstance(node.value, (str, int, bool)):
            return nodes.Const(self.hide(node.value)) if isinstance(node.value, str) else node
        if isinstance(node, nodes.Filter) and node.name == "length" and node.node is not None and not node.args:
            value, shape = self._path(node.node, scope)
            if shape.kind in ("list", "map"):
                return _call("_length", [value], node.lineno)
        elif isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            return self._path(node, scope)[0]
        raise Refusal(node.lineno, f"{_word(node)} is not allowed in a condition.", HINT)

    def _path(self, node: nodes.Node, scope: Scope) -> tuple[nodes.Expr, Shape]:
        if isinstance(node, nodes.Name):
            return node, _known(node.name, scope, node.lineno)
        if isinstance(node, nodes.Getattr):
            value, shape = self._path(node.node, scope)
            if shape.kind != "record":
                raise Refusal(node.lineno, f"{shape.path} is a {shape.kind}; it has no .{node.attr}.", HINT)
            inner = _known(node.attr, shape.fields, node.lineno, f"{shape.path}.")
            return nodes.Getitem(value, nodes.Const(node.attr), "load", lineno=node.lineno), inner
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            value, shape = self._path(node.node, scope)
            key = node.arg.value
            if isinstance(key, bool) or type(key) is not {"map": str, "list": int}.get(shape.kind):
                raise Refusal(node.lineno, f"{shape.path}[{key!r}] cannot be looked up.", HINT)
            found = shape.entry(f"{shape.path}[{key!r}]")
            return nodes.Getitem(value, nodes.Const(key), "load", lineno=node.lineno), found
        raise Refusal(node.lineno, f"{_word(node)} is not a name of the brief.", HINT)


def _known(name: str, scope: Scope, line: int, before: str = "") -> Shape:
    if name in scope:
        return scope[name]
    near = difflib.get_close_matches(name, scope, 1, 0.6)
    fix = f"Did you mean {before}{near[0]}?" if near else HINT
    raise Refusal(line, f"{before}{name} is not a name that templates know.", fix)


def _arguments(checker: Checker, name: str, node: nodes.Call, scope: Scope) -> list[nodes.Expr]:
    """The arguments of a call, each of the sort that the call wants."""
    wanted = _SIGNATURES[name]
    required = [sort for sort in wanted if not sort.startswith("?")]
    if not len(required) <= len(node.args) <= len(wanted):
        raise Refusal(node.lineno, f"{name} takes {SPOKEN[name]}.")
    return [_argument(checker, name, sort.lstrip("?"), a, scope) for sort, a in zip(wanted, node.args, strict=False)]


_SIGNATURES = {
    "cite": ("citation",),
    "fn": ("text",),
    "ref": ("mark",),
    "ex": ("exhibit", "?text"),
    "missing": ("literal", "literal"),
    "note": ("text",),
    "toc": (),
    "toa": (),
    "mark": ("mark",),
}
SPOKEN = {
    "cite": "one authority, document or provision: cite(a)",
    "fn": "one text: fn('text')",
    "ref": "the name of a paragraph: ref('name')",
    "ex": "an exhibit and perhaps a page: ex(f.exhibit, f.page)",
    "missing": "a path and a label: missing('person.born', 'date of birth')",
    "note": "one text: note('text')",
    "toc": "nothing: toc()",
    "toa": "nothing: toa()",
    "mark": "a name in small letters: mark('name')",
}


def _argument(checker: Checker, name: str, sort: str, node: nodes.Expr, scope: Scope) -> nodes.Expr:
    wrong = Refusal(node.lineno, f"{name} takes {SPOKEN[name]}.")
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        if sort not in ("text", "literal", "mark") or (sort == "mark" and not MARK_NAME.fullmatch(node.value)):
            raise wrong
        return nodes.Const(checker.hide(node.value))
    if sort in ("literal", "mark") or not isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        raise wrong
    value, shape = checker._path(node, scope)
    fields = shape.record.model_fields if shape.record else {}
    fits = {
        "citation": "citation" in fields,
        "exhibit": shape.record is not None and shape.record.__name__ == "Exhibit",
        "text": shape.kind == "text",
    }
    if not fits[sort]:
        raise wrong
    return value


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load", lineno=line), arguments, [], None, None, lineno=line)


_WORDS = {
    "Add": "arithmetic", "Sub": "arithmetic", "Mul": "arithmetic", "Div": "arithmetic", "Pow": "arithmetic",
    "Mod": "arithmetic", "FloorDiv": "arithmetic", "Concat": "joining with ~", "Call": "a call",
    "Filter": "this filter", "Const": "a literal", "Getattr": "a name", "Getitem": "a look-up",
    "Test": "a test", "Slice": "a slice",
}  # fmt: skip


def _word(node: nodes.Node) -> str:
    return _WORDS.get(type(node).__name__, type(node).__name__.lower())
