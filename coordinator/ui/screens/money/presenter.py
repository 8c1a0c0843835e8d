"""What the page does: reads the panel's money, decides requests, keeps what was given. No Qt."""

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.money.reading import read_panel_money
from coordinator.domain.accountability import Period, check_period
from coordinator.domain.errors import RuleError
from coordinator.domain.money.views import AllocationRow, LineRow, PanelMoney
from coordinator.domain.outcomes import Changes
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.money import questions
from coordinator.ui.shared.asking import ANEW, Answered, Asking, Values
from coordinator.ui.shared.money_forms import Deciding, Deed
from coordinator.ui.shared.money_presenting import put_deed


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_money(self, money: PanelMoney) -> None:
        """Show it."""


class MoneyPagePresenter:
    """Reads the panel's money, and does what is wished."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, go: Callable[[Place], None]
    ) -> None:
        self._jobs, self._view, self._asking, self._go = jobs, view, asking, go
        self._money: PanelMoney | None = None

    def load(self) -> None:
        """Read it."""
        self._jobs.query(read_panel_money, self._show, replaces="panel money")

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: people, switches and money are all shown here."""
        if changes.kinds:
            self.load()

    def do(self, deed: Deed, line: LineRow) -> None:
        """Ask what a deed on a request needs, and do it."""
        if (money := self._money) is not None:
            deciding = Deciding(money.chairs, money.positions.get(line.fund))
            put_deed(self._asking, deed, line, deciding)

    def open_person(self, person: UUID | None) -> None:
        """Go to whom a request is about."""
        if person is not None:
            self._go(PersonPlace(person))

    def add(self) -> None:
        """Ask what the panel was given."""
        self._asking.put(questions.allocation_question(), questions.adding, about=ANEW)

    def change(self, row: AllocationRow) -> None:
        """Ask what is said of an allocation now."""
        act = partial(questions.changing, row)
        question = questions.allocation_question(row)
        self._asking.put(question, act, about=row.id, seen=row.revision)

    def end(self, row: AllocationRow) -> None:
        """Ask why an allocation is taken back."""
        act = partial(questions.ending, row)
        self._asking.put(questions.end_question(row), act, about=row.id, seen=row.revision)

    def ask_days(self) -> None:
        """Ask for which days the ledger is wanted, as a paper."""
        if (money := self._money) is not None:
            self._asking.hear(questions.ledger_days(money.today), self._open_paper)

    def _open_paper(self, said: Values, form: Answered) -> None:
        period = Period(said["from_on"], said["until_on"])
        try:
            check_period(period, self._money.today if self._money else period.until_on)
        except RuleError as error:
            form.refused(error)
            return
        form.done()
        self._go(PapersPlace(kind="money", period=period))

    def _show(self, money: PanelMoney) -> None:
        self._money = money
        self._view.show_money(money)
