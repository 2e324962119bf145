"""What a new event needs to know of the database: a free id, its likes, the ids of what it
names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Words
from kzfr_cli.core.record import pair, record
from kzfr_cli.doctor import duplicates
from kzfr_cli.errors import MisspeltNameError, UnknownWordError
from kzfr_cli.languages import folding, language
from kzfr_cli.queries import lookups
from kzfr_cli.search import engine
from kzfr_cli.search.candidates import Scope
from kzfr_cli.store import records, schema
from kzfr_cli.store.index.reading import Index

ID = re.compile(schema.ID)
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHE = re.compile(r"[’'ʼ]")
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST_ID = 60
"""Letters of a proposed id, cut between words; the packaged ones have 15 to 60."""

SURE = 0.9
"""Likeness (Jaro-Winkler) from which an unknown name is taken for a misspelt one rather than a new
one.
"""

LIKES = 5
"""Events at most that are shown as possibly the same."""


@pair
class Companion:
    """Hold an entry that has to be written with the event because nothing defines it yet."""

    kind: str
    fields: Mapping[str, Any]


@record
class FoundEntry:
    """The id that a word stands for, and its new entry when the database has none."""

    id: str
    companion: Companion | None = None


# ---- ids


def slug(text: str, silent: frozenset[str] | None = None) -> str:
    """Write a text as an id: Latin letters, digits and hyphens."""
    words = WORD.findall(in_latin(APOSTROPHE.sub(" ", text)).lower())
    left_out = language.union("ids", "silent") if silent is None else silent
    kept = [word for word in words if word not in left_out] or words
    result = ""
    for word in kept:
        if len(result) + len(word) >= LONGEST_ID and result:
            break
        result = f"{result}-{word[:LONGEST_ID]}" if result else word[:LONGEST_ID]
    return result


def in_latin(text: str) -> str:
    """Write a text with the letters of ASCII."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return anyascii(text)


def propose(
    title: str,
    value: PartialDate,
    taken: Callable[[str], bool],
) -> str:
    """Propose a free id for an event, of its title and year."""
    return free(base_id(title, value), taken)


def base_id(title: str, value: PartialDate) -> str:
    """The id of an event by its title and year, taken or not."""
    day = value.earliest or value.latest
    year = str(day.year) if day else ""
    base = slug(title) or "event"
    return f"{base}-{year}" if year and year not in base.split("-") else base


def free(base: str, taken: Callable[[str], bool]) -> str:
    """Return an id that is not taken: itself, or with the first number that makes it free."""
    if not taken(base):
        return base
    number = 2
    while taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"


def is_taken(
    index: Index,
    kind: str,
    entry_id: str,
) -> bool:
    """Return whether an entry of a kind has or had an id."""
    return (
        index.body(kind, entry_id) is not None or index.formerly(kind, entry_id) is not None
    )


# ---- events like it


def twins(
    index: Index,
    titles: Mapping[str, str],
    value: PartialDate,
) -> list[Event]:
    """List the events of the same date with nearly the same title: the very rule of `kzfr
    validate`.
    """
    numbers = index.rows(
        "SELECT no FROM events WHERE earliest = ? AND latest = ?",
        (
            value.earliest.isoformat() if value.earliest else "",
            value.latest.isoformat() if value.latest else "9999-99-99",
        ),
    )
    return [
        event
        for event in index.events(number for (number,) in numbers)
        if are_alike(event.title, titles)
    ]


def are_alike(one: Words, other: Words) -> bool:
    """Return whether two events have nearly the same title in any language that both have."""
    return any(
        duplicates.are_near(
            duplicates.folded(one[lang]), duplicates.folded(other[lang]), duplicates.SAME_DAY
        )
        for lang in one.keys() & other.keys()
    )


def likes(
    index: Index,
    title: str,
    value: PartialDate,
) -> list[Event]:
    """List the events of the same year that a search for the title finds, the best first."""
    first, last = value.earliest or value.latest, value.latest or value.earliest
    years = (
        (f"{last.year:04}-12-31", f"{first.year:04}-01-01")
        if first and last
        else ("9999", "")
    )
    found = engine.search(
        index.connection,
        title,
        Scope(restrict="earliest <= ? AND latest >= ?", parameters=years),
        limit=LIKES,
    )
    return index.events(hit.number for hit in found.hits or found.near)


# ---- what it names


