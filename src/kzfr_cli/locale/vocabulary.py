"""The words of the database's own vocabulary: categories, kinds of dates, statuses, languages."""

from __future__ import annotations

from kzfr_cli.core import kinds
from kzfr_cli.locale.catalogue import N_, NN_, Catalogue

CATEGORIES = {category.name: category.label for category in kinds.CATEGORIES}
KINDS = {kind.name: kind.label for kind in kinds.DATE_KINDS}
STATUSES = {
    "preferred": N_("preferred"),
    "accepted": N_("accepted"),
    "disputed": N_("disputed"),
    "rejected": N_("rejected"),
}
SUBJECTS = {
    "trade": N_("Trade"),
    "investment": N_("Investment"),
    "oil": N_("Oil"),
    "uranium": N_("Uranium"),
    "industry": N_("Industry"),
    "people": N_("People"),
}
"""The subjects of figures, in the order in which they are listed."""
LANGUAGES = {
    "fr": N_("French"),
    "en": N_("English"),
    "ru": N_("Russian"),
    "kk": N_("Kazakh"),
}
NAME_KINDS = {
    "place": N_("place"),
    "person": N_("person"),
    "organisation": N_("organisation"),
    "institution": N_("institution"),
    "programme": N_("programme"),
    "work": N_("work"),
    "demonym": N_("demonym"),
}
SOURCE_KINDS = {
    "official": N_("official"),
    "academic": N_("academic"),
    "press": N_("press"),
    "company": N_("company"),
    "encyclopaedia": N_("encyclopaedia"),
    "blog": N_("blog"),
}
OFFICES = {
    "president": N_("president"),
    "prime-minister": N_("prime minister"),
    "foreign-minister": N_("minister of foreign affairs"),
    "ambassador": N_("ambassador"),
}
CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low")}
CONFIDENCE_SENTENCES = {
    "high": N_("Sure: an official or first-hand page supports it, or several pages agree."),
    "medium": N_("Probable: one good page supports it, or several that differ in detail."),
    "low": N_("Doubtful: only one weak page supports it, or it is inferred."),
}
"""What it means that an entry is as sure as it says."""
WEIGHTS = {3: N_("landmark"), 2: N_("notable"), 1: N_("detail")}
CHANGES = {"added": N_("added"), "changed": N_("changed"), "removed": N_("removed")}
COUNTS = {
    "events": NN_("{count} event", "{count} events"),
    "figures": NN_("{count} figure", "{count} figures"),
    "indicators": NN_("{count} indicator", "{count} indicators"),
    "names": NN_("{count} name", "{count} names"),
    "sources": NN_("{count} source", "{count} sources"),
    "tags": NN_("{count} tag", "{count} tags"),
}
ENTRIES = {"names": N_("name"), "figures": N_("figure"), "sources": N_("source")}
FIELDS = {
    "title": N_("in the title"),
    "names": N_("in the names"),
    "tags": N_("in the tags"),
    "summary": N_("in the summary"),
    "sources": N_("in the sources"),
    "dates": N_("another of its dates"),
}
"""Where a word of a search was found."""
CLAIMS = {
    "anniversary": N_("an anniversary"),
    "elapsed": N_("a time elapsed"),
    "date": N_("a date"),
    "weekday": N_("a weekday"),
    "impossible-date": N_("a day of the calendar"),
    "figure": N_("a figure"),
    "count": N_("a count"),
    "name": N_("the name of a city"),
    "place": N_("a place"),
    "organisation": N_("an organisation"),
}
"""How a claim of a text was read."""
LEAP_DAYS = {
    "feb28": N_("of 29 February: celebrated on the 28th in a common year"),
    "mar1": N_("of 29 February: celebrated on 1 March in a common year"),
    "both": N_("of 29 February: celebrated on 28 February and 1 March in a common year"),
}
INDEX_STATES = {
    "fresh": N_("fresh"),
    "updated": N_("updated"),
    "rebuilt": N_("rebuilt"),
    "in memory": N_("in memory"),
}
SCOPES = {"bilateral": N_("bilateral"), "context": N_("context")}


def count(kind: str, number: int, catalogue: Catalogue) -> str:
    """Count entries of a kind."""
    from kzfr_cli.locale import quantities

    return catalogue.plural(
        *COUNTS[kind], number, count=quantities.number(number, catalogue.lang)
    )


def category(name: str, catalogue: Catalogue) -> str:
    """Return the word of a category."""
    return catalogue.text(CATEGORIES.get(name, name))


def kind(name: str, catalogue: Catalogue) -> str:
    """Return the word of a kind of date."""
    return catalogue.text(KINDS.get(name, name))


def status(name: str, catalogue: Catalogue) -> str:
    """Return the word of a date's status."""
    return catalogue.text(STATUSES.get(name, name))


def language(code: str, catalogue: Catalogue) -> str:
    """Return the name of a language, or its code when it is none of ours."""
    return catalogue.text(LANGUAGES[code]) if code in LANGUAGES else code


def name_kind(name: str, catalogue: Catalogue) -> str:
    """Return the word of a kind of name."""
    return catalogue.text(NAME_KINDS.get(name, name))


def source_kind(name: str, catalogue: Catalogue) -> str:
    """Return the word of a kind of source."""
    return catalogue.text(SOURCE_KINDS.get(name, name))


def office(name: str, catalogue: Catalogue) -> str:
    """Return the word of an office."""
    return catalogue.text(OFFICES.get(name, name))


def subject(name: str, catalogue: Catalogue) -> str:
    """The word of a subject of figures."""
    return catalogue.text(SUBJECTS.get(name, name))


def confidence(name: str, catalogue: Catalogue) -> str:
    """The word of how sure an entry is."""
    return catalogue.text(CONFIDENCES.get(name, name))


def weight(number: int, catalogue: Catalogue) -> str:
    """Name the weight of an event: landmark, notable or detail."""
    return catalogue.text(WEIGHTS[number])


def change(name: str, catalogue: Catalogue) -> str:
    """Return the word of what happened to an entry since the version before."""
    return catalogue.text(CHANGES.get(name, name))
