"""A checked template as plain data: nested lists of texts, look-ups, choices and repetitions, fit for JSON.

The closed language needs no more than this, so what is kept on disk is data and what is filled is data: no code of a
template is ever made or run. The syntax tree comes from Jinja, after `language.Checker` has rewritten it.
"""

from typing import Any, TypeAlias

from jinja2 import nodes

from briefs.render.story import cut

Step: TypeAlias = list[Any]
"""One instruction: its word, then its operands. A program is a list of steps; a value is a step that yields one."""


def program_of(tree: nodes.Template) -> list[Step]:
    """The steps of a checked template, in the order of the text."""
    return _block(tree.body)


def _block(body: list[nodes.Node]) -> list[Step]:
    return [step for node in body for step in _steps(node)]


def _steps(node: nodes.Node) -> list[Step]:
    if isinstance(node, nodes.Output):
        return [_output(inner) for inner in node.nodes]
    if isinstance(node, nodes.If):
        return [["if", *_branches(node)]]
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        return [["for", node.target.name, value_of(node.iter), _block(node.body)]]
    if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Call):
        return [["include", value_of(node.template.args[0])]]
    raise TypeError(f"{type(node).__name__} is no statement of the closed language")


def _output(node: nodes.Expr) -> Step:
    return ["text", cut(node.data)] if isinstance(node, nodes.TemplateData) else ["print", value_of(node)]


def _branches(node: nodes.If) -> list[Any]:
    """Pairs of condition and steps, then the steps of else."""
    pairs = [[value_of(branch.test), _block(branch.body)] for branch in (node, *node.elif_)]
    return [pairs, _block(node.else_)]


def value_of(node: nodes.Node) -> Step:
    """A value: a name, a look-up, a literal, a call of ours, or a comparison."""
    if isinstance(node, nodes.Name):
        return ["name", node.name]
    if isinstance(node, nodes.Const):
        return ["literal", node.value]
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return ["get", value_of(node.node), node.arg.value]
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        return ["call", node.node.name, [value_of(argument) for argument in node.args]]
    if isinstance(node, nodes.Not):
        return ["not", value_of(node.node)]
    if isinstance(node, (nodes.And, nodes.Or)):
        return [type(node).__name__.lower(), value_of(node.left), value_of(node.right)]
    if isinstance(node, nodes.Compare):
        return [node.ops[0].op, value_of(node.expr), value_of(node.ops[0].expr)]
    raise TypeError(f"{type(node).__name__} is no value of the closed language")
