"""Say every figure of the series and every quantity of the events in four languages, right and wrong, and count.

python -m tests.claims.numbers [--misses GROUP]

Each is said in sentences, in a list below a heading and in two kinds of tables, by the words of `numbers.toml`; then
with a digit changed, two digits swapped, ten times as much, and in another currency.
"""

from __future__ import annotations

import argparse
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kzfr_cli.languages import dates
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
WORDS = tomllib.loads((HERE / "numbers.toml").read_text(encoding="utf-8"))
LANGUAGES = ("fr", "en", "ru", "kk")
OTHER = {"USD": "EUR", "EUR": "USD"}
RATES = {"m": 1.0, "bn": 1000.0}
MOST_ROWS = 6


class Said(NamedTuple):
    """A text with the place of its number, the group that it is counted in, and whether the number is right."""

    group: str
    lang: str
    text: str
    start: int
    end: int
    change: str


class Number(NamedTuple):
    """A number of the database: its value and its unit."""

    value: float
    unit: str


def main() -> None:
    """Print what is confirmed, accused, found and reassured, by form and by language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", default="")
    parser.add_argument("--most", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        counts, misses = measured(Checker(index))
    for line in table(counts):
        print(line)
    for name in filter(None, asked.misses.split(",")):
        print(f"-- {name}", *misses.get(name, ())[: asked.most], sep="\n   ")


def measured(checker: Checker) -> tuple[Counter[tuple[str, str]], dict[str, list[str]]]:
    """What is found of all that is said, by group, and the texts of each failure."""
    counts: Counter[tuple[str, str]] = Counter()
    misses: dict[str, list[str]] = {}
    for said in sayings():
        verdicts = {
            each.verdict
            for each in checker.check(said.text)
            if each.start < said.end and each.end > said.start and each.claim.kind != "date"
        }
        outcome = outcome_of(verdicts)
        is_right = said.change == "right"
        measure = "right" if is_right else "wrong"
        for group in (
            "all",
            said.lang,
            said.group,
            f"{said.group} {said.lang}",
            said.change,
        ):
            counts[group, measure] += 1
            counts[group, f"{measure} {outcome}"] += 1
        if (is_right and outcome != "supported") or (
            not is_right and outcome != "contradicted"
        ):
            written = " ¶ ".join(said.text[: said.start].split("\n"))[-160:]
            told = (
                f"{written}[{said.text[said.start : said.end]}]{said.text[said.end :][:60]}"
            )
            for name in (f"{measure} {outcome}", said.group, f"{said.group} {said.lang}"):
                line = f"{said.change} {said.lang} {outcome}: {told}"
                misses.setdefault(name, []).append(line)
    return counts, misses


def outcome_of(verdicts: set[str]) -> str:
    """The verdict that counts of several on one number."""
    order = ("contradicted", "disputed", "supported", "unknown")
    return next((each for each in order if each in verdicts), "unread")


def table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """The figures, a line for each group."""
    for group in sorted({group for group, _ in counts}):
        right, wrong = counts[group, "right"], counts[group, "wrong"]
        cells = [
            f"confirmed {share(counts[group, 'right supported'], right)}",
            f"accused {counts[group, 'right contradicted']}",
            f"found {share(counts[group, 'wrong contradicted'], wrong)}",
            f"reassured {share(counts[group, 'wrong supported'], wrong)}",
        ]
        yield f"{group:22}" + "".join(f"{cell:>26}" for cell in cells)


def share(part: int, whole: int) -> str:
    """Write "part/whole share"."""
    return f"{part}/{whole} {100 * part / whole:.0f}%" if whole else "-"


# ---- what is said


def sayings() -> Iterator[Said]:
    """All that is said of series and of events."""
    facts = tomllib.loads((DATA / "figures.toml").read_text(encoding="utf-8"))
    indicators = {each["id"]: each for each in facts["indicators"]}
    points: dict[str, dict[int, Number]] = {}
    for each in facts["figures"]:
        if is_plain(each):
            of_series = points.setdefault(each["indicator"], {})
            of_series[int(each["period"])] = Number(abs(each["value"]), each["unit"])
    for name, years in points.items():
        for lang in LANGUAGES:
            yield from of_series_said(name, indicators[name]["label"][lang], years, lang)
    for event in tomllib.loads((DATA / "events.toml").read_text(encoding="utf-8"))["events"]:
        for lang in LANGUAGES:
            yield from of_event_said(event, lang)


def is_plain(figure: dict[str, Any]) -> bool:
    """Return whether a figure is an exact value of one year."""
    period = str(figure["period"])
    is_exact = figure.get("bound", "exact") == "exact" and figure["status"] == "preferred"
    return is_exact and period.isdigit() and figure["unit"] != "rank"


def of_series_said(
    name: str, label: str, years: dict[int, Number], lang: str
) -> Iterator[Said]:
    """A series in sentences, in a list, in tables."""
    own = WORDS["series"].get(name, {}).get(lang, ())
    for year, number in [*years.items()][-MOST_ROWS:]:
        for change, other in changes(number):
            value = written(other, lang)
            if value is None:
                continue
            for pattern in own:
                yield placed("series", lang, change, pattern, value=value, year=str(year))
            for pattern in WORDS["labels"][lang]:
                fields = {"value": value, "year": str(year), "label": label}
                yield placed("label", lang, change, pattern, **fields)
    yield from laid_out(label, [*years.items()][-MOST_ROWS:], lang)


def laid_out(label: str, years: list[tuple[int, Number]], lang: str) -> Iterator[Said]:
    """A series in a list below its heading, and in tables with the years as rows and as columns."""
    unit = head_unit(years[0][1].unit, lang)
    if unit is None or len(years) < 2:
        return
    head = f"{label} ({unit})"
    for place, (_, number) in enumerate(years):
        for change, other in changes(number):
            if other.unit != number.unit:
                continue
            cells = [figures(each.value, lang) for _, each in years]
            cells[place] = figures(other.value, lang)
            rows = [*zip((year for year, _ in years), cells, strict=True)]
            forms = {
                "list": [head, "", *(f"- {year} : \0{cell}\0" for year, cell in rows)],
                "lines": [head, "", *(f"{year}  \0{cell}\0" for year, cell in rows)],
                "table": [
                    f"| {WORDS['heads'][lang][0]} | {head} |",
                    "|---|---|",
                    *(f"| {year} | \0{cell}\0 |" for year, cell in rows),
                ],
                "columns": [
                    f"| | {' | '.join(str(year) for year, _ in rows)} |",
                    f"|---|{'---|' * len(rows)}",
                    f"| {head} | \0" + "\0 | \0".join(cells) + "\0 |",
                ],
            }
            for form, lines in forms.items():
                parts = "\n".join(lines).split("\0")
                before = "".join(parts[: 2 * place + 1])
                here = parts[2 * place + 1]
                text = "".join(parts) + "\n"
                yield Said(form, lang, text, len(before), len(before) + len(here), change)


def of_event_said(event: dict[str, Any], lang: str) -> Iterator[Said]:
    """The quantities of an event, each in sentences."""
    title = event["title"].get(lang, "")
    day = next((each for each in event["dates"] if each["status"] == "preferred"), None)
    date = (
        dates.iso_in_words(day["value"], lang) if day and "/" not in day["value"] else None
    )
    if not title or not date or date == day["value"]:
        return
    for quantity in event.get("quantities", ()):
        number = Number(quantity["value"], quantity["unit"])
        if quantity.get("holder") or number.value < 3:
            continue
        for change, other in changes(number):
            what = written(other, lang)
            if what is None:
                continue
            for pattern in WORDS["events"][lang]:
                yield placed(
                    "event", lang, change, pattern, value=what, title=title, date=date
                )


def placed(group: str, lang: str, change: str, pattern: str, **fields: str) -> Said:
    """A sentence with its number in its place."""
    parts = pattern.replace("{what}", "{value}").split("{value}")
    before, after = (part.format(**fields) for part in parts)
    value = fields["value"]
    return Said(
        group, lang, before + value + after, len(before), len(before) + len(value), change
    )


# ---- numbers, right and wrong


def changes(number: Number) -> Iterator[tuple[str, Number]]:
    """A number as it is, and as slips change it."""
    value, unit = number
    yield "right", number
    plain = f"{value:g}"
    digits = [place for place, sign in enumerate(plain) if sign.isdigit()]
    if len(digits) > 1:
        place = digits[1]
        changed = str((int(plain[place]) + 4) % 10)
        yield (
            "digit",
            number._replace(value=float(plain[:place] + changed + plain[place + 1 :])),
        )
        one, other = digits[0], digits[1]
        if plain[one] != plain[other] and plain[other] != "0":
            signs = list(plain)
            signs[one], signs[other] = signs[other], signs[one]
            yield "swapped", number._replace(value=float("".join(signs)))
    if unit != "percent" or value < 10:
        yield "tenfold", number._replace(value=value * 10)
    currency, _, scale = unit.partition(" ")
    if currency in OTHER:
        yield "currency", number._replace(unit=f"{OTHER[currency]} {scale}")


def figures(value: float, lang: str) -> str:
    """A number in figures, grouped as in a language."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    if lang == "en":
        return text
    return text.replace(",", " ").replace(".", ",")


