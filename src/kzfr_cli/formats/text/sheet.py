"""One event on a page: the date that it goes by and who says so, what is disputed, what was
rejected, its sources, its names in every language.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial

from rich.text import Text

from kzfr_cli.formats import origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import citations, fitting, marks
from kzfr_cli.formats.text.fitting import Passage, Short, Write
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.events import ConflictView, FacetView
from kzfr_cli.views.problems import seen_from
from kzfr_cli.views.sheets import EventSheet, LinkView, StepView

NONE, DEEP = Text(""), Text("      ")

STATUS_STYLES = {
    "preferred": "bold green",
    "accepted": "green",
    "disputed": "yellow",
    "rejected": "red",
}


def render(view: EventSheet, surface: Surface) -> str:
    """Write an event."""
    return fitting.written(lambda on: Sheet(view, on).sections(), surface)


DISPUTED, REJECTED = "disputed", "rejected"
"""The statuses of dates that stand apart from those that hold."""


class Sheet:
    """The parts of an event, one below the other."""

    def __init__(
        self,
        view: EventSheet,
        surface: Surface,
    ) -> None:
        self.view = view
        self.surface = surface
        self.catalogue = surface.catalogue
        self.numbers = {
            citation.id: number for number, citation in enumerate(view.citations, 1)
        }

    def sections(self) -> Iterator[Passage]:
        """Yield the parts: what the event is, its dates, what is disputed of it, the rest."""
        text, tight = self.catalogue.text, self.surface.cut
        yield Passage("", [self.head], is_tight=True)
        yield Passage(text("Dates"), [*self.dates()], 1)
        yield Passage(text("What is disputed"), [*self.disputed()], 3)
        yield Passage(text("Rejected dates"), [*self.facets(REJECTED)], 6, is_tight=tight)
        steps = [partial(self.step, step=step) for step in self.view.steps]
        yield Passage(text("Steps"), steps, 4, is_tight=tight)
        yield self.sources()
        yield self.names()
        titles = [*self.titles()]
        yield Passage(text("Title in other languages"), titles, 7, is_tight=tight)
        yield Passage("", [self.origin])

    def head(self, page: Page) -> None:
        """Write the title, the date and the summary."""
        view = self.view
        page.hang(NONE, NONE, styled(view.title, "bold"))
        category = vocabulary.category(view.category, self.catalogue)
        weight = self.catalogue.text(vocabulary.WEIGHTS[view.weight])
        mark = f"{marks.mark(view.category, page.surface.plain)} {category}"
        line = Text.assemble(
            styled(view.date_words, "bold"),
            "  ",
            styled(mark, marks.style(view.category)),
            styled(f" · {weight}  [{view.id}]", "dim"),
        )
        page.hang(NONE, NONE, line)
        if view.scope == "context":
            context = self.catalogue.text("Context: France has no part of her own in it.")
            page.hang(NONE, NONE, styled(context, "italic"))
        if view.summary:
            page.add()
            page.hang(NONE, NONE, styled(view.summary))
        for text in self.remarks():
            page.hang(NONE, NONE, styled(text, "dim"))

    def remarks(self) -> Iterator[str]:
        """Say what the event is a part of, how else it is called, and whether it is celebrated."""
        view, text = self.view, self.catalogue.text
        if view.of:
            part = f"{view.of_words}  [{view.of}]"
            number = view.edition
            yield (
                text("Number {number} of: {whole}", number=number, whole=part)
                if number
                else text("Part of: {whole}", whole=part)
            )
        if aliases := view.aliases.get(self.catalogue.lang):
            yield text("Also called: {names}", names=", ".join(aliases))
        if view.confidence:
            yield text(vocabulary.CONFIDENCE_SENTENCES[view.confidence])
        if not view.commemorated:
            yield text(
                "Nobody would mark its anniversary: {why}.", why=view.not_commemorated
            )

    # ---- dates

    def dates(self) -> Iterator[Write]:
        """Yield the dates that hold, the one that the event goes by first."""
        yield from self.facets("preferred")
        yield from self.facets("accepted")

    def disputed(self) -> Iterator[Write]:
        """Yield all that is disputed: the dates, then the other points."""
        yield from self.facets(DISPUTED)
        for item in self.view.disputes:
            yield partial(self.conflict, item=item)

    def facets(self, status: str) -> Iterator[Write]:
        """Yield the dates of a status, in the order of time."""
        for facet in self.view.dates:
            if facet.status == status:
                yield partial(self.facet, facet=facet)

    def facet(
        self,
        page: Page,
        facet: FacetView,
    ) -> None:
        """Write one date, its status, its sources by number, and who says so."""
        status = vocabulary.status(facet.status, self.catalogue)
        line = Text.assemble(
            styled(facet.words, "bold"),
            "  ",
            styled(vocabulary.kind(facet.kind, self.catalogue)),
            styled(f" · {status}", STATUS_STYLES[facet.status]),
            *self.references(page, facet.sources),
        )
        page.hang(Text("  "), Text("    "), line)
        quoted = facet.wording and self.catalogue.text("“{quoted}”", quoted=facet.wording)
        for text in filter(None, (facet.note, quoted)):
            page.hang(DEEP, DEEP, styled(text, "italic"))

    def conflict(
        self,
        page: Page,
        item: ConflictView,
    ) -> None:
        """Write a point, other than a date, on which the sources disagree."""
        about = styled(item.about, "bold")
        line = Text.assemble(about, *self.references(page, item.sources))
        page.hang(Text("  "), Text("    "), line)
        page.hang(DEEP, DEEP, styled(item.note, "italic"))

    def references(
        self,
        page: Page,
        sources: Iterable[str],
    ) -> Iterator[Text]:
        """Write the numbers of some sources, each a link to it."""
        for place, source in enumerate(sources):
            yield styled("" if place else "  ")
            number = styled(f"[{self.numbers.get(source, source)}]", "dim")
            yield page.sourced(number, [source])

    # ---- what belongs to it

    def step(
        self,
        page: Page,
        step: StepView,
    ) -> None:
        """Write an event that is a step of this one."""
        doubt = self.catalogue.text("date disputed") if step.disputed else ""
        line = Text.assemble(
            styled(step.title),
            styled(f" · {doubt}" if doubt else "", "italic yellow"),
            styled(f"  [{step.id}]", "dim"),
        )
        page.hang(styled(f"  {step.date_words}  ", "dim"), Text("    "), line)

    def sources(self) -> Passage:
        """Return the sources by number, the best first."""
        count = len(self.view.citations)
        heading = self.catalogue.plural(
            *NN_("{count} source", "{count} sources"),
            count,
            count=count,
        )
        items = [
            partial(
                citations.write, number=number, citation=citation, is_short=self.surface.cut
            )
            for number, citation in enumerate(self.view.citations, 1)
        ]
        kind = Short if self.surface.cut else Passage
        return kind(heading, items, 2)

    def names(self) -> Passage:
        """The places, people and organisations, in every language; on a page that is cut, on a line
        in the reader's alone.
        """
        if self.surface.cut and self.view.links:
            return Passage("", [self.short_names], is_tight=True)
        items = [partial(self.name, link=link) for link in self.view.links]
        return Passage(self.catalogue.text("Names"), items, 5)

    def short_names(self, page: Page) -> None:
        """Write the names in the reader's language."""
        names = " · ".join(link.then for link in self.view.links)
        head = styled(self.catalogue.text("Names"), "bold")
        page.hang(NONE, Text("  "), Text.assemble(head, "  ", styled(names)))

    def name(
        self,
        page: Page,
        link: LinkView,
    ) -> None:
        """Write a name in every language."""
        others = dict.fromkeys(label for label in link.labels.values() if label != link.then)
        told = styled("".join(f" · {label}" for label in others), "dim")
        line = Text.assemble(styled(link.then), told)
        page.hang(Text("  "), Text("    "), line)

    def titles(self) -> Iterator[Write]:
        """Yield the title in the other languages."""
        for code in self.view.titles:
            if code != self.view.language:
                yield partial(self.title, code=code)

    def title(
        self,
        page: Page,
        code: str,
    ) -> None:
        """Write the title in one language."""
        unreviewed = self.view.translation == "unreviewed" and code in ("ru", "kk")
        mark = self.catalogue.text("unreviewed translation") if unreviewed else ""
        title = styled(self.view.titles[code])
        line = Text.assemble(title, styled(f"  ({mark})" if mark else "", "dim"))
        page.hang(styled(f"  {code}  ", "dim"), DEEP, line)

    def origin(self, page: Page) -> None:
        """Write which file the entry comes from."""
        view, text = self.view, self.catalogue.text
        told = text(
            "From {file}, line {line}.",
            file=seen_from(os.getcwd(), view.file),
            line=view.line,
        )
        if view.over:
            told += " " + text("It is laid over {below}.", below=", ".join(view.over))
        if view.former_ids:
            told += " " + text("Formerly {ids}.", ids=", ".join(view.former_ids))
        page.hang(NONE, NONE, styled(told, "dim"))
        found = origin.of(page.surface)
        if found and found.holds(view.file):
            page.hang(NONE, NONE, styled(self.how_to_report(found.report), "dim"))

    def how_to_report(self, address: str) -> str:
        """Say what to do with a wrong date; with an address where the installation has one."""
        view, text = self.view, self.catalogue.text
        if address:
            return text(
                "A wrong date? Report it at {address}, with the id and a page that says "
                "otherwise; kzfr edit {id} corrects it in your own file.",
                address=address,
                id=view.id,
            )
        return text(
            "A wrong date? Send {id}, the date and a page that says otherwise to whoever gave "
            "you kzfr; kzfr edit {id} corrects it in your own file.",
            id=view.id,
        )
