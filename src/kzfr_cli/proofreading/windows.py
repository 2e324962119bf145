"""What stands around the claims of a text, graded by how far its clause is from theirs."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from itertools import pairwise
from typing import TypeVar

from kzfr_cli.proofreading import (
    durations,
    lexicon,
    tables,
    thresholds,
)
from kzfr_cli.proofreading.parting import (
    clause_of,
    is_date_only,
    is_of_another,
    is_of_next,
    is_opening,
    opening_times,
    opens,
)
from kzfr_cli.proofreading.text import (
    Sentence,
    Span,
    Text,
)
from kzfr_cli.proofreading.titles import TitledLists, opens_with_date
from kzfr_cli.proofreading.vocabulary import TextUnit

CLAUSE_AWAY = thresholds.of("clause-away")
OTHER_DATE = thresholds.of("other-date")
AFTER_BOUND = thresholds.of("after-bound")
SENTENCE_AWAY = thresholds.of("sentence-away")
"""What a unit still weighs one clause away; behind another date; after «avant, après»; in the
sentence before.
"""

CARRIED = thresholds.of("share")
"""What a unit of the sentence before weighs where a pronoun opens this one: «Elle a soufflé ses
dix bougies».
"""

SUBJECT = thresholds.of("whole")
"""What the subject weighs for a clause that says but a step of it: «…, signé le 3, a été
approuvé le 9 mai».
"""

SHARED = thresholds.of("share")
"""What a verb and a place weigh for a clause that leaves them out: «de Gaulle y fut en 1966,
Pompidou en 1970».
"""

HEAD = thresholds.of("share")
"""What a unit at the head of a table weighs for each of its rows."""

NEAR_STEP = 3
"""Words behind the step that opens a sentence among which its date stands."""

LITTLE = 1
"""Units of a clause that says but a time."""

HOME = "_kazakhstan"
"""The name of the country, which is a place, but no town."""

PLACES = frozenset(("place", "period"))
"""Kinds of units that say where something was."""

Graded = list[tuple[TextUnit, float]]
"""Units with what is left of their weight."""


Item = TypeVar("Item")


class Windows:
    """What stands around the claims of a text, graded."""

    def __init__(
        self,
        text: Text,
        units: Sequence[TextUnit],
        dated: Iterable[Span],
    ) -> None:
        self.text = text
        self._units = by_sentence(text, ((unit.first, unit) for unit in units))
        self._beginning = {unit.first: unit for unit in reversed(units)}
        self._dated = by_sentence(text, ((span[0], span) for span in dated))
        self._titles = TitledLists(self._dated, self._units)
        passed = (each for each in durations.find(text) if each.form == "ago")
        self._ago = by_sentence(text, ((each.first, each) for each in passed))
        ago = opening_times(text)
        for number in {**self._dated, **ago}:
            spans, sentence = self._dated.get(number, []), text.sentences[number]
            if len(spans) == 1 and sentence.is_row:
                sentence.clauses = [(sentence.first, sentence.last)]
            else:
                parted = self._parted(sentence, spans)
                sentence.clauses = self._joined(parted, spans, ago.get(number, []))

    def unit_at(self, place: int) -> TextUnit | None:
        """The unit that begins at a token, if any."""
        return self._beginning.get(place)

    def last_of(self, place: int) -> int:
        """The last token of the unit that begins at a token."""
        unit = self.unit_at(place)
        if unit is None:
            return place
        return unit.last

    def place_at(self, place: int) -> TextUnit | None:
        """The name of a place that begins at a token."""
        unit = self.unit_at(place)
        if unit is not None and unit.kind == "place":
            return unit
        return None

    def units(self, sentence: Sentence) -> list[TextUnit]:
        """The units of a sentence."""
        return self._units.get(sentence.number, [])

    def whole(self, sentence: Sentence) -> Graded:
        """The units of a whole sentence, all alike."""
        return [(unit, 1.0) for unit in self.units(sentence)]

    def around(
        self,
        sentence: Sentence,
        first: int,
        last: int,
    ) -> Graded:
        """The units of a sentence, graded by how far their clause stands from the tokens of a
        claim.
        """
        grades = self._grades(sentence, first)
        at = clause_of(sentence, first)
        shared = [*self._shared(sentence, first), *self._stood_for(sentence, at)]
        found = []
        for unit in self.units(sentence):
            if unit.last < first or unit.first > last:
                grade = grades[clause_of(sentence, unit.first)]
                found.append((unit, max(grade, SHARED) if unit in shared else grade))
        return found

    def own(
        self,
        sentence: Sentence,
        first: int,
        last: int,
    ) -> Graded:
        """The units of the claim's own clause, and of the one before it where a relative or a
        participle opens it.
        """
        clauses = sentence.clauses
        at = clause_of(sentence, first)
        tail = at + (self._leans_on(sentence, at) or self._is_completed(sentence, at))
        low, high = clauses[self._head(sentence, at)][0], clauses[tail][1]
        own = [
            (unit, 1.0)
            for unit in self.units(sentence)
            if low <= unit.first < high and (unit.last < first or unit.first > last)
        ]
        shared = [*self._shared(sentence, first), *self._stood_for(sentence, at)]
        return own + [(unit, SHARED) for unit in shared]

    def context(self, sentence: Sentence) -> Graded:
        """The units of the sentence before, at what they weigh for this one: but its towns, where
        this one names its own.
        """
        titled = self._titled(sentence)
        if (above := tables.head(sentence)) is not None:
            return [(unit, HEAD) for unit in self.units(above)] + titled
        before = sentence.previous
        if before is None or self.is_parted(before, sentence):
            return titled
        named = any(unit.key[0] == "_" for unit in self.units(sentence))
        carried = self.text.has("pronouns", sentence.first) and not named
        grade = CARRIED if carried else SENTENCE_AWAY
        is_elsewhere = any(map(self._is_of_town, self.units(sentence)))
        return [
            (unit, grade)
            for unit in self.units(before)
            if not (is_elsewhere and self._is_of_town(unit))
        ]

    def _titled(self, sentence: Sentence) -> Graded:
        """The units of the title under which an entry of a list stands, or a row."""
        title = self._titles.of(sentence)
        if title is None:
            return []
        return self.lent(title)

    def _is_of_town(self, unit: TextUnit) -> bool:
        """Return whether a unit is the name of a place that is no country."""
        if unit.kind != "place" or unit.key == HOME:
            return False
        return not lexicon.load().countries(self.text.words[unit.first])

    def is_parted(self, before: Sentence, sentence: Sentence) -> bool:
        """Return whether two sentences are about things of their own: each opens with its date, as
        the entries of a chronology, or the former ends a paragraph and the latter opens another.
        """
        gap = self.text.gap(before.last - 1)
        is_dated = opens_with_date(sentence, self._dated)
        if "\n" in gap and is_dated and opens_with_date(before, self._dated):
            return True
        begins = is_dated or not sentence.is_small
        return begins and before.ends_paragraph

    def lent(self, sentence: Sentence) -> Graded:
        """The units of a sentence, at what they weigh for the one beside it."""
        return [(unit, SENTENCE_AWAY) for unit in self.units(sentence)]

    # ---- clauses

    def _parted(self, sentence: Sentence, spans: Sequence[Span]) -> Iterator[Span]:
        """The clauses of a sentence, cut once more at an "and" that parts two dates."""
        words = lexicon.load()
        for begun, ended in sentence.clauses:
            inside = [span for span in spans if begun <= span[0] < ended]
            for (_, last), (first, _) in pairwise(inside):
                joints = [
                    place
                    for place in range(last + 1, first)
                    if words.has("joints", self.text.words[place])
                ]
                if joints:
                    yield begun, joints[0]
                    begun = joints[0]
            yield begun, ended

    def _joined(
        self,
        clauses: Iterable[Span],
        spans: Sequence[Span],
        ago: Sequence[Span],
    ) -> list[Span]:
        """The clauses of a sentence; what is but a date belongs to the clause that it dates: the
        next where it comes first, else the one before. How long `ago` something was, opens it.
        """
        found: list[Span] = []
        lone: int | None = None
        ended = 0
        for begun, ended in clauses:
            if is_opening((begun, ended), lone, spans, ago):
                lone = begun if lone is None else lone
                continue
            if lone is not None:
                begun, lone = lone, None
            elif is_date_only(begun, ended, spans):
                if is_of_next(self.text, found, (begun, ended)):
                    lone = found.pop()[0] if found and opens(self.text, found[-1]) else begun
                    continue
                begun = found.pop()[0]
            found.append((begun, ended))
        if lone is not None:
            found.append((lone, ended))
        return found

    def _head(self, sentence: Sentence, at: int) -> int:
        """The clause with the subject of another."""
        while at and self._leans(sentence, at):
            at -= 1
        return at

    def _leans(self, sentence: Sentence, at: int) -> bool:
        """Return whether a clause leaves its subject to the one before: a relative, a participle
        or a verb opens it.
        """
        words = lexicon.load()
        begun, ended = sentence.clauses[at]
        while begun < ended - 1 and words.has("joints", self.text.words[begun]):
            begun += 1
        word, following = self.text.word(begun), self.text.word(begun + 1)
        if words.has("relatives", word) or words.facets(word):
            return True
        if words.has("auxiliaries", word) or words.has("participles", following):
            return True
        said = self._said(sentence, at)
        if not said:
            return False
        return all(words.facets(self.text.words[each.first]) for each in said)

    def _leans_on(self, sentence: Sentence, at: int) -> bool:
        """Return whether the first clause leaves its subject to the next: «Signée le 3 mai à
        Paris, la convention …».
        """
        if at or len(sentence.clauses) == 1:
            return False
        text, words = self.text, lexicon.load()
        begun, _ = sentence.clauses[0]
        following = begun + 1
        if not words.facets(text.words[begun]) or text.has("wedge", following):
            return False
        near = range(following, following + NEAR_STEP)
        dated = any(first in near for first, _ in self._dated.get(sentence.number, ()))
        return dated or text.has("at", following)

    def _is_completed(self, sentence: Sentence, at: int) -> bool:
        """Return whether a clause says but a time, and the next what was then: «il y a dix ans
        que …».
        """
        clauses = sentence.clauses
        if at + 1 >= len(clauses) or len(self._said(sentence, at)) > LITTLE:
            return False
        return lexicon.load().has("relatives", self.text.words[clauses[at + 1][0]])

    def _said(self, sentence: Sentence, at: int) -> list[TextUnit]:
        """The units of a clause."""
        begun, ended = sentence.clauses[at]
        return [unit for unit in self.units(sentence) if begun <= unit.first < ended]

    def _shared(self, sentence: Sentence, first: int) -> list[TextUnit]:
        """What a clause of nothing but names and a date leaves to the first clause: its verb and
        place; or what one leaves to it that says «celle de Chymkent»: all but where that was.
        """
        at = clause_of(sentence, first)
        if at and is_of_another(self.text, sentence.clauses[at]):
            return [unit for unit in self._said(sentence, 0) if unit.kind not in PLACES]
        if not at or not self._is_of_names(sentence, at):
            return []
        return [unit for unit in self._said(sentence, 0) if unit.kind != "person"]

    def _stood_for(self, sentence: Sentence, at: int) -> list[TextUnit]:
        """The person for whom the pronoun stands that opens a clause: «Claudie Haigneré décollait
        …; elle avait déjà volé vers Mir».
        """
        begun, _ = sentence.clauses[at]
        if not at or not self.text.has("pronouns", begun):
            return []
        persons = [unit for unit in self.units(sentence) if unit.kind == "person"]
        before = [unit for unit in persons if unit.first < begun]
        is_one = len({unit.key for unit in before}) == 1
        return before[:1] if is_one else []

    def _is_of_names(self, sentence: Sentence, at: int) -> bool:
        units = self._said(sentence, at)
        if not units:
            return False
        return all(unit.kind == "person" for unit in units)

    # ---- grades

    def _grades(self, sentence: Sentence, first: int) -> list[float]:
        clauses = sentence.clauses
        at = clause_of(sentence, first)
        grades = [1.0] * len(clauses)
        for step, order in ((-1, range(at - 1, -1, -1)), (1, range(at + 1, len(clauses)))):
            grade = 1.0
            for number in order:
                grade *= CLAUSE_AWAY
                if self._is_dated(sentence, clauses[number], first):
                    grade *= OTHER_DATE / CLAUSE_AWAY
                if step > 0 and lexicon.load().has(
                    "after", self.text.words[clauses[number][0]]
                ):
                    grade *= AFTER_BOUND / CLAUSE_AWAY
                grades[number] = grade
        head = self._head(sentence, at)
        if head < at:
            grades[head] = max(grades[head], SUBJECT)
        if self._leans_on(sentence, at) or self._is_completed(sentence, at):
            grades[at + 1] = max(grades[at + 1], SUBJECT)
        return grades

    def _is_dated(
        self,
        sentence: Sentence,
        clause: Span,
        claim: int,
    ) -> bool:
        dated = self._dated.get(sentence.number, ())
        if any(clause[0] <= first < clause[1] and first != claim for first, _ in dated):
            return True
        return any(
            clause[0] <= each.first < clause[1] and not each.lead <= claim <= each.behind
            for each in self._ago.get(sentence.number, ())
        )


def by_sentence(
    text: Text,
    found: Iterable[tuple[int, Item]],
) -> dict[int, list[Item]]:
    """What was found in a text, each with the token at which it begins, by sentence."""
    held: dict[int, list[Item]] = {}
    for place, item in found:
        held.setdefault(text.sentence(place).number, []).append(item)
    return held
