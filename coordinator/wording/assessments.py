"""What somebody was assessed with elsewhere, in words."""

from datetime import date

from coordinator.domain.people.assessments import AssessmentRow
from coordinator.wording import dates
from coordinator.wording.names import isolated
from coordinator.wording.translation import _


def assessment_words(one: AssessmentRow, today: date, *, with_tool: bool = True) -> str:
    """Say the tool, what came out, when, by whom, and where it is held; never its content."""
    said = one.assessment
    tool = isolated(said.tool) if with_tool else ""
    held = _("held: {where}", where=said.held_where) if said.held_where else ""
    day = dates.day(said.done_on, today) if said.done_on else ""
    parts = (tool, said.result, day, said.done_by, one.agency, held)
    return ", ".join(filter(None, parts))
