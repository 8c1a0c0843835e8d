"""How a page is looked at: whether words are cut off, what a screen reader meets."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QLabel


def is_cut(label: QLabel) -> bool:
    """Whether its words need more room than it has."""
    needed = label.fontMetrics().boundingRect(
        QRect(0, 0, max(label.width(), 1), 100_000),
        int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0,
        label.text(),
    )
    return needed.width() > label.width() + 1 or needed.height() > label.height() + 3


def inside(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Give everything a screen reader meets below something."""
    for at in range(one.childCount()):
        child = one.child(at)
        if child.isValid() and not child.state().invisible:
            yield child
            yield from inside(child)
