"""Find the towns of a text, and how they stand in it: as where something happens, or as what
tells which thing is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import known_towns, lexicon, thresholds
from kzfr_cli.proofreading.case import Claim
from kzfr_cli.proofreading.text import Text, is_bar
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

COUNTRIES = frozenset(
    (
        "_france",
        "_kazakhstan",
        "_chine",
        "_russie",
        "_asie_centrale",
    )
)
NEAR = thresholds.count("around")
"""Words around a town among which a launch is told of it."""

SIGNS = frozenset(
    (
        ",",
        "·",
        "-",
        "•",
        ":",
        "(",
        ")",
        ",(",
    )
)
"""What parts a town from what happened in it and from its date."""


def find(trial: Trial) -> Iterator[Claim]:
    """The towns of a text: those of the database, and others behind a word of place or in a case
    of place.
    """
    text = trial.text
    for sentence in text.sentences:
        capitals = filter(text.is_capital, range(sentence.first, sentence.last))
        for place in capitals:
            claim = town_at(trial, place)
            if claim is not None and may_be_place(trial, claim):
                yield claim


def may_be_place(trial: Trial, claim: Claim) -> bool:
    """Return whether a town may be where something happens: one that nobody knows only behind a
    word of place.
    """
    if is_of_games(trial.text, claim.last):
        return False
    if not is_known(trial, claim):
        return is_behind_word(trial.text, claim.first)
    if is_listed(trial, claim) or is_placed(trial, claim.first):
        return True
    return any(unit.kind == "place" for unit in trial.joined(claim.first, claim.last))


def is_of_games(text: Text, last: int) -> bool:
    """Return whether a year makes a town the name of games or an exhibition: «Токио-2020»."""
    if text.gap(last) != "-":
        return False
    return text.word(last + 1).isdigit()


def is_listed(trial: Trial, claim: Claim) -> bool:
    """Return whether a town is one of the database."""
    return bool(trial.frames.postings(claim.form))


def is_known(trial: Trial, claim: Claim) -> bool:
    """Return whether a town is known as one, in the database or in a list."""
    if is_listed(trial, claim) or known_towns.at(trial.text, claim.first):
        return True
    return bool(lexicon.load().named("cities", trial.text.words[claim.first]))


def is_placed(trial: Trial, place: int) -> bool:
    """Return whether a town stands for where something happens, or tells which thing is meant."""
    return is_located(trial, place) or is_of_thing(trial, place)


def town_at(trial: Trial, place: int) -> Claim | None:
    """The town that begins at a token, known to the database, to a list, or to neither; or None."""
    named = known_towns.at(trial.text, place)
    if named is not None:
        return Claim(
            kind="place",
            first=place,
            last=named.last,
            form="_" + named.name,
        )
    unit = trial.windows.place_at(place)
    if unit is not None:
        if unit.key in COUNTRIES or is_begun(trial.text, unit.last):
            return None
        return Claim(
            kind="place",
            first=place,
            last=unit.last,
            form=unit.key,
        )
    word = trial.text.words[place]
    cities = lexicon.load().named("cities", word)
    if not cities and not is_unknown_town(trial, place):
        return None
    key = "_" + next(iter(cities), word)
    return Claim(
        kind="place",
        first=place,
        last=place,
        form=key,
    )


def is_begun(text: Text, last: int) -> bool:
    """Return whether a town's name goes on behind what is known of it: «Nogent-sur-Seine» is
    another than «Nogent-sur-Marne».
    """
    following = text.word(last + 1)
    if text.gap(last) != "-" or not following.isalpha():
        return False
    return not (is_cyrillic(following) or text.is_capital(last + 1))


def is_unknown_town(trial: Trial, place: int) -> bool:
    """Return whether a lone capitalised word that the database does not know may be a town: «à
    Djeddah».
    """
    text = trial.text
    if is_cyrillic(text.words[place]) or len(text.words[place]) < 4:
        return False
    if text.has("towards", place - 1):
        return False
    unit = trial.windows.unit_at(place)
    if unit is None or unit.key[0] in "_#" or trial.frames.postings(unit.key):
        return False
    return not (
        text.gap(place) in (" ", "-")
        and place + 1 < len(text.words)
        and text.is_capital(place + 1)
    )


def is_located(trial: Trial, place: int) -> bool:
    """Return whether a town is where something happens, by the word before it or by its case."""
    text = trial.text
    if is_in_table(text, place) or is_host(text, place) or is_in_caption(trial, place):
        return True
    return is_behind_word(text, place)


def is_behind_word(text: Text, place: int) -> bool:
    """Return whether a word of place stands before a town, or its case is one of place."""
    before = text.word(place - 1)
    words = lexicon.load()
    if is_behind_noun(text, place) or is_left(text, place):
        return True
    if is_cyrillic(text.words[place]):
        return words.has("at", before) or words.ends("place_endings", text.words[place])
    if not words.has("at", before):
        return False
    return text.gap(place - 1) == " "


def is_left(text: Text, place: int) -> bool:
    """Return whether something was launched from a town: «lancé de Kourou», «Байқоңырдан ұшты»."""
    words = lexicon.load()
    if is_cyrillic(text.words[place]):
        is_from = text.has("away", place - 1) or words.ends(
            "away_endings", text.words[place]
        )
    else:
        is_from = text.has("away", place - 1)
    return is_from and is_of_launch(text, place)


def is_of_launch(text: Text, place: int) -> bool:
    """Return whether a verb near a token tells of a launch."""
    near = range(max(place - NEAR, 0), min(place + NEAR, len(text.words)))
    return any(text.has("launching", each) for each in near)


def is_behind_noun(text: Text, place: int) -> bool:
    """Return whether a noun says of a town that it is one, where something happens: «dans la
    ville de Lyon», «в городе Лион», «Лион қаласында».
    """
    words = lexicon.load()
    if text.has("town_nouns", place + 1) and text.gap(place) == " ":
        following = text.words[place + 1]
        return is_cyrillic(following) and words.ends("place_endings", following)
    if is_cyrillic(text.words[place]):
        return text.has("town_nouns", place - 1) and text.has("at", place - 2)
    return text.has("wedge", place - 1) and text.has("town_nouns", place - 2)


def is_of_thing(trial: Trial, place: int) -> bool:
    """Return whether a town tells which of several things is meant: «l'hôpital de Pavlodar»,
    "the Almaty plant".
    """
    return noun_of(trial, place) is not None


def noun_of(trial: Trial, place: int) -> TextUnit | None:
    """The thing that is named by a town, of the few that are: «l'école d'Almaty»."""
    text = trial.text
    if text.has("sited", place + 1) and text.gap(place) == " ":
        return trial.windows.unit_at(place + 1)
    if not text.has("wedge", place - 1):
        return None
    for step in (2, 3, 4):
        if text.has("sited", place - step):
            return trial.windows.unit_at(place - step)
    return institution_at(trial, place - 2)


def institution_at(trial: Trial, place: int) -> TextUnit | None:
    """The institution whose name ends at a token: «l'Institut Sorbonne-Kazakhstan de Karaganda»."""
    units = trial.windows.units(trial.text.sentence(place))
    return next(
        (unit for unit in units if unit.last == place and unit.kind == "institution"),
        None,
    )


