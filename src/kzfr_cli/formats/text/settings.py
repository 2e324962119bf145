"""The settings as lines: what each is, its value, where it comes from."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.views.settings import SettingListView, SettingView

NONE = Text("")


def render(view: SettingListView, surface: Surface) -> str:
    """Write the settings and where their file is."""
    page = Page(surface)
    keys, values = columns(view)
    for row in view.rows:
        first = styled(f"{row.key}{' ' * (keys - cell_len(row.key))}  ", "bold")
        value = shown(row, surface)
        gap = " " * max(values - cell_len(value), 0)
        line = Text.assemble(styled(value), f"{gap}  ", styled(origin(row, surface), "dim"))
        page.hang(first, Text(" " * first.cell_len), line)
    page.add()
    page.hang(NONE, NONE, styled(footing(view, surface), "dim"))
    return page.text()


def columns(view: SettingListView) -> tuple[int, int]:
    """Measure the two columns; a long value stands out of its own."""
    values = [len(row.value) for row in view.rows if len(row.value) <= 24]
    return max(cell_len(row.key) for row in view.rows), max(values, default=0)


def shown(row: SettingView, surface: Surface) -> str:
    """Write a value; an empty one in words."""
    return row.value or surface.catalogue.text("none")


def origin(row: SettingView, surface: Surface) -> str:
    """Say where a value comes from."""
    text = surface.catalogue.text
    if row.origin != "default":
        return row.place
    return text("default ({variable})", variable=row.place) if row.place else text("default")


def footing(view: SettingListView, surface: Surface) -> str:
    """Say where the file is, or would be."""
    text = surface.catalogue.text
    if view.exists:
        return text("Settings file: {path}", path=view.path)
    return text(
        "There is no settings file yet; kzfr config set makes it: {path}", path=view.path
    )
