"""How each shell asks what may stand at the cursor, and how it is answered; their scripts are the
files of `completions/`.

The scripts hand over the words before the cursor, or in bash the line up to it, in the environment.
The answer's first line is `words`, `files` or `folders`; each further line a word. An error answers
nothing: a shell that is asked for a completion has no place for messages.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping

import click
from click.shell_completion import CompletionItem, ShellComplete

from kzfr_cli.core.record import pair
from kzfr_cli.locale import catalogue
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.terminal import output, run
from kzfr_cli.terminal.completion import values as completions

SCRIPTS = {
    "bash": "kzfr.bash",
    "zsh": "_kzfr",
    "fish": "kzfr.fish",
    "powershell": "kzfr.ps1",
}
"""The file of each shell's script, as its shell wants it named."""

KINDS = {"file": "files", "dir": "folders"}


@pair
class Word:
    """Hold the word at the cursor: what it says, how much of it the shell leaves as it is, and its
    open quote.
    """

    text: str
    kept: str = ""
    quote: str = ""


def script(shell: str) -> str:
    """The completion script of a shell."""
    path = os.path.join(paths.shipped("completions"), SCRIPTS[shell])
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def answer(program: click.Command, shell: str) -> int:
    """Write what may stand at the cursor of a shell; whatever goes wrong, nothing.

    An index found damaged is thrown away and the question asked once more.
    """
    with contextlib.suppress(Exception):
        words, word = asked(shell, os.environ)
        sys.argv[1:] = [*words, word.text]  # where `--lang` is looked for
        try:
            told = lines(program, shell, words, word)
        except Exception as error:
            if not opening.discard(error):
                raise
            told = lines(program, shell, words, word)
        output.write_out("".join(f"{line}\n" for line in told))
    return 0


def lines(program: click.Command, shell: str, words: list[str], word: Word) -> list[str]:
    """Write the answer: its kind, and a line for each word."""
    with catalogue.answering(run.spoken):
        kind, items = found(program, words, word)
    return [kind, *ANSWERS[shell](items, word)]


def asked(shell: str, environment: Mapping[str, str]) -> tuple[list[str], Word]:
    """Read the words after the program's name, and the word at the cursor."""
    if shell == "bash":
        words, word = split(environment["_KZFR_LINE"], environment.get("_KZFR_BREAKS", ""))
    else:
        words = environment["_KZFR_WORDS"].split("\n")
        word = unquoted(environment.get("_KZFR_WORD", ""), powershell=shell == "powershell")
    return words[1:], word


def found(
    program: click.Command, words: list[str], word: Word
) -> tuple[str, list[CompletionItem]]:
    """Find what may stand at the cursor, each word whole, with its meaning."""
    items = ShellComplete(program, {}, "kzfr", "").get_completions(list(words), word.text)
    for item in items:
        if item.type in KINDS:
            return KINDS[item.type], []
    option = value_of(word.text)
    return "words", [
        CompletionItem(
            option + item.value,
            help=item.help or completions.meaning(item.value, run.spoken()),
        )
        for item in items
    ]


def value_of(text: str) -> str:
    """Return the part of `--option=value` before the value."""
    option, equals, _ = text.partition("=")
    return option + equals if equals and option.startswith("--") else ""


# ---- reading the line


class Splitter:
    """Split a line of bash up to the cursor into words, by its rules of quoting (POSIX, 2.2)."""

    def __init__(self, breaks: str) -> None:
        self.breaks = breaks
        self.words: list[str] = []
        self.word: str | None = None
        self.kept = 0
        self.quote = ""
        self.escaped = False

    def add(self, letters: str) -> None:
        """Let the word at the cursor go on."""
        self.word = (self.word or "") + letters

    def keep(self) -> None:
        """Leave the word as it is up to here: readline completes what stands after."""
        self.kept = len(self.word or "")

    def end_word(self) -> None:
        """Put the word with the others; the next has not begun."""
        if self.word is not None:
            self.words.append(self.word)
        self.word = None
        self.kept = 0

    def read(self, letter: str) -> None:
        """Take the next letter of the line."""
        if self.escaped:
            self.read_escaped(letter)
        elif letter == "\\" and self.quote != "'":
            self.escaped = True
        elif self.is_quote(letter):
            self.quote = "" if self.quote else letter
            self.add("")
            self.keep()
        elif not self.quote and letter.isspace():
            self.end_word()
        else:
            self.add(letter)
            if not self.quote and letter in self.breaks:
                self.keep()

    def read_escaped(self, letter: str) -> None:
        """Take the letter behind a backslash, which stays before most of them within quotes."""
        self.add(letter if not self.quote or letter in '"$`\\' else f"\\{letter}")
        self.escaped = False

    def is_quote(self, letter: str) -> bool:
        """Return whether a letter begins or ends a quotation here."""
        return letter == self.quote if self.quote else letter in "'\""


