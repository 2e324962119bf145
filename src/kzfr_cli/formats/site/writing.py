"""Every file of a site."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.event import LANDMARK
from kzfr_cli.core.record import replace
from kzfr_cli.formats import csv, html, ics
from kzfr_cli.formats import json as json_format
from kzfr_cli.formats.site import (
    cards,
    charts,
    events,
    feed,
    frame,
    linked,
    pages,
    rows,
    shards,
    sitemaps,
)
from kzfr_cli.formats.site.events import Around
from kzfr_cli.formats.site.frame import Branch, Head
from kzfr_cli.formats.site.linked import Sources
from kzfr_cli.formats.site.pages import File
from kzfr_cli.formats.site.rows import ListedEvent, Register
from kzfr_cli.formats.site.shards import Finder
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.views.pages import PageEvent
from kzfr_cli.views.sites import SiteView


def files(view: SiteView, surface: Surface) -> Iterator[File]:
    """Yield each file of the site by its path."""
    listed: list[str] = []
    for path, content in SiteWriter(view, surface).files():
        yield path, content
        if path.endswith(".html") and not path.endswith(("404.html", "embed.html")):
            listed.append(path)
    if view.base:
        yield from sitemaps.files(listed, view.base)
    yield "robots.txt", sitemaps.robots(view.base)


def count(view: SiteView) -> int:
    """Count the files of the site, some more or less: mostly those of its events and names."""
    return len(view.editions) * (len(view.blocks) + len(view.names))


class SiteWriter:
    """Writes the files of a site, the pages of events while it reads them."""

    def __init__(
        self,
        view: SiteView,
        surface: Surface,
    ) -> None:
        self.view = view
        self.surface = surface
        self.folders = [
            Branch(
                view,
                edition,
                surface,
            )
            for edition in view.editions
        ]
        self.rows = Register()
        weights = [weight for _, weight in view.blocks.weighed]
        self.ranks = rows.ranked(weights)
        self.heads = rows.heads(weights)
        self.finder = Finder(self.ranks)

    def files(self) -> Iterator[File]:
        """Yield every file but those that name the others."""
        for folder in self.folders:
            folder.fixed["has_figures"] = bool(folder.edition.figures)
            folder.has_cards = bool(self.view.base) and cards.can_draw()
        yield from self.events()
        for folder in self.folders:
            yield from self.edition(folder)
        yield from self.data()
        yield "site.css", frame.style().encode()
        yield "search.js", "".join(map(frame.part, SCRIPTS)).encode()
        yield from self.root()

    # ---- events

    def events(self) -> Iterator[File]:
        """Write the pages of the events, each when the one after it is known."""
        last: tuple[Sources, PageEvent] | None = None
        for block in self.view.blocks:
            for event, seen in block.pairs:
                self.finder.add(event, seen)
                self.rows.add(seen, event.weight)
                if last:
                    yield from self.event(*last, len(self.rows.all) - 2)
                last = block.sources, seen
        if last:
            yield from self.event(*last, len(self.rows.all) - 1)

    def event(
        self,
        sources: Sources,
        seen: PageEvent,
        place: int,
    ) -> Iterator[File]:
        """Write the pages of an event in every language."""
        row = self.rows.all[place]
        if row.is_page:
            around = Around(
                seen,
                self.beside(place, -1),
                self.beside(place, 1),
            )
            for folder in self.folders:
                yield events.event(
                    folder,
                    sources,
                    around,
                    row,
                )

    def beside(
        self,
        place: int,
        step: int,
    ) -> ListedEvent | None:
        """The nearest event before or after that has a page, as far as it is read."""
        place += step
        while 0 <= place < len(self.rows.all):
            if self.rows.all[place].is_page:
                return self.rows.all[place]
            place += step
        return None

    # ---- the rest

    def edition(self, folder: Branch) -> Iterator[File]:
        """Write what one language has beside its events."""
        yield from pages.years(folder, self.rows)
        yield from pages.categories(folder, self.rows)
        yield from pages.names(folder, self.rows)
        yield pages.anniversaries(folder)
        if folder.edition.figures:
            yield from pages.figures(folder)
        for path, content in (
            *rows.files(self.placed(), folder.lang),
            pages.choices(folder, self.rows),
        ):
            yield folder.prefix + path, content
        for template in ("search", "embed"):
            yield self.searching(folder, f"{template}.html", f"{template}.html")
        yield self.index(folder)
        for name, content in self.beside_pages(folder):
            yield folder.prefix + name, content
            if folder.lang == self.view.lang and not self.view.is_single:
                yield name, content
        yield from self.pictures(folder)

    def ordered(self) -> list[ListedEvent]:
        """The rows by the numbers of their events."""
        found = sorted(
            zip(
                self.ranks,
                range(len(self.ranks)),
                strict=True,
            )
        )
        return [self.rows.all[place] for _, place in found]

    def placed(self) -> list[ListedEvent]:
        """The rows as their parts hold them."""
        numbered = self.ordered()
        return [numbered[number] for number in rows.placed(self.finder.lengths, self.heads)]

    def counts(self) -> dict[int, int]:
        """Count the events of each year."""
        return {int(year): len(found) for year, found in self.rows.years.items()}

    def searching(
        self,
        folder: Branch,
        template: str,
        path: str,
    ) -> File:
        """Write a page with the search."""
        says = folder.says
        is_index = path == "index.html"
        head = Head(
            path=path,
            title=says["site_title"] if is_index else says["search"],
            description=says["site_lead"],
            data=(self.dataset(folder),) if is_index else (),
        )
        return folder.page(
            template,
            head,
            landmarks=self.landmarks(),
            has_timeline=self.view.page is not None,
            chart=charts.years(self.counts(), "years/", says["pair"]),
            present=[
                name for name in folder.fixed["categories"] if name in self.rows.categories
            ],
            ordered=list(folder.fixed["categories"].items()),
            facets=[
                (facet, folder.says[f"any_{facet}"]) for facet in shards.FACETS.values()
            ],
            spoken={name: says[name] for name in SPOKEN},
        )

    def landmarks(self) -> list[ListedEvent]:
        """The landmarks, in the order of time."""
        found = [place for place, row in enumerate(self.rows.all) if row.weight == LANDMARK]
        return self.rows.weightiest(found, LANDMARKS)

    def dataset(self, folder: Branch) -> str:
        """Describe the record to engines."""
        years = sorted(year for year in self.rows.years if year != "0000")
        span = f"{years[0]}/{years[-1]}" if years else ""
        says = {
            "title": folder.says["site_title"],
            "lead": folder.says["site_lead"],
            "made": folder.says["made"],
            "keywords": ", ".join(folder.fixed["categories"].values()),
            "license": "yes" if folder.has_license else "",
        }
        return linked.dataset(
            says,
            folder.lang,
            span,
            folder.base,
        )

    def index(self, folder: Branch) -> File:
        """Write the first page of a language: the timeline, or where there are too many events for
        one page, the search over the years and the landmarks.
        """
        if self.view.page is None:
            return self.searching(
                folder,
                "search.html",
                "index.html",
            )
        surface = replace(self.surface, catalogue=catalogue.load(folder.lang))
        page = replace(self.view.page, lang=folder.lang)
        written = html.page(
            page,
            surface,
            years=sorted(self.rows.years),
        )
        head = folder.head(
            Head(
                path="index.html",
                title=folder.says["site_title"],
                description=folder.says["site_lead"],
                data=(self.dataset(folder),),
            )
        )
        written = written.replace("</title>\n", f"</title>\n{head}\n", 1)
        written = written.replace("<footer>\n", f"<footer>\n{folder.ways()}\n", 1)
        return folder.prefix + "index.html", written.encode()

    def beside_pages(self, folder: Branch) -> Iterator[File]:
        """Write what programs read; that of the root's language stands there too, where the first
        version had it and people subscribed to it.
        """
        edition, base = folder.edition, folder.base
        surface = replace(self.surface, catalogue=catalogue.load(folder.lang))
        if edition.listing is not None:
            yield (
                "events.json",
                json_format.render(edition.listing, surface).encode(),
            )
            yield "events.csv", csv.render(edition.listing, surface).encode()
        yield "anniversaries.ics", ics.render(edition.calendar, surface)
        yield (
            "feed.atom",
            feed.feed(
                edition.rounds,
                self.view.today,
                base,
            ),
        )

    def pictures(self, folder: Branch) -> Iterator[File]:
        """Draw the pictures of shared links."""
        if not folder.has_cards:
            return
        says = folder.says
        drawn = cards.record(
            says["site_title"],
            says["site_lead"],
            self.counts(),
        )
        yield f"{folder.prefix}cards/card.png", drawn
        for row in self.rows.all:
            if row.is_page and row.weight == LANDMARK:
                path = f"{folder.prefix}cards/event-{row.id}.png"
                yield (
                    path,
                    cards.landmark(
                        row,
                        folder.lang,
                        says,
                    ),
                )

    def data(self) -> Iterator[File]:
        """Write what the search reads in every language."""
        yield rows.columns(self.ordered())
        yield from shards.files(
            self.finder,
            self.heads,
            rows.sizes(),
        )

    def root(self) -> Iterator[File]:
        """Write the pages that stand above the languages."""
        main = next(each for each in self.folders if each.lang == self.view.lang)
        yield main.missing()
        if not self.view.is_single:
            yield main.choice()


SCRIPTS = ("spelling.js", "query.js", "rating.js", "search.js")
"""The script of the search, in an order in which each part stands after what it needs."""

LANDMARKS = 300
"""Landmarks that the first page of many events lists."""

SPOKEN = (
    "loading",
    "found_one",
    "found_many",
    "found_none",
    "found_near",
    "disputed",
)
"""What the script of the search says."""
