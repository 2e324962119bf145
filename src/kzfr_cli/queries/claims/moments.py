"""Find the dates that a text gives, in figures and in words, with what is wrong in themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import replace
from kzfr_cli.queries.claims import words
from kzfr_cli.queries.claims.claim import Moment
from kzfr_cli.queries.claims.plain import Reading

DAY_ENDINGS = frozenset(["er", "st", "nd", "rd", "th", "е", "го"])
BETWEEN = frozenset(("de", "of", "du", "the"))
LINKS = frozenset(["au", "et", "and", "to", "a", "по", "и", "or", "ou"])
YEAR_LEFT = listed(
    "en in of since depuis des by from until to entre between annee year fin debut late "
    "early mid mi courant dans de "
    "в с до к за от начале конце jusqu а"
)
YEAR_AFTER = frozenset(["год", "году", "года", "годом", "г"])
NO_YEAR_LEFT = frozenset(
    [
        "expo",
        "exposition",
        "horizon",
        "agenda",
        "strategie",
        "strategy",
        "vision",
        "jeux",
        "olympics",
        "games",
    ]
)
COUNTED = frozenset(
    ("tonnes", "etudiants", "students", "euros", "personnes", "people", "entreprises", "km", "mw")
)
LAST = frozenset(["dernier", "derniere", "last", "прошлом", "прошлого", "ecoule", "ecoulee"])
NEXT = frozenset(["prochain", "prochaine", "next", "будущем", "следующем", "следующего"])
THIS = frozenset(["this", "ce", "cette", "courant", "этом", "этого"])
LONGEST_GAP = 3


def find(reading: Reading) -> list[Moment]:
    """Find every date, in the order of the text."""
    found: list[Moment] = []
    months, ends_at = words.months(), -1
    for place, word in enumerate(reading.words):
        if place <= ends_at:
            continue
        moment = None
        if word in months:
            moment = named(reading, place, months[word])
        elif word[0].isdigit():
            moment = in_figures(reading, place) or year_alone(reading, place)
        elif word in ("annee", "year", "an"):
            moment = relative_year(reading, place)
        if moment is not None:
            ends_at = moment.last
            found.append(moment)
    return joined(reading, found)


def is_near(reading: Reading, place: int) -> bool:
    """Tell whether only a space, a comma or a stop stands between a token and the next."""
    gap = reading.gap(place)
    return len(gap) <= LONGEST_GAP and not gap.strip(" ,.\n()'\"")


def number(word: str, most: int) -> int | None:
    """Read figures up to a limit."""
    if not word.isdigit() or len(word) > 2 or not word.isascii():
        return None
    return int(word) if 1 <= int(word) <= most else None


def is_year(word: str) -> bool:
    """Tell whether figures may be a year."""
    return len(word) == 4 and word.isascii() and word.isdigit() and "1700" <= word <= "2150"


def named(reading: Reading, place: int, month: int) -> Moment | None:
    """Read the date around the name of a month."""
    first, day, last_day_number = before_month(reading, place)
    last, year, shift = place, None, None
    word = reading.words[place]
    if day is None and word in words.ENGLISH_MONTHS and is_near(reading, place):
        day, last, last_day_number = after_month(reading, place)
    following = last + 1
    if is_near(reading, last) or reading.gap(last) == " - ":
        next_word = reading.word(following)
        if is_year(next_word) and reading.gap(last) != " - ":
            year, last = int(next_word), following
            if reading.word(last + 1) in YEAR_AFTER and reading.gap(last) == " ":
                last += 1
        elif next_word in LAST or next_word in NEXT:
            shift, last = (-1 if next_word in LAST else 1), following
    previous = reading.word(first - 1)
    if year is None and shift is None and reading.gap(first - 1) == " ":
        if previous in LAST or previous in NEXT:
            shift, first = (-1 if previous in LAST else 1), first - 1
        elif previous == "this":
            shift, first = 0, first - 1
    if (
        year is None
        and shift is None
        and day is None
        and (word in words.DOUBTFUL_MONTHS or len(word) < 4)
    ):
        return None
    if word in ("mars", "march", "may", "mai", "mar") and day is None and year is None:
        return None
    weekday, first = weekday_before(reading, first)
    return made(first, last, year, month, day, last_day_number, shift, weekday)


def made(
    first: int,
    last: int,
    year: int | None,
    month: int,
    day: int | None,
    until: int | None,
    shift: int | None,
    weekday: int | None,
) -> Moment:
    """Make a moment, noting a day that its month does not have."""
    most = edtf.last_day(year or 2000, month)
    impossible = most if max(day or 1, until or 1) > most else None
    last_day = (
        date(year, month, until)
        if until and day and year and until > day and impossible is None
        else None
    )
    return Moment(
        first=first,
        last=last,
        year=year,
        month=month,
        day=day,
        shift=shift,
        weekday=weekday,
        impossible=impossible,
        last_day=last_day,
    )


def before_month(reading: Reading, place: int) -> tuple[int, int | None, int | None]:
    """Read the day, or the span of days, before the name of a month: its first token, its day, its
    last day.
    """
    at = place - 1
    if reading.word(at) in BETWEEN and reading.gap(at) == " ":
        at -= 1
    if reading.word(at) in DAY_ENDINGS and reading.gap(at).strip("-.") in ("", " "):
        at -= 1
    day = number(reading.word(at), 31)
    if day is None or not all(
        is_near(reading, each) or reading.gap(each) in ("", "-") for each in range(at, place)
    ):
        return place, None, None
    if (
        reading.gap(at - 1) in (",", ".", ":", "-", "/")
        and reading.word(at - 1).isdigit()
        and reading.gap(at - 1) != "-"
    ):
        return place, None, None
    start = span_start(reading, at)
    if start is None:
        return at, day, None
    return start[0], start[1], day


def span_start(reading: Reading, at: int) -> tuple[int, int] | None:
    """Read the first of two days: «10 et 11 juin», "29-30 November"."""
    gap = reading.gap(at - 1)
    if gap.strip() == "-":
        before = at - 1
    elif reading.word(at - 1) in LINKS and gap == " " and reading.gap(at - 2) == " ":
        before = at - 2
        if reading.word(before) in DAY_ENDINGS:
            before -= 1
    else:
        return None
    day = number(reading.word(before), 31)
    return (before, day) if day is not None and not is_year(reading.word(before - 1)) else None


def after_month(reading: Reading, place: int) -> tuple[int | None, int, int | None]:
    """Read the day, or the span of days, after the English name of a month."""
    day = number(reading.word(place + 1), 31)
    if day is None or reading.gap(place).strip(" .\n"):
        return None, place, None
    last = place + 1
    if reading.word(last + 1) in DAY_ENDINGS and reading.gap(last) == "":
        last += 1
    if reading.gap(last) == ":" or reading.word(last + 1) in ("%", "million", "billion"):
        return None, place, None
    gap = reading.gap(last).strip()
    until = number(reading.word(last + 1), 31) if gap == "-" else None
    if (
        until is None
        and reading.word(last + 1) in ("and", "to")
        and number(reading.word(last + 2), 31)
    ):
        until = number(reading.word(last + 2), 31)
        return day, last + 2, until
    return (day, last + 1, until) if until else (day, last, None)


def weekday_before(reading: Reading, first: int) -> tuple[int | None, int]:
    """Read the weekday before a date."""
    at = first - 1
    if reading.word(at) in ("le", "the", "ce"):
        at -= 1
    found = words.weekdays().get(reading.word(at))
    if found is None or not is_near(reading, at) or len(reading.word(at)) < 4:
        return None, first
    return found, at


def in_figures(reading: Reading, place: int) -> Moment | None:
    """Read 2018-06-05, 05.06.2018 and 5/6/2018; where English may mean either day, only the year is
    taken.
    """
    one, two, three = (reading.word(place + step) for step in range(3))
    sign = reading.gap(place)
    if sign not in ("-", ".", "/") or reading.gap(place + 1) != sign or not (two + three).isdigit():
        return None
    if (reading.gap(place + 2) == sign and reading.word(place + 3)[:1].isdigit()) or reading.gap(
        place - 1
    )[-1:] in (
        "-",
        ".",
        "/",
    ):
        return None
    if (
        is_year(one)
        and len(two) == len(three) == 2
        and sign == "-"
        and 1 <= int(two) <= 12
        and 1 <= int(three) <= 31
    ):
        return made(place, place + 2, int(one), int(two), int(three), None, None, None)
    day, month = number(one, 31), number(two, 12)
    if (
        is_year(three)
        and sign != "-"
        and day
        and month
        and (day > 12 or sign == "." or day == month or not reading.is_english)
    ):
        weekday, first = weekday_before(reading, place)
        return made(first, place + 2, int(three), month, day, None, None, weekday)
    if is_year(three):
        return Moment(first=place, last=place + 2, year=int(three))
    return None


def year_alone(reading: Reading, place: int) -> Moment | None:
    """Read a year that stands alone, where the words around it say that it is one."""
    word = reading.words[place]
    if not is_year(word) or (
        reading.gap(place)[:1] in ("%", "€", "$", "-", "/") and reading.word(place + 1).isalpha()
    ):
        return None
    left, gap = reading.word(place - 1), reading.gap(place - 1)
    after = reading.word(place + 1)
    if after in YEAR_AFTER and reading.gap(place) == " ":
        return Moment(first=place, last=place + 1, year=int(word))
    if left in NO_YEAR_LEFT or (
        gap.endswith((",", ".", "-", "/")) and left.isdigit() and not is_year(left)
    ):
        return None
    spoken = left in YEAR_LEFT and gap.strip(" '\n(") == "" and gap != ""
    if after in COUNTED and reading.gap(place) == " ":
        return None
    if spoken or gap.endswith("(") or (is_year(left) and gap.strip() in ("-", "/")):
        return Moment(first=place, last=place, year=int(word))
    if left in ("et", "and", "ou", "or", "и") and is_year(reading.word(place - 2)):
        return Moment(first=place, last=place, year=int(word))
    return None


def relative_year(reading: Reading, place: int) -> Moment | None:
    """Read «l’année dernière», "last year"."""
    left, right = reading.word(place - 1), reading.word(place + 1)
    for word in (left, right):
        shift = -1 if word in LAST else 1 if word in NEXT else None
        if shift is not None and left not in ("vingt", "vingts"):
            near = (word == left and reading.gap(place - 1) == " ") or (
                word == right and reading.gap(place) == " "
            )
            if near and (word == right or reading.words[place] == "year"):
                first, last = (place - 1, place) if word == left else (place, place + 1)
                return Moment(first=first, last=last, shift=shift)
    return None


def joined(reading: Reading, found: list[Moment]) -> list[Moment]:
    """Give the year, and the month, of the second date of a span to the first: «du 29 mai au 1er
    juin 2022».
    """
    result: list[Moment] = []
    for moment in found:
        before = result[-1] if result else None
        if (
            before is not None
            and moment.year
            and before.year is None
            and before.month
            and before.shift is None
        ):
            between = reading.words[before.last + 1 : moment.first]
            sign = reading.plain[reading.ends[before.last] : reading.starts[moment.first]].strip()
            if (len(between) <= 2 and between and between[0] in LINKS) or sign == "-":
                end = moment.last_day or moment.value
                begun = replace(before, year=moment.year)
                if (
                    end is not None
                    and begun.impossible is None
                    and begun.value
                    and begun.value < end
                ):
                    result[-1] = replace(begun, last_day=end)
                    result.append(moment)
                    continue
                result[-1] = begun
        result.append(moment)
    return result


def of_tokens(found: list[Moment], first: int, last: int, starts: list[int]) -> Iterator[Moment]:
    """Give the dates that stand among some tokens; `starts` are the first tokens of all dates."""
    from bisect import bisect_left

    for place in range(bisect_left(starts, first), len(found)):
        if found[place].first >= last:
            return
        yield found[place]
