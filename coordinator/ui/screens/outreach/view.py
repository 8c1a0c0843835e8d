"""The widgets of Outreach today: the day and the area, the lines, and the one under the keys."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QDate, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QWidget

from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.outreach import Proposal
from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page, tall
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import day as day_field
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.screens.outreach.current import Current
from coordinator.ui.screens.outreach.entered import Entry, with_result
from coordinator.ui.screens.outreach.presenter import Day
from coordinator.ui.screens.outreach.words import (
    RESULTS,
    proposed_columns,
    sheet_columns,
    told,
)
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

_LEAST_TABLE = 152
_KEYS = dict(RESULTS)


class SheetTable(Table):
    """The lines of a sheet: a digit says what came of it, Enter goes on.

    Signals:
        keyed: What came of the line under the keys (ContactResult or None).
        next_asked: On to the next line.
    """

    keyed = Signal(object)
    next_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.text() in _KEYS:
            self.keyed.emit(_KEYS[event.text()])
        elif event.text() == "0":
            self.keyed.emit(None)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class OutreachView(QWidget):
    """One day.

    Signals:
        chosen: Another day or area (date, str).
        went: A day before or after (int).
        make_asked: The sheet is to be made.
        save_asked: What came of it is to be kept.
        said: What came of a line (UUID, ContactResult or None).
        typed: Time and note beside a line (UUID, str, str).
        contact_asked: A try at contact with anybody.
        put_on_asked: Somebody else is to be found.
        paper_asked: The sheet on paper.
        worker_asked, where_asked, off_asked: About a line (Entry).
        moved: A line is to stand earlier or later (Entry, int).
        person_asked: Somebody's page (UUID).
    """

    chosen = Signal(object, str)
    went = Signal(int)
    make_asked = Signal()
    save_asked = Signal()
    said = Signal(object, object)
    typed = Signal(object, str, str)
    contact_asked = Signal()
    put_on_asked = Signal()
    paper_asked = Signal()
    worker_asked = Signal(object)
    where_asked = Signal(object)
    off_asked = Signal(object)
    moved = Signal(object, int)
    person_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Outreach today"))
        self.sheets = Sheets(self)
        self._day: Day | None = None
        self._shown: UUID | None = None
        self._rows: Rows[Entry] = Rows(sheet_columns(), self)
        self._found: Rows[Proposal] = Rows(proposed_columns(), self)
        self._title, self._told = heading(_("Outreach today"), "title"), label("", "quiet")
        self.table, self.proposed = self._build_tables()
        self.current = self._build_current()
        self._empty = Empty()
        self._empty.asked.connect(self.make_asked)
        self._keys = label(
            _("1 to 9 says what came of it, 0 takes it back, Enter goes on, Ctrl+S saves all."),
            "quiet",
            wraps=True,
        )
        tables = holder(column(self.proposed, self.table))
        self._area_of_page = page(
            self._build_head(),
            self._build_choice(),
            self._empty,
            self._keys,
            tables,
            self.current,
            grows=tables,
        )
        fill(self, self._area_of_page)

    @property
    def first(self) -> QWidget:
        """Where the keys begin."""
        shown = (one for one in (self.table, self.proposed) if not one.isHidden())
        return next(shown, self._on)

    def show_day(self, day: Day, entries: tuple[Entry, ...]) -> None:
        """Show a day: its sheet with what was typed, or who is to be found."""
        self._day = day
        had_keys = self.table.hasFocus() or self.proposed.hasFocus()
        is_today = day.on == day.today
        self._title.setText(
            _("Outreach today")
            if is_today
            else _("Outreach {day}", day=dates.day(day.on, day.today))
        )
        self._told.setText(told(day, entries))
        self._show_choice(day)
        has_sheet = day.sheet is not None
        for part in (self.table, self.current, self._paper):
            part.setVisible(has_sheet and bool(entries))
        self._keys.setVisible(has_sheet and bool(entries) and not day.is_ahead)
        self.proposed.setVisible(not has_sheet and bool(day.proposed))
        self._make.setVisible(not has_sheet and bool(day.proposed) and day.may_make)
        self._put_on.setVisible(has_sheet and day.may_make)
        self._found.show(day.proposed)
        self._show_lines(entries)
        self._show_empty(day, entries)
        self._show_ready(len(with_result(entries)))
        if had_keys:
            self.first.setFocus()  # what had them may be hidden now

    def show_entry(self, entry: Entry, ready: int) -> None:
        """Show one line again, and how many are ready to be saved."""
        at = next((n for n, one in enumerate(self._rows.rows) if _same(one, entry)), None)
        if at is None:
            return
        self._rows.swap(at, entry)
        self._show_ready(ready)
        if self._shown == entry.line.id:
            self.current.show_said(entry)

    def object_to(self, line: UUID, sentence: str) -> None:
        """Say what is wrong with what was typed beside a line."""
        self._choose(line)
        self.current.object_to(sentence)
        announce(self, sentence)

    def _show_lines(self, entries: tuple[Entry, ...]) -> None:
        before = self._shown
        self._rows.show(entries)
        lines = [one.line.id for one in entries]
        if not lines:
            self._look_at(None)
        else:
            self.table.choose(lines.index(before) if before in lines else 0)
            self._look_at(self._entry())

    def _show_empty(self, day: Day, entries: tuple[Entry, ...]) -> None:
        if day.sheet is not None:
            words, act = _("Nobody stands on this sheet."), ""
        elif day.is_over:
            words, act = _("No sheet was made for this day."), ""
        else:
            where = day.area or _("any area")
            words, act = _("Nobody is to be found on this day in {area}.", area=where), ""
            act = _("Make an empty sheet") if day.may_make else ""
        is_empty = not entries if day.sheet is not None else not day.proposed
        self._empty.setVisible(is_empty)
        self._empty.say(words, act)

    def _show_ready(self, ready: int) -> None:
        words = ngettext("Keep {count} contact", "Keep {count} contacts", ready)
        self._save.setText(words if ready else _("Nothing to keep yet"))
        self._save.setAccessibleName(self._save.text())
        self._save.setEnabled(bool(ready))
        can = self._day is not None and self._day.sheet is not None and self._day.may_enter
        self._save.setVisible(can and not (self._day and self._day.is_ahead))

    def _show_choice(self, day: Day) -> None:
        self._on.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._on.setDate(QDate(day.on.year, day.on.month, day.on.day))
        self._on.blockSignals(False)  # noqa: FBT003 - Qt takes no names
        known = dict.fromkeys([*day.areas, *([day.area] if day.area else [])])
        offer(self._area, [(_("Everywhere"), ""), *((one, one) for one in known)], day.area)

    def _build_head(self) -> QWidget:
        self._paper = button(
            _("On paper"),
            icon="printer",
            name=_("The sheet on paper"),
            needs=Right.EXPORT_PANEL,
        )
        self._paper.clicked.connect(self.paper_asked)
        contact = button(_("Note a contact"), icon="plus")
        contact.clicked.connect(self.contact_asked)
        self._put_on = button(_("Put somebody on"), name=_("Put somebody on the sheet"))
        self._put_on.clicked.connect(self.put_on_asked)
        self._make = button(_("Make the sheet"), "primary", "check")
        self._make.clicked.connect(self.make_asked)
        self._save = button("", "primary", "check")
        self._save.clicked.connect(self._save_all)
        words = holder(column(self._title, self._told, gap=2))
        return Head(words, contact, self._put_on, self._paper, self._make, self._save)

    def _build_choice(self) -> QWidget:
        back = button(_("Day before"))
        back.clicked.connect(lambda: self.went.emit(-1))
        ahead = button(_("Day after"))
        ahead.clicked.connect(lambda: self.went.emit(1))
        self._on: QDateEdit = day_field(date.today())  # noqa: DTZ011 - until a day is shown
        self._on.setAccessibleName(_("Day"))
        self._on.dateChanged.connect(lambda _on: self._tell_choice())
        self._area = picker([(_("Everywhere"), "")])
        self._area.setAccessibleName(_("Area"))
        self._area.currentIndexChanged.connect(lambda _at: self._tell_choice())
        return holder(column(flow(back, self._on, ahead, self._area)))

    def _build_tables(self) -> tuple[SheetTable, Table]:
        table = SheetTable(self._rows, _("People to find"))
        _as_high_as_there_is_room(table)
        table.selectionModel().currentChanged.connect(self._follow)
        table.keyed.connect(self._key)
        table.next_asked.connect(self._go_on)
        table.opened.connect(lambda one: self.person_asked.emit(one.line.person))
        proposed = Table(self._found, _("Who is to be found"))
        _as_high_as_there_is_room(proposed)
        proposed.opened.connect(lambda one: self.person_asked.emit(one.person))
        return table, proposed

    def _build_current(self) -> Current:
        current = Current()
        current.said.connect(self._say)
        current.typed.connect(self._tell_typed)
        current.next_asked.connect(self._go_on)
        current.left.connect(self.table.setFocus)
        current.worker_asked.connect(lambda: self._about(self.worker_asked))
        current.where_asked.connect(lambda: self._about(self.where_asked))
        current.off_asked.connect(lambda: self._about(self.off_asked))
        current.moved.connect(self._move)
        current.person_asked.connect(self._open)
        for action in current.actions_here:
            self.table.addAction(action)
        return current

    def _entry(self) -> Entry | None:
        found = self.table.chosen()
        return found if isinstance(found, Entry) else None

    def _follow(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._look_at(self._rows.row_at(index))

    def _look_at(self, entry: Entry | None) -> None:
        if entry is None or entry.line.id != self._shown:
            self.current.flush()
        self._shown = entry.line.id if entry else None
        self.current.show_entry(entry, self._day)

    def _choose(self, line: UUID) -> None:
        for at, one in enumerate(self._rows.rows):
            if one.line.id == line:
                self.table.choose(at)

    def _key(self, result: ContactResult | None) -> None:
        if self._may_say():
            self._say(result)

    def _say(self, result: ContactResult | None) -> None:
        entry = self._entry()
        if entry is not None:
            self.said.emit(entry.line.id, result)
            announce(self.table, words_for(result) if result else _("Taken back"))
            if result is not None:
                self.current.go_to_note()
                self._area_of_page.ensureWidgetVisible(self.current.note)

    def _may_say(self) -> bool:
        entry, day = self._entry(), self._day
        is_open = entry is not None and entry.line.contact is None
        return is_open and day is not None and day.may_enter and not day.is_ahead

    def _tell_typed(self, clock: str, note: str) -> None:
        if self._shown is not None:
            self.typed.emit(self._shown, clock, note)

    def _go_on(self) -> None:
        at = self.table.currentIndex().row() + 1
        self.table.setFocus()
        if at < len(self._rows.rows):
            self.table.choose(at)

    def _save_all(self) -> None:
        self.current.flush()
        self.save_asked.emit()

    def save_now(self) -> None:
        """Save what is ready, from wherever the keys are."""
        if self._save.isVisible() and self._save.isEnabled():
            self._save_all()

    def _tell_choice(self) -> None:
        self.current.flush()
        self.chosen.emit(value_of(self._on), value_of(self._area) or "")

    def _about(self, signal: object) -> None:
        if (entry := self._entry()) is not None:
            signal.emit(entry)  # type: ignore[attr-defined]

    def _move(self, step: int) -> None:
        if (entry := self._entry()) is not None:
            self.moved.emit(entry, step)

    def _open(self) -> None:
        if (entry := self._entry()) is not None:
            self.person_asked.emit(entry.line.person)


def _as_high_as_there_is_room(table: Table) -> None:
    """Leave the room to what is said about the line under the keys, where there is little."""
    table.setMinimumHeight(px(_LEAST_TABLE))
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    tall(table)


def _same(one: Entry, other: Entry) -> bool:
    return one.line.id == other.line.id
