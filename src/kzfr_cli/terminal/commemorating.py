"""What `kzfr anniversary` asks for, and what it leaves out."""

from __future__ import annotations

from kzfr_cli.answers.commemorations import Commemorations
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Counting
from kzfr_cli.terminal import asked, output, run
from kzfr_cli.terminal.output import Output
from kzfr_cli.views.anniversaries import AnniversaryListView

SHOWN = 20
"""Anniversaries of each kind of match that are shown when no limit is given, the nearest and round
ones first.
"""


def answer(
    limit: int | None, to: Output, days: asked.Days, counting: Counting, filters: Filters
) -> object:
    """View the anniversaries that the options ask for, as the format wants them."""
    asked.refuse_both({"--next": days.number}, {"--limit": limit or None})
    session = run.session()
    rules = session.rules(counting, filters)
    shape = session.shape(registry.shape_of(to.fmt, of_events=False), rules)
    is_cut = limit is None and days.years is None and shape.is_listing
    shown = SHOWN if is_cut else limit
    wanted = days.anniversaries(session.today, rules, shown or None)
    return session.database.ask(Commemorations(wanted, shape))


def tell_cut(view: object, to: Output) -> None:
    """Say on stderr how many anniversaries the limit left out of a listing that has no room to say
    it.
    """
    if to.fmt == "text" or not isinstance(view, AnniversaryListView):
        return
    left_out = sum(view.totals.values()) - len(view.rows)
    if left_out > 0:
        one, many = NN_(
            "{count} more is left out: --limit 0 shows all.",
            "{count} more are left out: --limit 0 shows all.",
        )
        output.tell(run.session().catalogue.plural(one, many, left_out, count=left_out))
