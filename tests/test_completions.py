"""Completion in the shells themselves, where they are installed: typed into them, as a person does.

What a shell made of a line is what it gives to a command: the line is completed by Tab, `args` is
put before it, and prints each of its arguments.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

pexpect = pytest.importorskip("pexpect")

OVERLAY = """
[[sources]]
id = "note"
title = "A note"

[[names]]
id = "ivory"
kind = "place"
label.fr = "Côte d’Ivoire"
label.en = "Ivory Coast"
spellings.en = ["O'Higgins: the $1 town", "Zz: le port"]

[[events]]
id = "zz-own-event"
category = "visit"
title.fr = "Visite : l’été"
title.en = "Visit: “summer”"
places = ["ivory"]

[[events.dates]]
kind = "occurred"
value = "2024-07-01"
sources = ["note"]

[[events.sources]]
id = "note"
"""

SHELLS = {
    "bash": ("--norc", "--noprofile", "-i"),
    "zsh": ("-f", "-i"),
    "fish": ("--no-config", "-i"),
}
START = {
    "bash": """PS1='READY> '; bind 'set bell-style none'; bind 'set completion-query-items 0'
        bind 'set page-completions off'; bind 'set show-all-if-ambiguous on'; bind 'set enable-bracketed-paste off'
        args() {{ printf '\\n'; printf '<%s>' "$@"; printf 'END\\n'; }}; . {file}""",
    "zsh": """PS1='READY> '; unsetopt beep zle_bracketed_paste prompt_sp list_ambiguous; bindkey -e
        zstyle ':completion:*' menu no
        args() {{ printf '\\n'; printf '<%s>' "$@"; printf 'END\\n'; }}
        autoload -Uz compinit; compinit -D -u; . {file}""",
    "fish": """function fish_prompt; echo -n 'READY> '; end; function args; printf '\\n'; printf '<%s>' $argv
        printf 'END\\n'; end; source {file}""",
}
FILES = {"bash": "kzfr.bash", "zsh": "_kzfr", "fish": "kzfr.fish"}
ESCAPES = re.compile(
    r"\x1b(\[[0-9;?>=]*[a-zA-Z]|[()][0-9A-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>])|[\r\x07\x08]"
)


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory, home: Path) -> dict[str, str]:
    """Put a `kzfr` that runs this source first on the path, and an own database where the program
    looks for it.
    """
    folder = tmp_path_factory.mktemp("shell")
    program = folder / "bin" / "kzfr"
    program.parent.mkdir()
    source = f"import sys; sys.argv[0] = 'kzfr'; sys.path.insert(0, {str(ROOT / 'src')!r})"
    program.write_text(
        f"#!{sys.executable}\n{source}\nfrom kzfr_cli.__main__ import main\nmain()\n"
    )
    program.chmod(0o755)
    own = folder / "data" / "kzfr" / "events.toml"
    own.parent.mkdir(parents=True)
    own.write_text(OVERLAY, encoding="utf-8")
    files = folder / "work"
    files.mkdir()
    (files / "notes d'été.txt").write_text("")
    (files / "base.toml").write_text(
        OVERLAY.replace("zz-own-event", "yy-other-event"), encoding="utf-8"
    )
    return {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "PWD": str(files),
    }


def program_of(name: str) -> str:
    """Find a shell, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


class Shell:
    """Type into a shell and read its screen."""

    def __init__(self, name: str, env: dict[str, str], arguments: tuple[str, ...]) -> None:
        self.name = name
        self.child = pexpect.spawn(
            program_of(name),
            list(arguments),
            env=env,
            cwd=env["PWD"],
            encoding="utf-8",
            timeout=60,
            dimensions=(200, 200),
        )
        self.child.delaybeforesend = None

    def say(self, *lines: str) -> None:
        """Type some commands, and wait for the shell to have run them all."""
        for line in (*lines, "printf SY; printf 'NC\\n'"):
            self.child.send(f"{line}\r")
        self.child.expect("SYNC\r?\n")

    def completed(self, line: str) -> list[str]:
        """Complete a line by Tab, and give the words that it then says."""
        self.child.send(f"{line}\t\x01args \r")
        self.child.expect(r"\n<([^\n]*)>END")
        return self.child.match[1].split("><")

    def lists(self, line: str, *wanted: str) -> bool:
        """Press Tab, and tell whether the shell lists some texts."""
        self.child.send(f"{line}\t")
        read = ""
        with contextlib.suppress(pexpect.TIMEOUT):
            while not all(text in ESCAPES.sub("", read) for text in wanted):
                read += self.child.read_nonblocking(100_000, timeout=30)
        self.child.send("\x01\x0b")  # the line is taken back
        self.say()
        return all(text in ESCAPES.sub("", read) for text in wanted)


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, around: dict[str, str]) -> Iterator[Shell]:
    """Start each shell without the user's settings, with the script read."""
    name = request.param
    started = Shell(name, around, SHELLS[name])
    start = START[name].format(file=ROOT / "completions" / FILES[name])
    started.say("kzfr timeline --limit 1 >/dev/null", *map(str.strip, start.splitlines()))
    yield started
    started.child.close(force=True)