def split(line: str, breaks: str) -> tuple[list[str], Word]:
    """Split a line of bash up to the cursor into the words before the cursor and the word at it."""
    splitter = Splitter(breaks)
    for letter in line:
        splitter.read(letter)
    text = splitter.word or ""
    return splitter.words, Word(text, text[: splitter.kept], splitter.quote)


def unquoted(text: str, *, powershell: bool = False) -> Word:
    """Take the quotes off a word that may not have ended."""
    if not powershell:
        return Word(split(text.replace("\n", " "), "")[1].text if text.strip() else "")
    option = value_of(text)
    value = text[len(option) :]
    if value[:1] not in ("'", '"'):
        return Word(text)
    doubled = re.compile("(['\u2018-\u201b])\\1" if value[0] == "'" else r'(")\1')
    return Word(option + doubled.sub(r"\1", value[1:].removesuffix(value[0])))


# ---- answering


def in_bash(items: Iterable[CompletionItem], word: Word) -> list[str]:
    """Write what bash puts in place of the part of the word that it completes."""
    return [
        bash_quoted(item.value[len(word.kept) :], word.quote)
        for item in items
        if item.value.startswith(word.kept)
    ]


SPECIAL = {
    "'": re.compile("(')"),
    '"': re.compile(r'(["$`\\])'),
    "": re.compile(r"([\s'\"\\$`&|;<>()*?\[\]#~!{}])"),
}
"""What bash reads as more than a letter, by the quote that is open."""


def bash_quoted(text: str, quote: str) -> str:
    """Write a text so that bash reads it as it is."""
    return SPECIAL[quote].sub(r"'\\''" if quote == "'" else r"\\\1", text)


def in_zsh(items: Iterable[CompletionItem], word: Word) -> list[str]:
    """Write each value, its colons marked as no end of it, and its meaning; zsh quotes it and knows
    the option.
    """
    option = value_of(word.text)
    values = (
        (
            item.value.removeprefix(option).replace("\\", "\\\\").replace(":", "\\:"),
            item.help,
        )
        for item in items
    )
    return [f"{value}:{meaning}" if meaning else value for value, meaning in values]


def in_fish(items: Iterable[CompletionItem], word: Word) -> list[str]:
    """Write each word and its meaning; fish quotes it."""
    return [f"{item.value}\t{item.help}" if item.help else item.value for item in items]


BARE = re.compile(r"[\w./:\\=+-]+")
"""What needs no quotes in PowerShell."""


def in_powershell(items: Iterable[CompletionItem], word: Word) -> list[str]:
    """Write each word as it is inserted, as it is listed, and its meaning."""
    option = value_of(word.text)
    values = [(item.value.removeprefix(option), item.help) for item in items]
    return [
        f"{option}{powershell_quoted(value)}\t{value}\t{meaning or value}"
        for value, meaning in values
    ]


def powershell_quoted(text: str) -> str:
    """Write a text so that PowerShell reads it as it is: it takes typographic apostrophes for
    quotes too.
    """
    return (
        text
        if BARE.fullmatch(text)
        else "'" + re.sub("(['\u2018-\u201b])", r"\1\1", text) + "'"
    )


ANSWERS: dict[str, Callable[[Iterable[CompletionItem], Word], list[str]]] = {
    "bash": in_bash,
    "zsh": in_zsh,
    "fish": in_fish,
    "powershell": in_powershell,
}
