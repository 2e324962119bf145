"""The view of the program and its database."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

from kzfr_cli import __version__
from kzfr_cli.core.event import ENTRY_KINDS, in_language
from kzfr_cli.core.record import fields, record
from kzfr_cli.queries import lookups
from kzfr_cli.store.index import stamps
from kzfr_cli.store.index.reading import Index
from kzfr_cli.store.provenance import Provenance


@record
class FileView:
    """One database file, in the order in which they lie over each other."""

    path: str
    bytes: int
    added: int
    changed: int
    hidden: int
    problems: int


@record
class SetView:
    """A tag whose events are all there are since a day, and how many they are."""

    id: str
    label: str
    since: str
    events: int


@record
class InfoView:
    """The origin of everything."""

    version: str
    as_of: str
    reviewed: str
    counts: dict[str, int]
    disputed: int
    conflicts: int
    complete: tuple[SetView, ...]
    first: str
    last: str
    files: tuple[FileView, ...]
    index: str
    index_state: str
    index_bytes: int
    python: str
    language: str


def info(
    index: Index,
    language: str,
    origin: Provenance | None = None,
) -> InfoView:
    """View the program and its database; `origin` tells of which day the packaged data are."""
    files = index.rows(
        "SELECT path, size, added, changed, hidden, (SELECT count(*) FROM problems WHERE file = "
        "files.no)"
        " FROM files ORDER BY no"
    )
    first, last = index.rows(
        "SELECT min(nullif(earliest, '')), max(nullif(latest, '9999-99-99')) FROM events"
    )[0]
    return InfoView(
        version=__version__,
        as_of=origin.as_of.text if origin else "",
        reviewed=origin.reviewed.text if origin else "",
        counts={kind: index.count(kind) for kind in reversed(ENTRY_KINDS)},
        disputed=index.rows("SELECT count(*) FROM events WHERE disputed")[0][0],
        conflicts=index.rows("SELECT count(*) FROM events WHERE conflicts > 0")[0][0],
        complete=tuple(set_views(index, language)),
        first=first or "",
        last=last or "",
        files=tuple(
            FileView(**dict(zip(fields(FileView), (stamps.named(path), *row), strict=True)))
            for path, *row in files
        ),
        index=index.path,
        index_state=index.state,
        index_bytes=Path(index.path).stat().st_size if index.path else 0,
        python=platform.python_version(),
        language=language,
    )


def set_views(index: Index, language: str) -> Iterator[SetView]:
    """View the sets of which the database says that there are no others."""
    for tag, count in lookups.complete_sets(index):
        label = in_language(tag.label, language)[0]
        since = tag.since.text if tag.since else ""
        yield SetView(
            id=tag.id,
            label=label,
            since=since,
            events=count,
        )
