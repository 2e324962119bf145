"""Write the manual pages of every command: `python tools/manpages.py FOLDER`, as the wheel carries
them.

They are made from the commands themselves by the same words as `--help`; FOLDER gets `man1/kzfr.1`,
`man1/kzfr-timeline.1` … in English, and `fr/man1/…` and `ru/man1/…`. The date is that of the
version. (click-man 0.6 finds no command that is loaded when it is called, runs the examples
together, and knows one language.)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kzfr_cli import __released__, __version__, main
from kzfr_cli.locale import catalogue
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.terminal import help
from kzfr_cli.terminal.help import Described

LANGUAGES = ("en", "fr", "ru")
"""The languages in which man knows the heading of the names, by which apropos finds a page."""

ENVIRONMENT = {
    "KZFR_LANG": N_("The language, unless --lang says otherwise: fr, en, ru or kk."),
    "KZFR_DB": N_(
        "Database files or folders laid over the packaged one, separated as in PATH, before "
        "those of --db."
    ),
    "KZFR_TODAY": N_("The day taken as today, unless --today says otherwise."),
    "KZFR_ROUND": N_("What counts as round, unless --round says otherwise."),
    "KZFR_LEAP_DAY": N_(
        "When 29 February is celebrated in a common year, unless --leap-day says otherwise."
    ),
    "KZFR_COLOR": N_(
        "Colours: always, never or auto, unless --color or --no-color says otherwise."
    ),
    "KZFR_PAGER": N_("The pager of long lists, before PAGER; nothing for none."),
    "KZFR_CONFIG": N_("The file of the settings."),
    "KZFR_CACHE": N_("The folder of the index, which may be deleted at any time."),
    "LC_ALL, LC_MESSAGES, LANG": N_(
        "The locale, whose language is taken when nothing else tells one."
    ),
    "NO_COLOR, FORCE_COLOR": N_(
        "No colour, or colours even in a file, when --color and --no-color do not decide."
    ),
    "COLUMNS": N_("The width of the terminal, when it is not the true one."),
    "VISUAL, EDITOR": N_("The editor of kzfr edit."),
}
FILES = {
    "~/.config/kzfr/config.toml": N_("The settings; see kzfr config."),
    "~/.local/share/kzfr/events.toml": N_("Your own database, laid over the packaged one."),
    "~/.local/state/kzfr/": N_("What kzfr undo needs, and drafts."),
    "~/.cache/kzfr/": N_(
        "The index of the database files, made anew whenever one of them changes."
    ),
}
EXIT_STATUS = {
    "0": N_("Done."),
    "1": N_(
        "Nothing was found by kzfr search; something was found by kzfr check or kzfr validate."
    ),
    "2": N_("The command line is wrong."),
    "3": N_(
        "The data or the system stands in the way: an unknown id, an invalid database, a file "
        "not writable."
    ),
    "70": N_("A fault of kzfr itself; the message says where the details are."),
    "130": N_("Interrupted."),
}

ESCAPES = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    '"': r"\(dq",
    "\u00a0": r"\ ",
    "\u202f": r"\ ",
}
"""What roff would read as its own, or print as a look-alike that no shell takes."""
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def roff(text: str) -> str:
    """Make a text inert; a dot at the beginning of a line would be a command."""
    escaped = "".join(ESCAPES.get(letter, letter) for letter in text)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


class Page:
    """One manual page: a command in one language."""

    def __init__(self, context: click.Context, sentences: Catalogue) -> None:
        self.context = context
        self.sentences = sentences
        self.command = context.command
        self.told = help.translated(self.command, sentences)
        self.name = context.command_path.replace(" ", "-")

    def text(self, message: str) -> str:
        """Translate a message for roff."""
        return roff(self.sentences.text(message))

    def lines(self) -> Iterator[str]:
        """Write the page, section by section in the order that man-pages(7) gives."""
        yield r"'\" -*- coding: UTF-8 -*-"
        yield r".\" Made from the commands by tools/manpages.py."
        title, version = roff(self.name.upper()), f"kzfr {__version__}"
        yield f'.TH {title} 1 {roff(__released__)} "{version}" "{self.text(N_("Manual of kzfr"))}"'
        yield from (
            ".nh",
            ".nr HY 0",
            ".ad l",
        )  # every section would hyphenate anew, by the rules of English
        yield from self.section(N_("NAME"), rf"{roff(self.name)} \- {roff(self.in_short())}")
        yield from self.section(N_("SYNOPSIS"), self.synopsis())
        yield from self.section(
            N_("DESCRIPTION"),
            "\n.PP\n".join(map(roff, help.prose(self.command, self.sentences))),
        )
        yield from self.section(
            N_("EXAMPLES"), ".EX", *map(roff, help.examples(self.command)), ".EE"
        )
        yield from self.section(N_("OPTIONS"), *self.options())
        yield from self.commands()
        yield from self.section(N_("ENVIRONMENT"), *self.table(ENVIRONMENT, "B"))
        yield from self.section(N_("FILES"), *self.table(FILES, "I"))
        yield from self.section(N_("EXIT STATUS"), *self.table(EXIT_STATUS, "B"))
        yield from self.section(
            N_("SEE ALSO"), ",\n".join(rf"\fB{roff(name)}\fP(1)" for name in self.related())
        )

    def section(self, heading: str, *body: str) -> Iterator[str]:
        """Write a section under its heading."""
        yield f'.SH "{self.text(heading)}"'
        yield from body

    def in_short(self) -> str:
        """Say what the command does as a name line does: in one clause, without capital and full
        stop.
        """
        said = help.in_short(self.command, self.sentences).removesuffix(".")
        return said[:1].lower() + said[1:]

    def synopsis(self) -> str:
        """Write what may stand on the command line."""
        pieces = " ".join(
            rf"\fI{roff(piece)}\fP" for piece in self.told.collect_usage_pieces(self.context)
        )
        return rf"\fB{roff(self.context.command_path)}\fP {pieces}"

    def options(self) -> Iterator[str]:
        """Write the options of the command, and then those of every command."""
        shared = (
            {"help", *(parameter.name for parameter in main.kzfr.params)}
            if self.context.parent
            else set()
        )
        found = [item for item in self.told.params if isinstance(item, click.Option)]
        yield from (self.option(item) for item in found if item.name not in shared)
        if shared:
            yield f'.SS "{self.text(N_("Options of every command"))}"'
            yield from (self.option(item) for item in found if item.name in shared)

    def option(self, option: click.Option) -> str:
        """Write one option, its names in bold and the word for its value in italics."""
        names, help = option.get_help_record(self.context) or ("", "")
        marked = OPTION.sub(lambda match: f"\x01{match[0]}\x02", names)
        tag = (
            roff(marked).replace("\x01", r"\fB").replace("\x02", r"\fP").replace("|", r"|\:")
        )
        return f".TP\n{tag}\n{roff(help)}"

    def commands(self) -> Iterator[str]:
        """List the commands below this one."""
        if isinstance(self.command, click.Group):
            yield from self.section(N_("COMMANDS"))
            for name in self.command.list_commands(self.context):
                below = self.command.get_command(self.context, name)
                assert below is not None, name
                page = rf"\fB{roff(f'{self.name}-{name}')}\fP(1)"
                yield f".TP\n{page}\n{roff(help.in_short(below, self.sentences))}"

    def table(self, rows: dict[str, str], font: str) -> Iterator[str]:
        """Write what some names stand for."""
        yield from (
            f".TP\n.{font} {roff(name)}\n{self.text(told)}" for name, told in rows.items()
        )

    def related(self) -> list[str]:
        """Name the pages above this one and below it; of the program, those of its commands are
        listed as such.
        """
        above = self.context.parent
        return [above.command_path.replace(" ", "-")] if above else ["man", "apropos"]


def contexts(context: click.Context) -> Iterator[click.Context]:
    """Return a command and all those below it."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert isinstance(command, Described), name
            yield from contexts(click.Context(command, parent=context, info_name=name))


def pages(lang: str) -> Iterator[tuple[str, str]]:
    """Return the path below `man/` of every page in one language, and the page."""
    sentences = catalogue.load(lang)
    with catalogue.answering(lambda: sentences):
        for context in contexts(click.Context(main.kzfr, info_name="kzfr")):
            page = Page(context, sentences)
            path = f"man1/{page.name}.1"
            yield path if lang == "en" else f"{lang}/{path}", "\n".join(page.lines()) + "\n"


def write(folder: Path) -> list[str]:
    """Write every page into a folder and list their paths below it."""
    made = [page for lang in LANGUAGES for page in pages(lang)]
    for path, text in made:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [path for path, _ in made]


if __name__ == "__main__":
    print(f"{len(write(Path(sys.argv[1])))} pages")
