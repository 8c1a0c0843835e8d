"""The line the keys are on: what to know first, what came of it, what happened before."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QWidget

from coordinator.domain.lists.contacts import ContactResult
from coordinator.ui.kit.boxes import column, flow, holder, row, wide
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.outreach.entered import Entry
from coordinator.ui.screens.outreach.presenter import Day
from coordinator.ui.screens.outreach.words import (
    RESULTS,
    due,
    facts,
    name_of,
    tried,
    tries,
    warnings,
)
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_SETTLE_MS = 400  # a pause in typing after which what is typed is kept


class _NoteLine(QLineEdit):
    """A line whose Enter goes on to the next person, and whose Escape goes back to the list.

    Signals:
        done: On to the next.
        left: Back to the list; what is typed stays.
    """

    done = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Current(QFrame):
    """One person of the sheet.

    Signals:
        said: What came of it; nothing takes it back (ContactResult or None).
        typed: Time and note as they stand (str, str).
        next_asked: On to the next person.
        left: Back to the list.
        worker_asked: Who looks is to be said.
        where_asked: Where and why are to be changed.
        moved: Earlier or later (int).
        off_asked: They are to be taken off.
        person_asked: Their page.
    """

    said = Signal(object)
    typed = Signal(str, str)
    next_asked = Signal()
    left = Signal()
    worker_asked = Signal()
    where_asked = Signal()
    moved = Signal(int)
    off_asked = Signal()
    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._name, self._why = heading(""), label("", "quiet", wraps=True)
        self._warnings = label("", "strong", wraps=True)
        self._warned = holder(row(sign("shield-alert"), wide(self._warnings)))
        self._facts, self._entered = label("", wraps=True), label("", "strong", wraps=True)
        self._before = label("", "quiet", wraps=True)
        self._due = label("", wraps=True)
        self._fault = label("", "fault", wraps=True)
        self._ticking = QTimer(self)
        self._ticking.setSingleShot(True)
        self._ticking.setInterval(_SETTLE_MS)
        self._ticking.timeout.connect(self._tell_typed)
        self._entry = self._build_entry()
        self._changes = self._build_changes()
        box = column(
            column(self._name, self._why, gap=2),
            self._warned,
            self._entered,
            self._entry,
            self._facts,
            self._due,
            self._before,
            self._changes,
            gap=M,
        )
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What keys do with the line, listed under F1."""
        return tuple(self._actions)

    def show_entry(self, entry: Entry | None, day: Day | None) -> None:
        """Show a line, or none."""
        self.setVisible(entry is not None)
        if entry is None or day is None:
            return
        line = entry.line
        self._name.setText(name_of(line))
        self._why.setText(line.why)
        self._say(self._warnings, warnings(line, day.today), self._warned)
        self._say(self._facts, (". ".join(facts(line)),))
        self._say(self._due, due(line, day.today))
        self._say(self._before, tries(line, day.today))
        done = line.contact
        self._say(self._entered, (tried(done, day.today),) if done else ())
        self._entry.setVisible(done is None and day.may_enter and not day.is_ahead)
        self._changes.setVisible(day.may_make and done is None)
        self._fill(entry)

    def show_said(self, entry: Entry) -> None:
        """Show again what came of it; what is being typed stays as it is."""
        self._fault.hide()
        self._press(entry.said.result)

    def object_to(self, sentence: str) -> None:
        """Say what is wrong, with the keys on it."""
        self._fault.setText(sentence)
        self._fault.show()
        self._clock.setFocus()
        self._clock.selectAll()

    def go_to_note(self) -> None:
        """Put the keys on the note."""
        self._note.setFocus()

    def flush(self) -> None:
        """Tell what is typed at once."""
        if self._ticking.isActive():
            self._ticking.stop()
            self._tell_typed()

    def _fill(self, entry: Entry) -> None:
        self._fault.hide()
        self._press(entry.said.result)
        for one, text in ((self._clock, entry.said.clock), (self._note, entry.said.note)):
            if one.text() != text and not one.hasFocus():
                one.blockSignals(True)  # noqa: FBT003 - Qt takes no names
                one.setText(text)
                one.blockSignals(False)  # noqa: FBT003 - Qt takes no names

    def _press(self, result: ContactResult | None) -> None:
        self._group.setExclusive(False)
        for one, shown in self._results.items():
            shown.blockSignals(True)  # noqa: FBT003 - Qt takes no names
            shown.setChecked(one is result)
            shown.blockSignals(False)  # noqa: FBT003 - Qt takes no names

    def _say(self, shown: QWidget, sentences: Iterable[str], whole: QWidget | None = None) -> None:
        text = "\n".join(one for one in sentences if one)
        shown.setText(text)  # type: ignore[attr-defined]  # a label
        (whole or shown).setVisible(bool(text))

    def _build_entry(self) -> QWidget:
        self._group = QButtonGroup(self)
        self._results: dict[ContactResult, QPushButton] = {}
        for key, result in RESULTS:
            words = words_for(result)
            made = choice(f"{key}  {words}", name=words)
            made.setAccessibleDescription(key)
            made.clicked.connect(lambda _on=False, one=result: self.said.emit(one))
            self._results[result] = made
            self._group.addButton(made)
        self._clock, self._note = QLineEdit(), _NoteLine()
        self._clock.setAccessibleName(_("Time"))
        self._clock.setPlaceholderText(_("Time"))
        self._clock.setFixedWidth(px(84))
        self._note.setAccessibleName(_("Note"))
        self._note.setPlaceholderText(_("What they said, or what you saw; Enter: next person"))
        for one in (self._clock, self._note):
            one.textEdited.connect(lambda _text: self._ticking.start())
            one.editingFinished.connect(self.flush)
        self._note.done.connect(self._go_on)
        self._note.left.connect(self.left)
        lines = row(self._clock, wide(self._note))
        return holder(column(flow(*self._results.values()), lines, self._fault, gap=M))

    def _build_changes(self) -> QWidget:
        self._actions = [
            self._action(_("Who looks for them"), Key.WHO_LOOKS, self.worker_asked.emit),
            self._action(_("Where and why"), Key.WHERE_LOOKED, self.where_asked.emit),
            self._action(_("Earlier"), Key.LINE_UP, lambda: self.moved.emit(-1)),
            self._action(_("Later"), Key.LINE_DOWN, lambda: self.moved.emit(1)),
            self._action(_("Take off the sheet"), Key.LINE_AWAY, self.off_asked.emit),
        ]
        shown = []
        for action in self._actions:
            made = button(action.text(), "link")
            made.setToolTip(action.shortcut().toString())
            made.clicked.connect(action.trigger)
            shown.append(made)
        self._open = button(_("Open their page"), "link")
        self._open.clicked.connect(self.person_asked)
        return holder(column(flow(*shown, self._open)))

    def _action(self, text: str, key: Key, does: object) -> QAction:
        made = QAction(text, self)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda _checked=False: does())  # type: ignore[operator]
        return made

    def _tell_typed(self) -> None:
        self.typed.emit(self._clock.text(), self._note.text())

    def _go_on(self) -> None:
        self.flush()
        self.next_asked.emit()
