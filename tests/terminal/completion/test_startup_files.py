"""How a line is read that a shell asks about, and how the answer is quoted."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.terminal.completion import protocol, values
from kzfr_cli.terminal.completion.protocol import Word

Run = Callable[..., subprocess.CompletedProcess[str]]
BREAKS = " \t\n\"'@><=;|&(:"
"""The COMP_WORDBREAKS that bash starts with."""

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("line", "words", "word"),
    [
        ("kzfr ", ["kzfr"], Word("")),
        ("kzfr sh", ["kzfr"], Word("sh")),
        ("kzfr --db=own.toml show x", ["kzfr", "--db=own.toml", "show"], Word("x")),
        ("kzfr --place=al", ["kzfr"], Word("--place=al", kept="--place=")),
        ('kzfr --place="Mer d', ["kzfr"], Word("--place=Mer d", kept="--place=", quote='"')),
        ("kzfr 'a b' \"c 'd", ["kzfr", "a b"], Word("c 'd", quote='"')),
        (r"kzfr a\ b", ["kzfr"], Word("a b")),
        ("kzfr a:b", ["kzfr"], Word("a:b", kept="a:")),
        (r'kzfr "a\b\"c', ["kzfr"], Word(r"a\b" + '"c', quote='"')),
        ("kzfr '' ", ["kzfr", ""], Word("")),
    ],
)
def test_line_of_bash_is_split_by_its_quotes_and_breaks(
    line: str, words: list[str], word: Word
) -> None:
    assert protocol.split(line, BREAKS) == (words, word)


@given(st.lists(texts, min_size=1, max_size=4))
def test_quoted_words_are_split_as_the_shell_does(words: list[str]) -> None:
    assert protocol.split(shlex.join(words) + " ", BREAKS)[0] == words


@given(texts)
def test_what_bash_is_given_reads_as_the_word(text: str) -> None:
    assert shlex.split(protocol.bash_quoted(text, "")) == [text]
    assert shlex.split(f"'{protocol.bash_quoted(text, chr(39))}'") == [text]
    assert shlex.split(
        f'"{protocol.bash_quoted(text.replace("$", "").replace("`", ""), chr(34))}"'
    )[0:1] == [text.replace("$", "").replace("`", "")]


@given(texts)
def test_what_powershell_is_given_is_read_back(text: str) -> None:
    quoted = protocol.powershell_quoted(text)
    assert protocol.unquoted(quoted, powershell=True).text == text or not quoted.startswith(
        "'"
    )


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2008-06-11", "2008"),
        ("[2025-09-22..2025-09-24]", "2025"),
        ("../1992", "1992"),
        ("199X", "199X"),
    ],
)
def test_event_is_described_by_its_year(date: str, year: str) -> None:
    entry = {"title": {"en": "Visit"}, "dates": [{"value": date}]}
    assert values.description(entry, "title", "en") == f"{year} · Visit"


def test_damaged_index_is_made_anew_and_completes(kzfr: Run, tmp_path: Path) -> None:
    env = {
        "KZFR_CACHE": str(tmp_path),
        "_KZFR_COMPLETE": "bash",
        "_KZFR_LINE": "kzfr show strategic-partnership-t",
    }
    whole = kzfr(env=env).stdout
    assert "strategic-partnership-treaty-2008" in whole
    for path in tmp_path.rglob("*.sqlite*"):
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    result = kzfr(env=env)
    assert (result.returncode, result.stdout, result.stderr) == (0, whole, "")


@pytest.mark.parametrize(
    "env",
    [
        {"_KZFR_COMPLETE": "tcsh"},
        {"_KZFR_COMPLETE": "bash"},
        {"_KZFR_COMPLETE": "zsh", "_KZFR_WORDS": "kzfr\nnonsense", "_KZFR_WORD": "x"},
        {
            "_KZFR_COMPLETE": "fish",
            "_KZFR_WORDS": "kzfr\n--today\nnever\nshow",
            "_KZFR_WORD": "x",
        },
        {
            "_KZFR_COMPLETE": "fish",
            "_KZFR_WORDS": "kzfr\n--db\n/nonexistent\nshow",
            "_KZFR_WORD": "x",
        },
        {"_KZFR_COMPLETE": "bash", "_KZFR_LINE": "kzfr show xyzzy", "KZFR_TODAY": "never"},
        {"_KZFR_COMPLETE": "bash", "_KZFR_LINE": "kzfr show x", "KZFR_DB": "/nonexistent"},
    ],
)
def test_whatever_is_wrong_nothing_is_offered_and_nothing_is_said(
    kzfr: Run, env: dict[str, str]
) -> None:
    result = kzfr(env=env)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout in ("", "words\n")
