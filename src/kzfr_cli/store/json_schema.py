"""Publish the format of the database files as JSON Schema (draft 2020-12), by which editors
complete and check.

What msgspec says of the types in `store.schema` is kept; what TOML does not have (null) and what
only the reader knows (which fields a whole entry needs, what a date is) is put right.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kzfr_cli.store import schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAME = "urn:kzfr:schema:database"

MARK = "[?~%]?"
SINGLE = (
    rf"([0-9]{{2}}XX|[0-9]{{3}}X|[0-9]{{4}}(-XX(-XX)?|-2[1-4]|-(0[1-9]|1[0-2])"
    rf"(-(0[1-9]|[12][0-9]|3[01]|XX))?)?){MARK}"
)
DATE = rf"^({SINGLE}|({SINGLE}|\.\.)?/({SINGLE}|\.\.)?|\[[^\]]+\])$"
"""The shape of an EDTF date; that the day exists and that an interval runs forwards is for `kzfr
validate`.
"""

DATES = {
    "FacetItem": ("value",),
    "SourceEntry": ("published", "retrieved"),
    "FigureEntry": ("period",),
    "DisputeItem": ("period",),
    "PeriodItem": ("from", "to"),
    "OfficeItem": ("from", "to"),
    "TagEntry": ("since",),
}

WORDS: dict[str, str] = {
    "id": "The name of the entry: lower-case letters a–z, digits and hyphens; it never changes.",
    "extend": "Change only the fields named here of the entry of this id in an earlier file.",
    "hidden": "Hide the entry of this id of an earlier file.",
    "former_ids": "Ids that it once had: an event is still found by them, and what cites a "
    "source by one is repaired.",
    "of": "The id of the event or name that it is a step or an edition of; of an office, the id of "
    "the state or body.",
    "holder": "The id of the name that the number belongs to, when it is not the event as a whole.",
    "about": "What the disagreement is about, by language.",
    "part_of": "The id of the name of what it belongs to.",
    "coordinates": "Latitude and longitude in degrees (WGS 84).",
    "offices": "The offices that the person held.",
    "office": "Which office.",
    "organisation": "The id of the body that takes part in every event of the set.",
    "at": "The id of the state to which an ambassador is sent; of a set, of the place or country "
    "where it happens.",
    "complete": "Whether the database holds every event of this kind since `since`.",
    "since": "The EDTF date from which the set is complete.",
    "counts": "Which events belong to the set, so that a check can list those that lack the tag.",
    "retrieved": "The EDTF date on which we read it.",
    "authors": "Who wrote it, as they are named there.",
    "archived": "The address of a copy that stays.",
    "cues": "Groups of words: a sentence speaks of the series when it has a word of each group.",
    "excludes": "Words that tell that a sentence speaks of something else.",
    "category": "What the event is about.",
    "title": "The title; of an event, by language: title.fr, title.en …",
    "translation": "Whether somebody has reviewed the translated texts.",
    "confidence": "How sure the entry is as a whole.",
    "sources": "The sources, each with what it says.",
    "kind": "Of what kind it is.",
    "value": "An EDTF date (2008, 2008-06, 2008-06-11, 1992?, 2013-09/2013-12), or the number of "
    "a figure.",
    "status": "Whether the date or figure is the preferred one, accepted, disputed or rejected.",
    "note": "What must be said of it, by language.",
    "wording": "The words of the source.",
    "says": "What the source says of this entry, in our words.",
    "publisher": "Who published it.",
    "url": "Where it can be read.",
    "language": "The language of the source.",
    "published": "The EDTF date of publication.",
    "label": "What it is called, by language.",
    "spellings": "Other spellings, by language, by which it is found.",
    "acronyms": "Its acronyms.",
    "periods": "What it was called from one date to another.",
    "from": "The EDTF date from which it bore this name or held this office.",
    "to": "The EDTF date until which it bore this name or held this office.",
    "measures": "What the series counts, by language.",
    "subject": "What the series is about.",
    "short": "What a table of series calls it, under its subject, by language.",
    "not_drawn": "Why its figures must not be drawn as a line, by language.",
    "breaks": "The years from which the series is counted in another way.",
    "indicator": "The id of the series that the figure belongs to.",
    "period": "The EDTF date or interval that is measured.",
    "unit": "The unit of the value.",
    "bound": "Whether the value is exact or a bound.",
    "change": "What changed since the figure before, by language.",
    "disputes": "What other sources say instead.",
    "source": "The id of a source.",
}
"""What an editor shows of each field; those that only events have are told of in `store.schema`."""


def database() -> dict[str, Any]:
    """Describe a database file: the arrays of its entries, every field with its type and its
    words.
    """
    kinds = list(schema.ENTRIES)
    references, definitions = msgspec.json.schema_components(
        [schema.ENTRIES[kind] for kind in kinds], ref_template="#/$defs/{name}"
    )
    for name, definition in definitions.items():
        describe(name, definition)
    for kind in kinds:
        definitions[schema.ENTRIES[kind].__name__] |= whole_unless_layered(kind)
    properties = {
        kind: {
            "type": "array",
            "items": reference,
            "description": f"The {kind}, each a `[[{kind}]]` table.",
        }
        for kind, reference in zip(kinds, references, strict=True)
    }
    return {
        "$schema": DRAFT,
        "$id": NAME,
        "title": "kzfr database",
        "description": "A file of kzfr: events with their dates, figures, names, tags, and the "
        "sources they rest on.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def describe(name: str, definition: dict[str, Any]) -> None:
    """Add to each field its words and the pattern of its dates, and take null out."""
    properties = definition["properties"]
    for field, found in properties.items():
        clean = without_null(found)
        if field in DATES.get(name, ()):
            clean = {"type": "string", "pattern": DATE if field == "value" else f"^$|{DATE}"}
        properties[field] = (
            {"description": WORDS[field], **clean} if field in WORDS else clean
        )


def without_null(found: dict[str, Any]) -> dict[str, Any]:
    """Take out null and the empty default that stands for it, which TOML cannot write."""
    forms = [form for form in found.get("anyOf", ()) if form.get("type") != "null"]
    if not forms:
        return found
    words = {key: found[key] for key in ("description",) if key in found}
    return {**words, **forms[0]} if len(forms) == 1 else {**words, "anyOf": forms}


def whole_unless_layered(kind: str) -> dict[str, Any]:
    """Ask for the fields of a whole entry unless it changes or hides another."""
    layered = [
        {"properties": {field: {"const": True}}, "required": [field]}
        for field in ("extend", "hidden")
    ]
    return {
        "if": {"not": {"anyOf": layered}},
        "then": {"required": list(schema.REQUIRED[kind])},
    }
