"""An import as a person sees it: what would be done, the question, what was done."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import fields, record
from kzfr_cli.core.visible import visible
from kzfr_cli.editing.imports import plan as plans
from kzfr_cli.editing.imports import (
    reading,
    refused,
    written,
)
from kzfr_cli.editing.imports.plan import Planned, Planner
from kzfr_cli.editing.imports.refused import HandedBack
from kzfr_cli.editing.imports.rows import (
    Content,
    Remark,
    Window,
)
from kzfr_cli.editing.imports.saying import Defaults
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import ImportRefusedError, UnwritableEndingError
from kzfr_cli.languages.typed_figures import Habits
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Session
from kzfr_cli.terminal import (
    changes,
    output,
    preview,
    screen,
)

SOME_REFUSED = 1
"""The exit code where rows were refused and the rest was taken in."""


@record
class Wish:
    """How a file is to be imported.

    `handed_back` is the file for the rows that are refused, none when one of them refuses all.
    """

    file: str
    charset: str = ""
    after: PartialDate | None = None
    before: PartialDate | None = None
    handed_back: str | None = None
    remove_cancelled: bool = False
    dry_run: bool = False
    everything: bool = False

    @property
    def window(self) -> Window | None:
        """The days of which events are wanted, none when all are."""
        if self.after is None and self.before is None:
            return None
        Filters(after=self.after, before=self.before)  # refuses a window that ends first
        first = self.after.earliest if self.after else None
        last = self.before.latest if self.before else None
        return Window(first, last)


class Import:
    """One import: read and planned at once, written when it is asked for."""

    def __init__(
        self,
        session: Session,
        wish: Wish,
        defaults: Defaults,
    ) -> None:
        self.session = session
        self.wish = wish
        if wish.handed_back:
            refuse_ending(wish.handed_back)
        self.content = self.read()
        self.plans = self.planned(defaults)
        self.counts = Counter(plan.action for plan in self.plans)

    def read(self) -> Content:
        """Read the file."""
        return reading.read(
            ImportFile(
                path=self.wish.file,
                data=reading.content(self.wish.file),
                charset=self.wish.charset,
                window=self.wish.window,
            )
        )

    def planned(self, defaults: Defaults) -> list[Planned]:
        """Decide what becomes of each row, and show on a terminal how far that is when it takes
        long.
        """
        planner = Planner(self.session.index, defaults, self.wish.window)
        label = self.session.catalogue.text("Reading the rows")
        found = []
        with screen.working(self.session, label, self.content.total) as advance:
            for plan in planner.plan(self.content.rows):
                found.append(plan)
                advance(1)
        return found

    @property
    def wanted(self) -> list[Planned]:
        """The plans that change something."""
        actions = {plans.ADDED, plans.CHANGED}
        if self.wish.remove_cancelled:
            actions.add(plans.CANCELLED)
        return [plan for plan in self.plans if plan.action in actions]

    def show(self) -> None:
        """Tell how the file was read, and what becomes of its rows; raises `ImportRefusedError`."""
        session, wish = self.session, self.wish
        for said in preview.remarks(session, self.content.remarks):
            output.tell(visible(said))
        shown = wish.everything or wish.dry_run
        output.emit(preview.written(session, self.plans, shown))
        output.tell(preview.summed(session, self.counts))
        if self.counts[plans.CANCELLED] and not wish.remove_cancelled:
            output.tell(preview.remarks(session, [Remark("stays")])[0])
        if self.counts[plans.REFUSED] and not wish.handed_back:
            raise ImportRefusedError(path=wish.file, count=self.counts[plans.REFUSED])

    def finish(self, yes: bool) -> None:
        """Write what is wanted, after the question, and hand back what was refused; what is only
        tried is not written.
        """
        session, text = self.session, self.session.catalogue.text
        wanted = self.wanted
        if self.wish.dry_run or not wanted:
            output.tell(text("Nothing was written."))
        else:
            preview.confirm(session, yes)
            self.write(wanted)
            path = visible(session.target)
            output.tell(text("Imported into {path}. To undo this: kzfr undo", path=path))
        if self.counts[plans.REFUSED]:
            if not self.wish.dry_run:
                self.hand_back()
            raise click.exceptions.Exit(SOME_REFUSED)

    def write(self, wanted: list[Planned]) -> None:
        """Change the user's file."""
        session = self.session
        with screen.working(session, session.catalogue.text("Writing")):
            changes.save(
                session,
                session.target,
                lambda before: written.imported(before, wanted, session.index),
                f"import {self.wish.file}",
            )

    def hand_back(self) -> None:
        """Write the rows that were refused, each with the reason."""
        path = self.wish.handed_back
        assert path is not None
        rows = [
            HandedBack(plan.row, preview.reason(self.session, plan))
            for plan in self.plans
            if plan.row is not None
        ]
        is_table = reading.ending(path) == ".csv"
        data = refused.as_table(rows, self.content) if is_table else refused.as_json(rows)
        output.emit(data, path, (self.wish.file,))
        text = self.session.catalogue.text
        output.tell(
            text("The refused rows are in {path}: mend and import them.", path=visible(path))
        )


def refuse_ending(path: str) -> None:
    """Refuse a file for refused rows that is neither a table nor JSON; raises
    `UnwritableEndingError`.
    """
    if os.path.splitext(path)[1].lower() not in refused.ENDINGS:
        raise UnwritableEndingError(path=path, endings=refused.ENDINGS)


def asked(
    session: Session,
    options: Mapping[str, Any],
) -> Import:
    """Read and plan what the options of the command ask for; those that say nothing of the file
    hold for its rows.
    """
    wished = {name: value for name, value in options.items() if name in fields(Wish)}
    others = {name: value for name, value in options.items() if name not in wished}
    habits = Habits(session.today, session.day_first)
    return Import(
        session,
        Wish(**wished),
        Defaults(lang=session.lang, habits=habits, **others),
    )
