"""The program: its commands, each loaded when it is called, and the one place where errors end."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from kzfr_cli import commands, languages, locale, terminal
from kzfr_cli.errors import KzfrError, UnwritableOutputError
from kzfr_cli.locale import catalogue
from kzfr_cli.store.index import opening
from kzfr_cli.terminal import options, output
from kzfr_cli.terminal.help import HELP, Group
from kzfr_cli.terminal.run import spoken

COMMANDS = (
    "timeline",
    "search",
    "anniversary",
    "today",
    "show",
    "figures",
    "sources",
    "cite",
    "export",
    "site",
    "check",
    "add",
    "edit",
    "remove",
    "source",
    "import",
    "undo",
    "validate",
    "info",
    "config",
    "schema",
    "completion",
)
HIDDEN = ("help", "version")
"""Commands that the options of their names do too."""

ALIASES = {"find": "search", "list": "timeline", "on": "anniversary"}
"""Other names of commands."""

MODULES = {"import": "importing"}
"""The module of a command whose name Python keeps for itself."""

COMPLETING = "_KZFR_COMPLETE"
"""The variable by which the script of a shell asks what may stand at its cursor; it holds the name
of the shell.
"""

INDENT = 2
"""Columns before the commands in the help."""

INTERRUPTED = 130
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What a standard output says that takes nothing more."""


class Commands(Group):
    """Find each command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order in which people meet them."""
        return list(COMMANDS)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by what they are for, and the options in short, on one screen."""
        sentences, overview = spoken(), terminal.overview
        formatter.write_paragraph()
        for line in overview.lines(COMMANDS, sentences, formatter.width - INDENT):
            formatter.write(f"{' ' * INDENT}{line}\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(overview.options(self, ctx, sentences))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, by its name or another one."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS and name not in HIDDEN:
            return None
        module = MODULES.get(name, name)
        command: click.Command = import_module(f"kzfr_cli.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of a line; what names none is guessed, and the guess told on stderr."""
        name = ALIASES.get(args[0], args[0])
        if ctx.resilient_parsing or name in COMMANDS or name in HIDDEN or is_option(name):
            return super().resolve_command(ctx, [name, *args[1:]])
        guess = terminal.guesses.read(args, [*COMMANDS, *HIDDEN], ctx)
        output.tell(guess.told())
        return super().resolve_command(ctx, [guess.command, *guess.arguments])


def is_option(word: str) -> bool:
    """Return whether a word looks like an option."""
    return word.startswith("-") and len(word) > 1


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": HELP}
)
@options.global_options
@options.version_option
@click.pass_context
def kzfr(ctx: click.Context) -> None:
    """Look up the dates of France–Kazakhstan relations, with their sources and their disputes.

    \b
    Examples:
      kzfr timeline 2008
      kzfr search sorbonne almati
    """
    if ctx.invoked_subcommand is None:
        commands.today.welcome()


def main() -> NoReturn:
    """Run the program and end with its exit code.

    The process ends without taking its modules apart, which would take a twentieth of a short
    command's time.
    """
    prepare_streams()
    sys.argv[1:] = [decoded(argument, sys.argv[1:]) for argument in sys.argv[1:]]
    code = run(sys.argv[1:])
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def prepare_streams() -> None:
    """Write UTF-8 to files and pipes whatever the locale, and never fail on a letter that a
    terminal lacks.

    A stream that was closed before the program began is None to Python: what is written to it is
    lost in silence.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


PATH_COMMANDS = frozenset({"check", "export", "import", "site", "validate"})
"""The commands that take paths without an option."""

PATH_OPTIONS = ("--db", "--output", "-o")


def decoded(argument: str, line: Sequence[str] = ()) -> str:
    """Read an argument as UTF-8 whatever the locale: under `LC_ALL=C` Python may keep its bytes as
    surrogates. What may be a path keeps the bytes that are not UTF-8: another name is another file.
    """
    if argument.isascii():
        return argument
    is_path = not PATH_COMMANDS.isdisjoint(line) or follows_option(argument, line)
    return os.fsencode(argument).decode("utf-8", "surrogateescape" if is_path else "replace")


def follows_option(argument: str, line: Sequence[str]) -> bool:
    """Return whether an argument is, or holds, the value of an option that takes a path."""
    place = list(line).index(argument) if argument in line else 0
    before = line[place - 1] if place else ""
    return before in PATH_OPTIONS or argument.startswith(
        tuple(f"{name}=" for name in PATH_OPTIONS)
    )


def run(arguments: list[str], *, anew: bool = False) -> int:
    """Run one command line; every error ends here as one message and one exit code.

    An index found damaged in the middle is thrown away and the command run once more: `anew` tells
    the second time.
    """
    try:
        if shell := os.environ.get(COMPLETING):
            return terminal.completion.protocol.answer(kzfr, shell)
        with catalogue.answering(spoken):
            result = kzfr.main(arguments, prog_name="kzfr", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except KzfrError as error:
        tell(error)
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        return refused(error)
    except (KeyboardInterrupt, click.Abort):
        output.tell("")
        return INTERRUPTED
    except SystemExit as error:
        return ended(error)
    except BrokenPipeError:
        silence_stdout()
        return 0
    except Exception as error:
        if not anew and opening.discard(error):
            return run(arguments, anew=True)
        return unforeseen(error)


def unforeseen(error: Exception) -> int:
    """Report an error of ours, unless it is an interruption that Python before 3.12 wrapped."""
    if isinstance(error.__cause__, KeyboardInterrupt):
        return INTERRUPTED
    return failed(error)


def refused(error: click.ClickException) -> int:
    """Say on stderr what is wrong with the command line, by the names that the help gives to its
    values.
    """
    with contextlib.suppress(OSError), catalogue.answering(spoken):
        if isinstance(error, click.BadParameter) and error.param is not None:
            error.param = terminal.help.parameter(error.param, spoken())
        said = io.StringIO()
        error.show(file=said)
        if isinstance(error, click.MissingParameter) and error.ctx is not None:
            said.write(example(error.ctx.command))
        own = languages.typography.with_own_quotes(said.getvalue(), spoken().lang)
        output.tell(own.rstrip("\n"))
    return error.exit_code


def example(command: click.Command) -> str:
    """Show how a command is called whose argument is missing."""
    first = next(iter(terminal.help.examples(command)), "")
    return spoken().text("For example: {line}", line=first) if first else ""


def ended(error: SystemExit) -> int:
    """Return the exit code of what Click ended by itself: a completion, or a closed pipe, which
    is no failure.
    """
    if type(sys.stdout).__name__.endswith(
        "PacifyFlushWrapper"
    ):  # Click puts it there when a pipe is closed
        silence_stdout()
        return 0
    return error.code if isinstance(error.code, int) else 1


def failed(error: Exception) -> int:
    """Say that the standard output took nothing more (a full disk); anything else is a bug."""
    if isinstance(error, OSError) and error.errno in FULL:
        silence_stdout()
        refused = UnwritableOutputError(path="stdout", reason=error.strerror or str(error))
        tell(refused)
        return refused.exit_code
    return report_bug(error)


def tell(error: KzfrError) -> None:
    """Say on stderr what stopped the command and what to type next."""
    sentences = spoken()
    output.tell(f"{sentences.text('Error:')} {locale.messages.sentence(error, sentences)}")


def silence_stdout() -> None:
    """Keep Python from complaining about a closed pipe when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report_bug(error: Exception) -> int:
    """Apologise, keep the traceback in a file and say how to report it."""
    return terminal.bug.report(error)
