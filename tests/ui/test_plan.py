"""The page of a plan: what its presenter does on a real store, what its widgets show and tell."""

from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.goals import add_goal, edit_goal
from coordinator.casework.plan_reads import read_plan, read_versions
from coordinator.casework.plans import begin_plan, edit_plan, propose_plan
from coordinator.domain.plan_views import PlanView, VersionView
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, GoalStatus, OfferStatus, PlanStatus
from coordinator.ui.asking import Asking
from coordinator.ui.autosave import Autosave, Clash, Slot, SlotState
from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.places import PersonPlace
from coordinator.ui.screens.plan.presenter import PlanPresenter, saving
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.screens.plan.wishes import OpenPlan, Wish, steps_of
from tests.casework.records import a_meeting
from tests.meetings import add_case
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, TODAY, sitting
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class Shown:
    """What the widgets would show."""

    def __init__(self) -> None:
        self.opened: OpenPlan | None = None
        self.steps: tuple[Wish, ...] = ()
        self.texts: dict[Slot, str] = {}
        self.states: dict[Slot, SlotState] = {}
        self.clashes: dict[Slot, Clash | None] = {}
        self.version: VersionView | None = None
        self.moved: list[tuple[UUID, int]] = []

    def show_plan(self, opened: OpenPlan, steps: tuple[Wish, ...]) -> None:
        self.opened, self.steps = opened, steps

    def show_version(self, version: VersionView) -> None:
        self.version = version

    def show_moved(self, goal: UUID, place: int) -> None:
        self.moved.append((goal, place))

    def show_text(self, slot: Slot, text: str) -> None:
        self.texts[slot] = text

    def show_state(self, slot: Slot, state: SlotState) -> None:
        self.states[slot] = state

    def show_clash(self, slot: Slot, clash: Clash | None) -> None:
        self.clashes[slot] = clash


