"""What a check found: a line for each finding as compilers write them, then why, the event, the source, the repair."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale.words import N_
from kzfr_cli.views.findings import FindingListView, FindingView, ReadingView

STYLES = {"contradicted": "bold red", "disputed": "bold yellow", "supported": "green", "unknown": "dim"}
VERDICTS = {
    "contradicted": N_("contradicted"),
    "disputed": N_("disputed"),
    "supported": N_("supported"),
    "unknown": N_("unknown"),
}
INDENT = Text("    ")


def render(view: FindingListView, surface: Surface) -> str:
    """Write `file:line:column: verdict: “text”`, never broken, then what is known of it."""
    page = Page(surface)
    for row, reading in zip(view.rows, view.readings, strict=True):
        write(page, row, reading, view.explained)
    return page.text() if view.rows else ""


def write(page: Page, row: FindingView, reading: ReadingView, explained: bool) -> None:
    """Write one finding."""
    text = page.surface.catalogue.text
    verdict = text(VERDICTS[row.verdict])
    head = Text.assemble(
        styled(f"{row.file}:{row.line}:{row.column}: "),
        styled(verdict, STYLES[row.verdict]),
        styled(" " + text("“{quoted}”", quoted=row.text)),
    )
    page.console.print(head, soft_wrap=True)
    page.hang(INDENT, INDENT, styled(row.message))
    if row.event:
        page.hang(INDENT, INDENT, Text.assemble(styled(reading.title), styled(f"  [{row.event}]", "dim")))
    for id, title in zip(row.sources, reading.sources, strict=False):
        page.hang(
            INDENT, INDENT, Text.assemble(styled(text("source: {title}", title=title)), styled(f"  [{id}]", "dim"))
        )
    if row.suggestions:
        repairs = text(" or ").join(text("“{quoted}”", quoted=repair) for repair in row.suggestions)
        page.hang(INDENT, INDENT, styled(text("write: {repairs}", repairs=repairs), "bold"))
    if explained:
        said = text("read as: {form}; link: {score}", form=reading.form, score=f"{reading.score:.2f}")
        page.hang(INDENT, INDENT, styled(said, "dim"))
