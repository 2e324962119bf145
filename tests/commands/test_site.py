"""`kzfr site` writes a folder that a static host serves, and never touches what it did not write."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats.site import cards, places
from kzfr_cli.store.index.reading import Index

from ..conftest import ROOT

LINK = re.compile(r'(?:href|src|action)="([^"#?]*)')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.fixture
def site(kzfr: Callable, tmp_path: Path) -> Callable[..., Path]:
    """Write the site of the treaties."""

    def run(*options: str) -> Path:
        folder = tmp_path / "public"
        done = kzfr("site", str(folder), "--category", "treaty", "--lang", "en", *options)
        assert done.returncode == 0, done.stderr
        return folder

    return run


BASE = "https://example.org/kzfr/"


@pytest.fixture(scope="module")
def whole(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the treaties in every language, once."""
    folder = tmp_path_factory.mktemp("site") / "public"
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "KZFR_TODAY": "2018-06-05"}
    command = [sys.executable, "-m", "kzfr_cli", "site", str(folder), "--url", BASE]
    subprocess.run(
        [*command, "--category", "treaty"], env=environment, check=True, timeout=120
    )
    return folder


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


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


def test_every_link_within_the_site_leads_to_a_file(whole: Path) -> None:
    broken, followed = [], 0
    for name, page in pages(whole).items():
        here = BASE if name == "404.html" else BASE + name
        for target in set(LINK.findall(page)):
            address = urljoin(here, target)
            if not address.startswith(BASE) or target.startswith("data:"):
                continue
            followed += 1
            path = address.removeprefix(BASE)
            place = whole / (path + "index.html" if path.endswith("/") or not path else path)
            broken += [] if place.is_file() else [(name, target)]
    assert broken == []
    assert followed > 5000


def test_a_site_holds_nothing_but_what_it_may_hold(whole: Path) -> None:
    written = contents(whole).keys() - {".kzfr-site.json"}
    assert [path for path in written if not places.may_hold(path)] == []


def test_each_language_has_its_folder_and_the_root_leads_there(whole: Path) -> None:
    root = (whole / "index.html").read_text(encoding="utf-8")
    listed = {
        lang: {path.name for path in (whole / lang / "events").iterdir()}
        for lang in LANGUAGES
    }
    assert len(set(map(frozenset, listed.values()))) == 1
    for lang in LANGUAGES:
        assert f'href="{lang}/index.html"' in root
        assert f'<html lang="{lang}">' in (whole / lang / "index.html").read_text("utf-8")
    assert "Strategic" in (
        whole / "en/events/strategic-partnership-treaty-2008.html"
    ).read_text("utf-8")
    assert "Signature du traité" in (
        whole / "fr/events/strategic-partnership-treaty-2008.html"
    ).read_text("utf-8")


def test_a_page_names_itself_in_every_language(whole: Path) -> None:
    for name, page in pages(whole).items():
        lang, _, rest = name.partition("/")
        if lang not in LANGUAGES:
            continue
        found = dict(
            re.findall(r'hreflang="([^"]+)" href="(https[^"]+)"', page.split("<body")[0])
        )
        expected = {other: f"{BASE}{other}/{rest}" for other in LANGUAGES}
        assert expected.items() <= found.items(), name
        assert f'<link rel="canonical" href="{BASE}{name}">' in page, name


def test_what_links_and_engines_read_is_whole(whole: Path) -> None:
    wanted = ("og:type", "og:site_name", "og:title", "og:description", "og:locale", "og:url")
    for name, page in pages(whole).items():
        if name == "404.html":
            continue
        head = page.split("</head>")[0]
        told = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', head))
        assert all(told.get(each) for each in (*wanted, "description", "twitter:card")), name
        assert head.count("<title>") == head.count('name="description"') == 1, name
        assert len(unescape(told["description"])) <= 301
        if cards.can_draw():
            picture = told["og:image"].removeprefix(BASE)
            assert (whole / picture).read_bytes().startswith(b"\x89PNG"), name
            assert told["twitter:card"] == "summary_large_image"


