"""Actions, without a window: narrowing, outcomes, dates, and the text for an agency."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.casework.actions.lists import find_actions, read_action
from coordinator.casework.desk import Desk
from coordinator.domain.actions.rows import ActionFilter, ActionRow, ActionStory
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.states import ActionStatus
from coordinator.ui.places.every import (
    ActionsPlace,
    PapersPlace,
    PersonPlace,
    Place,
    place_of_action,
)
from coordinator.ui.screens.actions.presenter import (
    ActionsPresenter,
    Around,
    DueBy,
    Shown,
    due_choice,
    due_days,
)
from coordinator.ui.screens.actions.sending import Sending
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.chasing import Chase
from coordinator.wording.labels import label
from tests.meetings import add_action, add_case, keep_from
from tests.stores import HOUSING, NURSE, POLICE, TODAY, WORKER
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

YESTERDAY = TODAY - timedelta(days=1)


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.rows: list[ActionRow] = []
        self.whom = ""
        self.place = ActionsPlace()
        self.story: ActionStory | None = None
        self.chases: Sequence[Chase] = ()
        self.wishes: Sequence[WishRow] = ()
        self.shown: Shown | None = None
        self.folder: Path | None = None

    def show_actions(self, shown: Shown, place: ActionsPlace) -> None:
        self.rows, self.place = list(shown.page.rows), place
        self.whom, self.wishes, self.shown = shown.whom, shown.wishes, shown

    def add_actions(self, rows: Sequence[ActionRow], *, has_more: bool) -> None:
        self.rows += rows

    def show_story(self, story: ActionStory) -> None:
        self.story = story

    def ask_folder(self) -> Path | None:
        return self.folder

    def show_chases(self, chases: Sequence[Chase]) -> None:
        self.chases = chases


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, place: ActionsPlace | None = None) -> None:
        self.view = RememberingView()
        self.gone: list[Place] = []
        self.moved: list[Place] = []
        self.toasts: list[tuple[str, Callable[[], object] | None]] = []
        self.jobs = ImmediateJobs(desk)
        self.forms = Forms()

        def toast(told: str, undo: Callable[[], object] | None) -> None:
            self.toasts.append((told, undo))

        self.presenter = ActionsPresenter(
            self.jobs,
            self.view,
            Asking(self.jobs, self.forms),
            Sending(self.jobs, toast),
            Around(self.gone.append, self.moved.append, toast),
            place or ActionsPlace(),
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def row(self) -> ActionRow:
        return self.view.rows[0]


@pytest.fixture
def action(desk: Desk) -> UUID:
    person, _case = add_case(desk)
    return add_action(desk, person, YESTERDAY)


@pytest.fixture
def screen(desk: Desk, action: UUID) -> Screen:
    return Screen(desk)


def status_of(screen: Screen, action: UUID) -> ActionStatus:
    return read_action(screen.jobs.desk, action).row.status


def test_done_is_one_key_and_can_be_taken_back(screen: Screen, action: UUID) -> None:
    screen.presenter.settle(screen.row, ActionStatus.DONE)
    assert status_of(screen, action) is ActionStatus.DONE
    assert screen.view.rows == []
    told, undo = screen.toasts[0]
    assert told == "A26-0001: Done."
    assert undo is not None
    undo()
    assert status_of(screen, action) is ActionStatus.OPEN
    assert [row.id for row in screen.view.rows] == [action]


def test_in_progress_is_one_key_without_a_way_back(screen: Screen, action: UUID) -> None:
    screen.presenter.settle(screen.row, ActionStatus.IN_PROGRESS)
    assert status_of(screen, action) is ActionStatus.IN_PROGRESS
    assert screen.toasts[0][1] is None


@pytest.mark.parametrize(
    "status", sorted(set(ActionStatus) - {ActionStatus.DONE, ActionStatus.IN_PROGRESS})
)
def test_every_other_outcome_asks_first(
    screen: Screen, action: UUID, status: ActionStatus
) -> None:
    screen.presenter.settle(screen.row, status)
    assert screen.forms.question is not None
    asked = "open again" if status is ActionStatus.OPEN else label(status)
    assert screen.forms.question.title == f"A26-0001: {asked}"
    assert status_of(screen, action) is ActionStatus.OPEN


def test_could_not_be_done_needs_what_stopped_it(screen: Screen, action: UUID) -> None:
    screen.presenter.settle(screen.row, ActionStatus.COULD_NOT)
    screen.forms.answer(barrier=None, barrier_details="", outcome_note="")
    assert screen.forms.faults == {"barrier": "required"}
    screen.forms.answer(barrier=BarrierCategory.BENEFITS)
    found = read_action(screen.jobs.desk, action).row
    assert found.status is ActionStatus.COULD_NOT
    assert found.barrier is not None
    assert found.barrier.category is BarrierCategory.BENEFITS
    assert screen.forms.question is None
    assert screen.toasts[-1][0] == "A26-0001: Could not be done."


def test_a_missing_note_is_told_in_the_form_and_nothing_changes(
    screen: Screen, action: UUID
) -> None:
    screen.presenter.settle(screen.row, ActionStatus.NOT_DONE)
    screen.forms.answer(outcome_note=" ")
    assert screen.forms.faults == {"outcome_note": "required"}
    assert screen.forms.question is not None
    assert status_of(screen, action) is ActionStatus.OPEN


def test_passing_on_makes_the_continuation_of_the_new_owner(screen: Screen, action: UUID) -> None:
    screen.presenter.settle(screen.row, ActionStatus.TRANSFERRED)
    screen.forms.answer(owner_id=None, reason="She sees him weekly.")
    assert screen.forms.faults == {"owner_id": "required"}
    screen.forms.answer(owner_id=NURSE, reason="She sees him weekly.")
    assert status_of(screen, action) is ActionStatus.TRANSFERRED
    assert [(row.owner.id, row.continues) for row in screen.view.rows] == [(NURSE, "A26-0001")]


def test_a_date_moves_only_with_its_reason(screen: Screen) -> None:
    to = TODAY + timedelta(days=7)
    screen.presenter.ask_date(screen.row)
    screen.forms.answer(due_on=to, reason="")
    assert screen.forms.faults == {"reason": "required"}
    screen.forms.answer(due_on=to, reason="The clinic was shut.")
    assert (screen.row.due_on, screen.row.moved) == (to, 1)


def test_a_stale_outcome_is_left_to_the_window_when_no_form_is_open(
    screen: Screen, action: UUID
) -> None:
    stale = screen.row
    screen.presenter.settle(stale, ActionStatus.IN_PROGRESS)
    screen.presenter.settle(stale, ActionStatus.DONE)
    assert [type(one).__name__ for one in screen.jobs.failures] == ["StaleRecordError"]
    assert status_of(screen, action) is ActionStatus.IN_PROGRESS


def test_a_folder_that_is_not_chosen_leaves_the_form_for_sheets_open(
    screen: Screen, tmp_path: Path
) -> None:
    screen.presenter.ask_sheets(None)
    screen.forms.answer(all_open=True)
    assert screen.forms.is_open()
    assert screen.toasts == []
    screen.view.folder = tmp_path / "out"
    screen.view.folder.mkdir()
    screen.forms.answer(all_open=True)
    screen.forms.answer(channel=Channel.PRINTED)
    assert not screen.forms.is_open()
    assert screen.toasts == [("1 returns sheet saved.", None)]
    assert [one.suffix for one in screen.view.folder.iterdir()] == [".xlsx"]


def test_the_list_narrows_and_the_place_remembers(screen: Screen) -> None:
    screen.presenter.narrow(agency_id=POLICE, owner_id=None)
    assert screen.view.rows == []
    screen.presenter.narrow(agency_id=HOUSING, owner_id=WORKER)
    assert len(screen.view.rows) == 1
    assert screen.moved[-1] == ActionsPlace(ActionFilter(agency_id=HOUSING, owner_id=WORKER))
    screen.presenter.show_instead(without_owner=True)
    assert screen.view.rows == []
    screen.presenter.show_all()
    assert len(screen.view.rows) == 1


def test_the_person_and_the_tracker_are_one_step_away(screen: Screen) -> None:
    person = screen.row.person_id
    assert person is not None
    screen.presenter.open_person(screen.row)
    screen.presenter.open_tracker("Kerrow Homes")
    assert screen.gone == [PersonPlace(person), PapersPlace(kind="tracker", agency="Kerrow Homes")]


def test_an_action_that_was_asked_for_is_among_those_of_its_person(
    desk: Desk, action: UUID
) -> None:
    other, _case = add_case(desk, "Petroc")
    add_action(desk, other, YESTERDAY, "A26-0002")
    person = read_action(desk, action).row.person_id
    screen = Screen(desk, place_of_action(action, person))
    assert [row.id for row in screen.view.rows] == [action]
    assert screen.view.place.action == action
    assert screen.view.whom.startswith("T")
    screen.presenter.narrow(person_id=None)
    assert len(screen.view.rows) == 2
    assert screen.view.whom == ""


def test_once_it_is_done_the_list_is_of_open_ones_and_nothing_is_asked_for(
    desk: Desk, action: UUID
) -> None:
    screen = Screen(desk, place_of_action(action, read_action(desk, action).row.person_id))
    screen.presenter.settle(screen.row, ActionStatus.DONE)
    assert screen.view.rows == []
    assert screen.view.place.wanted.open_only
    assert screen.view.place.action is None
    assert screen.view.whom.startswith("T")


def test_a_closed_action_that_was_asked_for_brings_the_closed_ones_along(
    screen: Screen, action: UUID
) -> None:
    person = screen.row.person_id
    screen.presenter.settle(screen.row, ActionStatus.DONE)
    again = Screen(screen.jobs.desk, place_of_action(action, person))
    assert [row.id for row in again.view.rows] == [action]
    assert not again.view.place.wanted.open_only


def test_an_action_far_down_a_long_list_is_read_up_to(
    desk: Desk, action: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = read_action(desk, action).row.person_id
    assert person is not None
    last = add_action(desk, person, TODAY + timedelta(days=9), "A26-0003")
    add_action(desk, person, TODAY, "A26-0002")
    in_ones = partial(find_actions, limit=1)
    monkeypatch.setattr("coordinator.ui.screens.actions.presenter.find_actions", in_ones)
    screen = Screen(desk, place_of_action(last, None))
    assert [row.number for row in screen.view.rows] == ["A26-0001", "A26-0002", "A26-0003"]


def test_the_text_for_an_agency_names_nobody(screen: Screen) -> None:
    screen.presenter.write_chases()
    (chase,) = screen.view.chases
    assert (chase.agency, chase.count) == ("Kerrow Homes", 1)
    assert "T (KP-0001): Ring the surgery (Rhys Roskilly, due Wed 18 Nov)" in chase.text
    assert "Past their date" in chase.text
    assert "Tomos" not in chase.text


def test_the_text_leaves_out_whom_the_agency_must_not_hear_of(desk: Desk, action: UUID) -> None:
    person = read_action(desk, action).row.person_id
    assert person is not None
    keep_from(desk, person, HOUSING)
    screen = Screen(desk)
    screen.presenter.write_chases()
    assert list(screen.view.chases) == []


@given(st.sampled_from(DueBy), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_choice_of_dates_is_recognised_again(by: DueBy, today: date) -> None:
    first, last = due_days(by, today, today + timedelta(days=3))
    assert due_choice(ActionFilter(due_from=first, due_until=last), today) is by
