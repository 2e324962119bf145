"""The shapes in which formats want events: everything on each, a page, references, a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kzfr_cli import answers, views
from kzfr_cli.core.event import Event
from kzfr_cli.core.record import pair
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.queries.rules import Plan, Rules

if TYPE_CHECKING:
    from kzfr_cli.views.calendars import CalendarView
    from kzfr_cli.views.citations import ReferencesView
    from kzfr_cli.views.dossiers import Dossier
    from kzfr_cli.views.pages import PageView, Wanted
    from kzfr_cli.views.speaker import Speaker

    Shaped: TypeAlias = Dossier | PageView | ReferencesView | CalendarView

LISTING, ENTRIES = "listing", "entries"


@pair
class Shape:
    """What a format wants of events: a `listing`, the `entries` beside its rows, a `dossier`, an
    `archive`, a `page`, `references` or a `calendar`.

    `accessed` is the day on which sources were seen, None where that is not told; `rules` and
    `plan` are those of a calendar; `handout` says how a dossier is to be; `written` is the day on
    which that is done, which a page tells.
    """

    wants: str = LISTING
    accessed: date | None = None
    rules: Rules = Rules()
    plan: Plan | None = None
    handout: HandOut = HandOut()
    written: date | None = None

    @property
    def is_listing(self) -> bool:
        """Return whether the question's own rows are wanted."""
        return self.wants == LISTING

    def page(self, asked: str) -> Wanted:
        """How a page is wanted of what was asked for, in words."""
        return views.pages.Wanted(
            self.handout.title, asked, self.handout.languages, self.written
        )

    def of(
        self,
        events: Sequence[Event],
        speaker: Speaker,
        asked: str = "",
    ) -> Shaped:
        """View some events; `asked` says in words what was asked for."""
        if self.wants == "archive":
            return views.whole.archive(events, speaker, asked)
        if self.wants == "references":
            return views.citations.bibliography(events, speaker, self.accessed)
        if self.wants == "page":
            return views.pages.page(events, speaker, self.page(asked))
        if self.wants == "calendar" and self.plan is not None:
            return answers.calendar.planned(events, speaker, self.rules, self.plan)
        return views.dossiers.dossier(events, speaker, asked, self.handout)
