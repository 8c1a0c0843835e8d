"""The widgets of the page: a period, a table with what is beside its figures, a quiet chart."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.accountability import AgencyFigures, Proposal
from coordinator.ui.kit.bars import BarsWidget
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.accountability.columns import (
    action_columns,
    meeting_columns,
    offer_columns,
)
from coordinator.ui.screens.accountability.presenter import Shown
from coordinator.ui.screens.accountability.proposed import proposal_cards
from coordinator.ui.shared.spans import SPANS, Span
from coordinator.wording.accountability import (
    action_chart,
    all_beside,
    in_words,
    meeting_chart,
    meetings_held,
    period_words,
    vacant_seat,
)
from coordinator.wording.translation import N_, _

_MOST_HIGH = 332
"""Of the table, so that what is said of its row stands in sight; seven rows."""


class Part(Enum):
    """What is looked at, one at a time."""

    ACTIONS = "actions"
    MEETINGS = "meetings"
    OFFERS = "offers"
    PROPOSED = "proposed"


_TITLES = {
    Part.ACTIONS: N_("Actions"),
    Part.MEETINGS: N_("Meetings"),
    Part.OFFERS: N_("Offers"),
    Part.PROPOSED: N_("For the chair to raise"),
}
_COLUMNS = {
    Part.ACTIONS: action_columns,
    Part.MEETINGS: meeting_columns,
    Part.OFFERS: offer_columns,
}
_CHARTS = {Part.ACTIONS: action_chart, Part.MEETINGS: meeting_chart}


class AccountabilityView(QWidget):
    """What agencies brought in a period.

    Signals:
        span_chosen: What to look back on (Span).
        action_asked: An action is to be opened (ProposedAction).
        agency_asked: The actions of an agency (its id or nothing).
        raise_asked: An action is to be raised at the first level (Proposal, ProposedAction); what
            was said not to be done so often, when there is no action.
        paper_asked: The paper of this period.
        came_back: Somebody looks at the page, after something else was shown.
    """

    span_chosen = Signal(object)
    action_asked = Signal(object)
    agency_asked = Signal(object)
    raise_asked = Signal(object)
    paper_asked = Signal()
    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What agencies brought"))
        self.sheets = Sheets(self)
        self._part = Part.ACTIONS
        self._shown: Shown | None = None
        self._spans = picker([(_(words), span) for span, words in SPANS.items()])
        self._spans.setAccessibleName(_("Look back on"))
        self._spans.setMinimumContentsLength(22)
        self._spans.activated.connect(lambda _at: self.span_chosen.emit(value_of(self._spans)))
        self._paper = button(_("Make the paper"), "primary", "file-text")
        self._paper.clicked.connect(self.paper_asked)
        self._scope, self._vacant = label("", "strong", wraps=True), label("", wraps=True)
        self.rows: Rows[AgencyFigures] = Rows(action_columns(date.min), self)
        self.table = Table(self.rows, _("Agencies and their figures"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_at: self._say_row())
        self._row = _RowCard()
        self._chart = BarsWidget()
        self._chart_card = card(self._chart)
        self._empty = Empty()
        self._proposed = QVBoxLayout()
        self._cards = holder(self._proposed)
        self.parts = self._build_parts()
        body = self._build_body()
        fill(self, page(*self._build_head(), flow(*self.parts.values()), body, grows=body))

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""
        return self.isVisible()

    @property
    def chart(self) -> BarsWidget:
        """What is drawn."""
        return self._chart

    def show_figures(self, shown: Shown, span: Span) -> None:
        """Show a period."""
        self._shown = shown
        figures = shown.figures
        choose(self._spans, span)
        self._paper.setVisible(shown.may_print)
        write(self._scope, f"{period_words(figures.period)}. {meetings_held(figures.meetings)}")
        vacant = [f"{vacant_seat(one, figures.today)}." for one in figures.vacant]
        write(self._vacant, " ".join(vacant))
        self._vacant.setVisible(bool(vacant))
        self.parts[Part.PROPOSED].setVisible(shown.proposals is not None)
        count = len(shown.proposals or ())
        words = _(_TITLES[Part.PROPOSED])
        self.parts[Part.PROPOSED].setText(f"{words} ({count})" if count else words)
        _leave_room(self.parts[Part.PROPOSED])
        self._show_part(self._part)

    def show_part(self, part: Part) -> None:
        """Show another part."""
        self.parts[part].setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_back.emit()

    def _build_head(self) -> tuple[QWidget | QLayout, ...]:
        told = label(
            _(
                "For the chair and the management group, not for a shared screen. Agencies stand"
                " in the order of their seats; they are not ranked."
            ),
            "quiet",
            wraps=True,
        )
        head = Head(heading(_("What agencies brought"), "title"), self._spans, self._paper)
        return column(head, told, gap=2), column(self._scope, self._vacant, gap=2)

    def _build_body(self) -> QWidget:
        parts = (self.table, self._row, self._chart_card, self._empty, self._cards)
        return holder(column(*parts, None, gap=L))

    def _build_parts(self) -> dict[Part, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {part: choice(_(_TITLES[part])) for part in Part}
        made[self._part].setChecked(True)
        for part, one in made.items():
            group.addButton(one)
            one.toggled.connect(lambda on, part=part: self._show_part(part) if on else None)
        return made

    def _show_part(self, part: Part) -> None:
        self._part = part
        if self._shown is None:
            return
        is_proposed = part is Part.PROPOSED
        rows = self._shown.figures.rows
        self.table.setVisible(bool(rows) and not is_proposed)
        self._chart_card.setVisible(bool(rows) and part in _CHARTS)
        self._row.setVisible(bool(rows) and not is_proposed)
        self._cards.setVisible(is_proposed)
        refill(self._proposed, ())
        if is_proposed:
            self._show_proposals(self._shown.proposals or (), self._shown.figures.today)
        else:
            self._show_table(part, self._shown)

    def _show_table(self, part: Part, shown: Shown) -> None:
        figures = shown.figures
        self._empty.setVisible(not figures.rows)
        self._empty.say(
            _("No agency has a seat yet, and none did anything. Fill the seats in the directory.")
        )
        at = max(self.table.currentIndex().row(), 0)
        self.rows.reset(_COLUMNS[part](figures.today), figures.rows)
        self.table.setFixedHeight(min(self.table.all_shown_height(), px(_MOST_HIGH)))
        if figures.rows:
            self.table.choose(min(at, len(figures.rows) - 1))
        if part in _CHARTS:
            self._chart.show_chart(_CHARTS[part](figures))

    def _show_proposals(self, proposals: Sequence[Proposal], today: date) -> None:
        self._empty.setVisible(not proposals)
        self._empty.say(
            _("Nothing stays undone for so long that it should be raised. This is only proposed.")
        )
        cards = proposal_cards(
            proposals,
            today,
            self.action_asked.emit,
            self.agency_asked.emit,
            self.raise_asked.emit,
        )
        refill(self._proposed, cards)

    def _say_row(self) -> None:
        row = self.table.chosen()
        if isinstance(row, AgencyFigures) and self._shown is not None:
            self._row.say(row, self._shown.figures.today)


def _leave_room(one: QPushButton) -> None:
    """Let a part be written in the heavier letters it has while it is chosen."""
    heavy = QFont(one.font())
    heavy.setBold(True)
    more = QFontMetrics(heavy).horizontalAdvance(one.text())
    less = one.fontMetrics().horizontalAdvance(one.text())
    one.setMinimumWidth(one.sizeHint().width() + max(more - less, 0))


class _RowCard(QFrame):
    """The agency the keys are on, in sentences: every figure, and what is beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._name = label("", "strong", wraps=True)
        self._told = label("", wraps=True)
        self._beside = label("", "quiet", wraps=True)
        fill(self, self._name, self._told, self._beside, gap=M, margin=L)

    def say(self, one: AgencyFigures, today: date) -> None:
        """Tell of another agency."""
        write(self._name, one.name)
        write(self._told, "\n".join(in_words(one)))
        beside = all_beside(one, today)
        write(self._beside, f"{beside}." if beside else "")
        self._beside.setVisible(bool(beside))