def name(
    index: Index,
    kinds: tuple[str, ...],
    text: str,
    lang: str,
    *,
    new: bool,
) -> FoundEntry:
    """Find a name by its id or any of its spellings; an unknown one is made an entry of the first
    of `kinds`.

    Raises `UnknownWordError` when it looks like a known one, unless `new` insists.
    """
    spelt = spellings(index, kinds)
    wanted = folding.fold(text)
    if known := known_name(index, kinds, text):
        return FoundEntry(id=known)
    refuse_misspelt(text, wanted, spelt, "place" if kinds[0] == "place" else "name", new)
    entry_id = free(
        text if ID.match(text) else slug(text, frozenset()) or "name",
        lambda entry_id: is_taken(index, "names", entry_id),
    )
    return FoundEntry(
        id=entry_id,
        companion=Companion(
            "names", {"id": entry_id, "kind": kinds[0], "label": labels(text, lang)}
        ),
    )


def known_name(
    index: Index,
    kinds: tuple[str, ...],
    text: str,
) -> str | None:
    """Find the id of a name by itself or by any of its spellings."""
    if (known := index.name(text)) is not None and known.kind in kinds:
        return known.id
    return spellings(index, kinds).get(folding.fold(text))


@lru_cache(maxsize=8)
def spellings(index: Index, kinds: tuple[str, ...]) -> dict[str, str]:
    """Map every folded spelling of the names of some kinds to its id."""
    spelt: dict[str, str] = {}
    for kind in kinds:
        for item in map(records.name, index.all("names", kind)):
            spelt |= {
                folding.fold(form): item.id for form in (item.id, *lookups.forms(item))
            }
    return spelt


def tag(
    index: Index,
    text: str,
    lang: str,
    *,
    new: bool,
) -> FoundEntry:
    """Find a tag by its id or label; an unknown one is made an entry, as `name` does."""
    known = {
        folding.fold(form): item.id
        for item in map(records.tag, index.all("tags"))
        for form in (item.id, *item.label.values())
    }
    wanted = folding.fold(text)
    if wanted in known:
        return FoundEntry(id=known[wanted])
    refuse_misspelt(text, wanted, known, "tag", new)
    entry_id = text if ID.match(text) else slug(text, frozenset()) or "tag"
    return FoundEntry(
        id=entry_id,
        companion=Companion("tags", {"id": entry_id, "label": labels(text, lang)}),
    )


def labels(text: str, lang: str) -> dict[str, str]:
    """Label a new name in the language of the user and in the two that every packaged name has."""
    words = text.replace("-", " ") if ID.match(text) else text
    return dict.fromkeys(dict.fromkeys((lang, "fr", "en")), words)


def refuse_misspelt(
    text: str,
    wanted: str,
    known: Mapping[str, str],
    what: str,
    new: bool,
) -> None:
    """Refuse a word that is nearly a known one; raises `MisspeltNameError`."""
    if new or not known:
        return
    from rapidfuzz.distance import JaroWinkler

    near = tuple(
        dict.fromkeys(
            known[form]
            for form in lookups.near(wanted, known)
            if JaroWinkler.similarity(wanted, form) >= SURE
        )
    )
    if near:
        raise MisspeltNameError(what=what, word=text, near=near)


def source(index: Index, text: str) -> FoundEntry:
    """Find a source by its id or address; an address that no source has is made one; raises
    `UnknownWordError`.
    """
    if index.source(text) is not None:
        return FoundEntry(id=text)
    if not ADDRESS.fullmatch(text):
        raise UnknownWordError(
            what="source", word=text, near=lookups.near(text, index.all_ids("sources"))
        )
    if known := same_page(index, text):
        return FoundEntry(id=known)
    entry_id = free(source_id(text), lambda entry_id: is_taken(index, "sources", entry_id))
    return FoundEntry(
        id=entry_id,
        companion=Companion(
            "sources", {"id": entry_id, "title": title_of(text), "url": text}
        ),
    )


def same_page(index: Index, url: str) -> str | None:
    """Find the source of a page; http, www, a final slash and a fragment make no other page."""
    return pages(index).get(duplicates.page(url))


@lru_cache(maxsize=2)
def pages(index: Index) -> dict[str, str]:
    """Map the page of every source to its id."""
    return {
        duplicates.page(known["url"]): known["id"]
        for known in index.all("sources")
        if known.get("url")
    }


def source_id(url: str) -> str:
    """Propose the id of a page: the name of its site and the last words of its path."""
    parts = urlsplit(url)
    site = (parts.hostname or "page").removeprefix("www.").rsplit(".", 1)[0]
    last = next((part for part in reversed(parts.path.split("/")) if part), "").rsplit(
        ".", 1
    )[0]
    return slug(f"{site} {last}") or "source"


def title_of(url: str) -> str:
    """Name a page of which only the address is known."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}" or url


def companions(found: Iterable[FoundEntry]) -> list[Companion]:
    """List the entries that have to be written with an event, each once."""
    by_id = {
        (item.companion.kind, item.id): item.companion for item in found if item.companion
    }
    return list(by_id.values())
