"""`kzfr remove`, `kzfr undo` and `kzfr source add` as their users run them."""

from __future__ import annotations

from .desk import Desk

MINE = '# mine\n[[events]]\nid = "treaty-2008"\nextend = true\ntitle.en = "Ours"\n\n# end\n'


def test_an_entry_of_ones_own_file_is_taken_out_and_the_one_below_shows_again(
    desk: Desk,
) -> None:
    desk.mine.write_text(MINE)
    result = desk.ok("remove", "treaty-2008", "--yes")
    assert desk.mine.read_text() == "# end\n"
    assert "shows again" in result.stderr
    assert desk.show("treaty-2008")["title"] == "Partnership treaty"


def test_an_entry_from_below_is_hidden(desk: Desk) -> None:
    desk.ok("remove", "treaty-2008", "--yes")
    assert desk.mine.read_text() == '[[events]]\nid = "treaty-2008"\nhidden = true\n'
    assert desk.run("show", "treaty-2008").returncode == 3
    assert "1 hidden" in desk.ok("info").stdout


def test_a_hidden_entry_shows_again_when_what_hides_it_is_removed(desk: Desk) -> None:
    desk.ok("remove", "treaty-2008", "--yes")
    desk.ok("remove", "treaty-2008", "--yes")
    assert desk.show("treaty-2008")["title"] == "Partnership treaty"


def test_without_a_terminal_it_must_be_told_yes(desk: Desk) -> None:
    desk.mine.write_text(MINE)
    result = desk.run("remove", "treaty-2008")
    assert result.returncode == 2
    assert "--yes" in result.stderr
    assert desk.mine.read_text() == MINE


def test_undo_brings_every_byte_back(desk: Desk) -> None:
    desk.mine.write_text(MINE)
    desk.ok("remove", "treaty-2008", "--yes")
    result = desk.ok("undo")
    assert "remove treaty-2008" in result.stderr
    assert desk.mine.read_text() == MINE
    assert desk.run("undo").returncode == 3


def test_undo_leaves_a_file_that_was_changed_by_hand_and_says_how_to_go_on(
    desk: Desk,
) -> None:
    desk.ok("remove", "treaty-2008", "--yes")
    desk.mine.write_text("# by hand\n")
    result = desk.run("undo")
    assert result.returncode == 3
    assert "compare the two" in result.stderr
    assert desk.mine.read_text() == "# by hand\n"


def test_a_source_is_written_down_and_its_id_printed(desk: Desk) -> None:
    result = desk.ok(
        "source",
        "add",
        "https://example.net/a/visit.html",
        "--title",
        "The visit",
        "--publisher",
        "News",
        "--language",
        "fr",
        "--kind",
        "press",
        "--published",
        "14 July 2018",
    )
    assert result.stdout == "example-visit\n"
    shown = desk.show("example-visit")
    assert (shown["title"], shown["kind"], shown["published"]) == (
        "The visit",
        "press",
        "2018-07-14",
    )


def test_a_page_is_written_down_once(desk: Desk) -> None:
    result = desk.run("source", "add", "http://www.example.org/senate/#top")
    assert result.returncode == 3
    assert "senate" in result.stderr
    assert not desk.mine.exists()
