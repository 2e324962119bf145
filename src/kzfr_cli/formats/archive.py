"""What the files of office programs share: an archive of XML, the same bytes for the same data."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from kzfr_cli.core.visible import visible

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell."""

LONGEST_PROPERTY = 255
"""Characters of a property of a file: what Office, python-docx and python-pptx take."""

UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def packed(save: Callable[[io.BytesIO], object]) -> bytes:
    """Write the archive with the same time on every part, so that two runs agree."""
    written, result = io.BytesIO(), io.BytesIO()
    save(written)
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return result.getvalue()


def safe(text: str) -> str:
    """Leave out what XML cannot hold, and show what a terminal would obey."""
    return UNKNOWN_TO_XML.sub("\ufffd", visible(text))


def titled(text: str) -> str:
    """Return a title as the properties of a file hold it: the beginning of a very long one."""
    told = safe(text)
    return told if len(told) <= LONGEST_PROPERTY else f"{told[: LONGEST_PROPERTY - 1]}…"
