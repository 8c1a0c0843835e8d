"""Noting warnings, risks and strengths, looking at them again, and ending them with a reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person, may_have, shown_person
from coordinator.db.models import (
    Professional,
    Risk,
    Strength,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.transaction import Reading
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.need_to_know.sharing import review_is_due
from coordinator.domain.outcomes import Done
from coordinator.domain.people import safety as rules
from coordinator.domain.people.safety import RiskRow, Safety, SafetyNote, StrengthRow, WarningRow
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import RiskStatus, Sensitivity

_SAID = frozenset({"text", "source", "person_told", "not_told_reason", "sensitivity"})
_OF_RISK = frozenset(
    {"area", "severity", "to_whom", "triggers", "controls", "what_we_do", "level"}
    | {"not_told_agreed_by"}
)


def add_warning(
    desk: Desk,
    person_id: UUID,
    *,
    noted_on: date | None = None,
    review_on: date | None = None,
    **fields: Any,
) -> Done[UUID]:
    """Note what a worker must know before they meet the person.

    Args:
        desk: Where and by whom.
        person_id: About whom.
        noted_on: Today when nothing.
        review_on: At most a year off; in 90 days when nothing.
        fields: `text`, `source`, `person_told`, `not_told_reason`, `sensitivity`.

    Raises:
        InvalidFieldsError: It does not say what, or a day cannot be.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    values = _noted(desk, fields, _SAID, noted_on, review_on)
    return _add(desk, Warning, person_id, values)


