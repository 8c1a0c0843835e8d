"""What the page does: reads windows, leads to people and the paper, keeps unit costs. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.demand.costing import read_costs
from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.domain.demand.views import CostPage, CostRow, PanelDemand, Wanted
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import ImportPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.demand import questions
from coordinator.ui.shared.asking import ANEW, Asking

_SHOWN = (
    RecordKind.DEMAND_COUNT,
    RecordKind.UNIT_COST,
    RecordKind.CASE,
    RecordKind.PLAN,
    RecordKind.PLAN_VERSION,
    RecordKind.PERSON,
    RecordKind.EXCLUSION,
    RecordKind.PROGRAMME,
    RecordKind.PROGRAMME_PLACE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was read, with what the sitter may do on it."""

    demand: PanelDemand
    costs: CostPage
    may_print: bool
    may_import: bool


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_demand(self, shown: Shown) -> None:
        """Show it."""


class DemandPresenter:
    """Reads windows around when plans began, and what one of a measure costs."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        ways: tuple[Callable[[Place], None], Callable[[Place], None]],
        place: DemandPlace,
    ) -> None:
        """Begin with a place.

        Args:
            jobs: For the reads.
            view: The widgets.
            asking: For the forms.
            ways: Opens another place; is told when this place itself changed.
            place: Which windows, and whose.
        """
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._moved = ways
        self._wanted = place.wanted

    def load(self) -> None:
        """Read it."""
        self._jobs.query(
            partial(_read, wanted=self._wanted), self._view.show_demand, replaces="panel demand"
        )

    def look_again(self, changes: Changes) -> None:
        """Read again what was counted, and whose windows lie where."""
        if changes.touch(*_SHOWN):
            self.load()

    def choose(self, wanted: Wanted) -> None:
        """Look at other windows, or at other people."""
        self._wanted = wanted
        self._moved(DemandPlace(wanted))
        self.load()

    def open_person(self, person: UUID) -> None:
        """Go to somebody."""
        self._go(PersonPlace(person))

    def bring_in(self) -> None:
        """Go to where agencies' lists are brought in."""
        self._go(ImportPlace(target="demand"))

    def make_paper(self) -> None:
        """Go to the paper of the same windows."""
        self._go(PapersPlace(kind="demand", demand=self._wanted))

    def add_cost(self) -> None:
        """Ask what one of a measure costs."""
        self._asking.put(questions.new_cost(), questions.adding, about=ANEW)

    def change_cost(self, row: CostRow) -> None:
        """Ask what it costs now."""
        act = partial(questions.changing, row)
        self._asking.put(questions.change(row), act, about=row.id, seen=row.revision)

    def end_cost(self, row: CostRow) -> None:
        """Ask why a cost goes out of use."""
        act = partial(questions.ending, row)
        self._asking.put(questions.end(row), act, about=row.id, seen=row.revision)


def _read(desk: Desk, wanted: Wanted) -> Shown:
    role = desk.sitter.role
    return Shown(
        read_panel_demand(desk, wanted=wanted),
        read_costs(desk),
        may_print=may(role, Right.EXPORT_PANEL),
        may_import=may(role, Right.IMPORT),
    )
