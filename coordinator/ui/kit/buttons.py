"""Buttons: words before icons, every one reached by Tab and named."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.domain.roles import Right, Role, may
from coordinator.ui.kit import drawing
from coordinator.ui.kit.theme import px, tokens

_TINT = {"primary": "on_accent", "link": "accent", "rail": "rail_text"}
_ICON, _GAP = 18, 6


class Button(QPushButton):
    """A button that Enter presses as the space bar does.

    Qt leaves Enter on a button to the form around it: on *Cancel* it would send the form.

    Attributes:
        needs: The right without which it leads to nothing but a refusal.
    """

    needs: Right | None = None
    _is_withheld = False

    def withhold(self) -> None:
        """Keep it out of sight, whatever its page shows later."""
        self._is_withheld = True
        self.hide()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own
        super().setVisible(visible and not self._is_withheld)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or _with_keys(event):
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()


class _Choice(Button):
    """As wide as its words are when it is on: they are bolder then."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        more = wider - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(more, 0), 0)


def _with_keys(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def button(
    text: str, kind: str = "", icon: str = "", *, name: str = "", needs: Right | None = None
) -> QPushButton:
    """Make a button.

    Args:
        text: What it does, as a verb.
        kind: `primary` (one on a page), `link`, `choice`, `big`, `rail`, or none.
        icon: A file of `resources/icons`.
        name: For screen readers, where the words alone do not say about whom.
        needs: The right without which it leads to nothing but a refusal.
    """
    made = Button(text)
    made.needs = needs
    dress(made, kind, name)
    if icon:
        give_icon(made, icon, _TINT.get(kind, "text"))
    return made


def withhold(page: QWidget, role: Role, without: Collection[Right] = ()) -> None:
    """Keep the buttons of a page out of sight that lead this role nowhere.

    `without` are rights of the role that are of no use in this store.
    """
    for one in page.findChildren(Button):
        if one.needs is not None and (one.needs in without or not may(role, one.needs)):
            one.withhold()


def dress(made: QPushButton, kind: str, name: str = "") -> None:
    """Make a button look and behave like all others; see `button`."""
    made.setProperty("kind", kind)
    made.setAccessibleName(name or made.text())
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind == "rail":
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring after a click
        made.setCheckable(True)


def give_icon(made: QPushButton, icon: str, token: str) -> None:
    """Put an icon before the words, in one of the colours."""
    gap = _GAP if made.text() else 0
    made.setIcon(drawing.icon(icon, getattr(tokens(), token), px(_ICON), px(gap)))
    made.setIconSize(QSize(px(_ICON + gap), px(_ICON)))


def choice(text: str, *, name: str = "", needs: Right | None = None) -> QPushButton:
    """Make a filter that is on or off; announced as a check box, so ask for `toggled`."""
    made = _Choice(text)
    made.needs = needs
    dress(made, "choice", name)
    made.setCheckable(True)
    return made


def button_for(action: QAction, kind: str = "", icon: str = "") -> QPushButton:
    """Make a button that does what an action does, with its words and its keys as a tip."""
    made = button(action.text(), kind, icon)
    made.clicked.connect(action.trigger)
    return tell_keys(made, action.shortcut().toString())


def tell_keys(made: QPushButton, keys: str) -> QPushButton:
    """Say which keys do the same."""
    made.setToolTip(keys)
    made.setAccessibleDescription(keys)
    return made
