"""Weights that contradict each other, and celebrations that nobody would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfr_cli.doctor.database import DatabaseFiles, Fault

LANDMARK = 3
INDEPENDENCE = "independence"
"""The tag of the one landmark in which France had no part: without it there is no relation."""


@check(
    "K901",
    "context-too-heavy",
    WARNING,
    message=N_("an event of context weighs {weight}; the ceiling is 2"),
    what=N_(
        "An event in which France has no part of her own is at most notable, but independence."
    ),
    why=N_(
        "A chronology of the relation would begin with what explains it, not with the relation."
    ),
    repair=N_("Lower the weight to 2 or 1, or correct the scope."),
)
def context_too_heavy(database: DatabaseFiles) -> Iterator[Fault]:
    """Find landmarks of scope context."""
    for entry, event in database.events:
        is_landmark = event.scope == "context" and event.weight >= LANDMARK
        if is_landmark and INDEPENDENCE not in event.tags:
            yield entry.fault("weight", weight=str(event.weight))


@check(
    "K902",
    "step-too-heavy",
    WARNING,
    message=N_("the step weighs {weight}, more than “{whole}” that it leads to ({other})"),
    what=N_("A step never weighs more than the event that it is a step of."),
    why=N_("A list cut by weight would show the ratification and not the agreement."),
    repair=N_("Lower the weight of the step, or raise that of what it leads to."),
)
def step_too_heavy(database: DatabaseFiles) -> Iterator[Fault]:
    """Find steps that weigh more than their whole."""
    events = {event.id: event for _, event in database.events}
    for entry, event in database.events:
        whole = events.get(event.of)
        if whole is not None and event.weight > whole.weight:
            yield entry.fault(
                "weight", weight=str(event.weight), whole=whole.id, other=str(whole.weight)
            )


@check(
    "K903",
    "not-commemorated-without-reason",
    WARNING,
    message=N_("commemorated and not_commemorated do not say the same"),
    what=N_("An event that nobody would celebrate says why; any other has no such reason."),
    why=N_("Who misses an anniversary in the list must learn why it was left out."),
    repair=N_("Write the reason in not_commemorated.fr and .en, or take it away."),
)
def not_commemorated_without_reason(database: DatabaseFiles) -> Iterator[Fault]:
    """Find what nobody would celebrate without a reason, and reasons of what is celebrated."""
    for entry, event in database.events:
        if event.commemorated is bool(event.not_commemorated):
            yield entry.fault("not_commemorated" if event.commemorated else "commemorated")
