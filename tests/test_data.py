"""The packaged database: it keeps what issue and README promise of it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.doctor import examination, reading
from kzfr_cli.doctor.database import DatabaseFiles, citations
from kzfr_cli.doctor.series import is_within
from kzfr_cli.queries import figures
from kzfr_cli.store import paths

ROOT = Path(__file__).resolve().parents[1]
FILES = paths.all_files([paths.packaged()], [])


@pytest.fixture(scope="module")
def database() -> DatabaseFiles:
    return reading.read(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).name)
def test_a_file_is_toml_for_the_standard_library_too(path: str) -> None:
    assert tomllib.loads(Path(path).read_text(encoding="utf-8"))


def test_the_doctor_is_silent() -> None:
    found = examination.failures(examination.examine(FILES))
    assert [
        f"{finding.path}:{finding.line}: {finding.check.code}" for finding in found
    ] == []


def test_there_are_310_events_and_360_figures(database: DatabaseFiles) -> None:
    assert len(database.events) >= 310
    assert len(database.figures) >= 360


def test_twenty_series_have_five_figures_or_more(database: DatabaseFiles) -> None:
    lengths = Counter(figure.indicator for _, figure in database.figures)
    assert sum(length >= 5 for length in lengths.values()) >= 20


def test_every_indicator_and_figure_is_told_in_four_languages(
    database: DatabaseFiles,
) -> None:
    texts = {
        indicator.id: (
            indicator.label,
            indicator.measures,
            indicator.short,
            indicator.not_drawn,
        )
        for _, indicator in database.indicators
    } | {figure.id: (figure.label,) for _, figure in database.figures}
    assert [
        id
        for id, told in texts.items()
        if any(text and not set(LANGUAGES) <= set(text) for text in told)
    ] == []


def test_every_figure_says_how_sure_it_is(database: DatabaseFiles) -> None:
    assert [figure.id for _, figure in database.figures if not figure.confidence] == []


def test_the_series_of_one_bureau_stands_under_its_old_ids_too(
    database: DatabaseFiles,
) -> None:
    former = {id: figure.id for _, figure in database.figures for id in figure.former_ids}
    assert former["trade-total-2022-usd"] == "kz-stat-trade-total-2022"
    assert former["kz-exports-to-fr-2021-usd"] == "kz-stat-exports-to-fr-2021"
    assert former["kz-imports-from-fr-2022-usd"] == "kz-stat-imports-from-fr-2022"


def test_a_dispute_is_about_the_period_of_its_figure(database: DatabaseFiles) -> None:
    """What a source says of another year is another figure, not a conflict."""
    apart = [
        (figure.id, rival.period.text)
        for _, figure in database.figures
        for rival in figure.disputes
        if rival.period and not figures.touches(rival.period, figure.period, figure.period)
    ]
    assert apart == []


def test_ids_are_unique_over_events_and_names(database: DatabaseFiles) -> None:
    """`kzfr show` finds both by their id."""
    ids = [
        entry.id
        for entry in database.all("events", "names", "figures", "indicators", "sources")
    ]
    for entries in (database.events, database.figures, database.indicators):
        ids += [former for _, entry in entries for former in entry.former_ids]
    assert sorted({id for id in ids if ids.count(id) > 1}) == []


def test_no_event_no_date_and_no_figure_is_without_a_source(database: DatabaseFiles) -> None:
    assert [event.id for _, event in database.events if not event.sources] == []
    assert [
        event.id
        for _, event in database.events
        if not all(facet.sources for facet in event.dates)
    ] == []
    assert [figure.id for _, figure in database.figures if not figure.sources] == []


def test_seven_events_in_ten_rest_on_two_sources(database: DatabaseFiles) -> None:
    counts = [
        len({source for _, source in citations(entry)}) for entry in database.all("events")
    ]
    assert sum(count >= 2 for count in counts) >= 0.7 * len(counts)


def test_every_event_is_told_in_four_languages(database: DatabaseFiles) -> None:
    assert [
        event.id for _, event in database.events if not set(LANGUAGES) <= set(event.title)
    ] == []
    assert [
        event.id for _, event in database.events if not {"fr", "en"} <= set(event.summary)
    ] == []


def test_every_source_is_cited(database: DatabaseFiles) -> None:
    cited = {source for entry in database.all() for _, source in citations(entry)}
    assert (
        sorted(source.id for _, source in database.sources if source.id not in cited) == []
    )


def test_every_event_is_weighed_in_its_own_entry() -> None:
    entries = [
        entry
        for path in FILES
        for entry in tomllib.loads(Path(path).read_text("utf-8")).get("events", ())
    ]
    assert [entry["id"] for entry in entries if "weight" not in entry] == []


def test_what_nobody_would_celebrate_says_why(database: DatabaseFiles) -> None:
    events = [event for _, event in database.events]
    assert [
        event.id for event in events if event.commemorated is bool(event.not_commemorated)
    ] == []


def test_about_one_event_in_ten_is_a_landmark(database: DatabaseFiles) -> None:
    """A chronology that holds a third of everything tells nothing of what counts."""
    weights = [event.weight for _, event in database.events]
    assert 0.07 <= weights.count(3) / len(weights) <= 0.2


def test_every_landmark_is_explained_and_named_by_enough_chronologies(
    database: DatabaseFiles,
) -> None:
    """By the letter of a criterion, which is all that one has that few chronologies name."""
    text = (ROOT / "docs" / "weights.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `([a-z0-9-]+)` \| ([A-Z]) \| ([0-9]+) \| .+ \|$", text, re.MULTILINE
    )
    assert {id for id, _, _ in rows} == {
        event.id for _, event in database.events if event.weight == 3
    }
    assert [id for id, letter, _ in rows if letter not in "ABCDEF"] == []


def test_what_is_decided_on_a_weight_names_events_that_are_there(
    database: DatabaseFiles,
) -> None:
    text = (ROOT / "docs" / "weights.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9-]+-[0-9]{4})`", text))
    assert named - {event.id for _, event in database.events} == set()


def test_an_acronym_that_is_translated_is_so_in_four_languages(
    database: DatabaseFiles,
) -> None:
    """ONU and UN, so ООН and БҰҰ: who types one of them means the same body."""
    lacking = [
        name.id
        for _, name in database.names
        if name.acronyms_in.get("fr")
        and name.acronyms_in.get("en")
        and not set(name.acronyms_in["fr"]) & set(name.acronyms_in["en"])
        and not {"ru", "kk"} <= set(name.acronyms_in)
    ]
    assert lacking == []


def test_towns_have_coordinates_and_a_country(database: DatabaseFiles) -> None:
    towns = [name for _, name in database.names if name.kind == "place" and name.coordinates]
    assert len(towns) >= 50
    assert is_within(database, "almaty", "kazakhstan")
    assert is_within(database, "mynaral", "kazakhstan")
    assert not is_within(database, "paris", "kazakhstan")


def test_heads_of_state_have_their_terms(database: DatabaseFiles) -> None:
    presidents = {
        name.id
        for _, name in database.names
        for office in name.offices
        if office.office == "president" and office.start
    }
    assert {"de-gaulle", "mitterrand", "sarkozy", "hollande", "macron"} <= presidents
    assert {"nazarbayev", "tokayev"} <= presidents


def test_every_event_can_be_found_by_everyday_words(database: DatabaseFiles) -> None:
    bare = [
        event.id for _, event in database.events if not {"fr", "en"} <= set(event.keywords)
    ]
    assert bare == []
