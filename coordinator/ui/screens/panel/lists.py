"""One list of the panel's page: its lines, and what can be done with the one the keys are on."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.domain.lists.panel import Topic
from coordinator.domain.panel.settings import KEYED, PanelLine
from coordinator.ui.kit.boxes import column, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M
from coordinator.ui.screens.panel.columns import columns_of
from coordinator.ui.screens.panel.words import said
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _

_LEAST = 240  # height of the list, below which the page scrolls
_SHORT = 40  # letters that are seen whole in the list
_ABOUT = {
    Topic.TIMES: N_("Every date the program works out follows from these."),
    Topic.AGENDA: N_(
        "The parts of every agenda, in this order. A part with nobody in it is not printed; a part"
        " that is taken away is printed all the same when something is open in it."
    ),
    Topic.CRITERIA: N_("Ticked on a referral and printed on the form, in this order."),
    Topic.REFERRAL_FORM: N_("The questions of the form that agencies fill in by hand."),
    Topic.PHRASES: N_("Offered while an action is typed. What is typed is never changed by them."),
    Topic.LADDER: N_(
        "Who is asked next when something is stuck. Immediate danger goes past the ladder: 999,"
        " safeguarding, MARAC, MAPPA."
    ),
    Topic.PROTOCOL: N_(
        "What is done, step by step, before anybody lets go. Days count from the day it begins; a"
        " date on which offices are closed moves on. With the last step the person is on the"
        " agenda. It closes nothing by itself."
    ),
    Topic.BARRIERS: N_(
        "What may be said to be in the way, in this order. What is taken away is no longer"
        " offered; barriers on file keep what they were called."
    ),
    Topic.RETENTION: N_(
        "How long the panel keeps things; what is shipped follows what panels of this kind have"
        " published. Records whose time is over stand under Retention (Ctrl+K); nothing goes by"
        " itself. Have the times checked by whoever advises you on data protection."
    ),
}
_ADD = {
    Topic.AGENDA: N_("Add a part"),
    Topic.CRITERIA: N_("Add a criterion"),
    Topic.REFERRAL_FORM: N_("Add a question"),
    Topic.PHRASES: N_("Add a phrase"),
    Topic.LADDER: N_("Add a level"),
    Topic.PROTOCOL: N_("Add a step"),
    Topic.BARRIERS: N_("Add a barrier"),
    Topic.RETENTION: N_("Add a rule"),
}


class LineList(QWidget):
    """The lines of one topic.

    Signals:
        add_asked: Another line is wanted (Topic).
        change_asked: A line is to say something else (PanelLine).
        remove_asked: A line is to go (PanelLine).
        move_asked: A line is to move so many places (PanelLine, int).
        restore_asked: The list is to be as it was shipped (Topic).
        restore_line_asked: One line is to say what it was shipped with (PanelLine).
    """

    add_asked = Signal(object)
    change_asked = Signal(object)
    remove_asked = Signal(object)
    move_asked = Signal(object, int)
    restore_asked = Signal(object)
    restore_line_asked = Signal(object)

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self._may_edit = False
        self._changed: frozenset[str] = frozenset()
        self._rows: Rows[PanelLine] = Rows(columns_of(topic), self)
        self.table = Table(self._rows, words_for(topic))
        self.table.setMinimumHeight(px(_LEAST))
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._look())
        self._whole = label("", wraps=True)
        self._empty = Empty()
        self._empty.asked.connect(lambda: self.add_asked.emit(topic))
        self._build_tools()
        self.actions_here = tuple(self._build_keys())
        about = label(_(_ABOUT[topic]), "quiet", wraps=True)
        tools = flow(self._add, self._change, self._up, self._down, self._away, self._shipped)
        box = column(about, tools, self.table, self._whole, self._empty, gap=M)
        box.setStretchFactor(self.table, 1)
        self.setLayout(box)

    def show_lines(
        self, lines: Sequence[PanelLine], changed: frozenset[str], *, may_edit: bool
    ) -> None:
        """Show the lines; the one the keys are on stays."""
        stood = self.chosen()
        self._may_edit, self._changed = may_edit, changed
        self._rows.show(lines)
        if stood is not None:
            self.choose(stood.id)
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if not lines:
            act = _(_ADD[self.topic]) if may_edit else ""
            self._empty.say(_("The list is empty."), act)
        self._look()

    def chosen(self) -> PanelLine | None:
        """Give the line the keys are on."""
        found = self.table.chosen()
        return found if isinstance(found, PanelLine) else None

    def choose(self, line: UUID) -> None:
        """Put the keys on a line, if it is there."""
        for at, one in enumerate(self._rows.rows):
            if one.id == line:
                self.table.choose(at)

    def _build_tools(self) -> None:
        self._add = button(_(_ADD.get(self.topic, "")), "primary", "plus")
        self._add.clicked.connect(lambda: self.add_asked.emit(self.topic))
        self._change = self._tool(_("Change"), self.change_asked.emit)
        self._up = self._tool(_("Up"), lambda one: self.move_asked.emit(one, -1))
        self._down = self._tool(_("Down"), lambda one: self.move_asked.emit(one, 1))
        self._away = self._tool(_("Take it away"), self.remove_asked.emit)
        self._shipped = button(_("As shipped"), "link")
        self._shipped.clicked.connect(self._restore)

    def _tool(self, text: str, do: Callable[[PanelLine], object]) -> QPushButton:
        made = button(text)

        def press() -> None:
            if (one := self.chosen()) is not None:
                do(one)

        made.clicked.connect(press)
        return made

    def _build_keys(self) -> list[QAction]:
        if self.topic in KEYED:
            return []
        made = []
        for text, key, tool in (
            (_("Move the line up"), Key.LINE_UP, self._up),
            (_("Move the line down"), Key.LINE_DOWN, self._down),
            (_("Take the line away"), Key.LINE_AWAY, self._away),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(tool.click)
            self.table.addAction(action)
            made.append(action)
        return made

    def _open(self, line: PanelLine) -> None:
        if self._may_edit:
            self.change_asked.emit(line)

    def _restore(self) -> None:
        if self.topic not in KEYED:
            self.restore_asked.emit(self.topic)
        elif (one := self.chosen()) is not None:
            self.restore_line_asked.emit(one)

    def _look(self) -> None:
        """Show what can be done with the line the keys are on."""
        one, is_list = self.chosen(), self.topic not in KEYED
        at, last = self.table.currentIndex().row(), len(self._rows.rows) - 1
        for tool in (self._add, self._up, self._down, self._away):
            tool.setVisible(self._may_edit and is_list)
        self._change.setVisible(self._may_edit)
        for tool, possible in (
            (self._change, one is not None),
            (self._up, one is not None and at > 0),
            (self._down, one is not None and at < last),
            (self._away, one is not None),
        ):
            tool.setEnabled(possible)
            self._name(tool, one)
        key = self.topic.value if is_list else one.key if one else ""
        self._shipped.setVisible(self._may_edit and key in self._changed)
        whole = said(one) if one else ""
        self._whole.setText(whole if is_list and len(whole) > _SHORT else "")

    def _name(self, tool: QPushButton, one: PanelLine | None) -> None:
        name = _("{what}: {name}", what=tool.text(), name=said(one)) if one else tool.text()
        tool.setAccessibleName(name)