def is_host(text: Text, place: int) -> bool:
    """Return whether a town is said to have received something: "Astana hosted …", «Paris a
    accueilli …».
    """
    return any(text.has("hosting", place + step) for step in (1, 2))


def is_in_caption(trial: Trial, place: int) -> bool:
    """Return whether a town stands by itself beside a date: «dévoilement du monument, Almaty,
    mai 2014», «Almaty, 27 avril 2011 — …».
    """
    if place in trial.dateline:
        return False
    text = trial.text
    sentence = text.sentence(place)
    last = trial.windows.last_of(place)
    before = place == sentence.first or text.gap(place - 1).strip() in SIGNS
    if not before or text.gap(last).strip() not in SIGNS:
        return False
    ends = {each.last for each in trial.moments_of(sentence)}
    begins = {each.first for each in trial.moments_of(sentence)}
    return place - 1 in ends or last + 1 in begins


def is_in_table(text: Text, place: int) -> bool:
    """Return whether a town opens a cell of a table, or is joined to the one that does."""
    joined = text.has("joints", place - 1) and text.is_capital(place - 2)
    return is_bar(text.gap(place - 1)) or (joined and is_bar(text.gap(place - 3)))


def is_in_name(text: Text, place: int) -> bool:
    """Return whether a town is part of a name: «le Forum économique d'Astana»."""
    if not text.has("wedge", place - 1):
        return False
    begun = text.sentence(place).first
    return any(
        each > begun and text.is_capital(each)
        for each in (
            place - 2,
            place - 3,
        )
    )
