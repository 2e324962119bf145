"""The words that say the same, as few of them as a search among some events needs.

Of the words of one root the shortest stands for all: whoever reads them looks for the others. What
the titles of the events say already in four languages is left out: a word that finds no event which
the others do not find, and, as a word that leads to them, one that stands in most of these events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kzfr_cli.core import tokens
from kzfr_cli.core.record import pair, replace
from kzfr_cli.languages import language, letters
from kzfr_cli.languages.folding import words
from kzfr_cli.languages.small_words import CYRILLIC, LATIN
from kzfr_cli.languages.stems import SHORTEST_ROOT, are_forms, are_related
from kzfr_cli.store.index import thesaurus

SCRIPTS = (False, True)
"""Whether a script is the Cyrillic one."""

FOUND_ONLY, LEADING_ONLY = "~", "^"
"""What stands before a word that only is found, or that only leads to the others."""


MOST = 0.8
"""The share of the events of a line from which a word finds them without it."""


class Shelf:
    """Some events by the folded words of their texts, and the scripts of the languages in which
    they are told: what is typed in another finds the titles alone.
    """

    def __init__(
        self,
        texts: Iterable[str],
        languages: Iterable[str],
    ) -> None:
        self.languages = frozenset(languages)
        self.scripts = frozenset(code in CYRILLIC for code in self.languages)
        self.events: dict[str, set[int]] = defaultdict(set)
        self.starts: dict[str, list[str]] = defaultdict(list)
        for place, text in enumerate(texts):
            for word in set(words(text)):
                self.events[word].add(place)
        for word in self.events:
            self.starts[word[:SHORTEST_ROOT]].append(word)

    def reads(self, form: str) -> bool:
        """Return whether a word is in the letters of the languages: those of Kazakh alone, too."""
        if not language.KAZAKH_LETTERS.isdisjoint(form) and "kk" not in self.languages:
            return False
        return letters.is_cyrillic(form) in self.scripts

    def having(
        self,
        said: str,
        is_cyrillic: bool,
    ) -> set[int]:
        """Return the places of the events that have a word in any form of its root; of several
        words with `_` between them, those that have them all.
        """
        first, *others = (self.of_root(word, is_cyrillic) for word in said.split("_"))
        return first.intersection(*others)

    def of_root(
        self,
        word: str,
        is_cyrillic: bool,
    ) -> set[int]:
        """Return the events that have a word in any form of its root."""
        near = self.starts.get(word[:SHORTEST_ROOT], ())
        forms = (other for other in near if is_one_word(word, other, is_cyrillic))
        return set().union(*(self.events[other] for other in forms))


@pair
class Synonym:
    """A word of a line, or several with `_` between them: whether it leads to the others, whether
    it is found through them, and in which events it stands.
    """

    word: str
    leads: bool
    is_found: bool
    is_cyrillic: bool
    events: frozenset[int]

    @property
    def written(self) -> str:
        """The word with its sign; nothing of one that does neither."""
        if self.leads and self.is_found:
            return self.word
        if self.leads:
            return LEADING_ONLY + self.word
        return FOUND_ONLY + self.word if self.is_found else ""


def lines(shelf: Shelf, how: int) -> tuple[str, ...]:
    """Return the lines of a kind, `thesaurus.SAME` or `thesaurus.WIDER`.

    Each is `kind:latin words;cyrillic words`; the kind of events before the colon is mostly none.
    """
    written = (
        line(typed, found, token, shelf)
        for typed, found, token, own in thesaurus.lines()
        if own == how
    )
    return tuple(filter(None, written))


def line(
    typed: str,
    found: str,
    token: str,
    shelf: Shelf,
) -> str:
    """Return one line, nothing when it leads to no event."""
    kind = tokens.identifier_of(token) if tokens.is_tag(token) else ""
    forms = [
        form for form in dict.fromkeys((*found.split(), *typed.split())) if shelf.reads(form)
    ]
    leads, is_found = set(typed.split()), set(found.split())
    every = [synonym(form, form in leads, form in is_found, shelf) for form in forms]
    told = needed(roots(every), bool(kind))
    parts = (
        " ".join(filter(None, (each.written for each in told if each.is_cyrillic == script)))
        for script in SCRIPTS
    )
    said = ";".join(parts)
    return f"{kind}:{said}" if kind or told else ""


def synonym(
    form: str,
    leads: bool,
    is_found: bool,
    shelf: Shelf,
) -> Synonym:
    """Return a word of a line with the events that have it."""
    word = "_".join(words(form))
    script = letters.is_cyrillic(form)
    return Synonym(word, leads, is_found, script, frozenset(shelf.having(word, script)))


def needed(every: list[Synonym], has_kind: bool) -> list[Synonym]:
    """Return the words that find an event which no other finds, and those that lead to more events
    than they have.
    """
    goal = set().union(*(each.events for each in every if each.is_found))
    if not goal and not has_kind:
        return []
    finding = set(finders(every))
    return [
        replace(
            each,
            is_found=each in finding,
            leads=each.leads and (has_kind or len(each.events & goal) < MOST * len(goal)),
        )
        for each in every
    ]


def finders(every: list[Synonym]) -> Iterator[Synonym]:
    """Yield words that find all events of a line between them, those that find most first."""
    seen: set[int] = set()
    left = [each for each in every if each.is_found]
    while left:
        best = max(left, key=lambda each: len(each.events - seen))
        if not best.events - seen:
            return
        seen |= best.events
        left.remove(best)
        yield best


def roots(every: Iterable[Synonym]) -> list[Synonym]:
    """Return the shortest word of each root."""
    kept: list[Synonym] = []
    for each in sorted(every, key=lambda each: len(each.word)):
        if each.word and not any(is_said_by(each, other) for other in kept):
            kept.append(each)
    return kept


def is_said_by(one: Synonym, other: Synonym) -> bool:
    """Return whether a word is found, and leads, wherever another does."""
    if one.is_cyrillic != other.is_cyrillic or "_" in one.word + other.word:
        return False
    if (one.leads and not other.leads) or (one.is_found and not other.is_found):
        return False
    return is_one_word(one.word, other.word, one.is_cyrillic)


def is_one_word(
    one: str,
    other: str,
    is_cyrillic: bool,
) -> bool:
    """Return whether two words are of one root; of ordinals, whether they are one number."""
    if one == other:
        return True
    if one[0].isdigit():
        return figure(one) == figure(other) != one
    if is_cyrillic:
        return are_forms(one, other, True)
    return are_related(one, other)


def figure(word: str) -> str:
    """Return the figures that a word begins with, as those of an ordinal."""
    return word.rstrip("abcdefghijklmnopqrstuvwxyz")


def elsewhere(shelf: Shelf) -> str:
    """Return the folded names of other countries, cities and peoples, those in Latin letters before
    a semicolon.
    """
    codes = (CYRILLIC if script else LATIN for script in SCRIPTS if script in shelf.scripts)
    held = {
        code for some in codes for code in some if some is LATIN or code in shelf.languages
    }
    return ";".join(
        " ".join(sorted(set(foreign(held.intersection(some))))) for some in (LATIN, CYRILLIC)
    )


def foreign(codes: Iterable[str]) -> Iterator[str]:
    """Yield the names of what is elsewhere in some languages, those of one word."""
    for code in codes:
        for name in language.of(code).words("search", "elsewhere"):
            found = words(name)
            if len(found) == 1:
                yield found[0]
