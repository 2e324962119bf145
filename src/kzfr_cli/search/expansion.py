"""Find what a word of the query may stand for among the words of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from math import log

from kzfr_cli.core.record import pair
from kzfr_cli.languages.stems import SHORTEST_ROOT, are_forms, are_related, latin, stems
from kzfr_cli.search.parsing import Term
from kzfr_cli.search.result import DATE, EXACT, FUZZY, PREFIX, STEM, SYNONYM

STRENGTH = {EXACT: 1.0, SYNONYM: 0.95, STEM: 0.9, PREFIX: 0.7, FUZZY: 0.7, DATE: 1.0}
"""How much a match counts by how it was found."""

SHARED = 0.6
"""How much a word counts that is only a part of a name and part of other names too: «université».
"""

SURNAME = 0.95
PART_COVERAGE = 0.75
PART = 0.85
"""How much a word counts that is a part of one name only: a surname."""

SUBJECT = 0.6
"""How much a word counts that names the category of an event rather than standing in its text."""

OTHER_DATE = 0.85
"""How much a date counts that is not the one an event goes by: the ratification of what was signed
before.
"""

SAID = 0.65
"""How much a word counts that says the same in another language."""

OTHER_SPELLING = 0.97
"""How much another spelling of a name counts in a text, beside its token."""

RELATED_COVERAGE = 0.85
RELATED = 0.6
"""How much a word counts that is made from the same root: «reconnu» for «reconnaissance»."""

SOFT = 0.9
"""What a word weighs that only hints: «allé», "came"."""

SEVERAL = 1.4
"""How much the words of one spelling weigh together, when one of them alone weighs 1."""

FEW = 300
"""Events that are reckoned with at least: what is rare in twenty says nothing."""

LETTERS_THAT_TELL = 5
"""Letters from which a word that the database does not know weighs as much as the rarest."""

SMALL_LETTERS, UNTOLD = 0.5, 0.8
"""How much of a word's weight must be covered when it is typed with a small letter, beside capitals
or without.
"""

PROPER_KINDS = ("person", "place", "organisation", "institution")
"""Kinds of names without which an entry is hardly what is asked for."""

FEMININE = ("aise", "aises", "akhe", "akhes", "woman", "women", "enka", "yanka", "aya")
MOST_SPELLINGS = 16
MOST_FORMS = 24
"""Words of the database that one word of the query may stand for; the closest and the most frequent
are kept.
"""

MOST_PREFIXED = 200
FREE_UNTIL = 4
"""Letters from which one edit is forgiven; two from twice as many."""

SHORTEST_PREFIX = 3
EDIT, FIRST_LETTER, SECOND_LETTER, SHORT_WORD = 0.15, 0.25, 0.05, 0.1
"""What each edit costs of a match, and an edit of the first letter, of the second, of a word of
four letters.
"""

SHORT = 5


OWN_WORDS = """
SELECT DISTINCT word FROM spellings AS own WHERE token = ? AND length(word) > 3
AND NOT EXISTS (SELECT 1 FROM spellings AS others WHERE others.word = own.word AND others.token <> own.token)
"""


@pair
class Form:
    """Say how well a token of the index answers a word of the query, and how it was found."""

    token: str
    how: str
    strength: float
    coverage: float = 1.0
    spellings: tuple[str, ...] = ()


class Unit:
    """Hold one term of the query with every token that answers it, and its weight: its rarity.

    `names` are the spellings of several words that the query has whole; `is_name` says that it
    leads to a name.
    """

    __slots__ = (
        "claim",
        "forms",
        "is_forgiving",
        "is_name",
        "is_proper",
        "names",
        "term",
        "weight",
    )

    def __init__(self, term: Term) -> None:
        self.term = term
        self.forms: dict[str, Form] = {}
        self.weight = 0.0
        self.is_forgiving = False
        self.claim = 0.0
        self.is_name = False
        self.is_proper = False
        self.names: set[str] = set()

    def offer(self, form: Form) -> None:
        """Take a form in unless there is a better one for its token."""
        known = self.forms.get(form.token)
        if known is None or form.strength > known.strength:
            self.forms[form.token] = form


class Lexicon:
    """Look words up in the vocabulary and spellings of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.counts: dict[str, int | None] = {}

    @cached_property
    def events(self) -> int:
        """Count the events."""
        number: int = self.connection.execute(
            "SELECT value FROM lexicon WHERE key = 'events'"
        ).fetchone()[0]
        return number

    def count(self, word: str) -> int | None:
        """Count the documents of a word; None when the database does not know it."""
        if word not in self.counts:
            row = self.connection.execute(
                "SELECT documents FROM vocabulary WHERE word = ?", (word,)
            ).fetchone()
            self.counts[word] = row[0] if row else None
        return self.counts[word]

    def rarity(self, documents: int) -> float:
        """Weigh a word by how few documents have it."""
        events = max(self.events, FEW)
        return log(1 + events / (min(documents, events) + 1))

    def spellings(self, word: str) -> list[tuple[str, str, str]]:
        """List the (token, spelling, kind) of the names and tags that have a word in a spelling."""
        query = (
            "SELECT DISTINCT token, spelling, kind FROM spellings WHERE word = ? ORDER BY "
            "token, spelling"
        )
        return self.connection.execute(query, (word,)).fetchall()

    def other_spellings(self, token: str) -> list[str]:
        """List the spellings of a name, those of one word first, without the shortest, which may be
        a common word.
        """
        query = (
            "SELECT DISTINCT spelling FROM spellings WHERE token = ? AND length(spelling) > 3 "
            "AND kind <> 'part'"
            " ORDER BY spelling LIKE '% %', spelling LIMIT ?"
        )
        return [spelling for (spelling,) in self.connection.execute(query, (token, MOST_SPELLINGS))]

    def surnames(self, token: str) -> set[str]:
        """List the last words of a person's spellings."""
        return {spelling.rpartition(" ")[2] for spelling in self.other_spellings(token)}

    def to_highlight(self, token: str) -> list[str]:
        """List what to mark of a name in a text: its spellings, and the words that no other name
        has.
        """
        spellings = self.connection.execute(
            "SELECT DISTINCT spelling FROM spellings WHERE token = ?", (token,)
        )
        own = self.connection.execute(OWN_WORDS, (token,))
        return [text for (text,) in [*spellings, *own]]

    def synonyms(self, word: str, is_cyrillic: bool) -> list[tuple[str, str]]:
        """List what says the same as a word: the token of a kind of events or nothing, and words."""
        keys = stems(word, is_cyrillic)
        marks = ",".join("?" * len(keys))
        query = (
            f"SELECT DISTINCT token, said FROM thesaurus WHERE word IN ({marks}) ORDER BY number"
        )
        return self.connection.execute(query, keys).fetchall()

    def beginning(self, prefix: str, limit: int = MOST_PREFIXED) -> list[tuple[str, int]]:
        """List the words that begin with a prefix, with their numbers of documents."""
        query = "SELECT word, documents FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?"
        return self.connection.execute(query, (prefix, prefix + "{", limit)).fetchall()

    def of_length(self, first: int, last: int) -> Iterator[str]:
        """List the words that have so many letters."""
        query = "SELECT words FROM buckets WHERE length BETWEEN ? AND ?"
        for (words,) in self.connection.execute(query, (first, last)):
            yield from words.split()


