"""What `kzfr anniversary` asks for, and what it leaves out."""

from __future__ import annotations

import click

from kzfr_cli.answers.commemorations import Commemorations
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.errors import NeedsDayError
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.anniversaries import Anniversaries
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import Cut, Rules
from kzfr_cli.session import Counting, Session
from kzfr_cli.terminal import asked, output, run, words
from kzfr_cli.terminal.output import Output
from kzfr_cli.views.anniversaries import AnniversaryListView

WHOLE_YEARS = (1, 1, 12, 31)
"""The first and the last month and day of a stretch of years."""

SHOWN = 7
"""Rows of each kind of match that a reader is shown when no limit is given, the weightiest first.
"""


@record
class Asked:
    """What the options and words of `kzfr anniversary` say."""

    words: tuple[str, ...]
    days: asked.Days
    counting: Counting
    filters: Filters
    limit: int | None

    def question(self, session: Session, to: Output) -> Commemorations:
        """Ask for the anniversaries, as the format wants them; raises `click.UsageError`."""
        asked.refuse_both({"--next": self.days.number}, {"--limit": self.limit or None})
        read = words.read(self.words, session)
        rules = session.rules(self.counting, self.filters)
        wanted = self.anniversaries(
            session,
            read.when,
            rules,
        )
        if to.is_cut and not self.counting.whole:
            wanted = replace(wanted, cut=self.cut(wanted))
        shape = session.shape(registry.shape_of(to.fmt, of_events=False), rules)
        return Commemorations(
            wanted,
            shape,
            read.rest,
        )

    def anniversaries(
        self, session: Session, when: PartialDate | None, rules: Rules
    ) -> Anniversaries:
        """Ask about the day that is said, in words or by an option, or plan a month or years."""
        limit = None if self.counting.whole else self.limit or None
        if when is None:
            return self.days.anniversaries(
                session.today,
                rules,
                limit,
            )
        refuse_twice(self.days)
        return spoken(
            when,
            self.days,
            rules,
            limit,
        )

    def cut(self, wanted: Anniversaries) -> Cut:
        """How much a reader is told; a plan is told whole but for what weighs little, and what
        weighs as an option says is told.
        """
        is_whole = wanted.year is not None or wanted.days is not None
        shown = self.limit if self.limit is not None or is_whole else SHOWN
        return Cut(
            by_weight=not asked.has_weight(),
            limit=shown or None,
            round_years=wanted.year is None and self.limit != 0,
        )


def refuse_twice(days: asked.Days) -> None:
    """Refuse a date that is said in words beside one of an option; raises `click.UsageError`."""
    if days.are_given:
        text = run.spoken().text
        raise click.UsageError(text("Say the time once: as a word, or with an option."))


def spoken(
    when: PartialDate, days: asked.Days, rules: Rules, limit: int | None
) -> Anniversaries:
    """Ask about a day, plan a month or years, or tell the days from one to another; raises
    `NeedsDayError` for what has no end.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        raise NeedsDayError(text=when.text)
    if first == last:
        return Anniversaries(
            day=first,
            rules=rules,
            within=days.within,
            limit=limit,
        )
    if when.precision == "month":
        return Anniversaries(
            day=first, rules=rules, year=first.year, month=first.month, limit=limit
        )
    if (first.month, first.day, last.month, last.day) == WHOLE_YEARS:
        return Anniversaries(
            day=first, rules=rules, year=first.year, last_year=last.year, limit=limit
        )
    return Anniversaries(
        day=first,
        rules=rules,
        days=(last - first).days + 1,
        limit=limit,
    )


def tell_cut(view: object, to: Output) -> None:
    """Say on stderr how many anniversaries the limit left out of a listing that has no room to say
    it.
    """
    if to.fmt == "text" or not isinstance(view, AnniversaryListView):
        return
    left_out = sum(view.totals.values()) - len(view.rows)
    if left_out > 0:
        one, many = NN_(
            "{count} more is left out: --limit 0 shows all.",
            "{count} more are left out: --limit 0 shows all.",
        )
        output.tell(
            run.session().catalogue.plural(
                one,
                many,
                left_out,
                count=left_out,
            )
        )
