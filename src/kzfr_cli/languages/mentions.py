"""The only reader of dates in running text, in French, English, Russian and Kazakh.

    find(text, *, today=None, languages=ALL, terse=False) -> list[Mention]

A `Mention` says of one date, with places in characters of the text:

* `start`, `end`: the date itself, its weekday included; `lead` ≤ `start`: where the words begin
  that lead to it («à partir du», "in early", «le»): `text[lead:end]` is the whole expression;
* `kind`: day, span (from a date to another), list («les 4, 5 et 6 mai», "in 2013 and 2014"), month,
  year, season, decade, century, part (a beginning, a middle, an end), half, quarter, week, weekday
  (one that stands alone);
* `value`: the `PartialDate`, for a span or a list from its first to its last date; None without a
  year, and for a day that does not exist;
* `values`: the dates of a list or a span one by one; of an `is_ambiguous` one every reading, the
  likelier first (05/06/2018: 5 June, 6 May; winter 2015: the one that begins in it, the one that
  ends in it); else the value alone;
* `said`: year, month, day, season and weekday of each date as far as the text says them, those
  that stand once in a span or a list given to each;
* `yearless`: (month, day or None) of a date without a year; `weekday`: beside the first day or
  alone, from Monday 0;
* `relation`: "", before, after, since, until, between, around; `interval(mention)` heeds it;
* `relative`: how far the date is from today, or from the date told before («le 18 février
  suivant»); it has its value when `today`, or a date told before, is known; `resolve(mention, day)`
  gives it later;
* `part`: beginning, middle, end, "half 1", "half 2", "quarter 1" …: the value is that part;
* `is_indefinite`: «un 3 juin», "a 2012 contract"; `impossible`: the last valid day of the month,
  for 31 June;
  `language`: that of its words, or "" when all are figures.

In running text a year needs a sign that it is one ("in 2008", «2008 жылы», "(2008)"); with `terse`
(a query, a title, a cell) it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import language, patterns, reading, resolving
from kzfr_cli.languages.mention import Mention, Said, interval
from kzfr_cli.languages.surroundings import Surroundings, is_date
from kzfr_cli.languages.tokens import Tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.languages.mention import Kind
    from kzfr_cli.languages.reading import DateReading

__all__ = ["Mention", "find", "interval", "resolve"]

PARTED = frozenset({"month", "year", "season", "decade", "century"})
LOOSE = frozenset({"since", "until"})
"""Relations that «du … au» also uses: between two dates they say nothing more."""


def find(
    text: str,
    *,
    today: date | None = None,
    languages: Sequence[str] = language.ALL,
    terse: bool = False,
) -> list[Mention]:
    """Return the dates of a text, in its order; they do not overlap."""
    return settled(unsettled(text, languages=languages, terse=terse), today)


def unsettled(
    text: str, *, languages: Sequence[str] = language.ALL, terse: bool = False
) -> list[Mention]:
    """Return the dates of a text, the relative ones without their values."""
    codes = tuple(filter(language.scripts(text).__contains__, languages))
    return read(text, patterns.of(codes), terse)


def read(text: str, grammar: patterns.DateGrammar, terse: bool = False) -> list[Mention]:
    """Return the dates of a text by a grammar, the relative ones without their values."""
    tokens = Tokens(text, grammar.lexicon)
    found: list[Mention] = []
    for mention in _each(tokens, grammar, terse):
        joined = _joined(found[-1], mention, tokens) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], mention]
    return found


def first(text: str) -> Mention | None:
    """Return the first date of a text that needs no sign that it is one, alone, even where it is
    one end of a span of other forms; or None.
    """
    grammar = patterns.of(language.scripts(text))
    return next(_each(Tokens(text, grammar.lexicon), grammar, terse=True), None)


def _each(tokens: Tokens, grammar: patterns.DateGrammar, terse: bool) -> Iterator[Mention]:
    """Yield the dates of a text one by one."""
    forms = grammar.forms(tokens.signature)
    place = 0
    while forms and (anchor := grammar.start.search(tokens.signature, place)):
        place = anchor.start() + 2
        form = patterns.longest(forms, tokens.signature, anchor.start())
        mention = _mention(tokens, *form, terse) if form else None
        if mention is not None and form is not None:
            yield mention
            place = form[1].end() + form[1].end() % 2


def _joined(first: Mention, last: Mention, tokens: Tokens) -> Mention | None:
    """Return two dates of other forms as one span: "1990s–2000s", «du printemps 2013 à mai
    2014».
    """
    if (
        first.kind not in PARTED
        or last.kind not in PARTED
        or not first.value
        or not last.value
    ):
        return None
    if not tokens.are_joined(first.end, last.start):
        return None
    value = resolving.spanning(first.value, last.value)
    if value is None:
        return None
    relation = "" if first.relation in LOOSE else first.relation
    said = (*first.said, *last.said)
    return replace(
        first,
        end=last.end,
        kind="span",
        value=value,
        values=(first.value, last.value),
        said=said,
        relation=relation,
    )


def resolve(mention: Mention, day: date) -> Mention:
    """Return a relative mention with its value, counted from a day; any other as it is."""
    if mention.relative is None:
        return mention
    said = mention.said or (Said(),)
    moved = (resolving.moved(mention.relative, each, day) for each in said)
    values = tuple(value for value in moved if value is not None)
    if len(values) > 1:
        return replace(
            mention,
            value=resolving.spanning(values[0], values[-1]) or values[0],
            values=values,
        )
    value = values[0] if values else None
    if value is not None and mention.part:
        value = resolving.narrowed(value, mention.part)
    if value is None:
        return mention
    return replace(mention, value=value, values=(value,))


def settled(found: Sequence[Mention], today: date | None) -> list[Mention]:
    """Return the relative dates their values, from today or from the date told before."""
    dates: list[Mention] = []
    told: date | None = None
    for mention in found:
        if mention.relative is not None:
            day = today if mention.relative.anchor == "today" else told
            mention = resolve(mention, day) if day else mention
        told = _told(mention, told)
        dates.append(mention)
    return dates


def _told(mention: Mention, told: date | None) -> date | None:
    """Return the day from which the next dates count.

    It is that of the mention, unless this only says less exactly what was told before.
    """
    value = mention.value
    if value is None or value.earliest is None:
        return told
    if told and value.latest and value.earliest <= told <= value.latest:
        return told
    return value.earliest


@record
class _Values:
    """What the dates of a form come to."""

    value: PartialDate | None
    values: tuple[PartialDate, ...]
    is_ambiguous: bool = False
    impossible: int | None = None


def _mention(tokens: Tokens, name: str, match: re.Match[str], terse: bool) -> Mention | None:
    """Return what a form says, or None when it is no date where it stands."""
    form = reading.FoundForm(tokens, match)
    said = reading.read(form)
    around = Surroundings(tokens, match.start() // 2, (match.end() + 1) // 2)
    if said is None or not is_date(name, said, around, terse):
        return None
    kind = _kind(name, said, around)
    values = _values(kind, said)
    part = around.part if kind in PARTED else ""
    value = resolving.narrowed(values.value, part) if part and values.value else values.value
    return Mention(
        start=tokens.starts[around.first],
        end=tokens.ends[around.end - 1],
        lead=tokens.starts[around.lead],
        kind=_part_kind(part) if part else kind,
        value=value,
        values=(value,) if part and value else values.values,
        said=said.said,
        relation=""
        if kind == "span"
        and (name.startswith("span-behind_until") or around.relation in LOOSE)
        else around.relation,
        relative=said.relative,
        part=part,
        is_indefinite=around.is_indefinite and kind in {"day", "weekday", "month", "year"},
        is_ambiguous=values.is_ambiguous,
        impossible=values.impossible,
        language=around.language,
    )


def _kind(name: str, said: DateReading, around: Surroundings) -> Kind:
    """Return the kind of a date by its form."""
    first = name.replace("-", "_").partition("_")[0]
    if first == "list":
        return "span" if around.relation == "between" else "list"
    if first in {"span", "decade", "century", "season"}:
        return first  # type: ignore[return-value]  # one of the kinds by the line above
    if said.until_year is not None:
        return "span"
    if said.relative is not None and not said.said:
        return _unit_kind(said.relative.unit)
    return _precision(said.said[0], said)


def _unit_kind(unit: str) -> Kind:
    return "week" if unit == "weekend" else unit  # type: ignore[return-value]  # units are kinds


def _precision(said: Said, reading: DateReading) -> Kind:
    if said.day:
        return "day"
    if said.season:
        return "season"
    if said.month:
        return "month"
    if said.weekday is not None:
        return "day" if reading.relative else "weekday"
    return "year"


def _part_kind(part: str) -> Kind:
    kind = part.partition(" ")[0]
    return kind if kind in {"half", "quarter"} else "part"  # type: ignore[return-value]  # both are kinds


def _values(kind: Kind, said: DateReading) -> _Values:
    """Return the values of what is said."""
    if said.decade is not None:
        return _decades(said.decade, said.until_decade)
    if said.century is not None:
        return _one(edtf.parse(f"{said.century - 1:02}XX"))
    impossible = next(filter(None, map(resolving.last_valid, said.said)), None)
    if said.relative is not None or impossible:
        return _Values(value=None, values=(), impossible=impossible)
    if kind == "season":
        return _season(said.said[0], said.until_year)
    return _dates(said)


def _decades(first: int, last: int | None) -> _Values:
    """Return one decade, or two with what lies between them; nothing when they are exchanged."""
    values = [edtf.parse(f"{year // 10:03}X") for year in (first, last) if year is not None]
    if last is None:
        return _one(values[0])
    value = resolving.spanning(*values)
    return _Values(value=value, values=tuple(values) if value else ())


def _dates(said: DateReading) -> _Values:
    """Return the values of dates in figures and words."""
    values = [value for value in map(resolving.value_of, said.said) if value is not None]
    if len(values) < len(said.said) or not values:
        return _Values(value=None, values=())
    if said.until_year is not None:
        values.append(edtf.parse(f"{said.until_year:04}"))
    if len(values) > 1:
        return _Values(value=resolving.spanning(values[0], values[-1]), values=tuple(values))
    other = resolving.value_of(said.swapped) if said.swapped else None
    if other is not None:
        return _Values(value=values[0], values=(values[0], other), is_ambiguous=True)
    return _one(values[0])


def _season(said: Said, until: int | None) -> _Values:
    """A winter said with one year may begin or end in it; with two it begins in the first."""
    value = resolving.value_of(said)
    if value is None or until is not None or said.season != resolving.WINTER:
        return _one(value)
    before = resolving.value_of(replace(said, year=(said.year or 0) - 1))
    return _Values(
        value=value, values=tuple(filter(None, (value, before))), is_ambiguous=True
    )


def _one(value: PartialDate | None) -> _Values:
    return _Values(value=value, values=(value,) if value else ())
