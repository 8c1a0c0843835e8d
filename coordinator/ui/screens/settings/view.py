"""The settings page: its parts beside each other, each made when it is first looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import column, fill, flow, page
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.labels import heading
from coordinator.ui.kit.tokens import M
from coordinator.ui.places.every import SettingsPart
from coordinator.wording.translation import N_, _

_TITLES = {
    SettingsPart.USERS: N_("Users"),
    SettingsPart.OWN: N_("Your passphrase"),
    SettingsPart.CODE: N_("Recovery code"),
    SettingsPart.BACKUPS: N_("Backups"),
    SettingsPart.LOOK: N_("Look and locking"),
    SettingsPart.DEVICE: N_("This device"),
    SettingsPart.OFFICER: N_("For your officer"),
}
Make = Callable[[SettingsPart], QWidget]


class SettingsView(QWidget):
    """Settings.

    Signals:
        part_chosen: Another part is looked at (SettingsPart).
        panel_asked: The panel's own settings.
        contacts_asked: Whom work packs are exchanged with.
        away_asked: Who has what away from the panel.
    """

    part_chosen = Signal(object)
    panel_asked = Signal()
    contacts_asked = Signal()
    away_asked = Signal()

    def __init__(
        self, parts: Sequence[SettingsPart], *, with_panel: bool = False, with_away: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Settings"))
        self._make: Make | None = None
        self._made: dict[SettingsPart, QWidget] = {}
        self._choices = self._build_choices(parts)
        panel = button(_("The panel's own settings"), "link")
        panel.setVisible(with_panel)
        panel.clicked.connect(self.panel_asked)
        contacts = button(_("Contacts and words"), "link", needs=Right.OWN_CARD)
        contacts.clicked.connect(self.contacts_asked)
        away = button(_("Away and back"), "link")
        away.setVisible(with_away)
        away.clicked.connect(self.away_asked)
        choices = flow(*self._choices.values(), panel, contacts, away)
        head = column(heading(_("Settings"), "title"), choices, gap=M)
        self._body = column(gap=0)  # one part is shown, and the page is as high as that one
        fill(self, page(head, self._body, None))

    def fill_with(self, make: Make) -> None:
        """Say how a part is made."""
        self._make = make

    def show_part(self, part: SettingsPart) -> None:
        """Show a part."""
        self._choices[part].setChecked(True)

    def _build_choices(self, parts: Sequence[SettingsPart]) -> dict[SettingsPart, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {part: choice(_(_TITLES[part])) for part in parts}
        for part, one in made.items():
            group.addButton(one)
            one.toggled.connect(lambda on, part=part: self._turn_to(part) if on else None)
        return made

    def _turn_to(self, part: SettingsPart) -> None:
        if self._make is None:
            return
        if part not in self._made:
            self._made[part] = self._make(part)
            self._body.addWidget(self._made[part])
        for one, made in self._made.items():
            made.setVisible(one is part)
        self.part_chosen.emit(part)
