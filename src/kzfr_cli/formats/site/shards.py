"""The search of a site: an index of our own in parts that a page loads as it needs them, over http
and from a disk alike, where a page may read no file but a script.

Events are numbered by weight, the older first. A part holds the words that begin alike, each with
the events and the field in which it stands (`packing`). Where a part grows too large it is parted
by one letter more; what is left under the shorter beginning is the word itself and the weightiest
events of all words that begin so.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from kzfr_cli.core.event import LANGUAGES, Event
from kzfr_cli.core.record import pair
from kzfr_cli.formats import html
from kzfr_cli.formats.site import packing
from kzfr_cli.languages import dates, folding, small_words, stems
from kzfr_cli.locale import vocabulary
from kzfr_cli.search import weights
from kzfr_cli.views.pages import PageEvent

TITLE, DATE, NAMES, SUMMARY = range(4)
FIELDS = 4
LARGEST = 80_000
"""Signs of a part beyond which it is parted."""

WEIGHTIEST = 400
"""Events that are known of a beginning whose words stand in other parts."""

LINKED = 40_000
"""Signs of a part of what is linked to names and tags."""

FACETS = {"person": "person", "organisation": "org", "place": "place", "tag": "tag"}
"""How an address calls what events are chosen by, as that of the page does, by its role."""

ANY = "*"
"""Ends the beginning of words in a part; no word has it."""

NAMES_OF_PART = "@"
"""Stands in a part for those of its words that are a name alone, or the surname of a person."""

Postings = Mapping[str, str]
Key = tuple[str, str]
"""A role and an id: what many events are linked to."""


@pair
class Shared:
    """The words of what many events are linked to, and these, packed."""

    words: tuple[str, ...]
    events: array[int]


class Finder:
    """Gathers the words of the events; `ranks` are the numbers of the events in the order in which
    they come.

    The words that many events have in common, those of a name, a tag or a category, are read once,
    with the events that have them.
    """

    def __init__(self, ranks: Sequence[int]) -> None:
        self.ranks = ranks
        self.words: dict[str, array[int]] = {}
        self.common: dict[Key, Shared] = {}
        self.found: dict[str, list[int]] = {}
        self.names: set[str] = set()
        self.lengths = bytearray(len(ranks))
        self.count = 0

    def add(
        self,
        event: Event,
        seen: PageEvent,
    ) -> None:
        """Read the next event."""
        rank = self.ranks[self.count]
        self.count += 1
        found: dict[str, int] = {}
        for field, texts in fields(event, seen):
            for text in texts:
                for word in folding.fold(text).split():
                    found.setdefault(word, field)
        for word, field in found.items():
            if word not in self.words:
                self.words[word] = array("L")
            self.words[word].append(rank * FIELDS + field)
        for key, texts in shared(event, seen):
            if key not in self.common:
                self.common[key] = Shared(folded(texts), array("L"))
                self.names.update(naming(key[0], texts))
            self.common[key].events.append(rank * FIELDS + NAMES)
        self.lengths[rank] = length(seen)

    def standing(self) -> dict[str, list[int]]:
        """Return where each word stands: the events by their numbers, each with the best field
        that the word has there.
        """
        if not self.found:
            found = {word: list(events) for word, events in self.words.items()}
            for shared in self.common.values():
                for word in shared.words:
                    found.setdefault(word, []).extend(shared.events)
            self.found = {word: best(found[word]) for word in sorted(found)}
        return self.found

    def linked(self) -> Iterator[Postings]:
        """Yield in parts which events are linked to each name and tag."""
        part: dict[str, str] = {}
        for role, entry_id in sorted(self.common):
            if role not in FACETS:
                continue
            events = self.common[role, entry_id].events
            found = sorted(value // FIELDS for value in events)
            part[f"{FACETS[role]} {entry_id}"] = packing.postings(found, 1)
            if sum(map(len, part.values())) > LINKED:
                yield part
                part = {}
        yield part

    def parts(self) -> Iterator[tuple[str, Postings]]:
        """Yield each part by the beginning of its words."""
        found = self.standing()
        yield from self.parted(
            "", {word: packing.postings(events, FIELDS) for word, events in found.items()}
        )

    def parted(
        self,
        beginning: str,
        written: Postings,
    ) -> Iterator[tuple[str, Postings]]:
        """Yield the words with a beginning as one part, or as several."""
        size = sum(len(word) + len(text) + 6 for word, text in written.items())
        if (size <= LARGEST and beginning) or len(written) == 1:
            yield beginning, {**written, **self.named(written)}
            return
        place = len(beginning)
        own = {word: text for word, text in written.items() if word == beginning}
        for _, group in groupby(sorted(written.keys() - own), lambda word: word[place]):
            words = list(group)
            yield from self.parted(
                words[0][: place + 1], {word: written[word] for word in words}
            )
        if beginning:
            rest = {beginning + ANY: self.weightiest(written)}
            yield f"{beginning}_", {**own, **rest, **self.named(own)}

    def named(self, words: Iterable[str]) -> dict[str, str]:
        """Return those of some words that are a name, under the sign that tells them."""
        found = " ".join(word for word in words if word in self.names)
        return {NAMES_OF_PART: found} if found else {}

    def weightiest(self, words: Iterable[str]) -> str:
        """Write the weightiest events that have any of some words."""
        found = [value for word in words for value in self.found[word][:WEIGHTIEST]]
        return packing.postings(best(found)[:WEIGHTIEST], FIELDS)


def best(packed: Iterable[int]) -> list[int]:
    """Return each event once, with its best field, in the order of their numbers."""
    falling = sorted(packed, reverse=True)
    return list({value // FIELDS: value for value in falling}.values())[::-1]


def folded(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of some texts as they are searched, each once."""
    words = (word for text in texts for word in folding.fold(text).split())
    return tuple(dict.fromkeys(words))


