"""The limits by which dates are judged, each with what it is for."""

from __future__ import annotations

from kzfr_cli.proofreading import judging

HALF, AGREEING, THIRD = 0.5, 0.4, 0.34
"""Share of the best score from which an event that agrees may be the one meant; and where day or span are equal."""

BY_MONTH, BY_YEAR = 0.55, 0.75
"""Share of the best score for one that agrees to the month only, or to the year: many do by accident."""

FEW_DAYS, MONTH_DAYS = 10, 31
"""Days of what is short, and of a month."""

ENOUGH = {
    judging.NEAR_COMPONENT: 0.34,
    judging.NEAR_END: 0.34,
    judging.NEAR_MONTHS: 0.45,
    judging.NEAR_YEARS: 0.5,
    judging.FAR: 0.62,
}
"""Score from which a date that differs is held against the text, by how it differs."""

COMING_AGAIN = frozenset(
    ("visit", "sport", "culture", "diplomacy", "multilateral", "education")
)
"""Categories of what comes again: another year may be another event."""

SERIAL = frozenset(
    ("summit", "meeting", "festival", "match", "season", "session", "edition", "round")
)
"""What is numbered: «le 10e sommet»."""

STEPS = frozenset(
    ("in-force", "ratified", "approved", "published", "provisionally-applied", "closed")
)
"""Steps of an act that no other date of it stands for."""

LOOSE_STEPS = frozenset(("approved", "closed"))
"""Steps whose verbs say other things, too, of what has no steps: a firm approves a plant, a fair closes on its last day."""

STANDS_FOR = {
    "signed": ("signed", "occurred"),
    "opened": ("opened", "occurred", "founded"),
    "founded": ("founded", "occurred", "opened", "signed"),
    "announced": ("announced", "occurred", "signed", "published"),
}

EDGES = {"opened": 0, "since": 0, "closed": -1, "until": -1}
"""What a verb or a small word says of a day: the first or the last of what lasts."""

NOUN_TELLS = 0.5
"""How far an event must tell the noun to which the date belongs: «la visite du 3 mai»."""

LIGHT = 0.15
"""Weight up to which a unit says nothing of an event."""

NEAR_OFFICE = 6
"""Words before a date among which it is said to be that of the taking of an office."""

NEAR_DATING = 6
"""Words before a date among which somebody else gives it: «le ministère indique juin 2008»."""

NEAR_VERB = 4
"""Words between a date and the verb beside it."""

RECALLED = 5
"""Years from which the day and month of an event are rather its remembrance than a slip of the year."""

LIKELY = 0.3

EARLY, ANNOUNCED = 3, 0.45
"""Words before the day that a sentence announces; score from which a celebration on another day is wrong."""

FINENESS = {"year": 0, "span": 2}
"""How much of an event a date of a text says, 1 for others: «en 2014» leaves its day open, «le 1er» its last one."""

COMPONENTS = frozenset((judging.NEAR_COMPONENT, judging.NEAR_END))

NEARNESS = {
    judging.NEAR_COMPONENT: 1.3,
    judging.NEAR_END: 1.3,
    judging.NEAR_MONTHS: 1.1,
    judging.NEAR_YEARS: 1.0,
    judging.FAR: 0.7,
}
"""What the nearness of a date adds to the link to an event, and its distance takes."""

SUPPORTS = {
    "day": 0.18,
    "span": 0.18,
    "month": 0.25,
    "season": 0.3,
    "year": 0.33,
    "list": 0.3,
}
"""Score from which a date that agrees is confirmed, by how exact it is."""

RECORDED = 0.3

WHOLE = 0.36

CLEAR = 0.92
"""Share of the best score that an event must have whose year or month is refuted."""

CLOSE_SHARE, LONG_SHARE = 0.75, 0.9

NEAR_GRADE = 0.4
"""Grade from which a unit stands near a date."""

BESIDE = 4

YEARS_SURE = 0.38

TOLD_SURE, TOLD_SHARE = 0.5, 0.7
"""Score from which a date is a slip of one that an event tells, and share of the best that such an event has."""

TOLD = 0.4

NEAR_PLAN, FAR_PLAN = 4, 9
"""Words before a date, whatever its clause, and after it within its clause, among which one says that
it is planned.
"""

FAR_OFF = 0.65

FAR_DAY = 0.8
"""Score from which a day that differs in all its parts is held against the text: slips change one."""

SAYS_LITTLE, SPECIAL = 1.2, 0.7
"""Weight up to which words leave open which event is meant: of all of them, and of those that say more than a
kind of happening, a country or a city: "The agreement was signed in Astana on 6 October 2009".
"""

BACK, SALIENT = 3, 1.2
"""Sentences back among which an event that was told may still be spoken of, and what that adds to its link."""

COARSE_KINDS = frozenset(("year", "month"))
WHOLE_LIKENESS = 0.9
"""Share of a title from which it is said as a whole."""

WHOLE_MONTH, FAR_UNASKED, YEAR_SURE, MONTH_SURE = 0.6, 0.62, 0.55, 0.42
"""Scores from which a month a year off, a far date without its verb, a year, a month are refuted."""

ISO_LENGTH = 10

ALONE, ALONE_LIKENESS, ALONE_SHARE = 0.5, 0.65, 0.6
"""Score and share of a title from which one of what comes again is surely meant, and share of it that no
other of its kind may have: Mitterrand came once."""

UNMISTAKABLE, UNMISTAKABLE_DAY = 0.42, 0.36
UNMISTAKABLE_LIKENESS, UNMISTAKABLE_SHARE = 0.75, 0.7
"""Score from which a date far from that of an event is wrong where the words can mean no other; the share of
its title that they must say, and the share of its score that no other event may have.
"""
