"""What `kzfr` alone shows: what is celebrated today and in the coming week, and three commands to
try.
"""

from __future__ import annotations

from kzfr_cli.commands import options
from kzfr_cli.core import edtf
from kzfr_cli.queries import anniversaries
from kzfr_cli.views import anniversaries as views

WEEK = 7


def show() -> None:
    """Greet with the week's anniversaries."""
    app = options.current_app()
    found = anniversaries.coming(app.index, app.today, days=WEEK + 1, rules=app.rules())
    words = app.speaker.date(edtf.parse(app.today.isoformat()), weekday=True)
    options.show(views.welcome(found, app.speaker, asked=app.today.isoformat(), asked_words=words))
