"""A region stands in the place of the one of an event, or is left alone."""

from __future__ import annotations

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TODAY = edtf.parse("2026-11-30")


def read(index: Index, text: str, verdict: str) -> list[str]:
    return [
        text[each.start : each.end]
        for each in Checker(index).check(text, TODAY)
        if each.verdict == verdict and each.claim.form.startswith("~")
    ]


def test_region_that_is_not_that_of_the_event_is_wrong(packaged: Index) -> None:
    for text, found in (
        (
            "Vicat met en production fin 2010 sa cimenterie dans la région de Karaganda.",
            "région de Karaganda",
        ),
        (
            "KATCO opened its South Tortkuduk plant, in the Kyzylorda region, on 3 July 2025.",
            "Kyzylorda region",
        ),
        (
            "Завод «Южный Торткудук» открыт 3 июля 2025 года в Кызылординской области.",
            "Кызылординской области",
        ),
        (
            "Оңтүстік Төртқұдық зауыты 2025 жылғы 3 шілдеде Қызылорда облысында ашылды.",
            "Қызылорда облысында",
        ),
    ):
        assert read(packaged, text, "contradicted") == [found], text


def test_region_of_the_event_is_confirmed(packaged: Index) -> None:
    text = "KATCO opened its South Tortkuduk plant, in the Turkistan region, on 3 July 2025."
    assert read(packaged, text, "supported") == ["Turkistan region"]


def test_region_of_something_else_is_not_wrong(packaged: Index) -> None:
    for text in (
        "Wind farms are also built in the Akmola region.",
        "On 3 July 2025 the ambassador was in the Almaty region, and KATCO opened its plant.",
        "En 2019, Total Eren a lancé deux centrales solaires dans la région de Kyzylorda.",
        "Vicat a aussi acheté du charbon dans la région de Karaganda.",
        "Посол встретился 3 июля 2025 года с акимом Карагандинской области.",
        "Kazatomprom exploite aussi des mines dans la région de Kyzylorda.",
    ):
        assert not read(packaged, text, "contradicted"), text
