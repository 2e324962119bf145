"""How a library is added to the place where the program is installed."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec


def command(library: str) -> str:
    """The command that adds a library; pipx and uv keep their programs apart from any other."""
    *above, name = sys.prefix.split(os.sep)
    if "pipx" in above:
        return f"pipx inject {name} {library}"
    python = shlex.quote(sys.executable)
    if find_spec("pip") is None:
        return f"uv pip install --python {python} {library}"
    return f"{python} -m pip install {library}"
