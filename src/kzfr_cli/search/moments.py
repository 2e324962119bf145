"""The dates of a query: what each covers, and the tokens of the index that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kzfr_cli import languages
from kzfr_cli.core import tokens
from kzfr_cli.core.record import pair, replace
from kzfr_cli.languages import folding
from kzfr_cli.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kzfr_cli.languages.mention import Mention

MONTH_ONLY, YEAR_ONLY = 0.8, 0.6
"""How well an event answers of which only the month, or only the year, is right."""

LONGEST_MONTHS, LONGEST_DAYS = 24, 31
MONTH_DAYS = 31
YEAR_FIGURES = 4
YEAR = r"(?<![\w.,/-])(?:1[5-9]|20|21)\d\d(?![\w/-]|[.,]\d)"
YEAR_OF_DECADE = r"\d{4}"
CENTURY, THIS_CENTURY = 100, 2000
SHORTEST_MONTH = 4
"""Letters from which a month's name without a year is taken for one: «mai», "may" are words as
well.
"""

DAY_OF_MONTH = ("days", "dates")
"""What the words of a query must be that says a day of a month in words."""

OPEN_START, OPEN_END = (
    date(
        1,
        1,
        1,
    ),
    date(
        9999,
        12,
        31,
    ),
)


@pair
class DaySpan:
    """Days from the first to the last."""

    first: date
    last: date

    @property
    def is_years(self) -> bool:
        """Whether it consists of whole years."""
        return (
            self.first.month,
            self.first.day,
            self.last.month,
            self.last.day,
        ) == (1, 1, 12, 31)


@pair
class QueryMoment:
    """A date of a query, from `start` to `end` of its text: the spans that it may mean, or a part
    of any year.

    `literals` are words that a title may have for it; one that is not `is_required` may be lacking.
    """

    start: int
    end: int
    typed: str
    spans: tuple[DaySpan, ...] = ()
    yearless: str = ""
    literals: tuple[str, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether an entry of another date is no answer: only the name of a month may be a mere
        word.
        """
        return not self.yearless or self.yearless[1] == "d"

    def tokens(self, years: Iterable[str]) -> dict[str, float]:
        """Return the tokens of the index that answer it, each with how well; `years` are those it
        has.
        """
        found: dict[str, float] = {self.yearless: 1.0} if self.yearless else {}
        known = list(years) if self.spans else []
        for span in self.spans:
            for token, worth in span_tokens(span, known):
                found[token] = max(worth, found.get(token, 0.0))
        return found


def find(text: str, vocabulary: Vocabulary) -> list[QueryMoment]:
    """Return the dates of a query, in their order."""
    words = folding.words(text)
    if not may_be_spoken(words, vocabulary):
        return in_figures(text, vocabulary)
    read = languages.spoken_dates.figured(text)
    found = in_figures(read.text, vocabulary)
    return [
        placed(
            moment,
            text,
            read.places,
        )
        for moment in found
    ]


def may_be_spoken(words: list[str], vocabulary: Vocabulary) -> bool:
    """Return whether a query may say a year, or the day beside a month, in words."""
    if any(vocabulary.has("hundreds", word) for word in words):
        return True
    return all(any(vocabulary.has(role, word) for word in words) for role in DAY_OF_MONTH)


def placed(
    moment: QueryMoment,
    text: str,
    places: Sequence[int],
) -> QueryMoment:
    """Return a date that was found in figures with its place in the text that says it in words."""
    start, end = places[moment.start], places[moment.end]
    return replace(
        moment,
        start=start,
        end=end,
        typed=text[start:end],
    )


def in_figures(text: str, vocabulary: Vocabulary) -> list[QueryMoment]:
    """Return the dates of a query of which years are in figures."""
    found = list(mentioned(text, vocabulary)) if has_date(text, vocabulary) else []
    if any(sign.isdigit() for sign in text):
        taken = {place for moment in found for place in range(moment.start, moment.end)}
        years = re.finditer(YEAR, text)
        found += [of_year(year) for year in years if year.start() not in taken]
    return sorted(found, key=lambda moment: moment.start)


