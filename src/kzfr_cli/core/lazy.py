"""Packages whose modules are loaded when they are first used (PEP 562), so that a command pays only
for what it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from importlib import import_module
from types import ModuleType


def modules(package: str, names: Collection[str]) -> Callable[[str], ModuleType]:
    """The `__getattr__` of a package that loads these modules of it, each when it is first named."""

    def load(name: str) -> ModuleType:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        import_module(f"{package}.{name}")
        return sys.modules[f"{package}.{name}"]

    return load
