"""`kzfr show` as its users run it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.answers.lookup import Lookup
from kzfr_cli.core.record import replace
from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.store import provenance
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views.speaker import Speaker

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on the small database, in English."""
    path = write(SMALL)

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return kzfr(
            *arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options
        )

    return run


def ids(result: subprocess.CompletedProcess[str]) -> list[str]:
    """List the ids of a JSON output."""
    return [row["id"] for row in json.loads(result.stdout)]


def test_an_event_tells_dates_sources_and_disputes(small: Run) -> None:
    text = small("show", "treaty-2008").stdout
    assert re.search(r"11 June 2008  signed · .+\[1\]", text)
    assert re.search(r"5 June 2018  celebrated · disputed  \[2\]", text)
    assert "According to the article." in text
    assert "https://example.org/senate" in text
    assert "Traité de partenariat" in text


def test_a_name_tells_what_it_was_called_when(small: Run) -> None:
    text = small("show", "astana").stdout
    assert re.search("Nur-Sultan +.*2019.*2022", text)
    assert "Nour-Soultan" in text


def test_an_unknown_id_names_near_ones_and_a_search(small: Run) -> None:
    result = small("show", "treaty-2009")
    assert (result.returncode, result.stdout) == (3, "")
    assert "Did you mean: treaty-2008" in result.stderr
    assert "kzfr search treaty-2009" in result.stderr


def test_a_title_without_the_language_asked_falls_back_and_says_so(small: Run) -> None:
    assert (
        json.loads(small("show", "treaty-2008", "--lang", "kk", "--format", "json").stdout)[
            "language"
        ]
        != "kk"
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("strategic-partnership-treaty-2008", "Sure: "),
        ("gourdet-verny-1875", "Probable: "),
    ],
)
def test_the_confidence_is_told_in_words(kzfr: Run, event: str, said: str) -> None:
    assert said in kzfr("show", event, "--lang", "en").stdout


def test_it_tells_how_to_report_a_wrong_date(kzfr: Run, small: Run) -> None:
    text = " ".join(kzfr("show", "npt-accession-1994", "--lang", "en").stdout.split())
    assert "A wrong date? Send npt-accession-1994, the date and a page" in text
    assert "kzfr.example" not in text
    assert "kzfr edit npt-accession-1994" in text
    assert "A wrong date?" not in small("show", "treaty-2008").stdout


# ---- one screen

KINDS = ("events", "names", "figures", "indicators", "sources")


@pytest.mark.parametrize("lang", ["fr", "en", "ru", "kk"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_fits_a_screen_of_forty_lines(
    packaged: Index, kind: str, lang: str
) -> None:
    origin = provenance.load()
    surface = Surface(
        catalogue=catalogue.load(lang),
        width=80,
        terminal=True,
        cut=True,
        origin=lambda: origin,
    )
    speaker = Speaker(packaged, catalogue.load(lang))
    for entry_id in packaged.all_ids(kind)[:: 1 if kind == "events" else 7]:
        view = Lookup(entry_id).answer(speaker)
        text = str(registry.render(view, "text", surface))
        assert text.count("\n") <= 40, entry_id
        whole = str(registry.render(view, "text", replace(surface, cut=False)))
        assert ("--all" in text) == (whole.count("\n") > 40), entry_id


def test_what_is_cut_is_counted_and_all_shows_it(kzfr: Run) -> None:
    cut = kzfr("show", "strategic-partnership-treaty-2008", "--lang", "en").stdout
    whole = kzfr("show", "strategic-partnership-treaty-2008", "--lang", "en", "--all").stdout
    assert cut.index("signed · preferred") < cut.index("What is disputed")
    assert cut.index("What is disputed") < cut.index("Rejected dates")
    shown = len(re.findall(r"^ +\[[0-9]+\] ", cut, re.M))
    left = re.search(r"^14 sources · ([0-9]+) more: --all$", cut, re.M)
    assert left is not None
    assert shown + int(left[1]) == 14 == len(re.findall(r"^ +\[[0-9]+\] ", whole, re.M))
    assert "more: --all" not in whole


def test_a_file_carries_all(kzfr: Run, tmp_path: Path) -> None:
    path = tmp_path / "treaty.txt"
    kzfr("show", "strategic-partnership-treaty-2008", "--lang", "en", "-o", str(path))
    assert "more: --all" not in path.read_text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["Назарбаев"], "nazarbayev"),
        (["NAZARBAEV"], "nazarbayev"),
        (["noursoultan", "nazarbaiev"], "nazarbayev"),
        (["Нұрсұлтан Назарбаев"], "nazarbayev"),
        (["Strategic-Partnership-Treaty-2008"], "strategic-partnership-treaty-2008"),
        (
            ["Signature du traité de partenariat stratégique"],
            "strategic-partnership-treaty-2008",
        ),
        (["strategic-partnership-treaty-2"], "strategic-partnership-treaty-2008"),
        (["oil-share"], "oil-share"),
    ],
)
def test_an_entry_is_found_by_any_name(kzfr: Run, typed: list[str], found: str) -> None:
    result = kzfr("show", *typed, "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert f"[{found}]" in "\n".join(result.stdout.splitlines()[:3])


def test_a_beginning_lists_the_choices(kzfr: Run) -> None:
    result = kzfr("show", "strategic", "--lang", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert "  strategic-partnership-treaty-2008  Strategic partnership treaty signed" in (
        result.stderr
    )


def test_sorbonne_leads_to_the_institute(kzfr: Run) -> None:
    head = kzfr("show", "sorbonne", "--lang", "en").stdout.split("Spellings")[0]
    assert "kzfr show institut-sorbonne-kazakhstan" in head


def test_several_entries_are_an_array(kzfr: Run) -> None:
    rows = json.loads(kzfr("show", "astana", "katco", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["astana", "katco"]
    assert json.loads(kzfr("show", "astana", "--format", "json").stdout)["id"] == "astana"


@pytest.mark.parametrize(
    "given", ["astana\nkatco\n", "id\r\nastana\r\nkatco\r\n", "\n astana \n\nkatco"]
)
def test_ids_are_read_from_the_standard_input(kzfr: Run, given: str) -> None:
    rows = json.loads(kzfr("show", "--format", "json", stdin=given).stdout)
    assert [row["id"] for row in rows] == ["astana", "katco"]


def test_nothing_named_says_what_to_type(kzfr: Run) -> None:
    result = kzfr("show", "--lang", "en")
    assert result.returncode == 2
    assert "kzfr show astana" in result.stderr


def test_a_source_is_opened_by_its_number(kzfr: Run) -> None:
    event = "strategic-partnership-treaty-2008"
    env = {"BROWSER": "echo opened %s"}
    first = kzfr("show", event, "--open", env=env).stdout.splitlines()
    second = kzfr("show", event, "--open", "2", env=env).stdout.splitlines()
    assert first[0].startswith("https://www.elysee.fr/")
    assert second[0] == "https://2007-2012.nosdeputes.fr/document/4173"
    assert second[1] == f"opened {second[0]}"
    beyond = kzfr("show", event, "--open", "99", "--lang", "en", env=env)
    assert beyond.returncode == 2
    assert "--open 1 to 14" in beyond.stderr
