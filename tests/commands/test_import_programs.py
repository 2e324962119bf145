"""`kzfr import` on what twenty programs write, in their own manner; each file is made here after
theirs.
"""

from __future__ import annotations

import pytest

from .desk import Desk
from .test_import_field import calendar, dates, imported

SHOWN = ("--category", "culture", "--no-source", "--dry-run", "--new-names", "--day-first")

TRUMBA = calendar(
    "UID:http://uid.trumba.com/event/1\nSUMMARY:Petition for graduation and to have your name in"
    " the\n  program\nDTSTART;TZID=America/Los_Angeles:20230324T000000\n"
    "DTEND;TZID=America/Los_Angeles:20230324T233000\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE\n"
    'X-TRUMBA-CUSTOMFIELD;NAME="Event Type";ID=12;TYPE=number:Informational',
    head="X-WR-TIMEZONE:America/Los_Angeles\nMETHOD:PUBLISH\n",
)
OWNCLOUD = calendar(
    "CREATED:20161020T130607\nUID:ujihvdbldzg\nSUMMARY:Test\nCLASS:PUBLIC\n"
    "DTSTART;TZID=Europe/Berlin:20161012T090000\nDTEND;TZID=Europe/Berlin:20161012T100000\n"
    "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=a:mailto:a@example.org"
)
EVENTS_CALENDAR = calendar(
    "UID:60-1@example.org\nDTSTART;TZID=America/New_York:20260612T183000\n"
    "DTEND;TZID=America/New_York:20260612T213000\nSUMMARY:Evening &amp\\; talk\n"
    "DESCRIPTION:<p>Ready\\, <b>now</b>&nbsp\\;?</p>\nURL:https://example.org/event/60/\n"
    "ATTACH;FMTTYPE=image/png:https://example.org/a.png\nCATEGORIES:Culture",
)
MODERN_EVENTS = calendar(
    "CLASS:PUBLIC\nDTSTART:20260906T080000Z\nDTEND:20260906T140000Z\nUID:MEC-b5@example.org\n"
    "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=2\nSUMMARY:Market\nCATEGORIES:Markets,Villages\n"
    "LOCATION:Hennef-Lichtenberg",
    head="X-WR-TIMEZONE:Europe/Berlin\n",
)
DISCOURSE = calendar(
    "UID:post_event_1@forum.example.org\nDTSTART:20260915T170000Z\nSUMMARY:Community call\n"
    "URL:/t/community-call/1"
)
OUTLOOK = calendar(
    "UID:040000008200E00074C5B7101A82E008\nSUMMARY;LANGUAGE=fr-FR:Réunion de service\n"
    'DTSTART;TZID="Central Asia Standard Time":20260921T090000\n'
    'DTEND;TZID="Central Asia Standard Time":20260921T093000\nSEQUENCE:2\n'
    "X-ALT-DESC;FMTTYPE=text/html:<html>x</html>\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    head="METHOD:REQUEST\nPRODID:Microsoft Exchange Server 2010\n",
)
APPLE = calendar(
    "UID:7F4A\nDTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026\nSUMMARY:Республика күні\n"
    "TRANSP:TRANSPARENT\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\n"
    'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Place\\nAstana":geo:51.1,71.4',
    head="X-APPLE-CALENDAR-COLOR:#44A703\n",
)
THUNDERBIRD = calendar(
    "UID:5d1ae55f\nDTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20260611T190000\n"
    "DTEND;TZID=/mozilla.org/20070129_1/Europe/Paris:20260612T000000\nSUMMARY:Dîner\n"
    "X-MOZ-GENERATION:1\nX-MOZ-LASTACK:20260610T000000Z"
)
KORGANIZER = (
    calendar(
        "DTSTAMP:20260101T000000Z\nUID:libkcal-1\nORGANIZER;CN=:MAILTO:\nSUMMARY:Fête\n"
        "CLASS:PUBLIC\nPRIORITY:5\nDTSTART;VALUE=DATE:20260714\nTRANSP:OPAQUE"
    )
    + "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:Write\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
)
BARE = "BEGIN:VEVENT\nDTSTART:20260714\nSUMMARY:Bare\nEND:VEVENT\n"
OLD_MAC = calendar("UID:m@x\nDTSTART:20260714\nSUMMARY:Old\\nMac").replace("\r\n", "\r")
PODCASTS = calendar(
    "UID:hpr\nDTSTART:20260704T180000Z\nDTEND:20260704T200000Z\nSUMMARY:Community news\n"
    "RDATE:20260801T180000Z,20260905T180000Z",
    head="X-WR-TIMEZONE:UTC\n",
)
CALENDARS = {
    "trumba": (TRUMBA, ["2023-03-24"]),
    "owncloud": (OWNCLOUD, ["2016-10-12"]),
    "wordpress": (EVENTS_CALENDAR, ["2026-06-12"]),
    "modern-events": (MODERN_EVENTS, ["2026-09-06"]),
    "discourse": (DISCOURSE, ["2026-09-15"]),
    "outlook": (OUTLOOK, ["2026-09-21"]),
    "apple": (APPLE, ["2026-10-25"]),
    "thunderbird": (THUNDERBIRD, ["2026-06-11"]),
    "korganizer": (KORGANIZER, ["2026-07-14"]),
    "no-calendar-around": (BARE, ["2026-07-14"]),
    "old-mac": (OLD_MAC, ["2026-07-14"]),
    "podcasts": (PODCASTS, ["2026-07-04"]),
}


@pytest.mark.parametrize("name", CALENDARS)
def test_calendar_of_a_program_goes_in(desk: Desk, name: str) -> None:
    text, days = CALENDARS[name]
    result = imported(desk, "c.ics", text, *SHOWN)
    assert dates(result) == days, result.stdout + result.stderr
    assert "refused" not in result.stderr


