"""What a fresh interpreter loads: the light commands stay light."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src"
HEAVY = {
    "rich",
    "rapidfuzz",
    "msgspec",
    "rtoml",
    "tomllib",
    "tomli_w",
    "anyascii",
    "platformdirs",
    "dateutil",
    "babel",
    "dataclasses",
    "pathlib",
    "importlib.metadata",
    "csv",
    "icalendar",
    "docx",
    "jinja2",
}

RUN = """
import atexit, os, sys
sys.argv = ["kzfr", *sys.argv[1:]]
code = None
from kzfr_cli import main as cli
code = cli.run(sys.argv[1:])
sys.stdout = sys.stderr
print("\\n".join(sorted(sys.modules)))
"""


def loaded(home: Path, code: str, *arguments: str, **env: str) -> set[str]:
    """Name the modules that a fresh interpreter holds after some code; Python's own start-up is
    taken off.
    """
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(SOURCE),
        "LANG": "C.UTF-8",
        **env,
    }
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    bare = subprocess.run(
        [sys.executable, "-c", "import click, sqlite3, json, sys; print(*sys.modules)"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    return set(result.stderr.split()) - set(bare.stdout.split())


@pytest.fixture(autouse=True)
def warm(kzfr: object) -> None:
    """Make the index before anything is measured."""
    kzfr("timeline", "--limit", "1")  # type: ignore[operator]


def test_import_of_the_program_loads_nothing_heavy(home: Path) -> None:
    code = "import kzfr_cli.main, sys; print(*sys.modules, sep='\\n', file=sys.stderr)"
    assert loaded(home, code) & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["anniversary", "--date", "2018-06-05", "--format", "json"],
        ["timeline", "--limit", "3", "--format", "json"],
        ["today"],
        ["show", "strategic-partnership-treaty-2008", "--format", "ndjson"],
    ],
)
def test_light_command_loads_nothing_heavy(home: Path, arguments: list[str]) -> None:
    assert loaded(home, RUN, *arguments) & HEAVY == set()


def test_settings_that_are_nowhere_cost_one_look(home: Path) -> None:
    assert "kzfr_cli.settings.cache" not in loaded(
        home, RUN, "today", KZFR_CONFIG=str(home / "none.toml")
    )


def test_settings_that_were_read_before_load_nothing_heavy(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'language = "en"\nround = "decades"\nleap-day = "both"\ncolor = "never"\npager = "more"\n'
    )
    arguments = ["anniversary", "--date", "2018-06-05", "--format", "json"]
    assert "rtoml" in loaded(home, RUN, *arguments, KZFR_CONFIG=str(file))
    assert loaded(home, RUN, *arguments, KZFR_CONFIG=str(file)) & HEAVY == set()


NOT_SEARCHING = {
    "click.shell_completion",
    "copy",
    "locale",
    "shlex",
    "rich.console",
    "kzfr_cli.core.installation",
    "kzfr_cli.formats.endings",
    "kzfr_cli.formats.links",
    "kzfr_cli.queries.handouts",
    "kzfr_cli.queries.lookups",
    "kzfr_cli.queries.rules",
    "kzfr_cli.search.forgiveness",
    "kzfr_cli.search.suggesting",
    "kzfr_cli.store.provenance",
    "kzfr_cli.terminal.chronology",
    "kzfr_cli.terminal.completion.values",
}
"""What a search has no use for that finds what it is asked; each took a part of a millisecond, a
console several.
"""

MOST_MODULES = 92
"""Modules of ours that a search loads: each costs some eighty microseconds."""


def test_search_for_a_word_that_exists_loads_no_fuzzy_matcher(home: Path) -> None:
    found = loaded(home, RUN, "search", "Sorbonne", "--format", "json")
    assert found & (HEAVY | NOT_SEARCHING) == set()
    assert len([name for name in found if name.startswith("kzfr_cli")]) <= MOST_MODULES


def test_text_for_a_pipe_loads_no_console(home: Path) -> None:
    found = loaded(home, RUN, "search", "Sorbonne")
    assert found & NOT_SEARCHING == set()
    assert "rich.text" in found


def test_completion_of_an_id_loads_nothing_heavy(home: Path) -> None:
    env = {"_KZFR_COMPLETE": "bash", "_KZFR_LINE": "kzfr show strategic"}
    assert loaded(home, RUN, **env) & HEAVY == set()
