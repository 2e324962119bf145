"""Several entries on a page, a rule between them."""

from __future__ import annotations

from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.several import SeveralView

LONGEST_RULE = 60


def render(view: SeveralView, surface: Surface) -> str:
    """Write the entries."""
    sign = "-" if surface.plain else "─"
    rule = f"\n{sign * min(surface.width, LONGEST_RULE)}\n\n"
    return rule.join(str(registry.render(entry, "text", surface)) for entry in view.entries)
