"""What is said of the rows of an import: why one is refused, what was left out of it."""

from __future__ import annotations

from kzfr_cli.locale.catalogue import N_

REFUSALS = {
    "cells": N_(
        "It has {count} cells for {columns} columns: put quotation marks around what holds a "
        "separator."
    ),
    "quote": N_(
        "A quotation mark is not closed, or stands within a text: close it, or write it twice."
    ),
    "too-long": N_("One of its cells is longer than any text of an event: shorten it."),
    "no-title": N_("It has no title: write one."),
    "no-date": N_("It has no date: write one."),
    "no-category": N_(
        "It names no category: add a column “category”, or say it for all such rows with "
        "--category."
    ),
    "no-start": N_("It has no start (DTSTART): give its date."),
    "no-event": N_("Its lines are no event of a calendar."),
    "calendar-date": N_(
        "“{text}” is no date of a calendar, such as 20180605 or 20180605T090000Z."
    ),
    "no-month": N_("It tells the day {text} of no month: write the month too."),
    "two-ends": N_("It ends twice: “{start}” and “{end}”. Keep one end."),
    "end-first": N_("It ends ({end}) before it begins ({start}): exchange the two."),
    "precision": N_(
        "“{text}” is no precision of Wikidata: 11 is a day, 10 a month, 9 a year."
    ),
    "no-precision": N_(
        "“{text}” may stand for the month or the year alone: add the precision of the date to "
        "the query (wikibase:timePrecision)."
    ),
    "told-twice": N_("Row {number} is the same event: keep one of the two."),
    "too-many": N_(
        "It lists {count} values under “{field}”, more than the limit of {limit}."
    ),
}
"""Why a row is refused, by its reason."""

REMARKS = {
    "charset": N_("Read as {charset}."),
    "charset-looks": N_(
        "Read as {charset}, by the look of its letters. If they look wrong: --charset NAME"
    ),
    "lost-letters": N_("Letters that could not be read: {count}."),
    "columns": N_("Left out, since an event has no place for them: {names}."),
    "sheets": N_("Sheets left out, since no line names a date and a title: {names}."),
    "tasks": N_("Tasks and notes left out, since they are no events: {count}."),
    "utc": N_(
        "Its times are in UTC, and it names no time zone: the days are those of UTC. See "
        "those that begin late in the evening."
    ),
    "end-excluded": N_("The end of a whole day is the day after, as FullCalendar has it."),
    "unnamed": N_("left out, since its column has no name: “{text}”"),
    "no-address": N_("link left out, since it is no address of the web: {text}"),
    "no-end": N_("end left out, since it cannot be read: {text}"),
    "no-source": N_("source left out, since it is no id and no address: {text}"),
    "no-place": N_("place left out, since it is not known: {text}"),
    "no-category": N_("“{text}” is no category: that of --category is taken"),
    "repeats": N_("it repeats: its other days are left out; --from and --to take them in"),
    "rule": N_(
        "it repeats by a rule that has no end or cannot be followed: its other days are left out; "
        "if it has no end, add --to"
    ),
    "cancelled": N_("cancelled, left out"),
    "heading": N_("the title of the timeline, left out"),
    "older": N_("an older version, left out"),
    "repetition": N_("a repetition, left out"),
    "window": N_("outside of --from and --to, left out"),
    "again": N_("the same as row {number}, left out"),
    "stays": N_("it stands in your data still: --remove-cancelled takes it out"),
}
"""What was read otherwise than it stands, or left out, by its code."""