def expand(lexicon: Lexicon, terms: tuple[Term, ...]) -> list[Unit]:
    """Find for each term what it says exactly; where the database does not know a word, what is
    near it.
    """
    asked = {term.word for term in terms if not term.date}
    units = [Unit(term) for term in terms]
    for unit in units:
        if unit.term.date:
            for token, worth in unit.term.date.tokens.items():
                unit.offer(Form(token, DATE, worth, worth))
                unit.offer(Form("_o" + token[1:], DATE, worth * OTHER_DATE, worth * OTHER_DATE))
        elif unit.term.is_phrase:
            unit.offer(Form(unit.term.word, EXACT, 1.0, 1.0, (unit.term.word,)))
        else:
            exactly(lexicon, unit, unit.term.word, asked)
    join(lexicon, units)
    for unit in units:
        if not unit.forms:
            forgive(lexicon, unit, asked)
    for unit in units:
        unit.weight = weigh(lexicon, unit)
    share(units)
    for unit in units:
        if unit.term.is_soft:
            unit.weight = min(unit.weight, SOFT)
    claim(lexicon, units)
    return units


def claim(lexicon: Lexicon, units: list[Unit]) -> None:
    """Reckon how much an entry must have of each unit: among capitals, what has a small letter is
    no name.
    """
    has_capitals = any(unit.term.is_capital and not unit.term.is_first for unit in units)
    for unit in units:
        term = unit.term
        unit.is_proper = term.is_capital and (not term.is_first or lexicon.count(term.word) is None)
        lower = SMALL_LETTERS if has_capitals else UNTOLD
        unit.claim = unit.weight * (
            1.0 if unit.is_name or unit.is_proper or term.date or term.is_phrase else lower
        )


