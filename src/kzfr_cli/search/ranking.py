"""Fetch the documents that may answer a query and order them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log2

from kzfr_cli.core.record import pair, replace
from kzfr_cli.search.dated import MONTH_ONLY, YEAR_ONLY
from kzfr_cli.search.expansion import Form, Lexicon, Unit
from kzfr_cli.search.result import DATE, EXACT, FUZZY, PREFIX, STEM, Hit, Match

CONTEXT = "_context"
FIELDS = ("title", "names", "tags", "summary", "sources")
WORTH = (1.0, 0.85, 0.7, 0.55, 0.25)
"""How much a match counts by field."""

NAMES, SUMMARY, SOURCES = 1, 3, 4
MANY_NAMES = 0.03
"""How much a name counts less each time that the number of names of an event doubles."""

RARE_NAME = 1.2
MISSING_NAME = 0.8
"""What an event keeps of its coverage for each person or place of the query that it has nothing to
do with.
"""

NEARLY = 0.93
"""From which share of the best score an answer may come first for being the first or the last of
its kind.
"""

ORDER_MISSING = 0.5
"""How far «premier» counts as covered where it is not said."""

OWN_DATE = r"_\d{4,8}"
COMMON = 0.8
COMMON_WORTH, COMMON_MISSING = 0.9, 0.5
IMPLIED = 0.8
"""How far a word counts as covered that is not there but stands in every second event, as the two
countries do.
"""

MENTIONED_YEAR = 0.75
"""What it keeps when the year asked for is not its own but is spoken of in its summary."""

COVERS = (1.0, 1.0, 1.0, 1.0, 0.75)
"""How far a word counts as covered by field: what only a source says is not what the event is
about.
"""

LONG_ENOUGH = 6
"""Letters of a misspelt word that is also looked for in the summary."""

UNSURE = (DATE, PREFIX, FUZZY)
"""How a word is not looked for in what the sources say: too long a text for guesses."""

TOGETHER = {2: (1.0, 0.85, 0.7, 0.7, 0.3), 3: (1.0, 0.85, 0.7, 1.0, 0.4)}
"""How much a match counts by field when two, or three and more, words stand together as in the
query.
"""

LONGEST_LINK = 3
"""Letters of the words that may stand between two words that stand together: «président de la
France».
"""

SURE = 0.75
"""Strength from which a form counts as the word itself when words are to stand together."""

LITTLE_KNOWN, WELL_KNOWN = 0.18, 8.0
"""How much an event loses of which the sources say nothing; less each time that what they say
doubles, up to
2 to the power 8 words."""

AGAIN = 0.1
"""How much a match in one more field adds."""

CLOSENESS = 0.35
"""How much a title adds that says nothing but what is asked."""

NEIGHBOURS = 0.08
"""How much two words add that follow each other in a title as in the query."""

CONTEXT_WORTH = 0.985
"""What an event keeps of its score in which France plays no part."""

COVERED_POWER = 2
MOST_CANDIDATES = 400
MOST_COMBINED = 8
WRONG_DAY, WRONG_MONTH = 0.65, 0.2

Row = tuple[int, str, str, str, str, str, str, str]


@pair
class Scope:
    """Say among which entries to search: kinds, and a condition on the rows of `events`."""

    kinds: tuple[str, ...]
    restrict: str | None = None
    parameters: Sequence[object] = ()

    def fetch(self, connection: sqlite3.Connection, expression: str, limit: int) -> list[Row]:
        """Read the documents that match an FTS5 expression, in the order of their numbers."""
        marks = ",".join("?" * len(self.kinds))
        query = (
            "SELECT words.rowid, kind, id, title, names, tags, summary, sources"
            " FROM words CROSS JOIN entries ON entries.no = words.rowid"
            f" WHERE words MATCH ? AND visible AND kind IN ({marks})"
        )
        if self.restrict:
            query += (
                f" AND EXISTS (SELECT 1 FROM events WHERE events.no = words.rowid AND "
                f"({self.restrict}))"
            )
        parameters = (expression, *self.kinds, *(self.parameters if self.restrict else ()), limit)
        return connection.execute(query + " LIMIT ?", parameters).fetchall()


FLOORS = {1: 0.5, 2: 0.58, 3: 0.54}
FLOOR = 0.46
SURE_COVERAGE, LEAST_SCORE = 0.8, 0.11
"""A document that covers less than the first of three words and more must also reach this score."""

QUESTION_WORDS = 3
QUESTION_FLOOR, LEAST_QUESTION_SCORE = 0.45, 0.065
"""The same for a question of four words and more, which has words that no event has."""


def floor(units: Sequence[Unit], *, is_question: bool = False) -> float:
    """Give the share of the query's weight that a document must cover: the fewer words, the
    greater.
    """
    count = telling(units)
    return QUESTION_FLOOR if is_question and count >= QUESTION_WORDS else FLOORS.get(count, FLOOR)


def telling(units: Sequence[Unit]) -> int:
    """Count the words of a query that say what it is about."""
    return sum(not unit.term.date and not unit.term.is_soft for unit in units)


def above_floor(
    units: Sequence[Unit], rated: Iterable[Rated], *, is_question: bool = False
) -> list[Rated]:
    """Keep the documents that answer enough of the query to be shown."""
    least, count = floor(units, is_question=is_question), telling(units)
    least_score = (
        0.0
        if count < 3
        else LEAST_QUESTION_SCORE
        if is_question and count >= QUESTION_WORDS
        else LEAST_SCORE
    )
    return [
        each
        for each in rated
        if each.coverage >= least and (each.coverage >= SURE_COVERAGE or each.score >= least_score)
    ]


def candidates(
    connection: sqlite3.Connection, units: list[Unit], excluded: tuple[str, ...], scope: Scope
) -> dict[int, Row]:
    """Read the documents that may cover enough of the query, those that have all of it first."""
    asked = [(unit, expression(unit)) for unit in units]
    known = [(unit, text) for unit, text in asked if text]
    required = [text for unit, text in known if is_required(unit)]
    if any(is_required(unit) and not text for unit, text in asked):
        return {}
    free = [(unit, text) for unit, text in known if not is_required(unit)]
    rows: dict[int, Row] = {}
    every = " AND ".join([*required, *(text for _, text in free)])
    for tier in tiers(
        every,
        required,
        free,
        floor(units, is_question=True) * sum(u.claim for u in units if not is_required(u)),
    ):
        found = scope.fetch(connection, tier, MOST_CANDIDATES)
        rows.update((row[0], row) for row in found)
        if len(found) < MOST_CANDIDATES and tier is every:
            continue
        if tier is every:
            rows.update(
                (row[0], row)
                for row in scope.fetch(connection, f"{{title}} : ({every})", MOST_CANDIDATES)
            )
            break
    return {number: row for number, row in rows.items() if not has_any(row, excluded)}


def tiers(
    every: str, required: list[str], free: list[tuple[Unit, str]], least: float
) -> Iterator[str]:
    """Give the FTS5 expressions to try: all words, then the smallest sets of words that weigh
    enough.
    """
    if not every:
        return
    yield every
    heaviest = sorted(free, key=lambda item: -item[0].claim)[:MOST_COMBINED]
    enough = list(smallest(heaviest, least)) if least > 0 else []
    if enough and any(len(each) < len(free) for each in enough):
        some = " OR ".join("(" + " AND ".join(text for _, text in each) + ")" for each in enough)
        yield " AND ".join([*required, f"({some})"])
    elif required and free and least <= 0:
        yield " AND ".join(required)


def smallest(units: list[tuple[Unit, str]], least: float) -> Iterator[tuple[tuple[Unit, str], ...]]:
    """List the sets of units that weigh at least so much and of which none can be left out."""
    kept: list[frozenset[int]] = []
    for size in range(1, len(units) + 1):
        for places in combinations(range(len(units)), size):
            if any(each <= set(places) for each in kept):
                continue
            if sum(units[place][0].claim for place in places) >= least:
                kept.append(frozenset(places))
                yield tuple(units[place] for place in places)


def is_required(unit: Unit) -> bool:
    """Tell whether a document without it is no answer: quoted phrases, and dates with a year or
    day.
    """
    return unit.term.is_phrase or (unit.term.date is not None and unit.term.date.is_required)


def expression(unit: Unit) -> str:
    """Write a unit in the language of FTS5; empty when nothing answers it."""
    tokens = [*unit.forms, *(unit.term.date.literals if unit.term.date else ())]
    return "(" + " OR ".join(f'"{token}"' for token in tokens) + ")" if tokens else ""


def has_any(row: Row, excluded: Iterable[str]) -> bool:
    """Tell whether the title or summary of a document has one of these words or phrases, or its
    dates one of these tokens.
    """
    text = f" {row[3]} {row[5]} {row[6]} "
    return any(f" {phrase} " in text or f" {phrase}s " in text for phrase in excluded)


class Best:
    """Collect how one unit is found in one document: in its best field, and in how many others."""

    __slots__ = ("again", "field", "form", "strength")

    def __init__(self) -> None:
        self.form: Form | None = None
        self.field = 0
        self.strength = 0.0
        self.again = 0.0

    def see(self, form: Form, field: int, strength: float) -> None:
        """Keep the strongest place; the best of another field adds a little."""
        if strength > self.strength:
            if self.form is not None and field != self.field:
                self.again = self.strength
            self.form, self.field, self.strength = form, field, strength
        elif field != self.field and strength > self.again:
            self.again = strength


@pair
class Rated:
    """Hold a document with the share of the query that it covers and how it answers each unit."""

    row: Row
    coverage: float
    score: float
    found: tuple[Best, ...]

    @property
    def is_sure(self) -> bool:
        """Tell whether all words are found and none was forgiven."""
        return all(
            best.form is not None and best.form.how not in (PREFIX, FUZZY) for best in self.found
        )

    @property
    def is_forgiven(self) -> bool:
        """Tell whether a word is found that is not the one typed."""
        return any(
            best.form is not None and best.form.how in (PREFIX, FUZZY) for best in self.found
        )


def ordered(rated: Iterable[Rated]) -> list[Rated]:
    """Sort by score, but let no answer with a forgiven word come before one that has every word as
    typed.
    """
    every = list(rated)
    least = min((each.score for each in every if each.is_sure), default=1.0)
    every = [
        replace(each, score=min(each.score, least * 0.999)) if each.is_forgiven else each
        for each in every
    ]
    return sorted(every, key=lambda each: (-round(each.score, 6), each.row[0]))


def by_date(rated: list[Rated], *, last: bool) -> list[Rated]:
    """Put the earliest, or the last, of the best answers first: «le premier président», «la
    dernière visite».
    """
    close = [each for each in rated if each.score >= rated[0].score * NEARLY]
    first = (max if last else min)(
        close, key=lambda each: (own_date(each), -each.row[0] if last else each.row[0])
    )
    return [replace(first, score=rated[0].score), *(each for each in rated if each is not first)]


def own_date(rated: Rated) -> str:
    """Give the date an event goes by as its longest token."""
    return max(
        (token for token in rated.row[5].split() if re.fullmatch(OWN_DATE, token)),
        key=len,
        default="",
    )


class Ranking:
    """Rate documents against the units of one query."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.total = sum(unit.weight for unit in units) or 1.0
        words = {unit.term.word for unit in units}
        self.is_first_asked = "premier" in words and not words & {"ministre", "minister"}
        self.phrases: list[tuple[int, Form]] = []
        self.answers: dict[str, list[tuple[int, Form]]] = {}
        for place, unit in enumerate(units):
            for form in unit.forms.values():
                if " " in form.token:
                    self.phrases.append((place, form))
                self.answers.setdefault(form.token, []).append((place, form))
            for literal in unit.term.date.literals if unit.term.date else ():
                self.answers.setdefault(literal, []).append(
                    (place, Form(literal, DATE, LITERAL, 1.0, (literal,)))
                )

    def rate(self, row: Row) -> Rated:
        """Rate one document."""
        found = tuple(Best() for _ in self.units)
        linked = 1 - MANY_NAMES * log2(1 + row[4].count(" "))
        for field, text in enumerate(row[3:]):
            self.read(
                self.apart(text), field, WORTH[field] * (linked if field == NAMES else 1.0), found
            )
        self.read_phrases(row, found)
        coverage = self.coverage(found, row[5])
        quality = sum(
            unit.weight * worth_of(unit, best) for unit, best in zip(self.units, found, strict=True)
        )
        closeness = max(self.closeness(title.split()) for title in self.apart(row[3]).split("|"))
        score = quality / self.total * coverage**COVERED_POWER * (1 + closeness) / HIGHEST
        score *= 1 - LITTLE_KNOWN * max(0.0, 1 - log2(1 + row[7].count(" ")) / WELL_KNOWN)
        if CONTEXT in row[5]:
            score *= CONTEXT_WORTH
        return Rated(row, coverage, score, found)

    def may_guess(self, place: int, form: Form) -> bool:
        """Tell whether a guess is looked for in a summary, which is too long a text for guesses at
        short words.
        """
        return form.how != FUZZY or len(self.units[place].term.word) >= LONG_ENOUGH

    def apart(self, text: str) -> str:
        """Keep the «premier ministre» from being the first of anything."""
        return text.replace("premier ministre", "premier-ministre") if self.is_first_asked else text

    def read(self, text: str, field: int, worth: float, found: tuple[Best, ...]) -> None:
        """Look for the units in one field; words that stand together as in the query count more
        than apart.
        """
        answers = self.answers
        run: list[tuple[int, Form]] = []
        for token in text.split():
            hits = answers.get(token)
            if hits is None:
                if run and (len(token) > LONGEST_LINK or token == "|"):
                    self.lift(run, field, found)
                    run = []
                continue
            following = None
            for place, form in hits:
                if (
                    field < SUMMARY
                    or form.how not in UNSURE
                    or (field == SUMMARY and self.may_guess(place, form))
                ):
                    found[place].see(
                        form,
                        field,
                        form.strength * (1.0 if token[0] == "_" and form.how == DATE else worth),
                    )
                    if run and 0 < place - run[-1][0] <= 2 and form.strength >= SURE:
                        following = (place, form)
            if following is None:
                self.lift(run, field, found)
                run = [(place, form) for place, form in hits if form.strength >= SURE][:1]
            else:
                run.append(following)
        self.lift(run, field, found)

    def lift(self, run: list[tuple[int, Form]], field: int, found: tuple[Best, ...]) -> None:
        """Raise the words that stand together."""
        if len(run) > 1:
            worth = TOGETHER[min(len(run), 3)][field]
            for place, form in run:
                found[place].see(form, field, form.strength * worth)

    def closeness(self, title: list[str]) -> float:
        """Tell how much of a title is asked for, and how many of its words stand as in the query."""
        answers = self.answers
        asked = neighbours = 0.0
        before: set[int] = set()
        for token in title:
            hits = answers.get(token)
            if hits is None:
                if len(token) > LONGEST_LINK:
                    before = set()
                continue
            places = {place for place, _ in hits}
            asked += max(form.strength for _, form in hits)
            neighbours += any(place - 1 in before for place in places)
            before = places
        length = sum(len(token) > 2 or token in answers for token in title) or 1
        return CLOSENESS * asked / length + NEIGHBOURS * min(neighbours, 3.0)

    def read_phrases(self, row: Row, found: tuple[Best, ...]) -> None:
        """Look for the quoted phrases and for the spellings of names that have several words."""
        if not self.phrases:
            return
        texts = [f" {text} " for text in row[3:]]
        for place, form in self.phrases:
            for field, text in enumerate(texts):
                if f" {form.token} " in text:
                    found[place].see(form, field, form.strength * WORTH[field])

    def coverage(self, found: tuple[Best, ...], tags: str) -> float:
        """Give the share of the weight of the words that is found, less when the date is not quite
        right.
        """
        total = covered = 0.0
        dates = 1.0
        for unit, best in zip(self.units, found, strict=True):
            share = best.form.coverage * COVERS[best.field] if best.form else 0.0
            if is_required(unit):
                dates *= right_date(best, tags) if unit.term.date else share
            elif not unit.term.is_soft or len(self.units) == 1:
                if unit.term.is_order:
                    share = max(share, ORDER_MISSING)
                total += unit.claim
                covered += unit.claim * (max(share, IMPLIED) if unit.weight < COMMON else share)
                if (
                    (unit.is_name or (unit.term.is_capital and not unit.term.is_first))
                    and not share
                    and unit.weight >= RARE_NAME
                ):
                    dates *= MISSING_NAME
        return dates * (covered / total if total else 1.0)


