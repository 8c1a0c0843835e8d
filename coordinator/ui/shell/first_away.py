"""The first-run page of somebody who works away from a panel: who they are, where it is kept."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from coordinator.ui.kit.boxes import column, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.shell.first_steps import KeepStep, Step
from coordinator.ui.shell.pages import GatePage
from coordinator.ui.sitting import NewAway
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

_LONGEST = 200  # characters of a name on a card


class WhoStep(Step):
    """Who somebody is to the panel."""

    def __init__(self) -> None:
        self._name, self._agency = line(), line()
        for one in (self._name, self._agency):
            one.setMaxLength(_LONGEST)
        hint = _("As the panel knows you: it stands on your contact card and cannot be changed.")
        super().__init__(
            Form(
                {
                    "name": Field(_("Your name"), self._name, hint=hint),
                    "agency": Field(_("Your agency"), self._agency),
                }
            )
        )

    @property
    def name(self) -> str:
        """Who it is."""
        return self._name.text().strip()

    @property
    def agency(self) -> str:
        """Where they work."""
        return self._agency.text().strip()

    def faults(self) -> dict[str, str]:
        """Say what is missing."""
        faults = {}
        if not self.name:
            faults["name"] = _("Type your name.")
        if not self.agency:
            faults["agency"] = _("Type the name of your agency.")
        return faults


class FirstAwayPage(GatePage):
    """One page to a store of one's own.

    Signals:
        make_asked: Everything is said (Path, NewAway).
        left: Somebody wants back to the welcome page.
    """

    make_asked = Signal(object, object)
    left = Signal()

    def __init__(
        self, start: Path, strength: Callable[[str], str], weakness: Callable[[str], str]
    ) -> None:
        super().__init__(_("Work away from a panel"))
        self._who, self._keep = WhoStep(), KeepStep(start, strength, weakness)
        self._notice = NoticeLine()
        self._back = button(_("Back"), "", "arrow-left")
        self._make = button(_("Make my store"), "primary")
        self._back.clicked.connect(self.left)
        self._make.clicked.connect(self._go_on)
        for one in (*self._who.findChildren(QLineEdit), *self._keep.findChildren(QLineEdit)):
            one.returnPressed.connect(self._go_on)
        told = _(
            "For a lead professional who takes their own people's plans away, and for a"
            " representative, a chair or a second coordinator. You get a store of your own on this"
            " computer, encrypted; the panel's work comes into it with a file they send you."
        )
        self.hold(
            column(heading(_("Work away from a panel"), "title"), label(told, wraps=True), gap=2),
            self._notice,
            self._who,
            self._keep,
            row(self._back, None, self._make),
            width=600,
        )
        lend_keys(self, self._who.first)

    def say(self, notice: Notice) -> None:
        """Tell why the store could not be made; everything typed stays."""
        self.wait(waiting=False)
        self._notice.say(notice.what, notice.next)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show where something has to be mended."""
        self.wait(waiting=False)
        self._keep.form.show_sentences(faults)

    def wait(self, *, waiting: bool) -> None:
        """Nothing is pressed while the store is made."""
        for part in (self._back, self._make, self._who, self._keep):
            part.setEnabled(not waiting)
        self._make.setText(_("Making the store…") if waiting else _("Make my store"))
        self._make.setAccessibleName(self._make.text())
        if waiting:
            announce(self, self._make.text())

    def _go_on(self) -> None:
        is_kept_well = self._keep.is_well()  # first: the keys go to what is wrong above it
        if self._who.is_well() and is_kept_well and self._keep.folder is not None:
            self.wait(waiting=True)
            said = NewAway(self._who.name, self._who.agency, self._keep.passphrase)
            self.make_asked.emit(self._keep.folder, said)
