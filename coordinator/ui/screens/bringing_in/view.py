"""The widgets of Bring in: where a sheet comes from, what would come of it, what was before."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from coordinator.sheets.columns import Target
from coordinator.sheets.reading import Place
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, page
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import M
from coordinator.ui.screens.bringing_in.columns import (
    action_columns,
    count_columns,
    look_columns,
    people_columns,
)
from coordinator.ui.screens.bringing_in.lists import Alike, Listed
from coordinator.ui.screens.bringing_in.outcome import Outcome
from coordinator.ui.screens.bringing_in.past import Past
from coordinator.ui.screens.bringing_in.shown import After, Result, Shown, Start
from coordinator.ui.screens.bringing_in.taken_for import TakenFor
from coordinator.ui.screens.bringing_in.zone import Zone
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.screens.bringing_in.presenter import Wishes


class BringingView(QWidget):
    """People, actions and counts from a spreadsheet.

    Signals:
        left_out: A row comes in or not (its place, bool).
        take_back_asked: An import is to be taken back (UUID of its act).
        went_on: To what comes next (After).
    """

    left_out = Signal(object, bool)
    take_back_asked = Signal(object)
    went_on = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Bring in"))
        self.setAcceptDrops(True)
        self._today = date.min
        self._may_import = True
        self.zone, self.outcome, self.taken_for = Zone(), Outcome(), TakenFor()
        self._alike, self._past = Alike(), Past()
        self._arriving = self._build_lists()
        self._look = Listed(_("To look at"), look_columns())
        self._closed = label(_("Only the coordinator brings lists in."), wraps=True)
        self._reading = label(_("The spreadsheet is being read."), "quiet", wraps=True)
        self._ended, self._after = self._build_result()
        self._alike.left_out.connect(self.left_out)
        self._past.take_back_asked.connect(self.take_back_asked)
        about = _(
            "People, actions or counts from a spreadsheet, looked at before anything is written."
        )
        head = column(heading(_("Bring in"), "title"), label(about, "quiet", wraps=True), gap=2)
        self.sheet_parts = (
            self.outcome,
            self._alike,
            self.taken_for,
            *self._arriving.values(),
            self._look,
        )
        fill(
            self,
            page(
                head,
                self._closed,
                self._result,
                self.zone,
                self._reading,
                *self.sheet_parts,
                self._past,
                None,
            ),
        )
        self.actions_here = (self._build_paste(),)
        lend_keys(self, self.zone.paste)
        self._show_only(self.zone)

    def show_start(self, start: Start) -> None:
        """Show what was brought in before, and whether anything may be."""
        self._may_import = start.may_import
        if start.today != self._today:
            self._today = start.today
            self._arriving[Target.PEOPLE].rows.describe(people_columns(start.today))
            self._arriving[Target.ACTIONS].rows.describe(action_columns(start.today))
        self._past.show_rows(start.imports)
        self._closed.setVisible(not start.may_import)
        if self.outcome.isHidden():
            self.zone.setVisible(start.may_import)
            self._past.setVisible(bool(start.imports))

    def show_target(self, target: Target | None) -> None:
        """Show what the rows are taken for."""
        self.zone.show_target(target)

    def show_reading(self) -> None:
        """Show that a sheet is being read."""
        self.outcome.forget()
        self.taken_for.fold()
        self._show_only(self._reading)

    def show_fault(self, notice: Notice | None) -> None:
        """Show no sheet, and why; without a notice nothing is wrong."""
        had_keys = self._holds_keys()
        self._show_only(self.zone)
        said = " ".join((notice.what, notice.next, *notice.details)) if notice else ""
        self.zone.show_fault(said)
        self.outcome.forget()
        if had_keys:
            self.zone.paste.setFocus()

    def show_sheet(self, shown: Shown, wishes: "Wishes") -> None:
        """Show what would come of a sheet."""
        is_new = self.outcome.isHidden()
        told = shown.told
        self._show_only(self.outcome)
        self.outcome.show_sheet(shown, wishes)
        self.taken_for.show()
        self.taken_for.show_columns(shown.understood)
        for target, listed in self._arriving.items():
            listed.show_rows(told.arriving if told and shown.target is target else ())
        self._alike.show_rows(told.alike if told else ())
        self._look.show_rows(told.look_at if told else ())
        self.show_left_out(frozenset(wishes.left_out))
        if is_new:
            (self.outcome.first if told else self.taken_for.first).setFocus()

    def show_left_out(self, left_out: frozenset[Place]) -> None:
        """Show which rows do not come in by choice."""
        self._alike.show_left_out(left_out)
        self.outcome.show_left_out(len(left_out))

    def show_bringing(self, *, busy: bool) -> None:
        """Show that the sheet is being brought in."""
        for part in self.sheet_parts:
            part.setEnabled(not busy)

    def show_result(self, result: Result) -> None:
        """Show how it ended, and what comes next."""
        self.show_bringing(busy=False)
        self.outcome.forget()
        self._show_only(self.zone, self._result)
        self._ended.setText(result.sentence)
        of_people = result.target is Target.PEOPLE
        next_ = _("Paste their actions next, or go on to the agenda.") if of_people else ""
        self._told.setText(next_)
        self._told.setVisible(bool(next_))
        self._after[After.PEOPLE].setVisible(of_people)
        self._after[After.ACTIONS].setVisible(result.target is Target.ACTIONS)
        self._after[After.DEMAND].setVisible(result.target is Target.DEMAND)
        self.zone.show_fault("")
        self.zone.paste.setFocus()

    def show_no_source(self) -> None:
        """Say that somebody must be named as the sender."""
        self.outcome.show_no_source()

    def _show_only(self, *parts: QWidget) -> None:
        """Show these of the parts that come and go."""
        for part in (self._result, self.zone, self._reading, *self.sheet_parts):
            part.setVisible(part in parts)
        at_start = self.zone in parts
        self._past.setVisible(at_start and self._past.has_rows)
        self._closed.setVisible(not self._may_import)

    def _holds_keys(self) -> bool:
        return any(part.isAncestorOf(one) for part in self.sheet_parts if (one := _focused(part)))

    def _build_lists(self) -> dict[Target, Listed]:
        return {
            Target.PEOPLE: Listed(_("People as they will arrive"), people_columns(date.min)),
            Target.ACTIONS: Listed(_("Actions as they will arrive"), action_columns(date.min)),
            Target.DEMAND: Listed(_("Counts as they will arrive"), count_columns()),
        }

    def _build_result(self) -> tuple[QLabel, dict[After, QPushButton]]:
        ended = heading("")
        self._told = label("", wraps=True)
        words = {
            After.AGENDA: _("Go on to the agenda"),
            After.PEOPLE: _("See the people"),
            After.ACTIONS: _("See the actions"),
            After.DEMAND: _("See demand before and after"),
        }
        made = {after: button(text) for after, text in words.items()}
        for after, one in made.items():
            one.clicked.connect(lambda _on=False, after=after: self.went_on.emit(after))
        self._result: QFrame = card(
            holder(column(ended, self._told, gap=2)), flow(*made.values()), gap=M
        )
        return ended, made

    def _build_paste(self) -> QAction:
        action = QAction(_("Paste cells of a spreadsheet"), self)
        action.setShortcut(QKeySequence(Key.PASTE))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._paste)
        self.addAction(action)
        return action

    def _paste(self) -> None:
        if self._may_import and self.outcome.isEnabled():
            self.zone.take_clipboard()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if self._may_import and (data.hasUrls() or data.hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.zone.take(event.mimeData()):
            event.acceptProposedAction()


def _focused(part: QWidget) -> QWidget | None:
    window = part.window()
    return window.focusWidget()
