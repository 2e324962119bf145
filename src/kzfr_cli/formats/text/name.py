"""One name on a page: its forms in every language, what it was called when, its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import fitting
from kzfr_cli.formats.text.fitting import Passage, Write
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.events import EventView
from kzfr_cli.views.sheets import (
    HolderView,
    NamesakeView,
    NameSheet,
    OfficeView,
    PeriodView,
)

FEW = 10
"""Events that are told in the order of time on a page that is cut."""

CODES = {"kk_latn": "kk (latn)"}
NONE, INDENT = Text(""), Text("    ")


def render(view: NameSheet, surface: Surface) -> str:
    """Write a name."""
    return fitting.written(partial(sections, view), surface)


def sections(view: NameSheet, surface: Surface) -> Iterator[Passage]:
    """Yield the parts of a name: what it is, its forms, its offices, its events."""
    text, plural = surface.catalogue.text, surface.catalogue.plural
    yield Passage("", [partial(head, view=view)], is_tight=True)
    if view.namesakes:
        others = [partial(namesake, other=other) for other in view.namesakes]
        yield Passage(text("Perhaps you mean"), others, 1)
    yield Passage(text("Spellings"), [*spellings(view)], 3)
    for heading, spans in (
        (text("Offices"), view.offices),
        (text("What it was called"), view.periods),
        (text("Who held its offices"), view.holders),
    ):
        yield Passage(heading, [partial(spanned, item=item) for item in spans], 2)
    count = len(view.events)
    heading = plural(*NN_("{count} event", "{count} events"), count, count=count)
    yield Passage(
        heading, [partial(linked, event=event) for event in ranked(view, surface)], 1
    )


def ranked(view: NameSheet, surface: Surface) -> Iterable[EventView]:
    """The events of a name in the order of time; where they do not all fit, the weightiest
    first.
    """
    if not surface.cut or len(view.events) <= FEW:
        return view.events
    return sorted(view.events, key=lambda event: -event.weight)


def head(page: Page, view: NameSheet) -> None:
    """Write what the name is."""
    kind = vocabulary.name_kind(view.kind, page.surface.catalogue)
    line = Text.assemble(styled(view.label, "bold"), styled(f"  {kind}  [{view.id}]", "dim"))
    page.hang(NONE, NONE, line)
    if view.note:
        page.hang(NONE, NONE, styled(view.note, "italic"))


def namesake(page: Page, other: NamesakeView) -> None:
    """Write a name that this one is a part of, and how to see it."""
    command = f"kzfr show {other.id}"
    told = page.surface.catalogue.text("{label}: {value}", label=other.label, value="")
    line = Text.assemble(styled(f"  {told}"), styled(command, "bold"))
    page.hang(NONE, INDENT, line)


def spellings(view: NameSheet) -> Iterator[Write]:
    """Yield the forms of the name in every language, and what it is a part of."""
    for code in dict.fromkeys((*view.labels, *view.spellings)):
        yield partial(spelling, view=view, code=code)
    if view.acronyms or view.translation == "unreviewed" or view.part_of:
        yield partial(more, view=view)


def spelling(
    page: Page,
    view: NameSheet,
    code: str,
) -> None:
    """Write the forms of the name in one language."""
    known = (view.labels.get(code, ""), *view.spellings.get(code, ()))
    forms = " · ".join(dict.fromkeys(filter(None, known)))
    page.hang(styled(f"  {CODES.get(code, code)}  ", "dim"), INDENT, styled(forms))


def more(page: Page, view: NameSheet) -> None:
    """Write the acronyms, whether the translation was reviewed, and what the name is a part of."""
    text = page.surface.catalogue.text
    if view.acronyms:
        page.hang(styled("  "), INDENT, styled(" · ".join(view.acronyms)))
    if view.translation == "unreviewed":
        page.hang(styled("  "), INDENT, styled(text("unreviewed translation"), "dim"))
    if view.part_of:
        part = text("Part of: {whole}", whole=view.part_of_label)
        page.hang(styled("  "), INDENT, styled(part))


def spanned(page: Page, item: PeriodView | OfficeView) -> None:
    """Write what was borne or held, with its time."""
    time = styled(f"  {span(item, page.surface)}")
    page.hang(Text("  "), INDENT, Text.assemble(styled(borne(item), "bold"), time))


def linked(page: Page, event: EventView) -> None:
    """Write an event that is linked to the name."""
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
