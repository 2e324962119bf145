"""Queries as strangers type them: acronyms that no list knows, numbers in words, days told in a text,
words that say little, words of elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.search import engine
from kzfr_cli.store.index.reading import Index


def event(id: str, title: str, date: str, more: str = "") -> str:
    """Write an event that has a title and a date, and whatever else."""
    return (
        f'[[events]]\nid = "{id}"\ncategory = "diplomacy"\ntitle.fr = "{title}"\n{more}\n'
        f'[[events.dates]]\nkind = "occurred"\nvalue = "{date}"\nstatus = "preferred"\n'
        f'[[events.sources]]\nid = "page"\nsays = "Told."\n\n'
    )


PAGE = """
[[sources]]
id = "page"
title = "Rapport"
publisher = "Sénat"
url = "https://example.org/"
kind = "official"
language = "fr"
"""

EVENTS = PAGE + "".join(
    (
        event("sharing", "Accord", "1997", 'title.ru = "Соглашение о разделе продукции"'),
        event(
            "centre", "Chantier du centre", "2010", 'title.en = "Works on the space centre"'
        ),
        event("hosts", "Le Sénat reçoit trente élus", "2015", 'title.en = "Host of thirty"'),
        event(
            "attache",
            "Attaché militaire",
            "2002",
            'summary.fr = "Après le 11 septembre 2001, un attaché est nommé."',
        ),
        event("alliance", "Alliance française", "2004"),
        event("session", "16th session of ministers", "2011"),
        event("debut", "First session of ministers", "2010"),
        event("allier", "Bovins français de l’Allier", "2011"),
    )
)


@pytest.fixture
def index(write: Callable[..., Path], open_files: Callable[..., Index]) -> Index:
    """Open an index of these events."""
    return open_files(write(EVENTS))


def told(index: Index, query: str) -> list[str]:
    """List the ids that a query finds."""
    return [hit.id for hit in engine.search(index.connection, query).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("СРП соглашение", "sharing"),
        ("space center", "centre"),
        ("attaché militaire après le 11 septembre", "attache"),
        ("Allience française", "alliance"),
        ("30 élus", "hosts"),
        ("seizième session ministers", "session"),
        ("important nouveau centre", "centre"),
    ],
)
def test_what_a_stranger_means_comes_first(index: Index, query: str, first: str) -> None:
    assert told(index, query)[:1] == [first]


@pytest.mark.parametrize(
    "query",
    [
        "hostages",
        "who won the kentucky derby session",
        "visite de la reine au Sénat",
        "session à Hambourg",
    ],
)
def test_what_only_looks_alike_or_is_elsewhere_is_no_answer(
    index: Index, query: str
) -> None:
    assert told(index, query) == []


def test_the_letters_of_an_acronym_are_told_by_the_words_it_stands_for(index: Index) -> None:
    (hit,) = engine.search(index.connection, "СРП соглашение").hits
    assert {"soglashenie", "razdele", "produktsii"}.issubset(hit.matched[0].forms)


DATED = PAGE + "".join(
    (
        '[[names]]\nid = "sarkozy"\nkind = "person"\nlabel.fr = "Nicolas Sarkozy"\n',
        'label.ru = "Николя Саркози"\n\n',
        event("early", "Visite à Almaty", "2009"),
        event("late", "Visite à Astana", "2021"),
        event("his", "Visite de Nicolas Sarkozy", "2010", 'people = ["sarkozy"]'),
    )
)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("2015 жылдан кейін сапар", ["late"]),
        ("2010 жылға дейін сапар", ["early"]),
        ("Саркозиден басқа сапар", ["early", "late"]),
        ("sarkosy visite", ["his"]),
    ],
)
def test_what_kazakh_says_behind_a_word_is_read_and_a_misspelt_name_asked_for(
    write: Callable[..., Path], open_files: Callable[..., Index], query: str, ids: list[str]
) -> None:
    assert sorted(told(open_files(write(DATED)), query)) == ids


def test_a_suggestion_is_in_letters_that_an_event_shows_and_has_all_of_it(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    source = PAGE.replace('"Rapport"', '"Pisma"').replace('"page"', '"letters"')
    letters = event("letters", "Lettres", "2011", 'title.ru = "Письма"')
    index = open_files(write(DATED + letters + source))
    assert engine.search(index.connection, "pizza").suggestions == ()
    assert engine.search(index.connection, "zzzz brelondu").suggestions == ()
