"""What is stuck in a large demo: questions asked and answered, homes refused, wishes, nights."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import (
    Barrier,
    ComingMove,
    Escalation,
    EscalationEntry,
    Gap,
    Holding,
    HousingApplication,
    HousingConstraint,
    OutreachLine,
    OutreachSheet,
    Service,
    Wish,
)
from coordinator.demo.lives import Telling
from coordinator.demo.outline import Life
from coordinator.demo.words import bundled, sentences
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep, GapTheme
from coordinator.domain.lists.housing import ConstraintKind, HousingRefusal
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart, ServiceKind
from coordinator.domain.states import BarrierStatus, EscalationStatus, GapStatus, HousingStep

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_ANSWERED = (
    EscalationOutcome.RESOLVED,
    EscalationOutcome.PARTLY,
    EscalationOutcome.EXCEPTION,
    EscalationOutcome.WORKAROUND,
    EscalationOutcome.UPHELD,
)
_ON_SHEET = 60
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


@dataclass(slots=True)
class Questions:
    """Counts the escalations of each year, for their numbers."""

    of_year: Counter[int] = field(default_factory=Counter)

    def number(self, year: int) -> str:
        """Give the next number of a year."""
        self.of_year[year] += 1
        return f"E{year % 100:02d}-{self.of_year[year]:03d}"


def tell_system(tell: Telling) -> None:
    """Write the service directory and the register of gaps."""
    for one in bundled("stuck")["service"]:
        words = {key: value for key, value in one.items() if key not in {"agency", "service_kind"}}
        kind = ServiceKind(one["service_kind"])
        key, day = tell.dice.new_id(tell.today), tell.today - 20 * _WEEK
        tell.sheaf.add(Service, id=key, service_kind=kind, checked_on=day, **words)
    for number, title in enumerate(sentences("gap_titles"), 1):
        raised = tell.today - tell.dice.between(4, 200) * _WEEK
        tell.sheaf.add(
            Gap,
            id=tell.dice.new_id(raised),
            number=f"G{raised.year % 100:02d}-{number:03d}",
            title=title,
            theme=tell.dice.pick(tuple(GapTheme)),
            first_raised_on=raised,
            affected_besides=tell.dice.between(0, 30),
            commissioner="A commissioner of the county",
            commissioner_role="Commissioner",
            status=GapStatus.WITH_COMMISSIONER,
        )


def tell_stuck(tell: Telling, life: Life, questions: Questions) -> None:
    """Write what stood in one person's way, what they asked for, and who is there for them."""
    if tell.dice.chance(0.5):
        tell_question(tell, life, questions, is_open=False)
    _home(tell, life)
    if life.is_current:
        _wish(tell, life)
        _nights(tell, life)


def tell_question(tell: Telling, life: Life, questions: Questions, *, is_open: bool) -> None:
    """Write a barrier and the escalation of it: waiting for its answer, or closed with one."""
    span = life.spans[-1]
    asked = tell.today - tell.dice.between(2, 20) * _DAY if is_open else _once(tell, life)
    barrier = tell.dice.new_id(asked)
    answered = min(asked + tell.dice.between(3, 40) * _DAY, tell.today)
    ended = {
        "status": BarrierStatus.RESOLVED,
        "resolution": tell.say("answers"),
        "settled_on": answered,
    }
    tell.sheaf.add(
        Barrier,
        id=barrier,
        person_id=life.id,
        category=tell.dice.pick(tuple(BarrierCategory)),
        agency_id=tell.dice.pick(tell.town.posts).agency_id,
        description=tell.say("could_not"),
        tried=tell.say("tried"),
        since=max(asked - 2 * _WEEK, span.opened),
        **({"status": BarrierStatus.ESCALATED} if is_open else ended),
    )
    _escalation(tell, life, questions.number(asked.year), barrier, (asked, answered), is_open)


def _once(tell: Telling, life: Life) -> date:
    span = life.spans[-1]
    last = (span.closed or tell.today) - _WEEK
    return tell.dice.day(span.opened, max(span.opened, last))


