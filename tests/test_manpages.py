"""The manual pages say what the commands say, in every language, and leave nothing to roff."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType

import click
import pytest

import kzfr_cli
from kzfr_cli.locale import catalogue

from .commands.test_help import COMMANDS
from .conftest import ROOT


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manpages", ROOT / "tools" / "manpages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()
PAGES = {lang: dict(TOOL.pages(lang)) for lang in TOOL.LANGUAGES}


def plain(page: str) -> str:
    """Take the escapes of roff out of a page."""
    for name, letter in (
        (r"\(aq", "'"),
        (r"\(ti", "~"),
        (r"\(dq", '"'),
        (r"\-", "-"),
        (r"\e", "\\"),
        (r"\:", ""),
    ):
        page = page.replace(name, letter)
    return re.sub(r"\\f[BIP]|\\&", "", page).replace("\\ ", " ")


@pytest.mark.parametrize("lang", TOOL.LANGUAGES)
def test_every_command_has_a_page(lang: str) -> None:
    folder = "" if lang == "en" else f"{lang}/"
    assert set(PAGES[lang]) == {
        f"{folder}man1/{'-'.join(('kzfr', *path))}.1" for path in COMMANDS
    }


def test_the_sections_stand_in_the_order_of_man_pages() -> None:
    headings = re.findall(r'^\.SH "(.+)"$', PAGES["fr"]["fr/man1/kzfr.1"], re.MULTILINE)
    assert headings == [
        "NOM",
        "SYNOPSIS",
        "DESCRIPTION",
        "EXEMPLES",
        "OPTIONS",
        "COMMANDES",
        "ENVIRONNEMENT",
        "FICHIERS",
        "CODE DE SORTIE",
        "VOIR AUSSI",
    ]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_page_tells_every_option_and_example_of_its_command(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    page = plain(PAGES["en"][f"man1/{'-'.join(('kzfr', *path))}.1"])
    for parameter in command.params:
        for name in parameter.opts if isinstance(parameter, click.Option) else ():
            assert re.search(rf"^(.*, )?{re.escape(name)}\b", page, re.MULTILINE), name
    for example in TOOL.help.examples(command):
        assert f"\n{example}\n" in page


def test_a_page_is_dated_by_the_version_and_not_by_the_clock() -> None:
    title = PAGES["en"]["man1/kzfr-timeline.1"].splitlines()[2]
    assert title == (
        rf".TH KZFR\-TIMELINE 1 {kzfr_cli.__released__.replace('-', chr(92) + '-')}"
        f' "kzfr {kzfr_cli.__version__}" "Manual of kzfr"'
    )


def test_the_changelog_dates_the_version_alike() -> None:
    heading = re.search(
        r"^## .*\((.+)\)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert heading is not None
    assert heading[1] in ("unreleased", kzfr_cli.__released__)


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        (".TH is no command here", r"\&.TH is no command here"),
        ("'br", r"\(aqbr"),
        (r"C:\temp", r"C:\etemp"),
        ("1993-09~", r"1993\-09\(ti"),
        ("$(date) `date` ^", r"$(date) \(gadate\(ga \(ha"),
        ("Exemples\u00a0:", "Exemples\\ :"),
    ],
)
def test_a_text_is_inert(text: str, inert: str) -> None:
    assert TOOL.roff(text) == inert


def test_every_variable_that_the_program_reads_is_told() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")
    )
    read = set(re.findall(r"[\"'](KZFR_[A-Z_]+)[\"']", source))
    assert read
    assert read <= set(TOOL.ENVIRONMENT)


def test_the_names_of_the_sections_are_those_by_which_man_finds_the_name() -> None:
    known = {"en": "NAME", "fr": "NOM", "ru": "ИМЯ"}
    assert {lang: catalogue.load(lang).text("NAME") for lang in TOOL.LANGUAGES} == known
