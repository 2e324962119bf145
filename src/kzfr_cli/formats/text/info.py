"""The program and its database: version, files, counts, index."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats import origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.views.info import FileView, InfoView, SetView


def render(view: InfoView, surface: Surface) -> str:
    """Write where everything comes from."""
    page = Page(surface)
    text = surface.catalogue.text
    none = Text("    ")
    language = vocabulary.language(view.language, surface.catalogue)
    page.add(styled(f"kzfr {view.version} · Python {view.python} · {language}", "bold"))
    page.add()
    counts = " · ".join(
        vocabulary.count(kind, number, surface.catalogue)
        for kind, number in view.counts.items()
    )
    page.hang(Text(""), none, styled(counts))
    if view.first:
        page.hang(Text(""), none, styled(extent(view, surface)))
    for item in view.complete:
        page.hang(Text(""), none, styled(whole(item, surface)))
    if dated := origin.sentence(surface):
        page.hang(Text(""), none, styled(dated))
    page.add()
    page.add(styled(text("Files, the later laid over the earlier"), "bold"))
    for file in view.files:
        page.hang(
            Text("  "),
            none,
            Text.assemble(styled(file.path), styled(f"  {what(file, surface)}", "dim")),
        )
    page.add()
    page.add(styled(text("Index"), "bold"))
    where = view.index or text("in memory, for this run only")
    size = quantities.number(view.index_bytes, surface.catalogue.lang)
    weight = surface.catalogue.plural(
        "{size} byte", "{size} bytes", view.index_bytes, size=size
    )
    page.hang(
        Text("  "),
        none,
        Text.assemble(styled(where), styled(f"  {text(view.index_state)}, {weight}", "dim")),
    )
    return page.text()


def extent(view: InfoView, surface: Surface) -> str:
    """Say which years the events span, and on how many of them sources disagree."""
    dated = surface.catalogue.text(
        "From {first} to {last}; {count} with disputed dates.",
        first=view.first[:4],
        last=view.last[:4],
        count=view.disputed,
    )
    if not view.conflicts:
        return dated
    other = surface.catalogue.text(
        "{count} with another disagreement.", count=view.conflicts
    )
    return f"{dated} {other}"


def whole(item: SetView, surface: Surface) -> str:
    """Say of which subject the database holds every event since when."""
    lang = surface.catalogue.lang
    count = vocabulary.count("events", item.events, surface.catalogue)
    return surface.catalogue.text(
        "Complete since {since}: {label} ({count}).",
        since=dates.iso_in_words(item.since, lang) if item.since else "",
        label=item.label,
        count=count,
    )


def what(file: FileView, surface: Surface) -> str:
    """Say what a file brings."""
    text = surface.catalogue.text
    said = [text("{count} added", count=file.added)]
    said += [text("{count} changed", count=file.changed)] if file.changed else []
    said += [text("{count} hidden", count=file.hidden)] if file.hidden else []
    if file.problems:
        said.append(
            surface.catalogue.plural(
                "{count} problem", "{count} problems", file.problems, count=file.problems
            )
        )
    return ", ".join(said)
