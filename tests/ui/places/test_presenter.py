"""Place plans and groups, without a window: drafted, agreed, measured, filled in."""

from collections.abc import Callable, Mapping

import pytest

from coordinator.casework.desk import Desk
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.places.views import PlacePlanPage
from coordinator.domain.roles import Role
from coordinator.domain.states import PlacePlanStatus
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.places.deeds import Deed
from coordinator.ui.screens.places.presenter import Around, PlacesPresenter, Shown
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.notices import Notice
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import DUE, FROM, UNTIL, a_place_plan, a_priority, an_action
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, TODAY, sitting
from tests.switched import switch_on
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.place = PlacePlansPlace()
        self.page: PlacePlanPage | None = None
        self.warned: Mapping[str, str] = {}

    def show_places(self, shown: Shown, place: PlacePlansPlace) -> None:
        self.shown, self.place = shown, place

    def show_plan(self, page: PlacePlanPage) -> None:
        self.page = page

    def warn(self, sentences: Mapping[str, str]) -> None:
        self.warned = dict(sentences)


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk) -> None:
        self.view, self.forms, self.jobs = RememberingView(), Forms(), ImmediateJobs(desk)
        self.gone: list[Place] = []
        self.toasts: list[str] = []
        self.notices: list[Notice] = []

        def toast(told: str, _undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)

        around = Around(self.gone.append, lambda _place: None, toast, self.notices.append)
        asking = Asking(self.jobs, self.forms)
        self.presenter = PlacesPresenter(self.jobs, self.view, asking, around, PlacePlansPlace())
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()
        if self.shown.plans:
            self.look()

    @property
    def shown(self) -> Shown:
        assert self.view.shown is not None
        return self.view.shown

    def look(self) -> PlacePlanPage:
        """Read the first plan whole, as it is now."""
        self.presenter.look_at(self.shown.plans[0])
        assert self.view.page is not None
        return self.view.page

    def do(self, deed: Deed, about: object = None, **answers: object) -> None:
        self.presenter.do(deed, about)
        self.forms.answer(**answers)


def test_a_plan_is_drafted_filled_and_agreed(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)
    page = Screen(desk)
    page.do(Deed.DRAFT, place="Truro", title="Quiet streets", from_on=FROM, to_on=UNTIL)
    page.do(Deed.ADD_PRIORITY, page.look().plan, title="Noise", owner_agency_id=HOUSING)
    page.do(
        Deed.ADD_ACTION,
        page.look().priorities[0],
        text="Visit the traders",
        measure="All nine visited",
        owner_id=OFFICER,
        coworkers=(NURSE,),
        due_on=DUE,
    )
    page.do(
        Deed.ADD_MEASURE,
        page.look().plan,
        title="Calls about noise",
        source="Police",
        baseline="40",
        target="30",
        caveat="Not all that is heard is called in.",
    )
    page.do(Deed.RECORD, page.look().measures[0], value="36", read_on=TODAY)
    page.presenter.do(Deed.AGREE, page.look().plan)
    (plan,) = page.shown.plans
    assert (plan.status, plan.open_actions) == (PlacePlanStatus.AGREED, 1)
    assert page.toasts == ["P26-001 is agreed."]
    shown = page.look()
    assert [read.value for read in shown.measures[0].readings] == ["36"]
    assert shown.priorities[0].actions[0].measure == "All nine visited"


def test_enforcement_is_agreed_once_it_is_said_what_it_does(desk: Desk) -> None:
    a_priority(desk)
    page = Screen(desk)
    what = {"text": "A dispersal order for the fair days", "measure": "Drafted", "due_on": DUE}
    asked = {**what, "owner_id": OFFICER, "kind": ActionKind.ENFORCEMENT}
    page.do(Deed.ADD_ACTION, page.look().priorities[0], **asked)
    assert set(page.forms.faults) == {"victim_effect", "engagement_effect"}
    page.forms.answer(**asked, victim_effect="Passengers are left in peace.")
    assert set(page.forms.faults) == {"engagement_effect"}
    effects = {"victim_effect": "Peace.", "engagement_effect": "Outreach goes round first."}
    page.forms.answer(**asked, **effects)
    (agreed,) = page.look().priorities[0].actions
    assert agreed.row.kind is ActionKind.ENFORCEMENT


def test_new_words_that_name_a_measure_are_saved_once_it_is_said_what_that_does(
    desk: Desk,
) -> None:
    priority = a_priority(desk)
    an_action(desk, priority, kind=ActionKind.LEGAL, text="Ask the solicitor")
    page = Screen(desk)
    (action,) = page.look().priorities[0].actions
    page.do(Deed.CHANGE_ACTION, action, text="Apply for a dispersal order")
    assert page.look().priorities[0].actions[0].row.text == "Ask the solicitor"
    effects = {"victim_effect": "Peace.", "engagement_effect": "Outreach goes round first."}
    page.do(Deed.CHANGE_ACTION, action, text="Apply for a dispersal order", **effects)
    assert page.look().priorities[0].actions[0].row.text == "Apply for a dispersal order"


