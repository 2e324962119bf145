"""The Python interface: open a database, ask it, get frozen records whose fields `kzfr schema`
promises.

>>> from kzfr_cli import open_database
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
from types import TracebackType
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.errors import (
    EndBeforeStartError,
    NeedsDayError,
    Problem,
    UnknownIdError,
    UnknownWordError,
)
from kzfr_cli.locale import catalogue
from kzfr_cli.queries import anniversaries as commemorations
from kzfr_cli.queries import lookups
from kzfr_cli.queries.filters import Criteria, choose, restriction
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.views.anniversaries import AnniversaryView
    from kzfr_cli.views.events import EventView
    from kzfr_cli.views.figures import FigureSheet, FigureView, IndicatorView
    from kzfr_cli.views.findings import FindingView
    from kzfr_cli.views.hits import EventHit, OtherHit
    from kzfr_cli.views.sheets import EventSheet, NameSheet
    from kzfr_cli.views.sources import SourceSheet, SourceView

    Sheet = EventSheet | NameSheet | FigureSheet | IndicatorView | SourceSheet
    When = str | date | PartialDate

FilePath = str | os.PathLike[str]


def open_database(
    *databases: FilePath, packaged: bool = True, lang: str = "en", cache: FilePath | None = None
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
    return Database(files, lang, os.fspath(cache) if cache is not None else paths.cache(os.environ))


class Database:
    """Answer what the commands answer, as records; made by `open_database`.

    A database is for one thread. Dates are given as EDTF text, as `datetime.date` or as
    `PartialDate`; a wrong one raises `InvalidDateError`. Every error is a
    `kzfr_cli.errors.KzfrError`.
    """

    def __init__(self, files: list[str], lang: str, cache: str) -> None:
        self.files = tuple(files)
        self.lang = lang
        self._index = opening.open_index(files, cache)
        self._speaker = Speaker(self._index, catalogue.load(lang))

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
        self._index.connection.close()

    # ---- events

    def event(self, id: str) -> EventSheet:
        """Tell everything on an event, by its id or a former one; raises `UnknownIdError`."""
        from kzfr_cli.views import sheets

        found = self._index.event(id)
        if found is None:
            raise UnknownIdError(id=id, near=lookups.near(id, self._index.all_ids("events")))
        return sheets.event_sheet(found, self._speaker)

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
        from kzfr_cli.views import events

        start, end = window(after, before)
        criteria = Criteria(
            after=start,
            before=end,
            categories=tuple(categories),
            tags=tuple(lookups.tag(self._index, tag) for tag in tags),
            place=lookups.place(self._index, place) if place else None,
            scope=scope,
            disputed=disputed,
        )
        found = choose(self._index, criteria, reverse=reverse, limit=limit)
        return list(events.timeline(found, self._speaker, "year").rows)

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
        from kzfr_cli.search import engine
        from kzfr_cli.views import hits

        start, end = window(after, before)
        condition, values = restriction(
            Criteria(after=start, before=end, categories=tuple(categories))
        )
        found = engine.search(
            self._index.connection,
            query,
            kinds=tuple(kinds),
            limit=limit,
            restrict=condition or None,
            parameters=values,
        )
        return list(hits.hit_list(query, found.hits, self._speaker).rows)

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
        leap_day: commemorations.LeapDay = "feb28",
        limit: int | None = None,
    ) -> list[AnniversaryView]:
        """List what is celebrated on a day and up to `within` days from it; `limit` is for each
        kind of match.

        >>> with open_database() as database:
        ...     found = database.anniversaries("2018-06-11", within=0)
        >>> [(item.id, item.years, item.round) for item in found if item.match == "day"][0]
        ('strategic-partnership-treaty-2008', 10, True)
        """
        asked = to_day(day)
        rules = commemorations.Rules(
            round=commemorations.Round(round),
            kinds=tuple(kinds),
            categories=tuple(categories),
            scope=scope,
            leap_day=leap_day,
        )
        return self._celebrated(
            commemorations.on_day(self._index, asked, within=within, rules=rules, limit=limit)
        )

    def anniversaries_of_year(
        self,
        year: int,
        *,
        round: str = "default",
        kinds: Iterable[str] = (),
        categories: Iterable[str] = (),
        scope: str = "all",
        leap_day: commemorations.LeapDay = "feb28",
    ) -> list[AnniversaryView]:
        """List what is celebrated in a year, in the order of its days."""
        rules = commemorations.Rules(
            round=commemorations.Round(round),
            kinds=tuple(kinds),
            categories=tuple(categories),
            scope=scope,
            leap_day=leap_day,
        )
        return self._celebrated(commemorations.in_year(self._index, year, rules=rules))

    def _celebrated(self, found: commemorations.Found) -> list[AnniversaryView]:
        """View anniversaries."""
        from kzfr_cli.views import anniversaries

        return list(
            anniversaries.anniversary_list(found, self._speaker, asked="", asked_words="").rows
        )

    # ---- names, figures, sources

    def show(self, id: str) -> Sheet:
        """Tell everything on an event, a name, a figure, an indicator or a source; raises
        `UnknownIdError`.
        """
        from kzfr_cli.views import entries

        found: Sheet = entries.sheet(self._index, self._speaker, id)
        return found

    def figures(
        self, indicator: str | None = None, *, after: When | None = None, before: When | None = None
    ) -> list[FigureView]:
        """List the figures of an indicator, by its id or label, or of all; raises
        `UnknownWordError`.
        """
        from kzfr_cli.queries import figures
        from kzfr_cli.views import figures as views

        start, end = window(after, before)
        if indicator is None:
            every = figures.all_measured(self._index, start, end)
            overview = figures.overview(self._index, every)
            return list(views.indicator_list(every, overview, self._speaker).rows)
        measured = figures.measured(self._index, figures.find(self._index, indicator), start, end)
        return list(views.indicator(measured, self._speaker).rows)

    def sources(self, kind: str | None = None) -> list[SourceView]:
        """List the sources, the most cited first."""
        from kzfr_cli.queries import sources
        from kzfr_cli.views import sources as views

        found = sources.ranked(self._index, kind, False)
        return list(views.source_list(found, sources.footing(self._index), self._speaker).rows)

    # ---- texts and the database itself

    def check(self, text: str, *, as_of: When | None = None) -> list[FindingView]:
        """Proof-read a text written on `as_of`; gives every claim found, with its verdict.

        >>> sentence = "France and Kazakhstan signed a strategic partnership treaty on 12 June 2008."
        >>> with open_database() as database:
        ...     found = database.check(sentence)
        >>> [(finding.verdict, finding.event) for finding in found]
        [('contradicted', 'strategic-partnership-treaty-2008')]
        """
        from kzfr_cli.proofreading import checker
        from kzfr_cli.store import drafts
        from kzfr_cli.views import findings

        draft = drafts.read("text.txt", text.encode())
        checked = checker.Checked(self._index, draft.text, to_date(as_of))
        return list(
            findings.finding_list(
                [(draft, item) for item in checked.findings], self._speaker, False
            ).rows
        )

    def problems(self) -> list[Problem]:
        """List what could not be read in the files; the rest is there."""
        return self._index.problems()


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


def window(
    after: When | None, before: When | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """Read the ends of a window; raises `EndBeforeStartError`."""
    start, end = to_date(after), to_date(before)
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        raise EndBeforeStartError(start=start.text, end=end.text)
    return start, end
