"""Views of what a check of texts found: the verdicts, where they stand, the repairs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Source
from kzfr_cli.core.record import record
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.proofreading.case import VERDICTS, Finding
from kzfr_cli.proofreading.rewriting import suggesting
from kzfr_cli.proofreading.texts import excerpt, tongue
from kzfr_cli.proofreading.texts.draft import Draft
from kzfr_cli.proofreading.texts.excerpt import Excerpt
from kzfr_cli.queries import sources as citing
from kzfr_cli.views import verdicts, whereabouts
from kzfr_cli.views.problems import ProblemListView, ProblemView
from kzfr_cli.views.speaker import Speaker
from kzfr_cli.views.texts import TextView

SEVERITIES = {"contradicted": "error", "disputed": "warning"}
MOST_SOURCES = 3
"""Sources that are shown for a finding."""


@record
class Outcome:
    """What a check of one text found: `as_of` is the date of the text, from which it counts."""

    draft: Draft
    findings: tuple[Finding, ...]
    as_of: PartialDate | None = None
    lacks_date: bool = False


@record
class FindingView:
    """One finding; lines and columns count from 1, columns in characters.

    `start` and `end` are offsets in characters of the source, from 0; of a document, whose source
    is its paragraphs, a line each. `place` says in words where it stands, `sentence` is what it
    stands in. Each of the `suggestions` may replace what stands there: two are alternatives.
    """

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
    start: int
    end: int
    place: str
    sentence: str


@record
class ReadingView:
    """Explain how a claim was read and linked: the title of the event, how surely, the best
    sources with their titles.

    `columns` are the columns of the finding counted in bytes of UTF-8, for the programs that
    count so; `before` and `after` are the rest of the sentence around it; `is_document` is that
    of its text.
    """

    title: str
    sources: tuple[tuple[str, str], ...]
    score: float
    columns: tuple[int, int]
    before: str = ""
    after: str = ""
    is_document: bool = False


@record
class FindingListView:
    """What was found in the order of the texts; `readings` go with the rows, one for each.

    `counts` are those of all findings, by verdict, whether they are told or not.
    """

    rows: tuple[FindingView, ...]
    readings: tuple[ReadingView, ...]
    texts: tuple[TextView, ...]
    counts: tuple[tuple[str, int], ...]
    explained: bool


def finding_list(
    outcomes: Iterable[Outcome],
    speaker: Speaker,
    told: Iterable[str] = VERDICTS,
    explained: bool = False,
) -> FindingListView:
    """View what was found in some texts, as far as its verdict is one of those to be told."""
    checked = list(outcomes)
    found = [(outcome.draft, item) for outcome in checked for item in once(outcome)]
    verdicts_found = [item.verdict for _, item in found]
    pairs = [(draft, item) for draft, item in found if item.verdict in told]
    around = [excerpt.around(draft, item.start, item.end) for draft, item in pairs]
    rows = tuple(
        view(draft, item, beside, speaker)
        for (draft, item), beside in zip(pairs, around, strict=True)
    )
    explain = Explainer(speaker)
    readings = (
        explain.reading(draft, item, row, beside)
        for (draft, item), row, beside in zip(pairs, rows, around, strict=True)
    )
    return FindingListView(
        rows=rows,
        readings=tuple(readings),
        texts=tuple(text_view(outcome, speaker) for outcome in checked),
        counts=tuple((name, verdicts_found.count(name)) for name in VERDICTS),
        explained=explained,
    )


def of_text(outcome: Outcome, speaker: Speaker) -> list[FindingView]:
    """View all that was found in one text."""
    draft = outcome.draft
    return [
        view(draft, item, excerpt.around(draft, item.start, item.end), speaker)
        for item in once(outcome)
    ]


def once(outcome: Outcome) -> list[Finding]:
    """The findings of a text, each once: a cell that reaches over several rows is read with
    each.
    """
    found = {
        (
            outcome.draft.span(item.start, item.end),
            item.claim.kind,
            item.verdict,
            item.event,
        ): item
        for item in reversed(outcome.findings)
    }
    return list(reversed(found.values()))


def view(
    draft: Draft,
    item: Finding,
    around: Excerpt,
    speaker: Speaker,
) -> FindingView:
    """View one finding, with what stands around it."""
    start, end = draft.span(item.start, item.end)
    line, column = draft.position(start)
    end_line, end_column = draft.position(max(end - 1, start))
    text = plain(draft.text[item.start : item.end])
    return FindingView(
        file=draft.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column + 1,
        text=text,
        kind=item.claim.kind,
        verdict=item.verdict,
        event=item.event or None,
        facet=item.facet or None,
        expected=item.expected or None,
        message=verdicts.message(item, speaker),
        sources=item.sources,
        suggestions=suggesting.suggest(draft, item),
        start=start,
        end=end,
        place=whereabouts.place(draft, item.start, speaker),
        sentence=plain(f"{around.before}{text}{around.after}"),
    )


class Explainer:
    """Explain findings; an event that several name is read once."""

    def __init__(self, speaker: Speaker) -> None:
        self.index = speaker.index
        self.speaker = speaker
        self.event = cache(speaker.index.event)

    def reading(
        self,
        draft: Draft,
        item: Finding,
        row: FindingView,
        around: Excerpt,
    ) -> ReadingView:
        """Explain one finding, beside what stands around it."""
        event = self.event(item.event) if item.event else None
        preferred = event.preferred.sources if event else ()
        found = citing.best_first(self.index, item.sources, preferred)
        shown = citing.both_sides(found, preferred, MOST_SOURCES)
        best = (source for source in map(self.index.source, shown) if source)
        return ReadingView(
            title=self.speaker.words(event.title) if event else "",
            sources=tuple((source.id, titled(source)) for source in best),
            score=round(item.score, 2),
            columns=(
                draft.byte_column(row.line, row.column),
                draft.byte_column(row.end_line, row.end_column),
            ),
            before=around.before,
            after=around.after,
            is_document=draft.is_document,
        )


def titled(source: Source) -> str:
    """The title of a source with its publisher."""
    return f"{source.title}, {source.publisher}"


def plain(text: str) -> str:
    """A stretch of a text on one line."""
    return " ".join(text.split())


def text_view(outcome: Outcome, speaker: Speaker) -> TextView:
    """View how a text was read."""
    draft = outcome.draft
    return TextView(
        file=draft.path,
        charset=draft.charset,
        dated=speaker.date(outcome.as_of) if outcome.as_of else "",
        left_out=draft.left_out,
        unread=draft.unread,
        is_foreign=tongue.is_foreign(draft.text),
    )


def problems(view: FindingListView, catalogue: Catalogue) -> ProblemListView:
    """View findings as problems, for the formats that annotate lines."""
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
