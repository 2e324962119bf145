"""CSV by RFC 4180, with a column for each language, and no cell that a spreadsheet or a terminal
obeys.
"""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.formats import csv as csv_format

from .conftest import OBEYED

Run = Callable[..., subprocess.CompletedProcess[str]]


def rows(text: str) -> list[dict[str, str]]:
    """Read CSV as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_titles_have_a_column_for_each_language(small: Run) -> None:
    row = rows(small("timeline", "--format", "csv").stdout)[1]
    assert (row["id"], row["titles.fr"], row["titles.en"]) == (
        "treaty-2008",
        "Traité de partenariat",
        "Partnership treaty",
    )
    assert row["disputed"] == "true"


def test_lines_end_with_crlf_in_a_file_too(small: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    small("timeline", "--format", "csv", "-o", str(path))
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 5


def test_every_row_has_every_column(small: Run) -> None:
    parsed = list(
        csv.reader(io.StringIO(small("timeline", "--format", "csv").stdout, newline=""))
    )
    assert {len(row) for row in parsed} == {len(parsed[0])}


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "--from", "1700", "--to", "1701"),
        ("anniversary", "--year", "1700"),
        ("export", "-", "--from", "1700", "--to", "1701"),
    ],
)
def test_a_table_without_rows_has_its_header(kzfr: Run, arguments: tuple[str, ...]) -> None:
    written = kzfr(*arguments, "--format", "csv").stdout
    (header,) = csv.reader(io.StringIO(written, newline=""))
    full = kzfr(
        arguments[0], *(["-"] if arguments[0] == "export" else []), "--format", "csv"
    ).stdout
    assert set(next(csv.reader(io.StringIO(full, newline="")))) == set(header)


def test_nothing_is_obeyed(evil: Run) -> None:
    text = evil("timeline", "--format", "csv")
    assert not OBEYED & set(text)
    (row,) = rows(text)
    assert row["titles.fr"] == "'=1+1"
    assert row["title"] == "‹U+001B›[31m[bold]T[/bold]‹U+202E›‹U+0007›"


def test_french_excel_gets_decimal_commas_and_semicolons(kzfr: Run) -> None:
    excel = kzfr("figures", "--format", "csv", "--csv-dialect", "excel-fr").stdout
    plain = kzfr("figures", "--format", "csv").stdout
    french = [
        row["value"]
        for row in csv.DictReader(io.StringIO(excel.removeprefix("\ufeff")), delimiter=";")
    ]
    points = [row["value"] for row in csv.DictReader(io.StringIO(plain))]
    assert french == [value.replace(".", ",") for value in points]
    assert any("," in value for value in french)


@pytest.mark.parametrize("dialect", ["excel", "excel-fr"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_formula_in_full_width_is_harmless_too(
    kzfr: Run, write: Callable[..., Path], dialect: str, sign: str
) -> None:
    path = write(
        f"""
        [[events]]
        id = "formula-2001"
        category = "visit"
        title.en = "{sign}1+1"
        dates = [{{kind = "occurred", value = "2001"}}]
        """,
        "formula.toml",
    )
    arguments = (
        "--no-packaged",
        "--db",
        str(path),
        "--lang",
        "en",
        "--csv-dialect",
        dialect,
    )
    text = kzfr("timeline", "--format", "csv", *arguments).stdout
    delimiter = ";" if dialect == "excel-fr" else ","
    told = csv.DictReader(
        io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter
    )
    assert next(told)["title"] == f"'{sign}1+1"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize("separator", ";,\t")
def test_a_formula_after_the_separator_of_another_dialect_is_harmless(
    sign: str, separator: str
) -> None:
    text = csv_format.harmless(f"Visit{separator}{sign}HYPERLINK(1){separator}x")
    assert f"{separator}{sign}" not in text
    assert csv_format.harmless("1,5; - and 2 = 2; x") == "1,5; - and 2 = 2; x"
