"""Commands and groups whose help and usage are told in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import click

from kzfr_cli.commands import options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

HELP = ("-h", "--help")
"""The names of the option that shows the help."""


class Described(click.Command):
    """Tell the help, the usage and the line in the list of commands from a translated copy of the
    command.
    """

    def translated(self) -> Self:
        """Copy the command in the language of this run."""
        from kzfr_cli.commands import help

        return help.translated(self, options.spoken())

    def get_help(self, ctx: click.Context) -> str:
        """Tell all about the command."""
        return super(Described, self.translated()).get_help(ctx)

    def get_usage(self, ctx: click.Context) -> str:
        """Tell what may stand on the command line."""
        return super(Described, self.translated()).get_usage(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Tell what the command does up to its first colon or semicolon, however long: the list
        breaks its lines.
        """
        from kzfr_cli.commands import help

        return help.in_short(self, options.spoken())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the options and the commands, each with its help."""
        return super(Described, self.translated()).shell_complete(ctx, incomplete)


class Command(Described):
    """A command."""


class Group(Described, click.Group):
    """A command that has others below it."""

    command_class = Command