def share(units: list[Unit]) -> None:
    """Let the words of one spelling weigh little more than one word: «nour soultan» is one thing
    asked for.
    """
    for unit in units:
        together = max(
            (sum(name in other.names for other in units) for name in unit.names), default=1
        )
        if together > 1:
            unit.weight *= SEVERAL / together


def exactly(
    lexicon: Lexicon, unit: Unit, word: str, asked: set[str], how: str = EXACT, scale: float = 1.0
) -> None:
    """Offer the word itself, the names and subjects it leads to, and its other grammatical forms."""
    coverage = 1.0 if how == EXACT else scale
    if lexicon.count(word) and not unit.term.is_acronym:
        unit.offer(Form(word, how, STRENGTH[how] * scale, coverage, (word,)))
    named(lexicon, unit, word, asked, how, scale)
    if how == EXACT and not any(letter.isdigit() for letter in word):
        inflected(lexicon, unit, word, asked)
        said_otherwise(lexicon, unit, word)


def inflected(lexicon: Lexicon, unit: Unit, word: str, asked: set[str]) -> None:
    """Offer the other grammatical forms of a word."""
    is_cyrillic = unit.term.is_cyrillic
    for other, documents in lexicon.beginning(root(word, is_cyrillic)):
        if other != word and are_forms(word, other, is_cyrillic):
            if documents:
                unit.offer(Form(other, STEM, STRENGTH[STEM], 1.0, (other,)))
            named(lexicon, unit, other, asked, STEM, 1.0)


def root(word: str, is_cyrillic: bool) -> str:
    """Give the letters that all forms of a word begin with."""
    if is_cyrillic:
        return word[: max(SHORTEST_ROOT, len(word) - 4)]
    stemmed = latin(word)
    return stemmed[:-1] if len(stemmed) > 4 else stemmed


def said_otherwise(lexicon: Lexicon, unit: Unit, word: str) -> None:
    """Offer the words that say the same in another language, and the kind of events that a word
    names.
    """
    for token, words in lexicon.synonyms(word, unit.term.is_cyrillic):
        if token and lexicon.count(token):
            unit.offer(Form(token, SYNONYM, SUBJECT))
        for other in words.split():
            if other != word and lexicon.count(other):
                unit.offer(Form(other, SYNONYM, SAID, 1.0, (other,)))


def named(lexicon: Lexicon, unit: Unit, word: str, asked: set[str], how: str, scale: float) -> None:
    """Offer the names and tags that are spelt with a word: surely when the query has a whole
    spelling.
    """
    found = lexicon.spellings(word)
    tokens = {token for token, _, _ in found if lexicon.count(token)}
    shown = SYNONYM if how == EXACT else how
    certain = STRENGTH[SYNONYM] * scale * (1.0 if how == EXACT else STRENGTH[how])
    wholes = {
        spelling
        for _, spelling, _ in found
        if all(part == word or part in asked for part in spelling.split())
    }
    for token, spelling, kind in found:
        parts = spelling.split()
        whole = spelling in wholes
        if word in wholes and not whole:
            continue
        is_surname = kind == "person" and word == parts[-1]
        is_own = len(tokens) == 1 or is_surname
        worth = 1.0 if whole else SURNAME if is_surname else PART if is_own else SHARED
        if how in (EXACT, STEM) and kind in PROPER_KINDS and (whole or is_surname):
            unit.is_name = True
        if lexicon.count(token):
            unit.offer(
                Form(
                    token,
                    shown,
                    certain * worth,
                    scale if worth >= PART else scale * PART_COVERAGE,
                    (spelling,),
                )
            )
        if is_own and kind == "person" and not whole:
            for surname in lexicon.surnames(token):
                if surname != word and lexicon.count(surname):
                    unit.offer(
                        Form(surname, shown, certain * SURNAME * OTHER_SPELLING, scale, (surname,))
                    )
        if whole and how == EXACT and " " in spelling:
            unit.names.add(spelling)
        if whole and not token.startswith("_tag_"):
            demonym = kind == "demonym"
            for other in lexicon.other_spellings(token):
                if other == word or (demonym and is_feminine(word) != is_feminine(other)):
                    continue
                if " " in other or lexicon.count(other):
                    same = other.replace(" ", "") == word
                    strength = SAID if demonym else certain * (1.0 if same else OTHER_SPELLING)
                    unit.offer(Form(other, shown, strength, scale, (other,)))