def test_what_is_changed_and_ended_is_shown_at_once(desk: Desk) -> None:
    plan = a_place_plan(desk)
    an_action(desk, a_priority(desk, plan))
    page = Screen(desk)
    page.do(Deed.CHANGE_PLAN, page.look().plan, title="Calm evenings")
    page.do(Deed.CHANGE_PRIORITY, page.look().priorities[0], why="Asked for most")
    action = page.look().priorities[0].actions[0]
    page.do(Deed.CHANGE_ACTION, action, text="Walk on Saturdays")
    shown = page.look()
    assert (shown.plan.title, shown.priorities[0].why) == ("Calm evenings", "Asked for most")
    assert shown.priorities[0].actions[0].row.text == "Walk on Saturdays"
    page.do(Deed.END_PRIORITY, shown.priorities[0], reason="Settled.")
    page.do(Deed.END_PLAN, page.look().plan, reason="The year is over.")
    assert not list(page.shown.plans)
    page.presenter.narrow(ended_too=True)
    page.do(Deed.REOPEN_PLAN, page.look().plan, reason="Not yet.")
    assert page.shown.plans[0].status is PlacePlanStatus.DRAFT


def test_a_form_with_a_name_in_it_is_warned_and_stays_until_it_is_said_to_be_none(
    desk: Desk,
) -> None:
    switch_on(desk, Feature.PLACES)
    a_person(desk, "Rose", "Trelawny")
    page = Screen(desk)
    page.presenter.do(Deed.DRAFT)
    page.presenter.typed({"summary": "Round Rose Court", "place": "Truro"})
    assert list(page.view.warned) == ["summary"]
    told = {"place": "Truro", "title": "Rose Court at night", "from_on": FROM, "to_on": UNTIL}
    page.forms.answer(**told, nobody_is_meant=False)
    assert page.forms.faults == {"title": "may-name-somebody"}
    page.forms.answer(**told, nobody_is_meant=True)
    assert page.shown.plans[0].title == "Rose Court at night"


def test_a_group_is_set_up_and_its_seats_are_filled_and_vacated(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)
    page = Screen(desk)
    page.do(Deed.FOUND, name="Board", kind=GroupKind.BOARD, with_seats=True)
    (group,) = page.shown.groups
    assert group.vacant == 1
    page.do(Deed.ADD_SEAT, group, name="Town Clerk")
    page.do(Deed.FILL_SEAT, page.shown.groups[0].seats[-1], holder_id=OFFICER)
    assert page.shown.groups[0].seats[-1].holder_id == OFFICER
    page.do(Deed.VACATE_SEAT, page.shown.groups[0].seats[-1])
    assert page.shown.groups[0].seats[-1].vacant_since == TODAY
    page.do(Deed.END_SEAT, page.shown.groups[0].seats[-1], reason="Not here.")
    page.do(Deed.CHANGE_GROUP, page.shown.groups[0], name="Strategic Board")
    assert page.shown.groups[0].name == "Strategic Board"
    page.do(Deed.END_GROUP, page.shown.groups[0], reason="Merged.")
    assert page.shown.groups == ()


def test_the_latest_figure_of_a_measure_is_taken_back(desk: Desk) -> None:
    plan = a_place_plan(desk)
    page = Screen(desk)
    page.do(Deed.ADD_MEASURE, None, title="Calls", source="Police")
    page.do(Deed.RECORD, page.look().measures[0], value="36")
    page.do(Deed.TAKE_BACK, page.look().measures[0], reason="Of another town.")
    shown = page.look()
    assert (shown.plan.id, shown.measures[0].readings) == (plan, ())
    page.do(Deed.CHANGE_MEASURE, shown.measures[0], caveat="Late.")
    page.do(Deed.END_MEASURE, page.look().measures[0], reason="No more counts.")
    assert (page.look().measures[0].caveat, page.look().measures[0].ended_on) == ("Late.", TODAY)


def test_an_empty_plan_cannot_be_agreed_and_says_why(desk: Desk) -> None:
    a_place_plan(desk)
    page = Screen(desk)
    page.presenter.do(Deed.AGREE, page.look().plan)
    assert [one.what for one in page.notices] == ["This place plan has no priority yet."]


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.REPRESENTATIVE, Role.AUDITOR])
def test_whoever_decides_nothing_only_reads(desk: Desk, role: Role) -> None:
    a_place_plan(desk)
    page = Screen(sitting(desk, NURSE, role, HEALTH))
    assert not page.shown.may_edit
    assert page.shown.known.people == ()
    page.presenter.open_paper()
    page.presenter.open_plan_paper(page.shown.plans[0])
    assert page.gone == [
        PapersPlace(kind="places"),
        PapersPlace(kind="places", place_plan="P26-001"),
    ]
