"""rdjson: findings for reviewdog, which turns them into comments on a change.

Source: reviewdog, proto/rdf/jsonschema/DiagnosticResult.json. Its columns count bytes of UTF-8; ours count
characters, so only lines and a message go where the line itself is not known.
"""

from __future__ import annotations

import json

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.findings import FindingListView, FindingView

SEVERITIES = {"contradicted": "ERROR", "disputed": "WARNING"}


def render(view: FindingListView, surface: Surface) -> str:
    """Write one result with all diagnostics."""
    result = {"source": {"name": "kzfr check"}, "diagnostics": [diagnostic(row) for row in view.rows]}
    return plain.escaped(json.dumps(result, ensure_ascii=False, indent=2))


def diagnostic(row: FindingView) -> dict[str, object]:
    """Write one finding."""
    return {
        "message": f"“{row.text}”: {row.message}",
        "location": {"path": row.file, "range": {"start": {"line": row.line}, "end": {"line": row.end_line}}},
        "severity": SEVERITIES.get(row.verdict, "INFO"),
        "code": {"value": f"{row.kind}-{row.verdict}"},
    }
