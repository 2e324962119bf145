"""What each check takes for a fault, and what it lets pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kzfr_cli.core.event import Tag
from kzfr_cli.doctor import (
    addresses,
    checks,
    dates,
    duplicates,
    examination,
    examples,
    typography,
)
from kzfr_cli.doctor.registry import Check
from kzfr_cli.languages.typography import french
from kzfr_cli.locale.messages import PROBLEMS

BASE = """
[[sources]]
id = "one"
title = "One"
publisher = "One"
language = "fr"
kind = "press"
published = "2008-02-08"

[[sources]]
id = "two"
title = "Two"
publisher = "Two"
language = "fr"
kind = "press"
"""


def event(
    id: str = "visit-2008",
    value: str = "2008-06-11",
    extra: str = "",
    title: str = "Visite",
    **more: str,
) -> str:
    """Write an event without a fault."""
    return f"""
[[events]]
id = "{id}"
category = "visit"
title = {{ fr = "{title}", en = "{more.get("en", id)}" }}
summary = {{ fr = "{more.get("summary", "Une visite.")}", en = "A visit." }}
{extra}
dates = [{{ kind = "signed", value = "{value}", sources = ["one", "two"] }}{more.get("facets", "")}]
sources = [{{ id = "one", says = "Yes." }}, {{ id = "two", says = "Yes." }}]
"""


def test_an_event_without_a_fault_is_passed(codes: Callable[..., list[str]]) -> None:
    assert codes(BASE, event()) == []


# ---- dates


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("visit-2008", "2008"),
        ("2008-visit-of-the-minister", "2008-06?"),
        ("season-2013", "2013-09/2014-03"),
        ("season-2014", "2013-09/2014-03"),
        ("season-2014", "2014/.."),
        ("settlement-1993", "199X"),
        ("visit-2025", "[2025-09-22..2025-09-24]"),
    ],
)
def test_the_year_of_either_end_or_within_a_vague_date_is_in_the_id(
    codes: Callable[..., list[str]], id: str, value: str
) -> None:
    assert codes(BASE, event(id, value)) == []


@pytest.mark.parametrize(
    ("id", "value"),
    [("season-2014", "2013/2015"), ("visit-20080", "2008"), ("visit", "2008")],
)
def test_another_year_or_none_in_the_id_is_a_fault(
    codes: Callable[..., list[str]], id: str, value: str
) -> None:
    assert codes(BASE, event(id, value)) == ["year-not-in-id"]


@pytest.mark.parametrize(
    "facet",
    [
        'kind = "in-force", value = "2008", status = "accepted"',
        'kind = "in-force", value = "2008-06-11", status = "accepted"',
        'kind = "published", value = "2007", status = "accepted"',
        (
            'kind = "approved", value = "2007", status = "accepted", note = { fr = "Projet.", en = '
            '"Draft." }'
        ),
        (
            'kind = "in-force", value = "2007", status = "rejected", note = { fr = "Faux.", en = '
            '"Wrong." }'
        ),
    ],
)
def test_what_may_come_before_a_signature_is_passed(
    codes: Callable[..., list[str]], facet: str
) -> None:
    assert codes(BASE, event(facets=f', {{ {facet}, sources = ["one"] }}')) == []


def test_fewest_events_are_out_of_order(codes: Callable[..., list[str]]) -> None:
    years = (2010, 2001, 2002, 2003)
    assert codes(BASE, *["".join(event(f"visit-{year}", str(year)) for year in years)]) == [
        "out-of-order"
    ]


def test_events_of_two_files_have_no_order_between_them(
    codes: Callable[..., list[str]],
) -> None:
    assert codes(BASE, event("visit-2010", "2010"), event("visit-2001", "2001")) == []


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([], set()),
        ([1], {0}),
        ([1, 1, 2], {0, 1, 2}),
        ([9, 1, 2, 8, 3], {1, 2, 4}),
        ([3, 2, 1], {2}),
    ],
)
def test_the_longest_rise_is_kept(days: list[int], kept: set[int]) -> None:
    assert dates.longest_rise([date(2000, 1, day) for day in days]) == kept


# ---- typography


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L’État, c’est moi", []),
        ("L'État", ["straight-apostrophe"]),
        ("Il dit\u202f: oui", ["no-break-space"]),
        ("Il dit\u00a0: oui", []),
        ("Il dit : oui", ["no-break-space"]),
        ("Il dit: oui", ["no-break-space"]),
        ("Vraiment ?", ["no-break-space"]),
        ("Vraiment\u202f?", []),
        ("« Abaï »", ["no-break-space"]),
        ("«\u00a0Abaï\u00a0»", []),
        ("10 %", ["no-break-space"]),
        ("10\u00a0km", []),
        ("10 km", ["no-break-space"]),
        ("1 000 euros", ["no-break-space"]),
        ("à 10:30 le 5", []),
        ("voir https://example.org/a?b=c", []),
        ("L'État ?", ["straight-apostrophe", "no-break-space"]),
        ("Etat", ["capital-without-accent"]),
        ("A Paris", ["capital-without-accent"]),
        ("Fin. A la veille", ["capital-without-accent"]),
        ("Le plan A dure", []),
        ("Expo A Paris", []),
        ("Edf", []),
        ("Un etat", []),
    ],
)
def test_french_typography(
    codes: Callable[..., list[str]], text: str, names: list[str]
) -> None:
    assert codes(BASE, event(summary=text)) == names


def test_other_languages_keep_their_typography(codes: Callable[..., list[str]]) -> None:
    assert codes(BASE, event(en="The minister's visit: 10% of 1,000!")) == []


def test_the_fix_of_a_fault_of_typography_is_clean(write: Callable[..., Path]) -> None:
    path = write(BASE + event(summary="L'usine : 10 % de l'uranium ; c'est peu !"))
    fixes = [finding.fix for finding in examination.examine([str(path)]) if finding.fix]
    assert {fix.field for fix in fixes} == {"summary.fr"}
    assert {fix.value for fix in fixes} == {
        french("L'usine : 10 % de l'uranium ; c'est peu !")
    }
    assert not typography.APOSTROPHE.search(fixes[0].value)


def test_an_excerpt_shows_where() -> None:
    assert typography.excerpt("0123456789" * 4, 20) == "…890123456789" + "012345678901…"
    assert typography.excerpt("L'État", 1) == "L'État"


# ---- names

ASTANA = """
[[names]]
id = "astana"
kind = "place"
label = { fr = "Astana", en = "Astana" }

