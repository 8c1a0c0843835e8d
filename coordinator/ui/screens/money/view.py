"""The widgets of the page: what waits, what was given and is left, every request as a table."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.money.ledger import Position
from coordinator.domain.money.views import AllocationRow, ListedLine, PanelMoney
from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.earlier import Earlier
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.tokens import L
from coordinator.ui.kit.words import listed
from coordinator.ui.shared.money_forms import deeds_of, why_not_decided
from coordinator.ui.shared.money_part import line_widget
from coordinator.wording.labels import label as words_for
from coordinator.wording.ledger import allocation_words, fund_words, position_words
from coordinator.wording.money import pounds
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.translation import _


class MoneyView(QWidget):
    """The panel's money.

    Signals:
        wished: Something is to be done to a request (Deed, LineRow).
        person_asked: Whom a request is about is to be opened (their id).
        added: Money given to the panel is to be added.
        changed: What was given is to be changed (AllocationRow).
        ended: It is to be taken back (AllocationRow).
        paper_asked: The ledger as a paper.
    """

    wished = Signal(object, object)
    person_asked = Signal(object)
    added = Signal()
    changed = Signal(object)
    ended = Signal(object)
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Money"))
        self.sheets = Sheets(self)
        self._may_decide = self._may_allocate = False
        self._money: PanelMoney | None = None
        self._empty = Empty()
        self._empty.asked.connect(self.added)
        self._waiting, self._funds = QVBoxLayout(), QVBoxLayout()
        self._rows: Rows[ListedLine] = Rows(_columns(), self)
        self.table = Table(self._rows, _("Every request for money"))
        self.table.opened.connect(lambda one: self.person_asked.emit(one.line.person))
        self._earlier = Earlier(_("Show requests decided earlier"))
        self._given_earlier = Earlier(_("Show money given earlier"))
        for one in (self._earlier, self._given_earlier):
            one.asked.connect(self._show_again)
        self._add = button(_("Add money given to the panel"))
        self._add.clicked.connect(lambda _on=False: self.added.emit())
        self._waiting_card = card(heading(_("Waits for a decision")), self._waiting)
        self._funds_card = card(
            heading(_("What was given, and what is left")), self._funds, self._given_earlier
        )
        self._all = card(heading(_("Every request")), self.table, self._earlier)
        body = holder(
            column(self._empty, self._waiting_card, self._funds_card, self._all, None, gap=L)
        )
        self._paper = button(_("Ledger as a paper"), icon="file-text", needs=Right.EXPORT_PANEL)
        self._paper.clicked.connect(lambda _on=False: self.paper_asked.emit())
        head = Head(heading(_("Money"), "title"), self._paper, self._add)
        fill(self, page(head, body, None))

    def show_money(self, money: PanelMoney) -> None:
        """Show it; without anything on file, what would stand here."""
        self._money = money
        self._may_decide, self._may_allocate = money.may_decide, money.may_allocate
        has_any = bool(money.lines or money.allocations or money.ended or money.unallocated)
        self._add.setVisible(money.may_allocate and money.is_on)
        self._paper.setVisible(has_any)
        self._say_empty(money, has_any=has_any)
        waiting = [self._line(money, one) for one in money.waiting]
        refill(self._waiting, waiting or [label(_("Nothing waits."), "quiet")])
        refill(self._funds, self._shown_funds(money))
        self._show_requests(money)
        for one in (self._waiting_card, self._funds_card):
            one.setVisible(has_any)
        self._all.setVisible(bool(money.lines))

    def _show_again(self) -> None:
        if self._money is not None:
            self.show_money(self._money)

    def _show_requests(self, money: PanelMoney) -> None:
        lines = sorted(money.lines, key=lambda one: not one.line.is_open)
        shown = self._earlier.narrowed(lines, lambda one: one.line.is_long_over(money.today))
        self._rows.show(shown)
        self.table.setVisible(bool(shown))
        self.table.setFixedHeight(self.table.all_shown_height())

    def _say_empty(self, money: PanelMoney, *, has_any: bool) -> None:
        self._empty.setVisible(not has_any)
        if not money.is_on:
            self._empty.say(" ".join(guard_words("money-off")))
            return
        act = _("Add money given to the panel") if money.may_allocate else ""
        self._empty.say(
            _("No money was asked for or given yet. It is asked for on a person's page."), act
        )

    def _line(self, money: PanelMoney, one: ListedLine) -> QWidget:
        deeds = deeds_of(
            one.line, may_ask=False, may_decide=money.may_decide, has_died=one.has_died
        )
        about = why_not_decided(one.line, has_died=one.has_died)
        about = about or position_words(money.positions.get(one.line.fund))
        return line_widget(one.line, deeds, self.wished.emit, above=f"{_who(one)}. {about}")

    def _shown_funds(self, money: PanelMoney) -> list[QWidget]:
        every = (*money.allocations, *money.ended)
        kept = self._given_earlier.narrowed(every, lambda one: one.is_long_over(money.today))
        shown = [self._allocation(one) for one in kept if one.ended_on is None]
        for fund in money.unallocated:
            name = fund_words(fund.funding, fund.own_funding)
            about = _(
                "Nothing is written down as given. Agreed or gone out: {bound}; waiting: {asked}.",
                bound=pounds(fund.position.bound),
                asked=pounds(fund.position.waiting),
            )
            shown.append(_told(name, about))
        shown += [
            _told(allocation_words(one), _("Taken back: {why}", why=one.end_reason))
            for one in kept
            if one.ended_on is not None
        ]
        if not shown and not every:
            shown.append(label(_("Nothing was given yet."), "quiet"))
        return shown

    def _allocation(self, one: AllocationRow) -> QWidget:
        about = (_position(one.position), _("From {who}.", who=one.source), one.note)
        quiet = [label(said, "quiet", wraps=True) for said in about if said]
        words = column(label(allocation_words(one), "strong", wraps=True), *quiet, gap=2)
        if self._may_allocate:
            links = []
            for said, signal in (
                (_("Change"), self.changed),
                (_("Take it back"), self.ended),
            ):
                made = button(said, "link", name=f"{said}: {allocation_words(one)}")
                made.clicked.connect(partial(_tell, signal, one))
                links.append(made)
            words.addWidget(flow(*links))
        return ruled(widened(holder(words)))


def _columns() -> tuple[Column[ListedLine], ...]:
    return (
        Column(_("Person"), text=_who, share=2, width=130),
        Column(_("What it is for"), text=lambda one: one.line.purpose, share=3, width=170),
        Column(_("Whose money"), text=_fund, share=2, width=130, keep=1),
        Column(_("Asked"), text=lambda one: pounds(one.line.asked_pence),
               sort=lambda one: one.line.asked_pence, width=92),
        Column(_("Agreed"), text=_agreed, sort=lambda one: one.line.standing.agreed, width=92),
        Column(_("Spent"), text=lambda one: pounds(one.line.standing.net),
               sort=lambda one: one.line.standing.net, width=92, keep=2),
        Column(_("Status"), text=_status, width=150, keep=3),
    )  # fmt: skip


def _who(one: ListedLine) -> str:
    if one.name is None:
        return _("No person")
    return listed(one.name.name, one.reference, initials_only=one.name.initials_only)


def _fund(one: ListedLine) -> str:
    return fund_words(one.line.funding, one.line.own_funding)


def _agreed(one: ListedLine) -> str:
    return pounds(one.line.standing.agreed) if one.line.standing.agreed else "\u2013"


def _status(one: ListedLine) -> str:
    if one.line.standing.is_overspent:
        return _("More than agreed")
    return words_for(one.line.status)


def _position(position: Position) -> str:
    waiting = position.waiting
    said = position_words(position)
    if not waiting:
        return said
    return _("{said} {asked} is asked for and waits.", said=said, asked=pounds(waiting))


def _told(strong: str, quiet: str) -> QWidget:
    words = column(label(strong, "strong", wraps=True), label(quiet, "quiet", wraps=True), gap=2)
    return ruled(widened(holder(words)))


def _tell(signal: object, one: AllocationRow, _checked: object = None) -> None:
    signal.emit(one)  # type: ignore[attr-defined]
