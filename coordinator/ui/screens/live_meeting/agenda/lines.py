"""How a line of the agenda is painted: what it is about, and quietly why or what came of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import XS, S

IS_OPEN = int(Qt.ItemDataRole.UserRole) + 1
_SIGN, _SMALL, _FAR = 18, 14, 10_000
_WRAPS = int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """Paints the first line in usual letters, the rest small and quiet; both wrap."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else px(240)
        high = sum(_height(text, width, font) for text, font in _lines(option.font, index))
        return QSize(width, high + 2 * px(XS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text, bare.icon = "", QIcon()
        bare.state &= ~QStyle.StateFlag.State_HasFocus
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        side, top, left = px(_SIGN), option.rect.top() + px(XS), option.rect.left() + px(S)
        icon: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        icon.paint(painter, left, top + 2, side, side)
        width = option.rect.width()
        inks = (tokens().text, tokens().quiet)
        painter.save()
        for (text, font), ink in zip(_lines(option.font, index), inks, strict=True):
            high = _height(text, width, font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(left + side + px(S), top, _inside(width), high), _WRAPS, text)
            top += high
        painter.restore()


def _lines(usual: QFont, index: Index) -> list[tuple[str, QFont]]:
    name, _line, about = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
    first, second = QFont(usual), QFont(usual)
    if index.data(IS_OPEN):
        first.setWeight(QFont.Weight.DemiBold)
    second.setPixelSize(px(_SMALL))
    return [(name, first), (about, second)]


def _inside(width: int) -> int:
    return max(width - px(_SIGN) - 3 * px(S), px(60))


def _height(text: str, width: int, font: QFont) -> int:
    place = QRect(0, 0, _inside(width), _FAR)
    return QFontMetrics(font).boundingRect(place, _WRAPS, text).height()
