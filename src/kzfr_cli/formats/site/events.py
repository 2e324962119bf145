"""The page of an event on a site, between the event before and the one after it."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.event import LANDMARK
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import visible
from kzfr_cli.formats.site import frame, linked, pages, places
from kzfr_cli.formats.site.frame import Branch, Head
from kzfr_cli.formats.site.linked import Sources
from kzfr_cli.formats.site.pages import File
from kzfr_cli.formats.site.rows import ListedEvent
from kzfr_cli.views.pages import ConflictSide, PageEvent, SideView


@pair
class Around:
    """An event between the one before and the one after it."""

    seen: PageEvent
    before: ListedEvent | None
    after: ListedEvent | None


def event(folder: Branch, sources: Sources, around: Around, row: ListedEvent) -> File:
    """Write the page of an event, linked to its year, its names and its neighbours."""
    seen, lang = around.seen, folder.lang
    title = row.titles[lang]
    card = f"event-{seen.id}" if row.weight == LANDMARK else "card"
    head = Head(
        path=f"events/{seen.id}.html",
        title=title,
        description=seen.summaries[lang]
        or folder.says["pair"].format(label=row.words[lang], value=title),
        card=card,
        kind="article",
        data=(
            linked.event(
                sources,
                seen,
                lang,
                folder.base,
                folder.image(card),
            ),
        ),
    )
    category = pages.capital(folder.fixed["categories"][seen.category])
    numbers = {number: str(place) for place, (number, _) in enumerate(seen.sources, 1)}
    return folder.page(
        "event.html",
        head,
        event=seen,
        year=row.year,
        kicker=folder.piece("kicker", seen.category, seen.category, category),
        borrowed=borrowed(seen, lang),
        noted=lambda found: folder.notes([numbers[number] for number in found]),
        sources=[
            (folder.piece("source", sources[number].id, sources[number]), told)
            for number, told in seen.sources
        ],
        names=list(named(folder, seen)),
        before=around.before,
        after=around.after,
    )


def borrowed(seen: PageEvent, lang: str) -> str:
    """Return the language of the summary, or else of the notes, that are not in one; of none where
    they are.
    """
    items: tuple[SideView | ConflictSide, ...] = (*seen.sides, *seen.conflicts)
    notes = (item.note_languages for item in items if item.note)
    found = (each.get(lang, "") for each in (seen.summary_languages, *notes))
    return next(filter(None, found), "") if seen.summaries[lang] else ""


def named(folder: Branch, seen: PageEvent) -> Iterator[tuple[str, str]]:
    """Yield the names of an event by their role, linked to their pages."""
    for role, heading in pages.SECTIONS.items():
        found = [
            name_of(folder, item.id, visible(item.labels[folder.lang]))
            for item in seen.linked
            if item.role == role
        ]
        if found:
            yield folder.says[heading], frame.joined(", ", found)


def name_of(folder: Branch, entry_id: str, label: str) -> str:
    """Write a name with the way to its page."""
    key, is_page = f"{entry_id} {label}", places.is_safe(entry_id)
    return folder.piece("name", key, entry_id, label, is_page)
