"""A link behind which stands what is long over, so that a page does not begin with the past."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.wording.translation import _

R = TypeVar("R")


class Earlier(QWidget):
    """Shows everything once it was asked for, and is not there while nothing is long over.

    Signals:
        asked: Everything is to be shown.
    """

    asked = Signal()

    def __init__(self, name: str) -> None:
        """Make the link.

        Args:
            name: What it shows, for whoever hears it without the page around it.
        """
        super().__init__()
        self._shows_all = False
        link = button(_("Show earlier"), "link", name=name)
        link.clicked.connect(lambda _on=False: self._show_all())
        fill(self, flow(link))

    def narrowed(self, rows: Sequence[R], is_over: Callable[[R], bool]) -> Sequence[R]:
        """Give those to be shown."""
        kept = rows if self._shows_all else [one for one in rows if not is_over(one)]
        self.setVisible(len(kept) < len(rows))
        return kept

    def _show_all(self) -> None:
        self._shows_all = True
        self.asked.emit()
