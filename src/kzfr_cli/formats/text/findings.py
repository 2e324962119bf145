"""What a check found: a line for each finding as compilers write them, then why, the event, the
source, the repair.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.locale.catalogue import N_, NN_, Catalogue
from kzfr_cli.views import texts
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
READ = NN_("{number} claim read", "{number} claims read")
COUNTS = {
    "supported": N_("{number} confirmed"),
    "contradicted": N_("{number} wrong"),
    "disputed": N_("{number} disputed"),
    "unknown": N_("{number} not in the database"),
}
"""What the last line tells, in its order."""

INDENT = "    "
OPEN, CLOSE = "[", "]"
"""The marks around the words of a finding in their sentence, which need no colour."""

MARK = "\0"
"""What stands for a sentence until its quotation marks are known."""

Line = list[tuple[str, str]]
"""Pieces of a line, each with its style."""


def render(view: FindingListView, surface: Surface) -> str:
    """Write `file:line:column: verdict “text”`, never broken, then what is known of it; on a
    terminal a last line counts the claims.

    Rich is loaded only where there are colours or a width to break at.
    """
    if surface.terminal or surface.colour:
        return on_terminal(view, surface)
    return plainly(view, surface)


def plainly(view: FindingListView, surface: Surface) -> str:
    """Write each line as it is."""
    written = [f"{visible(line)}\n" for line in heads(view, surface.catalogue)]
    for row, reading in zip(view.rows, view.readings, strict=True):
        said = lines(
            row,
            reading,
            surface.catalogue,
            explained=view.explained,
        )
        for depth, line in enumerate(said):
            text = "".join(visible(text) for text, _ in line).rstrip()
            written.append(f"{INDENT if depth else ''}{text}\n")
    text = "".join(written)
    return text.replace(" · ", ", ").replace(" →", " ->") if surface.plain else text


def on_terminal(view: FindingListView, surface: Surface) -> str:
    """Write with colours, broken at the width."""
    from rich.text import Text

    from kzfr_cli.formats.text.page import Page, styled

    page, indent = Page(surface), Text(INDENT)
    for head in heads(view, surface.catalogue):
        page.add(styled(head, "dim"))
    for row, reading in zip(view.rows, view.readings, strict=True):
        said = lines(
            row,
            reading,
            surface.catalogue,
            explained=view.explained,
        )
        for depth, line in enumerate(said):
            text = Text.assemble(*(styled(*piece) for piece in line))
            cited = [name for name, _ in reading.sources if text.plain.endswith(f"[{name}]")]
            page.sourced(text, cited, f"[{cited[0]}]" if cited else "")
            page.hang(indent, indent, text) if depth else page.whole(text)
    if surface.terminal:
        page.add(styled(summary(view, surface.catalogue)))
    return page.text()


def heads(view: FindingListView, catalogue: Catalogue) -> Iterator[str]:
    """How each text was read, where that is asked."""
    if view.explained:
        for text in view.texts:
            yield texts.how_it_was_read(text, catalogue)


def summary(view: FindingListView, catalogue: Catalogue) -> str:
    """Count the claims by verdict: “14 claims read: 9 confirmed, 2 wrong”."""
    counts = dict(view.counts)
    total = sum(counts.values())
    read = catalogue.plural(*READ, total, number=quantities.number(total, catalogue.lang))
    said = (
        catalogue.text(told, number=quantities.number(counts[name], catalogue.lang))
        for name, told in COUNTS.items()
        if counts.get(name)
    )
    parts = ", ".join(said)
    return (
        catalogue.text("{read}: {parts}.", read=read, parts=parts) if parts else f"{read}."
    )


def lines(
    row: FindingView, reading: ReadingView, catalogue: Catalogue, *, explained: bool
) -> Iterator[Line]:
    """The lines of one finding; all but the first are indented."""
    text = catalogue.text
    yield first_line(row, reading, catalogue)
    if reading.before or reading.after:
        yield sentence(row, reading, catalogue)
    yield [(row.message, "")]
    if row.event:
        yield [(reading.title, ""), (f"  [{row.event}]", "dim")]
    for source, title in reading.sources:
        yield [(text("source: {title}", title=title), ""), (f"  [{source}]", "dim")]
    if row.suggestions:
        repairs = text(" or ").join(quoted(repair, catalogue) for repair in row.suggestions)
        yield [(text("write: {repairs}", repairs=repairs), "bold")]
    if explained:
        yield [(how_it_was_linked(row, reading, catalogue), "dim")]


def first_line(
    row: FindingView,
    reading: ReadingView,
    catalogue: Catalogue,
) -> Line:
    """Where it stands, and the verdict; a document says in words, too, where that is."""
    place = f" ({row.place})" if reading.is_document and row.place else ""
    return [
        (f"{row.file}:{row.line}:{row.column}: ", ""),
        (catalogue.text(VERDICTS[row.verdict]), STYLES[row.verdict]),
        (" ", ""),
        (quoted(row.text, catalogue), ""),
        (place, "dim"),
    ]


def sentence(
    row: FindingView,
    reading: ReadingView,
    catalogue: Catalogue,
) -> Line:
    """The sentence, with the words marked."""
    opening, _, closing = quoted(MARK, catalogue).partition(MARK)
    return [
        (f"{opening}{reading.before}", "dim"),
        (f"{OPEN}{row.text}{CLOSE}", STYLES[row.verdict]),
        (f"{reading.after}{closing}", "dim"),
    ]


def how_it_was_linked(
    row: FindingView,
    reading: ReadingView,
    catalogue: Catalogue,
) -> str:
    """As what a claim was read, and how surely it was linked."""
    form = catalogue.text(vocabulary.CLAIMS[row.kind])
    score = quantities.number(round(reading.score, 2), catalogue.lang)
    return catalogue.text("read as: {form}; link: {score}", form=form, score=score)


def quoted(words: str, catalogue: Catalogue) -> str:
    """Put words between the quotation marks of a language."""
    return catalogue.text("“{quoted}”", quoted=words)
