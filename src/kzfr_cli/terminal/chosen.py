"""The events that a command is asked about: the options that choose them, and the view that a
format wants of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kzfr_cli.formats import registry
from kzfr_cli.queries import lookups
from kzfr_cli.queries.filters import Criteria
from kzfr_cli.session import Session
from kzfr_cli.terminal import options
from kzfr_cli.terminal.completion import values

if TYPE_CHECKING:
    from datetime import date

    from kzfr_cli.core.event import Event
    from kzfr_cli.queries.anniversaries import Rules
    from kzfr_cli.views.calendars import CalendarView

Command = TypeVar("Command", bound=Callable[..., Any])

YEARS = 10
"""Years of anniversaries that a calendar holds when nothing is asked."""

FILTERS = [
    options.from_option,
    options.to_option,
    options.category_option,
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="TAG",
        shell_complete=values.tags,
        help="Keep what bears a tag; repeat to ask for several.",
    ),
    click.option(
        "--place",
        metavar="PLACE",
        shell_complete=values.places,
        help="Keep what happened in a place, under any of its names.",
    ),
    options.scope_option,
    click.option("--disputed", is_flag=True, help="Keep what sources dispute."),
]


def filter_options(command: Command) -> Command:
    """Add the options that choose events."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def criteria(session: Session, filters: Mapping[str, Any]) -> Criteria:
    """Turn those options into criteria; raises `EndBeforeStartError` and the errors of unknown tags
    and places.
    """
    options.check_window(filters["after"], filters["before"])
    return Criteria(
        after=filters["after"],
        before=filters["before"],
        categories=filters["categories"],
        tags=tuple(lookups.tag(session.index, tag) for tag in filters["tags"]),
        place=lookups.place(session.index, filters["place"]) if filters["place"] else None,
        scope=filters["scope"],
        disputed=filters["disputed"],
    )


def asked(session: Session, wanted: Criteria) -> str:
    """Say in words what was asked for: the dates, the categories, the tags, the place."""
    from kzfr_cli.locale import vocabulary

    text = session.catalogue.text
    parts = [vocabulary.category(name, session.catalogue) for name in wanted.categories]
    parts += [
        session.speaker.words(tag.label) if (tag := session.index.tag(id)) else id
        for id in wanted.tags
    ]
    if wanted.place and (name := session.index.name(wanted.place)):
        parts.append(session.speaker.words(name.label))
    if wanted.after is not None:
        parts.append(text("from {date}", date=session.speaker.date(wanted.after)))
    if wanted.before is not None:
        parts.append(text("until {date}", date=session.speaker.date(wanted.before)))
    parts += [text("date disputed")] if wanted.disputed else []
    return ", ".join(parts)


def view(session: Session, events: Iterable[Event], format: str, *, asked: str = "") -> Any:
    """View some events as a format wants them."""
    wants = registry.EXPORTS[format].wants
    if wants == "references":
        from kzfr_cli.views import citations

        return citations.bibliography(events, session.speaker, session.settings.today)
    if wants == "calendar":
        return calendar(session, events, session.rules(), start=session.today)
    if wants == "page":
        from kzfr_cli.views import pages

        return pages.page(events, session.speaker)
    from kzfr_cli.views import dossiers

    return dossiers.dossier(events, session.speaker, asked)


def calendar(
    session: Session,
    events: Iterable[Event],
    rules: Rules,
    *,
    start: date,
    years: int = YEARS,
    recurring: bool = False,
    alarms: tuple[str, ...] = (),
) -> CalendarView:
    """View the anniversaries of some events from a day on, one by one for so many years or
    repeated.
    """
    from kzfr_cli.queries import calendar as plans
    from kzfr_cli.views import calendars

    chosen = list(events)
    found: list[Any] = (
        plans.repeated(chosen, start, rules)
        if recurring
        else plans.one_by_one(session.index, chosen, start, years, rules)
    )
    if recurring:  # an observance is of its own year only, and can't be repeated
        coming = plans.one_by_one(session.index, chosen, start, years, rules)
        found += [item for item in coming if item.facet.kind == "celebrated"]
    return calendars.calendar(
        found, session.speaker, alarms=alarms, left_out=plans.without_day(chosen, rules)
    )
