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

STRANGERS = {
    "fr": (
        ("usine {}", "magasin {}", "contrat {}", "ouverture {}", "boutique {} ouverture"),
        ("ikea", "Nissan", "sephora", "Lidl", "bonduelle", "Moulinex", "pathé"),
    ),
    "en": (
        ("{} concert", "{} factory", "{} store", "{} tour opening", "sale of {}"),
        ("rihanna", "Toyota", "starbucks", "Zara", "coldplay", "Heineken", "mirage"),
    ),
    "ru": (
        ("концерт {}", "завод {}", "магазин {}", "открытие магазина {}", "поставка {}"),
        ("стромая", "Ниссан", "икеа", "Сефора", "пугачёвой", "Хонда", "леклерка"),
    ),
    "kk": (
        ("{} концерті", "{} зауыты", "{} дүкені", "{} келісімі", "{} ашылуы"),
        ("Тойота", "икеа", "скриптонит", "Старбакс", "зара"),
    ),
}
"""Ordinary words by language, with names that the database has never heard of, capitals or not."""

TOWNS = {
    "fr": ("jumelage {}", "alliance française de {}", "consulat de {}"),
    "en": ("{} twinning", "flight to {}"),
}
"""What is asked for in towns of which no event tells."""

UNTOLD = (
    "nantes",
    "Grenoble",
    "toulon",
    "Limoges",
    "poitiers",
    "Perpignan",
    "osaka",
    "Quito",
)

MEETINGS = ("{} à {}", "visite de {} à {}")
"""What is asked of a person in a place where no event has seen him."""

STEP = 5
MEETING_STEP = 47
"""Of all mismatches every so many are asked."""

COUNTRIES = ("france", "kazakhstan")


def queries(index: Index) -> list[str]:
    """Return queries for things in places where they are not, the same each time."""
    return [
        *[*every(index)][::STEP],
        *[*meetings(index)][::MEETING_STEP],
    ]


def strangers(index: Index) -> Iterator[str]:
    """Yield a query for each name that no event has, with each of some ordinary words."""
    told = " ".join(text(event) for event in index.all("events"))
    asked = [*STRANGERS.values(), *((things, UNTOLD) for things in TOWNS.values())]
    for things, names in asked:
        for name in names:
            if f" {folding.fold(name)}" not in told:
                yield from (thing.format(name) for thing in things)


def meetings(index: Index) -> Iterator[str]:
    """Yield a query for each person and each place that no event has together."""
    texts = [text(event) for event in index.all("events")]
    names = [each for each in index.all("names") if each["id"] not in COUNTRIES]
    where = {
        each["id"]: {
            place
            for place, said in enumerate(texts)
            if any(f" {folding.fold(form)}" in said for form in spellings(each))
        }
        for each in names
        if each["kind"] in ("person", "place")
    }
    people = [each for each in names if each["kind"] == "person"]
    places = [each for each in names if each["kind"] == "place"]
    for number, person in enumerate(people):
        for place in places:
            if where[person["id"]].isdisjoint(where[place["id"]]):
                thing = MEETINGS[number % len(MEETINGS)]
                surname = person["label"]["fr"].split()[-1]
                yield thing.format(surname, place["label"]["fr"])


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
