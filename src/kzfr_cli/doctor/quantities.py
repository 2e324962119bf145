"""Numbers of an event that its own texts do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.languages import amounts, numbers
from kzfr_cli.languages.language import ALL
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfr_cli.core.event import Quantity
    from kzfr_cli.doctor.database import DatabaseFiles, Fault

LANGUAGES = ("fr", "en")
SCALES = {" bn": 1e9, " m": 1e6, " thousand": 1e3}
MILLION = "million "
ARTICLE = 1
"""«un milliard», “one billion”: an article is not read as a number."""
NEAR = 1e-9


@check(
    "K213",
    "quantity-not-in-summary",
    WARNING,
    message=N_("the summary in “{language}” does not tell {value} {unit}"),
    what=N_("Each quantity of an event stands as a number in its summary."),
    why=N_(
        "A text is compared with it: one that was corrected in one place accuses the right text."
    ),
    repair=N_("Correct the quantity or the summary, or take the quantity away."),
)
def quantity_not_in_summary(database: DatabaseFiles) -> Iterator[Fault]:
    """Find quantities that a summary, read again, does not tell."""
    for entry, event in database.events:
        if not event.quantities:
            continue
        for language in LANGUAGES:
            text = event.summary.get(language, "")
            told = values(text, language)
            for number, item in enumerate(event.quantities):
                if text and not is_told(item, told):
                    yield entry.fault(
                        f"quantities[{number}].value",
                        language=language,
                        value=f"{item.value:g}",
                        unit=item.unit,
                    )


@check(
    "K215",
    "edition-not-told",
    WARNING,
    message=N_("neither a title nor a summary tells the number {edition}"),
    what=N_("The number of an edition stands in a title or in a summary of the event."),
    why=N_("Who reads “the sixteenth session” must find the event that counts so."),
    repair=N_("Correct the edition, or tell it in the title or the summary."),
)
def edition_not_told(database: DatabaseFiles) -> Iterator[Fault]:
    """Find editions whose number no text of the event tells."""
    for entry, event in database.events:
        if event.edition is None:
            continue
        texts = (*event.title.items(), *event.summary.items())
        told = (values(text, language) for language, text in texts if language in ALL)
        if not any(float(event.edition) in numbers_told for numbers_told in told):
            yield entry.fault("edition", edition=str(event.edition))


def is_told(item: Quantity, told: set[float]) -> bool:
    """Return whether one of the values is that of a quantity, with its scale or without."""
    if abs(item.value) == ARTICLE:
        return True
    wanted = (item.value, item.value * scale(item.unit))
    return any(
        abs(value - one) <= NEAR * max(1.0, abs(one)) for value in told for one in wanted
    )


def scale(unit: str) -> float:
    """Return by how much a number in a unit is multiplied: a thousand million in “EUR bn”."""
    if unit.startswith(MILLION):
        return SCALES[" m"]
    return next((times for ending, times in SCALES.items() if unit.endswith(ending)), 1.0)


def values(text: str, language: str) -> set[float]:
    """Return every number of a text: amounts, numbers in words, and bare figures."""
    found = {amount.value for amount in amounts.find(text, languages=(language,))}
    found |= {float(number.value) for number in numbers.find(text, languages=(language,))}
    for match in amounts.NUMBER.finditer(text):
        whole = "".join(filter(str.isdigit, match["whole"]))
        found.add(float(f"{whole}.{match['decimals'] or 0}"))
    return found
