"""The widgets of the requests for information: agencies, people, and what came back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from coordinator.domain.meetings.information_requests import RequestState
from coordinator.domain.meetings.information_views import AgencyAsked, ReturnedReplies
from coordinator.ui.kit.boxes import Columns, Head, column, fill, flow, holder, page, refill, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.controls import words
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.folders import ask_file, ask_folder
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M, Tone
from coordinator.ui.screens.requests.columns import (
    PersonReplies,
    agency_columns,
    by_person,
    person_columns,
)
from coordinator.ui.screens.requests.current import Current
from coordinator.ui.screens.requests.presenter import Shown
from coordinator.ui.screens.requests.returned import returned_words
from coordinator.ui.shared.agency_texts import CopyForm
from coordinator.wording import dates
from coordinator.wording.requests import Message
from coordinator.wording.translation import _, ngettext

_NARROW = 1000  # width below which the agency stands under the list of agencies
_FEW, _MANY = 5, 11  # rows of a list before it scrolls by itself
_BUTTON = 36  # chips beside buttons stand in the middle of them
Choose = Callable[[QWidget], Path | None]


class RequestsView(QWidget):
    """The requests for information before one meeting.

    Signals:
        ask_asked: Agencies are to be asked (AgencyAsked or None, Path of the folder or None).
        answered: What came back about somebody (Cell, Known or None).
        reply_asked: An answer is to be noted with its line (AgencyAsked, Cell).
        message_asked: The message to one agency (AgencyAsked).
        sheet_chosen: A sheet came back (Path, AgencyAsked or None).
        note_given: What a sheet says is to be noted (ReturnedReplies).
        text_taken: The message to one agency is wanted, to be copied (TakenText).
        told: Something is to be said to everybody at the page (str).
    """

    ask_asked = Signal(object, object)
    answered = Signal(object, object)
    reply_asked = Signal(object, object)
    message_asked = Signal(object)
    sheet_chosen = Signal(object, object)
    note_given = Signal(object)
    text_taken = Signal(object)
    told = Signal(str)

    def __init__(
        self, choose_folder: Choose | None = None, choose_file: Choose | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Requests for information"))
        self._choose_folder = choose_folder or asked_folder
        self._choose_file = choose_file or asked_file
        self.sheets = Sheets(self)
        self._today, self._can_ask = date.min, False
        self._about = label("", "quiet", wraps=True)
        self._marks = row(gap=M)
        self._rows: Rows[AgencyAsked] = Rows(agency_columns(self._today), self)
        self.agencies = self._build_agencies()
        self.current = self._build_current()
        self._people_rows: Rows[PersonReplies] = Rows(person_columns(), self)
        self.people = Table(self._people_rows, _("What came back about each person"))
        self._buttons = self._build_buttons()
        self._empty = Empty()
        self._empty.hide()
        self._ways = self._build_ways()
        self._stack = self._build_stack()
        head = column(heading(_("Ask for information"), "title"), self._about, gap=2)
        top = Head(holder(head), *self._buttons)
        marks = holder(self._marks)
        marks.setMinimumHeight(px(_BUTTON))
        stands = flow(self._ways, marks, gap=XL)
        self._page = page(top, stands, self._empty, self._stack, None)
        fill(self, self._page)

    def show_requests(self, shown: Shown) -> None:
        """Show the agencies and what came back."""
        grid = shown.grid
        self._today, self._can_ask = grid.today, shown.can_ask
        meeting = grid.meeting
        people = ngettext("{count} person", "{count} people", len(grid.people))
        self._about.setText(
            _(
                "{meeting}, {day}. {people} on the agenda.",
                meeting=meeting.reference,
                day=dates.long_day(meeting.on),
                people=people,
            )
        )
        refill(self._marks, [Chip(mark) for mark in _marks(grid.agencies)])
        self._show_agencies(grid.agencies)
        self._people_rows.show(by_person(grid))
        self._fit()
        self._tell_empty(shown)

    def show_message(
        self, agency: AgencyAsked, message: Message, still: Callable[[Any], str]
    ) -> None:
        """Show the message that goes out with a sheet, to copy; `still` writes it anew."""
        subject, text = line(), words(message.text, lines=12)
        subject.setText(message.subject)
        for part in (subject, text):
            part.setReadOnly(True)
        hint = _("Attach the sheet. Send it by secure e-mail; put no name in it.")
        fields = {
            "subject": Field(_("Subject line"), subject),
            "text": Field(_("Text"), text, hint=hint),
        }
        title = _("Message to {agency}", agency=agency.name)
        form = CopyForm(self, title, fields, agency.name)
        form.still = still
        form.taken.connect(self.text_taken)
        form.copied.connect(self.told)
        self.sheets.show(form)

    def show_returned(self, returned: ReturnedReplies) -> None:
        """Show what a sheet that came back would change."""
        shown: QPlainTextEdit = words("\n".join(returned_words(returned)), lines=11)
        shown.setReadOnly(True)
        count = len(returned.new)
        act = ngettext("Note {count} reply", "Note {count} replies", count)
        title = _("Sheet of {agency}", agency=returned.agency)
        fields = {"found": Field(_("What it says"), shown)}
        form = FieldsDialog(self, title, fields, act if count else _("Close"))
        form.is_only_read = True
        form.given.connect(lambda _said: self._note(returned))
        self.sheets.show(form)

    def _note(self, returned: ReturnedReplies) -> None:
        self.sheets.finish()
        self.note_given.emit(returned)

    def _show_agencies(self, rows: tuple[AgencyAsked, ...]) -> None:
        stood = self._agency()
        self._rows.describe(agency_columns(self._today))
        self._rows.show(rows)
        if rows:
            self.agencies.choose(_where(rows, stood.id if stood else None))
        else:
            self._show_current()

    def _tell_empty(self, shown: Shown) -> None:
        has_people = bool(shown.grid.people) and bool(shown.grid.agencies)
        self._stack.setVisible(has_people)
        self._ways.setVisible(has_people)
        self._empty.setVisible(not has_people)
        if not shown.grid.people:
            self._empty.say(
                _("Nobody is on the agenda yet. Write the agenda of the meeting first.")
            )
        else:
            self._empty.say(_("There is no agency to ask. Add agencies in the directory."))
        for made in self._buttons[:2]:
            made.setVisible(shown.can_ask and has_people)
        self._buttons[2].setVisible(any(row.request for row in shown.grid.agencies))

    def _agency(self) -> AgencyAsked | None:
        found = self.agencies.chosen()
        return found if isinstance(found, AgencyAsked) else None

    def _go_to_people(self) -> None:
        self._page.ensureWidgetVisible(self.current)
        self.current.table.setFocus()

    def _fit(self) -> None:
        """Give the lists room: where all stands in one column, the first leaves some below it."""
        is_narrow = self._stack.width() < px(_NARROW)
        _limit(self.agencies, _FEW if is_narrow else _MANY)
        _limit(self.people, _MANY)

    def _show_current(self) -> None:
        self.current.show_agency(self._agency(), self._today, can_ask=self._can_ask)

    def _build_agencies(self) -> Table:
        table = Table(self._rows, _("Agencies"))
        table.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        table.opened.connect(lambda _row: self._go_to_people())
        return table

    def _build_current(self) -> Current:
        current = Current()
        current.answered.connect(self.answered)
        current.line_asked.connect(lambda cell: self.reply_asked.emit(self._agency(), cell))
        current.message_asked.connect(lambda: self.message_asked.emit(self._agency()))
        current.ask_asked.connect(lambda: self._ask_with_sheets(self._agency()))
        return current

    def _build_buttons(self) -> tuple[QPushButton, ...]:
        ask = button(_("Ask with a sheet"), "primary", "message-square")
        ask.clicked.connect(lambda: self._ask_with_sheets(None))
        phone = button(_("Ask without a sheet"), name=_("Ask without a sheet, in person"))
        phone.clicked.connect(lambda: self.ask_asked.emit(None, None))
        back = button(_("Read a sheet that came back"), icon="folder-open")
        back.clicked.connect(self._read)
        return ask, phone, back

    def _build_ways(self) -> QWidget:
        self._group = QButtonGroup(self)
        made = []
        for at, text in enumerate((_("By agency"), _("By person"))):
            radio = QRadioButton(text)
            radio.setAccessibleName(text)
            radio.setChecked(at == 0)
            self._group.addButton(radio, at)
            made.append(radio)
        self._group.idToggled.connect(self._turn)
        return flow(*made, gap=L)

    def _build_stack(self) -> QWidget:
        """Both lists under each other, one of them shown: the page is as high as that one."""
        left = holder(column(self.agencies, None))
        right = holder(column(self.current, None))
        self._by_agency = Columns(_NARROW, (left, 5), (right, 6))
        self._by_person = holder(column(self.people, None))
        self._by_person.hide()
        return holder(column(self._by_agency, self._by_person, gap=0))

    def _turn(self, at: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        shown = self._by_person if at else self._by_agency
        shown.setVisible(on)

    def _ask_with_sheets(self, agency: AgencyAsked | None) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self.ask_asked.emit(agency, folder)

    def _read(self) -> None:
        path = self._choose_file(self)
        if path is not None:
            self.sheet_chosen.emit(path, self._agency())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _limit(table: Table, most: int) -> None:
    """Show a short list whole, and of a long one so many rows."""
    high = min(table.all_shown_height(), px(42 * most + 40))
    table.setMinimumHeight(high)
    table.setMaximumHeight(high)


def _where(rows: tuple[AgencyAsked, ...], stood: UUID | None) -> int:
    """Stay on the agency that was looked at; begin with the first that owes a reply."""
    ids = [row.id for row in rows]
    if stood in ids:
        return ids.index(stood)
    return next((at for at, row in enumerate(rows) if row.missing), 0)


def _marks(rows: tuple[AgencyAsked, ...]) -> list[Mark]:
    """Say in chips how far the asking has come."""
    asked = [row for row in rows if row.request is not None]
    if not asked:
        return [Mark(_("No agency is asked yet"), Tone.NEUTRAL, "circle")]
    told = ngettext("{count} agency asked", "{count} agencies asked", len(asked))
    marks = [Mark(told, Tone.NEUTRAL, "message-square")]
    owing = [row for row in asked if row.missing]
    late = [row for row in owing if row.state is RequestState.LATE]
    if not owing:
        return [*marks, Mark(_("All replies are in"), Tone.GOOD, "circle-check")]
    missing = ngettext(
        "Replies missing: {count} agency", "Replies missing: {count} agencies", len(owing)
    )
    marks.append(Mark(missing, Tone.CAREFUL, "clock"))
    if late:
        past = ngettext("Late: {count} agency", "Late: {count} agencies", len(late))
        marks.append(Mark(past, Tone.URGENT, "triangle-alert"))
    return marks


def asked_folder(parent: QWidget) -> Path | None:
    """Ask where the sheets go; nothing when somebody thought better of it."""
    return ask_folder(parent, _("Where shall the sheets be saved?"))


def asked_file(parent: QWidget) -> Path | None:
    """Ask which sheet came back; nothing when somebody thought better of it."""
    kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv)")
    return ask_file(parent, _("Which sheet came back?"), kinds)
