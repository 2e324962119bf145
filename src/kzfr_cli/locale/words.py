"""The words of the database's own vocabulary: categories, kinds of dates, statuses, languages."""

from __future__ import annotations

from kzfr_cli.locale.catalogue import Catalogue


def N_(text: str) -> str:
    """Mark a word for translation where it stands in a table."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark the singular and the plural of a message for translation where they stand in a table."""
    return one, many


CATEGORIES = {
    "diplomacy": N_("diplomacy"),
    "visit": N_("visit"),
    "treaty": N_("treaty"),
    "multilateral": N_("multilateral"),
    "economy": N_("economy"),
    "energy": N_("energy"),
    "transport": N_("transport"),
    "space": N_("space"),
    "defence": N_("defence"),
    "security": N_("security"),
    "culture": N_("culture"),
    "education": N_("education"),
    "science": N_("science"),
    "health": N_("health"),
    "sport": N_("sport"),
}
KINDS = {
    "occurred": N_("took place"),
    "signed": N_("signed"),
    "in-force": N_("in force"),
    "provisionally-applied": N_("applied provisionally"),
    "ratified": N_("ratified"),
    "approved": N_("approved"),
    "founded": N_("founded"),
    "published": N_("published"),
    "opened": N_("opened"),
    "closed": N_("closed"),
    "announced": N_("announced"),
    "celebrated": N_("celebrated"),
}
STATUSES = {
    "preferred": N_("preferred"),
    "accepted": N_("accepted"),
    "disputed": N_("disputed"),
    "rejected": N_("rejected"),
}
LANGUAGES = {"fr": N_("French"), "en": N_("English"), "ru": N_("Russian"), "kk": N_("Kazakh")}
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
CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low")}
ENTRIES = {
    "events": N_("events"),
    "figures": N_("figures"),
    "indicators": N_("indicators"),
    "names": N_("names"),
    "sources": N_("sources"),
    "tags": N_("tags"),
}
INDEX_STATES = {
    "fresh": N_("fresh"),
    "updated": N_("updated"),
    "rebuilt": N_("rebuilt"),
    "in memory": N_("in memory"),
}
SCOPES = {"bilateral": N_("bilateral"), "context": N_("context")}


def category(name: str, catalogue: Catalogue) -> str:
    """Give the word of a category."""
    return catalogue.text(CATEGORIES.get(name, name))


def kind(name: str, catalogue: Catalogue) -> str:
    """Give the word of a kind of date."""
    return catalogue.text(KINDS.get(name, name))


def status(name: str, catalogue: Catalogue) -> str:
    """Give the word of a date's status."""
    return catalogue.text(STATUSES.get(name, name))


def language(code: str, catalogue: Catalogue) -> str:
    """Give the name of a language, or its code when it is none of ours."""
    return catalogue.text(LANGUAGES[code]) if code in LANGUAGES else code


def name_kind(name: str, catalogue: Catalogue) -> str:
    """Give the word of a kind of name."""
    return catalogue.text(NAME_KINDS.get(name, name))


def source_kind(name: str, catalogue: Catalogue) -> str:
    """Give the word of a kind of source."""
    return catalogue.text(SOURCE_KINDS.get(name, name))
