"""What one run of the program stands on: its language, its today, its database, opened when first
asked for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.record import record
from kzfr_cli.errors import KzfrError, NeedsDayError, UnusableDatabaseError
from kzfr_cli.locale import catalogue
from kzfr_cli.settings import sources as resolution
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

if TYPE_CHECKING:
    from kzfr_cli.queries.anniversaries import Rules
    from kzfr_cli.settings.cache import Entry
    from kzfr_cli.store.index.rebuilding import ProgressOf
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


class Session:
    """Give a command its language, its today, its database and the surface it writes on."""

    def __init__(
        self, settings: Settings | None = None, environment: Mapping[str, str] = os.environ
    ) -> None:
        self.settings = settings or Settings()
        self.environment = environment
        self.progress: ProgressOf | None = None

    @cached_property
    def lang(self) -> str:
        """Choose the language: `--lang`, `KZFR_LANG`, the settings, the locale, English."""
        return self.setting("language")

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
        entries: Sequence[Entry] = ()
        self.fault: KzfrError | None = None
        try:
            entries = read_settings(self.configuration, paths.cache(self.environment))
        except KzfrError as error:
            entries, self.fault = salvaged_settings(self.configuration), error
        return resolution.Sources(
            asked=asked, environment=self.environment, entries=entries, path=self.configuration
        )

    def refuse_faulty(self) -> None:
        """Refuse to go on with a file of settings that is wrong; raises its error."""
        _ = self.sources
        if self.fault is not None:
            raise self.fault

    def setting(self, name: str) -> str:
        """Give the value of a setting that holds."""
        return resolution.holding(name, self.sources).value

    def rules(self, profile: str | None = None, leap_day: str | None = None, **more: Any) -> Rules:
        """Say what counts as an anniversary: as the options say, else as the settings; raises
        `WrongSettingError`.
        """
        from kzfr_cli.queries.anniversaries import Round, Rules

        return Rules(
            round=Round(self.checked("round") if profile is None else profile),
            leap_day=self.checked("leap-day") if leap_day is None else leap_day,  # type: ignore[arg-type]
            **more,
        )

    def checked(self, name: str) -> str:
        """Give the value of a setting; raises `WrongSettingError` for a variable that holds a wrong
        one.
        """
        found = resolution.holding(name, self.sources)
        if found.origin == "environment":
            from kzfr_cli.settings import values

            return str(values.checked(name, found.value, found.place))
        return found.value

    @cached_property
    def catalogue(self) -> catalogue.Catalogue:
        """Load the sentences of the language."""
        return catalogue.load(self.lang)

    @cached_property
    def today(self) -> date:
        """Give today: `--today`, else `KZFR_TODAY`, else the clock; raises what refuses a date, and
        `NeedsDayError`.
        """
        if self.settings.today is not None:
            return self.settings.today
        if text := self.environment.get("KZFR_TODAY"):
            from kzfr_cli.languages import typed

            day = typed.parse(text, date.today(), self.settings.day_first).day
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

    def located(self, database: resolution.Setting) -> str:
        """Give the path of a database; that in the settings counts from their folder."""
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

    @cached_property
    def index(self) -> Index:
        """Open the database; raises `MissingDatabaseError`, `UnreadableDatabaseError` or
        `UnusableDatabaseError`.
        """
        base = [paths.packaged()] if self.settings.packaged else []
        files = paths.all_files(base, self.overlays)
        index = opening.open_index(files, paths.cache(self.environment), self.progress)
        for path in self.overlays:
            self.refuse_unusable(index, path)
        return index

    def refuse_unusable(self, index: Index, path: str) -> None:
        """Refuse a database laid over the packaged one of which not one entry is loaded, for its
        faults.
        """
        files = paths.database_files(path)
        problems = [
            problem for problem in index.problems() if problem.path in files and problem.left_out
        ]
        if problems and not any(index.brings(file) for file in files):
            from kzfr_cli.locale import messages

            raise UnusableDatabaseError(
                path=path, first=messages.problem(problems[0], self.catalogue)
            )

    @cached_property
    def speaker(self) -> Speaker:
        """Put entries into words in the language of this run."""
        from kzfr_cli.views.speaker import Speaker

        return Speaker(self.index, self.catalogue)

    def address(self, source: str) -> str:
        """Give the address of a source, empty when it has none."""
        found = self.index.source(source)
        return found.url if found else ""


def read_settings(path: str, cache: str) -> Sequence[Entry]:
    """Read the file of the settings, at the cost of one look when there is none; raises what is
    wrong in it.
    """
    if not os.path.exists(path):
        return ()
    from kzfr_cli.settings import cache as configuration

    def parse(data: bytes, path: str) -> Sequence[Entry]:
        """Read what was not read before."""
        from kzfr_cli.settings import values

        return values.parse(data, path)

    return configuration.entries(path, cache, parse)


def salvaged_settings(path: str) -> Sequence[Entry]:
    """Read what is right in a file of settings that is wrong."""
    from kzfr_cli.settings import cache as configuration
    from kzfr_cli.settings import values

    try:
        return values.salvaged(configuration.read(path), path)
    except KzfrError:
        return ()
