"""The meetings of a large demo as rows: who came, who was spoken about, what was decided."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import AgendaItem, Decision, Meeting, Presence, Series
from coordinator.demo.lives import Telling
from coordinator.demo.outline import Life, Sitting, Span
from coordinator.demo.town import Post
from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    MeetingType,
    MinutesAccuracy,
    WhyListed,
)
from coordinator.domain.states import ItemStatus, MeetingStatus

_ROOM = "Room 2, Porthkerris town hall"
_CAME = {
    Attendance.PRESENT: 72, Attendance.APOLOGIES: 9, Attendance.APOLOGIES_INFORMED: 9,
    Attendance.ABSENT: 6, Attendance.PART: 4,
}  # fmt: skip
_WHY = (WhyListed.REVIEW_DUE, WhyListed.OVERDUE_ACTIONS, WhyListed.NOT_SEEN)
_TEN, _NOON = time(10), time(11, 45)


def tell_series(tell: Telling, sittings: Sequence[Sitting]) -> Mapping[int, UUID]:
    """Write one weekly series for each weekday on which the panel meets."""
    made: dict[int, UUID] = {}
    for sitting in sittings:
        if sitting.on.weekday() not in made:
            made[sitting.on.weekday()] = tell.sheaf.add(
                Series,
                id=tell.dice.new_id(sitting.on),
                name="Weekly tasking meeting",
                meeting_type=MeetingType.TASKING,
                first_on=sitting.on,
                starts_at=_TEN,
                place=_ROOM,
            )
    return made


def tell_sitting(
    tell: Telling, sitting: Sitting, series: Mapping[int, UUID], *, is_held: bool
) -> None:
    """Write one meeting with its attendance; its items come once the people stand."""
    row: dict[str, Any] = {
        "id": sitting.id,
        "reference": sitting.reference,
        "series_id": series[sitting.on.weekday()],
        "series_on": sitting.on,
        "meeting_type": MeetingType.TASKING,
        "on": sitting.on,
        "starts_at": _TEN,
        "place": _ROOM,
        "chair_id": tell.town.chair.id,
    }
    if not is_held:
        tell.sheaf.add(Meeting, **row)
        return
    tell.sheaf.add(Meeting, **row, **_held(tell, sitting))
    for seat, holder in tell.town.seats:
        _presence(tell, sitting, seat, holder)


def _held(tell: Telling, sitting: Sitting) -> dict[str, Any]:
    issued = min(sitting.on + timedelta(days=1), tell.today)
    return {
        "status": MeetingStatus.APPROVED,
        "quorum_needed": tell.quorum,
        "item_order": [item.hex for item, _, _ in sitting.items],
        "began_at": _TEN,
        "ended_at": _NOON,
        "statement_read_at": time(10, 3),
        "statement_read_by_id": tell.town.chair.id,
        "last_minutes_accuracy": MinutesAccuracy.AGREED,
        "learning": tell.say("learning"),
        "issued_on": issued,
        "approved_on": min(sitting.on + timedelta(days=4), tell.today),
        "approved_by_id": tell.town.chair.id,
    }


def _presence(tell: Telling, sitting: Sitting, seat: UUID, holder: Post | None) -> None:
    result = tell.dice.weighted(_CAME) if holder else Attendance.VACANT
    named: dict[str, Any] = {}
    if holder:
        named = {
            "agency_id": holder.agency_id,
            "agency": holder.agency,
            "professional_id": holder.id,
            "name": holder.name,
            "job": holder.job,
            "confidentiality_signed": True,
        }
    tell.sheaf.add(
        Presence,
        id=tell.dice.new_id(sitting.on),
        meeting_id=sitting.id,
        seat_id=seat,
        result=result,
        **named,
    )


def tell_items(tell: Telling, sitting: Sitting) -> None:
    """Write who was spoken about at one meeting, and what was decided."""
    for item, life, span in sitting.items:
        _item(tell, sitting, item, life, span)


def _item(tell: Telling, sitting: Sitting, item: UUID, life: Life, span: Span) -> None:
    dice = tell.dice
    tell.sheaf.add(
        AgendaItem,
        id=item,
        meeting_id=sitting.id,
        person_id=life.id,
        case_id=span.id,
        item_kind=AgendaKind.REVIEW,
        why_listed=[str(dice.pick(_WHY))],
        minutes_used=dice.between(3, 7),
        status=ItemStatus.TAKEN,
        summary=tell.say("summaries"),
        person_view=tell.say("person_view") if dice.chance(0.5) else "",
        view_spoken_by="the lead professional",
        next_review_on=_review(tell, sitting.on),
    )
    if dice.chance(0.7):
        tell.sheaf.add(
            Decision,
            id=dice.new_id(sitting.on),
            meeting_id=sitting.id,
            item_id=item,
            person_id=life.id,
            text=tell.say("decisions"),
            reason=tell.say("reasons"),
            how=DecidedHow.CHAIR if dice.chance(0.1) else DecidedHow.AGREED,
            dissent_asked=True,
            dissent="Would have waited another week." if dice.chance(0.05) else "",
            decided_by_id=tell.town.chair.id,
        )


def _review(tell: Telling, on: date) -> date:
    return on + timedelta(days=7 * tell.dice.between(2, 6))
