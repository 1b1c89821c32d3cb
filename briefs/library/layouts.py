"""The layouts of the layers, and the one that a filing is written in."""

from briefs.errors import LibraryError, Problem, did_you_mean
from briefs.library.layers import Layer
from briefs.library.reader import Reader
from briefs.models.layout import OWN, Layout


def read_layouts(layers: tuple[Layer, ...]) -> dict[str, Layout]:
    """law/layouts.yaml of all layers alone, without the rest of the library. Raises LibraryError."""
    reader = Reader(layers)
    found = reader.listed("layouts", Layout)
    if reader.problems:
        raise LibraryError(reader.problems)
    return found


def layout_names(layouts: dict[str, Layout]) -> set[str]:
    """What a manifest may write under `layout`: a layout, a family of layouts, or 'own'."""
    return {OWN, *layouts, *(one.family for one in layouts.values() if one.family)}


def choose_layout(
    layouts: dict[str, Layout], name: str, tradition: str, state: str | None, where: str = ""
) -> Layout | None:
    """The layout that a manifest names: for a family the one made for the requested state, else for its tradition.

    None: the Word file keeps the look it has. Raises LibraryError for a name that does not exist, or a family without
    a layout for this tradition.
    """
    if name == OWN:
        return None
    if name in layouts:
        return layouts[name]
    family = [one for one in layouts.values() if one.family == name]
    fitting = [one for one in family if state in one.states] or [one for one in family if one.tradition == tradition]
    if fitting:
        return fitting[0]
    if family:
        what = f"layout: '{name}' has no layout for the {tradition} law tradition."
        raise LibraryError(Problem(where, what, fix="Add one to law/layouts.yaml."))
    what = f"layout: there is no layout '{name}'."
    raise LibraryError(Problem(where, what, fix=did_you_mean(name, layout_names(layouts))))
