"""What the commands that write a database file share: where they write, what they ask, what they
say afterwards.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfr_cli import editing, languages, store
from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import InvalidDateError
from kzfr_cli.session import Session
from kzfr_cli.terminal import output, run

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.editing.edits import Edit
# ---- where


def app_for_writing() -> Session:
    """Return the application; a `--db` file that does not exist yet is one that will be
    created.
    """
    session = run.session()
    with store.atomic.unwritable(session.target):
        store.target.find_file(session.target)
    if session.settings.databases and not os.path.exists(session.target):
        return Session(
            replace(session.settings, databases=session.settings.databases[:-1]),
            session.environment,
        ).writing(session.target)
    return session


def save(session: Session, path: str, make: Callable[[bytes], bytes], what: str) -> None:
    """Change a file and say so; raises what `editing.saving.change` raises."""
    if path == own_database(session):
        with store.atomic.unwritable(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
    saved = editing.saving.change(path, make, editing.journal.Journal(session.state), what)
    text = session.catalogue.text
    tell_recovered(session, [path] if saved.recovered else [])
    if saved.created:
        output.tell(text("Created {path}.", path=visible(path)))
    if saved.not_undoable:
        output.tell(
            text("This change cannot be taken back: {reason}.", reason=saved.not_undoable)
        )


def preview(session: Session, path: str, make: Callable[[bytes], bytes]) -> None:
    """Show what a change would make of a file, as a difference of lines, and write nothing."""
    before = b""
    if os.path.exists(path):
        with open(path, "rb") as file:
            before = file.read()
    old, new = (
        data.decode("utf-8", "replace").splitlines() for data in (before, make(before))
    )
    name = visible(path)
    found = difflib.unified_diff(old, new, name, name, lineterm="")
    output.emit("".join(f"{visible(line)}\n" for line in found))
    output.tell(session.catalogue.text("Nothing was written: this was a trial."))


def own_database(session: Session) -> str:
    """Return the user's own file, whose folder the program may create."""
    return store.paths.user_database(session.environment)


def making(edits: Sequence[Edit]) -> Callable[[bytes], bytes]:
    """Make the bytes of a file after some edits."""
    return lambda before: editing.edits.apply(before, edits)


# ---- reading what was typed


def date_of(session: Session, text: str) -> PartialDate:
    """Read a date as the database writes it (`1992/..`, `1993-09~`) or as people type it; raises
    what refuses it.
    """

    try:
        return edtf.parse(text.strip())
    except InvalidDateError:
        return languages.typed.parse(text, session.today, session.day_first)


PLAIN = frozenset({"day", "month", "year"})
"""What figures say in one way only; 2013-24 may be meant for two years, and is a winter."""


def is_plain(typed: str, value: PartialDate) -> bool:
    """Return whether a date was typed as it will stand, and leaves no doubt of what it says."""
    return typed.strip() == value.text and value.precision in PLAIN


def read_back(session: Session, value: PartialDate) -> None:
    """Say in words what a typed date was taken for."""
    output.tell(f"  = {languages.dates.date_in_words(value, session.lang, weekday=True)}")


def shown(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Write entries as they will stand in the file."""
    return "\n".join(editing.toml_writer.entry(kind, fields) for kind, fields in entries)


# ---- what was done


def tell_recovered(session: Session, paths: Iterable[str]) -> None:
    """Say which files were put back as they were before a change that was cut off."""
    text = session.catalogue.text
    for path in paths:
        output.tell(
            text(
                "{path} was put back: an earlier change was cut off in it.",
                path=visible(path),
            )
        )


def tell_nothing(session: Session) -> None:
    """Say that nothing was changed."""
    output.tell(session.catalogue.text("Nothing was changed."))


def tell_changed(session: Session, path: str) -> None:
    """Say which file was changed."""
    text = session.catalogue.text
    output.tell(text("Changed in {path}. To undo this: kzfr undo", path=visible(path)))


def tell_added(session: Session) -> None:
    """Say which file something was added to."""
    text = session.catalogue.text
    said = text("Added to {path}. To undo this: kzfr undo", path=visible(session.target))
    output.tell(said)
