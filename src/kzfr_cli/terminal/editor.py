"""One entry in the user's editor, until it is right."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from kzfr_cli.core.visible import visible
from kzfr_cli.editing import entry_text
from kzfr_cli.editing.entries import EntryTarget
from kzfr_cli.editing.scratch import TOLD, Scratch
from kzfr_cli.errors import EntryRefusedError, KzfrError
from kzfr_cli.locale import messages
from kzfr_cli.session import Session
from kzfr_cli.store.files import ENTRY_LIMIT
from kzfr_cli.terminal import output

ROUNDS = 100
"""How often the editor is opened: one that a program plays may write something else each time."""


@contextlib.contextmanager
def opened(session: Session, target: EntryTarget) -> Iterator[str | None]:
    """Return the text of an entry after the editor, None when it was left as it was.

    When what is done with it fails, the text is kept, and where is said.
    """
    scratch = Scratch(session, target.entry_id, target.text)
    try:
        yield edited(session, scratch, target)
    except BaseException:
        if not scratch.is_touched:
            scratch.discard()
            raise
        kept = session.catalogue.text(
            "What you wrote is kept in {path}", path=visible(scratch.path)
        )
        output.tell(kept)
        raise
    scratch.discard()


def edited(session: Session, scratch: Scratch, target: EntryTarget) -> str | None:
    """Open the editor until the entry is right; None when it was left as it was.

    A text that comes back with the same fault as it was opened with is refused: nobody is repairing
    it. So is one that grows beyond all bounds, or is wrong for the hundredth time. Raises
    `EntryRefusedError` and `EditorFailedError`.
    """
    refused: tuple[str, KzfrError] | None = None
    for left in reversed(range(ROUNDS)):
        text = scratch.edit()
        if text == target.text:
            return None
        if refused and (refused[0] == text or len(text) > ENTRY_LIMIT or not left):
            raise refused[1]
        try:
            entry_text.check(target, text)
            return text
        except EntryRefusedError as error:
            refused = text, error
            scratch.write(told(session, error) + text)
    return None


def told(session: Session, error: KzfrError) -> str:
    """Say what is wrong at the head of the text."""
    return "".join(
        f"{TOLD}{line}\n"
        for line in messages.sentence(error, session.catalogue).splitlines()
    )
