"""What is said when the program itself fails."""

from __future__ import annotations

import tempfile
import traceback

from kzfr_cli import __version__
from kzfr_cli.commands import options

EXIT_CODE = 70


def report(error: Exception) -> int:
    """Keep the traceback in a file, apologise on stderr, and give the exit code of a bug."""
    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="kzfr-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(f"kzfr {__version__}\n{text}")
        place = f"The details are in {file.name}: please report them with the command that you typed."
    except OSError:
        place = text
    options.tell(f"kzfr failed, and it is not your fault: {type(error).__name__}. {place}")
    return EXIT_CODE
