"""The small demo: six weeks of a panel and sixteen people, played through the acts themselves."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.actions.passing_on import accept_action, transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.leads.agreeing import accept_lead, agree_lead
from coordinator.casework.meetings.series import schedule_next
from coordinator.casework.people.contacts import log_contact
from coordinator.db.models import Action
from coordinator.demo.arriving import refer, settle_in
from coordinator.demo.asking import ask_what_is_held
from coordinator.demo.clock import Clock
from coordinator.demo.demand import count_demand
from coordinator.demo.dice import Dice
from coordinator.demo.holding_on import STEPS as HOLDING_ON
from coordinator.demo.holding_on import open_services
from coordinator.demo.learning import keep_what_was_learnt
from coordinator.demo.money import give_money
from coordinator.demo.old_records import keep_old_records
from coordinator.demo.own_plans import write_own_plans
from coordinator.demo.places import Places, work_on_places
from coordinator.demo.scores import score_people
from coordinator.demo.setting import begin_series, set_stage
from coordinator.demo.sitting import (
    approve_by_mail,
    close_thursday,
    issue,
    open_thursday,
    prepare,
    seen,
    take_items,
)
from coordinator.demo.story import WEEKS, Known, Stage, Told, further, meeting_days, people
from coordinator.demo.stuck import STEPS as STUCK
from coordinator.demo.stuck import Stuck
from coordinator.demo.words import bundled, sentences
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.progress import Progress
from coordinator.domain.states import ActionStatus, Answer, Sensitivity

_DAY = timedelta(days=1)
_STEPS = {**STUCK, **HOLDING_ON}
_HAND_OVER_WEEK = 4
_FURTHER = 0.6  # of the people reviewed get one more action
_RESULTS = {
    ContactResult.NOT_THERE: 34,
    ContactResult.NO_REPLY: 14,
    ContactResult.MET_ENGAGED: 22,
    ContactResult.MET_BRIEF: 16,
    ContactResult.SIGHTED: 8,
    ContactResult.PERSON_CONTACTED_US: 6,
}
_TALKED = frozenset(
    {ContactResult.MET_ENGAGED, ContactResult.MET_BRIEF, ContactResult.PERSON_CONTACTED_US}
)
_IN_PERSON = {ContactType.STREET: 5, ContactType.DROP_IN: 3}
_BY_PHONE = frozenset({ContactResult.NO_REPLY, ContactResult.PERSON_CONTACTED_US})


def first_day(today: date) -> date:
    """Give the day on which the store of the story is made, a week before the first meeting."""
    return meeting_days(today)[0] - timedelta(days=7)


def play(desk: Desk, clock: Clock, dice: Dice, today: date, progress: Progress) -> None:
    """Play the six weeks; the next meeting stands in the calendar without an agenda."""
    days = meeting_days(today)
    stage = set_stage(desk, clock, dice)
    series = begin_series(stage, days[0])
    open_services(stage)
    known: list[Known] = []
    stuck, places = Stuck(stage, {}), Places(stage)
    for week in range(1, WEEKS + 1):
        progress.step(week, WEEKS)
        meeting = schedule_next(desk, series).result
        known += _refer(stage, week, days[week - 1])
        _visit(stage, known, days[week - 1] - 2 * _DAY)
        _hold(stage, meeting, known, week, days[week - 1])
        _approve(stage, meeting, days[week - 1], today)
        _unblock(stuck, known, week)
        _go_on_with_places(places, week)
        _work(stage, known, week, days[week - 1], today)
    for told in _coming(WEEKS + 1):
        refer(stage, told)
    schedule_next(desk, series)
    clock.move_to(today, time(0, 10))
    _unblock(stuck, known, WEEKS + 1)
    _go_on_with_places(places, WEEKS + 1)
    ask_what_is_held(stage, known)
    count_demand(stage, known)
    give_money(stage, known)
    write_own_plans(desk)
    keep_old_records(stage)
    score_people(stage, known)
    keep_what_was_learnt(stage, known)


def _unblock(stuck: Stuck, known: Sequence[Known], week: int) -> None:
    """Do what is written for the morning after a meeting."""
    stuck.people = {one.told["key"]: one for one in known if "key" in one.told}
    for told in bundled("stuck")["step"]:
        if told["week"] == week:
            _STEPS[told["do"]](stuck, told)


def _go_on_with_places(places: Places, week: int) -> None:
    with places.stage.dice.aside(f"places {week}"):
        work_on_places(places, week)


def _refer(stage: Stage, week: int, thursday: date) -> list[Known]:
    """Hand in what comes by the Monday before a meeting."""
    stage.clock.move_to(thursday - 3 * _DAY, time(11))
    return [refer(stage, told) for told in _coming(week)]


def _coming(week: int) -> list[Told]:
    return [told for told in (*people(), *further()) if told["week"] == week]


def _hold(stage: Stage, meeting: UUID, known: Sequence[Known], week: int, thursday: date) -> None:
    stage.clock.move_to(thursday - _DAY, time(14))
    prepare(stage, meeting)
    stage.clock.move_to(thursday, time(10))
    open_thursday(stage, meeting, week)
    for one in known:
        _report(stage, one, meeting)
    taken = take_items(stage, meeting, known, week)
    for one in known:
        if one.case and one not in taken and one.told["actions"] and stage.dice.chance(_FURTHER):
            _agree(stage, one, meeting, _another(stage, one))
    for one in taken:
        settle_in(stage, one)
        for told in one.told["actions"]:
            _agree(stage, one, meeting, told)
    close_thursday(stage, meeting, week)
    stage.clock.move_to(thursday, time(16))
    issue(stage, meeting)


def _another(stage: Stage, known: Known) -> Told:
    """Make up one more action that a review leads to, and what will become of it."""
    told = {
        "text": stage.dice.pick(sentences("actions")),
        "owner": known.told.get("hand_to", known.told["lead"]),
        "days": stage.dice.between(5, 12),
    }
    if stage.dice.chance(0.75):
        told |= {"then": "done", "note": stage.dice.pick(sentences("outcomes"))}
    return told


def _agree(stage: Stage, known: Known, meeting: UUID, told: Told) -> None:
    action = add_action(
        stage.desk,
        NewAction(
            text=told["text"],
            owner_id=stage.posts[told["owner"]],
            due_on=stage.desk.today() + timedelta(days=told["days"]),
            person_id=known.person,
            case_id=known.case,
            meeting_id=meeting,
            kind=ActionKind(told.get("kind", "support")),
            priority=ActionPriority(told.get("priority", "normal")),
            sensitivity=Sensitivity.RESTRICTED if "secret" in told else Sensitivity.STANDARD,
            thought=Thought(told["victims"], told["engagement"]) if "victims" in told else None,
        ),
    ).result
    known.actions[action] = told


def _report(stage: Stage, known: Known, meeting: UUID) -> None:
    """Say what became of the actions set the week before; then the story leaves them."""
    for action, told in list(known.actions.items()):
        revision = seen(stage, Action, action)
        then = ActionStatus(told["then"]) if "then" in told else None
        if then is None:
            to = stage.desk.today() + timedelta(days=14)
            move_due_date(stage.desk, action, seen=revision, to=to, reason="Waits for a letter")
        elif then is ActionStatus.TRANSFERRED:
            _pass_on(stage, action, told, revision)
        else:
            occasion = Occasion(by=stage.posts[told["owner"]], meeting_id=meeting)
            set_outcome(
                stage.desk, action, _outcome(stage, told, then), seen=revision, occasion=occasion
            )
    known.actions = {}


def _pass_on(stage: Stage, action: UUID, told: Told, revision: int) -> None:
    new_owner = stage.posts[told["to"]]
    going_on = transfer_action(
        stage.desk, action, seen=revision, owner_id=new_owner, reason=told["note"]
    ).result
    accept_action(stage.desk, going_on)


def _outcome(stage: Stage, told: Told, then: ActionStatus) -> Outcome:
    barrier = BarrierCategory(told["barrier"]) if "barrier" in told else None
    return Outcome(
        status=then,
        note=told["note"],
        done_on=stage.desk.today() - _DAY if then is ActionStatus.DONE else None,
        waiting_on=told.get("on", ""),
        barrier=barrier,
        barrier_details=told["note"] if barrier else "",
    )


def _work(stage: Stage, known: Sequence[Known], week: int, thursday: date, today: date) -> None:
    """Go out on the three days after a meeting; one lead leaves and is followed."""
    for on in (thursday + ahead * _DAY for ahead in (1, 2, 3)):
        if on < today:
            _visit(stage, known, on)
    if week == _HAND_OVER_WEEK:
        _hand_over(stage, known)


def _visit(stage: Stage, known: Sequence[Known], on: date) -> None:
    stage.clock.move_to(on, time(18))
    for one in known:
        if one.case and "pause" not in one.told and stage.dice.chance(0.4):
            _contact(stage, one, on)


def _contact(stage: Stage, known: Known, on: date) -> None:
    dice = stage.dice
    result = dice.weighted(_RESULTS)
    how = ContactType.PHONE if result in _BY_PHONE else dice.weighted(_IN_PERSON)
    talked = result in _TALKED
    lead = known.told.get("hand_to", known.told["lead"])
    log_contact(
        stage.desk,
        NewContact(
            person_id=known.person,
            case_id=known.case,
            at=stage.moment(on, dice.between(7, 16), dice.between(0, 59)),
            type=how,
            result=result,
            worker_id=stage.posts[lead],
            place="" if how is ContactType.PHONE else dice.pick(sentences("places")),
            words=dice.pick(sentences("own_words")) if talked and dice.chance(0.4) else "",
            note=dice.pick(sentences("notes")) if talked else "",
            minutes=dice.between(3, 40) if talked else None,
            restricted_note=known.told.get("restricted", "") if dice.chance(0.1) else "",
        ),
    )


def _hand_over(stage: Stage, known: Sequence[Known]) -> None:
    """Let one worker leave: who they led is told, and somebody is agreed to follow."""
    record_leaving(stage.desk, stage.posts["left"])
    for one in known:
        if one.case and "hand_to" in one.told:
            follower = stage.posts[one.told["hand_to"]]
            role = agree_lead(stage.desk, one.case, follower, person_told=Answer.YES)
            accept_lead(stage.desk, role.result)


def _approve(stage: Stage, meeting: UUID, thursday: date, today: date) -> None:
    on = min(thursday + _DAY, today)
    at = time(0, 5) if on == today else time(9)
    stage.clock.move_to(on, at)
    approve_by_mail(stage, meeting, on)
