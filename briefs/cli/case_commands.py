"""check, match."""

import click

from briefs.cli.common import open_case, open_library, print_json


@click.command("check")
@click.argument("case", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_context
def check_command(ctx: click.Context, case: str, as_json: bool) -> None:
    """Errors, open questions, forums with reasons, deadlines and filing rules.

    \b
    Example:
      casebrief check case.yaml
    """
    from briefs.forums import answer_forums
    from briefs.grounds import raise_grounds
    from briefs.questions import open_questions
    from briefs.report.terminal import forum_lines, question_lines, rule_lines

    library = open_library(ctx)
    situation, read = open_case(case, library)
    answers, questions = answer_forums(situation), open_questions(situation)
    if as_json:
        print_json(
            {
                "format": 1,
                "case": read.case.reference or "unreferenced",
                "as_of": situation.as_of,
                "forums": [a.model_dump(mode="json") for a in answers],
                "grounds": [g.model_dump(mode="json") for g in raise_grounds(situation)],
                "questions": [q.model_dump() for q in questions],
                "warnings": [w.line() for w in read.warnings],
            }
        )
        return
    click.echo("Forums")
    for line in forum_lines(answers, situation):
        click.echo(line)
    click.echo("\nFiling rules (ask: check each for your filing)")
    for line in rule_lines(answers, situation):
        click.echo(line)
    click.echo(f"\nOpen questions: {len(questions)}")
    for line in question_lines(questions):
        click.echo(line)


@click.command("match")
@click.argument("case", type=click.Path())
@click.option("--forum", "forums", multiple=True, help="Only this forum (id); may be given several times.")
@click.option("--ground", "grounds", multiple=True, help="Only this ground (id); may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_context
def match_command(
    ctx: click.Context, case: str, forums: tuple[str, ...], grounds: tuple[str, ...], as_json: bool
) -> None:
    """Authorities for and against, each with its reasons.

    \b
    Example:
      casebrief match case.yaml --forum ecthr_rule39
    """
    from briefs.matching import match_case
    from briefs.report.terminal import document_lines, match_lines

    library = open_library(ctx)
    _known("forum", forums, library.forums)
    _known("ground", grounds, library.grounds)
    situation, _ = open_case(case, library)
    report = match_case(situation, forums or None, grounds or None)
    if as_json:
        print_json(report.model_dump(mode="json"))
        return
    for line in (*match_lines(report, situation), *document_lines(report, situation)):
        click.echo(line)
    for gap in report.gaps:
        click.echo(f"gap: {gap.ground or ''} {gap.forum or ''}: {gap.text}", err=True)


def _known(kind: str, given: tuple[str, ...], known: dict) -> None:
    for key in given:
        if key not in known:
            raise click.UsageError(f"There is no {kind} '{key}'. See: casebrief list {kind}s")
