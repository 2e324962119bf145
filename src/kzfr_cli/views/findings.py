"""Views of what a check of texts found: the verdicts, the arithmetic in words, the repairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.core.record import record
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.proofreading.texts.draft import Draft
from kzfr_cli.queries.claims import arithmetic
from kzfr_cli.queries.claims.claim import Finding
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.views.problems import ProblemListView

SEVERITIES = {"contradicted": "error", "disputed": "warning"}

MESSAGES = {
    "wrong-years": N_("{of} ({side}) → {to}: {years}, not {number}{falls}."),
    "right-years": N_("{of} ({side}) → {to}: {years}."),
    "disputed-years": N_("Only the disputed date {of} ({side}) makes it {number} at {to}."),
    "wrong-day": N_("The event is of {of}: its anniversary falls on {due}, not on {day}."),
    "celebrated-day": N_(
        "The event is of {of}: its anniversary falls on {due}; a source places the celebration "
        "on {to}."
    ),
    "impossible-day": N_("{month} has {last} days{inyear}."),
    "wrong-weekday": N_("{day} is a {weekday}."),
    "right-weekday": N_("{day} is a {weekday}."),
    "right-date": N_("It is of {of} ({side})."),
    "wrong-date": N_("It is of {of} ({side}), not of {day}."),
    "rejected-date": N_("It is of {of} ({side}); the date {day} has been refuted."),
    "disputed-date": N_("It is of {of} ({side}); another source gives {day}."),
    "right-count": N_("The database lists {count} up to {to}."),
    "low-count": N_("The database lists {count} up to {to}, more than {number}."),
    "high-count": N_("The database lists {count} up to {to}; it may be incomplete."),
    "right-name": N_("The city was called {name} {when}."),
    "wrong-name": N_("The city was called {name} {when}, not {written}."),
    "wrong-organisation": N_("It is of the {name}, not of the {written}."),
    "right-figure": N_("{label}: {value} ({period})."),
    "wrong-figure": N_("{label}: {value} ({period}), not {written}."),
    "disputed-figure": N_("{label}: {value} ({period}); another source gives {written}."),
    "denied": N_("The text denies it or leaves it open."),
    "planned": N_("The text speaks of a plan."),
    "bound": N_("The text speaks of the beginning or end of a time."),
    "rejected": N_("The text itself takes its distance from it."),
    "life": N_("It seems to be about someone’s life."),
    "no-event": N_("No event of the database is surely meant."),
    "no-facet": N_("The database does not know this date of the event."),
    "no-date": N_(
        "The year that it is counted to is not known: give the date of the text with --as-of."
    ),
    "other-facet": N_("Another date of the same event gives this number."),
    "other-year": N_("It may be the anniversary of the year before or after the text’s own date."),
    "vague-event": N_("The event itself is not dated surely enough."),
    "no-figure": N_("No figure of the database is surely meant."),
}
"""What is said of a finding, by its code."""

FALLS = N_("; the {nth} falls {due}")


@record
class FindingView:
    """Tell one finding; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    kind: str
    verdict: str
    event: str | None
    facet: str | None
    expected: str | None
    message: str
    sources: tuple[str, ...]
    suggestions: tuple[str, ...]


@record
class ReadingView:
    """Explain how a claim was read and linked: the title of the event, how surely, the titles of
    the sources.

    `columns` are the columns of the finding counted in bytes of UTF-8, for the programs that count
    so.
    """

    title: str
    sources: tuple[str, ...]
    score: float
    columns: tuple[int, int]


@record
class FindingListView:
    """Tell what was found in the order of the texts; `readings` go with the rows, one for each."""

    rows: tuple[FindingView, ...]
    readings: tuple[ReadingView, ...]
    explained: bool


def finding_list(
    found: Iterable[tuple[Draft, Finding]], speaker: Speaker, explained: bool = False
) -> FindingListView:
    """View the findings of some texts."""
    pairs = list(found)
    rows = tuple(view(draft, item, speaker) for draft, item in pairs)
    return FindingListView(
        rows=rows,
        readings=tuple(
            reading(draft, item, row, speaker)
            for (draft, item), row in zip(pairs, rows, strict=True)
        ),
        explained=explained,
    )


def view(draft: Draft, item: Finding, speaker: Speaker) -> FindingView:
    """View one finding."""
    line, column = draft.place(item.start)
    end_line, end_column = draft.place(item.end - 1)
    return FindingView(
        file=draft.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column + 1,
        text=" ".join(draft.text[item.start : item.end].split()),
        kind=item.claim.kind,
        verdict=item.verdict,
        event=item.event or None,
        facet=item.facet or None,
        expected=item.expected or None,
        message=message(item, speaker),
        sources=item.sources,
        suggestions=item.suggestions,
    )


