"""The forms of dates, as patterns over the signature of a text.

A pattern is written in the roles of words, `{day}`, and in the signs of gaps, as `tokens` writes
them. The groups are numbered by the date they belong to: `d1` and `m1` are the day and the month of
the first date, `d2` the day of the second.
"""

from __future__ import annotations

import re
from functools import cache

from kzfr_cli.languages import date_words
from kzfr_cli.languages.lexicon import WordTable

J = "[ ¶]"
"""Between two words: a space, or the end of a line."""
A = "[ ¶']"
"""After an article: «l’an»."""
S = "[ ¶-]"
"""Between a day and its month: "5 June", "5-Jun-2018"."""
C = "[ ¶,-]"
"""Before a year: "June 11, 2008"."""
SPAN = f"(?:[-~]|{J}{{to}}{A}(?:{{articles}}{A})?)"
AND = f"(?:,?{J}{{and}}{A}(?:{{articles}}{A})?)"
OF = f"(?:{{of}}{A})?(?:{{articles}}{A})?"

MONTH = "{month,maybe_month,abbreviation}"
FIRST = "{month_first,abbreviation}"
SEASON = "{season,maybe_season}"
WEEKDAY = "{weekday,maybe_weekday,short_weekday}"
UNIT = "{week,month_unit,weekend,decade_unit}"
MOVE = "{last,next,this,same,following,preceding}"
AFTER = "{last,next,following,preceding,this}"


def year(place: int, role: str = "year") -> str:
    """The pattern of a year in figures, with the word and the ending that belong to it."""
    return rf"(?P<y{place}>{{{role}}})(?:[-_]{{year_endings}})?(?:[ ¶_.·-]{{year_words}})?"


def any_year(place: int) -> str:
    """The pattern of a year in figures or relative: 2018, «l’an dernier», "of the same year"."""
    before = f"(?P<r{place}>{MOVE}){J}{{year_unit}}"
    after = f"{{year_unit}}{J}(?P<s{place}>{AFTER})"
    figure = year(place, "any_year")
    return f"(?:{figure}|{before}|{after}|(?P<a{place}>{{years_away}}))"


def slot(place: int) -> str:
    """The pattern of the year after a month: "June 2018", «juin de l’an dernier», «juin
    dernier».
    """
    return f"(?:{C}{OF}{any_year(place)}|{A}(?P<t{place}>{AFTER}))"


def weekday(place: int) -> str:
    """The pattern of a weekday before a date: «в минувший вторник, 18 октября», «сәрсенбі күні,
    4 сәуір», «mardi dernier, le 18 octobre».
    """
    before = f"(?:{{last,this,next}}{J})?"
    behind = f"(?:{J}{{last,this,next,day_noun}})?"
    return f"(?:{before}(?P<w{place}>{WEEKDAY}){behind}[ ¶,.](?:{{articles}}{A})?)?"


def day(place: int) -> str:
    """The pattern of a day in figures or in words: 1er, 5th, 5-го, «quatorze»."""
    return f"(?:(?P<d{place}>{{day}})(?:[_-]{{day_endings}})?|(?P<b{place}>{{day_word}}))"


def day_month(place: int) -> str:
    """The pattern of a day and a month: «mardi 5 juin», "5th of June"."""
    return f"{weekday(place)}{day(place)}{S}{OF}(?:{{month_noun}}{A})?(?P<m{place}>{MONTH})"


def month_day(place: int) -> str:
    """The pattern of a month and a day: "Tue June 5th"."""
    return (
        f"{weekday(place)}(?P<m{place}>{FIRST}){J}(?:{{articles}}{A})?{day(place)}(?![:·'])"
    )


def figures(place: int) -> str:
    """The pattern of a date in figures: 2018-06-05, 05.06.2018, 5/6/18."""
    iso = f"(?P<y{place}>{{any_year}})(?P<q{place}>[-/·])(?P<n{place}>{{month_figure}})(?P=q{place})(?P<d{place}>{{day}})"
    usual = f"(?P<f{place}>{{day}})(?P<p{place}>[-/·])(?P<g{place}>{{day}})(?P=p{place})(?P<h{place}>{{any_year,two}})"
    return f"{weekday(place)}(?:{iso}|{usual})(?:[ ¶_]{{year_words}})?"


