"""What a file to import says: its rows, by the names of our fields, and what its reader
must know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kzfr_cli.core.record import pair, record
from kzfr_cli.errors import KzfrError

LISTS = ("places", "people", "organisations", "tags", "sources")
"""The fields that hold several values."""

WORDED = frozenset({"title", "summary"})
"""The fields whose text may be in a language that is named: `title.fr`."""

NO_FACTS: Mapping[str, object] = {}


@pair
class Remark:
    """Something that was read otherwise than it stands, or left out: its `code` in
    `locale.remarks`, and the facts of its sentence.
    """

    code: str
    facts: Mapping[str, object] = NO_FACTS


@pair
class Window:
    """The days of which events are taken in; None where it is open."""

    first: date | None
    last: date | None

    def holds(
        self,
        start: date | None,
        end: date | None,
    ) -> bool:
        """Return whether something from one day to another, None for none, is in it in part."""
        return (self.first is None or end is None or end >= self.first) and (
            self.last is None or start is None or start <= self.last
        )


@record
class Row:
    """What a file says of one event.

    `number` is its line or its place, `sheet` the sheet of a workbook. `left_out` is the code of
    why it is not taken in, `error` what refuses it. One that is `cancelled` took its event back.
    `raw` is the row as it stood, to be handed back.
    """

    number: int
    fields: Mapping[str, Any]
    sheet: str = ""
    error: KzfrError | None = None
    left_out: str = ""
    cancelled: bool = False
    remarks: tuple[Remark, ...] = ()
    raw: Any = None


@record
class Content:
    """What a file holds: its rows, about how many they are, and what is said of it as a whole.

    `header` names the columns of the raw cells of a table, `delimiter` stands between them.
    """

    rows: Iterable[Row]
    total: int
    remarks: tuple[Remark, ...] = ()
    header: tuple[str, ...] = ()
    delimiter: str = ","
