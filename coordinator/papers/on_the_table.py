"""An agenda without what few may read: it lies on the table, whoever its copy is for.

Its own copy keeps every line, its place and its time, so that whoever runs the meeting knows that
there is something; what it says they read on the screen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.meetings.views import Agenda, AgendaEntry
from coordinator.domain.need_to_know.rule import allowed, in_the_room
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.states import Sensitivity
from coordinator.wording.agendas import restricted_here


def without_restricted(desk: Desk, agenda: Agenda, audience: Audience) -> Agenda:
    """Give an agenda that was read for one audience as everybody in the room may read it.

    Raises:
        MissingRecordError: The meeting is gone.
    """
    reader = audience.reader
    if reader is not None and Sensitivity.RESTRICTED not in allowed(reader):
        return agenda
    room = in_the_room(reader.agency, reader.professional) if reader else in_the_room(None)
    bare = read_agenda(desk, agenda.header.row.id, reader=room)
    entries = {one.id: one for one in bare.entries}
    actions = {one.id: one for one in bare.actions}
    return replace(
        agenda,
        entries=tuple(_entries(agenda, entries)),
        actions=tuple(actions.get(one.id) or _action(one) for one in agenda.actions),
    )


def _entries(agenda: Agenda, bare: Mapping[UUID, AgendaEntry]) -> Iterator[AgendaEntry]:
    for one in agenda.entries:
        told = bare.get(one.id)
        if told is None:
            yield _line(one)
        elif told.urgent_reason != one.urgent_reason:
            yield replace(told, number=one.number, urgent_reason=restricted_here())
        else:
            yield replace(told, number=one.number)


def _line(one: AgendaEntry) -> AgendaEntry:
    """Give a line about something that is restricted as a whole: what was asked of somebody."""
    asked = one.escalation
    return replace(
        one,
        title="",
        outcome_sought="",
        urgent_reason="",
        replies=(),
        forums=(),
        unsettled=(),
        escalation=asked
        and replace(
            asked,
            ask=restricted_here(),
            answer="",
            conditions="",
            receiver="",
            receiver_role="",
            outcome=None,
        ),
    )


def _action(one: ActionRow) -> ActionRow:
    return replace(
        one,
        text=restricted_here(),
        outcome_note="",
        waiting_on="",
        barrier_category=None,
        barrier=None,
        last=None,
        goal="",
        unsettled=(),
    )
