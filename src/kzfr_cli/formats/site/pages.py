"""The pages of a site in one language: years, names, categories, anniversaries, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from kzfr_cli.core import edtf
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import celebrated
from kzfr_cli.formats.site import charts, places, shards
from kzfr_cli.formats.site.frame import Branch, Head
from kzfr_cli.formats.site.rows import ROLES, ListedEvent, Register
from kzfr_cli.languages import dates
from kzfr_cli.locale import catalogue, quantities, vocabulary
from kzfr_cli.views import occasions
from kzfr_cli.views.anniversaries import AnniversaryView
from kzfr_cli.views.figures import IndicatorView
from kzfr_cli.views.occasions import Occasion
from kzfr_cli.views.pages import Texts
from kzfr_cli.views.sites import NameSeen

MOST = 400
"""Events that a page lists."""

SECTIONS = {"person": "people", "organisation": "organisations", "place": "places"}
"""The headings of names by their role."""

File = tuple[str, bytes]


def years(folder: Branch, rows: Register) -> Iterator[File]:
    """Write a page for each year, linked to those beside it, and the list of all."""
    known = sorted(rows.years)
    for place, year in enumerate(known):
        shown = year.lstrip("0") or "0"
        found = rows.of(rows.years[year])
        yield folder.page(
            "list.html",
            Head(
                path=f"years/{year}.html",
                title=shown,
                description=told(found, folder.lang),
            ),
            sections=[("", found)],
            before=known[place - 1] if place else "",
            after=known[place + 1] if place + 1 < len(known) else "",
        )
    counts = {int(year): len(found) for year, found in rows.years.items()}
    decades = [
        (
            f"{decade}0",
            [
                item(f"{year}.html", year.lstrip("0"), len(rows.years[year]))
                for year in found
            ],
        )
        for decade, found in groupby(known, lambda year: year[:3].lstrip("0"))
    ]
    head = Head(
        path="years/index.html",
        title=folder.says["years"],
        description=folder.says["by_year"],
    )
    yield folder.page(
        "directory.html",
        head,
        sections=decades[::-1],
        chart=charts.years(counts, "", folder.says["pair"]),
    )


def told(found: Sequence[ListedEvent], lang: str) -> str:
    """Say in a description what a list holds: the titles, the weightiest first."""
    first = sorted(found, key=lambda row: -row.weight)[:5]
    return " · ".join(row.titles[lang] for row in first)


def item(
    address: str,
    label: str,
    count: int,
    category: str = "",
) -> dict[str, Any]:
    """An entry of a list of pages."""
    return {"address": address, "label": label, "count": count, "category": category}


def categories(folder: Branch, rows: Register) -> Iterator[File]:
    """Write a page for each category, and the list of all."""
    words = folder.fixed["categories"]
    for name, found in rows.categories.items():
        head = Head(
            path=f"categories/{name}.html",
            title=capital(words[name]),
            description=told(rows.of(found), folder.lang),
        )
        query = urlencode({"cat": name})
        yield folder.page(
            "list.html",
            head,
            **listed(folder, rows, found, query),
        )
    entries = [
        item(f"{name}.html", capital(words[name]), len(rows.categories[name]), name)
        for name in words
        if name in rows.categories
    ]
    title = folder.says["categories"]
    head = Head(
        path="categories/index.html",
        title=title,
        description=sentence(entries),
    )
    yield folder.page(
        "directory.html",
        head,
        sections=[("", entries)],
    )


def capital(text: str) -> str:
    """A text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def sentence(entries: Sequence[Mapping[str, Any]]) -> str:
    """Name the first entries of a list."""
    return ", ".join(entry["label"] for entry in entries[:20])


def listed(
    folder: Branch, rows: Register, found: Sequence[int], query: str
) -> dict[str, Any]:
    """What a page of many events shows: all under their years, or the weightiest."""
    kept = rows.weightiest(found, MOST)
    cut = ""
    if len(kept) < len(found):
        says = folder.says["some"]
        count, total = (
            quantities.number(number, folder.lang) for number in (len(kept), len(found))
        )
        cut = says.replace("{count}", count).replace("{total}", total)
    sections = [
        (year.lstrip("0"), list(group))
        for year, group in groupby(kept, lambda row: row.year)
    ]
    return {"sections": sections, "cut": cut, "find": query}


def names(folder: Branch, rows: Register) -> Iterator[File]:
    """Write a page for each name, and the list of all."""
    for name, labels in rows.labels.items():
        if places.is_safe(name):
            label = shown(folder, name, labels)
            yield of_name(folder, rows, name, label)
    sections = [
        (folder.says[SECTIONS[role]], directory(folder, rows, role)) for role in ROLES
    ]
    head = Head(
        path="names/index.html",
        title=folder.says["names"],
        description=", ".join(sentence(entries) for _, entries in sections),
    )
    kept = [section for section in sections if section[1]]
    yield folder.page("directory.html", head, sections=kept)


def choices(folder: Branch, rows: Register) -> File:
    """Write what a search can be narrowed to: the names and subjects with the number of their
    events.
    """
    found: dict[str, list[tuple[str, str, int]]] = {
        shards.FACETS[role]: [
            (name, shown(folder, name, rows.labels[name]), count)
            for name, count in rows.named(role)
        ]
        for role in ROLES
    }
    found["tag"] = [
        (entry_id, visible(texts[folder.lang]), len(rows.tags[entry_id]))
        for entry_id, texts in rows.subjects.items()
    ]
    return shards.script("choices", found)


