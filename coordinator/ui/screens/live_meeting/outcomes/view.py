"""The widgets of the open actions: the rows, and below the one under the keys what can be said."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.boxes import card, fill, row, wide
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.fields import FIELD
from coordinator.ui.screens.live_meeting.keyed_rows import KeyRows
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.outcomes.lines import ASKS, USUAL, OutcomeLine
from coordinator.ui.screens.live_meeting.outcomes.panel import OutcomePanel, Part, keys_at_hand
from coordinator.ui.screens.live_meeting.outcomes.rows import OutcomeRow
from coordinator.ui.screens.live_meeting.questions import Day, Entry, OneOf, Words
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

_SHORT = 8  # so many lines have a button each
_Asked = tuple[UUID | None, ActionStatus | None]


class OutcomesPart(QWidget):
    """The open actions of the open item.

    Signals:
        settled: What became of one, and whether to ask more than needed
            (UUID, ActionStatus, bool).
        given: What was asked for it (UUID, ActionStatus, dict).
        barrier_asked: A barrier about the person is to be begun.
        details_begun: What exactly is in the way is asked for (BarrierChoice).
        named: What stopped an action, or is in the person's way (UUID or None, BarrierChoice).
        described: What exactly (UUID or None, str).
        more_asked: What exactly is in the way is to be asked (UUID).
        escalated: The barrier of a row is to be escalated (UUID).
        typed: The words so far of what is asked (UUID or None, ActionStatus or None, str).
    """

    settled = Signal(object, object, bool)
    given = Signal(object, object, object)
    barrier_asked = Signal()
    details_begun = Signal(object)
    named = Signal(object, object)
    described = Signal(object, str)
    more_asked = Signal(object)
    escalated = Signal(object)
    typed = Signal(object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.today = date.min
        self._lines: dict[UUID, OutcomeLine] = {}
        self._may_write = False
        self._asked: _Asked = (None, None)
        self._typed: dict[_Asked, str] = {}
        self._count = label("", "quiet")
        self._none = label("", "quiet", wraps=True)
        self._left_out = label("", "quiet", wraps=True)
        self.panel = self._build_panel()
        self.rows = KeyRows(_("Open actions"), self.panel, self._take)
        self.rows.moved.connect(self._follow)
        self.rows.setProperty(FIELD, "live.outcomes")
        head = row(wide(heading(_("Open actions"))), self._count)
        fill(self, card(head, self._none, self.rows, self._left_out))
        self._focus = action(_("Open actions"), Key.LIVE_OUTCOMES, self._come)
        self._barrier = action(_("New barrier"), Key.LIVE_BARRIER, self.barrier_asked.emit)
        self._keys = tuple(self._listed(key, words) for key, words in keys_at_hand())
        self.show_none()

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._focus, self._barrier)

    @property
    def keys_here(self) -> tuple[QAction, ...]:
        """What single keys do while the list has the focus; the list itself takes them."""
        return self._keys

    def show_lines(self, lines: Sequence[OutcomeLine], more: int, *, may_write: bool) -> None:
        """Show the lines; `more` were left out."""
        self._lines, self._may_write = {one.id: one for one in lines}, may_write
        is_first = self.rows.current is None
        self.rows.show_rows(list(self._lines), self._make)
        for key, line in self._lines.items():
            shown = self.rows.row(key)
            if isinstance(shown, OutcomeRow):
                shown.show_line(line, self.today)
        if is_first:
            self.rows.choose(next((one.id for one in lines if one.waits), self.rows.current))
        self._tell(lines, more)
        self._refresh_panel()

    def show_none(self) -> None:
        """Show nothing: another item is being opened."""
        self._keep_typed()
        self._lines = {}
        self._asked = (None, None)
        self.panel.show_part(Part.NOTHING)
        self.rows.show_rows([], self._make)
        self._count.setText("")
        self._none.hide()
        self._left_out.hide()

    def ask(
        self, line: OutcomeLine, status: ActionStatus, owners: Sequence[tuple[str, UUID]]
    ) -> None:
        """Ask below a line what an outcome has to say."""
        number = line.action.number if line.action is not None else ""
        title = _("{number}: {status}", number=number, status=words_for(status))
        self._ask((line.id, status), title, self._entries((line.id, status), owners))

    def ask_why(self, line: OutcomeLine | None) -> None:
        """Ask for what stopped an action, or what is in the person's way, with one key."""
        key = line.id if line is not None else None
        self._asked = (key, None)
        self.rows.show_below(key)
        self.rows.setFocus()
        self.panel.ask_why(_("What stopped it?") if line is not None else _("What is in the way?"))

    def ask_details(self, line: UUID | None, about: BarrierChoice, text: str) -> None:
        """Ask what exactly is in the way."""
        if not self._has_keys():
            self.go_on(None)  # somebody types elsewhere already: the details may follow
            return
        name = _("What exactly, and what has been tried? Enter alone leaves it for later.")
        self._ask(
            (line, None), category_words(about.category, about.words), {"text": Words(name, text)}
        )
        self.details_begun.emit(about)

    def keep_words(self, line: UUID, status: ActionStatus | None, words: str) -> None:
        """Have the words at hand that were being typed when the program ended."""
        self._typed[(line, status)] = words
        self.rows.choose(line)

    def refuse(self, sentence: str, name: str) -> bool:
        """Say what is wrong below what is asked; gives whether anything is."""
        if self.panel.shown is Part.LINE:
            self.panel.line.object_to(sentence, name)
        else:
            self.panel.say(sentence)
        return True

    def say(self, sentence: str) -> None:
        """Say something below the row."""
        self.panel.say(sentence)

    def tell(self, sentence: str) -> None:
        """Say something quietly below what is asked, while it is asked."""
        if self.panel.shown is Part.LINE:
            self.panel.tell(sentence)

    def go_on(self, to: UUID | None) -> None:
        """Put the keys on the next line; nothing leaves them where they are."""
        self._typed.pop(self._asked, None)
        self._end()
        if to is not None:
            self.rows.choose(to, aloud=self.rows.hasFocus())

    def go_back(self, to: UUID) -> None:
        """Stand on a line again; what was being typed at another is kept."""
        self.rows.choose(to, aloud=self.rows.hasFocus())

    def _build_panel(self) -> OutcomePanel:
        panel = OutcomePanel()
        panel.about_to_change.connect(self._keep_keys)
        panel.outcome.connect(self._settle)
        panel.why.connect(self._name)
        panel.given.connect(self._give)
        panel.left.connect(self._leave)
        panel.line.settled.connect(lambda: self.typed.emit(*self._asked, panel.line.entries.text))
        panel.escalate_asked.connect(lambda: self._of_current(self.escalated.emit))
        panel.details_asked.connect(lambda: self._of_current(self.more_asked.emit))
        return panel

    def _make(self, key: UUID) -> OutcomeRow:
        made = OutcomeRow()
        made.show_line(self._lines[key], self.today)
        made.done.connect(lambda: self._say_done(key))
        return made

    def _listed(self, key: str, words: str) -> QAction:
        """Make an action for the list of keys: on no widget, so that a digit stays a digit."""
        made = QAction(_("Open action: {what}", what=words), self)
        made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda _checked=False: self._take(key))
        return made

    def _say_done(self, key: UUID) -> None:
        self.rows.setFocus()  # the button that was hit goes
        self.settled.emit(key, ActionStatus.DONE, False)  # noqa: FBT003 - Qt takes no names

    def _offer_done(self) -> None:
        """In a short list every action still to be heard of has its *done* for the pointer."""
        is_short = self._may_write and len(self._lines) <= _SHORT
        for key, line in self._lines.items():
            shown = self.rows.row(key)
            if isinstance(shown, OutcomeRow):
                is_offered = is_short and line.waits and key != self.rows.current
                shown.offer_done(offered=is_offered)

    def _tell(self, lines: Sequence[OutcomeLine], more: int) -> None:
        actions = [one for one in lines if one.action is not None]
        said = sum(one.is_said for one in actions)
        self._count.setText(
            _(
                "{key}. {said} of {all} said",
                key=Key.LIVE_OUTCOMES.value,
                said=said,
                all=len(actions),
            )
            if actions
            else ""
        )
        self._none.setText(_("No action is open here."))
        self._none.setVisible(not actions)
        self._left_out.setText(
            ngettext(
                "{count} more is due: it stands on the page of actions.",
                "{count} more are due: they stand on the page of actions.",
                more,
            )
        )
        self._left_out.setVisible(more > 0)

    def _refresh_panel(self) -> None:
        """Offer what the row can become now; what is being asked stays."""
        self._offer_done()
        current = self.rows.current
        line = self._lines.get(current) if current is not None else None
        if self.panel.shown in {Part.LINE, Part.WHY, Part.THE_REST}:
            if self._asked[0] is None or self._asked[0] in self._lines:
                self.rows.show_below(self._asked[0])
                return
            self._keep_typed()
        if line is None or not self._may_write:
            self.panel.show_part(Part.NOTHING)
            return
        self.rows.show_below(line.id)
        self.panel.show_for(line)
        if self.panel.shown is not Part.ALL:
            said_before = self.panel.shown is Part.AT_HAND
            if not said_before:
                self.panel.show_part(Part.AT_HAND)

    def _follow(self, _key: object) -> None:
        """Another row is under the keys: what was asked below the one before is kept, and goes."""
        self._keep_typed()
        self._asked = (None, None)
        self.panel.show_part(Part.NOTHING)
        self._refresh_panel()

    def _ask(self, asked: _Asked, title: str, entries: Mapping[str, Entry]) -> None:
        self._asked = asked
        self.rows.show_below(asked[0])
        self.panel.ask(title, entries)

    def _entries(self, asked: _Asked, owners: Sequence[tuple[str, UUID]]) -> Mapping[str, Entry]:
        status = asked[1] or ActionStatus.DONE
        why = Words(_(ASKS[status]), self._typed.get(asked, ""), _(USUAL.get(status, "")))
        if status is ActionStatus.DONE:
            return {"day": Day(_("Done on"), self.today), "why": why}
        if status is ActionStatus.TRANSFERRED:
            return {"one": OneOf(_("New owner: type part of a name"), owners), "why": why}
        return {"why": why}

    def _settle(self, status: ActionStatus, asks: bool) -> None:  # noqa: FBT001 - a signal's slot
        if (key := self.rows.current) is not None:
            self.settled.emit(key, status, asks)

    def _name(self, about: BarrierChoice) -> None:
        self.named.emit(self._asked[0], about)

    def _give(self, said: dict[str, object]) -> None:
        key, status = self._asked
        if status is None:
            self.described.emit(key, str(said.get("text", "")))
        elif key is not None:
            self.given.emit(key, status, said)

    def _leave(self) -> None:
        if self._asked[1] is not None:
            self._keep_typed()  # and it is there again when the same is asked once more
        self.typed.emit(*self._asked, "")
        self._end()

    def _end(self) -> None:
        self._asked = (None, None)
        self.panel.show_part(Part.NOTHING)
        self._refresh_panel()

    def _keep_typed(self) -> None:
        """Keep what stands in the line; of a barrier that stands already, as an act."""
        if self.panel.shown is not Part.LINE or not self.panel.line.entries.text.strip():
            return
        key, status = self._asked
        if status is None:
            self.described.emit(key, self.panel.line.entries.text)
        else:
            self._typed[self._asked] = self.panel.line.entries.text

    def _keep_keys(self) -> None:
        """What has the keys is about to go: they stay with the rows."""
        if self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.rows.setFocus()

    def _has_keys(self) -> bool:
        """Whether nobody has gone elsewhere with the keys meanwhile."""
        now = QApplication.focusWidget()
        if now is None or now.isAncestorOf(self):
            return True  # on the page as a whole: nobody went elsewhere
        return now is self.rows or self.isAncestorOf(now)

    def _of_current(self, emit: object) -> None:
        if (key := self.rows.current) is not None:
            emit(key)  # type: ignore[operator]

    def _take(self, key: str) -> bool:
        return self._may_write and self.panel.press(key)

    def _come(self) -> None:
        self.rows.setFocus()
        row_now = self.rows.current
        said = self.rows.row(row_now).says if row_now is not None else self._none.text()
        announce(self.rows, said)
