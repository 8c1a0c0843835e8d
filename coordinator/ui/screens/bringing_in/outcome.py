"""What would come of a sheet, in words, with what has to be said about it and the one button."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QWidget

from coordinator.sheets.columns import Target
from coordinator.ui.kit.boxes import Columns, column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import day, value_of
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tokens import XS, L, M
from coordinator.ui.screens.bringing_in.shown import Shown, Told
from coordinator.wording.bringing import arriving_line, bring_words, owners_line, rest_lines
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.screens.bringing_in.presenter import Wishes

_ANY_DAY = date(2000, 1, 1)


class Outcome(QFrame):
    """The card that says what will happen.

    Signals:
        source_given: Who sent the sheet (str).
        caseload_chosen: The people are on the caseload already (bool).
        owners_chosen: Unknown owners are put into the directory (bool).
        agency_given: Whose those are for whom the sheet does not say (str).
        due_given: The day for actions without one (date).
        as_at_given: The day on which a list of counts was drawn up (date).
        bring_asked: It is to be done.
        put_away: It is not.
    """

    source_given = Signal(str)
    caseload_chosen = Signal(bool)
    owners_chosen = Signal(bool)
    agency_given = Signal(str)
    due_given = Signal(object)
    as_at_given = Signal(object)
    bring_asked = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lead")
        self._shown: Shown | None = None
        self._left_out = 0
        self._what, self._rest = heading(""), label("", "quiet", wraps=True)
        self._source = Field(
            _("Who sent it"), line(), hint=_("Numbers in the sheet are kept as theirs.")
        )
        self._known = label(
            _(
                "If the panel works with them already, they can have their cases now;"
                " otherwise they wait for a referral."
            ),
            wraps=True,
        )
        self._caseload = _tick(_("Put them on the caseload"))
        self._caseload.toggled.connect(self.caseload_chosen)
        self._owners = label("", wraps=True)
        self._add = _tick(_("Put them into the directory"))
        self._add.toggled.connect(self.owners_chosen)
        self._agency = Field(
            _("Agency, where the sheet names none"),
            line(),
            hint=_("An owner belongs to an agency."),
        )
        self._due = Field(
            _("Due, where the sheet says nothing"),
            day(_ANY_DAY),
            hint=_("Every action is due on a day."),
        )
        self._as_at = Field(
            _("As at, where the list does not say"),
            day(_ANY_DAY),
            hint=_("The day on which the list was drawn up."),
        )
        self.bring = button(_("Bring in"), "primary")
        self._away = button(_("Put it away"))
        self._lay_out()
        self._connect()

    def show_sheet(self, shown: Shown, wishes: "Wishes") -> None:
        """Show what would come of a sheet, as things are chosen."""
        is_other = self._shown is None or self._shown.told is None
        self._shown, self._left_out = shown, len(wishes.left_out)
        _write(self._source.control, wishes.source)
        _write(self._agency.control, wishes.choices.agency)
        _check(self._caseload, on=wishes.on_caseload)
        _check(self._add, on=wishes.choices.add_owners)
        _show_day(self._due, wishes.choices.due_on)
        _show_day(self._as_at, wishes.as_at)
        self._show_parts(shown)
        self.show_left_out(self._left_out)
        if is_other:
            announce(self, self._what.text())

    def show_left_out(self, count: int) -> None:
        """Say how many come in when so many are left out."""
        self._left_out = count
        told = self._shown.told if self._shown else None
        if told is None or self._shown is None:
            self._what.setText(_("The columns do not say enough yet."))
            self._rest.hide()
            self.bring.setEnabled(False)
            return
        what = self._shown.target.value
        coming = max(told.counts.arrived - count, 0)
        self._what.setText(arriving_line(coming, what))
        rest = " ".join(rest_lines(told.counts, count))
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.bring.setText(bring_words(coming, what))
        self.bring.setAccessibleName(self.bring.text())
        self.bring.setEnabled(bool(coming or told.counts.filled))

    @property
    def first(self) -> QWidget:
        """Where the keys go: to the one button, when there is something to bring in."""
        return self.bring if self.bring.isEnabled() else self._away

    def show_no_source(self) -> None:
        """Say that the sender has to be named."""
        self._source.say_wrong(_("Say who sent it, such as the name of a team."))
        self._source.control.setFocus()

    def forget(self) -> None:
        """Nothing is looked at any more."""
        self._shown = None
        self._source.say_wrong("")

    def _show_parts(self, shown: Shown) -> None:
        told = shown.told
        of_people = told is not None and shown.target is Target.PEOPLE
        self._caseload.setVisible(of_people)
        self._known.setVisible(of_people)
        self._entries.setVisible(told is not None)
        of_demand = shown.target is Target.DEMAND
        self._as_at.setVisible(told is not None and of_demand)
        if told is not None:
            self._source.say_wrong("")
        strangers = told.strangers if told else ()
        self._owners.setText(owners_line(strangers) if strangers else "")
        self._owners.setVisible(bool(strangers))
        self._add.setVisible(bool(strangers))
        self._agency.setVisible(_lacks_agency(told) or bool(_text(self._agency.control)))
        self._due.setVisible(told is not None and told.without_date > 0)

    def _lay_out(self) -> None:
        fields = column(self._known, self._caseload, self._owners, self._add, gap=XS)
        self._entries = Columns(
            640, (self._source, 1), (self._agency, 1), (self._due, 1), (self._as_at, 1)
        )
        fill(
            self,
            holder(column(self._what, self._rest, gap=XS)),
            holder(fields),
            self._entries,
            flow(self.bring, self._away),
            gap=M,
            margin=L,
        )

    def _connect(self) -> None:
        self._source.control.editingFinished.connect(  # type: ignore[attr-defined]
            lambda: self.source_given.emit(_text(self._source.control))
        )
        self._agency.control.editingFinished.connect(  # type: ignore[attr-defined]
            lambda: self.agency_given.emit(_text(self._agency.control))
        )
        self._due.control.dateChanged.connect(  # type: ignore[attr-defined]
            lambda _on: self.due_given.emit(value_of(self._due.control))
        )
        self._as_at.control.dateChanged.connect(  # type: ignore[attr-defined]
            lambda _on: self.as_at_given.emit(value_of(self._as_at.control))
        )
        self.bring.clicked.connect(self._ask)
        self._away.clicked.connect(self.put_away)

    def _ask(self) -> None:
        self.source_given.emit(_text(self._source.control))
        self.bring_asked.emit()


def _show_day(field: Field, on: date | None) -> None:
    entry = field.control
    if isinstance(entry, QDateEdit) and on is not None:
        entry.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        entry.setDate(QDate(on.year, on.month, on.day))
        entry.blockSignals(False)  # noqa: FBT003 - Qt takes no names


def _lacks_agency(told: Told | None) -> bool:
    return told is not None and any(not one.agency for one in told.strangers)


def _tick(words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(words)
    return made


def _check(box: QCheckBox, *, on: bool) -> None:
    box.blockSignals(True)  # noqa: FBT003 - Qt takes no names
    box.setChecked(on)
    box.blockSignals(False)  # noqa: FBT003 - Qt takes no names


def _text(control: QWidget) -> str:
    return str(value_of(control)).strip()


def _write(control: QWidget, text: str) -> None:
    if _text(control) != text and not control.hasFocus():
        control.setText(text)  # type: ignore[attr-defined]
