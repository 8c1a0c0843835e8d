"""The widgets of Actions: filters, the list, and the action the keys are on."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from coordinator.domain.actions.rows import ActionFilter, ActionRow, ActionStory
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page, refill, row, tall
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_folder
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.places.every import ActionsPlace
from coordinator.ui.screens.actions.columns import action_columns
from coordinator.ui.screens.actions.current import Current, hang
from coordinator.ui.screens.actions.presenter import DueBy, Shown, due_choice
from coordinator.ui.screens.actions.wishes import WishList
from coordinator.ui.shared.agency_texts import ChaseForm, show_copies
from coordinator.ui.shared.chasing import Chase
from coordinator.wording import dates
from coordinator.wording.translation import N_, _, ngettext

_LEAST_TABLE = 210
_DUES = {
    DueBy.ANY: N_("Any date"),
    DueBy.PAST: N_("Past their date"),
    DueBy.WEEK: N_("Due within a week"),
    DueBy.LATER: N_("Later than a week"),
}


class ActionsView(QWidget):
    """Who owes what, by when.

    Signals:
        agency_chosen: One, or all (UUID or None).
        owner_chosen: One, or all (UUID or None).
        due_chosen: By when (DueBy).
        closed_asked: Show closed ones too, or not (bool).
        ownerless_asked: Show those whose owner is to agree, or all (bool).
        wishes_asked: Show what people asked for and nobody has answered, or actions (bool).
        wish_deed_asked: Something is to be done with a wish (Deed, WishRow).
        all_asked: Every filter is to go.
        everybody_asked: The actions of everybody, not of one person alone.
        import_asked: Actions are to be brought in from a spreadsheet.
        more_asked: The end of the list is in sight.
        looked_at: The keys are on another action (ActionRow).
        settled: What became of one (ActionRow, ActionStatus).
        date_asked: The date of one is to be moved (ActionRow).
        person_asked: Whom an action is about is to be opened (ActionRow).
        escalate_asked: Somebody is to be asked about what stops one (ActionRow).
        chases_asked: The texts for agencies.
        copy_asked: An action is to be copied into an agency's own system (ActionRow).
        choice_asked: Of two things an action says, one is to hold (ActionRow).
        tracker_asked: The tracker as a paper; the name of an agency, or nothing (str).
        sheets_asked: Returns sheets are to be made; the agency that is looked at (UUID or None).
        returns_asked: The sheets that came back.
        told: Something is to be said to everybody at the page (str).
        text_taken: A text is wanted for an agency, to be copied (TakenText).
    """

    agency_chosen = Signal(object)
    owner_chosen = Signal(object)
    due_chosen = Signal(object)
    closed_asked = Signal(bool)
    ownerless_asked = Signal(bool)
    wishes_asked = Signal(bool)
    wish_deed_asked = Signal(object, object)
    all_asked = Signal()
    everybody_asked = Signal()
    import_asked = Signal()
    more_asked = Signal()
    looked_at = Signal(object)
    settled = Signal(object, object)
    date_asked = Signal(object)
    person_asked = Signal(object)
    escalate_asked = Signal(object)
    chases_asked = Signal()
    copy_asked = Signal(object)
    choice_asked = Signal(object)
    tracker_asked = Signal(str)
    sheets_asked = Signal(object)
    returns_asked = Signal()
    told = Signal(str)
    text_taken = Signal(object)

    def __init__(self, choose_folder: Callable[[QWidget], Path | None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(_("Actions"))
        self._choose_folder = choose_folder or asked_folder
        self.sheets = Sheets(self)
        self.today = date.min
        self._count = label("", "quiet", wraps=True)
        self._rows: Rows[ActionRow] = Rows(action_columns(self.today), self)
        self.table = self._build_table()
        self.current = self._build_current()
        self.wishes = WishList()
        self.wishes.asked.connect(self.wish_deed_asked)
        self._empty = Empty()
        tall(self._empty)
        self._empty.asked.connect(self._fill_empty)
        self._is_narrowed = False
        filters = self._build_filters()
        head = column(heading(_("Actions"), "title"), self._count, gap=2)
        top = Head(holder(head), *self._build_papers())
        self._whom = self._build_whom()
        body = page(top, filters, self._whom, self.table, self.wishes, self._empty, self.current)
        fill(self, body)
        self.current.show_row(None, self.today)
        self._empty.hide()
        lend_keys(self, self.table)

    def show_actions(self, shown: Shown, place: ActionsPlace) -> None:
        """Show the first page and what it is narrowed to."""
        if shown.today != self.today:
            self.today = shown.today
            self._rows.describe(action_columns(shown.today))
        self._show_filters(shown, place)
        self.wishes.show_wishes(shown.wishes, shown.today, shown.seen)
        stood, at = self._row(), self.table.currentIndex().row()
        self._rows.show(shown.page.rows, has_more=shown.page.after is not None)
        self._choose_again(place.action or (stood.id if stood else None), at)
        if place.wishes:
            self._tell_wishes(len(shown.wishes), place)
        else:
            self._tell(place, has_more=shown.page.after is not None)

    def add_actions(self, rows: Sequence[ActionRow], *, has_more: bool) -> None:
        """Show another page below."""
        self._rows.add(rows, has_more=has_more)

    def show_story(self, story: ActionStory) -> None:
        """Show what was reported of the action the keys are on."""
        self.current.show_story(story, self.today)

    def ask_folder(self) -> Path | None:
        """Ask where files go; nothing when somebody thought better of it."""
        return self._choose_folder(self)

    def show_chases(self, chases: Sequence[Chase]) -> None:
        """Show the texts for agencies, or that there is nothing to ask."""
        if not chases:
            self.told.emit(_("Nothing is due that any agency could be asked about."))
            return
        form = ChaseForm(self, chases, self._agency.currentText())
        form.taken.connect(self.text_taken)
        form.copied.connect(self.told)
        self.sheets.show(form)

    def show_copies(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""
        show_copies(self, texts)

    def _row(self) -> ActionRow | None:
        found = self.table.chosen()
        return found if isinstance(found, ActionRow) else None

    def _choose_again(self, stood: UUID | None, at: int) -> None:
        rows = self._rows.rows
        if not rows:
            self.current.show_row(None, self.today)
            return
        ids = [one.id for one in rows]
        same = ids.index(stood) if stood in ids else max(at, 0)
        self.table.choose(min(same, len(rows) - 1))

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        found = self._rows.row_at(index)
        self.current.show_row(found, self.today)
        if found is not None:
            self.looked_at.emit(found)

    def _tell(self, place: ActionsPlace, *, has_more: bool) -> None:
        count = len(self._rows.rows)
        told = ngettext("{count} action", "{count} actions", count)
        if has_more:
            told = _("The first {count} actions by their date", count=count)
        self._count.setText(told)
        self._show_list(self.table if count else None, self._ownerless)
        self._is_narrowed = place.without_owner or place.wanted != ActionFilter()
        if not self._is_narrowed:
            self._empty.say(
                _(
                    "No action is open. Actions are agreed at meetings and in plans, or come from"
                    " the tracker you kept before."
                ),
                _("Bring actions in"),
            )
        else:
            none = _("No action fits these filters.")
            if place.without_owner:
                none = _("Every open action has an owner.")
            self._empty.say(none, _("Show all open actions"))

    def _tell_wishes(self, count: int, place: ActionsPlace) -> None:
        told = ngettext(
            "{count} wish without an answer", "{count} wishes without an answer", count
        )
        self._count.setText(told)
        self._show_list(self.wishes if count else None, self._asked)
        self._is_narrowed = place.wanted != ActionFilter()
        if self._is_narrowed:
            self._empty.say(_("No wish fits these filters."), _("Show every wish that waits"))
        else:
            self._empty.say(_("Everybody who asked for something has an answer."))

    def _show_list(self, shown: QWidget | None, narrows: QWidget) -> None:
        """Show the list, or that it is empty; the keys stay with it, or with what narrowed it."""
        tables = {self.table: self.table, self.wishes: self.wishes.table}
        had_keys = any(one.hasFocus() for one in tables.values())
        for part in tables:
            part.setVisible(part is shown)
        self._empty.setVisible(shown is None)
        stays = tables[shown] if shown is not None else narrows
        lend_keys(self, stays)
        if had_keys:
            stays.setFocus()

    def _fill_empty(self) -> None:
        (self.all_asked if self._is_narrowed else self.import_asked).emit()

    def _build_table(self) -> Table:
        table = Table(self._rows, _("Actions"))
        table.setMinimumHeight(px(_LEAST_TABLE))
        tall(table)
        table.opened.connect(self.person_asked)
        self._rows.more_asked.connect(self.more_asked)
        table.selectionModel().currentChanged.connect(self._look)
        return table

    def _build_current(self) -> Current:
        current = Current()
        current.outcome_asked.connect(self._settle)
        current.date_asked.connect(self._ask_date)
        current.person_asked.connect(self._open_person)
        current.escalate_asked.connect(self._escalate)
        current.copy_asked.connect(self._copy)
        current.choice_asked.connect(self._choose)
        hang(current.actions_here, self.table)
        return current

    def _settle(self, status: ActionStatus) -> None:
        if (found := self._row()) is not None:
            self.settled.emit(found, status)

    def _open_person(self) -> None:
        if (found := self._row()) is not None:
            self.person_asked.emit(found)

    def _escalate(self) -> None:
        if (found := self._row()) is not None:
            self.escalate_asked.emit(found)

    def _copy(self) -> None:
        if (found := self._row()) is not None:
            self.copy_asked.emit(found)

    def _choose(self) -> None:
        if (found := self._row()) is not None:
            self.choice_asked.emit(found)

    def _ask_date(self) -> None:
        if (found := self._row()) is not None:
            self.date_asked.emit(found)

    def _build_filters(self) -> QWidget:
        self._agency = _filter(_("Agency"))
        self._owner = _filter(_("Owner"))
        self._due = picker([(_(text), by) for by, text in _DUES.items()])
        self._due.setAccessibleName(_("Due"))
        self._agency.activated.connect(lambda _at: self.agency_chosen.emit(value_of(self._agency)))
        self._owner.activated.connect(lambda _at: self.owner_chosen.emit(value_of(self._owner)))
        self._due.activated.connect(lambda _at: self.due_chosen.emit(value_of(self._due)))
        self._ownerless = choice(_("Owner to agree"), name=_("Only: owner to agree"))
        self._ownerless.toggled.connect(self.ownerless_asked)
        self._closed = choice(_("Closed too"), name=_("Also: closed actions"))
        self._closed.toggled.connect(self.closed_asked)
        self._asked = choice(_("Wishes"), name=_("Instead: wishes without an answer"))
        self._asked.toggled.connect(self.wishes_asked)
        chips = (self._ownerless, self._closed, self._asked)
        return flow(self._agency, self._owner, self._due, *chips)

    def _build_whom(self) -> QWidget:
        self._about = row(gap=M)
        back = button(_("Show all again"), "link", name=_("Show all again, of everybody"))
        back.clicked.connect(self.everybody_asked)
        made = holder(row(holder(self._about), back, None, gap=M))
        made.hide()
        return made

    def _show_whom(self, whom: str) -> None:
        refill(self._about, [Chip(_about(whom))] if whom else [])
        self._whom.setVisible(bool(whom))

    def _build_papers(self) -> tuple[QPushButton, ...]:
        chase = button(_("Text for an agency"), icon="message-square", needs=Right.EXPORT)
        chase.clicked.connect(self.chases_asked)
        tracker = button(_("Tracker as a paper"), icon="file-text", needs=Right.EXPORT_PANEL)
        tracker.clicked.connect(self._ask_tracker)
        return self._build_sheets(), chase, tracker

    def _build_sheets(self) -> QPushButton:
        made = button(_("Returns sheets"), icon="inbox", needs=Right.UPDATE_ACTIONS)
        menu = QMenu(made)
        menu.setAccessibleName(_("Returns sheets"))
        menu.addAction(_("Make sheets to send")).triggered.connect(self._ask_sheets)
        menu.addAction(_("Read a sheet that came back")).triggered.connect(self.returns_asked)
        made.setMenu(menu)
        return made

    def _ask_sheets(self) -> None:
        self.sheets_asked.emit(value_of(self._agency))

    def _ask_tracker(self) -> None:
        one = value_of(self._agency) is not None
        self.tracker_asked.emit(self._agency.currentText() if one else "")

    def _show_filters(self, shown: Shown, place: ActionsPlace) -> None:
        wanted = place.wanted
        self._show_whom(shown.whom)
        _offer(self._agency, _("All agencies"), shown.agencies, wanted.agency_id)
        _offer(self._owner, _("All owners"), shown.owners, wanted.owner_id)
        _offer_dues(self._due, wanted, shown.today)
        _set(self._ownerless, on=place.without_owner)
        _set(self._closed, on=not wanted.open_only)
        _set(self._asked, on=place.wishes)
        self._closed.setVisible(not place.wishes)
        for part in (self._agency, self._owner, self._due, self._closed):
            part.setEnabled(not place.without_owner)


def asked_folder(parent: QWidget) -> Path | None:
    """Ask where the sheets go; nothing when somebody thought better of it."""
    return ask_folder(parent, _("Where shall the sheets be saved?"))


def _about(whom: str) -> Mark:
    return Mark(_("About {name}", name=whom), Tone.NEUTRAL, "user-round")


def _filter(name: str) -> QComboBox:
    made = picker([])
    made.setAccessibleName(name)
    made.setMaximumWidth(px(230))
    return made


def _offer(
    box: QComboBox, everything: str, choices: Sequence[tuple[str, object]], chosen: object
) -> None:
    offer(box, [(everything, None), *choices], chosen)


def _offer_dues(box: QComboBox, wanted: ActionFilter, today: date) -> None:
    """Offer the usual choices, and the day another page led here with for as long as it holds."""
    chosen = due_choice(wanted, today)
    dues = [(_(text), by) for by, text in _DUES.items()]
    if chosen is DueBy.DAY:
        dues.append((_("By {day}", day=dates.day(wanted.due_until, today)), chosen))
    offer(box, dues, chosen)


def _set(made: QPushButton, *, on: bool) -> None:
    made.blockSignals(True)  # noqa: FBT003 - Qt takes no names
    made.setChecked(on)
    made.blockSignals(False)  # noqa: FBT003 - Qt takes no names
