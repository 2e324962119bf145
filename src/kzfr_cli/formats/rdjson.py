"""rdjson: findings for reviewdog, which turns them into comments on a change.

Source: reviewdog, proto/rdf/jsonschema/DiagnosticResult.json. Its columns count bytes of UTF-8.
"""

from __future__ import annotations

import json

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.findings import FindingListView, FindingView, ReadingView

SEVERITIES = {"contradicted": "ERROR", "disputed": "WARNING"}


def render(view: FindingListView, surface: Surface) -> str:
    """Write one result with all diagnostics."""
    found = [diagnostic(row, reading) for row, reading in zip(view.rows, view.readings, strict=True)]
    result = {"source": {"name": "kzfr check"}, "diagnostics": found}
    return plain.escaped(json.dumps(result, ensure_ascii=False, indent=2))


def diagnostic(row: FindingView, reading: ReadingView) -> dict[str, object]:
    """Write one finding with its repairs, each of which stands for the whole quotation."""
    first, last = reading.columns
    place = {"start": {"line": row.line, "column": first}, "end": {"line": row.end_line, "column": last}}
    found: dict[str, object] = {
        "message": f"“{row.text}”: {row.message}",
        "location": {"path": row.file, "range": place},
        "severity": SEVERITIES.get(row.verdict, "INFO"),
        "code": {"value": f"{row.kind}-{row.verdict}"},
    }
    if row.suggestions:
        found["suggestions"] = [{"range": place, "text": repair} for repair in row.suggestions]
    return found
