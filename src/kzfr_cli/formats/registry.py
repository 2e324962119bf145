"""The formats by name: each is a module with `render(view, surface) -> str`, loaded when it is
asked for.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from kzfr_cli import core
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import inert
from kzfr_cli.errors import MissingExtraError
from kzfr_cli.formats.surface import Surface

EXTRA = "documents"
"""The extra of ours with the libraries of some formats."""

FORMATS = ("text", "json", "ndjson", "csv")
"""The formats of every listing."""


@pair
class Export:
    """A format that events are written in: its module, what it writes, the endings of its
    files.

    `wants` is the view it writes: a `listing`, a `dossier` (everything on each event, its sources
    as notes), an `archive` (that with the entries), a `page` (the same in every language), a
    `calendar` of anniversaries, or `references`. `library` is what it needs beyond a plain
    installation.
    """

    module: str
    wants: str
    endings: tuple[str, ...]
    library: str = ""


EXPORTS = {
    "text": Export("text", "listing", (".txt",)),
    "json": Export("json", "listing", (".json",)),
    "ndjson": Export("ndjson", "listing", (".ndjson", ".jsonl")),
    "csv": Export("csv", "listing", (".csv",)),
    "ics": Export("ics", "calendar", (".ics",)),
    "markdown": Export("markdown", "dossier", (".md", ".markdown")),
    "docx": Export("word.handout", "dossier", (".docx",)),
    "pdf": Export("pdf", "dossier", (".pdf",), "typst"),
    "html": Export("html", "page", (".html", ".htm")),
    "svg": Export("svg", "dossier", (".svg",)),
    "pptx": Export("pptx", "dossier", (".pptx",), "python-pptx"),
    "xlsx": Export("xlsx", "dossier", (".xlsx",)),
    "png": Export("png", "dossier", (".png",), "resvg-py"),
    "sqlite": Export("sqlite.file", "archive", (".sqlite", ".sqlite3", ".db")),
    "timelinejs": Export("timelinejs", "dossier", (".timeline.json",)),
    "markwhen": Export("markwhen", "dossier", (".mw",)),
    "csl-json": Export("csljson", "references", (".csl.json",)),
    "bibtex": Export("bibtex", "references", (".bib",)),
    "ris": Export("ris", "references", (".ris",)),
}
"""The formats that events are written in, by name."""


BRIEF = ("docx", "pdf", "markdown")
"""The handouts that can be one page."""

TITLED = ("svg", "png", "pptx", "xlsx", "html")
"""The other formats that show a title."""

PLANS = {
    "markdown": "plans.markdown",
    "docx": "word.plan",
    "html": "plans.html",
    "pdf": "plans.pdf",
    "xlsx": "plans.xlsx",
}
"""The modules that write anniversaries in the formats that are not of rows."""

BY_LINES = ("text", "csv", "markdown", "markwhen")
"""The formats in which a line may begin with what the data hold."""

COMMEMORATIONS = (*FORMATS, "ics", *PLANS)
"""The formats that carry anniversaries: the day, the weekday, the number, the event, its date. The
others have room for the events only.
"""


READ_BACK = ("json", "ndjson")
"""The formats of rows that `kzfr export` writes with the entries, which an import reads
back whole.
"""


def shape_of(fmt: str, *, of_events: bool) -> str:
    """Return what a format wants of events, or of their anniversaries, which are rows but in a
    calendar.
    """
    if of_events and fmt in READ_BACK:
        return "entries"
    wants = EXPORTS[fmt].wants
    return wants if of_events or wants == "calendar" else "listing"


TEXTS = {
    "TimelineView": "timeline",
    "ChartView": "chart",
    "TableView": "table",
    "AnniversaryListView": "anniversaries",
    "WelcomeView": "welcome",
    "GreetingView": "greeting",
    "HitListView": "hits",
    "SeveralView": "several",
    "EventSheet": "sheet",
    "NameSheet": "name",
    "IndicatorListView": "indicators",
    "IndicatorView": "figures",
    "FigureSheet": "figure",
    "SourceListView": "sources",
    "SourceSheet": "source",
    "ReferencesView": "references",
    "InfoView": "info",
    "ChangeListView": "changes",
    "LicenceListView": "licences",
    "SettingListView": "settings",
    "ProblemListView": "problems",
    "FindingListView": "findings",
    "CheckListView": "checks",
    "CheckView": "check",
}
"""The module of `formats.text` that writes each view."""


def module(view: Any, fmt: str) -> ModuleType:
    """Load the module that writes a view in a format."""
    if fmt == "text":
        return import_module(f"kzfr_cli.formats.text.{TEXTS[type(view).__name__]}")
    if fmt in PLANS and type(view).__name__ == "AnniversaryListView":
        return loaded(PLANS[fmt], fmt)
    return export_module(fmt)


def export_module(fmt: str) -> ModuleType:
    """Load the module that writes events in a format."""
    export = EXPORTS.get(fmt)
    return loaded(export.module if export else fmt, fmt)


def loaded(name: str, fmt: str) -> ModuleType:
    """Load a module of this package; raises `MissingExtraError` without the library that its
    format needs.
    """
    export = EXPORTS.get(fmt)
    try:
        return import_module(f"kzfr_cli.formats.{name}")
    except ImportError as error:
        if export is None or not export.library:
            raise
        raise MissingExtraError(
            format=fmt,
            package=export.library,
            extra=EXTRA,
            command=core.installation.command(export.library),
        ) from error


def render(view: Any, fmt: str, surface: Surface) -> str | bytes:
    """Write a view in a format; a text ends with a line end unless it is empty, and nothing that
    the data hold begins a line that the log of a build obeys.
    """
    written: str | bytes = module(view, fmt).render(view, surface)
    if fmt in BY_LINES and isinstance(written, str):
        written = inert(written)
    if isinstance(written, bytes) or not written or written.endswith("\n"):
        return written
    return written + "\n"


def losses(view: Any, fmt: str, surface: Surface) -> list[str]:
    """Say what a format could not carry of a view."""
    tells = getattr(module(view, fmt), "losses", None)
    return tells(view, surface) if tells else []
