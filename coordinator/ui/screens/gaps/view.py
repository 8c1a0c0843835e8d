"""The widgets of the register of gaps: filters, the list, and the gap the keys are on."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.roles import Right
from coordinator.domain.stuck.gaps import GapCard, GapRow
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page, tall
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.places.every import GapsPlace
from coordinator.ui.screens.gaps.columns import gap_columns
from coordinator.ui.screens.gaps.current import Current
from coordinator.ui.screens.gaps.presenter import Shown
from coordinator.ui.shared.learnt_card import LearntCard
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

_LEAST_TABLE = 210


class GapsView(QWidget):
    """What the system lacks.

    Signals:
        theme_chosen: One, or all (GapTheme or None).
        closed_asked: Show closed ones too, or not (bool).
        all_asked: Every filter is to go.
        raise_asked: A gap is to be raised.
        paper_asked: The register as a paper.
        looked_at: The keys are on another gap (GapRow).
        change_asked, put_asked, decide_asked, close_asked, reopen_asked: Of a gap (GapRow).
        link_asked: A barrier that stands is to be counted to a gap (GapRow).
        unlink_asked: A barrier does not belong to a gap (GapRow, FedBy).
        person_asked: Somebody is to be opened (UUID).
    """

    theme_chosen = Signal(object)
    closed_asked = Signal(bool)
    all_asked = Signal()
    raise_asked = Signal()
    paper_asked = Signal()
    looked_at = Signal(object)
    change_asked = Signal(object)
    put_asked = Signal(object)
    decide_asked = Signal(object)
    close_asked = Signal(object)
    reopen_asked = Signal(object)
    unlink_asked = Signal(object, object)
    link_asked = Signal(object)
    person_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Gaps"))
        self.sheets = Sheets(self)
        self._may_edit, self._is_narrowed = False, False
        self._count = label("", "quiet", wraps=True)
        self._rows: Rows[GapRow] = Rows(gap_columns(), self)
        self.table = self._build_table()
        self.current = self._build_current()
        self._empty = Empty()
        tall(self._empty)
        self._empty.asked.connect(self._fill_empty)
        self._empty.hide()
        filters = self._build_filters()
        head = column(heading(_("Gaps"), "title"), self._count, gap=2)
        self._raise = button(_("Raise a gap"), "primary", "plus")
        self._raise.clicked.connect(self.raise_asked)
        self._paper = button(_("Register as a paper"), icon="file-text", needs=Right.EXPORT_PANEL)
        self._paper.clicked.connect(self.paper_asked)
        top = Head(holder(head), self._paper, self._raise)
        self.learnt = LearntCard()
        fill(self, page(top, filters, self.table, self._empty, self.current, self.learnt))
        self.current.show_row(None, may_edit=False)
        lend_keys(self, self.table)

    def show_gaps(self, shown: Shown, place: GapsPlace) -> None:
        """Show the register; the gap the keys are on stays."""
        self._may_edit = shown.may_edit
        self._raise.setVisible(shown.may_edit)
        self._show_filters(place)
        stood = self._row()
        self._rows.show(shown.rows)
        self._tell(shown, place)
        if shown.rows:
            wanted = place.gap if stood is None or place.gap is not None else stood.id
            self.table.choose(_where(shown.rows, wanted, stood.id if stood else None))
        else:
            self.current.show_row(None, may_edit=False)
        self.learnt.allow(on=bool(shown.rows))

    def show_card(self, card: GapCard) -> None:
        """Show what feeds the gap the keys are on."""
        self.current.show_card(card)

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""
        self.sheets.warn(sentences)

    def _row(self) -> GapRow | None:
        found = self.table.chosen()
        return found if isinstance(found, GapRow) else None

    def _tell(self, shown: Shown, place: GapsPlace) -> None:
        count = len(shown.rows)
        ageing = sum(row.is_ageing for row in shown.rows)
        told = ngettext("{count} gap", "{count} gaps", count)
        if ageing:
            old = ngettext("{count} is ageing", "{count} are ageing", ageing)
            told = _("{gaps}, {old}", gaps=told, old=old)
        self._count.setText(told)
        self.table.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._paper.setVisible(count > 0)
        self._is_narrowed = place.theme is not None
        if count == 0:
            lend_keys(self, self._raise if self._may_edit else self._theme)
        else:
            lend_keys(self, self.table)
        if self._is_narrowed:
            self._empty.say(_("No gap has this theme."), _("Show all gaps"))
        else:
            self._empty.say(
                _(
                    "No gap is open. A barrier that no agency can take away becomes one; so does"
                    " whatever else the system lacks."
                ),
                _("Raise the first gap") if self._may_edit else "",
            )

    def _fill_empty(self) -> None:
        (self.all_asked if self._is_narrowed else self.raise_asked).emit()

    def _build_table(self) -> Table:
        table = Table(self._rows, _("Gaps"))
        table.setMinimumHeight(px(_LEAST_TABLE))
        tall(table)
        table.opened.connect(self._open)
        table.selectionModel().currentChanged.connect(self._look)
        return table

    def _build_current(self) -> Current:
        current = Current()
        for asked, signal in (
            (current.change_asked, self.change_asked),
            (current.put_asked, self.put_asked),
            (current.decide_asked, self.decide_asked),
            (current.close_asked, self.close_asked),
            (current.reopen_asked, self.reopen_asked),
        ):
            asked.connect(lambda signal=signal: self._pass_on(signal))
        current.person_asked.connect(self.person_asked)
        current.link_asked.connect(lambda: self.link_asked.emit(self._row()))
        current.unlink_asked.connect(lambda one: self.unlink_asked.emit(self._row(), one))
        return current

    def _pass_on(self, signal: SignalInstance) -> None:
        if (row := self._row()) is not None:
            signal.emit(row)

    def _open(self, _row: object) -> None:
        if self._may_edit:
            self._pass_on(self.change_asked)

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        found = self._rows.row_at(index)
        self.current.show_row(found, may_edit=self._may_edit)
        if found is not None:
            self.looked_at.emit(found)

    def _build_filters(self) -> QWidget:
        self._theme = picker([])
        self._theme.setAccessibleName(_("Theme"))
        self._theme.setMaximumWidth(px(260))
        self._theme.activated.connect(lambda _at: self.theme_chosen.emit(value_of(self._theme)))
        self._closed = choice(_("Closed too"), name=_("Also: closed gaps"))
        self._closed.toggled.connect(self.closed_asked)
        return flow(self._theme, self._closed)

    def _show_filters(self, place: GapsPlace) -> None:
        themes = [(words_for(one), one) for one in GapTheme]
        offer(self._theme, [(_("All themes"), None), *themes], place.theme)
        self._closed.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._closed.setChecked(place.closed_too)
        self._closed.blockSignals(False)  # noqa: FBT003 - Qt takes no names


def _where(rows: tuple[GapRow, ...], *wanted: UUID | None) -> int:
    ids = [row.id for row in rows]
    return next((ids.index(one) for one in wanted if one in ids), 0)
