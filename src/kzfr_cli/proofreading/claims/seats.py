"""Tell whether a city is said to be the capital: «la capitale du pays est Akmola», «Almaty,
capitale du Kazakhstan»; or merely the place where a thing is made.
"""

from __future__ import annotations

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.case import Case
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

BETWEEN = 5
"""Words between the word for a capital and its name, of which one is a form of "to be"."""

NEAR_SITE = 3
"""Words before a city, and behind it, among which it is told that a thing is made there."""


def is_site(case: Case) -> bool:
    """Return whether a city is where a thing is made or stands, whenever it was ordered:
    "locomotives produced in Nur-Sultan".
    """
    return case.words.any("made", case.words_around(NEAR_SITE, NEAR_SITE))


def is_told_before(case: Case) -> bool:
    """Return whether the date behind a city is that of what came after it was told of: "signed in
    Astana, it came into force four years later".
    """
    dates = [each.first for each in case.moments if each.first > case.last]
    between = case.text.words[case.last : min(dates, default=case.last)]
    return case.words.any("after", between)


ARTICLE = 3
"""The most letters of an article."""


def is_called_capital(trial: Trial, first: int, last: int) -> bool:
    """Return whether a city, by its first and last token, is called the seat of government."""
    words, text = lexicon.load(), trial.text
    sentence = text.sentence(first)
    own = text.words[sentence.first : sentence.last]
    if not words.any("capital_city", own):
        return False
    if words.any("other_capital", own):
        return False
    return is_behind(trial, first) or is_before(trial, last)


def is_behind(trial: Trial, first: int) -> bool:
    """Return whether a city stands behind the word for a capital, or behind what says that it is
    one: «столицей была Алма-Ата».
    """
    text = trial.text
    begun = max(first - BETWEEN - 1, text.sentence(first).first)
    for place in range(first - 1, begun - 1, -1):
        if is_seat(text, place):
            between = range(place + 1, first)
            return not between or any(is_verb(trial, each) for each in between)
    return False


def is_seat(text: Text, place: int) -> bool:
    """Return whether a token is the word for a capital, not the end of a name: "VPE Capital"."""
    if not text.has("capital_city", place):
        return False
    is_joined = place > 0 and text.gap(place - 1) == " "
    return not (is_joined and text.is_capital(place) and text.is_capital(place - 1))


def is_verb(trial: Trial, place: int) -> bool:
    """Return whether a word is a form of "to be", not a word of place."""
    text, word = trial.text, trial.text.word(place)
    is_small = bool(word) and is_cyrillic(word) and len(word) < ARTICLE
    return text.has("copulas", place) and not (is_small or text.has("at", place))


def is_before(trial: Trial, last: int) -> bool:
    """Return whether a city is called the capital behind a comma, or is said to be it: «Almaty,
    la capitale», "when Astana was the capital".
    """
    text = trial.text
    if is_verb(trial, last + 1):
        return is_named(trial, last + 2)
    if text.gap(last).strip() != ",":
        return False
    end = min(last + 3, text.sentence(last).last)
    return any(is_seat(text, place) for place in range(last + 1, end))


def is_named(trial: Trial, place: int) -> bool:
    """Return whether the word for a capital stands at a token, or behind an article there."""
    text = trial.text
    if is_seat(text, place):
        return True
    is_article = 0 < len(text.word(place)) <= ARTICLE
    return is_article and is_seat(text, place + 1)
