"""Keep with the index the words that a query is read with, folded: a search need not load the
language files.

The lists stand in the `[search]` sections of `languages/*.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from kzfr_cli.languages import date_words, language
from kzfr_cli.languages.folding import fold, words
from kzfr_cli.languages.stems import stems

BY_SCRIPT = ("stop_words", "hints")
"""Lists of which a word may be another in the other script: «ес» is a name, "es" is not."""

TOGETHER = (
    "first",
    "last",
    "except_behind",
    "joiners",
    "question_words",
    "countries",
    "consequences",
)
EXPRESSIONS = ("except", "without", "not")
"""Lists of words and of several words together: «à l’exception de»."""

CYRILLIC = ("ru", "kk")
HUNDREDS = (18, 19, 20, 100, 1000, 2000)
"""Numbers of which a year that is said in words has one."""

LAST_DAY = 31


def rows() -> Iterator[tuple[str, str]]:
    """Yield each word with each of its roles."""
    for code in language.ALL:
        script = "cyrillic" if code in CYRILLIC else "latin"
        for name in TOGETHER:
            yield from ((word, name) for word in of_list(code, name))
        for name in EXPRESSIONS:
            yield from expressions(code, name)
        for name in BY_SCRIPT:
            yield from ((word, f"{name} {script}") for word in of_list(code, name))
        said = of_list(code, "light") | of_list(code, "hints")
        light = (form for word in said for form in forms(word, code))
        yield from ((word, f"hints {script}") for word in light)
        doubtful = language.of(code).words("dates", "doubtful_months")
        yield from ((word, "doubtful months") for word in words(" ".join(doubtful)))
        yield from spoken(code)
    yield from (
        (word, "dates") for word in words(" ".join(date_words.telling(language.ALL)))
    )


def spoken(code: str) -> Iterator[tuple[str, str]]:
    """Yield the words of which a year in words has one, «mille», "twenty", and those for the day
    of a month.
    """
    endings = language.of(code).words("numbers", "ordinal_word_endings")
    for name in ("cardinals", "ordinals"):
        for number, forms in dict(language.of(code).words("numbers", name)).items():
            whole = [form + end for form in forms for end in endings or [""]]
            found = [max(words(form), key=len) for form in (*forms, *whole)]
            if int(number) in HUNDREDS:
                yield from ((word, "hundreds") for word in found)
            elif int(number) <= LAST_DAY:
                yield from ((word, "days") for word in found)


def expressions(code: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield each expression of a list with its role, and the word that it begins with."""
    for said in language.of(code).words("search", name):
        folded = words(said)
        yield " ".join(folded), name
        yield folded[0], f"begins {name}"


def forms(word: str, code: str) -> Iterator[str]:
    """Yield a folded word in all its genders, numbers and cases, where a language has many."""
    yield word
    lists = language.of(code).sections["search"]
    for name in ("adjective_endings", "past_endings"):
        endings = [fold(ending) for ending in lists.get(name, {}).get("words", ())]
        last = next(filter(word.endswith, endings), None)
        if last:
            yield from (word.removesuffix(last) + other for other in endings)


def of_list(code: str, name: str) -> set[str]:
    """Return the folded words of a list of one language."""
    return set(words(" ".join(language.of(code).words("search", name))))


def elsewhere() -> Iterator[str]:
    """Yield the folded names of what is elsewhere, and of strangers, with their stems."""
    for code in language.ALL:
        lists = map(partial(language.of(code).words, "search"), ("elsewhere", "strangers"))
        for name in chain.from_iterable(lists):
            found = words(name)
            if len(found) == 1:
                yield from stems(found[0], code in CYRILLIC)
