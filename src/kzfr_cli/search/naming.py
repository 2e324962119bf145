"""Find the names and subjects that are spelt with a word."""

from __future__ import annotations

from kzfr_cli.core import tokens
from kzfr_cli.core.record import pair
from kzfr_cli.search import weights
from kzfr_cli.search.lexicon import Lexicon, Spelling
from kzfr_cli.search.result import DATE, EXACT, FUZZY, PREFIX, STEM, SYNONYM
from kzfr_cli.search.units import Form, Unit

STRENGTH = {
    EXACT: 1.0,
    SYNONYM: 0.95,
    STEM: 0.9,
    PREFIX: weights.of("guess"),
    FUZZY: weights.of("guess"),
    DATE: 1.0,
}
"""How much a match counts by how it was found."""

SHARED = 0.6
"""How much a word counts that is only a part of a name and part of other names too: «université».
"""

PART_COVERAGE = 0.75
"""How far a word is covered by a name of which it is a part, as other names' it is too."""

OTHER_SPELLING = 0.97
"""How much another spelling of a name counts in a text, beside its token."""

DEMONYM = 0.65
"""How much the name of an inhabitant counts in another language."""

ORGAN = 0.8
"""How much the organ of an organisation counts that is asked for by the name of the whole."""

PROPER_KINDS = ("person", "place", "organisation", "institution")
"""Kinds of names without which an entry is hardly what is asked for."""

LIKE = 0.85
"""How like a name a word is that is surely meant for it: one edit, not among the first letters."""

FEMININE = ("aise", "aises", "akhe", "akhes", "woman", "women", "enka", "yanka", "aya")


@pair
class FoundName:
    """A spelling that has a word: whether the query has it whole, and whether the word is this
    name's only.
    """

    spelling: Spelling
    word: str
    is_whole: bool
    is_own: bool

    @property
    def is_surname(self) -> bool:
        """Whether the word is the last of a person's name."""
        return self.spelling.kind == "person" and self.word == self.spelling.text.split()[-1]

    @property
    def worth(self) -> float:
        """How much the word says of the name."""
        return 1.0 if self.is_whole or self.is_own else SHARED


class Namer:
    """Offers units the names and tags that are spelt with a word; `asked` are all the words of the
    query.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        asked: set[str],
    ) -> None:
        self.lexicon = lexicon
        self.asked = asked

    def offer(
        self,
        unit: Unit,
        word: str,
        how: str,
        scale: float = 1.0,
    ) -> None:
        """Offer what is spelt with a word: surely when the query has a whole spelling."""
        shown = SYNONYM if how == EXACT else how
        certain = STRENGTH[SYNONYM] * scale * (1.0 if how == EXACT else STRENGTH[how])
        needs_whole = unit.is_elsewhere or (how == FUZZY and scale < LIKE)
        for found in self.found(word):
            if needs_whole and not (found.is_whole or found.is_surname):
                continue
            self.note(
                unit,
                found,
                how,
                scale,
            )
            for form in self.forms(found, certain):
                unit.offer(
                    Form(
                        form.token,
                        shown,
                        form.strength,
                        scale * form.coverage,
                        form.spellings,
                    )
                )

    def note(
        self,
        unit: Unit,
        found: FoundName,
        how: str,
        scale: float,
    ) -> None:
        """Note on a unit what name it leads to, or is like, and the years of an old one."""
        if how in (EXACT, STEM):
            mark(unit, found)
        elif scale >= LIKE and is_proper(found):
            unit.is_like_name = True
        if how == EXACT and found.is_whole and found.spelling.kind == "place":
            unit.years = unit.years or self.lexicon.years_of(found.spelling)

    def found(self, word: str) -> list[FoundName]:
        """Return the spellings that have a word; only those that the query has whole, when one is
        the word.
        """
        spellings = self.lexicon.spellings(word)
        tokens = {each.token for each in spellings if self.lexicon.count(each.token)}
        wholes = {each.text for each in spellings if self.has_whole(each.text, word)}
        return [
            FoundName(
                each,
                word,
                each.text in wholes,
                self.is_own(
                    each,
                    word,
                    tokens,
                ),
            )
            for each in spellings
            if word not in wholes or each.text in wholes
        ]

    def has_whole(
        self,
        text: str,
        word: str,
    ) -> bool:
        """Return whether the query has every word of a spelling."""
        return all(part == word or part in self.asked for part in text.split())

    @staticmethod
    def is_own(
        spelling: Spelling,
        word: str,
        tokens: set[str],
    ) -> bool:
        """Return whether a word leads to one name only, or is its surname."""
        is_surname = spelling.kind == "person" and word == spelling.text.split()[-1]
        return len(tokens) == 1 or is_surname

    def forms(
        self,
        found: FoundName,
        certain: float,
    ) -> list[Form]:
        """Return the token of a name, its other spellings and its organs, each with its
        strength.
        """
        spelling, worth = found.spelling, found.worth
        forms: list[Form] = []
        if self.lexicon.count(spelling.token):
            coverage = PART_COVERAGE if worth == SHARED else 1.0
            forms.append(
                Form(
                    spelling.token,
                    "",
                    certain * worth,
                    coverage,
                    (spelling.text,),
                )
            )
        if found.is_own and spelling.kind == "person" and not found.is_whole:
            forms += self.surnames(found, certain)
        if found.is_whole and not tokens.is_tag(spelling.token):
            forms += self.other_spellings(found, certain)
            forms += [
                Form(
                    organ,
                    "",
                    certain * ORGAN,
                    1.0,
                    (spelling.text,),
                )
                for organ in self.lexicon.organs(spelling.token)
            ]
        return forms

    def surnames(
        self,
        found: FoundName,
        certain: float,
    ) -> list[Form]:
        """Return the other spellings of a surname."""
        strength = certain * OTHER_SPELLING
        surnames = self.lexicon.surnames(found.spelling.token) - {found.word}
        return [
            Form(
                surname,
                "",
                strength,
                1.0,
                (surname,),
            )
            for surname in surnames
            if self.lexicon.count(surname)
        ]

    def other_spellings(
        self,
        found: FoundName,
        certain: float,
    ) -> list[Form]:
        """Return the other spellings of a name, as they may stand in a text."""
        is_demonym = found.spelling.kind == "demonym"
        forms = []
        for other in self.lexicon.other_spellings(found.spelling.token):
            if is_demonym and is_feminine(found.word) != is_feminine(other):
                continue
            if found.spelling.kind == "place" and self.lexicon.is_of_person(other):
                continue
            if other != found.word and (" " in other or self.lexicon.count(other)):
                is_same = other.replace(" ", "") == found.word
                strength = certain * (1.0 if is_same else OTHER_SPELLING)
                forms.append(
                    Form(
                        other,
                        "",
                        DEMONYM if is_demonym else strength,
                        1.0,
                        (other,),
                    )
                )
        return forms


def is_proper(found: FoundName) -> bool:
    """Return whether a word is a proper name, or its surname."""
    return found.spelling.kind in PROPER_KINDS and (found.is_whole or found.is_surname)


def mark(unit: Unit, found: FoundName) -> None:
    """Note on a unit that it leads to a proper name."""
    if is_proper(found):
        unit.is_name = True


def is_feminine(word: str) -> bool:
    """Return whether the name of an inhabitant is that of a woman, as far as its end shows it."""
    return word.endswith(FEMININE)