TREATY = "strategic-partnership-treaty-2008"


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("kzfr anni", ["anniversary"]),
        ("kzfr source a", ["source", "add"]),
        ("kzfr schema annive", ["schema", "anniversary"]),
        ("kzfr anniversary --wi", ["anniversary", "--within"]),
        ("kzfr --lang r", ["--lang", "ru"]),
        ("kzfr timeline --category spo", ["timeline", "--category", "sport"]),
        ("kzfr timeline --category=spo", ["timeline", "--category=sport"]),
        ("kzfr timeline --tag strategic-p", ["timeline", "--tag", "strategic-partnership"]),
        ("kzfr anniversary --round une", ["anniversary", "--round", "unesco"]),
        ("kzfr timeline --format nd", ["timeline", "--format", "ndjson"]),
        ("kzfr export x --format markd", ["export", "x", "--format", "markdown"]),
        ("kzfr cite strategic-partnership-t", ["cite", TREATY]),
        ("kzfr --lang fr show strategic-partnership-t", ["--lang", "fr", "show", TREATY]),
        ("kzfr show zz-o", ["show", "zz-own-event"]),
        ("kzfr timeline --place ivo", ["timeline", "--place", "ivory"]),
        ("kzfr timeline --place Нур-С", ["timeline", "--place", "Нур-Султан"]),
        ("kzfr timeline --place Côte", ["timeline", "--place", "Côte d’Ivoire"]),
        ("kzfr timeline --place=Côte", ["timeline", "--place=Côte d’Ivoire"]),
        ('kzfr timeline --place "Côte d', ["timeline", "--place", "Côte d’Ivoire"]),
        ("kzfr timeline --place O\\'H", ["timeline", "--place", "O'Higgins: the $1 town"]),
        ("kzfr timeline --place \"O'H", ["timeline", "--place", "O'Higgins: the $1 town"]),
        ("kzfr timeline --place Zz:", ["timeline", "--place", "Zz: le port"]),
        ("kzfr timeline --place=Zz:\\ le", ["timeline", "--place=Zz: le port"]),
        ("kzfr timeline --place 'Côte d", ["timeline", "--place", "Côte d’Ivoire"]),
        (
            "kzfr --db base.toml --no-packaged show y",
            ["--db", "base.toml", "--no-packaged", "show", "yy-other-event"],
        ),
        (
            "kzfr --db=base.toml --no-packaged show y",
            ["--db=base.toml", "--no-packaged", "show", "yy-other-event"],
        ),
        ("kzfr check notes", ["check", "notes d'été.txt"]),
        ("kzfr timeline -o base", ["timeline", "-o", "base.toml"]),
        ("kzfr timeline --db=ba", ["timeline", "--db=base.toml"]),
        ("kzfr nonsense xyzzy", ["nonsense", "xyzzy"]),
        ("kzfr show xyzzy-nothing", ["show", "xyzzy-nothing"]),
    ],
)
def test_word_is_completed_and_means_what_was_offered(
    shell: Shell, typed: str, meant: list[str]
) -> None:
    assert shell.completed(typed) == ["kzfr", *meant]


def test_middle_of_a_line_is_completed_and_the_rest_stays(shell: Shell) -> None:
    back = "\x1b[D" * len(" --format json")
    words = shell.completed(f"kzfr show strategic-partnership-t --format json{back}")
    assert words == ["kzfr", "show", TREATY, "--format", "json"]


