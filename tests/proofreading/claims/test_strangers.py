"""What is said of another state, another pair of towns, another line or model is held against nobody."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def accused(index: Index, text: str, day: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.code) for item in against(index, text, day)]


def against(index: Index, text: str, day: str) -> list[Finding]:
    found = Checker(index).check(text, edtf.parse(day))
    return [item for item in found if item.verdict in ("contradicted", "disputed")]


@pytest.mark.parametrize(
    "text",
    [
        "Le président Sadyr Japarov s'est entretenu à Paris le 10 novembre avec Emmanuel Macron.",
        "President Sadyr Japarov met Emmanuel Macron in Paris on 10 November.",
        (
            "Президент Садыр Жапаров 10 ноября, в рамках рабочего визита в город Париж провел "
            "переговоры с президентом Французской Республики Эммануэлем Макроном."
        ),
        "Президент Садыр Жапаров 10 қарашада Парижде Эммануэль Макронмен кездесті.",
    ],
)
def test_president_of_another_state_is_not_taken_for_ours(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2023-11-11") == []


def test_president_of_kazakhstan_on_another_day_is_still_contradicted(
    packaged: Index,
) -> None:
    text = "Le président Tokaïev a reçu Emmanuel Macron à Astana le 10 novembre."
    assert accused(packaged, text, "2023-11-11") == [("10 novembre", "wrong-date")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Cela fait 40 ans que les villes de Rennes et d’Amed ont tissé des liens d’amitié, et "
            "ce jumelage officialise cette relation."
        ),
        "Rennes and Amed have been twin cities for 40 years.",
        "Города Ренн и Амед — побратимы уже 40 лет.",
        "Ренн мен Амед қалаларының бауырластығына 40 жыл толды.",
    ],
)
def test_twinning_of_one_town_with_another_is_not_taken_for_ours(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2025-12-12") == []


def test_twinning_of_both_towns_is_still_counted(packaged: Index) -> None:
    text = "Rennes and Almaty have been twin cities for 40 years."
    assert [what for what, _ in accused(packaged, text, "2025-12-12")] == ["for 40 years"]


@pytest.mark.parametrize(
    "text",
    [
        "La compagnie Air Astana a ouvert fin mars une ligne vers Londres avec son Airbus A321LR.",
        (
            "Kazakhstan's flag carrier, Air Astana, in late March, launched its first A321LR "
            "service to London."
        ),
        "Air Astana will be using its new Airbus A321LRs to fly direct from Astana to London.",
        "В конце марта Air Astana открыла рейсы в Лондон на Airbus A321LR.",
        "Наурыздың соңында Air Astana Лондонға Airbus A321LR ұшағымен ұша бастады.",
    ],
)
def test_line_to_another_town_is_not_taken_for_that_to_paris(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2020-04-20") == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "La fusée emportait l’astronaute français de l’ESA Thomas Pesquet et ses coéquipiers "
            "Peggy Whitson de la NASA et Oleg Novitsky de Roscosmos depuis Baïkonour."
        ),
        (
            "From Baikonur flew Thomas Pesquet of ESA with Peggy Whitson of NASA and Oleg Novitsky "
            "of Roscosmos."
        ),
        "С Байконура стартовали Тома Песке из ЕКА, Пегги Уитсон из НАСА и Олег Новицкий.",
    ],
)
def test_agency_of_another_of_the_crew_is_not_held_against_the_text(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2016-12-01") == []


def test_locomotives_of_another_model_are_another_number(packaged: Index) -> None:
    text = (
        "Alstom today presented the first Prima T8 AZ8A for the Azerbaijan Railways. Today, "
        "48 KZ8A locomotives and 20 KZ4AT passenger locomotives are in service."
    )
    assert accused(packaged, text, "2018-06-27") == []


def test_powers_to_which_another_is_added_are_not_counted(packaged: Index) -> None:
    text = (
        "The second round of nuclear talks, between Iran and the world's five powers+ Germany, "
        "in Almaty, ended."
    )
    assert accused(packaged, text, "2013-04-07") == []


def test_text_of_another_country_is_held_against_nobody(packaged: Index) -> None:
    text = (
        "Le président de Mongolie a été reçu à Paris. Le traité de partenariat stratégique a "
        "été signé le 12 juin 2008."
    )
    assert accused(packaged, text, "2023-10-12") == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Macron est le premier président français à se rendre au Kazakhstan depuis François "
            "Hollande en 2014."
        ),
        "Macron is the first French president to visit Kazakhstan since Francois Hollande in 2014.",
        "Макрон — первый президент Франции, посетивший Казахстан после Франсуа Олланда в 2014 году.",
    ],
)
def test_first_president_since_another_is_not_counted_from_independence(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2023-11-02") == []


@pytest.mark.parametrize(
    "text",
    [
        "A 2h15, dimanche 20 novembre, Thomas Pesquet pourra admirer la Terre.",
        "On Sunday 20 November Thomas Pesquet will see the Earth.",
        "В воскресенье, 20 ноября, Тома Песке увидит Землю.",
        "20 қараша, жексенбі күні Тома Песке Жерді көреді.",
    ],
)
def test_weekday_of_a_day_to_come_is_not_that_of_the_year_before(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2016-11-17") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Elle devient championne aux Jeux olympiques d'été de 2012 à Londres.",
            "2020-01-01",
        ),
        ("She won the boxing at the Olympic Games of 2012 in London.", "2020-01-01"),
        ("Она победила на Олимпийских играх 2012 года в Лондоне.", "2020-01-01"),
    ],
)
def test_games_of_another_year_were_in_another_town(
    packaged: Index, text: str, day: str
) -> None:
    assert accused(packaged, text, day) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le Kazakhstan représente plus de 40 % de la production mondiale d'uranium.",
        "The country contributes about 40% to the world's uranium production.",
        "На Казахстан приходится 40 % мировой добычи урана.",
        "Қазақстан әлемдік уран өндірісінің 40 пайызын береді.",
    ],
)
def test_share_of_the_world_is_not_that_of_what_france_uses(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2023-11-15") == []


@pytest.mark.parametrize(
    "text",
    [
        "En 2014, ADY a commandé à EKZ 40 locomotives produites à Nour-Soultan.",
        "In 2014 ADY ordered from EKZ 40 freight locomotives produced in Nur-Sultan.",
        "В 2014 году АЖД заказали у ЭКЗ 40 электровозов, произведённых в Нур-Султане.",
        "2014 жылы ЭКЗ-ға Нұр-Сұлтанда шығарылатын 40 электровозға тапсырыс берілді.",
    ],
)
def test_town_where_a_thing_is_made_bears_its_name_of_today(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2022-02-09") == []


def test_rank_of_a_sportsman_is_none_of_a_supplier(packaged: Index) -> None:
    text = "Il remonte au 3e rang d'un classement dominé par Dominik Paris."
    assert accused(packaged, text, "2024-03-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan – Italie. En 2009 a été signé le traité de partenariat stratégique.",
        "Kazakhstan – Italy. In 2009 the strategic partnership treaty was signed.",
        "Казахстан – Италия. В 2009 году подписан Договор о стратегическом партнёрстве.",
        "Қазақстан – Италия. 2009 жылы Стратегиялық әріптестік туралы шартқа қол қойылды.",
    ],
)
def test_treaty_with_another_country_is_not_taken_for_ours(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2025-09-29") == []


def test_trade_with_another_country_is_not_compared_with_ours(packaged: Index) -> None:
    text = (
        "The minister and his British counterpart met in Astana. In 2023 the trade exchange of "
        "Kazakhstan between the two countries was 1.2 billion dollars."
    )
    assert accused(packaged, text, "2024-04-24") == []


@pytest.mark.parametrize(
    "text",
    [
        "Samal Yeslyamova, prix d’interprétation féminine au festival de Cannes 2018 pour Ayka.",
        "Samal Yeslyamova won the prize for the best actress at Cannes 2018 for the film Ayka.",
        "Самал Еслямова получила приз за лучшую женскую роль в Канны 2018 за фильм «Айка».",
    ],
)
def test_year_behind_a_name_counts_nothing(packaged: Index, text: str) -> None:
    assert accused(packaged, text, "2022-05-01") == []


def test_officer_of_a_firm_is_no_organisation(packaged: Index) -> None:
    text = (
        "The agreement on the Mirny project was signed by TotalEnergies chairman and CEO Patrick "
        "Pouyanné at the COP28 summit in Dubai."
    )
    assert accused(packaged, text, "2023-12-05") == []


def test_shares_of_two_holders_are_no_rivals(packaged: Index) -> None:
    text = (
        "TotalEnergies will hold a 60 percent stake in the Mirny project, KazMunayGas and "
        "Samruk Energy each owning 20 percent."
    )
    assert accused(packaged, text, "2026-04-26") == []


def test_embassy_that_stands_in_the_capital_has_its_name_of_today(packaged: Index) -> None:
    text = (
        "L'ambassade de France est située à Astana, et son ambassadeur est, depuis 2020, "
        "Didier Canesse."
    )
    assert accused(packaged, text, "2023-03-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le 11 juin 2008, le traité de partenariat stratégique a été signé entre les deux pays.",
        "On 11 June 2008 the strategic partnership treaty was signed between the two countries.",
        "11 июня 2008 года договор о стратегическом партнёрстве подписан двумя странами.",
        "2008 жылғы 11 маусымда екі ел арасында стратегиялық серіктестік шартына қол қойылды.",
    ],
)
def test_two_countries_are_not_counted(packaged: Index, text: str) -> None:
    found = Checker(packaged).check(text, edtf.parse("2018-06-11"))
    assert "count" not in [item.claim.kind for item in found]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Les chefs d'État se sont réunis à Astana, onze ans après le dernier sommet de l'OSCE à "
            "Istanbul."
        ),
        (
            "Eleven years after the last OSCE Summit in Istanbul, the Heads of State of the OSCE "
            "assembled in Astana on 1-2 December 2010."
        ),
        "Главы государств собрались в Астане через одиннадцать лет после саммита ОБСЕ в Стамбуле.",
        "Мемлекет басшылары Стамбулдағы ЕҚЫҰ саммитінен он бір жыл кейін Астанада жиналды.",
    ],
)
def test_summit_before_the_one_told_is_counted_from(packaged: Index, text: str) -> None:
    assert accused(packaged, text, "2010-12-02") == []


def test_political_partner_is_no_rank_in_trade(packaged: Index) -> None:
    text = "En 2017, le Kazakhstan est le premier partenaire politique de la France en Asie centrale."
    assert accused(packaged, text, "2018-01-31") == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "En 2024, la France a importé 12,3 % de son pétrole du Kazakhstan, contre 12 % "
            "d'Algérie."
        ),
        "TotalEnergies owns 16.81% of Kashagan and 60% of Dunga until 2023.",
        (
            "L'équipe Astana a gagné le Tour de France 2014 avec Vincenzo Nibali, puis la Vuelta "
            "2015 avec Fabio Aru."
        ),
        (
            "Emmanuel Macron visited Tashkent on 2 November 2023, the day after Astana, and "
            "signed 12 agreements there."
        ),
    ],
)
def test_share_field_rider_and_number_of_others_are_not_taken_for_ours(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2026-11-30") == []


def test_pronoun_of_russian_is_no_ten_of_kazakh(packaged: Index) -> None:
    text = "Государственный визит Николя Саркози в Астану длился несколько часов. Он прилетел 6 октября."
    assert accused(packaged, text, "2009-10-07") == []


def test_day_of_a_signature_is_right_beside_the_verb_of_a_later_step(
    packaged: Index,
) -> None:
    text = (
        "Le traité d'entraide judiciaire signé à Nour-Soultan le 28 octobre 2021 a été adopté "
        "hier par l'Assemblée."
    )
    assert accused(packaged, text, "2023-12-14") == []


@pytest.mark.parametrize(
    "text",
    [
        "Créée en 2004, KATCO exploite l'uranium de Muyunkum ; l'Ouzbékistan, lui, en vend.",
        "Créée en 2004, KATCO exploite l'uranium de Muyunkum.",
    ],
)
def test_state_that_is_named_in_the_next_part_changes_nothing(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2023-11-20") == [("2004", "rejected-date")]


def test_house_with_sisters_is_told_by_its_town(packaged: Index) -> None:
    text = "L'Alliance française de Bichkek a été fondée en 2003."
    assert accused(packaged, text, "2026-06-01") == []
