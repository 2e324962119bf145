"""Headless Chromium opens the page from disk: it searches, filters, prints, and asks nothing of
anybody.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kzfr_cli.languages import folding
from kzfr_cli.store.index.reading import Index
from tests.clients.conftest import Client

TREATY = "strategic-partnership-treaty-2008"
HOSTILE = """
[[sources]]
id = "page"
title = "<img src=x onerror=alert(1)>"
url = "javascript:alert(1)"
kind = "press"

[[events]]
id = "hostile-2008"
category = "treaty"
title.en = "</script><script>alert(1)</script>\\u202E\\u001b[31m"
summary.en = "<b onmouseover=alert(1)>bold</b> &amp; ]]> -->"
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["page"]
"""


@pytest.fixture(scope="module")
def browser(client: Client) -> Iterator[Any]:
    """Start the Chromium of the system, without a screen."""
    chromium = client("chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the packaged database."""
    import os
    import sys

    from tests.conftest import ROOT

    folder = tmp_path_factory.mktemp("page")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT / "src"),
        "LANG": "C.UTF-8",
    }
    target = folder / "page.html"
    command = [sys.executable, "-m", "kzfr_cli", "export", str(target), "--lang", "en"]
    subprocess.run(command, env=environment, check=True, timeout=120)
    return target


class Opened:
    """Hold an open page with what it logged and what it asked for."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.logged: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.logged.append(message.text))
        self.page.on("pageerror", lambda error: self.logged.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]")

    def listed(self) -> list[str]:
        """List the ids of the events in the list."""
        links = self.page.locator("#list a").evaluate_all(
            "all => all.map((link) => link.getAttribute('href').slice(1))"
        )
        return list(links)

    def wait(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; the policy of the page lets no string be run that would wait
        in it.
        """
        for _ in range(100):
            if holds():
                return
            self.page.wait_for_timeout(50)
        assert holds()

    def count(self) -> int:
        """Read how many events are found."""
        return int(self.page.inner_text("#count").split()[0])


@pytest.fixture
def opened(browser: Any, written: Path) -> Iterator[Callable[..., Opened]]:
    """Open the page, and hold at the end that it logged nothing and asked for nothing but itself."""
    pages: list[Opened] = []

    def run(fragment: str = "", path: Path = written, **options: Any) -> Opened:
        pages.append(Opened(browser, path, fragment, **options))
        return pages[-1]

    yield run
    for each in pages:
        assert each.logged == []
        assert [url for url in each.requests if not url.startswith(("file:", "data:"))] == []
        each.context.close()


def test_it_opens_with_every_event_in_less_than_its_goal(
    opened: Callable, packaged: Index
) -> None:
    page = opened()
    assert page.count() == packaged.count("events")
    assert page.page.locator(".mark").count() > 50


def test_search_folds_accents_scripts_and_forgives_a_letter(opened: Callable) -> None:
    page = opened()
    for query in ("sorbonne almaty", "Сорбонна", "SORBÔNNE", "sorbone"):
        page.page.fill("#query", query)
        page.wait(lambda: page.count() < 60)
        assert "institut-sorbonne-kazakhstan-inauguration-2014" in page.listed(), query
    page.page.fill("#query", "zzzzzz")
    page.page.wait_for_selector("#nothing:not([hidden])")


def test_filters_keep_what_they_say(opened: Callable, packaged: Index) -> None:
    page = opened()
    page.page.click("#categories button[data-name=treaty]")
    (treaties,) = packaged.rows("SELECT count(*) FROM events WHERE category = 'treaty'")[0]
    assert page.count() == treaties
    page.page.check("#disputed")
    assert page.count() < treaties
    page.page.fill("#from", "2008")
    page.page.fill("#to", "2008")
    page.wait(lambda: page.count() == 1)
    assert page.listed() == [TREATY]


def test_languages_change_every_word(opened: Callable) -> None:
    page = opened("#" + TREATY)
    titles = set()
    for lang in ("fr", "en", "ru", "kk"):
        page.page.click(f"[data-lang={lang}]")
        assert page.page.evaluate("document.documentElement.lang") == lang
        titles.add(
            (
                page.page.inner_text("h1"),
                page.page.inner_text("#card-title"),
                page.page.inner_text("legend"),
            )
        )
    assert len(titles) == 4


def test_what_is_told_in_another_language_says_in_which(opened: Callable) -> None:
    page = opened("#" + TREATY)
    page.page.click("[data-lang=kk]")
    assert (
        page.page.locator("#card > p[lang=en]")
        .inner_text()
        .startswith("France and Kazakhstan sign")
    )
    assert page.page.locator("#card li .says[lang=en]").count() > 3
    page.page.click("[data-lang=fr]")
    assert page.page.locator("#card > p[lang], #card > ul .says[lang]").count() == 0


