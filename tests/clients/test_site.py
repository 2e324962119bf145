"""Headless Chromium opens the site from disk: it searches in parts, is whole for axe, and asks
nothing of anybody.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kzfr_cli import main
from kzfr_cli.formats.site import rows
from kzfr_cli.store.index.reading import Index
from tests.clients.conftest import Client
from tests.clients.test_page import judged_queries
from tests.conftest import ROOT

ANSWERS = "(queries) => Promise.all(queries.map((query) => kzfrAnswer(query, 1)))"

KINDS = (
    "index",
    "search",
    "search.html?q=sorbonne",
    "anniversaries",
    "events/strategic-partnership-treaty-2008",
    "years/index",
    "years/2008",
    "names/index",
    "names/nazarbayev",
    "categories/visit",
    "figures/index",
    "figures/kz-stat-imports-from-fr",
    "embed.html?q=visite&n=5",
)


@pytest.fixture(scope="module")
def folder(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the packaged database in two languages."""
    folder = tmp_path_factory.mktemp("site") / "public"
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "KZFR_TODAY": "2026-11-30"}
    command = [sys.executable, "-m", "kzfr_cli", "site", str(folder)]
    subprocess.run(
        [*command, "--languages", "fr,en"], env=environment, check=True, timeout=300
    )
    return folder


