"""HTML: one self-contained page, an interactive timeline that asks nothing of any server.

Its policy (CSP level 3) allows the page's own style and script by their hashes, and nothing else.
The data stand in a block of JSON, of which nothing is ever read as markup; without a script, and on
paper, the page is a hand-out.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from kzfr_cli import __version__
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin, plain
from kzfr_cli.formats.palette import DARK, LIGHT
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import dates, folding
from kzfr_cli.locale import catalogue
from kzfr_cli.locale import vocabulary as words
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.views.pages import PageEvent, PageView

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""What could end a block of JSON, written as JSON escapes."""

ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in ' <>"{}|\\^`'}
"""The signs that no address holds but by their codes (RFC 3986, 2)."""

SAYS = {
    "title": N_("France–Kazakhstan relations"),
    "lead": N_("A sourced timeline: every date with its sources and its disputes."),
    "search": N_("Search"),
    "hint": N_("A name, a subject, a year…"),
    "language": N_("Language"),
    "theme": N_("Light or dark"),
    "categories": N_("Categories"),
    "from": N_("From"),
    "to": N_("To"),
    "only_disputed": N_("Disputed dates only"),
    "timeline": N_("Timeline"),
    "closer": N_("Zoom in"),
    "farther": N_("Zoom out"),
    "whole": N_("Show everything"),
    "keyboard": N_(
        "Arrow keys move from event to event, Enter opens one, plus and minus zoom."
    ),
    "events": N_("Events"),
    "found": N_("{count} events"),
    "nothing": N_("Nothing found. Take a filter away or write another word."),
    "more": N_("Show more"),
    "close": N_("Close"),
    "link": N_("Permanent link"),
    "dates": N_("Dates"),
    "disputed": N_("date disputed"),
    "uncertain": N_("uncertain"),
    "interval": N_("interval"),
    "known": N_("known to the day"),
    "vague": N_("known to the month or year"),
    "sources": N_("Sources"),
    "conflicts": N_("Where the sources disagree"),
    "people": N_("People"),
    "places": N_("Places"),
    "organisations": N_("Organisations"),
    "print": N_("Print"),
    "subscribe": N_("Subscribe to the anniversaries"),
    "feed": N_("Feed of what is to come"),
    "table": N_("Table"),
    "years": N_("Years"),
    "made": N_("Made with kzfr {version}. Data: CC BY 4.0."),
    "fallback": N_("title in {language}"),
    "pair": N_("{label}: {value}"),
}
"""What the page says in each language, by the names that its script calls it."""


def render(view: PageView, surface: Surface) -> str:
    """Write the page."""
    return page(view, surface)


def page(view: PageView, surface: Surface, years: Sequence[str] = ()) -> str:
    """Write the page; as that of a site with a page for each of some years, it is linked to what
    stands beside it.
    """
    style, script = asset("page.css") + colours(), asset("page.js")
    written: str = template().render(
        view=view,
        style=style,
        script=script,
        style_hash=digest(style),
        script_hash=digest(script),
        data=data_block(view, surface),
        says=spoken(view.lang, surface),
        visible=visible,
        version=__version__,
        kinds=vocabulary(words.KINDS, view.lang),
        statuses=vocabulary(words.STATUSES, view.lang),
        categories=vocabulary(words.CATEGORIES, view.lang),
        safe_url=safe_url,
        said=pairs(view.lang),
        years=years,
    )
    return written


@lru_cache(maxsize=1)
def template() -> Any:
    """Load the template, in which every value is escaped."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(asset("page.html"))


def asset(name: str) -> str:
    """Read a part of the page that is shipped with the program."""
    return (
        resources.files("kzfr_cli.formats")
        .joinpath("page", name)
        .read_text(encoding="utf-8")
    )


def colours() -> str:
    """Write the colours of the categories, light and dark, as properties of the style."""

    def properties(palette: Mapping[str, str]) -> str:
        return " ".join(f"--{name}: {colour};" for name, colour in palette.items())

    named = "\n".join(
        f'[data-category="{name}"] {{ --own: var(--{name}); }}' for name in LIGHT
    )
    dark = f"[data-theme=dark] {{ {properties(DARK)} }}"
    asked = (
        f"@media (prefers-color-scheme: dark) "
        f"{{ :root:not([data-theme=light]) {{ {properties(DARK)} }} }}"
    )
    light = f":root {{ {properties(LIGHT)} }}"
    return "\n".join(("", light, dark, asked, f"@media print {{ {light} }}", named, ""))


def digest(text: str) -> str:
    """Return the hash by which the policy knows a block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def safe_url(url: str) -> str:
    """Return an address of the web, or nothing: no other scheme is linked, and no sign that an
    address cannot hold.
    """
    return visible(url).translate(ENCODED) if url.startswith(("http://", "https://")) else ""


def data_block(view: PageView, surface: Surface) -> str:
    """Write the data as JSON that no parser of HTML can take for markup."""
    text = plain.escaped(
        json.dumps(data(view, surface), ensure_ascii=False, separators=(",", ":"))
    )
    for sign, escape in UNSAFE.items():
        text = text.replace(sign, escape)
    return text


def data(view: PageView, surface: Surface) -> dict[str, Any]:
    """Gather what the script reads."""
    events = [event_data(event) for event in view.events]
    return {
        "lang": view.lang,
        "version": __version__,
        "says": {lang: spoken(lang, surface) for lang in LANGUAGES},
        "categories": [
            [name, {lang: vocabulary(words.CATEGORIES, lang)[name] for lang in LANGUAGES}]
            for name in view.categories
        ],
        "kinds": {lang: vocabulary(words.KINDS, lang) for lang in LANGUAGES},
        "statuses": {lang: vocabulary(words.STATUSES, lang) for lang in LANGUAGES},
        "languages": {lang: vocabulary(words.LANGUAGES, lang) for lang in LANGUAGES},
        "months": {
            lang: [dates.month_name(number, lang) for number in range(1, 13)]
            for lang in LANGUAGES
        },
        "letters": letters(view),
        "sources": [
            {
                "title": source.title,
                "publisher": source.publisher,
                "url": safe_url(source.url),
                "lang": source.language,
            }
            for source in view.sources
        ],
        "events": events,
    }


def event_data(event: PageEvent) -> dict[str, Any]:
    """Gather what the script reads of one event."""
    made: dict[str, Any] = plain.value(event)
    made["linked"] = [
        {"role": item.role, "labels": dict(item.labels), "spellings": list(item.spellings)}
        for item in event.linked
    ]
    return made


def spoken(lang: str, surface: Surface) -> dict[str, str]:
    """Say the words of the page in a language; `{places}` are left to the script."""
    sentences = catalogue.load(lang)
    kept = {name: f"{{{name}}}" for name in ("count", "language", "label", "value")}
    says = {
        name: sentences.text(message, version=__version__, **kept)
        for name, message in SAYS.items()
    }
    says["made"] = " ".join(filter(None, (says["made"], origin.sentence(surface, lang))))
    return says


def pairs(lang: str) -> Callable[[str, str], str]:
    """Return a function that writes a label and its value with the signs of a language."""
    sentences = catalogue.load(lang)
    return lambda label, value: sentences.text("{label}: {value}", label=label, value=value)


def vocabulary(table: Mapping[str, str], lang: str) -> dict[str, str]:
    """Return the words of a table in a language."""
    sentences = catalogue.load(lang)
    return {name: sentences.text(message) for name, message in table.items()}


def letters(view: PageView) -> dict[str, str]:
    """Return how the program folds each letter of the data that is not of ASCII, for the search
    of the page.
    """
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
