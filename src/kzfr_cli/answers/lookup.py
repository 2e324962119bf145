"""Everything on one entry, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import pair
from kzfr_cli.views import entries
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.views.entries import Sheet


@pair
class Lookup:
    """Ask for all that is known of an event, a name, a figure, an indicator or a source."""

    entry_id: str

    def answer(self, speaker: Speaker) -> Sheet:
        """View the entry; raises `UnknownIdError`."""
        return entries.sheet(speaker.index, speaker, self.entry_id)
