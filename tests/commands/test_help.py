"""The help and the usage errors: in the language of the reader, and the examples first."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from kzfr_cli import main
from kzfr_cli.core.event import CATEGORIES, LANGUAGES
from kzfr_cli.terminal.help import Described

from ..conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]


def walk(
    command: click.Command, *path: str
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give a command and all below it, with the words that call them."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from walk(below, *path, name)


COMMANDS = dict(walk(main.kzfr))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_is_told_in_the_language_of_the_reader(path: tuple[str, ...]) -> None:
    assert isinstance(COMMANDS[path], Described)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_begins_with_examples(kzfr: Run, path: tuple[str, ...], lang: str) -> None:
    paragraphs = kzfr(*path, "--help", env={"KZFR_LANG": lang}).stdout.split("\n\n")
    assert "\n    kzfr " in paragraphs[2]
    assert "--help" in paragraphs[-1] + paragraphs[-2]


HEADINGS = {
    "en": [
        "Usage:",
        "Examples:",
        "Options:",
        "[default: 7; 0<=x<=366]",
        "Show this message and exit.",
    ],
    "fr": [
        "Utilisation :",
        "Exemples :",
        "Options :",
        "[par défaut : 7; 0<=x<=366]",
        "Afficher cette aide et quitter.",
    ],
    "ru": [
        "Использование:",
        "Примеры:",
        "Параметры:",
        "[по умолчанию: 7; 0<=x<=366]",
        "Показать эту справку и выйти.",
    ],
    "kk": [
        "Қолданылуы:",
        "Мысалдар:",
        "Параметрлер:",
        "[әдепкі: 7; 0<=x<=366]",
        "Осы анықтаманы көрсетіп, шығу.",
    ],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_headings_are_in_the_language(kzfr: Run, lang: str) -> None:
    text = " ".join(kzfr("anniversary", "--help", env={"KZFR_LANG": lang}).stdout.split())
    for heading in HEADINGS[lang]:
        assert heading.replace("\u00a0", " ") in text


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (("--lang", "fr", "timeline", "--help"), {}),
        (("timeline", "--help", "--lang=fr"), {}),
        (("timeline", "-h"), {"KZFR_LANG": "fr"}),
        (("timeline", "--help"), {"LANG": "fr_FR.UTF-8"}),
        (
            ("timeline", "--help"),
            {"KZFR_LANG": "fr", "LANG": "ru_RU.UTF-8", "LANGUAGE": "kk"},
        ),
    ],
)
def test_the_option_the_variable_and_the_locale_decide(
    kzfr: Run, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    assert kzfr(*arguments, env=env).stdout.startswith(
        "Utilisation\u00a0: kzfr timeline [OPTIONS] [DATE] [MOT]…\n"
    )


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_list_of_commands_is_translated_and_not_cut(kzfr: Run, lang: str) -> None:
    text = kzfr("--help", env={"KZFR_LANG": lang}).stdout
    assert "..." not in text.split("\n\n", 1)[1]
    assert "Tell the events" not in text


ALIKE = {
    "option",
    "options",
    "argument",
    "arguments",
    "id",
    "shell",
    "powershell",
    "timeline",
    *CATEGORIES,
}
WRONG = [
    ("--hlep",),
    ("timelin",),
    ("timeline", "--category", "x"),
    ("timeline", "--limit", "-1"),
    ("timeline", "--limit", "many"),
    ("timeline", "--limit"),
    ("timeline", "--plain=yes"),
    ("info", "too", "much"),
    ("timeline", "--l"),
    ("show",),
    ("completion",),
    ("source", "ad"),
    ("source", "--nothing"),
]


@pytest.mark.parametrize("lang", TRANSLATED)
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_usage_error_is_told_in_the_language_of_the_reader(
    kzfr: Run, arguments: tuple[str, ...], lang: str
) -> None:
    told = kzfr(*arguments, env={"KZFR_LANG": lang})
    english = kzfr(*arguments, env={"KZFR_LANG": "en"})
    assert told.returncode == english.returncode == 2
    assert english_words(told.stderr) & english_words(english.stderr) <= ALIKE


def english_words(text: str) -> set[str]:
    """Give the words that are no value, option or name of a command."""
    bare = re.sub(
        r"(?s)'[^']*'|«[^»]*»|“[^”]*”|\n\t.*|kzfr [a-z]+ [^ .]+|kzfr( [a-z]+)?|\[[^]]*\]|\{[^}]*\}|--?[a-z]+|many|too "
        r"much|[a-z]+(?=,)",
        " ",
        text,
    )
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", bare)}


def test_a_missing_argument_has_the_name_that_the_help_gives_it(kzfr: Run) -> None:
    assert "«\u00a0FICHIER\u00a0»" in kzfr("export", env={"KZFR_LANG": "fr"}).stderr


def test_click_still_says_what_our_catalogue_translates() -> None:
    spec = importlib.util.spec_from_file_location(
        "catalogues", ROOT / "tools" / "catalogues.py"
    )
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    folder = Path(click.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    said = [form for message in tool.CLICK for form in tool.forms_of(message)]
    assert [
        text for text in said if text.encode("unicode_escape").decode() not in source
    ] == []


@pytest.fixture
def python(tmp_path: Path) -> Run:
    """Run some Python that holds the program."""

    def run(code: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        around = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT / "src"),
            **env,
        }
        return subprocess.run(
            [sys.executable, "-c", code],
            env=around,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


FAILING = """
import os, sys
sys.argv = ["kzfr", "info"]
from kzfr_cli import main as cli
from kzfr_cli.commands import info
info.command.callback = lambda **_: 1 / 0
sys.exit(cli.run(["info"]))
"""


@pytest.mark.parametrize(
    ("lang", "apology"),
    [
        ("en", "it is not your fault"),
        ("fr", "ce n’est pas votre faute"),
        ("ru", "это не ваша ошибка"),
        ("kk", "бұл сіздің қатеңіз емес"),
    ],
)
def test_a_bug_is_apologised_for_in_the_language(
    python: Run, lang: str, apology: str
) -> None:
    result = python(FAILING, env={"KZFR_LANG": lang})
    assert result.returncode == 70
    assert apology in result.stderr
    assert "ZeroDivisionError" in result.stderr


def test_a_bug_in_the_sentences_themselves_is_told_in_english(python: Run) -> None:
    broken = FAILING.replace(
        "info.command",
        "from kzfr_cli.terminal import run\nrun.spoken = cli.spoken = None\ninfo.command",
    )
    result = python(broken, env={"KZFR_LANG": "fr"})
    assert result.returncode == 70
    assert "it is not your fault" in result.stderr
