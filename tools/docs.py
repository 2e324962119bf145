"""Keep the documents true: `python tools/docs.py write|check`.

A block between `<!-- kzfr … -->` and `<!-- end -->` of a Markdown file is the command's output, run
with the packaged data, in English unless it says otherwise, on 5 June 2018; a block of `cat FILE`
is that file. A block with a pipe or several commands is run by bash in a folder of its own; one
that needs the programs of others stays as it is unless these were installed by tools/clients.sh
FOLDER and KZFR_CLIENTS=FOLDER. A picture `![…](images/NAME.svg)<!-- drawn by kzfr export - … -->`
is what that command writes. `docs/commands.md` is the help of every command, `docs/coverage.md`
counts the database, `docs/schemas/` the JSON Schemas.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click

import changes
from kzfr_cli.core.event import CATEGORIES, LANGUAGES
from kzfr_cli.formats import schemas
from kzfr_cli.main import COMMANDS, kzfr
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2018-06-05"
CLIENTS = os.environ.get("KZFR_CLIENTS", "")
STANDARD = {"kzfr", "cat", "diff", "ls", "printf"}
"""What runs in a block wherever bash does, and prints the same everywhere."""

BLOCK = re.compile(r"<!-- ((?:kzfr|cat|printf)\b[^\n]*?) -->\n.*?<!-- end -->", re.DOTALL)
PICTURE = re.compile(r"!\[[^\]]*\]\((images/[^)]+\.svg)\)<!-- drawn by (kzfr [^\n]*?) -->")
BETWEEN_PROGRAMS = ("|", "&&")


def environment(home: str) -> dict[str, str]:
    """Return what a command line of the documents finds around it; the programs of others come
    after our own.
    """
    clients = sorted(Path(CLIENTS).glob("*/bin")) if CLIENTS else []
    return {
        "PATH": os.pathsep.join([os.environ["PATH"], *map(str, clients)]),
        "HOME": home,
        "XDG_CACHE_HOME": os.path.join(os.path.dirname(home), "cache"),
        "LANG": "C.UTF-8",
        "KZFR_TODAY": TODAY,
    }


def run(command: str, home: str) -> str:
    """Run a command line of the documents as a user would, and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "kzfr_cli", *shlex.split(command)[1:]],
        env={**environment(home), "PYTHONPATH": str(ROOT / "src")},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stdout + done.stderr).replace(f"{ROOT}/", "").replace(home, "~").rstrip()


def is_for_the_shell(command: str) -> bool:
    """Return whether a line is a pipe or several commands."""
    return " | " in command or " && " in command


def programs(command: str) -> list[str]:
    """Name the programs that several commands run."""
    words = ["|", *shlex.shlex(command, posix=True, punctuation_chars=True)]
    return [word for before, word in pairwise(words) if before in BETWEEN_PROGRAMS]


def run_in_shell(command: str, home: str) -> str | None:
    """Run several commands with bash and give what they print, in its order; None without the
    programs of others.
    """
    around = environment(home)
    others = set(programs(command)) - STANDARD
    if others and not (
        CLIENTS and all(shutil.which(name, path=around["PATH"]) for name in others)
    ):
        return None
    ours = f'kzfr() {{ PYTHONPATH="{ROOT / "src"}" "{sys.executable}" -m kzfr_cli "$@"; }}'
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["bash", "-c", f"{ours}\n{command}"],
            env=around,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.stdout.replace(f"{folder}/", "").replace(home, "~").rstrip()


def with_output(text: str, home: str) -> str:
    """Put the true output into each block of a document."""

    def block(match: re.Match[str]) -> str:
        command = match[1]
        if command.startswith("cat "):
            text = (ROOT / command.removeprefix("cat ")).read_text(encoding="utf-8").rstrip()
            return f"<!-- {command} -->\n```\n{text}\n```\n<!-- end -->"
        output = (
            run_in_shell(command, home) if is_for_the_shell(command) else run(command, home)
        )
        if output is None:
            return match[0]
        return f"<!-- {command} -->\n```console\n$ {command}\n{output}\n```\n<!-- end -->"

    return BLOCK.sub(block, text)


def commands() -> str:
    """Write the help of every command."""
    os.environ["KZFR_LANG"] = "en"
    parts = ["# Commands\n\nMade from the program by `make docs`; a test keeps it true.\n"]
    program = click.Context(
        kzfr, info_name="kzfr", terminal_width=100, max_content_width=100
    )
    parts.append(section("kzfr", kzfr.get_help(program)))
    for name in COMMANDS:
        command = kzfr.get_command(program, name)
        assert command is not None, name
        context = click.Context(
            command,
            parent=program,
            info_name=name,
            terminal_width=100,
            max_content_width=100,
        )
        parts.append(section(f"kzfr {name}", command.get_help(context)))
    return "\n".join(parts)


