"""Keep by name the judged queries that are answered rightly: `python -m tests.search.ratchet write`.

A change that loses one is told which; one that is lost for a reason is taken out in the commit that names it.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kzfr_cli.search import engine
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

HERE = Path(__file__).parent
HELD = HERE / "held.txt"
SETS = ("queries", "held_out", "watched", "near_misses", "everyday")


def rightly_answered(index: Index) -> Iterator[str]:
    """Name the queries whose first answer is right, or that rightly have none."""
    for name in SETS:
        judged = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
        for item in judged["queries"]:
            hits = engine.search(index.connection, item["query"], limit=1).hits
            is_right = hits[0].id in item["expected"] if hits else not item["expected"]
            if is_right:
                yield f"{name}: {item['query']}"


def held() -> list[str]:
    """List the names that are kept."""
    return HELD.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        opened = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        names = list(rightly_answered(opened))
    lost = sorted(set(held()) - set(names)) if HELD.exists() else []
    print("\n".join(f"lost: {name}" for name in lost) or "Nothing is lost.")
    if sys.argv[1:] == ["write"]:
        HELD.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
