"""What is searched: every text of a record with the field it stands in, and what the filters ask of it.

Read from the plain YAML and not through the models: an answer must come at once, and a record that is not complete yet
should be found too. The strongest layer that holds a record wins, as everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from briefs.library.layers import Layer

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STANCE = {"supports": "for", "adverse": "against"}
LISTED = {"provisions": "provision", "grounds": "ground", "arguments": "argument"}
KINDS = ("precedent", "evidence", "provision", "ground", "argument", "forum")


@dataclass(frozen=True)
class Item:
    """One record: what is shown of it, and what the filters ask. `date`: ISO, as exact as it is known. `forums`: of a
    ground, which forums may hear it."""

    id: str
    kind: str
    title: str
    date: str
    states: tuple[str, ...]
    layer: str
    forums: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True)
class Unit:
    """One text of a record. `part`: the holding it belongs to; `grounds` and `stance` are empty where none is meant."""

    item: str
    field: str
    text: str
    part: str = ""
    grounds: tuple[str, ...] = ()
    stance: str = ""


def read_units(layers: tuple[Layer, ...]) -> Iterator[tuple[Item, list[Unit]]]:
    """Each record with its texts. A file that is not YAML is passed over here; `lint` tells of it."""
    for room, make in (("precedents", _precedent), ("evidence", _evidence), ("law/forums", _forum)):
        seen: set[str] = set()
        for layer in layers:
            for key, file in layer.files(room):
                if key in seen or key.startswith("_"):
                    continue
                seen.add(key)
                data = _plain(file)
                if data and not data.get("withdrawn"):
                    yield make(key, data, layer.name)
    for name, kind in LISTED.items():
        yield from _listed(layers, name, kind)


def _listed(layers: tuple[Layer, ...], name: str, kind: str) -> Iterator[tuple[Item, list[Unit]]]:
    seen: set[str] = set()
    for layer in layers:
        for key, data in (_plain(layer.root / "law" / f"{name}.yaml") or {}).items():
            if key not in seen and isinstance(data, dict):
                seen.add(key)
                yield _entry(key, data, kind, layer.name)


def _plain(file: Path) -> dict[str, Any]:
    try:
        data = yaml.load(file.read_bytes(), Loader=_LOADER)  # noqa: S506 - the base loader makes texts and nothing else
    except (OSError, yaml.YAMLError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _texts(key: str, fields: Iterable[tuple[str, Any]], **meant: Any) -> list[Unit]:
    return [
        Unit(key, field, text, **meant)
        for field, value in fields
        for text in map(_text, _list(value))
        if text and text not in {"null", "~"}
    ]


def _precedent(key: str, data: dict[str, Any], layer: str) -> tuple[Item, list[Unit]]:
    states = [_text(data.get(field)) for field in ("requesting_state", "requested_state")]
    item = Item(
        id=key,
        kind="precedent",
        title=_text(data.get("title")) or key,
        date=_text(data.get("decided")),
        states=tuple(filter(None, states)),
        layer=layer,
        warning=_warning(data),
    )
    person = data.get("person") if isinstance(data.get("person"), dict) else {}
    units = _texts(
        key,
        [
            ("name", data.get("title")),
            ("other name", data.get("short_title") if data.get("short_title") != data.get("title") else None),
            ("other name", data.get("other_titles")),
            *(("number", data.get(field)) for field in ("dockets", "symbol", "ecli", "neutral_citation", "hudoc_id")),
            ("outcome", data.get("outcome")),
            *(("facts", person.get(field)) for field in person),
            *(("facts", data.get(field)) for field in ("procedure_note", "decided_note", "status_note")),
            ("caution", data.get("cautions")),
            ("to check", data.get("to_check")),
        ],
    )
    for holding in _list(data.get("holdings")):
        if isinstance(holding, dict):
            units += _holding(key, holding)
    return item, units


def _warning(data: dict[str, Any]) -> str:
    """What must be known of a ruling before anybody reads on."""
    if _text(data.get("outcome_known")).lower() in {"no", "false"}:
        return "outcome not seen: never cited"
    gone = data.get("set_aside")
    return f"{_text(gone.get('how'))} on {_text(gone.get('on'))}" if isinstance(gone, dict) else ""


def _holding(key: str, holding: dict[str, Any]) -> list[Unit]:
    ground = _text(holding.get("ground"))
    meant = {
        "part": _text(holding.get("id")),
        "grounds": (ground,) if ground else (),
        "stance": _text(holding.get("stance")),
    }
    fields = ("proposition", "distinguished", "answer", "limited_by", "note")
    return _texts(key, [(field.replace("_", " "), holding.get(field)) for field in fields], **meant)


def _evidence(key: str, data: dict[str, Any], layer: str) -> tuple[Item, list[Unit]]:
    states = tuple(filter(None, map(_text, _list(data.get("states")))))
    title = ", ".join(filter(None, (_text(data.get("title")), _text(data.get("body")))))
    item = Item(key, "evidence", title or key, _text(data.get("dated")), states, layer)
    units = _texts(
        key,
        [
            ("name", data.get("title")),
            ("body", data.get("body")),
            ("number", data.get("symbol")),
            ("tag", [_text(tag).replace("_", " ") for tag in _list(data.get("tags"))]),
            ("to check", data.get("to_check")),
            ("note", data.get("note")),
        ],
    )
    for finding in _list(data.get("findings")):
        if isinstance(finding, dict):
            units += _texts(
                key,
                [("finding", finding.get("text")), ("finding", _later(finding))],
                grounds=tuple(map(_text, _list(finding.get("grounds")))),
                stance=_STANCE.get(_text(finding.get("edge")) or "supports", "neutral"),
            )
    return item, units


def _later(finding: dict[str, Any]) -> str | None:
    later = finding.get("superseded_by")
    return _text(later.get("text")) if isinstance(later, dict) else None


def _entry(key: str, data: dict[str, Any], kind: str, layer: str) -> tuple[Item, list[Unit]]:
    title = _text(data.get("cite_as")) or _text(data.get("title")) or key
    grounds = (key,) if kind == "ground" else tuple(map(_text, _list(data.get("grounds"))))
    stance = {"ours": "for", "theirs": "against"}.get(_text(data.get("side")), "")
    states = tuple(map(_text, _list(data.get("requesting_states"))))
    names = [("name", data.get("title")), ("name", data.get("cite_as")), ("name", data.get("instrument"))]
    texts = (
        "heading",
        "paraphrase",
        "test",
        "elements",
        "burden",
        "thesis",
        "steps",
        "reply",
        "note",
        "typical_evidence",
    )
    units = _texts(key, [*names, *((f.replace("_", " "), data.get(f)) for f in texts)], grounds=grounds, stance=stance)
    forums = tuple(map(_text, _list(data.get("forums"))))
    return Item(key, kind, title, _text(data.get("since")), states, layer, forums), units


def _forum(key: str, data: dict[str, Any], layer: str) -> tuple[Item, list[Unit]]:
    rules = [
        (field.replace("_", " "), [_text(rule.get("text")) for rule in value if isinstance(rule, dict)])
        for field, value in data.items()
        if isinstance(value, list)
    ]
    name = _text(data.get("name")) or key
    return Item(key, "forum", name, "", (), layer), _texts(key, [("name", name), *rules])
