"""Read a query: its words, dates and phrases, what it leaves out, and between what it lets
choose.
"""

from __future__ import annotations

from itertools import groupby

from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import folding, letters
from kzfr_cli.search import moments, operators
from kzfr_cli.search.moments import QueryMoment
from kzfr_cli.search.vocabulary import Vocabulary

LONGEST_QUERY = 1000
"""Characters that are read: a longer query is a text pasted by mistake."""

MOST_TERMS = 12
SHORT_ACRONYM = 4
"""Letters up to which a word in capitals is an acronym."""


@record
class Term:
    """One thing asked for: a word, an exact phrase or a date, as it was typed and how.

    `is_soft` says that it only hints at a visit; `order` is `first` or `last` when it asks for one.
    """

    typed: str
    words: tuple[str, ...] = ()
    moment: QueryMoment | None = None
    order: str | None = None
    is_phrase: bool = False
    is_cyrillic: bool = False
    is_last: bool = False
    is_first: bool = False
    is_upper: bool = False
    is_capital: bool = False
    is_acronym: bool = False
    is_silent: bool = False
    is_soft: bool = False
    is_bar: bool = False

    @property
    def is_short_acronym(self) -> bool:
        """Whether it is a short word in capitals: «OTAN» is no misspelt «otage»."""
        return self.is_upper and self.is_capital and len(self.word) <= SHORT_ACRONYM

    @property
    def is_word(self) -> bool:
        """Whether it is a single word, neither a date nor a phrase."""
        return self.moment is None and not self.is_phrase

    @property
    def word(self) -> str:
        """The folded word; of a phrase, its words joined by spaces."""
        return " ".join(self.words)


Choice = tuple[Term, ...]
"""Terms of which any answers: mostly one."""


@record
class Query:
    """What is asked for, and what must not be there: each of `excluded` is a word, or words
    together.
    """

    choices: tuple[Choice, ...] = ()
    excluded: tuple[tuple[Term, ...], ...] = ()

    @property
    def words(self) -> set[str]:
        """The folded words that are asked for."""
        return {word for choice in self.choices for term in choice for word in term.words}


def parse(text: str, vocabulary: Vocabulary) -> Query:
    """Return what a person typed as a query; anything can be read, some of it as nothing."""
    signs = operators.read(text[:LONGEST_QUERY])
    vocabulary.learn(folding.words(signs.text))
    spoken = Reader(signs.text, vocabulary).terms()
    terms, excluded = without_exceptions(spoken, vocabulary)
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
    return Query(choices=tuple(choices[:MOST_TERMS]), excluded=tuple(excluded))


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

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
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
        parts += [
            (place, Term(typed=letter, is_bar=True))
            for place, letter in enumerate(self.text)
            if letter == operators.BAR
        ]
        parts += self.words(dates)
        return [
            term
            for _, term in sorted(
                parts,
                key=lambda part: part[0],
            )
        ]

    def words(self, dates: list[QueryMoment]) -> list[tuple[int, Term]]:
        """Return the words outside the dates, each with its place."""
        taken = {place for date in dates for place in range(date.start, date.end)}
        spans = folding.spans(self.text)
        free = [span for span in spans if span[1] not in taken]
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

    def word(self, typed: str, word: str) -> Term:
        """Return the term of one word."""
        script = letters.is_cyrillic(typed)
        is_letter = len(word) == 1 and not word.isdigit()
        is_silent = is_letter or self.vocabulary.is_silent(word, is_cyrillic=script)
        is_upper = typed.isupper() and len(typed) > 1
        return Term(
            typed=typed,
            words=(word,),
            order=self.vocabulary.order(word),
            is_cyrillic=script,
            is_upper=is_upper,
            is_capital=typed[0].isupper() and not self.is_shouting,
            is_acronym=is_upper and is_silent,
            is_silent=is_silent,
            is_soft=self.vocabulary.is_hint(word, is_cyrillic=script),
        )


def without_exceptions(
    terms: list[Term], vocabulary: Vocabulary
) -> tuple[list[Term], list[tuple[Term, ...]]]:
    """Part the terms from those after «sauf», "except", «кроме», before «басқа», and the proper
    names after «sans».
    """
    kept: list[Term] = []
    excluded: list[tuple[Term, ...]] = []
    place = 0
    while place < len(terms):
        named = exception(terms[place:], vocabulary)
        behind = terms[place + 1].word if place + 1 < len(terms) else ""
        if vocabulary.has("except_behind", behind):
            excluded.append((terms[place],))
            place += 1
        elif named:
            excluded.append(named)
            place = terms.index(named[-1], place)
        else:
            kept.append(terms[place])
        place += 1
    return kept, excluded


def exception(terms: list[Term], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return what a first word like «sauf» leaves out of what follows it: a word, a date, or a
    whole name.
    """
    is_except = vocabulary.has("except", terms[0].word)
    if not (is_except or vocabulary.has("without", terms[0].word)):
        return ()
    telling = [place for place, term in enumerate(terms) if place and not term.is_silent]
    if not telling:
        return ()
    following = terms[telling[0] :]
    if following[0].is_capital:
        named = next(
            run
            for _, run in groupby(
                following,
                key=lambda term: term.is_capital,
            )
        )
        return tuple(named)
    return (following[0],) if is_except and not following[0].is_bar else ()


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
