"""The gap the keys are on: what shows it, who feeds it, what was decided, what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import MOVES, FedBy, GapCard, GapRow
from coordinator.ui.kit.boxes import column, flow, refill, ruled, said, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.gaps import (
    age_inline,
    commissioner_words,
    decision_words,
    people_affected,
)
from coordinator.wording.labels import inline
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _


class Current(QFrame):
    """One gap under the register.

    Signals:
        link_asked: A barrier that stands is to be counted to it, whatever else becomes of it.
        change_asked, put_asked, decide_asked, close_asked, reopen_asked: Of this gap.
        person_asked: Somebody whose barrier feeds it is to be opened (UUID).
        unlink_asked: A barrier does not belong to it (FedBy).
    """

    change_asked = Signal()
    link_asked = Signal()
    put_asked = Signal()
    decide_asked = Signal()
    close_asked = Signal()
    reopen_asked = Signal()
    person_asked = Signal(object)
    unlink_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._row: GapRow | None = None
        self._may_edit = False
        self._title = label("", "strong", wraps=True)
        self._facts = label("", "quiet", wraps=True)
        self._told = QVBoxLayout()
        self._told.setSpacing(px(S))
        self._fed = QVBoxLayout()
        self._fed.setSpacing(px(S))
        self._change = self._tool(_("Change"), self.change_asked)
        self._link = self._tool(_("Count a barrier"), self.link_asked)
        self._put = self._tool(_("Put it to somebody"), self.put_asked)
        self._decide = self._tool(_("Record the decision"), self.decide_asked)
        self._close = self._tool(_("Close it"), self.close_asked)
        self._reopen = self._tool(_("Open it again"), self.reopen_asked)
        self._tools = flow(
            self._put, self._decide, self._close, self._reopen, self._link, self._change
        )
        box = column(
            column(self._title, self._facts, gap=2), self._told, self._tools, self._fed, gap=M
        )
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)

    def show_row(self, row: GapRow | None, *, may_edit: bool) -> None:
        """Show a gap, or none; what feeds it comes by itself."""
        if row is None or self._row is None or row.id != self._row.id:
            refill(self._fed, [])
        self._row, self._may_edit = row, may_edit
        self.setVisible(row is not None)
        if row is None:
            return
        self._title.setText(row.title)
        self._facts.setText(". ".join(_facts(row)) + ".")
        refill(self._told, [said(name, text) for name, text in _texts(row) if text])
        self._tools.setVisible(may_edit)
        moves = MOVES[row.status]
        self._link.setVisible(row.status is not GapStatus.CLOSED)
        self._put.setVisible(GapStatus.WITH_COMMISSIONER in moves)
        self._decide.setVisible(GapStatus.DECIDED in moves)
        self._close.setVisible(GapStatus.CLOSED in moves)
        self._reopen.setVisible(GapStatus.OPEN in moves)

    def show_card(self, card: GapCard) -> None:
        """Show whose barriers feed it, by reference."""
        if self._row is None or card.gap.id != self._row.id:
            return
        lines: list[QWidget] = [self._line(one) for one in card.fed_by]
        if lines:
            lines.insert(0, label(_("Counted from these barriers"), "strong"))
        if card.has_more:
            lines.append(label(_("Others are counted whom you may not see."), "quiet", wraps=True))
        refill(self._fed, lines)

    def _tool(self, text: str, asks: SignalInstance) -> QPushButton:
        made = button(text)
        made.clicked.connect(asks)
        return made

    def _line(self, one: FedBy) -> QWidget:
        what = category_words(one.category, one.own)
        since = dates.plain_day(one.since)
        who = one.reference or _("Of the panel")
        words = _("{who}: {what}, since {since}", who=who, what=what, since=since)
        parts: list[QWidget] = [wide(label(words, wraps=True))]
        if one.person_id is not None:
            opens = button(_("Open"), "link", name=_("Open {who}", who=who))
            opens.clicked.connect(lambda: self.person_asked.emit(one.person_id))
            parts.append(opens)
        if self._may_edit:
            takes = button(_("Not this one"), "link", name=_("Take {who} off this gap", who=who))
            takes.clicked.connect(lambda: self.unlink_asked.emit(one))
            parts.append(takes)
        return ruled(*parts)


def _facts(row: GapRow) -> Iterable[str]:
    yield row.number
    yield words_for(row.theme)
    first = dates.plain_day(row.first_raised_on)
    yield _("First raised {day}, {age} ago", day=first, age=age_inline(row.months))
    yield people_affected(row.affected)
    if row.status is GapStatus.WITH_COMMISSIONER:
        yield _("With {who}", who=commissioner_words(row))
    elif row.commissioner:
        yield _("Asked: {who}; {status}", who=commissioner_words(row), status=inline(row.status))
    if row.is_ageing:
        yield _("Ageing: nobody has decided yet")


def _texts(row: GapRow) -> Iterable[tuple[str, str]]:
    yield _("What shows it"), row.evidence
    yield _("Cost"), row.cost
    helps = _("What helps meanwhile, and others could use") if row.reusable else ""
    yield helps or _("What helps meanwhile"), row.workaround
    yield _("Decision"), decision_words(row)
