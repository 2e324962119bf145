"""Proof-read texts: read them, find their claims, link and judge each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.proofreading import framing, texts, whole

__all__ = ["framing", "texts", "whole"]
__getattr__ = lazy.modules(__name__)