def test_several_are_listed(shell: Shell) -> None:
    assert shell.lists("kzfr timeline --category s", "science", "security", "space", "sport")


def test_nothing_is_printed_where_the_database_cannot_be_read(shell: Shell) -> None:
    assert shell.completed("kzfr --db /nonexistent show strategic-p")[-1] == "strategic-p"
    assert not re.search("error|traceback|kzfr:", shell.child.before, re.IGNORECASE)


@pytest.mark.parametrize("shell", ["zsh", "fish"], indirect=True)
def test_ids_options_and_commands_are_told_with_their_meaning(shell: Shell) -> None:
    assert shell.lists(
        "kzfr show strategic-partnership-", "2008 · Strategic partnership treaty"
    )
    assert shell.lists("kzfr --lang fr timeline --f", "Écarter ce qui a fini avant")
    assert shell.lists("kzfr --lang ru s", "Найти то, что помнится наполовину")


@pytest.mark.parametrize("shell", ["zsh"], indirect=True)
def test_document_shows_what_zsh_lists(shell: Shell) -> None:
    document = (ROOT / "docs" / "shells.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- listed by zsh -->\n```console\n\$ (.+)\n([^`]+)\n```", document)
    assert shown
    assert shell.lists(shown[1], *shown[2].splitlines())


# ---- installed


@pytest.mark.parametrize(
    "name, arguments", [("bash", ("-i",)), ("zsh", ("-i",)), ("fish", ("-i",))]
)
def test_new_shell_completes_after_the_installation_from_an_empty_home(
    name: str, arguments: tuple[str, ...], around: dict[str, str], tmp_path: Path
) -> None:
    program = program_of(name)
    env = {key: value for key, value in around.items() if not key.startswith("XDG")} | {
        "HOME": str(tmp_path)
    }
    result = subprocess.run(
        [shutil.which("kzfr", path=env["PATH"]), "completion", name, "--install"],
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert all(Path(path).is_file() for path in result.stdout.splitlines())
    subprocess.run(
        [program, "-c", "kzfr timeline --limit 1"], env=env, capture_output=True, timeout=60
    )  # the index
    started = Shell(name, env, arguments)
    show = (
        "function args; printf '\\n'; printf '<%s>' $argv; printf 'END\\n'; end"
        if name == "fish"
        else ("args() { printf '\\n'; printf '<%s>' \"$@\"; printf 'END\\n'; }")
    )
    started.say(show)
    assert started.completed("kzfr show strategic-partnership-t") == ["kzfr", "show", TREATY]
    started.child.close(force=True)


# ---- greeted


@pytest.mark.parametrize(
    ("name", "file", "arguments"),
    [
        ("bash", ".bashrc", ("-i", "-c", "true")),
        ("zsh", ".zshrc", ("-i", "-c", "true")),
        ("fish", ".config/fish/config.fish", ("-i", "-c", "fish_greeting")),
    ],
)
def test_start_up_file_of_the_document_greets(
    name: str, file: str, arguments: tuple[str, ...], around: dict[str, str], tmp_path: Path
) -> None:
    program = program_of(name)
    document = (ROOT / "docs" / "shells.md").read_text(encoding="utf-8")
    shown = re.search(rf"```{name}\n([^`]+)```", document)
    assert shown
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(shown[1])
    result = subprocess.run(
        [program, *arguments],
        env={
            **around,
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / ".config"),
            "KZFR_TODAY": "2018-06-11",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert "Strategic partnership treaty signed" in result.stdout, result.stderr


def test_bash_that_is_not_interactive_is_not_greeted(
    around: dict[str, str], tmp_path: Path
) -> None:
    document = (ROOT / "docs" / "shells.md").read_text(encoding="utf-8")
    shown = re.search(r"```bash\n([^`]+)```", document)
    assert shown
    (tmp_path / ".bashrc").write_text(shown[1])
    result = subprocess.run(
        [program_of("bash"), "-c", ". ~/.bashrc"],
        env={**around, "HOME": str(tmp_path), "KZFR_TODAY": "2018-06-11"},
        capture_output=True,
        timeout=60,
    )
    assert (result.stdout, result.stderr) == (b"", b"")
