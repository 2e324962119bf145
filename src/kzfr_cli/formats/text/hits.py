"""What a search found: the date, the category and the title with the matched letters marked, then
why.
"""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import folding
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.hits import EventHit, HitListView, OtherHit

FORGIVEN = ("fuzzy", "prefix")


def render(view: HitListView, surface: Surface) -> str:
    """Write the hits."""
    page = Page(surface)
    for number, row in enumerate(view.rows, 1):
        write(page, number, row)
    return page.text()


def write(page: Page, number: int, row: EventHit | OtherHit) -> None:
    """Write one hit: its number, what it is, and which words matched."""
    catalogue = page.surface.catalogue
    head = styled(f"{number:>3}  ", "dim")
    blank = Text(" " * head.cell_len)
    title = styled(row.title, "bold")
    for start, end in row.highlights:
        title.stylize("underline yellow", start, end)
    if row.language not in (None, catalogue.lang):
        language = vocabulary.language(row.language, catalogue)
        title.append_text(
            styled(
                f" · {catalogue.text('title in {language}', language=language)}", "italic yellow"
            )
        )
    if isinstance(row, EventHit):
        mark = (
            f"{marks.mark(row.category, page.surface.plain)} "
            f"{vocabulary.category(row.category, catalogue)}"
        )
        first = Text.assemble(
            styled(row.date_words, "bold"), "  ", styled(mark, marks.style(row.category))
        )
        if row.disputed:
            first.append_text(styled(f" · {catalogue.text('date disputed')}", "italic yellow"))
    else:
        first = styled(
            " · ".join(filter(None, (catalogue.text(vocabulary.ENTRIES[row.kind]), row.detail)))
        )
    if isinstance(row, EventHit) or row.kind == "sources":
        page.sourced(title, row.sources if isinstance(row, EventHit) else [row.id])
    page.hang(head, blank, title)
    page.hang(blank, blank, Text.assemble(first, styled(f"  [{row.id}]", "dim")))
    page.hang(blank, blank, styled(" · ".join(dict.fromkeys(why(row, catalogue))), "dim"))


def why(row: EventHit | OtherHit, catalogue: Catalogue) -> list[str]:
    """Say for each word of the query what it matched: = as it is, ~ when something was forgiven."""
    said = []
    for match in row.matched:
        sign = "~" if match.how in FORGIVEN else "="
        found = f" {sign} {match.found}" if match.found != folding.fold(match.word) else ""
        said.append(f"{match.word}{found} ({catalogue.text(vocabulary.FIELDS[match.field])})")
    return said
