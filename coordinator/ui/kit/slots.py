"""One text that saves itself: its name, the field, where it stands, both texts of a clash."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.boxes import Columns, column, fill, flow, holder, refill, row, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M, S, Tone
from coordinator.ui.lanes.autosave import Clash, Slot, SlotState
from coordinator.wording.translation import _


class SlotField(QWidget):
    """A text of a record, saved when it is left.

    Signals:
        typed: The text so far (Slot, str).
        left: The keys went elsewhere (Slot, str).
        let_go_asked: What was typed is to be forgotten (Slot).
        mine_asked: The text typed here stays (Slot).
        theirs_asked: The text of somebody else stays (Slot).
    """

    typed = Signal(object, str)
    left = Signal(object, str)
    let_go_asked = Signal(object)
    mine_asked = Signal(object)
    theirs_asked = Signal(object)

    def __init__(self, slot: Slot, name: str, *, whole_name: str = "", lines: int = 2) -> None:
        super().__init__()
        self.slot = slot
        self._is_only_read = False
        self._name = whole_name or name
        self.area = Area(self._name, lines=lines)
        self.area.typed.connect(lambda text: self.typed.emit(slot, text))
        self.area.left.connect(lambda text: self.left.emit(slot, text))
        head = label(name, "strong", wraps=True)
        head.setBuddy(self.area)
        self._state = label("", "quiet")
        self._let_go = button(
            _("Let it go"), "link", name=_("Let go of what was typed: {name}", name=self._name)
        )
        self._let_go.clicked.connect(lambda: self.let_go_asked.emit(slot))
        self._clash = _ClashPanel(self._name)
        self._clash.mine_asked.connect(lambda: self.mine_asked.emit(slot))
        self._clash.theirs_asked.connect(lambda: self.theirs_asked.emit(slot))
        self._marks = QVBoxLayout()
        self._instead = label("", "quiet", wraps=True)
        self._instead.hide()
        top = row(wide(head), self._state, self._let_go)
        fill(self, top, self._marks, self._instead, self.area, self._clash, gap=XS)
        lend_keys(self, self.area)
        self.show_state(SlotState.CALM)

    def show_text(self, text: str) -> None:
        """Show a text as it stands."""
        self.area.fill(text)

    def show_state(self, state: SlotState) -> None:
        """Say whether it is saved."""
        words = {
            SlotState.CALM: "",
            SlotState.TYPED: _("Not saved yet"),
            SlotState.SAVING: _("Saving…"),
            SlotState.SAVED: _("Saved"),
            SlotState.CLASH: _("Changed by somebody else"),
        }
        self._state.setText(words[state])
        self._let_go.setVisible(state is SlotState.TYPED)
        self.area.setAccessibleDescription(words[state])

    def show_marks(self, *marks: QWidget) -> None:
        """Show what else is to be known of the text, such as that few may read it."""
        refill(self._marks, [flow(*marks)] if marks else [])

    def show_instead(self, words: str) -> None:
        """Show words in the place of a text nobody here may read or write; nothing: the text."""
        self._instead.setText(words)
        self._instead.setVisible(bool(words))
        self.area.setVisible(not words)
        self.area.setReadOnly(bool(words) or self._is_only_read)

    def show_clash(self, clash: Clash | None) -> None:
        """Show both texts, or that there is but one again."""
        self._clash.show_clash(clash)

    def let_read_only(self) -> None:
        """Let it be read, not typed in."""
        self._is_only_read = True
        self.area.setReadOnly(True)


class ShowsSlots:
    """A page with texts that save themselves; mixed into views that have some."""

    _slots: dict[Slot, SlotField]

    def show_text(self, slot: Slot, text: str) -> None:
        """Show a text as it stands."""
        if (field := self._slots.get(slot)) is not None:
            field.show_text(text)

    def show_state(self, slot: Slot, state: SlotState) -> None:
        """Show whether a text is saved."""
        if (field := self._slots.get(slot)) is not None:
            field.show_state(state)

    def show_clash(self, slot: Slot, clash: Clash | None) -> None:
        """Show both texts of a field, or that there is but one again."""
        if (field := self._slots.get(slot)) is not None:
            field.show_clash(clash)


class SavesAsActs(ShowsSlots):
    """Such a page where a key takes acts back: a text that was saved is one of them.

    While it is typed the key takes letters back, and from then on the whole of what was saved.
    """

    def show_state(self, slot: Slot, state: SlotState) -> None:
        """Show whether a text is saved."""
        super().show_state(slot, state)
        if state is SlotState.SAVED and (field := self._slots.get(slot)) is not None:
            field.area.document().clearUndoRedoStacks()


class _ClashPanel(QFrame):
    """Who changed the text meanwhile, both texts, and a key to take either."""

    mine_asked = Signal()
    theirs_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.CAREFUL.value)
        self._told = label("", "strong", wraps=True)
        self._mine, self._theirs = label("", wraps=True), label("", wraps=True)
        keep = self._action(_("Keep mine"), Key.KEEP_MINE)
        take = self._action(_("Take theirs"), Key.TAKE_THEIRS)
        keep.triggered.connect(self.mine_asked)
        take.triggered.connect(self.theirs_asked)
        self._actions = (keep, take)
        buttons = [button_for(keep, "primary"), button_for(take)]
        for one in buttons:
            one.setAccessibleName(_("{what}: {name}", what=one.text(), name=name))
        texts = Columns(
            420,
            (holder(column(label(_("Yours"), "quiet"), self._mine, None, gap=2)), 1),
            (holder(column(label(_("Theirs"), "quiet"), self._theirs, None, gap=2)), 1),
        )
        box = column(self._told, texts, flow(*buttons), gap=S)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)
        self.show_clash(None)

    def show_clash(self, clash: Clash | None) -> None:
        """Show a clash, or nothing."""
        self.setVisible(clash is not None)
        for action in self._actions:
            action.setEnabled(clash is not None)
        if clash is None:
            return
        nothing = _("(nothing)")
        self._mine.setText(clash.mine.strip() or nothing)
        self._theirs.setText(clash.theirs.strip() or nothing)
        told = _("Somebody else changed this while you were typing.")
        if clash.who:
            told = _("Changed while you were typing: {who}.", who=clash.who)
        self._told.setText(told)
        announce(self, told)

    def _action(self, text: str, key: Key) -> QAction:
        action = QAction(_("{what} ({key})", what=text, key=str(key)), self)
        action.setShortcut(QKeySequence(key))
        self.addAction(action)
        return action
