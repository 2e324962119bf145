"""No command mixes languages: what it says in English, it says in no other language.

The database is in Cyrillic letters, so that every Latin word is the program's own. Run in English,
a command shows the words of the interface; run in another language, it must show none of them but
those that both languages have.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core.event import LANGUAGES, ROUND_PROFILES
from kzfr_cli.formats import registry
from kzfr_cli.main import COMMANDS
from kzfr_cli.proofreading import case
from kzfr_cli.settings import sources
from kzfr_cli.store import schema

from .test_catalogue import TOOL
from .test_russian_kazakh import CYRILLIC

Run = Callable[..., subprocess.CompletedProcess[str]]
TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]
OVERLAY = """
[[events]]
id = "mine-2019"
category = "culture"
title.en = "Моё"

[[events.dates]]
kind = "opened"
value = "2016-02-29"

[[events]]
id = "open-1992"
category = "economy"
title.en = "Открыто"

[[events.dates]]
kind = "opened"
value = "1992~/.."
"""
BROKEN = (
    OVERLAY + '\n[[events]]\nid = "two"\ncategory = 3\n\n[[figures]]\nid = "x"\nvalue = '
    '[\n\n[[tags]]\nid = "t"\nfoo = 1\n'
)
TEXT = (
    "Астана, 5 июня 2018 года. Договор был подписан 11 июня 2009 года.\n"
    "Договор был подписан в среду 11 июня 2008 года.\n"
    "Договор был подписан 31 июня 2008 года.\n"
)
TABLE = "date,title,category\n2026-10-01,Концерт,culture\n2026-13-01,Плохо,culture\n"
FILES = {
    "base.toml": CYRILLIC,
    "mine.toml": OVERLAY,
    "broken.toml": BROKEN,
    "text.md": TEXT,
    "table.csv": TABLE,
    "good.csv": TABLE.rsplit("\n", 2)[0] + "\n",
}
RUNS = [
    [],
    ["timeline"],
    ["timeline", "--group-by", "category", "--disputed"],
    ["timeline", "--group-by", "decade", "--reverse", "--limit", "1"],
    ["timeline", "--from", "2020", "--to", "2010"],
    ["timeline", "--place", "nowhere"],
    ["timeline", "--tag", "nothing"],
    ["search", "договор"],
    ["search", "--in", "names,figures,sources", "астана", "торговля", "сенат"],
    ["search", "нетничего"],
    ["search", "даговор", "-o", "hits.csv"],
    ["anniversary"],
    ["anniversary", "--date", "2019-02-28"],
    ["anniversary", "--date", "2019-03-01", "--leap-day", "both"],
    ["anniversary", "--year", "2018"],
    ["anniversary", "--next", "3"],
    ["anniversary", "--round", "zz"],
    ["anniversary", "--date", "2018"],
    ["anniversary", "-o", "june.ics"],
    ["today"],
    ["today", "--today", "2018-06-11"],
    ["show", "treaty-2008"],
    ["show", "astana"],
    ["show", "trade"],
    ["show", "trade-2017"],
    ["show", "senate"],
    ["show", "open-1992"],
    ["show", "treaty-208"],
    ["figures"],
    ["figures", "trade"],
    ["figures", "none"],
    ["sources"],
    ["sources", "--single"],
    ["sources", "senate"],
    ["cite", "treaty-2008"],
    ["cite", "trade-2017", "--style", "footnote", "--today", "2018-06-05"],
    ["cite", "astana"],
    ["export", "-", "--format", "markdown"],
    ["export", "-", "--format", "svg"],
    ["export", "all.what"],
    ["export", "/nowhere/all.csv"],
    ["export", "all.ics", "--recurring", "--only-round"],
    ["site", "public"],
    ["site", "base.toml"],
    ["check", "text.md"],
    ["check", "--explain", "text.md"],
    ["check", "text.md", "--format", "github"],
    ["check", "nothing.md"],
    [
        "add",
        "--date",
        "2026-07-14",
        "--title",
        "Визит",
        "--category",
        "visit",
        "--no-source",
    ],
    ["add", "--date", "2026-07-14", "--title", "Визит", "--category", "visit"],
    ["add", "--date", "2026-07-14"],
    [
        "add",
        "--date",
        "2008-06-11",
        "--title",
        "Договор",
        "--category",
        "treaty",
        "--no-source",
    ],
    [
        "add",
        "--date",
        "2026",
        "--title",
        "Х",
        "--category",
        "visit",
        "--no-source",
        "--place",
        "нигде",
    ],
    ["edit", "mine-2019"],
    ["remove", "mine-2019", "--yes"],
    ["remove", "nothing-1"],
    ["source", "add", "https://example.org/senate"],
    ["source", "add", "https://example.org/new"],
    ["source", "add"],
    ["import", "table.csv", "--no-source", "--yes"],
    ["import", "good.csv", "--no-source", "--yes"],
    ["import", "nothing.csv"],
    ["import", "text.md"],
    ["undo"],
    ["validate"],
    ["validate", "broken.toml"],
    ["validate", "--all"],
    ["validate", "--fix"],
    ["validate", "--explain", "K104"],
    ["validate", "--explain", "K999"],
    ["info"],
    ["config"],
    ["config", "set", "colour", "x"],
    ["config", "set", "language", "de"],
    ["schema", "nothing"],
    ["completion", "tcsh"],
    ["timeline", "--db", "nowhere.toml"],
    ["timeline", "--db", "broken.toml"],
]
CODES = re.compile(
    r".* = .*|https?://\S+|\[\S+\]|\S*/\S*|--?[a-z][a-z-]*|kzfr( [a-z]+)*|\bK\d+ "
    r"[a-z-]+|\b[A-Z]{2,}(-8)?\b"
    r"|\b[a-z]+(-[a-z0-9]+)+|\b\w+\.(toml|csv|md|ics|json)\S*|'[^']*'|\$\w+|<[^>]*>|\w+=\S+|"
    r"::error \S+"
    r"|[“«]\W?[a-zA-Z .\]\[0-9_=]+\W?[”»]"
)
"""What is alike in any language: addresses, ids, options, commands, codes, files, fields, what is
quoted.
"""


@pytest.fixture
def said(kzfr: Run, tmp_path: Path) -> Callable[..., str]:
    """Run a command in one language, in a folder of its own with the files that the commands name."""

    def run(lang: str, *arguments: str) -> str:
        folder = tmp_path / lang
        folder.mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        env = {"XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder), "EDITOR": "true"}
        options = ("--lang", lang, "--no-packaged", "--db", "base.toml", "--db", "mine.toml")
        done = kzfr(*options, *arguments, cwd=folder, env=env)
        return done.stdout + done.stderr

    return run


def words(text: str) -> set[str]:
    """Give the words of Latin letters that stand alone."""
    return set(re.findall(r"(?<![\w.-])[A-Za-z]{2,}(?![\w-])", CODES.sub(" ", text)))


def french() -> set[str]:
    """Give every word of the French catalogue."""
    source = next(path for path in TOOL.sources() if path.parent.parent.name == "fr")
    forms = [
        form
        for message in TOOL.read(source)
        if message.id
        for form in TOOL.forms_of(message.string)
    ]
    return {word for form in forms for word in re.findall(r"[A-Za-z]{2,}", form)}


CODE_WORDS = {
    *registry.EXPORTS,
    *sources.KEYS,
    *ROUND_PROFILES,
    *schema.ENTRIES,
    *case.VERDICTS,
    *LANGUAGES,
    "bash",
    "zsh",
    "fish",
    "powershell",
    "shell",
    "Python",
    "senate",
    "two",
    "nigde",
    "public",
    "auto",
    "less",
}
"""The names of formats, settings, tables, shells and the like, which are typed as they are in every
language.
"""
ALIKE = {"fr": french(), "ru": set(), "kk": set()}


@pytest.mark.parametrize(
    "arguments", RUNS, ids=lambda arguments: " ".join(arguments) or "kzfr"
)
def test_no_line_mixes_languages(said: Callable[..., str], arguments: list[str]) -> None:
    english = words(said("en", *arguments)) - CODE_WORDS
    left = {
        lang: english & words(said(lang, *arguments)) - ALIKE[lang] for lang in TRANSLATED
    }
    assert left == {lang: set() for lang in TRANSLATED}


def test_every_command_is_run() -> None:
    assert {arguments[0] for arguments in RUNS if arguments} == set(COMMANDS)
