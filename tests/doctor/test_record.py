"""What the checks of weights, series, offices, quantities, aliases and acronyms let pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .test_checks import BASE, event

Codes = Callable[..., list[str]]

PRESIDENTS = """
[[names]]
id = "france"
kind = "place"
label = { fr = "France", en = "France" }

[[names]]
id = "paris"
kind = "place"
label = { fr = "Paris", en = "Paris" }
part_of = "france"

[[names]]
id = "first"
kind = "person"
label = { fr = "Un", en = "One" }
offices = [{ office = "president", of = "france", from = "2001-05-17", to = "2007-05-16" }]

[[names]]
id = "second"
kind = "person"
label = { fr = "Deux", en = "Two" }
offices = [
    { office = "foreign-minister", of = "france", from = "1995", to = "1998" },
    { office = "president", of = "france", from = "{start}"{end} },
]
"""


def presidents(start: str = "2007-05-16", end: str = "") -> str:
    """Write two presidents, the second from a day on."""
    return PRESIDENTS.replace("{start}", start).replace("{end}", end)


# ---- offices


@pytest.mark.parametrize("start", ["2007-05-16", "2007-05-17", "2007", "2007-05"])
def test_a_term_may_begin_on_the_day_or_in_the_year_in_which_the_other_ends(
    codes: Codes, start: str
) -> None:
    assert codes(BASE, presidents(start)) == []


@pytest.mark.parametrize("start", ["2007-05-15", "2006", "2001-05-17"])
def test_a_term_that_begins_before_the_other_ends_is_a_fault(
    codes: Codes, start: str
) -> None:
    assert codes(BASE, presidents(start)) == ["two-holders"]


@pytest.mark.parametrize(
    ("year", "is_fault"), [("2008", False), ("1996", False), ("2003", True)]
)
def test_a_visit_lies_in_one_of_the_terms(codes: Codes, year: str, is_fault: bool) -> None:
    """Before he was president he came as foreign minister."""
    visit = event(f"visit-{year}", year, extra='people = ["second"]')
    assert codes(BASE, presidents(), visit) == (["visit-outside-term"] if is_fault else [])


SET = """
[[tags]]
id = "presidents"
label = { fr = "présidents", en = "presidents" }
complete = true
since = "2000"
counts = { category = "visit", office = "president", of = "france", at = "france" }
"""


@pytest.mark.parametrize(
    ("year", "extra", "is_fault"),
    [
        ("2008", 'people = ["second"]\nplaces = ["paris"]\ntags = ["presidents"]', False),
        ("2008", 'people = ["second"]\nplaces = ["paris"]', True),
        ("2008", 'people = ["second"]\ntags = ["presidents"]', True),
        ("2003", 'people = ["first"]\nplaces = ["france"]\ntags = ["presidents"]', False),
        ("1996", 'people = ["second"]\nplaces = ["paris"]', False),
        ("1996", 'people = ["second"]\nplaces = ["paris"]\ntags = ["presidents"]', True),
    ],
)
def test_a_complete_set_holds_its_events_and_no_others(
    codes: Codes, year: str, extra: str, is_fault: bool
) -> None:
    found = codes(BASE, presidents(), SET, event(f"visit-{year}", year, extra=extra))
    assert found == (["incomplete-set"] if is_fault else [])


BODY = """
[[names]]
id = "france"
kind = "place"
label = { fr = "France", en = "France" }

[[names]]
id = "paris"
kind = "place"
label = { fr = "Paris", en = "Paris" }
part_of = "france"

[[names]]
id = "agency"
kind = "organisation"
label = { fr = "Agence", en = "Agency" }

