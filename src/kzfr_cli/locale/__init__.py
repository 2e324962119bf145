"""Words for people: catalogues, the vocabulary of the database, sentences of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.locale import choices, messages, sentences, vocabulary

__all__ = ["choices", "messages", "sentences", "vocabulary"]
__getattr__ = lazy.modules(__name__)
