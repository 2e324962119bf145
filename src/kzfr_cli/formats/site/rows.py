"""What the lists of a site show of each event, and which events stand under which heading."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kzfr_cli.core.event import LANDMARK, NOTABLE
from kzfr_cli.core.kinds import CATEGORIES
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import visible
from kzfr_cli.formats.site import packing, places, shards
from kzfr_cli.views.pages import PageEvent, Texts

HEAD = 2_000
"""Events of the first part of the rows, which a page reads before anything is asked."""

BLOCK = 40
"""Events of any other part: what is found stands in several."""

FIRST_YEAR = 10_000
"""Is added to a year, that none is below nothing."""

ORDER = {category.name: number for number, category in enumerate(CATEGORIES)}
ROLES = ("person", "place", "organisation")


@pair
class ListedEvent:
    """An event in a list; `languages` are those that its title is really in, `is_page` whether it
    has a page: not with an id that is no name of a file.
    """

    id: str
    titles: Texts
    languages: Texts
    words: Texts
    category: str
    year: str
    last: str
    disputed: bool
    weight: int
    is_page: bool


def row(seen: PageEvent, weight: int) -> ListedEvent:
    """Keep of an event what lists show."""
    return ListedEvent(
        seen.id,
        {lang: visible(text) for lang, text in seen.titles.items()},
        seen.languages,
        {lang: visible(text) for lang, text in seen.words.items()},
        seen.category,
        year_of(seen.earliest or seen.latest),
        year_of(seen.latest or seen.earliest),
        seen.disputed,
        weight,
        places.is_safe(seen.id),
    )


def year_of(day: str | None) -> str:
    """Return the year of an ISO day; of none, the year 0."""
    return (day or "0000")[: 5 if day and day.startswith("-") else 4]


class Register:
    """The events in the order of time, with the places in it of those of each year, category and
    name.
    """

    def __init__(self) -> None:
        self.all: list[ListedEvent] = []
        self.years: dict[str, array[int]] = {}
        self.categories: dict[str, array[int]] = {}
        self.names: dict[tuple[str, str], array[int]] = {}
        self.tags: dict[str, array[int]] = {}
        self.labels: dict[str, Texts] = {}
        self.subjects: dict[str, Texts] = {}

    def add(
        self,
        seen: PageEvent,
        weight: int,
    ) -> None:
        """Keep the next event."""
        made, place = row(seen, weight), len(self.all)
        self.all.append(made)
        self.years.setdefault(made.year, array("L")).append(place)
        self.categories.setdefault(made.category, array("L")).append(place)
        for item in seen.linked:
            self.labels.setdefault(item.id, item.labels)
            self.names.setdefault((item.role, item.id), array("L")).append(place)
        for entry_id, texts in zip(seen.tag_ids, seen.tags, strict=True):
            self.subjects.setdefault(entry_id, texts)
            self.tags.setdefault(entry_id, array("L")).append(place)

    def of(self, found: Iterable[int]) -> list[ListedEvent]:
        """The rows at some places."""
        return [self.all[place] for place in found]

    def weightiest(
        self,
        found: Sequence[int],
        most: int,
    ) -> list[ListedEvent]:
        """The weightiest rows at some places, in the order of time."""
        kept = sorted(found, key=lambda place: -self.all[place].weight)[:most]
        return self.of(sorted(kept))

    def named(self, role: str) -> list[tuple[str, int]]:
        """The names of a role with the number of their events, those with the most first."""
        found = [
            (name, len(events))
            for (kind, name), events in self.names.items()
            if kind == role
        ]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def linked(self, name: str) -> list[int]:
        """The places of the events of a name, in whatever role."""
        found = (self.names.get((role, name), ()) for role in ROLES)
        return sorted({place for events in found for place in events})


def ranked(weights: Sequence[int]) -> list[int]:
    """Return the number of each event, the weightiest first, of one weight the earlier."""
    order = sorted(range(len(weights)), key=lambda place: -weights[place])
    ranks = [0] * len(order)
    for rank, place in enumerate(order):
        ranks[place] = rank
    return ranks


def sizes() -> dict[str, int]:
    """The numbers of events in the first part of the rows and in any other."""
    return {"head": HEAD, "block": BLOCK}


def placed(lengths: Sequence[int], counts: tuple[int, int]) -> list[int]:
    """Return the numbers of the events in the order of their rows: the weightiest first, as `heads`
    counts them, of one weight those with the shortest titles, which most answers begin with.
    """
    landmarks, notable = counts

    def kind(number: int) -> tuple[int, int]:
        return (number >= landmarks) + (number >= notable), lengths[number]

    return sorted(range(len(lengths)), key=kind)


def files(rows: Sequence[ListedEvent], lang: str) -> Iterator[tuple[str, bytes]]:
    """Write the rows of a language in parts."""
    starts = [0, *range(HEAD, len(rows), BLOCK)]
    for number, (start, end) in enumerate(pairwise([*starts, len(rows)])):
        part = [
            [
                item.id if item.is_page else "",
                item.titles[lang],
                item.words[lang],
                ORDER[item.category],
            ]
            + ([item.languages[lang]] if item.languages[lang] != lang else [])
            for item in rows[start:end]
        ]
        yield shards.script(f"rows-{number}", part)


def columns(rows: Sequence[ListedEvent]) -> tuple[str, bytes]:
    """Write what filters read of every event: its category, years, and whether it is disputed."""
    return shards.script(
        "columns",
        {
            "categories": "".join(packing.ALPHABET[ORDER[item.category]] for item in rows),
            "first": "".join(map(year, [item.year for item in rows])),
            "last": "".join(map(year, [item.last for item in rows])),
            "disputed": "".join("01"[item.disputed] for item in rows),
        },
    )


def year(text: str) -> str:
    """Write a year in three signs."""
    return packing.fixed(int(text) + FIRST_YEAR, 3)


def heads(weights: Iterable[int]) -> tuple[int, int]:
    """Count the landmarks, and these with what is notable."""
    found = list(weights)
    landmarks = sum(weight >= LANDMARK for weight in found)
    return landmarks, landmarks + sum(weight == NOTABLE for weight in found)
