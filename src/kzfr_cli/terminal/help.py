"""Commands and groups whose help and usage are told in the language of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from kzfr_cli import terminal
from kzfr_cli.errors import UnknownFormatError, UnwritableEndingError
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.terminal import run, screen

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

LONGEST_CHOICE = 40
"""Columns of the words that an option takes, up to which they stand in its line."""

MANY = {
    "categories": N_("CATEGORY"),
    "fmt": N_("FORMAT"),
    "kinds": N_("KIND"),
    "kind": N_("KIND"),
}
"""What stands there for the words of an option that takes many."""

WIDEST, MARGIN = 80, 2
"""Columns of the widest help, and those that it leaves free, as Click has them."""
NARROW, NARROWEST = 60, 20
HELP = ("-h", "--help")
"""The names of the option that shows the help."""

AnyCommand = TypeVar("AnyCommand", bound=click.Command)
Part = TypeVar("Part", bound=click.Command | click.Parameter)

EXAMPLES = N_("Examples:")
SHOW_HELP = N_("Show this message and exit.")
UNWRAPPED = "\b"
"""Click's mark of a paragraph whose lines are kept; ours are the examples."""


def translated(command: AnyCommand, catalogue: Catalogue) -> AnyCommand:
    """Copy a command with its help, the help of its options and the words for their values in one
    language.
    """
    made = copied(command)
    made.help = "\n\n".join(paragraphs(command, catalogue))
    made.options_metavar = catalogue.text(command.options_metavar or "")
    made.params = [parameter(item, catalogue) for item in command.params]
    if isinstance(command, click.Group) and isinstance(made, click.Group):
        made.subcommand_metavar = catalogue.text(command.subcommand_metavar or "")
    return with_help_option(made, catalogue)


def copied(item: Part) -> Part:
    """Copy a command or a parameter; only the help needs the library for it."""
    from copy import copy

    return copy(item)


def with_help_option(command: AnyCommand, catalogue: Catalogue) -> AnyCommand:
    """Put `--help` among the options of a copied command: Click keeps the one that it made in
    another language.
    """
    command.params.append(click.Option(HELP, is_flag=True, help=catalogue.text(SHOW_HELP)))
    command.add_help_option = False
    return command


def paragraphs(command: click.Command, catalogue: Catalogue) -> list[str]:
    """Return what a command does, its examples, and then the rest."""
    first, *rest = prose(command, catalogue)
    shown = "\n".join(f"  {line}" for line in examples(command))
    return [
        first,
        *([f"{UNWRAPPED}\n{catalogue.text(EXAMPLES)}\n{shown}"] if shown else []),
        *rest,
    ]


def prose(command: click.Command, catalogue: Catalogue) -> list[str]:
    """Return the paragraphs about a command, the first of which says what it does."""
    return [
        catalogue.text(" ".join(block.split()))
        for block in blocks(command)
        if not block.startswith(UNWRAPPED)
    ]


CLAUSE = r"\s*[:;]\s|\.(\s|$)"
"""The end of the first clause, with the space that French puts before it."""


def in_short(command: click.Command, catalogue: Catalogue) -> str:
    """Return the first clause of what a command does, as a sentence."""
    return re.split(CLAUSE, prose(command, catalogue)[0], maxsplit=1)[0] + "."


def examples(command: click.Command) -> list[str]:
    """Return the command lines shown as examples."""
    shown = (block for block in blocks(command) if block.startswith(UNWRAPPED))
    return [line.strip() for block in shown for line in block.splitlines()[2:]]


def blocks(command: click.Command) -> list[str]:
    """Split the help of a command where its lines are empty."""
    return cleandoc(command.help or "").split("\n\n")


def parameter(item: click.Parameter, catalogue: Catalogue) -> click.Parameter:
    """Copy an option or an argument with its words in one language."""
    made = copied(item)
    made.metavar = catalogue.text(metavar(item)) or None
    if isinstance(item, click.Option) and isinstance(made, click.Option):
        made.help = f"{catalogue.text(item.help or '')}{listed(item)}"
    return made


