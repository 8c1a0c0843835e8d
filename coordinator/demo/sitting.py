"""One Thursday of the small demo: the agenda, who came, what was said, decided and agreed."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.attendance import (
    Attendee,
    record_apologies,
    record_attendance,
    record_substitute,
)
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import (
    add_note,
    defer_item,
    set_next_review,
    take_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes, record_approval
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
    settle_last_minutes,
    write_meeting_notes,
)
from coordinator.casework.plans.writing import agree_plan
from coordinator.casework.referrals.asking import (
    accept_referral,
    answer_not_for_us,
    defer_referral,
)
from coordinator.db.models import AgendaItem, Meeting, Plan, Record
from coordinator.demo.arriving import begin_working
from coordinator.demo.story import Known, Stage, said
from coordinator.domain.lists.meetings import AgendaKind, Attendance
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.people.children import SafeguardingAnswer
from coordinator.domain.plans.rules import Agreement, WithPerson
from coordinator.domain.states import Answer, PlanStatus, Sensitivity

R = TypeVar("R", bound=Record)
_TEN, _READ_AT, _ENDS = time(10), time(10, 3), time(11, 40)
_TWO_WEEKS = timedelta(days=14)
_SUBSTITUTE_WEEK = 4
_AWAY = 5  # whose turn it is to be missing, in every other week
_NOT_REACHED = (3, 5)  # the week, and which review of it is put off


def seen(stage: Stage, model: type[R], record: UUID) -> int:
    """Give the revision a form would have been filled from."""
    with stage.desk.read() as look:
        return look.get(model, record).revision


def prepare(stage: Stage, meeting: UUID) -> None:
    """Write and issue the agenda."""
    write_agenda(stage.desk, meeting)
    issue_agenda(stage.desk, meeting)


def open_thursday(stage: Stage, meeting: UUID, week: int) -> None:
    """Open the meeting, read the statement, take attendance."""
    open_meeting(stage.desk, meeting, at=_TEN)
    record_statement_read(stage.desk, meeting, at=_READ_AT, by_id=stage.chair)
    if week > 1:
        settle_last_minutes(stage.desk, meeting)
    for number, row in enumerate(read_meeting(stage.desk, meeting).attendance):
        if row.result is not Attendance.VACANT:
            _attend(stage, row, number, week)


def _attend(stage: Stage, row: PresenceRow, number: int, week: int) -> None:
    turn = (number + week) % 8
    if number > 1 and turn == 0:
        ahead = stage.desk.today() - timedelta(days=1)
        record_apologies(stage.desk, row.id, seen=row.revision, information_on=ahead)
    elif row.agency_id == stage.agencies["outreach"] and week == _SUBSTITUTE_WEEK:
        stand_in = Attendee(professional_id=stage.posts["outreach2"])
        record_substitute(stage.desk, row.id, stand_in, seen=row.revision)
    else:
        result = (
            Attendance.ABSENT if number > 1 and turn == _AWAY and week % 2 else Attendance.PRESENT
        )
        record_attendance(stage.desk, row.id, result, seen=row.revision)


def take_items(stage: Stage, meeting: UUID, everybody: Sequence[Known], week: int) -> list[Known]:
    """Go through the agenda; gives whom the panel has taken on."""
    by_person = {known.person: known for known in everybody}
    by_referral = {known.referral: known for known in everybody}
    taken: list[Known] = []
    reviewed = 0
    for item in _items(stage, meeting):
        known = by_person.get(item.person_id) if item.person_id else None
        if item.item_kind is AgendaKind.NEW_REFERRAL and item.referral_id in by_referral:
            if _answer(stage, item, by_referral[item.referral_id]):
                taken.append(by_referral[item.referral_id])
        elif known is not None and known.case:
            reviewed += 1
            _review(stage, meeting, item, known, (week, reviewed))
        else:
            take_item(stage.desk, item.id)
    return taken


def _items(stage: Stage, meeting: UUID) -> list[AgendaItem]:
    with stage.desk.read() as look:
        order = look.get(Meeting, meeting).item_order
        found = {item.id.hex: item for item in look.meetings.items(meeting)}
    return [found[key] for key in order if key in found]


def _answer(stage: Stage, item: AgendaItem, known: Known) -> bool:
    """Answer a referral as the story has it; gives whether the person was taken on."""
    told, desk = known.told, stage.desk
    take_item(desk, item.id)
    who = {"decided_by": stage.chair}
    if told.get("answer") == "not_for_us":
        because = NotAcceptedReason(told["because"])
        where = told["destination"]
        answer_not_for_us(
            desk, known.referral, because=because, reason=told["reason"], destination=where, **who
        )
        return False
    if told.get("answer") == "deferred":
        defer_referral(desk, known.referral, reason=told["reason"], **who)
        return False
    reason = "Several needs, and nobody who holds the whole"
    review = desk.today() + _TWO_WEEKS
    known.case = accept_referral(
        desk,
        known.referral,
        reason=reason,
        decided_by=stage.chair,
        next_review_on=review,
        safeguarding=SafeguardingAnswer("The school told them the week before."),
    ).result
    begin_working(stage, known)
    _facts(stage, item, summary=f"{told['why_now']} {told.get('tried', '')}".strip())
    if told.get("view"):
        _view(stage, item, told["view"], "the referrer")
    decided = Decided("Take on, with one plan and one lead professional", reason)
    record_decision(desk, item.id, decided)
    return True


def _review(
    stage: Stage, meeting: UUID, item: AgendaItem, known: Known, at: tuple[int, int]
) -> None:
    desk, (week, turn), told = stage.desk, at, said()
    if (week, turn) == _NOT_REACHED:
        defer_item(desk, item.id, reason=told["defer"])
        return
    if known.told["told"] == "none" and week > known.told["week"] + 1:
        defer_item(desk, item.id, reason=told["no_basis"])
        return
    take_item(desk, item.id)
    pick = week + turn
    _facts(
        stage,
        item,
        summary=told["summary"][pick % len(told["summary"])],
        since_last=told["since"][pick % len(told["since"])],
    )
    if known.told.get("view"):
        _view(stage, item, known.told["view"], "the lead professional")
    if "restricted" in known.told:
        _note_apart(stage, item)
    _decide(stage, item, told["decision"][pick % len(told["decision"])])
    agree_when_ready(stage, meeting, known)
    on = desk.today() + timedelta(days=7 * (1 + pick % 3))
    set_next_review(desk, item.id, seen=seen(stage, AgendaItem, item.id), on=on)


def _facts(stage: Stage, item: AgendaItem, **facts: str) -> None:
    write_facts(stage.desk, item.id, seen=seen(stage, AgendaItem, item.id), **facts)


def _view(stage: Stage, item: AgendaItem, view: str, by: str) -> None:
    revision = seen(stage, AgendaItem, item.id)
    write_person_view(stage.desk, item.id, seen=revision, view=view, spoken_by=by)


def _note_apart(stage: Stage, item: AgendaItem) -> None:
    add_note(
        stage.desk,
        item.id,
        agency_id=stage.agencies["refuge"],
        text="The family was in touch again; details stay with Safe Harbour.",
        sensitivity=Sensitivity.THIRD_PARTY,
    )
    add_note(stage.desk, item.id, agency_id=stage.agencies["police"], text="No calls this week.")


def _decide(stage: Stage, item: AgendaItem, told: Mapping[str, Any]) -> None:
    dissent: dict[str, Any] = {}
    if "dissent" in told:
        dissent = {
            "dissent": told["dissent"],
            "dissent_agencies": (stage.agencies[told["by"]],),
        }
    decided = Decided(told["text"], told["reason"], dissent_asked=True, **dissent)
    record_decision(stage.desk, item.id, decided)


def agree_when_ready(stage: Stage, meeting: UUID, known: Known) -> None:
    """Agree the plan that was proposed since the last meeting."""
    if known.plan is None:
        return
    with stage.desk.read() as look:
        plan = look.get(Plan, known.plan)
    if plan.status is PlanStatus.PROPOSED:
        with_person = known.told["told"] == "yes"
        on = stage.desk.today() - timedelta(days=1)
        answer = WithPerson(Answer.YES, on, on) if with_person else WithPerson()
        agreement = Agreement(meeting_id=meeting, with_person=answer)
        agree_plan(stage.desk, known.plan, agreement, seen=plan.revision)


def close_thursday(stage: Stage, meeting: UUID, week: int) -> None:
    """Close the meeting with what was learnt, and draft its minutes."""
    if week % 2 == 0:
        write_meeting_notes(
            stage.desk,
            meeting,
            seen=seen(stage, Meeting, meeting),
            learning="Asking about the dog first opened every other door.",
        )
    close_meeting(stage.desk, meeting, at=_ENDS)
    draft_minutes(stage.desk, meeting)


def approve_by_mail(stage: Stage, meeting: UUID, on: date) -> None:
    """Record that the chair approved by e-mail."""
    how = f"E-mail of {on.day} {on:%B}"
    record_approval(stage.desk, meeting, by_id=stage.chair, on=on, how=how)


def issue(stage: Stage, meeting: UUID) -> None:
    """Issue the minutes."""
    issue_minutes(stage.desk, meeting)
