"""Measure the quality of search on judged queries, and beside it that of other tools on the same
events.

    python -m benchmarks.quality                   the queries of tests/search, by kind
    python -m benchmarks.quality --peers           the peers that run here too
    python -m benchmarks.quality --misses          which queries miss, and what they find
    python -m benchmarks.quality --peers --write   into docs/search.md
    python -m benchmarks.quality FILE.toml ...     other sets: [[queries]] with kind, query,
    expected ids

hit@n is the share of queries with a right event among the first n, MRR@10 the mean of 1/rank,
silent the share of the queries without an answer that find nothing. MiniSearch and Fuse.js need
node and npm; they are installed in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kzfr_cli.languages import folding, language, small_words
from kzfr_cli.search import engine
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

ROOT = Path(__file__).resolve().parent.parent
EVERYDAY = ROOT / "tests/search/everyday.toml"
"""Paraphrases, which have no word to spare: none of them is dropped or swapped."""

SETS = (
    ROOT / "tests/search/queries.toml",
    ROOT / "tests/search/held_out.toml",
    ROOT / "tests/search/near_misses.toml",
    EVERYDAY,
)
WATCHED = ROOT / "tests/search/watched.toml"
"""Judged by others: measured with the rest, and left out of what weights are fitted on."""

DOCUMENT = ROOT / "docs/search.md"
BEGIN, END = "<!-- quality -->", "<!-- /quality -->"
NOTHING = "nothing"
DEPTH = 10

Finder = Callable[[list[str]], list[list[str]]]
"""Finds for each query the ids of events, the best first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold a query, its kind, and the ids that are right in first place; none when nothing may be
    found.
    """

    kind: str
    query: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Hold what the peers are given of an event: its titles, and everything."""

    id: str
    title: str
    everything: str
    scope: str


def read(path: Path) -> list[Judged]:
    """Read a set of judged queries."""
    with path.open("rb") as file:
        return [
            Judged(item["kind"], item["query"], tuple(item["expected"]))
            for item in tomllib.load(file)["queries"]
        ]


def texts(index: Index) -> list[Text]:
    """Read what the peers search in: titles, dates, all spellings of the linked names, tags,
    summaries.
    """
    names = {entry["id"]: " ".join(spellings(entry)) for entry in index.all("names")}
    tags = {entry["id"]: " ".join(entry["label"].values()) for entry in index.all("tags")}
    found = []
    for entry in index.all("events"):
        linked = [
            *entry.get("places", ()),
            *entry.get("people", ()),
            *entry.get("organisations", ()),
        ]
        title = " | ".join(entry["title"].values())
        parts = [
            title,
            *(facet["value"] for facet in entry["dates"]),
            *(names.get(name, name) for name in linked),
            *(tags.get(tag, tag) for tag in entry.get("tags", ())),
            *entry.get("summary", {}).values(),
        ]
        found.append(
            Text(
                entry["id"], title, " ".join(" ".join(parts).split()), entry.get("scope", "")
            )
        )
    return found


def spellings(entry: dict[str, dict[str, object]]) -> Iterable[str]:
    """List every spelling of a name."""
    yield from map(str, entry["label"].values())
    for forms in entry.get("spellings", {}).values():
        yield from map(str, forms)  # type: ignore[call-overload]
    yield from map(str, entry.get("acronyms", ()))


# ---- the finders


def kzfr(index: Index) -> Finder:
    """Search with the engine of the project."""
    return lambda queries: [
        [hit.id for hit in engine.search(index.connection, query, limit=DEPTH).hits]
        for query in queries
    ]


def lines_of(found: Sequence[Text]) -> str:
    """Write one line for each event, its place first."""
    return "".join(f"{place}\t{text.everything}\n" for place, text in enumerate(found))


