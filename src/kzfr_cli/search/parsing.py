"""Read a query: its words, dates and phrases, what it leaves out, and between what it lets
choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli import search
from kzfr_cli.core.record import replace
from kzfr_cli.languages import folding, letters
from kzfr_cli.search import moments, operators
from kzfr_cli.search.moments import QueryMoment
from kzfr_cli.search.units import Choice, Group, Query, Term
from kzfr_cli.search.vocabulary import Vocabulary

LONGEST_QUERY = 1000
"""Characters that are read: a longer query is a text pasted by mistake."""

MOST_TERMS = 12
COMMA = ","
GROUP, BEGINS = re.compile(r"\d{3}"), re.compile(r"[1-9]\d{0,2}(?: \d{3})*")
"""The last figures of a number that is written in groups of three, and those before them."""

SEPARATORS = (" ", ",", ".", "\u00a0", "\u202f", "’", "'")
Span = tuple[str, int, int]
"""A folded word, and where it begins and ends."""

LEAVING_OUT = ("begins except", "begins without", "begins not", "except_behind")
"""Roles of the words that leave something out."""


def parse(text: str, vocabulary: Vocabulary) -> Query:
    """Return what a person typed as a query; anything can be read, some of it as nothing."""
    signs = operators.read(text[:LONGEST_QUERY])
    vocabulary.learn(folding.words(signs.text), is_cyrillic=letters.is_cyrillic(signs.text))
    spoken = Reader(signs.text, vocabulary).terms()
    terms, excluded = parted(spoken, vocabulary)
    phrases = [(phrase(typed),) for typed in signs.phrases]
    excluded += [
        (
            left_out(
                typed,
                vocabulary,
            ),
        )
        for typed in signs.excluded
        if folding.words(typed)
    ]
    choices = unique([*phrases, *chosen(without_silent(with_one_date(terms)))])
    return Query(
        choices=tuple(choices[:MOST_TERMS]),
        excluded=tuple(excluded),
        is_question=any(vocabulary.has("question_words", term.word) for term in spoken),
    )


def parted(terms: list[Term], vocabulary: Vocabulary) -> tuple[list[Term], list[Group]]:
    """Part the terms from those that words like «sauf» leave out."""
    words = [term.word for term in terms]
    if any(vocabulary.has(role, word) for role in LEAVING_OUT for word in words):
        return search.exceptions.parted(terms, vocabulary)
    return [term for term in terms if not term.is_comma], []


def left_out(typed: str, vocabulary: Vocabulary) -> Term:
    """Return the term of what stands after a hyphen: a word, a phrase, or a date."""
    vocabulary.learn(folding.words(typed))
    dates = moments.find(typed, vocabulary)
    is_date = len(dates) == 1 and dates[0].end - dates[0].start == len(typed)
    return Term(typed=typed, moment=dates[0]) if is_date else phrase(typed)


def phrase(typed: str) -> Term:
    """Return the term of words between quotes."""
    words = tuple(folding.words(typed))
    return Term(
        typed=typed,
        words=words,
        is_phrase=len(words) > 1,
        is_cyrillic=letters.is_cyrillic(typed),
    )


class Reader:
    """Reads the words, dates and bars of a query without quotes."""

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
    ) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.is_shouting = text.isupper() and len(text.split()) > 1

    def terms(self) -> list[Term]:
        """Return the terms in their order."""
        dates = moments.find(self.text, self.vocabulary)
        parts = [
            (
                date.start,
                Term(
                    typed=date.typed,
                    moment=date,
                ),
            )
            for date in dates
        ]
        parts += [*self.signs(dates), *self.words(dates)]
        return [
            term
            for _, term in sorted(
                parts,
                key=lambda part: part[0],
            )
        ]

    def signs(self, dates: list[QueryMoment]) -> Iterator[tuple[int, Term]]:
        """Yield the bars, and the commas outside the dates, each with its place."""
        for place, letter in enumerate(self.text):
            if letter == operators.BAR:
                yield place, Term(typed=letter, is_bar=True)
            elif letter == COMMA and not any(
                date.start <= place < date.end for date in dates
            ):
                yield place, Term(typed=letter, is_comma=True)

    def words(self, dates: list[QueryMoment]) -> list[tuple[int, Term]]:
        """Return the words outside the dates, each with its place."""
        taken = {place for date in dates for place in range(date.start, date.end)}
        spans = folding.spans(self.text)
        free = self.numbers([span for span in spans if span[1] not in taken])
        found = [
            (
                start,
                self.word(
                    self.text[start:end],
                    word,
                ),
            )
            for word, start, end in free
        ]
        if found and found[0][0] == spans[0][1]:
            found[0] = (
                found[0][0],
                replace(
                    found[0][1],
                    is_first=True,
                ),
            )
        if found and found[-1][0] == spans[-1][1]:
            found[-1] = (
                found[-1][0],
                replace(
                    found[-1][1],
                    is_last=True,
                ),
            )
        return found

    def numbers(self, spans: list[Span]) -> list[Span]:
        """Return the words with the figures of a number as one: «46 000», "46,000"."""
        joined: list[Span] = []
        for word, start, end in spans:
            last = joined[-1] if joined else ("", 0, 0)
            between = self.text[last[2] : start]
            if GROUP.fullmatch(word) and BEGINS.fullmatch(last[0]) and between in SEPARATORS:
                joined[-1] = (f"{last[0]} {word}", last[1], end)
            else:
                joined.append((word, start, end))
        return joined

    def word(
        self,
        typed: str,
        word: str,
    ) -> Term:
        """Return the term of one word."""
        script = letters.is_cyrillic(typed)
        is_letter = len(word) == 1 and not word.isdigit()
        is_silent = is_letter or self.vocabulary.is_silent(word, is_cyrillic=script)
        is_upper = typed.isupper() and len(typed) > 1
        return Term(
            typed=typed,
            words=tuple(word.split()),
            order=self.vocabulary.order(word),
            is_cyrillic=script,
            is_upper=is_upper,
            is_capital=typed[0].isupper() and not self.is_shouting,
            is_acronym=is_upper and is_silent,
            is_silent=is_silent,
            is_soft=self.vocabulary.is_hint(word, is_cyrillic=script),
        )


def with_one_date(terms: list[Term]) -> list[Term]:
    """Return the terms with their dates as one, in the place of the first."""
    dated = [term for term in terms if term.moment and term.moment.is_required]
    if len(dated) < 2:
        return terms
    moment = moments.together(term.moment for term in dated if term.moment)
    one = Term(typed=moment.typed, moment=moment)
    return [one if term is dated[0] else term for term in terms if term not in dated[1:]]


def chosen(terms: list[Term]) -> list[Choice]:
    """Return the terms, those with OR between them as one choice."""
    choices: list[Choice] = []
    is_joined = False
    for term in terms:
        if term.is_bar:
            is_joined = bool(choices)
        elif is_joined:
            choices[-1] = (*choices[-1], term)
            is_joined = False
        else:
            choices.append((term,))
    return choices


def unique(choices: list[Choice]) -> list[Choice]:
    """Return the choices without those asked for twice."""
    known = {tuple(term.word or term.typed for term in choice): choice for choice in choices}
    return list(known.values())


def without_silent(terms: list[Term]) -> list[Term]:
    """Return the words that say something, or all when none does; capitals mark an acronym («UN»,
    «EU»).
    """
    words = [term for term in terms if term.words]
    is_shouting = len(words) > 1 and all(term.is_upper for term in words)
    kept = [
        term for term in terms if not term.is_silent or (term.is_acronym and not is_shouting)
    ]
    return kept if any(not term.is_bar for term in kept) else terms
