"""What the pages of a site say beside what the page of the timeline does."""

from __future__ import annotations

from kzfr_cli import __version__
from kzfr_cli.formats import html
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.locale.catalogue import N_

SAYS = {
    "site_title": N_("France–Kazakhstan relations"),
    "site_lead": N_("A sourced timeline: every date with its sources and its disputes."),
    "to_timeline": N_("Timeline"),
    "pair": N_("{label}: {value}"),
    "years": N_("Years"),
    "categories": N_("Categories"),
    "names": N_("Names"),
    "people": N_("People"),
    "places": N_("Places"),
    "organisations": N_("Organisations"),
    "figures": N_("Figures"),
    "anniversaries": N_("Anniversaries to come"),
    "search": N_("Search"),
    "search_hint": N_("A name, a subject, a year…"),
    "skip": N_("To the text"),
    "earlier": N_("Before"),
    "later": N_("After"),
    "on_timeline": N_("On the timeline"),
    "dates": N_("Dates"),
    "disputed": N_("date disputed"),
    "sources": N_("Sources"),
    "conflicts": N_("Where the sources disagree"),
    "landmarks": N_("Landmarks"),
    "by_year": N_("Events in each year"),
    "some": N_("The {count} weightiest of {total} events."),
    "find_all": N_("Search for all of them"),
    "nothing_ahead": N_("Nothing is celebrated in the year ahead."),
    "missing": N_("This page does not exist"),
    "missing_lead": N_(
        "It may have been renamed, or never have been here. Begin with the timeline, or search."
    ),
    "language": N_("Language"),
    "loading": N_("Loading…"),
    "found_one": N_("One event"),
    "found_many": N_("{count} events"),
    "found_none": N_("Nothing found. Remove a filter or try another word."),
    "found_near": N_("No event has all these words. Nearest to them:"),
    "texts_in": N_("Summaries, notes and sources’ words are in {language}."),
    "more": N_("Show more"),
    "from": N_("From"),
    "to": N_("To"),
    "all_categories": N_("All categories"),
    "any_person": N_("Any person"),
    "any_org": N_("Any organisation"),
    "any_place": N_("Any place"),
    "any_tag": N_("Any subject"),
    "only_disputed": N_("Disputed dates only"),
    "needs_script": N_("The search needs JavaScript. The years and the names do without."),
    "embed": N_("Show this list on a page of your own"),
    "open_site": N_("Open the whole record"),
    "subscribe": N_("Subscribe to the anniversaries"),
    "feed": N_("Feed of what is to come"),
    "table": N_("Table"),
    "period": N_("Period"),
    "value": N_("Value"),
    "says_other": N_("Others say"),
    "not_drawn": N_("Not drawn"),
    "chart": N_("Chart of the figures; the table below holds the same."),
}
"""By the names that the templates call them."""


def spoken(lang: str, surface: Surface) -> dict[str, str]:
    """Say the words of the pages in a language; what stands in braces is filled in later."""
    sentences = catalogue.load(lang)
    kept = {name: f"{{{name}}}" for name in ("count", "total", "label", "value", "language")}
    says = {name: sentences.text(message, **kept) for name, message in SAYS.items()}
    says["made"] = html.spoken(lang, surface)["made"]
    says["version"] = __version__
    return says