def differ_in_gender(one: str, other: str) -> bool:
    """Tell whether two words are «français» and «française», or one and its plural."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ("e", "s", "es")


def is_feminine(word: str) -> bool:
    """Tell whether the name of an inhabitant is that of a woman, as far as its end shows it."""
    return word.endswith(FEMININE)


def join(lexicon: Lexicon, units: list[Unit]) -> None:
    """Offer to two words side by side the one that they make together: «nour soultan»,
    `noursoultan`.
    """
    for left, right in pairwise(units):
        if left.term.date or right.term.date or left.term.is_phrase or right.term.is_phrase:
            continue
        joined = left.term.word + right.term.word
        if not joined.isdigit() and lexicon.count(joined):
            for unit in (left, right):
                unit.offer(Form(joined, EXACT, STRENGTH[SYNONYM], 1.0, (joined,)))


def forgive(lexicon: Lexicon, unit: Unit, asked: set[str]) -> None:
    """Offer what is near the word: words that it begins, when it is the last, and its misspellings."""
    unit.is_forgiving = True
    word = unit.term.word
    if unit.term.is_last and len(word) >= SHORTEST_PREFIX:
        prefixed(lexicon, unit, word, asked)
    if word.isalpha() and len(word) >= FREE_UNTIL:
        related(lexicon, unit, word)
        misspelt(lexicon, unit, word, asked)


def related(lexicon: Lexicon, unit: Unit, word: str) -> None:
    """Offer the words made from the same root, in French and English."""
    if unit.term.is_cyrillic or len(word) <= SHORTEST_ROOT:
        return
    for other, documents in lexicon.beginning(word[: max(SHORTEST_ROOT, len(word) - 5)]):
        if (
            documents
            and other != word
            and are_related(word, other)
            and not differ_in_gender(word, other)
        ):
            unit.offer(Form(other, STEM, RELATED, RELATED_COVERAGE, (other,)))


def prefixed(lexicon: Lexicon, unit: Unit, word: str, asked: set[str]) -> None:
    """Offer the most frequent words that begin with a word."""
    found = sorted(lexicon.beginning(word), key=lambda item: (-item[1], item[0]))[:MOST_FORMS]
    for other, _ in found:
        if other != word:
            scale = 0.75 + 0.25 * len(word) / len(other)
            exactly(lexicon, unit, other, asked, PREFIX, scale)


def misspelt(lexicon: Lexicon, unit: Unit, word: str, asked: set[str]) -> None:
    """Offer the words at one or two edits; an edit among the first letters counts more."""
    for other, scale in near(lexicon, word)[:MOST_FORMS]:
        exactly(lexicon, unit, other, asked, FUZZY, scale)


def allowed(word: str) -> int:
    """Give the number of edits that are forgiven in a word of that length."""
    return 0 if len(word) < FREE_UNTIL else 1 if len(word) < 2 * FREE_UNTIL else 2


def near(lexicon: Lexicon, word: str, edits: int | None = None) -> list[tuple[str, float]]:
    """List the words within some edits of a word, the closest first, each with how close it is."""
    from rapidfuzz.distance import OSA

    most = allowed(word) if edits is None else edits
    distance = OSA.distance
    found: list[tuple[float, int, str]] = []
    for other in lexicon.of_length(len(word) - most, len(word) + most):
        edited = distance(word, other, score_cutoff=most)
        if edited <= most and other != word:
            cost = (
                EDIT * edited
                + FIRST_LETTER * (other[0] != word[0])
                + SECOND_LETTER * (other[1] != word[1])
            )
            found.append(
                (cost + SHORT_WORD * (len(word) < SHORT), -(lexicon.count(other) or 0), other)
            )
    return [(other, 1.0 - cost) for cost, _, other in sorted(found)]


def weigh(lexicon: Lexicon, unit: Unit) -> float:
    """Weigh a unit by the rarity of what it says most surely."""
    if unit.term.is_phrase:
        return sum(lexicon.rarity(lexicon.count(word) or 0) for word in unit.term.words)
    if not unit.forms:
        return lexicon.rarity(0) * min(1.0, len(unit.term.word) / LETTERS_THAT_TELL)
    best = max(form.coverage for form in unit.forms.values())
    return lexicon.rarity(
        max(lexicon.count(form.token) or 0 for form in unit.forms.values() if form.coverage >= best)
    )
