"""What the script of the page reads of each event: in columns what it draws at once, and beside the
handout, a few events at a time, what it reads when it is asked for it.

What the handout says already, titles, summaries and notes in its own language and the numbers of
sources, is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.locale import vocabulary

if TYPE_CHECKING:
    from kzfr_cli.views.pages import ConflictSide, LinkedView, PageEvent, PageView, SideView

KINDS, STATUSES = list(vocabulary.KINDS), list(vocabulary.STATUSES)
"""Kinds and statuses of dates by their numbers, which the script reads off its words."""

SIMPLE = re.compile(r"[1-9]\d{3}(-\d\d){0,2}")
"""The dates that the script says in words itself: a year, a month, a day."""


ROLES = {"person": 0, "place": 1, "organisation": 2}
"""The roles of names by their numbers, which the script knows too."""


def lean(value: Any) -> Any:
    """Return a value without the fields that say nothing."""
    if isinstance(value, Mapping):
        return {
            key: lean(each)
            for key, each in value.items()
            if each not in ("", [], (), {}, None, False)
        }
    if isinstance(value, list | tuple):
        return [lean(each) for each in value]
    return value


# ---- at once: a column for each field, and by their places the events of which there is more


def heads(view: PageView) -> dict[str, Any]:
    """Gather what the script must know of every event to draw the first view."""
    more = {
        place: told
        for place, event in enumerate(view.events)
        if (told := head(event, view.lang))
    }
    return {
        "ids": [shortened(event.id, event.date) for event in view.events],
        "dates": [event.date for event in view.events],
        "categories": [view.categories.index(event.category) for event in view.events],
        "weights": [event.weight for event in view.events],
        "more": more,
    }


def shortened(entry_id: str, date: str) -> str:
    """Return an id without the year of its date at the end, which its last sign, a hyphen, stands
    for; one that ends with a hyphen itself has one more.
    """
    year = date[:4]
    stem = entry_id.removesuffix(f"-{year}")
    if year.isdigit() and stem != entry_id and not stem.endswith("-"):
        return f"{stem}-"
    return f"{entry_id}-" if entry_id.endswith("-") else entry_id


def head(event: PageEvent, own: str) -> dict[str, Any]:
    """Return what is not in a column, of the events that have it; the handout says the date in the
    language of the page.
    """
    fallen = {lang: real for lang, real in event.languages.items() if real != lang}
    told = {
        "former_ids": event.former_ids,
        "uncertain": event.uncertain,
        "disputed": event.disputed,
        "languages": fallen,
        "words": {} if SIMPLE.fullmatch(event.date) else in_others(event.words, own),
        **({} if is_day(event) or SIMPLE.fullmatch(event.date) else days(event)),
    }
    found: dict[str, Any] = lean(told)
    return found


def in_others(words: Mapping[str, str], own: str) -> dict[str, str]:
    """Return what is said in the other languages."""
    return {lang: said for lang, said in words.items() if lang != own}


def is_day(event: PageEvent) -> bool:
    """Return whether an event is known to the day, which its date then says."""
    return event.precision == "day" and event.earliest == event.latest == event.date


def days(event: PageEvent) -> dict[str, Any]:
    """Return from when to when an event may have been."""
    return {
        "earliest": event.earliest,
        "latest": event.latest,
        "precision": event.precision,
    }


def titles(view: PageView) -> dict[str, list[str | None]]:
    """Return the titles in each other language, nothing where one is as in that of the page."""
    return {
        lang: [other_title(event, lang, view.lang) for event in view.events]
        for lang in LANGUAGES
        if lang != view.lang
    }


def other_title(event: PageEvent, lang: str, own: str) -> str | None:
    """Return a title in another language."""
    title = event.titles[lang]
    return title if title != event.titles[own] else None


# ---- when asked for


def sayings(view: PageView) -> list[list[str]]:
    """Return what the sources of each event say, one after the other: in one language and in one
    place, it compresses best.
    """
    return [[says for _, says in event.sources] for event in view.events]


class Speaking:
    """Tells the script of one event after another; names and tags by their numbers."""

    def __init__(self, view: PageView, names: Sequence[str], tags: Sequence[str]) -> None:
        self.view = view
        self.names = {entry_id: number for number, entry_id in enumerate(names)}
        self.tags = {entry_id: number for number, entry_id in enumerate(tags)}

    def event(self, event: PageEvent) -> list[Any]:
        """Gather what the script reads of one event beside its head, in the order in which it names
        it; nothing that is not there is 0.
        """
        told: list[Any] = [
            [side_data(side, event, self.view) for side in event.sides],
            untold(number for number, _ in event.sources),
            [self.linked(item) for item in event.linked],
            [self.tags[entry_id] for entry_id in event.tag_ids],
            self.spoken(event.keywords),
            self.spoken(event.aliases),
            [lean(conflict_data(item, self.view)) for item in event.conflicts],
            lean(self.summary(event)),
            event.scope == "context",
            not event.is_commemorated,
        ]
        return [int(each) if isinstance(each, bool) else each or 0 for each in told]

    def summary(self, event: PageEvent) -> dict[str, Any]:
        """Return the summary in the other languages of the page."""
        return texts(event.summaries, event.summary_languages, self.view)

    def spoken(self, words: Mapping[str, tuple[str, ...]]) -> list[str]:
        """List the words of the languages of the page."""
        return [word for lang in self.view.text_languages for word in words.get(lang, ())]

    def linked(self, item: LinkedView) -> list[Any] | int:
        """Name what an event is linked to by its number and role in one, and as it was called then
        where that is not its name of today.
        """
        then = {lang: name for lang, name in item.labels.items() if name != item.now[lang]}
        number = self.names[item.id]
        role = ROLES[item.role]
        place = number * len(ROLES) + role
        return [place, then] if then else place


def has_points(event: PageEvent) -> bool:
    """Return whether the handout lists the dates of an event and what sources disagree on: more
    than the one date that stands above its title.
    """
    has_notes = any(side.note for side in event.sides)
    return len(event.sides) > 1 or bool(event.conflicts) or has_notes


def sparse(labels: Mapping[str, str]) -> dict[str, str]:
    """Return labels without those that the language before has too; the script looks there."""
    before = dict(zip(LANGUAGES[1:], LANGUAGES, strict=False))
    return {
        lang: label
        for lang, label in labels.items()
        if lang not in before or label != labels[before[lang]]
    }


def texts(own: Mapping[str, str], real: Mapping[str, str], view: PageView) -> dict[str, Any]:
    """Return a text in the languages of the page other than its own, each once, and what they
    really are where they are not.
    """
    others = [lang for lang in view.text_languages if own.get(lang) and lang != view.lang]
    told = {
        lang: own[lang]
        for lang in others
        if own[lang] != own[view.lang] and real.get(lang) not in others
    }
    borrowed = {lang: real[lang] for lang in others if lang in real}
    return {**told, **({"real": borrowed} if borrowed else {})}


def side_data(side: SideView, event: PageEvent, view: PageView) -> list[Any]:
    """Gather what the script reads of a dated side: its kind, status, value, sources, words and
    note, the last two where it has them; of the event's own date the value and words stand there.
    """
    is_own = side.value == event.date
    is_plain = is_own or SIMPLE.fullmatch(side.value)
    note = texts(side.note, side.note_languages, view)
    words = {} if is_plain else dict(side.words)
    told: list[Any] = [
        KINDS.index(side.kind),
        STATUSES.index(side.status),
        "" if is_own else side.value,
        untold(side.sources) if has_points(event) else listed(side.sources),
    ]
    if note:
        return [*told, words, note]
    return [*told, words] if words else told


def listed(sources: Iterable[int]) -> list[int]:
    """Return the numbers of sources as the handout writes them, from 1."""
    return [number + 1 for number in sources]


def merged(sources: Iterable[int]) -> str:
    """Write the numbers of sources in their order, those that follow one another as a span."""
    spans: list[list[int]] = []
    for number in sorted(listed(sources)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ",".join(written(first, last) for first, last in spans)


def written(first: int, last: int) -> str:
    """Write a span of numbers; two are no span."""
    if first == last:
        return str(first)
    return f"{first}{'–' if last > first + 1 else ','}{last}"


def untold(sources: Iterable[int]) -> list[int] | int:
    """Return the numbers of sources; nothing, which is 0, where they are in their order, in which
    the handout writes them.
    """
    found = listed(sources)
    return 0 if found == sorted(found) else found


def conflict_data(item: ConflictSide, view: PageView) -> dict[str, Any]:
    """Gather what the script reads of a point on which sources disagree."""
    return {
        "about": sparse(item.about),
        "note": texts(item.note, item.note_languages, view),
        "sources": untold(item.sources),
    }
