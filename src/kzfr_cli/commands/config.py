"""`kzfr config`: the settings, where each comes from, and how to change them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from kzfr_cli import settings, views
from kzfr_cli.core.visible import in_line, visible
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.settings import sources
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.completion import values as completions
from kzfr_cli.terminal.help import Group
from kzfr_cli.terminal.output import Output

if TYPE_CHECKING:
    from kzfr_cli.session import Session


@click.group("config", cls=Group, invoke_without_command=True)
@options.listing_options
@options.global_options
@click.pass_context
def command(ctx: click.Context, to: Output) -> None:
    """Show each setting, its value and where it comes from: an option, a variable, the file or the default.

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
        session = run.session()
        view = views.settings.setting_list(
            sources.all_held(session.sources),
            session.configuration,
            os.path.isfile(session.configuration),
        )
        output.put(view, to)


@command.command("set")
@click.argument("key", shell_complete=completions.settings)
@click.argument(
    "values",
    metavar="VALUE...",
    nargs=-1,
    required=True,
    shell_complete=completions.setting_values,
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
    session = run.unsettled()
    known = sources.KEYS.get(key)
    if known is None:
        raise UnknownWordError(what="setting", word=key, near=settings.values.near(key))
    if len(values) > 1 and key != "databases":
        raise click.UsageError(session.catalogue.text("{key} has one value only.", key=key))
    value = settings.values.accepted(
        known, settings.values.absolute(values) if key == "databases" else values[0]
    )
    settings.file.set_value(session.configuration, key, value, session.state)
    output.tell(
        session.catalogue.text(
            "{key} is set in {path}.", key=key, path=visible(session.configuration)
        )
    )
    tell_hidden(session, key)


@command.command("unset")
@click.argument("key", shell_complete=completions.settings)
@options.global_options
def unset(key: str) -> None:
    """Remove a setting from the file, so that its default applies again; also one that the file misspells.

    \b
    Examples:
      kzfr config unset language
      kzfr config unset databases
    """
    session = run.unsettled()
    if key not in {
        line.key
        for line in settings.file.lines(
            settings.cache.read(session.configuration), session.configuration
        )
    }:
        if key not in sources.KEYS:
            raise UnknownWordError(what="setting", word=key, near=settings.values.near(key))
        message = N_("{key} is not set in {path}: nothing was changed.")
        output.tell(
            session.catalogue.text(message, key=key, path=visible(session.configuration))
        )
        return
    settings.file.unset(session.configuration, key, session.state)
    message = N_("{key} is no longer set in {path}.")
    output.tell(
        session.catalogue.text(
            message, key=visible(key), path=visible(session.configuration)
        )
    )


@command.command("path")
@options.global_options
def path() -> None:
    """Print the path of the file, which need not exist.

    \b
    Examples:
      kzfr config path
      kzfr config path | xargs cat
    """
    output.emit(f"{in_line(run.unsettled().configuration)}\n")


def tell_hidden(session: Session, key: str) -> None:
    """Say on stderr that a variable goes before what was written into the file."""
    found = next(iter(sources.candidates(sources.KEYS[key], session.sources)), None)
    if found is not None and found.origin == "environment" and key != "databases":
        message = N_("In this shell {variable} goes before it.")
        output.tell(session.catalogue.text(message, variable=found.place))
