"""Disengagement protocols as they stand: of one person, and the steps due of everybody."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import listed_names, shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Person, Professional, Protocol, ProtocolStep
from coordinator.db.transaction import Reading
from coordinator.domain.cases.protocols import ProtocolRow, StepDue, StepRow
from coordinator.domain.states import ProtocolStatus

_WEEK = timedelta(days=7)
_Steps = Mapping[UUID, Sequence[ProtocolStep]]


def read_protocols(desk: Desk, person_id: UUID) -> tuple[ProtocolRow, ...]:
    """Show every protocol of a person, the newest first.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return protocols_of(desk, look, person_id)


def protocols_of(desk: Desk, look: Reading, person_id: UUID) -> tuple[ProtocolRow, ...]:
    """Show the same of a person the sitter may see, as part of a larger read."""
    found = look.people.about(Protocol, [person_id])
    newest = sorted(found, key=lambda one: (one.started_on, one.id), reverse=True)
    return rows_of(desk, look, newest)


def find_running_protocols(desk: Desk) -> tuple[ProtocolRow, ...]:
    """List the protocols under way of everybody the sitter may see, the first begun first."""
    with desk.read() as look:
        return _running(desk, look)


def find_steps_due(desk: Desk, *, until: date | None = None) -> tuple[StepDue, ...]:
    """List the steps that fall due, the longest overdue first.

    Args:
        desk: Where and by whom.
        until: The last day to list; a week from today when nothing.
    """
    with desk.read() as look:
        return steps_due_of(desk, look, until or desk.today() + _WEEK)


def steps_due_of(desk: Desk, look: Reading, until: date) -> tuple[StepDue, ...]:
    """List the same as part of a larger read."""
    running = _running(desk, look)
    people = look.get_many(Person, [one.person_id for one in running])
    names = listed_names(look, people.values())
    due = [
        StepDue(
            step=step,
            protocol_id=one.id,
            person_id=one.person_id,
            reference=people[one.person_id].reference,
            name=names[one.person_id].name,
            initials_only=names[one.person_id].initials_only,
            days_late=max(0, (desk.today() - step.due_on).days),
        )
        for one in running
        for step in one.open_steps
        if step.due_on <= until
    ]
    return tuple(sorted(due, key=lambda one: (one.step.due_on, one.reference)))


def rows_of(desk: Desk, look: Reading, found: Sequence[Protocol]) -> tuple[ProtocolRow, ...]:
    """Describe protocols of people the sitter may see, in the order given."""
    steps: dict[UUID, list[ProtocolStep]] = {}
    for step in look.protocols.steps_of([one.id for one in found]):
        steps.setdefault(step.protocol_id, []).append(step)
    names = _names(look, found, steps)
    running = [one.person_id for one in found if one.status is ProtocolStatus.RUNNING]
    met = {
        person: at.astimezone(LONDON).date()
        for person, at in look.protocols.back_in_touch(running).items()
    }
    return tuple(_row(one, steps, names, met, desk.today()) for one in found)


def _running(desk: Desk, look: Reading) -> tuple[ProtocolRow, ...]:
    found = look.protocols.running()
    sight = sight_of(desk, look, (one.person_id for one in found))
    people = look.get_many(Person, [one.person_id for one in found])
    standing = [
        one
        for one in found
        if sight.sees(one.person_id)
        and (person := people.get(one.person_id)) is not None
        and person.died_on is None
    ]
    return rows_of(desk, look, standing)


def _names(look: Reading, found: Sequence[Protocol], steps: _Steps) -> Mapping[UUID, str]:
    asked = [one.started_by_id for one in found]
    asked += [one.ended_by_id for one in found if one.ended_by_id]
    for some in steps.values():
        asked += [key for step in some for key in (step.owner_id, step.done_by_id) if key]
    return {key: one.name for key, one in look.get_many(Professional, asked).items()}


def _row(
    one: Protocol,
    steps: _Steps,
    names: Mapping[UUID, str],
    met: Mapping[UUID, date],
    today: date,
) -> ProtocolRow:
    met_on = met.get(one.person_id)
    runs = one.status is ProtocolStatus.RUNNING
    return ProtocolRow(
        id=one.id,
        revision=one.revision,
        person_id=one.person_id,
        case_id=one.case_id,
        started_on=one.started_on,
        started_by=names.get(one.started_by_id, ""),
        why=one.why,
        status=one.status,
        ended_on=one.ended_on,
        ended_by=names.get(one.ended_by_id, "") if one.ended_by_id else "",
        end_note=one.end_note,
        steps=tuple(_step(step, names, today, runs=runs) for step in steps.get(one.id, ())),
        met_on=met_on if runs and met_on and met_on >= one.started_on else None,
    )


def _step(step: ProtocolStep, names: Mapping[UUID, str], today: date, *, runs: bool) -> StepRow:
    return StepRow(
        id=step.id,
        revision=step.revision,
        text=step.text,
        due_on=step.due_on,
        owner_id=step.owner_id,
        owner=names.get(step.owner_id, "") if step.owner_id else "",
        done_on=step.done_on,
        done_by=names.get(step.done_by_id, "") if step.done_by_id else "",
        note=step.note,
        is_overdue=runs and step.done_on is None and step.due_on < today,
    )
