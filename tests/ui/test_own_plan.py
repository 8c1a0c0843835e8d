"""The page of My plan: begun, written with gentle hints, signed off, given; what is refused."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.roles import Role
from coordinator.domain.voice.easy_read import HintKind
from coordinator.domain.voice.own_plans import OwnPlanState, Part
from coordinator.ui.places.every import PapersPlace, PersonPlace
from coordinator.ui.screens.own_plan.presenter import OwnPlanPresenter
from coordinator.ui.screens.own_plan.wishes import OpenOwnPlan, Wish
from coordinator.ui.shared.asking import Asking
from tests.casework.entries_on_file import a_person
from tests.casework.own_plans import planned
from tests.stores import CHAIR, COUNCIL, TODAY, sitting
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class Page:
    """My plan of one person, as it would be shown."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.shown: list[tuple[OpenOwnPlan, tuple[Wish, ...]]] = []
        self.told, self.forms, self.jobs = Told(), Forms(), ImmediateJobs(desk)
        self.presenter = OwnPlanPresenter(
            self.jobs, self, Asking(self.jobs, self.forms), self.told.tell, self.told.go, person
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_plan(self, opened: OpenOwnPlan, steps: tuple[Wish, ...]) -> None:
        self.shown.append((opened, steps))

    @property
    def opened(self) -> OpenOwnPlan:
        return self.shown[-1][0]

    @property
    def steps(self) -> tuple[Wish, ...]:
        return self.shown[-1][1]


@pytest.fixture
def person(desk: Desk) -> UUID:
    return planned(desk)


@pytest.fixture
def page(desk: Desk, person: UUID) -> Page:
    made = Page(desk, person)
    made.presenter.do(Wish.BEGIN)
    return made


def test_from_a_draft_to_given_and_what_they_think_of_it(
    page: Page, desk: Desk, person: UUID
) -> None:
    assert list(page.steps) == [Wish.SIGN]
    page.presenter.do(Wish.WRITE, Part.I_DO)
    page.forms.answer(i_do="I ring back.\nI eat.")
    assert [one.words for one in page.opened.lines[Part.I_DO]] == ["I ring back.", "I eat."]
    page.presenter.do(Wish.SIGN)
    page.forms.answer()
    assert list(page.steps) == [Wish.GIVE]
    page.presenter.do(Wish.GIVE)
    page.forms.answer(channel=Channel.PRINTED, variant=OwnPlanVariant.LARGE_PRINT)
    assert list(page.steps) == [Wish.VIEW, Wish.BEGIN]
    assert not page.opened.may_write
    page.presenter.do(Wish.VIEW)
    page.forms.answer(view=OwnView.HAPPY, said="Good")
    view = read_own_plan(desk, person)
    assert (view.state, view.variant, view.view, view.given_on) == (
        OwnPlanState.GIVEN,
        OwnPlanVariant.LARGE_PRINT,
        OwnView.HAPPY,
        TODAY,
    )


def test_a_long_sentence_with_two_ideas_and_a_hard_word_gets_three_gentle_hints(
    page: Page,
) -> None:
    page.presenter.do(Wish.WRITE, Part.HELPS)
    long = "I want a tenancy of my own and I want it before the cold winter months come to us all."
    page.forms.answer(helps=f"Come early.\n{long}")
    first, second = page.opened.lines[Part.HELPS]
    assert first.hints == ()
    assert [one.kind for one in second.hints] == [
        HintKind.LONG,
        HintKind.TWO_IDEAS,
        HintKind.HARD_WORD,
    ]


def test_whoever_is_named_is_asked_about_before_it_is_signed_off(page: Page) -> None:
    page.presenter.do(Wish.WRITE, Part.HELPS)
    page.forms.answer(helps="Morwenna cooks.")
    assert page.opened.lines[Part.HELPS][0].names == "Morwenna"
    page.presenter.do(Wish.SIGN)
    page.forms.answer(names_agreed=False)
    assert page.forms.is_open()
    assert page.forms.objections
    page.forms.answer(names_agreed=True)
    assert page.opened.plan.state is OwnPlanState.SIGNED


def test_it_leads_to_the_paper_and_back_to_the_person(page: Page, person: UUID) -> None:
    page.presenter.do(Wish.PAPER)
    page.presenter.do(Wish.PERSON)
    assert page.told.places == [
        PapersPlace(kind="my-plan", person="KP-0001"),
        PersonPlace(person),
    ]


def test_without_an_agreed_plan_it_cannot_begin(desk: Desk) -> None:
    page = Page(desk, a_person(desk))
    assert not page.opened.plan.can_begin
    page.presenter.do(Wish.BEGIN)
    assert page.told.notices
    assert page.opened.plan.id is None


def test_an_auditor_reads_it_and_changes_nothing(desk: Desk, person: UUID, page: Page) -> None:
    auditor = Page(sitting(desk, CHAIR, Role.AUDITOR, COUNCIL), person)
    assert auditor.steps == ()
    assert not auditor.opened.may_write
