"""Find what a word of the query stands for among the words of the database."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kzfr_cli.core import tokens
from kzfr_cli.core.record import replace
from kzfr_cli.languages import kazakh_latin, letters
from kzfr_cli.languages.folding import fold
from kzfr_cli.languages.stems import (
    SHORTEST_ROOT,
    are_forms,
    are_kin,
    bare_stems,
    filled,
    latin,
    spelt_otherwise,
    squeezed,
    stems,
    voiced,
)
from kzfr_cli.search import naming, vocabulary, weights
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.naming import Namer
from kzfr_cli.search.result import DATE, EXACT, FUZZY, STEM, SYNONYM
from kzfr_cli.search.units import Choice, Form, Query, Term, Unit

OTHER_DATE = 0.85
"""How much a date counts that is not the one an event goes by: the ratification of what was signed
before.
"""

SAID = weights.of("said")
WIDER = weights.of("wider")
LETTERS_THAT_TELL = 5
"""Letters from which a word that the database does not know weighs as much as the rarest."""

RARE = 3
"""Documents up to which a word in Latin letters may be a Russian or Kazakh one: sources have
some.
"""

VOWELS = ("a", "e", "i", "o", "u", "y")
ORDINARY = 0.8
"""How much of its weight a word claims to be covered that is no proper name."""


def expand(lexicon: Lexicon, query: Query) -> list[Unit]:
    """Return a unit for each choice of the query, with what its words say exactly."""
    expander = Expander(lexicon, query.words)
    units = [expander.unit(choice) for choice in query.choices]
    for left, right in pairwise(units):
        expander.join(left, right)
    if all(unit.is_common for unit in units):
        for unit in units:
            unit.is_common = False
    for unit in units:
        unit.weight = weigh(lexicon, unit)
        unit.is_proper = is_proper(lexicon, unit)
        is_ordinary = unit.term.is_word and not (unit.is_name or unit.is_proper)
        unit.claim = unit.weight * (ORDINARY if is_ordinary else 1.0)
    return units


class Expander:
    """Offers units what their words may stand for; `asked` are all the words of the query."""

    def __init__(self, lexicon: Lexicon, asked: set[str]) -> None:
        self.lexicon = lexicon
        self.namer = Namer(lexicon, asked)

    def unit(self, choice: Choice) -> Unit:
        """Return the unit of a choice, with what its words say exactly."""
        units = [self.exact(term) for term in choice]
        for other in units[1:]:
            units[0].join(other)
        return units[0]

    def exact(self, term: Term) -> Unit:
        """Return a unit with what a term says exactly."""
        unit = Unit(term)
        if term.moment:
            for token, worth in term.moment.tokens(self.lexicon.years()).items():
                unit.offer(Form(token, DATE, worth, worth))
                other = worth * OTHER_DATE
                unit.offer(Form(tokens.of_other(token), DATE, other, other))
        elif term.is_phrase:
            unit.offer(
                Form(
                    term.word,
                    EXACT,
                    1.0,
                    1.0,
                    (term.word,),
                )
            )
        else:
            unit.is_common = term.word in self.lexicon.vocabulary.words("countries")
            self.offer(unit, term.word)
            if meant := fold(letters.in_one_script(term.typed)):
                self.offer(unit, meant)
            if " " in term.grouped:
                unit.offer(Form(term.grouped, EXACT, 1.0, 1.0, (term.grouped,)))
            if not term.is_cyrillic:
                self.in_latin_letters(unit)
            is_rare = (self.lexicon.count(term.word) or 0) <= RARE
            if term.word.isalpha() and (not unit.is_spelt or (is_rare and not unit.is_name)):
                self.for_want_of_letters(unit)
        return unit

    def for_want_of_letters(self, unit: Unit) -> None:
        """Offer what a word means that was typed without the letters of Kazakh, or in a Latin
        alphabet of one's own; in Cyrillic without its ending, when nothing is so written whole.
        """
        word = unit.term.word
        parts = bare_stems(word) if unit.term.is_cyrillic else []
        for typed in (word, *parts):
            meant = self.lexicon.meant(typed) if len(typed) > SHORTEST_ROOT else []
            kept = [
                other for other in meant if unit.term.is_cyrillic or is_other(typed, other)
            ]
            for other in kept:
                self.read_as(unit, other)
            if kept:
                return

    def read_as(self, unit: Unit, word: str) -> None:
        """Offer a word of Kazakh or Russian as if it had been typed in its own letters."""
        read = Unit(replace(unit.term, is_cyrillic=True))
        read.is_common = word in self.lexicon.vocabulary.words("countries")
        self.offer(read, word)
        unit.is_common = unit.is_common or read.is_common
        unit.join(read, is_name=unit.is_name or read.is_name)

    def in_latin_letters(self, unit: Unit) -> None:
        """Offer what a word of Kazakh or Russian means that was typed in Latin letters: «jibek
        joly».
        """
        word = kazakh_latin.folded(unit.term.typed)
        if unit.is_elsewhere:
            return
        is_own = word == unit.term.word or not self.lexicon.count(word)
        is_rare = (self.lexicon.count(unit.term.word) or 0) <= RARE
        if unit.forms and is_own and not (is_rare and self.is_root(word)):
            return
        if unit.forms or self.has_root(unit.term, word):
            self.read_as(unit, word)

    def is_root(self, word: str) -> bool:
        """Return whether other words of the database are a word with an ending, or it is one."""
        longer = (
            found for base in (word, voiced(word)) for found in self.lexicon.beginning(base)
        )
        is_begun = any(other != word for other, _ in longer)
        return is_begun or any(map(self.lexicon.count, stems(word, is_cyrillic=True)[1:]))

    def has_root(self, term: Term, word: str) -> bool:
        """Return whether the database has a word, or what it is without its ending: «almatyda».
        A long name takes endings that begin with a consonant: "Michelin" is no «Michel».
        """
        return any(
            self.lexicon.count(stem)
            for stem in stems(word, is_cyrillic=True)
            if not term.is_capital or may_bear(stem, word.removeprefix(stem))
        )

    def offer(self, unit: Unit, word: str) -> None:
        """Offer a word as it is typed, the names it leads to, its other forms, what says the
        same.
        """
        if self.lexicon.count(word) and not unit.term.is_acronym:
            unit.offer(
                Form(
                    word,
                    EXACT,
                    naming.STRENGTH[EXACT],
                    1.0,
                    (word,),
                )
            )
        if not (unit.is_common or unit.term.is_short_acronym):
            self.say(unit, word)
        self.namer.offer(unit, word, EXACT)
        if unit.term.is_short_acronym or any(letter.isdigit() for letter in word):
            return
        for other in self.forms(word, unit.term.is_cyrillic):
            if self.lexicon.count(other):
                unit.offer(
                    Form(
                        other,
                        STEM,
                        naming.STRENGTH[STEM],
                        1.0,
                        (other,),
                    )
                )
            self.namer.offer(unit, other, STEM)
        if not unit.is_common:
            self.relate(unit, word)

    def guess(
        self,
        unit: Unit,
        word: str,
        how: str,
        scale: float,
    ) -> None:
        """Offer a word that is only like the one typed, and the names it leads to."""
        if self.lexicon.count(word) and not unit.term.is_acronym:
            unit.offer(
                Form(
                    word,
                    how,
                    naming.STRENGTH[how] * scale,
                    scale,
                    (word,),
                )
            )
        self.namer.offer(unit, word, how, scale)

    def care(self, unit: Unit, word: str, scale: float) -> None:
        """Offer of the likeliest correction what would be offered if it had been typed, for
        less.
        """
        strength = naming.STRENGTH[FUZZY] * scale
        is_meant = scale >= naming.LIKE
        for other in self.forms(word, unit.term.is_cyrillic):
            if self.lexicon.count(other):
                unit.offer(
                    Form(
                        other,
                        FUZZY,
                        strength * naming.STRENGTH[STEM],
                        1.0 if is_meant else scale,
                        (other,),
                    )
                )
        if is_meant:
            self.say(unit, word, FUZZY, strength)

    def forms(self, word: str, is_cyrillic: bool) -> Iterator[str]:
        """Yield the grammatical forms of a word that the database has, without itself."""
        silent = self.silent(is_cyrillic)
        bases = dict.fromkeys(
            (
                word,
                squeezed(word),
                voiced(word),
            )
            if is_cyrillic
            else (word,)
        )
        for base in bases:
            for other, _ in self.lexicon.beginning(root(base, is_cyrillic)):
                if (
                    other != word
                    and other not in silent
                    and are_forms(base, other, is_cyrillic)
                ):
                    yield other
        yield from (
            form for form in self.wholes(word, is_cyrillic) if self.lexicon.knows(form)
        )

    @staticmethod
    def wholes(word: str, is_cyrillic: bool) -> list[str]:
        """Return what a word may be in the dictionary, or beyond the ocean; it may be no word."""
        if not is_cyrillic:
            return spelt_otherwise(word)
        cut = stems(word, is_cyrillic)[1:]
        return [
            form
            for form in (*cut, *(form for stem in cut for form in filled(stem)))
            if form != word
        ]

    def silent(self, is_cyrillic: bool) -> frozenset[str]:
        """Return the stop words of a script in which words have many endings: «после» is no form of
        «посол».
        """
        if not is_cyrillic:
            return frozenset()
        return self.lexicon.vocabulary.words(
            vocabulary.in_script("stop_words", is_cyrillic=True)
        )

    def say(
        self,
        unit: Unit,
        word: str,
        how: str = SYNONYM,
        scale: float = 1.0,
    ) -> None:
        """Offer the words that say the same, and the kind of events that a word names."""
        for token, words, is_wider in self.lexicon.synonyms(word, unit.term.is_cyrillic):
            if not words:
                unit.is_elsewhere = True
                continue
            if token and self.lexicon.count(token):
                unit.offer(Form(token, how, SAID * scale))
            strength = (WIDER if is_wider else SAID) * scale
            for other in words.split(" | "):
                if other != word and (" " in other or self.lexicon.count(other)):
                    unit.offer(Form(other, how, strength, 1.0, (other,)))

    def relate(self, unit: Unit, word: str) -> None:
        """Offer the words made from the same root, in French and English."""
        if unit.term.is_cyrillic or len(word) <= SHORTEST_ROOT:
            return
        how = STEM if self.lexicon.count(word) else FUZZY
        for other, documents in self.lexicon.beginning(
            word[
                : max(
                    SHORTEST_ROOT,
                    len(word) - 5,
                )
            ]
        ):
            if documents and other != word and are_kin(word, other, is_known=how == STEM):
                unit.offer(Form(other, how, SAID, naming.PART_COVERAGE, (other,)))

    def join(self, left: Unit, right: Unit) -> None:
        """Offer two words side by side what they say together: «nour soultan», «première
        pierre».
        """
        if not (left.term.is_word and right.term.is_word):
            return
        joined = left.term.word + right.term.word
        is_word = not joined.isdigit() and self.lexicon.count(joined)
        for unit in (left, right):
            self.say(unit, f"{left.term.word} {right.term.word}")
            if is_word:
                unit.offer(
                    Form(
                        joined,
                        EXACT,
                        naming.STRENGTH[SYNONYM],
                        1.0,
                        (joined,),
                    )
                )


def may_bear(name: str, ending: str) -> bool:
    """Return whether a name may have an ending."""
    return not ending or (len(name) > SHORTEST_ROOT and ending[0] not in VOWELS)


def is_other(typed: str, word: str) -> bool:
    """Return whether two spellings differ in more than an i for a y, which is a mere misspelling
    in Latin letters.
    """
    return typed.replace("y", "i") != word.replace("y", "i")


def root(word: str, is_cyrillic: bool) -> str:
    """Return the letters that all forms of a word begin with."""
    if is_cyrillic:
        return word[: max(SHORTEST_ROOT, len(word) - 4)]
    stemmed = latin(word)
    return stemmed[:-1] if len(stemmed) > 4 else stemmed


# ---- weights


def weigh(lexicon: Lexicon, unit: Unit) -> float:
    """Return the rarity of what a unit says most surely."""
    if len(unit.term.words) > 1:
        return sum(lexicon.rarity(lexicon.count(word) or 0) for word in unit.term.words)
    if not unit.forms:
        return lexicon.rarity(0) * min(
            1.0,
            len(unit.term.word) / LETTERS_THAT_TELL,
        )
    best = max(form.coverage for form in unit.forms.values())
    sure = [form.token for form in unit.forms.values() if form.coverage >= best]
    return lexicon.rarity(max(lexicon.count(token) or 0 for token in sure))


def is_proper(lexicon: Lexicon, unit: Unit) -> bool:
    """Return whether a word is a proper name, as its capital or the names of elsewhere tell."""
    if not unit.term.is_word:
        return False
    is_told = unit.term.is_capital and not (
        unit.term.is_first and lexicon.count(unit.term.word)
    )
    return is_told or unit.is_elsewhere
