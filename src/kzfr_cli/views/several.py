"""The views of several entries, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfr_cli.core.record import pair

if TYPE_CHECKING:
    from kzfr_cli.views.entries import Sheet


@pair
class SeveralView:
    """Everything on several entries."""

    entries: tuple[Sheet, ...]

    @property
    def rows(self) -> list[Any]:
        """Return the entries, and of an indicator its figures."""
        return [row for entry in self.entries for row in getattr(entry, "rows", (entry,))]
