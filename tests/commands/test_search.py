"""`kzfr search` as its users run it; what it finds is tested in tests/queries."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("query", [["Sorbonne"], ["sorbone", "almati"], ["Сорбонна"]])
def test_the_sorbonne_institute_comes_first(kzfr: Run, query: list[str]) -> None:
    assert "sorbonne" in ids(kzfr("search", *query, "--format", "json"))[0]


def test_a_hit_says_which_word_matched_what(small: Run) -> None:
    row = json.loads(small("search", "tretay", "--format", "json").stdout)[0]
    assert row["id"] == "treaty-2008"
    assert row["matched"][0]["word"] == "tretay"
    assert row["matched"][0]["found"] == "treaty"
    assert "tretay ~ treaty (in the title)" in small("search", "tretay").stdout


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "(dans le titre)"), ("ru", "(в заголовке)"), ("kk", "(тақырыпта)")],
)
def test_where_a_word_was_found_is_told_in_the_language(
    kzfr: Run, lang: str, said: str
) -> None:
    assert said in kzfr("search", "sorbone", "--limit", "1", "--lang", lang).stdout


def test_a_title_that_falls_back_is_marked(kzfr: Run, write: Callable[..., Path]) -> None:
    arguments = ["--no-packaged", "--db", str(write(SMALL)), "--lang", "ru"]
    assert "· заголовок на английском" in kzfr("search", "treaty", *arguments).stdout


def test_the_value_of_a_figure_is_told(kzfr: Run) -> None:
    text = kzfr("search", "--in", "figures", "uranium", "--lang", "ru").stdout
    assert "значение · 28,95\u00a0%, 2020 г." in text


def test_a_word_that_stands_in_the_title_as_it_was_typed_is_not_transliterated(
    kzfr: Run,
) -> None:
    assert "dogovor" not in kzfr("search", "договор", "--limit", "1", "--lang", "ru").stdout


def test_nothing_found_is_told_on_stderr_with_1(small: Run) -> None:
    result = small("search", "qqqxxxzzz")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Nothing found for “qqqxxxzzz”.")


def test_window_and_category_restrict(small: Run) -> None:
    assert ids(small("search", "astana", "--from", "2010", "--format", "json")) == [
        "visit-2020"
    ]
    assert ids(small("search", "astana", "--category", "treaty", "--format", "json")) == [
        "treaty-2008"
    ]


def test_words_that_begin_with_a_dash_are_words(small: Run) -> None:
    assert ids(small("search", "astana", "-visit", "--format", "json")) == ["treaty-2008"]


def test_events_found_go_to_a_calendar_or_a_hand_out_and_other_entries_are_counted(
    kzfr: Run,
) -> None:
    found = kzfr(
        "search", "--in", "events,names", "sorbonne", "--limit", "5", "--format", "markdown"
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("# France–Kazakhstan relations")
    years = [line for line in found.stdout.splitlines() if re.fullmatch("## [0-9]{4}", line)]
    assert years == sorted(set(years))
    assert "left out of this format" in found.stderr


# ---- two tiers, counts, and what answers too


def test_nothing_is_an_empty_array_with_1(small: Run) -> None:
    result = small("search", "qqqxxxzzz", "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (1, [])
    assert small("search", "qqqxxxzzz", "--format", "ndjson").stdout == ""


def test_what_comes_nearest_is_told_with_its_date_and_what_it_lacks(small: Run) -> None:
    result = small("search", "treaty", "2031")
    assert result.returncode == 1
    assert "Nothing has all of it. The nearest:" in result.stdout
    assert "11 June 2008" in result.stdout
    assert "without “2031”" in result.stdout


def test_json_has_the_nearest_only_when_it_is_asked_for(small: Run) -> None:
    arguments = ["search", "treaty", "2031", "--format", "json"]
    assert ids(small(*arguments)) == []
    rows = json.loads(small(*arguments, "--nearest").stdout)
    assert [(row["id"], row["complete"], row["missing"]) for row in rows] == [
        ("treaty-2008", False, ["2031"])
    ]


def test_an_answer_is_complete(small: Run) -> None:
    row = json.loads(small("search", "treaty", "--format", "json").stdout)[0]
    assert (row["complete"], row["missing"]) == (True, [])


def test_how_many_there_are_and_how_to_see_the_rest_is_told(kzfr: Run) -> None:
    text = kzfr("search", "macron", "--limit", "2", "--lang", "en").stdout
    shown = re.search(r"^2 of (\d+): --limit \1 shows them all\.$", text, re.MULTILINE)
    assert shown
    assert len(
        json.loads(kzfr("search", "macron", "--limit", shown[1], "--format", "json").stdout)
    ) == int(shown[1])


def test_no_reason_is_given_where_the_title_shows_every_word(small: Run) -> None:
    assert "in the title" not in small("search", "treaty").stdout


def test_a_reason_is_told_in_letters_that_the_reader_sees(kzfr: Run) -> None:
    text = kzfr("search", "Назарбаев 2015", "--limit", "1", "--lang", "fr").stdout
    assert "Назарбаев = Noursoultan Nazarbaïev (dans le titre)" in text
    assert not re.search(r"nazarbaiev|_20|\bd\d{4}\b", text)


def test_figures_answer_too_with_their_values(kzfr: Run) -> None:
    text = kzfr("search", "how much trade 2017", "--lang", "en").stdout
    assert re.search(r"^Also \d figures?:$", text, re.MULTILINE)
    assert "[trade-total-2017-eur]" in text


def test_a_query_that_is_a_name_leads_to_it(kzfr: Run) -> None:
    text = kzfr("search", "Bruno Le Maire", "--lang", "en").stdout
    assert "Bruno Le Maire (person): kzfr show le-maire" in text


@pytest.mark.parametrize("query", ["U.N.E.S.C.O", "O.S.C.E.", "u.n."])
def test_dotted_acronyms_find_what_the_plain_one_finds_case_41(
    kzfr: Run, query: str
) -> None:
    plain = query.replace(".", "").upper()
    dotted = ids(kzfr("search", query, "--format", "json"))
    assert dotted
    assert dotted == ids(kzfr("search", plain, "--format", "json"))


def test_or_joins_and_is_silent_and_a_field_is_no_word_case_42(kzfr: Run) -> None:
    either = set(
        ids(kzfr("search", "sorbonne OR chirac", "--limit", "99", "--format", "json"))
    )
    for word in ("sorbonne", "chirac"):
        assert either.issuperset(
            ids(kzfr("search", word, "--limit", "3", "--format", "json"))
        )
    both = kzfr("search", "sorbonne AND almaty", "--format", "json").stdout
    assert both == kzfr("search", "sorbonne almaty", "--format", "json").stdout
    assert ids(kzfr("search", "title:sorbonne", "--format", "json"))[0].startswith(
        "institut-sorbonne"
    )