class Visitor:
    """A window of the browser, with what it logged and what it asked for."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.logged: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.logged.append(message.text))
        self.page.on("pageerror", lambda error: self.logged.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def visit(self, folder: Path, path: str) -> None:
        """Open a page of the site."""
        name = re.split("[?#]", path)[0]
        rest = path.removeprefix(name)
        name = name if "." in name else f"{name}.html"
        self.page.goto((folder / name).as_uri() + rest)
        self.page.wait_for_load_state()

    def found(self) -> list[str]:
        """List the ids of what the search shows."""
        self.page.wait_for_selector("html[data-turn]")
        links = self.page.locator("#found a").evaluate_all("all => all.map((a) => a.href)")
        return [link.rpartition("/")[2].removesuffix(".html") for link in links]


@pytest.fixture
def visitor(browser: Any) -> Iterator[Callable[..., Visitor]]:
    """Open windows, and hold at the end that they logged nothing and asked nobody."""
    windows: list[Visitor] = []

    def run(**options: Any) -> Visitor:
        windows.append(Visitor(browser, **options))
        return windows[-1]

    yield run
    for each in windows:
        assert each.logged == []
        assert [url for url in each.requests if not url.startswith(("file:", "data:"))] == []
        each.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_kind_of_page(
    visitor: Callable, client: Client, folder: Path, scheme: str
) -> None:
    axe = client("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    wrong = []
    width = 1280 if scheme == "light" else 390
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    window = visitor(bypass_csp=True, **options)
    for kind in KINDS[1:] if scheme == "light" else KINDS[1::3]:
        window.visit(folder, f"fr/{kind}")
        window.page.add_script_tag(content=axe)
        found = window.page.evaluate(
            "(tags) => axe.run({ runOnly: tags, preload: false })", tags
        )
        wrong += [
            (kind, item["id"], item["nodes"][0]["html"][:120])
            for item in found["violations"]
        ]
        room = window.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [(kind, "wider than the window", room)] if room > 0 else []
    assert wrong == []


def test_it_finds_what_the_program_finds(visitor: Callable, folder: Path) -> None:
    judged = judged_queries()
    missed = set((ROOT / "tests/search/site.txt").read_text(encoding="utf-8").splitlines())
    window = visitor()
    window.visit(folder, "en/search")
    answers = window.page.evaluate(ANSWERS, [name.partition(": ")[2] for name in judged])
    wrong = {
        name
        for (name, expected), answer in zip(judged.items(), answers, strict=True)
        if not is_right(answer, expected)
    }
    assert wrong - missed == set()
    assert len(missed) < len(judged) / 20


def is_right(answer: dict[str, Any] | None, expected: list[str]) -> bool:
    """Return whether the first answer is right; what is only near is none."""
    found = answer["ids"] if answer and not answer["isNear"] else []
    return found[0] in expected if found and expected else found == expected == []


def test_every_event_is_found_by_its_title(
    visitor: Callable, folder: Path, packaged: Index
) -> None:
    rows = packaged.rows(
        "SELECT id, json_extract(body, '$.title.fr'), json_extract(body, '$.title.en')"
        " FROM entries WHERE kind = 'events' AND visible"
    )
    window = visitor()
    window.visit(folder, "fr/search")
    script = """(queries) => Promise.all(queries.map(async (query) => (await kzfrAnswer(query, 5)).ids))"""
    for place in (1, 2):
        asked = [row for row in rows if row[place]]
        answers = window.page.evaluate(script, [row[place] for row in asked])
        lost = [row[0] for row, ids in zip(asked, answers, strict=True) if row[0] not in ids]
        assert lost == []


def test_a_number_beside_a_long_name_stands_in_one_line(
    visitor: Callable, folder: Path
) -> None:
    window = visitor(viewport={"width": 390, "height": 844})
    window.visit(folder, "fr/figures/index")
    heights = window.page.locator(".count").evaluate_all(
        "all => all.map((each) => each.getClientRects().length)"
    )
    assert set(heights) == {1}


def test_a_page_prints_dark_on_white_with_the_addresses_of_its_sources(
    visitor: Callable, folder: Path
) -> None:
    script = "([of, part, name]) => getComputedStyle(document.querySelector(of), part)[name]"
    for options, theme in (({"color_scheme": "dark"}, ""), ({}, "?theme=dark")):
        window = visitor(**options)
        window.visit(folder, f"fr/search.html{theme}")
        window.page.emulate_media(media="print")
        assert window.page.evaluate(script, ["body", "", "color"]) == "rgb(0, 0, 0)"
    window.visit(folder, "fr/events/strategic-partnership-treaty-2008")
    link = window.page.evaluate(script, [".sources a", "::after", "content"])
    assert "http" in link


STOOD = """
[[events]]
id = "event-{n}"
category = "energy"
weight = {weight}
title.en = "{title}"
[[events.dates]]
kind = "occurred"
value = "{year}"
status = "preferred"
"""


def test_each_event_is_shown_from_whichever_part_its_row_stands_in(
    visitor: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "HEAD", 4)
    monkeypatch.setattr(rows, "BLOCK", 3)
    monkeypatch.setenv("KZFR_CACHE", str(tmp_path / "cache"))
    titles = {n: " ".join(["uranium", *"abcde"[: n % 5], f"number{n}"]) for n in range(17)}
    text = "".join(
        STOOD.format(n=n, weight=n % 3 + 1, title=title, year=2020 - n)
        for n, title in titles.items()
    )
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    folder = tmp_path / "public"
    files = ("--db", str(tmp_path / "events.toml"), "--no-packaged")
    assert main.run(["site", str(folder), *files, "--languages", "en"]) == 0
    assert {path.name for path in (folder / "en/data").glob("rows-*")} == {
        f"rows-{part}.js" for part in range(6)
    }
    window = visitor()
    window.visit(folder, "en/search.html?from=2000")
    window.page.click("#more")
    window.page.wait_for_selector("html[data-turn='2']")
    shown = window.page.locator("#found a").evaluate_all(
        "all => all.map((a) => [a.href.match(/event-[0-9]+/)[0], a.textContent])"
    )
    assert sorted(shown) == sorted([f"event-{n}", title] for n, title in titles.items())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Сорбонна", "institut-sorbonne-kazakhstan-inauguration-2014"),
        ("sorbone", "institut-sorbonne-kazakhstan-inauguration-2014"),
        ("SORBÔNNE almaty", "institut-sorbonne-kazakhstan-inauguration-2014"),
        ("11 juin 2008", "strategic-partnership-treaty-2008"),
    ],
)
def test_it_folds_scripts_and_forgives_a_letter(
    visitor: Callable, folder: Path, query: str, expected: str
) -> None:
    window = visitor()
    window.visit(folder, f"fr/search.html?q={query}")
    assert expected in window.found()[:3]


def test_the_address_holds_what_is_asked(visitor: Callable, folder: Path) -> None:
    window = visitor()
    window.visit(folder, "fr/search")
    window.page.fill("#query", "visite")
    window.page.select_option("#cat", "visit")
    window.page.fill("#from", "2008")
    window.page.fill("#to", "2009")
    window.page.wait_for_function("document.querySelectorAll('#found li').length")
    shown, address = window.found(), window.page.url
    assert {"q=visite", "cat=visit", "from=2008", "to=2009"} <= set(
        address.partition("?")[2].split("&")
    )
    again = visitor()
    again.page.goto(address)
    assert again.found() == shown
    assert len(shown) > 1


def test_filters_keep_what_they_say(
    visitor: Callable, folder: Path, packaged: Index
) -> None:
    window = visitor()
    window.visit(folder, "en/search.html?cat=treaty&from=2008&to=2009")
    expected = packaged.rows(
        "SELECT id FROM events JOIN entries USING (no) WHERE category = 'treaty'"
        " AND latest >= '2008' AND earliest < '2010'"
    )
    assert set(window.found()) == {entry_id for (entry_id,) in expected}


def test_a_name_or_a_subject_narrows_what_is_found(
    visitor: Callable, folder: Path, packaged: Index
) -> None:
    chosen = (
        ("person", "nazarbayev", "person"),
        ("org", "alstom", "organisation"),
        ("place", "paris", "place"),
    )
    for facet, name, role in chosen:
        window = visitor()
        window.visit(folder, f"en/search.html?{facet}={name}&from=2008&to=2012")
        window.page.wait_for_function(f"document.getElementById('{facet}').value")
        while window.page.is_visible("#more"):
            turn = window.page.get_attribute("html", "data-turn")
            window.page.click("#more")
            window.page.wait_for_selector(f"html:not([data-turn='{turn}'])")
        expected = packaged.rows(
            "SELECT DISTINCT id FROM events JOIN entries USING (no) JOIN links ON event = no"
            " WHERE name = ? AND role = ? AND latest >= '2008' AND earliest < '2013'",
            (name, role),
        )
        assert set(window.found()) == {entry_id for (entry_id,) in expected}
        chosen_label = window.page.locator(f"#{facet} option:checked").inner_text()
        assert name in chosen_label.lower().replace("nazarbaïev", "nazarbayev")


def test_several_names_in_an_address_are_any_of_them(
    visitor: Callable, folder: Path
) -> None:
    found = []
    for people in ("hollande", "sarkozy", "hollande,sarkozy"):
        window = visitor()
        window.visit(folder, f"en/search.html?person={people}&cat=visit,treaty")
        window.page.wait_for_selector("#found li")
        found.append(window.page.inner_text("#status"))
    one, other, either = (int(re.sub(r"\D", "", text)) for text in found)
    assert max(one, other) < either <= one + other


def test_what_is_embedded_shows_a_list_and_leads_out(
    visitor: Callable, folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    source = (folder / "fr/embed.html").as_uri() + "?q=visite&n=3&theme=dark"
    page.write_text(f'<iframe src="{source}" title="x"></iframe>', encoding="utf-8")
    window = visitor()
    window.page.goto(page.as_uri())
    frame = window.page.frame_locator("iframe")
    frame.locator("#found li").nth(2).wait_for()
    assert frame.locator("#found li").count() == 3
    assert frame.locator("#found a").first.get_attribute("target") == "_blank"
    assert frame.locator("html").get_attribute("data-theme") == "dark"


@pytest.mark.parametrize("asked", ["n=-3", "n=x&from=abc", "cat=toString&person=__proto__"])
def test_nonsense_in_the_address_of_what_is_embedded_logs_nothing(
    visitor: Callable, folder: Path, asked: str
) -> None:
    window = visitor()
    window.visit(folder, f"fr/embed.html?q=visite&{asked}")
    shown = len(window.found())
    assert shown == (1 if "-3" in asked else 12)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("2008-06-11", "strategic-partnership-treaty-2008"),
        ("buste Abai -Rennes", "buste-abai-paris-2021"),
        (
            "institut sorbonne almaty zzyzx",
            "institut-sorbonne-kazakhstan-inauguration-2014",
        ),
        ("première visite de Nazarbaïev", "nazarbayev-state-visit-1992"),
    ],
)
def test_a_query_is_read_as_the_program_reads_it(
    visitor: Callable, folder: Path, query: str, expected: str
) -> None:
    window = visitor()
    window.visit(folder, f"fr/search.html?q={query}")
    assert expected in window.found()[:4]
    assert re.search(r"\d", window.page.inner_text("#status"))


def test_the_root_leads_to_the_language_of_the_reader(
    visitor: Callable, folder: Path
) -> None:
    for locale, path in (("fr-CA", "fr/index.html"), ("en-US", "en/index.html")):
        window = visitor(locale=locale)
        window.page.goto((folder / "index.html").as_uri())
        window.page.wait_for_url(f"**/{path}")
    window = visitor(locale="de")
    window.page.goto((folder / "index.html").as_uri())
    assert window.page.locator("main a").count() == 2


def test_the_search_in_the_bar_leads_to_the_search(visitor: Callable, folder: Path) -> None:
    window = visitor()
    window.visit(folder, "fr/names/index")
    window.page.fill(".find input", "sorbonne")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/search.html?q=sorbonne")
    assert window.found()


def test_a_card_of_the_timeline_leads_to_the_page_of_its_event_and_back(
    visitor: Callable, folder: Path
) -> None:
    window = visitor()
    treaty = "strategic-partnership-treaty-2008"
    window.visit(folder, f"fr/index.html#{treaty}")
    window.page.click(f"#card a[href='events/{treaty}.html']")
    window.page.wait_for_url(f"**/fr/events/{treaty}.html")
    window.page.click("a.back")
    window.page.wait_for_url(f"**/fr/index.html*{treaty}")
    assert window.page.locator("#card h2").is_visible()
