"""Things that stand in the database twice under two ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from kzfr_cli.core.event import Event, Tag
from kzfr_cli.core.record import record
from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.languages import folding
from kzfr_cli.locale.catalogue import N_

SAME_DAY = 76
"""Likeness in percent from which two titles of one day tell one event.

Measured: different events of one day reach 74, half of the known duplicates of the dossiers 76 and
more.
"""

SAME_COMPANY = 65
"""The same for events a few days apart that share a person and a place; different ones reach 62."""

CONTAINED = 3
"""Words from which a title that is wholly part of another one tells the same event."""

DAYS = 3
COMPARED = 100
"""Entries with which one is compared at most, that a file of 10,000 events of one day is still read
in seconds.
"""

EDITED = 6
"""Letters from which tags that differ by one letter are taken for the same word."""


@check(
    "K601",
    "near-duplicate-tag",
    WARNING,
    message=N_("the tag looks like “{other}”"),
    what=N_(
        "No two tags are the same word in the plural, in another language, or misspelt."
    ),
    why=N_("Events on one subject must be found by one tag."),
    repair=N_("Keep one of the two and give it to the events of the other."),
)
def near_duplicate_tag(database: DatabaseFiles) -> Iterator[Fault]:
    """Find tags that are one word; only those that have a spelling in common are compared."""
    known: dict[str, list[Tag]] = defaultdict(list)
    for entry, tag in database.tags:
        keys = spellings(tag)
        near = (other for key in keys for other in islice(known[key], COMPARED))
        if (
            first := next((other for other in near if are_one_word(other, tag)), None)
        ) is not None:
            yield entry.fault("id", other=first.id)
        for key in keys:
            known[key].append(tag)


@check(
    "K602",
    "same-day-same-title",
    WARNING,
    message=N_("the title is nearly that of “{other}”, of the same day"),
    what=N_("No two events of one day have nearly the same title."),
    why=N_("They are most often one event that was entered twice."),
    repair=N_(
        "Merge the two, with the id of one in former_ids of the other, or tell them apart in "
        "their titles."
    ),
)
def same_day_same_title(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events of one day with nearly the same title."""
    days: dict[str, list[tuple[Entry, Event]]] = defaultdict(list)
    for entry, event in database.events:
        days[event.preferred.value.text].append((entry, event))
    for group in days.values():
        for number, (entry, event) in enumerate(group):
            for _, other in group[max(number - COMPARED, 0) : number]:
                if are_alike(other, event, SAME_DAY):
                    yield entry.fault("title", other=other.id)


