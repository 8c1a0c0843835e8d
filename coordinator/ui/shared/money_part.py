"""One person's money: a card for their page and their plan."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.money.views import EntryRow, LineRow, PersonMoney
from coordinator.domain.states import BudgetStatus
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.shared import money_forms as forms
from coordinator.ui.shared.kept_back import kept_back
from coordinator.ui.shared.money_forms import DEEDS, Deed
from coordinator.ui.shared.money_presenting import MoneyPresenter
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
        self._ask.setVisible(money.may_ask and money.is_on and not money.has_died)
        self._left.setText(left_words(money) if money.lines else _("No money was asked for."))
        self._left.setVisible(bool(self._left.text()))
        refill(self._lines, [self._line(money, one) for one in money.lines])
        self.setVisible(money.is_shown)

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""
        self.hide()

    def _line(self, money: PersonMoney, one: LineRow) -> QWidget:
        deeds = forms.deeds_of(
            one, may_ask=money.may_ask, may_decide=money.may_decide, has_died=money.has_died
        )
        entries = [self._entry(entry, may=money.may_ask and one.may_be_spent)
                   for entry in one.entries]  # fmt: skip
        why_not = forms.why_not_decided(one, has_died=money.has_died)
        return line_widget(one, deeds, self.wished.emit, entries, above=why_not)

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
