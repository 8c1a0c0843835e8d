"""Texts that save themselves, on a real store."""

from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.casework.records.drafts import read_draft, read_drafts
from coordinator.ui.lanes.autosave import Autosave, Clash, Slot, SlotState
from coordinator.ui.screens.plan.presenter import saving
from tests.meetings import add_case
from tests.stores import Clock
from tests.ui.desks import Told, WaitingJobs


class Shown:
    """What the widgets would show."""

    def __init__(self) -> None:
        self.texts: dict[Slot, str] = {}
        self.states: dict[Slot, SlotState] = {}
        self.clashes: dict[Slot, Clash | None] = {}

    def show_text(self, slot: Slot, text: str) -> None:
        self.texts[slot] = text

    def show_state(self, slot: Slot, state: SlotState) -> None:
        self.states[slot] = state

    def show_clash(self, slot: Slot, clash: Clash | None) -> None:
        self.clashes[slot] = clash


class Page:
    """One plan that is being typed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.person, _case = add_case(desk)
        self.plan: UUID = begin_plan(desk, self.person).result
        self.matters = Slot(self.plan, "plan.what_matters")
        self.trust = Slot(self.plan, "plan.who_i_trust")
        self.open()

    def open(self) -> None:
        self.jobs, self.shown, self.told = WaitingJobs(self.desk), Shown(), Told()
        self.autosave = Autosave(self.jobs, self.shown, self.told.tell, saving)
        plan = read_plan(self.desk, self.person)
        for slot in (self.matters, self.trust):
            self.autosave.stand(slot, plan.text[slot.column], plan.revision)

    def text(self, slot: Slot) -> str:
        return read_plan(self.desk, self.person).text[slot.column]

    def edit_meanwhile(self, desk: Desk, **texts: Any) -> None:
        plan = read_plan(desk, self.person)
        edit_plan(desk, plan.id, seen=plan.revision, **texts)


@pytest.fixture
def page(desk: Desk) -> Page:
    return Page(desk)


def test_what_is_typed_is_kept_as_a_draft_and_not_yet_in_the_plan(page: Page) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.jobs.go_on()

    draft = read_draft(page.desk, "plan.what_matters", page.plan)
    assert draft is not None
    assert draft.values == {"text": "My dog"}
    assert page.text(page.matters) == ""
    assert page.shown.states[page.matters] is SlotState.TYPED


def test_leaving_the_field_saves_it_and_the_draft_goes(page: Page) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.autosave.leave(page.matters, "My dog, and quiet")
    page.jobs.go_on()

    assert page.text(page.matters) == "My dog, and quiet"
    assert read_drafts(page.desk) == ()
    assert page.shown.states[page.matters] is SlotState.SAVED
    assert page.autosave.unsaved == frozenset()


def test_one_save_is_in_flight_and_the_next_goes_on_from_its_revision(page: Page) -> None:
    page.autosave.leave(page.matters, "My dog")
    page.autosave.leave(page.trust, "Kasia")
    page.autosave.leave(page.matters, "My dog and my sister")
    assert len(page.jobs.waiting) == 1
    page.jobs.go_on()

    assert page.text(page.matters) == "My dog and my sister"
    assert page.text(page.trust) == "Kasia"
    assert page.told.notices == []
    assert page.autosave.unsaved == frozenset()


def test_typing_that_went_on_while_it_was_saved_is_still_typing(page: Page) -> None:
    page.autosave.leave(page.matters, "My dog")
    page.autosave.typed(page.matters, "My dog and")
    page.jobs.go_on()

    assert page.text(page.matters) == "My dog"
    assert page.autosave.unsaved == {page.matters}
    draft = read_draft(page.desk, "plan.what_matters", page.plan)
    assert draft is not None
    assert draft.values == {"text": "My dog and"}


def test_a_text_put_back_as_it_was_is_not_saved(page: Page) -> None:
    before = read_plan(page.desk, page.person).revision
    page.autosave.typed(page.matters, "x")
    page.autosave.leave(page.matters, "")
    page.jobs.go_on()

    assert read_plan(page.desk, page.person).revision == before
    assert read_drafts(page.desk) == ()


def test_what_somebody_else_wrote_in_another_field_is_no_clash(page: Page, chair: Desk) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.edit_meanwhile(chair, who_i_trust="Kasia")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()

    assert (page.text(page.matters), page.text(page.trust)) == ("My dog", "Kasia")


def test_a_clash_shows_both_texts_and_who_wrote_the_other(
    page: Page, chair: Desk, clock: Clock
) -> None:
    page.autosave.typed(page.matters, "My dog")
    clock.move(minutes=1)
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()

    clash = page.shown.clashes[page.matters]
    assert clash is not None
    assert (clash.mine, clash.theirs) == ("My dog", "My daughter")
    assert clash.who == "Morwenna Tregear, Thu 19 November 2026 at 12:01"
    assert page.text(page.matters) == "My daughter"
    assert page.shown.states[page.matters] is SlotState.CLASH


def test_my_text_can_be_kept_over_theirs(page: Page, chair: Desk) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    page.autosave.keep_mine(page.matters)
    page.jobs.go_on()

    assert page.text(page.matters) == "My dog"
    assert page.shown.clashes[page.matters] is None
    assert read_drafts(page.desk) == ()


def test_a_third_text_meanwhile_is_another_clash(page: Page, chair: Desk) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    page.edit_meanwhile(chair, what_matters="My daughter Zoe")
    page.autosave.keep_mine(page.matters)
    page.jobs.go_on()

    clash = page.shown.clashes[page.matters]
    assert clash is not None
    assert clash.theirs == "My daughter Zoe"
    assert page.text(page.matters) == "My daughter Zoe"


def test_their_text_can_be_taken(page: Page, chair: Desk) -> None:
    page.autosave.typed(page.matters, "My dog")
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    page.autosave.take_theirs(page.matters)
    page.jobs.go_on()

    assert page.shown.texts[page.matters] == "My daughter"
    assert page.text(page.matters) == "My daughter"
    assert read_drafts(page.desk) == ()
    assert page.autosave.unsaved == frozenset()


def test_a_text_somebody_types_is_left_alone_when_the_page_is_read_again(page: Page) -> None:
    page.shown.texts.clear()
    page.autosave.typed(page.matters, "My do")
    page.autosave.stand(page.matters, "My daughter", 99)

    assert page.matters not in page.shown.texts


def test_an_answer_overtaken_by_a_save_is_not_shown(page: Page) -> None:
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    page.shown.texts.clear()
    page.autosave.stand(page.matters, "", 1)

    assert page.shown.texts == {}


def test_typing_goes_on_where_it_was_broken_off(page: Page) -> None:
    page.autosave.typed(page.matters, "My do")
    page.jobs.go_on()
    page.open()
    page.autosave.restore(read_drafts(page.desk))

    assert page.shown.texts[page.matters] == "My do"
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    assert page.text(page.matters) == "My dog"


def test_a_draft_of_before_a_change_by_somebody_else_is_a_clash(page: Page, chair: Desk) -> None:
    page.autosave.typed(page.matters, "My do")
    page.jobs.go_on()
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.open()
    page.autosave.restore(read_drafts(page.desk))
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()

    assert page.shown.states[page.matters] is SlotState.CLASH


def test_settling_saves_everything_before_it_goes_on(page: Page) -> None:
    done: list[str] = []
    page.autosave.typed(page.matters, "My dog")
    page.autosave.typed(page.trust, "Kasia")
    page.autosave.settle(lambda: done.append(page.text(page.trust)))
    page.jobs.go_on()

    assert done == ["Kasia"]
    assert page.text(page.matters) == "My dog"


def test_settling_waits_for_the_choice_between_two_texts(page: Page, chair: Desk) -> None:
    done: list[str] = []
    page.autosave.typed(page.matters, "My dog")
    page.edit_meanwhile(chair, what_matters="My daughter")
    page.autosave.leave(page.matters, "My dog")
    page.jobs.go_on()
    page.autosave.settle(lambda: done.append("went on"))
    page.jobs.go_on()

    assert done == []
    assert len(page.told.notices) == 1


def test_letting_go_shows_the_text_that_stands(page: Page) -> None:
    page.autosave.typed(page.matters, "My do")
    page.autosave.let_go(page.matters)
    page.jobs.go_on()

    assert page.shown.texts[page.matters] == ""
    assert read_drafts(page.desk) == ()


def test_a_refused_text_stays_typed_and_says_why(page: Page) -> None:
    too_long = "x" * 100_001
    page.autosave.leave(page.matters, too_long)
    page.jobs.go_on()

    assert len(page.told.notices) == 1
    assert page.autosave.unsaved == {page.matters}
    assert page.shown.states[page.matters] is SlotState.TYPED