def year_first(place: int) -> str:
    """The pattern of a year that stands before its month: «2008 жылғы», «былтыр»."""
    figure = f"(?P<y{place}>{{any_year}})[ ¶_-]{{year_first}}"
    return (
        f"(?:{figure}|(?P<r{place}>{MOVE}){J}{{year_first}}|(?P<a{place}>{{years_away}})){J}"
    )


YEAR_FIRST = year_first(1)
BEHIND = (
    "(?:(?:[ ¶,(]|,{on_weekday} (?={weekday,maybe_weekday}[^ ¶]))"
    "(?P<v1>{weekday,maybe_weekday})(?![ ¶]{last,next,following,preceding}))?"
)
"""A weekday after its date: «2008 ж. 11 маусым, сәрсенбі», "5 June 2018 (Tuesday)", «5 июня 2018
года, во вторник».
"""
SECOND_YEAR = "(?:[-/~](?P<z1>{any_year,two})(?:[ ¶_]{year_words})?)?"
"""The second year of a winter: «hiver 2013-2014»."""
AHEAD = "(?:(?P<u1>{weekday})(?:[ ¶]{day_noun})?[ ¶,])?"
"""A weekday before the year of its date: «Дүйсенбі, 2025 жылғы 8 желтоқсан»."""

DAYS = f"{weekday(1)}{day(1)}{SPAN}{weekday(2)}{day(2)}"
NEXT_DAYS = f"(?:,(?:{{articles}}{A})?{day(2)})?(?:,(?:{{articles}}{A})?{day(3)})?"
DAY_LIST = f"{weekday(1)}{day(1)}{NEXT_DAYS}{AND}{weekday(4)}{day(4)}"
MONTH_1, MONTH_2 = f"(?P<m1>{MONTH})", f"(?P<m2>{MONTH})"

