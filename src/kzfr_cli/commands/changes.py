"""What the commands that write a database file share: where they write, what they ask, what they say afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.app import App
from kzfr_cli.commands import options
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import KzfrError

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.store.editing.edits import Edit

YES = frozenset(("y", "yes", "o", "oui", "д", "да", "и", "иә", "ия"))
NO = frozenset(("n", "no", "non", "н", "нет", "ж", "жоқ", "жок"))

yes_option = click.option("--yes", is_flag=True, help="Ask nothing.")


# ---- where


def app_for_writing() -> App:
    """Give the application; a `--db` file that does not exist yet is one that will be created."""
    from kzfr_cli.core.record import replace

    app = options.current_app()
    if app.settings.databases and not os.path.exists(app.target):
        return App(replace(app.settings, databases=app.settings.databases[:-1]), app.environment).writing(app.target)
    return app


def save(app: App, path: str, make: Callable[[bytes], bytes], what: str) -> None:
    """Change a file and say so; raises what `store.editing.saving.change` raises."""
    from kzfr_cli.store.editing import saving

    if path == own_database(app):
        with saving.unwritable(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
    saved = saving.change(path, make, app.journal, what)
    text = app.catalogue.text
    if saved.created:
        options.tell(text("Created {path}.", path=visible(path)))
    if saved.not_undoable:
        options.tell(text("This change cannot be taken back: {reason}.", reason=saved.not_undoable))


def own_database(app: App) -> str:
    """Give the user's own file, whose folder the program may create."""
    from kzfr_cli.store import paths

    return paths.user_database(app.environment)


def making(edits: Sequence[Edit]) -> Callable[[bytes], bytes]:
    """Make the bytes of a file after some edits."""
    from kzfr_cli.store.editing import edits as editing

    return lambda before: editing.apply(before, edits)


# ---- asking


def may_ask(yes: bool) -> bool:
    """Tell whether there is somebody to ask."""
    return not yes and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(
    question: str, default: str | None = None, known: Iterable[str] = (), check: Callable[[str], Any] | None = None
) -> str:
    """Ask until the answer passes `check`; TAB completes the `known` answers where there is readline.

    An empty answer takes the default; raises `click.Abort` at the end of the input.
    """
    completing(known)
    while True:
        answer: str = click.prompt(question, default=default or "", show_default=bool(default), err=True).strip()
        try:
            if check is not None:
                check(answer)
        except click.ClickException as error:
            options.tell(error.message)
        except KzfrError as error:
            from kzfr_cli.locale import messages

            options.tell(messages.sentence(error, options.current_app().catalogue))
        else:
            return answer


def confirm(app: App, question: str, default: bool = True) -> bool:
    """Ask yes or no, in any of the languages; the end of the input is no answer and aborts."""
    completing(())
    hint = app.catalogue.text("Y/n") if default else app.catalogue.text("y/N")
    while True:
        answer = click.prompt(f"{question} [{hint}]", default="", show_default=False, err=True).strip().casefold()
        if not answer:
            return default
        if answer in YES | NO:
            return answer in YES


def completing(known: Iterable[str]) -> None:
    """Complete the answers of the next question; words after a comma too."""
    try:
        import readline
    except ImportError:
        return
    words = sorted(known)

    def complete(text: str, state: int) -> str | None:
        found = [word for word in words if word.startswith(text.lower())]
        return found[state] if state < len(found) else None

    readline.set_completer_delims(", ")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")


# ---- reading what was typed


def date_of(app: App, text: str) -> PartialDate:
    """Read a date as the database writes it (`1992/..`, `1993-09~`) or as people type it; raises what refuses it."""
    from kzfr_cli.core import edtf
    from kzfr_cli.errors import InvalidDateError
    from kzfr_cli.locale import typed_dates

    try:
        return edtf.parse(text.strip())
    except InvalidDateError:
        return typed_dates.parse(text, app.today, app.settings.day_first)


def worded(texts: Iterable[str], lang: str) -> dict[str, str]:
    """Read `TEXT` or `LANG=TEXT`, the former in the language of the user."""
    found: dict[str, str] = {}
    for text in texts:
        code, equals, rest = text.partition("=")
        if equals and code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3):
            found[code] = rest.strip()
        else:
            found[lang] = text.strip()
    return {code: text for code, text in found.items() if text}


def shown(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Write entries as they will stand in the file."""
    from kzfr_cli.store.editing import writing

    return "\n".join(writing.entry(kind, fields) for kind, fields in entries)
