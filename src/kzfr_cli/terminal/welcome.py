"""What `kzfr` alone shows: what is celebrated today and in the coming week, and three commands to
try.
"""

from __future__ import annotations

from kzfr_cli.core import edtf
from kzfr_cli.queries import anniversaries
from kzfr_cli.terminal import output, run
from kzfr_cli.views import anniversaries as views

WEEK = 7


def show() -> None:
    """Greet with the week's anniversaries."""
    session = run.session()
    found = anniversaries.coming(session.index, session.today, days=WEEK + 1, rules=session.rules())
    words = session.speaker.date(edtf.parse(session.today.isoformat()), weekday=True)
    output.show(
        views.welcome(found, session.speaker, asked=session.today.isoformat(), asked_words=words)
    )
