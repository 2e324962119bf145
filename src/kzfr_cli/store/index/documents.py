"""Turn an entry into what search reads of it: five fields of folded words.

Words that begin with `_` are no text: names, tags, categories and dates stand in a document as one
such token each, whatever their spelling, and the lexicon knows which words lead to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from kzfr_cli.core import tokens
from kzfr_cli.core.record import pair
from kzfr_cli.languages.folding import fold

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.core.event import Event, Figure, Indicator, Name, Source, Tag

KINDS = ("names", "figures", "sources", "tags")
"""What search knows beside events; of tags, only the words that lead to them."""

FIELDS = ("title", "names", "tags", "summary", "sources")
BREAK = " | "
"""Stands between the titles of several languages; the index drops it, the ranking reads it."""

ORGANS = ("organisation", "institution")
"""Kinds of names that are found by the name of what they belong to: a town is not, by its
country.
"""

LONGEST_YEARS = 30
LONGEST_MONTHS = 24
LONGEST_DAYS = 31


@pair
class Document:
    """Hold the folded words of one entry by field; `number` is that of the entry in the index.

    `spellings` lead to the entry's token in the documents of other entries, and so does `whole`,
    the token of the organisation to which an organ belongs.
    """

    number: int
    kind: str
    title: str
    names: str = ""
    tags: str = ""
    summary: str = ""
    sources: str = ""
    token: str = ""
    spellings: tuple[str, ...] = ()
    whole: str = ""


class NameResolver(Protocol):
    """Find what an entry refers to."""

    def find(
        self,
        kind: str,
        entry_id: str,
    ) -> Any:
        """Find an entry of one kind, or None."""


def document(
    number: int,
    kind: str,
    entry: Any,
    resolver: NameResolver | None = None,
) -> Document:
    """Describe an entry of any kind that search knows."""
    if kind == "events":
        return event(number, entry, resolver)
    if kind == "figures":
        return figure(
            number, entry, resolver.find("indicators", entry.indicator) if resolver else None
        )
    return DESCRIBE[kind](number, entry)


def event(
    number: int,
    event: Event,
    resolver: NameResolver | None = None,
) -> Document:
    """Describe an event by its titles, its names, its subjects and dates, its summary, its sources.

    A name that no file spells out is found by the words of its id.
    """
    linked = (*event.places, *event.people, *event.organisations)
    unknown = [
        fold(name)
        for name in linked
        if resolver is not None and resolver.find("names", name) is None
    ]
    return Document(
        number,
        "events",
        titles([*event.title.values(), *every(event.aliases)]),
        " ".join([*map(name_token, linked), *unknown]),
        " ".join([*_subjects(event), fold(BREAK.join(every(event.keywords)))]),
        fold(BREAK.join(event.summary.values())),
        " ".join([fold(f"{cited.source} {cited.says}") for cited in event.sources]),
    )


def every(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Return the words of all languages."""
    for forms in words.values():
        yield from forms


def name(number: int, name: Name) -> Document:
    """Describe a name by all its spellings, which lead to it wherever it is linked."""
    forms = tuple(dict.fromkeys(filter(None, map(fold, spellings(name)))))
    token = name_token(name.id)
    notes = fold(" ".join(name.note.values()))
    return Document(
        number,
        "names",
        BREAK.join(forms),
        token,
        fold(name.kind),
        f"{kind_token('names')} {notes}",
        token=token,
        spellings=forms,
        whole=name_token(name.part_of) if name.part_of and name.kind in ORGANS else "",
    )


def tag(number: int, tag: Tag) -> Document:
    """Describe a tag by the words that lead to it."""
    forms = tuple(dict.fromkeys(filter(None, map(fold, tag.label.values()))))
    return Document(number, "tags", "", token=tokens.of_tag(tag.id), spellings=forms)


