"""Questions on the terminal: each answer is checked at once, `?` shows the choices, an option answers unasked."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import click

from briefs.errors import did_you_mean

Check = Callable[[str], str]
"""Gives the answer as it is kept, or raises ValueError with what is wrong."""


@dataclass(frozen=True)
class Question:
    """`name` is the option that answers it. An empty answer is allowed where `optional`."""

    name: str
    text: str
    check: Check = str
    default: str | None = None
    optional: bool = False
    choices: Callable[[], Iterable[str]] | None = None


def ask(question: Question, given: str | None, scripted: bool = False) -> str | None:
    """The answer: the option's value, else what is typed; a script is not asked what is optional. Raises a usage error
    where nobody can be asked."""
    if given is not None:
        try:
            return question.check(given.strip()) if given.strip() or not question.optional else None
        except ValueError as reason:
            raise click.UsageError(f"--{question.name}: {reason}") from reason
    if scripted and (question.optional or question.default):
        return question.default
    while True:
        typed = _typed(question)
        if typed == "" and question.optional:
            return None
        if typed == "?" and question.choices:
            click.echo("\n".join(f"  {line}" for line in question.choices()), err=True)
            continue
        try:
            return question.check(typed)
        except ValueError as reason:
            click.echo(f"  {reason}", err=True)
            if not sys.stdin.isatty():
                raise click.UsageError(f"--{question.name}: {reason}") from reason


def _typed(question: Question) -> str:
    hint = " (Enter: none)" if question.optional and not question.default else ""
    hint += " (?: list)" if question.choices else ""
    default = question.default or ("" if question.optional else None)
    shown = bool(question.default)
    try:
        return click.prompt(question.text + hint, default=default, show_default=shown, err=True).strip()
    except click.Abort:
        if sys.stdin.isatty():
            raise
        if question.optional or question.default is not None:
            return question.default or ""
        message = f"--{question.name} is missing: without a terminal each answer is an option."
        raise click.UsageError(message) from None


def is_script(given: Mapping[str, str | None]) -> bool:
    """Whether options answer and nobody sits at a terminal."""
    return any(value is not None for value in given.values()) and not sys.stdin.isatty()


def one_of(known: Mapping[str, str] | Iterable[str], what: str, listed: str = "") -> Check:
    """A check that the answer is a known word."""

    def check(word: str) -> str:
        if word in known:
            return word
        fix = did_you_mean(word, known, cutoff=0.4) or (f"See: casebrief list {listed}" if listed else "")
        words = "" if listed else f" It is one of: {', '.join(known)}."
        raise ValueError(f"'{word}' is not {what}.{words} {fix}".strip())

    return check


def several(check: Check) -> Check:
    """The same for words separated by commas; kept as one text."""
    return lambda text: ",".join(check(word.strip()) for word in text.split(",") if word.strip())


def rows(known: Mapping[str, str]) -> Callable[[], Iterable[str]]:
    """Lines 'word  meaning' for `?`."""
    width = max((len(word) for word in known), default=0)
    return lambda: [f"{word:{width}}  {meaning}" for word, meaning in known.items()]


def sentence(text: str) -> str:
    """A full sentence: it may be printed in a filing."""
    if len(text.split()) < 4:
        raise ValueError("Write a full sentence of your own; a filing may print it.")
    return text if text.endswith((".", "?", "!")) else text + "."


def filled(text: str) -> str:
    """Any text but none."""
    if not text:
        raise ValueError("An answer is needed.")
    return text
