"""Tables over rows that never change: described column by column, read a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from coordinator.ui.kit.chips import Mark, chip_font, chip_size, paint_chip
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, S
from coordinator.wording.translation import _

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the row itself, whatever stands between the model and who asks."""
SORT_ROLE = ROW_ROLE + 1
"""Gives the value to sort by, not its words."""
MARK_ROLE = ROW_ROLE + 2
"""Gives the `Mark` of a cell that is a chip."""
_ROW_HEIGHT, _HEAD_HEIGHT = 42, 36


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        text: What the cell says; also what is read out.
        mark: Makes the cell a chip when it gives a mark.
        share: Of the width that is left; 0 keeps `width`.
        width: In pixels at text scale 1.0.
        keep: Columns with a lower number go first when the table is narrow; 0 never goes.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None
    mark: Callable[[Row], Mark | None] | None = None
    share: int = 0
    width: int = 120
    keep: int = 0


def _nothing_in(column: "Column[Any]") -> str:
    return _("{column}: nothing", column=column.title)


class Rows(QAbstractTableModel, Generic[Row]):
    """Shows rows and asks for more; never reads or changes any.

    Signals:
        more_asked: The end of the rows is in sight and there is another page.
    """

    more_asked = Signal()

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._has_more = False
        self._is_waiting = False

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """What is shown of each row."""
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown now."""
        return self._rows

    def describe(self, columns: Sequence[Column[Row]]) -> None:
        """Show the rows in other words; as many columns as before."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def reset(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        """Show these rows in other columns, as many or fewer as there are of them."""
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self._has_more = self._is_waiting = False
        self.endResetModel()

    def show(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        """Show these rows instead; `has_more` when another page can be asked for."""
        self.beginResetModel()
        self._rows, self._has_more, self._is_waiting = tuple(rows), has_more, False
        self.endResetModel()

    def swap(self, at: int, row: Row) -> None:
        """Show another row in the place of one; the keys stay where they are."""
        self._rows = (*self._rows[:at], row, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def add(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        """Show the page that was asked for below the others."""
        self._has_more, self._is_waiting = has_more, False
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
        self._rows += tuple(rows)
        self.endInsertRows()

    def row_at(self, index: Index) -> Row | None:
        """Give the row of an index; nothing outside the table."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_asked.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        return self._cell(self._rows[index.row()], self._columns[index.column()], role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, row: Row, column: Column[Row], role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                is_heard = role == Qt.ItemDataRole.AccessibleTextRole
                return column.text(row) or (is_heard and _nothing_in(column)) or ""
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else column.text(row)
            case _ if role == SORT_ROLE:
                return (column.sort or column.text)(row)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == MARK_ROLE:
                return column.mark(row) if column.mark else None
            case _:
                return None


class MarkDelegate(QStyledItemDelegate):
    """Paints the cells that are chips; the others as ever."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, Mark):
            super().paint(painter, _without_cell_focus(option), index)
            return
        bare = _without_cell_focus(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        font = chip_font(bare.font)
        paint_chip(painter, _place(bare.rect, chip_size(mark, font)), mark, font)


def _without_cell_focus(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    # The row is what is chosen; a dotted frame round one of its cells says nothing.
    bare = QStyleOptionViewItem(option)
    bare.state &= ~QStyle.StateFlag.State_HasFocus
    return bare


def _place(cell: QRect, size: QSize) -> QRect:
    width = min(size.width(), cell.width() - 2 * px(XS))
    top = cell.y() + (cell.height() - size.height()) // 2
    return QRect(cell.x() + px(S) + 2, top, width, size.height())


class Table(QTableView):
    """Rows of one height under a heading; Enter or a double click opens one.

    Signals:
        opened: Somebody wants this row (the row itself).
    """

    opened = Signal(object)

    def __init__(self, rows: Rows[Any], name: str) -> None:
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(MarkDelegate(self))
        self.setAccessibleName(name)
        self._set_manners()
        self._set_heights()
        rows.modelReset.connect(self._choose_first)
        rows.modelReset.connect(self._fit_columns)
        self.doubleClicked.connect(self._open)

    def chosen(self) -> object:
        """Give the row the keys are on, or nothing."""
        return self.rows.row_at(self.currentIndex())

    def choose(self, at: int) -> None:
        """Put the keys on a row."""
        self.setCurrentIndex(self.rows.index(at, 0))

    def all_shown_height(self) -> int:
        """Tell how high the table is when every row is seen, for short lists on a page."""
        frame = 2 * self.frameWidth()
        head = self.horizontalHeader().height()
        return head + px(_ROW_HEIGHT) * self.rows.rowCount() + frame + px(XS)

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_heights(self) -> None:
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(px(_ROW_HEIGHT))
        head.setFixedHeight(px(_HEAD_HEIGHT))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(px(40))

    def _choose_first(self) -> None:
        if self.hasFocus() and self.rows.rowCount():
            self.choose(0)

    def _open(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.opened.emit(row)

    def _fit_columns(self) -> None:
        shown, room = _fitting(self.rows.columns, self.viewport().width())
        wide = sum(px(column.width) for column in shown)  # a little less of each, if need be
        shares = {column: column.share for column in shown}
        if not any(shares.values()):  # whoever takes the room that is left is not in sight
            shares = {column: column.width for column in shown}
        whole = sum(shares.values()) or 1
        for at, column in enumerate(self.rows.columns):
            self.setColumnHidden(at, column not in shown)
            usual = px(column.width) + max(room, 0) * shares.get(column, 0) // whole
            self.setColumnWidth(at, usual if room >= 0 else usual * (wide + room) // wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _fitting(columns: Sequence[Column[Any]], width: int) -> tuple[tuple[Column[Any], ...], int]:
    """Leave out what matters least until the rest fits; gives the room left, below 0 lacking."""
    shown = list(columns)
    while (room := width - sum(px(one.width) for one in shown)) < 0:
        spare = [one for one in shown if one.keep]
        if not spare:
            break
        shown.remove(min(spare, key=lambda one: one.keep))
    return tuple(shown), room
