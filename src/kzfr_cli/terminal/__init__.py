"""Everything about a person at a terminal: options, output, prompts, help, completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.terminal import (
        arguments,
        bug,
        completion,
        editor,
        guesses,
        help,
        importing,
        overview,
        pager,
        preview,
        questions,
        run,
        selecting,
    )

__all__ = [
    "arguments",
    "bug",
    "completion",
    "editor",
    "guesses",
    "help",
    "importing",
    "overview",
    "pager",
    "preview",
    "questions",
    "run",
    "selecting",
]
__getattr__ = lazy.modules(__name__)
