"""BibTeX in UTF-8, for biblatex and for BibTeX itself.

biblatex reads `date` and `eventdate` as EDTF levels 0 and 1 (its manual, 2.3.8); BibTeX reads
`year`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core import edtf
from kzfr_cli.formats import bibliography, lines, links, origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.citations import ReferencesView, WorkView

SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\u00a0": "~",
        "\u202f": r"\,",
    }
)
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
"""What would end a field that TeX reads letter for letter, percent-encoded (RFC 3986)."""

LANGUAGES = {
    "fr": "french",
    "en": "english",
    "ru": "russian",
    "kk": "kazakh",
    "de": "german",
    "it": "italian",
    "es": "spanish",
    "tr": "turkish",
    "uk": "ukrainian",
    "ja": "japanese",
}

losses = bibliography.losses


def render(view: ReferencesView, surface: Surface) -> str:
    """Write an entry for each thing cited."""
    dated = origin.sentence(surface)
    head = [f"% {lines.single(dated)}\n"] if dated else []
    return "\n".join([*head, *(entry(work) for work in view.rows)])


def entry(work: WorkView) -> str:
    """Write one entry; @misc is the type that both BibTeX and biblatex know."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in fields_of(work))
    return f"@misc{{{work.id},\n{fields}}}\n"


def fields_of(work: WorkView) -> Iterator[tuple[str, str]]:
    """List the fields that have a value; the braces around a title keep its capitals."""
    if work.authors:
        yield "author", " and ".join(f"{{{escaped(name)}}}" for name in work.authors)
    yield "title", f"{{{escaped(work.title)}}}"
    if work.publisher:
        yield "organization", escaped(work.publisher)
    if work.container:
        yield "howpublished", escaped(f"{work.container}, {work.id}")
    yield from published(work)
    if work.about and not work.about.startswith("["):
        yield "eventdate", work.about
    if work.about:
        yield "note", escaped(work.about_words)
    if work.version:
        yield "version", escaped(work.version)
    yield from addresses(work)
    if work.language in LANGUAGES:
        yield "langid", LANGUAGES[work.language]


def addresses(work: WorkView) -> Iterator[tuple[str, str]]:
    """List where the work can be read, and when it was."""
    if links.harmless(work.url):
        yield "url", lines.single(work.url).translate(VERBATIM)
    if links.harmless(work.archived):
        yield "addendum", rf"\url{{{lines.single(work.archived).translate(VERBATIM)}}}"
    if work.accessed:
        yield "urldate", work.accessed


def published(work: WorkView) -> Iterator[tuple[str, str]]:
    """List the fields of the date of publication; a set of dates (EDTF level 2) has no form in
    biblatex.
    """
    if work.issued is None:
        return
    value = edtf.parse(work.issued)
    if value.precision != "set":
        yield "date", work.issued
    sure = not (value.is_uncertain or value.is_approximate)
    yield "year", str(value.year) if sure and value.year else escaped(work.issued_words)


def escaped(text: str) -> str:
    """Write a text so that TeX shows it as it is."""
    return lines.single(text).translate(SPECIAL)
