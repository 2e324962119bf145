"""What the date of an entry says of an answer: whether it is right, and which is the first or the
last.
"""

from __future__ import annotations

from collections.abc import Callable

from kzfr_cli.core.record import replace
from kzfr_cli.search.candidates import TAGS, TITLE
from kzfr_cli.search.moments import MONTH_ONLY, YEAR_ONLY
from kzfr_cli.search.rating import Rated
from kzfr_cli.search.units import Unit

NEARLY = 0.93
"""From which share of the best score an answer may come first for being the first or the last of
its kind.
"""

MENTIONED_YEAR = 0.75
"""What is right when the year asked for is not an event's own but is spoken of in its summary."""

WRONG_MONTH, WRONG_DAY = 0.2, 0.65
"""What is right when only the year, or the month, is that of an event that is known more exactly.
"""


def right(
    share: float,
    tags: str,
    is_in_summary: bool,
) -> float:
    """Return how right a date is that matched so far, in an entry that may be known more
    exactly.
    """
    if is_in_summary:
        return share * MENTIONED_YEAR
    if share <= YEAR_ONLY and " _m" in f" {tags}":
        return min(share, WRONG_MONTH)
    if share <= MONTH_ONLY and " _d" in f" {tags}":
        return min(share, WRONG_DAY)
    return share


def wrong(share: float, tags: str) -> str:
    """Return what it counts for that an entry is of another day: as a name that it lacks when the
    month is wrong,
    as a word when only the day is; empty when the date is right as far as it is known.
    """
    dated = f" {tags}"
    if share <= YEAR_ONLY and " _m" in dated:
        return "missing_name"
    return "wrong_day" if share <= MONTH_ONLY and " _d" in dated else ""


def own_date(tags: str) -> str:
    """Return the date an event goes by as its longest token."""
    found = (token for token in tags.split() if token[0] == "_" and token[1:].isdecimal())
    return max(found, key=len, default="")


def first_or_last(
    rated: list[Rated], units: list[Unit], says: Callable[[str], frozenset[str]]
) -> list[Rated]:
    """Put the earliest, or the last, of the best answers first: «le premier président», «la
    dernière visite».

    Only those count that have in their title the noun that the word stands with. When the best does
    not say itself that it is the first, one that does, «первый посол», counts however near it is.
    """
    places = [place for place, unit in enumerate(units) if unit.term.order]
    orders = {units[place].term.order for place in places}
    if not rated or len(orders) != 1:
        return rated
    (order,) = orders
    noun = noun_after(places[0], units)
    close = [each for each in near(rated, units, says(order or "")) if has_noun(each, noun)]
    if not close:
        return rated
    first = sorted(
        close,
        key=lambda each: own_date(each.row.fields[TAGS]),
        reverse=order == "last",
    )[0]
    others = [each for each in rated if each is not first]
    return [replace(first, score=rated[0].score), *others]


def near(
    rated: list[Rated],
    units: list[Unit],
    words: frozenset[str],
) -> list[Rated]:
    """The answers nearly as good as the best; when it does not say with one of these words that it
    is the first, those too that do.
    """
    saying = [each for each in rated if says_order(each, units, words)]
    told = [] if rated[0] in saying else saying
    return [each for each in rated if is_close(each, rated[0]) or each in told]


def noun_after(place: int, units: list[Unit]) -> int | None:
    """Return the place of the next word that is neither a country nor a date."""
    telling = (
        number
        for number in range(place + 1, len(units))
        if units[number].term.is_word and not units[number].is_common
    )
    return next(telling, None)


def is_close(rated: Rated, best: Rated) -> bool:
    """Return whether an answer is nearly as good as the best."""
    return rated.score >= best.score * NEARLY


def says_order(
    rated: Rated,
    units: list[Unit],
    words: frozenset[str],
) -> bool:
    """Return whether the title of an answer says itself that it is the first, or the last, of what
    is asked for.
    """
    pairs = zip(units, rated.found, strict=True)
    has_rest = all(best.form or unit.is_common or unit.term.order for unit, best in pairs)
    return has_rest and not words.isdisjoint(rated.row.fields[TITLE].split())


def has_noun(rated: Rated, noun: int | None) -> bool:
    """Return whether an entry has a word in its title, as it was typed or translated."""
    if noun is None:
        return True
    best = rated.found[noun]
    return best.form is not None and best.field == 0 and not best.is_forgiven
