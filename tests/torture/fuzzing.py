"""Feed the readers with what a coverage-guided fuzzer (atheris, else hypothesis) thinks up:
`fuzzing READER RUNS`.

The process ends with an error on a traceback, on an input that takes over two seconds of the
processor, and over a gigabyte of memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .bench import ROOT, Outcome, measured

PATIENCE = 2.0
MEMORY = 1_000_000
"""Kilobytes."""


class TooSlowError(Exception):
    """Tell an input that took too long."""


def main(name: str, runs: int) -> None:
    """Feed one reader."""
    try:
        import atheris
    except ImportError:
        by_hypothesis(name, runs)
        return
    with atheris.instrument_imports(include=["kzfr_cli"]):
        from . import hostile

    read = hostile.READERS[name]
    read(hostile.SEEDS[name][0].encode())
    slowest = [0.0]

    def timed(data: bytes) -> None:
        begun = time.process_time()
        read(data)
        slowest[0] = max(slowest[0], time.process_time() - begun)
        if slowest[0] > PATIENCE:
            raise TooSlowError(f"{slowest[0]:.1f} s: {data[:200]!r}")

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(hostile.SEEDS[name]):
            (Path(corpus) / str(number)).write_bytes(seed.encode())
        options = [
            f"-runs={runs}",
            "-seed=7",
            "-max_len=4096",
            f"-rss_limit_mb={MEMORY // 1000}",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, corpus], timed)
        atheris.Fuzz()


def by_hypothesis(name: str, runs: int) -> None:
    """Feed one reader with changed seeds and with anything."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    from . import hostile

    read = hostile.READERS[name]
    seeds = [text.encode() for text in hostile.SEEDS[name]]
    parts = st.one_of(
        st.sampled_from(seeds),
        st.binary(max_size=60),
        st.text(max_size=60).map(lambda text: text.encode()),
    )
    cuts = st.tuples(st.sampled_from(seeds), st.integers(0, 200), st.integers(0, 200), parts)
    inputs = st.one_of(
        cuts.map(lambda cut: cut[0][: cut[1]] + cut[3] + cut[0][cut[2] :]),
        st.lists(parts, max_size=4).map(b"".join),
    )

    @seed(7)
    @settings(
        max_examples=runs,
        deadline=PATIENCE * 1000,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def feed(data: bytes) -> None:
        read(data)

    for data in seeds:  # what a reader derives of the database and keeps is not timed
        read(data)
    if name == "drafts":
        read(b"\0Le 11 juin 2008, la France et le Kazakhstan signent un trait\xc3\xa9.")
    feed()


def fuzzed(name: str, runs: int) -> Outcome:
    """Feed one reader in a process of its own."""
    outcome = Outcome(f"hostile {name}", f"{runs:,} inputs")
    with measured(outcome):
        result = subprocess.run(
            [sys.executable, "-m", "tests.torture.fuzzing", name, str(runs)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    outcome.told = f"{engine()}; no traceback, none over {PATIENCE:.0f} s, under 1 GB"
    if result.returncode:
        outcome.failures.append((result.stdout + result.stderr)[-1500:])
    if peak > MEMORY:
        outcome.failures.append(f"{peak:,} kB of memory")
    return outcome


def engine() -> str:
    """Name what thinks the inputs up."""
    from importlib.util import find_spec

    return (
        "atheris, guided by coverage"
        if find_spec("atheris")
        else "hypothesis (atheris is not installed)"
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
