"""What the page of a plan does, on a real store."""

from uuid import UUID

import pytest

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.panel.settings import change_line, read_topic
from coordinator.casework.plans.goals import add_goal, edit_goal
from coordinator.casework.plans.reading import read_plan, read_versions
from coordinator.casework.plans.writing import begin_plan, edit_plan, propose_plan
from coordinator.db.models import Action
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.lists.panel import Feature, Topic
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, GoalStatus, OfferStatus, PlanStatus, Sensitivity
from coordinator.ui.lanes.autosave import Slot, SlotState
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.plan.wishes import SHORT, Wish
from tests.casework.entries_on_file import a_meeting
from tests.meetings import add_case
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, TODAY, sitting
from tests.ui.desks import WaitingJobs
from tests.ui.pages.plan_pages import PlanOnPage


@pytest.fixture
def person(desk: Desk) -> UUID:
    who, _case = add_case(desk)
    return who


@pytest.fixture
def page(desk: Desk, person: UUID) -> PlanOnPage:
    plan = begin_plan(desk, person).result
    for words in ("A door that locks", "To see my sister", "To sleep"):
        add_goal(desk, plan, own_words=words)
    return PlanOnPage(desk, person)


def test_somebody_without_a_plan_is_offered_to_begin_one(desk: Desk, person: UUID) -> None:
    page = PlanOnPage(desk, person)
    assert page.shown.opened is not None
    assert page.shown.opened.plan is None

    page.presenter.do(Wish.BEGIN)

    assert page.plan.status is PlanStatus.DRAFT
    assert page.shown.steps == (Wish.PROPOSE, Wish.WITH_PERSON, Wish.END)


def test_a_plan_on_paper_that_waits_for_the_basis_says_so_before_it_is_tried(
    page: PlanOnPage,
) -> None:
    withdraw_basis(page.desk, page.person, reason="They objected")
    page.presenter.load()
    assert page.shown.opened is not None
    assert page.shown.opened.paper_waits
    page.presenter.do(Wish.PAPER)
    assert page.told.places == []
    assert "or was withdrawn" in page.told.notices[-1].what


def test_a_text_is_saved_when_it_is_left(page: PlanOnPage) -> None:
    slot = Slot(page.plan.id, "plan.what_matters")
    page.autosave.leave(slot, "My dog")

    assert page.plan.text["what_matters"] == "My dog"
    assert page.shown.states[slot] is SlotState.SAVED


def test_the_words_of_a_goal_are_saved_when_they_are_left(page: PlanOnPage) -> None:
    goal = page.plan.goals[0].line.id
    page.autosave.leave(Slot(goal, "goal.own_words"), "A door that is mine")

    assert page.goals() == ["A door that is mine", "To see my sister", "To sleep"]


def test_two_people_wording_one_goal_see_both_texts(page: PlanOnPage, chair: Desk) -> None:
    row = page.plan.goals[0]
    slot = Slot(row.line.id, "goal.own_words")
    edit_goal(chair, row.line.id, seen=row.revision, own_words="A key of my own")
    page.autosave.leave(slot, "A door that is mine")

    clash = page.shown.clashes[slot]
    assert clash is not None
    assert (clash.mine, clash.theirs) == ("A door that is mine", "A key of my own")
    page.autosave.keep_mine(slot)
    assert page.goals()[0] == "A door that is mine"


def test_goals_move_up_and_down_one_after_the_other(page: PlanOnPage) -> None:
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[2])
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[1])
    page.presenter.do(Wish.GOAL_DOWN, page.plan.goals[1])

    assert page.goals() == ["To sleep", "To see my sister", "A door that locks"]
    assert [place for _goal, place in page.shown.moved] == [2, 1, 3]
    assert page.told.notices == []


def test_a_second_move_before_the_page_is_read_again_goes_on_from_the_first(
    page: PlanOnPage,
) -> None:
    slow = PlanOnPage(page.desk, page.person, WaitingJobs)
    assert isinstance(slow.jobs, WaitingJobs)
    slow.jobs.go_on()
    last = slow.plan.goals[2]
    for _press in range(2):
        slow.presenter.do(Wish.GOAL_UP, last)
        slow.jobs.waiting.pop()()  # the move itself; reading again waits
    slow.jobs.go_on()

    assert slow.goals() == ["To sleep", "A door that locks", "To see my sister"]
    assert slow.told.notices == []


