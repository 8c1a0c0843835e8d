"""The rail: where one can go, with the lock at its foot; icons alone when the window is narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout

from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M

_WIDE = 190


class Rail(QFrame):
    """One button for each action; the one where we are is pressed."""

    def __init__(
        self,
        panel: str,
        places: Sequence[tuple[QAction, str]],
        below: Sequence[tuple[QAction, str]],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[QAction, QPushButton] = {}
        box = QVBoxLayout(self)
        box.setSpacing(px(XS))
        box.setContentsMargins(px(M), px(M), px(M), px(M))
        name = label(panel, "rail", wraps=True)
        box.addWidget(name)
        box.addSpacing(px(M))
        for action, icon in places:
            box.addWidget(self._button(action, icon, group=True))
        box.addStretch(1)
        for action, icon in below:
            box.addWidget(self._button(action, icon, group=False))
        self.setFixedWidth(px(_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def mark(self, action: QAction | None) -> None:
        """Press the button of where we are; none for a place that has none."""
        self._group.setExclusive(False)
        for one, shown in self._buttons.items():
            shown.setChecked(one is action)
        self._group.setExclusive(True)

    def _button(self, action: QAction, icon: str, *, group: bool) -> QPushButton:
        made = button(action.text(), "rail", icon)
        made.setCheckable(group)
        made.setToolTip(action.shortcut().toString())
        made.setAccessibleDescription(action.shortcut().toString())
        made.clicked.connect(_trigger(action))
        if group:
            self._group.addButton(made)
            self._buttons[action] = made
        return made


def _trigger(action: QAction) -> Callable[[], None]:
    return lambda: action.trigger()  # noqa: PLW0108 - `clicked` would hand over whether it is checked
