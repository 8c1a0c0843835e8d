"""What is stuck: three ways to look, filters, and the page of one escalation."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.escalations.raising import change_draft
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.records.drafts import read_drafts
from coordinator.casework.stuck.reading import read_stuck
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import BarrierCategory, EscalationTrack
from coordinator.domain.roles import Role
from coordinator.domain.states import BarrierStatus, EscalationStatus, Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.places.every import EscalationPlace, PersonPlace, StuckPlace, StuckShown
from coordinator.ui.screens.escalation import presenter as page
from coordinator.ui.screens.escalation.deeds import Deed as PageDeed
from coordinator.ui.screens.stuck.presenter import Deed, Shown, StuckPresenter, Ways
from coordinator.ui.screens.stuck.view import StuckView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.escalation_text import Letter
from tests.casework.counting import queries
from tests.casework.stuck_people import ASK, Stuck, stuck
from tests.stores import COUNCIL, NURSE, POLICE, Clock, sitting, store
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs

__all__ = ["store"]


class View:
    """Remembers what is shown."""

    shown: Shown
    place: StuckPlace

    def show_stuck(self, shown: Shown, place: StuckPlace) -> None:
        self.shown, self.place = shown, place


class Page:
    """The screen of what is stuck without a window."""

    def __init__(self, desk: Desk, place: StuckPlace | None = None) -> None:
        self.jobs, self.view, self.forms, self.told = ImmediateJobs(desk), View(), Forms(), Told()
        self.moved: list[object] = []
        self.toasts: list[str] = []
        ways = Ways(
            self.told.go, self.moved.append, lambda words, _undo: self.toasts.append(words)
        )
        asking = Asking(self.jobs, self.forms)
        self.presenter = StuckPresenter(self.jobs, self.view, asking, ways, place or StuckPlace())
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def barriers(self) -> list[UUID]:
        return [one.id for one in self.view.shown.barriers]


class Letters:
    """The page of one escalation without a window."""

    def __init__(self, desk: Desk, escalation: UUID) -> None:
        self.jobs, self.forms, self.told = ImmediateJobs(desk), Forms(), Told()
        self.toasts: list[str] = []
        self.opened: page.Opened | None = None
        self.letter = ""
        self.letter_to: Letter | None = None
        ways = page.Ways(
            self.told.go, lambda words, _undo: self.toasts.append(words), self.told.tell
        )
        asking = Asking(self.jobs, self.forms)
        self.presenter = page.EscalationPresenter(self.jobs, self, asking, ways, escalation)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_escalation(self, opened: page.Opened) -> None:
        self.opened = opened

    def show_letter(self, letter: Letter) -> None:
        self.letter, self.letter_to = letter.text, letter

    def show_none(self) -> None:
        self.opened = None

    @property
    def deeds(self) -> tuple[PageDeed, ...]:
        assert self.opened is not None
        return self.opened.deeds

    @property
    def status(self) -> EscalationStatus:
        assert self.opened is not None
        return self.opened.story.row.status


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def test_every_open_barrier_is_listed_with_what_is_asked_about_it(case: Stuck) -> None:
    other = stuck(case.desk)
    key = case.asked()
    shown = Page(case.desk).view.shown
    asked = {row.id: row.escalation.id if row.escalation else None for row in shown.barriers}
    assert asked == {case.barrier.id: key, other.barrier.id: None}


def test_one_press_escalates_a_barrier_and_leads_to_its_page(case: Stuck) -> None:
    found = Page(case.desk)
    row = found.view.shown.barriers[0]
    assert found.presenter.deeds_for(row)[0] is Deed.ESCALATE
    found.presenter.open(row)
    found.forms.answer(ask=ASK, receiver="Ada Moss", sensitivity=Sensitivity.RESTRICTED)
    (one,) = find_escalations(case.desk)
    assert found.told.places == [EscalationPlace(one.id)]
    assert "nothing is sent" in found.toasts[0]
    assert (one.status, one.sensitivity) == (EscalationStatus.DRAFT, Sensitivity.RESTRICTED)


def test_a_day_offices_are_closed_is_moved_and_the_page_says_so(case: Stuck) -> None:
    found = Page(case.desk)
    found.presenter.open(found.view.shown.barriers[0])
    saturday = case.desk.today() + timedelta(days=2)
    found.forms.answer(ask=ASK, respond_by=saturday)
    assert "offices are closed on Sat 21 Nov" in found.toasts[0]


def test_a_barrier_that_is_asked_about_leads_to_its_escalation(case: Stuck) -> None:
    key = case.escalate()
    found = Page(case.desk)
    found.presenter.open(found.view.shown.barriers[0])
    assert found.told.places == [EscalationPlace(key)]


def test_filters_narrow_both_lists_and_the_board(desk: Desk, clock: Clock) -> None:
    first, second = stuck(desk), stuck(desk, category=BarrierCategory.MH_THRESHOLD)
    late = first.asked()
    clock.move(days=14)
    second.asked()
    found = Page(desk, StuckPlace(StuckShown.ESCALATIONS))
    found.presenter.narrow(overdue=True)
    assert [one.id for one in found.view.shown.escalations] == [late]
    assert found.barriers == [first.barrier.id]
    assert sum(len(one.rows) for one in found.view.shown.columns) == 1
    found.presenter.narrow(overdue=False, category=BarrierCategory.MH_THRESHOLD)
    assert found.barriers == [second.barrier.id]
    found.presenter.show_all()
    assert len(found.barriers) == 2
    assert found.moved[-1] == StuckPlace(StuckShown.ESCALATIONS)


def test_mine_is_what_i_work_on_raised_or_am_asked(desk: Desk) -> None:
    asked, other = stuck(desk), stuck(desk)
    change_draft(desk, asked.escalate(), seen=1, receiver_id=NURSE)
    nurse = sitting(desk, NURSE, Role.COORDINATOR, COUNCIL)
    found = Page(nurse, StuckPlace(mine=True))
    assert found.barriers == [asked.barrier.id]
    assert other.barrier.id not in found.barriers


def test_the_next_level_is_one_press_only_once_the_answer_is_overdue(
    case: Stuck, clock: Clock
) -> None:
    key = case.asked()
    found = Page(case.desk, StuckPlace(StuckShown.ESCALATIONS))
    (row,) = found.view.shown.escalations
    assert Deed.NEXT_LEVEL not in found.presenter.deeds_for(row)
    clock.move(days=14)
    found.presenter.load()
    (row,) = found.view.shown.escalations
    found.presenter.do(Deed.NEXT_LEVEL, row)
    (drafted,) = find_escalations(case.desk)
    assert (drafted.level, drafted.status) == (2, EscalationStatus.DRAFT)
    assert drafted.id != key


def test_who_may_only_look_is_offered_no_act(case: Stuck) -> None:
    case.asked()
    auditor = sitting(case.desk, NURSE, Role.AUDITOR, POLICE)
    found = Page(auditor)
    row = found.view.shown.barriers[0]
    assert found.presenter.deeds_for(row) == (Deed.OPEN, Deed.PERSON)
    found.presenter.do(Deed.PERSON, row)
    assert found.told.places == [PersonPlace(case.person)]


def test_a_barrier_goes_out_of_the_way_with_how(case: Stuck) -> None:
    found = Page(case.desk)
    found.presenter.do(Deed.RESOLVE, found.view.shown.barriers[0])
    found.forms.answer(resolution="")
    assert found.forms.faults == {"resolution": "required"}
    found.forms.answer(resolution="A cousin took the dog.")
    assert case.barrier.status is BarrierStatus.RESOLVED
    assert found.barriers == []


def test_reading_asks_as_often_for_many_as_for_few(desk: Desk) -> None:
    stuck(desk).asked()
    with queries(desk) as few:
        read_stuck(desk)
    for _at in range(6):
        stuck(desk).asked()
    with queries(desk) as many:
        read_stuck(desk)
    assert len(many) == len(few)


def test_a_draft_without_receiver_or_ask_is_completed_before_it_is_sent(case: Stuck) -> None:
    found = Page(case.desk)
    found.presenter.open(found.view.shown.barriers[0])
    found.forms.answer()
    (one,) = find_escalations(case.desk)
    letters = Letters(case.desk, one.id)
    assert letters.deeds.index(PageDeed.CHANGE) == 0
    letters.presenter.do(PageDeed.SEND)
    assert letters.forms.question is not None
    assert letters.forms.question.about == "Say whom it asks and what exactly; then it can go."
    letters.forms.answer(ask=ASK, receiver="Ada Moss")
    assert letters.status.value == "draft"
    assert letters.deeds.index(PageDeed.SEND) == 0
    letters.presenter.do(PageDeed.SEND)
    letters.forms.answer()
    assert letters.status.value == "sent"


def test_a_draft_whose_receiver_has_left_says_so_before_it_can_go(
    desk: Desk, clock: Clock
) -> None:
    case = stuck(desk)
    key = case.escalate()
    change_draft(desk, key, seen=1, receiver_id=NURSE)
    record_leaving(desk, NURSE, on=desk.today())
    clock.move(days=1)
    letters = Letters(desk, key)
    letters.presenter.do(PageDeed.SEND)
    assert letters.forms.question is not None
    assert letters.forms.question.about.endswith("has left. Say who is asked now; then it can go.")
    assert letters.status.value == "draft"


def test_what_went_out_earlier_is_noted_with_its_day_though_the_answer_is_late_by_now(
    desk: Desk, clock: Clock
) -> None:
    case = stuck(desk)
    letters = Letters(case.desk, case.escalate())
    raised = case.desk.today()
    clock.move(days=30)
    letters.presenter.do(PageDeed.SEND)
    letters.forms.answer()
    assert letters.forms.faults == {"respond_by": "before-sent"}
    letters.forms.answer(sent_on=raised)
    assert letters.status.value == "sent"
    letters.presenter.load()
    assert letters.deeds.index(PageDeed.NEXT_LEVEL) == 0


def test_an_answer_before_it_was_asked_is_refused_at_its_field_and_nothing_is_lost(
    case: Stuck,
) -> None:
    letters = Letters(case.desk, case.asked())
    letters.presenter.do(PageDeed.ANSWER)
    outcome = letters.forms.question.asks[0].choices[0][0]  # type: ignore[union-attr]
    before = case.desk.today() - timedelta(days=1)
    letters.forms.answer(outcome=outcome, answer="Yes.", answered_on=before)
    assert letters.forms.faults == {"answered_on": "before-sent"}
    assert letters.forms.is_open()
    assert letters.status.value == "sent"


def test_what_is_typed_is_kept_until_it_is_done(case: Stuck) -> None:
    letters = Letters(case.desk, case.asked())
    letters.presenter.do(PageDeed.ANSWER)
    assert letters.forms.keeper is not None
    letters.forms.keeper.keep({"answer": "Half an ans"})
    assert [one.values["answer"] for one in read_drafts(case.desk)] == ["Half an ans"]
    again = Letters(case.desk, find_escalations(case.desk)[0].id)
    again.presenter.do(PageDeed.ANSWER)
    assert again.forms.keeper is not None
    assert again.forms.keeper.typed["answer"] == "Half an ans"


def test_closing_asks_for_its_effect(case: Stuck) -> None:
    key = case.asked()
    letters = Letters(case.desk, key)
    letters.presenter.do(PageDeed.ANSWER)
    outcome = letters.forms.question.asks[0].choices[0][0]  # type: ignore[union-attr]
    letters.forms.answer(outcome=outcome, answer="Yes.")
    assert letters.deeds.index(PageDeed.CLOSE) == 0
    letters.presenter.do(PageDeed.CLOSE)
    letters.forms.answer(effect="")
    assert letters.forms.faults == {"effect": "required"}
    letters.forms.answer(effect="She moves in on Monday.", barrier_status=BarrierStatus.RESOLVED)
    assert letters.status.value == "closed"
    assert case.barrier.status is BarrierStatus.RESOLVED
    assert find_barriers(case.desk, [case.person]) == {}


def test_safeguarding_says_that_it_goes_past_the_ladder(case: Stuck) -> None:
    found = Page(case.desk)
    found.presenter.open(found.view.shown.barriers[0])
    found.forms.answer(track=EscalationTrack.SAFEGUARDING, ask=ASK)
    assert "goes past the ladder" in found.toasts[0]
    (one,) = find_escalations(case.desk, EscalationFilter(track=EscalationTrack.SAFEGUARDING))
    assert one.level is None


def test_the_text_to_copy_names_nobody(case: Stuck) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, impact="Kezia waits outside.")
    letters = Letters(case.desk, key)
    letters.presenter.do(PageDeed.TEXT)
    assert ASK in letters.letter
    assert "KP-0001 waits outside." in letters.letter
    assert "Kezia" not in letters.letter


def test_naming_the_person_is_the_chairs_decision_with_a_reason(case: Stuck) -> None:
    letters = Letters(case.desk, case.escalate())
    letters.presenter.do(PageDeed.SHOW_NAMES)
    letters.forms.answer(reason="They hold the tenancy.")
    assert letters.opened is not None
    assert letters.opened.story.row.names_shown
    letters.presenter.do(PageDeed.HIDE_NAMES)
    assert not letters.opened.story.row.names_shown


def test_what_is_gone_or_withheld_says_so(desk: Desk) -> None:
    letters = Letters(desk, UUID(int=77))
    assert letters.opened is None
    assert letters.told.notices


def test_the_lists_are_sound_models(look: theme.Look, qapp: QApplication) -> None:
    del look, qapp
    view = StuckView()
    for table in view.tables.values():
        QAbstractItemModelTester(table.rows)
    view.deleteLater()
