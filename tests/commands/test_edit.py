"""`kzfr edit` as its users run it."""

from __future__ import annotations

import pytest

from .desk import Desk

MINE = """\
# my file\r
[[events]] # about the visit\r
id = 'mine'\r
category = "visit"\r
title.en = "Mine"  # to check\r
dates = [{ kind = "occurred", value = "2018" }]\r
\r
# after it\r
[[sources]]\r
id = "other"\r
title = "Other"\r
"""


def test_the_editor_sees_the_own_lines_of_the_entry_and_nothing_else(desk: Desk) -> None:
    desk.mine.write_bytes(MINE.encode())
    desk.ok(
        "edit", "mine", VISUAL=desk.editor("s = s.replace('Mine', 'Ours')"), EDITOR="false"
    )
    assert desk.seen() == MINE.split("# my file\r\n")[1].split("\r\n\r\n# after")[0] + "\r\n"
    assert desk.mine.read_bytes() == MINE.replace('"Mine"', '"Ours"').encode()


def test_an_entry_from_below_becomes_an_overlay_of_what_changed(desk: Desk) -> None:
    desk.ok(
        "edit",
        "treaty-2008",
        EDITOR=desk.editor("s = s.replace('Partnership treaty', 'The treaty')"),
    )
    assert (
        desk.mine.read_text()
        == '[[events]]\nid = "treaty-2008"\nextend = true\ntitle.en = "The treaty"\n'
    )
    shown = desk.show("treaty-2008")
    assert (shown["title"], shown["titles"]["fr"]) == ("The treaty", "Traité de partenariat")
    line = (
        (desk.folder / "base.toml")
        .read_text(encoding="utf-8")
        .split('id = "treaty-2008"')[0]
        .count("\n")
    )
    assert (shown["file"], shown["over"]) == (
        str(desk.mine),
        [f"{desk.folder / 'base.toml'}:{line}"],
    )


def test_what_is_taken_away_makes_an_overlay_of_the_whole_entry(desk: Desk) -> None:
    code = "s = ''.join(l for l in s.splitlines(True) if 'summary' not in l)"
    desk.ok("edit", "treaty-2008", EDITOR=desk.editor(code))
    assert "extend" not in desk.mine.read_text()
    shown = desk.show("treaty-2008")
    assert (shown["summary"], shown["title"], len(shown["dates"])) == (
        "",
        "Partnership treaty",
        3,
    )


def test_a_name_is_edited_like_an_event(desk: Desk) -> None:
    desk.ok(
        "edit",
        "astana",
        EDITOR=desk.editor(
            "s = s.replace('label.en = \"Astana\"', 'label.en = \"Akmola\"')"
        ),
    )
    assert 'label.en = "Akmola"' in desk.mine.read_text()


def test_a_fault_opens_the_editor_again_with_its_message(desk: Desk) -> None:
    code = "s = s.replace('treaty\"', 'traety\"', 1) if n == 0 else s.replace('traety', 'culture')"
    desk.ok("edit", "treaty-2008", EDITOR=desk.editor(code))
    assert desk.seen(1).startswith("# kzfr: The entry is refused: line 3: “category”")
    assert desk.show("treaty-2008")["category"] == "culture"
    assert "# kzfr" not in desk.mine.read_text()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("s = s.replace('2008-06-11', '2008-06-31')", "30 June 2008"),
        (
            "s = s.replace('id = \"treaty-2008\"', 'id = \"treaty\"')",
            "the id must stay “treaty-2008”",
        ),
        ("s = s + s", "exactly one"),
        ("s = 'no toml ['", "not valid TOML"),
        ("s = ''", "exactly one"),
    ],
)
def test_a_fault_that_nobody_repairs_writes_nothing_and_keeps_the_text(
    desk: Desk, code: str, said: str
) -> None:
    result = desk.run("edit", "treaty-2008", EDITOR=desk.editor(f"if n == 0: {code}"))
    assert result.returncode == 3
    assert said in result.stderr
    assert not desk.mine.exists()
    kept = list((desk.folder / "state" / "kzfr" / "drafts").iterdir())
    assert [str(path) in result.stderr for path in kept] == [True]


@pytest.mark.parametrize("editor", ["false", "no-such-editor", "'unfinished"])
def test_an_editor_that_fails_changes_nothing(desk: Desk, editor: str) -> None:
    result = desk.run("edit", "treaty-2008", EDITOR=editor)
    assert result.returncode == 3
    assert "The editor" in result.stderr
    assert not desk.mine.exists()


def test_what_was_written_before_the_editor_failed_is_kept(desk: Desk) -> None:
    code = "s = s.replace('Partnership', 'P'); p.write_bytes(s.encode()); sys.exit(1)"
    result = desk.run("edit", "treaty-2008", EDITOR=desk.editor(code))
    kept = next((desk.folder / "state" / "kzfr" / "drafts").iterdir())
    assert str(kept) in result.stderr
    assert "P treaty" in kept.read_text()


def test_the_editor_is_run_without_a_shell(desk: Desk) -> None:
    made = desk.folder / "made"
    desk.run("edit", "treaty-2008", EDITOR=f"true; touch {made} #")
    assert not made.exists()