def head_unit(unit: str, lang: str) -> str | None:
    """The unit of a series as a heading gives it."""
    currency, _, scale = unit.partition(" ")
    money = WORDS["money"][lang]
    if currency in OTHER:
        return money["short"][currency] if scale == "m" else None
    if unit in ("million barrels", "million passengers"):
        return f"{WORDS['units'][unit.split()[1]][lang]}, {money['m']}"
    return named(unit, lang)


def named(unit: str, lang: str) -> str | None:
    """What a unit is called in a language; None where the words do not say it."""
    known = WORDS["units"].get("tonnes" if unit == "tonnes U" else unit)
    return known[lang] if known else None


def written(number: Number, lang: str) -> str | None:
    """A number with its unit, as texts write it."""
    value, unit = number
    currency, _, scale = unit.partition(" ")
    money = WORDS["money"][lang]
    if currency in OTHER and scale in RATES:
        return f"{figures(value, lang)} {money[scale]} {money[currency]}"
    first, _, rest = unit.partition(" ")
    if first == "million" and (name := named(rest, lang)):
        joint = "de " if lang == "fr" else ""
        return f"{figures(value, lang)} {money['m']} {joint}{name}"
    name = named(unit, lang)
    return f"{figures(value, lang)} {name}" if name else None


if __name__ == "__main__":
    main()
