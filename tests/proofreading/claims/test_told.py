"""Numbers that events tell: of the same thing, in pairs, of holders, in the currency before them."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

NUMBERS = ("count", "figure")


def verdicts(index: Index, text: str, as_of: str) -> list[tuple[str, str]]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        (text[item.start : item.end], item.verdict)
        for item in found
        if item.claim.kind in NUMBERS and item.verdict != "unknown"
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        ("Le Kazakhstan a remporté neuf médailles aux Jeux de Paris.", "2024-09-01", "neuf"),
        (
            "During Tokayev's state visit to Paris in November 2024, 45 documents were signed.",
            "2024-12-01",
            "45",
        ),
        ("Astana beat Liège by 103 to 54 votes.", "2012-12-01", "54"),
        ("Astana l’a emporté sur Liège par 103 voix contre 54.", "2012-12-01", "54"),
    ],
)
def test_number_that_no_text_of_the_event_tells_of_the_thing_is_contradicted(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


def test_part_of_what_is_counted_is_not_its_whole(packaged: Index) -> None:
    text = "Kazakhstan won three bronze medals at the Paris Games."
    assert ("three", "contradicted") not in verdicts(packaged, text, "2024-09-01")


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            "Alstom delivered fifty freight and 20 passenger locomotives of its contract for KTZ.",
            "2019-05-07",
        ),
        (
            "Alstom a livré cinquante locomotives de fret et 20 locomotives de passagers à KTZ.",
            "2019-05-07",
        ),
        ("Alstom has 160 electric freight locomotives on order for KTZ.", "2022-12-05"),
    ],
)
def test_part_that_was_delivered_and_what_came_later_are_not_held_against_a_number(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in [verdict for _, verdict in verdicts(packaged, text, as_of)]


@pytest.mark.parametrize(
    "text",
    [
        "Orano détient 49 % de KATCO, Kazatomprom 51 %.",
        "Kazatomprom holds 51% of KATCO and Orano 49%.",
        "Доля Orano в KATCO составляет 49 %, «Казатомпрома» — 51 %.",
    ],
)
def test_swapped_shares_are_both_contradicted(packaged: Index, text: str) -> None:
    found = [verdict for _, verdict in verdicts(packaged, text, "2024-01-01")]
    assert found == ["contradicted", "contradicted"]


def test_amount_without_its_currency_has_that_of_the_one_before(packaged: Index) -> None:
    text = (
        "По итогам 2022 года экспорт Казахстана во Францию составил 3,1 млрд долларов, "
        "импорт — 961,5 млн."
    )
    assert ("961,5 млн", "contradicted") in verdicts(packaged, text, "2023-03-01")


def test_number_of_another_thing_is_contradicted(packaged: Index) -> None:
    text = (
        "Le 12 décembre 2017, le Parlement européen a approuvé l’accord renforcé avec le Kazakhstan"
        " par 511 voix contre 28 et 115 abstentions."
    )
    found = verdicts(packaged, text, "2018-02-10")
    assert ("511", "supported") in found
    assert ("115", "contradicted") in found


@pytest.mark.parametrize(
    ("text", "as_of", "rival"),
    [
        (
            "KTZ's order for 295 locomotives, placed with Alstom and TMH, is put at 1.3 billion euros.",
            "2010-11-02",
            "1.3 billion euros",
        ),
        (
            "EADS Astrium a vendu deux satellites d’observation de la Terre pour 220 millions de dollars.",
            "2009-10-07",
            "220 millions de dollars",
        ),
    ],
)
def test_number_in_which_the_sources_differ_is_disputed(
    packaged: Index, text: str, as_of: str, rival: str
) -> None:
    assert (rival, "disputed") in verdicts(packaged, text, as_of)


def test_other_half_of_a_pair_may_say_whose_it_is(packaged: Index) -> None:
    text = "The General Assembly elected Kazakhstan to the Security Council with 138 votes to Thailand's 65."
    assert ("65", "contradicted") in verdicts(packaged, text, "2016-07-02")


def test_count_of_a_day_of_several_events_is_not_that_of_one(packaged: Index) -> None:
    row = "| The six agreements of 6 October 2009 | 2, one 1 | Treaties in their own right |"
    text = f"{row}\n| The Astrium contract | 2 | Two Earth observation satellites |"
    found = Checker(packaged).check(text)
    assert "contradicted" not in [item.verdict for item in found]


def test_number_of_anything_is_no_rival_of_a_figure(packaged: Index) -> None:
    text = "The file was read 40 times while another was written."
    assert verdicts(packaged, text, "2026-11-30") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("KATCO, dont le groupe français détient 49 %, exploite Tortkuduk.", "49"),
        ("In the KATCO venture the Kazakh partner holds 51%.", "51"),
        ("Французской компании принадлежит 49 % KATCO.", "49"),
        ("Француз компаниясы KATCO-ның 49 %-ын иеленеді.", "49"),
        ("KATCO is owned 49% by Areva and 51% by its partner.", "49"),
    ],
)
def test_holder_told_by_its_country_or_by_another_name_has_its_share(
    packaged: Index, text: str, said: str
) -> None:
    assert (said, "contradicted") in verdicts(packaged, text, "2017-04-12")


@pytest.mark.parametrize(
    "text",
    [
        "KATCO, dont le groupe français détient 51 %, exploite Tortkuduk.",
        "KATCO принадлежит французской стороне на 51 %, на 49 % — Казахстану.",
        "The French group owns 51% and Kazatomprom 49% of KATCO.",
    ],
)
def test_right_share_of_a_holder_told_by_its_country_is_confirmed(
    packaged: Index, text: str
) -> None:
    found = verdicts(packaged, text, "2017-04-12")
    assert found
    assert {verdict for _, verdict in found} == {"supported"}


@pytest.mark.parametrize(
    "text",
    [
        "KATCO pèse 51 % de la production kazakhstanaise.",
        "KATCO accounts for 51% of the output.",
        "КАТКО даёт 51 % добычи урана в Казахстане.",
    ],
)
def test_share_of_a_firm_does_not_confirm_one_of_its_output(
    packaged: Index, text: str
) -> None:
    assert ("51", "supported") not in verdicts(packaged, text, "2021-10-01")


@pytest.mark.parametrize(
    "text",
    [
        "Eurocopter songe à assembler au Kazakhstan quarante-cinq hélicoptères par an.",
        "Alstom will deliver 295 locomotives a year under the contract signed in Paris with KTZ.",
    ],
)
def test_number_of_the_whole_is_none_of_each_year(packaged: Index, text: str) -> None:
    assert "contradicted" in dict(verdicts(packaged, text, "2010-10-30")).values()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Air Astana flies to Paris three times a week.", "supported"),
        ("Air Astana flies to Paris five times a week.", "contradicted"),
        ("Air Astana assure cinq vols hebdomadaires entre Astana et Paris.", "contradicted"),
        ("Air Astana летает в Париж трижды в неделю.", "supported"),
    ],
)
def test_how_often_something_is_in_a_week_is_read(
    packaged: Index, text: str, verdict: str
) -> None:
    assert verdict in dict(verdicts(packaged, text, "2015-03-30")).values()


def test_rate_of_another_year_is_not_held_against_a_text(packaged: Index) -> None:
    found = verdicts(packaged, "Air Astana flies to Paris twice a week.", "2019-12-10")
    assert "contradicted" not in dict(found).values()


def test_number_of_what_came_long_after_the_text_is_not_asked(packaged: Index) -> None:
    text = (
        "За девять месяцев 2022 года товарооборот между странами достиг 5,2 млрд долларов, "
        "сказал Токаев в Елисейском дворце."
    )
    assert ("5,2 млрд долларов", "contradicted") in verdicts(packaged, text, "2022-11-29")


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            "L’accord avec Alstom prévoit la livraison de 205 locomotives électriques.",
            "2025-05-01",
        ),
        ("L’usine EKZ d’Alstom a sorti 119 locomotives passagers KZ4AT.", "2025-05-01"),
        (
            "Air Astana flies from Astana to Paris with a Boeing that can carry 228 passengers.",
            "2015-04-05",
        ),
        (
            "The consortium of Kashagan consists of KazMunayGas (16.88%) and others.",
            "2026-02-23",
        ),
        (
            "Thales a vendu des radios le 6 octobre 2009. Un avenant de 34 millions de dollars suit.",
            "2012-01-01",
        ),
    ],
)
def test_number_of_another_event_sort_or_time_is_not_held_against_a_text(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in dict(verdicts(packaged, text, as_of)).values()


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        (
            "La France a reçu 17 759 demandes de visa Schengen en 2024, contre 12 960 en 2023.",
            "2025-03-14",
            "12 960",
        ),
        (
            "Proparco prête 90 millions d’euros à l’hôpital de Kokchetaou (630 lits), sur 635 millions.",
            "2024-11-20",
            "635 millions",
        ),
        (
            "TotalEnergies has approved Mirny: 1 GW of wind, 600 MWh of storage. It will own 51%.",
            "2026-05-04",
            "51",
        ),
        (
            "KTZ и Alstom добавили 27 грузовых локомотивов к сотне заказанных.",
            "2024-11-08",
            "27",
        ),
    ],
)
def test_number_that_leaves_out_what_it_counts_or_whose_it_is_is_read(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        (
            (
                "Proparco added 93 million euros to the 365 million raised by the EBRD for a 630-bed"
                " hospital in Kokshetau."
            ),
            "2024-11-20",
            "93 million euros",
        ),
        (
            "TotalEnergies a cédé en novembre 2023 ses 90 % de Dunga à la compagnie nationale.",
            "2026-11-30",
            "90 %",
        ),
        (
            (
                "Елдос Сметов завоевал золотую медаль в весовой категории до 63 килограммов, победив в"
                " финале француза Луку Мхеидзе."
            ),
            "2024-07-28",
            "до 63 килограммов",
        ),
        (
            "TotalEnergies «Мирный» жобасы бойынша соңғы инвестициялық шешім қабылдады: қуаты 2 ГВт.",
            "2026-05-02",
            "2 ГВт",
        ),
    ],
)
def test_number_of_one_digit_that_no_other_of_the_event_is_left_for_is_contradicted(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    found = [
        said
        for said, verdict in verdicts(packaged, text, as_of)
        if verdict == "contradicted"
    ]
    assert len(found) == 1
    assert found[0] in wrong


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Proparco also put 190 million euros into the Kokshetau hospital.", "2024-11-20"),
        ("TotalEnergies détenait 40 % de plus que prévu à Dunga.", "2026-11-30"),
        (
            (
                "Алматинский аэропорт в 2021 году перешёл к TAV Airports, почти половина которой"
                " (46,38 %) принадлежит парижской Groupe ADP."
            ),
            "2026-11-30",
        ),
    ],
)
def test_other_number_of_the_same_event_is_not_held_against_its_own(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in [verdict for _, verdict in verdicts(packaged, text, as_of)]


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        (
            "Three texts were signed in Nur-Sultan on 6 October 2009, on crime and on civil protection.",
            "2012-11-01",
            "Three",
        ),
        (
            "На выставке KADEX в мае 2012 года Eurocopter сообщил о заказе ещё семи машин EC145.",
            "2012-06-15",
            "семи",
        ),
        (
            "Парижде 22 қарашада ЭКСПО-2017 көрмесі Астанаға берілді: 113 ел жақтап дауыс берді.",
            "2012-11-24",
            "113",
        ),
    ],
)
def test_number_of_what_may_be_called_otherwise_is_compared(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


def test_number_in_words_behind_a_date_at_the_end_of_a_sentence_is_read(
    packaged: Index,
) -> None:
    text = (
        "KazEOSat-1, built in Toulouse, was put into orbit by a Vega rocket on 30 April 2014."
        " Forty Kazakh engineers had been trained in France."
    )
    assert ("Forty", "contradicted") in verdicts(packaged, text, "2014-05-20")


def test_event_that_tells_a_like_number_is_the_likelier(packaged: Index) -> None:
    text = (
        "EKZ is to supply KTZ with 201 KZ8A freight and 95 KZ4AT passenger locomotives."
        " Its factory was inaugurated on December 4 2012."
    )
    assert ("201", "contradicted") in verdicts(packaged, text, "2015-04-02")


def test_all_but_the_one_that_the_text_names_are_no_wrong_number(packaged: Index) -> None:
    text = (
        "С 15 июля 2014 года французы, наряду с гражданами ещё девяти стран, могли въезжать в"
        " Казахстан без визы."
    )
    assert "contradicted" not in [
        verdict for _, verdict in verdicts(packaged, text, "2026-11-30")
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        (
            "Alstom's 300 locomotives for KTZ, ordered in Paris on 27 October 2010, are worth EUR 1.3 billion.",
            "2013-09-12",
            "300",
        ),
        (
            "Ce vendredi 17 septembre 1993, sept documents furent signés à Almaty.",
            "2026-11-30",
            "sept",
        ),
    ],
)
def test_another_event_of_the_day_without_such_a_number_does_not_excuse_it(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


def test_number_is_refuted_by_the_event_that_tells_one_of_the_thing(packaged: Index) -> None:
    text = (
        "Le Kazakhstan rentre de Paris avec huit médailles, dont une seule en or, celle du judoka"
        " Yeldos Smetov, sacré le 27 juillet, et une 34e place au tableau des nations."
    )
    assert ("huit", "contradicted") in verdicts(packaged, text, "2024-08-20")


def test_small_number_of_another_thing_does_not_excuse_a_count(packaged: Index) -> None:
    text = (
        "Le Printemps de la francophonie s'est achevé dimanche 30 avril : huit villes,"
        " dix-neuf films, huit ambassades."
    )
    found = verdicts(packaged, text, "2023-05-02")
    assert [verdict for words, verdict in found if words == "huit"] == [
        "contradicted",
        "supported",
    ]


def test_more_than_a_number_above_that_of_the_event_is_contradicted(packaged: Index) -> None:
    text = (
        "Jacques Chirac a reçu samedi Noursoultan Nazarbaïev ; plus de quarante entreprises"
        " françaises ont un bureau au Kazakhstan."
    )
    assert ("quarante", "contradicted") in verdicts(packaged, text, "2003-07-01")


def test_numbers_behind_the_first_are_known_when_it_is_judged(packaged: Index) -> None:
    text = (
        "Alstom today presented the first Prima T8 AZ8A for the Azerbaijan Railways. Today,"
        " 48 KZ8A locomotives and 20 KZ4AT passenger locomotives are in service."
    )
    assert verdicts(packaged, text, "2018-06-27") == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Les Rencontres d'automne de 2011 ont attiré plus de 3 000 personnes.",
            "supported",
        ),
        (
            "Les Rencontres d'automne de 2011 ont attiré plus de 3 300 personnes.",
            "contradicted",
        ),
        (
            "Les Rencontres d'automne de 2011 ont attiré plus de 3 100 personnes.",
            "contradicted",
        ),
        ("Les Rencontres d'automne de 2011 ont attiré environ 3 300 personnes.", ""),
    ],
)
def test_more_than_a_number_is_right_only_where_it_is_the_rounder(
    packaged: Index, text: str, verdict: str
) -> None:
    found = [said for _, said in verdicts(packaged, text, "2011-12-20")]
    assert found == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "Les élus de Strasbourg, de Bruxelles et de Luxembourg ont approuvé le 12 décembre"
                " 2017 l'accord avec le Kazakhstan par 521 voix."
            ),
            "521",
        ),
        ("Liège lost on 22 November 2012, with 103 votes against its 54.", "54"),
        ("Carrefour 2016 жылғы ақпанда Алматыда 9000 шаршы метрлік дүкен ашты.", "9000"),
    ],
)
def test_number_is_compared_with_that_of_the_only_event_of_its_day(
    packaged: Index, text: str, wrong: str
) -> None:
    found = verdicts(packaged, text, "2026-11-30")
    assert any(
        said.startswith(wrong) and said_of == "contradicted" for said, said_of in found
    )


def test_number_of_what_was_in_another_town_on_another_day_is_not_held_against_a_text(
    packaged: Index,
) -> None:
    text = (
        "Macron visited Tashkent on 2 November 2023, after Astana, and signed 12 agreements."
    )
    assert verdicts(packaged, text, "2023-11-20") == []


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        (
            "Founded in Paris in October 2009, IFASTAR is 49% held by Areva.",
            "2010-04-14",
            "49",
        ),
        (
            (
                "La route Europe occidentale – Chine occidentale fait 8 445 km en tout, 2 687 au"
                " Kazakhstan."
            ),
            "2026-11-30",
            "2 687",
        ),
    ],
)
def test_share_of_another_and_a_large_bare_number_are_held_against_a_text(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


def test_no_fewer_than_a_number_is_a_floor(packaged: Index) -> None:
    text = "Carrefour opened in Almaty in February 2016 with no fewer than {} square metres."
    right = verdicts(packaged, text.format("8,000"), "2016-04-01")
    assert [verdict for _, verdict in right] == ["supported"]
    wrong = verdicts(packaged, text.format("9,000"), "2016-04-01")
    assert [verdict for _, verdict in wrong] == ["contradicted"]


def test_day_before_a_town_counts_nothing(packaged: Index) -> None:
    text = (
        "KazEOSat-1 a été mis en orbite par Vega le 29 avril au soir, heure de Guyane ; il était"
        " déjà le 30 à Paris."
    )
    assert verdicts(packaged, text, "2014-05-02") == []


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        (
            "Во время государственного визита Токаева во Францию подписано 35 документов.",
            "2024-11-20",
            {"35": "contradicted"},
        ),
        (
            "Airbus announced Kazakhstan's order for three A400Ms on 1 September 2021.",
            "2022-03-01",
            {"three": "contradicted"},
        ),
        (
            "Airbus announced Kazakhstan's order for two A400Ms on 1 September 2021.",
            "2022-03-01",
            {"two": "supported"},
        ),
        (
            (
                "Under the memorandum signed in June, the number of French universities open to "
                "Bolashak scholars will rise from six to as many as fifteen."
            ),
            "2023-09-01",
            {},
        ),
        (
            (
                "Доля Total на Кашагане снизилась с 18,52 % до 16,18 % по соглашению от 31 октября "
                "2008 года."
            ),
            "2009-03-01",
            {"18,52": "supported", "16,18": "contradicted"},
        ),
        (
            "La part de Total à Kachagan a reculé de 18,52 % à 16,81 % le 31 octobre 2008.",
            "2009-03-01",
            {"18,52": "supported", "16,81": "supported"},
        ),
    ],
)
def test_number_is_that_of_the_event_meant_by_what_it_counts(
    packaged: Index, text: str, day: str, found: dict[str, str]
) -> None:
    judged = Checker(packaged).check(text, edtf.parse(day))
    numbers = {
        text[item.start : item.end]: item.verdict
        for item in judged
        if item.claim.kind in ("count", "figure") and item.verdict != "unknown"
    }
    assert numbers == found