def _escalation(
    tell: Telling,
    life: Life,
    number: str,
    barrier: UUID,
    days: tuple[date, date],
    is_open: bool,  # noqa: FBT001
) -> None:
    asked, answered = days
    chair, level = tell.town.chair, tell.dice.between(1, 4)
    state: dict[str, Any] = {"status": EscalationStatus.SENT}
    if not is_open:
        state = {
            "status": EscalationStatus.CLOSED,
            "answered_on": answered,
            "answered_by": "A head of service",
            "answer": tell.say("answers"),
            "outcome": tell.dice.pick(_ANSWERED),
            "closed_on": answered,
            "effect_kind": EscalationEffect.PLAN_CHANGED,
            "effect": tell.say("reasons"),
        }
    one = tell.sheaf.add(
        Escalation,
        id=tell.dice.new_id(asked),
        number=number,
        person_id=life.id,
        barrier_id=barrier,
        level=level,
        raised_on=asked,
        raised_by_id=chair.id,
        receiver="A head of service",
        receiver_role="Head of service",
        ask=tell.say("asks"),
        risk_if_nothing=tell.say("risks_if_nothing"),
        respond_by=asked + (2 + 2 * level) * _DAY,
        sent_on=asked,
        **state,
    )
    for step in (EscalationStep.RAISED, EscalationStep.SENT):
        tell.sheaf.add(
            EscalationEntry,
            id=tell.dice.new_id(asked),
            person_id=life.id,
            escalation_id=one,
            step=step,
            happened_on=asked,
            recorded_at=tell.dice.moment(asked),
            recorded_by_id=chair.id,
        )


def _home(tell: Telling, life: Life) -> None:
    if not tell.dice.chance(0.4):
        return
    on, is_refused = _once(tell, life), tell.dice.chance(0.6)
    refused: dict[str, Any] = {
        "status": HousingStep.REFUSED,
        "refusal": tell.dice.pick(tuple(HousingRefusal)),
        "refusal_words": tell.say("home_answers"),
    }
    tell.sheaf.add(
        HousingApplication,
        id=tell.dice.new_id(on),
        person_id=life.id,
        case_id=life.spans[-1].id,
        applied_on=on,
        provider_id=tell.town.agencies["landlord"],
        what="A room",
        status_on=on,
        **(refused if is_refused else {"status": HousingStep.OFFERED}),
    )
    if is_refused and tell.dice.chance(0.5):
        kind = tell.dice.pick(tuple(ConstraintKind))
        key = tell.dice.new_id(on)
        tell.sheaf.add(HousingConstraint, id=key, person_id=life.id, constraint=kind, since=on)


def _wish(tell: Telling, life: Life) -> None:
    if not tell.dice.chance(0.3):
        return
    on, owner = tell.today - tell.dice.between(1, 6) * _WEEK, tell.dice.pick(tell.town.posts)
    tell.sheaf.add(
        Wish,
        id=tell.dice.new_id(on),
        person_id=life.id,
        case_id=life.spans[-1].id,
        asked_on=on,
        words=tell.say("wishes"),
        owner_id=owner.id,
        owner_agency=owner.agency,
        answer_by=on + 2 * _WEEK,
    )


def _nights(tell: Telling, life: Life) -> None:
    worker = tell.dice.pick(tell.town.posts)
    if tell.dice.chance(0.4):
        tell.sheaf.add(
            Holding,
            id=tell.dice.new_id(tell.today),
            person_id=life.id,
            part=tell.dice.pick(tuple(DayPart)),
            from_on=tell.today - _WEEK,
            weekdays=list(_WEEKDAYS),
            worker_id=worker.id,
            agency_id=worker.agency_id,
            what="A visit",
        )
    if tell.dice.chance(0.1):
        tell.sheaf.add(
            ComingMove,
            id=tell.dice.new_id(tell.today),
            person_id=life.id,
            case_id=life.spans[-1].id,
            move_kind=tell.dice.pick(tuple(ComingMoveKind)),
            on=tell.today + tell.dice.between(1, 20) * _DAY,
        )


def tell_sheet(tell: Telling, current: Sequence[Life]) -> None:
    """Write the outreach sheet of today, with sixty people on it."""
    sheet = tell.sheaf.add(
        OutreachSheet,
        id=tell.dice.new_id(tell.today),
        on=tell.today,
        made_by_id=tell.town.chair.id,
    )
    for rank, life in enumerate(tell.dice.some(current, _ON_SHEET), 1):
        tell.sheaf.add(
            OutreachLine,
            id=tell.dice.new_id(tell.today),
            sheet_id=sheet,
            person_id=life.id,
            rank=rank,
            worker_id=tell.dice.pick(tell.town.posts).id,
            where=tell.dice.pick(sentences("places")),
            why="Not seen for some time",
        )
