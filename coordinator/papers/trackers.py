"""The action tracker, read for one audience and put into words."""

from coordinator.casework.action_lists import read_tracker
from coordinator.casework.desk import Desk
from coordinator.casework.paper_reads import read_panel_face
from coordinator.domain.action_rows import Totals
from coordinator.domain.case_sheets import Audience
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.tracker import Tracker
from coordinator.papers import lines
from coordinator.papers.withholding import without_withheld
from coordinator.wording.dates import day
from coordinator.wording.translation import _


def tracker_model(desk: Desk, audience: Audience) -> Tracker:
    """Read every open action and those closed lately: all, or those of the audience's agency."""
    tracker = read_tracker(desk, agency_id=audience.agency, reader=audience.reader)
    panel = read_panel_face(desk)
    whole = Tracker(
        imprint=lines.imprint(panel, audience, _("Actions"), desk.today()),
        actions=tuple(lines.action_line(row) for row in tracker.rows),
        agency=tracker.agency,
        scope=_("Open, and closed since {day}", day=day(tracker.closed_since)),
        totals=_totals(tracker.totals),
    )
    return without_withheld(desk, whole, audience)


def _totals(totals: Totals) -> tuple[Fact, ...]:
    return (
        Fact(_("Open"), str(totals.open)),
        Fact(_("Past their date"), str(totals.overdue)),
        Fact(_("Done on time"), _percent(totals.on_time_percent)),
        Fact(_("Could not be done"), _percent(totals.could_not_percent)),
    )


def _percent(value: int | None) -> str:
    return "" if value is None else f"{value} %"
