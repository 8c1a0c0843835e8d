"""Measures of a place plan: from where, to where, by which source, with what care; readings."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.places.nameless import check_nameless
from coordinator.casework.places.plans import open_plan, priority_to_change, trimmed
from coordinator.db.models import PlaceMeasure, PlacePlan, PlaceReading
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.places import rules
from coordinator.domain.places.rules import MEASURE_TEXTS, READING_TEXTS, NewMeasure, NewReading
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def add_place_measure(
    desk: Desk, plan_id: UUID, new: NewMeasure, *, nobody_is_meant: bool = False
) -> Done[UUID]:
    """Say by what a plan, or one of its priorities, is told to work.

    Raises:
        InvalidFieldsError: Words or source are missing, a day cannot be, the priority is another
            plan's, or somebody is named.
        GuardError: `place-plan-ended`, `ended-already`.
        MissingRecordError: No such plan or priority.
    """
    with desk.act(Right.DECIDE) as tx:
        fields: dict[str, Any] = {
            "title": new.title.strip(),
            "unit": new.unit.strip(),
            "baseline": new.baseline.strip(),
            "baseline_on": new.baseline_on,
            "target": new.target.strip(),
            "target_on": new.target_on,
            "source": new.source.strip(),
            "caveat": new.caveat.strip(),
        }
        rules.check_measure(fields, desk.today())
        plan = open_plan(tx, plan_id)
        _check_priority(tx, plan, new.priority_id)
        why = check_nameless(
            desk, tx, plan, fields, MEASURE_TEXTS, nobody_is_meant=nobody_is_meant
        )
        made = PlaceMeasure(
            id=desk.new_id(), plan_id=plan.id, priority_id=new.priority_id, **fields
        )
        tx.add(made)
        tx.journal("place_measure.added", record=plan.id, reason=why)
    return Done(made.id, tx.changes)


def describe_place_measure(
    desk: Desk, measure_id: UUID, *, seen: int, nobody_is_meant: bool = False, **fields: Any
) -> Done[int]:
    """Change a measure; gives the new revision.

    Raises:
        InvalidFieldsError, GuardError, MissingRecordError: As for `add_place_measure`.
        StaleRecordError: Somebody else changed the same field meanwhile.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_known("measure", fields)
        measure, plan = _measure_to_change(tx, measure_id)
        days = {"baseline_on": measure.baseline_on, "target_on": measure.target_on}
        rules.check_measure({**days, **fields}, desk.today())
        _check_priority(tx, plan, fields.get("priority_id"))
        why = check_nameless(
            desk, tx, plan, fields, MEASURE_TEXTS, nobody_is_meant=nobody_is_meant
        )
        put(tx, measure, seen=seen, fields=trimmed(fields))
        tx.journal("place_measure.described", record=plan.id, reason=why)
    return Done(measure.revision, tx.changes)


def end_place_measure(
    desk: Desk, measure_id: UUID, *, seen: int, reason: str, nobody_is_meant: bool = False
) -> Done[int]:
    """Say that a measure is read no longer, and why; what was read stays.

    Raises:
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody.
        GuardError: `place-plan-ended`, `ended-already`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "place-measure-ended")
        measure, plan = _measure_to_change(tx, measure_id)
        fields = {"end_reason": reason}
        check_nameless(desk, tx, plan, fields, MEASURE_TEXTS, nobody_is_meant=nobody_is_meant)
        ended = {"ended_on": desk.today(), "end_reason": reason.strip()}
        put(tx, measure, seen=seen, fields=ended)
        tx.journal("place_measure.ended", record=plan.id, reason=reason.strip())
    return Done(measure.revision, tx.changes)


def record_place_reading(
    desk: Desk, measure_id: UUID, new: NewReading, *, nobody_is_meant: bool = False
) -> Done[UUID]:
    """Record what a measure stood at on a day, by whose figures.

    Raises:
        InvalidFieldsError: No value, a day to come, or somebody is named.
        GuardError: `place-plan-ended`, `ended-already`.
        MissingRecordError: No such measure.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_reading(new, desk.today())
        measure, plan = _measure_to_change(tx, measure_id)
        fields = {"value": new.value.strip(), "source": new.source.strip() or measure.source}
        why = check_nameless(
            desk, tx, plan, fields, READING_TEXTS, nobody_is_meant=nobody_is_meant
        )
        made = PlaceReading(
            id=desk.new_id(),
            measure_id=measure.id,
            read_on=new.read_on or desk.today(),
            recorded_by_id=desk.sitter.professional,
            **fields,
        )
        tx.add(made)
        tx.journal("place_reading.recorded", record=plan.id, reason=why)
    return Done(made.id, tx.changes)


def remove_place_reading(desk: Desk, reading_id: UUID, *, reason: str) -> Done[None]:
    """Take back a reading that was wrong; it stays in the history.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `place-plan-ended`, `ended-already`.
        MissingRecordError: No such reading.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "place-reading-removed")
        reading = tx.get(PlaceReading, reading_id)
        _measure, plan = _measure_to_change(tx, reading.measure_id)
        reading.removed = True
        tx.journal("place_reading.removed", record=plan.id, reason=reason.strip())
    return Done(None, tx.changes)


def _measure_to_change(tx: Transaction, measure_id: UUID) -> tuple[PlaceMeasure, PlacePlan]:
    measure = tx.get(PlaceMeasure, measure_id)
    plan = open_plan(tx, measure.plan_id)
    if measure.ended_on is not None:
        raise GuardError("ended-already")
    return measure, plan


def _check_priority(tx: Transaction, plan: PlacePlan, priority: UUID | None) -> None:
    if priority is not None and priority_to_change(tx, priority)[1].id != plan.id:
        raise InvalidFieldsError({"priority_id": "unknown"})
