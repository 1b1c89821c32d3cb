"""A new court: one entry of law/courts.yaml."""

from collections.abc import Mapping

from briefs.starter.texts import as_yaml


def starter_court(answers: Mapping[str, str | None]) -> str:
    """The entry as text, with its key."""
    state = answers["state"]
    category = "National courts" if answers["system"] == "national" else "Other international bodies"
    return (
        f"{answers['id']}:\n  name: {as_yaml(answers['name'])}\n  cite_as: {as_yaml(answers['cite_as'])}\n"
        + (f"  state: {as_yaml(state)}\n" if state else "")
        + f"  system: {answers['system']}\n  highest: {answers['highest']}\n  category: {category}\n"
    )
