"""What makes a command start sooner; imported before anything large."""

import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any

_GARBAGE = 500_000, 20, 50
"""A command is short: looking for garbage as often as Python does by itself would cost a tenth of its time."""

_LOADER = "pydantic.plugin._loader"

gc.set_threshold(*_GARBAGE)


def without_plugins() -> None:
    """Nothing that is installed beside us sees a case: pydantic, and that of every process begun here, has no plugins.

    The variable says so by itself; but pydantic asks it only after it has imported what it would look for plugins with,
    the standard library's readers of packages and of mail, and that takes longer than to read a case file."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__":
        sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))


class Ending:
    """The last thing that a process of ours does: it tells its exit code and goes. The system takes the memory back at
    once; Python would first take every object apart, one by one, which takes longer than to read a case file.

    A code that is no number, and a stream that cannot be written any more, are left to Python."""

    code: object = None

    def leave(self) -> None:
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):
            return
        if isinstance(self.code, int):
            os._exit(self.code)


class _NoPlugins(ModuleType):
    """Stands where pydantic looks for plugins. Whatever else is asked of that module is asked of pydantic's own."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(importlib.import_module(_LOADER), name)
