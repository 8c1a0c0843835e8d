"""What a meeting agreed to ask, as its minutes say it: once they went out, as it was then."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.counting import asked_line
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Escalation, Meeting
from coordinator.domain.escalations.views import AskedLine
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.states import Sensitivity


def find_agreed_at(
    desk: Desk, meeting_id: UUID, people: Collection[UUID], *, reader: Reader | None = None
) -> tuple[tuple[UUID, AskedLine], ...]:
    """Give what a meeting agreed to ask about some of its people, with whom each is about.

    What is restricted has no line in the minutes, whoever reads them.

    Args:
        desk: Who asks.
        meeting_id: Where it was agreed.
        people: Those who stood on its agenda.
        reader: For whom a paper is made, besides the sitter.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        found = look.escalations.agreed_at(meeting_id, people)
        travels = how_far.of_escalations(look, found)
        sight = sight_of(desk, look, people, reader)
        said = look.agendas.said_when_issued(meeting_id, [one.id for one in found])
        lines: list[tuple[UUID, AskedLine]] = []
        for one in found:
            then = said.get(one.id, {})
            was_there = bool(then) if meeting.issued_on is not None else not _slip(one)
            is_open = travels[one.id] is Sensitivity.STANDARD
            if one.person_id and was_there and is_open and sight.sees(one.person_id):
                lines.append((one.person_id, _then(asked_line(one), then)))
        return tuple(lines)


def _slip(one: Escalation) -> bool:
    """Whether it was marked and taken back again before anybody was asked."""
    return one.outcome is EscalationOutcome.WITHDRAWN and one.sent_on is None


def _then(line: AskedLine, then: Mapping[str, Any]) -> AskedLine:
    if not then:
        return line
    by = then.get("respond_by")
    return replace(
        line,
        ask=then.get("ask", ""),
        receiver=then.get("receiver", ""),
        receiver_role=then.get("receiver_role", ""),
        respond_by=date.fromisoformat(by) if by else None,
    )
