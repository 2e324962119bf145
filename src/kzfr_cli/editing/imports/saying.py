"""What one row says, as the fields of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import (
    CATEGORIES,
    CONFIDENCES,
    FACET_KINDS,
    SCOPES,
    STATUSES,
    WEIGHTS,
)
from kzfr_cli.core.record import record
from kzfr_cli.editing.imports import dating, linking
from kzfr_cli.editing.imports.known import Words
from kzfr_cli.editing.imports.linking import LINKED, Links
from kzfr_cli.editing.imports.rows import Remark
from kzfr_cli.editing.new_event import FoundEntry
from kzfr_cli.errors import (
    KzfrError,
    UnknownWordError,
    UnreadableDateError,
)
from kzfr_cli.languages import language
from kzfr_cli.languages.typed_figures import Habits
from kzfr_cli.locale import vocabulary

LABELS: Mapping[str, Mapping[str, str]] = {
    "category": vocabulary.CATEGORIES,
    "kind": vocabulary.KINDS,
}
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "category": CATEGORIES,
    "kind": FACET_KINDS,
    "scope": SCOPES,
    "confidence": CONFIDENCES,
    "status": STATUSES,
    "weight": tuple(map(str, WEIGHTS)),
}


@record
class Defaults:
    """What holds for rows that do not say it themselves."""

    lang: str
    habits: Habits
    category: str | None = None
    sources: tuple[str, ...] = ()
    no_source: bool = False
    new_names: bool = False

    @property
    def has_source(self) -> bool:
        """Return whether a row need not say how its event is known."""
        return self.no_source or bool(self.sources)


class Saying:
    """What a row says: its `fields` as those of an event, what it mentions, what is left
    out of it.
    """

    def __init__(
        self,
        row: Mapping[str, Any],
        links: Links,
        defaults: Defaults,
    ) -> None:
        self.row = row
        self.links = links
        self.defaults = defaults
        self.mentioned: list[FoundEntry] = []
        self.remarks: list[Remark] = []
        self.fields: dict[str, Any] = {}
        self.in_languages = [key for key in row if "." in key]
        self.read()

    def read(self) -> None:
        """Read every field; raises what refuses one of them."""
        row = self.row
        self.put("category", self.category())
        for field in ("scope", "confidence"):
            if row.get(field):
                self.put(field, chosen(field, str(row[field])))
        if row.get("weight"):
            self.put("weight", int(chosen("weight", str(row["weight"]))))
        for field in ("title", "summary"):
            self.put(field, self.worded(field))
        self.put("uid", str(row.get("uid", "")))
        self.read_links()
        self.put("dates", self.dates())

    def put(
        self,
        field: str,
        value: Any,
    ) -> None:
        """Keep a field that says something."""
        if value:
            self.fields[field] = value

    # ---- words

    def worded(self, name: str) -> dict[str, str]:
        """A text in its languages; one without a language is in that of its letters."""
        found = {
            key.partition(".")[2]: str(self.row[key])
            for key in self.in_languages
            if key.startswith(f"{name}.")
        }
        plain = str(self.row.get(name) or "")
        if plain and plain not in found.values():
            found.setdefault(self.language_of(plain), plain)
        return found

    def language_of(self, text: str) -> str:
        """The language of a text: the one that the row names, else that of its letters."""
        code = str(self.row.get("language", "")).casefold()
        if code.isalpha() and code.isascii() and 2 <= len(code) <= 3:
            return code
        lang = self.defaults.lang
        is_cyrillic = language.is_cyrillic(text)
        if is_cyrillic == (lang in language.WRITTEN_IN_CYRILLIC):
            return lang
        return language.guess(text, default="en")

    def category(self) -> str:
        """The category by its name or its word in any language; words that may be something else
        are tried.
        """
        asked = str(self.row.get("category") or "")
        if asked:
            found = words("category").find(asked)
            if not found and not self.defaults.category:
                return chosen("category", asked)
            if not found:
                self.remarks.append(Remark("no-category", {"text": asked}))
            return found
        soft = [*self.row.get("words", ()), str(self.row.get("kind", ""))]
        return next(filter(None, map(words("category").find, soft)), "")

    # ---- links

    def read_links(self) -> None:
        """Find the names, tags and sources; raises what refuses one of them."""
        for field in LINKED:
            if self.row.get(field):
                self.mention(field, self.links.names(field, self.row[field]))
        if self.row.get("tags"):
            self.mention("tags", self.links.tags(self.row["tags"]))
        if location := self.row.get("location"):
            self.locate(str(location))
        if self.row.get("sources"):
            found, left_out = linking.known_sources(
                self.links, self.row["sources"], lenient=self.defaults.has_source
            )
            self.remarks += left_out
            self.cite(found)

    def mention(
        self,
        field: str,
        found: list[FoundEntry],
    ) -> None:
        """Keep the ids of what is mentioned."""
        self.mentioned += found
        self.fields[field] = linking.ids(found)

    def locate(self, text: str) -> None:
        """Keep the place that an address names, if the database knows it."""
        place = self.links.place(text)
        if place is None:
            self.remarks.append(Remark("no-place", {"text": text}))
        else:
            self.fields["places"] = [place.id]

    def cite(self, found: list[FoundEntry]) -> None:
        """Keep the sources."""
        self.mentioned += found
        self.put("sources", [{"id": entry_id} for entry_id in linking.ids(found)])

    # ---- dates

    def dates(self) -> list[dict[str, Any]]:
        """The dated sides, or the one date; raises what refuses a date."""
        if isinstance(self.row.get("dates"), list):
            sides = [item for item in self.row["dates"] if isinstance(item, dict)]
            return [self.facet(item) for item in sides]
        value = self.displayed() or dating.read(self.row, self.defaults.habits)
        if value is None:
            return []
        kind = words("kind").find(str(self.row.get("kind", ""))) or "occurred"
        facet: dict[str, Any] = {"kind": kind, "value": value.text, "status": "preferred"}
        if self.row.get("note"):
            facet["note"] = {self.defaults.lang: str(self.row["note"])}
        return [facet]

    def displayed(self) -> PartialDate | None:
        """The date in words that a timeline shows, where it says how far the one in figures is
        known.
        """
        text = str(self.row.get("display") or "")
        if not text:
            return None
        try:
            shown = dating.one(text, self.defaults.habits)
            value = dating.read(self.row, self.defaults.habits)
        except KzfrError:
            return None
        if value is None or (shown.earliest, shown.latest) != (value.earliest, value.latest):
            return None
        return shown

    def facet(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """One dated side as `kzfr timeline --format json` writes it."""
        text = str(item.get("value", "")).strip()
        if not text:
            raise UnreadableDateError(text=text)
        facet: dict[str, Any] = {
            "kind": chosen("kind", str(item.get("kind", "occurred"))),
            "value": dating.one(text, self.defaults.habits).text,
            "status": chosen("status", str(item.get("status", "preferred"))),
        }
        if isinstance(item.get("sources"), list):
            facet["sources"] = [str(source) for source in item["sources"]]
        if note := item.get("note"):
            facet["note"] = dict(note) if isinstance(note, dict) else self.noted(str(note))
        if item.get("wording"):
            facet["wording"] = str(item["wording"])
        return facet

    def noted(self, note: str) -> dict[str, str]:
        """A note in the language of its row."""
        return {str(self.row.get("language", self.defaults.lang)): note}


@cache
def words(what: str) -> Words:
    """The words of a field that takes a few."""
    return Words(ALLOWED[what], LABELS.get(what, {}))


def chosen(
    what: str,
    word: str,
) -> str:
    """Read one of a few words; raises `UnknownWordError`."""
    if found := words(what).find(word):
        return found
    raise UnknownWordError(what=what, word=word, near=ALLOWED[what])


def titles(row: Mapping[str, Any]) -> Iterator[str]:
    """The titles of a row, whatever else is wrong with it."""
    for key, text in row.items():
        if key.partition(".")[0] == "title" and text:
            yield str(text)
