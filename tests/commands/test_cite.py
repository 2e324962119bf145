"""`kzfr cite` as its users run it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli import __version__

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

RECORD = (
    "“Partnership treaty”, 11 June 2008 (disputed), in kzfr, a sourced knowledge base of"
    f" France–Kazakhstan relations, version {__version__}, entry treaty-2008"
)
SENATE = "“Senate report”, n.d., https://example.org/senate"
ARTICLE = "“Article of 2018”, n.d., https://example.org/article"

QUOTING = """
[[sources]]
id = "quoting"
title = "On “seasons” and «\u00a0ties\u00a0»"
publisher = "The Paper"
url = "https://example.org/q"
published = "2018-06-05"

[[indicators]]
id = "trade"
label.en = "Trade"

[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017"
value = 3.9
unit = "EUR bn"
bound = "nearly"
label.en = "Trade in 2017"

[[figures.sources]]
id = "quoting"
"""


@pytest.fixture
def cite(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run `kzfr cite` on the small database."""
    path = write(SMALL + QUOTING)

    def run(
        *arguments: str, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return kzfr(
            "cite", "--no-packaged", "--db", str(path), "--lang", "en", *arguments, env=env
        )

    return run


def test_an_event_is_cited_as_a_record_with_its_date_and_then_its_sources(cite: Run) -> None:
    assert cite("treaty-2008").stdout == f"{RECORD}.\nSources:\n  {SENATE}.\n  {ARTICLE}.\n"


def test_a_footnote_is_one_line(cite: Run) -> None:
    assert (
        cite("treaty-2008", "--style", "footnote").stdout
        == f"{RECORD}; {SENATE}; {ARTICLE}.\n"
    )


def test_a_figure_is_cited_with_its_value(cite: Run) -> None:
    assert cite("trade-2017").stdout.startswith(
        "“Trade in 2017: nearly EUR 3.9 bn”, 2017, in kzfr,"
    )


def test_a_source_is_cited_by_itself_with_inner_quotation_marks(cite: Run) -> None:
    expected = "The Paper, “On ‘seasons’ and ‘ties’”, 5 June 2018, https://example.org/q.\n"
    assert cite("quoting").stdout == expected


def test_no_day_of_access_is_told_unless_it_is_given(cite: Run) -> None:
    without = [
        cite("treaty-2008", "--style", style, env={"KZFR_TODAY": "2031-05-07"}).stdout
        for style in STYLES
    ]
    assert not [text for text in without if "2031" in text]
    with_day = [
        cite("treaty-2008", "--style", style, "--today", "2031-05-07").stdout
        for style in STYLES
    ]
    assert not [text for text in with_day if "2031" not in text]


def test_the_stop_of_an_abbreviation_stays_in_a_footnote(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    path = write(
        SMALL.replace('url = "https://example.org/senate"', 'published = "2018-06-05"')
    )
    cited = kzfr(
        "cite",
        "treaty-2008",
        "--style",
        "footnote",
        "--no-packaged",
        "--db",
        str(path),
        "--lang",
        "ru",
    ).stdout
    assert ", 5 июня 2018 г.; " in cited
    assert not cited.endswith("..\n")


@pytest.mark.parametrize(
    ("lang", "quoted"),
    [
        ("fr", "«\u00a0Les “liens” et “saisons”\u00a0»"),
        ("ru", "«Les „liens“ et „saisons“»"),
        ("kk", "«Les “liens” et “saisons”»"),
    ],
)
def test_quotations_within_a_title_have_the_inner_marks(
    kzfr: Run, write: Callable[..., Path], lang: str, quoted: str
) -> None:
    path = write(
        SMALL.replace(
            'title = "Senate report"', 'title = "Les «\u00a0liens\u00a0» et „saisons“"'
        )
    )
    assert (
        quoted
        in kzfr("cite", "senate", "--no-packaged", "--db", str(path), "--lang", lang).stdout
    )


STYLES = ("text", "footnote", "csl-json", "bibtex", "ris")


@pytest.mark.parametrize("style", STYLES)
def test_each_style_writes_the_same_to_a_file(cite: Run, tmp_path: Path, style: str) -> None:
    target = tmp_path / "out"
    assert cite("treaty-2008", "--style", style, "-o", str(target)).stdout == ""
    written = target.read_bytes().decode("utf-8")
    assert written.replace("\r\n", "\n") == cite("treaty-2008", "--style", style).stdout
    assert ("\r\n" in written) == (style == "ris")


def test_csl_json_is_an_array(cite: Run) -> None:
    items = json.loads(cite("treaty-2008", "--style", "csl-json").stdout)
    assert [item["id"] for item in items] == ["treaty-2008", "senate", "article"]


def test_an_unknown_id_names_the_nearest_and_exits_3(cite: Run) -> None:
    result = cite("treaty-2009")
    assert (result.returncode, result.stdout) == (3, "")
    assert "treaty-2008" in result.stderr


def test_an_unknown_style_is_refused_with_those_that_exist(cite: Run) -> None:
    result = cite("treaty-2008", "--style", "chicago")
    assert result.returncode == 2
    assert "footnote" in result.stderr
