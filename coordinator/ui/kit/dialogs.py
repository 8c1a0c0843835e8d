"""The frame of every form over a page: its title, its entries, the button that does it, Cancel."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QScrollArea, QWidget

from coordinator.ui.kit.asks import Keeper
from coordinator.ui.kit.boxes import fill, page, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.forms import Form
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.locking import let_lock
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, Tone
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

_MARGIN, _LEAST, _NARROWEST = 40, 200, 320
_SPARE = 24  # for the first sentence under a field
_KEEP_MS = 1_000  # how long what is typed may be in the window only


class FormDialog(QDialog):
    """A form that stays until what it asks for was done, or somebody lets go of it twice.

    With a keeper, what is typed goes there every second, and a form that was broken off begins
    with it.

    Attributes:
        is_only_read: Nothing is typed here that could be lost.

    Signals:
        given: What was said, by the names of the entries (dict); again when it was refused.
    """

    given = Signal(object)
    is_only_read = False

    def __init__(
        self,
        form: Form,
        title: str,
        act: str,
        *,
        about: str = "",
        parent: QWidget | None = None,
        width: int = 560,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setObjectName("page")
        self._form = form
        self._first, self._first_kept = self.answers(), self.to_keep()
        self._warned_of: dict[str, Any] | None = None
        self._keeper: Keeper | None = None
        self._kept: dict[str, Any] = {}
        self._ticking = QTimer(self)
        self._ticking.setInterval(_KEEP_MS)
        self._ticking.timeout.connect(self._keep)
        self.rejected.connect(self._let_go)
        self._notice = NoticeLine()
        self._do = button(act, "primary")
        self._do.setDefault(True)
        self._do.clicked.connect(self.give)
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        told = label(about, wraps=True)
        told.setVisible(bool(about))
        self._width = width
        self._body = page(heading(title), told, self._notice, form, None, is_form=True)
        self._feet = put_feet(cancel, self._do)
        fill(self, self._body, self._feet, gap=0)
        let_lock(self)
        self.fit()

    def answers(self) -> dict[str, Any]:
        """Give what stands in the form."""
        raise NotImplementedError

    def take_up(self, values: Mapping[str, Any]) -> None:
        """Show other answers to anything that is asked."""
        raise NotImplementedError

    def keep_with(self, keeper: Keeper, *, told: str = "") -> None:
        """Begin with what was typed before, and have what is typed from now on kept.

        Args:
            keeper: Has what was typed before.
            told: What to say besides when something was.
        """
        self._keeper = keeper
        self.take_up(keeper.typed)
        if self.answers() != self._first:
            again = _("What you had typed before is here again.")
            self._notice.say(again, " ".join(filter(None, (told, *keeper.news))), Tone.NEUTRAL)
            self.fit()
            self._form.first.setFocus()  # and not the button that puts the line away
        self._kept = self.to_keep()
        self._ticking.start()

    def keep_now(self) -> None:
        """Keep what was typed since the last second: the form is about to be broken off."""
        if self._ticking.isActive():
            self._keep()

    def give_way(self) -> None:
        """Make room for another form: what was typed stays kept."""
        self.keep_now()
        keeper, self._keeper = self._keeper, None
        self.accept()
        if keeper is not None:
            keeper.give_way()

    def to_keep(self) -> dict[str, Any]:
        """Give what of the answers may be kept: here all of them."""
        return self.answers()

    def wait(self) -> None:
        """Nothing is sent twice, and nothing kept after the act that forgets it."""
        self._do.setEnabled(False)
        self._ticking.stop()

    def wait_again(self) -> None:
        """It was refused: it can be sent again."""
        self._do.setEnabled(True)
        if self._keeper is not None:
            self._ticking.start()

    def give(self) -> None:
        """Hand over what is said; the form waits for what comes of it."""
        self._notice.hide()
        self.given.emit(self.answers())

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks; what has no entry goes above the form."""
        rest = self._form.show_faults(faults)
        if rest:
            self._notice.say(" ".join(rest))

    def object_to(self, notice: Notice) -> None:
        """Say why it was refused; it can be sent again."""
        self._notice.say(" ".join((notice.what, *notice.details)), notice.next)

    def open(self) -> None:
        """Show it over its page and begin in the first entry."""
        super().open()
        if self._form.has_fields:
            self._form.first.setFocus()

    def reject(self) -> None:
        said = self.answers()
        if not self.is_only_read and said not in (self._first, self._warned_of):
            self._warned_of = said
            self._notice.say(
                _("Nothing of this is saved yet."),
                _("Cancel again to let go of what you typed."),
                Tone.CAREFUL,
            )
            return
        super().reject()

    def fit(self) -> None:
        """Be as high as what is asked, and never larger than the window below."""
        fit_over(self, self._body, self._feet, self._width)

    def _keep(self) -> None:
        said = self.to_keep()
        if self._keeper is None or said == self._kept:
            return
        self._kept = said
        first = self._first_kept
        self._keeper.keep({name: one for name, one in said.items() if one != first[name]})

    def _let_go(self) -> None:
        self._ticking.stop()
        if self._keeper is not None:
            self._keeper.let_go()


def put_feet(*buttons: QWidget) -> QHBoxLayout:
    """Lay out the buttons below the body of a dialog; they stay when the body scrolls."""
    feet = row(None, *buttons)
    feet.setContentsMargins(px(M), px(M), px(M), px(M))
    return feet


def fit_over(dialog: QDialog, body: QScrollArea, feet: QLayout, width: int) -> None:
    """Make a dialog as high as what it holds, and never larger than the window below."""
    parent, inner = dialog.parentWidget(), body.widget()
    room = parent.window().size() if parent else dialog.size()
    wide = min(px(width), max(room.width() - _MARGIN, _NARROWEST))
    held = inner.layout() if inner else None
    needed = held.totalHeightForWidth(wide) if held else 0
    wanted = needed + feet.sizeHint().height() + px(_SPARE)
    dialog.resize(wide, min(max(wanted, px(_LEAST)), max(room.height() - _MARGIN, px(_LEAST))))
