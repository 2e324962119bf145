"""The words before and after a date: what they say of it, and whether they let it be one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from kzfr_cli.languages.lexicon import figure_kind

if TYPE_CHECKING:
    from typing import Literal

    from kzfr_cli.languages.mention import Relation
    from kzfr_cli.languages.reading import DateReading
    from kzfr_cli.languages.tokens import Tokens

Name = TypeVar("Name", bound=str)

RELATIONS: tuple[Relation, ...] = ("between", "since", "until", "before", "after", "around")
THIRDS = ("beginning", "middle", "end")
SHARES = ("half", "quarter")
LEADING = frozenset(
    (
        *RELATIONS,
        *THIRDS,
        "articles",
        "of",
        "from",
        "in_year",
        "in_weekday",
        "month_noun",
        "indefinite",
        "year_nouns",
        "half",
        "quarter",
        "attributive",
        "prepositions",
        "share_codes",
    )
)
QUARTERS = 4
ENDINGS = {"day_endings", "century_endings"}
"""The letters that make a figure an ordinal."""
LONGEST_LEAD = 7
JOINTS = frozenset(" ¶'")
ITEM_SIGN, ITEM_SIGNS = 8, " \t-*•–—▪·>"
"""Characters from the beginning of a line to the first word of an item of a list, and its signs."""

BAR = "|"
"""What parts the cells of a row."""

MONEY = frozenset("%€$£₸°")
SPOKEN = frozenset(
    (*RELATIONS, *THIRDS, "in_year", "year_nouns", "half", "quarter", "share_codes")
)
"""With one of these before it, a figure of four digits is a year."""
UNSURE = frozenset({"month_alone", "weekday_alone"})


def _first(
    names: tuple[Name, ...], senses: dict[str, Any], prefix: str = ""
) -> Name | Literal[""]:
    """Return the first of some names that is a role of a word, or nothing."""
    return next((name for name in names if prefix + name in senses), "")


class Surroundings:
    """A form in its text, from the word `first` to before the word `end`, with the words that
    lead to it.
    """

    def __init__(self, tokens: Tokens, first: int, end: int) -> None:
        self.tokens = tokens
        self.first = first
        self.form_end = end
        self.end = end
        self.relation: Relation = ""
        self.part = ""
        self.is_indefinite = False
        self.roles: set[str] = set()
        self.lead = first
        self._read_before()
        self._read_after()

    def _read_before(self) -> None:
        while self.first - self.lead < LONGEST_LEAD and self.lead > 0:
            senses = self.tokens.senses(self.lead - 1)
            gap = self.tokens.gaps[self.lead - 1]
            if not self._leads(senses, gap):
                return
            if self.lead == self.first:
                self.is_indefinite = "indefinite" in senses
            self.lead -= 1
            self.roles.update(senses)
            self._note(senses)
            if share := _first(SHARES, senses):
                self._read_number(share)

    def _read_number(self, share: str) -> None:
        """Read the figure before a half or a quarter: «1er trimestre», «II квартал»."""
        place = self.lead - 1
        endings = self.tokens.senses(place).keys() & ENDINGS
        if endings and place and self.tokens.gaps[place - 1] in "_-":
            place -= 1
        number = self._figure(place)
        if number and self.tokens.gaps[self.lead - 1] in JOINTS and not self.part:
            self.part, self.lead = f"{share} {number}", place

    def _figure(self, place: int) -> int:
        """Return the number of a quarter or a half that stands at a place in figures, or 0."""
        if place < 0:
            return 0
        word = self.tokens.words[place]
        if word.isdigit() and "quarter_figure" in figure_kind(word):
            return int(word)
        number = int(self.tokens.senses(place).get("roman", 0))
        return number if number <= QUARTERS else 0

    def _leads(self, senses: dict[str, Any], gap: str) -> bool:
        if gap == "-":
            return "middle" in senses
        if gap not in JOINTS:
            return False
        if "first" in senses:
            return not self.roles.isdisjoint({"half", "quarter"})
        return not LEADING.isdisjoint(senses)

    def _note(self, senses: dict[str, Any]) -> None:
        """Keep the first relation and the first part that the words say, from the date
        backwards.
        """
        self.relation = self.relation or _first(RELATIONS, senses)
        self.part = self.part or senses.get("share_codes", "") or _first(THIRDS, senses)
        if "first" in senses and not self.part:
            kind = "half" if "half" in self.roles else "quarter"
            self.part = f"{kind} {senses['first']}"

    def _read_after(self) -> None:
        """Read the words that stand behind a date in Kazakh, and in "2008 onwards"."""
        number = 0
        while self._continues(number):
            senses = self.tokens.senses(self.end)
            said = senses.get("first") or self._figure(self.end)
            if said and not number:
                number = said
            elif not (number and senses.keys() & ENDINGS) and not self._takes(
                senses, number
            ):
                break
            self.end += 1
        if number and not self.part:
            self.end -= 1

    def _continues(self, number: int) -> bool:
        """Return whether another word follows, to a number by a hyphen too: «3-тоқсан»."""
        if self.end >= len(self.tokens.words):
            return False
        gap = self.tokens.gaps[self.end - 1]
        return gap in JOINTS or (number > 0 and gap == "-")

    def _takes(self, senses: dict[str, Any], number: int) -> bool:
        """Take what a word behind the date says of it; tell whether it says anything."""
        relation: Relation = _first(RELATIONS, senses, "behind_")
        part = _first(THIRDS, senses, "behind_")
        share = _first(SHARES, senses)
        if share and number:
            part = f"{share} {number}"
        self.relation = relation or self.relation
        self.part = part or self.part
        return bool(relation or part) or "month_noun" in senses

    @cached_property
    def language(self) -> str:
        """The language of the words of the date and of those that lead to it, or nothing."""
        return self.tokens.language(self.first, self.end, self.lead)

    @property
    def gap_before(self) -> str:
        """The sign between the word before and the form."""
        return self.tokens.gaps[self.first - 1] if self.first else "|"

    @property
    def gap_after(self) -> str:
        """The sign between the form and the word after."""
        return self.tokens.gaps[self.end - 1]

    def is_counted(self) -> bool:
        """Return whether the figures count something: 2008 companies, 5%, €2008."""
        text, start, end = (
            self.tokens.text,
            self.tokens.starts[self.first],
            self.tokens.ends[self.end - 1],
        )
        signs = text[max(0, start - 2) : start].strip()[-1:], text[end : end + 2].strip()[:1]
        if not MONEY.isdisjoint(signs):
            return True
        return self.gap_after in " ¶" and "counted" in self.tokens.senses(self.end)

    def names_a_thing(self) -> bool:
        """Return whether the word before makes the figure a name: Expo 2017, no. 2008."""
        return self.first > 0 and "no_years" in self.tokens.senses(self.first - 1)

    def is_joined(self) -> bool:
        """Return whether the figures are part of a longer run: 2008-123, Rio-2016."""
        before = self.gap_before in "_-/·" and self.part != "middle"
        return (before and not self.begins_item()) or self.gap_after in "_/·-"

    def begins_item(self) -> bool:
        """Return whether only the sign of a list stands before the form on its line."""
        text, start = self.tokens.text, self.tokens.starts[self.first]
        begun = max(text.rfind("\n", 0, start) + 1, start - ITEM_SIGN)
        return start - begun < ITEM_SIGN and not text[begun:start].strip(ITEM_SIGNS)

    def is_attributive(self) -> bool:
        """Return whether the form stands between an article and a noun: "the 2008 treaty"."""
        is_led = self.lead < self.first and self.gap_after == " "
        return is_led and not {"attributive", "indefinite"}.isdisjoint(self.roles)

    def stands_out(self) -> bool:
        """Return whether the form stands in brackets, begins or ends a line of a chronology, or
        fills a cell.
        """
        text, end = self.tokens.text, self.tokens.ends[self.end - 1]
        if self.gap_before == "(" or text[end : end + 1] in {")", "]"}:
            return True
        if self.fills_cell() or self.ends_line():
            return True
        begins = self.gap_before in "¶|" or self.begins_item()
        return (begins and self.gap_after in ":~|") or self.leads_to_figures()

    def ends_line(self) -> bool:
        """Return whether the form stands behind a dash or a comma at the end of its line, as in a
        list: «Signature du traité – 2008».
        """
        text, end = self.tokens.text, self.tokens.ends[self.end - 1]
        return self.gap_before in "~," and text[end : end + 1] in {"", "\n"}

    def fills_cell(self) -> bool:
        """Return whether the form is all that a cell of a row says."""
        text, start = self.tokens.text, self.tokens.starts[self.first]
        if not text[max(start - 2, 0) : start].rstrip(" ").endswith(BAR):
            return False
        end = self.tokens.ends[self.end - 1]
        return text[end : end + 2].strip(" ")[:1] in {"", "\n", BAR}

    def leads_to_figures(self) -> bool:
        """Return whether the form is one of a row of years, each before its figure:
        «trade: 2019: 6.4 million, 2020: 7».
        """
        is_row = self.gap_before in ",;:~" and self.gap_after in ":~"
        return is_row and self.tokens.words[self.end][:1].isdecimal()


def is_date(name: str, said: DateReading, around: Surroundings, terse: bool) -> bool:
    """Return whether a form is a date where it stands."""
    if said.has_short_year and not (terse or _is_told(said, around)):
        return False
    if name in {"year", "span_years", "list_years"}:
        return _is_year(name, said, around, terse)
    return terse or _is_date_in_text(name, said, around)


def _is_told(said: DateReading, around: Surroundings) -> bool:
    """Return whether words beside 4.01.22 make it a date: «lundi», «le»."""
    return bool(around.roles) or any(each.weekday is not None for each in said.said)


def _is_date_in_text(name: str, said: DateReading, around: Surroundings) -> bool:
    if name in UNSURE:
        return _stands_alone(around)
    if name.startswith("month_figures") and around.names_a_thing():
        return False
    if name.startswith("season"):
        return _is_season(around)
    if name.endswith(("english", "english_days")) and around.is_counted():
        return False
    return not _is_verb(said, around)


def _is_year(name: str, said: DateReading, around: Surroundings, terse: bool) -> bool:
    if around.is_counted() or around.is_joined():
        return False
    if terse:
        return True
    is_spoken = not SPOKEN.isdisjoint(around.roles)
    if around.names_a_thing():
        return False
    if name == "list_years":
        return is_spoken or _has_year_word(around)
    if name == "span_years" or _has_year_word(around) or around.stands_out():
        return True
    if is_spoken:
        return not _is_round_number(said, around)
    return around.is_attributive()


def _has_year_word(around: Surroundings) -> bool:
    senses = around.tokens.senses(around.form_end - 1)
    return around.form_end - around.first > 1 and not {
        "year_words",
        "year_endings",
    }.isdisjoint(senses)


def _is_round_number(said: DateReading, around: Surroundings) -> bool:
    """Return whether a round figure counts what follows: «de 1500 participants»."""
    year = said.said[0].year if said.said else None
    if year is None or year % 50 or around.gap_after != " " or "since" in around.roles:
        return False
    following = around.tokens.words[around.end]
    return (
        following.isalpha() and len(following) > 3 and not around.tokens.senses(around.end)
    )


def _stands_alone(around: Surroundings) -> bool:
    """Return whether a month or a weekday without anything beside it is one."""
    senses = around.tokens.senses(around.first)
    if "maybe_weekday" in senses:
        return "in_weekday" in around.roles
    if "maybe_month" in senses:
        return not SPOKEN.isdisjoint(around.roles)
    return True


def _is_season(around: Surroundings) -> bool:
    senses = [around.tokens.senses(place) for place in range(around.first, around.end)]
    if not any("maybe_season" in each for each in senses):
        return True
    return len(senses) == 2 or bool(around.roles)


def _is_verb(said: DateReading, around: Surroundings) -> bool:
    """Return whether "may" or "march" in small letters follows a figure: "Article 5 may be
    amended".
    """
    if not said.said or said.said[0].year is not None or said.relative is not None:
        return False
    words = [
        place
        for place in range(around.first, around.end)
        if {"maybe_month", "month_first"} <= around.tokens.senses(place).keys()
    ]
    return any(around.tokens.text[around.tokens.starts[place]].islower() for place in words)
