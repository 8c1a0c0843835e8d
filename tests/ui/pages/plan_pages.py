"""The page of a plan as it would be shown, on a real store."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.plans.views import PlanView, VersionView
from coordinator.ui.lanes.autosave import Autosave, Clash, Slot, SlotState
from coordinator.ui.screens.plan.presenter import PlanPresenter, saving
from coordinator.ui.screens.plan.wishes import OpenPlan, Wish
from coordinator.ui.shared.asking import Asking
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


class PlanOnPage:
    """The page of one person's plan."""

    def __init__(
        self, desk: Desk, person: UUID, kind: type[ImmediateJobs] = ImmediateJobs
    ) -> None:
        self.desk, self.person = desk, person
        self.jobs = kind(desk)
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
