"""A wrong key is taken back: the act is undone, what others built on it is not."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from coordinator.casework.actions.agreeing import add_action, correct_action
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.live.reads import read_live_around, read_live_item, read_live_meeting
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision, supersede_decision
from coordinator.casework.meetings.discussions import (
    add_note,
    defer_item,
    set_next_review,
    take_item,
)
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import AgendaKind, Attendance
from coordinator.domain.meetings.live_views import LiveItem, LiveMeeting
from coordinator.domain.outcomes import Done
from coordinator.domain.states import ActionStatus
from tests.ui.live_meeting.live_panels import LivePanel, live_panel

Act = Callable[[Desk], Done[Any]]


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LivePanel]:
    made = live_panel(tmp_path / "store")
    yield made
    made.close()


def _meeting(live: LivePanel) -> LiveMeeting:
    return read_live_meeting(live.desk, live.meeting)


def _person(live: LivePanel) -> LiveItem:
    entry = next(one.entry for one in _meeting(live).lines if one.entry.case_id)
    return read_live_item(live.desk, live.meeting, entry.id)


def _check(live: LivePanel) -> LiveItem:
    lines = _meeting(live).lines
    entry = next(one.entry for one in lines if one.entry.kind is AgendaKind.ACTION_CHECK)
    return read_live_item(live.desk, live.meeting, entry.id)


def _agreeing(live: LivePanel, text: str = "Ring the ward") -> Act:
    person = _person(live).record.entry.person
    owner = read_live_around(live.desk, live.meeting).professionals[0]
    assert person is not None
    new = NewAction(
        text, owner.id, live.desk.today(), person_id=person.id, meeting_id=live.meeting
    )
    return partial(add_action, new=new)


def _settling(live: LivePanel, outcome: Outcome) -> Act:
    action = _check(live).open_actions[0]
    occasion = Occasion(meeting_id=live.meeting)
    return partial(
        set_outcome, action_id=action.id, outcome=outcome, seen=action.revision, occasion=occasion
    )


def _wrong_keys(live: LivePanel) -> list[Act]:
    entry = _person(live).record.entry
    row = next(one for one in _meeting(live).attendance if one.result is None)
    agency = next(one.agency_id for one in _meeting(live).attendance if one.agency_id)
    could_not = Outcome(ActionStatus.COULD_NOT, barrier=next(iter(BarrierCategory)))
    later = live.desk.today().replace(month=12)
    return [
        partial(take_item, item_id=entry.id),
        partial(defer_item, item_id=entry.id, reason="No time"),
        partial(add_note, item_id=entry.id, agency_id=agency, text="Two calls."),
        partial(record_decision, item_id=entry.id, decided=Decided("Keep it", "It works")),
        partial(set_next_review, item_id=entry.id, seen=entry.revision, on=later),
        partial(
            record_attendance, presence_id=row.id, result=Attendance.APOLOGIES, seen=row.revision
        ),
        _agreeing(live),
        _settling(live, Outcome(ActionStatus.DONE, done_on=live.desk.today())),
        _settling(live, could_not),
    ]


def _facts(live: LivePanel) -> tuple[object, ...]:
    """Say everything the screen shows, but for the revisions."""
    return tuple(map(_without_revisions, (_meeting(live), _person(live), _check(live))))


def _without_revisions(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        names = (name for name in value.__dataclass_fields__ if name != "revision")
        return tuple(_without_revisions(getattr(value, name)) for name in names)
    return tuple(map(_without_revisions, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize("which", range(9))
def test_every_wrong_key_of_a_meeting_is_taken_back_whole(live: LivePanel, which: int) -> None:
    before = _facts(live)
    done = _wrong_keys(live)[which](live.desk)
    assert done.changes.act is not None
    assert _facts(live) != before
    undo_act(live.desk, done.changes.act)
    assert _facts(live) == before


def test_an_undoing_is_an_act_of_its_own_in_the_journal(live: LivePanel) -> None:
    done = _agreeing(live)(live.desk)
    assert done.changes.act is not None
    undone = undo_act(live.desk, done.changes.act)
    with live.desk.read() as look:
        act = look.imports.act(undone.changes.act) if undone.changes.act else None
        assert act is not None
        assert (act.name, act.record) == ("act.undone", done.changes.act)


def test_what_was_undone_is_not_undone_again(live: LivePanel) -> None:
    done = _agreeing(live)(live.desk)
    assert done.changes.act is not None
    undo_act(live.desk, done.changes.act)
    with pytest.raises(GuardError, match="act-undone"):
        undo_act(live.desk, done.changes.act)


def test_what_somebody_changed_since_is_left_as_they_made_it(live: LivePanel) -> None:
    done = _agreeing(live)(live.desk)
    assert done.changes.act is not None
    correct_action(live.desk, done.result, seen=1, text="Ring the ward sister")
    with pytest.raises(GuardError, match="act-built-on"):
        undo_act(live.desk, done.changes.act)
    assert [one.text for one in _person(live).record.actions] == ["Ring the ward sister"]


def test_a_decision_that_took_the_place_of_another_gives_it_back(live: LivePanel) -> None:
    key = _person(live).record.entry.id
    first = record_decision(live.desk, key, Decided("Keep the room", "It works")).result
    wrong = supersede_decision(live.desk, first, key, Decided("Give it up", "A slip"))
    assert wrong.changes.act is not None
    undo_act(live.desk, wrong.changes.act)
    assert [one.text for one in _person(live).record.decisions] == ["Keep the room"]


def test_what_decides_who_may_know_is_not_undone_by_a_key(live: LivePanel) -> None:
    person = _person(live).record.entry.person
    agency = next(one.agency_id for one in _meeting(live).attendance if one.agency_id)
    assert person is not None
    done = exclude_agency(live.desk, person.id, agency_id=agency, reason="She fled from there.")
    assert done.changes.act is not None
    with pytest.raises(GuardError, match="act-stays"):
        undo_act(live.desk, done.changes.act)
    assert len(read_sharing(live.desk, person.id).exclusions) == 1


def test_an_act_nobody_did_is_not_found(live: LivePanel) -> None:
    with pytest.raises(MissingRecordError):
        undo_act(live.desk, live.meeting)
