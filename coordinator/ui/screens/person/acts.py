"""The acts behind the forms of a person's page, made of what was answered; no Qt."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.cases.phases import (
    close_case,
    move_phase,
    pause_case,
    reopen_case,
    resume_case,
    set_next_review,
    set_priority,
)
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.leads.agreeing import agree_lead, end_lead, hand_over
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import (
    add_alias,
    add_identifier,
    correct_person,
    record_death,
    remove_alias,
    remove_identifier,
    withdraw_death,
)
from coordinator.casework.people.safety import (
    add_risk,
    add_strength,
    add_warning,
    end_risk,
    end_warning,
    remove_strength,
    review_risk,
    review_warning,
)
from coordinator.domain.cases.rules import Closing, MoveIn
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.safety import RiskRow, WarningRow
from coordinator.ui.kit.asks import Question, reasons_in
from coordinator.ui.shared.who_may_see import chosen

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def logging(person: UUID, values: Values, _seen: int) -> Act:
    """Keep a try at contact."""

    def act(desk: Desk) -> Done[Any]:
        new = NewContact(
            person,
            datetime.combine(values["on"], values["at"], tzinfo=LONDON),
            values["type"],
            values["result"],
            worker_id=values["worker_id"],
            place=values["place"],
            words=values["words"],
            with_whom=values["with_whom"],
            sensitivity=chosen(values),
        )
        return log_contact(desk, new)

    return given(values, ("result", "type", "worker_id", "on", "at"), act)


def agreeing_lead(case: UUID, values: Values, _seen: int) -> Act:
    """Name the lead professional."""
    said = {name: values[name] for name in ("from_on", "person_told")}
    act = partial(agree_lead, case_id=case, professional_id=values["professional_id"], **said)
    return given(values, ("professional_id",), act)


def handing_over(case: UUID, values: Values, _seen: int) -> Act:
    """End one lead and begin the next."""
    said = {name: values[name] for name in ("note", "person_told", "on")}
    act = partial(
        hand_over,
        case_id=case,
        professional_id=values["professional_id"],
        reasons=reasons_in(values),
        **said,
    )
    return given(values, ("professional_id",), act)


def ending_lead(case: UUID, values: Values, _seen: int) -> Act:
    """End a lead without a successor."""
    return partial(end_lead, case_id=case, **values)


def moving_phase(case: UUID, values: Values, _seen: int) -> Act:
    """Say where the person is now."""
    home = MoveIn(
        values["moved_in_on"],
        values["contact_rhythm"],
        values["tenancy_contact"],
        values["contact_every"],
    )
    reasons = reasons_in(values)
    return partial(move_phase, case_id=case, phase=values["phase"], move_in=home, reasons=reasons)


def setting_review(case: UUID, values: Values, _seen: int) -> Act:
    """Say when the panel looks again."""
    said = {"on": values["next_review_on"], "reason": values["reason"]}
    return given(values, ("next_review_on",), partial(set_next_review, case_id=case, **said))


def setting_priority(case: UUID, values: Values, _seen: int) -> Act:
    """Say how urgently the panel takes the person."""
    return partial(set_priority, case_id=case, **values)


def pausing(case: UUID, values: Values, _seen: int) -> Act:
    """Let the case rest."""
    said = {name: values[name] for name in ("look_again_on", "reason")}
    act = partial(pause_case, case_id=case, because=values["pause_reason"], **said)
    return given(values, ("pause_reason", "look_again_on"), act)


def resuming(case: UUID, values: Values, _seen: int) -> Act:
    """Take the case up again."""
    return partial(resume_case, case_id=case, **values)


def closing(case: UUID, values: Values, _seen: int) -> Act:
    """Close the case, with what is said at its end."""
    said = Closing(
        because=values["close_reason"],
        note=values["close_note"],
        person_told=values["person_told"],
        remaining_risk=values["remaining_risk"],
        risk_held_by=values["risk_held_by"],
        learning=values["learning"],
        reasons=reasons_in(values),
    )
    return given(values, ("close_reason",), partial(close_case, case_id=case, closing=said))


def reopening(case: UUID, values: Values, _seen: int) -> Act:
    """Begin a new period."""
    return partial(reopen_case, closed_id=case, **values)


def correcting(person: UUID, question: Question, values: Values, seen: int) -> Act:
    """Change what was answered differently from what stood there."""
    said = question.changed(values)
    return partial(correct_person, person_id=person, seen=seen, **_blank(said))


def naming(person: UUID, values: Values, _seen: int) -> Act:
    """Note another name."""
    return partial(add_alias, person_id=person, **values)


def unnaming(alias: UUID, values: Values, _seen: int) -> Act:
    """Take a name off."""
    return partial(remove_alias, alias_id=alias, **values)


def numbering(person: UUID, values: Values, _seen: int) -> Act:
    """Note a number held elsewhere."""
    return partial(add_identifier, person_id=person, **values)


def unnumbering(number: UUID, values: Values, _seen: int) -> Act:
    """Take a number off."""
    return partial(remove_identifier, identifier_id=number, **values)


def dying(person: UUID, values: Values, _seen: int) -> Act:
    """Record a death."""
    said = {
        "died_on": values["died_on"],
        "source": values["death_source"],
        "review": values["death_review"],
    }
    return given(values, ("died_on",), partial(record_death, person_id=person, **said))


def undying(person: UUID, values: Values, _seen: int) -> Act:
    """Take a death back."""
    return partial(withdraw_death, person_id=person, **values)


def warning(person: UUID, values: Values, _seen: int) -> Act:
    """Note what to know before a visit."""
    return given(values, ("review_on",), partial(add_warning, person_id=person, **values))


def risking(person: UUID, values: Values, _seen: int) -> Act:
    """Note a risk."""
    return given(values, ("review_on",), partial(add_risk, person_id=person, **values))


def reviewing(row: WarningRow | RiskRow, question: Question, values: Values, seen: int) -> Act:
    """Let a warning or a risk stand until another day."""
    said = question.changed(values) | {"review_on": values["review_on"]}
    if isinstance(row, WarningRow):
        act = partial(review_warning, warning_id=row.id, seen=seen, **said)
    else:
        act = partial(review_risk, risk_id=row.id, seen=seen, **said)
    return given(values, ("review_on",), act)


def ending_note(row: WarningRow | RiskRow, values: Values, _seen: int) -> Act:
    """End a warning or a risk."""
    if isinstance(row, WarningRow):
        return partial(end_warning, warning_id=row.id, **values)
    return partial(end_risk, risk_id=row.id, **values)


def strengthening(person: UUID, values: Values, _seen: int) -> Act:
    """Note a strength."""
    return partial(add_strength, person_id=person, **values)


def weakening(strength: UUID, values: Values, _seen: int) -> Act:
    """Take a strength off the list."""
    return partial(remove_strength, strength_id=strength, **values)


def given(values: Values, wanted: tuple[str, ...], act: Act) -> Act:
    """Refuse, where the act would be done, what leaves open what cannot be left open."""
    wrong = {name: "required" for name in wanted if values[name] is None}

    def checked(desk: Desk) -> Done[Any]:
        if wrong:
            raise InvalidFieldsError(wrong)
        return act(desk)

    return checked


def _blank(said: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in said.items()
    }