def worth_of(unit: Unit, best: Best) -> float:
    """Tell how well one unit is found; words that every second event has are as good in any field."""
    strength = (
        best.strength if unit.weight >= COMMON else COMMON_WORTH if best.form else COMMON_MISSING
    )
    return strength + AGAIN * best.again


LITERAL = 0.95
"""How much a year counts that stands in a text: «Expo 2017» was awarded in 2012."""

HIGHEST = (1 + AGAIN) * (1 + CLOSENESS + 3 * NEIGHBOURS)


def right_date(best: Best, tags: str) -> float:
    """Take off what is not right about a date, when the event is known more exactly than what
    matched.
    """
    share = best.form.coverage if best.form else 0.0
    if best.field == SUMMARY:
        return share * MENTIONED_YEAR
    if share <= YEAR_ONLY and " _m" in f" {tags}":
        return WRONG_MONTH
    if share <= MONTH_ONLY and " _d" in f" {tags}":
        return WRONG_DAY
    return share


def hit(lexicon: Lexicon, rated: Rated, units: list[Unit]) -> Hit:
    """Say what was found of each unit, and where."""
    matched = tuple(
        match(lexicon, unit, best, best.form, rated.row[4])
        for unit, best in zip(units, rated.found, strict=True)
        if best.form is not None
    )
    row = rated.row
    return Hit(
        kind=row[1],
        id=row[2],
        number=row[0],
        score=round(min(rated.score, 1.0), 4),
        matched=matched,
    )


def match(lexicon: Lexicon, unit: Unit, best: Best, form: Form, names: str) -> Match:
    """Say how one unit was found, and what to mark of it in a text."""
    marked = [*form.spellings, *(unit.term.date.literals if unit.term.date else ())]
    marked += [
        each.token
        for each in unit.forms.values()
        if each.how in (EXACT, STEM) and each.token[0] != "_"
    ]
    for name in dict.fromkeys(name for name in names.split() if name in unit.forms):
        marked += lexicon.to_highlight(name)
    return Match(
        word=unit.term.typed,
        found=shown(form),
        field=FIELDS[best.field],
        how=form.how,
        forms=tuple(dict.fromkeys(marked)),
    )


def shown(form: Form) -> str:
    """Give what a form is in words: the spelling of a name rather than its token."""
    return (
        form.spellings[0]
        if form.spellings
        else form.token.removeprefix("_tag_").lstrip("_").replace("_", " ")
    )
