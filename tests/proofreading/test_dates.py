"""Dates: what agrees, what differs in one component, what is another step or another year."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.locale import catalogue
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views import verdicts as sentences
from kzfr_cli.views.speaker import Speaker

TREATY = "strategic-partnership-treaty-2008"


def judged(index: Index, text: str, as_of: str = "") -> list[Finding]:
    """The findings on the dates of a text."""
    found = Checker(index).check(text, edtf.parse(as_of) if as_of else None)
    return [item for item in found if item.claim.kind == "date"]


def verdicts(index: Index, text: str, as_of: str = "") -> list[tuple[str, str]]:
    """The verdicts on the dates of a text, with their events."""
    return [(item.verdict, item.event) for item in judged(index, text, as_of)]


@pytest.mark.parametrize(
    "text",
    [
        "Le traité de partenariat stratégique a été signé le 12 juin 2008 à Paris.",
        "The strategic partnership treaty was signed on 11 July 2008.",
        "Договор о стратегическом партнёрстве подписан 11 июня 2009 года.",
        "Стратегиялық серіктестік туралы шартқа 2008 жылғы 11 шілдеде қол қойылды.",
    ],
)
def test_one_component_off_is_contradicted(packaged: Index, text: str) -> None:
    assert verdicts(packaged, text) == [("contradicted", TREATY)]


@pytest.mark.parametrize(
    "text",
    [
        "Le traité de partenariat stratégique a été signé le 11 juin 2008 à Paris.",
        "The strategic partnership treaty was signed in June 2008.",
    ],
)
def test_right_date_is_confirmed(packaged: Index, text: str) -> None:
    assert verdicts(packaged, text) == [("supported", TREATY)]


def test_day_and_month_of_an_event_in_a_later_year_is_its_celebration(
    packaged: Index,
) -> None:
    text = (
        "Le 11 juin 2028, la France et le Kazakhstan fêteront le vingtième anniversaire de leur "
        "traité de partenariat stratégique."
    )
    assert [verdict for verdict, _ in verdicts(packaged, text, "2028-01-10")] == [
        "supported"
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "On 25 January 2032, it will be forty years since France and Kazakhstan established "
            "diplomatic relations."
        ),
        (
            "Le 25 janvier 2032, cela fera quarante ans que la France et le Kazakhstan ont établi leurs "
            "relations diplomatiques."
        ),
        (
            "25 января 2032 года исполнится сорок лет с тех пор, как Франция и Казахстан установили "
            "дипломатические отношения."
        ),
        (
            "2032 жылғы 25 қаңтарда Франция мен Қазақстан дипломатиялық қатынастар орнатқанына қырық "
            "жыл толады."
        ),
        "Le 11 juin 2028, il y aura vingt ans que le traité de partenariat stratégique a été signé.",
        (
            "On 11 June 2028, twenty years will have passed since the strategic partnership treaty was "
            "signed."
        ),
    ],
)
def test_a_day_from_which_years_are_counted_back_is_not_the_events(
    packaged: Index, text: str
) -> None:
    assert "contradicted" not in {verdict for verdict, _ in verdicts(packaged, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le 25 juin 2026, une plaque rappelle la visite du général de Gaulle à Baïkonour.",
        (
            "On 25 January 2027, the two presidents will recall the establishment of diplomatic "
            "relations between France and Kazakhstan."
        ),
        (
            "25 января 2027 года пройдёт приём в честь установления дипломатических отношений между "
            "Францией и Казахстаном."
        ),
    ],
    ids=["fr", "en", "ru"],
)
def test_a_day_that_recalls_an_event_years_later_is_not_accused(
    packaged: Index, text: str
) -> None:
    assert verdicts(packaged, text) == [] or verdicts(packaged, text)[0][0] == "unknown"


@pytest.mark.parametrize("year", ["2007", "2009", "2018"])
def test_a_wrong_year_of_the_signature_itself_is_accused(packaged: Index, year: str) -> None:
    text = f"The strategic partnership treaty was signed on 11 June {year}."
    assert verdicts(packaged, text) == [("contradicted", TREATY)]


def test_day_is_not_confirmed_by_a_source_that_gives_the_year(packaged: Index) -> None:
    text = "KATCO, la coentreprise d’Orano et de Kazatomprom, a été fondée le 3 mars 1996."
    assert "supported" not in {verdict for verdict, _ in verdicts(packaged, text)}


def test_step_of_an_act_is_not_excused_by_another(packaged: Index) -> None:
    text = "L’accord franco-kazakhstanais sur les investissements est entré en vigueur le 5 juillet 2000."
    assert "supported" not in {verdict for verdict, _ in verdicts(packaged, text)}


def test_chronology_gives_each_line_its_event(packaged: Index) -> None:
    text = "25 janvier 1992 : relations diplomatiques\n11 juin 2009 : traité de partenariat stratégique\n"
    found = verdicts(packaged, text)
    assert found[0][0] == "supported"
    assert found[1] == ("contradicted", TREATY)


def test_another_country_is_not_accused(packaged: Index) -> None:
    text = "L’Allemagne et le Kazakhstan ont établi leurs relations diplomatiques le 11 février 1992."
    assert "contradicted" not in {verdict for verdict, _ in verdicts(packaged, text)}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Le président Tokaïev est venu à Paris en octobre 2022 ; il y est revenu.", 1),
        ("- 1993 : ouverture de l’ambassade du Kazakhstan à Paris (septembre)", 1),
        ("- 1993 : ouverture de l’ambassade du Kazakhstan à Paris (juillet)", 0),
        ("The Kazakh embassy in Paris was opened in 2003.", 1),
        ("Le traité de partenariat stratégique a été signé le 3 mai 1999.", 1),
        (
            "Les Journées d’Astana à Paris se sont tenues du 31 octobre au 5 novembre 2014.",
            1,
        ),
        (
            "Les Journées d’Astana à Paris se sont tenues du 31 octobre au 3 novembre 2014.",
            0,
        ),
        (
            (
                "2022 жылғы 26 қаңтарда Парижде дипломатиялық қатынастардың орнатылуының 30 "
                "жылдығына арналған кеш өтті."
            ),
            0,
        ),
    ],
    ids=[
        "clause",
        "month-of-a-line",
        "right-month-of-a-line",
        "far-year-of-a-founding",
        "far-day-of-a-treaty",
        "end-of-a-span",
        "right-span",
        "evening-for-an-anniversary",
    ],
)
def test_dates_are_held_against_the_event_of_their_clause(
    packaged: Index, text: str, wrong: int
) -> None:
    found = [verdict for verdict, _ in verdicts(packaged, text)]
    assert found.count("contradicted") == wrong


def test_a_list_keeps_its_years(packaged: Index) -> None:
    text = "- 1993 : François Mitterrand à Almaty\n- 2009 : Nicolas Sarkozy à Astana"
    assert verdicts(packaged, text) == [
        ("supported", "mitterrand-visit-kazakhstan-1993"),
        ("supported", "sarkozy-visit-astana-2009"),
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "event"),
    [
        (
            "L’exposition du musée Guimet s’est tenue du 6 novembre 2024 au 24 février 2026.",
            "2026-06-01",
            "exposition-guimet-2024",
        ),
        (
            (
                "François Hollande s’est rendu en visite officielle au Kazakhstan du 5 au 9 "
                "décembre 2014."
            ),
            "2015-01-01",
            "hollande-visit-kazakhstan-2014",
        ),
        (
            "Kazakhstan sat on the Security Council for 2018-2019.",
            "2020-01-01",
            "unsc-election-2016",
        ),
        (
            "Les saisons croisées France-Kazakhstan de 2014 et 2015.",
            "2016-01-01",
            "saison-france-au-kazakhstan-2013",
        ),
    ],
)
def test_one_end_of_a_span_is_contradicted(
    packaged: Index, text: str, as_of: str, event: str
) -> None:
    assert ("contradicted", event) in verdicts(packaged, text, as_of)


def test_what_a_firm_approves_is_no_step_of_a_law(packaged: Index) -> None:
    text = "Total a approuvé le 14 juillet la phase 3 de Dunga."
    assert verdicts(packaged, text, "2019-07-15") == [("contradicted", "dunga-phase3-2019")]


def test_year_in_a_sentence_with_an_anniversary_is_no_celebration(packaged: Index) -> None:
    text = "Le partenariat stratégique, en vigueur depuis 2011, a fêté ses dix ans."
    assert verdicts(packaged, text, "2018-09-01") == [("contradicted", TREATY)]


def test_month_beside_a_sole_event_is_contradicted_without_its_year(packaged: Index) -> None:
    text = "Diplomatic relations between France and Kazakhstan were established in March."
    assert verdicts(packaged, text, "1992-06-01") == [
        ("contradicted", "diplomatic-relations-1992")
    ]


def test_step_that_another_event_of_the_act_has_is_contradicted(packaged: Index) -> None:
    text = (
        "The European Parliament approved the EU–Kazakhstan agreement in December 2017; it "
        "has been in force since 1 May 2016."
    )
    found = verdicts(packaged, text, "2021-01-01")
    assert ("contradicted", "epca-entry-into-force-2020") in found


def test_month_of_another_kind_of_happening_is_not_held_against_a_visit(
    packaged: Index,
) -> None:
    text = (
        "Nicolas Sarkozy a reçu hier Noursoultan Nazarbaïev à Paris. Noursoultan Nazarbaïev a "
        "été réélu en avril dernier."
    )
    found = verdicts(packaged, text, "2011-09-20")
    assert [verdict for verdict, _ in found] == ["supported", "unknown"]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            (
                "Nursultan Nazarbayev met François Hollande in Paris for the first time since he "
                "became president in May 2012."
            ),
            "2012-11-28",
        ),
        (
            (
                "La nouvelle capitale du Kazakhstan est Astana. Fondée en 1892, Akmolinsk devint "
                "Tselinograd."
            ),
            "2011-01-21",
        ),
    ],
)
def test_taking_of_an_office_and_founding_of_a_town_are_no_dates_of_events(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in [verdict for verdict, _ in verdicts(packaged, text, as_of)]


def test_number_that_one_event_tells_says_which_event_a_date_is_of(packaged: Index) -> None:
    pavilion = "Le pavillon français de l'Expo d'Astana (1 083 m²)"
    text = f"{pavilion} est resté ouvert du 10 juin au 10 octobre 2017."
    assert verdicts(packaged, text) == [("contradicted", "pavillon-france-expo-2017")]


def test_wrong_day_without_its_year_is_told_as_it_is_written(packaged: Index) -> None:
    text = "Le traité de partenariat stratégique a été signé le 12 juin."
    wrong = next(item for item in judged(packaged, text) if item.verdict == "contradicted")
    said = sentences.message(wrong, Speaker(packaged, catalogue.load("en")))
    assert said == "It is of 11 June 2008 (signed), not of 12 juin."


@pytest.mark.parametrize(
    "text",
    [
        "Macron posted: “Today France and Kazakhstan signed agreements on my visit to Astana.”",
        "Le président a dit à Astana : « Aujourd’hui, ma visite au Kazakhstan ouvre une page. »",
    ],
)
def test_today_of_somebody_who_is_quoted_is_not_that_of_the_text(
    packaged: Index, text: str
) -> None:
    assert verdicts(packaged, text, "2023-11-02") == [("unknown", "")]


def test_year_of_any_contract_is_not_held_against_one(packaged: Index) -> None:
    text = "Alstom also signed with KTZ an amendment to a 2012 contract for electric locomotives."
    found = verdicts(packaged, text, "2024-11-08")
    assert "contradicted" not in [verdict for verdict, _ in found]


def test_days_listed_beyond_those_of_an_event_are_contradicted(packaged: Index) -> None:
    text = "Georges Pompidou visited Baikonur on 8 and 10 October 1970."
    assert verdicts(packaged, text) == [("contradicted", "pompidou-baikonur-1970")]
    yearless = "L'Opéra d'Astana a monté « Notre-Dame de Paris » les 24 et 26 juin."
    found = verdicts(packaged, yearless, "2016-07-05")
    assert found == [("contradicted", "notre-dame-de-paris-astana-opera-2016")]


def test_days_listed_with_their_last_occurrence_are_read_to_the_last(
    packaged: Index,
) -> None:
    text = "Le forum des musées de France s'est tenu à Almaty du 25 au 28 octobre dernier."
    found = verdicts(packaged, text, "2022-11-20")
    assert found == [("contradicted", "forum-musees-france-5-almaty-2022")]
    right = text.replace("28", "27")
    assert [verdict for verdict, _ in verdicts(packaged, right, "2022-11-20")] == [
        "supported"
    ]


def test_span_from_the_day_of_an_event_in_another_year_is_contradicted(
    packaged: Index,
) -> None:
    text = (
        "Du 21 au 31 octobre 2002, pour la mission Andromède, Claudie Haigneré était à bord."
    )
    assert verdicts(packaged, text) == [("contradicted", "haignere-andromede-2001")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "The Guimet show on the treasures of the Great Steppe can be seen until 24 March.",
            "supported",
        ),
        (
            "L'exposition des trésors de la Grande Steppe au musée Guimet dure jusqu'au 24 février.",
            "contradicted",
        ),
        (
            "Выставка сокровищ Великой степи в музее Гиме продлится до 24 апреля.",
            "contradicted",
        ),
    ],
)
def test_end_to_come_is_compared_with_the_closing(
    packaged: Index, text: str, verdict: str
) -> None:
    found = verdicts(packaged, text, "2024-12-01")
    assert found == [(verdict, "exposition-guimet-2024")]


def test_day_of_a_step_that_another_event_of_the_act_has_is_contradicted(
    packaged: Index,
) -> None:
    text = "The EU-Kazakhstan agreement has been fully in force since 1 May 2016."
    assert verdicts(packaged, text) == [("contradicted", "epca-entry-into-force-2020")]


def test_day_says_which_of_several_events_alike_is_meant(packaged: Index) -> None:
    text = "Le Premier ministre du Kazakhstan a été reçu à Matignon le 17 décembre 2014."
    found = verdicts(packaged, text, "2015-01-10")
    assert found == [("contradicted", "kazakh-prime-minister-paris-2014")]
    named = text.replace("Matignon", "Paris par Édouard Philippe")
    assert [verdict for verdict, _ in verdicts(packaged, named, "2015-01-10")] == ["unknown"]


def test_next_event_is_meant_where_another_date_is_of_the_best(packaged: Index) -> None:
    text = (
        "Yamina Benguigui a séjourné au Kazakhstan les 17 et 18 septembre et le Premier ministre "
        "kazakhstanais a été reçu à Paris le 30 septembre."
    )
    found = verdicts(packaged, text, "2013-10-01")
    assert ("contradicted", "kazakh-prime-minister-paris-2013") in found


def test_year_of_another_guest_does_not_stand_for_that_of_a_visit(packaged: Index) -> None:
    text = (
        "Rappelons :\n- le déplacement du Président Sarkozy en 2009,\n"
        "- la visite du Président Hollande en 2015."
    )
    found = verdicts(packaged, text, "2026-02-01")
    assert found == [
        ("supported", "sarkozy-visit-astana-2009"),
        ("contradicted", "hollande-visit-kazakhstan-2014"),
    ]


def test_year_beside_the_verb_of_a_step_that_no_other_event_has_is_contradicted(
    packaged: Index,
) -> None:
    text = "The Danone plant in Almaty, opened in 2013, employs 300 people."
    assert verdicts(packaged, text, "2015-01-10") == [
        ("contradicted", "danone-almaty-plant-2010")
    ]


def test_year_to_come_in_a_chronology_of_what_was_is_contradicted(packaged: Index) -> None:
    text = "| Жыл | Атауы |\n|---|---|\n| 2020 | Астанадан Нұр-Сұлтанға |"
    found = verdicts(packaged, text, "2019-04-01")
    assert found == [("contradicted", "capital-nur-sultan-2019")]


def test_day_announced_in_the_weeks_before_is_held_to_that_of_the_event(
    packaged: Index,
) -> None:
    text = (
        "La liaison directe d'Air Astana entre Paris et Astana sera ouverte le 30 mars 2015."
    )
    found = verdicts(packaged, text, "2015-03-27")
    assert found == [("contradicted", "air-astana-paris-launch-2015")]
    assert [verdict for verdict, _ in verdicts(packaged, text, "2014-11-27")] == ["unknown"]


def test_day_without_its_year_in_a_text_without_a_date_is_not_held_against_an_event(
    packaged: Index,
) -> None:
    text = "centuries in words, and in Kazakh «маусымның 5-інде», «2008 жылдан 2010 жылға дейін»."
    assert ("contradicted", "katco-4000t-protocol-2008") not in verdicts(packaged, text)
    treaty = "Le traité de partenariat stratégique est signé le 12 juin."
    assert verdicts(packaged, treaty) == [("contradicted", TREATY)]


def test_event_after_the_text_is_not_what_a_past_date_tells(packaged: Index) -> None:
    text = "En janvier dernier, Emmanuel Macron s'est rendu à Astana."
    found = verdicts(packaged, text, "2023-02-03")
    assert ("contradicted", "macron-visit-astana-2023") not in found


def test_year_is_held_against_an_event_behind_one_that_is_far_off(packaged: Index) -> None:
    text = "Dix ans après « Tulpan », prix Un certain regard en 2009, Sergueï Dvortsevoï est revenu."
    assert ("contradicted", "tulpan-cannes-2008") in verdicts(packaged, text, "2018-05-22")


def test_verb_of_an_end_names_no_other_event(packaged: Index) -> None:
    text = "“Treasures of the Great Steppe” opened on 6 November at the Guimet and runs until 24 April."
    found = verdicts(packaged, text, "2024-11-10")
    assert ("contradicted", "exposition-guimet-2024") in found


def test_day_of_a_celebration_is_compared_with_each_step_of_the_event(
    packaged: Index,
) -> None:
    text = (
        "Le 2 juillet 2030, cela fera trente ans que la convention fiscale est en vigueur."
    )
    (found,) = judged(packaged, text, "2030-03-01")
    assert (found.verdict, found.expected) == ("contradicted", "2030-07-01")


def test_kazakh_participle_tells_the_signature_of_its_clause(packaged: Index) -> None:
    text = (
        "Франциямен өзара құқықтық көмек туралы шарт 2021 жылғы 28 қарашада жасалып, 2023 жылғы "
        "15 ақпанда ратификацияланды."
    )
    assert verdicts(packaged, text, "2023-03-05") == [
        ("contradicted", "mutual-legal-assistance-treaty-2021"),
        ("supported", "mutual-legal-assistance-treaty-2021"),
    ]


def test_days_of_a_programme_to_come_are_not_held_against_one_another(
    packaged: Index,
) -> None:
    text = (
        "Agenda de la visite d'État\n"
        "mardi 5 novembre 2024 — palais de l'Élysée, déclaration sur le partenariat stratégique "
        "renforcé\n"
        "mercredi 6 novembre 2024 — musée Guimet, ouverture au public de l'exposition kazakhe"
    )
    assert "contradicted" not in {
        verdict for verdict, _ in verdicts(packaged, text, "2024-11-02")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Пятнадцатая весна франкофонии прошла в апреле и мае 2025 года.",
        "La Fête du Printemps de la Francophonie 2024 s'est ouverte en mars 2024 à Almaty.",
    ],
)
def test_year_of_another_edition_is_not_held_against_one(packaged: Index, text: str) -> None:
    found = verdicts(packaged, text, "2025-06-10")
    assert "contradicted" not in [verdict for verdict, _ in found]


def test_amount_of_the_sentence_before_does_not_make_a_year_that_of_a_figure(
    packaged: Index,
) -> None:
    text = "KATCO : Orano (51 %), Kazatomprom (49 %). Fondée en 1998."
    assert verdicts(packaged, text) == [("contradicted", "katco-created-1996")]


def test_town_of_a_sentence_stands_for_that_of_the_one_before(packaged: Index) -> None:
    text = (
        "L’Alliance française d’Almaty a vingt ans. Celle de Chymkent a été fondée en 2017."
    )
    (found,) = judged(packaged, text, "2024-10-15")
    assert (found.verdict, found.event) == ("supported", "alliance-francaise-chymkent-2017")


def test_end_of_something_long_in_another_month_is_contradicted(packaged: Index) -> None:
    pavilion = "Le pavillon de la France à l'Expo 2017 d'Astana a été ouvert"
    wrong = f"{pavilion} du 10 juin au 10 août 2017."
    assert verdicts(packaged, wrong) == [("contradicted", "pavillon-france-expo-2017")]
    part = f"{pavilion} aux familles du 20 juin au 2 août 2017."
    assert all(verdict != "contradicted" for verdict, _ in verdicts(packaged, part))


def test_pronoun_of_a_clause_stands_for_the_person_before_it(packaged: Index) -> None:
    text = "Claudie Haigneré, who lifted off from Baikonur, is on board the ISS; she lands on 13 October."
    found = verdicts(packaged, text, "2001-10-24")
    assert ("contradicted", "haignere-andromede-2001") in found


def test_verb_beside_a_date_chooses_the_event_that_has_its_step(packaged: Index) -> None:
    text = (
        "Signé à Astana le 1er mars 2013, lors du passage de Laurent Fabius, l'accord sur "
        "l'éducation et la recherche est appliqué."
    )
    assert verdicts(packaged, text) == [("supported", "accord-education-recherche-2013")]


def test_return_in_another_column_is_no_wrong_departure(packaged: Index) -> None:
    text = (
        "| Spationaute | Mission | Décollage | Retour |\n|---|---|---|---|\n"
        "| Léopold Eyharts | Pégase | 27 janvier 1998 | 19 février 1998 |"
    )
    found = [verdict for verdict, _ in verdicts(packaged, text)]
    assert found == ["contradicted", "unknown"]


def test_event_of_the_sentence_before_is_not_refuted_among_names_of_others(
    packaged: Index,
) -> None:
    text = (
        "Le Kazakhstan et la France ont conclu un partenariat stratégique en juin 2008. "
        "L'ambassadeur, né à Lyon, avait déjà servi à Kiev, trois ans plus tard, en 2002."
    )
    assert all(verdict != "contradicted" for verdict, _ in verdicts(packaged, text))


def test_two_days_that_share_one_with_the_event_are_a_slip(packaged: Index) -> None:
    text = "Jean-Baptiste Lemoyne a visité l'exposition d'Astana les 7 et 8 septembre."
    assert verdicts(packaged, text, "2017-09-15") == [
        ("contradicted", "lemoyne-expo-astana-2017")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le consulat général du Kazakhstan à Strasbourg a changé de consul en 2023.",
        "En juin 2019, l'usine EKZ d'Astana a livré sa centième locomotive.",
        "La chambre de commerce France-Kazakhstan a élu un nouveau bureau en mars 2021.",
        "In 2013 Rennes sent ten students to its twin town Almaty.",
        "The strategic partnership treaty was praised by both presidents in 2015.",
        "Консульство Казахстана в Страсбурге в 2022 году возглавил новый консул.",
        "Le forum d'affaires de Lyon a réuni 60 entreprises kazakhes en avril 2022.",
        "Élu en juin 2019, le président Tokaïev a prêté serment à Nour-Soultan.",
        "В июне 2018 года посольство Франции открыло в Алматы выставку из 60 картин.",
        "Rybakina won Wimbledon in 2022 and was in the quarter-finals of Roland-Garros in 2021.",
    ],
)
def test_what_was_done_later_by_the_same_is_no_wrong_date_of_its_event(
    packaged: Index, text: str
) -> None:
    assert "contradicted" not in {verdict for verdict, _ in verdicts(packaged, text)}


@pytest.mark.parametrize(
    "text",
    [
        "La ligne d'Air Astana entre Paris et Astana a été fermée en 2020.",
        "Le consulat général de Strasbourg, ouvert le 17 mai 2021, a fermé en mai 2024.",
        "Рейс Астана — Париж, открытый 29 марта 2015 года, закрыли 29 марта 2020 года.",
    ],
)
def test_end_of_what_has_but_a_beginning_is_no_wrong_date_of_it(
    packaged: Index, text: str
) -> None:
    assert "contradicted" not in {verdict for verdict, _ in verdicts(packaged, text)}


def test_year_of_what_is_said_of_the_event_itself_is_contradicted(packaged: Index) -> None:
    text = "Danone a mis en service son usine d'Almaty en 2011."
    assert verdicts(packaged, text) == [("contradicted", "danone-almaty-plant-2010")]


def test_days_without_their_year_that_are_all_off_are_contradicted(packaged: Index) -> None:
    text = "President Tokayev was in France on a state visit on November 14-15."
    wrong = [("contradicted", "tokayev-state-visit-2024")]
    assert verdicts(packaged, text, "2024-11-20") == wrong


def test_less_likely_event_of_those_days_is_no_excuse(packaged: Index) -> None:
    table = (
        "| Visitor | City | Dates |\n|---|---|---|\n| Nicolas Sarkozy | Astana | 6 October 2009 |\n"
        "| Kassym-Jomart Tokayev (state visit) | Paris | 4–6 November 2024 |"
    )
    found = verdicts(packaged, table, "2025-01-10")
    assert found[1] == ("contradicted", "tokayev-state-visit-2024")


def test_day_of_something_long_is_no_excuse_for_what_was_on_one_of_its_days(
    packaged: Index,
) -> None:
    text = "Елдос Сметов 26 шілдеде Париж Олимпиадасында 66 келі салмақта алтын медаль жеңіп алды."
    wrong = [("contradicted", "smetov-or-paris-2024")]
    assert verdicts(packaged, text, "2024-07-29") == wrong


def test_verb_behind_an_and_is_that_of_the_next_date(packaged: Index) -> None:
    text = (
        "Le projet de loi sur l'entraide judiciaire avec le Kazakhstan a été déposé le 30 mai 2023 "
        "et adopté par l'Assemblée nationale le 13 décembre 2023."
    )
    found = verdicts(packaged, text, "2024-04-02")
    assert found == [("supported", "french-assembly-legal-assistance-2023")] * 2


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        (
            (
                "L'Institut d'archéologie Margulan, fondé en 1991, a signé à Paris le 4 novembre un "
                "protocole de coopération avec l'INRAP."
            ),
            "2024-11-20",
            "margulan-inrap-2024",
        ),
        (
            (
                "President Tokayev signed the decree giving the capital back the name Astana on 19 "
                "September."
            ),
            "2022-09-20",
            "capital-astana-restored-2022",
        ),
        (
            (
                "Соглашение о дружбе между Ниццей и Астаной подписано в 2012 году; население Ниццы — "
                "340 тысяч человек."
            ),
            "2014-07-02",
            "pacte-nice-astana-2013",
        ),
        (
            "Париждегі алғашқы Қазақ киносы фестивалі 2018 жылғы қыркүйекте өтті.",
            "2022-01-15",
            "festival-du-film-kazakh-2019",
        ),
    ],
)
def test_wrong_date_is_found_past_what_only_stands_beside_it(
    packaged: Index, text: str, day: str, event: str
) -> None:
    found = verdicts(packaged, text, day)
    assert [each for each in found if each[0] == "contradicted"] == [("contradicted", event)]


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        (
            "The One Water Summit took place in Riyadh on 13 December 2024.",
            "2025-02-01",
            "one-water-summit-riyadh-2024",
        ),
        (
            "L'orchestre Kourmangazy donne un concert à Paris le 19 octobre 2017.",
            "2018-02-01",
            "kourmangazy-theatre-de-la-ville-2017",
        ),
        (
            (
                "L'Alliance française de Karaganda, inaugurée en novembre 2020, est la quatrième du "
                "pays."
            ),
            "2022-05-01",
            "alliance-francaise-karaganda-2021",
        ),
        (
            "La biographie trilingue de Paul Gourdet, architecte de Verny, est sortie en 2012.",
            "2015-03-01",
            "gourdet-biographie-2013",
        ),
        (
            (
                "Касым-Жомарт Токаев, тогда министр иностранных дел, побывал в Париже 22 июня 1999 "
                "года."
            ),
            "2001-02-01",
            "tokaev-visit-paris-1998",
        ),
    ],
)
def test_verb_house_and_town_of_the_event_hide_no_wrong_date(
    packaged: Index, text: str, day: str, event: str
) -> None:
    found = verdicts(packaged, text, day)
    assert [each for each in found if each[0] == "contradicted"] == [("contradicted", event)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "Le Monde donne le 12 juin 2008 pour la signature du traité de partenariat "
                "stratégique."
            ),
            "2018-02-01",
        ),
        ("Қарағандыдағы Альянс Франсез 2022 жылы жаңа курстар ашты.", "2026-06-01"),
    ],
)
def test_date_that_somebody_gives_or_of_something_new_is_not_held_against_it(
    packaged: Index, text: str, day: str
) -> None:
    assert "contradicted" not in {verdict for verdict, _ in verdicts(packaged, text, day)}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            (
                "L'Alliance française d'Almaty a été fondée en 2004, celle d'Astana en 2006 et celle de "
                "Chymkent en 2018."
            ),
            {
                "2004": "supported",
                "2006": "contradicted",
                "2018": "contradicted",
            },
        ),
        (
            "The Alliance Française of Almaty was founded in 2004, that of Astana in 2005.",
            {
                "2004": "supported",
                "2005": "supported",
            },
        ),
    ],
)
def test_each_of_several_houses_has_its_own_year(
    packaged: Index, text: str, right: dict[str, str]
) -> None:
    found = judged(packaged, text, "2026-02-01")
    assert {text[item.start : item.end]: item.verdict for item in found} == right


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        (
            "The France–Kazakhstan air services agreement was signed in Astana on 20 June 2018.",
            "2019-05-14",
            "air-services-agreement-2016",
        ),
        (
            "Казахстанско-французская президентская комиссия создана в 2011 году.",
            "2015-10-30",
            "presidential-commission-2010",
        ),
        (
            "Указ о возвращении столице имени Астана вступил в силу 17 сентября 2022 года.",
            "2022-10-03",
            "capital-astana-restored-2022",
        ),
    ],
)
def test_day_of_another_step_does_not_excuse_that_of_the_verb(
    packaged: Index, text: str, day: str, event: str
) -> None:
    found = verdicts(packaged, text, day)
    assert [each for each in found if each[0] == "contradicted"] == [("contradicted", event)]


def test_year_of_a_work_beside_the_day_of_its_performance_is_another(
    packaged: Index,
) -> None:
    text = (
        "« Notre-Dame de Paris » de Roland Petit, créé à l'Opéra de Paris en 1965, est entré au "
        "répertoire d'Astana Opera les 24 et 25 juin 2016."
    )
    assert "contradicted" not in {
        verdict for verdict, _ in verdicts(packaged, text, "2018-01-01")
    }
