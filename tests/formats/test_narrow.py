"""On a terminal of 40 columns no listing cuts a word, and no line is longer; an id that is longer than
a line goes on behind one of its hyphens.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no terminals of this kind", allow_module_level=True)

from tests import screens

Run = Callable[..., subprocess.CompletedProcess[str]]
COLUMNS = 40
CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\r")
WORD = re.compile(r"[^\W\d_]+")
LISTINGS = (
    ("timeline", "2008", "--all"),
    ("anniversary", "--date", "2018-06-05"),
    ("anniversary", "--year", "2027", "--weight", "landmark"),
    ("search", "macron", "astana"),
    ("figures",),
    ("figures", "kz-stat-trade-total"),
    ("sources", "--kind", "blog"),
    ("show", "strategic-partnership-treaty-2008"),
    ("today",),
    ("info",),
)


def words(text: str) -> set[str]:
    return set(WORD.findall(text))


def cut_words(narrow: str, wide: str) -> set[str]:
    """Return the words of *narrow* that *wide* has not, but for parts of what fits in no line (a path)."""
    too_long = " ".join(piece for piece in wide.split() if len(piece) > COLUMNS - 2)
    return {word for word in words(narrow) - words(wide) if word not in too_long}


def test_a_part_of_a_long_path_is_no_cut_word() -> None:
    wide = "/tmp/a-folder-of-somebody/with/a-very-long-name/events.toml 392 added"
    narrow = "/tmp/a-folder-of-some body/with/a-very-long-name/events.toml 392 ad ded"
    assert cut_words(narrow, wide) == {"ad", "ded"}


@pytest.fixture(autouse=True)
def warm(kzfr: Run) -> None:
    """Make the index before anything is shown, of which a terminal tells the progress."""
    kzfr("timeline", "--limit", "1")


@pytest.mark.parametrize("lang", ["fr", "en", "ru", "kk"])
@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_no_word_is_cut_at_forty_columns(
    home: Path, arguments: tuple[str, ...], lang: str
) -> None:
    settings = {"NO_COLOR": "1", "KZFR_PAGER": "cat", "columns": COLUMNS, "lines": 400}
    asked = (*arguments, "--lang", lang)
    code, narrow = screens.seen(home, *asked, **settings)  # type: ignore[arg-type]
    _, wide = screens.seen(home, *asked, **{**settings, "columns": 300})  # type: ignore[arg-type]
    assert code == 0
    shown = CONTROL.sub("", narrow)
    assert cut_words(shown, CONTROL.sub("", wide)) == set()
    assert [line for line in shown.splitlines() if len(line) > COLUMNS] == []
