"""The units of a text: the names in it, and what its other words are matched by across
languages.

A **unit** is the token of a name (`_astana`) or the root of a word: `#12` for a group of words
that say the same in several languages, else the first letters of the folded word, so that
«stratégique», "strategic" and «стратегический» are one.
"""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from functools import cached_property, lru_cache

from kzfr_cli.core.record import record
from kzfr_cli.languages import folding
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.languages.small_words import light, stop_words
from kzfr_cli.languages.stems import (
    cyrillic_endings,
    latin,
    squeezed,
    stems,
)
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.text import Text, cut

ROOT = 6
"""Letters of a root: enough to tell words apart, few enough to bring their forms and their
cousins together.
"""

CAPITAL = "_astana"
PERIOD = 5
"""Letters by which the names of the capital are told apart."""

SHORTEST_NAME = 3

EVERYDAY = "~"
"""What the key of a group of everyday talk begins with."""

SILENT = ("silent", "anniversary", "celebrate")
"""The lists of words that tell no event: every anniversary is celebrated."""

Spelt = tuple[Sequence[str], Sequence[str]]
"""The words of a spelling, and the names that it stands for."""


Groups = tuple[Mapping[str, str], Mapping[str, Sequence[str]]]
"""The group of words by which each of some words is matched, and the others that it is of."""


@record
class TextUnit:
    """What some tokens of a text say: a name, or the root of a word; `is_proper` of a
    capitalised unknown word.
    """

    first: int
    last: int
    key: str
    kind: str = ""
    is_proper: bool = False


@lru_cache(maxsize=50_000)
def root(word: str, is_cyrillic: bool) -> str:
    """The first letters of a folded word without its ending."""
    if not is_cyrillic:
        short = latin(word)
        short = short.removesuffix("e") if len(short) <= ROOT and len(short) > 4 else short
        return short[:ROOT]
    known = cyrillic_endings()
    for place in range(4, len(word)):
        if word[place:] in known:
            return word[:place][:ROOT]
    return word[:ROOT]


LONGEST_ENDING = 5
"""Letters that a case adds at most to a word of Russian or Kazakh."""


def bare(word: str) -> str:
    """A folded name without the ending that Russian cases replace: «Астана», «Астаной»."""
    for ending in lexicon.load().phrases("name_endings"):
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_NAME - (
            len(ending) > 1
        ):
            return word.removesuffix(ending)
    return word