def test_an_entry_that_is_left_as_it_was_writes_nothing(desk: Desk) -> None:
    result = desk.ok("edit", "treaty-2008", EDITOR="true")
    assert "Nothing was changed." in result.stderr
    assert not desk.mine.exists()
    assert list((desk.folder / "state" / "kzfr" / "drafts").iterdir()) == []


def test_lines_that_changed_while_the_editor_was_open_are_not_overwritten(
    desk: Desk,
) -> None:
    desk.mine.write_bytes(MINE.encode())
    meanwhile = (
        f"m = pathlib.Path({str(desk.mine)!r}); m.write_bytes(m.read_bytes().replace(b'2018', "
        f"b'2019'))"
    )
    result = desk.run(
        "edit", "mine", EDITOR=desk.editor(f"{meanwhile}; s = s.replace('Mine', 'Ours')")
    )
    assert result.returncode == 3
    assert "kept in" in result.stderr
    assert desk.mine.read_bytes() == MINE.replace("2018", "2019").encode()


def test_an_entry_that_cannot_be_read_is_repaired_by_its_id(desk: Desk) -> None:
    rest = '\n[[sources]]\nid = "s"\ntitle = "S"\n'
    desk.mine.write_text(
        f'[[events]]\nid = "mine"\ncategory = "vist"\ntitle.en = "X\n{rest}'
    )
    dates = 'dates = [{ kind = "occurred", value = "2001" }]'
    code = f"""s = s.replace('vist', 'visit').replace('X', 'X"') + {dates!r}"""
    desk.ok("edit", "mine", EDITOR=desk.editor(code))
    assert desk.show("mine")["date"] == "2001"
    assert desk.mine.read_text().endswith(rest)


def test_a_state_folder_that_cannot_be_written_hinders_no_edit(desk: Desk) -> None:
    (desk.folder / "file").touch()
    editor = desk.editor("s = s.replace('Partnership', 'The')")
    result = desk.ok(
        "edit", "treaty-2008", EDITOR=editor, XDG_STATE_HOME=str(desk.folder / "file")
    )
    assert "cannot be taken back" in result.stderr
    assert desk.show("treaty-2008")["title"] == "The treaty"


def test_an_unknown_id_names_near_ones(desk: Desk) -> None:
    result = desk.run("edit", "treaty-2009", EDITOR="true")
    assert result.returncode == 3
    assert "Did you mean: treaty-2008" in result.stderr


def test_bytes_that_are_no_utf8_are_refused(desk: Desk) -> None:
    result = desk.run(
        "edit",
        "treaty-2008",
        VISUAL=desk.editor("p.write_bytes(s.encode() + b'# \\xff'); sys.exit()"),
    )
    assert result.returncode == 3
    assert "0xff" in result.stderr
    assert not desk.mine.exists()


def test_editor_that_doubles_what_is_refused_comes_to_an_end(desk: Desk) -> None:
    result = desk.run("edit", "treaty-2008", VISUAL=desk.editor("s = 2 * s + 100_000 * 'x'"))
    assert result.returncode == 3
    assert not desk.mine.exists()


def test_editor_that_always_writes_another_fault_comes_to_an_end(desk: Desk) -> None:
    path = desk.folder / "grow"
    path.write_text("#!/bin/sh\necho '[x' >> \"$1\"\n")
    path.chmod(0o755)
    assert desk.run("edit", "treaty-2008", VISUAL=str(path)).returncode == 3
    assert not desk.mine.exists()


def test_a_trial_shows_the_change_and_writes_nothing(desk: Desk) -> None:
    desk.mine.write_bytes(MINE.encode())
    result = desk.ok(
        "edit", "mine", "--dry-run", EDITOR=desk.editor("s = s.replace('Mine', 'Ours')")
    )
    assert '-title.en = "Mine"  # to check' in result.stdout
    assert '+title.en = "Ours"  # to check' in result.stdout
    assert desk.mine.read_bytes() == MINE.encode()


def test_a_trial_of_removing_asks_nothing_and_writes_nothing(desk: Desk) -> None:
    desk.mine.write_bytes(MINE.encode())
    result = desk.ok("remove", "mine", "--dry-run")
    assert "-id = 'mine'" in result.stdout
    assert desk.mine.read_bytes() == MINE.encode()
    hidden = desk.ok("remove", "treaty-2008", "--dry-run")
    assert "+hidden = true" in hidden.stdout
    assert desk.mine.read_bytes() == MINE.encode()


@pytest.mark.parametrize(
    "code",
    [
        "s = '# x' * 5_000_000",
        "import os; os.unlink(p); os.symlink('/dev/zero', p); raise SystemExit",
    ],
    ids=["huge", "endless"],
)
def test_what_an_editor_leaves_is_read_no_further_than_any_entry(
    desk: Desk, code: str
) -> None:
    desk.mine.write_bytes(MINE.encode())
    result = desk.run("edit", "mine", EDITOR=desk.editor(code))
    assert result.returncode == 3
    assert "2,000,000" in result.stderr
    assert "kept in" in result.stderr
    assert desk.mine.read_bytes() == MINE.encode()
