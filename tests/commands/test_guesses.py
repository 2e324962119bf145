"""What a newcomer types first leads somewhere: seventy-five guesses in three languages, each with its answer."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ANSWERED = [
    # the line, the command that is run for it, what stands in the answer
    ("en", "macron", "search macron", "macron-visit-astana-2023"),
    ("en", "visit", "search visit", "tokayev-visit-paris-2022"),
    ("en", "Sorbonne", "search Sorbonne", "institut-sorbonne-kazakhstan-inauguration-2014"),
    ("en", "uranium", "search uranium", "katco-created-1996"),
    ("en", "state visit", "search state visit", "▲ visit"),
    ("en", "Total", "search Total", "kzfr show totalenergies"),
    ("en", "ITER", "search ITER", "iter-kazakhstan-2017"),
    ("en", "airbus helicopters", "search airbus helicopters", "helicopter"),
    ("en", "treaties", "search treaties", "friendship-treaty-1992"),
    ("en", "oil 2024", "search oil 2024", "2024"),
    ("en", "2008", "timeline 2008", "Strategic partnership treaty signed"),
    ("en", "June 2008", "timeline June 2008", "Strategic partnership treaty signed"),
    (
        "en",
        "1990s",
        "timeline 1990s",
        "France and Kazakhstan establish diplomatic relations",
    ),
    ("en", "2008-2010", "timeline 2008-2010", "Nicolas Sarkozy's state visit to Astana"),
    ("en", "from 2008 to 2010", "timeline from 2008 to 2010", " 2010"),
    ("en", "since 2020", "timeline since 2020", " 2024"),
    ("en", "2008 -c visit", "timeline 2008 -c visit", "3 events"),
    ("en", "25 January", "anniversary 25 January", "diplomatic-relations-1992"),
    ("en", "2018-06-05", "anniversary 2018-06-05", "Tuesday 5 June 2018"),
    ("en", "11 June 2008", "anniversary 11 June 2008", "kzfr timeline 2008-06-11"),
    ("en", "tomorrow", "anniversary tomorrow", "Wednesday 6 June 2018"),
    ("en", "find katco", "", "katco-created-1996"),
    ("en", "list 2008", "", "13 events"),
    ("en", "on 25 January", "", "diplomatic-relations-1992"),
    ("en", "help", "", "look up"),
    ("en", "help search", "", "kzfr search Sorbonne"),
    ("en", "version", "", "kzfr 0."),
    ("en", "-V", "", "kzfr 0."),
    ("en", "timeline 1990s mitterrand", "", "François Mitterrand visits Almaty"),
    ("en", "timeline 2008 Treaty", "", "3 events"),
    ("en", "anniversary 2027 katco", "", "Anniversaries of 2027"),
    ("en", "show sorbonne", "", "kzfr show institut-sorbonne-kazakhstan"),
    ("en", "show NAZARBAYEV", "", "[nazarbayev]"),
    ("en", "anniversaries 2027", "anniversary 2027", "Anniversaries of 2027"),
    ("en", "events 2008", "timeline 2008", "13 events"),
    ("en", "trade 2023", "search trade 2023", "kz-stat-trade-total-2023"),
    (
        "en",
        "bilateral trade 2023",
        "search bilateral trade 2023",
        "kz-stat-trade-total-2023",
    ),
    ("en", "who is tokayev", "search who is tokayev", "tokayev-visit-paris-2022"),
    ("en", "2008 visits", "search 2008 visits", "nazarbayev-visit-paris-2008"),
    ("fr", "anniversaires 2027", "anniversary 2027", "Anniversaires de 2027"),
    ("fr", "chronologie 2008", "timeline 2008", "13 événements"),
    (
        "fr",
        "visite présidentielle 2008",
        "search visite présidentielle 2008",
        "nazarbayev-visit-paris-2008",
    ),
    ("fr", "semaine prochaine", "timeline semaine prochaine", "événement"),
    ("fr", "visite macron 2023", "search visite macron 2023", "macron-visit-astana-2023"),
    ("ru", "годовщины 2027", "anniversary 2027", "2027"),
    ("ru", "сегодня", "anniversary сегодня", "5 июня 2018"),
    ("ru", "прошлый год", "timeline прошлый год", "2017"),
    ("ru", "визит Макрона 2023", "search визит Макрона 2023", "macron-visit-astana-2023"),
    ("fr", "Hollande", "search Hollande", "hollande-visit-kazakhstan-2014"),
    ("fr", "visites d'État", 'search visites "d\'État"', "▲ visite"),
    ("fr", "Baïkonour", "search Baïkonour", "de-gaulle-baikonur-1966"),
    (
        "fr",
        "accord nucléaire",
        "search accord nucléaire",
        "nuclear-cooperation-agreement-2011",
    ),
    ("fr", "juin 2008", "timeline juin 2008", "partenariat stratégique"),
    ("fr", "années 1990", "timeline années 1990", " 1992"),
    ("fr", "depuis 2020", "timeline depuis 2020", " 2024"),
    ("fr", "25 janvier", "anniversary 25 janvier", "Vendredi 25 janvier 2019"),
    ("fr", "14 juillet", "anniversary 14 juillet", "Samedi 14 juillet 2018"),
    ("fr", "demain", "anniversary demain", "Mercredi 6 juin 2018"),
    ("fr", "timeline traités 2008", "", "3 événements"),
    ("fr", "anniversary 25 janvier", "", "diplomatic-relations-1992"),
    ("fr", "anniversary 2026-2028", "", "Janvier 2028"),
    ("fr", "show Назарбаев", "", "[nazarbayev]"),
    ("ru", "Назарбаев", "search Назарбаев", "nazarbayev"),
    ("ru", "визит", "search визит", "▲ визит"),
    ("ru", "уран", "search уран", "katco-created-1996"),
    ("ru", "договор о партнёрстве", "search договор о партнёрстве", "partnership"),
    ("ru", "2008", "timeline 2008", "13 событий"),
    ("ru", "июнь 2008", "timeline июнь 2008", " 2008"),
    ("ru", "1990-е", "timeline 1990-е", " 1992"),
    ("ru", "с 2008 по 2010", "timeline с 2008 по 2010", " 2010"),
    ("ru", "25 января", "anniversary 25 января", "diplomatic-relations-1992"),
    ("ru", "timeline визиты 2008", "", "3 события"),
    ("ru", "anniversary 25 января", "", "diplomatic-relations-1992"),
    ("ru", "show Сорбонна", "", "kzfr show institut-sorbonne-kazakhstan"),
]

REFUSED = [
    # the line, what is suggested
    ("en", "timelin", "timeline"),
    ("en", "serch sorbonne", "search"),
    ("en", "shwo katco", "show"),
    ("en", "figure", "figures"),
    ("en", "proofread article.md", "kzfr check article.md"),
    ("en", "article.md", "kzfr check article.md"),
    ("fr", "anniversaire", "anniversary"),
    ("fr", "aide", "help"),
    ("fr", "vérifier article.md", "kzfr check article.md"),
    ("ru", "проверить article.md", "kzfr check article.md"),
    ("ru", "поиск", "search"),
]


def test_the_table_has_seventy_five_guesses_of_three_languages() -> None:
    lines = [(lang, line) for lang, line, *_ in (*ANSWERED, *REFUSED)]
    assert len(set(lines)) >= 75
    assert {lang for lang, _ in lines} == {"en", "fr", "ru"}


def words(line: str) -> list[str]:
    return line.split()


@pytest.mark.parametrize(("lang", "line", "ran", "answer"), ANSWERED)
def test_a_guess_is_answered(kzfr: Run, lang: str, line: str, ran: str, answer: str) -> None:
    result = kzfr(*words(line), env={"KZFR_LANG": lang})
    assert result.returncode == 0
    assert result.stderr == (f"kzfr {ran}\n" if ran else "")
    assert answer in result.stdout
    if ran:
        again = kzfr(*shlex.split(f"{ran}"), env={"KZFR_LANG": lang})
        assert (again.stdout, again.stderr) == (result.stdout, "")


@pytest.mark.parametrize(("lang", "line", "suggested"), REFUSED)
def test_a_wrong_command_is_refused_with_the_right_one(
    kzfr: Run, tmp_path: Path, lang: str, line: str, suggested: str
) -> None:
    (tmp_path / "article.md").write_text("The treaty is of 11 June 2008.\n")
    result = kzfr(*words(line), env={"KZFR_LANG": lang}, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    *_, asked = result.stderr.partition(". ")
    assert suggested in asked


@pytest.mark.parametrize(
    ("lang", "line", "told"),
    [
        ("en", "statistics", "kzfr search statistics (or perhaps: kzfr figures)"),
        ("en", "dates Sorbonne", "kzfr search dates Sorbonne (or perhaps: kzfr timeline)"),
        (
            "fr",
            "calendrier",
            "kzfr search calendrier (ou peut-être\u00a0: kzfr anniversary)",
        ),
    ],
)
def test_a_word_of_the_record_that_means_a_command_says_so(
    kzfr: Run, lang: str, line: str, told: str
) -> None:
    result = kzfr(*words(line), env={"KZFR_LANG": lang})
    assert result.stderr.splitlines()[0] == told


def test_a_wrong_day_says_what_is_wrong_with_it(kzfr: Run) -> None:
    result = kzfr("31", "juin", env={"KZFR_LANG": "en"})
    assert result.returncode != 0
    assert "There is no 31 juin" in result.stderr


def test_what_is_found_nowhere_says_what_was_run(kzfr: Run) -> None:
    result = kzfr("qqxxyyzz", env={"KZFR_LANG": "en"})
    assert result.returncode == 1
    assert result.stderr.startswith("kzfr search qqxxyyzz\nNothing found")


# ---- bounds and short options


def ids(result: subprocess.CompletedProcess[str]) -> list[str]:
    return [row["id"] for row in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("some", "others"),
    [
        (["--since", "2008", "--until", "2010"], ["--from", "2008", "--to", "2010"]),
        (["--after", "2007", "--before", "2011"], ["--from", "2008", "--to", "2010"]),
        (["--after", "2008-06-10"], ["--from", "2008-06-11"]),
        (["--year", "2008"], ["--from", "2008", "--to", "2008"]),
        (["--year", "2008-2010"], ["--from", "2008", "--to", "2010"]),
        (["2008-2010"], ["--from", "2008", "--to", "2010"]),
        (["2008", "-c", "visit,treaty"], ["2008", "-c", "visit", "--category", "treaty"]),
        (["2008", "-c", "Visites,ДОГОВОР"], ["2008", "-c", "visit,treaty"]),
        (["2008", "visite"], ["2008", "-c", "visit"]),
        (["-n", "3", "macron"], ["--limit", "3", "--person", "macron"]),
    ],
)
def test_two_ways_to_say_the_same(kzfr: Run, some: list[str], others: list[str]) -> None:
    found = ids(kzfr("timeline", *some, "-f", "json"))
    assert found
    assert found == ids(kzfr("timeline", *others, "--format", "json"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--from", "2008", "--after", "2007"],
        ["--to", "2010", "--before", "2011"],
        ["--year", "2008", "--from", "2008"],
        ["2008", "--year", "2008"],
    ],
)
def test_a_time_is_said_once(kzfr: Run, arguments: list[str]) -> None:
    assert kzfr("timeline", *arguments).returncode == 2


@pytest.mark.parametrize(
    ("lang", "arguments", "said"),
    [
        ("en", ["--category", "trade"], "Did you mean: economy?"),
        ("fr", ["--category", "commerce"], "Vouliez-vous dire\u00a0: économie"),
        ("fr", ["--category", "tretés"], "Vouliez-vous dire\u00a0: traité"),
        ("ru", ["--category", "торговля"], "экономика"),
        ("fr", ["--format", "tableua"], "csv"),
    ],
)
def test_a_wrong_word_is_refused_with_what_it_means(
    kzfr: Run, lang: str, arguments: list[str], said: str
) -> None:
    result = kzfr("timeline", *arguments, env={"KZFR_LANG": lang})
    assert result.returncode == 2
    assert said in result.stderr


@pytest.mark.parametrize("word", ["fr", "FR", "français", "French", "французский", "french"])
def test_a_language_is_named_in_any(kzfr: Run, word: str) -> None:
    assert "événements" in kzfr("timeline", "2008", "-l", word).stdout


@pytest.mark.parametrize("fmt", ["csv", "CSV", "tableau", "таблица", "excel", "кесте"])
def test_a_format_is_named_in_any_language(kzfr: Run, fmt: str) -> None:
    assert kzfr("timeline", "2008", "-f", fmt).stdout.startswith("id,title,")


# ---- for scripts


def test_fields_are_those_that_are_asked(kzfr: Run) -> None:
    lines = kzfr(
        "timeline", "2008", "--fields", "id,titles.fr", "-f", "csv"
    ).stdout.splitlines()
    assert lines[0] == "id,titles.fr"
    assert len(lines) == 14
    rows = json.loads(kzfr("timeline", "2008", "--fields", "date,id", "-f", "json").stdout)
    assert {tuple(row) for row in rows} == {("date", "id")}
    assert kzfr("timeline", "2008", "--fields", "id").stdout.splitlines()[0] == rows[0]["id"]


def test_rows_are_sorted_before_they_are_limited(kzfr: Run) -> None:
    arguments = ("timeline", "--sort", "-weight", "-n", "5", "-f", "json")
    rows = json.loads(kzfr(*arguments).stdout)
    assert [row["weight"] for row in rows] == [3] * 5
    titles = kzfr("sources", "--sort", "title", "--fields", "title").stdout.splitlines()
    assert titles == sorted(titles)


def test_an_unknown_field_is_refused_with_those_that_there_are(kzfr: Run) -> None:
    result = kzfr("timeline", "2008", "--fields", "dat", env={"KZFR_LANG": "en"})
    assert result.returncode == 2
    assert "Did you mean: date" in result.stderr
    assert kzfr("timeline", "--sort", "id", "-f", "docx", "-o", "x.docx").returncode == 2


@pytest.mark.parametrize(
    "command", ["show", "search", "export", "import", "cite", "edit", "remove"]
)
def test_a_missing_argument_is_answered_with_an_example(kzfr: Run, command: str) -> None:
    result = kzfr(command, env={"KZFR_LANG": "en"})
    assert (result.returncode, result.stdout) == (2, "")
    assert f"kzfr {command} " in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("lang", ["fr", "en", "ru", "kk"])
def test_the_help_is_one_screen(kzfr: Run, lang: str) -> None:
    from kzfr_cli.main import COMMANDS

    text = kzfr("--help", env={"KZFR_LANG": lang, "COLUMNS": "80"}).stdout
    assert text.count("\n") <= 24
    assert all(f"{name} " in text for name in COMMANDS)
    assert max(map(len, text.splitlines())) <= 80
