"""Write a synthetic database of any size in the project's format, the same for the same seed.

    python -m benchmarks.synthetic 100000 /tmp/kzfr-100000

Words are drawn by Zipf's law from a vocabulary of made-up words (about 6,000 of them are met in 300
events, 45,000 in a million), names from 2,000 made-up names in Latin and Cyrillic letters. The
events of a smaller database are the first of a larger one, so that the same query means the same at
every size.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

SIZES = (300, 10_000, 100_000, 1_000_000)
MOST_IN_A_FILE = 250_000
"""Events of a file, which then has some 160 MB: the program reads none of more than 256 MB."""
SEED = 2018
VOCABULARY = 45_000
NAMES = 2_000
SOURCES = 500
ZIPF_SHIFT = 2.7
ZIPF_POWER = 1.05
"""Mandelbrot's form of Zipf's law, near what texts show: rank + 2.7 to the power 1.05."""

CONSONANTS = (
    "b",
    "c",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
)
VOWELS = ("a", "e", "i", "o", "u", "é", "ai", "ou", "an", "on", "è")
ENDINGS = ("", "", "", "s", "t", "r", "l", "n", "ment", "tion", "ing", "ed")
COMMON = """
de la le les des du et à en un une pour dans sur par au avec the of and in to for on with at from by
France Kazakhstan accord coopération visite ministre président signature Paris Astana Almaty
agreement visit minister president cooperation signed français kazakhstanais French Kazakh
"""
CYRILLIC = str.maketrans("abcdefgijklmnoprstuvéè", "абкдефгижклмнопрстувэе")
CATEGORIES = (
    "diplomacy",
    "visit",
    "treaty",
    "multilateral",
    "economy",
    "energy",
    "transport",
    "space",
    "defence",
    "security",
    "culture",
    "education",
    "science",
    "health",
    "sport",
)
KINDS = ("occurred", "signed", "opened", "founded", "announced", "published")


@dataclass(frozen=True, slots=True)
class Words:
    """Hold a vocabulary with the sums of its words' frequencies."""

    words: list[str]
    sums: list[float]

    def draw(self, chance: random.Random, count: int) -> str:
        """Draw a text of so many words."""
        return " ".join(chance.choices(self.words, cum_weights=self.sums, k=count))


def word(chance: random.Random) -> str:
    """Make up a word of one to four syllables."""
    syllables = (
        chance.choice(CONSONANTS) + chance.choice(VOWELS)
        for _ in range(chance.choice((1, 2, 2, 2, 3, 3, 4)))
    )
    return "".join(syllables) + chance.choice(ENDINGS)


def vocabulary(chance: random.Random) -> Words:
    """Make up the vocabulary, the most frequent words first."""
    common = COMMON.split()
    made = dict.fromkeys(common)
    while len(made) < VOCABULARY:
        made[word(chance)] = None
    rest = sorted(
        list(made)[len(common) :], key=lambda each: len(each) + chance.uniform(0, 6)
    )
    frequencies = (1 / (rank + ZIPF_SHIFT) ** ZIPF_POWER for rank in range(VOCABULARY))
    return Words([*common, *rest], list(accumulate(frequencies)))


def names(chance: random.Random) -> list[tuple[str, str, str, str]]:
    """Make up names: (id, kind, Latin, Cyrillic), the most frequent first."""
    made: dict[str, tuple[str, str, str, str]] = {}
    while len(made) < NAMES:
        kind = ("place", "person", "organisation")[len(made) % 3]
        parts = [word(chance).capitalize() for _ in range(1 if kind == "place" else 2)]
        latin = " ".join(parts)
        identifier = "-".join(parts).lower().replace("é", "e").replace("è", "e")
        made[identifier] = (
            identifier,
            kind,
            latin,
            latin.lower().translate(CYRILLIC).title(),
        )
    return list(made.values())