[[names.periods]]
to = "1998-05-05"
label = { fr = "Akmola", en = "Akmola" }

[[names.periods]]
from = "1998-05-06"
to = "2019-03-22"
label = { fr = "Astana", en = "Astana" }

[[names.periods]]
from = "2019-03-23"
to = "2022-09-16"
label = { fr = "Nour-Soultan", en = "Nur-Sultan" }

[[names]]
id = "akmola-region"
kind = "place"
label = { fr = "région d’Akmola", en = "Akmola region" }
"""


@pytest.mark.parametrize(
    ("day", "title", "names"),
    [
        ("2008-06-11", "Visite à Nour-Soultan", ["name-outside-period"]),
        ("2023-06-11", "Visite à Nour-Soultan", ["name-outside-period"]),
        ("2020-06-11", "Visite à Nour-Soultan", []),
        ("2019", "Visite à Nour-Soultan", []),
        ("2020-06-11", "Visite à Astana", []),
        ("2008-06-11", "Visite à Astana, future Nour-Soultan", []),
        ("2008-06-11", "Visite à Akmola", ["name-outside-period"]),
        ("1997-06-11", "Visite à Akmola", []),
        ("2008-06-11", "Visite de la région d’Akmola", []),
        ("2008-06-11", "Livre «\u00a0Nour-Soultan\u00a0»", []),
        ("2023-06-11", "Suites du sommet de Nour-Soultan de 2021", []),
        ("2023-06-11", "Suites du sommet de Nour-Soultan de 2018", ["name-outside-period"]),
        ("2008-06-11", "Visite de Nour-Soultanaise", []),
    ],
)
def test_a_former_name_stands_in_its_period_or_is_explained(
    codes: Callable[..., list[str]], day: str, title: str, names: list[str]
) -> None:
    assert codes(BASE, ASTANA, event(f"visit-{day[:4]}", day, title=title)) == names


def test_another_date_of_the_event_in_the_period_is_enough(
    codes: Callable[..., list[str]],
) -> None:
    facets = (
        ', { kind = "in-force", value = "2020", status = "accepted", sources = ["one"] }'
    )
    assert codes(BASE, ASTANA, event(title="Accord de Nour-Soultan", facets=facets)) == []


# ---- duplicates


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("treaty", "treaties", True),
        ("tag", "tags", True),
        ("uranium", "uranuim", True),
        ("oil-gas", "oil-and-gas", False),
        ("sport", "space", False),
        ("visa", "visit", False),
        ("museum", "music", False),
    ],
)
def test_tags_of_one_word(first: str, second: str, is_one: bool) -> None:
    assert (
        duplicates.are_one_word(Tag(id=first, label={}), Tag(id=second, label={})) is is_one
    )


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (
            "Strategic partnership treaty",
            "Strategic partnership treaty signed",
            ["same-day-same-title"],
        ),
        (
            "Launch from Baikonur of Proxima",
            "Launch of Proxima (from Baikonur)",
            ["same-day-same-title"],
        ),
        ("Military cooperation agreement", "Agreement on peaceful space cooperation", []),
        ("Stage 3 of the Tour of France", "Stage 4 of the Tour of France", []),
        ("Visit", "Visit of the foreign minister", []),
    ],
)
def test_titles_of_one_day(
    codes: Callable[..., list[str]], first: str, second: str, names: list[str]
) -> None:
    events = event("a-2008", title="Un", en=first) + event("b-2008", title="Deux", en=second)
    assert codes(BASE, events) == names


@pytest.mark.parametrize(
    ("url", "other", "is_one"),
    [
        ("https://www.senat.fr/a", "http://senat.fr/a/", True),
        ("https://senat.fr/a#b", "https://senat.fr/a", True),
        ("https://senat.fr/a?b=1", "https://senat.fr/a?b=2", False),
        ("https://senat.fr/a", "https://senat.fr/b", False),
    ],
)
def test_addresses_of_one_page(url: str, other: str, is_one: bool) -> None:
    assert (duplicates.page(url) == duplicates.page(other)) is is_one


@pytest.mark.parametrize(
    ("url", "is_complete"),
    [
        ("https://www.senat.fr/rap/l10-505.html", True),
        ("http://example.org:8080/?a=b", True),
        ("https://қазақстан.қаз/", True),
        ("https://web.archive.org/web/2018/http://a.b/", True),
        ("ftp://example.org/", False),
        ("www.example.org", False),
        ("https://localhost/", False),
        ("https://example.org./", False),
        ("https://-a.org/", False),
        ("https://example.org/a b", False),
        ("https://example.org/a\u00a0b", False),
        ("https://example.org/...", False),
        ("https://example.org/…", False),
        ("https://[::1", False),
        ("https://example.org:port/", False),
    ],
)
def test_addresses_that_can_be_followed(url: str, is_complete: bool) -> None:
    assert addresses.is_complete(url) is is_complete


# ---- languages


def test_russian_and_kazakh_are_asked_only_of_a_file_that_uses_them(
    codes: Callable[..., list[str]],
) -> None:
    translated = event("visit-2009", "2009").replace(
        'title = { fr = "Visite",', 'title = { fr = "Visite", ru = "Визит",'
    )
    marked = translated.replace(
        'category = "visit"', 'category = "visit"\ntranslation = "reviewed"'
    )
    assert codes(BASE, event(), marked) == []
    assert codes(BASE, event() + marked) == ["title-language-missing"]


# ---- layers


def test_an_entry_that_extends_is_examined_whole(codes: Callable[..., list[str]]) -> None:
    overlay = '[[events]]\nid = "visit-2008"\nextend = true\ntitle.en = "Visit of 2008"\n'
    assert codes(BASE, event(), overlay) == []


def test_a_fault_stands_in_the_file_that_holds_the_field(write: Callable[..., Path]) -> None:
    base = write(BASE + event())
    over = write(
        '\n[[events]]\nid = "visit-2008"\nextend = true\ntitle.fr = "Visite d\'État"\nplaces = '
        '["lyon"]\n',
        "over.toml",
    )
    found = examination.failures(examination.examine([str(base), str(over)]))
    assert [(Path(item.path).name, item.line, item.check.name) for item in found] == [
        ("over.toml", 5, "straight-apostrophe"),
        ("over.toml", 6, "unknown-name"),
    ]


def test_a_hidden_source_dangles(codes: Callable[..., list[str]]) -> None:
    assert codes(BASE, event(), '[[sources]]\nid = "two"\nhidden = true\n') == [
        "unknown-source",
        "unknown-source",
    ]


def test_a_replaced_entry_leaves_the_faults_of_the_one_below(
    codes: Callable[..., list[str]],
) -> None:
    assert codes(BASE, event(title="Visite d'État"), event()) == []


def test_what_deserves_a_look_is_no_failure(codes: Callable[..., list[str]]) -> None:
    told = codes(BASE, event(value="2008-06-12"), all=True)
    assert told == ["page-older-than-date"]
    assert codes(BASE, event(value="2008-06-12")) == []


# ---- the registry


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.code)
def test_a_check_is_found_by_code_and_name_and_is_explained(check: Check) -> None:
    assert checks.find(check.code.lower()) is check
    assert checks.find(check.name) is check
    assert all(getattr(check, text).strip() for text in ("message", "what", "why", "repair"))
    assert examples.known()[check.name].strip()


def test_the_codes_of_the_store_are_checks() -> None:
    assert set(PROBLEMS) <= set(checks.BY_NAME)
