"""Read an acronym that no list knows by the first letters of words that stand together: «СРП» is
«Соглашение о разделе продукции».
"""

from __future__ import annotations

from kzfr_cli.languages import folding
from kzfr_cli.search.result import SYNONYM
from kzfr_cli.search.units import Form, Unit

FEWEST = 3
"""Letters of the shortest acronym that is read so: two letters begin too many words."""

LONGEST_SMALL = 3
"""Letters of the small words that an acronym passes over: «о», "and"."""

STRENGTH = 0.95


def of_unit(unit: Unit) -> list[str]:
    """Return the folded letters of an acronym that nothing answers; none of any other word."""
    typed = unit.term.typed
    is_asked = not unit.forms and unit.term.is_short_acronym and len(typed) >= FEWEST
    return [folding.fold(letter) for letter in typed] if is_asked else []


def of_units(units: list[Unit]) -> list[tuple[int, list[str]]]:
    """Return the acronyms among the units of a query, each with its place."""
    read = ((place, of_unit(unit)) for place, unit in enumerate(units))
    return [(place, letters) for place, letters in read if letters]


def form(letters: list[str], text: str) -> Form | None:
    """Return what an acronym stands for in the titles or summaries of an entry, or None."""
    for part in text.split("|"):
        words = part.split()
        for read in ([word for word in words if len(word) > LONGEST_SMALL], words):
            if run := spelt(letters, read):
                return Form(run[-1], SYNONYM, STRENGTH, 1.0, tuple(run))
    return None


def spelt(letters: list[str], words: list[str]) -> list[str]:
    """Return the first words together that begin with these letters."""
    for place in range(len(words) - len(letters) + 1):
        run = words[place : place + len(letters)]
        if (
            all(map(str.startswith, run, letters))
            and min(map(len, (run[0], run[-1]))) > LONGEST_SMALL
        ):
            return run
    return []
