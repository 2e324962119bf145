"""A text as dates are looked for in it: its words, what stands between them, and the parts that
they may play.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kzfr_cli.languages import language
from kzfr_cli.languages.lexicon import TOKEN, figure_kind

if TYPE_CHECKING:
    from kzfr_cli.languages.lexicon import WordTable

DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\t", " ")
    | dict.fromkeys("’ʼ‘`´", "'")
)
OTHER = "z"
"""The character of a word that plays no part in dates."""
BREAK = "|"
TIGHT = {
    ".": ("·", "."),
    "-": ("-", "~"),
    "/": ("/", "/"),
    "'": ("'", "'"),
    ",": (",", ","),
    ".,": (",", ","),
    ":": (":", ":"),
    "·": ("'", BREAK),
}
"""The sign of a gap that is this alone, and of one with spaces beside it."""
STOPS = {".": " ", "·": " ", ".~": "~"}
"""The gaps that begin with a stop, and what remains when it belongs to an abbreviation."""
JOINING = frozenset({"to", "articles", "of", "prepositions"})
NO_SENSES: dict[str, Any] = {}
"""What a word that is on no list stands for."""
YEAR = 4
"""The digits of a year."""
DECIMALS = re.compile(r",\d{1,2}(?!\d)")
"""What follows the whole part of a number at once: «2019 году и 2182,6 млн»."""
ADDRESS = re.compile(r"(?:\w+://|www\.)\S+")


class _Gaps(dict[str, str]):
    """Remember by which sign each stretch between two words is written."""

    def __missing__(self, gap: str) -> str:
        sign = self[gap] = _sign(gap.translate(DASHES))
        return sign


def _sign(gap: str) -> str:
    """Return one sign for what stands between two words."""
    bare = gap.strip(" \n*_")
    if not bare:
        return _space(gap)
    if bare in TIGHT:
        tight, loose = TIGHT[bare]
        return tight if gap == bare else loose
    if bare.startswith(".") and bare.strip(". ") == "-":
        return ".~"
    return "(" if bare.endswith(("(", "[")) else BREAK


def _space(gap: str) -> str:
    """Return the sign of spaces, of the end of a line, or of an empty line."""
    if gap.count("\n") > 1:
        return BREAK
    return "¶" if "\n" in gap else " "


_SIGNS = _Gaps({"": "_", " ": " "})


class Tokens:
    """The words of a text, small, with their places; `signature` holds one character a word and
    one a gap.
    """

    def __init__(self, text: str, lexicon: WordTable) -> None:
        self.text = text
        self.lexicon = lexicon
        self.numbers: dict[int, Any] = {}
        self.amounts: dict[int, Any] = {}
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter.lower()[0] for letter in text)
        if "://" in lower or "www." in lower:
            lower = ADDRESS.sub(lambda match: "|" * len(match[0]), lower)
        matches = list(TOKEN.finditer(lower))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        gaps = map(lower.__getitem__, map(slice, self.ends, self.starts[1:]))
        self.gaps = [*map(_SIGNS.__getitem__, gaps), BREAK] if matches else []
        self._leave_stops()
        self.gaps = [gap if len(gap) == 1 else BREAK for gap in self.gaps]
        self._merge()

    def _leave_stops(self) -> None:
        """Take the stop of an abbreviation for a space: «г. Москва», "Nov. 5"."""
        if STOPS.keys().isdisjoint(self.gaps):
            return
        short = self.lexicon.short
        for place, gap in enumerate(self.gaps):
            if gap in STOPS and self.words[place] in short:
                self.gaps[place] = STOPS[gap]

    def _merge(self) -> None:
        """Make one word of each phrase that the lexicon knows."""
        phrases = self.lexicon.phrases
        if phrases.keys().isdisjoint(self.words):
            return
        place = 0
        while place < len(self.words):
            for phrase in phrases.get(self.words[place], ()):
                if self._stands(phrase, place):
                    self._join(place, len(phrase))
                    break
            place += 1

    def _stands(self, phrase: tuple[str, ...], place: int) -> bool:
        last = place + len(phrase)
        return tuple(self.words[place:last]) == phrase and all(
            gap in " ¶'-" for gap in self.gaps[place : last - 1]
        )

    def _join(self, place: int, count: int) -> None:
        last = place + count
        self.words[place:last] = [" ".join(self.words[place:last])]
        self.starts[place:last] = [self.starts[place]]
        self.ends[place:last] = [self.ends[last - 1]]
        self.gaps[place:last] = [self.gaps[last - 1]]

    @cached_property
    def signature(self) -> str:
        """The characters of the words and of the gaps, in turn: word, gap, word, gap, …"""
        characters = self.lexicon.characters
        written = [
            characters.get(word) or self._character(place, word)
            for place, word in enumerate(self.words)
        ]
        return "".join(map("".join, zip(written, self.gaps, strict=True)))

    def _character(self, place: int, word: str) -> str:
        if word[0].isdigit():
            is_part = len(word) == YEAR and DECIMALS.match(self.text, self.ends[place])
            return OTHER if is_part else self.lexicon.figures[figure_kind(word)]
        known = self.lexicon.known(word)
        if known is None:
            return OTHER
        self.words[place] = known
        return self.lexicon.characters[known]

    @cached_property
    def _known_senses(self) -> list[dict[str, Any]]:
        """What each word may stand for, itself or without its accents: quantities ask again and
        again.
        """
        known, senses = map(self.lexicon.known, self.words), self.lexicon.senses
        return [senses[word] if word else NO_SENSES for word in known]

    def known_senses(self, place: int) -> dict[str, Any]:
        """Return what a word may stand for, by role, itself or without its accents."""
        return self._known_senses[place] if 0 <= place < len(self.words) else NO_SENSES

    def are_joined(self, end: int, start: int) -> bool:
        """Return whether two places are the ends of what makes two dates a span: a dash, or
        "to".
        """
        if not self.text[end:start].translate(DASHES).strip(" ."):
            return False
        first, last = bisect_left(self.starts, end), bisect_left(self.starts, start)
        gaps = self.gaps[first - 1 : last]
        if first == last:
            return gaps in (["-"], ["~"])
        held = [self.senses(place) for place in range(first, last)]
        is_said = any("to" in senses for senses in held)
        return (
            is_said
            and all(not JOINING.isdisjoint(senses) for senses in held)
            and BREAK not in gaps
        )

    def languages(self, first: int, end: int) -> set[str]:
        """Return the languages that some words have in common, the first of them counting most."""
        possible: set[str] = set()
        for spoken in filter(None, map(self.lexicon.spoken.get, self.words[first:end])):
            possible = possible & spoken or possible or spoken
        return possible

    def language(self, first: int, end: int, lead: int | None = None) -> str:
        """Return the language of some words; those from `lead` on decide between two."""
        possible = self.languages(first, end)
        before = self.languages(lead, first) if lead is not None else set()
        possible = possible & before or possible or before
        return next((code for code in language.ALL if code in possible), "")

    def senses(self, place: int) -> dict[str, Any]:
        """Return what a word may stand for, by role."""
        return (
            self.lexicon.senses.get(self.words[place], {})
            if 0 <= place < len(self.words)
            else {}
        )
