"""What an event, a name and a source may tell beyond their dates: read, shown, exported."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.store import schema

Run = Callable[..., subprocess.CompletedProcess[str]]

DATABASE = """
[[sources]]
id = "maker"
title = "Press release"
publisher = "The maker"
authors = ["Ann Lee", "Marat Omarov"]
url = "https://example.org/maker"
retrieved = "2026-11"
archived = "https://web.archive.org/web/2024/https://example.org/maker"

[[sources]]
id = "paper"
title = "Article"
url = "https://example.org/paper"

[[names]]
id = "union"
kind = "organisation"
label.en = "Union"
label.fr = "Union"
acronyms.en = ["EU"]
acronyms.fr = ["UE"]

[[names]]
id = "kazakhstan"
kind = "place"
label.en = "Kazakhstan"

[[names]]
id = "envoy"
kind = "person"
label.en = "Ann Envoy"
part_of = "union"

[[names.offices]]
office = "ambassador"
of = "union"
at = "kazakhstan"
from = "2008-09"
to = "2012"
sources = ["paper"]

[[events]]
id = "contract-2010"
category = "economy"
title.en = "Contract for trains"
aliases.en = ["Train deal"]
keywords.en = ["railway"]
quantities = [{ value = 1.3, unit = "EUR bn", holder = "union", bound = "about" }]
dates = [{ kind = "signed", value = "2010-10-27", sources = ["maker"] }]
sources = [{ id = "maker", says = "1.3 bn" }, { id = "paper", says = "1.6 bn" }]

[[events.disputes]]
about.en = "the amount"
note.en = "The maker says 1.3, the paper 1.6."
sources = ["maker", "paper"]

[[events]]
id = "delivery-2012"
category = "economy"
title.en = "First train delivered"
of = "contract-2010"
weight = 1
commemorated = false
not_commemorated.en = "a step"
dates = [{ kind = "occurred", value = "2012", sources = ["paper"] }]
sources = [{ id = "paper", says = "Delivered." }]

[[events]]
id = "session-2013"
category = "economy"
title.en = "Fourth session"
of = "union"
edition = 4
dates = [{ kind = "occurred", value = "2013", sources = ["paper"] }]
sources = [{ id = "paper", says = "Fourth." }]
"""


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on this database alone, in English."""
    path = write(DATABASE)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return kzfr(*arguments, "--no-packaged", "--db", str(path), "--lang", "en")

    return run


def test_a_disagreement_that_is_not_about_a_date_is_shown_with_its_sources(
    small: Run,
) -> None:
    text = small("show", "contract-2010").stdout
    assert re.search(r"What is disputed\n  the amount  \[1\]\[2\]\n", text)
    assert "The maker says 1.3, the paper 1.6." in text


def test_such_disagreements_are_counted(small: Run) -> None:
    assert json.loads(small("info", "--format", "json").stdout)["conflicts"] == 1
    assert "1 with another disagreement" in small("info").stdout


def test_a_step_and_what_it_leads_to_name_each_other(small: Run) -> None:
    assert (
        "Part of: Contract for trains  [contract-2010]"
        in small("show", "delivery-2012").stdout
    )
    assert re.search(
        r"Steps\n  2012  First train delivered", small("show", "contract-2010").stdout
    )


def test_an_edition_tells_its_number(small: Run) -> None:
    assert "Number 4 of: Union  [union]" in small("show", "session-2013").stdout


def test_what_nobody_would_celebrate_says_why(small: Run) -> None:
    assert (
        "Nobody would mark its anniversary: a step." in small("show", "delivery-2012").stdout
    )


def test_the_weight_is_told_in_a_word(small: Run) -> None:
    assert "economy · detail  [delivery-2012]" in small("show", "delivery-2012").stdout
    assert "economy · notable  [contract-2010]" in small("show", "contract-2010").stdout


def test_aliases_are_shown_and_keywords_are_not(small: Run) -> None:
    text = small("show", "contract-2010").stdout
    assert "Also called: Train deal" in text
    assert "railway" not in text


def test_a_person_tells_the_offices_held(small: Run) -> None:
    text = small("show", "envoy").stdout
    assert re.search(
        r"Offices\n  ambassador \(Union – Kazakhstan\)  September 2008 – 2012", text
    )
    assert "Part of: Union" in text


def test_a_body_tells_who_held_its_offices(small: Run) -> None:
    for name in ("union", "kazakhstan"):
        text = small("show", name).stdout
        assert re.search(
            r"Who held its offices\n  ambassador \(Union – Kazakhstan\): Ann Envoy  September 2008",
            text,
        )


