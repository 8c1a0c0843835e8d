"""One person's money: a card for their page and their plan, and what it does."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.casework.money.reading import read_money
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.money.views import EntryRow, LineRow, PersonMoney
from coordinator.domain.outcomes import Changes
from coordinator.domain.states import BudgetStatus
from coordinator.ui import money_forms as forms
from coordinator.ui.asking import Asking
from coordinator.ui.jobs import Jobs
from coordinator.ui.kept_back import kept_back
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.money_forms import DEEDS, Deciding, Deed
from coordinator.wording.labels import label as words_for
from coordinator.wording.ledger import (
    asked_words,
    balance_words,
    decision_words,
    entry_words,
    goal_words,
    left_words,
    line_words,
    receipt_words,
)
from coordinator.wording.translation import _

_TONES = {
    BudgetStatus.ASKED: (Tone.CAREFUL, "clock"),
    BudgetStatus.AGREED: (Tone.GOOD, "circle-check"),
    BudgetStatus.PART_AGREED: (Tone.GOOD, "circle-check"),
}


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


class MoneyPart(QWidget):
    """Somebody's money: what is left, each request, what can be done.

    Signals:
        asked: Money is to be asked for.
        wished: Something is to be done to a request (Deed, LineRow).
        receipt_asked: The receipt of an entry is to be named (EntryRow).
        back_asked: An entry is to be taken back (EntryRow).
    """

    asked = Signal()
    wished = Signal(object, object)
    receipt_asked = Signal(object)
    back_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ask = button(_("Ask for money"), "link")
        self._ask.clicked.connect(lambda _on=False: self.asked.emit())
        self._left = label("", "quiet", wraps=True)
        self._lines = QVBoxLayout()
        title = holder(row(widened(heading(_("Money"))), self._ask))
        fill(self, card(title, self._left, self._lines))
        self.hide()

    def join(self, presenter: MoneyPresenter) -> None:
        """Let a presenter do what is wished here."""
        self.asked.connect(presenter.ask)
        self.wished.connect(presenter.do)
        self.receipt_asked.connect(presenter.name_receipt)
        self.back_asked.connect(presenter.take_back)

    def show_money(self, money: PersonMoney) -> None:
        """Show it; nothing where the panel does not use budgets and none is on file."""
        self._ask.setVisible(money.may_ask and money.is_on)
        self._left.setText(left_words(money) if money.lines else _("No money was asked for."))
        self._left.setVisible(bool(self._left.text()))
        refill(self._lines, [self._line(money, one) for one in money.lines])
        self.setVisible(money.is_shown)

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""
        self.hide()

    def _line(self, money: PersonMoney, one: LineRow) -> QWidget:
        deeds = forms.deeds_of(one, may_ask=money.may_ask, may_decide=money.may_decide)
        entries = [self._entry(entry, may=money.may_ask and one.may_be_spent)
                   for entry in one.entries]  # fmt: skip
        return line_widget(one, deeds, self.wished.emit, entries)

    def _entry(self, entry: EntryRow, *, may: bool) -> QWidget:
        words = " ".join(filter(None, (entry_words(entry) + ".", receipt_words(entry),
                                       entry.note)))  # fmt: skip
        links: list[QWidget] = []
        if may and entry.ended_on is None:
            if entry.lacks_receipt:
                links.append(_link(_("Name the receipt"), entry, self.receipt_asked.emit))
            links.append(_link(_("Take it back"), entry, self.back_asked.emit))
        return holder(column(label(words, "quiet", wraps=True), *_row_of(links), gap=2))


def line_widget(
    one: LineRow,
    deeds: tuple[Deed, ...],
    wished: Callable[[Deed, LineRow], None],
    entries: list[QWidget] | None = None,
    above: str = "",
) -> QWidget:
    """Show one request: what is asked, what was said, what went out, what can be done."""
    words = column(label(line_words(one), "strong", wraps=True), gap=2)
    words.addWidget(flow(*_marks(one)))
    for said in (above, asked_words(one), goal_words(one), decision_words(one),
                 balance_words(one)):  # fmt: skip
        if said:
            words.addWidget(label(said, "quiet", wraps=True))
    for entry in entries or ():
        words.addWidget(entry)
    if deeds:
        words.addWidget(flow(*(_deed(deed, one, wished) for deed in deeds)))
    return ruled(widened(holder(words)))


def _marks(one: LineRow) -> Iterator[QWidget]:
    tone, sign = _TONES.get(one.status, (Tone.NEUTRAL, ""))
    yield Chip(Mark(words_for(one.status), tone, sign))
    if one.standing.is_overspent:
        yield Chip(Mark(_("More than agreed"), Tone.URGENT, "triangle-alert"))
    yield from kept_back(one.sensitivity)


def _deed(deed: Deed, one: LineRow, wished: Callable[[Deed, LineRow], None]) -> QWidget:
    words = _(DEEDS[deed])
    made = button(words, "link", name=f"{words}: {line_words(one)}")
    made.clicked.connect(partial(_tell, lambda: wished(deed, one)))
    return made


def _link(words: str, entry: EntryRow, tell: Callable[[object], None]) -> QWidget:
    made = button(words, "link", name=f"{words}: {entry_words(entry)}")
    made.clicked.connect(partial(_tell, lambda: tell(entry)))
    return made


def _row_of(links: list[QWidget]) -> tuple[QWidget, ...]:
    return (flow(*links),) if links else ()


def _tell(tell: Callable[[], None], _checked: object = None) -> None:
    tell()
