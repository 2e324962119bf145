"""What a check found: a line for each finding as compilers write them, then why, the event, the
source, the repair.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import quantities
from kzfr_cli.locale import vocabulary as words
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.views.findings import FindingListView, FindingView, ReadingView

STYLES = {
    "contradicted": "bold red",
    "disputed": "bold yellow",
    "supported": "green",
    "unknown": "dim",
}
VERDICTS = {
    "contradicted": N_("contradicted"),
    "disputed": N_("disputed"),
    "supported": N_("supported"),
    "unknown": N_("unknown"),
}
INDENT = "    "

Line = list[tuple[str, str]]
"""Pieces of a line, each with its style."""


def render(view: FindingListView, surface: Surface) -> str:
    """Write `file:line:column: verdict: “text”`, never broken, then what is known of it.

    Rich is loaded only where there are colours or a width to break at.
    """
    write = on_terminal if surface.terminal or surface.colour else plainly
    return write(view, surface) if view.rows else ""


def plainly(view: FindingListView, surface: Surface) -> str:
    """Write each line as it is."""
    written = []
    for row, reading in zip(view.rows, view.readings, strict=True):
        for depth, line in enumerate(
            lines(row, reading, surface.catalogue, explained=view.explained)
        ):
            text = "".join(visible(text) for text, _ in line).rstrip()
            written.append(f"{INDENT if depth else ''}{text}\n")
    text = "".join(written)
    return text.replace(" · ", ", ").replace(" →", " ->") if surface.plain else text


def on_terminal(view: FindingListView, surface: Surface) -> str:
    """Write with colours, broken at the width."""
    from rich.text import Text

    from kzfr_cli.formats.text.page import Page, styled

    page, indent = Page(surface), Text(INDENT)
    for row, reading in zip(view.rows, view.readings, strict=True):
        for depth, line in enumerate(
            lines(row, reading, surface.catalogue, explained=view.explained)
        ):
            text = Text.assemble(*(styled(*piece) for piece in line))
            cited = [id for id in row.sources if text.plain.endswith(f"[{id}]")]
            page.sourced(text, cited, f"[{cited[0]}]" if cited else "")
            page.hang(indent, indent, text) if depth else page.whole(text)
    return page.text()


def lines(
    row: FindingView, reading: ReadingView, catalogue: Catalogue, *, explained: bool
) -> Iterator[Line]:
    """Give the lines of one finding; all but the first are indented."""
    text = catalogue.text
    place = f"{row.file}:{row.line}:{row.column}: "
    yield [
        (place, ""),
        (text(VERDICTS[row.verdict]), STYLES[row.verdict]),
        (" ", ""),
        (quoted(row.text, catalogue), ""),
    ]
    yield [(row.message, "")]
    if row.event:
        yield [(reading.title, ""), (f"  [{row.event}]", "dim")]
    for id, title in zip(row.sources, reading.sources, strict=False):
        yield [(text("source: {title}", title=title), ""), (f"  [{id}]", "dim")]
    if row.suggestions:
        repairs = text(" or ").join(quoted(repair, catalogue) for repair in row.suggestions)
        yield [(text("write: {repairs}", repairs=repairs), "bold")]
    if explained:
        form, score = (
            text(words.CLAIMS[row.kind]),
            quantities.number(round(reading.score, 2), catalogue.lang),
        )
        yield [(text("read as: {form}; link: {score}", form=form, score=score), "dim")]


def quoted(words: str, catalogue: Catalogue) -> str:
    """Put words between the quotation marks of a language."""
    return catalogue.text("“{quoted}”", quoted=words)
