"""`kzfr config`: the settings, where each comes from, and how to change them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.commands.described import Group
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.locale.words import N_
from kzfr_cli.queries.settings import resolution

if TYPE_CHECKING:
    from kzfr_cli.app import App


@click.group("config", cls=Group, invoke_without_command=True)
@options.listing_options
@options.global_options
@click.pass_context
def command(ctx: click.Context, format_: str, output: str | None) -> None:
    """Tell each setting, its value and where it comes from: an option, a variable, the file or the
    default.

    The settings are language, databases, round, leap-day, color and pager. An option goes before a
    variable, a variable before the file.

    \b
    Examples:
      kzfr config
      kzfr config set language fr
      kzfr config unset language
      kzfr config path
    """
    if ctx.invoked_subcommand is None:
        from kzfr_cli.views import settings

        app = options.current_app()
        view = settings.setting_list(
            held(app), app.configuration, os.path.isfile(app.configuration)
        )
        options.put(view, format_, output)


def held(app: App) -> list[resolution.Setting]:
    """List the settings that hold, each database on its own, in the order in which they are laid."""
    found = []
    for name in resolution.KEYS:
        if name == "databases":
            found += resolution.laid(app.sources) or [
                resolution.Setting(key=name, value="", origin="default")
            ]
        else:
            found.append(resolution.holding(name, app.sources))
    return found


@command.command("set")
@click.argument("key", shell_complete=completions.settings)
@click.argument(
    "values", metavar="VALUE...", nargs=-1, required=True, shell_complete=completions.setting_values
)
@options.global_options
def set_(key: str, values: tuple[str, ...]) -> None:
    """Write a setting into the file; every other byte of it stays. Several databases are several
    values.

    \b
    Examples:
      kzfr config set language fr
      kzfr config set databases my-events.toml
      kzfr config set round 7,33
    """
    from kzfr_cli.queries.settings import checking
    from kzfr_cli.store.editing import settings

    app = options.unsettled_app()
    known = resolution.KEYS.get(key)
    if known is None:
        raise UnknownWordError(what="setting", word=key, near=checking.near(key))
    if len(values) > 1 and key != "databases":
        raise click.UsageError(app.catalogue.text("{key} has one value only.", key=key))
    value = checking.accepted(known, absolute(values) if key == "databases" else values[0])
    write(app, lambda data, path: settings.with_value(data, path, key, value))
    options.tell(
        app.catalogue.text("{key} is set in {path}.", key=key, path=visible(app.configuration))
    )
    tell_hidden(app, key)


def absolute(paths: tuple[str, ...]) -> list[str]:
    """Give databases by paths that mean the same from everywhere; raises `MissingDatabaseError`."""
    from kzfr_cli.store.paths import database_files

    found = [os.path.abspath(os.path.expanduser(path)) for path in paths]
    for path in found:
        database_files(path)
    return found


@command.command("unset")
@click.argument("key", shell_complete=completions.settings)
@options.global_options
def unset(key: str) -> None:
    """Take a setting out of the file, so that its default holds again; also one that the file names
    wrongly.

    \b
    Examples:
      kzfr config unset language
      kzfr config unset databases
    """
    from kzfr_cli.queries.settings import checking
    from kzfr_cli.store.editing import settings

    app = options.unsettled_app()
    if key not in {line.key for line in settings.lines(read(app), app.configuration)}:
        if key not in resolution.KEYS:
            raise UnknownWordError(what="setting", word=key, near=checking.near(key))
        message = N_("{key} is not set in {path}: nothing was changed.")
        options.tell(app.catalogue.text(message, key=key, path=visible(app.configuration)))
        return
    write(app, lambda data, path: settings.without(data, path, key))
    message = N_("{key} is no longer set in {path}.")
    options.tell(app.catalogue.text(message, key=visible(key), path=visible(app.configuration)))


@command.command("path")
@options.global_options
def path() -> None:
    """Print the path of the file, which need not exist.

    \b
    Examples:
      kzfr config path
      kzfr config path | xargs cat
    """
    options.emit(f"{visible(options.unsettled_app().configuration)}\n")


# ---- the file


def read(app: App) -> bytes:
    """Read the file, empty when there is none; raises `UnreadableSettingsError`."""
    from kzfr_cli.store import configuration

    return configuration.read(app.configuration)


def write(app: App, make: Callable[[bytes, str], bytes]) -> None:
    """Change the file; raises the errors of `store.editing.settings.change`."""
    from kzfr_cli.store.editing import settings

    settings.change(app.configuration, lambda data: make(data, app.configuration))


def tell_hidden(app: App, key: str) -> None:
    """Say on stderr that a variable goes before what was written into the file."""
    found = next(iter(resolution.candidates(resolution.KEYS[key], app.sources)), None)
    if found is not None and found.origin == "environment" and key != "databases":
        message = N_("In this shell {variable} goes before it.")
        options.tell(app.catalogue.text(message, variable=found.place))
