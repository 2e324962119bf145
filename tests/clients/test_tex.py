"""BibTeX and biblatex typeset the references: each title with its publisher, in four scripts' letters."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import bibtexparser

from kzfr_cli.store import paths
from tests.clients.conftest import Client

DOCUMENT = r"""\documentclass{article}
\usepackage{fontspec}
\setmainfont{NotoSans-Regular.ttf}[Path=FONTS/]
\usepackage[backend=biber,style=numeric]{biblatex}
\addbibresource{a.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""

CHOSEN = ("--category", "education")
"""Works in French, English, Russian and Kazakh, some with an author."""


def written(kzfr: Callable, folder: Path) -> dict[str, dict[str, str]]:
    """Write references, and read their fields."""
    assert kzfr("export", str(folder / "a.bib"), *CHOSEN).returncode == 0
    library = bibtexparser.parse_file(str(folder / "a.bib"))
    return {
        entry.key: {field.key: field.value for field in entry.fields}
        for entry in library.entries
    }


def run(program: Path, *arguments: str, folder: Path) -> str:
    """Run a program of TeX, and return what it says; it must not fail."""
    done = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:]
    return done.stdout


def bare(text: str) -> str:
    """Keep letters and numbers alone: a line breaks words, and a font joins them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def test_biblatex_prints_each_title_its_publisher_and_its_address(
    client: Client, kzfr: Callable, tmp_path: Path
) -> None:
    lualatex, biber, reader = map(client, ("lualatex", "biber", "pdftotext"))
    entries = written(kzfr, tmp_path)
    document = DOCUMENT.replace("FONTS", paths.fonts())
    (tmp_path / "a.tex").write_text(document, encoding="utf-8")
    once = ("-interaction=nonstopmode", "-halt-on-error", "a")
    run(lualatex, *once, folder=tmp_path)
    assert "ERROR" not in run(biber, "a", folder=tmp_path)
    told = run(lualatex, *once, folder=tmp_path)
    assert "Missing character" not in told
    shown = bare(run(reader, "a.pdf", "-", folder=tmp_path))
    assert len(entries) > 30
    for key, fields in entries.items():
        for name in ("howpublished", "url"):
            words = bare(fields.get(name, "").replace(r"\&", "&"))
            assert words in shown, (key, name)
    titles = [
        bare(fields["title"]) for fields in entries.values() if "\\" not in fields["title"]
    ]
    assert [title for title in titles if title not in shown] == []


def test_the_plain_style_of_bibtex_prints_who_published_a_work(
    client: Client, kzfr: Callable, tmp_path: Path
) -> None:
    bibtex = client("bibtex")
    entries = written(kzfr, tmp_path)
    orders = r"\bibstyle{plain}\bibdata{a}\citation{*}"
    (tmp_path / "a.aux").write_text(orders.replace("}\\", "}\n\\") + "\n", encoding="utf-8")
    told = run(bibtex, "a", folder=tmp_path)
    assert "Warning" not in told
    printed = bare((tmp_path / "a.bbl").read_text(encoding="utf-8"))
    for key, fields in entries.items():
        assert bare(fields["howpublished"]) in printed, key
