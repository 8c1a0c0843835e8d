"""What agencies brought in each demo, against every seat, action and offer read one by one."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from coordinator.casework.reports.quarter import read_quarter
from coordinator.db.models import Action, Escalation, Meeting, Offer, Presence
from coordinator.domain.accountability import Came, Did, Kept, Period
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.lists.reports import Deed, FigureTable
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.states import ActionStatus, MeetingStatus, OfferStatus
from coordinator.reference.working_days import is_working_day
from tests.demo.reading import Demo
from tests.demo.test_report_sums import tables, within

_DAY = timedelta(days=1)
_S, _A = ActionStatus, Attendance
_ENDED_AS = {
    _S.NOT_DONE: Deed.NOT_DONE,
    _S.COULD_NOT: Deed.COULD_NOT,
    _S.NOT_NEEDED: Deed.NEUTRAL,
    _S.DECLINED: Deed.NEUTRAL,
    _S.TRANSFERRED: Deed.NEUTRAL,
}
_FIELD_OF = {Deed.STILL_OPEN: "open"}
_BEST_FIRST = {
    _A.PRESENT: "holder",
    _A.SUBSTITUTE: "substitute",
    _A.PART: "part",
    _A.APOLOGIES_INFORMED: "informed",
    _A.APOLOGIES: "apologies",
    _A.ABSENT: "absent",
    None: "unsaid",
    _A.NOT_REQUIRED: "not_required",
    _A.VACANT: "vacant",
}
_NOT_HELD = {
    MeetingStatus.SCHEDULED,
    MeetingStatus.AGENDA_ISSUED,
    MeetingStatus.IN_PROGRESS,
    MeetingStatus.CANCELLED,
}


def became(demo: Demo, one: Action) -> Deed:
    """Say what became of an action, by its own fields and the calendar."""
    if one.status is _S.DONE:
        on = one.done_on or one.closed_on
        return Deed.ON_TIME if on is not None and on <= one.due_on else Deed.LATE
    if one.status in _ENDED_AS:
        return _ENDED_AS[one.status]
    since = (one.due_on + number * _DAY for number in range(1, (demo.today - one.due_on).days + 1))
    return Deed.PAST if any(map(is_working_day, since)) else Deed.STILL_OPEN


def facts(demo: Demo, one: Action, period: Period) -> Iterator[str]:
    """Name each count of its agency that an action is in."""
    if within(one.set_on, period):
        yield "set"
    if within(one.due_on, period):
        yield "due"
        deed = became(demo, one)
        yield _FIELD_OF.get(deed, deed.value)
        if one.due_on > one.original_due_on:
            yield "moved"
        if deed is Deed.ON_TIME and one.done_on and one.done_on > one.original_due_on:
            yield "on_time_moved"


def test_what_became_of_the_actions_of_each_agency(demo: Demo, period: Period) -> None:
    report = read_quarter(demo.desk, period)
    summed: dict[UUID, Counter[str]] = defaultdict(Counter)
    for one in demo.every(Action):
        if one.owner_agency_id is not None:
            summed[one.owner_agency_id].update(facts(demo, one, period))
    expected = {key: Did(**counts) for key, counts in summed.items() if counts}
    assert {one.agency: one.did for one in report.agencies.rows if one.did != Did()} == expected
    assert dict(tables(report)[FigureTable.DEEDS].lines) == {
        deed: sum(counts[_FIELD_OF.get(deed, deed.value)] for counts in summed.values())
        for deed in Deed
    }


def test_how_each_agency_came(demo: Demo, period: Period) -> None:
    found = read_quarter(demo.desk, period).agencies
    held = {
        one.id
        for one in demo.every(Meeting)
        if one.status not in _NOT_HELD
        if kind_of(one.meeting_type).fills_seats and within(one.on, period)
    }
    seats: dict[tuple[UUID, UUID], set[Attendance | None]] = defaultdict(set)
    for one in demo.every(Presence):
        is_guest = one.result in {_A.OBSERVER, _A.PERSON_PRESENT}
        if one.meeting_id in held and one.agency_id and not is_guest:
            seats[one.agency_id, one.meeting_id].add(one.result)
    came: dict[UUID, Counter[str]] = defaultdict(Counter)
    for (agency, _meeting), results in seats.items():
        came[agency][next(name for how, name in _BEST_FIRST.items() if how in results)] += 1
    assert found.meetings == len(held)
    assert {one.agency: one.came for one in found.rows if one.came != Came()} == {
        agency: Came(**counts) for agency, counts in came.items()
    }


def test_what_each_agency_offered_and_kept(demo: Demo, period: Period) -> None:
    found = read_quarter(demo.desk, period).agencies
    kept: dict[UUID, Counter[str]] = defaultdict(Counter)
    for one in demo.every(Offer):
        if one.offered_on is not None:
            kept[one.agency_id]["made"] += within(one.offered_on, period)
        if one.status in {OfferStatus.DELIVERED, OfferStatus.WITHDRAWN}:
            kept[one.agency_id][one.status.value] += within(one.settled_on, period)
    summed = {agency: Kept(**counts) for agency, counts in kept.items()}
    assert {one.agency: one.kept for one in found.rows if one.kept != Kept()} == {
        agency: one for agency, one in summed.items() if one != Kept()
    }


def test_what_came_back_from_people_with_more_authority(demo: Demo, period: Period) -> None:
    answers = tables(read_quarter(demo.desk, period))[FigureTable.ANSWERS]
    assert dict(answers.lines) == Counter(
        EscalationOutcome(one.outcome)
        for one in demo.every(Escalation)
        if one.outcome is not None and within(one.answered_on, period)
    )
