"""Find entries by what a person calls them, and what they may have meant when there is none."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.event import OFFICES, Event, Name, Office, Tag
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.languages import folding
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

NEAR = 3
ROLES = {
    "place": ("place",),
    "person": ("person",),
    "organisation": ("organisation", "institution", "programme"),
}
"""The kinds of names that play a role in events."""

NAMED = ("events", "names", "figures", "indicators", "sources")


def name(
    index: Index,
    role: str,
    text: str,
) -> str:
    """Find the id of a name that plays a role, by its id or any spelling; raises
    `UnknownWordError`.
    """
    kinds = ROLES[role]
    if (found := index.name(text)) is not None and found.kind in kinds:
        return found.id
    known = spelt(index, kinds)
    wanted = folding.fold(text)
    if wanted in known:
        return known[wanted]
    close = dict.fromkeys(known[spelling] for spelling in near(wanted, known))
    raise UnknownWordError(what=role, word=text, near=tuple(close))


def spelt(index: Index, kinds: Iterable[str]) -> dict[str, str]:
    """The ids of the names of some kinds by each folded spelling, the first of a spelling
    winning.
    """
    known: dict[str, str] = {}
    for kind in kinds:
        for entry in index.all("names", kind):
            item = records.name(entry)
            known.setdefault(item.id, item.id)
            for form in forms(item):
                known.setdefault(folding.fold(form), item.id)
    return known


def tag(index: Index, text: str) -> str:
    """Find the id of a tag by its id or its label in any language; raises `UnknownWordError`."""
    if found := tag_of(index, text):
        return found
    rows = index.rows("SELECT DISTINCT tag FROM tag_links ORDER BY tag")
    used = [known for (known,) in rows]
    raise UnknownWordError(what="tag", word=text, near=near(text, used))


def tag_of(index: Index, text: str) -> str | None:
    """Find the id of a tag by its id or its label in any language; None when there is none."""
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
    return None


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
    from rapidfuzz import distance, process

    scorer = distance.JaroWinkler.similarity
    scored = process.extract(word, list(known), scorer=scorer, limit=NEAR, score_cutoff=0.75)
    return tuple(found for found, _, _ in scored)


def within(
    word: str,
    known: Iterable[str],
    edits: int,
) -> tuple[str, ...]:
    """List the known words that so many edits make of a word, the nearest first; two neighbours
    that changed places are one edit.
    """
    from rapidfuzz import distance

    counted = {each: distance.OSA.distance(word, each, score_cutoff=edits) for each in known}
    found = [each for each, count in counted.items() if count <= edits]
    return tuple(sorted(found, key=counted.__getitem__))


def near_ids(index: Index, entry_id: str) -> tuple[str, ...]:
    """List the ids of entries of any kind but tags that look most like one that does not exist."""
    return near(entry_id, [known for kind in NAMED for known in index.all_ids(kind)])


def events_of_name(index: Index, name: str) -> list[Event]:
    """The events that a name is linked to, in the order of time."""
    rows = index.rows(
        "SELECT no FROM events WHERE no IN (SELECT event FROM links WHERE name = ?)"
        " ORDER BY sort, no",
        (name,),
    )
    return index.events(number for (number,) in rows)


def namesakes(index: Index, name: Name) -> list[tuple[Name, int]]:
    """The bodies and programmes whose labels hold that of a body as a word, each with the number of
    its events.
    """
    if name.kind not in ROLES["organisation"]:
        return []
    word = next(iter(name.label.values()), "")
    rows = index.rows(
        "SELECT id, (SELECT count(*) FROM links WHERE links.name = entries.id) FROM entries"
        " WHERE kind = 'names' AND visible AND body LIKE ? AND id <> ?",
        (f"%{word}%", name.id),
    )
    found = [(other, count) for entry_id, count in rows if (other := index.name(entry_id))]
    return [(other, count) for other, count in found if holds(other, name)]


def holds(other: Name, name: Name) -> bool:
    """Return whether a label of another name holds the label of a name as words."""
    own = {f" {' '.join(folding.words(label))} " for label in name.label.values()}
    longer = [f" {' '.join(folding.words(label))} " for label in other.label.values()]
    return other.kind in ROLES["organisation"] and any(
        word in label for word in own for label in longer
    )


def steps(index: Index, entry_id: str) -> list[Event]:
    """The steps or editions of an event or a name, in the order of time."""
    rows = index.rows(
        "SELECT no FROM events WHERE of <> '' AND of = ? ORDER BY sort, no", (entry_id,)
    )
    return index.events(number for (number,) in rows)


def holders(index: Index, name_id: str) -> list[tuple[Name, Office]]:
    """Who held the offices of a state or body, or was sent to it, by office, then in the order of
    time.
    """
    found = [
        (name, office)
        for name in map(records.name, index.all("names", parent="person"))
        for office in name.offices
        if name_id in (office.of, office.at)
    ]
    return sorted(found, key=_rank)


def _rank(held: tuple[Name, Office]) -> tuple[int, str, int]:
    office = held[1]
    day = office.start.sort_key()[0] if office.start else 0
    return OFFICES.index(office.office), office.of, day


def complete_sets(index: Index) -> list[tuple[Tag, int]]:
    """The tags whose events are all there are, each with the number of its events."""
    tags = [tag for tag in map(records.tag, index.all("tags")) if tag.complete]
    counted = "SELECT count(*) FROM tag_links WHERE tag = ?"
    return [(tag, index.rows(counted, (tag.id,))[0][0]) for tag in tags]
