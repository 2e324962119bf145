"""Decide what becomes of each row of an import: a new event, a change of a known one, nothing, or a
refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import (
    CATEGORIES,
    CONFIDENCES,
    FACET_KINDS,
    LANGUAGES,
    SCOPES,
    STATUSES,
    WEIGHTS,
)
from kzfr_cli.core.record import record
from kzfr_cli.editing import import_changes, new_event
from kzfr_cli.editing.import_files import Row
from kzfr_cli.editing.new_event import Companion, FoundEntry
from kzfr_cli.errors import (
    DuplicateIdError,
    InvalidDateError,
    KzfrError,
    NeedsOptionError,
    NeedsSourceError,
    UnknownWordError,
)
from kzfr_cli.languages import folding, typed
from kzfr_cli.locale import catalogue
from kzfr_cli.locale import vocabulary as words
from kzfr_cli.store.index.reading import Index

ADDED, CHANGED, SAME, REFUSED = "added", "changed", "unchanged", "refused"
ORGANISATIONS = ("organisation", "institution", "programme")
LINKED = {"places": ("place",), "people": ("person",), "organisations": ORGANISATIONS}


@record
class Defaults:
    """Say what holds for rows that do not say it themselves."""

    lang: str
    today: date
    day_first: bool = False
    category: str | None = None
    sources: tuple[str, ...] = ()
    no_source: bool = False
    new_names: bool = False


@record
class Planned:
    """Say what becomes of one row: the event as it will be, what is new in it, or why it is
    refused.
    """

    number: int
    action: str
    title: str
    date: str = ""
    id: str = ""
    event: Mapping[str, Any] | None = None
    changed: Mapping[str, Any] | None = None
    companions: tuple[Companion, ...] = ()
    error: KzfrError | None = None
    twin: str = ""


class Planner:
    """Plan the rows of one import, each with what those before it bring."""

    def __init__(self, index: Index, defaults: Defaults) -> None:
        self.index = index
        self.defaults = defaults
        self.ids: set[str] = set()
        self.new: dict[tuple[str, str], FoundEntry] = {}

    def plan(self, rows: Iterable[Row]) -> Iterator[Planned]:
        """Plan one row after the other."""
        for row in rows:
            try:
                yield self.row(row)
            except KzfrError as error:
                title = next(iter(self.words(row.fields, "title").values()), "")
                yield Planned(
                    number=row.number,
                    action=REFUSED,
                    title=title,
                    id=row.fields.get("id", ""),
                    error=error,
                )

    def row(self, row: Row) -> Planned:
        """Plan one row; raises what refuses it."""
        found: list[FoundEntry] = []
        said = self.said(row.fields, found)
        entry_id = row.fields.get("id", "")
        known = self.index.body("events", entry_id or self.told_already(said))
        if known is not None:
            return self.changing(row, said, known[1], found)
        return self.adding(row, said, entry_id, found)

    # ---- a known event

    def told_already(self, said: Mapping[str, Any]) -> str:
        """Find the event that a row without an id tells again: of the same title and date; no row
        before told it.
        """
        preferred = [
            item["value"] for item in said.get("dates", ()) if item["status"] == "preferred"
        ]
        if not said.get("title") or len(preferred) != 1:
            return ""
        for twin in new_event.twins(self.index, said["title"], edtf.parse(preferred[0])):
            is_same = (
                twin.preferred.value.text == preferred[0]
                and said["title"].items() <= twin.title.items()
            )
            if is_same and twin.id not in self.ids:
                return twin.id
        return ""

    def changing(
        self, row: Row, said: dict[str, Any], old: Mapping[str, Any], found: list[FoundEntry]
    ) -> Planned:
        """Plan a row about an event that the database has: only what the row says otherwise."""
        changed = import_changes.differing(said, old)
        event = {**old, **changed}
        self.once(event["id"])
        return Planned(
            number=row.number,
            action=CHANGED if changed else SAME,
            title=next(iter({**event["title"]}.values()), ""),
            date=import_changes.preferred(event["dates"]),
            id=event["id"],
            event=event,
            changed=changed,
            companions=tuple(new_event.companions(found)),
        )

    # ---- a new one

    def adding(
        self, row: Row, said: dict[str, Any], entry_id: str, found: list[FoundEntry]
    ) -> Planned:
        """Plan a row about a new event."""
        refuse_gaps(said)
        self.cite(said, found)
        value = edtf.parse(import_changes.preferred(said["dates"]))
        twin = next(iter(new_event.twins(self.index, said["title"], value)), None)
        event = {
            "id": entry_id
            if new_event.ID.match(entry_id)
            else self.proposed(said["title"], value),
            **said,
        }
        self.once(event["id"])
        return Planned(
            number=row.number,
            action=ADDED,
            title=next(iter(said["title"].values())),
            date=value.text,
            id=event["id"],
            event=event,
            companions=tuple(new_event.companions(found)),
            twin=twin.id if twin else "",
        )

    def cite(self, said: dict[str, Any], found: list[FoundEntry]) -> None:
        """Put the sources of the defaults where a row has none; raises `NeedsSourceError`."""
        if "sources" not in said:
            said |= self.cited(self.defaults.sources, found)
        if not said.get("sources") and not self.defaults.no_source:
            raise NeedsSourceError()
        ids = [item["id"] for item in said.get("sources", ())]
        for facet in said["dates"]:
            facet.setdefault("sources", list(ids))

    def proposed(self, titles: Mapping[str, str], value: PartialDate) -> str:
        """Propose an id that neither the database nor an earlier row has."""
        title = (
            titles.get("en") or titles.get(self.defaults.lang) or next(iter(titles.values()))
        )
        return new_event.propose(
            title,
            value,
            lambda entry_id: (
                entry_id in self.ids or new_event.is_taken(self.index, "events", entry_id)
            ),
        )

    def once(self, entry_id: str) -> None:
        """Refuse a second row about one event."""
        if entry_id in self.ids:
            raise DuplicateIdError(id=entry_id)
        self.ids.add(entry_id)

    # ---- what a row says

    def said(self, fields: Mapping[str, Any], found: list[FoundEntry]) -> dict[str, Any]:
        """Read a row as the fields of an event; raises what refuses one of them."""
        said: dict[str, Any] = {}
        if category := self.category(fields):
            said["category"] = category
        for field, allowed in (("scope", SCOPES), ("confidence", CONFIDENCES)):
            if fields.get(field):
                said[field] = chosen(field, fields[field], allowed)
        if fields.get("weight"):
            said["weight"] = int(chosen("weight", str(fields["weight"]), map(str, WEIGHTS)))
        for field in ("title", "summary"):
            if texts := self.words(fields, field):
                said[field] = texts
        said |= self.linked(fields, found)
        if fields.get("sources"):
            said |= self.cited(fields["sources"], found)
        if dates := self.dates(fields):
            said["dates"] = dates
        return said

    def words(self, fields: Mapping[str, Any], name: str) -> dict[str, str]:
        """Gather a text in its languages."""
        found = {
            key.partition(".")[2]: str(text)
            for key, text in fields.items()
            if key.startswith(f"{name}.")
        }
        if not found and fields.get(name):
            code = str(fields.get("language", ""))
            found = {
                code
                if code.isalpha() and code.islower() and 2 <= len(code) <= 3
                else self.defaults.lang: str(fields[name])
            }
        elif fields.get(name) and name == "summary":
            found.setdefault(
                str(fields.get("language", self.defaults.lang)), str(fields[name])
            )
        return found

    def category(self, fields: Mapping[str, Any]) -> str:
        """Read the category by its name or its word in any language; a calendar's words may be
        something else.
        """
        if asked := fields.get("category"):
            return chosen("category", str(asked), CATEGORIES, words.CATEGORIES)
        for word in fields.get("words", ()):
            if found := known_word(word, CATEGORIES, words.CATEGORIES):
                return found
        return self.defaults.category or ""

    def linked(self, fields: Mapping[str, Any], found: list[FoundEntry]) -> dict[str, Any]:
        """Find the ids of names and tags."""
        said: dict[str, Any] = {}
        for field, kinds in LINKED.items():
            if fields.get(field):
                said[field] = [self.name(kinds, text, found) for text in fields[field]]
        if fields.get("tags"):
            said["tags"] = [self.tag(text, found) for text in fields["tags"]]
        if location := fields.get("location"):
            known = new_event.known_name(self.index, ("place",), location)
            said |= {"places": [known]} if known else {}
        return said

    def name(self, kinds: tuple[str, ...], text: str, found: list[FoundEntry]) -> str:
        """Find a name, new ones of earlier rows included."""
        key = (kinds[0], folding.fold(text))
        if key not in self.new:
            self.new[key] = new_event.name(
                self.index, kinds, text, self.defaults.lang, new=self.defaults.new_names
            )
        found.append(self.new[key])
        return self.new[key].id

    def tag(self, text: str, found: list[FoundEntry]) -> str:
        """Find a tag."""
        key = ("tag", folding.fold(text))
        if key not in self.new:
            self.new[key] = new_event.tag(
                self.index, text, self.defaults.lang, new=self.defaults.new_names
            )
        found.append(self.new[key])
        return self.new[key].id

    def cited(self, texts: Iterable[str], found: list[FoundEntry]) -> dict[str, Any]:
        """Find the sources."""
        ids = []
        for text in texts:
            key = ("source", text)
            if key not in self.new:
                self.new[key] = new_event.source(self.index, text)
            found.append(self.new[key])
            ids.append(self.new[key].id)
        return (
            {"sources": [{"id": entry_id} for entry_id in dict.fromkeys(ids)]} if ids else {}
        )

    def dates(self, fields: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Read the dated sides, or the one date; raises what refuses a date."""
        if isinstance(fields.get("dates"), list):
            language = str(fields.get("language", self.defaults.lang))
            return [
                facet
                for item in fields["dates"]
                if isinstance(item, dict)
                for facet in self.facet(item, language)
            ]
        if not (text := str(fields.get("date", ""))):
            return []
        kind = (
            known_word(str(fields.get("kind", "")), FACET_KINDS, words.KINDS) or "occurred"
        )
        facet: dict[str, Any] = {
            "kind": kind,
            "value": self.date(text).text,
            "status": "preferred",
        }
        if fields.get("note"):
            facet["note"] = {self.defaults.lang: str(fields["note"])}
        return [facet]

    def facet(self, item: Mapping[str, Any], language: str) -> Iterator[dict[str, Any]]:
        """Read one dated side as `kzfr timeline --format json` writes it."""
        facet: dict[str, Any] = {
            "kind": chosen("kind", str(item.get("kind", "occurred")), FACET_KINDS),
            "value": self.date(str(item.get("value", ""))).text,
            "status": chosen("status", str(item.get("status", "preferred")), STATUSES),
        }
        if isinstance(item.get("sources"), list):
            facet["sources"] = [str(entry_id) for entry_id in item["sources"]]
        if note := item.get("note"):
            facet["note"] = dict(note) if isinstance(note, dict) else {language: str(note)}
        if item.get("wording"):
            facet["wording"] = str(item["wording"])
        yield facet

    def date(self, text: str) -> PartialDate:
        """Read a date as the database writes it or as people type it."""
        try:
            return edtf.parse(text.strip())
        except InvalidDateError:
            return typed.parse(text, self.defaults.today, self.defaults.day_first)


# ---- words


def chosen(
    what: str, word: str, known: Iterable[str], labels: Mapping[str, str] | None = None
) -> str:
    """Read one of a few words; raises `UnknownWordError`."""
    if found := known_word(word, known, labels or {}):
        return found
    raise UnknownWordError(what=what, word=word, near=tuple(known))


def known_word(word: str, known: Iterable[str], labels: Mapping[str, str]) -> str:
    """Find a word by itself or by what it is called in one of the languages; empty when it is
    none.
    """
    wanted = folding.fold(word)
    for name in known:
        said = [
            name,
            *(
                catalogue.load(lang).text(labels[name])
                for lang in LANGUAGES
                if name in labels
            ),
        ]
        if wanted and wanted in map(folding.fold, said):
            return name
    return ""


# ---- what is the same


def refuse_gaps(said: Mapping[str, Any]) -> None:
    """Refuse a row that lacks a title, a date or a category; raises `NeedsOptionError`."""
    options = {"title": "title", "dates": "date", "category": "category"}
    if missing := [option for field, option in options.items() if not said.get(field)]:
        raise NeedsOptionError(options=", ".join(missing))