FORMS: dict[str, dict[str, str]] = {
    MONTH: {
        "span_dates": f"{day_month(1)}{slot(1)}?{SPAN}{day_month(2)}{slot(2)}?",
        "span_english": f"{month_day(1)}(?:{slot(1)})?{SPAN}{month_day(2)}(?:{slot(2)})?",
        "span-behind_until": f"(?:{YEAR_FIRST})?{day_month(1)}{J}{day_month(2)}(?:{slot(2)})?"
        f"(?={J}{{behind_before,behind_until}})",
        "span_dates_year_first": f"{YEAR_FIRST}{day_month(1)}{SPAN}(?:{year_first(2)})?{day_month(2)}",
        "span_months_year_first": f"{YEAR_FIRST}{MONTH_1}{SPAN}(?:{year_first(2)})?{MONTH_2}",
        "span_year_first": f"{YEAR_FIRST}{DAYS}{S}{MONTH_2}",
        "span_days": f"{DAYS}{S}{OF}(?:{{month_noun}}{A})?{MONTH_2}{slot(2)}?",
        "span_english_days": f"{weekday(1)}(?P<m1>{FIRST}){J}{day(1)}{SPAN}{day(2)}(?![:·]){slot(2)}?",
        "list_dates": f"{day_month(1)}{AND}{day_month(2)}{slot(2)}",
        "span-behind_between": f"(?:{YEAR_FIRST})?{day_month(1)}{AND}{day_month(2)}"
        f"(?={J}{{behind_between}})",
        "list_year_first": f"{YEAR_FIRST}{DAY_LIST}{S}(?P<m4>{MONTH})",
        "list_days": f"{DAY_LIST}{S}{OF}(?P<m4>{MONTH}){slot(4)}?",
        "list_english_days": f"(?P<m1>{FIRST}){J}{day(1)}(?:,{day(2)})?(?:,{day(3)})?{AND}{day(4)}"
        f"(?![:·]){slot(4)}?",
        "day_year_first": f"{AHEAD}{YEAR_FIRST}{weekday(1)}{day(1)}{S}{MONTH_1}{BEHIND}",
        "day_month_first": f"(?P<y1>{{any_year}}){J}{MONTH_1}{J}{day(1)}",
        "day_moved": f"(?P<k1>{{this}}){J}{day_month(1)}",
        "day_of_month": f"(?:{YEAR_FIRST})?{MONTH_1}{J}(?P<d1>{{day}})[-_]{{day_cases}}",
        "day_english": f"{month_day(1)}{slot(1)}?{BEHIND}",
        "day": f"{day_month(1)}{slot(1)}?{BEHIND}",
        "span_months": f"{MONTH_1}{slot(1)}?{SPAN}{MONTH_2}{slot(2)}",
        "list_months": f"{MONTH_1}{AND}{MONTH_2}{slot(2)}",
        "month": f"{MONTH_1}{slot(1)}",
        "month_year_first": f"{YEAR_FIRST}{MONTH_1}",
        "month_moved": f"(?P<r1>{MOVE}){J}{{year_unit}}{J}{MONTH_1}|(?P<k1>{MOVE}){J}(?P<m2>{MONTH})",
        "month_alone": "(?P<m1>{month,maybe_month})",
    },
    "{month_figure}[-/·]|[-/·]{month_figure}": {
        "span_figures": f"{figures(1)}(?:{SPAN}|/){figures(2)}",
        "span_days_figures": f"{day(1)}{SPAN}"
        "(?P<f2>{day})(?P<p2>[/·])(?P<g2>{month_figure})(?P=p2)(?P<h2>{year})",
        "day_figures": f"{figures(1)}{BEHIND}",
        "month_figures": "(?P<y1>{year})-(?P<n1>{month_figure})(?![-/·])",
        "month_figures_last": "(?P<n1>{month_figure})/(?P<y1>{year})(?![-/·])",
    },
    SEASON: {
        "season": f"(?P<e1>{SEASON}){slot(1)}{SECOND_YEAR}",
        "season_year_first": f"(?P<y1>{{any_year}}){SECOND_YEAR}[ ¶_-]{{year_first}}[ ¶](?P<e1>{SEASON})",
        "span_seasons": f"(?P<e1>{SEASON}){slot(1)}?{SPAN}(?P<e2>{SEASON}){slot(2)}",
        "span_seasons_year_first": f"{YEAR_FIRST}(?P<e1>{SEASON}){SPAN}(?:{year_first(2)})?(?P<e2>{SEASON})",
        "season_moved": f"(?P<k1>{MOVE}){J}(?P<e1>{SEASON})"
        f"|(?P<r1>{MOVE}){J}{{year_unit}}{J}(?P<e2>{SEASON})",
    },
    "{decade_endings,years,decades_in_words_alone}": {
        "decade": "(?P<x1>{round_year}|{tens})(?:[_']{decade_endings}|-{decade_endings})[ ¶]{years}"
        "|(?P<x2>{round_year})(?:[_'-]{decade_endings}|[ ¶-]{years})"
        "|(?P<x3>{tens})(?:[_'-]{decade_endings}|-{years})"
        "|{years}[ ¶'](?P<x4>{round_year}|{tens}|{decades_in_words})"
        "|(?P<x5>{decades_in_words})[ ¶]{years}|(?P<x6>{decades_in_words_alone})",
        "span_decades": "(?P<j1>{round_year}|{tens})(?:[_'-]{decade_endings})?[-~]"
        "(?P<x1>{round_year}|{tens})(?:[_'-]{decade_endings}(?:[ ¶]{years})?|-{years})"
        "|(?P<j2>{tens})[-~](?P<x2>{tens})[ ¶]{years}"
        "|{years}[ ¶'](?P<j3>{round_year}|{tens}|{decades_in_words})[-~]"
        "(?P<x3>{round_year}|{tens}|{decades_in_words})",
    },
    "{century}": {
        "century": "(?P<c1>{roman})[ ¶-]{century}"
        "|(?P<c2>{century_figure})(?:[_-]{century_endings})?[ ¶-]{century}"
        "|(?P<c3>{centuries_in_words})[ ¶-]{century}",
    },
    "{year}": {
        "span_years": f"{year(1)}(?:{SPAN}|/){year(2)}|(?P<y3>{{year}})[-/](?P<z3>{{two}})(?![-/·])",
        "span-behind_until_years": f"(?P<y1>{{year}})[ ¶_-]{{year_from}}{J}{year(2)}"
        f"(?={J}{{behind_before,behind_until}})",
        "list_years": f"{year(1)}(?:,{year(2)})?(?:,{year(3)})?{AND}{year(4)}",
        "year": year(1),
    },
    "{year_unit,years_away}": {
        "year_moved": f"(?P<r1>{MOVE}){J}{{year_unit}}|{{year_unit}}{J}(?P<s1>{AFTER})"
        "|(?P<a1>{years_away})",
    },
    WEEKDAY: {
        "weekday_moved": f"(?P<k1>{MOVE}){J}(?P<w1>{WEEKDAY})|(?P<w2>{WEEKDAY}){J}(?P<l1>{AFTER})",
        "weekday_alone": "(?P<w1>{weekday,maybe_weekday})",
    },
    UNIT: {
        "unit_moved": f"(?P<k1>{MOVE}){J}(?P<u1>{UNIT})|(?P<u2>{UNIT}){J}(?P<l1>{AFTER})",
    },
    "{days_away,days_from_there}": {
        "days_away": "(?P<o1>{days_away})",
        "days_from_there": "(?P<i1>{days_from_there})",
    },
}
"""The forms by name, in groups: a group is tried only where the text has what its key matches.

Of the forms that match at a place the longest is taken, and of those equally long the first.
"""

