"""Anniversaries in Markdown: a table for each month, as GitHub and Pandoc read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzfr_cli.formats import origin
from kzfr_cli.formats.markdown import escaped
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.anniversaries import AnniversaryListView


def render(view: AnniversaryListView, surface: Surface) -> str:
    """Write the plan."""
    return "\n".join(lines(view, surface))


def lines(view: AnniversaryListView, surface: Surface) -> Iterator[str]:
    """Write each line."""
    yield f"# {escaped(table.title(view, surface))}"
    if dated := origin.sentence(surface):
        yield from ("", escaped(dated))
    heads = table.columns(surface)
    for section in table.sections(view, surface):
        yield from ("", f"## {escaped(section.heading)}", "")
        yield bars(map(escaped, heads))
        yield bars("---" for _ in heads)
        for row in section.rows:
            yield bars(cell(lines, row.is_round) for lines in row.cells)


def cell(lines: tuple[str, ...], is_round: bool) -> str:
    """Write the lines of a cell in one, the first in bold where its anniversary is round."""
    first, *rest = map(escaped, lines)
    head = f"**{first}**" if first and is_round else first
    return "<br>".join((head, *rest))


def bars(cells: Iterable[str]) -> str:
    """Write a row of a table."""
    return f"| {' | '.join(cells)} |"
