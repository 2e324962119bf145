"""The whole numbers of a text by its tokens."""

from __future__ import annotations

from kzfr_cli.core.record import record
from kzfr_cli.languages import language
from kzfr_cli.languages.amounts import SpokenAmount
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.languages.numbers import SpokenNumber
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.text import Text


@record
class Number:
    """A whole number with its first and last tokens."""

    value: float
    first: int
    last: int
    is_ordinal: bool = False
    in_words: bool = False
    is_rough: bool = False


def find(text: Text) -> list[Number]:
    """The whole numbers of a text, in its order; worked out once."""
    if text.numbers is None:
        text.numbers = [
            Number(
                value=float(each.value),
                first=text.token(each.start),
                last=text.token(each.end - 1),
                is_ordinal=each.form == "ordinal"
                or is_before_noun(text, text.token(each.end - 1)),
                in_words=each.in_words,
                is_rough=each.is_rough,
            )
            for each in text.spoken_numbers
            if each.form != "years" and not is_pronoun(text, each)
        ]
        text.number_starts = {each.first: each for each in text.numbers}
        text.number_ends = {each.last: each for each in text.numbers}
    return text.numbers


def is_pronoun(text: Text, spoken: SpokenNumber | SpokenAmount) -> bool:
    """Return whether a Kazakh number in words is but a word of a Russian text: «он» is ten, and
    "he".
    """
    if spoken.language != "kk" or text.text[spoken.start].isdigit():
        return False
    return language.guess(text.text, default="kk") == "ru"


def is_before_noun(text: Text, last: int) -> bool:
    """Return whether a dash joins figures to what they count, which makes them an ordinal in
    Kazakh: «16-отырысы».
    """
    word = text.word(last + 1)
    if text.gap(last) != "-" or not word or not is_cyrillic(word[0]):
        return False
    words = lexicon.load()
    return bool(words.named("nouns", word) or words.types(word))


def ending_at(text: Text, last: int) -> Number | None:
    """The number that ends at a token."""
    find(text)
    return text.number_ends.get(last)


def at(text: Text, first: int) -> Number | None:
    """The number that begins at a token."""
    find(text)
    return text.number_starts.get(first)