def test_markup_of_a_description_is_no_text(desk: Desk) -> None:
    imported(desk, "c.ics", EVENTS_CALENDAR, "--no-source", "--yes")
    shown = desk.show("evening-talk-2026")
    assert (shown["title"], shown["summary"]) == ("Evening & talk", "Ready, now ?")


GOOGLE = (
    "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\r\n"
    'Weekly sync,15/9/2026,9:30 AM,15/9/2026,10:30 AM,False,"Agenda: roadmap, hiring",Astana\r\n'
    "Company offsite,21/9/2026,,22/9/2026,,True,,\r\n"
)
OUTLOOK_FR = (
    '"Objet","Début","Heure de début","Fin","Heure de fin","Journée entière","Emplacement"\r\n'
    '"Réunion","21/09/2026","09:00:00","21/09/2026","10:00:00","Faux","Astana"\r\n'
    '"Fête","25/10/2026","00:00:00","26/10/2026","00:00:00","Vrai",""\r\n'
)
OUTLOOK_RU = (
    '"Тема","Дата начала","Время начала","Дата завершения","Целый день"\r\n'
    '"Совещание","21.09.2026","9:00:00","21.09.2026","Ложь"\r\n'
)
FESTIVALS = (
    "nom;date_debut;date_fin;latitude;longitude;ville;genre\n"
    "Rock en Seine;2024-06-15;2024-06-17;48.8566;2.3522;Astana;Rock\n"
)
GRAMPS = "from;to;event;link\n1789;1797;George Washington;https://en.wikipedia.org/wiki/GW\n1801;;Census;\n"
KNIGHTLAB = "year,month,day,text,headline\n1969,7,20,First humans on the Moon,Apollo 11\n1989,11,,Fall,Wall\n"
ACCESS = (
    "ID\tDate de l'événement\tIntitulé\n1\t2026-09-13 00:00:00\tVisite\n2\t\tSans date\n"
)
PIPES = "Date | Event | Place\n13 Sep 2026 | Visit | Astana\n"
CABINET = "label,description,hdate,hdate_end,url\nWalpole,Robert Walpole,3 apr 1721,11 feb 1742,https://example.org/w\n"
TABLES = {
    "google": ("csv", GOOGLE, ["2026-09-15", "2026-09-21/2026-09-22"], 0),
    "outlook-fr": ("csv", OUTLOOK_FR, ["2026-09-21", "2026-10-25"], 0),
    "outlook-ru": ("csv", OUTLOOK_RU, ["2026-09-21"], 0),
    "open-data": ("csv", FESTIVALS, ["2024-06-15/2024-06-17"], 0),
    "gramps": ("csv", GRAMPS, ["1789/1797", "1801"], 0),
    "knightlab": ("csv", KNIGHTLAB, ["1969-07-20", "1989-11"], 0),
    "access": ("tsv", ACCESS, ["2026-09-13"], 1),
    "pipes": ("csv", PIPES, ["2026-09-13"], 0),
}


@pytest.mark.parametrize("name", TABLES)
def test_table_of_a_program_goes_in_or_is_refused_row_by_row(desk: Desk, name: str) -> None:
    ending, text, days, refused = TABLES[name]
    result = imported(desk, f"t.{ending}", text, *SHOWN)
    assert dates(result) == days, result.stdout + result.stderr
    assert result.stdout.count("refused  row") == refused
    assert result.returncode == (3 if refused else 0)


def test_table_whose_dates_have_no_name_that_is_known_says_what_to_name(desk: Desk) -> None:
    result = imported(desk, "t.csv", CABINET, *SHOWN)
    assert result.returncode == 3
    assert "must name the columns, one for the date and one for the title" in result.stderr


BROKEN = {
    "DTSTART:INVALID\nSUMMARY:A": "“INVALID” is no date of a calendar",
    "DTSTART:20171032T000000\nSUMMARY:A": "“20171032T000000” is no date of a calendar",
    "SUMMARY:A": "It has no start (DTSTART)",
    "DTSTART:20260714": "It has no title",
}


@pytest.mark.parametrize("lines", BROKEN)
def test_broken_event_is_refused_with_a_sentence(desk: Desk, lines: str) -> None:
    result = imported(
        desk,
        "c.ics",
        calendar(f"UID:a@x\n{lines}", "UID:b@x\nDTSTART:20260714\nSUMMARY:B"),
        *SHOWN,
    )
    assert dates(result) == ["2026-07-14"]
    assert (
        f"refused  row 1  {'A  ' if 'SUMMARY' in lines else ''}{BROKEN[lines]}"
        in result.stdout
    )


@pytest.mark.parametrize("end", ["DTEND:None", "DURATION:P99999999999999D"])
def test_end_that_is_broken_is_left_out_with_a_word(desk: Desk, end: str) -> None:
    result = imported(
        desk, "c.ics", calendar(f"UID:a@x\nDTSTART:20260714\n{end}\nSUMMARY:A"), *SHOWN
    )
    assert dates(result) == ["2026-07-14"]
    assert "end left out, since it cannot be read" in result.stdout


def test_title_of_a_sheet_of_timelinejs_is_left_out(desk: Desk) -> None:
    text = "Year,Headline,Text,Type\n,All of it,,title\n2013,One,,\n"
    result = imported(desk, "t.csv", text, *SHOWN)
    assert dates(result) == ["2013"]
    assert "the title of the timeline, left out  All of it" in result.stdout


def test_year_before_the_first_is_refused_as_one(desk: Desk) -> None:
    result = imported(desk, "t.csv", "Year,Event\n-3500,Wheel\n", *SHOWN)
    assert "“-3500” is not a date: years go from 0001 to 9999." in result.stdout
