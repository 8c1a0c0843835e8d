"""A page that hands its keys to one of its controls.

Not by a focus proxy: Qt stops at a page that has one as if it were a control, and leaps. What
stands before the control is then never reached by Tab, and past the last one it does not come
round.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class _Lender(QObject):
    """Watches a page, and passes on the keys it gets."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.to: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and self.to is not None:
            self._pass_on(self.to, event.reason())
        return False

    @staticmethod
    def _pass_on(to: QWidget, reason: Qt.FocusReason) -> None:
        if isValid(to):
            to.setFocus(reason)


def lend_keys(page: QWidget, to: QWidget) -> None:
    """Have a page that is given the keys hand them to a control on it, from now on."""
    children = page.findChildren(_Lender, options=Qt.FindChildOption.FindDirectChildrenOnly)
    lender = children[0] if children else _Lender(page)
    lender.to = to


def hand_keys(page: QWidget) -> None:
    """Give the keys to a page that is only about to be shown: at once to what it lends them to."""
    children = page.findChildren(_Lender, options=Qt.FindChildOption.FindDirectChildrenOnly)
    to = children[0].to if children else None
    (to if to is not None and isValid(to) else page).setFocus()
