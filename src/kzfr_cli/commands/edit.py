"""`kzfr edit`: change one entry in an editor."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
from typing import Any

import click

from kzfr_cli.core.visible import visible
from kzfr_cli.errors import (
    ChangedMeanwhileError,
    EditorFailedError,
    EntryRefusedError,
    KzfrError,
    Problem,
    UnwritableDatabaseError,
)
from kzfr_cli.session import Session
from kzfr_cli.store.files import ENTRY_LIMIT
from kzfr_cli.terminal import changes, options, output
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command

TOLD = "# kzfr: "
"""Begins the lines in which the program says, within the text, what was wrong with it."""

ROUNDS = 100
"""How often the editor is opened: one that a program plays may write something else each time."""

NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as `surrogateescape` reads them."""


@click.command("edit", cls=Command)
@click.argument("id", shell_complete=values.entry_ids)
@options.global_options
def command(id: str) -> None:
    """Open one entry, and nothing else, in your editor ($VISUAL, else $EDITOR).

    An entry of your own file (that of the last --db, else yours) is changed where it stands. One of
    the packaged database, or of a file below, stays as it is: your file gets an entry that is laid
    over it.

    \b
    Examples:
      kzfr edit strategic-partnership-treaty-2008
      kzfr edit astana --db my-events.toml
    """
    session = changes.app_for_writing()
    found = changes.find(session, id)
    draft = Draft(session, found.id, found.text)
    try:
        text = edited(session, draft, found)
        if text is None:
            draft.discard()
            output.tell(session.catalogue.text("Nothing was changed."))
            return
        changes.save(
            session, found.path, lambda before: changed(before, found, text), f"edit {found.id}"
        )
    except BaseException as error:
        draft.keep_for(error)
        raise
    draft.discard()
    output.tell(
        session.catalogue.text(
            "Changed in {path}. To take it back: kzfr undo", path=visible(found.path)
        )
    )


def edited(session: Session, draft: Draft, found: changes.Place) -> str | None:
    """Open the editor until the entry is right; None when it was left as it was.

    A text that comes back with the same fault as it was opened with is refused: nobody is repairing
    it. So is one that grows beyond all bounds, or is wrong for the hundredth time. Raises
    `EntryRefusedError` and `EditorFailedError`.
    """
    refused: tuple[str, KzfrError] | None = None
    for left in reversed(range(ROUNDS)):
        text = draft.edit()
        if text == found.text:
            return None
        if refused and (refused[0] == text or len(text) > ENTRY_LIMIT or not left):
            raise refused[1]
        try:
            check(found, text)
            return text
        except EntryRefusedError as error:
            refused = text, error
            draft.write(told(session, error) + text)
    return None


def told(session: Session, error: KzfrError) -> str:
    """Say what is wrong at the head of the text."""
    from kzfr_cli.locale import messages

    return "".join(
        f"{TOLD}{line}\n" for line in messages.sentence(error, session.catalogue).splitlines()
    )


def check(found: changes.Place, text: str) -> None:
    """Refuse what would not be read back, or is another entry; raises `EntryRefusedError`."""
    from kzfr_cli.editing import edits

    if (foreign := NOT_UTF8.search(text)) is not None:
        line, byte = text.count("\n", 0, foreign.start()) + 1, f"0x{ord(foreign[0]) - 0xDC00:02x}"
        raise EntryRefusedError(problem=Problem("", line, "not-utf8", "", (("byte", byte),)))
    _, fields = edits.item_of(found.kind, text)
    if fields["id"] != found.id:
        raise EntryRefusedError(problem=Problem("", 1, "other-id", "", (("id", found.id),)))


def changed(before: bytes, found: changes.Place, text: str) -> bytes:
    """Put the text in place of the lines that the editor was opened with, or lay it over the
    packaged entry.

    Raises `ChangedMeanwhileError` when those lines were changed while the editor was open.
    """
    from kzfr_cli.editing import edits, overlaying

    if found.is_own:
        if edits.own_lines(before, found.kind, found.id) != found.text:
            raise ChangedMeanwhileError(path=found.path)
        return edits.apply(before, [edits.Replacement(found.kind, found.id, text)])
    if (found.kind, found.id) in edits.ids(before):
        raise ChangedMeanwhileError(path=found.path)
    new: dict[str, Any] = edits.item_of(found.kind, text)[1]
    return edits.apply(
        before,
        [edits.Addition(found.kind, found.id, overlaying.over(found.kind, found.fields, new))],
    )


class Draft:
    """Hold the text that the editor works on, in a file of the state folder that outlives a
    failure.
    """

    def __init__(self, session: Session, id: str, text: str) -> None:
        self.app = session
        self.begun = text
        try:
            self.begin(os.path.join(session.state, "drafts"), id)
        except OSError as error:
            self.begin_elsewhere(id, error)

    def begin_elsewhere(self, id: str, error: OSError) -> None:
        """Write the text into a temporary folder; raises `UnwritableDatabaseError` when that fails
        too.
        """
        import tempfile

        try:
            self.begin(tempfile.mkdtemp(prefix="kzfr-"), id)
        except OSError:
            reason = error.strerror or str(error)
            raise UnwritableDatabaseError(path=self.path, reason=reason) from error

    def begin(self, folder: str, id: str) -> None:
        """Write the text into a file of a folder, which only its owner may read."""
        self.path = os.path.join(folder, f"{id}.{os.getpid()}.toml")
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.write(self.begun)

    def write(self, text: str) -> None:
        """Write the text, with its line ends as they are."""
        with open(self.path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)

    def read(self) -> str:
        """Read the text, without what the program said in it."""
        with open(self.path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            lines = file.read().splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith(TOLD))

    def edit(self) -> str:
        """Run the editor, without a shell, and read what it left; raises `EditorFailedError`."""
        import subprocess

        environment = self.app.environment
        editor = (
            environment.get("VISUAL")
            or environment.get("EDITOR")
            or ("notepad" if os.name == "nt" else "vi")
        )
        try:
            code = subprocess.run(
                [*shlex.split(editor, posix=os.name != "nt"), self.path], check=False
            ).returncode
            if code == 0:
                return self.read()
            reason = self.app.catalogue.text("it ended with exit code {code}", code=code)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
        raise EditorFailedError(editor=editor, reason=reason)

    def keep_for(self, error: BaseException) -> None:
        """Say where the text is kept when the command fails, unless nothing was written in it."""
        try:
            is_same = self.read() == self.begun
        except OSError:
            return
        if is_same:
            self.discard()
        else:
            output.tell(
                self.app.catalogue.text("What you wrote is kept in {path}", path=visible(self.path))
            )

    def discard(self) -> None:
        """Delete the text."""
        with contextlib.suppress(OSError):
            os.unlink(self.path)
