"""The words of dates, from the lists of each language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kzfr_cli.languages import language
from kzfr_cli.languages.lexicon import LAST_CENTURY, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzfr_cli.languages.language import Language

NUMBERED = {
    "months": "month",
    "month_abbreviations": "abbreviation",
    "weekdays": "weekday",
    "weekday_abbreviations": "short_weekday",
    "seasons": "season",
    "day_words": "day_word",
}
"""Lists whose words stand for the number of their row, with the role of these words."""


@cache
def lexicon(codes: tuple[str, ...]) -> Lexicon:
    """Return the words of dates of some languages."""
    return build([*map(language.of, codes)])


def build(languages: Iterable[Language]) -> Lexicon:
    """Return the table of the words of dates of some languages."""
    entries = [(words.code, *entry) for words in languages for entry in _entries(words)]
    return Lexicon(entries, romans=LAST_CENTURY)


def _entries(words: language.Language) -> Iterator[tuple[str, Any, str]]:
    """List the role, the value and the words of each entry of a language."""
    lists: Mapping[str, Any] = words.sections["dates"]
    endings = ["", *words.words("dates", "endings")]
    doubtful = {name: words.word_set("dates", f"doubtful_{name}") for name in NUMBERED}
    for name in lists:
        if name.startswith("doubtful_") or name == "endings":
            continue
        entries = lists[name]["words"]
        if entries == "months":
            for number, row in enumerate(words.words("dates", "months"), 1):
                yield from (("month_first", number, word) for word in row)
        elif name in NUMBERED:
            ended = endings if name in {"months", "weekdays", "seasons"} else [""]
            for number, row in enumerate(entries, 0 if "weekday" in name else 1):
                for word, ending in ((word, ending) for word in row for ending in ended):
                    role = NUMBERED[name]
                    doubt = (word + ending).lower() in doubtful[name]
                    yield f"maybe_{role}" if doubt else role, number, word + ending
        elif isinstance(entries, dict):
            for value, row in entries.items():
                yield from ((name, int(value), word) for word in row)
        else:
            yield from ((name, True, word) for word in entries)
