"""What one run of the program stands on: its language, its today, its database, opened when first
asked for.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from kzfr_cli import answers, languages, locale, queries, settings, store
from kzfr_cli.core.record import record
from kzfr_cli.database import Database
from kzfr_cli.errors import (
    KzfrError,
    MissingDatabaseError,
    NeedsDayError,
    UnusableDatabaseError,
)
from kzfr_cli.locale import catalogue, choosing
from kzfr_cli.queries.filters import Filters
from kzfr_cli.settings import sources as resolution
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

if TYPE_CHECKING:
    from kzfr_cli.answers.shapes import Shape
    from kzfr_cli.queries.rules import LeapDay, Plan, Rules
    from kzfr_cli.settings.cache import SettingEntry
    from kzfr_cli.store.index.rebuilding import ProgressOf
    from kzfr_cli.store.provenance import Provenance
    from kzfr_cli.views.speaker import Speaker


@record
class Settings:
    """Hold what was asked for on the command line; None and empty where nothing was."""

    lang: str | None = None
    databases: tuple[str, ...] = ()
    packaged: bool = True
    today: date | None = None
    colour: str | None = None
    paged: bool = True
    plain: bool = False
    day_first: bool = False


@record
class Counting:
    """What counts as an anniversary, as the options say; None and empty where they do not; `whole`
    is also what nobody would mark.
    """

    profile: str | None = None
    only_round: bool = False
    kinds: tuple[str, ...] = ()
    leap_day: str | None = None
    whole: bool = False


class Session:
    """A command its language, its today, its database and the surface it writes on."""

    def __init__(
        self, asked: Settings | None = None, environment: Mapping[str, str] = os.environ
    ) -> None:
        self.settings = asked or Settings()
        self.environment = environment
        self.progress: ProgressOf | None = None

    @cached_property
    def lang(self) -> str:
        """Choose the language: `--lang`, `KZFR_LANG`, the settings, the locale, English."""
        return self.setting("language")

    @property
    def day_first(self) -> bool:
        """Whether 05/06/2018 is read as 5 June: as asked, else as the language or the locale
        says.
        """
        return self.settings.day_first or choosing.is_day_first(self.lang, self.environment)

    @cached_property
    def configuration(self) -> str:
        """Find the file of the settings, which need not exist."""
        return paths.configuration(self.environment)

    @cached_property
    def sources(self) -> resolution.Sources:
        """Gather what the settings are read from; of a file that is wrong, whose error is in
        `fault`, what is right.
        """
        asked = {
            "language": [self.settings.lang] if self.settings.lang else [],
            "databases": self.settings.databases,
            "color": [self.settings.colour] if self.settings.colour else [],
            "pager": [] if self.settings.paged else [""],
        }
        entries: Sequence[SettingEntry] = ()
        self.fault: KzfrError | None = None
        try:
            if os.path.exists(self.configuration):
                entries = self.stored_entries()
        except KzfrError as error:
            entries, self.fault = settings.values.salvaged_file(self.configuration), error
        return resolution.Sources(
            asked=asked,
            environment=self.environment,
            entries=entries,
            path=self.configuration,
        )

    def stored_entries(self) -> Sequence[SettingEntry]:
        """Read the file of the settings, whose parser is loaded only when the file changed."""
        return settings.cache.entries(
            self.configuration,
            paths.cache(self.environment),
            lambda data, path: settings.values.parse(data, path),
        )

    def refuse_faulty(self) -> None:
        """Refuse to go on with a file of settings that is wrong; raises its error."""
        _ = self.sources
        if self.fault is not None:
            raise self.fault

    def setting(self, name: str) -> str:
        """Return the value of a setting that holds."""
        return resolution.holding(name, self.sources).value

    def rules(self, asked: Counting | None = None, filters: Filters | None = None) -> Rules:
        """What counts as an anniversary: as the options say, else as the settings; raises
        `WrongSettingError`.
        """
        asked = asked or Counting()
        profile = self.checked("round") if asked.profile is None else asked.profile
        leap_day = self.checked("leap-day") if asked.leap_day is None else asked.leap_day
        return queries.rules.Rules(
            round=queries.rules.Round(profile),
            only_round=asked.only_round,
            kinds=asked.kinds,
            leap_day=cast("LeapDay", leap_day),
            uncommemorated=asked.whole,
            filters=filters or Filters(),
        )

    def shape(
        self, wants: str, rules: Rules | None = None, plan: Plan | None = None
    ) -> Shape:
        """The shape that a format wants of events; a calendar begins today."""
        if wants == "calendar" and plan is None:
            plan = queries.rules.Plan(start=self.today, alarms=queries.rules.REMINDERS)
        return answers.shapes.Shape(
            wants, self.settings.today, rules or self.rules(), plan, written=self.today
        )

    @cached_property
    def database(self) -> Database:
        """The one door to the record, in the language of this run."""
        return Database(self.index, self.catalogue)

    def checked(self, name: str) -> str:
        """Return the value of a setting; raises `WrongSettingError` for a variable that holds a
        wrong one.
        """
        found = resolution.holding(name, self.sources)
        if found.origin == "environment":
            return str(settings.values.checked(name, found.value, found.place))
        return found.value

    @cached_property
    def catalogue(self) -> catalogue.Catalogue:
        """Load the sentences of the language."""
        return catalogue.load(self.lang)

    @cached_property
    def today(self) -> date:
        """Return the day that is today: `--today`, else `KZFR_TODAY`, else the clock; raises
        what refuses a date, and `NeedsDayError`.
        """
        if self.settings.today is not None:
            return self.settings.today
        if text := self.environment.get("KZFR_TODAY"):
            day = languages.typed.parse(
                text, date.today(), self.settings.day_first, coming=True
            ).day
            if day is None:
                raise NeedsDayError(text=text)
            return day
        return date.today()

    @cached_property
    def overlays(self) -> list[str]:
        """List the databases laid over the packaged one: the user's own, the settings', `KZFR_DB`,
        `--db`.
        """
        user = paths.user_database(self.environment)
        own = [user] if os.path.isfile(user) else []
        return own + [self.located(database) for database in resolution.laid(self.sources)]

    @property
    def read_files(self) -> list[str]:
        """List the files that a run reads and no output may replace: the databases, the settings;
        those of them that need not exist too.
        """
        found = [self.configuration, paths.user_database(self.environment)]
        for database in (paths.packaged(), *self.overlays):
            with contextlib.suppress(MissingDatabaseError, OSError):
                found += paths.database_files(database)
        return found

    def located(self, database: resolution.Setting) -> str:
        """Return the path of a database; that in the settings counts from their folder."""
        if not database.value:
            return "“”"
        folder = os.path.dirname(self.configuration) if database.origin == "file" else ""
        return os.path.abspath(os.path.join(folder, os.path.expanduser(database.value)))

    def writing(self, path: str) -> Session:
        """Let new entries go to a file that is not among the databases yet."""
        self.__dict__["target"] = path
        return self

    @cached_property
    def target(self) -> str:
        """Name the file that a new entry goes to: that of the last `--db`, else the user's own; it
        need not exist.
        """
        asked = self.settings.databases[-1] if self.settings.databases else ""
        path = (
            os.path.abspath(os.path.expanduser(asked))
            if asked
            else paths.user_database(self.environment)
        )
        return os.path.join(path, "events.toml") if os.path.isdir(path) else path

    @cached_property
    def state(self) -> str:
        """Find the folder of what must outlive a run and is no data: changes to undo, drafts."""
        return paths.state(self.environment)

    @property
    def layers(self) -> list[str]:
        """The database files, the later laid over the earlier; raises `MissingDatabaseError`."""
        base = [paths.packaged()] if self.settings.packaged else []
        return paths.all_files(base, self.overlays)

    @cached_property
    def index(self) -> Index:
        """Open the database; raises `MissingDatabaseError`, `UnreadableDatabaseError` or
        `UnusableDatabaseError`.
        """
        index = opening.open_index(self.layers, paths.cache(self.environment), self.progress)
        for path in self.overlays:
            self.refuse_unusable(index, path)
        return index

    def refuse_unusable(self, index: Index, path: str) -> None:
        """Refuse a database laid over the packaged one of which not one entry is loaded, for its
        faults.
        """
        files = paths.database_files(path)
        problems = [
            problem
            for problem in index.problems()
            if problem.path in files and problem.left_out
        ]
        if problems and not any(index.brings(file) for file in files):
            raise UnusableDatabaseError(
                path=path, first=locale.messages.problem(problems[0], self.catalogue)
            )

    @cached_property
    def speaker(self) -> Speaker:
        """Put entries into words in the language of this run."""
        return self.database.speaker

    def origin(self) -> Provenance | None:
        """The day of the packaged data; None when they are left out."""
        if not self.settings.packaged:
            return None
        return store.provenance.load()

    def address(self, source: str) -> str:
        """Return the address of a source, empty when it has none."""
        found = self.index.source(source)
        return found.url if found else ""
