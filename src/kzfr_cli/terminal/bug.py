"""What is said when the program itself fails."""

from __future__ import annotations

import tempfile
import traceback
from gettext import NullTranslations

from kzfr_cli import __version__
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.terminal import output, run

EXIT_CODE = 70


def report(error: Exception) -> int:
    """Keep the traceback in a file, apologise on stderr, and give the exit code of a bug."""
    sentences = spoken()
    details = "".join(traceback.format_exception(error))
    apology = sentences.text(
        "kzfr failed, and it is not your fault: {error}.", error=type(error).__name__
    )
    try:
        place = sentences.text(
            "The details are in {path}: please report them with the command that you typed.",
            path=keep(details),
        )
    except OSError:
        place = details
    output.tell(f"{apology} {place}")
    return EXIT_CODE


def spoken() -> Catalogue:
    """Return the sentences of this run; the English ones when it is they that fail."""
    try:
        return run.spoken()
    except Exception:
        return Catalogue("en", NullTranslations())


def keep(details: str) -> str:
    """Write the details into a file and give its path."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="kzfr-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
    ) as file:
        file.write(f"kzfr {__version__}\n{details}")
    return file.name