def figure(
    number: int,
    figure: Figure,
    indicator: Indicator | None = None,
) -> Document:
    """Describe a figure by its label, its indicator, its period, its notes and its sources."""
    labels = [*figure.label.values(), *(indicator.label.values() if indicator else ())]
    return Document(
        number,
        "figures",
        titles(labels),
        fold(figure.indicator),
        " ".join(
            (
                kind_token("figures"),
                *date_tokens(figure.period),
                fold(f"{figure.value:g} {figure.unit}"),
            )
        ),
        fold(BREAK.join((*figure.change.values(), *figure.note.values()))),
        " ".join([fold(f"{cited.source} {cited.says}") for cited in figure.sources]),
    )


def source(number: int, source: Source) -> Document:
    """Describe a source by its title, its publisher, its date and its address."""
    dates = date_tokens(source.published) if source.published else ()
    tags = " ".join((kind_token("sources"), *dates, fold(source.kind)))
    return Document(
        number,
        "sources",
        fold(source.title),
        fold(source.publisher),
        tags,
        "",
        fold(f"{source.id} {source.url}"),
    )


DESCRIBE: dict[str, Callable[[int, Any], Document]] = {
    "names": name,
    "tags": tag,
    "figures": figure,
    "sources": source,
}


def titles(texts: Iterable[str]) -> str:
    """Fold several wordings of one title, the same wording once, with a break between two."""
    return BREAK.join(dict.fromkeys(filter(None, map(fold, texts))))


def spellings(name: Name) -> Iterator[str]:
    """List every way to write a name: labels, other spellings, acronyms, the names it bore."""
    yield from name.label.values()
    for forms in name.spellings.values():
        yield from forms
    yield from name.acronyms
    for period in name.periods:
        yield from period.label.values()


@lru_cache(maxsize=50_000)
def name_token(identifier: str) -> str:
    """Write the token of a name of the database."""
    return "_" + identifier.replace("-", "_")


def kind_token(kind: str) -> str:
    """Write the token of the entries of a kind other than events: a search for few of them need not
    look at every event.
    """
    return f"_is_{kind}"


def _subjects(event: Event) -> Iterator[str]:
    """List the tokens of an event's category, scope, tags, and of the kinds and days of its
    dates.
    """
    yield tokens.of_tag(event.category)
    if event.scope == "context":
        yield tokens.CONTEXT
    yield tokens.of_weight(event.weight)
    yield from map(tokens.of_tag, event.tags)
    for facet in event.dates:
        if facet.status != "rejected":
            yield tokens.of_tag(facet.kind)
            dated = date_tokens(facet.value)
            yield from dated if facet.status == "preferred" else map(tokens.of_other, dated)


def date_tokens(value: PartialDate) -> tuple[str, ...]:
    """Write the tokens of the years, months and days that a date covers as far as it knows them.

    A day gives `_2008 _200806 _m06 _20080611 _d0611`; long intervals give only their ends.
    """
    known = _known_dates.get(value.text)
    if known is None:
        if len(_known_dates) >= KNOWN_DATES:
            _known_dates.clear()
        known = _known_dates[value.text] = tuple(dict.fromkeys(_tokens(value)))
    return known


KNOWN_DATES = 50_000
_known_dates: dict[str, tuple[str, ...]] = {}


def _tokens(value: PartialDate) -> Iterator[str]:
    first, last = value.earliest or value.latest, value.latest or value.earliest
    if first is None or last is None:
        return
    start, end = value.start or value, value.end or value
    yield from _years(first.year, last.year)
    if (start.month and end.month) or value.precision == "set":
        yield from _months(first, last)
    if (start.day and end.day) or value.precision == "set":
        yield from _days(first, last)


def _years(first: int, last: int) -> Iterator[str]:
    every = last - first <= LONGEST_YEARS
    for year in range(first, last + 1) if every else (first, last):
        yield tokens.of_year(year)


def _months(first: date, last: date) -> Iterator[str]:
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for month in range(begin, end + 1) if end - begin < LONGEST_MONTHS else (begin, end):
        yield tokens.of_month(month // 12, month % 12 + 1)
        yield tokens.of_any_month(month % 12 + 1)


def _days(first: date, last: date) -> Iterator[str]:
    length = (last - first).days
    for day in range(length + 1) if length < LONGEST_DAYS else (0, length):
        that = first + timedelta(days=day)
        yield tokens.of_day(that)
        yield tokens.of_any_day(that.month, that.day)
