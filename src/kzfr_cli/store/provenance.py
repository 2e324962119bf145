"""Of which day the packaged database is, when it was last reviewed, and what changed since the
version before: two small files beside the database, made with it.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from kzfr_cli.core import edtf
from kzfr_cli.core.record import record
from kzfr_cli.store import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzfr_cli.core.edtf import PartialDate


@record
class Provenance:
    """Of which day the data are, when somebody last reread them against their sources, where to
    report a fault (empty where the installation names no place), and the version before them.
    """

    as_of: PartialDate
    reviewed: PartialDate
    report: str
    before: str
    before_as_of: PartialDate

    @staticmethod
    def holds(path: str) -> bool:
        """Return whether a file is one of the packaged ones."""
        return os.path.dirname(path) == paths.packaged()


@record
class EntryChange:
    """What happened to one entry since the version before: it was `added`, `changed` in some
    fields, or `removed`.
    """

    kind: str
    id: str
    what: str
    fields: tuple[str, ...] = ()


def load(folder: str = "") -> Provenance:
    """Return where the packaged database comes from."""
    found = _read(folder or paths.packaged(), "provenance.json")
    before = found["before"]
    return Provenance(
        as_of=edtf.parse(found["as_of"]),
        reviewed=edtf.parse(found["reviewed"]),
        report=found.get("report", ""),
        before=before["version"],
        before_as_of=edtf.parse(before["as_of"]),
    )


def changes(folder: str = "") -> list[EntryChange]:
    """Return what changed since the version before, by kind, what was added first."""
    made: list[EntryChange] = []
    for kind, listed in _read(folder or paths.packaged(), "changes.json").items():
        made += [
            EntryChange(kind=kind, id=entry_id, what="added") for entry_id in listed["added"]
        ]
        made += [
            EntryChange(
                kind=kind,
                id=entry_id,
                what="changed",
                fields=tuple(fields),
            )
            for entry_id, fields in listed["changed"].items()
        ]
        made += [
            EntryChange(kind=kind, id=entry_id, what="removed")
            for entry_id in listed["removed"]
        ]
    return made


def _read(folder: str, name: str) -> Mapping[str, Any]:
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        found: Mapping[str, Any] = json.load(file)
    return found
