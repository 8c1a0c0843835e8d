"""The list of who is in the room: the name, how they came, and more where it matters.

Rows are put in place, so that the current row and the focus stay when the room is read again.
"""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from coordinator.ui.kit import drawing
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import XS, S
from coordinator.ui.screens.live_meeting.who.words import RowShown
from coordinator.wording.translation import _

_ROW = int(Qt.ItemDataRole.UserRole)
_SIGN, _SMALL = 18, 14
_WRAPS = int(Qt.TextFlag.TextWordWrap)
_FAR = 10_000
_LEAST = 50  # pixels at text scale 1.0: less is not worth reading
Index = QModelIndex | QPersistentModelIndex


class WhoList(QListWidget):
    """Who has a seat and who came besides."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("In the room"))
        self.setProperty("field", "who")
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As high as its rows: the page around it scrolls, and follows the current row.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._follow)
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_rows(self, rows: Sequence[RowShown]) -> None:
        """Show these rows, the current one where it was."""
        here = self.current_row()
        if [row.id for row in rows] != [one.id for one in self.rows()]:
            self.clear()
            for row in rows:
                self.addItem(_item(row))
            if here is not None:
                self.go_to(here.id)
        else:
            for at, row in enumerate(rows):
                _fill(self.item(at), row)
        if self.currentRow() < 0 and rows:
            unsaid = [at for at, row in enumerate(rows) if row.is_unsaid]
            self.setCurrentRow(unsaid[0] if unsaid else 0)
        self._fit()

    def rows(self) -> list[RowShown]:
        """Give what is shown."""
        return [self.item(at).data(_ROW) for at in range(self.count())]

    def current_row(self) -> RowShown | None:
        """Give the row the keys are on."""
        at = self.currentRow()
        return self.rows()[at] if at >= 0 else None

    def go_to(self, row: UUID) -> None:
        """Put the keys on a row, if it is there."""
        for at in range(self.count()):
            if self.item(at).data(_ROW).id == row:
                self.setCurrentRow(at)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of their own here; none looks for a name."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        needed = sum(row_height(row, width, self.font()) for row in self.rows())
        self.setFixedHeight(needed + px(S))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._follow()

    def _follow(self, _row: int = -1) -> None:
        """Keep the current row in sight on the page while the keys are here."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is None or inside is None or not self.hasFocus():
            return
        place = self.visualRect(self.currentIndex())
        at = self.viewport().mapTo(inside, place.center())
        around.ensureVisible(at.x(), at.y(), 0, place.height())


class _RowDelegate(QStyledItemDelegate):
    """Paints a row; its words are read out whole."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, WhoList) else px(240)
        row: RowShown = index.data(_ROW)
        return QSize(width, row_height(row, width, option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RowShown = index.data(_ROW)
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.state &= ~QStyle.StateFlag.State_HasFocus
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        side, colours = px(_SIGN), tokens()
        top, left = option.rect.top() + px(XS), option.rect.left() + px(S)
        tint = getattr(colours, row.tone.value)
        drawing.icon(row.sign, tint, side).paint(painter, left, top + 2, side, side)
        inks = {"name": colours.text, "quiet": colours.quiet, "careful": colours.careful}
        painter.save()
        if _is_plain(row):
            _paint_beside(painter, option, row, left + side + px(S), top)
        for text, kind in _lines(row):
            font = _font(option.font, kind)
            height = _height(text, _inside(option.rect.width()), font)
            place = QRect(left + side + px(S), top, _inside(option.rect.width()), height)
            painter.setFont(font)
            painter.setPen(QColor(inks[kind]))
            painter.drawText(place, _WRAPS, text)
            top += height
        painter.restore()


def row_height(row: RowShown, width: int, font: QFont) -> int:
    """Tell how high a row is at a width."""
    words = sum(_height(text, _inside(width), _font(font, kind)) for text, kind in _lines(row))
    return words + 2 * px(XS)


def _is_plain(row: RowShown) -> bool:
    """Whether all that is to be said is the sign: they are here, and that is all."""
    return row.is_here and not row.warnings and row.state == _("Here")


def _paint_beside(
    painter: QPainter, option: QStyleOptionViewItem, row: RowShown, left: int, top: int
) -> None:
    """Paint the agency on the line of the name, as far as there is room; the tip has it whole."""
    name, quiet = _font(option.font, "name"), _font(option.font, "quiet")
    left += QFontMetrics(name).horizontalAdvance(row.name) + px(S)
    room = QRect(left, top, option.rect.right() - px(S) - left, QFontMetrics(name).height())
    if room.width() < px(_LEAST):
        return
    painter.setFont(quiet)
    painter.setPen(QColor(tokens().quiet))
    words = QFontMetrics(quiet).elidedText(row.beside, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def _lines(row: RowShown) -> list[tuple[str, str]]:
    if _is_plain(row):
        return [(row.name, "name")]
    about = ". ".join(filter(None, (row.state, row.about)))
    return [
        (row.name, "name"),
        (about, "quiet"),
        *((warning, "careful") for warning in row.warnings),
    ]


def _inside(width: int) -> int:
    return max(width - px(_SIGN) - 3 * px(S), px(60))


def _height(text: str, width: int, font: QFont) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _FAR), _WRAPS, text).height()


def _font(usual: QFont, kind: str) -> QFont:
    font = QFont(usual)
    if kind != "name":
        font.setPixelSize(px(_SMALL))
    if kind != "quiet":
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _item(row: RowShown) -> QListWidgetItem:
    made = QListWidgetItem()
    _fill(made, row)
    return made


def _fill(item: QListWidgetItem, row: RowShown) -> None:
    item.setData(_ROW, row)
    item.setText(row.words)
    item.setToolTip(row.words)