def reading(draft: Draft, item: Finding, row: FindingView, speaker: Speaker) -> ReadingView:
    """Explain one finding."""
    event = speaker.index.event(item.event) if item.event else None
    sources = [speaker.index.source(id) for id in item.sources]
    return ReadingView(
        title=speaker.words(event.title) if event else "",
        sources=tuple(f"{source.title}, {source.publisher}" for source in sources if source),
        score=round(item.score, 2),
        columns=(
            draft.byte_column(row.line, row.column),
            draft.byte_column(row.end_line, row.end_column),
        ),
    )


def message(item: Finding, speaker: Speaker) -> str:
    """Say the verdict in words, with its arithmetic."""
    return speaker.catalogue.text(MESSAGES[item.code], **facts(item, speaker))


def facts(item: Finding, speaker: Speaker) -> dict[str, object]:
    """Put the facts of a finding into words."""
    given = dict(item.facts)
    said: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    for name in ("of", "to", "day", "due", "period"):
        if isinstance(given.get(name), str) and given[name]:
            said[name] = dates.iso_in_words(str(given[name]), speaker.lang)
    if item.code.endswith("-date"):
        said.update(_nouns(given, speaker.lang))
    if given.get("kind"):
        said["side"] = vocabulary.kind(str(given["kind"]), speaker.catalogue)
    if isinstance(given.get("when"), str):
        said["when"] = dates.when_in_words(edtf.parse(str(given["when"])), speaker.lang)
    if item.code in ("wrong-years", "right-years"):
        said.update(counted(item, speaker))
    if item.code.endswith("weekday"):
        day = date.fromisoformat(str(given["day"]))
        said["weekday"] = dates.weekday_name(day, speaker.lang)
    if item.code == "impossible-day":
        month, year = int(str(given["month"])), given.get("year")
        name = dates.month_name(month, speaker.lang)
        said["month"] = name[:1].upper() + name[1:]
        said["inyear"] = f" ({year})" if year and month == 2 else ""
    if given.get("unit"):
        for name in ("value", "written"):
            if isinstance(given.get(name), (int, float)):
                bound = str(given.get("bound", "")) if name == "value" else ""
                said[name] = quantities.bounded(
                    float(str(given[name])), str(given["unit"]), bound, speaker.catalogue
                )
    if isinstance(label := given.get("label"), dict):
        said["label"] = speaker.words(label)
    return said


def _nouns(given: dict[str, object], lang: str) -> dict[str, object]:
    """Say the dates of a finding as nouns: «La date est le 17 septembre 2022»."""
    return {
        name: dates.noun_in_words(edtf.parse(str(given[name])), lang)
        for name in ("of", "day")
        if given.get(name)
    }


def counted(item: Finding, speaker: Speaker) -> dict[str, object]:
    """Say a number of years counted between two dates, and when the number of the text would be
    right.
    """
    of, number = edtf.parse(str(item.facts["of"])), int(str(item.facts["number"]))
    years = item.facts["years"] if item.claim.kind == "anniversary" else item.facts["elapsed"]
    said: dict[str, object] = {
        "years": dates.years_in_words(int(str(years or 0)), speaker.lang),
        "falls": "",
    }
    due = due_date(of, number)
    if due and item.claim.kind == "anniversary":
        nth = ordinals.anniversary_in_text(number, speaker.lang)
        when = dates.when_in_words(edtf.parse(due), speaker.lang)
        said["falls"] = speaker.catalogue.text(FALLS, nth=nth, due=when)
    return said


def due_date(of: edtf.PartialDate, number: int) -> str:
    """Give the day, month or year of an anniversary in EDTF."""
    if of.year is None or of.year + number > edtf.LAST_YEAR:
        return ""
    if of.day is not None:
        return arithmetic.same_day(of.day, of.year + number).isoformat()
    return f"{of.year + number:04}-{of.month[1]:02}" if of.month else f"{of.year + number:04}"


def problems(view: FindingListView, catalogue: Catalogue) -> ProblemListView:
    """View findings as problems, for the formats that annotate lines."""
    from kzfr_cli.views.problems import ProblemListView, ProblemView

    return ProblemListView(
        rows=tuple(
            ProblemView(
                file=row.file,
                line=row.line,
                code=f"{row.kind} {row.verdict}",
                entry=row.event or "",
                severity=SEVERITIES.get(row.verdict, "information"),
                message=quoting(row, catalogue),
            )
            for row in view.rows
        )
    )


def quoting(row: FindingView, catalogue: Catalogue) -> str:
    """Say the verdict after the words of the text, for what shows the one without the other."""
    return catalogue.text("“{quoted}”: {message}", quoted=row.text, message=row.message)
