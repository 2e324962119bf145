"""Read a query: words, dates, "exact phrases", -excluded words and years."""

from __future__ import annotations

import re

from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import folding
from kzfr_cli.search import dated
from kzfr_cli.search.stopwords import hints, order, question_words, stop_words

QUOTES = frozenset('"«“„')
QUOTED = r"""(?P<minus>(?<!\S)[-−–])?(?:"(?P<straight>[^"]+)"|«(?P<french>[^»]+)»|[“„](?P<curly>[^”“]+)[”“])"""
MINUS = frozenset("-−")
EXCLUDED = r"(?<!\S)[-−](?=[^\W_])(\S+)"
"""Patterns are compiled when first needed: most queries have neither."""

LONGEST_QUERY = 1000
"""Characters that are read: a longer query is a text pasted by mistake."""

MOST_TERMS = 12


@record
class Term:
    """Hold one thing asked for: a word, an exact phrase or a date."""

    typed: str
    words: tuple[str, ...] = ()
    date: dated.Date | None = None
    is_phrase: bool = False
    is_cyrillic: bool = False
    is_last: bool = False
    is_upper: bool = False
    is_acronym: bool = False
    is_soft: bool = False
    is_capital: bool = False
    is_first: bool = False

    @property
    def is_order(self) -> bool:
        """Tell whether the word asks for the first or the last of its kind."""
        return order(self.word) is not None

    @property
    def word(self) -> str:
        """Give the folded word; of a phrase, its words joined by spaces."""
        return " ".join(self.words)


@record
class Query:
    """Hold what is asked for and what must not be there, each as folded words."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[str, ...] = ()
    is_question: bool = False


def parse(text: str) -> Query:
    """Read what a person typed; anything can be read, some of it as nothing."""
    text = text[:LONGEST_QUERY]
    text, phrases, excluded = quoted(text) if QUOTES.intersection(text) else (text, [], [])
    if MINUS.intersection(text):
        for match in re.finditer(EXCLUDED, text):
            excluded.extend(left_out(match[1]))
        text = re.sub(EXCLUDED, " ", text)
    terms = list(
        {
            (term.word, term.typed if term.date else ""): term for term in [*phrases, *spoken(text)]
        }.values()
    )
    return Query(
        terms=tuple(terms[:MOST_TERMS]),
        excluded=tuple(filter(None, excluded)),
        is_question=not question_words().isdisjoint(folding.words(text)),
    )


def left_out(word: str) -> list[str]:
    """List what an event must not have: the word, and the tokens of the date that it may be."""
    rest, figures = dated.numeric(word)
    if figures:
        return [token for token, worth in numeric_tokens(figures).items() if worth == 1.0]
    dates = dated.find(folding.words(rest))
    return [folding.fold(word), *(token for date in dates for token in date.tokens)]


def quoted(text: str) -> tuple[str, list[Term], list[str]]:
    """Take the quoted phrases out of a query."""
    phrases: list[Term] = []
    excluded: list[str] = []

    def take(match: re.Match[str]) -> str:
        inside = match["straight"] or match["french"] or match["curly"]
        found = tuple(folding.words(inside))
        if match["minus"]:
            excluded.append(" ".join(found))
        elif found:
            phrases.append(Term(typed=inside.strip(), words=found, is_phrase=True))
        return " "

    return re.sub(QUOTED, take, text), phrases, excluded


def spoken(text: str) -> list[Term]:
    """Read the words and dates of a query without quotes."""
    text, figures = dated.numeric(text)
    spans = folding.spans(text)
    found = [word for word, _, _ in spans]
    dates = {date.first: date for date in dated.find(found)}
    is_shouting = text.isupper()
    terms = [numeric_term(figures)] if figures else []
    place = 0
    while place < len(found):
        if date := dates.get(place):
            if date.tokens:
                typed = text[spans[date.first][1] : spans[date.last - 1][2]]
                terms.append(Term(typed=typed, date=date))
            place = date.last
            continue
        typed = text[spans[place][1] : spans[place][2]]
        term = word_term(typed, found[place], is_last=place == len(found) - 1)
        terms.append(
            replace(term, is_capital=typed[0].isupper() and not is_shouting, is_first=place == 0)
        )
        place += 1
    return without_stop_words(terms)


def is_cyrillic(text: str) -> bool:
    """Tell whether a text has a Cyrillic letter."""
    return any("\u0400" <= letter <= "\u052f" for letter in text)


def word_term(typed: str, word: str, *, is_last: bool) -> Term:
    """Make the term of one word."""
    return Term(
        typed=typed,
        words=(word,),
        is_last=is_last,
        is_cyrillic=is_cyrillic(typed),
        is_upper=typed.isupper() and len(typed) > 1,
        is_soft=word in hints(is_cyrillic(typed)),
    )


def acronym(term: Term) -> Term:
    """Mark a word as an acronym that would be a stop word in small letters: it is looked for among
    the names.
    """
    return replace(term, is_acronym=term.is_upper and term.word in stop_words(term.is_cyrillic))


def numeric_term(figures: list[tuple[int, int, int | None]]) -> Term:
    """Make one term of the dates written in figures."""
    tokens = numeric_tokens(figures)
    typed = " ".join(
        f"{year:04}-{month:02}" + (f"-{day:02}" if day else "") for year, month, day in figures
    )
    return Term(typed=typed, date=dated.Date(0, 0, tokens))


def numeric_tokens(figures: list[tuple[int, int, int | None]]) -> dict[str, float]:
    """Give the tokens of dates written in figures, each with how well it answers."""
    dates = [
        dated.full(0, 0, year, month, day) if day else dated.month_and_year(0, 0, month, str(year))
        for year, month, day in figures
    ]
    return {token: worth for date in reversed(dates) for token, worth in date.tokens.items()}


def without_stop_words(terms: list[Term]) -> list[Term]:
    """Drop the words that say nothing, unless there is no other; capitals mark an acronym («UN»,
    «EU»).
    """
    shouting = all(term.is_upper for term in terms if term.words)
    kept = [
        term
        for term in terms
        if term.date
        or (term.is_upper and (not shouting or len(terms) == 1))
        or (
            term.word not in stop_words(term.is_cyrillic)
            and (len(term.word) > 1 or term.word.isdigit())
        )
    ]
    return [acronym(term) for term in kept] or terms
