"""The words by which events are meant: spellings of names, titles cut into units, what each unit
may be matched by.

A **unit** is the token of a name (`_astana`), or a word that says something, a Russian or Kazakh
one after `~`. It is matched by its **keys**: itself, its stems and the groups of the thesaurus that
it belongs to. To cut every title of the database takes longer than all the rest of a check, so it
is done once and kept beside the index.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from kzfr_cli.core.event import Name
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record
from kzfr_cli.languages import folding
from kzfr_cli.languages.small_words import stop_words
from kzfr_cli.languages.stems import stems
from kzfr_cli.queries.claims import numbers
from kzfr_cli.store.index import tables
from kzfr_cli.store.index.derived import beside
from kzfr_cli.store.index.documents import BREAK
from kzfr_cli.store.index.reading import Index

PARTICULARS = (
    "SELECT events.no, entries.id, words.title, words.names, words.summary, events.scope, "
    "events.category"
    " FROM events JOIN words ON words.rowid = events.no JOIN entries ON entries.no = "
    "events.no ORDER BY events.no"
)
SUMMARY = "SELECT summary FROM words WHERE rowid = ?"
ALIASES = "SELECT event, language, words FROM aliases"
SPELLINGS = (
    "SELECT word, token, spelling, kind FROM spellings WHERE kind <> 'part' AND "
    "substr(token, 1, 5) <> '_tag_'"
    " AND instr(spelling || ' ', word || ' ') = 1"
)
GROUPS = "SELECT word, number, token FROM thesaurus"
RUSSIAN = 2
"""Place of the Russian title among those of an event: French, English, Russian, Kazakh."""

TABLES = """
CREATE TABLE texts(name TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE TABLE events(
    place INTEGER PRIMARY KEY, number INTEGER, id TEXT, scope TEXT, category TEXT, names TEXT, variants TEXT, told TEXT)
"""
COLUMNS = "number, id, scope, category, names, variants"

CAPITAL = "astana"
CYRILLIC_LANGUAGES = ("ru", "kk")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

SHORTEST_NAME = 3
PERIOD = "_period_"
"""Begins the unit of a name that was borne in one period only."""

SILENT = listed(
    "annee annees anniversaire anniversaires anniversary anniversaries ans apres after "
    "arrive arrived aujourd hui "
    "became become between bientot both cadre ce celebrated celebrates celebrating "
    "celebration celebrations "
    "celebre celebree celebrent celebrer celebrera ceremonie ceremony ces cet cette "
    "commemore commemorated commun "
    "conjoint countries country date day days declare declared demain deux devient effectue "
    "effectuee ensuite "
    "entre etats fete fetee feter fetera fetent first follow followed following framework "
    "franco grand grande "
    "great hier his historic historique honneur honor honour hundred important its joined "
    "joint jour jours jubile "
    "jubilee later leurs lie lies linked mark marked marking marks marque marquer marquera "
    "marquent membre meme "
    "mi mois month months mutual new nos notre nouveau nouvelle now occasion official "
    "officiel officielle our "
    "paid partie pay pays premier premiere privilegie privilegiee proclame proclamee "
    "prochain rend rendu republic "
    "republique sa scelle sein semaine ses signer since soon solennel son states suivi "
    "suivie tard their these "
    "this today tomorrow two week weeks year years yesterday dnya den dney dva dvukh dvumya "
    "ego ee ikh "
    "ispolnyaetsya ispolnilos let leta leti letie letiya letiyu godovshchina godovshchinu "
    "godovshchiny "
    "godovshchine mezhdu nashimi nashikh otmetili otmechayut otmechaetsya prazdnuyut "
    "respublika respublike "
    "respubliki respublikoy segodnya strana strany stran stranami stranakh yubiley svoy "
    "svoyu svoe svoego svoey "
    "svoikh svoim etot eto etogo otprazdnoval otprazdnovala otmetil otmetila ispolnilsya stolitsa"
)
"""Words that say nothing of which event is meant, beside the stop words."""


@record
class Known:
    """Hold what linking needs to know of an event; `variants` are the units of its titles and
    aliases.
    """

    number: int
    id: str
    variants: tuple[tuple[str, ...], ...]
    names: frozenset[str]
    scope: str
    category: str


Spelt = tuple[Sequence[str], Sequence[str]]
"""The words of a spelling, and the units that it stands for: the name, and the only period in which
it was borne.
"""


class Speller:
    """Cut texts into units, and give what a unit may be matched by."""

    def __init__(self, spelt: dict[str, list[Spelt]], groups: Mapping[str, Sequence[str]]) -> None:
        self.spelt = spelt
        self.groups = groups
        self.keys: dict[str, frozenset[str]] = {}

    def said(self, text: str) -> list[str]:
        """Give the units of a text."""
        spans = folding.spans(text)
        shouted = frozenset(
            place for place, (_, start, end) in enumerate(spans) if text[start:end].isupper()
        )
        return self.units(
            [word for word, _, _ in spans], CYRILLIC.search(text) is not None, shouted
        )

    def titled(self, title: str, is_cyrillic: bool) -> list[str]:
        """Give the units of a folded title, in which no capitals tell short names from other words."""
        folded = title.split()
        stops = stop_words(is_cyrillic)
        return self.units(
            folded, is_cyrillic, [place for place, word in enumerate(folded) if word not in stops]
        )

    def units(self, folded: Sequence[str], is_cyrillic: bool, shouted: Container[int]) -> list[str]:
        """Put words together into names where they are some, and leave out what says nothing.

        Words of three letters are a name only in capitals: «un» is not the UN.
        """
        found: list[str] = []
        silent = SILENT | numbers.cardinals().keys()
        spelt, stops, place = self.spelt, stop_words(is_cyrillic), 0
        while place < len(folded):
            word = folded[place]
            length = 0
            for parts, tokens in spelt.get(word) or (self.declined(word) if is_cyrillic else ()):
                if len(parts) == 1:
                    if len(word) <= SHORTEST_NAME and place not in shouted:
                        continue
                elif folded[place : place + len(parts)] != parts:
                    continue
                found += tokens
                length = len(parts)
                break
            if not length and not (
                word in silent or word in stops or len(word) < 2 or word.isdigit()
            ):
                found.append("~" + word if is_cyrillic else word)
            place += length or 1
        return found

    def declined(self, word: str) -> list[Spelt]:
        """List the names of one word of which a Russian word is a case."""
        for form in stems(word, is_cyrillic=True)[1:]:
            if len(form) > SHORTEST_NAME:
                found: list[Spelt] = [
                    ([word], tokens[:1])
                    for parts, tokens in self.spelt.get(form, ())
                    if len(parts) == 1
                ]
                if found:
                    return found
        return []

    def key(self, unit: str) -> frozenset[str]:
        """Give what a unit may be matched by: its stems and the groups of words that say the same."""
        known = self.keys.get(unit)
        if known is None:
            keys = {unit}
            if unit[0] != "_":
                forms = stems(unit.lstrip("~"), is_cyrillic=unit[0] == "~")
                keys = {"~" + form for form in forms} if unit[0] == "~" else {*forms}
                for form in forms:
                    keys.update(self.groups.get(form, ()))
            known = self.keys[unit] = frozenset(keys)
        return known


class Vocabulary(Speller):
    """Know what every event is called, from what is kept beside the index."""

    def __init__(self, index: Index, is_russian: bool = False) -> None:
        purpose = "claims-ru" if is_russian else "claims"
        self.kept = beside(index, purpose, partial(work_out, index, is_russian))
        texts = {
            name: json.loads(body)
            for name, body in self.kept.execute("SELECT name, body FROM texts")
        }
        super().__init__(texts["spelt"], texts["groups"])
        self.titled_units: dict[str, tuple[int, str]] = texts["units"]
        self.postings: dict[str, list[int]] = texts["postings"]
        self.count: int = texts["count"]

    def key(self, unit: str) -> frozenset[str]:
        """Give what a unit may be matched by; that of a unit of a title is kept."""
        known = self.keys.get(unit)
        if known is None:
            kept = self.titled_units.get(unit)
            known = self.keys[unit] = frozenset(kept[1].split()) if kept else super().key(unit)
        return known

    def frequency(self, unit: str) -> int:
        """Count the events whose titles say a unit, in some form."""
        kept = self.titled_units.get(unit)
        return kept[0] if kept else len(self.places(unit))

    def places(self, unit: str) -> set[int]:
        """Give the places of the events whose titles say a unit, in some form."""
        postings = self.postings
        return set().union(*[postings[key] for key in self.key(unit) if key in postings])

    def event(self, place: int) -> tuple[Known, frozenset[str]]:
        """Read an event, with the keys of its summary."""
        row = self.kept.execute(
            f"SELECT {COLUMNS}, told FROM events WHERE place = ?", (place,)
        ).fetchone()
        return known_of(row), frozenset(row[6].split())

    def events(self) -> Iterator[Known]:
        """Read every event."""
        return map(known_of, self.kept.execute(f"SELECT {COLUMNS} FROM events ORDER BY place"))


def known_of(row: Sequence[Any]) -> Known:
    """Read what is kept of an event."""
    number, id, scope, category, names, variants = row[:6]
    return Known(
        number=number,
        id=id,
        scope=scope,
        category=category,
        names=frozenset(names.split()),
        variants=tuple([tuple(variant.split()) for variant in variants.split(BREAK)]),
    )


# ---- worked out once


def work_out(index: Index, is_russian: bool, connection: sqlite3.Connection) -> None:
    """Cut the titles of every event into units; those in Russian, and the aliases in Cyrillic,
    where they are asked.
    """
    tables.run(connection, TABLES)
    speller = Speller(spellings(index), groups(index))
    postings: dict[str, list[int]] = {}
    titled: dict[str, frozenset[str]] = {}
    count = 0
    for count, (row, variants) in enumerate(called(index, speller, is_russian), 1):
        number, id, _, names, summary, scope, category = row
        told = frozenset().union(*map(speller.key, summary.split()))
        kept = BREAK.join(map(" ".join, variants))
        connection.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (count - 1, number, id, scope, category, names, kept, " ".join(told)),
        )
        own = {unit: speller.key(unit) for variant in variants for unit in variant}
        titled |= own
        for key in frozenset().union(*own.values()):
            postings.setdefault(key, []).append(count - 1)
    units = {
        unit: (len({*chain(*map(postings.__getitem__, key))}), " ".join(key))
        for unit, key in titled.items()
    }
    texts = {
        "spelt": speller.spelt,
        "groups": speller.groups,
        "units": units,
        "postings": postings,
        "count": count,
    }
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        [(name, json.dumps(body)) for name, body in texts.items()],
    )


def called(
    index: Index, speller: Speller, is_russian: bool
) -> Iterator[tuple[Any, list[tuple[str, ...]]]]:
    """Give each event's row with the units of its titles and aliases, each variant once."""
    more: dict[int, list[list[str]]] = {}
    for number, language, alias in index.rows(ALIASES):
        is_cyrillic = language in CYRILLIC_LANGUAGES
        if is_russian or not is_cyrillic:
            more.setdefault(number, []).append(speller.titled(alias, is_cyrillic))
    for row in index.rows(PARTICULARS):
        texts = row[2].split(BREAK)[: 3 if is_russian else 2]
        units = [
            speller.titled(text, place == RUSSIAN)
            for place, text in enumerate(texts)
            if text != "todo"
        ]
        yield (
            row,
            list(
                dict.fromkeys(
                    tuple(dict.fromkeys(variant)) for variant in (*units, *more.get(row[0], ()))
                )
            ),
        )


def groups(index: Index) -> dict[str, list[str]]:
    """Give the groups of words that say the same, by their words."""
    found: dict[str, list[str]] = {}
    for word, number, token in index.rows(GROUPS):
        found.setdefault(word, []).append(token or f"#{number}")
    return found


def spellings(index: Index) -> dict[str, list[Spelt]]:
    """Give every spelling of every name by its first word, and the last word of persons that only
    one bears.
    """
    periods = period_spellings(index.name(CAPITAL))
    found: dict[str, list[Spelt]] = {}
    surnames: dict[str, set[str]] = {}
    for word, token, spelling, kind in index.rows(SPELLINGS):
        parts = spelling.split()
        found.setdefault(word, []).append((parts, [token, *periods.get(tuple(parts), ())]))
        if kind == "person" and len(parts) > 1:
            surnames.setdefault(parts[-1], set()).add(token)
    for word, tokens in surnames.items():
        if len(tokens) == 1 and len(word) > SHORTEST_NAME:
            found.setdefault(word, []).append(([word], [*tokens]))
    for forms in found.values():
        forms.sort(key=lambda form: (-len(form[0]), form[1][0]))
    return found


def period_spellings(name: Name | None) -> dict[tuple[str, ...], list[str]]:
    """Give a unit for each spelling that a name bore in one period only: “Nur-Sultan” tells which
    renaming is meant.
    """
    borne: dict[tuple[str, ...], set[int]] = {}
    for number, period in enumerate(name.periods if name else ()):
        for label in period.label.values():
            borne.setdefault(tuple(folding.words(label)), set()).add(number)
    return {
        parts: [f"{PERIOD}{min(borne_in)}"]
        for parts, borne_in in borne.items()
        if len(borne_in) == 1
    }
