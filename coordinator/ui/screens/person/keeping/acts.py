"""The acts behind these forms, made of what was answered; no Qt."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.cases.phases import change_home
from coordinator.casework.cases.protocols import (
    arrange_step,
    end_protocol,
    start_protocol,
    take_step,
)
from coordinator.casework.desk import Desk
from coordinator.casework.housing.log import (
    appeal_refusal,
    apply_for_home,
    barrier_from_refusal,
    end_constraint,
    move_application,
    note_constraint,
    refuse_home,
    settle_appeal,
)
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.outcomes import Done
from coordinator.domain.states import HousingStep
from coordinator.ui.kit.asks import Question
from coordinator.ui.shared.who_may_see import chosen

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def starting(case: UUID, values: Values, _seen: int) -> Act:
    """Begin the steps."""
    return partial(start_protocol, case_id=case, why=values["why"] or "")


def taking(step: UUID, values: Values, _seen: int) -> Act:
    """Take a step."""
    return partial(take_step, step_id=step, note=values["note"] or "", done_on=values["done_on"])


def arranging(step: UUID, values: Values, seen: int) -> Act:
    """Say who takes a step, and by when."""
    due: date | None = values["due_on"]
    if due is None:
        return _refusing("due_on")
    owner = values["owner_id"]
    return partial(arrange_step, step_id=step, seen=seen, owner_id=owner, due_on=due)


def ending(protocol: UUID, values: Values, _seen: int) -> Act:
    """End the steps."""
    note = values["end_note"] or ""
    return partial(end_protocol, protocol_id=protocol, how=values["how"], note=note)


def changing_home(case: UUID, question: Question, values: Values, seen: int) -> Act:
    """Keep what was agreed about the home."""
    return partial(change_home, case_id=case, seen=seen, **question.changed(values))


def applying(person: UUID, values: Values, _seen: int) -> Act:
    """Keep an application."""
    new = NewApplication(
        values["provider_id"],
        values["provider"] or "",
        values["what"] or "",
        values["applied_on"],
        chosen(values),
    )
    return partial(apply_for_home, person_id=person, new=new)


def answering(application: UUID, values: Values, seen: int) -> Act:
    """Keep what the provider said."""
    step, on = values["status"], values["status_on"]
    if step is not HousingStep.REFUSED:
        return partial(move_application, application_id=application, step=step, seen=seen, on=on)
    if values["refusal"] is None:
        return _refusing("refusal")
    words = values["refusal_words"] or ""
    refused = Refused(values["refusal"], words, on, values["appeal_by"])
    return partial(refuse_home, application_id=application, refused=refused, seen=seen)


def appealing(application: UUID, values: Values, seen: int) -> Act:
    """Keep an appeal."""
    said = {"note": values["note"] or "", "on": values["on"]}
    return partial(appeal_refusal, application_id=application, seen=seen, **said)


def settling(application: UUID, values: Values, seen: int) -> Act:
    """Keep what became of an appeal."""
    if values["result"] is None:
        return _refusing("result")
    said = {"note": values["note"] or "", "on": values["on"], "result": values["result"]}
    return partial(settle_appeal, application_id=application, seen=seen, **said)


def naming_barrier(application: UUID, _values: Values, _seen: int) -> Act:
    """Make a barrier of a refusal."""
    return partial(barrier_from_refusal, application_id=application)


def noting(person: UUID, values: Values, _seen: int) -> Act:
    """Note what a home must allow for."""
    if values["constraint"] is None:
        return _refusing("constraint")
    return partial(
        note_constraint,
        person_id=person,
        constraint=values["constraint"],
        details=values["details"] or "",
        sensitivity=values["sensitivity"],
    )


def dropping(constraint: UUID, values: Values, _seen: int) -> Act:
    """Take off what no longer holds."""
    return partial(end_constraint, constraint_id=constraint, reason=values["reason"] or "")


def _refusing(name: str) -> Act:
    """Refuse, where the act would be done, what leaves open what cannot be left open."""

    def refuse(_desk: Desk) -> Done[Any]:
        raise InvalidFieldsError({name: "required"})

    return refuse