def section(title: str, help: str) -> str:
    """Write the help of one command under its name."""
    return f"## {title}\n\n```text\n{help.rstrip()}\n```\n"


# ---- coverage


COVERAGE = ROOT / "docs" / "coverage.md"
COUNTED = "<!-- counted -->\n"
"""Above it stands what people wrote, below it what is counted."""


def coverage() -> str:
    """Count what the database holds, below what is written of it."""
    written = COVERAGE.read_text(encoding="utf-8").partition(COUNTED)[0]
    return f"{written}{COUNTED}\n{counted()}"


def counted() -> str:
    """Count what the database holds."""
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        return "\n".join(coverage_lines(index)) + "\n"


def coverage_lines(index: Index) -> Iterator[str]:
    """Write the tables of what the database holds."""
    events = index.events(
        number for (number,) in index.rows("SELECT no FROM events ORDER BY sort, no")
    )
    yield "## Counts\n\nCounted from `data/` by `make docs`; a test keeps it true.\n"
    yield from table(
        ["what", "number"],
        [
            [kind, f"{index.count(kind):,}"]
            for kind in ("events", "figures", "indicators", "names", "sources", "tags")
        ],
    )
    sourced = Counter(
        min(len({citation.source for citation in event.sources}), 5) for event in events
    )
    several = sum(count for number, count in sourced.items() if number > 1)
    facets = Counter(facet.status for event in events for facet in event.dates)
    disputed = sum(event.is_disputed for event in events)
    rejected = sum(
        any(facet.status == "rejected" for facet in event.dates) for event in events
    )
    yield f"{share(several, len(events))} of the events rest on two sources or more."
    yield f"{share(disputed, len(events))} have a disputed date;"
    yield f"{share(rejected, len(events))} a date that was refuted.\n"
    yield "### Events by number of sources\n"
    yield from table(
        ["sources", "events"],
        [
            [f"{number}{'+' if number == 5 else ''}", str(sourced[number])]
            for number in range(1, 6)
        ],
    )
    yield "### Dates by status\n"
    yield from table(
        ["status", "dates"], [[status, str(count)] for status, count in facets.most_common()]
    )
    yield "### Events by category\n"
    kinds = Counter(event.category for event in events)
    yield from table(
        ["category", "events"], [[name, str(kinds[name])] for name in CATEGORIES]
    )
    yield "### Events by year\n"
    values = [event.preferred.value for event in events]
    years = Counter(day.year for value in values if (day := value.earliest or value.latest))
    yield from table(
        ["year", "events"], [[str(year), str(years[year])] for year in sorted(years)]
    )
    yield "### Languages\n"
    rows = [
        [
            code,
            share(sum(code in event.title for event in events), len(events)),
            share(sum(code in event.summary for event in events), len(events)),
        ]
        for code in LANGUAGES
    ]
    yield from table(["language", "titles", "summaries"], rows)
    unreviewed = sum(event.translation == "unreviewed" for event in events)
    yield (
        f"The titles in Russian and Kazakh of {share(unreviewed, len(events))} of the events "
        f"have not been reviewed."
    )


def share(part: int, whole: int) -> str:
    """Write a count with its share."""
    return f"{part:,} ({part / whole:.0%})" if whole else "0"


def table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    """Write a Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


# ---- all of it


def wanted() -> Iterator[tuple[Path, str]]:
    """Return every generated file with what it should hold."""
    with tempfile.TemporaryDirectory() as homes:
        documents = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
        for path in documents:
            home = os.path.join(
                homes, path.stem
            )  # what one document writes, another does not find
            os.mkdir(home)
            text = path.read_text(encoding="utf-8")
            if BLOCK.search(text):
                yield path, with_output(text, home)
            for name, command in PICTURE.findall(text):
                yield path.parent / name, run(command, home) + "\n"
    if text := changes.written():
        yield changes.CHANGES, text
    yield ROOT / "docs" / "commands.md", commands()
    yield COVERAGE, coverage()
    for name in schemas.names():
        text = json.dumps(schemas.named(name), ensure_ascii=False, indent=2)
        yield ROOT / "docs" / "schemas" / f"{name}.json", f"{text}\n"


def stale() -> list[str]:
    """List the generated files that are not what they should be."""
    return [
        str(path.relative_to(ROOT))
        for path, text in wanted()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the generated files, or tell which are stale."""
    if sys.argv[1:] == ["write"]:
        for path, text in wanted():
            path.write_text(text, encoding="utf-8")
        return 0
    found = stale()
    print(
        "\n".join(f"{name} is stale: run make docs" for name in found)
        or "The documents are true."
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
