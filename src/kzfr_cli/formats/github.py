"""GitHub workflow commands: findings as annotations beside the lines of a pull request.

Source: GitHub Docs, “Workflow commands for GitHub Actions”; the escapes are those of
actions/toolkit, command.ts.
"""

from __future__ import annotations

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.problems import ProblemListView, ProblemView

LEVELS = {"error": "error", "warning": "warning", "information": "notice"}

IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = {**IN_MESSAGE, ":": "%3A", ",": "%2C"}


def render(view: ProblemListView, surface: Surface) -> str:
    """Write one command for each finding."""
    return "".join(f"{command(row)}\n" for row in view.rows)


def command(row: ProblemView) -> str:
    """Write the command that annotates one line."""
    entry = f" [{row.entry}]" if row.entry else ""
    place = f"file={escaped(row.file, IN_PROPERTY)},line={row.line},title={row.code}"
    return f"::{LEVELS[row.severity]} {place}::{escaped(row.message + entry, IN_MESSAGE)}"


def escaped(text: str, signs: dict[str, str]) -> str:
    """Escape what would end a property or the command, and show what a terminal would obey."""
    return visible("".join(signs.get(letter, letter) for letter in text))
