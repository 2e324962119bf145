"""Find entries by what a person calls them, and what they may have meant when there is none."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.event import Name
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.languages import folding
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

NEAR = 3
NAMED = ("events", "names", "figures", "indicators", "sources")


def place(index: Index, text: str) -> str:
    """Find the id of a place by its id or any spelling of its name; raises `UnknownWordError`."""
    if (found := index.name(text)) is not None and found.kind == "place":
        return found.id
    wanted = folding.fold(text)
    places = [records.name(entry) for entry in index.all("names", "place")]
    for item in places:
        if wanted == item.id or any(folding.fold(form) == wanted for form in forms(item)):
            return item.id
    known = {folding.fold(form): item.id for item in places for form in forms(item)}
    raise UnknownWordError(
        what="place",
        word=text,
        near=tuple(dict.fromkeys(known[key] for key in near(wanted, known))),
    )


def tag(index: Index, text: str) -> str:
    """Find the id of a tag by its id or its label in any language; raises `UnknownWordError`."""
    if index.rows("SELECT 1 FROM tag_links WHERE tag = ? LIMIT 1", (text,)):
        return text
    wanted = folding.fold(text)
    tags = [records.tag(entry) for entry in index.all("tags")]
    for item in tags:
        if wanted in (
            folding.fold(item.id),
            *(folding.fold(label) for label in item.label.values()),
        ):
            return item.id
    used = [id for (id,) in index.rows("SELECT DISTINCT tag FROM tag_links ORDER BY tag")]
    raise UnknownWordError(what="tag", word=text, near=near(text, used))


def forms(name: Name) -> list[str]:
    """List every spelling of a name, its acronyms and former names included."""
    listed = [*name.label.values(), *name.acronyms]
    for spellings in name.spellings.values():
        listed += spellings
    for period in name.periods:
        listed += period.label.values()
    return listed


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """List the known words that look most like a word, best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    scored = process.extract(
        word, list(known), scorer=JaroWinkler.similarity, limit=NEAR, score_cutoff=0.75
    )
    return tuple(found for found, _, _ in scored)


def near_ids(index: Index, id: str) -> tuple[str, ...]:
    """List the ids of entries of any kind but tags that look most like one that does not exist."""
    return near(id, [known for kind in NAMED for known in index.all_ids(kind)])
