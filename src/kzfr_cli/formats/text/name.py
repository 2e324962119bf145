"""One name on a page: its forms in every language, what it was called when, its events."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.sheets import NameSheet, PeriodView

CODES = {"kk_latn": "kk (latn)"}


def render(view: NameSheet, surface: Surface) -> str:
    """Write a name."""
    page = Page(surface)
    text = surface.catalogue.text
    none, indent = Text(""), Text("    ")
    kind = vocabulary.name_kind(view.kind, surface.catalogue)
    page.hang(
        none,
        none,
        Text.assemble(styled(view.label, "bold"), styled(f"  {kind}  [{view.id}]", "dim")),
    )
    if view.note:
        page.hang(none, none, styled(view.note, "italic"))
    page.add()
    page.add(styled(text("Spellings"), "bold"))
    for code in dict.fromkeys((*view.labels, *view.spellings)):
        forms = list(
            dict.fromkeys(filter(None, (view.labels.get(code, ""), *view.spellings.get(code, ()))))
        )
        page.hang(styled(f"  {CODES.get(code, code)}  ", "dim"), indent, styled(" · ".join(forms)))
    if view.acronyms:
        page.hang(styled("  "), indent, styled(" · ".join(view.acronyms)))
    if view.translation == "unreviewed":
        page.hang(styled("  "), indent, styled(text("unreviewed translation"), "dim"))
    if view.periods:
        page.add()
        page.add(styled(text("What it was called"), "bold"))
        for period in view.periods:
            page.hang(
                Text("  "),
                indent,
                Text.assemble(styled(period.label, "bold"), styled(f"  {span(period, surface)}")),
            )
    page.add()
    count = len(view.events)
    page.add(
        styled(
            surface.catalogue.plural("{count} event", "{count} events", count, count=count), "bold"
        )
    )
    for event in view.events:
        page.hang(
            styled(f"  {event.date_words}  ", "dim"),
            indent,
            Text.assemble(
                page.sourced(styled(event.title), event.sources), styled(f"  [{event.id}]", "dim")
            ),
        )
    return page.text()


def span(period: PeriodView, surface: Surface) -> str:
    """Say from when to when a name was borne."""
    if period.start is None and period.end is None:
        return ""
    return dates.iso_in_words(
        f"{period.start or '..'}/{period.end or '..'}", surface.catalogue.lang
    )
