"""`kzfr site` writes a folder that a static host serves, and never touches what it did not write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kzfr_cli.store.index import Index

LINK = re.compile(r'href="([^"#]*)')


@pytest.fixture
def site(kzfr: Callable, tmp_path: Path) -> Callable[..., Path]:
    """Write the site of the treaties."""

    def run(*options: str) -> Path:
        folder = tmp_path / "public"
        done = kzfr("site", str(folder), "--category", "treaty", *options)
        assert done.returncode == 0, done.stderr
        return folder

    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_event_and_year_has_a_page(site: Callable, packaged: Index) -> None:
    folder = site()
    (treaties,) = packaged.rows("SELECT count(*) FROM events WHERE category = 'treaty'")[0]
    assert len(list((folder / "events").iterdir())) == treaties
    assert (folder / "years" / "2008.html").is_file()
    for name in ("index.html", "events.json", "events.csv", "anniversaries.ics", "feed.atom"):
        assert (folder / name).is_file(), name


def test_every_link_within_the_site_leads_to_a_file(site: Callable) -> None:
    folder = site()
    for page in [*folder.glob("events/*.html"), *folder.glob("years/*.html")]:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if target and not target.startswith(("http", "data:")):
                assert (page.parent / target).resolve().is_file(), (page.name, target)


def test_two_runs_give_the_same_bytes(site: Callable) -> None:
    first = contents(site())
    assert contents(site()) == first


def test_linked_data_are_of_schema_org(site: Callable) -> None:
    text = (site("--url", "https://example.org/kzfr") / "events" / "strategic-partnership-treaty-2008.html").read_text()
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    found = json.loads(block)
    assert found["@type"] == "Event"
    assert found["startDate"] == "2008-06-11"
    assert found["url"] == "https://example.org/kzfr/events/strategic-partnership-treaty-2008.html"


def test_the_sitemap_lists_every_page(site: Callable) -> None:
    folder = site("--url", "https://example.org/kzfr/")
    root = ElementTree.fromstring((folder / "sitemap.xml").read_bytes())
    listed = {item.text for item in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    assert listed == {f"https://example.org/kzfr/{page}" for page in pages}


def test_the_feed_tells_what_is_to_come(site: Callable) -> None:
    root = ElementTree.fromstring((site() / "feed.atom").read_bytes())
    titles = [
        item.findtext("{http://www.w3.org/2005/Atom}title") for item in root.iter("{http://www.w3.org/2005/Atom}entry")
    ]
    days = [title[:10] for title in titles]
    assert days == sorted(days)
    assert titles[0] >= "2018-06-05"


def test_what_a_former_run_wrote_is_removed_and_nothing_else(site: Callable) -> None:
    folder = site()
    (folder / "mine.txt").write_text("kept")
    (folder / "events" / "mine.html").write_text("kept")
    before = len(list((folder / "events").iterdir()))
    site("--from", "2008", "--to", "2008")
    left = {path.name for path in (folder / "events").iterdir()}
    assert len(left) < before
    assert "mine.html" in left
    assert (folder / "mine.txt").read_text() == "kept"


def test_a_forged_manifest_removes_nothing_outside(site: Callable, tmp_path: Path) -> None:
    folder = site()
    victim = tmp_path / "victim.txt"
    victim.write_text("kept")
    (folder / ".kzfr-site.json").write_text(json.dumps(["../victim.txt", str(victim), "events/../../victim.txt"]))
    site()
    assert victim.read_text() == "kept"


def test_a_folder_that_cannot_be_written_is_refused(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = kzfr("site", str(tmp_path / "file" / "public"))
    assert done.returncode == 3
    assert done.stdout == ""