def test_a_complete_set_is_listed_with_its_number(kzfr: Run) -> None:
    found = json.loads(kzfr("info", "--format", "json").stdout)["complete"]
    assert [(item["id"], item["since"]) for item in found] == [
        ("crewed-flight", "1982-06-24"),
        ("french-president-in-kazakhstan", "1991-12-16"),
    ]
    assert found[0]["events"] >= 9
    assert found[1]["events"] >= 4
    text = kzfr("info", "--lang", "en").stdout
    assert (
        "Complete since 16 December 1991: French president in Kazakhstan (4 events)." in text
    )


def test_acronyms_are_by_language_and_in_one_list(small: Run) -> None:
    sheet = json.loads(small("show", "union", "--format", "json").stdout)
    assert sheet["acronyms"] == ["EU", "UE"]
    assert sheet["acronyms_by_language"] == {"en": ["EU"], "fr": ["UE"]}


def test_quantities_are_in_the_json(small: Run) -> None:
    sheet = json.loads(small("show", "contract-2010", "--format", "json").stdout)
    assert sheet["quantities"] == [
        {
            "value": 1.3,
            "unit": "EUR bn",
            "bound": "about",
            "words": "about EUR 1.3 bn",
            "holder": "union",
        }
    ]


def test_the_hand_out_tells_the_disagreement(small: Run, tmp_path: Path) -> None:
    small("export", str(tmp_path / "a.md"))
    text = (tmp_path / "a.md").read_text("utf-8")
    assert "- the amount: The maker says 1.3, the paper 1.6.[^1][^2]" in text


def test_the_page_and_the_site_tell_the_disagreement(small: Run, tmp_path: Path) -> None:
    small("export", str(tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text("utf-8")
    told = "<span>The maker says 1.3, the paper 1.6.</span>"
    assert f"<li>the amount: {told} <sup>1,2</sup>" in page
    assert '"about":{"fr":"the amount"' in page.replace(" ", "").replace(
        "theamount", "the amount"
    )
    small("site", str(tmp_path / "site"))
    event = (tmp_path / "site" / "events" / "contract-2010.html").read_text("utf-8")
    assert "<h2>Where the sources disagree</h2>" in event
    assert 'the amount <sup><a href="#s1">1</a>, <a href="#s2">2</a></sup>' in event


def test_the_page_of_a_source_tells_who_wrote_it_and_where_a_copy_stays(small: Run) -> None:
    text = small("sources", "maker").stdout
    assert "Ann Lee, Marat Omarov" in text
    assert "read in November 2026" in text
    assert "https://web.archive.org/web/2024/https://example.org/maker" in text


def test_the_sqlite_file_holds_the_new_fields(small: Run, tmp_path: Path) -> None:
    small("export", str(tmp_path / "a.sqlite"))
    rows = sqlite3.connect(tmp_path / "a.sqlite").execute
    assert rows(
        "SELECT weight, commemorated, of FROM events WHERE id LIKE 'd%'"
    ).fetchall() == [(1, 0, "contract-2010")]
    assert rows("SELECT about FROM conflicts").fetchall() == [("the amount",)]
    assert rows("SELECT value, unit, holder FROM quantities").fetchall() == [
        (1.3, "EUR bn", "union")
    ]
    assert rows("SELECT authors, retrieved FROM sources WHERE id = 'maker'").fetchall() == [
        ("Ann Lee; Marat Omarov", "2026-11")
    ]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("bibtex", "author = {{Ann Lee} and {Marat Omarov}}"),
        ("ris", "AU  - Ann Lee\nAU  - Marat Omarov\n"),
        ("csl-json", '"literal": "Marat Omarov"'),
        ("text", "Ann Lee, Marat Omarov, The maker, “Press release”"),
    ],
)
def test_a_citation_names_the_authors(small: Run, form: str, said: str) -> None:
    assert said in small("cite", "maker", "--style", form).stdout.replace("\r\n", "\n")


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_a_citation_carries_the_archived_copy(small: Run, form: str) -> None:
    assert "web.archive.org/web/2024" in small("cite", "maker", "--style", form).stdout


def test_the_examples_of_the_documentation_are_entries() -> None:
    """A fragment of an event is read as one."""
    text = (Path(__file__).parents[1] / "docs/database.md").read_text("utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(examples) >= 8
    for example in examples:
        tables = tomllib.loads(example)
        if not set(tables) & set(schema.ENTRIES):
            tables = {"events": [{"id": "a", **tables}]}
        for kind, entries in tables.items():
            for entry in entries if isinstance(entries, list) else [entries]:
                schema.check(kind, {"id": "a", **entry})
