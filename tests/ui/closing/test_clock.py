"""The clock of a meeting: what it counts, what it records, and what a kill costs."""

from datetime import time
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.discussions import defer_item, record_minutes_used
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.records.drafts import read_draft, read_drafts
from coordinator.domain.lists.plans import PanelPriority
from coordinator.ui.screens.live_meeting.clock.face import Face
from coordinator.ui.screens.live_meeting.clock.presenter import KEPT_EVERY, ClockPresenter
from coordinator.ui.screens.live_meeting.room import Room
from tests.meetings import add_case, add_seats, items_of, opened_meeting
from tests.stores import Clock
from tests.ui.closing.rooms import Around, room_of
from tests.ui.immediate import ImmediateJobs


class Hand:
    """The clock that only goes on, moved by hand."""

    def __init__(self) -> None:
        self.at = 5_000.0

    def __call__(self) -> float:
        return self.at


class Shown:
    def __init__(self) -> None:
        self.faces: list[Face] = []

    def show_face(self, face: Face) -> None:
        self.faces.append(face)

    @property
    def face(self) -> Face:
        return self.faces[-1]


class Held:
    """A meeting of two people, its room, and the two clocks."""

    def __init__(self, desk: Desk, clock: Clock, meeting: UUID) -> None:
        self.desk, self.wall, self.meeting = desk, clock, meeting
        self.hand = Hand()
        self.shown = Shown()
        self.around = Around()
        self.items = [one.id for one in items_of(desk, meeting)]
        self.room, self.clock = self.sit_down()

    def sit_down(self) -> tuple[Room, ClockPresenter]:
        """Open the screen, as after a start of the program."""
        self.jobs = ImmediateJobs(self.desk)
        room = room_of(self.jobs, self.meeting, self.around)
        clock = ClockPresenter(room, self.shown, self.hand)
        room.add(clock)
        room.load()
        return room, clock

    def pass_time(self, seconds: float) -> None:
        """Let the window live on, a sign of life each second."""
        for _second in range(round(seconds)):
            self.hand.at += 1
            self.wall.move(seconds=1)
            self.clock.tick()

    def sleep(self, seconds: float) -> None:
        self.hand.at += seconds
        self.wall.move(seconds=seconds)

    def used(self, at: int) -> int | None:
        return items_of(self.desk, self.meeting)[at].minutes_used


@pytest.fixture
def held(desk: Desk, clock: Clock) -> Held:
    add_seats(desk)
    for name in ("Tomos", "Kerra"):
        add_case(desk, name, priority=PanelPriority.URGENT)
    return Held(desk, clock, opened_meeting(desk))


def test_an_item_that_is_left_has_its_minutes(held: Held) -> None:
    held.pass_time(4 * 60 + 40)
    held.room.open(held.items[1])
    assert held.used(0) == 5
    assert held.used(1) is None


def test_a_second_look_adds_to_the_first(held: Held) -> None:
    held.pass_time(120)
    held.room.open(held.items[1])
    held.pass_time(60)
    held.room.open(held.items[0])
    assert held.shown.face.item.startswith("2 min of")
    held.pass_time(180)
    held.room.open(held.items[1])
    assert [held.used(0), held.used(1)] == [5, 1]


def test_a_glance_at_an_item_writes_nothing(held: Held) -> None:
    with held.desk.read() as look:
        before = len(look.history.acts())
    held.pass_time(20)
    held.room.open(held.items[1])
    with held.desk.read() as look:
        assert len(look.history.acts()) == before


def test_the_end_of_the_meeting_records_the_item_that_was_open(held: Held) -> None:
    held.pass_time(300)
    held.room.do(lambda desk: close_meeting(desk, held.meeting, at=time(13, 0)))
    assert held.used(0) == 5
    assert not held.shown.face.runs
    held.pass_time(300)
    assert held.used(0) == 5


def test_a_kill_loses_less_than_ten_seconds_and_reopens_where_it_was(held: Held) -> None:
    held.pass_time(5 * 60 + 7)
    assert held.used(0) is None
    held.room, held.clock = held.sit_down()  # the program ended without a word
    held.pass_time(1)
    held.room.open(held.items[1])
    assert held.used(0) == 5
    assert read_draft(held.desk, "live.clock", held.items[0]) is None


def test_a_program_that_was_gone_for_long_asks_whether_it_counts(held: Held) -> None:
    held.pass_time(60)
    held.sleep(40 * 60)
    held.room, held.clock = held.sit_down()
    assert "40 min" in held.shown.face.missing
    held.clock.count_missing()
    assert held.shown.face.missing == ""
    held.room.open(held.items[1])
    assert held.used(0) == 41


def test_a_computer_that_slept_is_asked_about_and_can_be_left_out(held: Held) -> None:
    held.pass_time(60)
    held.sleep(25 * 60)
    held.clock.tick()
    assert "25 min" in held.shown.face.missing
    held.clock.toggle()
    assert held.shown.face.missing == ""
    assert not held.shown.face.is_paused
    held.pass_time(60)
    held.room.open(held.items[1])
    assert held.used(0) == 2


def test_a_wall_clock_that_jumps_changes_nothing(held: Held) -> None:
    held.pass_time(60)
    face = held.shown.face
    held.wall.move(hours=3)
    held.clock.tick()
    assert held.shown.face == face
    held.pass_time(60)
    held.room.open(held.items[1])
    assert held.used(0) == 2


def test_a_stopped_clock_stays_stopped_through_a_kill(held: Held) -> None:
    held.pass_time(60)
    held.clock.toggle()
    held.pass_time(300)
    held.room, held.clock = held.sit_down()
    assert held.shown.face.is_paused
    held.pass_time(300)
    held.clock.toggle()
    held.pass_time(60)
    held.room.open(held.items[1])
    assert held.used(0) == 2


def test_two_who_have_an_item_open_count_once(held: Held) -> None:
    held.pass_time(300)
    record_minutes_used(
        held.desk, held.items[0], seen=items_of(held.desk, held.meeting)[0].revision, minutes=4
    )
    held.room.open(held.items[1])
    assert held.used(0) == 5


def test_the_store_is_woken_every_ten_seconds_and_the_window_not_each_second(held: Held) -> None:
    held.pass_time(1)
    painted, kept = len(held.shown.faces), set()
    for _second in range(120):
        held.pass_time(1)
        kept |= {draft.typed_at for draft in read_drafts(held.desk)}
    assert len(kept) <= 120 / KEPT_EVERY
    assert len(held.shown.faces) - painted <= 120


def test_minutes_that_went_out_from_another_desk_stop_nobody(held: Held) -> None:
    held.pass_time(120)
    for item in held.items:
        defer_item(held.desk, item, reason="No time.")
    close_meeting(held.desk, held.meeting, at=time(13, 0))
    draft_minutes(held.desk, held.meeting)
    issue_minutes(held.desk, held.meeting)
    held.room.open(held.items[1])
    assert held.around.notices == []
    assert held.jobs.failures == []
    assert held.used(0) is None
