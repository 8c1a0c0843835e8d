"""Painting a day of the list: three shapes for its parts, and one for a change nobody meets."""

from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import Strip
from coordinator.ui.kit import drawing
from coordinator.ui.kit.strips import UNMET_SIGN, sign_of
from coordinator.ui.kit.tables import ROW_ROLE, Index, MarkDelegate
from coordinator.ui.kit.theme import px, tokens

SIDE, GAP, LEFT = 14, 3, 8
WIDTH = 2 * LEFT + 3 * (SIDE + GAP)
"""Of a column of one day, in pixels at text scale 1.0."""


class DayDelegate(MarkDelegate):
    """Paints the columns of days; the others as ever."""

    days: tuple[date, ...] = ()
    first = 1  # the column of the first day

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at, strip = index.column() - self.first, index.data(ROW_ROLE)
        if not 0 <= at < len(self.days) or not isinstance(strip, Strip):
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        bare.state &= ~QStyle.StateFlag.State_HasFocus
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        _shapes(painter, bare.rect, strip, self.days[at])


def _shapes(painter: QPainter, cell: QRect, strip: Strip, on: date) -> None:
    parts = {one.part: one for one in strip.parts if one.on == on}
    is_unmet = any(one.on == on for one in strip.unmet)
    top = cell.y() + (cell.height() - px(SIDE)) // 2 - (px(7) if is_unmet else 0)
    for place, part in enumerate(DayPart):
        if (held := parts.get(part)) is not None:
            name, tint = sign_of(held.state)
            left = cell.x() + px(LEFT) + place * px(SIDE + GAP)
            _draw(painter, name, tint, left, top)
    if is_unmet:
        left = cell.x() + px(LEFT) + px(SIDE + GAP)
        _draw(painter, *UNMET_SIGN, left, top + px(SIDE + 2))


def _draw(painter: QPainter, name: str, tint: str, left: int, top: int) -> None:
    picture = drawing.icon(name, getattr(tokens(), tint), px(SIDE))
    picture.paint(painter, left, top, px(SIDE), px(SIDE))
