"""SARIF 2.1.0: findings as code scanners exchange them.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0; columns count
Unicode code points.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from kzfr_cli import __version__
from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.views.findings import FindingListView, FindingView, quoting

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"contradicted": "error", "disputed": "warning"}
RULES = {
    "anniversary": N_("The number of an anniversary agrees with the date of its event."),
    "elapsed": N_("The time elapsed agrees with the date of its event."),
    "date": N_("The date of an event is that of its sources."),
    "weekday": N_("A day falls on the weekday that is written."),
    "impossible-date": N_("A day exists in the calendar."),
    "figure": N_("A figure agrees with its sources."),
    "count": N_("A count is not below what the database lists."),
    "name": N_("A city bears the name of its time."),
    "organisation": N_("A text is of the organisation that adopted it."),
}


def render(view: FindingListView, surface: Surface) -> str:
    """Write one run."""
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "kzfr",
                        "version": __version__,
                        "rules": rules(surface.catalogue),
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [result(row, surface.catalogue) for row in view.rows],
            }
        ],
    }
    return plain.escaped(json.dumps(log, ensure_ascii=False, indent=2))


def rules(catalogue: Catalogue) -> list[dict[str, object]]:
    """List the rules, one for each kind of claim."""
    return [
        {"id": entry_id, "shortDescription": {"text": catalogue.text(text)}}
        for entry_id, text in RULES.items()
    ]


def uri(file: str) -> str:
    """Write the path of a file as a URI: relative paths stay relative, absolute ones are of this
    machine.
    """
    path = file.replace("\\", "/")
    return (
        "file://" if path.startswith("/") else "file:///" if path[1:3] == ":/" else ""
    ) + quote(path, safe="/:")


def result(row: FindingView, catalogue: Catalogue) -> dict[str, object]:
    """Write one finding, with its repairs as fixes: two are alternatives."""
    found: dict[str, object] = {
        "ruleId": row.kind,
        "kind": {"supported": "pass"}.get(
            row.verdict, "fail" if row.verdict in LEVELS else "open"
        ),
        "level": LEVELS.get(row.verdict, "none"),
        "message": {"text": quoting(row, catalogue)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(row.file)},
                    "region": region(row),
                }
            }
        ],
        "properties": {
            "verdict": row.verdict,
            "event": row.event,
            "facet": row.facet,
            "expected": row.expected,
            "place": row.place,
            "sources": list(row.sources),
            "suggestions": list(row.suggestions),
        },
    }
    if row.suggestions:
        found["fixes"] = [fix(row, repair) for repair in row.suggestions]
    return found


def region(row: FindingView) -> dict[str, int]:
    """Write where a finding stands, by lines and by characters."""
    return {
        "startLine": row.line,
        "startColumn": row.column,
        "endLine": row.end_line,
        "endColumn": row.end_column,
        "charOffset": row.start,
        "charLength": row.end - row.start,
    }


def fix(row: FindingView, repair: str) -> dict[str, object]:
    """Write one repair (SARIF 3.55)."""
    change = {"deletedRegion": region(row), "insertedContent": {"text": repair}}
    return {
        "description": {"text": repair},
        "artifactChanges": [
            {"artifactLocation": {"uri": uri(row.file)}, "replacements": [change]}
        ],
    }
