"""The view of rows of which some fields are wanted."""

from __future__ import annotations

from typing import Any

from kzfr_cli.core.record import pair


@pair
class Selection:
    """What a script wants of rows: some `fields`, in the order of one of them (`sort`, from the
    greatest down behind a hyphen), and `most` so many.
    """

    fields: tuple[str, ...] = ()
    sort: str = ""
    most: int | None = None

    @property
    def is_asked(self) -> bool:
        """Return whether anything is wanted."""
        return bool(self.fields or self.sort)


@pair
class TableView:
    """Tell rows as names and values."""

    rows: tuple[dict[str, Any], ...]
