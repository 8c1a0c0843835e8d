"""The welcome page: make a store, open one, restore a backup, look at the demo."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from coordinator.ui.kit.boxes import column
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.notices import NoticeLine, ProgressLine
from coordinator.ui.kit.tokens import S, Tone
from coordinator.ui.shell.pages import GatePage
from coordinator.wording.translation import _

_SHOWN = 4


class WelcomePage(GatePage):
    """The ways to begin, and the stores that were open before.

    Signals:
        make_asked: A new panel.
        away_asked: A store of one's own, away from a panel.
        open_asked: A store somewhere on this computer.
        restore_asked: A backup.
        demo_asked: The made-up panel.
        recent_asked: One that was open before (Path).
        stop_asked: Making the demo is to stop.
    """

    make_asked = Signal()
    away_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    demo_asked = Signal()
    recent_asked = Signal(object)
    stop_asked = Signal()

    def __init__(self, recent: Sequence[Path]) -> None:
        super().__init__(_("Welcome"))
        self._notice = NoticeLine()
        self.progress = ProgressLine()
        self.progress.cancelled.connect(self.stop_asked)
        ways = self._ways()
        self._ways_in: tuple[QPushButton, ...] = (*ways, *self._recent(recent))
        old = self._ways_in[len(ways) :]
        self.hold(
            column(
                heading(_("Coordinator"), "title"),
                label(
                    _(
                        "One plan, one lead professional and named actions for each person your"
                        " panel works with. Everything stays on this computer, encrypted."
                    ),
                    wraps=True,
                ),
                gap=S,
            ),
            self._notice,
            self.progress,
            *([column(heading(_("Open again")), *old, gap=S)] if old else []),
            column(heading(_("Begin")), *ways, gap=S),
        )
        lend_keys(self, self._ways_in[len(ways)] if old else self._ways_in[0])

    def say(self, what: str, then: str, tone: Tone = Tone.URGENT) -> None:
        """Tell why something could not be opened."""
        self.wait(waiting=False)
        self._notice.say(what, then, tone)

    def wait(self, *, waiting: bool) -> None:
        """Nothing can be pressed while something is being opened."""
        for way in self._ways_in:
            way.setEnabled(not waiting)

    def _ways(self) -> tuple[QPushButton, ...]:
        made = (
            (_("Start a new panel"), "folder-plus", self.make_asked),
            (_("I work away from a panel"), "handshake", self.away_asked),
            (_("Open a store on this computer"), "folder-open", self.open_asked),
            (_("Bring back a backup"), "archive-restore", self.restore_asked),
            (_("Look round a made-up panel"), "sparkles", self.demo_asked),
        )
        ways = []
        for text, icon, asked in made:
            way = button(text, "big", icon)
            way.clicked.connect(asked)
            ways.append(way)
        return tuple(ways)

    def _recent(self, recent: Sequence[Path]) -> tuple[QPushButton, ...]:
        ways = []
        for folder in recent[:_SHOWN]:
            way = button(folder.name, "big", "lock", name=_("Open {folder}", folder=folder))
            way.setToolTip(str(folder))
            way.clicked.connect(partial(self.recent_asked.emit, folder))
            ways.append(way)
        return tuple(ways)
