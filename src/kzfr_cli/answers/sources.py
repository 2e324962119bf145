"""Sources: all of them, or what one says; and how to cite an entry."""

from __future__ import annotations

from datetime import date

from kzfr_cli.core.record import pair
from kzfr_cli.queries import citations, sources
from kzfr_cli.views import citations as references
from kzfr_cli.views import sources as views
from kzfr_cli.views.citations import ReferencesView
from kzfr_cli.views.sources import SourceListView, SourceSheet
from kzfr_cli.views.speaker import Speaker


@pair
class Bibliography:
    """Ask for the sources, the most cited first; `single` keeps those on which an event rests
    alone.
    """

    kind: str | None = None
    single: bool = False

    def answer(self, speaker: Speaker) -> SourceListView:
        """View the sources."""
        found = sources.ranked(speaker.index, self.kind, self.single)
        return views.source_list(found, sources.footing(speaker.index), speaker)


@pair
class CitedBy:
    """Ask for what cites a source; `single` keeps what has no other."""

    source: str
    single: bool = False

    def answer(self, speaker: Speaker) -> SourceSheet:
        """View what cites it; raises `UnknownIdError`."""
        found = sources.citing(speaker.index, self.source, self.single)
        return views.source_sheet(found, speaker)


@pair
class Reference:
    """Ask how an event, a figure or a source is cited, seen on a day or without telling one."""

    entry_id: str
    accessed: date | None = None

    def answer(self, speaker: Speaker) -> ReferencesView:
        """View the references; raises `UnknownIdError`."""
        found = citations.find(speaker.index, self.entry_id)
        return references.references(found, speaker, self.accessed)
