"""The widgets of what was agreed today: read out, put right in a line, taken out again."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import Head, card, column, fill, holder, refill, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S, Tone
from coordinator.ui.screens.live_meeting.agreed.lines import AgreedLine, What, read_out
from coordinator.ui.screens.live_meeting.fields import FIELD
from coordinator.ui.screens.live_meeting.keyed_rows import Below, KeyRow, KeyRows
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Meant
from coordinator.ui.shared.agency_texts import show_copies
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.translation import _


class AgreedPart(QWidget):
    """What was agreed on the open item.

    Signals:
        change_asked: A line is to be put right (UUID).
        out_asked: A line is to be taken out (UUID).
        went_on: The keys have left the line that something is asked of.
        copy_asked: The item is to be copied into agencies' own systems.
        text_taken: A text is wanted for an agency, to be copied (TakenText).
        told: Something is to be said to everybody at the page (str).
    """

    change_asked = Signal(object)
    out_asked = Signal(object)
    went_on = Signal()
    copy_asked = Signal()
    text_taken = Signal(object)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.today = date.min
        self.sheets = Sheets(self)
        self._lines: dict[UUID, AgreedLine] = {}
        self._may_write = False
        self._asked: UUID | None = None
        self._none = label(_("Nothing is agreed yet."), "quiet", wraps=True)
        self._hint = label(
            _("{key}. Read out before going on", key=Key.LIVE_AGREED.value), "quiet"
        )
        self.line = QuestionRow(is_framed=False)
        self._said = label("", "strong", wraps=True)
        self._said.hide()
        self.rows = KeyRows(_("Agreed today"), self._build_below(), self._take)
        self.rows.setProperty(FIELD, "live.agreed")
        self.rows.moved.connect(self._follow)
        head = row(wide(heading(_("Agreed today"))), self._hint)
        fill(self, card(head, self._none, self.rows))
        self._read = action(_("Agreed today"), Key.LIVE_AGREED, self._come)
        self.show_none()

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._read,)

    def show_lines(self, lines: Sequence[AgreedLine], *, may_write: bool) -> None:
        """Show the lines."""
        self._lines, self._may_write = {one.id: one for one in lines}, may_write
        self.rows.show_rows(list(self._lines), lambda _key: AgreedRow(self))
        for key, line in self._lines.items():
            shown = self.rows.row(key)
            if isinstance(shown, AgreedRow):
                shown.show_line(line, self.today, may_write=may_write)
        self._none.setVisible(not lines)
        self._hint.setVisible(bool(lines))
        self.rows.show_below(self._asked or self.rows.current)

    def show_copies(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""
        show_copies(self, texts)

    def show_none(self) -> None:
        """Show nothing: another item is being opened."""
        self._lines = {}
        self.rows.show_rows([], lambda _key: AgreedRow(self))
        self._none.hide()
        self._hint.hide()

    def go_to(self, line: UUID) -> None:
        """Put the keys on a line, below which something is to be asked."""
        self.rows.choose(line)
        self._asked = line
        self.rows.show_below(line)

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question below the line."""
        self._below.show()
        self._said.hide()
        self.line.ask(asked, text, with_keys=with_keys)

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self.line.show_meant(meant)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below what is asked why it was not taken."""
        self.line.object_to(sentence, at)

    def say(self, sentence: str) -> None:
        """Say something below the line under the keys."""
        self._said.setText(sentence)
        self._said.show()
        self._below.show()
        announce(self.rows, sentence)

    def end(self) -> None:
        """Ask no more; the keys stay with the rows."""
        if self.line.has_keys:
            self.rows.setFocus()
        self._asked = None
        self.line.end()
        self._said.hide()
        self._below.hide()

    def _build_below(self) -> Below:
        self._below = Below()
        box = column(self.line, self._said, gap=S)
        box.setContentsMargins(px(M), 0, px(S), px(S))
        self._below.setLayout(box)
        self._below.hide()
        return self._below

    def _follow(self, key: object) -> None:
        if self._asked is not None and self._asked != key:
            self.went_on.emit()
        self._said.hide()
        self.rows.show_below(self.rows.current)

    def _take(self, key: str) -> bool:
        current = self.rows.current
        if current is None or not self._may_write:
            return False
        if key == "Enter":
            self.change_asked.emit(current)
        elif key == "Del":
            self.out_asked.emit(current)
        else:
            return False
        return True

    def _come(self) -> None:
        self.rows.setFocus()
        announce(self.rows, read_out(self._lines.values(), self.today))


class AgreedRow(KeyRow):
    """One line: its day, who, what; and its two buttons."""

    def __init__(self, part: AgreedPart) -> None:
        super().__init__()
        self._part = part
        self._shown: tuple[AgreedLine, bool] | None = None
        self._who, self._words = label("", "strong", wraps=True), label("", wraps=True)
        self._change, self._out = button(_("Change"), "link"), button(_("Remove"), "link")
        self._copy = button(_("Copy"), "link", needs=Right.EXPORT)
        self._copy.clicked.connect(lambda _on: part.copy_asked.emit())
        self._change.clicked.connect(lambda: self._ask(part.change_asked.emit))
        self._out.clicked.connect(lambda: self._ask(part.out_asked.emit))
        self._chips = row(gap=6)
        self._marks = holder(self._chips)
        words = holder(column(self._who, self._words, gap=2))
        self.inside.addWidget(Head(words, self._marks, self._copy, self._change, self._out))

    def show_line(self, line: AgreedLine, today: date, *, may_write: bool) -> None:
        """Show a line as it stands."""
        if self._shown == (line, may_write):
            return
        self._shown = (line, may_write)
        marks = _marks(line, today)
        kept = kept_back(line.sensitivity)
        refill(self._chips, [*(Chip(one) for one in marks), *kept])
        self._marks.setVisible(bool(marks or kept))
        self._who.setText(line.who)
        self._words.setText(line.words)
        self._words.setVisible(bool(line.words))
        self._change.setVisible(may_write and line.can_change)
        self._out.setVisible(may_write and line.can_go)
        self._copy.setVisible(line.what is What.DECISION)
        about = ", ".join(one for one in (line.who, line.words) if one)
        self._change.setAccessibleName(_("Change: {what}", what=about))
        self._out.setAccessibleName(_("Remove: {what}", what=about))
        self._copy.setAccessibleName(_("Copy for our system: {what}", what=about))
        self.says = line.aloud(today)

    def _ask(self, emit: object) -> None:
        if self._shown is not None:
            emit(self._shown[0].id)  # type: ignore[operator]


class SoFarPart(QWidget):
    """The items that are done with, beside the one that is open."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = column(gap=S)
        self._none = label(_("Nothing yet."), "quiet")
        self._shown: Sequence[tuple[str, str]] = ()
        fill(self, card(heading(_("Decided so far")), self._none, holder(self._inside)))

    def show_words(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the lines: an icon of what became of the item, and its words."""
        if lines == self._shown:
            return
        self._shown = lines
        self._none.setVisible(not lines)
        refill(self._inside, [_so_far(icon, words) for icon, words in lines])


def _so_far(icon: str, words: str) -> QWidget:
    return holder(row(sign(icon), wide(label(words, wraps=True)), gap=S))


def _marks(line: AgreedLine, today: date) -> list[Mark]:
    marks = []
    if line.day is not None:
        marks.append(Mark(dates.day(line.day, today), Tone.NEUTRAL, "calendar-clock"))
    if line.until is not None:
        marks.append(Mark(line.until_words(today), Tone.NEUTRAL, "calendar-clock"))
    if line.what is What.BARRIER:
        marks.append(Mark(_("To escalate"), Tone.URGENT, "arrow-up-right"))
    if line.to_tell:
        marks.append(Mark(_("Tell today"), Tone.CAREFUL, "message-square"))
    return marks
