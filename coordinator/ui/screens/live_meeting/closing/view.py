"""The closing page put together: what is open, the meeting's notes, its end, and its minutes."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame

from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.boxes import card, fill, page
from coordinator.ui.kit.buttons import button_for
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.slots import SavesAsActs, SlotField
from coordinator.ui.kit.tokens import M
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.live_meeting.closing.check import CheckCard
from coordinator.ui.screens.live_meeting.closing.ending import EndCard
from coordinator.ui.screens.live_meeting.closing.paper import PaperCard
from coordinator.ui.screens.live_meeting.closing.shown import Shown
from coordinator.ui.screens.live_meeting.closing.steps import StepsCard
from coordinator.ui.screens.live_meeting.joined import Instead
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.chasing import Chase
from coordinator.wording.translation import _


class ClosingPage(SavesAsActs, Instead):
    """The page in the place of the items.

    Signals:
        toggled: The page is to be opened, or left.
        told: Something was done that deserves a word (str).
        left_texts: A step is about to be taken that needs every text as it stands.
        text_taken: A text is wanted for an agency, to be copied (TakenText).
    """

    toggled = Signal()
    told = Signal(str)
    text_taken = Signal(object)
    left_texts = Signal()

    def __init__(self, meeting: UUID) -> None:
        super().__init__()
        self.setAccessibleName(_("End of the meeting"))
        self.sheets = Sheets(self)
        self._page: Shown | None = None
        self._is_new = False
        self.way_in = action(_("End meeting"), Key.LIVE_END, self.toggled.emit)
        self.button = button_for(self.way_in)
        self.check, self.ending = CheckCard(), EndCard()
        self.steps, self.paper = StepsCard(), PaperCard()
        self.ending.ended.connect(lambda _at: self.left_texts.emit())
        self.steps.asked.connect(lambda _step: self.left_texts.emit())
        self._notes = self._build_notes(meeting)
        away = _("The minutes and what is typed for them are put away while names are hidden.")
        self._away = label(away, "quiet", wraps=True)
        inside = (self.steps, self.ending, self.check, self._away, self.paper, self._notes)
        body = page(*inside, None)
        body.setAccessibleName(_("End of the meeting"))
        fill(self, body)
        self._end = self._build_end()
        for one in inside:
            one.hide()

    def show_way_in(self, words: str) -> None:
        """Name the button that opens the page."""
        self.way_in.setText(words)
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def show_open(self, *, is_open: bool) -> None:
        """Show the page, or the items again."""
        self._is_new = is_open
        self.opened.emit(is_open)

    def show_closing(self, shown: Shown) -> None:
        """Show what is left open and what comes next; the keys begin with the first of it."""
        was, self._page = self._page, shown
        is_on = shown.status is MeetingStatus.IN_PROGRESS
        self.check.show_lines(shown.lines, can_write=shown.can_write)
        self.check.setVisible(is_on or (shown.can_write and bool(shown.lines)))
        has_notes = shown.can_write and shown.closing.kind.has_minutes
        self._notes.setVisible(has_notes and not shown.is_hidden)
        self._away.setVisible(shown.is_hidden)
        self.ending.setVisible(is_on and shown.may_run)
        self._end.setEnabled(is_on and shown.may_run)
        now = shown.closing.now.time()
        self.ending.show_ending(now, shown.next_meeting, is_all_done=not shown.lines)
        self.steps.setVisible(bool(shown.stands))
        self.paper.setVisible(shown.has_paper)
        if shown.stands:
            self.steps.show_steps(shown)
        if self._is_new or (was is not None and was.status is not shown.status):
            self._is_new = False
            self._begin(shown)

    def cover(self) -> None:
        """Put away at once what is not for others."""
        held_keys = self.isAncestorOf(QApplication.focusWidget() or self)
        for one in (self.check, self.paper, self._notes):
            one.hide()  # and what was typed is saved by it
        self._is_new = self._is_new or held_keys
        self.sheets.finish()

    def show_fault(self, sentence: str) -> None:
        """Say under the time why the meeting was not ended."""
        self.ending.say_wrong(sentence)

    def show_making(self) -> None:
        """Say that the paper is being made."""
        self.paper.show_making()

    def show_paper(self, content: bytes) -> None:
        """Show the minutes as they will be."""
        self.paper.show_paper(content)

    def show_no_paper(self) -> None:
        """Say that they could not be laid out."""
        self.paper.show_none()

    def show_texts(self, texts: Sequence[Chase]) -> None:
        """Show the texts for agencies, to copy."""
        form = ChaseForm(self, texts, title=_("Tell an agency what it took on"))
        form.taken.connect(self.text_taken)
        form.copied.connect(self.told)
        self.sheets.show(form)

    def show_approval_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong with an approval that was given elsewhere."""
        self.steps.show_faults(faults)

    @property
    def slot_fields(self) -> Sequence[SlotField]:
        """The texts that save themselves."""
        return tuple(self._slots.values())

    def _begin(self, shown: Shown) -> None:
        """Put the keys where work goes on."""
        if shown.stands:
            self.steps.take_keys()
        elif not self.check.take_keys():
            self.ending.end.setFocus()

    def _build_notes(self, meeting: UUID) -> QFrame:
        made = (
            SlotField(Slot(meeting, "meeting.learning"), _("What the panel learned today")),
            SlotField(Slot(meeting, "meeting.other_business"), _("Any other business")),
        )
        for one in made:
            one.area.setProperty("field", f"live.closing.{one.slot.column}")
        self._slots = {one.slot: one for one in made}
        return card(heading(_("For the minutes")), *made, gap=M)

    def _build_end(self) -> QAction:
        made = QAction(_("End the meeting"), self)
        made.setShortcut(QKeySequence(Key.DO_IT))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda _checked=False: self.ending.give())
        made.setEnabled(False)
        self.addAction(made)
        return made
