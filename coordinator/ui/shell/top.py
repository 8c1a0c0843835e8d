"""The top bar: back and forward, the way to find everything, whether work is saved, who sits."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from coordinator.ui.kit.boxes import row
from coordinator.ui.kit.buttons import button, button_for, give_icon
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, S, Tone
from coordinator.wording.translation import _

_ROOM_FOR_WHO, _ROOM_FOR_DEMO, _ROOM_FOR_WORDS = 760, 620, 900


class TopBar(QFrame):
    """What is always at hand; words make way for icons when the window is narrow."""

    def __init__(
        self, find: QAction, back: QAction, forward: QAction, who: str, *, is_demo: bool
    ) -> None:
        super().__init__()
        self.setObjectName("top")
        self._keys = find.shortcut().toString()
        self._find = _finder(find)
        self._state = label("", "quiet")
        self._who = label(who, "quiet")
        self._person = sign("user-round")
        self._person.setToolTip(who)
        self._demo = Chip(Mark(_("Made-up people"), Tone.NEUTRAL, "sparkles"))
        self._is_demo = is_demo
        self._demo.setVisible(is_demo)
        box = row(
            _step(back, "arrow-left"),
            _step(forward, "arrow-right"),
            self._find,
            None,
            self._demo,
            sign("circle-check", "good"),
            self._state,
            self._person,
            self._who,
            gap=S,
        )
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        self.setLayout(box)
        self.show_state(_("Ready"))

    def show_state(self, words: str) -> None:
        """Say whether work is saved."""
        self._state.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._who.setVisible(width >= px(_ROOM_FOR_WHO))
        self._demo.setVisible(self._is_demo and width >= px(_ROOM_FOR_DEMO))
        words = _("Find a person, an action or a command ({keys})", keys=self._keys)
        short = _("Find ({keys})", keys=self._keys)
        self._find.setText(words if width >= px(_ROOM_FOR_WORDS) else short)


def _finder(find: QAction) -> QPushButton:
    made = button(find.text(), "find")
    give_icon(made, "search", "quiet")
    made.clicked.connect(find.trigger)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    policy.setHorizontalStretch(50)
    made.setSizePolicy(policy)
    made.setMaximumWidth(px(440))
    return made


def _step(action: QAction, icon: str) -> QPushButton:
    made = button_for(action, "step")
    made.setText("")
    give_icon(made, icon, "text")
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made
