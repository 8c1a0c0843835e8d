"""The goals of a plan: the person's own words first, in their order."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.plans.snapshots import GoalLine
from coordinator.domain.plans.views import GoalRow
from coordinator.domain.states import GoalStatus
from coordinator.ui.kit.boxes import card, fill, flow, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, Tone
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.plan.wishes import Wish
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_MARKS = {
    GoalStatus.OPEN: Mark("", Tone.NEUTRAL, "circle"),
    GoalStatus.ACHIEVED: Mark("", Tone.GOOD, "circle-check"),
    GoalStatus.PARTLY_ACHIEVED: Mark("", Tone.GOOD, "circle-dot"),
    GoalStatus.NOT_ACHIEVED: Mark("", Tone.CAREFUL, "circle-alert"),
    GoalStatus.DROPPED: Mark("", Tone.NEUTRAL, "x"),
}


class GoalCard(QFrame):
    """One goal.

    Signals:
        wished: Something is to be done with it (Wish, GoalRow).
    """

    wished = Signal(object, object)

    def __init__(self, row_: GoalRow) -> None:
        super().__init__()
        self.setObjectName("row")
        self._row, self._may_edit = row_, False
        self._place = label("", "strong")
        self._chip_room = QVBoxLayout()
        self.own = SlotField(
            Slot(row_.line.id, "goal.own_words"), _("In the person's own words"), lines=2
        )
        self.panel = SlotField(
            Slot(row_.line.id, "goal.panel_words"), _("What the panel works towards"), lines=2
        )
        self._facts = label("", "quiet", wraps=True)
        self._buttons = self._build_buttons()
        self._keys = self._build_keys()
        head = row(self._place, None, self._chip_room)
        tools = flow(*self._buttons.values())
        fill(self, head, self.own, self.panel, self._facts, tools, gap=XS)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, px(M), 0, px(M))
        self._tools = tools

    @property
    def fields(self) -> tuple[SlotField, SlotField]:
        """Its texts."""
        return self.own, self.panel

    def stops(self) -> list[QWidget]:
        """List what Tab stops at, in reading order."""
        return [
            part
            for part in self.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        ]

    def show_goal(self, row_: GoalRow, count: int, today: date, *, may_edit: bool) -> None:
        """Show the goal as it stands; its texts come by themselves."""
        self._row, self._may_edit = row_, may_edit
        place = row_.place
        self._place.setText(_("Goal {place}", place=place))
        self._show_chip(row_.line)
        self._facts.setText(_facts(row_, today))
        self._facts.setVisible(bool(self._facts.text()))
        for field, name in zip(self.fields, _names(place), strict=True):
            field.area.setAccessibleName(name)
        for made in self._buttons.values():
            made.setAccessibleName(_("Goal {place}: {what}", place=place, what=made.text()))
        self._allow_moves(place, count)
        self._tools.setVisible(may_edit)
        if not may_edit:
            for field in self.fields:
                field.let_read_only()

    def _allow_moves(self, place: int, count: int) -> None:
        """Let it move where there is room; keys on a button that goes grey pass to the other."""
        up, down = self._buttons[Wish.GOAL_UP], self._buttons[Wish.GOAL_DOWN]
        focused = self.window().focusWidget()
        for made, other, possible in ((up, down, place > 1), (down, up, place < count)):
            if not possible and made is focused:
                other.setEnabled(True)
                other.setFocus()
            made.setEnabled(possible)
        for wish, action in self._keys.items():
            action.setEnabled(self._buttons[wish].isEnabled() and self._may_edit)

    def _build_keys(self) -> dict[Wish, QAction]:
        keys = {Wish.GOAL_UP: Key.LINE_UP, Wish.GOAL_DOWN: Key.LINE_DOWN}
        made = {wish: QAction(self._buttons[wish].text(), self) for wish in keys}
        for wish, action in made.items():
            action.setShortcut(QKeySequence(keys[wish]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(
                lambda _on=False, wish=wish: self.wished.emit(wish, self._row)
            )
            self.addAction(action)
            self._buttons[wish].setToolTip(str(keys[wish]))
            self._buttons[wish].setAccessibleDescription(str(keys[wish]))
        return made

    def _build_buttons(self) -> dict[Wish, QPushButton]:
        words = {
            Wish.GOAL_UP: _("Move up"),
            Wish.GOAL_DOWN: _("Move down"),
            Wish.GOAL_DETAILS: _("Details"),
            Wish.GOAL_STATUS: _("How it goes"),
            Wish.ADD_ACTION: _("Agree an action"),
        }
        made = {wish: button(text, "link") for wish, text in words.items()}
        for wish, one in made.items():
            one.clicked.connect(lambda _on=False, wish=wish: self.wished.emit(wish, self._row))
        return made

    def _show_chip(self, line: GoalLine) -> None:
        while (item := self._chip_room.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        mark = _MARKS[line.status]
        self._chip_room.addWidget(Chip(Mark(words_for(line.status), mark.tone, mark.sign)))
        for kept in kept_back(line.sensitivity):
            self._chip_room.addWidget(kept)


class GoalList(QWidget):
    """The goals, kept while they are reordered, so that nobody loses their place.

    Signals:
        wished: Something is to be done (Wish, GoalRow or nothing).
        made: A goal has its texts on the page now (GoalCard).
    """

    wished = Signal(object, object)
    made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[UUID, GoalCard] = {}
        self._none = label(_("No goal yet. Ask what matters to them first."), "quiet", wraps=True)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._add = button(_("Add a goal"), "", "plus")
        self._add.clicked.connect(lambda: self.wished.emit(Wish.ADD_GOAL, None))
        frame = card(row(wide(heading(_("Goals"))), self._add), self._none, self._box)
        fill(self, frame)

    def show_goals(self, rows: Sequence[GoalRow], today: date, *, may_edit: bool) -> None:
        """Show the goals in their order."""
        self._add.setVisible(may_edit)
        self._none.setVisible(not rows)
        wanted = [one.line.id for one in rows]
        for gone in [key for key in self._cards if key not in wanted]:
            self._take_off(self._cards.pop(gone))
        for at, one in enumerate(rows):
            shown = self._cards.get(one.line.id) or self._make(one)
            if self._box.indexOf(shown) != at:
                self._box.removeWidget(shown)
                self._box.insertWidget(at, shown)
            shown.show_goal(one, len(rows), today, may_edit=may_edit)
        self._chain([self._cards[key] for key in wanted])

    def _make(self, row_: GoalRow) -> GoalCard:
        made = self._cards[row_.line.id] = GoalCard(row_)
        made.wished.connect(self.wished)
        self.made.emit(made)
        return made

    def _take_off(self, gone: GoalCard) -> None:
        self._box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _chain(self, cards: Sequence[GoalCard]) -> None:
        """Let Tab go through the goals as they stand, not as they were made."""
        stops: list[QWidget] = [self._add, *(stop for one in cards for stop in one.stops())]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _names(place: int) -> tuple[str, str]:
    return (
        _("Goal {place}, in the person's own words", place=place),
        _("Goal {place}, what the panel works towards", place=place),
    )


def _facts(row_: GoalRow, today: date) -> str:
    line = row_.line
    told = [
        words_for(line.goal_domain) if line.goal_domain else "",
        _("By {day}", day=dates.day(line.target_on, today)) if line.target_on else "",
        _("We shall know by: {measure}", measure=line.measure) if line.measure else "",
        line.status_note,
    ]
    return ". ".join(part.rstrip(".") for part in told if part)
