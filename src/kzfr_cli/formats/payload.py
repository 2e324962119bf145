"""What the script of the page reads: the record as one value of JSON, each name and source once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kzfr_cli import __version__
from kzfr_cli.core import edtf
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import captions, origin, plain, recorded
from kzfr_cli.formats.palette import FAMILIES, family_of
from kzfr_cli.languages import dates, folding, language, ordinals
from kzfr_cli.locale import catalogue, quantities
from kzfr_cli.locale import vocabulary as words

if TYPE_CHECKING:
    from kzfr_cli.core.event import Source
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.views.curves import Curve
    from kzfr_cli.views.pages import LinkedView, PageEvent, PageView

ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in ' <>"{}|\\^`'}
"""The signs that no address holds but by their codes (RFC 3986, 2)."""

MOST_YEARS = 201
"""Years to which an anniversary is numbered."""

PART = 400
"""Events whose data stand in one block: many enough to compress well, few enough to be read at
once.
"""

Speak = Callable[[str], Any]


def data(view: PageView, surface: Surface, *, guesses: bool) -> dict[str, Any]:
    """Gather everything but the events and their sources; with `guesses`, the page opens in the
    language of its reader.
    """
    found = origin.of(surface)
    return {
        "lang": view.lang,
        "texts": list(view.text_languages),
        "borrowed": borrowed(view),
        "guesses": guesses,
        "site": not guesses,
        "title": visible(view.title),
        "today": view.today,
        "report": safe_url(found.report) if found else "",
        **vocabulary(view, surface),
        "part": PART,
        "heads": recorded.heads(view),
    }


LATER = (
    "reader",
    "sayings",
    "titles-en",
    "titles-fr",
    "names",
    "titles-kk",
    "tags",
    "titles-ru",
    "letters",
    "curves",
)
"""In what order these stand on the page: beside those of their script, they compress best."""


def later(view: PageView) -> dict[str, Any]:
    """Gather what the script reads when it is first asked for, by its names."""
    titles = {f"titles-{lang}": said for lang, said in recorded.titles(view).items()}
    told = {
        "reader": plain.value(view.reader),
        "letters": letters(view),
        "names": names(view),
        "tags": tags(view),
        "sayings": recorded.sayings(view),
        "curves": [curve_data(curve, view) for curve in view.curves],
        **titles,
    }
    return dict(sorted(told.items(), key=lambda item: place_of(item[0])))


def place_of(name: str) -> int:
    """Return the place of a name in `LATER`, the last for one that is not there."""
    return LATER.index(name) if name in LATER else len(LATER)


def parts(view: PageView) -> Iterator[list[Any]]:
    """Yield what the script reads of each event, some events at a time, in columns."""
    speaking = recorded.Speaking(view, list(linked(view)), list(tags(view)))
    for place in range(0, len(view.events), PART):
        rows = [speaking.event(event) for event in view.events[place : place + PART]]
        yield [list(column) for column in zip(*rows, strict=True)]


def vocabulary(view: PageView, surface: Surface) -> dict[str, Any]:
    """Gather the words of the page in every language; what it says, by the places of `phrases`."""
    says = by_language(lambda lang: spoken(lang, surface))
    return {
        "phrases": list(says[view.lang]),
        "says": {lang: list(sentences.values()) for lang, sentences in says.items()},
        "found": by_language(lambda lang: captions.found(catalogue.load(lang))),
        "thousands": by_language(
            lambda lang: (
                quantities.number(10_000, lang).removeprefix("10").removesuffix("000")
            )
        ),
        "kinds": by_language(lambda lang: translated(words.KINDS, lang)),
        "statuses": by_language(lambda lang: translated(words.STATUSES, lang)),
        "languages": by_language(lambda lang: translated(words.LANGUAGES, lang)),
        "dates": by_language(date_patterns),
        "ordinals": by_language(
            lambda lang: [
                ordinals.anniversary(years, lang).removeprefix(str(years))
                for years in range(MOST_YEARS)
            ]
        ),
        "families": {family.name: in_every(family.label) for family in FAMILIES},
        "categories": {
            name: {
                "family": family_of(name).name,
                "labels": in_every(words.CATEGORIES[name]),
            }
            for name in view.categories
        },
    }


def in_every(message: str) -> dict[str, str]:
    """Translate a message into each language."""
    return {lang: said(message, lang) for lang in LANGUAGES}


def by_language(speak: Speak) -> dict[str, Any]:
    """Return what is said in each language."""
    return {lang: speak(lang) for lang in LANGUAGES}


def said(message: str, lang: str) -> str:
    """Translate a message."""
    return catalogue.load(lang).text(message)


def translated(table: Mapping[str, str], lang: str) -> dict[str, str]:
    """Return the words of a table in a language."""
    return {name: said(message, lang) for name, message in table.items()}


def spoken(lang: str, surface: Surface) -> dict[str, str]:
    """Say the words of the page in a language; `{places}` are left to the script."""
    sentences = catalogue.load(lang)
    kept = {name: f"{{{name}}}" for name in captions.KEPT}
    says = {
        name: sentences.text(message, version=__version__, **kept)
        for name, message in captions.SAYS.items()
    }
    found = origin.of(surface)
    if not found or not found.report:
        del says["wrong"]
    says["as_of"] = origin.sentence(surface, lang)
    says["made"] = " ".join(filter(None, (says["made"], says["as_of"])))
    return says


def date_patterns(lang: str) -> dict[str, Any]:
    """Return how a language writes months, days and weekdays, with `{d}` and `{y}` for the
    numbers.
    """

    def pattern(value: str) -> str:
        written = dates.date_in_words(edtf.parse(value), lang)
        return written.replace("2001", "{y}")

    def of_day(month: int) -> tuple[str, str]:
        first, other = pattern(f"2001-{month:02}-01"), pattern(f"2001-{month:02}-22")
        return first, other.replace("22", "{d}")

    months = range(1, 13)
    return {
        "names": [dates.month_name(month, lang) for month in months],
        "short": [short_month(month, lang) for month in months],
        "year": pattern("2001"),
        "months": [pattern(f"2001-{month:02}") for month in months],
        "days": [of_day(month) for month in months],
        "weekdays": [
            dates.weekday_name(day, lang)
            for number in range(1, 8)
            if (day := edtf.parse(f"2001-01-{number:02}").day)
        ],
    }


SHORT = 4
"""Letters of the name of a month that is not shortened."""


def short_month(month: int, lang: str) -> str:
    """Return the name of a month as short as a language writes it."""
    name = dates.month_name(month, lang)
    known = language.of(lang).words("dates", "month_abbreviations")
    if len(name) <= SHORT or not known or not known[month - 1]:
        return name
    return str(known[month - 1][0]) + ("" if lang == "en" else ".")


# ---- the record


def linked(view: PageView) -> dict[str, LinkedView]:
    """Return each name that an event is linked to, once, by its id."""
    return {item.id: item for event in view.events for item in event.linked}


def names(view: PageView) -> dict[str, Any]:
    """Gather the names in columns: how the program folds their spellings is all that the search
    needs of those that are no labels.
    """
    every = linked(view).values()
    labels = [recorded.sparse(item.now) for item in every]
    sorts = sorted({item.kind for item in every})
    return {
        "ids": [0 if item.id == slug(item.now["en"]) else item.id for item in every],
        "sorts": sorts,
        "kinds": [sorts.index(item.kind) for item in every],
        **{lang: [label.get(lang, "") for label in labels] for lang in LANGUAGES},
        "spellings": [other_spellings(item) for item in every],
    }


def slug(label: str) -> str:
    """Return the id that the script makes of a label: its letters without their accents."""
    plain_label = "".join(
        sign
        for sign in unicodedata.normalize("NFD", label)
        if not unicodedata.combining(sign)
    )
    return re.sub(r"[^a-z0-9]+", "-", plain_label.lower())


def other_spellings(item: LinkedView) -> list[str]:
    """Return the folded spellings of a name that none of its labels has."""
    known = {folding.fold(label) for label in item.now.values()}
    forms = dict.fromkeys(folding.fold(form) for form in item.spellings)
    return [form for form in forms if form and form not in known]


def tags(view: PageView) -> dict[str, Any]:
    """Return each subject of the events, once."""
    return {
        entry_id: recorded.sparse(labels)
        for event in view.events
        for entry_id, labels in zip(event.tag_ids, event.tags, strict=True)
    }


def source_data(source: Source) -> dict[str, str]:
    """Gather what the page tells of a source; the script says its date in words."""
    published = source.published
    is_simple = published is not None and published.text.replace("-", "").isdigit()
    return {
        "title": visible(source.title or source.publisher),
        "publisher": visible(source.publisher) if source.publisher != source.title else "",
        "url": safe_url(source.url),
        "lang": source.language,
        "date": published.text if published and is_simple else "",
    }


def curve_data(curve: Curve, view: PageView) -> dict[str, Any]:
    """Gather what the script draws of a series: the words of a value where they are shown."""
    made = plain.value(curve)
    shown = {0, len(curve.points) - 1}
    for place, point in enumerate(made["points"]):
        if place not in shown and not point["is_disputed"]:
            del point["words"]
    for point in made["points"]:
        for said in (point, *point["rivals"]):
            if "words" in said:
                said["words"] = held(said["words"], view)
    made["measures"] = held(curve.measures, view)
    return {**made, "points": [recorded.lean(point) for point in made["points"]]}


def held(words: Mapping[str, str], view: PageView) -> dict[str, str]:
    """Return what is said in the languages of the texts of a page."""
    return {lang: words[lang] for lang in view.text_languages if lang in words}


def borrowed(view: PageView) -> dict[str, str]:
    """Return the language of most summaries, for the languages of the page in which there are
    none.
    """
    found = {}
    for lang in view.text_languages:
        real = [event.summary_languages.get(lang, lang) for event in view.events]
        most = max(set(real), key=real.count, default=lang)
        if most != lang:
            found[lang] = most
    return found


def safe_url(url: str) -> str:
    """Return an address of the web, or nothing: no other scheme is linked, and no sign that an
    address cannot hold.
    """
    return visible(url).translate(ENCODED) if url.startswith(("http://", "https://")) else ""


# ---- how the search of the page folds


def letters(view: PageView) -> dict[str, str]:
    """Return how the program folds each letter of the data that is not of ASCII."""
    texts = [text for event in view.events for text in searched(event)]
    found = {
        letter
        for text in texts
        for letter in text.lower()
        if not letter.isascii() and letter.isalnum()
    }
    return {
        letter: folding.fold(letter) for letter in sorted(found | set(folding.OWN_LETTERS))
    }


def searched(event: PageEvent) -> list[str]:
    """List the texts of an event that the page searches."""
    names = [form for item in event.linked for form in item.spellings]
    return [
        *event.titles.values(),
        *event.summaries.values(),
        *names,
        *(text for tag in event.tags for text in tag.values()),
    ]
