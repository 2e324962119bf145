"""The promise of each command's JSON, as JSON Schema (draft 2020-12), made from the views that are
written.

Every object is closed: a field that a view gains is in the schema with it, and never in the output
alone.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from kzfr_cli.core import event
from kzfr_cli.core.record import fields, pair
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.queries import lookups
from kzfr_cli.settings import sources
from kzfr_cli.store import json_schema

DATABASE = "database"
"""The name of the schema of database files."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
EDTF = (
    "A date in EDTF (ISO 8601-2), such as 2008, 2008-06, 2008-06-11, 1992?, 2013-09/2013-12."
)
DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
LANGUAGE = {"type": "string", "pattern": "^([a-z]{2,3}(_[a-z]{4})?)?$"}


@pair
class Promise:
    """Say what a command may write: the views of which it lists rows, and those that it writes as
    one object.
    """

    listed: tuple[str, ...] = ()
    single: tuple[str, ...] = ()


PROMISES: Mapping[str, Promise] = {
    "timeline": Promise(("events.EventView",)),
    "search": Promise(("hits.EventHit", "hits.OtherHit")),
    "anniversary": Promise(("anniversaries.AnniversaryView",)),
    "show": Promise(
        (
            "figures.FigureView",
            "sheets.EventSheet",
            "sheets.NameSheet",
            "figures.FigureSheet",
            "sources.SourceSheet",
        ),
        (
            "sheets.EventSheet",
            "sheets.NameSheet",
            "figures.FigureSheet",
            "sources.SourceSheet",
        ),
    ),
    "figures": Promise(("figures.FigureView",)),
    "sources": Promise(("sources.SourceView",), ("sources.SourceSheet",)),
    "export": Promise(("whole.WholeEventView",)),
    "check": Promise(("findings.FindingView",)),
    "validate": Promise(
        ("problems.ProblemView", "problems.CheckView"), ("problems.CheckView",)
    ),
    "info": Promise(("changes.ChangeView", "licences.LicenceView"), ("info.InfoView",)),
    "config": Promise(("settings.SettingView",)),
}
"""What `--format json` writes, by command; the lists are the modules and classes of `views`."""

SPECIAL: Mapping[str, dict[str, Any]] = {
    "EventView.category": {"enum": list(event.CATEGORIES)},
    "EventView.scope": {"enum": list(event.SCOPES)},
    "EventView.confidence": {"enum": ["", *event.CONFIDENCES]},
    "EventView.weight": {"enum": list(event.WEIGHTS)},
    "EventView.date": {"type": "string", "description": f"The preferred date. {EDTF}"},
    "FacetView.kind": {"enum": list(event.FACET_KINDS)},
    "FacetView.status": {"enum": list(event.STATUSES)},
    "FacetView.value": {"type": "string", "description": EDTF},
    "AnniversaryView.kind": {"enum": list(event.FACET_KINDS)},
    "AnniversaryView.status": {"enum": list(event.STATUSES)},
    "AnniversaryView.match": {"enum": ["day", "near", "month", "year"]},
    "AnniversaryView.years": {"type": "integer", "minimum": 0},
    "StatementView.kind": {"enum": list(event.FACET_KINDS)},
    "StatementView.status": {"enum": list(event.STATUSES)},
    "FigureView.bound": {"enum": list(event.BOUNDS)},
    "FigureView.status": {"enum": ["preferred", "disputed", "rejected"]},
    "FigureView.confidence": {"enum": ["", *event.CONFIDENCES]},
    "NameSheet.kind": {"enum": list(event.NAME_KINDS)},
    "SourceView.kind": {"enum": ["", *event.SOURCE_KINDS]},
    "SourceSheet.kind": {"enum": ["", *event.SOURCE_KINDS]},
    "CitationView.kind": {"enum": ["", *event.SOURCE_KINDS]},
    "EventHit.kind": {"const": "events"},
    "OtherHit.kind": {"enum": ["names", "figures", "sources"]},
    "ProblemView.severity": {"enum": ["error", "warning", "information"]},
    "CheckView.severity": {"enum": ["error", "warning", "information"]},
    "FindingView.verdict": {"enum": ["supported", "unknown", "disputed", "contradicted"]},
    "EventView.language": LANGUAGE,
    "WholeEventView.entry": {
        "type": "object",
        "description": "The event as the database holds it: see the schema of the database.",
    },
    "WholeEventView.needs": {
        "type": "object",
        "description": "The sources, names and tags that it refers to, as the database holds them.",
        "additionalProperties": {"type": "array", "items": {"type": "object"}},
    },
    "SettingView.key": {"enum": list(sources.KEYS)},
    "SettingView.origin": {"enum": ["flag", "environment", "file", "default"]},
    "InfoView.language": {"enum": list(event.LANGUAGES)},
}
"""What the type of a field does not say, for its class and those that inherit it."""

