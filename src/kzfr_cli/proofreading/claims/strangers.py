"""Tell whether what is held against a text is said of somebody or something else than the event: of
another state and its president, of another pair of towns, of what was in another town.

An event speaks against a text only where nothing around the claim says that another is meant.
"""

from __future__ import annotations

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import models, roles, sorts
from kzfr_cli.proofreading.case import KAZAKH, Case, Claim, Finding
from kzfr_cli.proofreading.claims import people, towns
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import AGREE, compare
from kzfr_cli.proofreading.linking import COUNTRIES
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Sentence
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

PRESIDENT = "president"

FRENCH = frozenset(("_france", "_francais", "_paris", "_elysee"))
"""The names that say that France is spoken of."""

NAMES = frozenset(("name", "organisation", "place"))
"""The kinds of claims on a name, which stands in the place of another."""

BEHIND = 4
"""Words behind a number among which it is told of which model, and with what more."""

LINE = "@flight"
"""The kind of happening that goes from one town to another."""

FEW = 2
"""The fewest names that a title joins."""

PAIRED = frozenset(("place", "organisation", "institution"))
"""The kinds of names of which an event joins two: twin towns, partners."""

WHICH = 4
"""Words before a town among which it is said what of it is meant."""

WHOSE = 3
"""Words behind a share among which it is said whose it is: «12 % d'Algérie»."""

COARSE = frozenset(("year", "month"))
"""Dates that many events have."""

BUSINESS = frozenset(
    (
        "economy",
        "energy",
        "transport",
        "space",
        "defence",
        "health",
    )
)
"""Categories of what firms do, whose names say of no sort what they are."""

SMALL = 3
"""Letters of the longest of the words between somebody and his organisation."""


def are_meant(trial: Trial, found: Finding) -> bool:
    """Return whether what is held against a text is likely said of something else than the
    event.
    """
    frame = trial.frames.of_id(found.event)
    case = StrangerCase(trial, found)
    if frame is None:
        return case.is_of_another_trade()
    return case.is_of_others(frame)


