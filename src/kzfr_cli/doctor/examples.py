"""One example for each check: what is wrong, and how it is right; shown by `kzfr validate
--explain`.
"""

from __future__ import annotations

EXAMPLES = {
    "syntax": """\
title.fr = "Traité        # wrong: no closing quote
title.fr = "Traité"       # right
""",
    "not-utf8": """\
iconv -f WINDOWS-1252 -t UTF-8 events.toml > repaired.toml
""",
    "too-large": '''\
summary.fr = """ …        # a string that nothing closes swallows the rest of the file
''',
    "unknown-table": """\
[event]       # wrong
id = "visit-2020"

[[events]]    # right
id = "visit-2020"
""",
    "unknown-key": """\
titel.fr = "Traité"    # wrong
title.fr = "Traité"    # right
""",
    "wrong-type": """\
places = "paris"      # wrong
places = ["paris"]    # right
""",
    "invalid-date": """\
value = "11/06/2008"    # wrong
value = "2008-06-11"    # right
""",
    "duplicate-id": """\
[[events]]
id = "visit-2020"

[[events]]
id = "visit-2020"              # wrong
id = "visit-of-minister-2020"  # right
""",
    "extends-nothing": """\
[[events]]
id = "strategic-partnership-treaty-2008"    # an id that the packaged data has
extend = true
tags = ["my-tag"]
""",
    "missing-field": """\
[[events]]
id = "visit-2020"
category = "visit"    # without it the event is left out
""",
    "no-preferred-date": """\
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
""",
    "two-preferred-dates": """\
[[events.dates]]
kind = "in-force"
value = "2010"
status = "accepted"
""",
    "malformed-id": """\
places = ["Nour-Soultan"]    # wrong: the name
places = ["astana"]          # right: its id
""",
    "unknown-source": """\
[[sources]]
id = "senat-l10-505-1"
title = "…"
url = "https://…"
""",
    "unknown-name": """\
places = ["pari"]     # wrong
places = ["paris"]    # right
""",
    "unknown-whole": """\
of = "epca"                              # wrong
of = "eu-kazakhstan-epca-signature-2015" # right
""",
    "unknown-tag": """\
[[tags]]
id = "strategic-partnership"
label.fr = "partenariat stratégique"
label.en = "strategic partnership"
""",
    "unknown-indicator": """\
[[indicators]]
id = "trade-total"
label.en = "Total trade"
measures.en = "Exports and imports of goods, French customs"
""",
    "former-id-in-use": """\
[[events]]
id = "strategic-partnership-treaty-2008"
former_ids = ["strategic-partnership-2008"]    # no other event has this id
""",
    "wrong-role": """\
places = ["nazarbayev"]    # wrong
people = ["nazarbayev"]    # right
""",
    "repeated-reference": """\
places = ["paris", "paris"]    # wrong
places = ["paris"]             # right
""",
    "source-without-statement": """\
[[events.dates]]
sources = ["senat-l10-505-1"]

[[events.sources]]
id = "senat-l10-505-1"
says = "Signed in Paris on 11 June 2008."
""",
    "event-without-source": """\
[[events.sources]]
id = "senat-l10-505-1"
says = "Signed in Paris on 11 June 2008."
""",
    "date-without-source": """\
[[events.dates]]
kind = "signed"
value = "2008-06-11"
sources = ["senat-l10-505-1"]
""",
    "figure-without-source": """\
[[figures.sources]]
id = "tresor-2018"
says = "Total trade of 3.9 billion euros in 2017."
""",
    "one-source": """\
[[events.sources]]
id = "senat-l10-505-1"

[[events.sources]]
id = "legifrance-2010"
""",
    "disputed-without-two-sources": """\
[[events.dates]]
value = "2018-06-05"
status = "disputed"
sources = ["lafranceetlemonde-2018"]    # not the source of the preferred date
""",
    "disputed-without-note": """\
status = "disputed"
note.fr = "Selon l’article de 2018\u202f; le Sénat donne le 11 juin."
note.en = "According to the 2018 article; the Senate gives 11 June."
""",
    "statement-missing": """\
[[events.sources]]
id = "senat-l10-505-1"
says = "Signed in Paris on 11 June 2008."
""",
    "source-incomplete": """\
publisher = "Sénat"
language = "fr"
kind = "official"
""",
    "source-never-cited": """\
[[events.sources]]
id = "senat-l10-505-1"
""",
    "name-never-linked": """\
[[events]]
people = ["nazarbayev"]
""",
    "tag-never-used": """\
[[events]]
tags = ["strategic-partnership"]
""",
    "indicator-without-figure": """\
[[figures]]
indicator = "trade-total"
""",
    "title-language-missing": """\
title.fr = "Visite d’État"
title.en = "State visit"
title.ru = "Государственный визит"
title.kk = "Мемлекеттік сапар"
translation = "unreviewed"
""",
    "summary-language-missing": """\
summary.fr = "…"
summary.en = "…"
""",
    "label-language-missing": """\
label.fr = "Nour-Soultan"
label.en = "Nur-Sultan"
label.ru = "Нур-Султан"
label.kk = "Нұр-Сұлтан"
""",
    "note-language-missing": """\
note.fr = "Selon l’article de 2018."
note.en = "According to the 2018 article."
""",
    "translation-unmarked": """\
title.ru = "Государственный визит"
translation = "unreviewed"
""",
    "title-too-long": """\
title.fr = "Signature à Paris du traité de partenariat stratégique"
""",
    "cue-language-missing": """\
label.fr = "Capacité de KATCO"
label.ru = "Мощность КАТКО"
cues = [["katco", "катко"], ["capacit", "мощност"]]
""",
    "placeholder": """\
title.kk = "TODO"               # wrong
title.kk = "Мемлекеттік сапар"  # right
""",
    "straight-apostrophe": """\
title.fr = "Visite d'État"    # wrong
title.fr = "Visite d’État"    # right
""",
    "no-break-space": """\
summary.fr = "Le projet : 10 %"        # wrong: plain spaces
summary.fr = "Le projet\u00a0: 10\u00a0%"        # right: U+00A0
""",
    "straight-quotes": """\
title.fr = 'Parution de "La vie des steppes"'    # wrong
title.fr = "Parution de «\u00a0La vie des steppes\u00a0»"     # right
""",
    "three-dots": """\
summary.fr = "Uranium, pétrole..."    # wrong
summary.fr = "Uranium, pétrole…"      # right
""",
    "capital-without-accent": """\
title.fr = "Visite d’Etat à l’Elysée"    # wrong
title.fr = "Visite d’État à l’Élysée"    # right
""",
    "end-before-start": """\
value = "2013-12/2013-09"    # wrong
value = "2013-09/2013-12"    # right
""",
    "before-signature": """\
[[events.dates]]
kind = "signed"
value = "2008-06-11"

[[events.dates]]
kind = "in-force"
value = "2007"    # wrong
value = "2010"    # right
""",
    "closed-before-opened": """\
[[events.dates]]
kind = "opened"
value = "2017-06-10"

[[events.dates]]
kind = "closed"
value = "2017-09-10"
""",
    "year-not-in-id": """\
id = "strategic-partnership-treaty-2008"    # value = "2008-06-11"
""",
    "out-of-order": """\
[[events]]    # value = "2008-06-11"

[[events]]    # value = "2009-10-06"
""",
    "page-older-than-date": """\
[[events.dates]]
kind = "announced"    # the page is older than the event
value = "2008-02-08"
""",
    "near-duplicate-tag": """\
tags = ["treaties"]    # wrong: there is "treaty"
tags = ["treaty"]      # right
""",
    "same-day-same-title": """\
former_ids = ["treaty-signed-2008"]
""",
    "same-people-same-title": """\
[[events.dates]]
kind = "occurred"
value = "2009-10-07"
status = "disputed"
""",
    "same-aliases": """\
aliases.en = ["Friendship treaty"]             # of the treaty of 1992
aliases.en = ["Strategic partnership treaty"]  # of the treaty of 2008
""",
    "unknown-acronym": """\
summary.en = "Kazakhstan joins the WTO."    # WTO is an acronym of the name "omc"
""",
    "two-holders": """\
[[names.offices]]
office = "president"
of = "france"
from = "2012-05-15"
to = "2017-05-14"    # the next begins on 2017-05-14
""",
    "visit-outside-term": """\
value = "2009-10-06"    # in office from 2007-05-16 to 2012-05-15
people = ["sarkozy"]
""",
    "incomplete-set": """\
complete = true
since = "1991-12-16"
counts = { category = "visit", office = "president", of = "france", at = "kazakhstan" }
""",
    "edition-out-of-order": """\
of = "festival-film-kazakh"
edition = 4    # 2022; the first was in 2019
""",
    "quantity-not-in-summary": """\
summary.en = "A contract of 1.3 billion euros."
quantities = [{ value = 1.3, unit = "EUR bn" }]
""",
    "dispute-of-another-period": """\
[[figures]]
period = "2022"

[[figures.disputes]]
period = "2021"    # wrong: a figure of 2021
period = "2022"    # right
""",
    "context-too-heavy": """\
scope = "context"
weight = 2
""",
    "step-too-heavy": """\
of = "strategic-partnership-treaty-2008"    # weight = 3
weight = 1
""",
    "not-commemorated-without-reason": """\
commemorated = false
not_commemorated.fr = "un projet abandonné"
not_commemorated.en = "a cancelled project"
""",
    "repeated-address": """\
url = "https://www.senat.fr/rap/l10-505/l10-5051.html"
""",
    "name-outside-period": """\
title.fr = "Visite à Nour-Soultan"    # wrong for 2018: from 23 March 2019 to 16 September 2022
title.fr = "Visite à Astana"          # right
""",
    "periods-out-of-order": """\
to = "2022-09-16"

[[names.periods]]
from = "2022-09-17"
""",
    "address-form": """\
url = "www.senat.fr/…/l10-5051.html"                    # wrong
url = "https://www.senat.fr/rap/l10-505/l10-5051.html"  # right
""",
}
