"""Measure whole commands side by side and write docs/performance.md: `python -m
benchmarks.commands`.

Every figure is a ratio to something measured in the same run, in turn, on the same machine: a floor
(Python importing what the command cannot do without), the command's own time on 300 events,
`tomllib.load`, or a peer. Commands run in a process of their own; the least of several runs is
kept, which noise cannot improve.

    python -m benchmarks.commands [--sizes 300,10000,100000,1000000] [--work DIR] [--runs 15]
    [--packaged-only]

`--packaged-only` measures the commands on the packaged data again, and keeps the rest of the page.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle
from pathlib import Path

from benchmarks import synthetic
from kzfr_cli.formats import registry
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
SCALES = "## Building the index"
"""Begins what is measured on databases of several sizes."""

PROGRAM = [sys.executable, "-c", "from kzfr_cli.__main__ import main; main()"]
LIGHT = [sys.executable, "-c", "import click, sqlite3, json"]
TEXT = [
    sys.executable,
    "-c",
    "import click, sqlite3, rapidfuzz.distance, rich.console, rich.table",
]
COMPLETION = {"_KZFR_LINE": "kzfr show strategic", "_KZFR_COMPLETE": "bash"}
DAY = "2018-06-05"
MISSPELT = ("premeir", "kazahkstan")

SCHEMA = [sys.executable, "-c", "import click, sqlite3, json, msgspec, rtoml"]
LIBRARIES = {"ics": "icalendar", "html": "jinja2", "docx": "docx"}
"""What a format is written with; the others need nothing but Python."""

Command = tuple[str, Sequence[str], dict[str, str], Sequence[str], float | None]
"""A title, the arguments, the environment, the floor, and the ratio that is the goal."""

FLOORS: list[Command] = [
    ("kzfr search Sorbonne", ["search", "Sorbonne"], {}, TEXT, 1.25),
    (
        "kzfr anniversary --date 2018-06-05 --format json",
        ["anniversary", "--date", DAY, "--format", "json"],
        {},
        LIGHT,
        1.25,
    ),
    ("completing an id", [], COMPLETION, LIGHT, 1.25),
    ("kzfr today", ["today"], {}, LIGHT, 1.25),
    ("kzfr", [], {}, TEXT, None),
    ("kzfr anniversary", ["anniversary"], {}, TEXT, None),
    ("kzfr timeline", ["timeline"], {}, TEXT, None),
    (
        "kzfr timeline --limit 20 --format json",
        ["timeline", "--limit", "20", "--format", "json"],
        {},
        LIGHT,
        None,
    ),
    (
        "kzfr show strategic-partnership-treaty-2008",
        ["show", "strategic-partnership-treaty-2008"],
        {},
        TEXT,
        None,
    ),
    ("kzfr figures kz-stat-trade-total", ["figures", "kz-stat-trade-total"], {}, TEXT, None),
    ("kzfr sources", ["sources"], {}, TEXT, None),
    (
        "kzfr cite strategic-partnership-treaty-2008",
        ["cite", "strategic-partnership-treaty-2008"],
        {},
        TEXT,
        None,
    ),
    ("kzfr info", ["info"], {}, TEXT, None),
    ("kzfr config", ["config"], {}, TEXT, None),
    ("kzfr schema timeline", ["schema", "timeline"], {}, LIGHT, None),
    ("kzfr completion bash", ["completion", "bash"], {}, LIGHT, None),
    ("kzfr validate", ["validate"], {}, SCHEMA, None),
    ("kzfr --help", ["--help"], {}, LIGHT, None),
    ("kzfr --version", ["--version"], {}, LIGHT, None),
]
"""What only reads."""

SCALED: list[tuple[str, Sequence[str], dict[str, str], dict[int, float]]] = [
    (
        "search, two words misspelt",
        ["search", *MISSPELT],
        {},
        {100_000: 1.5, 1_000_000: 3.0},
    ),
    ("anniversary", ["anniversary", "--date", DAY], {}, {1_000_000: 1.5}),
    ("show", ["show", "ID"], {}, {1_000_000: 1.5}),
    (
        "completing an id",
        [],
        {**COMPLETION, "_KZFR_LINE": "kzfr show synth"},
        {1_000_000: 1.5},
    ),
    ("timeline --limit 20", ["timeline", "--limit", "20"], {}, {1_000_000: 1.5}),
]


def environment(cache: Path, **more: str) -> dict[str, str]:
    """Give the environment of a measured process: compiled modules may be kept, nothing of the
    user's is read.
    """
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(cache),
        "LANG": "C.UTF-8",
        "KZFR_CACHE": str(cache),
        "PYTHONPATH": str(ROOT / "src"),
        **more,
    }


def seconds(command: Sequence[str], env: dict[str, str]) -> float:
    """Time one run of a process."""
    started = time.perf_counter()
    subprocess.run(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - started


def least(
    commands: Sequence[tuple[Sequence[str], dict[str, str]]], runs: int
) -> list[float]:
    """Run some commands in turn and keep the least time of each."""
    best = [float("inf")] * len(commands)
    for command, env in commands:
        seconds(command, env)
    for _ in range(runs):
        for place, (command, env) in enumerate(commands):
            best[place] = min(best[place], seconds(command, env))
    return best


def verdict(ratio: float, goal: float | None) -> str:
    """Say whether a ratio meets its goal."""
    return (
        ""
        if goal is None
        else f"at most {goal:g}: {'met' if ratio <= goal else '**missed**'}"
    )


# ---- the packaged data


def floors(work: Path, runs: int) -> list[str]:
    """Measure the commands of the packaged data against their floors."""
    env = environment(work / "packaged")
    rows = []
    for title, arguments, more, floor, goal in FLOORS:
        ours, base = least([([*PROGRAM, *arguments], {**env, **more}), (floor, env)], runs)
        rows.append(row(f"`{title}`", ours, base, goal))
    rows += [*checks(work, env, runs), *exports(work, env, runs), *edits(work, env, runs)]
    return table(["command", "time", "floor", "ratio", "goal"], rows)


def row(title: str, ours: float, base: float, goal: float | None) -> list[str]:
    """Write what a command took beside its floor."""
    return [
        title,
        f"{ours * 1000:.0f} ms",
        f"{base * 1000:.0f} ms",
        f"{ours / base:.2f}",
        verdict(ours / base, goal),
    ]


def checks(work: Path, env: dict[str, str], runs: int) -> Iterator[list[str]]:
    """Measure the check of 300 lines beside a search: prose with a claim now and then, and a claim
    in every line.
    """
    search = [*PROGRAM, "search", "Sorbonne"]
    index = opening.open_index(paths.all_files([paths.packaged()], []), work / "lines")
    summaries = [
        text for entry in index.all("events") if (text := entry.get("summary", {}).get("fr"))
    ]
    claim = (
        "Le traité de partenariat stratégique entre la France et le Kazakhstan a été signé "
        "le {day} juin 2008."
    )
    plain = (
        "Les deux délégations ont parlé de culture, d’énergie et de transports avant de "
        "visiter une exposition."
    )
    texts = {
        "300 lines, a claim in every tenth": [
            claim.format(day=n % 28 + 1) if n % 10 == 0 else plain for n in range(300)
        ],
        "300 lines, the summaries of as many events": summaries[:300],
    }
    for title, lines in texts.items():
        draft = work / "draft.txt"
        draft.write_text("\n".join(lines), encoding="utf-8")
        ours, base = least([([*PROGRAM, "check", str(draft)], env), (search, env)], runs)
        yield row(
            f"`kzfr check`, {title}; its floor is `kzfr search Sorbonne`", ours, base, 1.5
        )
    yield from long_checks(work, env, summaries)


def long_checks(
    work: Path, env: dict[str, str], summaries: Sequence[str]
) -> Iterator[list[str]]:
    """Measure the check of a megabyte of dense text beside that of a tenth of it: the time must grow
    with the text, no faster, and what a sentence adds beside a millisecond. Each paragraph has its
    number, so that none is the same twice.
    """
    commands = []
    sentences = []
    for name, size in (("long", 1_000_000), ("short", 100_000)):
        numbered = (f"{n} — {text}" for n, text in enumerate(cycle(summaries), 1))
        draft = work / f"{name}.txt"
        draft.write_text(up_to(size, numbered), encoding="utf-8")
        commands.append(([*PROGRAM, "check", "--fail-on", "never", str(draft)], env))
        sentences.append(len(Text(draft.read_text("utf-8")).sentences))
    ours, base = least(commands, 2)
    title = "`kzfr check`, 1 MB of summaries; its floor is a tenth of the same"
    yield row(title, ours, base, 11)
    each = (ours - base) / (sentences[0] - sentences[1])
    yield [
        "`kzfr check`, a sentence of these beyond start-up; its floor is a millisecond",
        f"{each * 1000:.2f} ms",
        "1 ms",
        f"{each * 1000:.2f}",
        verdict(each * 1000, 1),
    ]


def up_to(size: int, paragraphs: Iterable[str]) -> str:
    """The first of some paragraphs, to so many characters."""
    found: list[str] = []
    length = 0
    for paragraph in paragraphs:
        length += len(paragraph) + 2
        if length > size:
            break
        found.append(paragraph)
    return "\n\n".join(found)


def exports(work: Path, env: dict[str, str], runs: int) -> Iterator[list[str]]:
    """Measure the export of everything in each format, and the site."""
    for name, export in registry.EXPORTS.items():
        floor = [
            sys.executable,
            "-c",
            f"import click, sqlite3, json, {LIBRARIES.get(name, 'csv')}",
        ]
        command = [
            *PROGRAM,
            "export",
            str(work / f"all{export.endings[0]}"),
            "--format",
            name,
        ]
        ours, base = least([(command, env), (floor, env)], max(runs // 3, 2))
        yield row(f"`kzfr export` {name}, every event", ours, base, None)
    site = [*PROGRAM, "site", str(work / "site"), "--url", "https://example.org/"]
    ours, base = least(
        [
            (site, env),
            ([sys.executable, "-c", "import click, sqlite3, jinja2, icalendar"], env),
        ],
        2,
    )
    yield row("`kzfr site`, every event", ours, base, None)


def edits(work: Path, env: dict[str, str], runs: int) -> Iterator[list[str]]:
    """Measure the commands that write, each followed by the one that takes it back; every change is
    on the disk.
    """
    home = work / "desk"
    home.mkdir(exist_ok=True)
    mine = {
        **env,
        "XDG_DATA_HOME": str(home),
        "XDG_STATE_HOME": str(home),
        "EDITOR": "sed -i s/Concert/Recital/",
    }
    rows = home / "rows.csv"
    rows.write_text(
        "date,title\n" + "".join(f"2026-10-{day:02},Talk {day}\n" for day in range(1, 31))
    )
    event = [
        "--date",
        "2026-09-01",
        "--title",
        "Concert",
        "--category",
        "culture",
        "--no-source",
        "--yes",
    ]
    seconds([*PROGRAM, "add", *event, "--id", "kept-2026"], mine)
    for title, arguments in (
        ("kzfr add", ["add", *event, "--id", "added-2026"]),
        ("kzfr edit ID", ["edit", "kept-2026"]),
        ("kzfr remove ID", ["remove", "kept-2026", "--yes"]),
        (
            "kzfr import, 30 rows",
            ["import", str(rows), "--category", "culture", "--no-source", "--yes"],
        ),
    ):
        commands = [
            ([*PROGRAM, *arguments], mine),
            ([*PROGRAM, "undo"], mine),
            (SCHEMA, env),
        ]
        ours, undone, base = least(commands, max(runs // 2, 2))
        yield row(f"`{title}`", ours, base, None)
    yield row("`kzfr undo`", undone, base, None)


def first_run(work: Path) -> str:
    """Measure the first run, which builds the index."""
    best = float("inf")
    for number in range(3):
        shutil.rmtree(work / f"first-{number}", ignore_errors=True)
        best = min(best, seconds([*PROGRAM, "info"], environment(work / f"first-{number}")))
    verdict = "under" if best < 1 else "**over**"
    return f"The first run, which builds the index of the packaged data: {best:.2f} s ({verdict} 1 s)."


# ---- synthetic databases


def database(work: Path, size: int) -> Path:
    """Make a synthetic database, or find it made."""
    folder = work / str(size)
    if not (folder / "events.toml").is_file():
        synthetic.write(size, folder)
    return folder


def build(work: Path, size: int) -> tuple[list[str], float]:
    """Build the index of a database from nothing, beside `tomllib.load` on its events."""
    folder = database(work, size)
    cache = work / f"cache-{size}"
    shutil.rmtree(cache, ignore_errors=True)
    env = environment(cache)
    report = (
        "import resource, sys, time; started = time.perf_counter(); {body};"
        "print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    parts = [str(path) for path in synthetic.files(folder, size)]
    load = report.format(
        body=f"import tomllib; [tomllib.load(open(path, 'rb')) for path in {parts}]"
    )
    make = report.format(
        body="from kzfr_cli.store.index import opening; from kzfr_cli.store import paths;"
        f"opening.open_index(paths.all_files([{str(folder)!r}], []), {str(cache)!r})"
    )
    ours, memory = measured(make, env)
    base, _ = measured(load, env)
    megabytes = sum(os.stat(path).st_size for path in parts) / 1e6
    ratio, space = ours / base, memory * 1024 / 1e6 / megabytes
    goals = [verdict(ratio, 1.3), verdict(space, 8)] if size == 100_000 else ["", ""]
    row = [
        f"{size:,}",
        f"{megabytes:.0f} MB",
        f"{ours:.1f} s",
        f"{base:.1f} s",
        f"{ratio:.2f}",
        goals[0],
        f"{space:.1f} ×",
        goals[1],
    ]
    return row, ours


def measured(program: str, env: dict[str, str]) -> tuple[float, float]:
    """Run a program that prints its seconds and its kilobytes."""
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    first, second = done.stdout.split()
    return float(first), float(second)


def scaled(work: Path, sizes: Sequence[int], runs: int) -> list[str]:
    """Measure the commands on every size, in turn, as ratios to the smallest."""
    rows = []
    for title, arguments, more, goals in SCALED:
        commands = []
        for size in sizes:
            folder = database(work, size)
            words = [first_id(folder) if word == "ID" else word for word in arguments]
            env = environment(work / f"cache-{size}", KZFR_DB=str(folder), **more)
            commands.append(
                (
                    [*PROGRAM, *(["--no-packaged", *words] if words else [])],
                    with_packaged(env, bool(words)),
                )
            )
        times = least(commands, runs)
        for size, spent in zip(sizes, times, strict=True):
            ratio = spent / times[0]
            rows.append(
                [
                    title,
                    f"{size:,}",
                    f"{spent * 1000:.0f} ms",
                    f"{ratio:.2f}",
                    verdict(ratio, goals.get(size)),
                ]
            )
    return table(["command", "events", "time", "ratio to 300", "goal"], rows)


def with_packaged(env: dict[str, str], has_option: bool) -> dict[str, str]:
    """Leave the packaged data out of completion too, which takes no option but the words typed."""
    if has_option:
        return env
    return {
        **env,
        "_KZFR_LINE": env["_KZFR_LINE"].replace("kzfr ", "kzfr --no-packaged ", 1),
    }


def first_id(folder: Path) -> str:
    """Find the id of the first event of a database."""
    with (folder / "events.toml").open(encoding="utf-8") as file:
        return next(line.split('"')[1] for line in file if line.startswith("id = "))


def overlay(work: Path, size: int) -> str:
    """Measure what adding one entry to an overlay costs, beside building the whole."""
    folder = database(work, size)
    mine = work / "overlay.toml"
    mine.write_text("")
    env = environment(
        work / f"cache-overlay-{size}", KZFR_DB=os.pathsep.join((str(folder), str(mine)))
    )
    command = [*PROGRAM, "--no-packaged", "timeline", "--limit", "1"]
    whole = seconds(command, env)
    entry = (
        '[[events]]\nid = "mine-{n}"\ncategory = "visit"\ntitle.en = "Mine"\n'
        '[[events.dates]]\nkind = "occurred"\nvalue = "2020"\n'
    )
    best = float("inf")
    for n in range(3):
        mine.write_text(entry.format(n=n))
        best = min(best, seconds(command, env))
    return (
        f"Adding one entry to an overlay of {size:,} events: {best:.2f} s for the next command,"
        f" where building the whole index took {whole:.1f} s."
    )


def titles_of(work: Path, size: int) -> Path:
    """Write the titles of a synthetic database, one on a line."""
    folder, titles = database(work, size), work / f"titles-{size}.txt"
    if not titles.is_file():
        sources = map(Path.open, synthetic.files(folder, size))
        with titles.open("w", encoding="utf-8") as out:
            for line in chain.from_iterable(sources):
                if line.startswith("title.fr"):
                    out.write(line.split('"', 1)[1].rsplit('"', 1)[0] + "\n")
    return titles


def peers(work: Path, size: int, runs: int) -> list[str]:
    """Measure the search beside programs that search lines or words, on the titles of the same
    events.
    """
    titles = titles_of(work, size)
    env = environment(work / f"cache-{size}", KZFR_DB=str(database(work, size)))
    commands: list[tuple[str, Sequence[str]]] = [
        (
            "kzfr search, two words misspelt",
            [*PROGRAM, "--no-packaged", "search", *MISSPELT],
        ),
        (
            "SQLite FTS5 bare, exact words, index ready",
            [sys.executable, "-c", BARE, str(bare_index(work, titles))],
        ),
    ]
    if shutil.which("fzf"):
        commands.append(
            (
                "fzf --filter, every run reads all",
                ["sh", "-c", f"fzf --filter '{' '.join(MISSPELT)}' < {titles}"],
            )
        )
    if shutil.which("rg"):
        both = f"rg -i '{MISSPELT[0]}' {titles} | rg -i '{MISSPELT[1]}'"
        commands.append(("ripgrep -i, exact words, every run reads all", ["sh", "-c", both]))
    if size <= 100_000 and (script := node_peers(work)) is not None:
        for name in ("minisearch", "fuse"):
            command = ["node", str(script), name, str(titles), *MISSPELT]
            commands.append((f"{name} (fuzzy), every run indexes all", command))
    times = least([(command, env) for _, command in commands], max(runs // 5, 2))
    rows = [
        [title, f"{spent * 1000:.0f} ms", f"{spent / times[0]:.2f}"]
        for (title, _), spent in zip(commands, times, strict=True)
    ]
    return table(["program", "time", "ratio to kzfr"], rows)


BARE = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
    "print(c.execute(\"SELECT rowid FROM t WHERE t MATCH 'premier AND kazakhstan' ORDER BY "
    'rank LIMIT 10").fetchall())'
)


def bare_index(work: Path, titles: Path) -> Path:
    """Make a bare FTS5 table of titles."""
    target = work / f"{titles.stem}.bare.sqlite"
    if not target.is_file():
        with sqlite3.connect(target) as connection, titles.open(encoding="utf-8") as lines:
            connection.execute(
                "CREATE VIRTUAL TABLE t USING fts5(title, tokenize = 'unicode61 "
                "remove_diacritics 2')"
            )
            connection.executemany("INSERT INTO t VALUES (?)", ((line,) for line in lines))
        connection.close()
    return target


NODE = """
const fs = require("fs");
const [name, file, ...words] = process.argv.slice(2);
const titles = fs.readFileSync(file, "utf8").split("\\n").map((title, id) => ({id, title}));
if (name === "minisearch") {
  const MiniSearch = require("minisearch");
  const index = new MiniSearch({fields: ["title"], searchOptions: {fuzzy: 0.2, prefix: true}});
  index.addAll(titles);
  console.log(index.search(words.join(" ")).length);
} else {
  const Fuse = require("fuse.js");
  console.log(new Fuse(titles, {keys: ["title"], ignoreLocation: true}).search(words.join(" ")).length);
}
"""


def node_peers(work: Path) -> Path | None:
    """Install MiniSearch and Fuse.js beside a script that runs them, or give None where there is no
    npm.
    """
    if not shutil.which("npm"):
        return None
    folder = work / "node"
    script = folder / "peers.cjs"
    if not script.is_file():
        folder.mkdir(exist_ok=True)
        install = [
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(folder),
            "minisearch",
            "fuse.js",
        ]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return None
        script.write_text(NODE, encoding="utf-8")
    return script


def calendar_peer(work: Path, runs: int) -> list[str]:
    """Measure the anniversaries of a day beside khal, a calendar program, on the packaged events
    known to the day.
    """
    khal = shutil.which("khal")
    if khal is None:
        return ["khal is not installed: its row is left out.\n"]
    home = work / "khal"
    calendar = home / "calendar"
    calendar.mkdir(parents=True, exist_ok=True)
    index = opening.open_index(paths.all_files([paths.packaged()], []), home)
    events = index.events(number for (number,) in index.rows("SELECT no FROM events"))
    for event in events:
        if day := event.preferred.value.day:
            (calendar / f"{event.id}.ics").write_text(
                yearly(event.id, day.strftime("%Y%m%d")), encoding="utf-8"
            )
    config = home / "config"
    config.write_text(
        f"[calendars]\n[[kzfr]]\npath = {calendar}\n[sqlite]\npath = {home / 'khal.db'}\n"
        "[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    )
    env = environment(work / "packaged")
    commands = [
        ("kzfr anniversary", [*PROGRAM, "anniversary", "--date", DAY, "--within", "0"]),
        ("khal list, its cache ready", [khal, "-c", str(config), "list", DAY, "1d"]),
    ]
    times = least([(command, env) for _, command in commands], max(runs // 3, 3))
    rows = [
        [title, f"{spent * 1000:.0f} ms", f"{spent / times[0]:.2f}"]
        for (title, _), spent in zip(commands, times, strict=True)
    ]
    return table(["program", "time", "ratio to kzfr"], rows)


def yearly(id: str, day: str) -> str:
    """Write one event that comes back every year (RFC 5545)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kzfr//benchmark//EN",
        "BEGIN:VEVENT",
        f"UID:{id}@benchmark",
        "DTSTAMP:20180101T000000Z",
        f"DTSTART;VALUE=DATE:{day}",
        "RRULE:FREQ=YEARLY",
        f"SUMMARY:{id}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)


