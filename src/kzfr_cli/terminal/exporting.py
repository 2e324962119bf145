"""What `kzfr export` asks for, and the options that nothing would heed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import chain

import click

from kzfr_cli.answers.commemorations import Commemorations, RepeatedEvents
from kzfr_cli.answers.shapes import Shape
from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.core.record import replace
from kzfr_cli.errors import UnknownFormatError, UnwritableEndingError
from kzfr_cli.formats import endings, registry
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.queries.rules import Rules
from kzfr_cli.session import Counting, Session
from kzfr_cli.terminal import asked, run
from kzfr_cli.terminal.output import STDOUT

FOR_CALENDARS = N_(
    "Only a calendar heeds {option}: give the file the ending .ics, or leave it out."
)
FOR_ANNIVERSARIES = N_(
    "{option} chooses among anniversaries: add --date, --year or --next, or write a calendar."
)
FOR_DAYS = N_("{option} counts from a day: add --date.")
FOR_SINGLE_YEARS = N_(
    "A repeated entry is not round in every year: leave out {option} or --recurring."
)


def formats(days: asked.Days, planning: asked.Planning) -> tuple[str, ...]:
    """List the formats that carry what is asked for: events, or anniversaries."""
    if days.are_given and not planning.recurring:
        return registry.COMMEMORATIONS
    return tuple(registry.EXPORTS)


def chosen(fmt: str | None, path: str, carried: Sequence[str]) -> str:
    """Return the format asked for, else that of the file's ending, among those that carry what is
    asked for.

    Raises `UnknownFormatError`, `UnwritableEndingError` and `click.UsageError`.
    """
    known = endings.of(carried)
    if fmt is None:
        return by_name(path, carried)
    if fmt not in carried:
        sentence = run.spoken().text(
            "{format} has no place for anniversaries. Write one of: {names}.",
            format=fmt,
            names=", ".join(carried),
        )
        raise click.UsageError(sentence)
    endings.check(path, fmt, known)
    return fmt


def by_name(path: str, carried: Sequence[str]) -> str:
    """Return the format that a name asks for; raises `UnknownFormatError` when it asks for none,
    and `UnwritableEndingError` for one that does not carry what is asked for.
    """
    unknown = UnknownFormatError(path=path, names=tuple(carried))
    if path == STDOUT:
        raise unknown
    try:
        picked = endings.picked(path, endings.of(carried))
    except UnwritableEndingError:
        if endings.is_known(path):
            raise
        raise unknown from None
    if picked is None:
        raise unknown
    return picked


def question(
    session: Session, filters: Filters, days: asked.Days, shape: Shape
) -> Timeline | Commemorations | RepeatedEvents:
    """Ask for events, for anniversaries, or for events whose anniversaries are repeated."""
    if not days.are_given:
        return Timeline(filters, shape=shape)
    asked = days.anniversaries(session.today, shape.rules)
    if shape.plan is not None and shape.plan.recurring:
        return RepeatedEvents(asked, shape)
    return Commemorations(asked, shape)


def refuse_unheeded(
    session: Session,
    wants: str,
    days: asked.Days,
    counting: Counting,
    planning: asked.Planning,
) -> None:
    """Refuse the options that nothing would heed; raises `click.UsageError`."""
    if wants != "calendar":
        refuse(
            session,
            FOR_CALENDARS,
            {"--recurring": planning.recurring, "--alarm": planning.alarms},
        )
        if not days.are_given:
            refuse(
                session,
                FOR_ANNIVERSARIES,
                {"--only-round": counting.only_round, "--kind": counting.kinds},
            )
    if not days.are_given:
        refuse(session, FOR_DAYS, {"--within": days.is_within_given})
    if planning.recurring:
        refuse(session, FOR_SINGLE_YEARS, {"--only-round": counting.only_round})


def refuse_unfit(session: Session, fmt: str, wanted: HandOut) -> None:
    """Refuse a title or a brief form for what is no handout; raises `click.UsageError`."""
    given = {
        "--brief": (wanted.is_brief, registry.BRIEF),
        "--title": (wanted.title, (*registry.BRIEF, *registry.TITLED)),
        "--languages": (wanted.languages, ("html",)),
    }
    for option, (value, fitting) in given.items():
        if value and fmt not in fitting:
            sentence = session.catalogue.text(
                "Only a handout heeds {option}. Write one of: {names}.",
                option=option,
                names=", ".join(fitting),
            )
            raise click.UsageError(sentence)


def shape(
    session: Session, wants: str, rules: Rules, planning: asked.Planning, wanted: HandOut
) -> Shape:
    """What the format wants of the events."""
    plan = None
    if wants == "calendar":
        plan = replace(planning.plan(session.today), whole=rules.uncommemorated)
    return replace(session.shape(wants, rules, plan), handout=wanted)


def with_ids(filters: Filters, given: Sequence[str]) -> Filters:
    """Choose the events whose ids were given too, and where a hyphen stands, those of the standard
    input: the first word of each line. Raises `click.UsageError` when that has none.
    """
    ids = tuple(chain.from_iterable(map(_ids, given)))
    if given and not ids:
        raise click.UsageError(run.spoken().text("There is no id on the standard input."))
    return replace(filters, ids=ids)


def _ids(given: str) -> list[str]:
    if given != STDOUT:
        return [given]
    return [words[0] for line in sys.stdin if (words := line.split())]


def refuse(session: Session, message: str, given: Mapping[str, object]) -> None:
    """Refuse the options that were given where nothing would heed them."""
    if option := next((name for name, value in given.items() if value), None):
        raise click.UsageError(session.catalogue.text(message, option=option))
