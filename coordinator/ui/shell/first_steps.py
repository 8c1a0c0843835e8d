"""The steps of the first run: each gathers one thing and says what is missing under its field."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QRadioButton,
    QWidget,
)

from coordinator.ui.kit.boxes import column, fill, holder
from coordinator.ui.kit.folders import FolderField
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.secrets import faults_of_new, new_passphrase
from coordinator.ui.kit.tokens import XS, M
from coordinator.ui.sitting import Template
from coordinator.wording.dates import length
from coordinator.wording.translation import _, ngettext

_PREFIX = re.compile(r"[A-Z]{1,4}")
_LENGTHS = (30, 45, 60, 75, 90, 105, 120, 150, 180, 240)


class Step(QWidget):
    """One step. `title` heads the page, `first` gets the focus."""

    title = ""

    def __init__(self, form: Form, *more: QWidget) -> None:
        super().__init__()
        self.form = form
        fill(self, form, *more, None, gap=M)

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self.form.first

    def is_well(self) -> bool:
        """Whether one may go on; says under each field why not."""
        faults = self.faults()
        self.form.show_sentences(faults)
        return not faults

    def faults(self) -> dict[str, str]:
        """Say what is missing, field by field."""
        return {}


class PanelStep(Step):
    """What the panel is.

    Signals:
        template_chosen: The kind of panel (Template).
    """

    template_chosen = Signal(object)

    def __init__(self, templates: Sequence[Template]) -> None:
        self._name = line(placeholder=_("Kerrow Complex Needs Panel"))
        self._area = line(placeholder=_("The town or district"))
        self._prefix = line(placeholder="KP")
        self._prefix.setMaxLength(4)
        self._kind = QComboBox()
        for one in templates:
            self._kind.addItem(one.name, one)
        brings = Field(_("Kind of panel"), self._kind, hint=_brought(templates[0]))
        self._brings = brings
        super().__init__(
            Form(
                {
                    "name": Field(_("Name of the panel"), self._name),
                    "area": Field(_("Area"), self._area),
                    "prefix": Field(
                        _("Letters before each reference"),
                        self._prefix,
                        hint=_("One to four: people will be KP-0001, KP-0002 and so on."),
                    ),
                    "kind": brings,
                }
            )
        )
        self.title = _("The panel")
        self._name.textChanged.connect(self._suggest_prefix)
        self._kind.currentIndexChanged.connect(lambda _at: self._tell())

    @property
    def name(self) -> str:
        """What it is called."""
        return self._name.text().strip()

    @property
    def area(self) -> str:
        """Where it works."""
        return self._area.text().strip()

    @property
    def prefix(self) -> str:
        """The letters of its references."""
        return self._prefix.text().strip().upper()

    @property
    def template(self) -> str:
        """Key of the kind."""
        found = self._kind.currentData()
        return found.key if isinstance(found, Template) else ""

    def faults(self) -> dict[str, str]:
        """Say what is missing."""
        faults = {}
        if not self.name:
            faults["name"] = _("Give the panel a name.")
        if not _PREFIX.fullmatch(self.prefix):
            faults["prefix"] = _("Use one to four letters from A to Z.")
        if not faults:
            self._tell()
        return faults

    def _suggest_prefix(self) -> None:
        if not self._prefix.isModified():
            letters = [word[0] for word in self.name.split() if word[0].isalpha()]
            plain = "".join(letters).upper().encode("ascii", "ignore").decode()
            self._prefix.setText(plain[:3])

    def _tell(self) -> None:
        found = self._kind.currentData()
        if isinstance(found, Template):
            self._brings.tell(_brought(found))
            self.template_chosen.emit(found)


def _brought(kind: Template) -> str:
    """Say what arrives filled with a kind of panel."""
    count = len(kind.seats)
    seats = ngettext("{count} seat.", "{count} seats.", count) if count else _("No seats.")
    return " ".join((seats, kind.brings, _("All of it can be changed later under The panel.")))


class YouStep(Step):
    """Who sits at the desk."""

    def __init__(self) -> None:
        self._name, self._job, self._agency = line(), line(), line()
        self._coordinator = QRadioButton(_("I coordinate the panel"))
        self._chair = QRadioButton(_("I chair the panel"))
        for one in (self._coordinator, self._chair):
            one.setAccessibleName(one.text())
        self._coordinator.setChecked(True)
        super().__init__(
            Form(
                {
                    "person": Field(_("Your name"), self._name),
                    "job": Field(_("Your job"), self._job, hint=_("As minutes should show it.")),
                    "agency": Field(
                        _("Your agency"), self._agency, hint=_("Who holds the panel's records.")
                    ),
                }
            ),
            holder(column(self._coordinator, self._chair, gap=XS)),
        )
        self.title = _("You")

    @property
    def name(self) -> str:
        """Who it is."""
        return self._name.text().strip()

    @property
    def job(self) -> str:
        """What they do."""
        return self._job.text().strip()

    @property
    def agency(self) -> str:
        """Where they work."""
        return self._agency.text().strip()

    @property
    def is_chair(self) -> bool:
        """Whether they chair; else they coordinate."""
        return self._chair.isChecked()

    def faults(self) -> dict[str, str]:
        """Say what is missing."""
        faults = {}
        if not self.name:
            faults["person"] = _("Type your name.")
        if not self.agency:
            faults["agency"] = _("Type the name of your agency.")
        return faults


class MeetingStep(Step):
    """When the panel meets; may be left for later."""

    def __init__(self) -> None:
        self._cycle = QComboBox()
        for text, weeks in (
            (_("Every week"), 1),
            (_("Every other week"), 2),
            (_("Every four weeks"), 4),
            (_("To be agreed later"), 0),
        ):
            self._cycle.addItem(text, weeks)
        self._on = QDateEdit(QDate.currentDate().addDays(7))
        self._on.setDisplayFormat("ddd d MMM yyyy")
        self._on.setMinimumDate(QDate.currentDate())
        self._at = line()
        self._at.setText("10:00")
        self._on.setCalendarPopup(True)
        self._minutes = QComboBox()
        for minutes in _LENGTHS:
            self._minutes.addItem(length(minutes), minutes)
        self._minutes.setCurrentIndex(_LENGTHS.index(90))
        self._place = line()
        self._details = {
            "first_on": Field(_("First meeting"), self._on),
            "starts_at": Field(_("Begins at"), self._at),
            "minutes": Field(_("How long"), self._minutes),
            "place": Field(_("Where"), self._place, hint=_("A room, or online.")),
        }
        super().__init__(Form({"cycle": Field(_("How often"), self._cycle), **self._details}))
        self.title = _("When the panel meets")
        self._cycle.currentIndexChanged.connect(lambda _at: self._show_details())

    @property
    def every_weeks(self) -> int:
        """Weeks from one meeting to the next; 0 when that is still to be agreed."""
        return int(self._cycle.currentData())

    @property
    def first_on(self) -> date | None:
        """Day of the first meeting."""
        on = self._on.date()
        return date(on.year(), on.month(), on.day()) if self.every_weeks else None

    @property
    def starts_at(self) -> time:
        """When it begins, local time."""
        return _time_in(self._at.text()) or time(10)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int(self._minutes.currentData())

    @property
    def place(self) -> str:
        """Where it is held."""
        return self._place.text().strip()

    def faults(self) -> dict[str, str]:
        """Say what cannot be read."""
        if self.every_weeks and _time_in(self._at.text()) is None:
            return {"starts_at": _("Write the time like this: 10:00.")}
        return {}

    def suggest(self, template: Template) -> None:
        """Fill in what such a panel usually does."""
        today = date.today()  # noqa: DTZ011 - the day on this desk, to suggest from
        ahead = (template.weekday - today.weekday()) % 7 or 7
        on = today + timedelta(days=ahead)
        self._on.setDate(QDate(on.year, on.month, on.day))
        self._at.setText(f"{template.starts_at:%H:%M}")
        if (cycle := self._cycle.findData(template.every_weeks)) >= 0:
            self._cycle.setCurrentIndex(cycle)
        if template.minutes in _LENGTHS:
            self._minutes.setCurrentIndex(_LENGTHS.index(template.minutes))

    def _show_details(self) -> None:
        for field in self._details.values():
            field.setVisible(bool(self.every_weeks))


def _time_in(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed.strip().replace(".", ":").rjust(5, "0"))
    except ValueError:
        return None


class KeepStep(Step):
    """Where the store is kept and what opens it."""

    def __init__(
        self, start: Path, strength: Callable[[str], str], weakness: Callable[[str], str]
    ) -> None:
        self._start, self._weakness = start, weakness
        self._where = FolderField(
            _("Folder of the store"), start, hint=_("On this computer, with nothing in it yet.")
        )
        self._secrets = new_passphrase(strength, name=_("Passphrase"))
        super().__init__(Form({"folder": self._where, **self._secrets}))
        self.title = _("Where it is kept, and what opens it")

    @property
    def folder(self) -> Path | None:
        """Where the store goes."""
        return self._where.path

    @property
    def passphrase(self) -> str:
        """What will open it."""
        return self._secrets["passphrase"].text

    def suggest(self, prefix: str) -> None:
        """Name the folder after the letters of the panel; the name of a folder is no secret."""
        if self._where.path in {None, self._start}:
            self._start = self._start.with_name(f"coordinator-{prefix.lower()}")
            self._where.suggest(self._start)

    def faults(self) -> dict[str, str]:
        """Say what is missing or too weak."""
        faults = {}
        if self.folder is None:
            faults["folder"] = _("Choose a folder.")
        return faults | faults_of_new(self._secrets, self._weakness)
