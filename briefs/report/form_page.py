"""One page for each form: the fields in the form's order, each text ready to be copied; opens offline, prints well."""

from pathlib import Path

from briefs.forms import FilledForm


def form_page(filled: FilledForm) -> str:
    """The page as text. All values are escaped; nothing is loaded from anywhere."""
    from jinja2 import Environment, StrictUndefined  # only where a body has a form of its own

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = Path(__file__).with_name("form.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source).render(filled=filled, form=filled.form)
