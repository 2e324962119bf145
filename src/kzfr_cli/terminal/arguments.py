"""What stands on a command line: the options, the values that they take, and the other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import click

from kzfr_cli import terminal
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import visible

Role = Literal["option", "value", "unknown", "word"]

END = "--"
"""Stands before words that are no options, whatever they begin with."""


@pair
class Piece:
    """One piece of a command line, and what it is there."""

    text: str
    role: Role

    @property
    def is_short(self) -> bool:
        """Return whether it begins as an option of one letter does."""
        return self.text.startswith("-") and not self.text.startswith("--")


class CommandLine:
    """Read a command line by the options of a command."""

    def __init__(self, command: click.Command, ctx: click.Context) -> None:
        self.options = dict(named(command, ctx))
        self.interspersed = ctx.allow_interspersed_args

    def pieces(self, arguments: Sequence[str]) -> Iterator[Piece]:
        """Yield each piece with its role; the mark `--` is none."""
        rest = list(arguments)
        while rest:
            text = rest.pop(0)
            if text == END:
                break
            if not text.startswith("-") or text == "-":
                yield Piece(text, "word")
                if not self.interspersed:
                    break
                continue
            yield Piece(text, "option" if self.option(text) else "unknown")
            for _ in range(self.taken(text, rest)):
                yield Piece(rest.pop(0), "value")
        yield from (Piece(text, "word") for text in rest)

    def option(self, text: str) -> click.Option | None:
        """Return the option that a piece names exactly, `--name=value` included."""
        if text.startswith("--"):
            return self.options.get(text.partition("=")[0])
        return self.options.get(text)

    def taken(self, text: str, rest: Sequence[str]) -> int:
        """Return how many of the pieces that follow an option are its value, as Click takes
        them.
        """
        option = self.option(text)
        if option is None or not takes_value(option) or "=" in text:
            return 0
        if may_stand_alone(option) and rest and rest[0].startswith("-") and rest[0] != "-":
            return 0
        return min(option.nargs, len(rest))

    def lacks_value(self, last: Piece) -> bool:
        """Return whether the last piece is an option whose value is not there."""
        option = self.option(last.text) if last.role == "option" else None
        if option is None or "=" in last.text:
            return False
        return takes_value(option) and not may_stand_alone(option)

    def long_form(self, text: str) -> str:
        """Return the long option that a piece has one hyphen too few for, `-limit`; else
        nothing.
        """
        name = f"-{text.partition('=')[0]}"
        return name if name in self.options else ""

    def short_form(self, text: str) -> str:
        """Return the short option that a piece begins with, `-o` of `-orano`; else nothing."""
        return text[:2] if text[:2] in self.options else ""


def takes_value(option: click.Option) -> bool:
    """Return whether an option is followed by its value."""
    return not (option.is_flag or option.count)


def may_stand_alone(option: click.Option) -> bool:
    """Return whether an option may be given without its value, as `--color`."""
    return bool(getattr(option, "_flag_needs_value", False))


def named(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, click.Option]]:
    """Yield each name of each option of a command."""
    for parameter in command.get_params(ctx):
        if isinstance(parameter, click.Option):
            for name in (*parameter.opts, *parameter.secondary_opts):
                yield name, parameter


def refuse_glued(
    command: click.Command, ctx: click.Context, arguments: Sequence[str]
) -> None:
    """Refuse a short option that something is glued to, and name what to type.

    Click would take the letters after it for its value, or for more options: a misspelt
    `-output` would write a file `utput`. Raises `click.UsageError`.
    """
    line = CommandLine(command, ctx)
    for piece in line.pieces(arguments):
        if piece.role == "unknown" and piece.is_short and len(piece.text) > 2:
            refuse(line, piece.text, ctx)


def refuse(line: CommandLine, text: str, ctx: click.Context) -> None:
    """Refuse one piece that is glued together; what begins as no option is left to Click."""
    if long_form := line.long_form(text):
        raise click.NoSuchOption(text, possibilities=[long_form], ctx=ctx)
    short_form = line.short_form(text)
    if not short_form:
        return
    if line.options[short_form].is_flag:
        raise click.NoSuchOption(text, possibilities=[short_form], ctx=ctx)
    import shlex

    spaced = f"{short_form} {shlex.quote(text[2:].removeprefix('='))}"
    sentence = terminal.run.spoken().text(
        "“{text}” glues an option to its value. Type them apart: {spaced}",
        text=visible(text),
        spaced=visible(spaced),
    )
    raise click.UsageError(sentence, ctx=ctx)
