"""What the database tells of each event, ready to be compared with a sentence, worked out once
and kept by the index.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from kzfr_cli import languages, proofreading
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.proofreading import (
    points,
    quantities,
    told_clauses,
)
from kzfr_cli.proofreading.framed import PARTED
from kzfr_cli.proofreading.points import SeriesPoint
from kzfr_cli.proofreading.quantities import Told
from kzfr_cli.proofreading.told_clauses import ToldClause
from kzfr_cli.proofreading.vocabulary import Speller
from kzfr_cli.store.index.derived import Kept, beside
from kzfr_cli.store.index.reading import Index

FOLDERS = (
    os.path.dirname(__file__),
    os.path.dirname(languages.__file__),
    os.path.join(os.path.dirname(languages.__file__), "claims"),
)
"""The code and the words by which frames are worked out: they are stale when these change."""

SHIPPED = os.path.join(os.path.dirname(__file__), "frames.sqlite")
"""The frames of the packaged events, which a wheel carries and a checkout works out."""

ROOT = 5
"""Letters that are the same in all cases of a town's name."""

FIRM = ("preferred", "accepted")
"""The status of dates that the database holds to be right."""


@record
class Dated:
    """One date of an event: its kind, its EDTF, its status, its sources."""

    kind: str
    value: str
    status: str
    sources: tuple[str, ...]

    @property
    def date(self) -> PartialDate:
        """Its value, read."""
        return edtf.parse(self.value)

    @property
    def is_firm(self) -> bool:
        """Return whether the database holds it to be right."""
        return self.status in FIRM


@record
class Frame:
    """What is known of an event beside the units that it is found by.

    `variants` are the units of its titles and aliases; `told` the plain words of its titles,
    summaries and what its sources say; `summary` its titles, then its summaries.
    """

    place: int
    id: str
    category: str
    scope: str
    once: bool
    variants: tuple[tuple[str, ...], ...]
    aliases: int
    names: frozenset[str]
    people: frozenset[str]
    people_in_order: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    tags: frozenset[str]
    dates: tuple[Dated, ...]
    countries: frozenset[str]
    told_dates: frozenset[str]
    summary_dates: frozenset[str]
    numbers: tuple[Told, ...]
    of: str
    edition: int
    roles: Mapping[str, list[str]]
    is_celebration: bool
    told: str
    summary: str
    clauses: tuple[ToldClause, ...]

    @property
    def titled(self) -> frozenset[str]:
        """The people whom its titles name."""
        said = {unit for variant in self.variants for unit in variant}
        return self.people & said

    @property
    def texts(self) -> list[str]:
        """Its titles, then its summaries."""
        return self.summary.split(PARTED)

    @property
    def titles(self) -> list[str]:
        """Its titles, without its aliases."""
        return self.texts[: len(self.variants) - self.aliases]

    def tells_root(self, word: str) -> bool:
        """Return whether its titles, summaries or sources have a word that begins as a plain one
        does.
        """
        return word[:ROOT] in self.told

    @property
    def titling(self) -> frozenset[str]:
        """The units of its titles and aliases."""
        return frozenset(key for variant in self.variants for key in variant)

    def told_on(self, value: str) -> Dated:
        """A date that its summary tells of something beside the event, of no kind of its own."""
        return Dated(
            kind="",
            value=value,
            status="accepted",
            sources=self.preferred.sources,
        )

    @property
    def preferred(self) -> Dated:
        """The date by which the event goes."""
        return next(each for each in self.dates if each.status == "preferred")


