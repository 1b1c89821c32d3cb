"""A case written as a case file."""

from typing import Any

import yaml


def case_text(data: dict[str, Any]) -> str:
    """YAML in the order of the format; every text in quotation marks, so that nothing is guessed when it is read."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value

    return yaml.safe_dump(plain(data), allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
