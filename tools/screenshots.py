"""Take the pictures of docs/images/ again: `python tools/screenshots.py`, with Debian's Chromium
and poppler-utils.

The page of the packaged database, on 5 June 2018, in light, dark, on a phone and on paper; the
picture for a slide; and the landmarks and the chart of years in a terminal, drawn by rich.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EVENT = "#strategic-partnership-treaty-2008"
VIEWS = {
    "page-light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "page-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "page-phone": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "light",
        "device_scale_factor": 2,
    },
}


def kzfr(*arguments: str) -> None:
    """Run the program on the packaged database alone."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "KZFR_TODAY": "2018-06-05"}
    subprocess.run(
        [sys.executable, "-m", "kzfr_cli", *arguments], env=environment, check=True
    )


def terminal(target: Path, *arguments: str) -> None:
    """Draw what a command prints on a terminal of 118 columns."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "KZFR_TODAY": "2018-06-05",
        "FORCE_COLOR": "1",
    }
    command = [sys.executable, "-m", "kzfr_cli", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(done.stdout))
    console.save_svg(str(target), title="$ kzfr " + " ".join(arguments), unique_id="kzfr")


def main() -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    terminal(IMAGES / "terminal.svg", "timeline")
    terminal(IMAGES / "chart.svg", "timeline", "--chart")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page, slide = Path(folder, "page.html"), Path(folder, "slide.svg")
        kzfr("export", str(page), "--lang", "en")
        kzfr(
            "export",
            str(slide),
            "--lang",
            "en",
            "--category",
            "treaty",
            "--category",
            "visit",
            "--from",
            "2008",
        )
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name, options in VIEWS.items():
            take(browser, page, name, options)
        shoot(
            browser,
            slide.as_uri(),
            IMAGES / "slide.png",
            {"viewport": {"width": 1600, "height": 900}},
        )
        paper(browser, page, Path(folder))
        browser.close()


def take(browser: Browser, page: Path, name: str, options: dict) -> None:
    """Take the page as it opens on a permanent link."""
    fragment = EVENT if name == "page-phone" else ""
    shoot(browser, page.as_uri() + fragment, IMAGES / f"{name}.png", options)


def shoot(browser: Browser, address: str, target: Path, options: dict) -> None:
    """Take one picture."""
    context = browser.new_context(**options)
    opened = context.new_page()
    opened.goto(address)
    opened.wait_for_timeout(300)
    opened.screenshot(path=str(target))
    if ready := opened.evaluate("document.documentElement.dataset.ready"):
        print(f"{target.name}: ready after {ready} ms")
    context.close()


def paper(browser: Browser, page: Path, folder: Path) -> None:
    """Print the treaties of the page and take its first sheet."""
    opened = browser.new_page()
    opened.goto(page.as_uri())
    opened.click("#categories button[data-name=treaty]")
    opened.pdf(path=str(folder / "page.pdf"), prefer_css_page_size=True)
    sheet = [
        "pdftoppm",
        "-png",
        "-r",
        "80",
        "-f",
        "1",
        "-singlefile",
        str(folder / "page.pdf"),
        str(IMAGES / "page-print"),
    ]
    subprocess.run(sheet, check=True)


if __name__ == "__main__":
    main()