def test_the_first_goal_moves_no_further_up(page: PlanOnPage) -> None:
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[0])

    assert page.goals()[0] == "A door that locks"
    assert page.shown.moved == []


def test_a_goal_is_added_and_one_without_words_is_refused_under_its_field(
    page: PlanOnPage,
) -> None:
    page.presenter.do(Wish.ADD_GOAL)
    page.forms.answer(own_words=" ")
    assert page.forms.faults == {"own_words": "required"}

    page.forms.answer(own_words="To work again", target_on=TODAY)
    assert page.forms.question is None
    assert page.goals()[-1] == "To work again"
    assert page.plan.goals[-1].line.target_on == TODAY


def test_the_details_of_a_goal_change_only_what_was_changed(page: PlanOnPage, chair: Desk) -> None:
    row = page.plan.goals[0]
    page.presenter.do(Wish.GOAL_DETAILS, row)
    edit_goal(chair, row.line.id, seen=row.revision, baseline="In a hostel")
    page.forms.answer(measure="Keys in hand")

    line = read_plan(page.desk, page.person).goals[0].line
    assert (line.baseline, line.measure) == ("In a hostel", "Keys in hand")


def test_a_clash_in_a_form_tells_what_they_wrote_and_the_second_press_keeps_mine(
    page: PlanOnPage, chair: Desk
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


def test_how_a_goal_goes_is_told_with_a_note_where_one_is_needed(page: PlanOnPage) -> None:
    page.presenter.do(Wish.GOAL_STATUS, page.plan.goals[0])
    page.forms.answer(status=GoalStatus.DROPPED)
    assert page.forms.faults == {"status_note": "required"}

    page.forms.answer(status=GoalStatus.DROPPED, status_note="Not wanted any more")
    assert page.plan.goals[0].line.status is GoalStatus.DROPPED


def test_an_offer_is_added_changed_and_given_up_with_a_reason(page: PlanOnPage) -> None:
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


def test_what_is_typed_is_saved_before_the_plan_is_put_forward(page: PlanOnPage) -> None:
    page.autosave.typed(Slot(page.plan.id, "plan.direction"), "Home first")
    page.presenter.do(Wish.PROPOSE)

    assert page.plan.status is PlanStatus.PROPOSED
    assert page.plan.text["direction"] == "Home first"
    assert page.shown.steps == (Wish.AGREE, Wish.TAKE_BACK, Wish.WITH_PERSON, Wish.END)


def test_a_plan_is_agreed_at_a_meeting_and_with_the_person(page: PlanOnPage) -> None:
    meeting = a_meeting(page.desk, "M26-0001")
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=meeting, answer=Answer.YES, agreed_with_on=TODAY)

    assert page.plan.status is PlanStatus.AGREED
    assert page.plan.agreed_at == "M26-0001"
    assert page.plan.with_person.answer is Answer.YES
    assert [one.number for one in read_versions(page.desk, page.person)] == [1]


def test_what_is_typed_is_saved_before_it_is_agreed(page: PlanOnPage) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.autosave.typed(Slot(page.plan.id, "plan.direction"), "Home first")
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    assert page.shown.opened is not None
    page.presenter.do(Wish.VERSION, page.shown.opened.versions[0])

    assert page.shown.version is not None
    assert page.shown.version.snapshot.text["direction"] == "Home first"


def test_the_chair_decides_without_a_meeting_only_with_a_reason(page: PlanOnPage) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR)
    assert page.plan.status is PlanStatus.PROPOSED
    assert page.forms.faults == {"reason": "required"}

    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    (version,) = read_versions(page.desk, page.person)
    assert (version.decided_by, version.reason) == ("Morwenna Tregear", "It cannot wait")


def test_a_plan_changed_while_agreeing_is_not_agreed_unseen(page: PlanOnPage, chair: Desk) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    edit_plan(chair, page.plan.id, seen=page.plan.revision, direction="Something else")
    for _twice in range(2):
        page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")

    assert len(page.forms.objections) == 2
    assert read_plan(page.desk, page.person).status is PlanStatus.PROPOSED


def test_an_agreed_plan_is_agreed_again_only_once_it_changed(page: PlanOnPage) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    assert Wish.AGREE not in page.shown.steps

    page.autosave.leave(Slot(page.plan.id, "plan.direction"), "Home first")
    assert Wish.AGREE in page.shown.steps