def add_risk(
    desk: Desk,
    person_id: UUID,
    *,
    noted_on: date | None = None,
    review_on: date | None = None,
    **fields: Any,
) -> Done[UUID]:
    """Note what could happen, to whom, and what keeps it from happening.

    Args:
        desk: Where and by whom.
        person_id: About whom.
        noted_on: Today when nothing.
        review_on: At most a year off; in 90 days when nothing.
        fields: As for a warning, and `area`, `severity`, `to_whom`, `triggers`, `controls`,
            `what_we_do`, `level`, `not_told_agreed_by`.

    Raises:
        InvalidFieldsError: It does not say what, or a day cannot be; nobody agreed that the
            person is not told.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    values = _noted(desk, fields, _SAID | _OF_RISK, noted_on, review_on)
    rules.check_not_told(values["person_told"], values.get("not_told_agreed_by", ""))
    return _add(desk, Risk, person_id, values)


def review_warning(
    desk: Desk, warning_id: UUID, *, seen: int, review_on: date, **fields: Any
) -> Done[int]:
    """Look at a warning again: it stands until the new day, in these words; gives the revision.

    Raises:
        GuardError: `risk-ended`, `person-died`.
        InvalidFieldsError, StaleRecordError, MissingRecordError, WithheldError: As elsewhere.
    """
    return _review(desk, Warning, warning_id, seen, {**fields, "review_on": review_on})


def review_risk(
    desk: Desk, risk_id: UUID, *, seen: int, review_on: date, **fields: Any
) -> Done[int]:
    """Look at a risk again: it stands until the new day, in these words; gives the revision.

    Raises:
        GuardError: `risk-ended`, `person-died`.
        InvalidFieldsError, StaleRecordError, MissingRecordError, WithheldError: As elsewhere.
    """
    return _review(desk, Risk, risk_id, seen, {**fields, "review_on": review_on})


def end_warning(desk: Desk, warning_id: UUID, *, reason: str) -> Done[None]:
    """Say that a warning no longer holds, and why.

    Raises:
        ReasonNeededError: `risk-ended`.
        GuardError: `risk-ended`, `person-died`.
        MissingRecordError, WithheldError: No such warning, or not theirs to see.
    """
    return _end(desk, Warning, warning_id, reason)


def end_risk(desk: Desk, risk_id: UUID, *, reason: str) -> Done[None]:
    """Say that a risk no longer holds, and why.

    Raises:
        ReasonNeededError: `risk-ended`.
        GuardError: `risk-ended`, `person-died`.
        MissingRecordError, WithheldError: No such risk, or not theirs to see.
    """
    return _end(desk, Risk, risk_id, reason)


def add_strength(
    desk: Desk,
    person_id: UUID,
    *,
    strength: StrengthKind | None = None,
    text: str = "",
    level: EcologicalLevel | None = None,
    evidence: str = "",
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Done[UUID]:
    """Note what keeps the person safer; its level is the usual one unless somebody says another.

    Raises:
        InvalidFieldsError: It says nothing.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_strength(strength, text)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id, sensitivity)
        made = Strength(
            id=desk.new_id(),
            person_id=person_id,
            strength=strength,
            text=text,
            level=rules.level_of(strength, level),
            evidence=evidence,
            sensitivity=sensitivity,
        )
        tx.add(made)
        tx.journal("strength.added", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def remove_strength(desk: Desk, strength_id: UUID, *, reason: str) -> Done[None]:
    """Take a strength off the list, and say why it no longer holds.

    Raises:
        ReasonNeededError: `strength-removed`.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such strength, or not theirs to see.
    """
    need_reason(reason, "strength-removed")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        gone = tx.get(Strength, strength_id)
        living_person(desk, tx, gone.person_id, gone.sensitivity)
        gone.removed = True
        tx.journal("strength.removed", record=gone.id, scope=gone.person_id, reason=reason)
    return Done(None, tx.changes)


def read_safety(desk: Desk, person_id: UUID) -> Safety:
    """Show what the sitter may know about one person's safety.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return safety_of(look, desk.reader(look), person_id, desk.today())


def safety_of(look: Reading, reader: Reader, person_id: UUID, today: date) -> Safety:
    """Gather warnings, risks and strengths for a reader who may see the person."""
    warnings = [
        w
        for w in look.people.about(Warning, [person_id])
        if may_have(reader, person_id, w.sensitivity)
    ]
    risks = [
        r
        for r in look.people.about(Risk, [person_id])
        if may_have(reader, person_id, r.sensitivity)
    ]
    noted_by = [*(w.noted_by_id for w in warnings), *(r.noted_by_id for r in risks)]
    by = look.get_many(Professional, noted_by)
    return Safety(
        warnings=tuple(_warning(w, by, today) for w in sorted(warnings, key=_ended_last)),
        risks=tuple(_risk(r, by, today) for r in sorted(risks, key=_ended_last)),
        strengths=tuple(
            _strength(s)
            for s in look.people.about(Strength, [person_id])
            if may_have(reader, person_id, s.sensitivity)
        ),
    )


def _noted(
    desk: Desk,
    fields: Mapping[str, Any],
    known: frozenset[str],
    noted_on: date | None,
    review_on: date | None,
) -> dict[str, Any]:
    _check_known(fields, known)
    today = desk.today()
    values = {
        "text": "",
        "person_told": None,
        **fields,
        "noted_on": noted_on or today,
        "noted_by_id": desk.sitter.professional,
        "review_on": review_on or today + rules.LOOK_AGAIN_AFTER,
    }
    rules.check_note(_note(values), today)
    return values


def _add(
    desk: Desk, model: type[Warning] | type[Risk], person_id: UUID, values: Mapping[str, Any]
) -> Done[UUID]:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id)
        made = tx.add(model(id=desk.new_id(), person_id=person_id, **values))
        tx.journal(f"{model.kind.value}.added", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def _review(
    desk: Desk,
    model: type[Warning] | type[Risk],
    record: UUID,
    seen: int,
    fields: Mapping[str, Any],
) -> Done[int]:
    extra = _OF_RISK if model is Risk else frozenset()
    _check_known(fields, _SAID | extra | {"review_on"})
    with desk.act(Right.EDIT_PEOPLE) as tx:
        note: Warning | Risk = tx.get(model, record)
        living_person(desk, tx, note.person_id, note.sensitivity)
        rules.check_standing(note.status)
        now = {name: getattr(note, name) for name in (*_SAID, *extra, "noted_on")} | {**fields}
        rules.check_note(_note(now), desk.today())
        if model is Risk:
            rules.check_not_told(now["person_told"], now["not_told_agreed_by"])
        put(tx, note, seen=seen, fields={**fields, "status": RiskStatus.ACTIVE})
        tx.journal(f"{model.kind.value}.reviewed", record=record, scope=note.person_id)
    return Done(note.revision, tx.changes)


def _end(desk: Desk, model: type[Warning] | type[Risk], record: UUID, reason: str) -> Done[None]:
    need_reason(reason, "risk-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        note: Warning | Risk = tx.get(model, record)
        living_person(desk, tx, note.person_id, note.sensitivity)
        rules.check_standing(note.status)
        note.status, note.ended_on = RiskStatus.ENDED, desk.today()
        note.end_reason = reason
        act = f"{model.kind.value}.ended"
        tx.journal(act, record=record, scope=note.person_id, reason=reason)
    return Done(None, tx.changes)


def _note(values: Mapping[str, Any]) -> SafetyNote:
    return SafetyNote(
        text=values["text"],
        noted_on=values["noted_on"],
        review_on=values["review_on"],
        person_told=values["person_told"],
        not_told_reason=values.get("not_told_reason", ""),
    )


def _check_known(fields: Mapping[str, Any], known: frozenset[str]) -> None:
    wrong = dict.fromkeys(set(fields) - known, "unknown")
    if fields.get("sensitivity", Sensitivity.STANDARD) not in set(Sensitivity):
        wrong["sensitivity"] = "not-in-list"
    if wrong:
        raise InvalidFieldsError(wrong)


def _ended_last(note: Warning | Risk) -> bool:
    return note.status is RiskStatus.ENDED


def _told(note: Warning | Risk) -> SafetyNote:
    return SafetyNote(
        note.text, note.noted_on, note.review_on, note.person_told, note.not_told_reason
    )


def _is_due(note: Warning | Risk, today: date) -> bool:
    return note.status is not RiskStatus.ENDED and review_is_due(note.review_on, today)


def _warning(warning: Warning, by: Mapping[UUID, Professional], today: date) -> WarningRow:
    return WarningRow(
        id=warning.id,
        revision=warning.revision,
        note=_told(warning),
        source=warning.source,
        noted_by=by[warning.noted_by_id].name,
        status=warning.status,
        sensitivity=warning.sensitivity,
        review_is_due=_is_due(warning, today),
        ended_on=warning.ended_on,
        end_reason=warning.end_reason,
    )


def _risk(risk: Risk, by: Mapping[UUID, Professional], today: date) -> RiskRow:
    return RiskRow(
        id=risk.id,
        revision=risk.revision,
        note=_told(risk),
        area=risk.area,
        severity=risk.severity,
        to_whom=risk.to_whom,
        triggers=risk.triggers,
        controls=risk.controls,
        what_we_do=risk.what_we_do,
        not_told_agreed_by=risk.not_told_agreed_by,
        level=risk.level,
        source=risk.source,
        noted_by=by[risk.noted_by_id].name,
        status=risk.status,
        sensitivity=risk.sensitivity,
        review_is_due=_is_due(risk, today),
        ended_on=risk.ended_on,
        end_reason=risk.end_reason,
    )


def _strength(strength: Strength) -> StrengthRow:
    return StrengthRow(
        id=strength.id,
        revision=strength.revision,
        strength=strength.strength,
        text=strength.text,
        level=strength.level,
        evidence=strength.evidence,
        sensitivity=strength.sensitivity,
    )
