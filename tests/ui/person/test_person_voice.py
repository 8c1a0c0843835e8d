"""What a person asked for, on their page: noted, answered, told; and what may be said of them."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.comms import find_comms_about
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.voice.wishes import find_wishes, note_wish
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.panel.settings import Phrase
from coordinator.domain.people.wishes import NewWish, WishRow, WishState
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.plan import new_action
from coordinator.ui.screens.this_week.asked import asked_card
from coordinator.ui.screens.this_week.seen import seen_in
from coordinator.ui.shared.asking import Asking
from coordinator.wording.voice import balance_words
from tests.casework.actions.test_enforcement import brought_in
from tests.casework.entries_on_file import a_person, a_plan
from tests.stores import CHAIR, COORDINATOR, NURSE, OFFICER, TODAY, WORKER
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs

WEEK = TODAY + timedelta(days=7)


class Page:
    """A person as they would be shown."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.opened: OpenedPerson | None = None
        self.told, self.forms, self.jobs = Told(), Forms(), ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = PersonPresenter(
            self.jobs, self, asking, self.told.tell, self.told.go, person
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_person(self, opened: OpenedPerson) -> None:
        self.opened = opened

    def show_nobody(self) -> None:
        self.opened = None

    def add_history(self, history: object) -> None: ...
    def show_earlier_words(self, note: UUID, history: object) -> None: ...
    def add_contacts(self, contacts: object) -> None: ...
    def show_texts(self, texts: object) -> None: ...
    def show_version(self, version: object) -> None: ...

    @property
    def shown(self) -> OpenedPerson:
        assert self.opened is not None
        return self.opened

    @property
    def wish(self) -> WishRow:
        (one,) = self.shown.wishes
        return one


@pytest.fixture
def person(desk: Desk) -> UUID:
    found = a_person(desk)
    a_plan(desk, found)
    return found


@pytest.fixture
def page(desk: Desk, person: UUID) -> Page:
    return Page(desk, person)


def test_a_wish_is_noted_answered_and_told_from_the_page(page: Page) -> None:
    assert Step.WISH in page.shown.steps
    page.presenter.do(Step.WISH)
    page.forms.answer(words="A room with a door")
    assert page.shown.wishes == ()  # nobody answers it yet
    page.forms.answer(words="A room with a door", owner_id=WORKER)
    assert (page.wish.words, page.wish.state) == ("A room with a door", WishState.WAITING)
    page.presenter.do(Step.GIVE_WISH, page.wish)
    page.forms.answer(owner_id=NURSE)
    assert page.wish.owner.name == "Kasia Dębska"
    page.presenter.do(Step.ANSWER_WISH, page.wish)
    page.forms.answer(answer="From Monday, at the harbour house")
    assert page.wish.state is WishState.ANSWERED
    page.presenter.do(Step.TELL_WISH, page.wish)
    page.forms.answer()
    assert (page.wish.state, page.wish.told_by) == (WishState.TOLD, "Kasia Dębska")


def test_what_may_be_said_is_agreed_changed_and_ended_with_a_reason(
    desk: Desk, person: UUID, page: Page
) -> None:
    page.presenter.do(Step.COMMS)
    page.forms.answer(may_say="Agencies work together", said_by_id=CHAIR)
    assert page.shown.comms is not None
    assert page.shown.comms.said_by == "Morwenna Tregear"
    page.presenter.do(Step.CHANGE_COMMS, page.shown.comms)
    page.forms.answer(not_say="Where they stay")
    page.presenter.do(Step.END_COMMS, page.shown.comms)
    page.forms.answer(reason="Nobody asks any more")
    (line,) = find_comms_about(desk, [person])[person]
    assert (line.not_say, line.end_reason) == ("Where they stay", "Nobody asks any more")
    page.presenter.do(Step.COMMS)  # nothing stands: another can be agreed
    page.forms.answer(not_say="Anything")
    assert len(find_comms_about(desk, [person])[person]) == 2


def test_an_action_brought_in_unthought_is_said_on_the_plan_and_thought_through_there(
    desk: Desk, person: UUID, page: Page
) -> None:
    brought_in(desk, person)
    page.presenter.load()
    assert page.shown.plan is not None
    (action,) = page.shown.plan.unthought
    page.presenter.do(Step.THINK, action)
    page.forms.answer(victim_effect="None expected", engagement_effect="May leave; outreach goes")
    assert page.shown.plan.unthought == ()


def test_the_balance_is_counted_in_words(desk: Desk, person: UUID) -> None:
    add_action(desk, NewAction("Ring", NURSE, WEEK, person))
    add_action(
        desk,
        NewAction(
            "Serve the notice",
            OFFICER,
            WEEK,
            person,
            kind=ActionKind.ENFORCEMENT,
            thought=Thought("Peace", "None expected"),
        ),
    )
    assert balance_words(read_plan(desk, person).balance) == (
        "Open actions: 1 support, 1 enforcement."
    )


def test_the_action_form_asks_for_both_effects_also_when_a_phrase_says_the_kind(
    desk: Desk, person: UUID
) -> None:
    from coordinator.domain.errors import InvalidFieldsError

    phrase = Phrase("Hold back the notice", action_kind=ActionKind.ENFORCEMENT)
    values = {
        "text": phrase.text,
        "owner_id": OFFICER,
        "due_on": WEEK,
        "kind": None,
        "victim_effect": "",
        "engagement_effect": "",
    }
    with pytest.raises(InvalidFieldsError) as refused:
        new_action.agreeing(person, None, (phrase,), values, 0)(desk)  # type: ignore[arg-type]
    assert set(refused.value.fields) == {"victim_effect", "engagement_effect"}
    said = {"victim_effect": "None expected", "engagement_effect": "None expected"}
    new_action.agreeing(person, None, (phrase,), {**values, **said}, 0)(desk)  # type: ignore[arg-type]
    assert [one.kind for one in read_plan(desk, person).actions] == [ActionKind.ENFORCEMENT]
    assert find_wishes(desk, [person]) == {}


def test_this_week_lists_what_waits_the_sitters_own_first(
    desk: Desk, person: UUID, look: theme.Look, qtbot: QtBot
) -> None:
    long_ago = TODAY - timedelta(days=30)
    note_wish(desk, NewWish(person, "A phone", NURSE, asked_on=long_ago, answer_by=long_ago))
    note_wish(desk, NewWish(person, "A key", COORDINATOR))
    week = read_this_week(desk)
    shown = asked_card(
        week.wishes, COORDINATOR, TODAY, lambda _person: None, seen_in(week, TODAY), lambda: None
    )
    qtbot.addWidget(shown)
    words = " ".join(one.text() for one in shown.findChildren(QLabel))
    assert words.index("“A key”") < words.index("“A phone”")
    marks = [one.accessibleName() for one in shown.findChildren(Chip)]
    assert "2 wait, 1 is yours" in " ".join(marks)
