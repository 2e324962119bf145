"""The day of a text: what it declares, its dateline, or when its document was made."""

from __future__ import annotations

import pytest

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.texts import dating, reading, stated

BODY = "La France et le Kazakhstan ont célébré cette année le 30e anniversaire de leurs relations."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Astana, 6 octobre 2009 – Le président est arrivé.", "2009-10-06"),
        ("Nour-Soultan, le 25 janvier 2022\n\n" + BODY, "2022-01-25"),
        ("Communiqué de presse\n\nParis, le 20 mai 2018.\n\n" + BODY, "2018-05-20"),
        ("PARIS, November 5, 2015 (Kazinform) - The presidents met.", "2015-11-05"),
        ("АСТАНА, 6 октября 2009 г. – Президент прибыл.", "2009-10-06"),
        ("Published on 25 January 2022\n\nThe two countries celebrate.", "2022-01-25"),
        ("Mis en ligne le 3 mai 2010 à 10h30\n\n" + BODY, "2010-05-03"),
        ("Опубликовано: 03.05.2010\n\nПрезидент прибыл.", "2010-05-03"),
        ("2022 жылғы 25 қаңтар\n\nПрезидент келді.", "2022-01-25"),
        (BODY + "\n\nLe traité a été signé le 11 juin 2008.", None),
        ("5 juin 2008 : signature du traité\n2 mai 2009 : entrée en vigueur", None),
        ("- 5 juin 2008 – signature\n- 2 mai 2009 – entrée en vigueur", None),
        ("5 juin 2008 – signature du traité\n2 mai 2009 – entrée en vigueur", None),
        ("Le 11 juin 2008, le traité a été signé.", None),
        ("25 janvier 1992\n\nÉtablissement.\n\n11 juin 2008\n\nTraité.", None),
        ("3 mai 2010\n\n" + BODY, "2010-05-03"),
        ("Le président a signé le 11 juin 2008.", None),
        ("Paris, Nov 5 (Kazinform) - The presidents met.", None),
    ],
)
def test_dateline_is_known_from_a_date_that_is_told(text: str, day: str | None) -> None:
    found = dating.dateline(reading.from_text(text, "a.txt"))
    assert (found.text if found else None) == day


@pytest.mark.parametrize(
    ("published", "created", "day"),
    [
        ("2022-01-27", "2021-12-01", "2022-01-27"),
        ("2024-05-01", "", "2022-01-25"),
        ("", "2026-05-01", "2022-01-25"),
    ],
)
def test_dateline_goes_before_what_was_put_there_months_later(
    published: str, created: str, day: str
) -> None:
    draft = reading.from_text("Paris, le 25 janvier 2022\n\n" + BODY, "a.txt")
    found = dating.as_of(replace(draft, published=published, created=created))
    assert found is not None
    assert found.text == day


def test_day_of_making_dates_a_text_without_another() -> None:
    found = dating.as_of(replace(reading.from_text(BODY, "a.txt"), created="2022-01-20"))
    assert found is not None
    assert found.text == "2022-01-20"


@pytest.mark.parametrize(
    ("value", "language", "day"),
    [
        ("2022-01-25", "", "2022-01-25"),
        ("2022-1-25", "", "2022-01-25"),
        ("2022/01/25", "", "2022-01-25"),
        ("2022-01-25T10:00:00+02:00", "", "2022-01-25"),
        ("2022-01-25 10:00:00 +0200", "", "2022-01-25"),
        ("20220125T100000Z", "", "2022-01-25"),
        ("Tue, 25 Jan 2022 10:00:00 GMT", "", "2022-01-25"),
        ("January 25, 2022", "en", "2022-01-25"),
        ("January 25, 2022 at 10:00 am", "en", "2022-01-25"),
        ("25 janvier 2022", "fr", "2022-01-25"),
        ("mardi 25 janvier 2022 à 10h30", "fr", "2022-01-25"),
        ("25 января 2022 г.", "ru", "2022-01-25"),
        ("25.01.2022", "ru", "2022-01-25"),
        ("05/06/2018", "fr", "2018-06-05"),
        ("05/06/2018", "en", ""),
        ("25/01/2022", "en", "2022-01-25"),
        ("2022-01", "", "2022-01"),
        ("2022", "", "2022"),
        ("today", "", ""),
        ("last-modified", "", ""),
        ("2022-13-45", "", ""),
        ("", "", ""),
    ],
)
def test_date_is_stated_in_any_usual_form(value: str, language: str, day: str) -> None:
    assert stated.read(value, language) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("---\ndate: 2022-01-25\n---\n", "2022-01-25"),
        ('+++\ndate = "2022-01-25T10:00:00Z"\n+++\n', "2022-01-25"),
        ("---\nupdated: 2026-01-01\npubDate: 2022-01-25\n---\n", "2022-01-25"),
        ("---\nlastmod: 2026-01-01\n---\n", ""),
        ("---\ndate:\n  created: 2022-01-25\n  updated: 2026-01-01\n---\n", ""),
        ("Title: Un titre\nDate: 2022-01-25 10:00\n\n", "2022-01-25"),
    ],
)
def test_front_matter_is_read_in_its_forms(head: str, day: str) -> None:
    assert reading.from_text(head + BODY, "a.md").published == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<meta property="article:published_time" content="2022-01-25T09:00">',
            "2022-01-25",
        ),
        ('<meta itemprop="datePublished" content="25 January 2022">', "2022-01-25"),
        ('<time datetime="2022-01-25" itemprop="datePublished">x</time>', "2022-01-25"),
        ('<time class="entry-date published" datetime="2022-01-25">x</time>', "2022-01-25"),
        ('<time class="updated" datetime="2026-01-25">x</time>', ""),
        ('<meta property="og:updated_time" content="2026-01-25">', ""),
        ('<meta name="dcterms.modified" content="2026-01-25">', ""),
    ],
)
def test_page_is_dated_by_its_publication_only(head: str, day: str) -> None:
    assert reading.from_text(f"{head}<p>x</p>", "a.html").published == day


def test_document_that_tells_of_later_days_was_written_into_an_older_one() -> None:
    text = "Le 2 novembre 2023, les deux présidents se sont rencontrés à Astana."
    assert (
        dating.as_of(replace(reading.from_text(text, "a.txt"), created="2019-03-01")) is None
    )


def test_heading_of_a_chronology_does_not_date_a_page_that_is_dated() -> None:
    draft = reading.from_text("# 25 janvier 1992\n\nÉtablissement des relations.", "a.md")
    found = dating.as_of(replace(draft, published="2022-01-25"))
    assert found is not None
    assert found.text == "2022-01-25"
