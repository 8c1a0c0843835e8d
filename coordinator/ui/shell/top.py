"""The top bar: back and forward, the way to find everything, whether work is saved, who sits."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from coordinator.ui.kit.boxes import row
from coordinator.ui.kit.buttons import button, button_for, give_icon
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, S, Tone
from coordinator.wording.translation import _


class TopBar(QFrame):
    """What is always at hand."""

    def __init__(
        self, find: QAction, back: QAction, forward: QAction, who: str, *, is_demo: bool
    ) -> None:
        super().__init__()
        self.setObjectName("top")
        self._state = label("", "quiet")
        self._sign = sign("circle-check", "good")
        demo = [Chip(Mark(_("Made-up people"), Tone.NEUTRAL, "sparkles"))] if is_demo else []
        box = row(
            _step(back, "arrow-left"),
            _step(forward, "arrow-right"),
            self._finder(find),
            None,
            *demo,
            self._sign,
            self._state,
            sign("user-round"),
            label(who, "quiet"),
            gap=S,
        )
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        self.setLayout(box)
        self.show_state(_("Ready"))

    def show_state(self, words: str) -> None:
        """Say whether work is saved."""
        self._state.setText(words)
        self._state.setAccessibleName(words)

    def _finder(self, find: QAction) -> QPushButton:
        keys = find.shortcut().toString()
        made = button(_("Find a person, an action or a command ({keys})", keys=keys), "find")
        made.setText(_("Find ({keys})", keys=keys))
        give_icon(made, "search", "quiet")
        made.clicked.connect(find.trigger)
        made.setMinimumWidth(px(120))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHorizontalStretch(50)
        made.setSizePolicy(policy)
        made.setMaximumWidth(px(420))
        return made


def _step(action: QAction, icon: str) -> QPushButton:
    made = button_for(action, "step")
    made.setText("")
    give_icon(made, icon, "text")
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made
