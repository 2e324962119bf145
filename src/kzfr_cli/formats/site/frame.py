"""The folder of one language of a site, and the frame of every page in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup, escape

from kzfr_cli import __version__
from kzfr_cli.core.record import record
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import html, origin, palette
from kzfr_cli.formats.palette import FAMILIES
from kzfr_cli.formats.site import words
from kzfr_cli.formats.site.rows import ListedEvent
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

WHOLE = ("search.html", "embed.html")
"""The templates that are more than the text of a page in the usual frame."""

PLACES = ("tab", "head", "bar", "main", "languages")
"""What changes from page to page, in the order of the frame."""

MARK = "\x00"
"""Stands for each of these while the frame is written; no text that is shown has it."""

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

    def __init__(
        self,
        view: SiteView,
        edition: Edition,
        surface: Surface,
    ) -> None:
        self.view = view
        self.edition = edition
        self.lang = edition.lang
        self.prefix = "" if view.is_single else f"{edition.lang}/"
        self.base = view.base and view.base + self.prefix
        self.says = words.spoken(self.lang, surface)
        self.has_license = origin.of(surface) is not None
        self.has_cards = False
        self.fixed = self.constants()
        self.macros = templates().get_template("pieces.html").make_module(self.fixed)
        self.pieces: dict[tuple[str, str], str] = {}
        self.frames: dict[str, list[str]] = {}

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
            "tongues": html.vocabulary(vocabulary.LANGUAGES, self.lang),
            "rows": self.rows,
        }

    def rendered(self, template: str, **values: Any) -> Markup:
        """Fill a template in; what comes back is markup."""
        return Markup(templates().get_template(template).render(self.fixed, **values))

    def page(self, template: str, head: Head, **values: Any) -> tuple[str, bytes]:
        """Write a page; returns its path in the site and what it holds."""
        up = "../" * head.path.count("/")
        values |= {
            "heading": head.title,
            "up": up,
            "root": self.root(up),
            "path": head.path,
        }
        around: dict[str, str] = {
            "tab": self.tab(head.title),
            "head": self.head(head),
            "bar": self.bar(up, head.path),
            "languages": self.choosing(head.path),
        }
        if template in WHOLE:
            whole = self.rendered(template, **values, **around)
            return self.prefix + head.path, whole.encode()
        around["main"] = self.rendered(template, **values)
        return self.prefix + head.path, self.framed(up, around).encode()

    def framed(
        self,
        up: str,
        filled: Mapping[str, str],
    ) -> str:
        """Put what a page holds into the frame, which is written once for those of a depth."""
        if up not in self.frames:
            marks = {name: Markup(MARK) for name in PLACES}
            frame = self.rendered("plain.html", **marks, root=self.root(up))
            self.frames[up] = str(frame).split(MARK)
        first, *parts = self.frames[up]
        written = [first]
        for name, part in zip(PLACES, parts, strict=True):
            written += filled[name], part
        return "".join(written)

    def piece(self, name: str, key: str, *values: object) -> str:
        """Write what many pages hold alike, by the macro of that name; once for each key."""
        if (name, key) not in self.pieces:
            macro = getattr(self.macros, name)
            self.pieces[name, key] = macro(*values).strip()
        return self.pieces[name, key]

    def notes(self, numbers: Iterable[str]) -> str:
        """Write the numbers of some sources, linked to them."""
        return joined(", ", [self.piece("note", number, number) for number in numbers])

    def rows(
        self,
        found: Iterable[ListedEvent],
        up: str,
    ) -> str:
        """Write the rows of some events."""
        written = (self.piece("row", up + row.id, row, up) for row in found)
        return joined("\n", written)

    def root(self, up: str) -> str:
        """The way to the root of the site from a page, `up` being that to the folder."""
        return up + "../" * self.prefix.count("/")

    def tab(self, heading: str) -> str:
        """The title of a page in the window that shows it."""
        site = self.says["site_title"]
        return escape(heading if heading == site else f"{heading} · {site}")

    def ways(self) -> str:
        """Write where the page of the timeline leads beside its events."""
        return str(self.rendered("ways.html"))

    def missing(self) -> tuple[str, bytes]:
        """Write the page of an address that leads nowhere, which a host shows at any depth: with
        the address of the site its links are whole.
        """
        says = self.says
        head = Head(path="404.html", title=says["missing"], description=says["missing_lead"])
        base, sheet = self.view.base, style()
        written = self.rendered(
            "missing.html",
            tab=self.tab(head.title),
            heading=head.title,
            bar=self.bar(base + self.prefix, head.path),
            root=base,
            style=sheet,
            style_hash=html.digest(sheet),
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
        written = self.rendered(
            "choice.html",
            head=self.headed(head, base, [*alternates, ("x-default", base or "./")]),
            heading=head.title,
            script=script,
            script_hash=html.digest(script),
            codes=codes,
        )
        return "index.html", written.encode()

    def bar(
        self,
        up: str,
        path: str,
    ) -> str:
        """Write the head of a page, `up` being the way to the folder; those of a depth share it but
        for the pages that it names.
        """
        key = up + path if path in (*WAYS, *SEARCHES) else up
        if ("bar", key) not in self.pieces:
            is_search = path in SEARCHES
            values = {"up": up, "path": path, "is_search": is_search}
            self.pieces["bar", key] = self.rendered("bar.html", **values)
        return self.pieces["bar", key]

    def choosing(self, path: str) -> str:
        """Write the way to the same page in each language."""
        found = self.languages(path)
        return self.rendered("choosing.html", languages=found) if found else ""

    def languages(self, path: str) -> list[tuple[str, str]]:
        """The same page in each language, its own among them."""
        root = "../" * (path.count("/") + self.prefix.count("/"))
        codes = [edition.lang for edition in self.view.editions]
        if len(codes) == 1:
            return []
        return [(code, f"{root}{code}/{path}") for code in codes]

    def head(self, head: Head) -> str:
        """Write what a page tells of itself."""
        address = self.base and self.base + head.path
        return self.headed(head, address, self.alternates(head.path))

    def headed(
        self,
        head: Head,
        address: str,
        alternates: Sequence[tuple[str, str]],
    ) -> str:
        """Write what a page tells of itself, at an address of the web, empty when it has none, and
        at those of its languages.
        """
        return self.rendered(
            "head.html",
            head=head,
            locale=LOCALES[self.lang],
            description=shortened(head.description),
            canonical=address,
            alternates=alternates,
            image=self.image(head.card),
            up="../" * head.path.count("/"),
        )

    def image(self, card: str) -> str:
        """The address of the picture of that name; empty when none is drawn."""
        return f"{self.base}cards/{card}.png" if self.has_cards else ""

    def alternates(self, path: str) -> list[tuple[str, str]]:
        """The addresses of a page in each language, and where a reader of none of them goes."""
        found = self.languages(path)
        base = self.view.base
        if base:
            found = [(code, f"{base}{code}/{path}") for code, _ in found]
        if not found:
            return found
        if path == "index.html":
            return [*found, ("x-default", base or "../")]
        return [*found, ("x-default", dict(found)[self.view.lang])]


def shortened(text: str) -> str:
    """Cut a description at a word."""
    shown = " ".join(visible(text).split())
    if len(shown) <= LONGEST:
        return shown
    return shown[:LONGEST].rpartition(" ")[0] + "…"


def joined(between: str, parts: Iterable[str]) -> str:
    """Join parts that are markup."""
    return Markup(between.join(parts))


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Load the templates, in which every value is escaped."""
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
    themes = ":root, :root:not([data-theme=light]), [data-theme=dark]"
    paper = f"@media print {{ {themes} {{ {palette.properties('light')} }} }}"
    return "\n".join((palette.grounds(), paper, marks, part("site.css")))