def has_date(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a query may have a date other than a year alone, which costs more to find."""
    words = folding.words(text)
    figures = [word for word in words if word[0].isdigit()]
    if any(vocabulary.has("dates", word) for word in words):
        return True
    return len(figures) > 1 or any(len(word) != YEAR_FIGURES for word in figures)


def mentioned(text: str, vocabulary: Vocabulary) -> Iterator[QueryMoment]:
    """Yield the dates that are written as in running text."""
    for mention in languages.mentions.find(text, terse=True):
        if moment := of_mention(
            mention,
            text,
            vocabulary,
        ):
            yield moment


def of_year(match: re.Match[str]) -> QueryMoment:
    """Return a year that stands alone: «expo 2017»."""
    year = int(match[0])
    span = DaySpan(
        date(
            year,
            1,
            1,
        ),
        date(
            year,
            12,
            31,
        ),
    )
    return QueryMoment(
        match.start(),
        match.end(),
        match[0],
        (span,),
        "",
        (match[0],),
    )


def of_mention(
    mention: Mention,
    text: str,
    vocabulary: Vocabulary,
) -> QueryMoment | None:
    """Return what a mention asks for, or None when it is a word as well."""
    typed = text[mention.lead : mention.end]
    if mention.yearless:
        return yearless(
            mention,
            text,
            vocabulary,
        )
    spans = tuple(spans_of(mention))
    if not spans:
        return None
    is_of_two = spans[0].first.year >= THIS_CENTURY and not re.search(YEAR_OF_DECADE, typed)
    if mention.kind == "decade" and is_of_two:
        spans += tuple(map(a_century_before, spans))
    literals = tuple(re.findall(YEAR, typed)) if mention.kind == "year" else ()
    return QueryMoment(
        mention.lead,
        mention.end,
        typed,
        spans,
        "",
        literals,
    )


def a_century_before(span: DaySpan) -> DaySpan:
    """Return the same years of the century before: «les années 20» may be those of last century."""
    first, last = span.first, span.last
    return DaySpan(
        first.replace(year=first.year - CENTURY),
        last.replace(year=last.year - CENTURY),
    )


def yearless(
    mention: Mention,
    text: str,
    vocabulary: Vocabulary,
) -> QueryMoment | None:
    """Return a day or a month of any year."""
    month, day = mention.yearless or (0, None)
    typed = text[mention.start : mention.end]
    words = tuple(folding.words(typed))
    if day:
        said = (" ".join(words),)
        return QueryMoment(
            mention.lead, mention.end, typed, (), tokens.of_any_day(month, day), said
        )
    is_word = len(typed) < SHORTEST_MONTH or any(
        vocabulary.has("doubtful months", word) for word in words
    )
    return (
        None
        if is_word
        else QueryMoment(
            mention.lead,
            mention.end,
            typed,
            (),
            tokens.of_any_month(month),
            words,
        )
    )


def spans_of(mention: Mention) -> Iterator[DaySpan]:
    """Yield the spans that a mention may mean: each of its values, or what its relation opens."""
    if mention.relation in ("", "around") and mention.kind != "span":
        for value in mention.values:
            if value.earliest and value.latest:
                yield DaySpan(value.earliest, value.latest)
        return
    if mention.value:
        yield opened(mention)


def opened(mention: Mention) -> DaySpan:
    """Return the span that a mention opens: all days before it, or since it."""
    first, last = languages.mention.interval(mention)
    return DaySpan(first or OPEN_START, last or OPEN_END)


def span_tokens(span: DaySpan, known: list[str]) -> Iterator[tuple[str, float]]:
    """Yield the tokens of a span, and less well those of the months and years that hold it."""
    first, last = f"_{span.first.year:04}", f"_{span.last.year:04}"
    years = [year for year in known if first <= year <= last]
    length = (span.last - span.first).days + 1
    if span.is_years or length > LONGEST_MONTHS * MONTH_DAYS:
        yield from ((year, 1.0) for year in years)
        return
    is_of_days = length <= LONGEST_DAYS and not is_month(span)
    if is_of_days:
        days = (span.first + timedelta(days=number) for number in range(length))
        yield from ((f"_{day:%Y%m%d}", 1.0) for day in days)
    worth = MONTH_ONLY if is_of_days else 1.0
    yield from ((month, worth) for month in months_of(span))
    yield from ((year, YEAR_ONLY) for year in years)


def is_month(span: DaySpan) -> bool:
    """Return whether a span is a whole month."""
    return span.first.day == 1 and (span.last + timedelta(days=1)).day == 1


def months_of(span: DaySpan) -> Iterator[str]:
    """Yield the tokens of the months of a span."""
    first = span.first.year * 12 + span.first.month - 1
    last = span.last.year * 12 + span.last.month - 1
    return (f"_{month // 12:04}{month % 12 + 1:02}" for month in range(first, last + 1))


def together(moments: Iterable[QueryMoment]) -> QueryMoment:
    """Return several dates as one of which any answers: an event is seldom of two."""
    every = list(moments)
    return QueryMoment(
        every[0].start,
        every[0].end,
        " ".join(moment.typed for moment in every),
        tuple(span for moment in every for span in moment.spans),
        next((moment.yearless for moment in every if moment.yearless), ""),
        tuple(word for moment in every for word in moment.literals),
    )
