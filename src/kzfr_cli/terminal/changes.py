"""What the commands that write a database file share: where they write, what they ask, what they
say afterwards.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.core.record import record, replace
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import KzfrError, UnknownIdError
from kzfr_cli.languages import language
from kzfr_cli.session import Session
from kzfr_cli.terminal import output, run

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.editing.edits import Edit


yes_option = click.option("--yes", is_flag=True, help="Ask nothing.")


# ---- where


def app_for_writing() -> Session:
    """Give the application; a `--db` file that does not exist yet is one that will be created."""
    from kzfr_cli.store import atomic, target

    session = run.session()
    with atomic.unwritable(session.target):
        target.find_file(session.target)
    if session.settings.databases and not os.path.exists(session.target):
        return Session(
            replace(session.settings, databases=session.settings.databases[:-1]),
            session.environment,
        ).writing(session.target)
    return session


def save(session: Session, path: str, make: Callable[[bytes], bytes], what: str) -> None:
    """Change a file and say so; raises what `store.editing.saving.change` raises."""
    from kzfr_cli.editing import saving
    from kzfr_cli.editing.journal import Journal
    from kzfr_cli.store import atomic

    if path == own_database(session):
        with atomic.unwritable(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
    saved = saving.change(path, make, Journal(session.state), what)
    text = session.catalogue.text
    if saved.created:
        output.tell(text("Created {path}.", path=visible(path)))
    if saved.not_undoable:
        output.tell(text("This change cannot be taken back: {reason}.", reason=saved.not_undoable))


def own_database(session: Session) -> str:
    """Give the user's own file, whose folder the program may create."""
    from kzfr_cli.store import paths

    return paths.user_database(session.environment)


def making(edits: Sequence[Edit]) -> Callable[[bytes], bytes]:
    """Make the bytes of a file after some edits."""
    from kzfr_cli.editing import edits as editing

    return lambda before: editing.apply(before, edits)


# ---- which entry


@record
class Place:
    """Say where an entry is to be changed: in its `own` file, or laid over it in `path`.

    `text` is what stands there, or would; `fields` are those of the visible entry.
    """

    kind: str
    id: str
    path: str
    is_own: bool
    text: str
    fields: dict[str, Any]


def find(session: Session, id: str) -> Place:
    """Find the entry of that id in one's own files, the last laid over the others first, else below
    them.

    An entry that cannot be read is found by its id all the same. Raises `UnknownIdError`.
    """
    from kzfr_cli.editing import toml_writer

    kind, id, fields = visible_entry(session, id) or ("", id, {})
    for path in reversed(own_files(session)):
        if (place := in_file(path, kind, id, fields)) is not None:
            return place
    if not kind:
        from kzfr_cli.queries import lookups

        raise UnknownIdError(id=id, near=lookups.near_ids(session.index, id))
    return Place(
        kind=kind,
        id=id,
        path=session.target,
        is_own=False,
        text=toml_writer.entry(kind, fields),
        fields=fields,
    )


def visible_entry(session: Session, id: str) -> tuple[str, str, dict[str, Any]] | None:
    """Find the entry that shows under an id or a former one: its kind, its id and its fields."""
    for kind in reversed(ENTRY_KINDS):
        if (found := session.index.body(kind, id) or session.index.formerly(kind, id)) is not None:
            return kind, str(found[1]["id"]), found[1]
    return None


def own_files(session: Session) -> list[str]:
    """List the files whose entries are changed where they stand: the one written to, and those laid
    over it.

    Of an entry further below, the changes are laid over it, as over the packaged ones.
    """
    from kzfr_cli.store import paths

    databases = [
        path
        for path in session.overlays
        if session.target in (path, os.path.join(path, "events.toml"))
    ]
    if not databases:
        return []
    first = len(session.overlays) - 1 - session.overlays[::-1].index(databases[-1])
    return paths.all_files((), session.overlays[first:])


def in_file(path: str, kind: str, id: str, fields: dict[str, Any]) -> Place | None:
    """Find the own lines of an entry in one file, under a former id too; of any kind when none
    shows under that id.
    """
    from kzfr_cli.editing import edits

    with open(path, "rb") as file:
        before = file.read()
    held = edits.ids(before)
    ids = (id, *fields.get("former_ids", ()))
    found = next(
        (
            (each, one)
            for each in ([kind] if kind else ENTRY_KINDS)
            for one in ids
            if (each, one) in held
        ),
        None,
    )
    if found is None:
        return None
    text = edits.own_lines(before, *found)
    return Place(kind=found[0], id=found[1], path=path, is_own=True, text=text, fields=fields)


# ---- asking


def may_ask(yes: bool) -> bool:
    """Tell whether there is somebody to ask."""
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
            from kzfr_cli.locale import messages

            output.tell(messages.sentence(error, run.session().catalogue))
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
    output.tell(question)  # with its paths it may be longer than the line on which readline edits
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


# ---- reading what was typed


def date_of(session: Session, text: str) -> PartialDate:
    """Read a date as the database writes it (`1992/..`, `1993-09~`) or as people type it; raises
    what refuses it.
    """
    from kzfr_cli.core import edtf
    from kzfr_cli.errors import InvalidDateError
    from kzfr_cli.languages import typed

    try:
        return edtf.parse(text.strip())
    except InvalidDateError:
        return typed.parse(text, session.today, session.day_first)


def read_back(session: Session, value: PartialDate) -> None:
    """Say in words what a typed date was taken for."""
    from kzfr_cli.languages import dates

    output.tell(f"  = {dates.date_in_words(value, session.lang, weekday=True)}")


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
    from kzfr_cli.editing import toml_writer

    return "\n".join(toml_writer.entry(kind, fields) for kind, fields in entries)
