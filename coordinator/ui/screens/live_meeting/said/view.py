"""The widgets of what is said: the line, the notes, the person's view, facts, the restricted."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import NoteRow
from coordinator.ui.kit.boxes import Columns, card, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.slots import SavesAsActs, SlotField
from coordinator.ui.kit.suggesting import suggest
from coordinator.ui.kit.tokens import XS, M, S
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.live_meeting.choices import OfferRow
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.said.presenter import (
    FACTS,
    FORM,
    NAMES,
    RESTRICTED,
    VIEW,
    NoteState,
)
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording.translation import _

_BESIDE_EACH_OTHER = 560  # from this width on the person's view and who speaks share a line


class SaidPart(SavesAsActs, QWidget):
    """What is said about the open line.

    Signals:
        typed: What stands in the line now (str).
        settled: The same, to be kept (str).
        entered: Enter was pressed (str).
        emptied: Escape was pressed.
        chosen: The agency that is meant (UUID).
        change_asked: A note is to be changed (NoteRow).
        remove_asked: A note is to be removed (NoteRow).
        spoken_by: Who speaks for the person (str).
        text_typed: A text so far (Slot, str).
        text_left: A text was left (Slot, str).
        let_go_asked: What was typed of a text is to be forgotten (Slot).
        mine_asked: The text typed here stays (Slot).
        theirs_asked: The text of somebody else stays (Slot).
    """

    typed = Signal(str)
    settled = Signal(str)
    entered = Signal(str)
    emptied = Signal()
    chosen = Signal(object)
    change_asked = Signal(object)
    remove_asked = Signal(object)
    spoken_by = Signal(str)
    text_typed = Signal(object, str)
    text_left = Signal(object, str)
    let_go_asked = Signal(object)
    mine_asked = Signal(object)
    theirs_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[Slot, SlotField] = {}
        self._about: UUID | None = None
        self._speaker: QLineEdit | None = None
        self._openers: dict[str, QPushButton] = {}
        self._build_line()
        self._notes, self._texts = QVBoxLayout(), QVBoxLayout()
        self._noted = holder(self._notes)
        head = row(widened(heading(_("What is said"))), label(str(Key.LIVE_SAID), "quiet"))
        under = (self._asked, self.line, self._wrong, self._told, self._offers)
        said = card(head, *under, self._noted, gap=S)
        self._written = holder(self._texts)
        away = _("Notes, the person's view and facts are put away while names are hidden.")
        self._away = label(away, "quiet", wraps=True)
        self._away.hide()
        fill(self, said, self._away, self._written, gap=M)
        to_line = action(_("What an agency says"), Key.LIVE_SAID, self.line.setFocus)
        to_view = action(_("The person's own view"), Key.LIVE_VIEW, lambda: self._go_to(VIEW))
        apart = action(_("Restricted paragraph"), Key.LIVE_RESTRICTED, self._open_restricted)
        self._to_written = (to_view, apart)
        self.actions_here: tuple[QAction, ...] = (to_line, *self._to_written)

    def cover(self, *, hidden: bool) -> None:
        """Put away what is recorded, or let it be seen again; the line stays."""
        if hidden and self._written.isAncestorOf(QApplication.focusWidget() or self):
            self.line.setFocus()  # what was typed there is saved by it
        self._away.setVisible(hidden)
        self._written.setVisible(not hidden)
        for one in self._to_written:
            one.setEnabled(not hidden)

    def fill(self, text: str) -> None:
        """Put words into the line."""
        self.line.fill(text)

    def ask_for(self, words: str) -> None:
        """Say what the line is for just now; empty for a new note."""
        self._asked.setText(words)
        self._asked.setVisible(bool(words))
        self.line.setAccessibleName(words or _("What an agency says"))
        self._told.hide()
        self._offers.show_offers(())
        if words:
            self.line.setFocus()

    def object_to(self, sentence: str) -> None:
        """Say under the line why it was refused; nothing takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.line.show_wrong(wrong=bool(sentence))
        if sentence:
            announce(self.line, sentence)

    def show_note_state(self, state: NoteState | None) -> None:
        """Show what was understood of the line; nothing while it is empty."""
        told = "" if state is None else state.told or state.agency
        if state is not None and state.is_complete:
            told = _("{agency}. Enter writes it down", agency=state.agency)
        if state is not None and state.few:
            told = "\n".join(filter(None, (state.few, told)))
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.line.setAccessibleDescription(told)
        self._offers.show_offers(state.offered if state is not None else ())

    def go_to_offers(self) -> None:
        """Put the keys on what can be chosen."""
        if not self._offers.take_keys():
            announce(self.line, self._told.text())

    def show_notes(self, notes: Sequence[NoteRow], *, may_write: bool) -> None:
        """Show what agencies have said so far."""
        self.line.setReadOnly(not may_write)
        self._noted.setVisible(bool(notes))
        refill(self._notes, [self._note(one, may_write=may_write) for one in notes])

    def show_texts(self, item: LiveItem | None, *, may_write: bool) -> None:
        """Lay out the texts of an item; the same item again leaves them alone."""
        if item is None:
            self._about, self._slots, self._openers, self._speaker = None, {}, {}, None
            refill(self._texts, [])
            return
        entry = item.record.entry
        if entry.id == self._about:
            self._show_marks(item)
            return
        self._about = entry.id
        self._slots = {}
        parts: list[QWidget] = []
        if entry.person is not None:
            parts.append(self._own_view(entry.id, may_write=may_write))
        parts.append(self._on_demand(item, may_write=may_write))
        whole = card(*parts, gap=M)
        refill(self._texts, [whole])
        whole.show()  # at once, not with the next event: the keys may be on their way back here
        self._show_marks(item)

    def _show_marks(self, item: LiveItem) -> None:
        for slot, field in self._slots.items():
            field.show_marks(*kept_back(item.record.parts.get(slot.column)))

    def show_spoken_by(self, name: str, others: Sequence[str]) -> None:
        """Show who speaks for the person, and whom else to offer."""
        if self._speaker is not None:
            self._speaker.setText(name)
            suggest(self._speaker, list(others))

    def _build_line(self) -> None:
        hint = _(
            "Agency: what they say, such as police: two calls this week; r: first restricts it"
        )
        self.line = Line(_("What an agency says"), hint, field=FORM)
        self.line.changed.connect(self.typed)
        self.line.settled.connect(self.settled)
        self.line.entered.connect(self.entered)
        self.line.emptied.connect(self.emptied)
        self._asked, self._told = label("", "strong", wraps=True), label("", "quiet", wraps=True)
        self._wrong = label("", "fault", wraps=True)
        for one in (self._asked, self._told, self._wrong):
            one.hide()
        self._offers = OfferRow()
        self._offers.chosen.connect(self._choose)
        self._offers.left.connect(self.line.setFocus)
        self.line.number_pressed.connect(self._offers.choose)

    def _choose(self, agency: object) -> None:
        self.line.setFocus()
        self.chosen.emit(agency)

    def _note(self, note: NoteRow, *, may_write: bool) -> QWidget:
        who = flow(label(note.agency, "strong"), *kept_back(note.sensitivity))
        words = column(who, label(note.text, wraps=True), gap=0)
        if not may_write:
            return ruled(widened(holder(words)))
        change = button(_("Change"), "link", name=_("Change what {who} said", who=note.agency))
        remove = button(_("Remove"), "link", name=_("Remove what {who} said", who=note.agency))
        change.clicked.connect(lambda: self.change_asked.emit(note))
        remove.clicked.connect(lambda: self.remove_asked.emit(note))
        return ruled(widened(holder(words)), flow(change, remove, gap=0))

    def _own_view(self, item: UUID, *, may_write: bool) -> QWidget:
        words = self._field(Slot(item, VIEW), _(NAMES[VIEW]), may_write)
        speaker = self._speaker = QLineEdit()
        speaker.setAccessibleName(_("Who speaks for the person"))
        speaker.setReadOnly(not may_write)
        speaker.editingFinished.connect(lambda: self.spoken_by.emit(speaker.text()))
        about = label(_("Spoken by"), "strong", wraps=True)
        about.setBuddy(speaker)
        by = holder(column(about, speaker, None, gap=XS))
        return Columns(_BESIDE_EACH_OTHER, (words, 3), (by, 2), gap=M)

    def _on_demand(self, item: LiveItem, *, may_write: bool) -> QWidget:
        """Lay out the texts few items need: each opens by its button, or has words already."""
        entry = item.record.entry
        forms = (*FACTS, RESTRICTED) if entry.person is not None else FACTS
        self._openers = {}
        fields = [self._folded(Slot(entry.id, form), item, may_write) for form in forms]
        return holder(column(flow(*self._openers.values()), *fields, gap=S))

    def _folded(self, slot: Slot, item: LiveItem, may_write: bool) -> QWidget:  # noqa: FBT001 - a row's own
        name = _(NAMES[slot.form])
        inside: list[QWidget] = [self._field(slot, name, may_write)]
        if slot.form == RESTRICTED:
            told = _("Only in the copies of those who may have it; never on the room's display.")
            inside.insert(0, label(told, "quiet", wraps=True))
        made = holder(column(*inside, gap=S))
        keys = f" ({Key.LIVE_RESTRICTED})" if slot.form == RESTRICTED else ""
        opener = self._openers[slot.form] = choice(name + keys)
        has_words = bool(getattr(item.record, slot.column))
        opener.setChecked(has_words)
        if not has_words:
            made.hide()
        # Only now, and not shown here: before it has its place it would be a window of its own,
        # gone at once, and a field that goes says that it was left with nothing in it.
        opener.toggled.connect(made.setVisible)
        opener.clicked.connect(lambda _on: self._go_to(slot.form))
        return made

    def show_text(self, slot: Slot, text: str) -> None:
        """Show a text as it stands; one with words is never folded away."""
        super().show_text(slot, text)
        if text and (opener := self._openers.get(slot.form)) is not None and slot in self._slots:
            opener.setChecked(True)

    def unfold(self, form: str) -> None:
        """Open a text that is folded away, such as the one the keys were in."""
        if (opener := self._openers.get(form)) is not None:
            opener.setChecked(True)

    def _open_restricted(self) -> None:
        self.unfold(RESTRICTED)
        self._go_to(RESTRICTED)

    def _go_to(self, form: str) -> None:
        for slot, field in self._slots.items():
            if slot.form == form:
                field.area.setFocus()

    def _field(self, slot: Slot, name: str, may_write: bool) -> SlotField:  # noqa: FBT001 - a row's own
        made = SlotField(slot, name, lines=2 if slot.form == VIEW else 1)
        made.area.setProperty("field", slot.form)
        made.typed.connect(self.text_typed)
        made.left.connect(self.text_left)
        made.let_go_asked.connect(self.let_go_asked)
        made.mine_asked.connect(self.mine_asked)
        made.theirs_asked.connect(self.theirs_asked)
        if not may_write:
            made.let_read_only()
        self._slots[slot] = made
        return made
