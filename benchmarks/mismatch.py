"""Places of the database with things that no event tells of there: a query for them has no answer.

Dropout tells what must still be shown, mismatches what must stay silent, although every word is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.languages import folding
from kzfr_cli.store.index.reading import Index

THINGS = {
    "fr": {
        "consulat à": ("consul", "konsul"),
        "tramway de": ("tram", "light rail"),
        "université de": ("univ",),
        "jumelage avec": ("jumel", "twin", "sister", "pobrat", "bauyrl"),
        "usine à": ("usine", "plant", "factory", "zavod", "zauyt", "manufact", "assembl"),
        "musée de": ("muse", "muze", "murazh"),
        "zoo de": ("zoo",),
        "visite à": ("visit", "vizit", "sapar", "voyage", "deplace", "poezd", "trip"),
    },
    "en": {
        "airport in": ("aero", "airport", "auezha"),
        "hospital in": ("hopital", "hospital", "bolnits", "clini", "cancer", "health"),
        "monument in": ("statue", "monument", "buste", "bust", "pamyat", "eskertk", "stel"),
        "earthquake in": ("earthq", "seis"),
        "festival in": ("festival",),
    },
    "ru": {
        "консульство": ("consul", "konsul"),
        "памятник": ("statue", "monument", "buste", "bust", "pamyat", "eskertk", "stel"),
        "стадион": ("stad", "football", "futbol", "sport"),
        "референдум": ("referend",),
    },
}
"""What is asked for by language, with the beginnings of the folded words that tell of it."""

STEP = 5
"""Of all mismatches every so many are asked."""

COUNTRIES = ("france", "kazakhstan")


def queries(index: Index) -> list[str]:
    """Return queries for things in places where they are not, the same each time."""
    return [*every(index)][::STEP]


def every(index: Index) -> Iterator[str]:
    """Yield a query for each place and each thing that no event has together."""
    texts = {event["id"]: text(event) for event in index.all("events")}
    for name in index.all("names"):
        if name["kind"] != "place" or name["id"] in COUNTRIES:
            continue
        spelt = [f" {folding.fold(each)}" for each in spellings(name)]
        told = [each for each in texts.values() if any(form in each for form in spelt)]
        for code, things in THINGS.items():
            for thing, roots in things.items():
                if not any(f" {root}" in each for root in roots for each in told):
                    yield f"{thing} {name['label'].get(code) or name['label']['en']}"


def text(event: dict[str, dict[str, object]]) -> str:
    """Return everything that an event says, folded, its names by their ids."""
    linked = (event.get(kind, ()) for kind in ("places", "people", "organisations"))
    said = [
        event["title"],
        *(event.get(part, {}) for part in ("summary", "aliases", "keywords")),
    ]
    words = [each for texts in said for each in texts.values()]
    every = [*(str(each) for each in words), *(" ".join(names) for names in linked)]
    told = (str(source) for source in event["sources"])
    return f" {folding.fold(' '.join([*every, *event.get('tags', ()), *told]))}"


def spellings(name: dict[str, dict[str, object]]) -> Iterator[str]:
    """Yield every spelling of a name, and its id."""
    yield str(name["id"])
    yield from map(str, name["label"].values())
    for forms in name.get("spellings", {}).values():
        yield from map(str, forms)  # type: ignore[call-overload]
