"""An open page: what a reader sees of it, and what it asks of anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

IN_SIGHT = """() => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  return [...document.querySelectorAll(".mark")].filter((mark) => {
    const box = mark.getBoundingClientRect();
    return box.right > canvas.left && box.left < canvas.right && box.height > 0;
  }).map((mark) => mark.dataset.id);
}"""

COVERED = """() => [...document.querySelectorAll(".mark")].filter((mark) => {
  mark.scrollIntoView({ block: "center" });
  const box = mark.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const x = Math.min(Math.max(box.left, 1), width - 2);
  const at = [(Math.max(box.left, 1) + Math.min(box.right, width - 2)) / 2, (box.top + box.bottom) / 2];
  return document.elementFromPoint(at[0] || x, at[1])?.closest(".mark") !== mark;
}).map((mark) => mark.dataset.id)"""

CUT = """() => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  return [...document.querySelectorAll(".mark span")].filter((label) => {
    const box = label.getBoundingClientRect();
    return box.width && (box.left < canvas.left - 1 || box.right > canvas.right + 1);
  }).map((label) => label.textContent);
}"""


class Opened:
    """Hold an open page with what it logged and what it asked for."""

    def __init__(self, browser: Any, path: Path, address: str = "", **options: Any) -> None:
        self.context = browser.new_context(**{"locale": "en-US", **options})
        self.page = self.context.new_page()
        self.logged: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.logged.append(message.text))
        self.page.on("pageerror", lambda error: self.logged.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.go(path.as_uri() + address)

    def go(self, address: str) -> None:
        """Go to an address, and wait until the page is ready."""
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]")

    def listed(self) -> list[str]:
        """List the ids of the events in the list."""
        links = self.page.locator("#list a").evaluate_all(
            "all => all.map((link) => link.dataset.id)"
        )
        return list(links)

    def wait(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; the policy of the page lets no string be run that would wait
        in it.
        """
        for _ in range(100):
            if holds():
                return
            self.page.wait_for_timeout(40)
        assert holds()

    def count(self) -> int:
        """Read how many events are found."""
        told = self.page.inner_text("#count")
        return int("".join(letter for letter in told if letter.isdigit()))

    def in_sight(self) -> list[str]:
        """List the ids of the marks in sight."""
        return list(self.page.evaluate(IN_SIGHT))

    def outside(self) -> int:
        """Read how many events are told to lie outside."""
        told = self.page.locator("#outside [data-show]").all_inner_texts()
        return sum(
            int("".join(letter for letter in text if letter.isdigit())) for text in told
        )

    def is_whole(self) -> bool:
        """Return whether all that is counted is in sight, or is told to lie outside."""
        self.page.wait_for_timeout(40)
        marks = self.in_sight()
        count = self.count()
        assert len(set(marks)) == len(marks)
        assert bool(marks) == bool(count)
        return len(marks) + self.outside() == count

    def covered(self) -> list[str]:
        """List the marks that a click in their middle would not hit."""
        return list(self.page.evaluate(COVERED))

    def cut(self) -> list[str]:
        """List the labels that are cut at an end of the timeline."""
        return list(self.page.evaluate(CUT))

    def address(self) -> str:
        """Read the address, when it has come to rest."""
        self.page.wait_for_timeout(320)
        return str(self.page.url)

    def seen(self) -> dict[str, Any]:
        """Gather what a reader sees of the state."""
        text = self.page.inner_text
        card = self.page.locator("#card")
        return {
            "title": self.page.title(),
            "count": text("#count"),
            "asked": text("#asked"),
            "marks": sorted(self.in_sight()),
            "list": self.listed()[:20],
            "card": card.inner_text() if card.is_visible() else "",
            "query": self.page.input_value("#query"),
            "theme": self.page.evaluate("getComputedStyle(document.body).backgroundColor"),
            "lang": self.page.evaluate("document.documentElement.lang"),
        }
