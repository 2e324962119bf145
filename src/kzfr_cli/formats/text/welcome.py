"""The first page: the week's anniversaries, and what to type next."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli import __version__
from kzfr_cli.core import edtf
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.views.anniversaries import ShortView, WelcomeView

TRY = (
    "kzfr timeline --from 2008 --to 2010",
    "kzfr search sorbonne almaty",
    "kzfr anniversary --date 2018-06-05",
)


def render(view: WelcomeView, surface: Surface) -> str:
    """Write the first page."""
    page = Page(surface)
    text = surface.catalogue.text
    none = Text("")
    told = text(
        "{count} dated, sourced events of France–Kazakhstan relations", count=view.events
    )
    head = Text.assemble(styled(f"kzfr {__version__}", "bold"), styled(f" · {told}"))
    page.hang(none, none, head)
    page.add()
    page.hang(
        none, none, styled(view.asked_words[:1].upper() + view.asked_words[1:], "bold")
    )
    today = [row for row in view.rows if row.offset_days == 0]
    for row in today:
        line(page, row)
    if not view.rows:
        page.hang(
            none,
            none,
            styled("  " + text("Nothing is celebrated today or in the coming week.")),
        )
    elif not today:
        page.hang(none, none, styled("  " + text("Nothing is celebrated today.")))
    page.add()
    if coming := view.rows[len(today) :]:
        page.hang(none, none, styled(text("In the coming week"), "bold"))
        for row in coming:
            line(page, row)
        page.add()
    page.add(styled(text("To try:"), "bold"))
    for command in TRY:
        page.add(styled(f"  {command}"))
    page.hang(none, none, styled(text("All commands: kzfr --help"), "dim"))
    return page.text()


def line(page: Page, row: ShortView) -> None:
    """Write one anniversary of the week."""
    catalogue = page.surface.catalogue
    star, bullet = ("*", "-") if page.surface.plain else ("★", "·")
    when = "" if row.offset_days == 0 else f"{in_week(row, catalogue.lang)} · "
    head = styled(
        f"  {star if row.round else bullet} ", "bold yellow" if row.round else "dim"
    )
    number = ordinals.anniversary(row.years, catalogue.lang)
    page.hang(
        head,
        Text("    "),
        Text.assemble(
            styled(f"{when}{number} ", "bold"),
            styled(f"· {row.title}"),
            styled("".join(f" · {said}" for said in row.remarks), "italic yellow"),
        ),
    )


def in_week(row: ShortView, lang: str) -> str:
    """Write the day of a row, without its year."""
    words = dates.date_in_words(edtf.parse(row.on), lang)
    return dates.without_year(words, int(row.on[:4]), lang)
