"""Write another date as a text has written one: «mardi 5 juin 2008», "June 5th, 2008", «5 июня»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import pair
from kzfr_cli.languages import (
    date_words,
    language,
    mentions,
    ordinals,
)
from kzfr_cli.languages.mention import Mention, Said
from kzfr_cli.languages.tokens import Tokens
from kzfr_cli.proofreading.rewriting.forms import (
    LISTS,
    WEEKDAYS,
    same_form,
)

LONGEST = 40
"""Days of an interval among which one is looked for that is nearly what was written."""


@pair
class Edit:
    """A stretch of what was written, and what is to stand there."""

    start: int
    end: int
    text: str


def rewrite(
    written: str,
    wanted: PartialDate,
    lang: str = "fr",
) -> str:
    """The wanted date in the form of the one that was written, in a text of that language;
    empty where
    that cannot be said so.

    Of an interval, where one day was written, it is the day that differs least.
    """
    mention = only_mention(written)
    if mention is None:
        return ""
    ends = (
        [end for end in (wanted.start, wanted.end) if end]
        if wanted.is_interval
        else [wanted]
    )
    if len(mention.said) == 1 and mention.said[0].day is None:
        whole = whole_of(mention.said[0], wanted)
        ends = [whole] if whole else ends
    if len(mention.said) == 1 and len(ends) > 1:
        nearest = nearest_day(mention.said[0], wanted)
        ends = [nearest] if nearest else []
    if len(ends) != len(mention.said):
        return ""
    text = applied(
        written,
        Rewriting(
            written,
            mention,
            lang,
        ).edits(ends),
    )
    if is_read_as(text, mention, ends):
        return text
    return ""


def whole_of(
    said: Said,
    wanted: PartialDate,
) -> PartialDate | None:
    """The month or the year in which all of an interval lies, as one was said; None where it
    reaches over two.
    """
    first, last = wanted.earliest, wanted.latest
    if first is None or last is None or not wanted.is_interval:
        return None
    is_one = first.year == last.year
    if said.month is None:
        return edtf.parse(f"{first.year:04}") if is_one else None
    is_one = is_one and first.month == last.month
    return edtf.parse(f"{first.year:04}-{first.month:02}") if is_one else None


def other_weekdays(
    written: str,
    day: date,
    lang: str = "fr",
) -> tuple[str, ...]:
    """The two ways to mend a weekday that does not go with its day: another weekday, or the nearest
    day that has it. They are alternatives.
    """
    mention = only_mention(written)
    if mention is None or mention.weekday is None:
        return ()
    away = (mention.weekday - day.weekday() + 3) % 7 - 3
    moved = edtf.parse((day + timedelta(days=away)).isoformat())
    right = edtf.parse(day.isoformat())
    found = (
        rewrite(written, right, lang),
        rewrite(
            written,
            moved,
            lang,
        ),
    )
    return tuple(text for text in found if text)


def only_mention(written: str) -> Mention | None:
    """The one date in what was written; None where there is none, or several."""
    found = mentions.find(written, terse=True)
    if len(found) == 1 and found[0].said:
        return found[0]
    return None


def nearest_day(
    said: Said,
    wanted: PartialDate,
) -> PartialDate | None:
    """The one day of an interval that differs least from what was said; None where several do."""
    if wanted.earliest is None or wanted.latest is None:
        return None
    count = min((wanted.latest - wanted.earliest).days, LONGEST) + 1
    days = [wanted.earliest + timedelta(days=number) for number in range(count)]
    alike = [(day.day == said.day) + (day.month == said.month) for day in days]
    if alike.count(max(alike)) > 1:
        return None
    return edtf.parse(days[alike.index(max(alike))].isoformat())


def applied(
    text: str,
    edits: Iterable[Edit],
) -> str:
    """A text with some stretches changed."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def is_read_as(
    text: str,
    before: Mention,
    ends: list[PartialDate],
) -> bool:
    """Whether what was rewritten is read as the wanted date, as exactly as before."""
    after = only_mention(text)
    if after is None or len(after.said) != len(ends):
        return False
    pairs = zip(
        after.said,
        before.said,
        ends,
        strict=True,
    )
    return all(agrees(now, then, end) for now, then, end in pairs)


def agrees(
    now: Said,
    then: Said,
    wanted: PartialDate,
) -> bool:
    """Whether a date says the wanted one, and all that the one before it said."""
    year, month, day = components(wanted)
    told = (
        (now.year, then.year, year),
        (now.month, then.month, month),
        (now.day, then.day, day),
    )
    return all(
        (said is None) == (before is None) and (said is None or said == right)
        for said, before, right in told
    )


def components(value: PartialDate) -> tuple[int | None, int | None, int | None]:
    """The year, the month and the day of a date, as far as they are known."""
    month = value.month[1] if value.month else None
    day = value.day.day if value.day and not value.is_interval else None
    return value.year, month, day