def test_a_permanent_link_opens_its_card(opened: Callable) -> None:
    page = opened("#" + TREATY)
    card = page.page.inner_text("#card")
    assert "11 June 2008" in card
    assert "disputed" in card
    assert page.page.locator("#card ol a[href^=https]").count() > 2
    page.page.click("#close")
    assert page.page.is_hidden("#card")


def test_a_permanent_link_shows_its_card_to_who_follows_it(opened: Callable) -> None:
    page = opened("#" + TREATY, viewport={"width": 1280, "height": 800})
    box = page.page.locator("#card-title").bounding_box()
    assert 0 <= box["y"] < 760
    assert page.page.evaluate("document.activeElement.id") == "card"


def test_the_back_button_takes_back_what_was_opened(opened: Callable) -> None:
    page = opened()
    first, second = page.listed()[:2]
    for id in (first, second):
        page.page.click(f"#list a[href='#{id}']")
        assert page.page.evaluate("location.hash") == "#" + id
    page.page.go_back()
    page.wait(lambda: page.page.evaluate("location.hash") == "#" + first)
    assert page.page.locator(f"#list a[href='#{first}'][aria-current=true]").count() == 1
    page.page.go_back()
    page.wait(lambda: page.page.is_hidden("#card"))
    page.page.go_forward()
    page.wait(lambda: page.page.is_visible("#card"))


def test_without_a_script_it_is_a_hand_out(
    browser: Any, written: Path, packaged: Index
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written.as_uri())
    assert page.locator("#handout h3:visible").count() == packaged.count("events")
    assert page.is_hidden("#filters")
    context.close()


def test_months_have_names_in_a_language_that_the_browser_does_not_know(
    opened: Callable,
) -> None:
    page = opened()
    page.page.click("[data-lang=kk]")
    for _ in range(12):
        page.page.click("#closer")
    page.wait(lambda: page.page.locator(".year").count() > 2)
    names = page.page.locator(".year").all_inner_texts()
    assert not [name for name in names if name.startswith("M")]
    assert {"нау.", "там."} & set(names) or "мау." in names


SPANS = """
[[events]]
id = "{id}"
category = "energy"
title.en = "{id}"
[[events.dates]]
kind = "occurred"
value = "{value}"
status = "preferred"
"""


def test_only_the_uncertain_ends_of_a_bar_fade(
    opened: Callable, kzfr: Callable, tmp_path: Path
) -> None:
    values = {
        "sure": "1990/1999",
        "begun": "1990?/1999",
        "ended": "1990/1999~",
        "since": "1990/..",
        "until": "../1999",
        "decade": "199X",
        "ancient": "0044-03-15",
    }
    text = "".join(SPANS.format(id=id, value=value) for id, value in values.items())
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    target = tmp_path / "spans.html"
    assert (
        kzfr(
            "export", str(target), "--no-packaged", "--db", str(tmp_path / "events.toml")
        ).returncode
        == 0
    )
    page = opened(path=target)
    page.page.click("#whole")
    years = page.page.locator(".year").evaluate_all(
        "all => all.map((each) => [each.textContent, each.offsetLeft])"
    )
    assert years == sorted(years, key=lambda item: item[1])
    assert [int(year) for year, _ in years] == sorted({int(year) for year, _ in years})
    page.page.fill("#from", "1980")
    page.wait(lambda: page.count() == 6)
    drawn = {"long", "faded-start", "faded-end"}
    classes = {
        id: set(page.page.locator(f".mark[data-id={id}]").get_attribute("class").split())
        & drawn
        for id in values
        if id != "ancient"
    }
    assert classes == {
        "sure": {"long"},
        "begun": {"long", "faded-start"},
        "ended": {"long", "faded-end"},
        "since": {"long", "faded-end"},
        "until": {"long", "faded-start"},
        "decade": drawn,
    }


def test_what_is_chosen_is_seen_in_forced_colours(opened: Callable) -> None:
    page = opened(forced_colors="active")
    page.page.click("#categories button[data-name=treaty]")
    ground = "(element) => getComputedStyle(element).backgroundColor"
    chosen, other = (
        page.page.locator(f"#categories [data-name={name}]").evaluate(ground)
        for name in ("treaty", "visit")
    )
    assert chosen != other


def test_a_malformed_link_opens_the_page_without_a_card(
    opened: Callable, packaged: Index
) -> None:
    page = opened("#%E0%A4%A")
    assert page.count() == packaged.count("events")
    assert page.page.is_hidden("#card")


def test_a_former_id_leads_to_its_event(opened: Callable, packaged: Index) -> None:
    former, body = packaged.rows(
        "SELECT former, body FROM former_ids JOIN entries ON no = entry WHERE kind = 'events'"
    )[0]
    page = opened("#" + former)
    assert page.page.evaluate("location.hash") == "#" + json.loads(body)["id"]


