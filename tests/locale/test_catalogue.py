"""The catalogues: every message of the source is translated, with its places and its plural forms."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import io
import os
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog, mofile, pofile

from kzfr_cli.languages.typography import french
from kzfr_cli.locale import catalogue
from kzfr_cli.locale.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "catalogues", ROOT / "tools" / "catalogues.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()


def test_the_catalogues_are_whole() -> None:
    assert TOOL.sources()
    assert TOOL.problems() == []


def test_a_message_within_an_f_string_is_found() -> None:
    tree = ast.parse(
        'f"{catalogue.text(\'Error:\')} x"\nplural("{n} a", "{n} b", n)\ntext(name)\nN_("word")'
    )
    assert list(TOOL.messages(tree)) == ["Error:", ("{n} a", "{n} b"), "word"]


def test_the_help_of_a_command_is_found_without_its_examples() -> None:
    tree = ast.parse(
        '@click.command("show")\n@click.argument("id")\n@click.option("--on", metavar="DATE", '
        'help="The day.")\n'
        'def command():\n    """Tell\n    all.\n\n    \b\n    Examples:\n      kzfr show x\n\n   '
        ' The rest.\n    """\n'
        'def other():\n    """Not told."""\n'
    )
    assert sorted(TOOL.messages(tree)) == [
        "DATE",
        "ID",
        "Tell all.",
        "The day.",
        "The rest.",
    ]


def unmarked(function: ast.FunctionDef) -> list[str]:
    """List the sentences that a function says by a name of its own, which N_ must mark for the
    tool.
    """
    said = {
        argument.id
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("text", "plural")
        for argument in call.args[: TOOL.FORMS[call.func.attr]]
        if isinstance(argument, ast.Name)
    }
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    return [
        ast.unparse(node)
        for node in assigned
        if isinstance(node.value, (ast.Constant, ast.Tuple))
        and said
        & {
            name.id
            for target in node.targets
            for name in ast.walk(target)
            if isinstance(name, ast.Name)
        }
    ]


def test_a_sentence_said_by_a_name_is_marked_for_translation() -> None:
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "src").rglob("*.py"))
    ]
    functions = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    assert [found for function in functions for found in unmarked(function)] == []


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ({"{n} day": "{n} jour"}, []),
        ({"{n} day": ""}, ["fr: not translated: {n} day"]),
        ({}, ["fr: not translated: {n} day"]),
        ({"{n} day": "{m} jour"}, ["fr: other places: {m} jour"]),
        ({("{n} day", "{n} days"): ("{n} jour", "")}, ["fr: not translated: {n} day"]),
    ],
)
def test_what_a_catalogue_lacks_is_told(
    tmp_path: Path, forms: dict[str, str], expected: list[str]
) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "kzfr.po"
    path.parent.mkdir(parents=True)
    made = Catalog(locale="fr", fuzzy=False)
    for message, translation in forms.items():
        made.add(message, translation)
    with path.open("wb") as file:
        pofile.write_po(file, made)
    wanted = Catalog()
    wanted.add("{n} day")
    assert list(TOOL.problems_of(path, wanted)) == expected


def test_french_messages_have_their_typography() -> None:
    source = TOOL.CATALOGUES / "fr" / "LC_MESSAGES" / "kzfr.po"
    for message in TOOL.read(source):
        for form in TOOL.forms_of(message.string) if message.id else []:
            assert form == french(form)


def test_english_needs_no_catalogue() -> None:
    english = catalogue.load("en")
    assert english.lang == "en"
    assert english.text("There is no entry “{id}”.", id="x") == "There is no entry “x”."
    assert [
        english.plural("{count} event", "{count} events", n, count=n) for n in (0, 1, 2)
    ] == [
        "0 events",
        "1 event",
        "2 events",
    ]


def test_french_is_translated_and_zero_is_singular() -> None:
    found = catalogue.load("fr")
    assert [
        found.plural("{count} event", "{count} events", n, count=n) for n in (0, 1, 2)
    ] == [
        "0 événement",
        "1 événement",
        "2 événements",
    ]


def test_an_unknown_message_stays_as_it_is() -> None:
    assert catalogue.load("fr").text("No such message.") == "No such message."


def test_an_empty_message_is_not_the_header_of_the_file() -> None:
    assert catalogue.load("fr").text("") == ""


def test_a_value_may_bear_any_name() -> None:
    assert catalogue.load("en").text("{message} {number}", message=1, number=2) == "1 2"


def test_russian_has_its_three_plural_forms() -> None:
    made = Catalog(locale="ru", fuzzy=False)
    made.add(
        ("{count} event", "{count} events"),
        ("{count} событие", "{count} события", "{count} событий"),
    )
    file = io.BytesIO()
    mofile.write_mo(file, made)
    file.seek(0)
    russian = Catalogue("ru", gettext.GNUTranslations(file))
    assert [
        russian.plural("{count} event", "{count} events", n, count=n)
        for n in (1, 3, 5, 11, 21, 22)
    ] == [
        "1 событие",
        "3 события",
        "5 событий",
        "11 событий",
        "21 событие",
        "22 события",
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty place for catalogues of Russian."""
    monkeypatch.setattr(catalogue, "FOLDER", str(tmp_path))
    path = tmp_path / "ru" / "LC_MESSAGES"
    path.mkdir(parents=True)
    catalogue.load.cache_clear()
    yield path
    catalogue.load.cache_clear()


def write(path: Path, translation: str) -> None:
    made = Catalog(locale="ru", fuzzy=False)
    made.add("Names", translation)
    with path.open("wb") as file:
        (mofile.write_mo if path.suffix == ".mo" else pofile.write_po)(file, made)


def test_the_compiled_catalogue_is_read(folder: Path) -> None:
    write(folder / "kzfr.mo", "Имена")
    assert catalogue.load("ru").text("Names") == "Имена"


def test_a_checkout_that_was_never_built_is_translated(folder: Path) -> None:
    write(folder / "kzfr.po", "Имена")
    assert catalogue.load("ru").text("Names") == "Имена"


def test_a_catalogue_that_was_edited_after_the_build_is_read_anew(folder: Path) -> None:
    write(folder / "kzfr.mo", "Старое")
    write(folder / "kzfr.po", "Имена")
    os.utime(folder / "kzfr.mo", (1, 1))
    assert catalogue.load("ru").text("Names") == "Имена"


def test_without_a_catalogue_the_messages_are_english(folder: Path) -> None:
    assert catalogue.load("ru").text("Names") == "Names"
