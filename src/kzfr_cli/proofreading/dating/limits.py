"""The limits by which dates are judged, each with what it is for."""

from __future__ import annotations

from kzfr_cli.proofreading import judging, thresholds

HALF = thresholds.of("half")
AGREEING = thresholds.of("passing")
THIRD = thresholds.of("named")
"""Share of the best score from which an event that agrees may be the one meant; and where day or
span are equal.
"""

BY_MONTH = thresholds.of("certain")
BY_YEAR = thresholds.of("mostly")
"""Share of the best score for one that agrees to the month only, or to the year: many do by
accident.
"""

FEW_DAYS, MONTH_DAYS = 10, 31
"""Days of what is short, and of a month."""

DIFFERING = (
    judging.NEAR_COMPONENT,
    judging.NEAR_END,
    judging.NEAR_MONTHS,
    judging.NEAR_YEARS,
    judging.FAR,
)
"""How a date differs from that of an event, the nearest first."""

COMING_AGAIN = frozenset(
    (
        "visit",
        "sport",
        "culture",
        "diplomacy",
        "multilateral",
        "education",
    )
)
"""Categories of what comes again: another year may be another event."""

TRAVELLING = frozenset(("visit", "sport", "multilateral"))
"""Categories of what comes again in other towns."""

SERIAL = frozenset(
    (
        "summit",
        "meeting",
        "festival",
        "match",
        "season",
        "session",
        "edition",
        "round",
    )
)
"""What is numbered: «le 10e sommet»."""

STEPS = frozenset(
    (
        "in-force",
        "ratified",
        "approved",
        "published",
        "provisionally-applied",
        "closed",
    )
)
"""Steps of an act that no other date of it stands for."""

SANCTIONED = frozenset(("ratified", "approved", "in-force"))
"""Steps of an act that only their own verb tells."""

ACTED = STEPS | {"signed"}
"""Steps of an act, with its signature."""

LOOSE_STEPS = frozenset(("approved", "closed"))
"""Steps whose verbs say other things, too, of what has no steps: a firm approves a plant, a fair
closes on its last day.
"""

STANDS_FOR = {
    "signed": ("signed", "occurred"),
    "opened": ("opened", "occurred", "founded"),
    "founded": (
        "founded",
        "occurred",
        "opened",
        "signed",
    ),
    "announced": (
        "announced",
        "occurred",
        "signed",
        "published",
    ),
}

EDGES = {
    "opened": 0,
    "since": 0,
    "closed": -1,
    "until": -1,
}
"""What a verb or a small word says of a day: the first or the last of what lasts."""

NOUN_TELLS = thresholds.of("half")
"""How far an event must tell the noun to which the date belongs: «la visite du 3 mai»."""

WITHOUT = thresholds.of("without")
"""What is left of the link to another edition than the one that the text numbers."""

NEAR_DATING = thresholds.count("near")
"""Words before a date among which somebody else gives it: «le ministère indique juin 2008»."""

NEAR_VERB = thresholds.count("beside")
"""Words between a date and the verb beside it."""

RECALLED = 5
"""Years from which the day and month of an event are rather its remembrance than a slip of the
year.
"""

LIKELY = thresholds.of("likely")

EARLY = 3
ANNOUNCED = thresholds.of("sure")
"""Words before the day that a sentence announces; score from which a celebration on another day
is wrong.
"""

FINENESS = {"year": 0, "span": 2}
"""How much of an event a date of a text says, 1 for others: «en 2014» leaves its day open, «le
1er» its last one.
"""

COMPONENTS = frozenset((judging.NEAR_COMPONENT, judging.NEAR_END))

NEARNESS = {
    judging.NEAR_COMPONENT: thresholds.of("slip"),
    judging.NEAR_END: thresholds.of("slip"),
    judging.NEAR_MONTHS: 1.0,
    judging.NEAR_YEARS: 1.0,
    judging.FAR: thresholds.of("share"),
}
"""What the nearness of a date adds to the link to an event, and its distance takes."""

SUPPORTS = {
    "day": thresholds.of("day"),
    "span": thresholds.of("day"),
    "month": thresholds.of("weak"),
    "season": thresholds.of("likely"),
    "year": thresholds.of("likely"),
    "list": thresholds.of("likely"),
}
"""Score from which a date that agrees is confirmed, by how exact it is."""

RECORDED = thresholds.of("likely")

CLOSE_SHARE = thresholds.of("mostly")
LONG_SHARE = thresholds.of("whole")

NEAR_GRADE = thresholds.of("passing")
"""Grade from which a unit stands near a date."""

BESIDE = thresholds.count("beside")

YEARS_SURE = thresholds.of("passing")

TOLD_SURE = thresholds.of("half")
TOLD_SHARE = thresholds.of("share")
"""Score from which a date is a slip of one that an event tells, and share of the best that such
an event has.
"""

TOLD = thresholds.of("passing")

NEAR_PLAN = thresholds.count("beside")
FAR_PLAN = thresholds.count("around")
"""Words before a date, whatever its clause, and after it within its clause, among which one says
that it is planned.
"""

FAR_OFF = thresholds.of("nearly")

SAYS_LITTLE = thresholds.of("little")
SPECIAL = thresholds.of("telling")
"""Weight up to which words leave open which event is meant: of all of them, and of those that
say more than a kind of happening, a country or a city: "The agreement was signed in Astana on 6
October 2009".
"""

BACK = 3
SALIENT = thresholds.of("salient")
"""Sentences back among which an event that was told may still be spoken of, and what that adds
to its link.
"""

BACK_TO_HEADING = 6
"""Sentences back among which a chronology may have told the day that it tells again."""

COARSE_KINDS = frozenset(("year", "month"))
WHOLE_LIKENESS = thresholds.of("whole")
"""Share of a title from which it is said as a whole."""

ISO_LENGTH = 10

ALONE = thresholds.of("half")
ALONE_LIKENESS = thresholds.of("nearly")
ALONE_SHARE = thresholds.of("share")
"""Score and share of a title from which one of what comes again is surely meant, and share of it
that no other of its kind may have: Mitterrand came once.
"""

UNMISTAKABLE_LIKENESS = thresholds.of("mostly")
UNMISTAKABLE_SHARE = thresholds.of("share")
"""Share of its title that words must say which can mean no other event, and share of its score that
no other may have.
"""
