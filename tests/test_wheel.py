"""The wheel as it is built: what it carries for the shells, and that all in it is ours."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from kzfr_cli.languages import language
from kzfr_cli.proofreading import framing
from kzfr_cli.store.index.reading import Index
from kzfr_cli.terminal.completion import protocol
from tests.conftest import ROOT

SHARE = {
    "bash": "bash-completion/completions/kzfr",
    "zsh": "zsh/site-functions/_kzfr",
    "fish": "fish/vendor_completions.d/kzfr.fish",
    "powershell": "kzfr/kzfr.ps1",
}
"""The folders below `share/` from which pipx links what a wheel carries for shells; it knows none
for PowerShell.
"""

OURS = {
    ".py",
    ".mo",
    ".toml",
    ".json",
    ".html",
    ".css",
    ".js",
    ".typed",
    ".sql",
    ".typ",
    ".ttf",
    ".sqlite",
    ".txt",
    ".bash",
    ".fish",
    ".ps1",
    ".1",
    "",
}
"""The endings of what we wrote ourselves: a font, a word list or a program of others would have
another.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build the wheel, and give the files in it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
    )
    (path,) = Path(folder).glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("shell", SHARE)
def test_wheel_carries_the_script_that_the_program_prints(
    wheel: dict[str, bytes], shell: str
) -> None:
    (name,) = (name for name in wheel if name.endswith(f".data/data/share/{SHARE[shell]}"))
    assert wheel[name].decode() == protocol.script(shell)


@pytest.mark.parametrize("code", language.ALL)
def test_wheel_carries_the_words_of_each_language_as_json(
    wheel: dict[str, bytes], code: str
) -> None:
    words = json.loads(wheel[f"kzfr_cli/languages/{code}.json"])
    assert words == language.of(code).sections
    assert f"kzfr_cli/languages/{code}.toml" not in wheel


def test_wheel_carries_the_frames_of_every_event(
    wheel: dict[str, bytes], packaged: Index, tmp_path: Path
) -> None:
    shipped = tmp_path / "frames.sqlite"
    shipped.write_bytes(wheel["kzfr_cli/proofreading/frames.sqlite"])
    with contextlib.closing(sqlite3.connect(shipped)) as connection:
        framer = framing.Framer(packaged, [connection])
    bodies = [body for _, body in packaged.rows(framing.EVENTS)]
    assert framer.earlier.events.keys() == {framer.made_of(body) for body in bodies}


def test_nothing_of_others_is_in_the_wheel(wheel: dict[str, bytes]) -> None:
    carried = [
        PurePosixPath(name)
        for name in wheel
        if ".dist-info/" not in name and "/fonts/" not in name
    ]
    assert {path.suffix for path in carried} <= OURS
    words = b"Copyright (c)", b"@license", b"SPDX-License-Identifier", b"All rights reserved"
    assert [
        path for path in carried if any(word in wheel[str(path)] for word in words)
    ] == []


def test_wheel_carries_the_licences_of_the_program_and_of_the_data(
    wheel: dict[str, bytes],
) -> None:
    (name,) = (name for name in wheel if name.endswith(".dist-info/licenses/LICENSE"))
    assert wheel[name] == (ROOT / "LICENSE").read_bytes()
    assert b"MIT License" in wheel[name]
    assert any(name.endswith("/fonts/OFL.txt") for name in wheel)
    assert b"CC BY 4.0" in wheel[name]
    (metadata,) = (
        text for name, text in wheel.items() if name.endswith(".dist-info/METADATA")
    )
    assert b"License-Expression: MIT AND CC-BY-4.0 AND OFL-1.1" in metadata
