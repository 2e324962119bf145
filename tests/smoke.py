"""Run the installed program as a newcomer would: `python tests/smoke.py`, with the standard library
alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import kzfr_cli


def kzfr(*arguments: str, code: int = 0, text: str = "") -> str:
    """Run the program from an empty home and give what it prints; fails on another exit code."""
    program = Path(sys.executable).with_name("kzfr")
    environment = {"PATH": os.environ["PATH"], "HOME": HOME, "LANG": "C.UTF-8"}
    done = subprocess.run(
        [program, *arguments],
        env=environment,
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    return done.stdout


def main() -> None:
    """Run each main command once."""
    assert "site-packages" in kzfr_cli.__file__, kzfr_cli.__file__
    assert Path(kzfr_cli.__file__).with_name("py.typed").is_file()
    assert kzfr_cli.__version__ in kzfr("--version")
    assert "Strategic partnership treaty signed" in kzfr("timeline")
    assert "Institut Sorbonne-Kazakhstan" in kzfr(
        "search", "sorbonne almati", "--lang", "fr"
    )
    found = json.loads(kzfr("anniversary", "--date", "2018-06-11", "--format", "json"))
    assert any(
        row["id"] == "strategic-partnership-treaty-2008" and row["years"] == 10
        for row in found
    )
    wrong = (
        "Le traité de partenariat stratégique entre la France et le Kazakhstan a été signé "
        "le 5 juin 2008."
    )
    assert "11 juin 2008" in kzfr("check", "-", "--lang", "fr", code=1, text=wrong)
    assert kzfr("show", "strategic-partnership-treaty-2008", "--lang", "kk")
    kzfr("validate")
    share = Path(sys.prefix) / "share"
    for name in (
        "bash-completion/completions/kzfr",
        "zsh/site-functions/_kzfr",
        "fish/vendor_completions.d/kzfr.fish",
        "kzfr/kzfr.ps1",
        "man/man1/kzfr.1",
        "man/man1/kzfr-source-add.1",
        "man/fr/man1/kzfr-timeline.1",
    ):
        assert (share / name).is_file(), name
    print(f"kzfr {kzfr_cli.__version__} works on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as HOME:
        main()
