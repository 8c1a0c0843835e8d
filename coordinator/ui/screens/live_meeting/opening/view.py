"""The widgets of the opening: what is to be said and read, by number, each gone once done."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.ui.kit.boxes import card, column, fill, flow, holder, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import finder, offer, value_of
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.screens.live_meeting.keys import action, show_in_page
from coordinator.ui.screens.live_meeting.opening.words import OpeningShown
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.wording.translation import _, ngettext

CHANGES, READ_AT = "live.opening.changes", "live.opening.time"


class OpeningPart(QWidget):
    """The card at the start of a meeting.

    Signals:
        read: The statement was read, now.
        read_at: It was read at another time (str).
        agreed: The last minutes are right (str: with which changes, or nothing).
        officers_asked: Chair or minute-taker are to be changed.
        officers_named: Who they are (UUID or nothing, twice).
        who_asked: Say who is here.
        changes_typed: Which changes, so far (str); `time_typed` when it was read.
        begun: How the meeting begins (Begin).
    """

    read = Signal()
    read_at = Signal(str)
    agreed = Signal(str)
    officers_asked = Signal()
    officers_named = Signal(object, object)
    who_asked = Signal()
    changes_typed = Signal(str)
    time_typed = Signal(str)
    begun = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: OpeningShown | None = None
        self._is_called = self._has_who = False
        self._day = label("", "strong", wraps=True)
        self._day_row = holder(row(sign("calendar-clock", "careful"), wide(self._day)))
        self._said = label("", "fault", wraps=True)
        self.go_here = action(_("Opening of the meeting"), Key.LIVE_OPENING, self.call)
        key = label(str(Key.LIVE_OPENING), "quiet")
        head = row(wide(heading(_("Opening the meeting"))), key)
        self._statement = self._build_statement()
        parts = (self._statement, self._build_minutes(), self._build_who(), self._build_officers())
        self._whole = (holder(head), *parts)
        self._question = QuestionRow(is_framed=False)
        self._question.chosen.connect(self.begun)
        first = (self._question, self._build_folded(), self._day_row, self._said)
        frame = card(*first, *self._whole, name="lead")
        fill(self, frame)
        self._todo = {1: self._read, 2: self._agree, 3: self._who, 4: self._change}
        self._said.hide()
        self.hide()

    def show_opening(self, shown: OpeningShown) -> None:
        """Show what is still to be done; nothing once it is."""
        had_keys = self._has_keys()
        self._shown = shown
        self._show_day(shown)
        self._show_statement(shown)
        self._last.setText(_("Minutes of {meeting}: right?", meeting=shown.last))
        self._agreed.setText(shown.agreed)
        self._minutes_todo.setVisible(bool(shown.last) and shown.may)
        self._minutes_done.setVisible(bool(shown.agreed) and self._is_called)
        self._unsaid.setText(
            ngettext(
                "Of one seat it is not said whether somebody is here.",
                "Of {count} seats it is not said whether somebody is here.",
                shown.unsaid,
            )
        )
        self._has_who = bool(shown.unsaid) and shown.may
        self._officers.setText(shown.officers)
        self._trouble.setText(shown.officer_trouble)
        self._trouble.setVisible(bool(shown.officer_trouble))
        self._change.setVisible(shown.may)
        self._left_words.setText(shown.left_in_words)
        self._fold(is_folded=not self._is_called and not had_keys and shown.can_wait)
        self._show_question(shown)
        self.setVisible(self._is_called or not shown.is_done)
        if had_keys and not self._has_keys():
            self._go_on()

    def say(self, sentence: str) -> None:
        """Say something in the card, until something else is said."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def ask_time(self) -> None:
        """Ask when the statement was read."""
        self._time.show()
        self._time.setFocus()

    def ask_officers(
        self, people: Sequence[tuple[UUID, str]], chair: UUID | None, minutes: UUID | None
    ) -> None:
        """Ask who chairs and who takes the minutes."""
        choices = [(words, one) for one, words in people]
        for box, value in ((self._chair, chair), (self._taker, minutes)):
            offer(box, choices, value)
            if (found := box.completer()) is not None:
                found.setModel(box.model())
        self._form.show()
        self._chair.setFocus()

    def have_typed(self, field: str, words: str, *, had_keys: bool) -> None:
        """Have the words at hand that were being typed when the program ended.

        Args:
            field: In which line.
            words: They.
            had_keys: They stand in the open card again, where the keys come back to them.
        """
        line = self._changes if field == CHANGES else self._time
        line.fill(words)
        line.show()
        if had_keys:
            self._is_called = True
            if self._shown is not None:
                self.show_opening(self._shown)

    def end_asking(self) -> None:
        """What was asked was answered."""
        had_keys = self._has_keys()
        for one in (self._time, self._changes):
            one.empty()
            one.hide()
        self._form.hide()
        if had_keys:
            self._go_on()

    def begin_here(self) -> None:
        """Put the keys on what is to be done first, if they are nowhere yet."""
        if self.isVisible():
            self._begin()
        else:
            QTimer.singleShot(0, self, self._begin)  # its page is just being opened

    def _begin(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        is_nowhere = focused is None or focused.isAncestorOf(self)
        if is_nowhere and self.isVisible():
            self._go_on()

    def call(self) -> None:
        """Show the card, done or not, and put the keys there; again, or Esc, puts it away."""
        self._is_called = not (self._is_called and self._has_keys())
        if self._shown is not None:
            self.show_opening(self._shown)
        if self.isVisible():
            show_in_page(self)
            self._go_on()

    def _build_folded(self) -> QWidget:
        self._left_words = label("", wraps=True)
        show = button(_("Show"), "link", name=_("Show the opening of the meeting"))
        show.clicked.connect(self.call)
        key = label(str(Key.LIVE_OPENING), "quiet")
        self._folded = holder(row(wide(self._left_words), show, key, gap=M))
        return self._folded

    def _fold(self, *, is_folded: bool) -> None:
        """Once the statement was read, what is left is one line until somebody goes there."""
        self._folded.setVisible(is_folded)
        for one in self._whole:
            one.setVisible(not is_folded and (one is not self._who_row or self._has_who))

    def _build_statement(self) -> QWidget:
        self._text = label("", wraps=True)
        self._read = button(_("1  Read"), name=_("The statement has been read"))
        self._read.setProperty("field", "live.statement")
        self._read.clicked.connect(self.read)
        other = button(_("At another time"), "link", name=_("Read at another time"))
        other.clicked.connect(self.ask_time)
        self._told = label("", wraps=True)
        again = button(_("Change"), "link", name=_("Change when the statement was read"))
        again.clicked.connect(self.ask_time)
        self._time = Line(_("When was the statement read?"), _("Such as 10:03"), field=READ_AT)
        self._time.settled.connect(self.time_typed)
        self._time.entered.connect(self.read_at)
        self._time.hide()
        title = label(_("Confidentiality statement, to be read out"), "strong", wraps=True)
        self._statement_buttons = flow(self._read, other)
        self._unread = holder(column(title, self._text, self._statement_buttons, gap=S))
        self._is_read = holder(row(sign("circle-check", "good"), wide(self._told), again))
        return holder(column(self._unread, self._is_read, self._time, gap=S))

    def _build_minutes(self) -> QWidget:
        self._last, self._agreed = label("", wraps=True), label("", wraps=True)
        self._agree = button(_("2  Agreed"), name=_("The last minutes are agreed"))
        self._agree.clicked.connect(lambda: self.agreed.emit(""))
        changes = button(_("With changes"), "link", name=_("The last minutes, with changes"))
        changes.clicked.connect(self._ask_changes)
        again = button(_("Change"), "link", name=_("Change what was said of the last minutes"))
        again.clicked.connect(self._ask_changes)
        self._changes = Line(_("What is to be changed in the last minutes?"), _("What changes?"))
        self._changes.setProperty("field", CHANGES)
        self._changes.settled.connect(self.changes_typed)
        self._changes.entered.connect(self.agreed)
        self._changes.hide()
        self._minutes_todo = _ruled(wide(self._last), self._agree, changes)
        self._minutes_done = _ruled(sign("circle-check", "good"), wide(self._agreed), again)
        return holder(column(self._minutes_todo, self._minutes_done, self._changes, gap=S))

    def _build_who(self) -> QWidget:
        self._unsaid = label("", wraps=True)
        self._who = button(_("3  Say who is here"), name=_("Say who is here"))
        self._who.clicked.connect(self.who_asked)
        self._who_row = _ruled(wide(self._unsaid), self._who)
        return self._who_row

    def _build_officers(self) -> QWidget:
        self._officers, self._trouble = label("", wraps=True), label("", "fault", wraps=True)
        self._change = button(_("4  Change"), name=_("Change who chairs and who takes minutes"))
        self._change.clicked.connect(self.officers_asked)
        self._chair, self._taker = finder([]), finder([])
        self._chair.setAccessibleName(_("Chair today"))
        self._taker.setAccessibleName(_("Minutes today"))
        use = button(_("Use these"), name=_("Use these for today"))
        use.clicked.connect(self._name_officers)
        leave = button(_("Leave as it is"), "link")
        leave.clicked.connect(self.end_asking)
        self._form = holder(
            column(
                label(_("Chair today")),
                self._chair,
                label(_("Minutes today")),
                self._taker,
                flow(use, leave),
                gap=S,
            )
        )
        self._form.hide()
        words = holder(column(self._officers, self._trouble, gap=2))
        return holder(column(_ruled(wide(words), self._change), self._form, gap=S))

    def _show_question(self, shown: OpeningShown) -> None:
        """Ask how the meeting begins, and nothing else until it has."""
        if shown.begin is None:
            self._question.end()
            return
        for one in (self._folded, *self._whole):
            one.hide()
        if self._question.asked != shown.begin:
            self._question.ask(shown.begin, with_keys=False)

    def _show_day(self, shown: OpeningShown) -> None:
        if shown.day and shown.day != self._day.text():
            announce(self, shown.day)
        self._day.setText(shown.day)
        self._day_row.setVisible(bool(shown.day))

    def _show_statement(self, shown: OpeningShown) -> None:
        self._text.setText(shown.statement)
        self._told.setText(shown.read)
        self._unread.setVisible(bool(shown.statement))
        self._statement_buttons.setVisible(shown.may)
        self._is_read.setVisible(bool(shown.read) and self._is_called)

    def _ask_changes(self) -> None:
        self._changes.show()
        self._changes.setFocus()

    def _name_officers(self) -> None:
        self.officers_named.emit(value_of(self._chair), value_of(self._taker))

    def _has_keys(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # also while the window is behind
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def _left(self) -> list[QPushButton]:
        return [one for one in self._todo.values() if one.isVisible()]

    def _go_on(self) -> None:
        if not self._question.isHidden():
            self._question.take_keys()
        elif left := self._left():
            left[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        wanted = self._todo.get(event.key() - Qt.Key.Key_0)
        if wanted is not None and wanted.isVisible():
            wanted.click()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.end_asking()
            self._is_called = False
            if self._shown is not None:
                self.show_opening(self._shown)
        else:
            super().keyPressEvent(event)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self.go_here,)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _ruled(*parts: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("row")
    box = row(*parts, gap=M)
    box.setContentsMargins(0, px(S), 0, 0)
    frame.setLayout(box)
    return frame
