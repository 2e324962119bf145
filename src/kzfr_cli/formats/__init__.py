"""The formats: each is a module with `render(view, surface) -> str`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.formats import endings, ics, links, origin, registry, schemas, site

__all__ = ["endings", "ics", "links", "origin", "registry", "schemas", "site"]
__getattr__ = lazy.modules(__name__)
