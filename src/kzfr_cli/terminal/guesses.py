"""What a first word that is no command asks for: a command misspelt, a date, or words to search
for.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence

import click

from kzfr_cli import locale, queries, search
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import visible
from kzfr_cli.languages import folding
from kzfr_cli.session import Session
from kzfr_cli.terminal import run, words

EDITS = 2
"""Letters that a misspelt command may have wrong; two neighbours that changed places are one."""

BARE = re.compile(r"[\w@%+=:,./^-]+")
"""What a shell takes for one word, whatever its script."""

SAFE = re.compile(r'[^"$`\\!]+')
"""What double quotes keep as it is."""

OF_A_TIME = ("timeline", "anniversary")
"""The commands that take a date as it is spoken."""

HELP = "help"
TEXTS = "check"
"""The command that most often reads a file."""


@pair
class Guess:
    """The command that is run for a line that names none, with its arguments; `others` are commands
    that its first word may mean too.
    """

    command: str
    arguments: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The command line as it may be typed."""
        return typed(
            "kzfr",
            self.command,
            *self.arguments,
        )

    def told(self) -> str:
        """Say what is run, and what else may be meant."""
        if not self.others:
            return self.line
        others = ", ".join(typed("kzfr", name) for name in self.others)
        return run.spoken().text(
            "{line} (or perhaps: {others})", line=self.line, others=others
        )


def read(arguments: Sequence[str], commands: Sequence[str], ctx: click.Context) -> Guess:
    """Guess what a command line asks for whose first word is no command.

    Raises `click.UsageError` for a misspelt command and for a file without one, and what refuses a
    date that is wrong.
    """
    first, *rest = arguments
    refuse_file(first, rest, commands, ctx)
    session = run.session(ctx)
    when = words.date(" ".join(phrase(arguments)), session)
    if when is not None and not is_bare_month(arguments, when):
        return Guess("anniversary" if is_day(when) else "timeline", tuple(arguments))
    if guess := of_a_time(arguments, commands, session):
        return guess
    if found := misspelt(first, commands, session):
        raise refusal(first, found, ctx)
    return Guess("search", tuple(arguments), by_meaning(first, commands))


def of_a_time(
    arguments: Sequence[str], commands: Sequence[str], session: Session
) -> Guess | None:
    """The command of a first word that means one and is followed by a date: «anniversaires 2027»;
    None for any other line.
    """
    said = phrase(arguments)
    first, *rest = " ".join(said).split() or [""]
    named = [name for name in by_meaning(first, commands) if name in OF_A_TIME]
    if not named or not rest or words.date(" ".join(rest), session) is None:
        return None
    return Guess(named[0], (*rest, *arguments[len(said) :]))


def refuse_file(
    first: str, rest: Sequence[str], commands: Sequence[str], ctx: click.Context
) -> None:
    """Refuse a file that no command is to read, and name the command; raises `click.UsageError`."""
    path = next((text for text in (first, *rest[:1]) if os.path.isfile(text)), None)
    if path is not None:
        named = by_meaning(first, commands) or near(first, commands, EDITS) or (TEXTS,)
        raise refusal(first, [typed("kzfr", name, path) for name in named], ctx)


def misspelt(word: str, commands: Sequence[str], session: Session) -> tuple[str, ...]:
    """The commands that a word may stand for: those that it is a letter from, those that it means,
    and those that it is two letters from, but for words of the record («state», "Total").
    """
    meant, looks = by_meaning(word, commands), near(word, commands, EDITS)
    is_sure = not {*meant}.isdisjoint((*looks, HELP)) or near(word, commands, 1)
    found = meant or looks
    return found if is_sure or (found and not is_known(word, session)) else ()


def is_known(word: str, session: Session) -> bool:
    """Return whether a word stands in the record, whose words are searched for."""
    lexicon = search.lexicon.Lexicon(session.index.connection)
    return lexicon.knows(folding.fold(word))


def phrase(arguments: Sequence[str]) -> Sequence[str]:
    """Return the words before the first option."""
    options = (place for place, word in enumerate(arguments) if word.startswith("-"))
    return arguments[: next(options, len(arguments))]


def is_bare_month(arguments: Sequence[str], when: PartialDate) -> bool:
    """Return whether the word is the name of a month alone, which names much else: Mars, Қазан."""
    typed = "".join(phrase(arguments))
    return when.precision == "month" and not any(sign.isdigit() for sign in typed)


def is_day(when: PartialDate) -> bool:
    """Return whether a date is one day."""
    return when.day is not None and not when.is_interval


def near(word: str, commands: Sequence[str], edits: int) -> tuple[str, ...]:
    """The commands that a word is at most so many edits from, the nearest first."""
    return queries.lookups.within(folding.fold(word), commands, edits)


def by_meaning(word: str, commands: Sequence[str]) -> tuple[str, ...]:
    """The commands that do what a word of any language means."""
    return locale.choices.meant(
        "commands",
        word,
        commands,
    )


def refusal(word: str, found: Sequence[str], ctx: click.Context) -> click.UsageError:
    """Say that a word is no command, which may be meant, and how to search for it all the same."""
    sentences = run.spoken()
    said = [sentences.text("“{word}” is no command.", word=visible(word))]
    near = locale.messages.worded({"near": tuple(found)}, sentences)["near"]
    said.append(sentences.text(locale.sentences.NEAR, near=near))
    if not os.path.isfile(word):
        line = typed(
            "kzfr",
            "search",
            word,
        )
        said.append(sentences.text("To search for the word: {line}", line=line))
    return click.UsageError(" ".join(said), ctx=ctx)


def typed(*line: str) -> str:
    """Write words as a command line, in quotes what a shell would take for more than a word."""
    return visible(" ".join(map(quoted, line)))


def quoted(word: str) -> str:
    """Write a word as a shell takes it."""
    if BARE.fullmatch(word):
        return word
    return f'"{word}"' if "'" in word and SAFE.fullmatch(word) else shlex.quote(word)
