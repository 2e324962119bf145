"""Move each tuned number of proof-reading, and name the judged claims that turn on it.

    python -m tests.claims.ablation [NAME ...]

A number is moved down and up by a fifth (a count by one at least). What is read rightly with it and not without, in
either direction, are its witnesses; `loses` counts them, `gains` the claims that are read rightly only when it is
moved. A number with no witness may go, or wants a sentence.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from kzfr_cli import proofreading
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from tests.claims import judged, ratchet

SHARE = 0.2
ASIDE = ("texts", "rewriting", "framing")
"""What reads documents and words repairs, and what is worked out once."""

KEPT_OUT = frozenset(("KEPT", "LONGEST", "ISO_LENGTH", "ROOT", "PERIOD"))
"""Numbers that are no judgement: sizes of memory, lengths of written forms."""


class Knob(NamedTuple):
    """A tuned number: the module that holds it, and those that took it from there."""

    name: str
    value: float
    modules: tuple[ModuleType, ...]

    @property
    def title(self) -> str:
        """Its module and its name."""
        return (
            f"{self.modules[0].__name__.removeprefix('kzfr_cli.proofreading.')}.{self.name}"
        )

    def moved(self) -> Iterator[float]:
        """Its values a fifth below and above; those of a count at least one."""
        if isinstance(self.value, int):
            step = max(1, round(self.value * SHARE))
            yield from (max(self.value - step, 0), self.value + step)
        else:
            yield from (self.value * (1 - SHARE), self.value * (1 + SHARE))

    def put(self, value: float) -> None:
        """Put a value in its place, wherever it is used."""
        for module in self.modules:
            setattr(module, self.name, value)


def modules() -> dict[str, ModuleType]:
    """The modules that judge, by name."""
    found = pkgutil.walk_packages(proofreading.__path__, f"{proofreading.__name__}.")
    names = [each.name for each in found if each.name.split(".")[2] not in ASIDE]
    return {name: importlib.import_module(name) for name in names}


def knobs() -> Iterator[Knob]:
    """Every number that a module names, and who imports it."""
    known = modules()
    trees = {
        name: ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        for name, module in known.items()
    }
    takers: dict[tuple[str, str], list[ModuleType]] = {}
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in known:
                for taken in node.names:
                    takers.setdefault((node.module, taken.name), []).append(known[name])
    for name, tree in trees.items():
        for word in (word for node in tree.body for word in assigned(node)):
            value = getattr(known[name], word)
            if isinstance(value, int | float) and word not in KEPT_OUT:
                yield Knob(word, value, (known[name], *takers.get((name, word), ())))


def assigned(node: ast.stmt) -> Iterator[str]:
    """The names in capitals that a statement assigns."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            for each in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(each, ast.Name) and each.id.isupper():
                    yield each.id


def main() -> None:
    """Print each number with how many claims turn on it, and one of them."""
    asked = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        whole = set(ratchet.rightly_read(judged.checker(index)))
        for knob in knobs():
            if asked and knob.title not in asked:
                continue
            lost: set[str] = set()
            gained: set[str] = set()
            for value in knob.moved():
                knob.put(value)
                read = set(ratchet.rightly_read(judged.checker(index)))
                lost |= whole - read
                gained |= read - whole
            knob.put(knob.value)
            witness = min(lost, default="nothing turns on it")
            print(
                f"{knob.title:36}{knob.value:>8g}  loses {len(lost):3}  gains {len(gained):3}  {witness}",
                flush=True,
            )


if __name__ == "__main__":
    main()