class Speller:
    """Cut texts into units."""

    def __init__(
        self,
        spelt: dict[str, list[Spelt]],
        kinds: Mapping[str, str],
        groups: Groups,
    ) -> None:
        self.spelt = spelt
        self.kinds = kinds
        self.groups, self.others = groups
        self._further: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, str] = {}
        self._keys: dict[str, list[str]] = {}

    @cached_property
    def _bare(self) -> dict[str, list[Spelt]]:
        """The spellings of names whose first word has an ending, by that word without it; only
        Russian and Kazakh ask for them.
        """
        found: dict[str, list[Spelt]] = {}
        for word, forms in self.spelt.items():
            stem = bare(word)
            if stem != word:
                found.setdefault(stem, []).extend(forms)
        return found

    def units(self, text: Text) -> list[TextUnit]:
        """The units of a text, in its order."""
        found: list[TextUnit] = []
        folded = [folding.fold(word) for word in text.words]
        place = 0
        while place < len(folded):
            unit = self._name(text, folded, place) or self._word(text, folded, place)
            if unit is not None:
                found.append(unit)
                if unit.key == CAPITAL:
                    found.append(self._period(text, unit))
            place = unit.last + 1 if unit is not None else place + 1
        return found

    def _period(self, text: Text, unit: TextUnit) -> TextUnit:
        """The name that the capital bore, whatever its case: it tells which of its
        renamings is meant.
        """
        bare = (
            folding.fold(text.said(unit.first, unit.last))
            .replace(" ", "")
            .replace("ou", "u")
        )
        key = f"{CAPITAL}_{bare[:PERIOD]}"
        return TextUnit(
            first=unit.first,
            last=unit.last,
            key=key,
            kind="period",
        )

    def keys(self, text: str) -> list[str]:
        """The keys of the units of a title or another short text, each once; many texts
        are asked for again.
        """
        known = self._keys.get(text)
        if known is None:
            units = self.units(cut(text))
            known = self._keys[text] = list(dict.fromkeys(unit.key for unit in units))
        return known

    def _name(
        self,
        text: Text,
        folded: list[str],
        place: int,
    ) -> TextUnit | None:
        exact = self._exact(text, folded, place)
        if exact is not None and exact.last > place:
            return exact
        if not is_cyrillic(text.words[place]):
            return exact
        declined = self._declined(text, folded, place)
        if exact is None or (declined is not None and declined.last > place):
            return declined or self._adjective(folded, place)
        return exact

    def _adjective(self, folded: list[str], place: int) -> TextUnit | None:
        """The place of which a word of Russian or Kazakh is made: «парижский», «алматылық»."""
        for form in stems(folded[place], is_cyrillic=True):
            for ending in lexicon.load().phrases("of_a_town"):
                town = form.removesuffix(ending)
                if town == form or len(town) <= SHORTEST_NAME:
                    continue
                for parts, tokens in (*self.spelt.get(town, ()), *self._bare.get(town, ())):
                    if len(parts) == 1 and self.kinds.get(tokens[0]) == "place":
                        return self._named(place, place, tokens)
        return None

    def _exact(
        self,
        text: Text,
        folded: list[str],
        place: int,
    ) -> TextUnit | None:
        """The longest name that stands at a token as it is spelt."""
        word = folded[place]
        for parts, tokens in self.spelt.get(word, ()):
            last = place + len(parts) - 1
            if len(parts) == 1 and not self._may_be_name(text, place, word):
                continue
            if folded[place : last + 1] == list(parts):
                return self._named(place, last, tokens)
        return None

    def _may_be_name(
        self,
        text: Text,
        place: int,
        word: str,
    ) -> bool:
        """Return whether a lone word may be a name: short ones only in capitals, others
        begin with one.
        """
        said = text.text[text.starts[place] : text.ends[place]]
        if len(word) <= SHORTEST_NAME:
            return said.isupper()
        return said[:1].isupper()

    def _declined(
        self,
        text: Text,
        folded: list[str],
        place: int,
    ) -> TextUnit | None:
        """The name of which a word of Russian or Kazakh, and those after it, are a case."""
        if not text.is_capital(place):
            return None
        for form in stems(folded[place], is_cyrillic=True):
            for parts, tokens in (*self.spelt.get(form, ()), *self._bare.get(form, ())):
                last = place + len(parts) - 1
                enough = len(form) > SHORTEST_NAME or len(parts) > 1
                if enough and self._follows(folded, place, parts):
                    return self._named(place, last, tokens)
        return None

    def _follows(
        self,
        folded: list[str],
        place: int,
        parts: Sequence[str],
    ) -> bool:
        rest = folded[place + 1 : place + len(parts)]
        if len(rest) != len(parts) - 1:
            return False
        return all(
            mine == theirs
            or squeezed(theirs) in stems(mine, is_cyrillic=True)
            or (
                mine[: len(theirs) - 1] == theirs[:-1]
                and len(mine) <= len(theirs) + LONGEST_ENDING
            )
            for mine, theirs in zip(rest, parts[1:], strict=True)
        )

    def _named(
        self,
        first: int,
        last: int,
        tokens: Sequence[str],
    ) -> TextUnit:
        return TextUnit(
            first=first,
            last=last,
            key=tokens[0],
            kind=self.kinds.get(tokens[0], "name"),
        )

    def _word(
        self,
        text: Text,
        folded: list[str],
        place: int,
    ) -> TextUnit | None:
        word = text.words[place]
        if word.isdigit() or place in text.counted:
            return None
        key = self._words.get(word)
        if key is None:
            key = self._words[word] = self.key(word, folded[place])
        if not key:
            return None
        begins = place == 0 or text.gaps[place - 1][-1:] not in (" ", "'", "-", "(", '"', "")
        is_proper = (
            text.is_capital(place) and not begins and text.sentence(place).first != place
        )
        return TextUnit(
            first=place,
            last=place,
            key=key,
            is_proper=is_proper,
        )

    def further(self, word: str) -> tuple[str, ...]:
        """The groups, beside that of its key, of words that say the same as a plain word."""
        known = self._further.get(word)
        if known is None:
            forms = stems(folding.fold(word), is_cyrillic(word))
            found = next(filter(None, map(self.others.get, forms)), ())
            known = self._further[word] = tuple(found)
        return known

    def key(self, word: str, folded: str) -> str:
        """What a plain word is matched by; empty when it says nothing."""
        cyrillic = is_cyrillic(word)
        words = lexicon.load()
        if len(folded) < 2 or folded in stop_words(cyrillic):
            return ""
        if any(words.has(name, word) for name in SILENT):
            return ""
        if words.has("apart", word):
            return root(folded, cyrillic)
        forms = stems(folded, cyrillic)
        for form in forms:
            if group := self.groups.get(form):
                return group
        if cyrillic and not words.types(word) and not light(cyrillic).isdisjoint(forms):
            return ""
        return root(folded, cyrillic)