def event(
    chance: random.Random, number: int, words: Words, known: list[tuple[str, str, str, str]]
) -> str:
    """Write one event of about 600 bytes."""
    year = chance.randint(1960, 2026)
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    value = chance.choices((day, day[:7], str(year)), (7, 2, 1))[0]
    linked = [known[min(int(chance.paretovariate(0.6)), NAMES) - 1] for _ in range(3)]
    roles = {
        role: ", ".join(f'"{item[0]}"' for item in dict.fromkeys(linked) if item[1] == kind)
        for role, kind in (
            ("places", "place"),
            ("people", "person"),
            ("organisations", "organisation"),
        )
    }
    title = words.draw(chance, 5)
    lines = [
        "[[events]]",
        f'id = "event-{number}-{year}"',
        f'category = "{chance.choice(CATEGORIES)}"',
        f'scope = "{"context" if chance.random() < 0.1 else "bilateral"}"',
        f'title.fr = "{title} {linked[0][2]}"',
        f'title.en = "{words.draw(chance, 5)} {linked[0][2]}"',
    ]
    if number % 3 == 0:
        lines.append(f'title.ru = "{title.lower().translate(CYRILLIC)} {linked[0][3]}"')
    lines += [
        f'summary.fr = "{words.draw(chance, 11)}."',
        f'summary.en = "{words.draw(chance, 11)}."',
        *(f"{role} = [{ids}]" for role, ids in roles.items()),
        f'tags = ["tag-{chance.randint(1, 60)}"]',
        'confidence = "high"',
        "[[events.dates]]",
        f'kind = "{chance.choice(KINDS)}"',
        f'value = "{value}"',
        'status = "preferred"',
        "[[events.sources]]",
        f'id = "source-{chance.randint(1, SOURCES)}"',
        f'says = "{words.draw(chance, 5)}"',
        "",
        "",
    ]
    return "\n".join(lines)


def events(size: int, words: Words, known: list[tuple[str, str, str, str]]) -> Iterator[str]:
    """Write so many events, the first always the same."""
    chance = random.Random(SEED + 1)
    for number in range(1, size + 1):
        yield event(chance, number, words, known)


def files(folder: Path, size: int) -> list[Path]:
    """Name the files of events of a database of so many events."""
    later = range(2, 2 + (size - 1) // MOST_IN_A_FILE)
    return [folder / "events.toml", *(folder / f"events-{number}.toml" for number in later)]


def write(size: int, folder: Path) -> None:
    """Write a whole database into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    words, known = vocabulary(chance), names(chance)
    entries = events(size, words, known)
    for part in files(folder, size):
        with part.open("w", encoding="utf-8") as file:
            file.writelines(islice(entries, MOST_IN_A_FILE))
    (folder / "names.toml").write_text(
        "".join(
            f'[[names]]\nid = "{identifier}"\nkind = "{kind}"\nlabel.fr = "{latin}"\nlabel.en '
            f'= "{latin}"\n'
            f'label.ru = "{cyrillic}"\n\n'
            for identifier, kind, latin, cyrillic in known
        ),
        encoding="utf-8",
    )
    (folder / "tags.toml").write_text(
        "".join(
            f'[[tags]]\nid = "tag-{n}"\nlabel.fr = "sujet {n}"\nlabel.en = "topic {n}"\n\n'
            for n in range(1, 61)
        ),
        encoding="utf-8",
    )
    (folder / "sources.toml").write_text(
        "".join(
            f'[[sources]]\nid = "source-{n}"\ntitle = "{words.draw(chance, 5)}"\npublisher '
            f'= "Agence {n % 40}"\n'
            f'url = "https://example.org/{n}"\nlanguage = "fr"\nkind = "press"\n\n'
            for n in range(1, SOURCES + 1)
        ),
        encoding="utf-8",
    )


def main() -> None:
    """Read the size and the folder from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, help="number of events")
    parser.add_argument("folder", type=Path, help="where to write the files")
    options = parser.parse_args()
    write(options.size, options.folder)


if __name__ == "__main__":
    main()
