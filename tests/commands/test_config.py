"""`kzfr config`: an option goes before a variable, a variable before the file, the file before the
default.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


class Configured:
    """Run the program with a configuration file of the test's own."""

    def __init__(self, kzfr: Run, folder: Path) -> None:
        self.kzfr = kzfr
        self.file = folder / "config" / "config.toml"
        self.file.parent.mkdir()

    def write(self, text: str) -> None:
        """Write the file."""
        self.file.write_bytes(text.encode())

    @property
    def text(self) -> str:
        """Read the file."""
        return self.file.read_bytes().decode()

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command."""
        return self.kzfr(*arguments, env={"KZFR_CONFIG": str(self.file), **env})

    def held(self, *arguments: str, **env: str) -> dict[str, tuple[str, str, str]]:
        """List the settings that hold: value, origin, place."""
        result = self.run("config", "--format", "json", *arguments, **env)
        assert result.returncode == 0, result.stderr
        rows: list[dict[str, Any]] = json.loads(result.stdout)
        return {row["key"]: (row["value"], row["origin"], row["place"]) for row in rows}


@pytest.fixture
def configured(kzfr: Run, tmp_path: Path) -> Configured:
    """Give a configuration file of its own to a test."""
    return Configured(kzfr, tmp_path)


@pytest.mark.parametrize(
    ("key", "inside", "variable", "value", "flag"),
    [
        ("language", '"fr"', "KZFR_LANG", "ru", ("--lang", "kk")),
        ("color", '"never"', "KZFR_COLOR", "always", ("--color", "auto")),
        ("pager", '"most"', "KZFR_PAGER", "more", ("--no-pager", "")),
    ],
)
def test_option_goes_before_variable_before_file_before_default(
    configured: Configured,
    key: str,
    inside: str,
    variable: str,
    value: str,
    flag: tuple[str, str],
) -> None:
    name, asked = flag
    assert configured.held()[key][1] == "default"
    configured.write(f"# mine\n{key} = {inside}\n")
    assert configured.held()[key] == (inside.strip('"'), "file", f"{configured.file}:2")
    assert configured.held(**{variable: value})[key] == (value, "environment", variable)
    assert configured.held(*filter(None, flag), **{variable: value})[key] == (
        asked,
        "flag",
        name,
    )


@pytest.mark.parametrize(
    ("setting", "flag", "variable", "years"),
    [
        ('round = "decades"', "default", "KZFR_ROUND", {"default": True, "decades": False}),
        ("round = [7, 33]", "5", "KZFR_ROUND", {"5": True, "7,33": False}),
    ],
)
def test_round_profile_holds_for_anniversaries(
    configured: Configured, setting: str, flag: str, variable: str, years: dict[str, bool]
) -> None:
    def is_round(*arguments: str, **env: str) -> bool:
        found = configured.run(
            "anniversary",
            "--date",
            "2013-06-11",
            "--within",
            "0",
            "--format",
            "json",
            *arguments,
            **env,
        )
        treaty = [
            item
            for item in json.loads(found.stdout)
            if item["id"] == "strategic-partnership-treaty-2008"
        ]
        return bool(treaty[0]["round"])

    assert is_round()
    configured.write(setting)
    assert not is_round()
    assert is_round(**{variable: flag})
    assert is_round("--round", flag)
    assert not is_round("--round", "unesco", **{variable: flag})


def test_leap_day_policy_holds_for_anniversaries(
    configured: Configured, write: Callable[..., Path]
) -> None:
    base = str(write(SMALL))

    def days(*arguments: str, **env: str) -> list[str]:
        found = configured.run(
            "anniversary",
            "--date",
            "2021-02-28",
            "--within",
            "1",
            "--no-packaged",
            "--db",
            base,
            "--format",
            "json",
            *arguments,
            **env,
        )
        return [
            item["on"]
            for item in json.loads(found.stdout)
            if item["id"] == "visit-2020" and item["match"] != "month"
        ]

    assert days() == ["2021-02-28"]
    configured.write('leap-day = "mar1"\n')
    assert days() == ["2021-03-01"]
    assert days(KZFR_LEAP_DAY="both") == ["2021-02-28", "2021-03-01"]
    assert days("--leap-day", "feb28", KZFR_LEAP_DAY="both") == ["2021-02-28"]


def test_databases_of_the_file_lie_below_those_of_the_variable_and_the_option(
    configured: Configured, write: Callable[..., Path], tmp_path: Path
) -> None:
    def titled(name: str) -> str:
        return str(
            write(
                f'[[events]]\nid = "treaty-2008"\nextend = true\ntitle.en = "{name}"\n',
                f"{name}.toml",
            )
        )

    def title(*arguments: str, **env: str) -> str:
        found = configured.run(
            "show",
            "treaty-2008",
            "--no-packaged",
            "--lang",
            "en",
            "--format",
            "json",
            *arguments,
            **env,
        )
        return str(json.loads(found.stdout)["title"])

    base = os.path.relpath(write(SMALL), configured.file.parent)
    configured.write(f'databases = ["{base}", "{titled("file")}"]\n')
    assert title() == "file"
    assert title(KZFR_DB=titled("variable")) == "variable"
    assert title("--db", titled("option"), KZFR_DB=titled("variable")) == "option"
    result = configured.run(
        "config", "--format", "json", "--db", titled("option"), KZFR_DB=titled("variable")
    )
    rows = [row for row in json.loads(result.stdout) if row["key"] == "databases"]
    assert [(row["origin"], Path(row["value"]).name) for row in rows] == [
        ("file", "base.toml"),
        ("file", "file.toml"),
        ("environment", "variable.toml"),
        ("flag", "option.toml"),
    ]


def test_language_of_the_file_goes_before_the_locale_and_speaks_in_errors_and_help(
    configured: Configured,
) -> None:
    configured.write('language = "fr"\n')
    assert (
        "événement" in configured.run("timeline", "--limit", "1", LANG="ru_RU.UTF-8").stdout
    )
    assert "Erreur" in configured.run("show", "nothing-of-the-kind").stderr
    assert "Utilisation" in configured.run("--help").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nlangage = "fr"\n', ":2: there is no setting “langage”. Did you mean: language?"),
        ('db = "x.toml"\n', ":1: there is no setting “db”. Did you mean: databases?"),
        (
            "# a\n\n[lang]\nx = 1\n",
            ":3: there is no setting “lang”. Did you mean: language?",
        ),
        (
            'language = "french"\n',
            ":1: “french” is no value of language. Write fr, en, ru or kk. Did you mean: fr?",
        ),
        (
            'color = "fr"\nleap-day = 5\n',
            ":1: “fr” is no value of color. Write auto, always or never.",
        ),
        (
            'leap-day = "feb29"\n',
            ":1: “feb29” is no value of leap-day. Write feb28, mar1 or both. Did you mean: feb28?",
        ),
        (
            'round = "decade"\n',
            ":1: “decade” is no value of round. Write default, decades, unesco or 7,33.",
        ),
        ("round = [0]\n", ":1: “[0]” is no value of round."),
        ("databases = [3]\n", ":1: “[3]” is no value of databases."),
        ("pager = 5\n", ":1: “5” is no value of pager."),
        ('language = "fr"\nlanguage = "en"\n', "is not valid TOML"),
        ("language = fr\n", ":1: this is not valid TOML"),
        ("a = '\\udcff'\n", ":1: there is no setting “a”."),
        ('databases = [\n  "a.toml",\n]\n\nvoid = 1\n', ":5: there is no setting “void”."),
    ],
)
def test_wrong_file_is_refused_in_one_sentence_with_its_line(
    configured: Configured, text: str, said: str
) -> None:
    configured.write(text)
    for command in (["timeline"], ["config"]):
        result = configured.run(*command)
        assert (result.returncode, result.stdout) == (3, "")
        assert said in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_error_is_told_in_the_language_of_the_wrong_file(configured: Configured) -> None:
    configured.write('langage = 1\nlanguage = "fr"\n')
    assert "il n’y a pas de réglage «\u00a0langage\u00a0»" in configured.run("today").stderr


def test_file_without_end_is_refused(configured: Configured) -> None:
    result = configured.run("today", KZFR_CONFIG="/dev/zero")
    assert (result.returncode, "more than the limit" in result.stderr) == (3, True)


def test_file_that_is_no_text_is_refused(configured: Configured) -> None:
    configured.file.write_bytes(b"\xff\xfe")
    result = configured.run("today")
    assert (result.returncode, str(configured.file) in result.stderr) == (3, True)


@pytest.mark.parametrize(
    ("variable", "value"), [("KZFR_ROUND", "decade"), ("KZFR_LEAP_DAY", "29")]
)
def test_wrong_variable_is_named(configured: Configured, variable: str, value: str) -> None:
    result = configured.run("anniversary", **{variable: value})
    assert result.returncode == 3
    assert result.stderr.startswith(f"Error: {variable}: “{value}” is no value of ")


def test_help_is_told_whatever_is_wrong_in_the_file(configured: Configured) -> None:
    configured.write("langage = 1\n")
    assert configured.run("--help").returncode == 0
    assert configured.run("config", "path").stdout == f"{configured.file}\n"


# ---- set and unset


def test_set_makes_the_file_and_its_folder(configured: Configured) -> None:
    configured.file.parent.rmdir()
    result = configured.run("config", "set", "language", "fr")
    assert (result.returncode, result.stdout) == (0, "")
    assert configured.text == 'language = "fr"\n'


def test_set_and_unset_leave_every_other_byte(configured: Configured) -> None:
    before = "# of mine: é\r\n\r\ncolor   =  'never' # why\r\nround = [ 7 ,33 ]\r\n# end"
    configured.write(before)
    assert configured.run("config", "set", "leap-day", "both").returncode == 0
    assert (
        configured.text.replace('leap-day = "both"\r\n', "").removesuffix("\r\n") == before
    )
    assert configured.run("config", "set", "color", "auto").returncode == 0
    assert 'color   =  "auto" # why\r\n' in configured.text
    assert configured.run("config", "unset", "color").returncode == 0
    assert "color" not in configured.text
    assert "round = [ 7 ,33 ]\r\n" in configured.text


def test_set_keeps_the_mark_of_an_editor_and_a_symbolic_link(
    configured: Configured, tmp_path: Path
) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_bytes(b'\xef\xbb\xbflanguage = "en"\n')
    configured.file.symlink_to(real)
    assert configured.held()["language"][:2] == ("en", "file")
    assert configured.run("config", "set", "language", "kk").returncode == 0
    assert configured.file.is_symlink()
    assert real.read_bytes() == b'\xef\xbb\xbflanguage = "kk"\n'


def test_set_takes_databases_from_where_one_stands(
    configured: Configured, write: Callable[..., Path]
) -> None:
    base, more = write(SMALL), write("", "more.toml")
    result = configured.kzfr(
        "config",
        "set",
        "databases",
        "base.toml",
        "more.toml",
        env={"KZFR_CONFIG": str(configured.file)},
        cwd=base.parent,
    )
    assert result.returncode == 0, result.stderr
    assert configured.text == f'databases = ["{base}", "{more}"]\n'


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["langage", "fr"], 2, "Did you mean: language?"),
        (["language", "french"], 2, "Did you mean: fr?"),
        (["language", "fr", "en"], 2, "language has one value only."),
        (["databases", "not-there.toml"], 3, "There is no database at"),
    ],
)
def test_set_refuses_what_would_be_wrong_and_writes_nothing(
    configured: Configured, arguments: list[str], code: int, said: str
) -> None:
    result = configured.run("config", "set", *arguments)
    assert result.returncode == code
    assert said in result.stderr
    assert not configured.file.exists()


def test_set_and_unset_mend_a_wrong_file(configured: Configured) -> None:
    configured.write('language = "french"\nlangage = "fr"\n[table]\nx = 1\n')
    assert configured.run("config", "set", "language", "fr").returncode == 0
    assert configured.run("config", "unset", "langage").returncode == 0
    assert configured.run("config", "unset", "table").returncode == 0
    assert configured.held()["language"][0] == "fr"


def test_unset_of_what_is_not_there_says_so(configured: Configured) -> None:
    result = configured.run("config", "unset", "color")
    assert (result.returncode, "nothing was changed" in result.stderr) == (0, True)
    assert configured.run("config", "unset", "colours").returncode == 2


def test_set_says_when_a_variable_goes_before_it(configured: Configured) -> None:
    result = configured.run("config", "set", "language", "fr", KZFR_LANG="ru")
    assert "KZFR_LANG" in result.stderr


def test_file_lies_in_the_configuration_folder(
    kzfr: Run, home: Path, tmp_path: Path
) -> None:
    assert (
        kzfr("config", "path", env={"KZFR_CONFIG": ""}).stdout
        == f"{home}/.config/kzfr/config.toml\n"
    )
    found = kzfr(
        "config", "path", env={"KZFR_CONFIG": "", "XDG_CONFIG_HOME": str(tmp_path)}
    ).stdout
    assert found == f"{tmp_path}/kzfr/config.toml\n"


def test_text_tells_each_value_and_its_origin(configured: Configured) -> None:
    configured.write('round = "decades"\n')
    lines = configured.run("config").stdout.splitlines()
    assert ["round", "decades", f"{configured.file}:1"] in [line.split() for line in lines]
    assert ["leap-day", "feb28", "default"] in [line.split() for line in lines]
    assert str(configured.file) in lines[-1]
