"""What one run of the program stands on: its language, its today, its database, opened when first asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.errors import NeedsDayError, UnusableDatabaseError
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue, language
from kzfr_cli.store import opening, paths
from kzfr_cli.store.index import Index

if TYPE_CHECKING:
    from kzfr_cli.store.building import Progress
    from kzfr_cli.store.editing.journal import Journal
    from kzfr_cli.views.speaker import Speaker

FAR = 10_000
"""Columns of a line that is never broken: what goes to a file or a pipe."""


@record
class Settings:
    """Hold what was asked for on the command line; None and empty where nothing was."""

    lang: str | None = None
    databases: tuple[str, ...] = ()
    packaged: bool = True
    today: date | None = None
    colour: bool | None = None
    plain: bool = False
    day_first: bool = False


class App:
    """Give a command its language, its today, its database and the surface it writes on."""

    def __init__(self, settings: Settings | None = None, environment: Mapping[str, str] = os.environ) -> None:
        self.settings = settings or Settings()
        self.environment = environment

    @cached_property
    def lang(self) -> str:
        """Choose the language: `--lang`, `KZFR_LANG`, the locale, English."""
        return language.choose(self.settings.lang, self.environment)

    @cached_property
    def catalogue(self) -> catalogue.Catalogue:
        """Load the sentences of the language."""
        return catalogue.load(self.lang)

    @cached_property
    def today(self) -> date:
        """Give today: `--today`, else `KZFR_TODAY`, else the clock; raises what refuses a date, and `NeedsDayError`."""
        if self.settings.today is not None:
            return self.settings.today
        if text := self.environment.get("KZFR_TODAY"):
            from kzfr_cli.locale import typed_dates

            day = typed_dates.parse(text, date.today(), self.settings.day_first).day
            if day is None:
                raise NeedsDayError(text=text)
            return day
        return date.today()

    @cached_property
    def overlays(self) -> list[str]:
        """List the databases laid over the packaged one: the user's own, `KZFR_DB`, `--db`."""
        user = paths.user_database(self.environment)
        chosen = [*filter(None, self.environment.get("KZFR_DB", "").split(os.pathsep)), *self.settings.databases]
        own = [user] if os.path.isfile(user) else []
        return own + [os.path.abspath(os.path.expanduser(path)) if path else "“”" for path in chosen]

    def writing(self, path: str) -> App:
        """Let new entries go to a file that is not among the databases yet."""
        self.__dict__["target"] = path
        return self

    @cached_property
    def target(self) -> str:
        """Name the file that a new entry goes to: that of the last `--db`, else the user's own; it need not exist."""
        asked = self.settings.databases[-1] if self.settings.databases else ""
        path = os.path.abspath(os.path.expanduser(asked)) if asked else paths.user_database(self.environment)
        return os.path.join(path, "events.toml") if os.path.isdir(path) else path

    @cached_property
    def state(self) -> str:
        """Find the folder of what must outlive a run and is no data: changes to undo, drafts."""
        return paths.state(self.environment)

    @cached_property
    def journal(self) -> Journal:
        """Find what `kzfr undo` needs."""
        from kzfr_cli.store.editing.journal import Journal

        return Journal(self.state)

    @cached_property
    def index(self) -> Index:
        """Open the database; raises `MissingDatabaseError`, `UnreadableDatabaseError` or `UnusableDatabaseError`."""
        base = [paths.packaged()] if self.settings.packaged else []
        files = paths.all_files(base, self.overlays)
        index = opening.open_index(files, paths.cache(self.environment), self.progress)
        for path in self.overlays:
            self.refuse_unusable(index, path)
        return index

    def refuse_unusable(self, index: Index, path: str) -> None:
        """Refuse a database laid over the packaged one of which not one entry is loaded, for its faults."""
        files = paths.database_files(path)
        problems = [problem for problem in index.problems() if problem.path in files and problem.left_out]
        if problems and not any(index.brings(file) for file in files):
            from kzfr_cli.locale import messages

            raise UnusableDatabaseError(path=path, first=messages.problem(problems[0], self.catalogue))

    @cached_property
    def speaker(self) -> Speaker:
        """Put entries into words in the language of this run."""
        from kzfr_cli.views.speaker import Speaker

        return Speaker(self.index, self.catalogue)

    def progress(self, total: int) -> AbstractContextManager[Progress]:
        """Show on stderr, on a terminal, how far the reading of the files is when it takes over a second."""
        from kzfr_cli.formats.progress import bar

        label = self.catalogue.text("Reading the database")
        return bar(total, label, shown=sys.stderr.isatty())

    def surface(self, to_file: bool, csv_dialect: str = "excel") -> Surface:
        """Describe what the output is written on: only a terminal has a width and, unless refused, colours."""
        terminal = not to_file and sys.stdout.isatty()
        width = terminal_width() if terminal else FAR
        return Surface(
            catalogue=self.catalogue,
            width=max(width, 20),
            colour=self.has_colour(terminal) and not to_file,
            plain=self.settings.plain or self.environment.get("TERM") == "dumb",
            terminal=terminal,
            csv_dialect=csv_dialect,
        )

    def has_colour(self, terminal: bool) -> bool:
        """Decide on colours: the options, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal."""
        if self.settings.colour is not None:
            return self.settings.colour
        if self.environment.get("NO_COLOR"):
            return False
        if forced := self.environment.get("FORCE_COLOR"):
            return forced != "0"
        return terminal and self.environment.get("TERM") != "dumb"


def terminal_width() -> int:
    """Measure the terminal in columns, by `COLUMNS` first as terminal programs do; 80 when it does not say."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
