"""What the card of one person's money does, wherever it is shown. No Qt."""

from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.money.reading import read_money
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.money.views import EntryRow, LineRow, PersonMoney
from coordinator.domain.outcomes import Changes
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared import money_forms as forms
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.money_forms import Deciding, Deed


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_money(self, money: PersonMoney) -> None:
        """Show it."""

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""


class MoneyPresenter:
    """Reads somebody's money, and does what is wished."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, person: UUID) -> None:
        self._jobs, self._view, self._asking, self._person = jobs, view, asking, person
        self._money: PersonMoney | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(read_money, person_id=self._person)
        self._jobs.query(read, self._show, replaces="money", refused=self._refused)

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: switches and goals are shown here, too."""
        if changes.kinds:
            self.load()

    def ask(self) -> None:
        """Ask what money is wanted for."""
        if (money := self._money) is not None:
            question = forms.request_question(money.goals, may_restrict=money.may_restrict)
            self._asking.put(
                question, partial(forms.asking, self._person), about=self._person, reasons=True
            )

    def do(self, deed: Deed, line: LineRow) -> None:
        """Ask what a deed on a request needs, and do it."""
        money = self._money
        if money is None:
            return
        if deed is Deed.CHANGE:
            question = forms.request_question(money.goals, line, may_restrict=money.may_restrict)
            act = partial(forms.changing, line)
            self._asking.put(question, act, about=line.id, seen=line.revision)
            return
        put_deed(self._asking, deed, line, Deciding(money.chairs, money.positions.get(line.fund)))

    def name_receipt(self, entry: EntryRow) -> None:
        """Ask where a receipt is."""
        act = partial(forms.naming, entry)
        question = forms.receipt_question(entry)
        self._asking.put(question, act, about=entry.id, seen=entry.revision)

    def take_back(self, entry: EntryRow) -> None:
        """Ask why an entry is taken back."""
        act = partial(forms.taking_back, entry)
        self._asking.put(forms.back_question(entry), act, about=entry.id, seen=entry.revision)

    def _show(self, money: PersonMoney) -> None:
        self._money = money
        self._view.show_money(money)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._view.show_nothing()  # the page itself says why
        return True


def put_deed(asking: Asking, deed: Deed, line: LineRow, deciding: Deciding) -> None:
    """Ask what a deed needs, wherever the request is shown."""
    question = forms.deed_question(deed, line, deciding)
    act = partial(forms.deed_act, deed, line)
    asking.put(question, act, about=line.id, seen=line.revision, reasons=True)
