"""The folder of one language of a site, and the frame of every page in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from kzfr_cli import __version__
from kzfr_cli.core.record import record
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import html, origin, palette
from kzfr_cli.formats.palette import FAMILIES
from kzfr_cli.formats.site import words
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.sites import Edition, SiteView

LOCALES = {"fr": "fr_FR", "en": "en_GB", "ru": "ru_RU", "kk": "kk_KZ"}
"""How the cards of shared links name a language (Open Graph)."""

WAYS = (
    "index.html",
    "years/index.html",
    "categories/index.html",
    "names/index.html",
    "anniversaries.html",
    "figures/index.html",
)
"""The pages that the head of every page leads to."""

SEARCHES = ("search.html", "index.html")
"""The pages that are the search, and need none in their head."""

LONGEST = 300
"""Letters of a description: no engine shows more."""


@record
class Head:
    """What a page tells of itself to engines and to the cards of shared links.

    `path` counts from the folder of its language; `card` is the name of its picture; `data` are
    blocks of JSON-LD.
    """

    path: str
    title: str
    description: str
    card: str = "card"
    kind: str = "website"
    data: tuple[str, ...] = ()


class Branch:
    """The folder of one language: writes its pages, each in the same frame."""

    def __init__(self, view: SiteView, edition: Edition, surface: Surface) -> None:
        self.view = view
        self.edition = edition
        self.lang = edition.lang
        self.prefix = "" if view.is_single else f"{edition.lang}/"
        self.base = view.base and view.base + self.prefix
        self.says = words.spoken(self.lang, surface)
        self.has_license = origin.of(surface) is not None
        self.has_cards = False
        self.bars: dict[tuple[str, str], str] = {}
        self.fixed = self.constants()

    def constants(self) -> dict[str, Any]:
        """What every page is given."""
        return {
            "lang": self.lang,
            "says": self.says,
            "version": __version__,
            "visible": visible,
            "safe_url": html.safe_url,
            "said": html.pairs(self.lang),
            "kinds": html.vocabulary(vocabulary.KINDS, self.lang),
            "statuses": html.vocabulary(vocabulary.STATUSES, self.lang),
            "categories": html.vocabulary(vocabulary.CATEGORIES, self.lang),
        }

    def page(self, template: str, head: Head, **values: Any) -> tuple[str, bytes]:
        """Write a page; returns its path in the site and what it holds."""
        up = "../" * head.path.count("/")
        written: str = (
            templates()
            .get_template(template)
            .render(
                **self.fixed,
                **values,
                head=self.head(head),
                heading=head.title,
                bar=self.bar(up, head.path),
                up=up,
                root=up + "../" * self.prefix.count("/"),
                path=head.path,
                languages=self.languages(head.path),
            )
        )
        return self.prefix + head.path, written.encode()

    def ways(self) -> str:
        """Write where the page of the timeline leads beside its events."""
        written: str = templates().get_template("ways.html").render(**self.fixed)
        return written

    def missing(self) -> tuple[str, bytes]:
        """Write the page of an address that leads nowhere, which a host shows at any depth: with
        the address of the site its links are whole.
        """
        says = self.says
        head = Head(path="404.html", title=says["missing"], description=says["missing_lead"])
        base, sheet = self.view.base, style()
        written: str = (
            templates()
            .get_template("missing.html")
            .render(
                **self.fixed,
                head="",
                heading=head.title,
                bar=self.bar(base + self.prefix, head.path),
                up=base + self.prefix,
                root=base,
                style=sheet,
                style_hash=html.digest(sheet),
                path=head.path,
                languages=[],
            )
        )
        return head.path, written.encode()

    def choice(self) -> tuple[str, bytes]:
        """Write the root of a site of several languages, which leads to that of the reader."""
        script, base = part("choice.js"), self.view.base
        codes = [each.lang for each in self.view.editions]
        head = Head(
            path="", title=self.says["site_title"], description=self.says["site_lead"]
        )
        alternates = [(code, f"{base}{code}/index.html") for code in codes]
        written: str = (
            templates()
            .get_template("choice.html")
            .render(
                **self.fixed,
                head=self.headed(head, base, [*alternates, ("x-default", base or "./")]),
                heading=head.title,
                script=script,
                script_hash=html.digest(script),
                codes=codes,
            )
        )
        return "index.html", written.encode()

    def bar(self, up: str, path: str) -> str:
        """Write the head of a page, `up` being the way to the folder; those of a depth share it but
        for the pages that it names.
        """
        key = up, path if path in (*WAYS, *SEARCHES) else ""
        if key not in self.bars:
            is_search = path in SEARCHES
            values = {**self.fixed, "up": up, "path": path, "is_search": is_search}
            self.bars[key] = templates().get_template("bar.html").render(**values)
        return self.bars[key]

    def languages(self, path: str) -> list[tuple[str, str]]:
        """The same page in each language, its own among them."""
        root = "../" * (path.count("/") + self.prefix.count("/"))
        codes = [edition.lang for edition in self.view.editions]
        if self.view.is_single:
            return []
        return [(code, f"{root}{code}/{path}") for code in codes]

    def head(self, head: Head) -> str:
        """Write what a page tells of itself."""
        address = self.base and self.base + head.path
        return self.headed(head, address, self.alternates(head.path))

    def headed(self, head: Head, address: str, alternates: Sequence[tuple[str, str]]) -> str:
        """Write what a page tells of itself, at an address of the web, empty when it has none, and
        at those of its languages.
        """
        written: str = (
            templates()
            .get_template("head.html")
            .render(
                head=head,
                says=self.says,
                locale=LOCALES[self.lang],
                description=shortened(head.description),
                canonical=address,
                alternates=alternates,
                image=f"{self.base}cards/{head.card}.png" if self.has_cards else "",
                up="../" * head.path.count("/"),
            )
        )
        return written

    def alternates(self, path: str) -> list[tuple[str, str]]:
        """The addresses of a page in each language, and where a reader of none of them goes."""
        found = self.languages(path)
        base = self.view.base
        if base:
            found = [(code, f"{base}{code}/{path}") for code, _ in found]
        if not found or path != "index.html":
            return found
        return [*found, ("x-default", base or "../")]


def shortened(text: str) -> str:
    """Cut a description at a word."""
    shown = " ".join(visible(text).split())
    if len(shown) <= LONGEST:
        return shown
    return shown[:LONGEST].rpartition(" ")[0] + "…"


@lru_cache(maxsize=1)
def templates() -> Any:
    """Load the templates, in which every value is escaped."""
    from jinja2 import Environment, FunctionLoader

    return Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(part),
        auto_reload=False,
    )


def part(name: str) -> str:
    """Read a part of the site that is shipped with the program."""
    folder = resources.files("kzfr_cli.formats.site")
    return folder.joinpath("parts", name).read_text(encoding="utf-8")


def style() -> str:
    """The style of every page, with the colours of the categories on light and dark grounds."""
    marks = "\n".join(
        f".c-{category} {{ --own: var(--{family.name}); }}"
        for family in FAMILIES
        for category in family.categories
    )
    return f"{palette.grounds()}\n{marks}\n{part('site.css')}"
