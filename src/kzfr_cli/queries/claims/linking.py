"""Link the words of a claim to the event that they speak of.

Both sides are compared: how much of what the text says is in the event (`coverage`), and how much of the
event's title the text says (`likeness`). A word weighs by its rarity among the titles.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from math import log

from kzfr_cli.core import folding
from kzfr_cli.core.event import Event
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record
from kzfr_cli.core.stems import stems
from kzfr_cli.queries.search.stopwords import stop_words
from kzfr_cli.store.documents import BREAK
from kzfr_cli.store.index import Index

PARTICULARS = (
    "SELECT events.no, entries.id, words.title, words.names, events.scope, events.category"
    " FROM events JOIN words ON words.rowid = events.no JOIN entries ON entries.no = events.no"
)
SUMMARY = "SELECT summary FROM words WHERE rowid = ?"
ALIASES = "SELECT event, language, words FROM aliases"
SPELLINGS = (
    "SELECT word, token, spelling, kind FROM spellings WHERE kind <> 'part' AND substr(token, 1, 5) <> '_tag_'"
    " AND instr(spelling || ' ', word || ' ') = 1"
)
GROUPS = "SELECT word, number, token FROM thesaurus"
RUSSIAN = 2
"""Place of the Russian title among those of an event: French, English, Russian, Kazakh."""

CYRILLIC_LANGUAGES = ("ru", "kk")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

SILENT = listed(
    "our their dnya den ispolnyaetsya ispolnilos "
    "annee anniversaire anniversary arrive arrived became between both cadre ce celebrated celebration celebre "
    "celebree celebrer ceremonie ceremony ces cette commun conjoint countries country date day declare declared deux "
    "devient effectue effectuee entre etats fete first framework franco grand grande great his historic historique "
    "honneur honor honour important its joined joint jour jubile jubilee leurs lie mark marked marque membre meme "
    "mois month mutual new nos notre nouveau nouvelle occasion official officiel officielle our paid partie pay pays "
    "premier premiere privilegie privilegiee proclame proclamee rend rendu republic republique sa sein ses signer "
    "solennel son states their these this two year years год года двумя двух лет межд между республики республикой "
    "стран страны"
)
"""Words that say nothing of which event is meant, beside the stop words."""

COUNTRIES = frozenset({"_france", "_kazakhstan", "_francais", "_kazakhstanais"})


@record
class Known:
    """Hold what linking needs to know of an event."""

    number: int
    id: str
    variants: tuple[frozenset[str], ...]
    names: frozenset[str]
    scope: str
    category: str


Spelt = tuple[tuple[str, ...], str]
"""The words of a spelling and the token of the name that it leads to."""

Weighed = tuple[frozenset[str], float]
"""What a unit may be matched by, and its weight."""

Prepared = tuple[Known, frozenset[str], frozenset[str], list[tuple[list[Weighed], float]]]
"""An event, the keys of its titles and names, those of its summary, its titles with the weight of each."""


@record
class Link:
    """Hold one event that may be meant, with how well it fits."""

    known: Known
    coverage: float
    likeness: float

    @property
    def score(self) -> float:
        """Rate the link as a whole."""
        return self.coverage * (0.35 + 0.65 * self.likeness)


class Linker:
    """Know the titles and names of all events, and rate which one some words mean."""

    def __init__(self, index: Index, is_russian: bool = False) -> None:
        self.index = index
        self.is_russian = is_russian
        self.groups: dict[str, list[str]] = {}
        for word, number, token in index.rows(GROUPS):
            self.groups.setdefault(word, []).append(token or f"#{number}")
        self.spelt: dict[str, list[Spelt]] = {}
        self.load_names()
        self.found: dict[tuple[str, ...], list[Link]] = {}
        self.keys: dict[str, frozenset[str]] = {}
        self.events: list[Known] = []
        self.postings: dict[str, set[int]] = {}
        self.weights: dict[str, float] = {}
        self.full: dict[int, Event] = {}
        self.ready: dict[int, Prepared] = {}
        self.summaries: dict[int, str] = {}
        self.load_events()

    def load_names(self) -> None:
        """Learn every spelling of every name, and the last word of persons that only one bears."""
        surnames: dict[str, set[str]] = {}
        for word, token, spelling, kind in self.index.rows(SPELLINGS):
            parts = tuple(spelling.split())
            self.spelt.setdefault(word, []).append((parts, token))
            if kind == "person" and len(parts) > 1:
                surnames.setdefault(parts[-1], set()).add(token)
        for word, tokens in surnames.items():
            if len(tokens) == 1 and len(word) > SHORTEST_NAME:
                self.spelt.setdefault(word, []).append(((word,), *tokens))
        for forms in self.spelt.values():
            if len(forms) > 1:
                forms.sort(key=lambda form: (-len(form[0]), form[1]))

    def load_events(self) -> None:
        """Learn the titles and aliases of every event."""
        more: dict[int, list[list[str]]] = {}
        for number, language, alias in self.index.rows(ALIASES):
            is_cyrillic = language in CYRILLIC_LANGUAGES
            if self.is_russian or not is_cyrillic:
                more.setdefault(number, []).append(self.titled(alias, is_cyrillic))
        for number, id, title, names, scope, category in self.index.rows(PARTICULARS):
            texts = title.split(BREAK)[: 3 if self.is_russian else 2]
            units = [self.titled(text, place == RUSSIAN) for place, text in enumerate(texts) if text != "todo"]
            units += more.get(number, ())
            variants = tuple(dict.fromkeys(map(frozenset, units)))
            place = len(self.events)
            self.events.append(
                Known(
                    number=number, id=id, variants=variants, names=frozenset(names.split()),
                    scope=scope, category=category,
                )
            )  # fmt: skip
            for unit in frozenset().union(*variants):
                for key in self.key(unit):
                    self.postings.setdefault(key, set()).add(place)

    def titled(self, title: str, is_cyrillic: bool) -> list[str]:
        """Give the units of a folded title, in which no capitals tell short names from other words."""
        folded = title.split()
        stops = stop_words(is_cyrillic)
        return self.units(folded, is_cyrillic, [place for place, word in enumerate(folded) if word not in stops])

    def summary(self, known: Known) -> str:
        """Read the folded summary of an event."""
        found = self.summaries.get(known.number)
        if found is None:
            ((found,),) = self.index.rows(SUMMARY, (known.number,))
            self.summaries[known.number] = found
        return found

    def said(self, text: str) -> list[str]:
        """Give the units of a text."""
        spans = folding.spans(text)
        shouted = frozenset(place for place, (_, start, end) in enumerate(spans) if text[start:end].isupper())
        return self.units([word for word, _, _ in spans], CYRILLIC.search(text) is not None, shouted)

    def units(self, folded: Sequence[str], is_cyrillic: bool, shouted: Container[int]) -> list[str]:
        """Put words together into names where they are some, and leave out what says nothing.

        Words of three letters are a name only in capitals: «un» is not the UN.
        """
        found: list[str] = []
        spelt, stops, place = self.spelt, stop_words(is_cyrillic), 0
        while place < len(folded):
            word = folded[place]
            length = 0
            for parts, token in spelt.get(word, ()):
                if len(parts) == 1:
                    if len(word) <= SHORTEST_NAME and place not in shouted:
                        continue
                elif tuple(folded[place : place + len(parts)]) != parts:
                    continue
                found.append(token)
                length = len(parts)
                break
            if not length and not (word in SILENT or word in stops or len(word) < 2 or word.isdigit()):
                found.append("~" + word if is_cyrillic else word)
            place += length or 1
        return found

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

    def weight(self, unit: str) -> float:
        """Weigh a unit by its rarity; the two countries weigh nothing, since nearly all is about them."""
        if unit in COUNTRIES:
            return 0.0
        known = self.weights.get(unit)
        if known is None:
            places: set[int] = set()
            for key in self.key(unit):
                places |= self.postings.get(key, set())
            known = self.weights[unit] = log(1 + len(self.events) / (len(places) or 0.7))
        return known

    def links(self, units: Iterable[str], *, least: float = 0.0) -> list[Link]:
        """Rate the events that some units may mean, the best first; the same units are rated once."""
        asked = tuple(unit for unit in dict.fromkeys(units) if self.weight(unit))
        found = self.found.get(asked)
        if found is None:
            found = self.found[asked] = self.rated(asked) if asked else []
        return [link for link in found if link.score >= least]

    def rated(self, asked: Sequence[str]) -> list[Link]:
        """Rate the events that share the words of some units, the best first."""
        keys = frozenset().union(*map(self.key, asked))
        votes: dict[int, float] = {}
        for unit in asked:
            places: set[int] = set()
            for key in self.key(unit):
                places |= self.postings.get(key, set())
            if len(places) <= COMMON or len(asked) == 1:
                for place in places:
                    votes[place] = votes.get(place, 0.0) + self.weight(unit)
        best = sorted(votes, key=lambda place: (-votes[place], place))[:MOST]
        said = [(self.key(unit), self.weight(unit)) for unit in asked]
        found = [self.rate(place, said, keys) for place in best]
        return sorted(found, key=lambda link: (-link.score, link.known.id))

    def rate(self, place: int, said: list[Weighed], keys: frozenset[str]) -> Link:
        """Compare what is asked with an event, both ways."""
        known, own, told, variants = self.prepared(place)
        total = covered = 0.0
        for key, weight in said:
            total += weight
            covered += weight if not own.isdisjoint(key) else weight * TOLD if not told.isdisjoint(key) else 0.0
        likeness = 0.0
        for units, whole in variants:
            likeness = max(likeness, sum([weight for key, weight in units if not keys.isdisjoint(key)]) / whole)
        return Link(known=known, coverage=covered / total, likeness=likeness)

    def prepared(self, place: int) -> Prepared:
        """Give the keys and weights of an event's titles and summary, made when it is first compared."""
        found = self.ready.get(place)
        if found is None:
            known = self.events[place]
            weighed = [[(self.key(unit), self.weight(unit)) for unit in variant] for variant in known.variants]
            variants = [(units, sum(weight for _, weight in units)) for units in weighed]
            own = frozenset().union(*(key for units in weighed for key, _ in units)) | known.names
            told = frozenset().union(*map(self.key, self.summary(known).split()))
            found = self.ready[place] = (known, own, told, [item for item in variants if item[1]])
        return found

    def event(self, known: Known) -> Event:
        """Read an event in full."""
        if known.number not in self.full:
            (self.full[known.number],) = self.index.events([known.number])
        return self.full[known.number]


SHORTEST_NAME = 3
TOLD = 0.6
"""Worth of a word that only the summary says."""

COMMON = 60
"""Events among which a word tells nothing of itself."""

MOST = 16
"""Events that are rated for one claim."""
