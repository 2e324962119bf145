"""Link the words of a claim to the event that they speak of.

Both sides are compared: how much of what the text says is in the event (`coverage`), and how much
of the event's title the text says (`likeness`). A word weighs by its rarity among the titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log

from kzfr_cli.core.event import Event
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import pair, record
from kzfr_cli.languages import folding
from kzfr_cli.queries.claims import words
from kzfr_cli.queries.claims.vocabulary import CYRILLIC, PERIOD, SUMMARY, Known, Vocabulary
from kzfr_cli.store.index.reading import Index

SAID_OF_ALL = listed(
    "frantsiya frantsii frantsiey frantsiyu frantsuzskiy frantsuzskoy frantsuzskogo "
    "frantsuzskoe frantsuzskikh "
    "kazakhstan kazakhstana kazakhstanom kazakhstane kazakhstanu kazakhstanskiy "
    "kazakhstanskoy kazakhstanskogo "
    "kazakhstanskoe kazakhstanskikh kazakhstansko"
)
"""Names of the two countries in the cases of Russian, which weigh nothing either."""

COUNTRIES = frozenset({"_france", "_kazakhstan", "_francais", "_kazakhstanais"})


Weighed = tuple[frozenset[str], float]
"""What a unit may be matched by, and its weight."""


@pair
class Variant:
    """Hold one title or alias: its units, the weight of them all, the keys of its words and of its
    own names.
    """

    units: tuple[Weighed, ...]
    whole: float
    words: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]


Prepared = tuple[Known, frozenset[str], frozenset[str], list[Variant]]
"""An event, the keys of its titles and names, those of its summary, its titles."""


@record
class Link:
    """Hold one event that may be meant, with how well it fits.

    `is_worded` says that a word of its title is said, not only names; `is_named` that its own name
    is, None when it has none.
    """

    known: Known
    coverage: float
    likeness: float
    is_worded: bool = True
    is_named: bool | None = None

    @property
    def score(self) -> float:
        """Rate the link as a whole."""
        return self.coverage * (0.35 + 0.65 * self.likeness)


class Linker:
    """Rate which events some words mean."""

    def __init__(self, index: Index, is_russian: bool = False) -> None:
        self.index = index
        self.vocabulary = Vocabulary(index, is_russian)
        self.said = self.vocabulary.said
        self.key = self.vocabulary.key
        self.verbs = (
            VERBS | {f"~{folding.fold(word)}" for word in VERBS if CYRILLIC.search(word)}
            if is_russian
            else VERBS
        )
        self.found: dict[tuple[str, ...], list[Link]] = {}
        self.weights: dict[str, float] = {}
        self.full: dict[int, Event] = {}
        self.ready: dict[int, Prepared] = {}
        self.summaries: dict[int, str] = {}

    def events(self) -> Iterator[Known]:
        """Give every event."""
        return self.vocabulary.events()

    def summary(self, known: Known) -> str:
        """Read the folded summary of an event."""
        found = self.summaries.get(known.number)
        if found is None:
            ((found,),) = self.index.rows(SUMMARY, (known.number,))
            self.summaries[known.number] = found
        return found

    def weight(self, unit: str) -> float:
        """Weigh a unit by its rarity; the two countries weigh nothing, since nearly all is about
        them.
        """
        if unit in COUNTRIES:
            return 0.0
        known = self.weights.get(unit)
        if known is None:
            events = self.vocabulary.frequency(unit)
            known = log(1 + self.vocabulary.count / (events or 0.7))
            if unit.lstrip("~") in SAID_OF_ALL:
                known = 0.0
            elif unit.startswith(PERIOD):
                known = OF_A_PERIOD
            elif unit in self.verbs:
                known *= OF_A_KNOWN_VERB if events else OF_A_VERB
            elif not events and unit[0] != "_":
                known *= OF_AN_UNKNOWN
            self.weights[unit] = known
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
            places = self.vocabulary.places(unit)
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
            covered += (
                weight
                if not own.isdisjoint(key)
                else weight * TOLD
                if not told.isdisjoint(key)
                else 0.0
            )
        likeness, best = 0.0, variants[0] if variants else EMPTY
        for variant in variants:
            alike = (
                sum([weight for key, weight in variant.units if not keys.isdisjoint(key)])
                / variant.whole
            )
            if alike > likeness:
                likeness, best = alike, variant
        is_worded = not best.words or any(not keys.isdisjoint(key) for key in best.words)
        is_named = any(not keys.isdisjoint(key) for key in best.names) if best.names else None
        return Link(
            known=known,
            coverage=covered / total,
            likeness=likeness,
            is_worded=is_worded,
            is_named=is_named,
        )

    def prepared(self, place: int) -> Prepared:
        """Give the keys and weights of an event's titles and summary, made when it is first
        compared.
        """
        found = self.ready.get(place)
        if found is None:
            known, told = self.vocabulary.event(place)
            variants = [self.variant(units) for units in known.variants]
            own = known.names.union(*[key for variant in variants for key, _ in variant.units])
            found = self.ready[place] = (
                known,
                own,
                told,
                [variant for variant in variants if variant.whole],
            )
        return found

    def variant(self, units: Iterable[str]) -> Variant:
        """Weigh a title or an alias."""
        weighed = tuple([(self.key(unit), self.weight(unit)) for unit in units])
        telling = [key for key, weight in weighed if weight]
        return Variant(
            weighed,
            sum([weight for _, weight in weighed]),
            tuple([key for key in telling if not is_name(key)]),
            tuple([key for key in telling if is_name(key) and key.isdisjoint(CITIES)]),
        )

    def event(self, known: Known) -> Event:
        """Read an event in full."""
        if known.number not in self.full:
            (self.full[known.number],) = self.index.events([known.number])
        return self.full[known.number]


def is_name(key: frozenset[str]) -> bool:
    """Tell the keys of a name."""
    return any(form[0] == "_" for form in key)


EMPTY = Variant((), 0.0, (), ())
CITIES = frozenset({"_paris", "_astana", "_almaty"})
VERBS = (frozenset(words.facet_words()) | words.HAPPENS) - words.HAPPENINGS
"""What tells that something happened, not what."""

OF_A_VERB, OF_A_KNOWN_VERB = 0.3, 0.6
OF_A_PERIOD = 1.5
"""Weight of a name that was borne in one period only."""

OF_AN_UNKNOWN = 0.6
"""Worth of a word that no title has."""


TOLD = 0.6
"""Worth of a word that only the summary says."""

COMMON = 60
"""Events among which a word tells nothing of itself."""

MOST = 16
"""Events that are rated for one claim."""