@pytest.mark.skipif(not cards.can_draw(), reason="no renderer")
def test_a_landmark_has_its_own_picture_in_each_language(whole: Path) -> None:
    drawn = {
        lang: {path.name for path in (whole / lang / "cards").iterdir()}
        for lang in LANGUAGES
    }
    assert len(set(map(frozenset, drawn.values()))) == 1
    assert {"card.png", "event-strategic-partnership-treaty-2008.png"} <= drawn["kk"]
    picture = (whole / "fr/cards/card.png").read_bytes()
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)


def test_without_an_address_nothing_claims_to_have_one(site: Callable) -> None:
    folder = site()
    assert not (folder / "sitemap.xml").exists()
    for name, page in pages(folder).items():
        assert not re.search(r'rel="canonical"|og:url|og:image|hreflang', page), name


def test_robots_may_read_everything_and_are_told_where_the_list_is(whole: Path) -> None:
    lines = (whole / "robots.txt").read_text().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Allow: /" in lines
    assert lines[-1] == f"Sitemap: {BASE}sitemap.xml"


def test_the_page_of_what_is_not_there_leads_back_from_any_depth(whole: Path) -> None:
    page = (whole / "404.html").read_text(encoding="utf-8")
    links = [link for link in LINK.findall(page) if link not in ("", "data:,")]
    assert links
    assert all(link.startswith(BASE) for link in links)


def test_every_page_forbids_what_it_does_not_need(whole: Path) -> None:
    for name, page in pages(whole).items():
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy.startswith("default-src 'none'"), name
        assert "unsafe" not in policy
        assert "http" not in policy
        runs = re.search(r"<script(?! type=\"application)", page) is not None
        assert ("script-src" in policy) == runs, name


def test_the_record_is_described_as_a_data_set(whole: Path) -> None:
    (block,) = DATA.findall((whole / "fr/index.html").read_text(encoding="utf-8"))
    found = json.loads(block)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Dataset")
    assert 50 <= len(found["description"]) <= 5000
    assert found["license"].startswith("https://creativecommons.org/licenses/")
    assert re.fullmatch(r"\d{4}/\d{4}", found["temporalCoverage"])
    for each in found["distribution"]:
        assert (whole / each["contentUrl"].removeprefix(BASE)).is_file()


def test_every_event_is_described_by_what_an_event_needs(whole: Path) -> None:
    for path in (whole / "ru/events").iterdir():
        (block,) = DATA.findall(path.read_text(encoding="utf-8"))
        found = json.loads(block)
        assert found["url"] == f"{BASE}ru/events/{path.name}"
        if found["@type"] == "Article":
            assert found["headline"]
            assert "location" not in found
            continue
        assert found["@type"] == "Event"
        assert found["name"]
        assert found["startDate"]
        assert found["location"]
        for place in found["location"]:
            assert place["@type"] == "Place"
            assert place["name"] == place["address"] != ""


def test_what_the_record_knows_no_place_of_is_described_as_no_event(
    kzfr: Callable, tmp_path: Path
) -> None:
    (tmp_path / "events.toml").write_text(NOWHERE, encoding="utf-8")
    database = ("--no-packaged", "--db", str(tmp_path / "events.toml"))
    done = kzfr("site", str(tmp_path / "public"), *database, "--lang", "en", "--url", BASE)
    assert done.returncode == 0
    page = (tmp_path / "public/events/nowhere-2008.html").read_text(encoding="utf-8")
    (block,) = DATA.findall(page)
    found = json.loads(block)
    assert (found["@type"], found["headline"]) == ("Article", "Agreement by letters")
    assert found["temporalCoverage"] == "2008-06-11"
    assert not {"location", "startDate", "name"} & found.keys()


NOWHERE = """
[[events]]
id = "nowhere-2008"
category = "treaty"
title.en = "Agreement by letters"
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
"""


def test_a_card_leads_to_the_page_of_its_event_and_back(whole: Path) -> None:
    name = "strategic-partnership-treaty-2008"
    event = (whole / f"en/events/{name}.html").read_text(encoding="utf-8")
    assert f'href="../index.html#{name}"' in event
    assert 'href="../years/2008.html"' in event
    assert 'href="../categories/treaty.html"' in event
    for rest in ("years/2008", "categories/treaty", "names/paris"):
        page = (whole / f"en/{rest}.html").read_text(encoding="utf-8")
        assert f'href="../events/{name}.html"' in page, rest


