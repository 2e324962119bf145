"""The figures and the years of a table are read, whatever kind of file draws it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest

from kzfr_cli.database import Database, open_database

TITLE = "Passengers at Almaty airport"
ROWS = (
    ("Year", "Passengers"),
    ("2019", "about 6.4 million"),
    ("2023", "5.9 million"),
    ("2024", "11.4 million"),
)
WRONG = [("5.9 million", "almaty-airport-passengers-2023")]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """The packaged database."""
    with open_database(lang="en") as opened:
        yield opened


def framed() -> str:
    """The table between bars, with a rule under its head."""
    head, *rest = ("| " + " | ".join(row) + " |" for row in ROWS)
    return "\n".join((TITLE, "", head, "|---|---|", *rest))


def tabbed() -> str:
    """The table parted by tabs."""
    return "\n".join((TITLE, "", *("\t".join(row) for row in ROWS)))


def page() -> str:
    """The table as a page has it."""
    rows = "".join(f"<tr><td>{year}</td><td>{value}</td></tr>" for year, value in ROWS)
    return f"<p>{TITLE}</p><table>{rows}</table>"


def word() -> bytes:
    """The table as a text processor has it."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", framed()),
        ("a.txt", framed()),
        ("a.txt", tabbed()),
        ("a.html", page()),
        ("a.docx", word()),
    ],
)
def test_wrong_figure_of_a_table_is_found(
    database: Database, name: str, source: str | bytes
) -> None:
    found = database.check(source, name=name)
    wrong = [(each.text, each.event) for each in found if each.verdict == "contradicted"]
    confirmed = {each.text for each in found if each.verdict == "supported"}
    assert wrong == WRONG
    assert {"6.4 million", "11.4 million"} <= confirmed


def test_first_cell_may_be_empty(database: Database) -> None:
    table = "| | 2020 | 2021 | 2022 |\n|---|---|---|---|\n"
    table += (
        "| Visas Schengen délivrés par la France au Kazakhstan | 2 209 | 621 | 7 320 |\n"
    )
    found = database.check(table, name="a.md")
    verdicts = {each.text: each.verdict for each in found if each.kind != "date"}
    assert verdicts["2 209"] == verdicts["7 320"] == "supported"


def test_year_that_fills_the_last_cell_is_a_date(database: Database) -> None:
    table = "| Company | Deal | Year |\n|---|---|---|\n| Alstom | 295 locomotives | 2010 |\n"
    table += "| Airbus | two A400Ms ordered | 2022 |\n"
    wrong = [each for each in database.check(table) if each.verdict == "contradicted"]
    assert [(each.text, each.event) for each in wrong] == [("2022", "a400m-order-2021")]


def test_head_of_a_table_is_not_that_of_the_next(database: Database) -> None:
    first = "| Year | Passengers at Almaty airport |\n|---|---|\n| 2019 | 6.4 million |\n"
    second = "| 2023 | 5.9 million |\n| 2024 | 7.7 million |\n"
    found = database.check(f"{first}\n{second}", name="a.txt")
    assert {each.text for each in found if each.verdict == "contradicted"} == set()


def test_title_of_a_list_of_figures_is_no_part_of_its_first_line(database: Database) -> None:
    source = "KATCO, production annuelle (tonnes d'uranium)\n2010 : 3 354\n2012 : 3 661\n2013 : 4 322"
    for name in ("a.txt", "a.md"):
        found = database.check(source, name=name)
        verdicts = {each.text: each.verdict for each in found}
        assert verdicts["3 354"] == verdicts["3 661"] == "supported"
        assert verdicts["4 322"] == "contradicted"


def test_last_line_of_a_list_of_figures_counts_nothing_of_the_next_paragraph(
    database: Database,
) -> None:
    source = (
        "Passagers à l'aéroport d'Almaty\n\n2019 : 6,4 millions\n2023 : 5,9 millions\n\n"
    )
    source += "La visite du ministre est prévue en mai."
    found = database.check(source, name="a.txt")
    verdicts = {each.text: each.verdict for each in found}
    assert verdicts["6,4 millions"] == "supported"
    assert verdicts["5,9 millions"] == "contradicted"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_rows_without_a_rule_and_items_after_a_dash_stay_apart(
    database: Database, name: str
) -> None:
    rows = "Production annuelle de KATCO, en tonnes d’uranium\n2010 | 3 354\n2014 | 4 322\n"
    found = database.check(rows, name=name)
    verdicts = {each.text: each.verdict for each in found}
    assert verdicts["3 354"] == verdicts["4 322"] == "supported"
    items = "Les présidents français à Baïkonour\n– de Gaulle : 25 juin 1966\n"
    items += "– Pompidou : 8 et 9 octobre 1970\n"
    dates = {
        each.text: each.verdict
        for each in database.check(items, name=name)
        if each.kind == "date"
    }
    assert dates == {"25 juin 1966": "supported", "8 et 9 octobre 1970": "supported"}


def test_step_in_the_cell_beside_a_date_is_the_one_that_is_meant(database: Database) -> None:
    table = "| Accord sur la protection des investissements | |\n|---|---|\n"
    table += (
        "| signature à Paris | 3 février 1998 |\n| entrée en vigueur | 5 juillet 2000 |\n"
    )
    found = {each.text: each for each in database.check(table, name="a.md")}
    assert found["3 février 1998"].verdict == "supported"
    assert found["5 juillet 2000"].verdict == "contradicted"


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        (
            "• Visite de Nicolas Sarkozy à Astana – 2008\n• Visite de François Hollande – 2014",
            [("2008", "sarkozy-visit-astana-2009")],
        ),
        (
            "- French embassy moves to Astana, 2007\n- KATCO is created, 1996",
            [("2007", "embassy-transfer-astana-2008")],
        ),
    ],
)
def test_year_at_the_end_of_a_line_of_a_list_is_a_date(
    database: Database, source: str, wrong: list[tuple[str, str]]
) -> None:
    found = [each for each in database.check(source) if each.verdict == "contradicted"]
    assert [(each.text, each.event) for each in found] == wrong


def test_lines_that_a_date_ends_are_each_an_entry(database: Database) -> None:
    lines = "Visites officielles\n\nFrançois Hollande (Astana) : 5-6 décembre 2014\n"
    lines += (
        "Nicolas Sarkozy (Astana) : 7 octobre 2009\nLaurent Fabius (Astana) : 1er mars 2013"
    )
    found = {
        each.text: each
        for each in database.check(lines, name="a.txt")
        if each.kind == "date"
    }
    assert found["5-6 décembre 2014"].verdict == "supported"
    assert found["7 octobre 2009"].verdict == "contradicted"
    assert found["7 octobre 2009"].event == "sarkozy-visit-astana-2009"
