"""List what changed in the packaged database since the version before, for `kzfr info --changes`.

    python tools/changes.py write | check

The version before is the commit that data/provenance.json names; without its history (a shallow
clone, an archive) the list is left as it is. `make docs` writes it too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
CHANGES = DATA / "changes.json"

TOLD = {
    "events": (
        "category",
        "scope",
        "title",
        "summary",
        "dates",
        "disputes",
        "places",
        "people",
        "organisations",
        "confidence",
        "sources",
    ),
    "figures": (
        "period",
        "value",
        "unit",
        "bound",
        "status",
        "label",
        "disputes",
        "sources",
    ),
    "indicators": ("label", "measures"),
    "names": ("kind", "label", "periods"),
    "sources": ("title", "publisher", "url", "published"),
    "tags": ("label", "complete"),
}
"""The fields of each kind whose change is told: what a reader sees, and not how it is found."""

ONE_LINE = re.compile(r'(?<=": )\[\n {4}[^]]*\n {3}\]')
"""The fields of one changed entry, which stand on one line."""

Entries = dict[str, dict[str, Any]]


def before() -> str:
    """Return the commit of the version before."""
    found = json.loads((DATA / "provenance.json").read_text(encoding="utf-8"))
    return str(found["before"]["commit"])


def has_history(commit: str) -> bool:
    """Return whether git has that commit."""
    done = subprocess.run(
        ["git", "cat-file", "-e", f"{commit}^{{commit}}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def read_before(kind_file: str, commit: str) -> str:
    """Return a file of data/ as it was."""
    done = subprocess.run(
        ["git", "show", f"{commit}:data/{kind_file}"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def entries(texts: Iterator[str]) -> dict[str, Entries]:
    """Gather the entries of some files by kind and id."""
    found: dict[str, Entries] = {kind: {} for kind in TOLD}
    for text in texts:
        for kind, listed in tomllib.loads(text).items():
            found[kind] |= {entry["id"]: entry for entry in listed}
    return found


def compared(kind: str, old: Entries, new: Entries) -> dict[str, Any]:
    """List what was added and removed, and of what stayed the fields that tell something else."""
    renamed = {
        former: id for id, entry in new.items() for former in entry.get("former_ids", ())
    }
    was = {renamed.get(id, id): entry for id, entry in old.items()}
    changed = {
        id: fields
        for id, entry in new.items()
        if id in was and (fields := differing(kind, was[id], entry))
    }
    return {
        "added": sorted(id for id in new if id not in was),
        "changed": dict(sorted(changed.items())),
        "removed": sorted(id for id in was if id not in new),
    }


def differing(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """List the told fields that differ."""
    return [field for field in TOLD[kind] if old.get(field) != new.get(field)]


def written() -> str | None:
    """Return what the list should hold, or None where the history is not there."""
    commit = before()
    if not has_history(commit):
        return None
    names = [path.name for path in sorted(DATA.glob("*.toml"))]
    old = entries(read_before(name, commit) for name in names)
    new = entries((DATA / name).read_text(encoding="utf-8") for name in names)
    made = {kind: compared(kind, old[kind], new[kind]) for kind in TOLD}
    return (
        ONE_LINE.sub(lambda match: " ".join(match[0].split()), json.dumps(made, indent=1))
        + "\n"
    )


def main() -> int:
    """Write the list, or tell that it is stale."""
    text = written()
    if text is None:
        print("The history is not there: the list is left as it is.")
        return 0
    if sys.argv[1:] == ["write"]:
        CHANGES.write_text(text, encoding="utf-8")
        return 0
    is_stale = not CHANGES.is_file() or CHANGES.read_text(encoding="utf-8") != text
    print("data/changes.json is stale: run make docs" if is_stale else "The list is true.")
    return int(is_stale)


if __name__ == "__main__":
    sys.exit(main())