def test_a_version_is_read_with_what_it_changed(page: PlanOnPage) -> None:
    page.presenter.do(Wish.PROPOSE)
    page.presenter.do(Wish.AGREE)
    page.forms.answer(meeting_id=None, decided_by=CHAIR, reason="It cannot wait")
    assert page.shown.opened is not None
    page.presenter.do(Wish.VERSION, page.shown.opened.versions[0])

    assert page.shown.version is not None
    assert page.shown.version.row.number == 1


def test_a_plan_ends_with_a_reason(page: PlanOnPage) -> None:
    page.presenter.do(Wish.END)
    page.forms.answer(reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="They moved away")

    assert page.shown.opened is not None
    assert page.shown.opened.plan is None


def test_an_empty_plan_put_forward_says_why_not(desk: Desk, person: UUID) -> None:
    begin_plan(desk, person)
    page = PlanOnPage(desk, person)
    page.presenter.do(Wish.PROPOSE)

    assert [notice.what for notice in page.told.notices] == ["The plan says nothing yet."]


def test_whoever_may_not_edit_is_offered_no_step(page: PlanOnPage) -> None:
    auditor = sitting(page.desk, COORDINATOR, Role.AUDITOR, COUNCIL)
    other = PlanOnPage(auditor, page.person)

    assert other.shown.steps == ()
    assert other.shown.opened is not None
    assert not other.shown.opened.may_edit


def test_going_to_the_person_saves_what_is_typed_first(page: PlanOnPage) -> None:
    page.autosave.typed(Slot(page.plan.id, "plan.direction"), "Home first")
    page.presenter.do(Wish.PERSON)

    assert page.told.places == [PersonPlace(page.person)]
    assert read_plan(page.desk, page.person).text["direction"] == "Home first"


def test_a_plan_proposed_by_somebody_else_shows_its_new_steps(
    page: PlanOnPage, chair: Desk
) -> None:
    propose_plan(chair, page.plan.id, seen=page.plan.revision)
    page.presenter.load()

    assert page.shown.steps[0] is Wish.AGREE


def test_an_action_is_agreed_with_the_panels_phrases_at_hand(page: PlanOnPage) -> None:
    goal = page.plan.goals[0]
    page.presenter.do(Wish.ADD_ACTION, goal)
    question = page.forms.question
    assert question is not None
    offered = [words for _value, words in question.asks[0].choices]
    assert len(offered) == 40
    phrase = next(words for words in offered if words.startswith("Write a short crisis plan"))

    page.forms.answer(text=phrase, owner_id=None)
    assert set(page.forms.faults) == {"owner_id"}
    page.forms.answer(text=phrase, owner_id=COORDINATOR)

    (action,) = find_actions(page.desk, ActionFilter()).rows
    assert (action.text, action.owner.id) == (phrase, COORDINATOR)
    with page.desk.read() as look:
        assert look.get(Action, action.id).action_kind is ActionKind.HEALTH


def test_who_may_see_an_action_is_asked_when_it_is_agreed(page: PlanOnPage) -> None:
    page.presenter.do(Wish.ADD_ACTION, page.plan.goals[0])
    said = {"text": "Ask about the flat", "owner_id": COORDINATOR}
    page.forms.answer(**said, sensitivity=Sensitivity.SERIOUS_HARM)
    (action,) = find_actions(page.desk, ActionFilter()).rows
    assert action.sensitivity is Sensitivity.SERIOUS_HARM


def test_a_short_plan_asks_for_five_texts_and_shows_what_was_written(page: PlanOnPage) -> None:
    edit_plan(page.desk, page.plan.id, seen=page.plan.revision, unknowns="Where she sleeps")
    switch_off(page.desk, Feature.LONG_PLAN)
    page.presenter.load()
    opened = page.shown.opened
    assert opened is not None
    shown = [name for name in SECTIONS if opened.shows_text(name)]
    assert set(shown) == SHORT | {"unknowns"}


def test_offers_are_out_of_sight_until_one_stands(page: PlanOnPage) -> None:
    switch_off(page.desk, Feature.OFFERS)
    page.presenter.load()
    assert page.shown.opened is not None
    assert not page.shown.opened.shows_offers
    record_offer(page.desk, page.person, agency_id=COUNCIL, what="A room", conditions="")
    page.presenter.load()
    assert page.shown.opened.shows_offers


def switch_off(desk: Desk, feature: Feature) -> None:
    lines = read_topic(desk, Topic.FEATURES)
    line = next(one for one in lines if one.key == feature)
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=False)
