"""Input beyond any reason: refused with the limit named, soon, and with everything else still
there.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from .bench import BASE, ENTRY, Outcome, bench, is_bug, measured

PATIENCE = 20.0
MEMORY = 1_000_000_000

TAGS = ", ".join(f'"tag-{number}"' for number in range(100_000))
EVENT = (
    '[[events]]\nid = "huge"\ncategory = "visit"\ntitle.en = '
    '{title}\n{more}\n[[events.dates]]\nkind = "signed"\n'
)
DATED = 'value = "2001"\n'

HUGE: dict[str, Callable[[], str]] = {
    "a string of 10 MB": lambda: (
        EVENT.format(title=f'"{"a" * 10_000_000}"', more="") + DATED
    ),
    "100,000 tags": lambda: EVENT.format(title='"A"', more=f"tags = [{TAGS}]") + DATED,
    "1,000 nested tables": lambda: (
        EVENT.format(title='"A"', more="x = " + "{a = " * 1_000 + "1" + "}" * 1_000) + DATED
    ),
    "1,000 nested arrays": lambda: (
        EVENT.format(title='"A"', more="x = " + "[" * 1_000 + "]" * 1_000) + DATED
    ),
    "a table header of 1,000 names": lambda: (
        f"[[events]]\nid = 'huge'\n[events.{'.'.join('a' * 1_000)}]\nx = 1\n"
    ),
    "a key repeated 100,000 times": lambda: (
        "[[events]]\nid = 'huge'\n" + "title.en = 'A'\n" * 100_000
    ),
    "an id repeated 1,000 times": lambda: ENTRY.format(number=0) * 1_000,
    "a date of 1 MB": lambda: (
        EVENT.format(title='"A"', more="") + f'value = "{"2" * 500_000}"\n'
    ),
}


def limited() -> None:
    """Let a command have no more memory than is promised."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def huge(name: str) -> Outcome:
    """Read one huge file."""
    outcome = Outcome(name, "read and added to")
    with measured(outcome), bench() as here:
        here.file.write_text(BASE + HUGE[name](), encoding="utf-8")
        before = here.file.read_bytes()
        for arguments in (
            ("timeline", "--format", "json"),
            ("validate",),
            ("add", "--yes", "--no-source", *NEW),
        ):
            begun = time.monotonic()
            result = here.run(*arguments, preexec_fn=limited)
            seconds = time.monotonic() - begun
            if (
                is_bug(result.stderr)
                or result.returncode not in (0, 1, 3)
                or seconds > PATIENCE
            ):
                outcome.failures.append(
                    f"{arguments[0]}: {result.returncode} {seconds:.1f} s {result.stderr[-300:]}"
                )
            if arguments[0] == "timeline":
                outcome.failures += told(name, result.stdout, result.stderr)
        if not here.file.read_bytes().startswith(before):
            outcome.failures.append("the file lost something")
    return outcome


NEW = ("--date", "2002", "--title", "Afterwards", "--category", "sport")


def told(name: str, output: str, errors: str) -> list[str]:
    """Say what is missing: the good entry, a line on stderr, and the limit where it is one of size."""
    faults = [] if '"event-0"' in output else ["the good entry is gone"]
    if len(errors.splitlines()) != 1 or len(errors) > 2_000:
        faults.append(
            f"told in {len(errors.splitlines())} lines of {len(errors)} signs: {errors[:300]}"
        )
    if (
        ("MB" in name or "100,000" in name)
        and "repeated" not in name
        and "date" not in name
        and "limit" not in errors
    ):
        faults.append(f"the limit is not named: {errors[:300]}")
    return faults


def all_limits() -> Outcome:
    """Read every huge file."""
    found = [huge(name) for name in HUGE]
    outcome = Outcome(", ".join(HUGE), "read, validated and added to with 1 GB of memory")
    outcome.told = "refused in one line, the rest loaded"
    outcome.failures = [
        f"{item.name}: {failure}" for item in found for failure in item.failures
    ]
    outcome.seconds = sum(item.seconds for item in found)
    return outcome