def listed(item: click.Parameter) -> str:
    """The words that an option takes, behind its help, where they are too many to stand in its
    line.
    """
    return f" {', '.join(choices(item))}." if has_many(item) else ""


def has_many(item: click.Parameter) -> bool:
    """Return whether the words that a parameter takes would not fit into its line."""
    return len("|".join(choices(item))) > LONGEST_CHOICE


def choices(item: click.Parameter) -> Sequence[str]:
    """The words that a parameter takes, none where it takes any."""
    return tuple(item.type.choices) if isinstance(item.type, click.Choice) else ()


def metavar(item: click.Parameter) -> str:
    """Return the word for the value of a parameter; nothing where its values are listed or
    there is none.
    """
    if not item.metavar and has_many(item):
        return MANY.get(item.name or "", (item.name or "").upper())
    if (
        item.metavar
        or isinstance(item.type, click.Choice)
        or getattr(item, "is_flag", False)
    ):
        return item.metavar or ""
    if isinstance(item, click.Argument):
        name = (item.name or "").upper()
        return name if item.required else f"[{name}]"
    return item.type.name.upper()


def of(ctx: click.Context, words: Sequence[str]) -> str:
    """Tell all about the program, or about the command that words name below it; raises
    `click.UsageError` for one that there is not.
    """
    command = ctx.command
    for word in words:
        found = command.get_command(ctx, word) if isinstance(command, click.Group) else None
        if found is None:
            known = command.list_commands(ctx) if isinstance(command, click.Group) else ()
            raise click.NoSuchCommand(word, possibilities=list(known), ctx=ctx)
        command = found
        ctx = command.context_class(command, parent=ctx, info_name=word)
    return command.get_help(ctx)


def may_be_glued(argument: str) -> bool:
    """Return whether an argument may be a short option with a value glued to it."""
    return len(argument) > 2 and argument[0] == "-" != argument[1]


class Formatter(click.HelpFormatter):
    """Write help as wide as the terminal, the names of options in a narrow column where it is
    narrow: no word is cut.
    """

    def __init__(
        self,
        indent_increment: int = 2,
        width: int | None = None,
        max_width: int | None = None,
    ) -> None:
        columns = min(screen.terminal_width(), max_width or WIDEST) - MARGIN
        super().__init__(indent_increment, width or max(columns, NARROWEST), max_width)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names and what they mean side by side; a long name stands above its meaning."""
        names = col_max if self.width > NARROW else self.width // 4
        super().write_dl(rows, names, col_spacing)


class Context(click.Context):
    """What Click knows of a run, with our way of writing help."""

    formatter_class = Formatter


class Described(click.Command):
    """The help, the usage and the line in the list of commands from a translated copy of the
    command.
    """

    context_class = Context

    def translated(self) -> Self:
        """Copy the command in the language of this run."""
        return translated(self, run.spoken())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; raises `click.UsageError` for a short option with a value glued
        to it.
        """
        if not ctx.resilient_parsing and any(map(may_be_glued, args)):
            terminal.arguments.refuse_glued(self, ctx, args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Tell all about the command."""
        return super(Described, self.translated()).get_help(ctx)

    def get_usage(self, ctx: click.Context) -> str:
        """Return what may stand on the command line."""
        return super(Described, self.translated()).get_usage(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return what the command does up to its first colon or semicolon, however long: the
        list breaks its lines.
        """
        return in_short(self, run.spoken())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the options and the commands, each with its help."""
        return super(Described, self.translated()).shell_complete(ctx, incomplete)


class Command(Described):
    """A command."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an output under a wrong ending that is one of its inputs is refused as
        such, for the loss comes first.
        """
        try:
            return super().invoke(ctx)
        except (UnknownFormatError, UnwritableEndingError) as error:
            terminal.output.refuse_input(
                str(error.facts["path"]), ctx.params.get("files", ())
            )
            raise


class Group(Described, click.Group):
    """A command that has others below it."""

    command_class = Command