# ---- the report


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Write a Markdown table."""
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(row) + " |" for row in rows),
        "",
    ]


def heading(runs: int) -> list[str]:
    """Say what is measured and where."""
    return [
        "# Performance\n",
        (
            "Written by `python -m benchmarks.commands`. Each ratio is to something measured "
            "in the "
            "same run, in turn; the"
        ),
        (
            f"least of {runs} runs is kept. Machine: Python {platform.python_version()}, "
            f"{platform.machine()},"
        ),
        f"{os.cpu_count()} cores.\n",
    ]


def packaged(work: Path, runs: int) -> list[str]:
    """Measure the commands on the packaged data."""
    return [
        "## Every command against its floor\n",
        (
            "The floor is Python importing what the command cannot do without, and nothing else: "
            "`click`, `sqlite3` and"
        ),
        (
            "`json`; for text `rapidfuzz.distance`, `rich.console` and `rich.table` too; for what "
            "reads database files"
        ),
        (
            "`msgspec` and `rtoml`; for a format the library that writes it. "
            "What has no "
            "goal there works on"
        ),
        "every event, or waits for the disk.\n",
        *floors(work, runs),
        first_run(work) + "\n",
    ]


def report(work: Path, sizes: Sequence[int], runs: int) -> str:
    """Measure everything and write the page."""
    lines = [
        *heading(runs),
        *packaged(work, runs),
        SCALES + "\n",
        (
            "From nothing, beside `tomllib.load` alone on the same file; the memory is the greatest "
            "that the process held,"
        ),
        "as a multiple of the file.\n",
    ]
    rows = [build(work, size)[0] for size in sizes]
    lines += table(
        ["events", "file", "index", "tomllib", "ratio", "goal", "memory", "goal"], rows
    )
    lines += [overlay(work, sizes[min(2, len(sizes) - 1)]) + "\n"]
    lines += ["## From 300 events to a million\n", *scaled(work, sizes, runs)]
    for size in sizes[2:] or sizes[-1:]:
        lines += [
            f"## Search and its peers, on the titles of {size:,} events\n",
            *peers(work, size, runs),
        ]
    lines += ["## Anniversaries and their peer\n", *calendar_peer(work, runs)]
    return "\n".join(lines)


def main() -> None:
    """Read the options and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", default=",".join(map(str, synthetic.SIZES)), help="numbers of events"
    )
    parser.add_argument("--work", type=Path, help="where the synthetic databases are kept")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument(
        "--packaged-only", action="store_true", help="keep what the page says of other sizes"
    )
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        if options.packaged_only:
            _, begin, rest = PAGE.read_text(encoding="utf-8").partition(SCALES)
            text = (
                "\n".join([*heading(options.runs), *packaged(work, options.runs)])
                + "\n"
                + begin
                + rest
            )
        else:
            text = report(work, sizes, options.runs)
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