def fields(event: Event, seen: PageEvent) -> Iterator[tuple[int, Iterable[str]]]:
    """Yield the texts of an event alone by field, the better field first."""
    yield TITLE, {*event.title.values(), *spoken(event.aliases)}
    yield DATE, set(seen.words.values())
    yield NAMES, spoken(event.keywords)
    yield SUMMARY, set(event.summary.values())


def shared(event: Event, seen: PageEvent) -> Iterator[tuple[Key, Iterable[str]]]:
    """Yield what leads to an event and to others: its names, tags and category, with their
    texts.
    """
    for item in seen.linked:
        yield (item.role, item.id), item.spellings
    for entry_id, texts in zip(seen.tag_ids, seen.tags, strict=True):
        yield ("tag", entry_id), texts.values()
    yield ("category", event.category), category(event.category)


def naming(role: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the words that are a name, or the surname of a person."""
    for text in texts if role in PROPER else ():
        words = folding.fold(text).split()
        if len(words) == 1 or (words and role == "person"):
            yield words[-1]


PROPER = ("person", "organisation", "place")


@lru_cache
def category(name: str) -> tuple[str, ...]:
    """The words of a category in every language."""
    table = {name: vocabulary.CATEGORIES[name]}
    return tuple(html.vocabulary(table, lang)[name] for lang in LANGUAGES)


def spoken(words: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The words of all languages."""
    for forms in words.values():
        yield from forms


SHORTEST = 3
"""Letters of the words that count in the length of a title."""


def length(seen: PageEvent) -> int:
    """Count the words of the shortest title that say something."""
    titles = set(seen.titles.values())
    counts = (
        sum(len(word) >= SHORTEST for word in folding.fold(title).split())
        for title in titles
    )
    return min(max(min(counts), 1), 63)


def files(
    finder: Finder,
    heads: tuple[int, int],
    sizes: Mapping[str, int],
) -> Iterator[tuple[str, bytes]]:
    """Write the index: its parts, and the part that a search begins with, which tells of how many
    events the parts of the rows are; the first events are landmarks, those up to the second of
    `heads` are no details.
    """
    landmarks, notable = heads
    places: dict[str, int] = {}
    for number, part in enumerate(finder.linked()):
        places |= dict.fromkeys(part, number)
        yield script(f"linked-{number}", part)
    yield script("linked", places)
    beginnings = []
    for beginning, words in finder.parts():
        beginnings.append(beginning)
        yield script(f"find-{beginning}", words)
    yield script(
        "find",
        {
            "count": finder.count,
            "landmarks": landmarks,
            "notable": notable,
            "rows": sizes,
            "parts": beginnings,
            "lengths": "".join(packing.ALPHABET[value] for value in finder.lengths),
            **reading(),
        },
    )


def reading() -> dict[str, Any]:
    """What the search must know to read a query and to rank: letters, small words, weights."""
    return {
        "letters": {letter: folding.fold(letter) for letter in folding.OWN_LETTERS},
        "stop": [
            sorted(small_words.stop_words(script) | small_words.hints(script))
            for script in (False, True)
        ],
        "endings": sorted(stems.cyrillic_endings()),
        "elsewhere": [
            sorted(small_words.listed("elsewhere", script)) for script in (False, True)
        ],
        "countries": of_both("countries"),
        "questions": of_both("question_words"),
        "first": of_both("first"),
        "last": of_both("last"),
        "months": [folding.fold(dates.month_name(month, "en")) for month in MONTHS],
        "worth": [1.0, 1.0, weights.of("names"), weights.of("summary")],
        "weights": weights.table(),
    }


MONTHS = range(1, 13)


def of_both(name: str) -> list[str]:
    """List the words of a list of the search, in both scripts."""
    found = (small_words.listed(name, script) for script in (False, True))
    return sorted(frozenset().union(*found))


def script(name: str, value: object) -> tuple[str, bytes]:
    """Write a part of the data as a script, which a page may load from a disk too."""
    text = json.dumps(
        value,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    for sign, escape in (*html.UNSAFE.items(), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escape)
    return f"data/{name}.js", f'kzfr("{name}",{text});\n'.encode()
