"""Try the package as its users get it: `nox`, or `nox -s package`, `nox -s smoke-3.13`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
PYTHONS = ["3.11", "3.12", "3.13"]


def build(session: nox.Session) -> list[Path]:
    """Build the wheel and the source archive into a folder of the session."""
    folder = Path(session.create_tmp()) / "dist"
    for old in folder.glob("*"):
        old.unlink()
    session.install("build")
    session.run("python", "-m", "build", "--outdir", str(folder), silent=True)
    return sorted(folder.iterdir())


@nox.session
def package(session: nox.Session) -> None:
    """Hold the metadata and the contents against the checkers of PyPI."""
    files = build(session)
    session.install("twine", "check-wheel-contents", "pyroma")
    session.run("twine", "check", "--strict", *map(str, files))
    session.run(
        "check-wheel-contents", *(str(path) for path in files if path.suffix == ".whl")
    )
    session.run("pyroma", "--min", "10", ".")


@nox.session(python=PYTHONS)
def smoke(session: nox.Session) -> None:
    """Install the wheel alone and run its main commands, away from the checkout."""
    wheel = next(path for path in build(session) if path.suffix == ".whl")
    session.run("pip", "uninstall", "--yes", "--quiet", "build", silent=True)
    session.install(str(wheel))
    script = Path("tests/smoke.py").resolve()
    with session.chdir(session.create_tmp()):
        session.run("python", str(script))


def lowest() -> list[str]:
    """List the dependencies, each at the lowest version that is declared."""
    declared = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    return [item.replace(">=", "==") for item in declared["project"]["dependencies"]]


@nox.session(python=PYTHONS[0])
def lower_bounds(session: nox.Session) -> None:
    """Install the lowest declared version of each dependency, and run the main commands."""
    wheel = next(path for path in build(session) if path.suffix == ".whl")
    session.run("pip", "uninstall", "--yes", "--quiet", "build", silent=True)
    session.install(str(wheel), *lowest())
    script = Path("tests/smoke.py").resolve()
    with session.chdir(session.create_tmp()):
        session.run("python", str(script))
