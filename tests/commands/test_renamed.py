"""What lies over an entry stays over it when the files below rename it."""

from __future__ import annotations

import pytest

from ..conftest import SMALL
from .desk import Desk

OURS = '# ours\n[[events]]\nid = "treaty-2008"\nextend = true\ntitle.en = "Our title"\n'
WHOLE = """\
[[events]]
id = "treaty-2008"
category = "visit"
title.en = "Our title"
title.fr = "Notre titre"

[[events.dates]]
kind = "occurred"
value = "2008-06-12"
sources = ["senate"]
"""


@pytest.fixture
def renamed(desk: Desk) -> Desk:
    """Give the desk a newer database below, in which an event and a source have other ids."""
    text = SMALL.replace(
        'id = "treaty-2008"', 'id = "partnership-2008"\nformer_ids = ["treaty-2008"]', 1
    )
    assert text != SMALL
    (desk.folder / "base.toml").write_text(text, encoding="utf-8")
    return desk


@pytest.mark.parametrize("ours", [OURS, WHOLE])
def test_overlay_of_the_former_id_changes_the_renamed_event(
    renamed: Desk, ours: str
) -> None:
    renamed.mine.write_text(ours)
    for id in ("treaty-2008", "partnership-2008"):
        shown = renamed.show(id)
        assert (shown["id"], shown["title"]) == ("partnership-2008", "Our title")
    assert (
        renamed.ok("timeline", "--format", "json").stdout.count('"id": "partnership-2008"')
        == 1
    )
    assert "1 changed" in renamed.ok("info").stdout
    assert "K009" not in renamed.run("validate").stdout


def test_event_hidden_by_its_former_id_stays_hidden(renamed: Desk) -> None:
    renamed.mine.write_text('[[events]]\nid = "treaty-2008"\nhidden = true\n')
    assert renamed.run("show", "partnership-2008").returncode == 3
    assert "1 hidden" in renamed.ok("info").stdout


def test_two_events_that_became_one_take_both_overlays(renamed: Desk) -> None:
    renamed.mine.write_text(
        OURS
        + '\n[[events]]\nid = "partnership-2008"\nextend = true\ntitle.fr = "Notre titre"\n'
    )
    assert renamed.show("partnership-2008")["titles"]["en"] == "Our title"
    assert renamed.show("partnership-2008")["titles"]["fr"] == "Notre titre"


def test_renamed_event_is_edited_and_removed_where_it_stands(renamed: Desk) -> None:
    renamed.mine.write_text(OURS)
    renamed.ok(
        "edit",
        "partnership-2008",
        VISUAL=renamed.editor("s = s.replace('Our title', 'Our new title')"),
    )
    assert renamed.mine.read_text() == OURS.replace("Our title", "Our new title")
    renamed.ok("remove", "partnership-2008", "--yes")
    assert renamed.mine.read_text() == ""


def test_entry_that_hides_nothing_counts_for_nothing(desk: Desk) -> None:
    desk.mine.write_text('[[events]]\nid = "gone-2008"\nhidden = true\n')
    assert "hidden" not in desk.ok("info").stdout