class StrangerCase(Case):
    """A claim that may be of something else than the event that speaks against it."""

    def __init__(self, trial: Trial, found: Finding) -> None:
        super().__init__(trial, found.claim)
        self.found = found

    def is_of_others(self, frame: Frame) -> bool:
        """Return whether what stands around the claim is said of somebody or something else."""
        every = (
            self.is_of_another_state,
            self.is_of_another_line,
            self.is_affiliation,
            self.is_of_another_town,
            self.is_of_unknown_name,
        )
        if self.is_of_another_president() or any(is_other(frame) for is_other in every):
            return True
        return self.claim.kind not in NAMES and self.is_of_other_things(frame)

    def is_of_other_things(self, frame: Frame) -> bool:
        """Return whether a date or a number is that of another pair, thing, time or model."""
        if self.is_of_earlier() or self.is_of_more(frame) or self.is_of_somebody_else(frame):
            return True
        return self.is_of_another_pair(frame) or self.is_of_another_thing(frame)

    # ---- another state

    def is_of_another_state(self, frame: Frame) -> bool:
        """Return whether the text has named another country so far, of which the event does not
        speak, and nowhere Kazakhstan, or nowhere France nor anybody of the event: «Қазақстан –
        Италия».
        """
        named = self.trial.countries_between(0, self.cell[1])
        if not named - frame.countries:
            return False
        if not any(map(self.is_kazakh, self.trial.text.sentences)):
            return True
        is_french = any(map(self.is_french, self.trial.text.sentences))
        return not is_french and not self.names_party(frame)

    def is_of_another_trade(self) -> bool:
        """Return whether a number of a series is held against a text that has named another
        country so far, and nowhere France.
        """
        if self.claim.kind not in ("figure", "count"):
            return False
        behind = self.words_behind(min(WHOSE, self.cell[1] - self.last - 1))
        if any(map(self.words.countries, behind)) or self.is_of_unknown():
            return True
        named = self.trial.countries_between(0, self.cell[1])
        return bool(named) and not any(map(self.is_french, self.trial.text.sentences))

    def is_of_unknown(self) -> bool:
        """Return whether a name of which the database knows nothing says whose a number is: «12 %
        d'Algérie».
        """
        behind = range(self.last + 1, self.last + 1 + WHOSE)
        near = [unit for unit in self.units if unit.first in behind and unit.is_proper]
        return any(self.is_joined_by_of(unit.first - 1) for unit in near)

    def is_joined_by_of(self, place: int) -> bool:
        """Return whether a token says of whom or of where: «de», "of", «d'»."""
        return self.text.has("of", place) or self.text.has("wedge", place)

    def is_french(self, sentence: Sentence) -> bool:
        """Return whether a sentence names France, its capital, or its side."""
        units = self.trial.windows.units(sentence)
        if any(unit.key in FRENCH for unit in units):
            return True
        return self.words.any("french_party", sentence.words)

    def names_party(self, frame: Frame) -> bool:
        """Return whether the sentence names somebody or an organisation of an event."""
        parties = frame.people | {*frame.bodies}
        return any(unit.key in parties for unit in self.units)

    def is_kazakh(self, sentence: Sentence) -> bool:
        """Return whether a sentence names Kazakhstan, one of its capitals, or its side."""
        units = self.trial.windows.units(sentence)
        if any(unit.key in KAZAKH for unit in units):
            return True
        return self.words.any("kazakh_party", sentence.words)

    def is_of_another_president(self) -> bool:
        """Return whether the sentence calls somebody president whom the database does not know,
        though it knows those of both countries.
        """
        return any(map(self.is_president, people.strangers(self.trial, self.sentence)))

    def is_president(self, claim: Claim) -> bool:
        """Return whether the word before a name calls its bearer president."""
        return PRESIDENT in roles.at(self.text, claim.first - 1)

    # ---- another pair

    def is_of_another_pair(self, frame: Frame) -> bool:
        """Return whether the sentence joins one of two whom a title of the event joins to
        another, and does not name the second: «Rennes et Diyarbakir».
        """
        pair = set(filter(self.is_paired, frame.titling))
        own = [unit for unit in self.units if self.is_paired(unit.key)]
        if len(pair) < FEW or pair <= {unit.key for unit in own}:
            return False
        return any(self.is_joined_to_untold(unit, frame) for unit in own)

    def is_joined_to_untold(self, unit: TextUnit, frame: Frame) -> bool:
        """Return whether a name that an event tells is joined to one that it does not."""
        joined = self.trial.joined(unit.first, unit.last)
        is_told = self.level(unit, frame) > 0
        return is_told and any(self.is_untold(other, frame) for other in joined)

    def is_paired(self, key: str) -> bool:
        """Return whether a name is one of those that are joined to another."""
        return key not in COUNTRIES and self.trial.speller.kinds.get(key, "") in PAIRED

    def is_untold(self, unit: TextUnit, frame: Frame) -> bool:
        """Return whether a unit is a name of which an event does not tell."""
        return unit.is_proper and not self.level(unit, frame)

    # ---- another thing

    def is_of_another_thing(self, frame: Frame) -> bool:
        """Return whether years are counted of a thing of which the event does not tell: «за 33
        года взаимодействия».
        """
        if self.claim.kind != "elapsed":
            return False
        if self.text.gap(self.last) != " ":
            return False
        unit = self.trial.windows.unit_at(self.last + 1)
        if unit is None or not is_cyrillic(self.text.words[unit.first]):
            return False
        return self.trial.is_telling(unit) and not self.level(unit, frame)

    def is_of_earlier(self) -> bool:
        """Return whether time would be counted from an event to itself, so that an earlier one of
        its kind is meant: "eleven years after the last summit in Istanbul".
        """
        in_years = self.claim.kind == "elapsed" and self.claim.unit == "year"
        return in_years and self.found.facts.get("elapsed") == 0

    # ---- another town, somebody else

    def is_of_another_town(self, frame: Frame) -> bool:
        """Return whether a town only says which thing is meant («le forum de Lyon», "16.81% of
        Kashagan"), or a number is told of what was done in a town of which the event does not
        tell; not on the event's own day.
        """
        if self.is_on_its_day(frame):
            return False
        if self.claim.kind == "place":
            return self.tells_which(frame)
        if self.claim.kind != "count" or not self.is_otherwise_dated(frame):
            return False
        return any(self.is_untold_town(unit, frame) for unit in self.beside_it)

    def is_otherwise_dated(self, frame: Frame) -> bool:
        """Return whether a date of the claim's part of the sentence is none of the event's."""
        begun, ended = self.cell
        own = [each for each in self.moments if begun <= each.first < ended]
        told = [each for each in own if each.first not in self.trial.dateline]
        return not all(self.is_date_of(frame, each) for each in told)

    def is_date_of(self, frame: Frame, moment: Moment) -> bool:
        """Return whether a date may be one of an event."""
        return any(compare(moment, each) in AGREE for each in frame.dates)

    @property
    def beside_it(self) -> list[TextUnit]:
        """The units of the claim's part of the sentence."""
        begun, ended = self.cell
        return [unit for unit in self.units if begun <= unit.first < ended]

    def tells_which(self, frame: Frame) -> bool:
        """Return whether what stands before "of" a town is a share, a kind of happening, or a house
        that has sisters: each town may have its own.
        """
        if not self.text.has("of", self.first - 1):
            return False
        house = {unit.key for unit in self.units if unit.last == self.first - 2}
        if house & {*frame.bodies} and self.has_sisters(frame):
            return not any(self.is_date_of(frame, each) for each in self.moments)
        words = self.words_before(WHICH)
        return any(map(self.words.types, words)) or any(map(str.isdigit, words))

    def has_sisters(self, frame: Frame) -> bool:
        """Return whether an event is of one of several houses, in as many towns."""
        family = self.frames.family(frame)
        return any({*frame.places}.isdisjoint(each.places) for each in family)

    def is_of_somebody_else(self, frame: Frame) -> bool:
        """Return whether the last person named before a year or a month is one of whom the event
        does not tell: «Rybakina … quarter-finals of Roland-Garros in 2021».
        """
        moment = self.claim.moment
        if moment is None or moment.kind not in COARSE:
            return False
        people = self.people_before()
        return bool(people) and not self.level(people[-1], frame)

    def people_before(self) -> list[TextUnit]:
        """The people whom the sentence names before the claim."""
        before = [unit for unit in self.units if unit.first < self.first]
        return [unit for unit in before if self.is_somebody(unit, unit.last)]

    def is_of_unknown_name(self, frame: Frame) -> bool:
        """Return whether an unknown name that says of no sort what it is stands in what is no
        business: «la Vuelta avec Fabio Aru» names a rider.
        """
        if self.claim.kind != "organisation" or frame.category in BUSINESS:
            return False
        is_known = self.claim.form[0] in "_="
        return not (is_known or sorts.of_name(self.text, self.first, self.last))

    # ---- another model, or but a part

    def is_of_more(self, frame: Frame) -> bool:
        """Return whether a number is that of a model of which the event does not tell («20 KZ4AT»),
        or something is added to it ("five powers + Germany").
        """
        if self.claim.kind != "count":
            return False
        behind = range(self.last + 1, min(self.last + 1 + BEHIND, self.sentence.last))
        if any("+" in self.text.gap(place) for place in (self.last, *behind)):
            return True
        told = filter(None, (models.at(self.text, place) for place in behind))
        return any(not self.is_counted(model, frame) for model in told)

    def is_counted(self, model: str, frame: Frame) -> bool:
        """Return whether the event tells of a model, and just before it no number but the one that
        is held against the text.
        """
        first, *parts = frame.told.split(model)
        told = [first, *parts[:-1]]
        before = {word for part in told for word in part.split()[-BEHIND:] if word.isdigit()}
        return bool(parts) and (not before or self.found.expected in before)

    # ---- another line

    def is_of_another_line(self, frame: Frame) -> bool:
        """Return whether the sentence names a town of which the event does not tell, and not both
        of those that a title of it, a line, joins: that to London is not that to Paris; not on
        the event's own day.
        """
        if not self.frames.level(LINE, frame):
            return False
        if self.is_of_its_towns(frame) or self.is_on_its_day(frame):
            return False
        return any(self.is_untold_town(unit, frame) for unit in self.units)

    def is_of_its_towns(self, frame: Frame) -> bool:
        """Return whether the sentence names all the towns of the titles of an event, or they name
        but one.
        """
        ends = set(filter(self.is_town, frame.titling))
        return len(ends) < FEW or ends <= {unit.key for unit in self.units}

    def is_town(self, key: str) -> bool:
        """Return whether a name is that of a town."""
        is_place = self.trial.speller.kinds.get(key) == "place"
        return is_place and key not in towns.COUNTRIES and "region" not in key

    def is_untold_town(self, unit: TextUnit, frame: Frame) -> bool:
        """Return whether a unit is a town of which an event does not tell."""
        is_known = bool(self.words.named("cities", self.text.words[unit.first]))
        is_town = is_known or self.is_town(unit.key)
        return is_town and not self.level(unit, frame)

    def is_on_its_day(self, frame: Frame) -> bool:
        """Return whether a day of the sentence is that of an event."""
        return any(each.id == frame.id and moment.is_day for each, moment in self.meant_here)

    # ---- somebody else's organisation

    def is_affiliation(self, frame: Frame) -> bool:
        """Return whether an organisation is that of somebody whom no title of the event names:
        «Peggy Whitson de la NASA».
        """
        if self.claim.kind != "organisation":
            return False
        before = self.bearer()
        return before is not None and before.key not in frame.titling

    def bearer(self) -> TextUnit | None:
        """Whoever stands right before an organisation, but for small words between."""
        place = self.first - 1
        while place > self.sentence.first and self.is_small(place):
            place -= 1
        if place == self.first - 1 or self.is_set_apart(place):
            return None
        return next((unit for unit in self.units if self.is_somebody(unit, place)), None)

    def is_set_apart(self, place: int) -> bool:
        """Return whether a sign parts somebody from an organisation, with no "of" between: «Sous
        la baguette de Jean-Claude Casadesus, l'Orchestre …».
        """
        between = range(place + 1, self.first)
        is_parted = bool(self.text.gap(place).strip(" '’-"))
        return is_parted and not any(map(self.is_joined_by_of, between))

    def is_somebody(self, unit: TextUnit, place: int) -> bool:
        """Return whether a unit is the name of somebody that ends at a token."""
        if unit.last != place or not self.text.is_capital(place):
            return False
        return unit.kind == "person" or self.is_full_name(unit)

    def is_small(self, place: int) -> bool:
        """Return whether a token is a small word that joins somebody to his organisation."""
        return len(self.text.words[place]) <= SMALL and not self.text.is_capital(place)

    def is_full_name(self, unit: TextUnit) -> bool:
        """Return whether an unknown name has a first name before it."""
        is_unknown = unit.is_proper and not unit.kind
        return is_unknown and self.text.is_capital(unit.first - 1)