def test_events_are_read_one_after_another(whole: Path) -> None:
    following = re.compile(r'rel="next" href="([^"]+)"')
    before = re.compile(r'rel="prev" href="([^"]+)"')
    folder = whole / "kk/events"
    text = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    (first,) = [name for name, page in text.items() if not before.search(page)]
    read = [first]
    while found := following.search(text[read[-1]]):
        assert before.search(text[found[1]])[1] == read[-1]
        read.append(found[1])
    assert sorted(read) == sorted(text)


def test_figures_have_a_chart_and_tell_what_others_say(whole: Path, packaged: Index) -> None:
    drawn = {path.stem: path.read_text("utf-8") for path in (whole / "en/figures").iterdir()}
    charted = [page for page in drawn.values() if '<svg class="series"' in page]
    assert len(charted) > 15
    for page in charted:
        chart = page.split('<svg class="series"')[1].split("</svg>")[0]
        ElementTree.fromstring(f"<svg>{chart.partition('>')[2]}</svg>")
    assert any('class="rival"' in page for page in charted)
    assert any("<b>" in page for page in drawn.values())


def test_a_chart_in_french_has_a_space_before_the_colon_of_its_labels(whole: Path) -> None:
    figures = [path.read_text("utf-8") for path in sorted((whole / "fr/figures").iterdir())]
    years = (whole / "fr/years/index.html").read_text("utf-8")
    labels = re.findall(
        r"<title>([^<]*)</title>(?=</?(?:circle|path|rect))", "".join([*figures, years])
    )
    assert len(labels) > 100
    assert all("\N{NO-BREAK SPACE}: " in label for label in labels)


def test_the_year_ahead_is_told_month_by_month(whole: Path) -> None:
    page = (whole / "en/anniversaries.html").read_text(encoding="utf-8")
    heads = re.findall(r"<h2>(.*?)</h2>", page)
    assert heads[0] == "June 2018"
    assert "10th" in page
    assert "strategic-partnership-treaty-2008.html" in page


def test_two_runs_give_the_same_bytes(site: Callable) -> None:
    first = contents(site())
    assert contents(site()) == first


def test_linked_data_are_of_schema_org(site: Callable) -> None:
    text = (
        site("--url", "https://example.org/kzfr")
        / "events"
        / "strategic-partnership-treaty-2008.html"
    ).read_text()
    (block,) = DATA.findall(text)
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
        f'[[events]]\nid = "event-{n}"\ncategory = "visit"\ntitle.en = "Event"\n'
        'places = ["paris"]\n[[events.dates]]\n'
        f'kind = "occurred"\nvalue = "{value}"\nstatus = "preferred"\n'
        for n, value in enumerate(expected)
    )
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    database = ("--no-packaged", "--db", str(tmp_path / "events.toml"))
    done = kzfr("site", str(tmp_path / "public"), *database, "--lang", "en")
    assert done.returncode == 0
    for n, dates in enumerate(expected.values()):
        page = (tmp_path / "public" / "events" / f"event-{n}.html").read_text(
            encoding="utf-8"
        )
        (block,) = DATA.findall(page)
        found = json.loads(block)
        assert (found.get("startDate"), found.get("endDate")) == dates


def test_each_date_of_an_event_names_its_sources_by_their_numbers(site: Callable) -> None:
    page = (site() / "events" / "strategic-partnership-treaty-2008.html").read_text(
        encoding="utf-8"
    )
    (signed,) = re.findall(r"signed: 11 June 2008\s+<sup>(.*?)</sup>", page)
    sources = page.count('<li id="s')
    numbers = re.findall(r'<a href="#s(\d+)">\1</a>', signed)
    assert numbers
    assert all(1 <= int(number) <= sources for number in numbers)


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
    expected = {"anniversaries.ics", "feed.atom", "events.csv", "years/2008.html"}
    assert expected | {"search.html", "names/index.html", "figures/index.html"} <= set(own)
    assert all((folder / target).is_file() for target in own)


