"""The dates of a text, each resolved to days as far as it can be, with the tokens it stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import mentions
from kzfr_cli.languages.mention import Mention
from kzfr_cli.proofreading import arithmetic, lexicon
from kzfr_cli.proofreading.text import Sentence, Text

WHOLE_YEARS = frozenset(("year", "decade", "century"))
HEADING = 3
"""Words of a line that is a heading with a year."""

SOON = timedelta(days=182)
"""How long after a text a day whose weekday is that of then is rather to come than past."""

FOUNDED = 2
"""Words beside a year among which it is said that something was founded in it."""

OPENING = 1
"""Words before a date that opens its line."""

SEPARATORS = frozenset(
    (
        ":",
        "-",
        "–",
        "—",
        "|",
        "\t",
    )
)
"""What stands between the year of a line and what was in it."""

PARTS = frozenset(
    (
        "part",
        "half",
        "quarter",
        "week",
    )
)


@record
class Moment:
    """A date of a text, with its first and last tokens.

    `earliest` and `latest` are its days, None where it cannot be resolved; `has_year` says that its
    year is stated or counted from the text's date, not guessed. `values` are the dates of a list or
    of one that may be read in two ways.
    """

    first: int
    last: int
    kind: str
    earliest: date | None = None
    latest: date | None = None
    has_year: bool = True
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str = ""
    relative: str = ""
    is_indefinite: bool = False
    is_ambiguous: bool = False
    impossible: int | None = None
    part: str = ""
    values: tuple[PartialDate, ...] = ()
    language: str = ""
    around: date | None = None

    @property
    def year(self) -> int | None:
        """The year, when it is one and known."""
        if self.earliest is None or self.latest is None or not self.has_year:
            return None
        if self.earliest.year == self.latest.year:
            return self.earliest.year
        return None

    @property
    def is_day(self) -> bool:
        """Return whether it is one day."""
        if self.earliest is None:
            return False
        return self.earliest == self.latest

    @property
    def is_resolved(self) -> bool:
        """Return whether its days are known."""
        if self.earliest is None:
            return False
        return self.latest is not None

    @property
    def date(self) -> PartialDate:
        """Its EDTF, read."""
        return edtf.parse(self.text)

    @property
    def text(self) -> str:
        """Its EDTF, as far as it is known."""
        if self.earliest is None or self.latest is None:
            return ""
        if self.kind == "year":
            return f"{self.earliest.year:04}"
        if self.kind == "month":
            return f"{self.earliest.year:04}-{self.earliest.month:02}"
        if self.is_day:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"


def read(text: Text, as_of: PartialDate | None) -> list[Moment]:
    """The dates of a text; those without a year are resolved by the dates before them, or
    the text's own.
    """
    return list(MomentReader(text, as_of).moments())


class MomentReader:
    """Read the dates of a text one after the other, with the year that was told last.

    `told` is the year of the sentence, `heading` that of the heading above, `line` that which
    opens the line of a chronology: «1993 : ouverture de l'ambassade (juillet)».
    """

    def __init__(
        self,
        text: Text,
        as_of: PartialDate | None,
    ) -> None:
        self.text = text
        self.today = as_of.latest if as_of else None
        self.exact = as_of.day if as_of else None
        self.heading: int | None = None
        self.told: int | None = None
        self.line: int | None = None
        self.sentence = -1

    def moments(self) -> Iterator[Moment]:
        """The dates of the text, in its order."""
        text = self.text
        for mention in mentions.settled(text.mentions, self.exact):
            first = bisect_left(text.starts, mention.start)
            last = bisect_right(text.starts, mention.end - 1) - 1
            if first <= last:
                yield self.moment(mention, first, last)

    def moment(
        self,
        mention: Mention,
        first: int,
        last: int,
    ) -> Moment:
        """A date in tokens, resolved by what was told before it."""
        own = self.text.sentence(first)
        if own.number != self.sentence:
            self.sentence, self.told, self.line = own.number, None, None
        laid_out = self.line or (self.heading if first - own.first <= OPENING else None)
        near = self.told or self.heading
        around = date(near, 12, 31) if near else self.today
        made = moment(mention, first, last, around)
        if not near:
            made = to_come(made)
        if laid_out and made.is_resolved and not made.has_year and made.around == around:
            made = replace(made, has_year=True)
        self.tell(made, own)
        return made

    def is_of_origin(self, made: Moment) -> bool:
        """Return whether a year is that since which somebody or something is there, of which
        the days behind it are not: «fondé en 1991, a signé le 4 novembre».
        """
        if made.kind != "year":
            return False
        beside = range(made.first - FOUNDED, made.last + 1 + FOUNDED)
        facets = lexicon.load().facets
        is_founded = any("founded" in facets(self.text.word(place)) for place in beside)
        return made.relation == "since" or is_founded

    def tell(
        self,
        made: Moment,
        own: Sentence,
    ) -> None:
        """Remember the year of a date for those after it, if it has one of its own."""
        if not made.year or made.relative or self.is_of_origin(made):
            return
        self.told = made.year
        opens = made.kind == "year" and made.first - own.first <= OPENING
        if opens and own.last - own.first <= HEADING:
            self.heading = made.year
        if opens and self.text.gap(made.last).strip()[:1] in SEPARATORS:
            self.line = made.year


def moment(
    mention: Mention,
    first: int,
    last: int,
    today: date | None,
) -> Moment:
    """A date of the text, in tokens; one without its year is that nearest before the
    text's date.
    """
    value = mention.value
    said = mention.said[0] if mention.said else None
    month, day = (said.month, said.day) if said else (None, None)
    guessed = value is None and mention.yearless and today and not mention.impossible
    if guessed and today:
        value = guess(mention, today)
    elif value is not None and mention.relative:
        value = whole(mention, value)
    earliest, latest = (value.earliest, value.latest) if value else (None, None)
    return Moment(
        first=first,
        last=last,
        kind=mention.kind,
        earliest=earliest,
        latest=latest,
        has_year=bool(value is not None and not guessed),
        month=month,
        day=day,
        weekday=mention.weekday,
        relation=mention.relation,
        relative=f"{mention.relative.unit} {mention.relative.anchor}"
        if mention.relative
        else "",
        is_indefinite=mention.is_indefinite,
        is_ambiguous=mention.is_ambiguous,
        impossible=mention.impossible,
        part=mention.part,
        values=mention.values,
        language=mention.language,
        around=today,
    )


def to_come(made: Moment) -> Moment:
    """A day without its year; that of the next year where it is soon, and its weekday is that of
    then: «dimanche 20 novembre», on the 17th.
    """
    day, today = made.earliest, made.around
    if not made.is_day or made.has_year or day is None or today is None:
        return made
    coming = arithmetic.same_day(day, day.year + 1)
    fits = coming.weekday() == made.weekday != day.weekday()
    if fits and coming - today <= SOON:
        return replace(made, earliest=coming, latest=coming)
    return made


def whole(mention: Mention, value: PartialDate) -> PartialDate:
    """All the days of a list, of whose first one the year is counted from the text's own:
    «les 5, 6 et 7 décembre dernier».
    """
    if value.earliest is None or len(mention.said) < 2:
        return value
    return spanning([*said_in(mention, value.earliest.year)])


def guess(mention: Mention, today: date) -> PartialDate | None:
    """A date without its year as the nearest before the text's own, or on it."""
    for year in (today.year, today.year - 1):
        values = list(said_in(mention, year))
        if not values or values[0].earliest is None:
            return None
        if values[0].earliest <= today:
            return spanning(values)
    return None


def said_in(mention: Mention, year: int) -> Iterator[PartialDate]:
    """The months and days that a mention says, in a year."""
    return dated([(each.month or 0, each.day) for each in mention.said], year)


def dated(days: list[tuple[int, int | None]], year: int) -> Iterator[PartialDate]:
    """Months and days in a year; those that it does not have are left out."""
    for month, day in days:
        if not month:
            continue
        if day is None:
            yield edtf.parse(f"{year:04}-{month:02}")
        elif day <= edtf.last_day(year, month):
            yield edtf.parse(f"{year:04}-{month:02}-{day:02}")


def spanning(values: list[PartialDate]) -> PartialDate:
    """One date from the first to the last of some."""
    first, last = values[0], values[-1]
    if (
        first == last
        or first.earliest is None
        or last.latest is None
        or last.latest < first.earliest
    ):
        return first
    return edtf.parse(f"{first.text}/{last.text}")
