"""A text that an editor works on, in a file that outlives a failure."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile

from kzfr_cli.errors import EditorFailedError, TooLargeError, UnwritableDatabaseError
from kzfr_cli.session import Session
from kzfr_cli.store import files

LARGEST = 2 * files.ENTRY_LIMIT
"""Bytes that are read: those of an entry, and of what is said in it."""

TOLD = "# kzfr: "
"""Begins the lines in which the program says, within the text, what was wrong with it."""


class Scratch:
    """Hold the text that the editor works on, in a file of the state folder that outlives a
    failure.
    """

    def __init__(
        self,
        session: Session,
        entry_id: str,
        text: str,
    ) -> None:
        self.session = session
        self.begun = text
        try:
            self.begin(os.path.join(session.state, "drafts"), entry_id)
        except OSError as error:
            self.begin_elsewhere(entry_id, error)

    def begin_elsewhere(
        self,
        entry_id: str,
        error: OSError,
    ) -> None:
        """Write the text into a temporary folder; raises `UnwritableDatabaseError` when that fails
        too.
        """
        try:
            self.begin(tempfile.mkdtemp(prefix="kzfr-"), entry_id)
        except OSError:
            reason = error.strerror or str(error)
            raise UnwritableDatabaseError(path=self.path, reason=reason) from error

    def begin(
        self,
        folder: str,
        entry_id: str,
    ) -> None:
        """Write the text into a file of a folder, which only its owner may read."""
        self.path = os.path.join(folder, f"{entry_id}.{os.getpid()}.toml")
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.write(self.begun)

    def write(self, text: str) -> None:
        """Write the text, with its line ends as they are."""
        with open(
            self.path, "w", encoding="utf-8", errors="surrogateescape", newline=""
        ) as file:
            file.write(text)

    def read(self) -> str:
        """Read the text, without what the program said in it; raises `TooLargeError` for more than
        any entry may take, and reads no further.
        """
        with open(self.path, "rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise TooLargeError(path=self.path, size=len(text), limit=LARGEST)
        lines = text.decode("utf-8", "surrogateescape").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith(TOLD))

    def edit(self) -> str:
        """Run the editor, without a shell, and read what it left; raises `EditorFailedError`."""
        editor = self.editor()
        try:
            words = shlex.split(editor, posix=os.name != "nt")
            code = subprocess.run([*words, self.path], check=False).returncode
            if code == 0:
                return self.read()
            reason = self.session.catalogue.text("it ended with exit code {code}", code=code)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
        raise EditorFailedError(editor=editor, reason=reason)

    def editor(self) -> str:
        """The command line of the user's editor."""
        environment = self.session.environment
        usual = "notepad" if os.name == "nt" else "vi"
        return environment.get("VISUAL") or environment.get("EDITOR") or usual

    @property
    def is_touched(self) -> bool:
        """Return whether anything was written in it that can be read."""
        try:
            return self.read() != self.begun
        except OSError:
            return False
        except TooLargeError:
            return True

    def discard(self) -> None:
        """Delete the text."""
        with contextlib.suppress(OSError):
            os.unlink(self.path)