DAYS = ("earliest", "latest", "own_day")
"""The fields that are an ISO day in every view."""

SCALARS = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    types.NoneType: "null",
}


def names() -> list[str]:
    """List what has a schema."""
    return [*PROMISES, DATABASE]


def named(name: str) -> dict[str, Any]:
    """Return a schema by its name; raises `UnknownWordError`."""
    if name == DATABASE:
        return json_schema.database()
    if name not in PROMISES:
        raise UnknownWordError(what="schema", word=name, near=lookups.near(name, names()))
    return of_command(name)


def of_command(name: str) -> dict[str, Any]:
    """Return the schema of a command's JSON; raises `KeyError` when it writes none."""
    promise = PROMISES[name]
    classes = Classes()
    rows = [classes.reference(view(path)) for path in promise.listed]
    forms: list[dict[str, Any]] = [{"type": "array", "items": either(rows)}] if rows else []
    forms += [classes.reference(view(path)) for path in promise.single]
    return {
        "$schema": DRAFT,
        "title": f"kzfr {name} --format json",
        **either(forms),
        "$defs": dict(sorted(classes.definitions.items())),
    }


def view(path: str) -> type[Any]:
    """Load the class of a view."""
    module, _, name = path.partition(".")
    found: type[Any] = getattr(import_module(f"kzfr_cli.views.{module}"), name)
    return found


def either(forms: list[dict[str, Any]]) -> dict[str, Any]:
    """Allow one of several forms."""
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


class Classes:
    """Records, each once, under its name."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def reference(self, cls: type[Any]) -> dict[str, Any]:
        """Refer to a record, which is described when it is first met."""
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = self.described(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def described(self, cls: type[Any]) -> dict[str, Any]:
        """Describe a record: every field is there, and no other."""
        hints = typing.get_type_hints(cls)
        return {
            "title": cls.__name__,
            "description": " ".join((cls.__doc__ or "").replace("`", "").split()),
            "type": "object",
            "properties": {name: self.field(cls, name, hints[name]) for name in fields(cls)},
            "required": list(fields(cls)),
            "additionalProperties": False,
        }

    def field(self, cls: type[Any], name: str, hint: Any) -> dict[str, Any]:
        """Describe a field."""
        for owner in cls.__mro__:
            if special := SPECIAL.get(f"{owner.__name__}.{name}"):
                return special
        if name in DAYS:
            return {"anyOf": [DAY, {"type": "null"}]}
        return self.type(hint)

    def type(self, hint: Any) -> dict[str, Any]:
        """Describe a type: a scalar, a record, a list, a mapping by text, or one of several."""
        origin, parts = typing.get_origin(hint), typing.get_args(hint)
        if hint in SCALARS:
            return {"type": SCALARS[hint]}
        if origin in (types.UnionType, typing.Union):
            return {"anyOf": [self.type(part) for part in parts]}
        if origin is tuple and parts[-1] is not Ellipsis:
            items = [self.type(part) for part in parts]
            return {
                "type": "array",
                "prefixItems": items,
                "items": False,
                "minItems": len(items),
            }
        if origin in (tuple, list):
            return {"type": "array", "items": self.type(parts[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.type(parts[1])}
        return self.reference(hint)
