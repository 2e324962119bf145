"""Say the verdict on a claim in words, with its arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.locale.catalogue import N_, NN_
from kzfr_cli.proofreading import arithmetic
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.views.speaker import Speaker

MESSAGES = {
    "wrong-years": N_("{of} ({side}) → {to}: {years}, not {number}{falls}."),
    "day-wrong-years": N_("{of} ({side}) → {to}: {years}, but not to the day."),
    "right-years": N_("{of} ({side}) → {to}: {years}."),
    "disputed-years": N_("Only the disputed date {of} ({side}) makes it {number} at {to}."),
    "wrong-day": N_("The event is of {of}: its anniversary falls on {due}, not on {day}."),
    "celebrated-day": N_(
        "The event is of {of}: its anniversary falls on {due}; a source places the celebration "
        "on {to}."
    ),
    "impossible-day": N_("{month} has {last} days{inyear}."),
    "wrong-weekday": N_("{day} is a {weekday}."),
    "right-weekday": N_("{day} is a {weekday}."),
    "right-date": N_("It is of {of} ({side})."),
    "wrong-date": N_("It is of {of} ({side}), not of {day}."),
    "rejected-date": N_("It is of {of} ({side}); the date {day} has been refuted."),
    "disputed-date": N_("It is of {of} ({side}); another source gives {day}."),
    "right-count": N_("The database lists {count} up to {to}."),
    "low-count": N_("The database lists {count} up to {to}, more than {number}."),
    "high-count": N_("The database lists {count} up to {to}; it may be incomplete."),
    "right-name": N_("The city was called {name} {when}."),
    "wrong-name": N_("The city was called {name} {when}, not {written}."),
    "wrong-person": N_("It was {name}, not {written}."),
    "right-person": N_("The event names that person."),
    "wrong-organisation": N_("It is of the {name}, not of the {written}."),
    "told-date": N_("The database tells of that date too."),
    "right-number": N_("The record has {number}."),
    "wrong-number": N_("The record has {number}, not {told}."),
    "whole-number": N_("The record has {number} in all, not in each year."),
    "edition-number": N_("In {year} it was number {number}; {told} does not go with that."),
    "disputed-number": N_("The record has {number}; a source gives {told}."),
    "contested-number": N_("One source gives {told}; the sources differ."),
    "right-place": N_("It was there."),
    "wrong-place": N_("It was in {name}, not in {written}."),
    "right-organisation": N_("It is of that organisation."),
    "right-figure": N_("{label}: {value} ({period})."),
    "wrong-figure": N_("{label}: {value} ({period}), not {written}."),
    "disputed-figure": N_("{label}: {value} ({period}); another source gives {written}."),
    "contested-figure": N_("{label}: {value} ({period}); other sources give other ranks."),
    "denied": N_("The text denies it or leaves it open."),
    "planned": N_("The text speaks of a plan."),
    "bound": N_("The text speaks of the beginning or end of a time."),
    "rejected": N_("The text itself takes its distance from it."),
    "cited": N_("It stands in the title or the date of a page that is cited."),
    "life": N_("It seems to be about someone’s life."),
    "no-event": N_("No event of the database is surely meant."),
    "no-facet": N_("The database does not know this date of the event."),
    "no-date": N_(
        "The year that it is counted to is not known: give the date of the text with --as-of."
    ),
    "other-facet": N_("Another date of the same event gives this number."),
    "other-year": N_(
        "It may be the anniversary of the year before or after the text’s own date."
    ),
    "vague-event": N_("The event itself is not dated surely enough."),
    "no-figure": N_("No figure of the database is surely meant."),
}
"""What is said of a finding, by its code."""

UNITS_OF_TIME = {
    "month": NN_("{number} month", "{number} months"),
    "week": NN_("{number} week", "{number} weeks"),
    "day": NN_("{number} day", "{number} days"),
}
"""A time shorter than a year, in words."""

SCALES = (
    (1e9, "bn"),
    (1e6, "m"),
)
"""From how much on an amount of money is said in millions, billions."""

WRITTEN = {"percent": "percent", "rank": "rank", "gigawatt": "GW", "megawatt": "MW"}
"""What else is written with its number."""

FALLS = N_("; the {nth} falls {due}")
DATES = ("of", "to", "day", "due", "period")
FEBRUARY = 2

NO_SIDE = " ()"
"""What is left of a kind of date where a date of the text itself has none."""

Facts = dict[str, object]


def message(item: Finding, speaker: Speaker) -> str:
    """The verdict in words."""
    told = {"side": "", **facts(item, speaker)}
    return speaker.catalogue.text(MESSAGES[item.code], **told).replace(NO_SIDE, "")


def facts(item: Finding, speaker: Speaker) -> Facts:
    """The facts of a finding in words."""
    said = {name: value for name, value in item.facts.items() if value is not None}
    said.update(_dates(item, speaker))
    said.update(_names(item, speaker))
    said.update(_figures(item, speaker))
    for ending, say in OF_CODES.items():
        if item.code.endswith(ending):
            said.update(say(item, speaker))
    return said


def _dates(item: Finding, speaker: Speaker) -> Facts:
    texts = {name: item.facts.get(name) for name in DATES}
    said: Facts = {
        name: dates.iso_in_words(text, speaker.lang)
        for name, text in texts.items()
        if isinstance(text, str) and text
    }
    if item.facts.get("day") == "":
        said["day"] = item.facts["spoken"]
    when = item.facts.get("when")
    if isinstance(when, str):
        said["when"] = dates.when_in_words(edtf.parse(when), speaker.lang)
    return said


def _names(item: Finding, speaker: Speaker) -> Facts:
    said: Facts = {}
    if kind := item.facts.get("kind"):
        said["side"] = vocabulary.kind(str(kind), speaker.catalogue)
    label = item.facts.get("label")
    if isinstance(label, dict):
        said["label"] = speaker.words(label)
    return said


def _figures(item: Finding, speaker: Speaker) -> Facts:
    unit = str(item.facts.get("unit") or "")
    bound = str(item.facts.get("bound") or "")
    value, written = item.facts.get("value"), item.facts.get("written")
    said: Facts = {}
    if unit and isinstance(value, (int, float)):
        said["value"] = quantities.bounded(
            float(value),
            unit,
            bound,
            speaker.catalogue,
        )
    if unit and isinstance(written, (int, float)):
        measure = item.facts.get("written_measure", unit)
        said["written"] = _measured(float(written), str(measure), speaker)
    return said


def _measured(
    value: float,
    measure: str,
    speaker: Speaker,
) -> str:
    """A whole number of a text with what it measures: an amount of money in millions, a share."""
    if measure in CURRENCIES:
        least, scale = next((row for row in SCALES if abs(value) >= row[0]), (1.0, ""))
        unit = f"{measure} {scale}".strip()
        return quantities.quantity(value / least, unit, speaker.catalogue)
    if measure in WRITTEN:
        return quantities.quantity(value, WRITTEN[measure], speaker.catalogue)
    return quantities.number(value, speaker.lang)


def _number(item: Finding, speaker: Speaker) -> Facts:
    """The two numbers in words; a score stays as it is."""
    said: Facts = {}
    rows = (
        ("number", "value", "measure"),
        ("told", "written", "written_measure"),
    )
    for name, given, measured in rows:
        value = item.facts.get(given) or 0.0
        measure = str(item.facts.get(measured) or "")
        if isinstance(value, (int, float)):
            value = _measured(float(value), measure, speaker)
        said[name] = value
    return said


def _nouns(item: Finding, speaker: Speaker) -> Facts:
    """The dates of a finding as nouns: «La date est le 17 septembre 2022»."""
    return {
        name: dates.noun_in_words(edtf.parse(str(item.facts[name])), speaker.lang)
        for name in ("of", "day")
        if item.facts.get(name)
    }


def _weekday(item: Finding, speaker: Speaker) -> Facts:
    day = date.fromisoformat(str(item.facts["day"]))
    return {"weekday": dates.weekday_name(day, speaker.lang)}


def _impossible_day(item: Finding, speaker: Speaker) -> Facts:
    """Name the month, and the year where the length of the month depends on it."""
    month, year = int(str(item.facts["month"])), item.facts.get("year")
    name = dates.month_name(month, speaker.lang)
    told = f" ({year})" if year and month == FEBRUARY else ""
    return {"month": name[:1].upper() + name[1:], "inyear": told}


def _counted(item: Finding, speaker: Speaker) -> Facts:
    """A number of years counted between two dates, and when the number of the text would be
    right.
    """
    is_anniversary = item.claim.kind == "anniversary"
    number = int(str(item.facts["number"]))
    counted = int(str(item.facts["years" if is_anniversary else "elapsed"] or 0))
    unit = str(item.facts.get("unit_of_time") or "year")
    said: Facts = {"years": _time_in_words(counted, unit, speaker), "falls": ""}
    due = due_date(edtf.parse(str(item.facts["of"])), number)
    if due and is_anniversary:
        nth = ordinals.anniversary_in_text(number, speaker.lang)
        when = dates.when_in_words(edtf.parse(due), speaker.lang)
        said["falls"] = speaker.catalogue.text(FALLS, nth=nth, due=when)
    return said


def _time_in_words(
    number: int,
    unit: str,
    speaker: Speaker,
) -> str:
    """A number of years, months, weeks or days."""
    if unit == "year":
        return dates.years_in_words(number, speaker.lang)
    one, many = UNITS_OF_TIME[unit]
    return speaker.catalogue.plural(
        one,
        many,
        number,
        number=number,
    )


OF_CODES: Mapping[str, Callable[[Finding, Speaker], Facts]] = {
    "wrong-years": _counted,
    "right-years": _counted,
    "-date": _nouns,
    "weekday": _weekday,
    "impossible-day": _impossible_day,
    "-number": _number,
}
"""What says the facts of some codes, by the end of the code."""


def due_date(of: edtf.PartialDate, number: int) -> str:
    """The day, month or year of an anniversary in EDTF; empty beyond the calendar."""
    if of.year is None or of.year + number > edtf.LAST_YEAR:
        return ""
    if of.day is not None:
        return arithmetic.same_day(of.day, of.year + number).isoformat()
    return (
        f"{of.year + number:04}-{of.month[1]:02}" if of.month else f"{of.year + number:04}"
    )