@check(
    "K603",
    "same-people-same-title",
    WARNING,
    message=N_("“{other}”, of {date}, has nearly the same title, people and place"),
    what=N_(
        "No two events within three days share a person, a place and nearly the same title."
    ),
    why=N_("They are most often one event with two dates, which belong in one entry."),
    repair=N_(
        "Merge the two and keep the other date as an accepted or disputed one, or tell them apart."
    ),
)
def same_people_same_title(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events a few days apart that look like one."""
    dated = [
        (day, entry, event)
        for entry, event in database.events
        if (day := event.preferred.value.day)
    ]
    dated.sort(key=lambda item: item[0])
    for number, (day, entry, event) in enumerate(dated):
        for other_day, other_entry, other in dated[number + 1 : number + 1 + COMPARED]:
            if (other_day - day).days > DAYS:
                break
            if (
                other_day != day
                and is_same_company(event, other)
                and are_alike(event, other, SAME_COMPANY)
            ):
                yield other_entry.fault(
                    "title", other=entry.id, date=event.preferred.value.text
                )


@check(
    "K604",
    "repeated-address",
    WARNING,
    message=N_("the source “{other}” has the same address"),
    what=N_("A page is one source: no two have the same address."),
    why=N_("One page under two ids looks like two witnesses."),
    repair=N_("Keep one of the two, and cite it everywhere."),
)
def repeated_address(database: DatabaseFiles) -> Iterator[Fault]:
    """Find pages that are two sources; http, www, a final slash and a fragment make no other
    page.
    """
    seen: dict[str, str] = {}
    for entry, source in database.sources:
        if (
            source.url
            and (other := seen.setdefault(page(source.url), source.id)) != source.id
        ):
            yield entry.fault("url", other=other)


@check(
    "K605",
    "same-aliases",
    WARNING,
    message=N_("“{other}” has the same aliases"),
    what=N_("No two events have all their aliases in common."),
    why=N_("A text that says the alias would be held against either of them."),
    repair=N_(
        "Take the aliases away from the event that they do not mean, or merge the two."
    ),
)
def same_aliases(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events whose aliases are all those of another."""
    seen: dict[frozenset[str], str] = {}
    for entry, event in database.events:
        aliases = frozenset(
            folding.fold(form) for forms in event.aliases.values() for form in forms
        )
        if aliases and (other := seen.setdefault(aliases, event.id)) != event.id:
            yield entry.fault("aliases", other=other)


def are_one_word(first: Tag, second: Tag) -> bool:
    """Return whether two tags have a label in common, or ids that differ by a plural or a
    letter.
    """
    if any(
        forms(first.label.get(language, "")) & forms(label)
        for language, label in second.label.items()
    ):
        return True
    one, other = folding.fold(first.id), folding.fold(second.id)
    if (
        forms(one) & forms(other)
        or forms(one) & labels(second)
        or forms(other) & labels(first)
    ):
        return True
    return min(len(one), len(other)) >= EDITED and is_one_edit(one, other)


def spellings(tag: Tag) -> list[str]:
    """Return the forms of a tag in every language, and its id with each of its letters left
    out.

    Two words that are one edit apart have one of these in common.
    """
    entry_id = folding.fold(tag.id)
    shorter = (
        {entry_id[:n] + entry_id[n + 1 :] for n in range(len(entry_id))}
        if len(entry_id) >= EDITED
        else set()
    )
    return sorted(forms(entry_id) | labels(tag) | shorter)


def labels(tag: Tag) -> set[str]:
    """Return the forms of the labels of a tag in every language."""
    return set().union(*(forms(label) for label in tag.label.values()))


def forms(text: str) -> set[str]:
    """Return a word as it is folded, and its singular."""
    folded = folding.fold(text)
    if not folded:
        return set()
    singular = f"{folded[:-3]}y" if folded.endswith("ies") else folded.removesuffix("s")
    return {folded, singular} if len(singular) > 2 else {folded}


def is_one_edit(one: str, other: str) -> bool:
    """Return whether a word becomes another by one letter put in, left out, changed or
    exchanged with the next.
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) == 1


def are_alike(
    first: Event,
    second: Event,
    limit: int,
) -> bool:
    """Return whether two events have nearly the same title in a language."""
    for language in ("en", "fr"):
        one, other = first.title.get(language), second.title.get(language)
        if one and other and are_near(folded(one), folded(other), limit):
            return True
    return False


@record
class Folded:
    """Hold the words of a title as they are compared: folded, in the order of the alphabet."""

    text: str
    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=20_000)
def folded(title: str) -> Folded:
    """Fold a title; asked again, it is remembered."""
    words = sorted(folding.words(title))
    numbers = frozenset(word for word in words if any(map(str.isdigit, word)))
    return Folded(text=" ".join(words), words=frozenset(words), numbers=numbers)


def are_near(
    one: Folded,
    other: Folded,
    limit: int,
) -> bool:
    """Return whether two titles say the same: one is part of the other, or few letters differ.

    Other numbers make another title: stages, rounds and missions are counted.
    """
    if one.numbers != other.numbers:
        return False
    if min(len(one.words), len(other.words)) >= CONTAINED and (
        one.words <= other.words or other.words <= one.words
    ):
        return True
    from rapidfuzz.fuzz import ratio

    return ratio(one.text, other.text, score_cutoff=limit) > 0


def is_same_company(first: Event, second: Event) -> bool:
    """Return whether two events share a person and a place."""
    return bool(
        set(first.people) & set(second.people) and set(first.places) & set(second.places)
    )


def page(url: str) -> str:
    """Write an address so that two of one page are the same."""
    scheme, _, rest = url.partition("://")
    return (rest or scheme).removeprefix("www.").partition("#")[0].rstrip("/").lower()
