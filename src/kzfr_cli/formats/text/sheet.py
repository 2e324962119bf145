"""One event on a page: its dates with who says so, its names in every language, its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from kzfr_cli.formats import origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import citations, marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.events import FacetView
from kzfr_cli.views.sheets import EventSheet

STATUS_STYLES = {
    "preferred": "bold green",
    "accepted": "green",
    "disputed": "yellow",
    "rejected": "red",
}


def render(view: EventSheet, surface: Surface) -> str:
    """Write an event."""
    page = Page(surface)
    Sheet(page, view).write()
    return page.text()


class Sheet:
    """Write the parts of an event one below the other."""

    def __init__(self, page: Page, view: EventSheet) -> None:
        self.page = page
        self.view = view
        self.catalogue = page.surface.catalogue
        self.numbers = {
            citation.id: number for number, citation in enumerate(view.citations, 1)
        }

    def write(self) -> None:
        """Write everything."""
        self.head()
        self.heading(self.catalogue.text("Dates"))
        for facet in self.view.dates:
            self.facet(facet)
        self.conflicts()
        self.steps()
        self.names()
        self.titles()
        self.sources()
        self.origin()

    def heading(self, text: str) -> None:
        """Write a heading."""
        self.page.add()
        self.page.add(styled(text, "bold"))

    def head(self) -> None:
        """Write the title, the date and the summary."""
        view, none = self.view, Text("")
        self.page.hang(none, none, styled(view.title, "bold"))
        category = vocabulary.category(view.category, self.catalogue)
        weight = self.catalogue.text(vocabulary.WEIGHTS[view.weight])
        plain = self.page.surface.plain
        line = Text.assemble(
            styled(view.date_words, "bold"),
            "  ",
            styled(
                f"{marks.mark(view.category, plain)} {category}", marks.style(view.category)
            ),
            styled(f" · {weight}  [{view.id}]", "dim"),
        )
        self.page.hang(none, none, line)
        if view.scope == "context":
            self.page.add(
                styled(
                    self.catalogue.text("Context: France has no part of her own in it."),
                    "italic",
                )
            )
        if view.summary:
            self.page.add()
            self.page.hang(none, none, styled(view.summary))
        for text in self.remarks():
            self.page.hang(none, none, styled(text, "dim"))

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

    def conflicts(self) -> None:
        """Write the points, other than dates, on which the sources disagree."""
        if not self.view.disputes:
            return
        self.heading(self.catalogue.text("Where the sources disagree"))
        for item in self.view.disputes:
            line = Text.assemble(styled(item.about, "bold"), *self.references(item.sources))
            self.page.hang(Text("  "), Text("    "), line)
            self.page.hang(Text("      "), Text("      "), styled(item.note, "italic"))

    def steps(self) -> None:
        """Write the events that are steps of this one."""
        if not self.view.steps:
            return
        self.heading(self.catalogue.text("Steps"))
        for step in self.view.steps:
            doubt = self.catalogue.text("date disputed") if step.disputed else ""
            line = Text.assemble(
                styled(step.title),
                styled(f" · {doubt}" if doubt else "", "italic yellow"),
                styled(f"  [{step.id}]", "dim"),
            )
            self.page.hang(styled(f"  {step.date_words}  ", "dim"), Text("    "), line)

    def facet(self, facet: FacetView) -> None:
        """Write one date, its status, its sources by number, and who says so."""
        status = vocabulary.status(facet.status, self.catalogue)
        line = Text.assemble(
            styled(facet.words, "bold"),
            "  ",
            styled(vocabulary.kind(facet.kind, self.catalogue)),
            styled(f" · {status}", STATUS_STYLES[facet.status]),
            *self.references(facet.sources),
        )
        self.page.hang(Text("  "), Text("    "), line)
        for text in (
            facet.note,
            self.catalogue.text("“{quoted}”", quoted=facet.wording) if facet.wording else "",
        ):
            if text:
                self.page.hang(Text("      "), Text("      "), styled(text, "italic"))

    def references(self, sources: Iterable[str]) -> Iterator[Text]:
        """Write the numbers of some sources, each a link to it."""
        for place, source in enumerate(sources):
            yield styled("" if place else "  ")
            yield self.page.sourced(
                styled(f"[{self.numbers.get(source, source)}]", "dim"), [source]
            )

    def names(self) -> None:
        """Write the places, people and organisations in every language."""
        if not self.view.links:
            return
        self.heading(self.catalogue.text("Names"))
        for link in self.view.links:
            others = dict.fromkeys(
                label for label in link.labels.values() if label != link.then
            )
            line = Text.assemble(
                styled(link.then), styled("".join(f" · {label}" for label in others), "dim")
            )
            self.page.hang(Text("  "), Text("    "), line)

    def titles(self) -> None:
        """Write the title in the other languages."""
        others = {
            code: title
            for code, title in self.view.titles.items()
            if code != self.view.language
        }
        if not others:
            return
        self.heading(self.catalogue.text("Title in other languages"))
        for code, title in others.items():
            unreviewed = self.view.translation == "unreviewed" and code in ("ru", "kk")
            mark = self.catalogue.text("unreviewed translation") if unreviewed else ""
            line = Text.assemble(styled(title), styled(f"  ({mark})" if mark else "", "dim"))
            self.page.hang(styled(f"  {code}  ", "dim"), Text("      "), line)

    def sources(self) -> None:
        """Write the sources by number, with what each says and where it is."""
        count = len(self.view.citations)
        self.heading(
            self.catalogue.plural("{count} source", "{count} sources", count, count=count)
        )
        for number, citation in enumerate(self.view.citations, 1):
            citations.write(self.page, number, citation)

    def origin(self) -> None:
        """Write which file the entry comes from."""
        self.page.add()
        text = self.catalogue.text(
            "From {file}, line {line}.", file=self.view.file, line=self.view.line
        )
        if self.view.over:
            text += " " + self.catalogue.text(
                "It is laid over {below}.", below=", ".join(self.view.over)
            )
        if self.view.former_ids:
            text += " " + self.catalogue.text(
                "Formerly {ids}.", ids=", ".join(self.view.former_ids)
            )
        self.page.hang(Text(""), Text(""), styled(text, "dim"))
        found = origin.of(self.page.surface)
        if found and found.holds(self.view.file):
            asked = self.catalogue.text(
                "A wrong date? Tell {address}, with the id and a page that says otherwise;"
                " kzfr edit {id} corrects it in your own file.",
                address=found.report,
                id=self.view.id,
            )
            self.page.hang(Text(""), Text(""), styled(asked, "dim"))
