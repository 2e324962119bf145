"""One name on a page: its forms in every language, what it was called when, its events."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.sheets import HolderView, NameSheet, OfficeView, PeriodView

CODES = {"kk_latn": "kk (latn)"}
NONE, INDENT = Text(""), Text("    ")


def render(view: NameSheet, surface: Surface) -> str:
    """Write a name."""
    page = Page(surface)
    kind = vocabulary.name_kind(view.kind, surface.catalogue)
    line = Text.assemble(styled(view.label, "bold"), styled(f"  {kind}  [{view.id}]", "dim"))
    page.hang(NONE, NONE, line)
    if view.note:
        page.hang(NONE, NONE, styled(view.note, "italic"))
    write_spellings(page, view)
    write_spans(page, surface.catalogue.text("Offices"), view.offices)
    write_spans(page, surface.catalogue.text("What it was called"), view.periods)
    write_spans(page, surface.catalogue.text("Who held its offices"), view.holders)
    write_events(page, view)
    return page.text()


def write_spellings(page: Page, view: NameSheet) -> None:
    """Write the forms of the name in every language, and what it is a part of."""
    text = page.surface.catalogue.text
    page.add()
    page.add(styled(text("Spellings"), "bold"))
    for code in dict.fromkeys((*view.labels, *view.spellings)):
        known = (view.labels.get(code, ""), *view.spellings.get(code, ()))
        forms = " · ".join(dict.fromkeys(filter(None, known)))
        page.hang(styled(f"  {CODES.get(code, code)}  ", "dim"), INDENT, styled(forms))
    if view.acronyms:
        page.hang(styled("  "), INDENT, styled(" · ".join(view.acronyms)))
    if view.translation == "unreviewed":
        page.hang(styled("  "), INDENT, styled(text("unreviewed translation"), "dim"))
    if view.part_of:
        page.hang(
            styled("  "), INDENT, styled(text("Part of: {whole}", whole=view.part_of_label))
        )


def write_spans(page: Page, heading: str, spans: Iterable[PeriodView | OfficeView]) -> None:
    """Write what was borne or held, each with its time, under a heading if there is any."""
    for number, item in enumerate(spans):
        if not number:
            page.add()
            page.add(styled(heading, "bold"))
        line = Text.assemble(
            styled(borne(item), "bold"), styled(f"  {span(item, page.surface)}")
        )
        page.hang(Text("  "), INDENT, line)


def write_events(page: Page, view: NameSheet) -> None:
    """Write the events that are linked to the name."""
    count = len(view.events)
    heading = page.surface.catalogue.plural(
        "{count} event", "{count} events", count, count=count
    )
    page.add()
    page.add(styled(heading, "bold"))
    for event in view.events:
        title = page.sourced(styled(event.title), event.sources)
        doubt = page.surface.catalogue.text("date disputed") if event.disputed else ""
        line = Text.assemble(
            title,
            styled(f" · {doubt}" if doubt else "", "italic yellow"),
            styled(f"  [{event.id}]", "dim"),
        )
        page.hang(styled(f"  {event.date_words}  ", "dim"), INDENT, line)


def borne(item: PeriodView | OfficeView) -> str:
    """Say what was borne or held, and by whom where that is not the name that is shown."""
    if isinstance(item, HolderView):
        return f"{item.words}: {item.name}"
    return item.words if isinstance(item, OfficeView) else item.label


def span(period: PeriodView | OfficeView, surface: Surface) -> str:
    """Say from when to when a name was borne, or an office held."""
    if period.start is None and period.end is None:
        return ""
    if (
        isinstance(period, OfficeView) and period.end is None
    ):  # it may have ended, we do not know
        return surface.catalogue.text("from {day}", day=period.start_words)
    return dates.iso_in_words(
        f"{period.start or '..'}/{period.end or '..'}", surface.catalogue.lang
    )