class Rewriting:
    """Change the words and figures of a date, each in its own form."""

    def __init__(
        self,
        written: str,
        mention: Mention,
        lang: str,
    ) -> None:
        self._written = written
        self._said = mention.said
        self._lang = lang
        self._tokens = Tokens(written, date_words.lexicon(language.ALL))
        roles = (
            role for place in range(len(self._tokens.words)) for role in self._roles(place)
        )
        self._is_in_words = any(role not in WEEKDAYS for role in roles)

    def edits(
        self,
        ends: list[PartialDate],
    ) -> Iterator[Edit]:
        """What to change so that the dates are these, one for each that was said."""
        turn = {
            "year": 0,
            "month": 0,
            "day": 0,
        }
        for place, word in enumerate(self._tokens.words):
            part = self._part(place, turn)
            if part:
                number = min(turn[part], len(ends) - 1)
                turn[part] += 1
                yield from self._figure(
                    place,
                    part,
                    ends[number],
                )
            elif not word[0].isdigit():
                yield from self._word(
                    place,
                    ends,
                    turn,
                )

    # ---- figures

    def _part(
        self,
        place: int,
        turn: dict[str, int],
    ) -> str:
        """Which part of a date a figure is; empty for a word."""
        word = self._tokens.words[place]
        if not word.isdecimal():
            return ""
        if len(word) == 4:
            return "year"
        if self._is_in_words:
            return "day"
        said = self._said[min(turn["day"], len(self._said) - 1)]
        left = [part for part in self._order(said) if turn[part] == min(turn.values())]
        if left:
            return left[0]
        return ""

    def _order(
        self,
        said: Said,
    ) -> tuple[str, ...]:
        """The order of day, month and year in a date all in figures."""
        figures = [word for word in self._tokens.words if word.isdecimal()]
        if len(figures[0]) == 4:
            return ("month", "day")
        is_day_first = int(figures[0]) == said.day and int(figures[1]) == said.month
        if is_day_first:
            return ("day", "month", "year")
        return ("month", "day", "year")

    def _figure(
        self,
        place: int,
        part: str,
        wanted: PartialDate,
    ) -> Iterator[Edit]:
        value = dict(
            zip(
                ("year", "month", "day"),
                components(wanted),
                strict=True,
            )
        )[part]
        written = self._tokens.words[place]
        if value is None:
            return
        text = f"{value % 100:02}" if part == "year" and len(written) == 2 else str(value)
        text = (
            text.zfill(len(written)) if written.startswith("0") or part == "year" else text
        )
        yield Edit(
            self._tokens.starts[place],
            self._tokens.ends[place],
            text,
        )
        if part == "day":
            yield from self._day_ending(place, value)

    def _day_ending(
        self,
        place: int,
        day: int,
    ) -> Iterator[Edit]:
        """Let the letters after a day go with it: «1er», "2nd"."""
        end = self._tokens.ends[place]
        following = place + 1
        stuck = following < len(self._tokens.words) and self._tokens.starts[following] == end
        word = self._tokens.words[following] if stuck else ""
        if word in ordinals.ENGLISH_ENDINGS.values() or word == "th":
            yield Edit(
                end,
                self._tokens.ends[following],
                ordinals.english_ending(day),
            )
        elif word == ordinals.french(1).lstrip("1") and day > 1:
            yield Edit(
                end,
                self._tokens.ends[following],
                "",
            )
        elif day == 1 and not stuck and self._is_french():
            yield Edit(
                end,
                end,
                ordinals.french(1).lstrip("1"),
            )

    def _is_french(self) -> bool:
        months = {word for row in language.of("fr").words("dates", "months") for word in row}
        return any(word in months for word in self._tokens.words)

    # ---- words

    def _roles(
        self,
        place: int,
    ) -> dict[str, int]:
        """What a word stands for as a month or a weekday, by its role."""
        senses = self._tokens.known_senses(place)
        return {role: senses[role] for role in LISTS if role in senses}

    def _word(
        self,
        place: int,
        ends: list[PartialDate],
        turn: dict[str, int],
    ) -> Iterator[Edit]:
        roles = self._roles(place)
        if not roles:
            return
        role = next(iter(roles))
        is_weekday = role in WEEKDAYS
        number = min(turn["day" if is_weekday else "month"], len(ends) - 1)
        turn["month"] += not is_weekday
        right = self._right(role, ends[number])
        if right is None:
            return
        start, end = self._tokens.starts[place], self._tokens.ends[place]
        text = same_form(
            self._written[start:end],
            role,
            (roles[role], right),
            self._lang,
        )
        yield Edit(start, end, text)

    def _right(
        self,
        role: str,
        wanted: PartialDate,
    ) -> int | None:
        """The number of the month, or of the weekday, of the wanted date."""
        if role not in WEEKDAYS:
            return components(wanted)[1]
        if wanted.day:
            return wanted.day.weekday()
        return None
