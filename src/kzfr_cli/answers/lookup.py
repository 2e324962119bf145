"""Everything on one entry, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import pair
from kzfr_cli.errors import SeveralEntriesError, UnknownIdError
from kzfr_cli.queries import calling
from kzfr_cli.views import entries
from kzfr_cli.views.several import SeveralView
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.views.entries import Sheet


MOST = 20
"""Entries that are named when a text may mean several."""


@pair
class Lookup:
    """Ask for all that is known of an event, a name, a figure, an indicator or a source, by its id,
    by a name in any spelling, or by the beginning of one.
    """

    entry_id: str

    def answer(self, speaker: Speaker) -> Sheet:
        """View the entry; raises `UnknownIdError`, `SeveralEntriesError`."""
        try:
            return entries.sheet(speaker.index, speaker, self.entry_id)
        except UnknownIdError:
            return entries.sheet(speaker.index, speaker, self.found(speaker))

    def found(self, speaker: Speaker) -> str:
        """Find the id of the entry that is meant; raises `UnknownIdError`,
        `SeveralEntriesError`.
        """
        ids = calling.find(speaker.index, self.entry_id)
        if len(ids) == 1:
            return ids[0]
        lines = [f"  {known}  {entries.title(speaker, known)}" for known in ids[:MOST]]
        if len(ids) > MOST:
            lines.append(f"  … +{len(ids) - MOST}")
        raise SeveralEntriesError(text=self.entry_id, choices="\n".join(lines))


@pair
class Lookups:
    """Ask for all that is known of several entries, or of the one that all the words name."""

    entry_ids: tuple[str, ...]

    def answer(self, speaker: Speaker) -> Sheet | SeveralView:
        """View the entry, or the entries; raises `UnknownIdError`, `SeveralEntriesError`."""
        found = tuple(Lookup(entry_id).answer(speaker) for entry_id in self.named(speaker))
        return found[0] if len(found) == 1 else SeveralView(found)

    def named(self, speaker: Speaker) -> tuple[str, ...]:
        """The entries that are named: one, where the words together call one."""
        if len(self.entry_ids) > 1:
            whole = calling.exact(speaker.index, " ".join(self.entry_ids))
            return (whole,) if whole else self.entry_ids
        return self.entry_ids
