"""What half-remembered words find."""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.core.event import Event
from kzfr_cli.core.record import record
from kzfr_cli.queries import filters
from kzfr_cli.queries.filters import Filters
from kzfr_cli.search import engine
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.result import SearchResult
from kzfr_cli.views import hits
from kzfr_cli.views.hits import HitListView, OtherHit
from kzfr_cli.views.speaker import Speaker

EVENTS = ("events",)
FIGURES = ("figures",)


@record
class Results:
    """Ask for what a query finds among entries of some kinds, the best `limit` of it; `nearest`
    adds what comes nearest to the rows.
    """

    query: str
    filters: Filters = Filters()
    kinds: tuple[str, ...] = EVENTS
    limit: int = 10
    nearest: bool = False

    def find(
        self,
        speaker: Speaker,
        *,
        has_beside: bool = False,
    ) -> SearchResult:
        """Find it, with the figures beside the events; raises `UnknownWordError` for a tag or a
        name of the filters.
        """
        wanted = filters.resolved(speaker.index, self.filters)
        condition, values = filters.restriction(wanted)
        return engine.search(
            speaker.index.connection,
            self.query,
            Scope(
                self.kinds,
                condition or None,
                values,
                FIGURES if has_beside and self.kinds == EVENTS else (),
            ),
            limit=self.limit,
            nearest=self.nearest,
        )

    def answer(self, speaker: Speaker) -> HitListView:
        """View what was found as rows."""
        return self.rows(self.find(speaker), speaker)

    def rows(
        self,
        found: SearchResult,
        speaker: Speaker,
    ) -> HitListView:
        """View what was found as rows, with what comes nearest when it is asked for."""
        listed = (*found.hits, *found.near) if self.nearest else found.hits
        return hits.hit_list(self.query, listed, speaker)

    def page(
        self,
        found: SearchResult,
        speaker: Speaker,
    ) -> HitListView:
        """View what was found for a reader, what comes nearest, and what answers too."""
        return HitListView(
            query=self.query,
            rows=hits.rows(found.hits, speaker),
            near=hits.rows(found.near, speaker),
            also=beside(found, speaker) if self.kinds == EVENTS else (),
            total=found.total,
        )


def beside(found: SearchResult, speaker: Speaker) -> tuple[OtherHit, ...]:
    """View the figures that answer the query too, by words that their label shows, and the name
    that it is.
    """
    every = (hits.other(hit, speaker) for hit in found.beside)
    described = [each for each in every if each.highlights]
    if found.name:
        described.append(hits.of_name(found.name, speaker))
    return tuple(described)


def events(found: SearchResult, speaker: Speaker) -> Sequence[Event]:
    """The events that were found, in the order of time."""
    numbers = [hit.number for hit in found.hits if hit.kind == "events"]
    return sorted(
        speaker.index.events(numbers), key=lambda event: event.preferred.value.sort_key()
    )
