"""`kzfr figures` as its users run it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BLOCKS = re.compile("[\u2580-\u259f]")

TRADE = """
[[sources]]
id = "ministry"
title = "France and Kazakhstan"
publisher = "Foreign ministry"

[[sources]]
id = "treasury"
title = "Trade of 2017"
publisher = "Treasury"

[[indicators]]
id = "trade-total"
subject = "trade"
short.fr = "Échanges"
short.en = "Trade"
label.fr = "Échanges totaux"
label.en = "Total trade"
measures.fr = "Exportations et importations de biens"
measures.en = "Exports and imports of goods"

[[indicators]]
id = "trade-growth"
label.en = "Growth of trade"

[[figures]]
id = "trade-total-2017-eur"
indicator = "trade-total"
period = "2017"
value = 3.9
unit = "EUR bn"
change.fr = "+25\u00a0% sur 2016"
change.en = "+25% on 2016"
label.fr = "Échanges en 2017"
label.en = "Trade in 2017"

[[figures.sources]]
id = "ministry"
says = "EUR 3.9 bn of trade in 2017, up 25%."

[[figures.disputes]]
period = "2017"
value = 32.4
unit = "percent"
source = "treasury"
note.fr = "+32,4\u00a0%, selon les douanes."
note.en = "The growth was 32.4%."
"""

POINT = """
[[figures]]
id = "trade-total-{id}-usd"
indicator = "trade-total"
period = "{period}"
value = {value}
unit = "USD bn"
bound = "{bound}"
status = "{status}"
label.en = "Trade"

[[figures.sources]]
id = "ministry"
"""

POINTS = [
    ("2007", "2007", 4, "more-than", "preferred"),
    ("2011", "2011", 6.1, "exact", "preferred"),
    ("2019", "2019-01/2019-09", 3.4, "exact", "preferred"),
    ("2021", "2021", 3, "exact", "disputed"),
    ("2022", "2022", 99, "exact", "rejected"),
]


@pytest.fixture
def figures(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run `kzfr figures` on the trade of a few years."""
    points = "".join(
        POINT.format(id=id, period=period, value=value, bound=bound, status=status)
        for id, period, value, bound, status in POINTS
    )
    path = write(TRADE + points)

    def run(*arguments: str, command: str = "figures") -> subprocess.CompletedProcess[str]:
        return kzfr(command, "--no-packaged", "--db", str(path), "--lang", "en", *arguments)

    return run


def lines_with(text: str, *words: str) -> list[str]:
    """Give the lines in which all the words stand."""
    return [line for line in text.splitlines() if all(word in line for word in words)]


def test_a_pipe_gets_a_summary_and_a_line_for_each_series(figures: Run) -> None:
    lines = figures().stdout.splitlines()
    assert lines[0] == "1 series, 6 figures"
    assert lines[1] == "Trade: Trade, 2007–2021, $4 → 3 bn [trade-total]"
    assert lines[2:] == ["One series: kzfr figures trade-total"]


def test_figures_that_make_no_series_are_counted_and_listed_with_all(figures: Run) -> None:
    window = ("--from", "2017", "--to", "2017")
    lines = figures(*window).stdout.splitlines()
    assert lines[1].startswith("And 1 single figure: kzfr figures --all. One series:")
    (line,) = lines_with(figures(*window, "--all").stdout, "[trade-total-2017-eur]")
    assert line == "Total trade  2017  EUR 3.9 bn  [trade-total-2017-eur]"


def test_euros_and_dollars_stand_in_tables_of_their_own(figures: Run) -> None:
    text = figures("trade-total").stdout
    dollars, euros = text.index("Billions of US dollars"), text.index("Billions of euros")
    assert dollars < text.index("USD 6.1 bn") < euros < text.index("EUR 3.9 bn")


def test_a_value_is_told_with_its_bound_its_change_and_its_sources(figures: Run) -> None:
    text = figures("trade-total").stdout
    assert lines_with(text, "2007", "more than USD 4 bn", "[trade-total-2007-usd]")
    assert lines_with(text, "2017", "EUR 3.9 bn", "+25% on 2016")
    assert lines_with(text, "Sources: ministry")


def test_a_rival_value_is_told_with_who_says_so(figures: Run) -> None:
    text = figures("trade-total").stdout
    assert lines_with(text, "EUR 3.9 bn", "disputed")
    assert lines_with(
        text, "≠ 2017", "32.4%", "Treasury: The growth was 32.4%.", "[treasury]"
    )


@pytest.mark.parametrize("options", [("--plain",), ()])
def test_a_pipe_and_plain_text_have_no_blocks_and_keep_the_numbers(
    figures: Run, options: tuple[str, ...]
) -> None:
    text = figures("trade-total", *options).stdout
    assert not BLOCKS.search(text)
    assert lines_with(text, "2011", "USD 6.1 bn")
    assert not BLOCKS.search(figures(*options).stdout)


