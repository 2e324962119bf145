"""Ask the person at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from kzfr_cli import locale
from kzfr_cli.errors import KzfrError
from kzfr_cli.languages import language
from kzfr_cli.session import Session
from kzfr_cli.terminal import output, run

dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Show what would be changed, and write nothing."
)

yes_option = click.option("--yes", is_flag=True, help="Ask nothing.")


def may_ask(yes: bool) -> bool:
    """Return whether there is somebody to ask."""
    return not yes and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(
    question: str,
    default: str | None = None,
    known: Iterable[str] = (),
    check: Callable[[str], Any] | None = None,
) -> str:
    """Ask until the answer passes `check`; TAB completes the `known` answers where there is
    readline.

    An empty answer takes the default; raises `click.Abort` at the end of the input.
    """
    completing(known)
    while True:
        answer = prompted(question, default or "")
        try:
            if check is not None:
                check(answer)
        except click.ClickException as error:
            output.tell(error.message)
        except KzfrError as error:
            output.tell(locale.messages.sentence(error, run.session().catalogue))
        else:
            return answer


def prompted(question: str, default: str = "") -> str:
    """Ask once, on stderr unless stdout is a terminal too: Python lets readline work on stdout
    only.
    """
    answer: str = click.prompt(
        question,
        default=default,
        prompt_suffix=language.of(run.session().lang).words("forms", "colon")[0],
        show_default=bool(default),
        err=not sys.stdout.isatty(),
    )
    return answer.strip()


def confirm(session: Session, question: str, default: bool = True) -> bool:
    """Ask yes or no, in any of the languages; the end of the input is no answer and aborts."""
    completing(())
    hint = session.catalogue.text("Y/n") if default else session.catalogue.text("y/N")
    output.tell(
        question
    )  # with its paths it may be longer than the line on which readline edits
    while True:
        answer = prompted(f"[{hint}]").casefold()
        if not answer:
            return default
        agrees = answer in language.union("interface", "yes")
        if agrees or answer in language.union("interface", "no"):
            return agrees


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
