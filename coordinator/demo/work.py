"""The actions and contacts of one case in a large demo, with what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import Action, ActionMove, ActionNote, Barrier, Contact
from coordinator.demo.lives import Telling, Told
from coordinator.demo.oddities import LONG_NOTE_WORDS
from coordinator.demo.outline import Life, Oddity, Sitting, Span
from coordinator.demo.town import Post
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import ActionStatus, BarrierStatus, Sensitivity

_WEEK = timedelta(days=7)
_S, _R = ActionStatus, ContactResult
_CLOSED = {
    _S.DONE: 64, _S.NOT_DONE: 8, _S.COULD_NOT: 9, _S.NOT_NEEDED: 8,
    _S.DECLINED: 7, _S.TRANSFERRED: 4,
}  # fmt: skip
_STILL_OPEN = {_S.OPEN: 5, _S.IN_PROGRESS: 3, _S.WAITING: 2, _S.PARTLY_DONE: 1}
_RESULTS = {
    _R.NOT_THERE: 30, _R.NO_REPLY: 18, _R.MET_ENGAGED: 20, _R.MET_BRIEF: 14, _R.SIGHTED: 6,
    _R.MESSAGE_LEFT: 5, _R.MISSED: 4, _R.MET_REFUSED: 2, _R.PERSON_CONTACTED_US: 1,
}  # fmt: skip
_TALKED = frozenset({_R.MET_ENGAGED, _R.MET_BRIEF, _R.PERSON_CONTACTED_US})
_IN_PERSON = {
    ContactType.STREET: 5, ContactType.DROP_IN: 3, ContactType.DOORSTEP: 2,
}  # fmt: skip
_FROM_AFAR = {ContactType.PHONE: 3, ContactType.TEXT: 2}
_WAYS = {
    _R.NO_REPLY: _FROM_AFAR, _R.MESSAGE_LEFT: _FROM_AFAR, _R.PERSON_CONTACTED_US: _FROM_AFAR,
    _R.MISSED: {ContactType.APPOINTMENT: 1},
}  # fmt: skip
_OUTSIDE = frozenset({ContactType.STREET, ContactType.DROP_IN})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Diary:
    """The meetings of each case, by its id; where there is none, an action has no meeting."""

    of_case: Mapping[UUID, Sequence[Sitting]]


def tell_actions(tell: Telling, life: Life, span: Span, told: Told, diary: Diary) -> None:
    """Write the actions of one case; how many was laid down in the outline."""
    met = diary.of_case.get(span.id, ())
    count = life.actions // len(life.spans)
    if span is life.spans[-1]:
        count = life.actions - count * (len(life.spans) - 1)
    last = span.closed or tell.today
    still_open = 0 if span.closed else min(count, tell.dice.between(3, 8))
    for at in range(count):
        is_open = at >= count - still_open
        from_on = max(span.opened, last - 3 * _WEEK) if is_open else span.opened
        _action(tell, life, span, told, _chosen(tell, met, from_on, last), is_open=is_open)


def _chosen(
    tell: Telling, met: Sequence[Sitting], first: date, last: date
) -> tuple[Sitting | None, date]:
    """Choose the meeting that set an action, else a day."""
    late = [sitting for sitting in met if first <= sitting.on <= last]
    if not late:
        return None, tell.dice.day(first, last)
    sitting = tell.dice.pick(late)
    return sitting, sitting.on


def _action(
    tell: Telling,
    life: Life,
    span: Span,
    told: Told,
    where: tuple[Sitting | None, date],
    *,
    is_open: bool,
) -> None:
    dice, (sitting, on) = tell.dice, where
    owner = told.lead if dice.chance(0.4) else dice.pick(tell.town.posts)
    due = on + timedelta(days=dice.between(2, 21))
    is_apart = life.oddity is Oddity.RESTRICTED and dice.chance(0.2)
    action = tell.sheaf.add(
        Action,
        id=dice.new_id(on),
        number=_number(tell, sitting, on),
        person_id=life.id,
        case_id=span.id,
        meeting_id=sitting.id if sitting else None,
        goal_id=dice.pick(told.goals) if dice.chance(0.3) else None,
        text=tell.say("actions"),
        action_kind=dice.pick(_KINDS),
        priority=ActionPriority.HIGH if dice.chance(0.15) else ActionPriority.NORMAL,
        owner_id=owner.id,
        owner_agency_id=owner.agency_id,
        owner_agency=owner.agency,
        set_on=on,
        due_on=due,
        original_due_on=_first_due(tell, due, on),
        sensitivity=Sensitivity.RESTRICTED if is_apart else Sensitivity.STANDARD,
    )
    row = tell.sheaf.last(Action)
    row |= _open(tell, on) if is_open else _closed(tell, life, action, row, owner)
    if row["original_due_on"] != due:
        _moved(tell, row, owner)


_KINDS = (
    ActionKind.SUPPORT, ActionKind.SUPPORT, ActionKind.SUPPORT, ActionKind.ENGAGEMENT,
    ActionKind.ACCOMMODATION, ActionKind.HEALTH, ActionKind.ACCESS, ActionKind.SAFEGUARDING,
)  # fmt: skip


def _number(tell: Telling, sitting: Sitting | None, on: date) -> str:
    if sitting:
        sitting.number += 1
        return f"{sitting.reference}/{sitting.number}"
    return tell.running_number(on.year)


def _first_due(tell: Telling, due: date, on: date) -> date:
    return max(on, due - 2 * _WEEK) if tell.dice.chance(0.12) else due


def _moved(tell: Telling, row: Mapping[str, Any], owner: Post) -> None:
    tell.sheaf.add(
        ActionMove,
        id=tell.dice.new_id(row["original_due_on"]),
        person_id=row["person_id"],
        action_id=row["id"],
        from_on=row["original_due_on"],
        to_on=row["due_on"],
        reason=tell.say("move_reasons"),
        moved_on=row["original_due_on"],
        moved_by_id=owner.id,
    )


def _open(tell: Telling, on: date) -> dict[str, Any]:
    status = tell.dice.weighted(_STILL_OPEN)
    if status is _S.PARTLY_DONE:
        return {"status": status, "outcome_note": tell.say("outcomes")}
    if status is not _S.WAITING:
        return {"status": status}
    return {"status": status, "waiting_on": "The landlord's answer", "waiting_since": on}


def _closed(
    tell: Telling, life: Life, action: UUID, row: Mapping[str, Any], owner: Post
) -> dict[str, Any]:
    status, dice = tell.dice.weighted(_CLOSED), tell.dice
    on = min(tell.today, row["due_on"] + timedelta(days=dice.between(-2, 6)))
    if status is _S.COULD_NOT:
        return _could_not(tell, life, action, on)
    if dice.chance(0.1):
        tell.sheaf.add(
            ActionNote,
            id=dice.new_id(on),
            person_id=life.id,
            action_id=action,
            noted_on=on,
            noted_by_id=owner.id,
            meeting_id=None,
            status=status,
            text=tell.say("outcomes"),
        )
    return {
        "status": status,
        "done_on": on if status is _S.DONE else None,
        "outcome_note": tell.say("outcomes") if dice.chance(0.3) else "",
        "closed_on": on,
    }


def _could_not(tell: Telling, life: Life, action: UUID, on: date) -> dict[str, Any]:
    category, why = tell.dice.pick(tuple(BarrierCategory)), tell.say("could_not")
    is_resolved = not life.is_current or tell.dice.chance(0.5)
    tell.sheaf.add(
        Barrier,
        id=tell.dice.new_id(on),
        person_id=life.id,
        action_id=action,
        category=category,
        description=why,
        since=on,
        status=BarrierStatus.RESOLVED if is_resolved else BarrierStatus.IDENTIFIED,
        resolution="Another way was found." if is_resolved else "",
        settled_on=min(on + 3 * _WEEK, tell.today) if is_resolved else None,
    )
    return {
        "status": _S.COULD_NOT,
        "outcome_note": why,
        "barrier_category": category,
        "closed_on": on,
    }


def tell_contacts(tell: Telling, life: Life, leads: Sequence[Told]) -> None:
    """Write every try at contact with one person, spread over their cases."""
    shares = tell.dice.shares(life.contacts, [1.0] * len(life.spans))
    for span, told, count in zip(life.spans, leads, shares, strict=True):
        for _ in range(count):
            _contact(tell, life, span, told.lead)
    if life.oddity is Oddity.LONG_NOTE and life.contacts:
        words = " ".join(tell.say("notes") for _ in range(LONG_NOTE_WORDS)).split()
        row = tell.sheaf.last(Contact)
        row["note"] = " ".join(words[:LONG_NOTE_WORDS])
    if life.oddity is Oddity.RESTRICTED and life.contacts:
        tell.sheaf.last(Contact)["restricted_note"] = tell.say("restricted")


def _contact(tell: Telling, life: Life, span: Span, lead: Post) -> None:
    dice = tell.dice
    at = dice.moment(dice.day(span.opened, min(span.closed or tell.today, tell.today - _DAY)))
    result = dice.weighted(_RESULTS)
    how = dice.weighted(_WAYS.get(result, _IN_PERSON))
    talked = result in _TALKED
    tell.sheaf.add(
        Contact,
        id=dice.new_id(at.date()),
        person_id=life.id,
        case_id=span.id,
        at=at,
        recorded_at=at,
        worker_id=lead.id if dice.chance(0.6) else dice.pick(tell.town.posts).id,
        contact_type=how,
        result=result,
        place=tell.say("places") if how in _OUTSIDE else "",
        words=tell.say("own_words") if talked and dice.chance(0.3) else "",
        note=tell.say("notes") if talked else "",
        minutes=dice.between(2, 40) if talked else None,
    )