def test_the_sitemap_lists_every_page(whole: Path) -> None:
    root = ElementTree.fromstring((whole / "sitemap.xml").read_bytes())
    listed = {
        item.text for item in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    found = {name for name in pages(whole) if not name.endswith(("404.html", "embed.html"))}
    assert listed == {BASE + name for name in found}


ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_tells_the_round_anniversaries_of_a_year_in_words(whole: Path) -> None:
    root = ElementTree.fromstring((whole / "fr/feed.atom").read_bytes())
    assert root.findtext(f"{ATOM}title") == "Grands anniversaires de l’année à venir"
    assert root.findtext(f"{ATOM}id")
    assert date.fromisoformat(root.findtext(f"{ATOM}updated")[:10]) == date(2018, 6, 5)
    entries = list(root.iter(f"{ATOM}entry"))
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    treaty = "11 juin 2018 · 10 ans : Signature du traité de partenariat stratégique"
    assert any(title.replace("\u00a0", " ").startswith(treaty) for title in titles)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href")
        assert (whole / address.removeprefix(BASE)).is_file()
        years = int(re.search(r"· ([0-9]+)", entry.findtext(f"{ATOM}title"))[1])
        assert years % 5 == 0


def test_the_feed_is_valid_atom_with_and_without_an_address(
    whole: Path, site: Callable
) -> None:
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests/commands/atom.rng"))
    feeds = [whole / "feed.atom", *(whole / lang / "feed.atom" for lang in LANGUAGES)]
    for path in (*feeds, site("--today", "2018-06-05") / "feed.atom"):
        grammar.assertValid(etree.parse(path))
        read = feedparser.parse(path.read_bytes())
        assert (read.bozo, read.version) == (False, "atom10"), path
        assert all(item.updated_parsed and item.summary for item in read.entries)
        assert len({item.id for item in read.entries}) == len(read.entries) > 0
    own = feedparser.parse((whole / "fr/feed.atom").read_bytes()).feed.links
    assert {"rel": "self", "href": f"{BASE}fr/feed.atom"}.items() <= own[1].items()


def test_an_entry_of_the_feed_is_not_new_every_day(site: Callable) -> None:
    def updated(day: str) -> dict[str, str]:
        root = ElementTree.fromstring((site("--today", day) / "feed.atom").read_bytes())
        entries = root.iter("{http://www.w3.org/2005/Atom}entry")
        return {item.findtext("{*}id"): item.findtext("{*}updated") for item in entries}

    before, after = updated("2018-06-05"), updated("2018-06-06")
    both = before.keys() & after.keys()
    assert both
    assert all(before[entry_id] == after[entry_id] for entry_id in both)


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


@pytest.mark.parametrize("name", ["index.html", "feed.atom", "fr/years/2008.html"])
def test_files_of_others_are_not_written_over_without_force(
    kzfr: Callable, tmp_path: Path, name: str
) -> None:
    (mine := tmp_path / "public" / name).parent.mkdir(parents=True)
    mine.write_text("mine")
    treaties = ("site", str(tmp_path / "public"), "--category", "treaty")
    refused = kzfr(*treaties)
    assert refused.returncode == 3
    assert name in refused.stderr
    assert "--force" in refused.stderr
    assert contents(tmp_path / "public") == {name: b"mine"}
    assert kzfr(*treaties, "--force").returncode == 0
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
        done = kzfr("site", str(folder), "--from", "2008", "--lang", "en", *force)
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
    done = kzfr(
        "site",
        str(folder),
        "--no-packaged",
        "--lang",
        "en",
        "--db",
        str(tmp_path / "e.toml"),
    )
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (folder / "events").iterdir()] == ["good.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "e.toml"]


def test_a_folder_that_cannot_be_written_is_refused(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = kzfr("site", str(tmp_path / "file" / "public"))
    assert done.returncode == 3
    assert done.stdout == ""


def test_a_text_in_another_language_is_told_once(whole: Path) -> None:
    page = (whole / "ru/events/strategic-partnership-treaty-2008.html").read_text("utf-8")
    assert page.count("Описания, примечания и слова источников даны на английском.") == 1
    own = (whole / "en/events/strategic-partnership-treaty-2008.html").read_text("utf-8")
    assert "Summaries, notes" not in own


def test_a_reader_of_no_language_of_the_site_is_told_where_to_go(whole: Path) -> None:
    for path in ("index.html", "events/strategic-partnership-treaty-2008.html"):
        page = (whole / "ru" / path).read_text(encoding="utf-8")
        codes = re.findall(r'<link rel="alternate" hreflang="([^"]+)"', page)
        assert sorted(codes) == ["en", "fr", "kk", "ru", "x-default"]