def group_keys(rows: Iterable[tuple[str, int, str]], first_everyday: int) -> Groups:
    """The groups of each word that say the same in several languages, from (word, number, token of
    a category): the one by which it is matched, and those that it is of besides. Groups of everyday
    talk, from a number on, match no word by themselves.
    """
    found: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for word, number, token in rows:
        if token:
            continue
        is_everyday = number >= first_everyday
        key = f"{EVERYDAY}{number}" if is_everyday else f"#{number}"
        if not is_everyday and word not in found:
            found[word] = key
        elif key not in (found.get(word), *others.get(word, ())):
            others.setdefault(word, []).append(key)
    return found, others


def spellings(
    rows: Iterable[tuple[str, str, str, str]],
    told: Mapping[str, int],
) -> tuple[dict[str, list[Spelt]], dict[str, str]]:
    """Every spelling of every name by its first word, and the kind of each name.

    Persons are known by their last word too: by that of several the one of whom by far the most
    events tell, as `told` counts them, is meant.
    """
    found: dict[str, list[Spelt]] = {}
    kinds: dict[str, str] = {}
    surnames: dict[str, set[str]] = {}
    for _, token, spelling, kind in rows:
        parts = TOKEN.findall(plain(spelling))
        kinds[token] = kind
        if not parts:
            continue
        found.setdefault(parts[0], []).append((parts, [token]))
        if kind == "person" and len(parts) > 1:
            surnames.setdefault(parts[-1], set()).add(token)
    for word, tokens in surnames.items():
        bearer = best_known(tokens, told)
        if bearer and len(word) > SHORTEST_NAME:
            found.setdefault(word, []).append(([word], [bearer]))
    for forms in found.values():
        forms.sort(key=lambda form: (-len(form[0]), form[1][0]))
    return found, kinds


FAR_BETTER_KNOWN = 3
"""How many times as many events tell of the one who is meant by a name that several bear."""


def best_known(tokens: Iterable[str], told: Mapping[str, int]) -> str:
    """The one of some persons who is meant by the name that they share; empty where it may
    be another.
    """
    ranked = sorted(tokens, key=lambda token: (-told.get(token, 0), token))
    others = [told.get(token, 0) for token in ranked[1:2]]
    if others and told.get(ranked[0], 0) < FAR_BETTER_KNOWN * max(others[0], 1):
        return ""
    return ranked[0]