def test_the_timeline_is_walked_with_the_keyboard(opened: Callable) -> None:
    page = opened()
    page.page.focus("#scroll")
    page.page.keyboard.press("ArrowRight")
    first = page.page.evaluate("document.activeElement.dataset.id")
    page.page.keyboard.press("ArrowRight")
    second = page.page.evaluate("document.activeElement.dataset.id")
    assert first and second and first != second
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#card:not([hidden])")
    page.page.keyboard.press("Escape")
    assert page.page.is_hidden("#card")


def test_tab_stops_at_one_mark_of_the_timeline(opened: Callable) -> None:
    page = opened()
    page.page.focus("#scroll")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.classList.contains('mark')")
    page.page.wait_for_timeout(200)
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.closest('#list') !== null")


def test_zoom_goes_from_decades_to_months(opened: Callable) -> None:
    page = opened()
    page.page.click("#whole")
    years = page.page.locator(".year").all_inner_texts()
    assert all(int(year) % 5 == 0 for year in years)
    for _ in range(16):
        page.page.click("#closer")
    assert (
        "Jun" in page.page.locator(".year").all_inner_texts()
        or page.page.locator(".year").count() > 3
    )
    assert any(not text.isdigit() for text in page.page.locator(".year").all_inner_texts())


def test_it_prints_as_a_numbered_hand_out(
    opened: Callable, client: Client, tmp_path: Path
) -> None:
    pdftotext = client("pdftotext")
    page = opened()
    page.page.click("#categories button[data-name=treaty]")
    target = tmp_path / "page.pdf"
    page.page.pdf(path=str(target), prefer_css_page_size=True)
    done = subprocess.run(
        [pdftotext, "-layout", target, "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    info = subprocess.run(
        [client("pdfinfo"), target], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "Strategic partnership treaty signed" in done.stdout
    assert "Sources" in done.stdout
    assert f"{page.count()} events · treaty" in done.stdout
    assert "(accepted)" not in done.stdout
    assert "(disputed)" in done.stdout
    assert "A4" in info


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_violation(
    opened: Callable, client: Client, scheme: str, width: int
) -> None:
    axe = client("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    page = opened(
        "#" + TREATY,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page.page.add_script_tag(content=axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.page.evaluate("(tags) => axe.run({ runOnly: tags })", tags)
    told = [
        (item["id"], [node["html"][:120] for node in item["nodes"][:3]])
        for item in found["violations"]
    ]
    assert told == []


def test_a_phone_is_never_scrolled_sideways(opened: Callable) -> None:
    page = opened(viewport={"width": 360, "height": 800})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_script_folds_as_the_program_does(opened: Callable, packaged: Index) -> None:
    page = opened()
    names = [form for entry in packaged.all("names") for form in entry["label"].values()]
    letters = page.page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).letters"
    )
    for name in names:
        for letter in name.lower():
            if not letter.isascii() and letter.isalnum() and letter in letters:
                assert letters[letter] == folding.fold(letter), letter
    assert len(letters) > 40


def test_hostile_texts_stay_texts(opened: Callable, kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(HOSTILE, encoding="utf-8")
    target = tmp_path / "hostile.html"
    done = kzfr(
        "export",
        str(target),
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--lang",
        "en",
    )
    assert done.returncode == 0
    page = opened("#hostile-2008", path=target)
    assert "</script><script>alert(1)</script>" in page.page.inner_text("#card-title")
    assert page.page.locator("#card b, #card img, #handout img").count() == 0
    assert page.page.locator("a[href^='javascript']").count() == 0
    assert "\u202e" not in target.read_text(encoding="utf-8")


def test_ten_thousand_events_stay_usable(
    browser: Any, kzfr: Callable, tmp_path: Path
) -> None:
    entry = (
        '[[events]]\nid = "event-{n}"\ncategory = "visit"\ntitle.en = "Event number {n}"\n'
        '[[events.dates]]\nkind = "occurred"\nvalue = "{y}-{m:02}-{d:02}"\nstatus = "preferred"\n'
    )
    many = (
        entry.format(n=n, y=1950 + n % 70, m=n % 12 + 1, d=n % 28 + 1) for n in range(10_000)
    )
    (tmp_path / "events.toml").write_text("".join(many), encoding="utf-8")
    target = tmp_path / "many.html"
    assert (
        kzfr(
            "export", str(target), "--no-packaged", "--db", str(tmp_path / "events.toml")
        ).returncode
        == 0
    )
    page = Opened(browser, target)
    assert page.count() == 10_000
    page.page.fill("#query", "number 9999")
    page.wait(lambda: page.count() == 1)
    assert page.listed() == ["event-9999"]
    page.page.fill("#query", "")
    page.wait(lambda: page.count() == 10_000)
    page.page.click("#whole")
    assert 50 < page.page.locator(".mark").count() < 1_500
    page.page.focus("#scroll")
    walked = set()
    for _ in range(8):
        page.page.keyboard.press("ArrowRight")
        walked.add(page.page.evaluate("document.activeElement.dataset.id"))
    assert len(walked) == 8
    page.context.close()
