"""The widgets of the room: how many agencies, who came, what is asked, what can be said."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.ui.kit.boxes import Flow, card, fill, flow, holder, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, say_again
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.keys import action, show_in_page
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Meant
from coordinator.ui.screens.live_meeting.who.asking import Deed
from coordinator.ui.screens.live_meeting.who.list import WhoList
from coordinator.ui.screens.live_meeting.who.words import CountShown, RowShown
from coordinator.wording.translation import N_, _

_OF_ROW: Mapping[Deed, tuple[str, Key | None]] = {
    Deed.HERE: (N_("Here"), Key.WHO_HERE),
    Deed.APOLOGIES: (N_("Apologies"), Key.WHO_APOLOGIES),
    Deed.INFORMED: (N_("Apologies, information sent"), Key.WHO_INFORMED),
    Deed.ABSENT: (N_("No apologies"), Key.WHO_ABSENT),
    Deed.TIMES: (N_("Comes or leaves now"), Key.WHO_TIMES),
    Deed.SUBSTITUTE: (N_("Substitute"), Key.WHO_SUBSTITUTE),
    Deed.CONFLICT: (N_("Conflict of interest"), Key.WHO_CONFLICT),
    Deed.SIGNED: (N_("Confidentiality signed, or not"), Key.WHO_SIGNED),
    Deed.PART: (N_("Here for part of it"), None),
    Deed.CAME_AT: (N_("Came at another time"), None),
    Deed.LEFT_AT: (N_("Left at another time"), None),
    Deed.NOT_REQUIRED: (N_("Not required this time"), None),
    Deed.VACANT: (N_("Seat vacant"), None),
    Deed.REMOVE: (N_("Take off the list"), None),
}
_NEW: Mapping[Deed, tuple[str, Key | None]] = {
    Deed.OBSERVER: (N_("Observer"), Key.WHO_ADD),
    Deed.GUEST: (N_("Somebody else for an agency"), None),
    Deed.PERSON: (N_("Person or advocate present"), Key.WHO_PERSON),
}


class WhoPart(QWidget):
    """Who is in the room.

    Signals:
        asked: What is said, of which row (Deed, UUID or nothing).
    """

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._may = self._has_unsaid = False
        self.box = QuestionRow(is_framed=False)
        self._laid_out = QTimer(self)  # a question has its place once the card is laid out anew
        self._laid_out.setSingleShot(True)
        self._laid_out.setInterval(0)
        self._laid_out.timeout.connect(self._show_question)
        self._count: CountShown | None = None
        self._chip = Flow()
        self.list = WhoList()
        self.list.itemActivated.connect(lambda _item: self._ask(Deed.HERE))
        self.list.customContextMenuRequested.connect(self._open_at)
        self._said, self._quorum = label("", wraps=True), label("", "fault", wraps=True)
        self._to_tell = label("", "quiet", wraps=True)
        self._build_actions()
        self._buttons = self._build_buttons()
        words = _("H here, A apologies, X absent, L comes or leaves, T substitute, M more")
        self._hint = label(words, "quiet", wraps=True)
        for one in (self._said, self._quorum, self._to_tell):
            one.hide()
        fill(
            self,
            card(
                flow(heading(_("In the room")), holder(self._chip)),
                self._quorum,
                self.list,
                self.box,
                self._said,
                self._buttons,
                self._to_tell,
                self._hint,
                gap=S,
            ),
        )

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._go_here,)

    @property
    def keys_here(self) -> tuple[QAction, ...]:
        """What single keys do while the list has the focus."""
        return tuple(one for one in self._deeds.values() if not one.shortcut().isEmpty())

    def show_rows(self, rows: Sequence[RowShown]) -> None:
        """Show who came; the current row stays where it is."""
        self.list.show_rows(rows)
        unsaid = sum(row.is_unsaid for row in rows)
        words = _("Everybody else is here ({count})", count=unsaid)
        self._everybody.setText(words)
        self._everybody.setAccessibleName(words)
        self._everybody.setVisible(self._may and bool(unsaid))
        self._has_unsaid = bool(unsaid)
        self._hint.setVisible(self._has_unsaid and self._may and self.box.asked is None)

    def show_count(self, count: CountShown) -> None:
        """Show how many agencies are there."""
        if count != self._count:
            self._count = count
            refill(self._chip, [Chip(Mark(count.words, count.tone, count.sign))])

    def show_quorum(self, sentence: str, *, has_fallen: bool) -> None:
        """Say aloud that the quorum fell or rose; what fell stays in sight."""
        self._quorum.setText(sentence if has_fallen else "")
        self._quorum.setVisible(has_fallen)
        announce(self, sentence)

    def show_to_tell(self, sentence: str) -> None:
        """Show who is to be told today what they took on."""
        self._to_tell.setText(sentence)
        self._to_tell.setVisible(bool(sentence))

    def let_write(self, *, may: bool) -> None:
        """Let things be said of the rows, or only read."""
        self._may = may
        for one in self._deeds.values():
            one.setEnabled(may)
        self._show_ways(are_shown=may and self.box.asked is None)

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question in the card, instead of one that stood there."""
        self._show_ways(are_shown=False)
        self.box.ask(asked, text, with_keys=with_keys)
        self._laid_out.start()

    def show_meant(self, meant: Meant) -> None:
        """Say under the line what it means."""
        self.box.show_meant(meant)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say under the line why it was not taken."""
        self.box.object_to(sentence, at)

    def end(self) -> None:
        """Take the question away; the keys go back to the list."""
        if self.box.has_keys:
            self.list.setFocus()
        self.box.end()
        self._show_ways(are_shown=self._may)

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something in the card, until something else is said."""
        self._said.setText(sentence)
        say_again(self._said, "fault" if is_wrong else "")
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def go_to(self, row: UUID) -> None:
        """Put the current row somewhere."""
        self.list.go_to(row)

    def _build_actions(self) -> None:
        self._go_here = action(_("In the room"), Key.LIVE_WHO, self._take_keys)
        self._deeds = {
            deed: self._action(deed, _(words), key)
            for deed, (words, key) in {**_OF_ROW, **_NEW}.items()
        }
        everybody = _("Everybody else is here")
        self._deeds[Deed.EVERYBODY] = self._action(Deed.EVERYBODY, everybody, Key.WHO_EVERYBODY)
        more = QAction(_("More of somebody in the room"), self)
        more.setShortcut(QKeySequence(Key.WHO_MORE))
        more.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        more.triggered.connect(self.open_more)
        self.list.addAction(more)

    def _action(self, deed: Deed, words: str, key: Key | None) -> QAction:
        made = QAction(words, self)
        if key is not None:
            made.setShortcut(QKeySequence(key))
            # Only where the list is: a letter typed into a line is a letter.
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(partial(self._ask_by, deed))
        self.list.addAction(made)
        return made

    def _build_buttons(self) -> QWidget:
        self._everybody = button(_("Everybody else is here"))
        self._everybody.setToolTip(str(Key.WHO_EVERYBODY))
        self._everybody.clicked.connect(lambda: self._ask(Deed.EVERYBODY))
        self._more = button(_("More"), "link", name=_("More of the current row"))
        self._more.clicked.connect(self.open_more)
        return flow(self._everybody, self._more)

    def open_more(self) -> None:
        """Open everything that can be said, at the current row."""
        place = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        self._open_at(place)

    def _open_at(self, place: QPoint) -> None:
        if not self._may:
            return
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.list.current_row()
        menu.setAccessibleName(row.name if row is not None else _("In the room"))
        if row is not None:
            menu.addActions([self._deeds[one] for one in _OF_ROW if _fits(one, row)])
            menu.addSeparator()
        menu.addActions([self._deeds[one] for one in _NEW])
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _show_ways(self, *, are_shown: bool) -> None:
        """While something is asked, what could be said instead is out of the way."""
        self._buttons.setVisible(are_shown)
        self._hint.setVisible(are_shown and self._has_unsaid)

    def _show_question(self) -> None:
        show_in_page(self.box)

    def _take_keys(self) -> None:
        show_in_page(self)
        self.list.setFocus()

    def _ask_by(self, deed: Deed, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._ask(deed)

    def _ask(self, deed: Deed) -> None:
        row = self.list.current_row()
        if self._may:
            self.asked.emit(deed, row.id if row is not None else None)


_OF_SEATS = {Deed.SUBSTITUTE, Deed.NOT_REQUIRED, Deed.VACANT, Deed.ABSENT, Deed.APOLOGIES}
_OF_THOSE_WHO_CAME = {Deed.CONFLICT, Deed.SIGNED, Deed.LEFT_AT}


def _fits(deed: Deed, row: RowShown) -> bool:
    """Whether a line of the menu makes sense for a row."""
    if deed in _OF_SEATS or deed is Deed.INFORMED:
        return not row.is_guest
    if deed is Deed.REMOVE:
        return row.is_guest
    return row.came if deed in _OF_THOSE_WHO_CAME else True