class Frames:
    """The frames of a database: by place, and by the units that tell them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        fill = partial(work_out, index)
        self._kept = beside(index, "frames", fill, FOLDERS, SHIPPED)
        rows = self._kept.execute("SELECT name, body FROM texts")
        texts = {name: json.loads(body) for name, body in rows}
        self._series: list[SeriesPoint] | None = None
        self.speller = Speller(texts["spelt"], texts["kinds"], texts["groups"])
        self.count: int = texts["count"]
        self.roles: Mapping[str, list[str]] = texts["roles"]
        self._frames: dict[int, Frame] = {}
        self._dated: dict[str, list[int]] = {}
        self._tagged: dict[str, list[Frame]] = {}
        self._families: dict[str, list[Frame]] = {}
        self._postings: dict[str, dict[int, float]] = {}

    @property
    def series(self) -> list[SeriesPoint]:
        """The figures of all series."""
        if self._series is None:
            rows = self._kept.execute("SELECT body FROM series ORDER BY place")
            self._series = points.read_series(json.loads(body) for (body,) in rows)
        return self._series

    def postings(self, unit: str) -> Mapping[int, float]:
        """The places of the frames that tell a unit, each with how far."""
        known = self._postings.get(unit)
        if known is None:
            row = self._kept.execute(
                "SELECT body FROM postings WHERE unit = ?", (unit,)
            ).fetchone()
            pairs = json.loads(row[0]) if row else []
            known = self._postings[unit] = dict(pairs)
        return known

    def level(self, unit: str, frame: Frame) -> float:
        """How far an event tells a unit, from 0 to 1."""
        return self.postings(unit).get(frame.place, 0.0)

    def dated(self, key: str) -> list[int]:
        """The places of the frames that have a date of a month, or of a day in any year or
        month.
        """
        known = self._dated.get(key)
        if known is None:
            row = self._kept.execute(
                "SELECT body FROM dated WHERE key = ?", (key,)
            ).fetchone()
            known = self._dated[key] = json.loads(row[0]) if row else []
        return known

    def frame(self, place: int) -> Frame:
        """A frame by its place."""
        known = self._frames.get(place)
        if known is None:
            row = self._kept.execute(
                "SELECT body FROM frames WHERE place = ?", (place,)
            ).fetchone()
            known = self._frames[place] = read_frame(place, json.loads(row[0]))
        return known

    def of_id(self, event_id: str) -> Frame | None:
        """The frame of an event that was linked to, or None."""
        return next((each for each in self._frames.values() if each.id == event_id), None)

    def tagged(self, tags: frozenset[str]) -> list[Frame]:
        """The frames that bear one of some tags."""
        key = " ".join(sorted(tags))
        if key not in self._tagged:
            self._tagged[key] = [frame for frame in self.all() if frame.tags & tags]
        return self._tagged[key]

    def family(self, frame: Frame) -> list[Frame]:
        """The frames of one act with its steps: of what an event is of, and of the same."""
        if not self._families:
            for each in self.all():
                self._families.setdefault(each.of or each.id, []).append(each)
        return self._families[frame.of or frame.id]

    def visits(self, visitor: str) -> list[Frame]:
        """The visits that are told of somebody by their titles, by the token of his name."""
        return [
            frame
            for frame in map(self.frame, self.postings(visitor))
            if frame.category == "visit" and visitor in frame.titled
        ]

    def all(self) -> list[Frame]:
        """Every frame, in the order of the database."""
        return [self.frame(place) for place in range(self.count)]


def work_out(index: Index, connection: sqlite3.Connection, kept: Kept) -> None:
    """Cut every event into units, which few runs need."""
    proofreading.framing.work_out(index, connection, kept)


def read_frame(place: int, body: dict[str, Any]) -> Frame:
    """Read a frame as it was kept."""
    dates = tuple(
        Dated(
            kind=kind,
            value=value,
            status=status,
            sources=tuple(sources),
        )
        for kind, value, status, sources in body.pop("dates")
    )
    for name in ("names", "people", "tags", "countries", "told_dates", "summary_dates"):
        body[name] = frozenset(body[name])
    for name in ("places", "bodies", "people_in_order"):
        body[name] = tuple(body[name])
    body["numbers"] = quantities.read(body["numbers"])
    body["clauses"] = told_clauses.read(body["clauses"])
    variants = tuple(tuple(variant) for variant in body.pop("variants"))
    return Frame(place=place, dates=dates, variants=variants, **body)


ANNOUNCED = timedelta(days=100)
"""How long before an event texts speak of it as of something that is known."""


def is_long_after(frame: Frame, day: date | None) -> bool:
    """Return whether an event has no date before, or in the months after, a day."""
    if day is None:
        return False
    firsts = [each.date.earliest or date.min for each in frame.dates]
    return min(firsts) > day + ANNOUNCED
