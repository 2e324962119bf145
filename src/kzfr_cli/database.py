"""The Python interface: open a database, ask it, get frozen records whose fields `kzfr schema`
promises.

>>> from kzfr_cli import open_database, proofreading
>>> with open_database(lang="en") as database:
...     treaty = database.event("strategic-partnership-treaty-2008")
...     first = database.search("sorbone almati")[0]
>>> treaty.date, treaty.precision
('2008-06-11', 'day')
>>> first.id
'institut-sorbonne-kazakhstan-inauguration-2014'
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from kzfr_cli import answers, proofreading, queries, search, views
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.errors import NeedsDayError, Problem, UnknownIdError, UnknownWordError
from kzfr_cli.locale import catalogue
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.queries import filters
from kzfr_cli.queries.filters import Filters
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening, stamps
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.proofreading.texts.draft import Draft
    from kzfr_cli.queries.anniversaries import Anniversaries
    from kzfr_cli.queries.rules import LeapDay
    from kzfr_cli.views.anniversaries import AnniversaryView
    from kzfr_cli.views.events import EventView
    from kzfr_cli.views.figures import FigureSheet, FigureView, IndicatorView
    from kzfr_cli.views.findings import FindingView
    from kzfr_cli.views.hits import EventHit, OtherHit
    from kzfr_cli.views.sheets import EventSheet, NameSheet
    from kzfr_cli.views.sources import SourceSheet, SourceView

    Sheet: TypeAlias = EventSheet | NameSheet | FigureSheet | IndicatorView | SourceSheet
    When: TypeAlias = str | date | PartialDate

FilePath = str | os.PathLike[str]
View = TypeVar("View", covariant=True)


class Question(Protocol[View]):
    """What can be asked: the classes of `kzfr_cli.answers`."""

    def answer(self, speaker: Speaker) -> View:
        """View what is asked for."""


def open_database(
    *databases: FilePath,
    packaged: bool = True,
    lang: str = "en",
    cache: FilePath | None = None,
) -> Database:
    """Open the packaged database with other files or folders laid over it, the later over the
    earlier.

    Neither the user's own file nor `KZFR_DB` is read: what is opened is what is named. `lang` is
    the language of titles and words (fr, en, ru, kk); `cache` the folder of the index, by default
    the program's. Raises `MissingDatabaseError`, `UnreadableDatabaseError`, and `UnknownWordError`
    for a language.
    """
    if lang not in LANGUAGES:
        raise UnknownWordError(what="language", word=lang, near=LANGUAGES)
    base = [paths.packaged()] if packaged else []
    files = paths.all_files(
        base, (os.path.abspath(os.path.expanduser(os.fspath(path))) for path in databases)
    )
    folder = os.fspath(cache) if cache is not None else paths.cache(os.environ)
    return Database(opening.open_index(files, folder), catalogue.load(lang))


class Database:
    """Answer what the commands answer, as records; made by `open_database`.

    A database is for one thread. Dates are given as EDTF text, as `datetime.date` or as
    `PartialDate`; a wrong one raises `InvalidDateError`. Every error is a
    `kzfr_cli.errors.KzfrError`.
    """

    def __init__(self, index: Index, sentences: Catalogue) -> None:
        self.speaker = Speaker(index, sentences)

    @property
    def index(self) -> Index:
        """The entries."""
        return self.speaker.index

    @property
    def lang(self) -> str:
        """The language of titles and words."""
        return self.speaker.lang

    @property
    def files(self) -> tuple[str, ...]:
        """The database files, the later laid over the earlier."""
        rows = self.index.rows("SELECT path FROM files ORDER BY no")
        return tuple(stamps.named(path) for (path,) in rows)

    def __enter__(self) -> Database:
        """Enter a block at whose end the database is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the index; the records that were given stay good."""
        self.index.connection.close()

    def ask(self, question: Question[View]) -> View:
        """View what a question of `kzfr_cli.answers` asks for; raises what its `answer` raises."""
        return question.answer(self.speaker)

    # ---- events

    def event(self, id: str) -> EventSheet:
        """Tell everything on an event, by its id or a former one; raises `UnknownIdError`."""
        found = self.index.event(id)
        if found is None:
            raise UnknownIdError(
                id=id, near=queries.lookups.near(id, self.index.all_ids("events"))
            )
        return views.sheets.event_sheet(found, self.speaker)

    def timeline(
        self,
        *,
        after: When | None = None,
        before: When | None = None,
        categories: Iterable[str] = (),
        tags: Iterable[str] = (),
        place: str | None = None,
        scope: str = "all",
        disputed: bool = False,
        reverse: bool = False,
        limit: int | None = None,
    ) -> list[EventView]:
        """List events in the order of time; tags and the place may be ids or labels
        (`UnknownWordError`).

        >>> with open_database() as database:
        ...     found = database.timeline(after="2008-06", before="2008-06", categories=["treaty"])
        >>> [event.id for event in found]
        ['strategic-partnership-treaty-2008', 'tourism-agreement-2008']
        """
        wanted = Filters(
            after=to_date(after),
            before=to_date(before),
            categories=tuple(categories),
            tags=tuple(tags),
            place=place,
            scope=scope,
            disputed=disputed,
        )
        asked = answers.timeline.Timeline(filters=wanted, reverse=reverse, limit=limit)
        return list(asked.listing(self.speaker).rows)

    def search(
        self,
        query: str,
        *,
        kinds: Iterable[str] = ("events",),
        after: When | None = None,
        before: When | None = None,
        categories: Iterable[str] = (),
        limit: int = 10,
    ) -> list[EventHit | OtherHit]:
        """List what half-remembered words find, the best first; kinds: events, names, figures,
        sources.
        """
        wanted = Filters(
            after=to_date(after), before=to_date(before), categories=tuple(categories)
        )
        condition, values = filters.restriction(wanted)
        found = search.engine.search(
            self.index.connection,
            query,
            search.candidates.Scope(tuple(kinds), condition or None, values),
            limit=limit,
        )
        return list(views.hits.hit_list(query, found.hits, self.speaker).rows)

    # ---- anniversaries

    def anniversaries(
        self,
        day: str | date,
        *,
        within: int = 7,
        round: str = "default",
        kinds: Iterable[str] = (),
        categories: Iterable[str] = (),
        scope: str = "all",
        leap_day: LeapDay = "feb28",
        limit: int | None = None,
    ) -> list[AnniversaryView]:
        """List what is celebrated on a day and up to `within` days from it; `limit` is for each
        kind of match.

        >>> with open_database() as database:
        ...     found = database.anniversaries(
        ...         "2018-06-11", within=0, categories=["treaty"]
        ...     )
        >>> [(item.id, item.years, item.round) for item in found if item.match == "day"][0]
        ('strategic-partnership-treaty-2008', 10, True)
        """
        wanted = Filters(categories=tuple(categories), scope=scope)
        rules = queries.rules.Rules(
            round=queries.rules.Round(round),
            kinds=tuple(kinds),
            leap_day=leap_day,
            filters=wanted,
        )
        return self._celebrated(
            queries.anniversaries.Anniversaries(
                day=to_day(day), rules=rules, within=within, limit=limit
            )
        )

    def anniversaries_of_year(
        self,
        year: int,
        *,
        round: str = "default",
        kinds: Iterable[str] = (),
        categories: Iterable[str] = (),
        scope: str = "all",
        leap_day: LeapDay = "feb28",
    ) -> list[AnniversaryView]:
        """List what is celebrated in a year, in the order of its days."""
        wanted = Filters(categories=tuple(categories), scope=scope)
        rules = queries.rules.Rules(
            round=queries.rules.Round(round),
            kinds=tuple(kinds),
            leap_day=leap_day,
            filters=wanted,
        )
        return self._celebrated(
            queries.anniversaries.Anniversaries(day=date(year, 1, 1), year=year, rules=rules)
        )

    def _celebrated(self, asked: Anniversaries) -> list[AnniversaryView]:
        """View anniversaries."""
        return list(answers.commemorations.Commemorations(asked).listing(self.speaker).rows)

    # ---- names, figures, sources

    def show(self, id: str) -> Sheet:
        """Tell everything on an event, a name, a figure, an indicator or a source; raises
        `UnknownIdError`.
        """
        found: Sheet = self.ask(answers.lookup.Lookup(id))
        return found

    def figures(
        self,
        indicator: str | None = None,
        *,
        after: When | None = None,
        before: When | None = None,
    ) -> list[FigureView]:
        """List the figures of an indicator, by its id or label, or of all; raises
        `UnknownWordError`.
        """
        start, end = Filters(after=to_date(after), before=to_date(before)).window
        if indicator is None:
            return list(self.ask(answers.series.Indicators(start, end)).rows)
        return list(self.ask(answers.series.Figures(indicator, start, end)).rows)

    def sources(self, kind: str | None = None) -> list[SourceView]:
        """List the sources, the most cited first."""
        return list(self.ask(answers.sources.Bibliography(kind)).rows)

    # ---- texts and the database itself

    def check(
        self, text: str | bytes, *, as_of: When | None = None, name: str = "text.txt"
    ) -> list[FindingView]:
        """Proof-read a text written on `as_of`; gives every claim found, with its verdict.

        The ending of the `name` tells the format: text.md, page.html; a document is given as
        bytes.

        >>> sentence = "France and Kazakhstan signed a strategic partnership treaty on "
        >>> sentence += "12 June 2008."
        >>> with open_database() as database:
        ...     found = database.check(sentence)
        >>> [(finding.verdict, finding.event) for finding in found]
        [('contradicted', 'strategic-partnership-treaty-2008')]
        """
        outcome = self.proofread(proofreading.texts.reading.of(text, name), to_date(as_of))
        return views.findings.of_text(outcome, self.speaker)

    def proofread(
        self, draft: Draft, as_of: PartialDate | None = None
    ) -> views.findings.Outcome:
        """Check the claims of a text, which counts from `as_of` or else from its own date."""
        day = as_of or proofreading.texts.dating.as_of(draft)
        found = tuple(self._proofreader.check(draft.text, day))
        lacks_date = day is None and any(item.code == "no-date" for item in found)
        return views.findings.Outcome(
            draft=draft,
            findings=found,
            as_of=day,
            lacks_date=lacks_date,
        )

    @cached_property
    def _proofreader(self) -> proofreading.whole.Proofreader:
        """What checks one text after another, and remembers what it read of the database."""
        return proofreading.whole.Proofreader(self.index)

    def problems(self) -> list[Problem]:
        """List what could not be read in the files; the rest is there."""
        return self.index.problems()


def to_date(when: When | None) -> PartialDate | None:
    """Read a date; raises `InvalidDateError`."""
    if when is None or isinstance(when, PartialDate):
        return when
    return edtf.parse(when.isoformat() if isinstance(when, date) else when)


def to_day(when: str | date) -> date:
    """Read a day; raises `InvalidDateError`, and `NeedsDayError` on a month or a year."""
    if isinstance(when, date):
        return when
    found = edtf.parse(when)
    if found.day is None or found.is_interval:
        raise NeedsDayError(text=when)
    return found.day