def test_piped_text_is_neither_wrapped_nor_coloured(figures: Run) -> None:
    text = figures("trade-total").stdout
    assert "\x1b" not in text
    assert lines_with(
        text, "EUR 3.9 bn", "Trade in 2017 · +25% on 2016 · disputed  [trade-total-2017-eur]"
    )


def test_a_window_keeps_the_figures_that_reach_into_it(figures: Run) -> None:
    rows = json.loads(
        figures(
            "trade-total", "--from", "2019-06", "--to", "2021", "--format", "json"
        ).stdout
    )
    assert [row["period"] for row in rows] == ["2019-01/2019-09", "2021"]


def test_a_window_without_figures_says_what_to_type(figures: Run) -> None:
    assert "No figure. Widen --from and --to." in figures("--from", "2050").stderr


def test_json_is_an_array_of_figures(figures: Run) -> None:
    rows = json.loads(figures("trade-total", "--format", "json").stdout)
    row = next(row for row in rows if row["id"] == "trade-total-2017-eur")
    assert (
        row["disputes"][0].items()
        >= {
            "period": "2017",
            "value": 32.4,
            "unit": "percent",
            "source": "treasury",
            "note": "The growth was 32.4%.",
        }.items()
    )
    del row["disputes"]
    assert row == {
        "id": "trade-total-2017-eur",
        "indicator": "trade-total",
        "indicator_label": "Total trade",
        "measures": "Exports and imports of goods",
        "period": "2017",
        "earliest": "2017-01-01",
        "latest": "2017-12-31",
        "period_words": "2017",
        "value": 3.9,
        "value_words": "EUR 3.9 bn",
        "unit": "EUR bn",
        "bound": "exact",
        "status": "preferred",
        "confidence": "",
        "disputed": True,
        "label": "Trade in 2017",
        "labels": {"fr": "Échanges en 2017", "en": "Trade in 2017"},
        "change": "+25% on 2016",
        "note": "",
        "sources": ["ministry"],
    }


def test_json_without_an_indicator_has_every_figure(figures: Run) -> None:
    rows = json.loads(figures("--format", "json").stdout)
    assert len(rows) == 6
    assert set(rows[0]) == set(
        json.loads(figures("trade-total", "--format", "json").stdout)[0]
    )


def test_csv_has_a_row_for_each_figure(figures: Run) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(figures("trade-total", "--format", "csv").stdout, newline="")
        )
    )
    assert [row["value"] for row in rows] == ["4", "6.1", "3.4", "3", "99", "3.9"]


def test_an_unknown_indicator_names_the_nearest_and_exits_3(figures: Run) -> None:
    result = figures("trade-totla")
    assert (result.returncode, result.stdout) == (3, "")
    assert "trade-total" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_window_that_ends_before_it_starts_is_refused(figures: Run) -> None:
    assert figures("--from", "2020", "--to", "2010").returncode == 2


def test_show_tells_a_figure_with_what_others_say_and_what_its_sources_say(
    figures: Run,
) -> None:
    text = figures("trade-total-2017-eur", command="show").stdout
    assert lines_with(text, "EUR 3.9 bn", "2017", "disputed")
    assert "Measures: Exports and imports of goods" in text
    assert lines_with(text, "≠ 32.4%", "Treasury", "[treasury]")
    assert "EUR 3.9 bn of trade in 2017, up 25%." in text


def test_show_tells_how_sure_a_figure_is_and_its_former_id(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    more = 'former_ids = ["trade-2017"]\nconfidence = "low"\nunit = "EUR bn"'
    path = write(TRADE.replace('unit = "EUR bn"', more))

    def run(*arguments: str) -> str:
        return kzfr(*arguments, "--no-packaged", "--db", str(path), "--lang", "en").stdout

    text = run("show", "trade-2017")
    assert lines_with(text, "EUR 3.9 bn", "2017", "low confidence")
    assert "Confidence: low\n" in text
    assert lines_with(text, "Formerly trade-2017.")
    assert lines_with(run("figures", "trade-total"), "EUR 3.9 bn", "low confidence")


def test_show_tells_an_indicator(figures: Run) -> None:
    assert figures("trade-total", command="show").stdout == figures("trade-total").stdout


def test_a_figure_without_an_honest_number_is_left_out_and_told(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    path = write(TRADE.replace("value = 3.9", "value = nan"))
    result = kzfr(
        "figures", "--no-packaged", "--db", str(path), "--lang", "en", "--format", "json"
    )
    assert (result.returncode, json.loads(result.stdout)) == (1, [])
    assert "value" in result.stderr
