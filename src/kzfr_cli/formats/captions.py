"""What the page says in each language, by the names that its script calls it."""

from __future__ import annotations

from typing import Any

from kzfr_cli.locale.catalogue import N_, NN_, Catalogue

SAYS = {
    "title": N_("France–Kazakhstan relations"),
    "lead": N_("A sourced timeline: every date with its sources and its disputes."),
    "holds": N_("This page holds:"),
    "search": N_("Search"),
    "hint": N_("A name, a subject, a year…"),
    "filters": N_("Filters"),
    "language": N_("Language"),
    "theme": N_("Light or dark"),
    "categories": N_("Categories"),
    "from": N_("From"),
    "to": N_("To"),
    "choose_person": N_("Person"),
    "choose_org": N_("Organisation"),
    "choose_place": N_("Place"),
    "choose_tag": N_("Subject"),
    "any_person": N_("Any person"),
    "any_org": N_("Any organisation"),
    "any_place": N_("Any place"),
    "any_tag": N_("Any subject"),
    "since": N_("since {year}"),
    "until": N_("until {year}"),
    "quoted": N_("“{text}”"),
    "take_away": N_("Remove: {filter}"),
    "only_disputed": N_("Disputed dates only"),
    "timeline": N_("Timeline"),
    "closer": N_("Zoom in"),
    "farther": N_("Zoom out"),
    "closer_for": N_("{count} more: zoom in"),
    "whole": N_("All years"),
    "everything": N_("Show everything"),
    "in_sight": N_("{count} in sight"),
    "before": N_("{count} earlier"),
    "after": N_("{count} later"),
    "undated": N_("{count} without a date"),
    "keyboard": N_(
        "Arrow keys move from event to event, Enter opens one, plus and minus zoom."
    ),
    "events": N_("Events"),
    "nothing": N_("Nothing found. Remove a filter or try another word."),
    "nearest": N_("Nothing answers every word. This comes nearest:"),
    "more": N_("Show more"),
    "close": N_("Close"),
    "earlier": N_("Previous event"),
    "later": N_("Next event"),
    "share": N_("Copy link"),
    "event_page": N_("The page of this event"),
    "copied": N_("Link copied"),
    "print_card": N_("Print this card"),
    "wrong": N_(
        "A wrong date? Report it at {address}, with the id and a page that says otherwise."
    ),
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
    "subjects": N_("Subjects"),
    "today": N_("{weekday} {day}:"),
    "nothing_today": N_("no anniversary today."),
    "celebrated": N_("Anniversaries to come"),
    "round": N_("Round anniversaries of the year ahead"),
    "next_days": N_("In the next {days} days"),
    "of_years": N_("In the year, day unknown"),
    "figures": N_("In figures"),
    "contradicted": N_("Disputed values: {count}"),
    "texts_in": N_("Summaries, notes and sources’ words are in {language}."),
    "print": N_("Print"),
    "paper": N_("What do you want to print?"),
    "paper_why": N_(
        "Everything takes many pages. With a filter or a search, only what it finds is printed."
    ),
    "paper_landmarks": N_("The landmarks"),
    "paper_all": N_("Everything"),
    "cancel": N_("Cancel"),
    "landmarks_only": N_("landmarks only"),
    "printed": N_("Page of {day}."),
    "subscribe": N_("Subscribe to the anniversaries"),
    "feed": N_("Feed of what is to come"),
    "table": N_("Table"),
    "years": N_("Years"),
    "made": N_("Made with kzfr {version}. Data: CC BY 4.0."),
    "fallback": N_("title in {language}"),
    "pair": N_("{label}: {value}"),
}

KEPT = (
    "count",
    "language",
    "label",
    "value",
    "year",
    "text",
    "filter",
    "address",
    "weekday",
    "day",
    "days",
)
"""The places of these sentences that the script fills."""

FOUND = NN_("{count} event", "{count} events")
LAST_DIGITS = range(200)
"""The numbers that show every form of the plural: those below a hundred, and the last two digits of
the others.
"""


def found(sentences: Catalogue) -> dict[str, Any]:
    """Say how many events are found, in each form of the plural, and which number takes which."""
    said = [sentences.plural(*FOUND, number, count="{count}") for number in LAST_DIGITS]
    forms = list(dict.fromkeys(said))
    return {"forms": forms, "which": "".join(str(forms.index(form)) for form in said)}
