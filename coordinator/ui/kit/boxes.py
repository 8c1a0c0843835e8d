"""Laying things out: rows, columns, cards, parts that wrap, columns that stack."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M, S
from coordinator.wording.translation import _

_STRETCH = None
_LONG, _WIDE = 40, 300  # letters of a fact that may take two lines, and the room it then has
Part = QWidget | QLayout | None
"""What a box holds: a widget, a layout, or nothing, which takes the room that is left."""


def row(*parts: Part, gap: int = S) -> QHBoxLayout:
    """Lay parts out side by side."""
    box = QHBoxLayout()
    _put_into(box, parts, gap)
    return box


def column(*parts: Part, gap: int = S) -> QVBoxLayout:
    """Lay parts out one below the other."""
    box = QVBoxLayout()
    _put_into(box, parts, gap)
    return box


def fill(holder: QWidget, *parts: Part, gap: int = S, margin: int = 0) -> None:
    """Lay parts out one below the other inside a widget."""
    box = column(*parts, gap=gap)
    box.setContentsMargins(px(margin), px(margin), px(margin), px(margin))
    holder.setLayout(box)


def card(*parts: Part, name: str = "card", gap: int = S) -> QFrame:
    """Make a card: a surface with a quiet outline; `lead` for the one that matters most."""
    frame = QFrame()
    frame.setObjectName(name)
    fill(frame, *parts, gap=gap, margin=L)
    return frame


def fact(title: str, said: str) -> QWidget:
    """Make one of a row of facts: what it is, quietly, above what it says."""
    is_long = len(said) > _LONG
    shown = label(said, "strong", wraps=is_long)
    if is_long:  # else a line that wraps would be as narrow as its longest word
        shown.setMinimumWidth(px(_WIDE))
    return holder(column(label(title, "quiet"), shown, gap=0))


def said(title: str, text: str) -> QWidget:
    """Make a text below what it is, quietly."""
    return holder(column(label(title, "quiet"), label(text, wraps=True), gap=0))


def ruled(*parts: Part, gap: int = M) -> QFrame:
    """Make one line of a list, with a rule above it."""
    frame = QFrame()
    frame.setObjectName("row")
    box = row(*parts, gap=gap)
    box.setContentsMargins(0, px(S), 0, 0)  # the gap of the list is the room below
    frame.setLayout(box)
    return frame


def wide(part: QWidget) -> QWidget:
    """Let a widget take what room there is beside its neighbours."""
    policy = part.sizePolicy()
    policy.setHorizontalStretch(1)
    part.setSizePolicy(policy)
    return part


def tall(part: QWidget) -> QWidget:
    """Let a widget take what room there is above and below its neighbours."""
    policy = part.sizePolicy()
    policy.setVerticalStretch(1)
    part.setSizePolicy(policy)
    return part


def holder(layout: QLayout) -> QWidget:
    """Make a widget of a layout."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


class _Asked(QWidget):
    """What a form asks: as high as its words are at its width, and no more.

    Left alone it wants besides the height its words would need in a narrow column: a form that
    ends in nothing, with a bar to scroll there.
    """

    def minimumSizeHint(self) -> QSize:
        least, held = super().minimumSizeHint(), self.layout()
        if held is None or not held.hasHeightForWidth():
            return least
        return QSize(least.width(), 0)  # the area asks for the height at its width besides


def page(*parts: Part, grows: QWidget | None = None, is_form: bool = False) -> QScrollArea:
    """Make a page that scrolls up and down, never sideways; `grows` takes the room left over."""
    inner = _Asked() if is_form else QWidget()
    inner.setObjectName("page")
    body = column(*parts, gap=L)
    body.setContentsMargins(px(XL), px(XL), px(XL), px(XL))
    if grows is not None:
        body.setStretchFactor(grows, 1)
    inner.setLayout(body)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keys scroll it; Tab passes it by
    area.setAccessibleName(_("Page"))
    area.setWidget(inner)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def refill(layout: QLayout, parts: Iterable[QWidget]) -> None:
    """Show other widgets in a layout."""
    clear(layout)
    for part in parts:
        layout.addWidget(part)


def _put_into(box: QBoxLayout, parts: Iterable[Part], gap: int) -> None:
    box.setSpacing(px(gap))
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if part is _STRETCH:
            box.addStretch(1)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


class Flow(QLayout):
    """Side by side, going on below when the line is full: chips, filters, facts."""

    def __init__(self, gap: int = S) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(px(gap))
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        along = sum(hint.width() + self.spacing() for hint in shown)
        return QSize(along, max((hint.height() for hint in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((hint.width() for hint in shown), default=0),
            max((hint.height() for hint in shown), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, moving=True)

    def _placed(self, rect: QRect, *, moving: bool) -> int:
        y, gap = rect.y(), min(self.spacing(), px(S))
        for line in self._lines(rect):
            tallest = max(size.height() for _item, _x, size in line)
            if moving:
                for item, x, size in line:
                    above = (tallest - size.height()) // 2  # a chip beside a list stands level
                    item.setGeometry(QRect(QPoint(x, y + above), size))
            y += tallest + gap
        return max(y - gap - rect.y(), 0)

    def _lines(self, rect: QRect) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """Say what stands in each line, how far along, and how large."""
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = rect.x()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or x + size.width() > rect.right() + 1:
                lines.append([])
                x = rect.x()
            lines[-1].append((item, x, size))
            x += size.width() + self.spacing()
        return lines


def flow(*parts: QWidget, gap: int = S) -> QWidget:
    """Make a widget whose parts wrap."""
    layout = Flow(gap)
    for part in parts:
        layout.addWidget(part)
    made = holder(layout)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    made.setSizePolicy(policy)
    return made


class Head(QWidget):
    """The head of a page with its buttons at the end of the line, or below where it is narrow."""

    def __init__(self, words: QWidget, *buttons: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(M))
        self._box.addWidget(wide(words), 1)
        self._wrapping = flow(*buttons)
        self._box.addWidget(self._wrapping)
        self._words = words
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._wrapping.sizeHint().width() + self._words.sizeHint().width() + px(XL)
        is_narrow = event.size().width() < max(needed, px(420))
        along = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not along:
            self._box.setDirection(along)
        self._wrapping.setMinimumWidth(0 if is_narrow else self._wrapping.sizeHint().width())


class Columns(QWidget):
    """Side by side where there is room, one below the other where there is not.

    Args:
        narrow: Below this width, in pixels at text scale 1.0, the columns stack.
        parts: Each with its share of the width.
    """

    def __init__(self, narrow: int, *parts: tuple[QWidget, int], gap: int = L) -> None:
        super().__init__()
        self._narrow = narrow
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(gap))
        for part, share in parts:
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
            self._box.addWidget(part, share)
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < px(self._narrow)
        along = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not along:
            self._box.setDirection(along)
