"""Names that are printed outside the time in which they were borne."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Name, NamePeriod
from kzfr_cli.core.record import record
from kzfr_cli.doctor.database import DatabaseFiles, Fault
from kzfr_cli.doctor.dates import comes_before
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.locale.catalogue import N_

LANGUAGES = ("fr", "en")
QUOTATION = re.compile(
    r"«[^»]*»|“[^”]*”|(?<!\w)'[^']+'(?!\w)|(?<!\w)‘[^’]+’(?!\w)|\"[^\"]*\""
)
"""Titles of books and words of others, which keep the name that they use."""

YEAR = re.compile(r"\b[0-9]{4}\b")


@check(
    "K701",
    "name-outside-period",
    WARNING,
    message=N_("“{name}” is not what {today} was called at the time of the event ({date})"),
    what=N_(
        "A former name stands only in events of its period. Elsewhere the text must tell: it "
        "names today’s name too, "
        "or a year of that period, or quotes. Today’s name may be used for any time."
    ),
    why=N_("Nour-Soultan did not exist in 2018; the error is seen at once in Astana."),
    repair=N_(
        "Write the name of the day of the event, or both names, as in “Verny (future Almaty)”."
    ),
)
def name_outside_period(database: DatabaseFiles) -> Iterator[Fault]:
    """Find former names in events of another time."""
    for language in LANGUAGES:
        former = former_names(database, language)
        if not former:
            continue
        masked = longer_labels(database, language, former)
        pattern = re.compile(
            rf"\b(?:{'|'.join(map(re.escape, sorted(former, key=len, reverse=True)))})\b"
        )
        for entry, event in database.events:
            for field, words in ("title", event.title), ("summary", event.summary):
                text = QUOTATION.sub("", words.get(language, ""))
                text = masked.sub("", text) if masked else text
                for label in dict.fromkeys(pattern.findall(text)):
                    if not any(is_told(name, event, text) for name in former[label]):
                        yield entry.fault(
                            f"{field}.{language}",
                            name=label,
                            today=former[label][0].today,
                            date=event.preferred.value.text,
                        )


@check(
    "K702",
    "periods-out-of-order",
    WARNING,
    message=N_("the period begins before the one above it ends"),
    what=N_("The periods of a name stand in the order of time and do not overlap."),
    why=N_("On a day of two periods the thing would have two names."),
    repair=N_("Correct from and to; both days belong to the period."),
)
def periods_out_of_order(database: DatabaseFiles) -> Iterator[Fault]:
    """Find periods that overlap or stand in the wrong order."""
    for entry, name in database.names:
        for number in range(1, len(name.periods)):
            if not follows(name.periods[number], name.periods[number - 1]):
                yield entry.fault(f"periods[{number}].from")


@record
class Former:
    """Hold a name that something bore once: what it is called today, and the periods of that
    name.
    """

    today: str
    periods: tuple[NamePeriod, ...]


def former_names(database: DatabaseFiles, language: str) -> dict[str, list[Former]]:
    """Return every former name in a language with what bore it; what is somebody’s name today
    is not one.
    """
    today = {name.label.get(language) for _, name in database.names}
    found: dict[str, list[Former]] = {}
    for _, name in database.names:
        for label in dict.fromkeys(
            period.label.get(language, "") for period in name.periods
        ):
            if label and label not in today:
                found.setdefault(label, []).append(bearer(name, label, language))
    return found


def bearer(
    name: Name,
    label: str,
    language: str,
) -> Former:
    """Gather the periods in which a thing bore a name."""
    periods = tuple(period for period in name.periods if period.label.get(language) == label)
    return Former(today=name.label.get(language, name.id), periods=periods)


def longer_labels(
    database: DatabaseFiles,
    language: str,
    former: dict[str, list[Former]],
) -> re.Pattern[str] | None:
    """Match the names of today that hold a former name, such as the region of Akmola; None when
    there is none.
    """
    spelt = {
        form
        for _, name in database.names
        for form in (name.label.get(language, ""), *name.spellings.get(language, ()))
        if form not in former and any(label in form for label in former)
    }
    return (
        re.compile("|".join(map(re.escape, sorted(spelt, key=len, reverse=True))))
        if spelt
        else None
    )


def is_told(
    former: Former,
    event: Event,
    text: str,
) -> bool:
    """Return whether a date of the event lies in a period of the name, or the text says what is
    meant.
    """
    if re.search(rf"\b{re.escape(former.today)}\b", text):
        return True
    if any(
        overlaps(period, facet.value) for period in former.periods for facet in event.dates
    ):
        return True
    return any(
        is_within(int(year), period)
        for year in YEAR.findall(text)
        for period in former.periods
    )


def overlaps(period: NamePeriod, value: PartialDate) -> bool:
    """Return whether a date may lie in a period."""
    return not (period.start and comes_before(value, period.start)) and not (
        period.end and comes_before(period.end, value)
    )


def is_within(year: int, period: NamePeriod) -> bool:
    """Return whether a period holds a day of a year."""
    first = period.start.earliest if period.start else None
    last = period.end.latest if period.end else None
    return (first is None or first.year <= year) and (last is None or year <= last.year)


def follows(period: NamePeriod, before: NamePeriod) -> bool:
    """Return whether a period begins after the one before it has ended."""
    if period.start is None or before.end is None:
        return False
    first, last = period.start.earliest, before.end.latest
    return first is None or last is None or last < first
