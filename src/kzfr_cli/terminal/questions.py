"""Ask for what no option said of a new event."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import CATEGORIES, Event
from kzfr_cli.core.visible import visible
from kzfr_cli.editing import entered, new_event
from kzfr_cli.errors import DuplicateIdError, NeedsSourceError
from kzfr_cli.session import Session
from kzfr_cli.terminal import changes, output, prompts, types


class Questions:
    """Ask for what no option said, and put the answers beside the options."""

    def __init__(self, session: Session, asked: dict[str, Any], no_source: bool) -> None:
        self.session = session
        self.asked = asked
        self.no_source = no_source
        self.text = session.catalogue.text

    def ask(self) -> None:
        """Ask in the order in which people know an event: when, what, where, who, and how they
        know.
        """
        self.date()
        self.title()
        self.likes()
        self.category()
        self.linked()
        self.summary()
        self.sources()
        self.id()

    def value(self) -> PartialDate:
        """Return the date."""
        return changes.date_of(self.session, self.asked["date"])

    def date(self) -> None:
        """Ask for the date, and read it back in words."""
        if not self.asked["date"]:
            today = self.session.today.isoformat()
            self.asked["date"] = prompts.ask(
                self.text("Date"),
                today,
                check=lambda text: changes.date_of(self.session, text),
            )
        changes.read_back(self.session, self.value())

    def title(self) -> None:
        """Ask for the title, in the language of the user."""
        if not self.asked["titles"]:
            self.asked["titles"] = (
                f"{self.session.lang}={prompts.ask(self.text('Title'), check=self.needed)}",
            )

    def needed(self, answer: str) -> None:
        """Refuse an empty answer."""
        if not answer:
            raise click.UsageError(self.text("This is needed."))

    def likes(self) -> None:
        """Show what may be the same event, and ask whether to go on."""
        titles = entered.worded(self.asked["titles"], self.session.lang)
        found = {
            event.id: event
            for event in (
                *new_event.twins(self.session.index, titles, self.value()),
                *new_event.likes(
                    self.session.index, next(iter(titles.values())), self.value()
                ),
            )
        }
        if not found:
            return
        output.tell(self.text("Perhaps the same:"))
        for event in found.values():
            output.tell(f"  {self.line(event)}")
        if not prompts.confirm(self.session, self.text("Is yours another event?")):
            raise click.Abort

    def line(self, event: Event) -> str:
        """Return an event in a line."""
        speaker = self.session.speaker
        return visible(
            f"{speaker.date(event.preferred.value)}  {speaker.words(event.title)}  [{event.id}]"
        )

    def category(self) -> None:
        """Ask for the category, with the others to choose from."""
        if self.asked["category"]:
            return
        output.tell(f"  {', '.join(CATEGORIES)}")
        self.asked["category"] = prompts.ask(
            self.text("Category"),
            default=CATEGORIES[0],
            known=CATEGORIES,
            check=self.is_category,
        )

    def is_category(self, answer: str) -> None:
        """Refuse what is no category."""
        types.OneOf(CATEGORIES, "categories").convert(answer, None, None)

    def linked(self) -> None:
        """Ask for the places and people, several of them separated by commas."""
        known = entered.Known(self.session, self.asked["new_names"])
        for field, kind, question in (
            ("places", "place", self.text("Places, separated by commas")),
            ("people", "person", self.text("People, separated by commas")),
        ):
            if not self.asked[field]:
                ids = [entry["id"] for entry in self.session.index.all("names", kind)]
                answer = prompts.ask(
                    question, known=ids, check=partial(known.typed, (kind,))
                )
                self.asked[field] = tuple(entered.parts(answer))

    def summary(self) -> None:
        """Ask for a summary, which may be left out."""
        if not self.asked["summaries"] and (answer := prompts.ask(self.text("Summary"))):
            self.asked["summaries"] = (f"{self.session.lang}={answer}",)

    def sources(self) -> None:
        """Ask how it is known, until there is an answer."""
        if not self.asked["sources"] and not self.no_source:
            ids = self.session.index.all_ids("sources")
            answer = prompts.ask(
                self.text("Source, an id or an address"), known=ids, check=self.are_sources
            )
            self.asked["sources"] = tuple(entered.parts(answer))

    def are_sources(self, answer: str) -> None:
        """Refuse no source, and what is none."""
        if not entered.parts(answer):
            raise NeedsSourceError()
        for text in entered.parts(answer):
            new_event.source(self.session.index, text)

    def id(self) -> None:
        """Propose an id."""
        if not self.asked["id"]:
            titles = entered.worded(self.asked["titles"], self.session.lang)
            proposal = entered.proposed(self.session, titles, self.value())
            answer = prompts.ask(self.text("Id"), default=proposal, check=self.is_free_id)
            self.asked["id"] = None if answer == proposal else answer

    def is_free_id(self, answer: str) -> None:
        """Refuse what is no id, or one that is taken."""
        if not new_event.ID.match(answer):
            raise click.UsageError(
                self.text("An id is made of lower-case letters a–z, digits and hyphens.")
            )
        if new_event.is_taken(self.session.index, "events", answer):
            raise DuplicateIdError(id=answer)
