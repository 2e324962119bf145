"""Read what stands beside a date of a text: the verb that asks for a step, the noun, what says
that it is a plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import parting, tables
from kzfr_cli.proofreading.case import Case, Claim
from kzfr_cli.proofreading.dating import setting
from kzfr_cli.proofreading.dating.limits import (
    FAR_PLAN,
    NEAR_DATING,
    NEAR_PLAN,
    NEAR_VERB,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import is_break
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Graded

QUOTE = '"'
"""What every quotation mark is in a plain text."""

IN_FORCE = "in-force"
"""The step that only «en vigueur», "into force" tell, not the word alone."""


class AskingDate(Case):
    """A date of a text, with the words beside it."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        super().__init__(trial, claim)
        assert claim.moment is not None
        self.moment: Moment = claim.moment

    @property
    def context(self) -> Graded:
        """The units of the sentence that it leans on: the one before, or, of a heading, the one
        under it.
        """
        under = self.sentence.following
        if under is not None and (
            self.is_heading or setting.is_lead(self.text, self.moment)
        ):
            return self.trial.windows.lent(under)
        return super().context

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is all that a block says, and so dates what stands under it."""
        if not setting.is_apart(self.text, self.moment):
            return False
        return not any(self.frames.postings(unit.key) for unit in self.units)

    def verb_before(self) -> str:
        """The kind of date that a verb shortly before the date asks for, if any."""
        first, place = self.sentence.first, self.first
        for step in range(1, NEAR_VERB + 1):
            if place - step < first or self.text.gap(place - step).strip(" '-\n"):
                break
            if kinds := self.steps_at(place - step):
                return sorted(kinds)[0]
        return ""

    def verb_after(self) -> str:
        """The kind of date that a verb shortly after the date asks for, if any; one behind "and"
        is that of the next: «déposé le 30 mai et adopté le 13 décembre».
        """
        last, place = self.sentence.last, self.last
        for step in range(1, NEAR_VERB + 1):
            gap = self.text.gap(place + step - 1)
            if place + step >= last or is_break(gap) or gap.strip(" '-\n"):
                break
            if self.text.has("joints", place + step):
                break
            if kinds := self.steps_at(place + step):
                return sorted(kinds)[0]
        return ""

    def is_of_noun(self) -> bool:
        """Return whether the date belongs to the noun before it: «la visite du 3 mai»."""
        before = self.first - 1
        if not self.text.has("of", before):
            return False
        return self.text.gap(before) == " "

    def only_verb(self) -> str:
        """The kind of date that the only such verb of the clause, or the head of the column,
        asks for.
        """
        heads = {
            kind
            for word in tables.head_words(self.text, self.first)
            for kind in self.words.facets(word)
        }
        if len(heads) == 1:
            return next(iter(heads))
        own = self.steps_among(self.verb_places())
        kinds = own or self.steps_among(parting.verb_shared(self.sentence, self.first))
        if len(kinds) == 1:
            return next(iter(kinds))
        return ""

    def steps_among(self, places: Iterable[int]) -> set[str]:
        """The kinds of dates that some tokens ask for."""
        return {kind for place in places for kind in self.steps_at(place)}

    def verb_places(self) -> range:
        """The tokens among which its verb may stand: its part of the clause, or, in a row with but
        one date, the whole row: «entrée en vigueur | 21 août 2000».
        """
        begun, ended = self.clause
        first, last = self.cell
        if self.sentence.is_row and len(self.moments) == 1:
            return range(self.sentence.first, self.sentence.last)
        return range(max(begun, first), min(ended, last))

    def steps_at(self, place: int) -> frozenset[str]:
        """The kinds of dates that a token asks for; a "force" that is not one of "in force" asks
        for none.
        """
        kinds = self.words.facets(self.text.words[place])
        if IN_FORCE not in kinds or is_cyrillic(self.text.words[place]):
            return kinds
        if self.text.has("within", place - 1):
            return kinds
        return kinds - {IN_FORCE}

    def unasked(self) -> str:
        """Why the date is not judged at all, or nothing."""
        if why := self.attitude():
            return why
        if setting.is_refused(self.text, self.moment):
            return "rejected"
        if setting.is_of_id(self.text, self.moment):
            return "no-event"
        is_any_day = self.moment.is_indefinite and self.moment.kind not in ("month", "year")
        if is_any_day or self.moment.kind in ("decade", "century"):
            return "no-event"
        if self.is_quoted_day():
            return "no-date"
        if not self.moment.is_resolved and self.moment.month is None:
            return "no-date"
        return ""

    def is_quoted_day(self) -> bool:
        """Return whether a day is counted from that on which somebody else spoke: "today", in
        quotation marks.
        """
        if not self.moment.relative.startswith("day"):
            return False
        text = self.text
        begun = max(text.starts[self.sentence.first] - 1, 0)
        before = text.plain[begun : text.starts[self.first]]
        return before.count(QUOTE) % 2 == 1

    def unasserted(self) -> str:
        """Why the text does not assert the date, or nothing."""
        if self.is_to_come() or self.is_planned():
            return "planned"
        begun = max(self.first - NEAR_DATING, self.cell[0])
        ended = min(self.last + 1 + NEAR_VERB, self.sentence.last)
        if any(map(self.is_dating, range(begun, ended))):
            return "rejected"
        return ""

    def is_dating(self, place: int) -> bool:
        """Return whether a token is a verb by which somebody gives a date: not «a donné», which
        ends in an accent, «donne un concert».
        """
        text = self.text
        if not text.has("dating", place) or text.has("indefinite", place + 1):
            return False
        is_participle = text.said(place, place)[-1:].lower() != text.words[place][-1:]
        return not (is_participle or text.has("auxiliaries", place - 1))

    def is_to_come(self) -> bool:
        """Return whether the date lies after the text's own."""
        today = self.today
        return bool(today and self.moment.earliest and self.moment.earliest > today)

    def is_planned(self) -> bool:
        """Return whether a word near the date says that it is a plan."""
        begun, ended = self.clause
        first = max(self.sentence.cell(begun)[0], min(begun, self.first - NEAR_PLAN))
        own = self.text.words[first : min(ended, self.last + FAR_PLAN)]
        return self.words.any("planned", own)

    def noun(self) -> TextUnit | None:
        """The noun that the date belongs to: «la visite du 3 mai»; in «du 3 au 5 mai» there is
        none.
        """
        of = self.first - 1
        if self.moment.kind == "span":
            return None
        joined = self.text.has("of", of) and self.text.gap(of) == " "
        if joined and of > 0:
            return self.trial.windows.unit_at(of - 1)
        return None
