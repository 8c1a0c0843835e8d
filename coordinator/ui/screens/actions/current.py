"""The action the keys are on: its words, what was last reported, what can be said of it."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.actions.rows import ActionRow, ActionStory
from coordinator.domain.actions.rules import MOVES
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.boxes import column, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.actions.columns import about, owner
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.seeing import told_seen
from coordinator.wording.translation import _, ngettext
from coordinator.wording.unsettled import all_mark_words, marks_of

AT_HAND: Mapping[ActionStatus, Key] = {
    ActionStatus.DONE: Key.ACTION_DONE,
    ActionStatus.IN_PROGRESS: Key.ACTION_IN_PROGRESS,
    ActionStatus.NOT_DONE: Key.ACTION_NOT_DONE,
    ActionStatus.COULD_NOT: Key.ACTION_COULD_NOT,
    ActionStatus.NOT_NEEDED: Key.ACTION_NOT_NEEDED,
}
"""The five outcomes that are said most, each with its key."""
_MOST_TOLD = 3


class Current(QFrame):
    """One action under the list.

    Signals:
        outcome_asked: What became of it (ActionStatus).
        date_asked: Its date is to be moved.
        person_asked: Whom it is about is to be opened.
        escalate_asked: Somebody is to be asked about what stops it.
        copy_asked: It is to be copied into an agency's own system.
        choice_asked: Of two things it says, one is to hold.
    """

    outcome_asked = Signal(object)
    date_asked = Signal()
    person_asked = Signal()
    escalate_asked = Signal()
    copy_asked = Signal()
    choice_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._text = label("", "strong", wraps=True)
        self._facts = label("", "quiet", wraps=True)
        self._told = label("", wraps=True)
        self._two = label("", "strong", wraps=True)
        self._row: ActionRow | None = None
        self._outcomes = {status: self._outcome(status) for status in AT_HAND}
        self._more = self._build_more()
        self._move = button(_("7 Move the date"), icon="calendar-clock", name=_("Move the date"))
        self._move.clicked.connect(self.date_asked)
        self._escalate = button(_("8 Escalate"), icon="arrow-up-right", name=_("Escalate"))
        self._escalate.clicked.connect(self.escalate_asked)
        self._person = button(_("Open the person"), "link")
        self._person.clicked.connect(self.person_asked)
        self._copy = button(_("Copy for our system"), "link", needs=Right.EXPORT)
        self._copy.clicked.connect(self.copy_asked)
        self._choose = button(_("Choose what holds"), "link", needs=Right.SETTLE)
        self._choose.clicked.connect(self.choice_asked)
        self._last = (self._escalate, self._choose, self._person, self._copy)
        self.actions_here = tuple(self._actions())
        buttons = flow(*self._outcomes.values(), self._more, self._move, *self._last)
        box = column(self._text, self._facts, self._two, self._told, buttons, gap=6)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)

    def show_row(self, row: ActionRow | None, today: date) -> None:
        """Show an action, or none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self._text.setText(row.text)
        self._facts.setText(". ".join(_facts(row, today)) + ".")
        self._told.hide()
        self._two.setText(all_mark_words(marks_of(row.unsettled, today)))
        for part in (self._two, self._choose):
            part.setVisible(bool(row.unsettled))
        for status, shown in self._outcomes.items():
            shown.setEnabled(status in MOVES[row.status])
        self._move.setEnabled(row.is_open)
        self._more.setEnabled(bool(MOVES[row.status]))
        self._person.setVisible(row.person_id is not None)
        self._copy.setVisible(row.person_id is not None)
        stopped = row.barrier is not None and row.barrier.status in OPEN_BARRIERS
        self._escalate.setVisible(stopped)

    def show_story(self, story: ActionStory, today: date) -> None:
        """Add what was reported and how its date moved, newest first."""
        if self._row is None or story.row.id != self._row.id:
            return
        told = sorted(_happened(story, today), reverse=True)[:_MOST_TOLD]
        self._told.setText("\n".join(line for _on, line in told))
        self._told.setVisible(bool(told))

    def open_more(self) -> None:
        """Open the list of all ten outcomes."""
        if self._more.isEnabled() and self._more.isVisible():
            self._more.showMenu()

    def _outcome(self, status: ActionStatus) -> QPushButton:
        words = words_for(status)
        made = button(_("{key} {outcome}", key=AT_HAND[status].value, outcome=words), name=words)
        made.clicked.connect(lambda: self.outcome_asked.emit(status))
        return made

    def _build_more(self) -> QPushButton:
        made = button(_("6 More"), name=_("More outcomes"))
        menu = QMenu(made)
        menu.setAccessibleName(_("All outcomes"))
        for status in ActionStatus:
            action = menu.addAction(_menu_words(status))
            action.setData(status)
            action.triggered.connect(lambda _on=False, to=status: self.outcome_asked.emit(to))
        menu.aboutToShow.connect(lambda: self._allow(menu))
        made.setMenu(menu)
        return made

    def _allow(self, menu: QMenu) -> None:
        allowed = MOVES[self._row.status] if self._row else frozenset()
        for action in menu.actions():
            action.setEnabled(action.data() in allowed)

    def _actions(self) -> Iterable[QAction]:
        for status, key in AT_HAND.items():
            yield self._key(words_for(status), key, self._outcomes[status])
        yield self._key(_("More outcomes"), Key.ACTION_MORE, self._more)
        yield self._key(_("Move the date"), Key.ACTION_MOVE, self._move)
        yield self._key(_("Escalate"), Key.ACTION_ESCALATE, self._escalate)

    def _key(self, text: str, key: Key, does: QPushButton) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        # Only where the list is: a figure typed into a form is a figure.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.open_more if does is self._more else does.click)
        return action


def _menu_words(status: ActionStatus) -> str:
    return _("Open again") if status is ActionStatus.OPEN else words_for(status)


def _facts(row: ActionRow, today: date) -> Iterable[str]:
    yield _("{number}, about {who}", number=row.number, who=about(row))
    if seen := told_seen(row.seen, today):
        yield seen
    yield ", ".join(filter(None, (owner(row), row.owner.agency)))
    yield _("Agreed {day}", day=dates.day(row.set_on, today))
    yield _("Due {day}", day=dates.day(row.due_on, today))
    if row.moved:
        yield ngettext("Date moved once", "Date moved {count} times", row.moved)
    if row.carried:
        yield ngettext(
            "Open at {count} meeting since", "Open at {count} meetings since", row.carried
        )
    if row.waiting_on:
        yield _("Waits for {whom}", whom=row.waiting_on)
    if row.barrier is not None:
        yield _(
            "Stopped by: {barrier}", barrier=category_words(row.barrier.category, row.barrier.own)
        )


def _happened(story: ActionStory, today: date) -> Iterable[tuple[date, str]]:
    for one in story.updates:
        said = ": ".join(filter(None, (words_for(one.status), one.text)))
        yield (
            one.on,
            _("{day}, {who}. {said}", day=dates.day(one.on, today), who=one.by, said=said),
        )
    for move in story.moves:
        yield (
            move.on,
            _(
                "{day}, {who}. Date moved from {was} to {now}: {why}",
                day=dates.day(move.on, today),
                who=move.by,
                was=dates.day(move.from_on, today),
                now=dates.day(move.to_on, today),
                why=move.reason,
            ),
        )


def hang(actions: Iterable[QAction], on: QWidget) -> None:
    """Let keys work while a widget has the focus."""
    for action in actions:
        on.addAction(action)
