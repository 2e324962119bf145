"""What a search found: the date, the category and the title with the matched letters marked, then
why; under a rule what only comes near, and figures and names beside.
"""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import folding
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_, Catalogue
from kzfr_cli.views.hits import EventHit, HitListView, MatchView, OtherHit

FORGIVEN = ("fuzzy", "prefix")
LONGEST_RULE = 60


def render(view: HitListView, surface: Surface) -> str:
    """Write the hits, then what is beside them."""
    page = Page(surface)
    for number, row in enumerate(view.rows, 1):
        write(page, number, row)
    if view.total > len(view.rows):
        write_total(page, view)
    if view.near:
        write_near(page, view)
    if view.also:
        write_also(page, view)
    return page.text()


def write(
    page: Page,
    number: int,
    row: EventHit | OtherHit,
) -> None:
    """Write one hit: its number, what it is, and which words matched that its title does not
    show.
    """
    catalogue = page.surface.catalogue
    head = styled(f"{number:>3}  ", "dim")
    blank = Text(" " * head.cell_len)
    page.hang(head, blank, titled(page, row))
    page.hang(
        blank, blank, Text.assemble(described(page, row), styled(f"  [{row.id}]", "dim"))
    )
    said = why(row, catalogue)
    if row.missing:
        said.insert(0, lacking(row, catalogue))
    if said:
        page.hang(blank, blank, styled(" · ".join(said), "dim"))


def titled(page: Page, row: EventHit | OtherHit) -> Text:
    """Return the title of a hit, its matched letters marked."""
    catalogue = page.surface.catalogue
    title = styled(row.title, "bold")
    for start, end in row.highlights:
        title.stylize("underline yellow", start, end)
    if row.language not in (None, catalogue.lang):
        language = vocabulary.language(row.language, catalogue)
        told = catalogue.text("title in {language}", language=language)
        title.append_text(styled(f" · {told}", "italic yellow"))
    if isinstance(row, EventHit):
        page.sourced(title, row.sources)
    elif row.kind == "sources":
        page.sourced(title, [row.id])
    return title


def described(page: Page, row: EventHit | OtherHit) -> Text:
    """Return the date and the category of an event, what another entry is."""
    catalogue = page.surface.catalogue
    if not isinstance(row, EventHit):
        kind = catalogue.text(vocabulary.ENTRIES[row.kind])
        return styled(" · ".join(filter(None, (kind, row.detail))))
    category = vocabulary.category(row.category, catalogue)
    mark = f"{marks.mark(row.category, page.surface.plain)} {category}"
    style = marks.style(row.category)
    first = Text.assemble(styled(row.date_words, "bold"), "  ", styled(mark, style))
    if row.disputed:
        first.append_text(styled(f" · {catalogue.text('date disputed')}", "italic yellow"))
    return first


def why(row: EventHit | OtherHit, catalogue: Catalogue) -> list[str]:
    """Say of each word that the title does not show as typed what it matched: = what stands there,
    ~ what was forgiven.
    """
    shown = set(folding.words(row.title))
    told = (match for match in row.matched if not is_shown(match, shown))
    return list(dict.fromkeys(reason(match, catalogue) for match in told))


def is_shown(match: MatchView, title: set[str]) -> bool:
    """Return whether a word stands in the title as typed, or is the date, which stands under it."""
    return match.field == "date" or title.issuperset(folding.words(match.word))


def reason(match: MatchView, catalogue: Catalogue) -> str:
    """Say what one word matched, and where."""
    sign = "~" if match.how in FORGIVEN else "="
    is_same = folding.fold(match.found) == folding.fold(match.word)
    found = "" if is_same else f" {sign} {match.found}"
    return f"{match.word}{found} ({catalogue.text(vocabulary.FIELDS[match.field])})"


# ---- beside the answers


def write_total(page: Page, view: HitListView) -> None:
    """Say how many there are, and how to see the rest."""
    told = page.surface.catalogue.text(
        "{shown} of {total}: --limit {total} shows them all.",
        shown=len(view.rows),
        total=view.total,
    )
    page.add(styled(told, "dim"))


def write_near(page: Page, view: HitListView) -> None:
    """Write under a rule what comes nearest to an answer, with the words that it lacks."""
    text = page.surface.catalogue.text
    rule = ("-" if page.surface.plain else "─") * min(page.surface.width, LONGEST_RULE)
    if view.rows:
        page.add(styled(rule, "dim"))
        page.add(styled(text("Nothing else has all of it. The nearest:")))
    else:
        page.add(styled(text("Nothing has all of it. The nearest:")))
    for number, row in enumerate(view.near, 1):
        write(page, number, row)


def lacking(row: EventHit | OtherHit, catalogue: Catalogue) -> str:
    """Say which words an entry lacks."""
    words = ", ".join(catalogue.text("“{word}”", word=word) for word in row.missing)
    return catalogue.text("without {words}", words=words)


def write_also(page: Page, view: HitListView) -> None:
    """Write the figures and the name that answer too."""
    catalogue = page.surface.catalogue
    figures = [row for row in view.also if row.kind == "figures"]
    if figures:
        one, many = NN_("Also {count} figure:", "Also {count} figures:")
        page.add(styled(catalogue.plural(one, many, len(figures), count=len(figures))))
    for row in figures:
        value = styled(row.detail, "bold")
        page.add(
            Text.assemble("  ", row.title, " · ", value, styled(f"  [{row.id}]", "dim"))
        )
    for row in view.also:
        if row.kind == "names":
            page.add(styled(f"{row.title} ({row.detail}): kzfr show {row.id}"))
