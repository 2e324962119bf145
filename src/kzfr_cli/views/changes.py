"""The view of what changed in the packaged database since the version before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.event import in_language
from kzfr_cli.core.record import record
from kzfr_cli.store import provenance

if TYPE_CHECKING:
    from kzfr_cli.store.provenance import EntryChange, Provenance
    from kzfr_cli.views.speaker import Speaker


@record
class ChangeView:
    """An entry that was `added`, `changed` in some `fields`, or `removed`."""

    kind: str
    id: str
    change: str
    fields: tuple[str, ...]
    title: str


@record
class ChangeListView:
    """What changed since the version `before`, and of which day both are."""

    rows: tuple[ChangeView, ...]
    before: str
    before_as_of: str
    as_of: str


def changes(speaker: Speaker) -> ChangeListView:
    """View what changed since the version before."""
    origin: Provenance = provenance.load()
    return ChangeListView(
        rows=tuple(row(item, speaker) for item in provenance.changes()),
        before=origin.before,
        before_as_of=origin.before_as_of.text,
        as_of=origin.as_of.text,
    )


def row(item: EntryChange, speaker: Speaker) -> ChangeView:
    """View one entry that changed."""
    return ChangeView(
        kind=item.kind,
        id=item.id,
        change=item.what,
        fields=item.fields,
        title=title(item, speaker),
    )


def title(item: EntryChange, speaker: Speaker) -> str:
    """Return what an entry is called; nothing for one that is gone."""
    index = speaker.index
    if item.kind == "events":
        event = index.event(item.id)
        return in_language(event.title, speaker.lang)[0] if event else ""
    if item.kind == "names":
        name = index.name(item.id)
        return speaker.words(name.label) if name else ""
    if item.kind == "sources":
        source = index.source(item.id)
        return source.title if source else ""
    if item.kind == "figures":
        figure = index.figure(item.id)
        return speaker.words(figure.label) if figure else ""
    return ""
