"""What the search finds, in which order, and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfr_cli.search import engine
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.highlighting import highlights
from kzfr_cli.store.index.reading import Index

Open = Callable[[str], Index]

HEAD = """
[[sources]]
id = "page"
title = "Rapport annuel"
publisher = "Sénat"
url = "https://example.org/"
kind = "official"
language = "fr"

[[names]]
id = "astana"
kind = "place"
label.fr = "Astana"
label.ru = "Астана"
spellings.fr = ["Nour-Soultan", "Akmola"]

[[names]]
id = "nazarbayev"
kind = "person"
label.fr = "Noursoultan Nazarbaïev"
label.ru = "Нурсултан Назарбаев"

[[names]]
id = "un"
kind = "organisation"
label.fr = "Nations unies"
label.en = "United Nations"
acronyms = ["ONU", "UN", "ООН"]

[[tags]]
id = "uranium"
label.fr = "uranium"
label.ru = "уран"
"""


def event(id: str, title: str, date: str, more: str = "") -> str:
    """Write an event that has a title and a date, and whatever else."""
    return (
        f'[[events]]\nid = "{id}"\ncategory = "diplomacy"\ntitle.fr = "{title}"\n{more}\n'
        f'[[events.dates]]\nkind = "occurred"\nvalue = "{date}"\nstatus = "preferred"\n'
        f'[[events.sources]]\nid = "page"\nsays = "Told."\n\n'
    )


@pytest.fixture
def opened(write: Callable[..., Path], open_files: Callable[..., Index]) -> Open:
    """Open an index of these events beside a few names."""
    return lambda events: open_files(write(HEAD + events))


def found(index: Index, query: str, **options: object) -> list[str]:
    """List the ids that a query finds."""
    scope = Scope(**options)  # type: ignore[arg-type]
    return [hit.id for hit in engine.search(index.connection, query, scope).hits]


# ---- scripts, spellings, names


@pytest.mark.parametrize("query", ["Élysée", "elysee", "ELYSEE", "l'Elysée", "l’élysée"])
def test_accents_case_and_apostrophes_do_not_matter(opened: Open, query: str) -> None:
    assert found(opened(event("dinner-1992", "Dîner à l’Élysée", "1992")), query) == [
        "dinner-1992"
    ]


@pytest.mark.parametrize(
    "query", ["Назарбаев", "Nazarbaiev", "Назарбаева", "нурсултан назарбаев"]
)
def test_every_spelling_and_case_of_a_name_finds_the_linked_event(
    opened: Open, query: str
) -> None:
    index = opened(
        event("dinner-1992", "Dîner", "1992", 'people = ["nazarbayev"]')
        + event("other-1993", "Autre", "1993")
    )
    assert found(index, query) == ["dinner-1992"]


@pytest.mark.parametrize(
    "query", ["Nour-Soultan", "noursoultan", "nour soultan", "Akmola", "Астану"]
)
def test_old_and_new_names_of_a_place_find_the_same(opened: Open, query: str) -> None:
    index = opened(
        event("summit-2010", "Sommet", "2010", 'places = ["astana"]')
        + event("other-1993", "Autre", "1993")
    )
    assert found(index, query) == ["summit-2010"]


@pytest.mark.parametrize("query", ["ONU", "UN", "ООН", "nations unies"])
def test_acronyms_of_all_languages_lead_to_the_organisation(
    opened: Open, query: str
) -> None:
    index = opened(
        event("vote-2016", "Vote", "2016", 'organisations = ["un"]')
        + event("other-1993", "Un autre", "1993")
    )
    assert found(index, query)[0] == "vote-2016"


def test_a_word_of_another_language_finds_what_says_the_same(opened: Open) -> None:
    index = opened(
        event("embassy-1993", "Ouverture de l’ambassade", "1993")
        + event("other-1993", "Autre", "1993")
    )
    assert found(index, "посольство") == found(index, "embassy") == ["embassy-1993"]


# ---- tolerance


@pytest.mark.parametrize(
    ("word", "typed", "is_found"),
    [
        ("gare", "gari", True),
        ("gare", "gaer", True),
        ("gaz", "gax", False),
        ("consulat", "cosulat", True),
        ("consulat", "cosulatt", True),
        ("consul", "cnsuul", False),
        ("A400M", "A400N", False),
        ("2017", "2071", False),
    ],
)
def test_edits_forgiven_grow_with_the_word_and_digits_are_exact(
    opened: Open, word: str, typed: str, is_found: bool
) -> None:
    index = opened(event("thing-1993", f"Projet {word}", "1993"))
    assert found(index, typed) == (["thing-1993"] if is_found else [])


def test_an_exact_word_outranks_a_forgiven_one_whatever_the_field(opened: Open) -> None:
    index = opened(
        event("cannes-2008", "Cannes", "2008")
        + event("other-2009", "Autre", "2009", 'summary.fr = "Il est question de carnes."')
    )
    assert found(index, "carnes")[0] == "other-2009"


def test_the_last_word_may_be_a_prefix_and_the_others_not(opened: Open) -> None:
    index = opened(event("station-1999", "Inauguration de la station thermale", "1999"))
    assert found(index, "station therma") == ["station-1999"]
    assert [
        match.how
        for match in engine.search(index.connection, "station therma").hits[0].matched
    ] == [
        "exact",
        "prefix",
    ]


def test_gender_is_kept(opened: Open) -> None:
    index = opened(
        event("man-1982", "Premier Français dans l’espace", "1982")
        + event("woman-1996", "Première Française dans l’espace", "1996")
    )
    assert found(index, "première française")[0] == "woman-1996"
    assert found(index, "premier français")[0] == "man-1982"


def test_plurals_are_found(opened: Open) -> None:
    index = opened(event("deal-1999", "Accords commerciaux", "1999"))
    assert found(index, "accord commercial") == ["deal-1999"]


# ---- dates


DATED = (
    event("a-2008", "Traité", "2008-06-11")
    + event("b-2008", "Traité", "2008-02")
    + event("c-2009", "Traité", "2009")
)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("traité 2009", ["c-2009"]),
        ("traité juin 2008", ["a-2008"]),
        ("traité June 2008", ["a-2008"]),
        ("договор июнь 2008", ["a-2008"]),
        ("шарт маусым 2008", ["a-2008"]),
        ("traité 11 juin 2008", ["a-2008"]),
        ("June 11, 2008", ["a-2008"]),
        ("11 июня 2008 года", ["a-2008"]),
        ("2008-06-11", ["a-2008"]),
        ("11/06/2008", ["a-2008"]),
        ("le 11 juin", ["a-2008"]),
        ("traité 2031", []),
    ],
)
def test_dates_in_words_and_figures_filter(opened: Open, query: str, ids: list[str]) -> None:
    assert found(opened(DATED), query) == ids


def test_a_decade_finds_its_years(opened: Open) -> None:
    index = opened(
        event("a-1966", "Visite", "1966-06-25") + event("b-1970", "Visite", "1970")
    )
    assert found(index, "visite années 60") == found(index, "1960s visite") == ["a-1966"]


# ---- syntax


def test_quotes_ask_for_the_exact_phrase(opened: Open) -> None:
    index = opened(
        event("a-1999", "Conseil d’affaires", "1999")
        + event("b-1999", "Affaires du conseil", "1999")
    )
    assert found(index, '"conseil d’affaires"') == ["a-1999"]


def test_a_minus_leaves_a_word_out(opened: Open) -> None:
    index = opened(
        event("a-1999", "Buste à Rennes", "1999") + event("b-1999", "Buste à Paris", "1999")
    )
    assert found(index, "buste -rennes") == ["b-1999"]


def test_words_of_a_question_do_not_count(opened: Open) -> None:
    index = opened(
        event("a-2008", "Traité d’amitié", "2008")
        + event("b-2009", "Quand vient la pluie", "2009")
    )
    assert found(index, "quand est-ce que le traité d’amitié a été signé ?")[0] == "a-2008"


# ---- silence and suggestions


def test_nothing_is_found_when_too_little_of_the_query_is(opened: Open) -> None:
    index = opened(event("a-2008", "Traité d’amitié avec le Sénat", "2008"))
    assert found(index, "traité franco-mongol") == []


def test_a_wrong_year_suggests_the_right_one(opened: Open) -> None:
    index = opened(
        event("fair-2017", "Exposition universelle", "2017")
        + event("fair-1998", "Exposition", "1998")
    )
    result = engine.search(index.connection, "exposition universelle 2071")
    assert result.hits == ()
    assert result.suggestions[0] == "exposition universelle 2017"


def test_an_unknown_word_suggests_the_nearest(opened: Open) -> None:
    index = opened(event("a-1999", "Oléoduc", "1999"))
    assert engine.search(index.connection, "oleuddux").suggestions == ("oléoduc",)


def test_an_event_that_lacks_a_person_asked_for_is_no_answer(opened: Open) -> None:
    index = opened(
        event("a-1999", "Sommet de Bichkek", "1999")
        + event("b-1999", "Dîner", "1999", 'people = ["nazarbayev"]')
    )
    assert found(index, "Nazarbaïev à Bichkek") == []


# ---- kinds, filters, order


def test_what_is_called_the_first_is_before_what_is_only_nearer(opened: Open) -> None:
    index = opened(
        event("a-1991", "Ambassadeur reçu au Sénat", "1991")
        + event(
            "b-1992", "L’arrivée et les lettres de créance des premiers ambassadeurs", "1992"
        )
    )
    assert found(index, "ambassadeur")[0] == "a-1991"
    assert found(index, "premier ambassadeur")[0] == "b-1992"


def test_a_misspelt_proper_name_is_no_synonym_of_what_it_is_like(opened: Open) -> None:
    index = opened(
        event("a-2017", "Ouverture d’un parc", "2017")
        + event("b-2018", "Visite d’un jardin", "2018")
    )
    assert found(index, "au jardyn") == ["b-2018", "a-2017"]
    assert found(index, "au Jardyn") == ["b-2018"]


VISITS = event("a-2009", "Visite d’un président français", "2009") + event(
    "b-1993", "Visite d’un président français", "1993"
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("première visite d’un président français", "b-1993"),
        ("последний визит президента", "a-2009"),
        ("visite président", "a-2009"),
    ],
)
def test_first_and_last_choose_among_equals_by_date(
    opened: Open, query: str, first: str
) -> None:
    assert found(opened(VISITS), query)[0] == first


def test_the_date_an_event_goes_by_comes_before_its_other_dates(opened: Open) -> None:
    other = '[[events.dates]]\nkind = "ratified"\nvalue = "1999-05"\nstatus = "accepted"\n'
    index = opened(
        event("a-1998", "Accord", "1998") + other + event("b-1999", "Accord", "1999-05")
    )
    assert found(index, "accord 1999") == ["b-1999", "a-1998"]


def test_names_and_sources_are_found_when_asked_for(opened: Open) -> None:
    index = opened(event("a-1999", "Nations unies", "1999"))
    assert found(index, "nations unies", kinds=("names",)) == ["un"]
    assert found(index, "rapport annuel", kinds=("sources",)) == ["page"]
    assert set(found(index, "nations unies", kinds=("events", "names"))) == {"a-1999", "un"}


def test_a_condition_on_events_restricts_the_search(opened: Open) -> None:
    index = opened(event("a-1999", "Visite", "1999") + event("b-2001", "Visite", "2001"))
    assert found(index, "visite", restrict="events.earliest >= ?", parameters=("2000",)) == [
        "b-2001"
    ]


def test_an_event_between_the_two_countries_comes_before_its_equal_in_context(
    opened: Open,
) -> None:
    index = opened(
        event("a-1999", "Sommet", "1999", 'scope = "context"')
        + event("b-1999", "Sommet", "1999")
    )
    assert found(index, "sommet") == ["b-1999", "a-1999"]


def test_the_title_outranks_the_summary(opened: Open) -> None:
    index = opened(
        event("a-1999", "Autre", "1999", 'summary.fr = "Un oléoduc."')
        + event("b-1999", "Oléoduc", "1999")
    )
    assert found(index, "oléoduc") == ["b-1999", "a-1999"]


# ---- why


def test_a_hit_says_which_word_matched_what_and_how(opened: Open) -> None:
    index = opened(event("a-2008", "Dîner à l’Élysée", "2008", 'people = ["nazarbayev"]'))
    (hit,) = engine.search(index.connection, "Назарбаев elisée 2008").hits
    assert [(match.word, match.how) for match in hit.matched] == [
        ("Назарбаев", "synonym"),
        ("elisée", "fuzzy"),
        ("2008", "date"),
    ]


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("elysee", "Dîner à l’Élysée", ["Élysée"]),
        (
            "nazarbaiev",
            "Назарбаев и Noursoultan Nazarbaïev",
            ["Назарбаев", "Noursoultan", "Nazarbaïev"],
        ),
        ("nour soultan", "À Nour-Soultan", ["Nour-Soultan"]),
        ("vist", "Une visite d’État", []),
    ],
)
def test_the_letters_that_matched_are_marked_in_the_text_as_it_is(
    opened: Open, query: str, title: str, marked: list[str]
) -> None:
    index = opened(
        event("a-2008", title, "2008", 'people = ["nazarbayev"]\nplaces = ["astana"]')
    )
    result = engine.search(index.connection, query)
    ranges = highlights(title, result.hits[0]) if result.hits else []
    assert [title[start:end] for start, end in ranges] == marked


# ---- leaving out and choosing


def test_every_form_and_translation_of_a_word_is_left_out(opened: Open) -> None:
    index = opened(
        event("a-1999", "Buste et visites", "1999")
        + event("b-1999", "Buste", "1999", 'summary.en = "After a visit."')
        + event("c-1999", "Buste au musée", "1999")
    )
    assert found(index, "buste -visite") == ["c-1999"]
    assert found(index, "buste sauf visite") == ["c-1999"]


def test_a_name_is_left_out_by_its_token(opened: Open) -> None:
    index = opened(
        event("a-1999", "Dîner à Paris", "1999", 'people = ["nazarbayev"]')
        + event("b-1999", "Dîner à Lyon", "1999")
    )
    assert found(index, "dîner sauf Назарбаев") == ["b-1999"]
    assert found(index, "dîner sans Nazarbaïev") == ["b-1999"]


def test_one_of_two_words_answers_with_or(opened: Open) -> None:
    index = opened(
        event("a-1999", "Oléoduc", "1999")
        + event("b-1999", "Téléphérique", "1999")
        + event("c-1999", "Musée", "1999")
    )
    assert set(found(index, "oléoduc OR téléphérique")) == {"a-1999", "b-1999"}
    assert set(found(index, "oléoduc | téléphérique")) == {"a-1999", "b-1999"}
    hits = engine.search(index.connection, "oléoduc | téléphérique").hits
    assert {hit.matched[0].word for hit in hits} == {"oléoduc", "téléphérique"}


# ---- the two tiers


def test_what_lacks_a_person_is_nearest_and_tells_whom(opened: Open) -> None:
    index = opened(
        event("a-1999", "Sommet de Bichkek", "1999")
        + event("b-1999", "Dîner", "1999", 'people = ["nazarbayev"]')
    )
    result = engine.search(index.connection, "Nazarbaïev à Bichkek")
    assert result.hits == ()
    missing = {hit.id: hit.missing for hit in result.near}
    assert missing == {"a-1999": ("Nazarbaïev",), "b-1999": ("Bichkek",)}
    assert not any(hit.is_answer for hit in result.near)


def test_an_event_of_another_year_is_nearest(opened: Open) -> None:
    result = engine.search(opened(DATED).connection, "traité 2031")
    assert [hit.missing for hit in result.near] == [("2031",)] * 3


def test_an_answer_is_told_though_an_ordinary_word_is_unknown(opened: Open) -> None:
    index = opened(
        event("a-1999", "Ouverture du téléphérique d’Almaty", "1999")
        + "".join(event(f"x-{n}", f"Autre {n}", "1999") for n in range(300))
    )
    result = engine.search(index.connection, "brelondu téléphérique ouverture")
    assert [(hit.id, hit.missing) for hit in result.hits] == [("a-1999", ("brelondu",))]


def test_all_answers_are_counted(opened: Open) -> None:
    index = opened("".join(event(f"a-{n}", f"Oléoduc {n}", "1999") for n in range(30)))
    result = engine.search(index.connection, "oléoduc", limit=10)
    assert (len(result.hits), result.total) == (10, 30)


def test_nearest_is_told_beside_answers_when_it_is_asked_for(opened: Open) -> None:
    index = opened(event("a-1999", "Oléoduc", "1999") + event("b-1999", "Oléoduc", "2001"))
    assert engine.search(index.connection, "oléoduc 1999").near == ()
    near = engine.search(index.connection, "oléoduc 1999", nearest=True).near
    assert [(hit.id, hit.missing) for hit in near] == [("b-1999", ("1999",))]


# ---- order


def test_the_act_comes_before_what_follows_from_it(opened: Open) -> None:
    index = opened(
        event("a-2001", "Ratification de l’accord fiscal", "2001")
        + event("b-1999", "Accord fiscal entre les deux pays", "1999")
    )
    assert found(index, "accord fiscal")[0] == "b-1999"
    assert found(index, "ratification accord fiscal")[0] == "a-2001"


def test_first_is_about_the_noun_it_stands_with(opened: Open) -> None:
    index = opened(
        event(
            "a-1990", "Dîner des ministres", "1990", 'summary.fr = "Un ambassadeur y vient."'
        )
        + event("b-1992", "Arrivée de l’ambassadeur", "1992")
        + event("c-2000", "Arrivée de l’ambassadeur", "2000")
    )
    assert found(index, "premier ambassadeur")[0] == "b-1992"


def test_one_word_prefers_what_weighs_most(opened: Open) -> None:
    index = opened(
        event("a-1999", "Oléoduc", "1999", "weight = 1")
        + event("b-1999", "Oléoduc", "1999", "weight = 3")
    )
    assert found(index, "oléoduc") == ["b-1999", "a-1999"]


def test_the_two_countries_order_nothing(opened: Open) -> None:
    index = opened(
        event("a-1999", "Oléoduc", "1999")
        + event("b-1999", "Oléoduc de la France", "1999", 'summary.fr = "En France."')
    )
    assert found(index, "oléoduc france") == ["a-1999", "b-1999"]


# ---- words of four languages


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Посол вручил грамоты", "послу"),
        ("Речь посла", "посол"),
        ("Новые рынки", "рынок"),
        ("Қазақстан елшілігінің ашылуы", "елшілік"),
        ("Париж көрмелерінде", "көрме"),
        ("Жібек жолы", "jibek joly"),
        ("Елшілік ашылды", "elşilik"),
        ("Мұражай", "mwrajay"),
    ],
)
def test_cases_fleeting_vowels_and_latin_letters_are_read(
    opened: Open, title: str, query: str
) -> None:
    index = opened(event("a-1999", title, "1999") + event("b-1999", "Autre", "1999"))
    assert found(index, query) == ["a-1999"]


def test_a_keyword_leads_to_its_event_and_an_alias_is_as_good_as_a_title(
    opened: Open,
) -> None:
    index = opened(
        event("a-1999", "Envoi de bovins", "1999", 'keywords.fr = ["vaches"]')
        + event("b-1999", "Signature", "1999", 'aliases.fr = ["Traité de Lyon"]')
    )
    assert found(index, "vaches") == ["a-1999"]
    assert found(index, "traité de lyon") == ["b-1999"]


def test_an_organ_is_found_by_the_whole_that_it_belongs_to(opened: Open) -> None:
    council = '[[names]]\nid = "council"\nkind = "organisation"\nlabel.fr = "Conseil"\npart_of = "un"\n\n'
    index = opened(
        council
        + event("a-1999", "Vote", "1999", 'organisations = ["council"]')
        + event("b-1999", "Autre vote", "1999")
    )
    assert found(index, "vote ONU") == ["a-1999"]


def test_short_capitals_are_never_forgiven(opened: Open) -> None:
    index = opened(
        event("a-1999", "Otages libérés", "1999") + event("b-1999", "Otan", "1999")
    )
    assert found(index, "OTAG") == []


def test_a_known_country_is_never_taken_for_another_word(opened: Open) -> None:
    index = opened(
        event("a-1999", "Accord sur le Kazakhstan", "1999")
        + event("b-1999", "Accord kazakh", "1999")
    )
    matched = [
        match.how
        for hit in engine.search(index.connection, "accord kazakhstan").hits
        for match in hit.matched
    ]
    assert "fuzzy" not in matched


def test_an_old_name_prefers_the_years_in_which_it_was_borne(opened: Open) -> None:
    almaty = (
        '[[names]]\nid = "almaty"\nkind = "place"\nlabel.fr = "Almaty"\n\n'
        '[[names.periods]]\nto = "1920"\nlabel.fr = "Verny"\n\n'
        '[[names.periods]]\nfrom = "1921"\nlabel.fr = "Almaty"\n\n'
    )
    index = opened(
        almaty
        + event("a-1999", "Fouilles", "1999", 'places = ["almaty"]')
        + event("b-1895", "Fouilles", "1895", 'places = ["almaty"]')
    )
    assert found(index, "fouilles verny")[0] == "b-1895"


# ---- suggestions


@pytest.mark.parametrize("query", ["pizza", "Rafale", "dîner 1999 pizza"])
def test_a_suggestion_has_an_answer_and_is_no_look_alike(opened: Open, query: str) -> None:
    index = opened(
        event("a-1992", "Dîner", "1992")
        + event("b-1999", "Lettres", "1999", 'title.ru = "Письма"')
    )
    suggestions = engine.search(index.connection, query).suggestions
    assert not {"pisma", "dîner 1992 pizza"}.intersection(suggestions)
    assert all(engine.search(index.connection, each).hits for each in suggestions)


# ---- overlays


def test_an_overlay_adds_and_replaces_words_without_a_rebuild(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    base = write(HEAD + event("a-1999", "Ancien oléoduc", "1999"), "base.toml")
    over = write(
        event("a-1999", "Nouveau gazoduc", "1999") + event("b-2000", "Téléphérique", "2000"),
        "over.toml",
    )
    assert found(open_files(base), "oléoduc") == ["a-1999"]
    index = open_files(base, over)
    assert found(index, "oléoduc") == []
    assert found(index, "gazodc") == ["a-1999"]
    assert found(index, "telepheriqe") == ["b-2000"]


# ---- any query


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Open a small index once for many queries."""
    from kzfr_cli.store.index import opening

    folder = tmp_path_factory.mktemp("few")
    (folder / "base.toml").write_text(
        HEAD + DATED + event("d-1992", "Dîner à l’Élysée", "1992"), encoding="utf-8"
    )
    return opening.open_index([folder / "base.toml"], folder)


@settings(max_examples=300, deadline=None)
@given(
    query=st.text()
    | st.from_regex(
        r'[-"« ]*(traité|Élys|2008|june 11|11/06|уран|-)[-"» 0-9]*', fullmatch=True
    )
)
def test_any_text_is_a_query(few: Index, query: str) -> None:
    result = engine.search(few.connection, query, Scope(engine.KINDS))
    assert len(result.hits) <= 20
    for hit in result.hits:
        assert 0 <= hit.score <= 1
        for start, end in highlights(query, hit):
            assert 0 <= start < end <= len(query)
