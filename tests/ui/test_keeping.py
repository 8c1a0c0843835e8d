"""Who holds somebody, on their page: the forms, what comes of them, and who may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.cases.phases import move_phase
from coordinator.casework.desk import Desk
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import record_death
from coordinator.domain.cases.rules import MoveIn
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.person.keeping import Keeping
from coordinator.domain.roles import Role
from coordinator.domain.states import CasePhase, HousingStep, ProtocolStatus, Sensitivity
from coordinator.domain.tonight import PartState
from coordinator.ui.screens.person.keeping.presenter import KeepingPresenter
from coordinator.ui.screens.person.keeping.steps import Keep, Kept
from coordinator.ui.shared.asking import Asking
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import COUNCIL, HOUSING, NOON, NURSE, OFFICER, TODAY, WORKER, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

DAY = timedelta(days=1)


class Part:
    """This part of the page as it would be shown, on a real store."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.shown: Kept | None = None
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        self.presenter = KeepingPresenter(self.jobs, self, Asking(self.jobs, self.forms), person)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_kept(self, kept: Kept) -> None:
        self.shown = kept

    def show_nothing(self) -> None:
        self.shown = None

    @property
    def kept(self) -> Keeping:
        assert self.shown is not None
        return self.shown.about

    @property
    def may(self) -> frozenset[Keep]:
        assert self.shown is not None
        return self.shown.may

    def do(self, keep: Keep, about: object = None, **answers: Any) -> None:
        self.presenter.do(keep, about)
        self.forms.answer(**answers)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


@pytest.fixture
def part(desk: Desk, person: UUID) -> Part:
    return Part(desk, person)


def test_a_form_says_who_holds_and_the_strip_shows_it(part: Part) -> None:
    part.do(Keep.HOLD, worker_id=NURSE, parts=(DayPart.EVENING, DayPart.NIGHT), weekdays=())
    strip = part.kept.strip
    assert strip is not None
    held = {one.part for one in strip.parts if one.state is PartState.PROMISED}
    assert held == {DayPart.EVENING, DayPart.NIGHT}
    part.do(Keep.UNTIL, strip.holdings[0])
    assert part.kept.strip is not None
    assert len(part.kept.strip.holdings) == 1


def test_a_form_without_anybody_is_refused_and_stays(part: Part) -> None:
    part.do(Keep.HOLD, parts=(DayPart.DAY,), weekdays=())
    assert part.forms.objections
    assert part.kept.strip is not None
    assert part.kept.strip.holdings == ()


def test_a_change_ahead_is_added_gets_somebody_and_is_told(part: Part) -> None:
    part.do(Keep.MOVE, kind=ComingMoveKind.COURT, on=TODAY, at_time="10:00")
    assert part.kept.strip is not None
    (move,) = part.kept.strip.unmet
    part.do(Keep.CHANGE_MOVE, move, met_by="Her sister")
    (move,) = part.kept.strip.moves
    assert move.met_by == "Her sister"
    part.do(Keep.HAPPENED, move, outcome="Adjourned")
    assert part.kept.strip.moves == ()


def test_a_change_far_ahead_stands_on_the_page_as_well(part: Part) -> None:
    part.do(Keep.MOVE, kind=ComingMoveKind.EVICTION, on=TODAY + 60 * DAY)
    assert part.kept.strip is not None
    assert len(part.kept.strip.moves) == 1


def test_steps_begin_are_taken_and_end_when_they_take_part_again(
    desk: Desk, person: UUID, part: Part
) -> None:
    part.presenter.do(Keep.START)
    assert part.forms.question is not None
    assert "offices are closed" in part.forms.question.about
    part.forms.answer(why="Not at home four times")
    running = part.kept.running
    assert running is not None
    part.do(Keep.TAKE, running.steps[0], note="Nobody there")
    part.do(Keep.ARRANGE, running.steps[1], owner_id=WORKER)
    log_contact(desk, NewContact(person, NOON, ContactType.STREET, ContactResult.MET_ENGAGED))
    part.presenter.load()
    running = part.kept.running
    assert running is not None
    assert (running.steps[0].note, running.steps[1].owner) == ("Nobody there", "Rhys Roskilly")
    part.presenter.do(Keep.END, running)
    assert part.forms.question is not None
    assert part.forms.question.asks[0].value is ProtocolStatus.BACK_IN_TOUCH
    part.forms.answer()
    assert part.kept.running is None


def test_a_refusal_is_kept_appealed_and_named_as_a_barrier(
    desk: Desk, person: UUID, part: Part
) -> None:
    def asked() -> Any:
        return part.kept.housing.applications[0]

    part.do(Keep.APPLY, provider_id=HOUSING, what="A room")
    refused = HousingStep.REFUSED
    part.do(Keep.ANSWER, asked(), status=refused, refusal=HousingRefusal.ARREARS)
    part.do(Keep.BARRIER, asked())
    part.do(Keep.APPEAL, asked(), note="Paid off")
    part.do(Keep.APPEAL_RESULT, asked(), result=AppealResult.WON)
    assert (asked().status, asked().appeal_result) == (HousingStep.OFFERED, AppealResult.WON)
    assert len(find_barriers(desk, [person])[person]) == 1


def test_what_a_home_must_allow_for_is_noted_and_taken_off(part: Part) -> None:
    part.do(Keep.CONSTRAINT, constraint=ConstraintKind.ARSON)
    (row,) = part.kept.housing.constraints
    assert row.sensitivity is Sensitivity.RESTRICTED
    part.do(Keep.END_CONSTRAINT, row, reason="It was somebody else")
    assert part.kept.housing.constraints == ()


def test_the_rhythm_of_a_new_home_is_shown_and_put_right(
    desk: Desk, person: UUID, part: Part
) -> None:
    home = MoveIn(TODAY - 10 * DAY, "", "Rhys", 7)
    move_phase(desk, case_of(desk, person), CasePhase.SUSTAINING, move_in=home)
    part.presenter.load()
    assert part.kept.next_contact is not None
    assert part.kept.next_contact.days_late == 3
    part.do(Keep.HOME, contact_every=14)
    assert part.kept.next_contact.days_late == 0


@pytest.mark.parametrize(
    ("make", "may"),
    [
        (lambda desk: sitting(desk, OFFICER, Role.AUDITOR, COUNCIL), False),
        (lambda desk: sitting(desk, OFFICER, Role.CHAIR, COUNCIL), True),
    ],
)
def test_who_only_reads_is_offered_nothing(
    desk: Desk, person: UUID, make: Callable[[Desk], Desk], *, may: bool
) -> None:
    part = Part(make(desk), person)
    assert bool(part.may) is may
    if not may:
        part.presenter.do(Keep.HOLD)
        assert part.forms.question is None


def test_the_file_of_the_dead_is_frozen(desk: Desk, person: UUID) -> None:
    record_death(desk, person, died_on=TODAY, source="The hospital")
    assert Part(desk, person).may == frozenset()


def test_what_was_typed_about_one_person_is_not_in_the_form_about_another(
    desk: Desk, part: Part
) -> None:
    part.presenter.do(Keep.CONSTRAINT)
    assert part.forms.keeper is not None
    part.forms.keeper.keep({"details": "Not near the refuge"})
    other = Part(desk, a_person(desk))
    other.presenter.do(Keep.CONSTRAINT)
    assert other.forms.keeper is not None
    assert other.forms.keeper.typed == {}