def fzf(found: Sequence[Text]) -> Finder:
    """Filter with fzf over the whole text of the events."""

    def find(query: str) -> list[str]:
        run = subprocess.run(
            ["fzf", "--filter", query, "--delimiter", "\t", "--nth", "2.."],
            input=lines_of(found),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return [
            found[int(line.split("\t")[0])].id for line in run.stdout.splitlines()[:DEPTH]
        ]

    return lambda queries: [find(query) for query in queries]


def ripgrep(found: Sequence[Text]) -> Finder:
    """Search with ripgrep for the lines that have every word of the query."""

    def find(query: str) -> list[str]:
        text = lines_of(found)
        for word in query.split():
            run = subprocess.run(
                ["rg", "--ignore-case", "--fixed-strings", "-e", word],
                input=text,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            text = run.stdout
        return [found[int(line.split("\t")[0])].id for line in text.splitlines()[:DEPTH]]

    return lambda queries: [find(query) for query in queries]


def fts5(found: Sequence[Text]) -> Finder:
    """Search with SQLite FTS5 as it comes: any of the words, by bm25, titles ten times as heavy."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(title, everything, tokenize='unicode61 "
        "remove_diacritics 2')"
    )
    database.executemany(
        "INSERT INTO texts VALUES (?, ?)", [(text.title, text.everything) for text in found]
    )

    def find(query: str) -> list[str]:
        words = ["".join(filter(str.isalnum, word)) for word in query.split()]
        asked = " OR ".join(f'"{word}"' for word in words if word)
        rows = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 10, 1) LIMIT ?",
            (asked or '""', DEPTH),
        )
        return [found[number - 1].id for (number,) in rows]

    return lambda queries: [find(query) for query in queries]


def trigrams(found: Sequence[Text]) -> Finder:
    """Search with SQLite FTS5 by any three letters together, of folded texts, by bm25."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(title, everything, tokenize='trigram')"
    )
    database.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        [(folding.fold(text.title), folding.fold(text.everything)) for text in found],
    )

    def find(query: str) -> list[str]:
        words = folding.fold(query).split()
        parts = {word[at : at + 3] for word in words for at in range(max(len(word) - 2, 0))}
        asked = " OR ".join(f'"{part}"' for part in sorted(parts))
        rows = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 10, 1) LIMIT ?",
            (asked or '""', DEPTH),
        )
        return [found[number - 1].id for (number,) in rows]

    return lambda queries: [find(query) for query in queries]


def wratio(found: Sequence[Text]) -> Finder:
    """Compare every title with the query by rapidfuzz WRatio, from 60 of 100 up."""
    from rapidfuzz import fuzz, process, utils

    titles = [text.title for text in found]

    def find(query: str) -> list[str]:
        best = process.extract(
            query,
            titles,
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=DEPTH,
            score_cutoff=60,
        )
        return [found[place].id for _, _, place in best]

    return lambda queries: [find(query) for query in queries]


NODE = """
const MiniSearch = require('minisearch'), Fuse = require('fuse.js');
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const fields = ['title', 'everything'], searchOptions = {boost: {title: 3}, fuzzy: 0.2, prefix: true};
const plain = new MiniSearch({fields, searchOptions});
plain.addAll(input.texts.map((t, id) => ({id, ...t})));
const stop = new Set(input.stop);
const keep = term => stop.has(term) ? null : term.toLowerCase();
const prepared = new MiniSearch({fields, searchOptions, processTerm: keep});
prepared.addAll(input.folded.map((t, id) => ({id, ...t})));
const keys = [{name: 'title', weight: 3}, 'everything'];
const fuse = new Fuse(input.texts, {keys, ignoreLocation: true, threshold: 0.4});
const out = input.queries.map((query, n) => ({
  'MiniSearch': plain.search(query).slice(0, 10).map(r => r.id),
  'MiniSearch, prepared': prepared.search(input.folded_queries[n]).slice(0, 10).map(r => r.id),
  'Fuse.js': fuse.search(query, {limit: 10}).map(r => r.refIndex),
}));
console.log(JSON.stringify(out));
"""


