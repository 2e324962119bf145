"""A text cut into tokens and sentences; what a sentence says and where its clauses stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any

from kzfr_cli.languages import language, mentions
from kzfr_cli.languages import numbers as spoken
from kzfr_cli.languages.mention import Mention
from kzfr_cli.languages.tokens import Tokens
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.plain import TOKEN, plain

Span = tuple[int, int]
"""The first token of a stretch of a text, and the one after its last."""

ENDS = re.compile(r"[.!?…]")
BLOCK = re.compile(r"\n\s*\n")
ITEM = re.compile(r"\n\s*(?:[-*#•>|▪●–—·├╞└]|\d{1,3}[.)]\s)")
SHORT_LINE = 60
"""Signs of a line that ends because its author ended it, not because the column did."""

LONGEST = 120
"""Tokens of the longest sentence: what is longer is a table."""

BREAKS = re.compile(r"[;:()|\[\]\t]|,(?!\Z)| - ")
"""What parts two clauses; a comma without a space after it stands within a number."""

CELL = re.compile(r"[|;\t\n]")

YEARLY = re.compile(r"(?:19|20)\d\d(?: [^\W\d_]{1,5}\.?)?(?: ?[:=|\t]| -|  )")
"""The beginning of a line of a list of years: «2013 : 4 322»."""


@lru_cache(maxsize=512)
def is_break(gap: str) -> bool:
    """Return whether what stands between two words parts two clauses."""
    return bool(BREAKS.search(gap))


@lru_cache(maxsize=512)
def is_bar(gap: str) -> bool:
    """Return whether a bar or a tab stands between two words."""
    return "|" in gap or "\t" in gap


@lru_cache(maxsize=512)
def ends_cell(gap: str) -> bool:
    """Return whether what stands between two words parts two cells or lines."""
    return bool(CELL.search(gap))


class Sentence:
    """One sentence of a text: its tokens are `first` to `last`, the latter not included."""

    def __init__(
        self,
        text: Text,
        number: int,
        first: int,
        last: int,
    ) -> None:
        self.text = text
        self.number = number
        self.first = first
        self.last = last
        self._says: dict[str, bool] = {}

    @property
    def words(self) -> list[str]:
        """Its plain words."""
        return self.text.words[self.first : self.last]

    @property
    def previous(self) -> Sentence | None:
        """The sentence before it, if any."""
        if self.number:
            return self.text.sentences[self.number - 1]
        return None

    @property
    def ends_paragraph(self) -> bool:
        """Whether a stop and a blank line follow it."""
        gap = self.text.gap(self.last - 1)
        return bool(BLOCK.search(gap) and ENDS.search(gap))

    @property
    def is_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text.text[self.text.starts[self.first]].islower()

    @property
    def following(self) -> Sentence | None:
        """The sentence after it, if any."""
        after = self.number + 1
        if after < len(self.text.sentences):
            return self.text.sentences[after]
        return None

    @cached_property
    def joined(self) -> str:
        """Its words joined by single spaces, with a space at both ends."""
        return f" {' '.join(self.words)} "

    def says(self, name: str) -> bool:
        """Return whether it says a word or phrase of a list."""
        known = self._says.get(name)
        if known is None:
            listed = self.text.listed(name)
            known = not listed.isdisjoint(self.words) or self.says_phrase(name)
            self._says[name] = known
        return known

    def says_phrase(self, name: str) -> bool:
        """Return whether it says a phrase of a list of phrases."""
        return any(f" {phrase} " in self.joined for phrase in self.text.phrases(name))

    @cached_property
    def clauses(self) -> list[Span]:
        """The tokens of its clauses, cut at signs and at words that open a clause."""
        found, begun = [], self.first
        for place in range(self.first, self.last - 1):
            if self._parts_clauses(place, begun):
                found.append((begun, place + 1))
                begun = place + 1
        found.append((begun, self.last))
        return found

    def _parts_clauses(self, place: int, begun: int) -> bool:
        """Return whether a clause ends with a token: before a sign, or a word that opens
        another.
        """
        text = self.text
        if is_break(text.gaps[place]) and not text.is_decimal(place):
            return not text.is_route(place)
        if place <= begun:
            return False
        return text.words[place + 1] in text.listed("openers")

    def clause(self, place: int) -> Span:
        """The tokens of the clause around a token."""
        return next(
            (each for each in self.clauses if each[0] <= place < each[1]),
            (self.first, self.last),
        )

    @cached_property
    def cells(self) -> list[Span]:
        """The tokens of its widest parts that no semicolon, bar or line cuts."""
        gaps = self.text.gaps
        ends = [
            place + 1 for place in range(self.first, self.last - 1) if ends_cell(gaps[place])
        ]
        return list(pairwise((self.first, *ends, self.last)))

    def cell(self, place: int) -> Span:
        """The tokens of the widest part around a token that no semicolon, bar or line cuts."""
        return self.cells[bisect_right(self.cells, place, key=itemgetter(0)) - 1]

    @cached_property
    def is_row(self) -> bool:
        """Return whether it is a row of a table: bars or tabs part its words."""
        return any(map(is_bar, self.text.gaps[self.first : self.last - 1]))


class Text:
    """A text with its tokens: words and numbers, plain, each with its place, and its sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        matches = list(TOKEN.finditer(self.plain))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        nexts = self.starts[1:]
        self.gaps = [
            self.plain[end:start] for end, start in zip(self.ends, nexts, strict=False)
        ]
        if self.ends:
            self.gaps.append(self.plain[self.ends[-1] : self.ends[-1] + 9] + "\n\n")
        self.language = ""
        self.numbers: list[Any] | None = None
        self.number_starts: dict[int, Any] = {}
        self.keyed: dict[str, str] = {}
        self.number_ends: dict[int, Any] = {}
        self.durations: list[Any] | None = None
        self.amounts: list[Any] | None = None
        self.lines: dict[int, bool] = {}
        self.titles: dict[int, tuple[Sentence, ...]] = {}
        self.heads: dict[int, Sentence] = {}
        self._listed: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}
        self.sentences = list(self._sentences())
        self._numbers = [
            each.number for each in self.sentences for _ in range(each.first, each.last)
        ]

    @property
    def barred(self) -> str:
        """The text with a bar between two cells of a row, where a tab stands: no date and no number
        goes on beyond it.
        """
        return self.text.replace("\t", "|")

    @cached_property
    def tokens(self) -> Tokens:
        """The text as quantities are looked for in it."""
        return Tokens(self.barred, spoken.lexicon(language.ALL))

    @cached_property
    def spoken_numbers(self) -> list[spoken.SpokenNumber]:
        """The numbers of the text."""
        return spoken.in_tokens(self.tokens)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The dates of the text, those counted from others without their values."""
        return mentions.unsettled(self.barred)

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates of the text, those counted from the text's own without their values."""
        return mentions.settled(self.mentions, None)

    @cached_property
    def date_tokens(self) -> list[int]:
        """The tokens at which the dates of the text begin."""
        return [self.token(each.start) for each in self.mentions]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text, each once."""
        return frozenset(self.words)

    def listed(self, name: str) -> frozenset[str]:
        """The words of the text that are on a list."""
        known = self._listed.get(name)
        if known is None:
            known = self._listed[name] = lexicon.load().among(name, self.vocabulary)
        return known

    @cached_property
    def joined(self) -> str:
        """The words of the text joined by single spaces, with a space at both ends."""
        return f" {' '.join(self.words)} "

    def phrases(self, name: str) -> tuple[str, ...]:
        """The words and phrases of a list that the text says."""
        known = self._phrases.get(name)
        if known is None:
            listed = lexicon.load().phrases(name)
            known = tuple(each for each in listed if f" {each} " in self.joined)
            self._phrases[name] = known
        return known

    @cached_property
    def counted(self) -> frozenset[int]:
        """The tokens of the numbers that stand in words: «trente-trois»."""
        return frozenset(
            place
            for each in self.spoken_numbers
            if each.in_words
            for place in range(self.token(each.start), self.token(each.end - 1) + 1)
        )

    def word(self, place: int) -> str:
        """A token, or nothing beyond the ends."""
        if 0 <= place < len(self.words):
            return self.words[place]
        return ""

    def has(self, name: str, place: int) -> bool:
        """Return whether a token is on a list of words."""
        if not (0 <= place < len(self.words)):
            return False
        return self.words[place] in self.listed(name)

    def gap(self, place: int) -> str:
        """What stands between a token and the next."""
        if 0 <= place < len(self.gaps):
            return self.gaps[place]
        return "\n\n"

    def token(self, place: int) -> int:
        """The token that stands at a place of the text, or begins before it."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def said(self, first: int, last: int) -> str:
        """The source between two tokens, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def sentence(self, place: int) -> Sentence:
        """The sentence around a token."""
        return self.sentences[self._numbers[place]]

    def is_capital(self, place: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return self.text[self.starts[place]].isupper()

    def is_decimal(self, place: int) -> bool:
        """Return whether a comma or a point between two tokens is inside a number: «8,8 %»."""
        digits = self.word(place).isdigit() and self.word(place + 1).isdigit()
        if not digits:
            return False
        return self.gap(place) in (",", ".")

    def is_route(self, place: int) -> bool:
        """Return whether a dash between two tokens joins two towns: «Paris – Astana»."""
        named = lexicon.load().named
        ends = self.word(place), self.word(place + 1)
        if self.gap(place) != " - ":
            return False
        return all(named("cities", word) for word in ends)

    def before(self, place: int, count: int = 4) -> str:
        """The words before a token that no sign parts from it, joined by spaces."""
        first = place
        while (
            first > 0
            and place - first < count
            and self.gap(first - 1) in (" ", "'", "-", "\n", "")
        ):
            first -= 1
        return " ".join(self.words[first:place])

    def after(self, place: int, count: int = 4) -> str:
        """The words after a token that no sign parts from it, joined by spaces."""
        last = place
        while last - place < count and self.gap(last) in (" ", "'", "-", "\n", ""):
            last += 1
        return " ".join(self.words[place + 1 : last + 1])

    def _sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        begun = 0
        for place in range(len(self.words)):
            if self._ends_sentence(place) or place - begun >= LONGEST:
                found.append(Sentence(self, len(found), begun, place + 1))
                begun = place + 1
        return found

    def _ends_sentence(self, place: int) -> bool:
        gap = self.gaps[place]
        if place == len(self.words) - 1:
            return True
        if len(gap) == 1 and gap != "\n":
            return False
        if "\n" in gap:
            return self._ends_line(place, gap)
        if not (ENDS.search(gap)):
            return False
        return self._ends_at_sign(place, gap)

    def _ends_line(self, place: int, gap: str) -> bool:
        """Return whether a line's end is a sentence's: of a block, an item, a row, or a
        line ended short.
        """
        if BLOCK.search(gap) or ITEM.search(gap) or ENDS.search(gap):
            return True
        end = self.ends[place]
        begun = self.plain.rfind("\n", 0, end) + 1
        ended = self.plain.find("\n", self.starts[place + 1])
        if "\t" in self.plain[begun:ended]:
            return True
        following = self.text[self.starts[place + 1]]
        if YEARLY.match(self.plain, self.starts[place + 1]):
            return True
        listed = following.isdigit() and self.plain[begun : begun + 1].isdigit()
        return listed or (end - begun < SHORT_LINE and not following.islower())

    def _ends_at_sign(self, place: int, gap: str) -> bool:
        """Return whether a stop ends a sentence: not after an abbreviation, an initial,
        inside a number.
        """
        if re.search(r"[!?…]", gap):
            return True
        if not re.search(r"\.[)\"'\]]*\s|\.\s", gap):
            return False
        following = self.text[self.starts[place + 1]]
        if following.islower():
            return False
        word = self.words[place]
        initial = len(word) == 1 and word.isalpha() and self.is_capital(place)
        dated = word.isdigit() and len(word) < 3 and following.isdigit()
        return not (lexicon.load().has("abbreviations", word) or initial or dated)


@lru_cache(maxsize=512)
def cut(text: str) -> Text:
    """A short text, cut once however often it is asked for: a title is read for its words,
    its numbers, its dates.
    """
    return Text(text)
