"""A command that looks for words, of which those that begin with a hyphen are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from kzfr_cli.core.visible import visible
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.terminal import output, run
from kzfr_cli.terminal.arguments import END, CommandLine, Piece
from kzfr_cli.terminal.help import Command

SHORTEST = 2
"""Letters or digits from which a word with a hyphen is one to leave out, and not a wrong option."""

MEANT = {"-o": N_("to write a file: -o NAME"), "-h": N_("for the help: -h")}
"""What to type for the option that a word to leave out begins like."""


class QueryCommand(Command):
    """A command whose words may begin with a hyphen, which leaves them out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words to leave out among the words, and say which of them look like options."""
        line = CommandLine(self, ctx)
        pieces = list(line.pieces(args))
        words = [piece for piece in pieces if piece.role == "word" or is_exclusion(piece)]
        options = [piece.text for piece in pieces if piece not in words]
        lacks = bool(pieces) and line.lacks_value(pieces[-1])
        query = [worded(piece, is_alone=len(words) == 1) for piece in words]
        rest = super().parse_args(ctx, options if lacks else [*options, END, *query])
        if not ctx.resilient_parsing:
            tell_left_out(line, left_out(words))
        return rest


def left_out(words: Sequence[Piece]) -> list[str]:
    """The words to leave out; of a query in one piece, only the first word of it."""
    texts = [piece.text for piece in words if is_exclusion(piece)]
    return texts if len(words) > 1 else [text.split()[0] for text in texts]


def is_exclusion(piece: Piece) -> bool:
    """Return whether a piece is a word to leave out: one hyphen, two letters or digits of any
    script, and no option of that very name.
    """
    signs = sum(sign.isalnum() for sign in piece.text)
    return piece.role == "unknown" and piece.is_short and signs >= SHORTEST


def worded(piece: Piece, *, is_alone: bool) -> str:
    """Write a piece as a query has it; the quotes that a shell took from `-"state visit"` are put
    back, unless the whole query stands in one piece.
    """
    has_space = any(sign.isspace() for sign in piece.text)
    if is_alone or not has_space or not is_exclusion(piece) or '"' in piece.text:
        return piece.text
    return f'-"{piece.text[1:]}"'


def tell_left_out(line: CommandLine, texts: Iterable[str]) -> None:
    """Say once on stderr which words are left out that begin like an option."""
    text = run.spoken().text
    hints: dict[str, None] = {}
    words = []
    for word in texts:
        if hint := meant(line, word):
            hints[hint] = None
            words.append(text("“{word}”", word=visible(word[1:])))
    if words:
        sentence = text(
            "leaving out {words} ({hints})", words=", ".join(words), hints="; ".join(hints)
        )
        output.tell(sentence)


def meant(line: CommandLine, word: str) -> str:
    """Return what to type for the option that a word begins like; nothing when it does not."""
    text = run.spoken().text
    if long_form := line.long_form(word):
        return text("the option is {option}", option=long_form)
    return text(MEANT.get(line.short_form(word), ""))
