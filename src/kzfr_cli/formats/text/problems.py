"""What is wrong in database files: a line for each finding, as compilers write them."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.views.problems import ProblemListView, ProblemView

STYLES = {"error": "bold red", "warning": "bold yellow", "information": "bold cyan"}


def render(view: ProblemListView, surface: Surface) -> str:
    """Write `file:line: code message [entry]`, never broken, so that editors find the place."""
    page = Page(surface)
    for row in view.rows:
        page.whole(line(row))
    return page.text() if view.rows else ""


def line(row: ProblemView) -> Text:
    """Write one finding."""
    return Text.assemble(
        styled(f"{one_line(row.file)}:{row.line}: "),
        styled(row.code, STYLES[row.severity]),
        styled(f" {one_line(row.message)}"),
        styled(f" [{one_line(row.entry)}]" if row.entry else "", "dim"),
    )


def one_line(text: str) -> str:
    """Keep a finding on its line, whatever its facts hold."""
    return " ".join(text.splitlines())
