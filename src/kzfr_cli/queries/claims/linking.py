"""Link the words of a claim to the event that they speak of.

Both sides are compared: how much of what the text says is in the event (`coverage`), and how much of the
event's title the text says (`likeness`). A word weighs by its rarity among the titles.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from math import log

from kzfr_cli.core import folding
from kzfr_cli.core.event import Event, Name
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record
from kzfr_cli.core.stems import stems
from kzfr_cli.queries.claims import numbers, words
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

CAPITAL = "astana"
CYRILLIC_LANGUAGES = ("ru", "kk")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

SILENT = listed(
    "annee annees anniversaire anniversaires anniversary anniversaries ans apres after arrive arrived aujourd hui "
    "became become between bientot both cadre ce celebrated celebrates celebrating celebration celebrations "
    "celebre celebree celebrent celebrer celebrera ceremonie ceremony ces cet cette commemore commemorated commun "
    "conjoint countries country date day days declare declared demain deux devient effectue effectuee ensuite "
    "entre etats fete fetee feter fetera fetent first follow followed following framework franco grand grande "
    "great hier his historic historique honneur honor honour hundred important its joined joint jour jours jubile "
    "jubilee later leurs lie lies linked mark marked marking marks marque marquer marquera marquent membre meme "
    "mi mois month months mutual new nos notre nouveau nouvelle now occasion official officiel officielle our "
    "paid partie pay pays premier premiere privilegie privilegiee proclame proclamee prochain rend rendu republic "
    "republique sa scelle sein semaine ses signer since soon solennel son states suivi suivie tard their these "
    "this today tomorrow two week weeks year years yesterday dnya den dney dva dvukh dvumya ego ee ikh "
    "ispolnyaetsya ispolnilos let leta leti letie letiya letiyu godovshchina godovshchinu godovshchiny "
    "godovshchine mezhdu nashimi nashikh otmetili otmechayut otmechaetsya prazdnuyut respublika respublike "
    "respubliki respublikoy segodnya strana strany stran stranami stranakh yubiley svoy svoyu svoe svoego svoey "
    "svoikh svoim etot eto etogo otprazdnoval otprazdnovala otmetil otmetila ispolnilsya stolitsa"
)
"""Words that say nothing of which event is meant, beside the stop words."""

SAID_OF_ALL = listed(
    "frantsiya frantsii frantsiey frantsiyu frantsuzskiy frantsuzskoy frantsuzskogo frantsuzskoe frantsuzskikh "
    "kazakhstan kazakhstana kazakhstanom kazakhstane kazakhstanu kazakhstanskiy kazakhstanskoy kazakhstanskogo "
    "kazakhstanskoe kazakhstanskikh kazakhstansko"
)
"""Names of the two countries in the cases of Russian, which weigh nothing either."""

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
    """Hold one event that may be meant, with how well it fits.

    `is_worded` says that a word of its title is said, not only names; `is_named` that its own name is, None when it
    has none.
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
    """Know the titles and names of all events, and rate which one some words mean."""

    def __init__(self, index: Index, is_russian: bool = False) -> None:
        self.index = index
        self.is_russian = is_russian
        self.groups: dict[str, list[str]] = {}
        for word, number, token in index.rows(GROUPS):
            self.groups.setdefault(word, []).append(token or f"#{number}")
        self.spelt: dict[str, list[Spelt]] = {}
        self.periods = period_spellings(index.name(CAPITAL))
        self.verbs = (
            VERBS | {f"~{folding.fold(word)}" for word in VERBS if CYRILLIC.search(word)} if is_russian else VERBS
        )
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
                self.spelt.setdefault(word, []).append(((word,), next(iter(tokens))))
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
        silent = SILENT | numbers.cardinals().keys()
        spelt, stops, place = self.spelt, stop_words(is_cyrillic), 0
        while place < len(folded):
            word = folded[place]
            length = 0
            for parts, token in spelt.get(word) or (self.declined(word) if is_cyrillic else ()):
                if len(parts) == 1:
                    if len(word) <= SHORTEST_NAME and place not in shouted:
                        continue
                elif tuple(folded[place : place + len(parts)]) != parts:
                    continue
                found.append(token)
                found += self.periods.get(parts, ())
                length = len(parts)
                break
            if not length and not (word in silent or word in stops or len(word) < 2 or word.isdigit()):
                found.append("~" + word if is_cyrillic else word)
            place += length or 1
        return found

    def declined(self, word: str) -> list[Spelt]:
        """List the names of one word of which a Russian word is a case."""
        for form in stems(word, is_cyrillic=True)[1:]:
            if len(form) > SHORTEST_NAME:
                found: list[Spelt] = [((word,), token) for parts, token in self.spelt.get(form, ()) if len(parts) == 1]
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

    def weight(self, unit: str) -> float:
        """Weigh a unit by its rarity; the two countries weigh nothing, since nearly all is about them."""
        if unit in COUNTRIES:
            return 0.0
        known = self.weights.get(unit)
        if known is None:
            places: set[int] = set()
            for key in self.key(unit):
                places |= self.postings.get(key, set())
            known = log(1 + len(self.events) / (len(places) or 0.7))
            if unit.lstrip("~") in SAID_OF_ALL:
                known = 0.0
            elif unit.startswith(PERIOD):
                known = OF_A_PERIOD
            elif unit in self.verbs:
                known *= OF_A_KNOWN_VERB if places else OF_A_VERB
            elif not places and unit[0] != "_":
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
        likeness, best = 0.0, variants[0][0] if variants else []
        for units, whole in variants:
            alike = sum([weight for key, weight in units if not keys.isdisjoint(key)]) / whole
            if alike > likeness:
                likeness, best = alike, units
        is_worded, is_named = told_of(best, keys)
        return Link(known=known, coverage=covered / total, likeness=likeness, is_worded=is_worded, is_named=is_named)

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