[[tags]]
id = "flights"
label = { fr = "vols", en = "flights" }
complete = true
since = "1982"
counts = { category = "visit", organisation = "agency", at = "france" }
"""


@pytest.mark.parametrize(
    ("extra", "is_fault"),
    [
        ('organisations = ["agency"]\nplaces = ["paris"]\ntags = ["flights"]', False),
        ('organisations = ["agency"]\nplaces = ["paris"]', True),
        ('places = ["paris"]\ntags = ["flights"]', True),
        ('organisations = ["agency"]', False),
    ],
)
def test_a_complete_set_may_count_by_a_body(
    codes: Codes, extra: str, is_fault: bool
) -> None:
    found = codes(BASE, BODY, event(extra=extra))
    assert found == (["incomplete-set"] if is_fault else [])


# ---- weights and series


@pytest.mark.parametrize(("weight", "is_fault"), [(1, False), (2, False), (3, True)])
def test_a_step_weighs_at_most_what_its_whole_weighs(
    codes: Codes, weight: int, is_fault: bool
) -> None:
    step = event("step-2009", "2009", extra=f'of = "visit-2008"\nweight = {weight}')
    assert codes(BASE, event() + step) == (["step-too-heavy"] if is_fault else [])


def test_independence_is_a_landmark_though_it_is_context(codes: Codes) -> None:
    tag = '[[tags]]\nid = "independence"\nlabel = { fr = "indépendance", en = "independence" }\n'
    extra = 'scope = "context"\nweight = 3\ntags = ["independence"]'
    assert codes(BASE, tag, event(extra=extra)) == []


@pytest.mark.parametrize(
    ("first", "second", "is_fault"),
    [(1, 2, False), (1, 5, False), (2, 2, True), (3, 2, True)],
)
def test_editions_rise(codes: Codes, first: int, second: int, is_fault: bool) -> None:
    name = (
        '[[names]]\nid = "fair"\nkind = "programme"\nlabel = { fr = "Foire", en = "Fair" }\n'
    )
    events = event(title=f"Foire {first}", extra=f'of = "fair"\nedition = {first}') + event(
        "visit-2010",
        "2010",
        title=f"Foire {second}",
        extra=f'of = "fair"\nedition = {second}',
    )
    assert codes(BASE, name, events) == (["edition-out-of-order"] if is_fault else [])


@pytest.mark.parametrize(
    ("title", "is_fault"),
    [
        ("Seizième commission", False),
        ("16e commission", False),
        ("Commission, session 16", False),
        ("Commission", True),
        ("Quinzième commission", True),
    ],
)
def test_the_number_of_an_edition_is_told(codes: Codes, title: str, is_fault: bool) -> None:
    name = (
        '[[names]]\nid = "fair"\nkind = "programme"\nlabel = { fr = "Foire", en = "Fair" }\n'
    )
    held = event(title=title, en="Held", extra='of = "fair"\nedition = 16')
    assert codes(BASE, name, held) == (["edition-not-told"] if is_fault else [])


# ---- quantities, acronyms, aliases


@pytest.mark.parametrize(
    ("quantity", "summary"),
    [
        ('value = 1.3, unit = "EUR bn"', "Un contrat de 1,3 milliard d’euros."),
        ('value = 36, unit = "documents"', "Trente-six documents sont signés."),
        ('value = 10000, unit = "tonnes"', "Près de 10\u202f000 tonnes."),
        ('value = 51, unit = "percent"', "Areva détient 51\u00a0%."),
        ('value = 1, unit = "USD bn"', "Environ un milliard de dollars."),
    ],
)
def test_a_quantity_is_read_again_however_it_is_written(
    codes: Codes, quantity: str, summary: str
) -> None:
    french = event(summary=summary, extra=f"quantities = [{{ {quantity} }}]")
    only_french = french.replace(', en = "A visit." }', ' , en = "" }')
    assert "quantity-not-in-summary" not in codes(BASE, only_french)


@pytest.mark.parametrize("value", ["37", "3.6", "360"])
def test_a_quantity_of_other_digits_is_a_fault(codes: Codes, value: str) -> None:
    told = event(
        summary="Trente-six documents.",
        extra=f'quantities = [{{ value = {value}, unit = "documents" }}]',
    )
    assert "quantity-not-in-summary" in codes(BASE, told)


@pytest.mark.parametrize(
    ("summary", "extra", "is_fault"),
    [
        ("Entrée à l’OMC.", "", True),
        ("Entrée à l’OMC.", 'aliases.fr = ["Entrée à l’OMC"]', False),
        ("Entrée à l’OMC.", 'keywords.fr = ["OMC"]', False),
        ("Louis XIV.", "", False),
        ("Un TGV-R.", "", False),
    ],
)
def test_an_acronym_of_a_summary_is_known(
    codes: Codes, summary: str, extra: str, is_fault: bool
) -> None:
    found = codes(BASE, event(summary=summary, extra=extra))
    assert found == (["unknown-acronym"] if is_fault else [])


def test_the_publisher_of_a_source_needs_no_name(codes: Codes) -> None:
    base = BASE.replace('publisher = "One"', 'publisher = "AFP"')
    assert codes(base, event(summary="Selon l’AFP.")) == []


def test_two_events_may_share_one_alias_of_several(codes: Codes) -> None:
    events = event(extra='aliases.en = ["The treaty", "Treaty of 2008"]') + event(
        "visit-2010", "2010", extra='aliases.en = ["The treaty"]'
    )
    assert codes(BASE, events) == []
