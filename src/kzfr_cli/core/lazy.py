"""Packages whose modules are loaded when they are first used (PEP 562), so that a command pays only
for what it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType


def modules(package: str) -> Callable[[str], ModuleType]:
    """The `__getattr__` of a package that loads its modules, each when it is first named."""

    def load(name: str) -> ModuleType:
        path = f"{package}.{name}"
        try:
            return import_module(path)
        except ModuleNotFoundError as error:
            if error.name != path:
                raise
            raise AttributeError(f"module {package!r} has no attribute {name!r}") from error

    return load
