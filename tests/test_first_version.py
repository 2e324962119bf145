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


# ---- a site

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'sha256-iuhra='; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="description" content="Of an event that is gone">
"""
OLD_SITE = {
    "index.html": '<!doctype html>\n<meta name="generator" content="kzfr 0.1.0">\n',
    "events/gone-2001.html": PAGE,
    "events.csv": "id,title,language,titles.fr,titles.en\r\n",
    "events.json": '[\n{"id": "gone-2001", "title": "Gone"}\n]\n',
    "feed.atom": "<feed><title>To come</title><id>urn:kzfr:anniversaries</id></feed>\n",
    "anniversaries.ics": "BEGIN:VCALENDAR\r\nPRODID:-//kzfr//kzfr 0.1.0//EN\r\n",
    "sitemap.xml": "<urlset><url><loc>https://x.org/a/index.html</loc></url><url>"
    "<loc>https://x.org/a/events/gone-2001.html</loc></url></urlset>\n",
}


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """Give a site as the first version left it, whose manifest told no digests."""
    for path, text in OLD_SITE.items():
        (place := tmp_path / "public" / path).parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
    manifest = tmp_path / "public" / ".kzfr-site.json"
    manifest.write_text(json.dumps(sorted([*OLD_SITE, "years/1999.html"]), indent=0))
    return tmp_path / "public"


def test_a_site_is_written_anew_without_force(kzfr: Run, old_site: Path) -> None:
    done = kzfr("site", str(old_site), "--url", "https://x.org/a/", "--category", "sport")
    assert done.returncode == 0, done.stderr
    assert not (old_site / "events" / "gone-2001.html").exists()
    for path in OLD_SITE.keys() - {"events/gone-2001.html"}:
        assert (old_site / path).read_text(encoding="utf-8") != OLD_SITE[path], path
    assert isinstance(json.loads((old_site / ".kzfr-site.json").read_text()), dict)


@pytest.mark.parametrize("path", OLD_SITE)
def test_a_page_that_others_wrote_into_it_is_left(
    kzfr: Run, old_site: Path, path: str
) -> None:
    (old_site / path).write_text("<loc>https://x.org/shop.html</loc>")
    kzfr("site", str(old_site), "--url", "https://x.org/a/", "--category", "sport")
    assert (old_site / path).read_text() == "<loc>https://x.org/shop.html</loc>"