def told_of(units: list[Weighed], keys: frozenset[str]) -> tuple[bool, bool | None]:
    """Tell whether a word of a title is said, if it has any, and a name of its own, None where it has none."""
    telling = [key for key, weight in units if weight]
    titled = [key for key in telling if not is_name(key)]
    named = [key for key in telling if is_name(key) and key.isdisjoint(CITIES)]
    said = [key for key in telling if not keys.isdisjoint(key)]
    is_named = any(key in said for key in named) if named else None
    return not titled or any(key in said for key in titled), is_named


def is_name(key: frozenset[str]) -> bool:
    """Tell the keys of a name."""
    return any(form[0] == "_" for form in key)


CITIES = frozenset({"_paris", "_astana", "_almaty"})
VERBS = (frozenset(words.facet_words()) | words.HAPPENS) - words.HAPPENINGS
"""What tells that something happened, not what."""

OF_A_VERB, OF_A_KNOWN_VERB = 0.3, 0.6
PERIOD, OF_A_PERIOD = "_period_", 1.5
"""The unit of a name that was borne in one period only, and its weight."""

OF_AN_UNKNOWN = 0.6
"""Worth of a word that no title has."""


def period_spellings(name: Name | None) -> dict[tuple[str, ...], list[str]]:
    """Give a unit for each spelling that a name bore in one period only: “Nur-Sultan” tells which renaming is meant."""
    borne: dict[tuple[str, ...], set[int]] = {}
    for number, period in enumerate(name.periods if name else ()):
        for label in period.label.values():
            borne.setdefault(tuple(folding.words(label)), set()).add(number)
    return {parts: [f"{PERIOD}{min(numbers)}"] for parts, numbers in borne.items() if len(numbers) == 1}


SHORTEST_NAME = 3
TOLD = 0.6
"""Worth of a word that only the summary says."""

COMMON = 60
"""Events among which a word tells nothing of itself."""

MOST = 16
"""Events that are rated for one claim."""
