"""rdjson: findings for reviewdog, which turns them into comments on a change.

Source: reviewdog, proto/rdf/jsonschema/DiagnosticResult.json. Its columns count bytes of UTF-8.
"""

from __future__ import annotations

import json

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.findings import FindingListView, FindingView, ReadingView, quoting

SEVERITIES = {"contradicted": "ERROR", "disputed": "WARNING"}


def render(view: FindingListView, surface: Surface) -> str:
    """Write one result with all diagnostics."""
    rows = zip(view.rows, view.readings, strict=True)
    found = [diagnostic(row, reading, surface.catalogue) for row, reading in rows]
    result = {"source": {"name": "kzfr check"}, "diagnostics": found}
    return plain.escaped(json.dumps(result, ensure_ascii=False, indent=2))


def diagnostic(
    row: FindingView, reading: ReadingView, catalogue: Catalogue
) -> dict[str, object]:
    """Write one finding with its repairs, each of which stands for the whole quotation."""
    first, last = reading.columns
    place = {
        "start": {"line": row.line, "column": first},
        "end": {"line": row.end_line, "column": last},
    }
    found: dict[str, object] = {
        "message": quoting(row, catalogue),
        "location": {"path": row.file, "range": place},
        "severity": SEVERITIES.get(row.verdict, "INFO"),
        "code": {"value": f"{row.kind}-{row.verdict}"},
    }
    if row.suggestions:
        found["suggestions"] = [
            {"range": place, "text": repair} for repair in row.suggestions
        ]
    return found