def facet_of(rows: Register, name: str) -> str:
    """How a search is narrowed to a name: by the role in which most events have it."""
    counts = {role: len(rows.names.get((role, name), ())) for role in ROLES}
    return shards.FACETS[max(ROLES, key=lambda role: counts[role])]


def shown(
    folder: Branch,
    name: str,
    labels: Texts,
) -> str:
    """Write a name as it is today, or as its events have it where no file spells it out."""
    entry = folder.view.names.get(name)
    return visible((entry.labels if entry else labels)[folder.lang])


def of_name(
    folder: Branch,
    rows: Register,
    name: str,
    label: str,
) -> File:
    """Write the page of a name."""
    entry, found = folder.view.names.get(name), rows.linked(name)
    note = visible(entry.notes[folder.lang]) if entry else ""
    head = Head(
        path=f"names/{name}.html",
        title=label,
        description=note or told(rows.of(found), folder.lang),
    )
    return folder.page(
        "list.html",
        head,
        kicker=kind_of(entry, folder),
        note=note,
        note_language=entry.note_languages.get(folder.lang) if entry else "",
        **listed(folder, rows, found, urlencode({facet_of(rows, name): name})),
    )


def directory(
    folder: Branch,
    rows: Register,
    role: str,
) -> list[dict[str, Any]]:
    """List the names of a role."""
    return [
        item(f"{name}.html", shown(folder, name, rows.labels[name]), count)
        for name, count in rows.named(role)
        if places.is_safe(name)
    ]


def kind_of(entry: NameSeen | None, folder: Branch) -> str:
    """What a name is the name of, in a word."""
    if entry is None:
        return ""
    return capital(vocabulary.name_kind(entry.kind, catalogue.load(folder.lang)))


def anniversaries(folder: Branch) -> File:
    """Write the page of what is celebrated in the year to come, month by month."""
    view = folder.edition.coming
    months = []
    for month, group in groupby(view.rows, lambda row: row.on[:7]):
        found = sorted(occasions.of(group), key=lambda each: (each.head.on, *each.rank))
        months.append(
            (month_words(month, folder.lang), [told_of(each, folder) for each in found])
        )
    title = folder.says["anniversaries"]
    count = sum(len(found) for _, found in months)
    note = ahead(view.asked, folder.lang)
    shown = [each["title"] for _, found in months for each in found if each["is_round"]]
    head = Head(
        path="anniversaries.html",
        title=title,
        description=" · ".join([note, *shown[:5]]) if count else title,
    )
    return folder.page(
        "anniversaries.html",
        head,
        months=months,
        note=note,
    )


def month_words(month: str, lang: str) -> str:
    """Write a month with its year as a heading."""
    return capital(dates.date_in_words(edtf.parse(month), lang))


def ahead(day: str, lang: str) -> str:
    """Write the year that begins on an ISO day, in words."""
    last = date.fromisoformat(day) + timedelta(days=365)
    return dates.date_in_words(edtf.parse(f"{day}/{last.isoformat()}"), lang)


def told_of(occasion: Occasion, folder: Branch) -> dict[str, Any]:
    """What the page tells of an anniversary."""
    row, sentences = occasion.head, catalogue.load(folder.lang)
    return {
        "id": row.id,
        "is_page": places.is_safe(row.id),
        "title": visible(row.title),
        "language": row.language,
        "category": row.category,
        "is_round": occasion.is_round,
        "when": dates.date_in_words(edtf.parse(row.on), folder.lang),
        "number": celebrated.number(row, sentences),
        "since": celebrated.counted_from(row, sentences),
        "certainty": celebrated.certainty(row, sentences) if is_doubtful(row) else "",
    }


def is_doubtful(row: AnniversaryView) -> bool:
    """Return whether a reader has to know how sure an anniversary is."""
    return row.is_contested or row.uncertain or row.confidence == "low"


def figures(folder: Branch) -> Iterator[File]:
    """Write a page for each series of figures, and the list of all."""
    found = [each for each in folder.edition.figures if places.is_safe(each.id)]
    for indicator in found:
        yield of_figures(folder, indicator)
    entries = [
        item(f"{each.id}.html", visible(each.label), len(each.rows))
        for each in sorted(found, key=lambda each: -len(each.rows))
    ]
    title = folder.says["figures"]
    head = Head(
        path="figures/index.html",
        title=title,
        description=sentence(entries) or title,
    )
    yield folder.page("directory.html", head, sections=[("", entries)])


def of_figures(folder: Branch, indicator: IndicatorView) -> File:
    """Write the page of a series."""
    label = visible(indicator.label)
    drawn = [
        (found, charts.series(found, indicator.breaks, folder.lang, folder.says["pair"]))
        for found in indicator.series
    ]
    head = Head(
        path=f"figures/{indicator.id}.html",
        title=label,
        description=visible(indicator.measures) or label,
    )
    return folder.page(
        "figure.html",
        head,
        indicator=indicator,
        drawn=drawn,
        sources=folder.view.sources,
    )
