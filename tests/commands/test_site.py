"""`kzfr site` writes a folder that a static host serves, and never touches what it did not write."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kzfr_cli.store.index.reading import Index

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
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_event_and_year_has_a_page(site: Callable, packaged: Index) -> None:
    folder = site()
    (treaties,) = packaged.rows("SELECT count(*) FROM events WHERE category = 'treaty'")[0]
    assert len(list((folder / "events").iterdir())) == treaties
    assert (folder / "years" / "2008.html").is_file()
    for name in (
        "index.html",
        "events.json",
        "events.csv",
        "anniversaries.ics",
        "feed.atom",
    ):
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
    text = (
        site("--url", "https://example.org/kzfr")
        / "events"
        / "strategic-partnership-treaty-2008.html"
    ).read_text()
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    found = json.loads(block)
    assert found["@type"] == "Event"
    assert found["startDate"] == "2008-06-11"
    assert (
        found["url"]
        == "https://example.org/kzfr/events/strategic-partnership-treaty-2008.html"
    )


def test_linked_data_are_no_more_precise_than_what_is_known(
    kzfr: Callable, tmp_path: Path
) -> None:
    expected = {
        "2013-09/2013-12": ("2013-09", "2013-12"),
        "2001-05/..": ("2001-05", None),
        "199X": ("1990", "1999"),
        "2001?/2005-03-02": ("2001", "2005-03-02"),
        "0044-03-15": ("0044-03-15", "0044-03-15"),
    }
    text = "".join(
        f'[[events]]\nid = "event-{n}"\ncategory = "visit"\ntitle.en = "Event"\n[[events.dates]]\n'
        f'kind = "occurred"\nvalue = "{value}"\nstatus = "preferred"\n'
        for n, value in enumerate(expected)
    )
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    database = ("--no-packaged", "--db", str(tmp_path / "events.toml"))
    assert kzfr("site", str(tmp_path / "public"), *database).returncode == 0
    for n, dates in enumerate(expected.values()):
        page = (tmp_path / "public" / "events" / f"event-{n}.html").read_text(
            encoding="utf-8"
        )
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        found = json.loads(block)
        assert (found.get("startDate"), found.get("endDate")) == dates


def test_each_date_of_an_event_names_its_sources_by_their_numbers(site: Callable) -> None:
    page = (site() / "events" / "strategic-partnership-treaty-2008.html").read_text(
        encoding="utf-8"
    )
    (signed,) = re.findall(r"signed: 11 June 2008 <sup>([0-9, ]+)</sup>", page)
    sources = page.split("<ol>")[1].count("<li>")
    assert all(1 <= int(number) <= sources for number in signed.split(", "))


def test_an_address_that_is_none_of_the_web_is_refused(
    kzfr: Callable, tmp_path: Path
) -> None:
    for address in (
        "example.org",
        "ftp://example.org/",
        "https://example.org/?a=b",
        "https://a b/",
    ):
        done = kzfr("site", str(tmp_path / "public"), "--url", address)
        assert (done.returncode, (tmp_path / "public").exists()) == (2, False)


def test_what_the_calendar_of_a_site_leaves_out_is_told(
    kzfr: Callable, tmp_path: Path
) -> None:
    done = kzfr("site", str(tmp_path / "public"), "--from", "2008", "--to", "2008")
    assert "known only to the month or the year" in done.stderr


def test_the_page_of_a_site_leads_to_its_years_its_calendar_and_its_feed(
    site: Callable,
) -> None:
    folder = site()
    links = LINK.findall(
        (folder / "index.html").read_text(encoding="utf-8").split("<footer>")[1]
    )
    own = [target for target in links if target and not target.startswith(("http", "data:"))]
    assert {"anniversaries.ics", "feed.atom", "events.csv", "years/2008.html"} <= set(own)
    assert all((folder / target).is_file() for target in own)


def test_the_sitemap_lists_every_page(site: Callable) -> None:
    folder = site("--url", "https://example.org/kzfr/")
    root = ElementTree.fromstring((folder / "sitemap.xml").read_bytes())
    listed = {
        item.text for item in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    pages = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    assert listed == {f"https://example.org/kzfr/{page}" for page in pages}


def test_the_feed_tells_what_is_to_come(site: Callable) -> None:
    root = ElementTree.fromstring((site() / "feed.atom").read_bytes())
    titles = [
        item.findtext("{http://www.w3.org/2005/Atom}title")
        for item in root.iter("{http://www.w3.org/2005/Atom}entry")
    ]
    days = [title[:10] for title in titles]
    assert days == sorted(days)
    assert titles[0] >= "2018-06-05"


def test_an_entry_of_the_feed_is_not_new_every_day(site: Callable) -> None:
    def updated(day: str) -> dict[str, str]:
        root = ElementTree.fromstring((site("--today", day) / "feed.atom").read_bytes())
        entries = root.iter("{http://www.w3.org/2005/Atom}entry")
        return {item.findtext("{*}id"): item.findtext("{*}updated") for item in entries}

    before, after = updated("2018-06-05"), updated("2018-06-06")
    both = before.keys() & after.keys()
    assert len(both) > 40
    assert all(before[id] == after[id] for id in both)


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
    (folder / ".kzfr-site.json").write_text(
        json.dumps(["../victim.txt", str(victim), "events/../../victim.txt"])
    )
    site()
    assert victim.read_text() == "kept"


def test_a_planted_manifest_takes_away_nothing_that_we_do_not_know(
    site: Callable, tmp_path: Path
) -> None:
    folder = site()
    (folder / ".git").mkdir()
    victims = [".git/config", "mine.html", "events/mine.html", "notes/2008.html"]
    manifest = json.loads((folder / ".kzfr-site.json").read_text())
    for victim in victims:
        (folder / victim).parent.mkdir(exist_ok=True)
        (folder / victim).write_text("kept")
        manifest[victim] = hashlib.sha256(b"other").hexdigest()
    manifest[".git/config"] = manifest["mine.html"] = hashlib.sha256(b"kept").hexdigest()
    (folder / ".kzfr-site.json").write_text(json.dumps(manifest))
    site("--from", "2008", "--to", "2008")
    assert [(folder / victim).read_text() for victim in victims] == ["kept"] * 4


@pytest.mark.parametrize("name", ["index.html", "feed.atom", "years/2008.html"])
def test_files_of_others_are_not_written_over_without_force(
    kzfr: Callable, tmp_path: Path, name: str
) -> None:
    (mine := tmp_path / "public" / name).parent.mkdir(parents=True)
    mine.write_text("mine")
    refused = kzfr("site", str(tmp_path / "public"))
    assert refused.returncode == 3
    assert name in refused.stderr
    assert "--force" in refused.stderr
    assert contents(tmp_path / "public") == {name: b"mine"}
    assert kzfr("site", str(tmp_path / "public"), "--force").returncode == 0
    assert mine.read_bytes() != b"mine"


def test_a_page_changed_by_hand_is_not_written_over_without_force(
    kzfr: Callable, site: Callable
) -> None:
    folder = site()
    (folder / "index.html").write_text("changed")
    assert kzfr("site", str(folder), "--lang", "fr").returncode == 3
    assert (folder / "index.html").read_text() == "changed"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["index.html", "events", ".kzfr-site.json"])
def test_nothing_is_written_or_removed_through_a_link(
    kzfr: Callable, site: Callable, tmp_path: Path, name: str
) -> None:
    folder = site()
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    before = contents(tmp_path)
    for force in ([], ["--force"]):
        done = kzfr("site", str(folder), "--from", "2008", "--to", "2008", *force)
        assert done.returncode == 3
        assert contents(tmp_path) == before


def test_ids_that_are_no_names_of_files_have_no_page(kzfr: Callable, tmp_path: Path) -> None:
    ids = ["../../x", "/x", "con", "lpt1", "a" * 300, "x/y", "."]
    text = "".join(
        f'[[events]]\nid = "{each}"\ncategory = "visit"\ntitle.en = "E"\n[[events.dates]]\n'
        'kind = "occurred"\nvalue = "2001"\nstatus = "preferred"\n'
        for each in [*ids, "good"]
    )
    (tmp_path / "e.toml").write_text(text)
    folder = tmp_path / "a" / "b" / "public"
    done = kzfr("site", str(folder), "--no-packaged", "--db", str(tmp_path / "e.toml"))
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (folder / "events").iterdir()] == ["good.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "e.toml"]


def test_a_folder_that_cannot_be_written_is_refused(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = kzfr("site", str(tmp_path / "file" / "public"))
    assert done.returncode == 3
    assert done.stdout == ""