def javascript(found: Sequence[Text], queries: list[str]) -> dict[str, list[list[str]]]:
    """Search with MiniSearch, as it comes and with folded text, dates in words and stop words, and
    with Fuse.js.
    """
    stop = sorted(
        small_words.stop_words(is_cyrillic=False) | small_words.stop_words(is_cyrillic=True)
    )
    given = {
        "texts": [{"title": text.title, "everything": text.everything} for text in found],
        "folded": [
            {
                "title": folding.fold(text.title),
                "everything": folding.fold(f"{text.everything} {months(text)}"),
            }
            for text in found
        ],
        "stop": stop,
        "queries": queries,
        "folded_queries": [folding.fold(query) for query in queries],
    }
    with tempfile.TemporaryDirectory() as folder:
        install = [
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "minisearch",
            "fuse.js",
        ]
        subprocess.run(install, cwd=folder, check=True, capture_output=True)
        (Path(folder) / "run.js").write_text(NODE, encoding="utf-8")
        run = subprocess.run(
            ["node", "run.js"],
            cwd=folder,
            input=json.dumps(given),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    answers = json.loads(run.stdout)
    return {
        peer: [[found[place].id for place in answer[peer]] for answer in answers]
        for peer in answers[0]
    }


def months(text: Text) -> str:
    """Write the months of a text's ISO dates in words of four languages."""
    names = [
        [
            form
            for code in language.ALL
            for form in language.of(code).words("dates", "months")[number]
        ]
        for number in range(12)
    ]
    dates = re.findall(r"\b(\d{4})-(0[1-9]|1[0-2])\b", text.everything)
    return " ".join(f"{year} {' '.join(names[int(month) - 1])}" for year, month in dates)


# ---- the measure


Ranks = dict[str, list[int]]
"""For each kind of queries the place of the first right event, 0 for none; of `nothing`, 1 for
silence.
"""


def ranks(judged: list[Judged], answers: list[list[str]]) -> Ranks:
    """Compare answers with what is right."""
    measured: Ranks = {item.kind: [] for item in judged}
    for item, found in zip(judged, answers, strict=True):
        right = (place for place, id in enumerate(found[:DEPTH], 1) if id in item.expected)
        measured[item.kind].append(next(right, 0) if item.expected else int(not found))
    return measured


def table(judged: list[Judged], answers: dict[str, list[list[str]]]) -> str:
    """Write the figures of every finder as a Markdown table, hit@1 / hit@5 for each kind."""
    measured = {name: ranks(judged, found) for name, found in answers.items()}
    kinds = [kind for kind in next(iter(measured.values())) if kind != NOTHING]
    counts = {kind: sum(item.kind == kind for item in judged) for kind in (*kinds, NOTHING)}
    summary = ["all", "MRR@10"] if kinds else []
    head = [
        "tool",
        *(f"{kind} ({counts[kind]})" for kind in kinds),
        *summary,
        f"silent ({counts[NOTHING]})",
    ]
    lines = [head, ["---"] * len(head)]
    for name, found in measured.items():
        every = [rank for kind in kinds for rank in found[kind]]
        cells = [hits(found[kind]) for kind in kinds]
        cells += [f"**{hits(every, 3)}**", f"{reciprocal(every):.3f}"] if kinds else []
        silent = found.get(NOTHING) or [0]
        lines.append([name, *cells, f"{sum(silent) / len(silent):.2f}"])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def hits(found: list[int], digits: int = 2) -> str:
    """Write the shares of queries with a right event first, and among the first five."""
    count = len(found) or 1
    first = sum(rank == 1 for rank in found) / count
    among = sum(1 <= rank <= 5 for rank in found) / count
    return f"{first:.{digits}f} / {among:.{digits}f}"


def reciprocal(found: list[int]) -> float:
    """Give the mean of 1/rank, 0 where there is none."""
    return sum(1 / rank for rank in found if rank) / (len(found) or 1)


def misses(judged: list[Judged], answers: list[list[str]]) -> list[str]:
    """List the queries whose first answer is not right."""
    return [
        f"{item.kind}: {item.query} -> {', '.join(found[:3]) or 'nothing'}"
        for item, found in zip(judged, answers, strict=True)
        if (found and found[0] not in item.expected) or (item.expected and not found)
    ]


def check_ids(judged: list[Judged], known: set[str]) -> None:
    """Refuse a set that expects an event which the database does not have."""
    unknown = sorted({id for item in judged for id in item.expected} - known)
    if unknown:
        raise SystemExit(f"No such events: {', '.join(unknown)}")


def main() -> None:
    """Measure each set with each finder and print the tables as Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", type=Path, nargs="*", default=(*SETS, WATCHED))
    parser.add_argument(
        "--peers", action="store_true", help="measure the peers that run here"
    )
    parser.add_argument("--misses", action="store_true", help="list the queries that miss")
    parser.add_argument(
        "--write", action="store_true", help="write the tables into docs/search.md"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        index = opening.open_index(paths.all_files([paths.packaged()], []), Path(cache))
        reports = [
            report(path, index, peers=options.peers, with_misses=options.misses)
            for path in options.sets
        ]
    if options.write:
        write("\n\n".join(reports))


def report(path: Path, index: Index, *, peers: bool, with_misses: bool) -> str:
    """Measure one set; prints and gives its tables."""
    judged = read(path)
    check_ids(judged, set(index.all_ids("events")))
    queries = [item.query for item in judged]
    began = time.perf_counter()
    own = kzfr(index)(queries)
    spent = (time.perf_counter() - began) / len(queries) * 1000
    answers = {"**kzfr**": own, **(peer_answers(index, queries) if peers else {})}
    text = f"`{path.name}`, hit@1 / hit@5:\n\n{table(judged, answers)}"
    print(f"{text}\n\nkzfr took {spent:.1f} ms a query.\n")
    if with_misses:
        print(*misses(judged, own), sep="\n")
    return text


def write(text: str) -> None:
    """Put the tables in the place that docs/search.md keeps for them."""
    page = DOCUMENT.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def peer_answers(index: Index, queries: list[str]) -> dict[str, list[list[str]]]:
    """Ask every peer that runs here."""
    found = texts(index)
    finders: dict[str, Finder] = {
        "SQLite FTS5": fts5(found),
        "SQLite trigrams": trigrams(found),
        "rapidfuzz WRatio": wratio(found),
    }
    if shutil.which("fzf"):
        finders["fzf --filter"] = fzf(found)
    if shutil.which("rg"):
        finders["ripgrep"] = ripgrep(found)
    answers = {name: find(queries) for name, find in finders.items()}
    if shutil.which("node") and shutil.which("npm"):
        answers.update(javascript(found, queries))
    return answers


if __name__ == "__main__":
    main()
