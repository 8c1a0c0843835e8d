"""The action tracker, read for one audience and put into words."""

from collections.abc import Sequence

from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.domain.actions.rows import ActionRow, Totals, TrackerFilter
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.papers.bare import tells_all, told_actions
from coordinator.papers.withholding import without_withheld
from coordinator.wording.dates import day
from coordinator.wording.translation import _

ALL = TrackerFilter()


def tracker_model(desk: Desk, audience: Audience, wanted: TrackerFilter = ALL) -> Tracker:
    """Read every open action and those closed lately: all, or those of the audience's agency.

    Args:
        desk: Who asks.
        audience: For whom it is.
        wanted: What it is narrowed to; the paper says so.
    """
    return without_withheld(desk, tracker_of(desk, audience, wanted), audience)


def tracker_of(desk: Desk, audience: Audience, wanted: TrackerFilter = ALL) -> Tracker:
    """Read the same as it was typed, for a paper that is read for names as a whole."""
    tracker = read_tracker(desk, agency_id=audience.agency, wanted=wanted, reader=audience.reader)
    people = list(dict.fromkeys(row.person_id for row in tracker.rows if row.person_id))
    facts = {} if tells_all(audience) else read_case_facts(desk, people, reader=audience.reader)
    rows = tuple(told_actions(tracker.rows, facts, audience))
    panel = read_panel_face(desk)
    return Tracker(
        imprint=lines.imprint(panel, audience, _("Actions"), desk.today()),
        actions=tuple(lines.action_line(row, desk.today()) for row in rows),
        agency=tracker.agency,
        scope=_("Open, and closed since {day}", day=day(tracker.closed_since, desk.today())),
        totals=_totals(tracker.totals),
        narrowed=_narrowed(wanted, rows),
    )


def _narrowed(wanted: TrackerFilter, rows: Sequence[ActionRow]) -> str:
    """Say what a tracker is narrowed to, in words that are on its list already.

    Somebody of whom nothing is on it is not named: its reader may not know of them.
    """
    first = next(iter(rows), None)
    said = []
    if wanted.owner_id is not None:
        owner = first.owner.name if first is not None else ""
        said.append(_("owner {name}", name=owner) if owner else _("one owner"))
    if wanted.person_id is not None:
        person = lines.in_a_list(first.reference, first.name) if first is not None else ""
        said.append(_("about {who}", who=person) if person else _("about one person"))
    if wanted.of_places:
        said.append(_("of place plans"))
    if wanted.overdue:
        said.append(_("past their date"))
    return _("Only: {what}", what="; ".join(said)) if said else ""


def _totals(totals: Totals) -> tuple[Fact, ...]:
    return (
        Fact(_("Open"), str(totals.open)),
        Fact(_("Past their date"), str(totals.overdue)),
        Fact(_("Done on time"), _percent(totals.on_time_percent)),
        Fact(_("Could not be done"), _percent(totals.could_not_percent)),
    )


def _percent(value: int | None) -> str:
    return "" if value is None else f"{value}%"
