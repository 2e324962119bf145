"""Views of events that an import reads back whole: with their entries, and all that these
refer to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.record import fields, record
from kzfr_cli.queries import figures as measures
from kzfr_cli.views import dossiers, events, figures
from kzfr_cli.views.dossiers import Dossier, NoteView
from kzfr_cli.views.events import EventView
from kzfr_cli.views.figures import IndicatorView

if TYPE_CHECKING:
    from kzfr_cli.core.event import Event
    from kzfr_cli.queries.filters import Chosen
    from kzfr_cli.store.index.reading import Index
    from kzfr_cli.views.speaker import Speaker

Body = dict[str, Any]


@record
class WholeEventView(EventView):
    """One event, its `entry` as the database holds it, and what that `needs`: the entries that
    it refers to by kind, each with the first event that needs it.
    """

    entry: Body
    needs: dict[str, list[Body]]


@record
class WholeListView:
    """Events whole."""

    rows: tuple[WholeEventView, ...]
    total: int


@record
class Archive(Dossier):
    """Some events in full, with the `held` entries by kind, theirs and all that they
    refer to.

    When they are all that there are, the `indicators` with their figures stand there too, and in
    `measured` the sources of these that no event cites.
    """

    held: tuple[tuple[str, Body], ...]
    indicators: tuple[IndicatorView, ...]
    measured: tuple[NoteView, ...]


def listing(chosen: Chosen, speaker: Speaker) -> WholeListView:
    """View events whole, in the order of time."""
    speaker.prepare(chosen.events)
    gathered = Gathered(speaker.index)
    rows = tuple(whole(item, gathered, speaker) for item in chosen.events)
    return WholeListView(rows=rows, total=chosen.total)


def whole(
    item: Event,
    gathered: Gathered,
    speaker: Speaker,
) -> WholeEventView:
    """View one event whole."""
    entry = gathered.body("events", item.id)
    needs: dict[str, list[Body]] = {}
    for kind, body in gathered.needed("events", entry):
        needs.setdefault(kind, []).append(body)
    return WholeEventView(**events.event_fields(item, speaker), entry=entry, needs=needs)


def archive(
    chosen: Iterable[Event],
    speaker: Speaker,
    asked: str = "",
) -> Archive:
    """View some events with their sources and their entries."""
    found = list(chosen)
    told = dossiers.dossier(found, speaker, asked)
    gathered = Gathered(speaker.index)
    held: list[tuple[str, Body]] = []
    for item in found:
        entry = gathered.body("events", item.id)
        held += [*gathered.needed("events", entry), ("events", entry)]
    indicators = figures_with(found, speaker)
    return Archive(
        **{name: getattr(told, name) for name in fields(told)},
        held=tuple(held),
        indicators=indicators,
        measured=tuple(sources_of_figures(indicators, told, speaker)),
    )


def figures_with(chosen: Sequence[Event], speaker: Speaker) -> tuple[IndicatorView, ...]:
    """View the indicators and their figures, which no filter of events can choose: all of them with
    all events, else none.
    """
    if len(chosen) < speaker.index.count("events"):
        return ()
    return tuple(
        figures.indicator(item, speaker) for item in measures.all_measured(speaker.index)
    )


def sources_of_figures(
    indicators: Iterable[IndicatorView],
    told: Dossier,
    speaker: Speaker,
) -> Iterator[NoteView]:
    """View the sources of figures, and of their rivals, that no event cites."""
    rows = [row for indicator in indicators for row in indicator.rows]
    cited = [entry_id for row in rows for entry_id in row.sources]
    rivals = [rival.source for row in rows for rival in row.disputes]
    left = [found for found in dict.fromkeys([*cited, *rivals]) if found not in told.numbers]
    for number, entry_id in enumerate(filter(None, left), len(told.notes) + 1):
        yield dossiers.note(number, entry_id, speaker)


EMPTY: tuple[object, ...] = ("", [], {}, None)
"""What a field may hold that says as little as none."""


class Gathered:
    """Gather the entries that others refer to, each once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.seen: set[tuple[str, str]] = set()

    def body(
        self,
        kind: str,
        entry_id: str,
    ) -> Body:
        """The fields of an entry that say something, empty when there is none."""
        found = self.index.body(kind, entry_id)
        fields = found[1] if found else {}
        return {name: value for name, value in fields.items() if value not in EMPTY}

    def needed(
        self,
        kind: str,
        entry: Mapping[str, Any],
    ) -> Iterator[tuple[str, Body]]:
        """The entries that one refers to, and those that they refer to, with their kinds."""
        for other, entry_id in references(kind, entry):
            if (other, entry_id) in self.seen:
                continue
            self.seen.add((other, entry_id))
            body = self.body(other, entry_id)
            if body:
                yield from self.needed(other, body)
                yield other, body


# ---- what refers to what

NAMED = ("places", "people", "organisations")
"""The fields of an event that list names."""


def references(kind: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The kinds and ids of the entries that one refers to."""
    yield from (("sources", found) for found in cited(entry))
    if kind == "events":
        yield from (("tags", tag) for tag in entry.get("tags", ()))
    yield from (("names", name) for name in named(entry) if name)


def cited(entry: Mapping[str, Any]) -> Iterator[str]:
    """The sources of an entry, and of what it holds."""
    for item in entry.get("sources", ()):
        yield item["id"] if isinstance(item, Mapping) else item
    for field in ("dates", "disputes", "periods", "offices"):
        for item in entry.get(field, ()):
            yield from item.get("sources", ())


def named(entry: Mapping[str, Any]) -> Iterator[str]:
    """The names that an entry, or what it holds, refers to."""
    for field in NAMED:
        yield from entry.get(field, ())
    holders = (entry, entry.get("counts") or {}, *entry.get("offices", ()))
    for holder in (*holders, *entry.get("quantities", ())):
        for field in ("of", "at", "part_of", "holder"):
            yield holder.get(field) or ""
