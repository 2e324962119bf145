"""One check: what it checks, why, how to repair, an example."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.checks import SEVERITIES
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.formats.text.problems import STYLES
from kzfr_cli.views.problems import CheckView

INDENT = "  "


def render(view: CheckView, surface: Surface) -> str:
    """Explain the check."""
    page = Page(surface)
    text = surface.catalogue.text
    severity = text(SEVERITIES[view.severity])
    page.add(
        Text.assemble(
            styled(view.code, STYLES[view.severity]),
            styled(f" {view.name} ({severity})", "bold"),
        )
    )
    for heading, said in (
        (text("Rule"), view.what),
        (text("Why"), view.why),
        (text("How to repair"), view.repair),
    ):
        page.add()
        page.add(styled(heading, "bold"))
        page.hang(Text(INDENT), Text(INDENT), styled(said))
    page.add()
    page.add(styled(text("Example"), "bold"))
    for line in view.example.splitlines():
        page.put(styled(f"{INDENT}{line}"), is_whole=True)
    return page.text()