GUARDS = {
    "span_": "[-~/]|{to}",
    "list_": "{and}",
    "year_first": "{year_first,years_away}",
    "english": FIRST,
    "moved": f"{MOVE}|{{years_away}}",
    "behind_until": "{behind_before,behind_until}",
    "behind_between": "{behind_between}",
}
"""What a text must have for the forms whose name has such a part."""

ANCHORS = (
    "day",
    "day_word",
    "any_year",
    "tens",
    "month",
    "maybe_month",
    "abbreviation",
    "weekday",
    "maybe_weekday",
    "short_weekday",
    "season",
    "maybe_season",
    "roman",
    "decades_in_words",
    "decades_in_words_alone",
    "centuries_in_words",
    "years",
    "year_unit",
    "years_away",
    "days_away",
    "days_from_there",
    "last",
    "next",
    "this",
    "same",
    "following",
    "preceding",
    "week",
    "month_unit",
    "weekend",
    "decade_unit",
)
"""The roles with which a date may begin."""


class DateGrammar:
    """The forms for the languages of a lexicon; each is compiled when it is first tried."""

    def __init__(self, words: WordTable) -> None:
        self.lexicon = words
        self.start = self._compiled(f"{{{','.join(ANCHORS)}}}")
        self.groups = [(self._compiled(key), guarded(group)) for key, group in FORMS.items()]
        self.guards = {part: self._compiled(guard) for part, guard in GUARDS.items()}
        self._forms: dict[str, re.Pattern[str]] = {}

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        filled = re.sub(
            r"\{([a-z_,]+)\}",
            lambda match: self.lexicon.having(*match[1].split(",")),
            pattern,
        )
        return re.compile(filled)

    def forms(self, signature: str) -> dict[str, re.Pattern[str]]:
        """Return the forms that a text may have."""
        lacking = {
            part for part, guard in self.guards.items() if not guard.search(signature)
        }
        return {
            name: self._form(name, pattern)
            for key, group in self.groups
            if key.search(signature)
            for name, pattern, parts in group
            if lacking.isdisjoint(parts)
        }

    def _form(self, name: str, pattern: str) -> re.Pattern[str]:
        if name not in self._forms:
            self._forms[name] = self._compiled(pattern)
        return self._forms[name]


def guarded(group: dict[str, str]) -> list[tuple[str, str, list[str]]]:
    """Return the forms of a group, each with the parts of its name that have a guard."""
    return [
        (name, pattern, [part for part in GUARDS if part in name])
        for name, pattern in group.items()
    ]


def longest(
    forms: dict[str, re.Pattern[str]], signature: str, place: int
) -> tuple[str, re.Match[str]] | None:
    """Return the name of the longest form that begins at a place, with its match."""
    best = None
    for name, form in forms.items():
        match = form.match(signature, place)
        if match and (best is None or match.end() > best[1].end()):
            best = name, match
    return best


@cache
def of(codes: tuple[str, ...]) -> DateGrammar:
    """Return the grammar of some languages."""
    return DateGrammar(date_words.lexicon(codes))
