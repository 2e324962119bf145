"""The trials of `make torture` in small: nothing that was written down is lost, whatever happens."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import partial

import pytest

from . import crowds, disks, inputs, kills, sharing
from .bench import Outcome


def hold(outcome: Outcome) -> None:
    """Let the test fail with what failed."""
    assert outcome.failures == []


@pytest.mark.parametrize("work", kills.WORKS)
def test_killed_work_leaves_the_old_file_or_the_new_one(work: str) -> None:
    hold(kills.killed(work, 3, seed=1))


@pytest.mark.parametrize("work", kills.WORKS)
def test_interrupted_work_leaves_the_old_file_or_the_new_one(work: str) -> None:
    hold(kills.killed(work, 2, seed=2, sent=signal.SIGINT))


def test_processes_that_add_at_once_lose_nothing() -> None:
    hold(crowds.writers(4, 5))


def test_changing_file_is_read_whole_or_refused() -> None:
    hold(crowds.changing_source(2))


def test_clock_that_goes_backwards_hides_no_change() -> None:
    hold(crowds.backwards(4))


@pytest.mark.parametrize("work", kills.WORKS)
def test_full_disk_leaves_the_old_file_or_the_new_one(work: str) -> None:
    hold(disks.full(work, [0, 100, 5_000]))


def test_small_disk_refuses_what_has_no_place() -> None:
    hold(disks.small(30))


def test_folder_that_cannot_be_written_refuses_or_does_without() -> None:
    hold(disks.read_only())


def test_damaged_index_changes_no_answer() -> None:
    hold(disks.damaged(len(disks.HARMS), seed=1))


def test_index_folder_of_another_user_costs_a_line() -> None:
    hold(disks.of_another())


@pytest.mark.parametrize(
    "trial",
    [
        sharing.shared,
        partial(sharing.killed_in_place, 2, seed=1),
        sharing.locked,
        sharing.devices,
        sharing.planted,
        partial(sharing.killed_update, 2, seed=1),
        sharing.site,
        partial(inputs.large, 500),
        inputs.names,
        inputs.endless,
        inputs.dialects,
    ],
    ids=[
        "shared",
        "in-place",
        "locks",
        "devices",
        "planted",
        "update",
        "site",
        "large",
        "names",
        "endless",
        "dialects",
    ],
)
def test_what_others_do_costs_nobody_anything(trial: Callable[[], Outcome]) -> None:
    hold(trial())
