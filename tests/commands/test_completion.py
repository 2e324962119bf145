"""`kzfr completion` prints the scripts that are shipped, and puts them where each shell looks."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzfr_cli.errors import BrokenMarksError
from kzfr_cli.terminal.completion import marked, protocol
from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
START = {"bash": ".bashrc", "zsh": ".zshrc", "powershell": ".config/powershell/profile.ps1"}
SCRIPT = {
    "bash": ".local/share/bash-completion/completions/kzfr",
    "zsh": ".local/share/zsh/site-functions/_kzfr",
    "fish": ".config/fish/completions/kzfr.fish",
    "powershell": ".config/powershell/kzfr.completion.ps1",
}


@pytest.mark.parametrize("shell", protocol.SCRIPTS)
def test_script_is_the_one_that_is_shipped(kzfr: Run, shell: str) -> None:
    result = kzfr("completion", shell)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (ROOT / "completions" / protocol.SCRIPTS[shell]).read_text(
        encoding="utf-8"
    )


def test_another_shell_is_refused_with_the_names(kzfr: Run) -> None:
    result = kzfr("completion", "tcsh")
    assert result.returncode == 2
    assert "bash, zsh, fish, powershell" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("bash", "--install", "--uninstall")])
def test_what_to_do_must_be_said(kzfr: Run, arguments: tuple[str, ...]) -> None:
    result = kzfr("completion", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--install" in result.stderr


@pytest.mark.parametrize("shell", SCRIPT)
def test_install_tells_the_files_it_wrote_and_how_to_take_them_back(
    kzfr: Run, tmp_path: Path, shell: str
) -> None:
    result = kzfr("completion", shell, "--install", env={"HOME": str(tmp_path)})
    assert result.returncode == 0
    wanted = [SCRIPT[shell], *([START[shell]] if shell in START else [])]
    assert result.stdout.splitlines() == [str(tmp_path / path) for path in wanted]
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {
        tmp_path / path for path in wanted
    }
    assert f"kzfr completion {shell} --uninstall" in result.stderr
    assert (tmp_path / SCRIPT[shell]).read_text(encoding="utf-8") == protocol.script(shell)


@pytest.mark.parametrize("shell", SCRIPT)
def test_install_twice_changes_nothing(kzfr: Run, tmp_path: Path, shell: str) -> None:
    kzfr("completion", shell, "--install", env={"HOME": str(tmp_path)})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = kzfr("completion", shell, "--install", env={"HOME": str(tmp_path)})
    assert (result.returncode, result.stdout) == (0, "")
    assert "already" in result.stderr
    assert {
        path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    } == before


@pytest.mark.parametrize("shell", SCRIPT)
def test_uninstall_leaves_no_file_behind(kzfr: Run, tmp_path: Path, shell: str) -> None:
    kzfr("completion", shell, "--install", env={"HOME": str(tmp_path)})
    result = kzfr("completion", shell, "--uninstall", env={"HOME": str(tmp_path)})
    assert result.returncode == 0
    assert SCRIPT[shell] in result.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    again = kzfr("completion", shell, "--uninstall", env={"HOME": str(tmp_path)})
    assert (again.returncode, again.stdout) == (0, "")


def test_start_up_file_keeps_its_bytes_its_link_and_its_permissions(
    kzfr: Run, tmp_path: Path
) -> None:
    kept = tmp_path / "dotfiles" / "bashrc"
    kept.parent.mkdir()
    kept.write_bytes("# \xe9t\xe9\r\nalias k=kzfr\r\n".encode("latin-1"))
    kept.chmod(0o600)
    (tmp_path / ".bashrc").symlink_to(kept)
    before = kept.read_bytes()
    kzfr("completion", "bash", "--install", env={"HOME": str(tmp_path)})
    assert kept.read_bytes().startswith(before)
    assert b"kzfr completion >>>\r\n" in kept.read_bytes()
    assert (tmp_path / ".bashrc").is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    kzfr("completion", "bash", "--uninstall", env={"HOME": str(tmp_path)})
    assert kept.read_bytes() == before


def test_folder_with_spaces_and_quotes_is_named_so_that_the_shell_reads_it(
    kzfr: Run, tmp_path: Path
) -> None:
    home = tmp_path / "Jean d'Or $HOME"
    home.mkdir()
    kzfr("completion", "bash", "--install", env={"HOME": str(home)})
    said = subprocess.run(
        ["bash", "-c", ". ./.bashrc; complete -p kzfr"],
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (said.stdout.strip(), said.stderr) == ("complete -o nosort -F _kzfr kzfr", "")


def test_lost_mark_changes_nothing(kzfr: Run, tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text(f"a\n{marked.BEGIN}\nb\n")
    result = kzfr("completion", "zsh", "--install", env={"HOME": str(tmp_path)})
    assert (result.returncode, result.stdout) == (3, "")
    assert marked.END in result.stderr
    assert (tmp_path / ".zshrc").read_text() == f"a\n{marked.BEGIN}\nb\n"
    assert not (tmp_path / ".local").exists()


def test_script_of_another_is_not_taken_away(kzfr: Run, tmp_path: Path) -> None:
    script = tmp_path / SCRIPT["fish"]
    script.parent.mkdir(parents=True)
    script.write_text("complete -c kzfr -a mine\n")
    result = kzfr("completion", "fish", "--uninstall", env={"HOME": str(tmp_path)})
    assert result.returncode == 0
    assert script.read_text() == "complete -c kzfr -a mine\n"


@pytest.mark.parametrize("shell", SCRIPT)
def test_script_of_another_is_not_replaced(kzfr: Run, tmp_path: Path, shell: str) -> None:
    (theirs := tmp_path / SCRIPT[shell]).parent.mkdir(parents=True)
    theirs.write_text("# theirs\n")
    result = kzfr("completion", shell, "--install", env={"HOME": str(tmp_path)})
    assert (result.returncode, result.stdout) == (3, "")
    assert str(theirs) in result.stderr
    assert theirs.read_text() == "# theirs\n"
    assert shell not in START or not (tmp_path / START[shell]).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_elsewhere_is_not_written_through(
    kzfr: Run, tmp_path: Path
) -> None:
    (link := tmp_path / SCRIPT["fish"]).parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elsewhere")
    assert (
        kzfr("completion", "fish", "--install", env={"HOME": str(tmp_path)}).returncode == 3
    )
    assert not (tmp_path / "elsewhere").exists()


def test_the_script_of_an_earlier_version_is_replaced_and_taken_away(
    kzfr: Run, tmp_path: Path
) -> None:
    (old := tmp_path / SCRIPT["bash"]).parent.mkdir(parents=True)
    old.write_text("# Completion of kzfr in bash, of an earlier version.\n")
    (start := tmp_path / ".bashrc").write_text(
        f"mine\n{marked.BEGIN}\nif [ -r x ]; then . x; fi\n{marked.END}\n"
    )
    home = {"HOME": str(tmp_path)}
    assert kzfr("completion", "bash", "--install", env=home).returncode == 0
    assert "earlier" not in old.read_text()
    assert "[ -r x ]" not in start.read_text()
    assert kzfr("completion", "bash", "--uninstall", env=home).returncode == 0
    assert (old.exists(), start.read_text()) == (False, "mine\n")


def test_script_that_another_program_links_is_left_to_it(kzfr: Run, tmp_path: Path) -> None:
    linked = tmp_path / "pipx" / "kzfr.fish"
    linked.parent.mkdir()
    linked.write_text(protocol.script("fish") + "# of an earlier version\n")
    script = tmp_path / SCRIPT["fish"]
    script.parent.mkdir(parents=True)
    script.symlink_to(linked)
    before = linked.read_bytes()
    for option in ("--install", "--uninstall"):
        result = kzfr("completion", "fish", option, env={"HOME": str(tmp_path)})
        assert (result.returncode, result.stdout) == (0, "")
        assert script.is_symlink()
        assert linked.read_bytes() == before


def test_place_that_cannot_be_written_is_told(kzfr: Run, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    result = kzfr("completion", "fish", "--install", env={"HOME": str(tmp_path)})
    assert (result.returncode, result.stdout) == (3, "")
    assert "kzfr.fish" in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_in_which_it_is_typed_is_found(tmp_path: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed here")
    result = subprocess.run(
        [program, "-c", f"'{sys.executable}' -m kzfr_cli completion --install; true"],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT / "src"),
            "SHELL": "/bin/false",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert str(tmp_path / SCRIPT[shell]) in result.stdout, result.stderr


LINES = "if true; then\n  . there\nfi"


@example(b"\r")
@given(st.binary(max_size=200).filter(lambda content: b"kzfr completion" not in content))
def test_lines_are_put_in_once_and_taken_out_again(content: bytes) -> None:
    once = marked.with_lines(content, LINES, "rc")
    assert once.startswith(content)
    assert marked.with_lines(once, LINES, "rc") == once
    assert marked.without_lines(once, "rc").rstrip(b"\0\r\n") == content.rstrip(b"\0\r\n")


def test_lines_stay_where_they_stand_when_they_change() -> None:
    content = marked.with_lines(b"before\n", "old", "rc") + b"after\n"
    changed = marked.with_lines(content, "new\nlines", "rc")
    assert changed == f"before\n{marked.BEGIN}\nnew\nlines\n{marked.END}\nafter\n".encode()
    assert marked.without_lines(changed, "rc") == b"before\nafter\n"


def test_profile_of_windows_powershell_keeps_its_encoding() -> None:
    content = "\ufeffWrite-Host 'été'\r\n".encode("utf-16-le")
    assert (
        marked.with_lines(content, LINES, "rc").decode("utf-16").splitlines()[-1]
        == marked.END
    )
    assert marked.without_lines(marked.with_lines(content, LINES, "rc"), "rc") == content


@pytest.mark.parametrize(
    "content",
    [marked.BEGIN, marked.END, f"{marked.END}\n{marked.BEGIN}", f"{marked.BEGIN}\n" * 2],
)
def test_marks_that_do_not_pair_are_refused(content: str) -> None:
    with pytest.raises(BrokenMarksError):
        marked.without_lines(content.encode(), "rc")
