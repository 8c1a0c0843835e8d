"""What this part of a person's page does: reads counts, keeps them, chooses the window. No Qt."""

from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.demand.reading import read_demand
from coordinator.domain.demand.views import CountRow, PersonDemand, Wanted
from coordinator.domain.demand.windows import Edges
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.outcomes import Changes
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.demand_forms import (
    changing,
    count_question,
    end_question,
    ending,
    noting,
)
from coordinator.ui.shared.keeping_forms import Named, read_named


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_demand(self, demand: PersonDemand) -> None:
        """Show it."""

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""


class DemandPresenter:
    """Reads how often somebody needed services, and does what is wished."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, person: UUID) -> None:
        self._jobs, self._view, self._asking, self._person = jobs, view, asking, person
        self._wanted = Wanted()

    def load(self) -> None:
        """Read it."""
        read = partial(read_demand, person_id=self._person, wanted=self._wanted)
        self._jobs.query(read, self._view.show_demand, replaces="demand", refused=self._refused)

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: nearly everything is about somebody."""
        if changes.kinds:
            self.load()

    def choose(self, months: int, edges: Edges) -> None:
        """Look at other windows."""
        self._wanted = replace(self._wanted, months=months, edges=edges)
        self.load()

    def note(self) -> None:
        """Ask for a count, and keep it."""
        self._jobs.query(read_named, self._ask_new, replaces="demand named")

    def change(self, row: CountRow) -> None:
        """Ask what a count says now."""
        self._jobs.query(read_named, partial(self._ask_change, row), replaces="demand named")

    def take_back(self, row: CountRow) -> None:
        """Ask why a count is taken back."""
        self._asking.put(end_question(row), partial(ending, row), about=row.id, seen=row.revision)

    def _ask_new(self, named: Named) -> None:
        self._asking.put(count_question(named), partial(noting, self._person), about=self._person)

    def _ask_change(self, row: CountRow, named: Named) -> None:
        question = count_question(named, row)
        self._asking.put(question, partial(changing, row), about=row.id, seen=row.revision)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._view.show_nothing()  # the page itself says why
        return True
