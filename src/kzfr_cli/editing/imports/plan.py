"""Decide what becomes of each row of an import: a new event, a change of a known one, nothing, or a
refusal.
"""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from typing import Any

import msgspec

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.editing import new_event, toml_writer
from kzfr_cli.editing.imports import (
    changes,
    linking,
    saying,
)
from kzfr_cli.editing.imports.known import KnownEvents
from kzfr_cli.editing.imports.linking import Links
from kzfr_cli.editing.imports.rows import (
    Remark,
    Row,
    Window,
)
from kzfr_cli.editing.imports.saying import Defaults, Saying
from kzfr_cli.editing.new_event import Companion
from kzfr_cli.errors import (
    KzfrError,
    NeedsSourceError,
    RowRefusedError,
)
from kzfr_cli.store.index.reading import Index

ADDED, CHANGED, SAME, REFUSED = "added", "changed", "unchanged", "refused"
LEFT_OUT, CANCELLED = "left out", "cancelled"
ACTIONS = (ADDED, CHANGED, CANCELLED, SAME, LEFT_OUT, REFUSED)
"""What may become of a row, in the order in which it is told; a cancelled one is that of an event
that is known.
"""


@record
class Planned:
    """What becomes of one row.

    `text` is a new event as it will stand in the file, `changed` what is new of a known one and
    `event` all of that, `left_out` the code of why a row is not taken in, `error` what refuses it;
    `row` is kept of a refused one, to be handed back. `twin` is an event that looks like it.
    """

    number: int
    action: str
    title: str
    sheet: str = ""
    date: str = ""
    id: str = ""
    text: str = ""
    event: Mapping[str, Any] | None = None
    changed: Mapping[str, Any] | None = None
    companions: tuple[Companion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: str = ""
    error: KzfrError | None = None
    row: Row | None = None
    twin: str = ""


class Planner:
    """Plan the rows of one import, each with what those before it bring."""

    def __init__(
        self,
        index: Index,
        defaults: Defaults,
        window: Window | None = None,
    ) -> None:
        self.defaults = defaults
        self.window = window
        self.known = KnownEvents(index)
        self.links = Links(index, defaults.lang, new_names=defaults.new_names)
        self.told: dict[str, int] = {}
        self.equals: dict[int, int] = {}

    def plan(self, rows: Iterable[Row]) -> Iterator[Planned]:
        """Plan one row after the other."""
        for row in rows:
            try:
                yield self.row(row)
            except KzfrError as error:
                yield Planned(
                    number=row.number,
                    sheet=row.sheet,
                    action=REFUSED,
                    title=next(saying.titles(row.fields), ""),
                    id=str(row.fields.get("id", "")),
                    error=error,
                    row=row,
                )

    def row(self, row: Row) -> Planned:
        """Plan one row; raises what refuses it."""
        if row.error is not None:
            raise row.error
        if row.cancelled:
            return self.cancelled(row)
        if row.left_out:
            return left_out(row, row.left_out)
        self.links.bring(row.fields.get("needs"))
        said = Saying(row.fields, self.links, self.defaults)
        event = carried(row, said.fields)
        if event is not None:
            return self.carrying(row, event, said)
        day = preferred(said.fields)
        if day and self.window and not self.window.holds(day.earliest, day.latest):
            return left_out(row, "window", day.text)
        old = self.known.body(self.named(row, said.fields, day))
        return self.adding(row, said, day) if old is None else self.changing(row, said, old)

    # ---- which event it is

    def named(
        self,
        row: Row,
        said: Mapping[str, Any],
        day: PartialDate | None,
    ) -> str:
        """The id of the event that a row tells: the one that it names, the one of its UID, or the
        one of that title and date; empty when it is a new one.
        """
        asked = str(row.fields.get("id", ""))
        if asked and asked in self.known.ids:
            return asked
        uid = said.get("uid", "")
        if uid and (found := self.known.by_uid.get(uid)):
            return found
        if uid in self.known.ids:
            return str(uid)
        return "" if own_id(asked) else self.told_already(said, day)

    def told_already(
        self,
        said: Mapping[str, Any],
        day: PartialDate | None,
    ) -> str:
        """The event of the same title and date, which no row before told, and which came from no
        other entry of a calendar.
        """
        if day is None or not said.get("title"):
            return ""
        for twin in self.known.twins(said["title"], day):
            is_same = (
                twin.preferred.value.text == day.text
                and said["title"].items() <= twin.title.items()
                and twin.uid in ("", said.get("uid", ""))
            )
            if is_same and twin.id not in self.told:
                return twin.id
        return ""

    def once(
        self,
        entry_id: str,
        row: Row,
    ) -> None:
        """Refuse a second row about one event; raises `RowRefusedError`."""
        before = self.told.setdefault(entry_id, row.number)
        if before != row.number:
            raise RowRefusedError(reason="told-twice", number=before)

    # ---- what becomes of it

    def cancelled(self, row: Row) -> Planned:
        """Plan a row that takes its event back: nothing to do unless that is known."""
        uid = str(row.fields.get("uid", ""))
        found = self.known.by_uid.get(uid, "") if uid else ""
        if not found:
            return left_out(row, "cancelled")
        return Planned(
            number=row.number,
            action=CANCELLED,
            title=next(saying.titles(row.fields), ""),
            date=str(row.fields.get("date", "")),
            id=found,
        )

    def carrying(
        self,
        row: Row,
        event: dict[str, Any],
        said: Saying,
    ) -> Planned:
        """Plan a row that holds a whole entry, and all that it refers to."""
        said.mentioned += self.links.needed(event)
        old = self.known.body(event["id"])
        self.once(event["id"], row)
        self.known.ids.add(event["id"])
        changed = None
        if old is not None:
            changed = {
                name: value for name, value in event.items() if old.get(name) != value
            }
            event = {**old, **changed}
        return planned(row, event, changed, said)

    def changing(
        self,
        row: Row,
        said: Saying,
        old: Mapping[str, Any],
    ) -> Planned:
        """Plan a row about an event that the database has: only what the row says otherwise."""
        changed = changes.differing(said.fields, old)
        event = {**old, **changed}
        self.once(event["id"], row)
        return planned(row, event, changed, said)

    def adding(
        self,
        row: Row,
        said: Saying,
        day: PartialDate | None,
    ) -> Planned:
        """Plan a row about a new event."""
        fields = said.fields
        if "category" not in fields and self.defaults.category:
            fields["category"] = self.defaults.category
        refuse_gaps(fields)
        assert day is not None
        self.cite(said)
        asked = own_id(row.fields.get("id"))
        before = 0 if asked else self.told_before(row, fields)
        if before:
            return left_out(row, "again", day.text, number=before)
        twin = next(iter(self.known.twins(fields["title"], day)), None)
        entry_id = asked or self.known.take(self.naming(fields["title"]), day)
        self.once(entry_id, row)
        self.known.ids.add(entry_id)
        event = {"id": entry_id, **fields}
        made = planned(row, event, None, said)
        return replace(made, twin=twin.id) if twin else made

    def told_before(
        self,
        row: Row,
        fields: Mapping[str, Any],
    ) -> int:
        """The number of an earlier row that says the very same, 0 when there is none."""
        key = hash(msgspec.json.encode(fields))
        before = self.equals.setdefault(key, row.number)
        return before if before != row.number else 0

    def naming(self, titles: Mapping[str, str]) -> str:
        """The title that an id is made of: the English one, which the packaged ones are made of,
        else that of the user, else any.
        """
        return (
            titles.get("en") or titles.get(self.defaults.lang) or next(iter(titles.values()))
        )

    def cite(self, said: Saying) -> None:
        """Put the sources of the defaults where a row has none; raises `NeedsSourceError`."""
        if "sources" not in said.fields:
            said.cite(self.links.sources(self.defaults.sources))
        if not said.fields.get("sources") and not self.defaults.no_source:
            raise NeedsSourceError()
        ids = [item["id"] for item in said.fields.get("sources", ())]
        for facet in said.fields["dates"]:
            facet.setdefault("sources", list(ids))


def planned(
    row: Row,
    event: Mapping[str, Any],
    changed: Mapping[str, Any] | None,
    said: Saying,
) -> Planned:
    """What becomes of a row that is taken in: a new event, or what it changes of a known one."""
    is_new = changed is None
    return Planned(
        number=row.number,
        sheet=row.sheet,
        action=ADDED if is_new else CHANGED if changed else SAME,
        title=next(iter(event["title"].values()), ""),
        date=changes.preferred(event["dates"]),
        id=event["id"],
        text=toml_writer.entry("events", event) if is_new else "",
        event=event if changed else None,
        changed=changed,
        companions=tuple(new_event.companions(said.mentioned)),
        remarks=(*row.remarks, *said.remarks),
    )


def left_out(
    row: Row,
    code: str,
    day: str = "",
    **facts: object,
) -> Planned:
    """What becomes of a row that is not taken in, though nothing is wrong with it."""
    return Planned(
        number=row.number,
        sheet=row.sheet,
        action=LEFT_OUT,
        title=next(saying.titles(row.fields), ""),
        date=day or str(row.fields.get("date", "")),
        remarks=(Remark(code, facts),),
        left_out=code,
    )


def carried(
    row: Row,
    said: Mapping[str, Any],
) -> dict[str, Any] | None:
    """The whole entry that a row of our own holds, with what the row itself says otherwise; None
    when it holds none.
    """
    entry = row.fields.get("entry")
    if not linking.is_entry("events", entry):
        return None
    assert isinstance(entry, dict)
    return {**entry, **changes.differing(said, entry)}


def own_id(text: object) -> str:
    """An id that may be kept; the number of a row is none, since any table has it."""
    found = str(text or "")
    return found if new_event.ID.match(found) and not found.isdecimal() else ""


def preferred(said: Mapping[str, Any]) -> PartialDate | None:
    """The date that an event goes by; None when a row tells none."""
    text = changes.preferred(said.get("dates", ()))
    return edtf.parse(text) if text else None


def refuse_gaps(said: Mapping[str, Any]) -> None:
    """Refuse a row that lacks a title, a date or a category; raises `RowRefusedError`."""
    for field, reason in (
        ("title", "no-title"),
        ("dates", "no-date"),
        ("category", "no-category"),
    ):
        if not said.get(field):
            raise RowRefusedError(reason=reason)
