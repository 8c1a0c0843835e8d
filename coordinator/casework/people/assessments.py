"""Keeping that another agency assessed somebody: the fact and its result, never its content."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Agency, OutsideAssessment
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.outcomes import Done
from coordinator.domain.people import assessments as rules
from coordinator.domain.people.assessments import Assessment, AssessmentRow
from coordinator.domain.people.rules import check_since_birth
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right

_TEXTS = ("tool", "result", "done_by", "held_where", "note")


def note_assessment(desk: Desk, person_id: UUID, assessment: Assessment) -> Done[UUID]:
    """Keep that somebody was assessed elsewhere.

    Raises:
        InvalidFieldsError: No tool, no day, a day ahead or before they were born, or a tool that
            scores past adversity.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person or agency, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_assessment(assessment, desk.today())
        person = living_person(desk, tx, person_id, assessment.sensitivity)
        check_since_birth(person.born_on, done_on=assessment.done_on)
        made = tx.add(
            OutsideAssessment(id=desk.new_id(), person_id=person_id, **_stored(tx, assessment))
        )
        tx.journal("assessment.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_assessment(
    desk: Desk, assessment_id: UUID, assessment: Assessment, *, seen: int
) -> Done[int]:
    """Say anew what is known of an assessment; gives the new revision.

    Raises:
        InvalidFieldsError: As for `note_assessment`.
        GuardError: `assessment-ended`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_assessment(assessment, desk.today())
        one = _standing(desk, tx, assessment_id)
        person = living_person(desk, tx, one.person_id, assessment.sensitivity)
        check_since_birth(person.born_on, done_on=assessment.done_on)
        put(tx, one, seen=seen, fields=_stored(tx, assessment))
        tx.journal("assessment.changed", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def end_assessment(desk: Desk, assessment_id: UUID, *, reason: str) -> Done[None]:
    """Say that an assessment counts no more, or was none.

    Raises:
        ReasonNeededError: `assessment-ended`.
        GuardError: `assessment-ended`, `person-died`.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    need_reason(reason, "assessment-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = _standing(desk, tx, assessment_id)
        one.ended_on, one.end_reason = desk.today(), reason
        tx.journal("assessment.ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def assessments_about(
    look: Reading, people: Iterable[UUID], sight: Sight
) -> Mapping[UUID, tuple[AssessmentRow, ...]]:
    """Give what these people were assessed with elsewhere, the latest first.

    Args:
        look: Where to look.
        people: Whose; who has none is not in it.
        sight: What its readers may see.
    """
    found = [
        one
        for one in look.people.about(OutsideAssessment, list(people))
        if sight.sees(one.person_id, one.sensitivity)
    ]
    agencies = look.get_many(Agency, [one.agency_id for one in found if one.agency_id])
    rows: dict[UUID, list[AssessmentRow]] = {}
    for one in sorted(found, key=lambda each: each.done_on or date.min, reverse=True):
        agency = agencies.get(one.agency_id) if one.agency_id else None
        rows.setdefault(one.person_id, []).append(_row(one, agency.name if agency else ""))
    return {key: tuple(sorted(own, key=_is_over)) for key, own in rows.items()}


def _is_over(row: AssessmentRow) -> bool:
    return row.ended_on is not None


def _standing(desk: Desk, tx: Transaction, assessment_id: UUID) -> OutsideAssessment:
    one = tx.get(OutsideAssessment, assessment_id)
    living_person(desk, tx, one.person_id, one.sensitivity)
    rules.check_counts(one.ended_on)
    return one


def _stored(tx: Transaction, assessment: Assessment) -> dict[str, Any]:
    if assessment.agency_id is not None:
        tx.get(Agency, assessment.agency_id)
    said = asdict(assessment)
    return said | {name: said[name].strip() for name in _TEXTS}


def _row(one: OutsideAssessment, agency: str) -> AssessmentRow:
    said = Assessment(
        one.tool,
        one.done_on,
        one.result,
        one.done_by,
        one.agency_id,
        one.held_where,
        one.note,
        one.sensitivity,
    )
    return AssessmentRow(one.id, one.revision, said, agency, one.ended_on, one.end_reason)
