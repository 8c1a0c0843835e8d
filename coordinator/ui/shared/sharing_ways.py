"""The way between the four pages about what is shared, asked for, kept and logged."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import choice
from coordinator.ui.places.every import (
    AccessPlace,
    DisclosuresPlace,
    Place,
    RetentionPlace,
    TrailPlace,
)
from coordinator.wording.translation import N_, _

_WAYS: tuple[tuple[str, Place, Right], ...] = (
    (N_("Disclosures"), DisclosuresPlace(), Right.READ_AUDIT),
    (N_("Access requests"), AccessPlace(), Right.SEE_RESTRICTED),
    (N_("Retention"), RetentionPlace(), Right.READ_AUDIT),
    # Who may read only what they did themselves has one page of the four: no way to choose.
    (N_("Audit log"), TrailPlace(), Right.READ_AUDIT),
)


class SharingWays(QWidget):
    """One choice for each of the four pages; the one that is open is marked.

    Signals:
        place_asked: Another of them, or the whole of this one (Place).
    """

    place_asked = Signal(object)

    def __init__(self, here: type) -> None:
        """Make it for the page of this kind of place."""
        super().__init__()
        made = [
            self._way(_(words), place, needs, is_here=isinstance(place, here))
            for words, place, needs in _WAYS
        ]
        fill(self, flow(*made))

    def _way(self, words: str, place: Place, needs: Right, *, is_here: bool) -> QPushButton:
        made = choice(words, needs=needs)
        made.setChecked(is_here)
        made.clicked.connect(lambda _on=False: self._ask(made, place, is_here=is_here))
        return made

    def _ask(self, made: QPushButton, place: Place, *, is_here: bool) -> None:
        made.setChecked(is_here)  # a click turned it over; which page this is stays the same
        self.place_asked.emit(place)
