"""The formats by name: each is a module with `render(view, surface) -> str`, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kzfr_cli.formats.surface import Surface

FORMATS = ("text", "json", "ndjson", "csv")

TEXTS = {
    "TimelineView": "timeline",
    "AnniversaryListView": "anniversaries",
    "WelcomeView": "welcome",
    "HitListView": "hits",
    "EventSheet": "sheet",
    "NameSheet": "name",
    "IndicatorListView": "indicators",
    "IndicatorView": "figures",
    "FigureSheet": "figure",
    "SourceListView": "sources",
    "SourceSheet": "source",
    "ReferencesView": "references",
    "InfoView": "info",
    "ProblemListView": "problems",
    "FindingListView": "findings",
    "CheckListView": "checks",
    "CheckView": "check",
}
"""The module of `formats.text` that writes each view."""


def render(view: Any, format: str, surface: Surface) -> str:
    """Write a view in a format; the text ends with a line end unless it is empty."""
    name = f"text.{TEXTS[type(view).__name__]}" if format == "text" else format
    text: str = import_module(f"kzfr_cli.formats.{name}").render(view, surface)
    return text if not text or text.endswith("\n") else text + "\n"