class Page:
    """The page of one person's plan."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.desk, self.person = desk, person
        self.jobs = ImmediateJobs(desk)
        self.shown, self.told, self.forms = Shown(), Told(), Forms()
        self.autosave = Autosave(self.jobs, self.shown, self.told.tell, saving)
        self.presenter = PlanPresenter(
            self.jobs,
            self.shown,
            Asking(self.jobs, self.forms),
            self.autosave,
            self.told.tell,
            self.told.go,
            person,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def plan(self) -> PlanView:
        assert self.shown.opened is not None
        assert self.shown.opened.plan is not None
        return self.shown.opened.plan

    def goals(self) -> list[str]:
        return [one.line.own_words for one in self.plan.goals]


@pytest.fixture
def person(desk: Desk) -> UUID:
    who, _case = add_case(desk)
    return who


@pytest.fixture
def page(desk: Desk, person: UUID) -> Page:
    plan = begin_plan(desk, person).result
    for words in ("A door that locks", "To see my sister", "To sleep"):
        add_goal(desk, plan, own_words=words)
    return Page(desk, person)


def test_somebody_without_a_plan_is_offered_to_begin_one(desk: Desk, person: UUID) -> None:
    page = Page(desk, person)
    assert page.shown.opened is not None
    assert page.shown.opened.plan is None

    page.presenter.do(Wish.BEGIN)

    assert page.plan.status is PlanStatus.DRAFT
    assert page.shown.steps == (Wish.PROPOSE, Wish.WITH_PERSON, Wish.END)


def test_a_text_is_saved_when_it_is_left(page: Page) -> None:
    slot = Slot(page.plan.id, "plan.what_matters")
    page.autosave.leave(slot, "My dog")

    assert page.plan.text["what_matters"] == "My dog"
    assert page.shown.states[slot] is SlotState.SAVED


def test_the_words_of_a_goal_are_saved_when_they_are_left(page: Page) -> None:
    goal = page.plan.goals[0].line.id
    page.autosave.leave(Slot(goal, "goal.own_words"), "A door that is mine")

    assert page.goals() == ["A door that is mine", "To see my sister", "To sleep"]


def test_two_people_wording_one_goal_see_both_texts(page: Page, chair: Desk) -> None:
    row = page.plan.goals[0]
    slot = Slot(row.line.id, "goal.own_words")
    edit_goal(chair, row.line.id, seen=row.revision, own_words="A key of my own")
    page.autosave.leave(slot, "A door that is mine")

    clash = page.shown.clashes[slot]
    assert clash is not None
    assert (clash.mine, clash.theirs) == ("A door that is mine", "A key of my own")
    page.autosave.keep_mine(slot)
    assert page.goals()[0] == "A door that is mine"


def test_goals_move_up_and_down_one_after_the_other(page: Page) -> None:
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[2])
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[1])
    page.presenter.do(Wish.GOAL_DOWN, page.plan.goals[1])

    assert page.goals() == ["To sleep", "To see my sister", "A door that locks"]
    assert [place for _goal, place in page.shown.moved] == [2, 1, 3]
    assert page.told.notices == []


def test_the_first_goal_moves_no_further_up(page: Page) -> None:
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[0])

    assert page.goals()[0] == "A door that locks"
    assert page.shown.moved == []


def test_a_goal_is_added_and_one_without_words_is_refused_under_its_field(page: Page) -> None:
    page.presenter.do(Wish.ADD_GOAL)
    page.forms.answer(own_words=" ")
    assert page.forms.faults == {"own_words": "required"}

    page.forms.answer(own_words="To work again", target_on=TODAY)
    assert page.forms.question is None
    assert page.goals()[-1] == "To work again"
    assert page.plan.goals[-1].line.target_on == TODAY


def test_the_details_of_a_goal_change_only_what_was_changed(page: Page, chair: Desk) -> None:
    row = page.plan.goals[0]
    page.presenter.do(Wish.GOAL_DETAILS, row)
    edit_goal(chair, row.line.id, seen=row.revision, baseline="In a hostel")
    page.forms.answer(measure="Keys in hand")

    line = read_plan(page.desk, page.person).goals[0].line
    assert (line.baseline, line.measure) == ("In a hostel", "Keys in hand")


def test_a_clash_in_a_form_tells_what_they_wrote_and_the_second_press_keeps_mine(
    page: Page, chair: Desk
) -> None:
    row = page.plan.goals[0]
    page.presenter.do(Wish.GOAL_DETAILS, row)
    edit_goal(chair, row.line.id, seen=row.revision, measure="Thirty nights")
    page.forms.answer(measure="Keys in hand")

    (objection,) = page.forms.objections
    assert objection.details == ("How we shall know now says: Thirty nights",)
    assert read_plan(page.desk, page.person).goals[0].line.measure == "Thirty nights"
    page.forms.answer(measure="Keys in hand")
    assert read_plan(page.desk, page.person).goals[0].line.measure == "Keys in hand"


def test_how_a_goal_goes_is_told_with_a_note_where_one_is_needed(page: Page) -> None:
    page.presenter.do(Wish.GOAL_STATUS, page.plan.goals[0])
    page.forms.answer(status=GoalStatus.DROPPED)
    assert page.forms.faults == {"status_note": "required"}

    page.forms.answer(status=GoalStatus.DROPPED, status_note="Not wanted any more")
    assert page.plan.goals[0].line.status is GoalStatus.DROPPED


def test_an_offer_is_added_changed_and_given_up_with_a_reason(page: Page) -> None:
    page.presenter.do(Wish.ADD_OFFER)
    page.forms.answer(agency_id=HEALTH, what="A visit a week")
    page.presenter.do(Wish.OFFER_DETAILS, page.plan.offers[0])
    page.forms.answer(amount="One hour")
    page.presenter.do(Wish.OFFER_STATUS, page.plan.offers[0])
    page.forms.answer(status=OfferStatus.WITHDRAWN)
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(status=OfferStatus.WITHDRAWN, reason="Nobody is in post")

    (offer,) = page.plan.offers
    assert (offer.line.what, offer.line.amount) == ("A visit a week", "One hour")
    assert offer.line.status is OfferStatus.WITHDRAWN
    assert offer.status_note == "Nobody is in post"


def test_what_is_typed_is_saved_before_the_plan_is_put_forward(page: Page) -> None:
    page.autosave.typed(Slot(page.plan.id, "plan.direction"), "Home first")
    page.presenter.do(Wish.PROPOSE)

    assert page.plan.status is PlanStatus.PROPOSED
    assert page.plan.text["direction"] == "Home first"
    assert page.shown.steps == (Wish.AGREE, Wish.TAKE_BACK, Wish.WITH_PERSON, Wish.END)


def test_a_plan_is_agreed_at_a_meeting_and_with_the_person(page: Page) -> None:
    meeting = a_meeting(page.desk, "M26-0001")
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=meeting, answer=Answer.YES, agreed_with_on=TODAY)

    assert page.plan.status is PlanStatus.AGREED
    assert page.plan.agreed_at == "M26-0001"
    assert page.plan.with_person.answer is Answer.YES
    assert [one.number for one in read_versions(page.desk, page.person)] == [1]


def test_the_chair_decides_without_a_meeting_only_with_a_reason(page: Page) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR)
    assert page.plan.status is PlanStatus.PROPOSED
    assert page.forms.faults == {"reason": "required"}

    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    (version,) = read_versions(page.desk, page.person)
    assert (version.decided_by, version.reason) == ("Morwenna Tregear", "It cannot wait")


def test_a_plan_changed_while_agreeing_is_not_agreed_unseen(page: Page, chair: Desk) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    edit_plan(chair, page.plan.id, seen=page.plan.revision, direction="Something else")
    for _twice in range(2):
        page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")

    assert len(page.forms.objections) == 2
    assert read_plan(page.desk, page.person).status is PlanStatus.PROPOSED


def test_an_agreed_plan_is_agreed_again_only_once_it_changed(page: Page) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    assert Wish.AGREE not in page.shown.steps

    page.autosave.leave(Slot(page.plan.id, "plan.direction"), "Home first")
    assert Wish.AGREE in page.shown.steps


def test_a_version_is_read_with_what_it_changed(page: Page) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    assert page.shown.opened is not None
    page.presenter.do(Wish.VERSION, page.shown.opened.versions[0])

    assert page.shown.version is not None
    assert page.shown.version.row.number == 1


def test_a_plan_ends_with_a_reason(page: Page) -> None:
    page.presenter.do(Wish.END)
    page.forms.answer(reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="They moved away")

    assert page.shown.opened is not None
    assert page.shown.opened.plan is None


def test_an_empty_plan_put_forward_says_why_not(desk: Desk, person: UUID) -> None:
    begin_plan(desk, person)
    page = Page(desk, person)
    page.presenter.do(Wish.PROPOSE)

    assert [notice.what for notice in page.told.notices] == ["The plan says nothing yet."]


def test_whoever_may_not_edit_is_offered_no_step(page: Page) -> None:
    auditor = sitting(page.desk, COORDINATOR, Role.AUDITOR, COUNCIL)
    other = Page(auditor, page.person)

    assert other.shown.steps == ()
    assert other.shown.opened is not None
    assert not other.shown.opened.may_edit


def test_going_to_the_person_saves_what_is_typed_first(page: Page) -> None:
    page.autosave.typed(Slot(page.plan.id, "plan.direction"), "Home first")
    page.presenter.do(Wish.PERSON)

    assert page.told.places == [PersonPlace(page.person)]
    assert read_plan(page.desk, page.person).text["direction"] == "Home first"


def _view(qtbot: QtBot, page: Page) -> PlanPage:
    view = PlanPage()
    qtbot.addWidget(view)
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, steps_of(page.shown.opened))
    view.resize(1024, 700)
    view.show()
    return view


def _area(view: PlanPage, name: str) -> Area:
    return next(one for one in view.findChildren(Area) if one.accessibleName() == name)


def test_the_widgets_tell_what_is_typed_and_what_is_left(
    page: Page, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    told: list[tuple[Slot, str]] = []
    view.left.connect(lambda slot, text: told.append((slot, text)))
    area = _area(view, "What matters to me")
    with qtbot.waitSignal(view.typed) as typed:
        area.setPlainText("My dog")
    area.focusOutEvent(_focus_out())

    slot = Slot(page.plan.id, "plan.what_matters")
    assert typed.args == [slot, "My dog"]
    assert told == [(slot, "My dog")]


def test_reading_the_page_again_keeps_the_fields_and_the_cursor(
    page: Page, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    area = _area(view, "Goal 1, in the person's own words")
    view.show_text(Slot(page.plan.goals[0].line.id, "goal.own_words"), "A door that locks")
    cursor = area.textCursor()
    cursor.setPosition(4)
    area.setTextCursor(cursor)
    page.presenter.do(Wish.GOAL_DOWN, page.plan.goals[0])
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, page.shown.steps)
    view.show_text(Slot(page.plan.goals[1].line.id, "goal.own_words"), "A door that locks")

    assert area.accessibleName() == "Goal 2, in the person's own words"
    assert area.textCursor().position() == 4


def test_a_clash_can_be_settled_with_one_key(page: Page, qtbot: QtBot, look: theme.Look) -> None:
    view = _view(qtbot, page)
    slot = Slot(page.plan.id, "plan.what_matters")
    view.show_clash(slot, Clash("My dog", "My daughter", 3, "Morwenna Tregear"))
    chosen: list[Any] = []
    view.theirs_asked.connect(chosen.append)
    texts = {action.text(): action for action in _actions(view) if action.isEnabled()}
    texts["Take theirs (Alt+T)"].trigger()

    assert chosen == [slot]
    view.show_clash(slot, None)
    assert [action for action in _actions(view) if action.isEnabled()] == []


def _actions(view: PlanPage) -> list[Any]:
    from PySide6.QtGui import QAction

    return [one for one in view.findChildren(QAction) if "(Alt+" in one.text()]


def _focus_out() -> Any:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)


def test_a_plan_proposed_by_somebody_else_shows_its_new_steps(page: Page, chair: Desk) -> None:
    propose_plan(chair, page.plan.id, seen=page.plan.revision)
    page.presenter.load()

    assert page.shown.steps[0] is Wish.AGREE
