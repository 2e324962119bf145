"""What the first version wrote works unchanged: an overlay, settings, undo, a completion."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

OVERLAY = """\
# Our notes.

[[events]]
id = "strategic-partnership-treaty-2008"
extend = true
title.en = "Our own title"

[[events]]
id = "visit-of-ours-2021"
category = "visit"
title.en = "Visit of ours"
title.fr = "Notre visite"

[[events.dates]]
kind = "occurred"
value = "2021-05-03"
status = "preferred"

[[events.sources]]
id = "note-of-ours"

[[sources]]
id = "note-of-ours"
title = "A note"
kind = "official"
"""
SETTINGS = 'language = "en"\nround = "unesco"\n'


@pytest.fixture
def old_home(tmp_path: Path) -> Path:
    """Give a home as the first version left it."""
    for folder, name, text in (
        (
            ".local/share/kzfr",
            "events.toml",
            OVERLAY + '\n[[tags]]\nid = "x"\nlabel.en = "X"\n',
        ),
        (".config/kzfr", "config.toml", SETTINGS),
        (".local/state/kzfr/undo", "00000001.toml", OVERLAY),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    now = tmp_path / ".local/share/kzfr/events.toml"
    record = {
        "path": str(now),
        "what": "add x",
        "when": 1_750_000_000.0,
        "existed": True,
        "before": sha256(OVERLAY.encode()).hexdigest(),
        "after": sha256(now.read_bytes()).hexdigest(),
    }
    undo = tmp_path / ".local/state/kzfr/undo/00000001.json"
    undo.write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / ".local/share/kzfr/.events.toml.lock").write_text("")
    (tmp_path / ".local/share/kzfr/.events.toml.lock").chmod(0o644)
    return tmp_path


def test_an_overlay_is_read_and_changed(kzfr: Run, old_home: Path) -> None:
    home = {"HOME": str(old_home)}
    shown = kzfr("show", "strategic-partnership-treaty-2008", "--format", "json", env=home)
    assert (json.loads(shown.stdout)["title"], shown.stderr) == ("Our own title", "")
    assert (
        "Visit of ours"
        in kzfr("timeline", "--from", "2021", "--to", "2021", env=home).stdout
    )
    removed = kzfr("remove", "visit-of-ours-2021", "--yes", env=home)
    assert removed.returncode == 0, removed.stderr
    assert "Our own title" in (old_home / ".local/share/kzfr/events.toml").read_text()


def test_a_change_is_taken_back(kzfr: Run, old_home: Path) -> None:
    undone = kzfr("undo", "--yes", env={"HOME": str(old_home)})
    assert undone.returncode == 0, undone.stderr
    assert (old_home / ".local/share/kzfr/events.toml").read_text(
        encoding="utf-8"
    ) == OVERLAY


def test_settings_are_read_and_set(kzfr: Run, old_home: Path) -> None:
    home = {"HOME": str(old_home), "LANG": "fr_FR.UTF-8"}
    assert "Usage" not in kzfr("timeline", "--limit", "1", env=home).stderr
    told = json.loads(kzfr("config", "--format", "json", env=home).stdout)
    assert any("unesco" in str(each) for each in told)
    assert kzfr("config", "set", "language", "fr", env=home).returncode == 0
    config = (old_home / ".config/kzfr/config.toml").read_text(encoding="utf-8")
    assert config == SETTINGS.replace('"en"', '"fr"')
