"""The parts about one's own passphrase and about the recovery code."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import card, clear, column, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.codes import CodeBox
from coordinator.ui.kit.forms import Form
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.secrets import SecretField, faults_of_new, new_passphrase
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.sitting import Keeping
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

_WIDTH = 560


class OwnPart(QWidget):
    """One's own passphrase: the one of now first, then the new one twice.

    Signals:
        change_asked: The one of now, the new one (str, str).
    """

    change_asked = Signal(str, str)

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._notice = NoticeLine()
        self._present = SecretField(_("Your passphrase now"))
        self._present.setVisible(not keeping.came_by_code)
        self._new = new_passphrase(keeping.strength)
        self._form = Form({"present": self._present, **self._new})
        self._go = button(_("Change it"), "primary")
        self._go.clicked.connect(self._ask)
        for field in (self._present, *self._new.values()):
            field.line.returnPressed.connect(self._ask)
        held = card(self._form, flow(self._go), gap=L)
        held.setMaximumWidth(px(_WIDTH))
        fill(self, self._head(), self._notice, held, None, gap=L)

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self._new["passphrase"].line if self._keeping.came_by_code else self._present.line

    def show_refusal(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say what is wrong; it can be sent again."""
        self._go.setEnabled(True)
        self._form.show_sentences(sentences)
        if notice is not None:
            self._notice.say(notice.what, notice.next)

    def show_done(self, told: str) -> None:
        """Let go of what was typed and say what was done."""
        self._go.setEnabled(True)
        for field in (self._present, *self._new.values()):
            field.forget()
        then = _("Backups made before it open with the passphrase of their day.")
        self._notice.say(told, then, Tone.GOOD)

    def _head(self) -> QVBoxLayout:
        words = _("It opens this store for you alone, and nobody can look it up.")
        if self._keeping.came_by_code:
            words = _("You came in with the recovery code: choose a passphrase of your own.")
        return column(heading(_("Your passphrase")), label(words, "quiet", wraps=True), gap=2)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        faults = faults_of_new(self._new, self._keeping.weakness)
        if not self._keeping.came_by_code and not self._present.text:
            faults = {"present": _("Type your passphrase.")} | faults
        self._notice.hide()
        self._form.show_sentences(faults)
        if not faults:
            self._go.setEnabled(False)
            self.change_asked.emit(self._present.text, self._new["passphrase"].text)


class CodePart(QWidget):
    """The recovery code: a new one is noted before it takes over.

    Signals:
        new_asked: A new code is wanted.
        noted: It is noted and is to take over.
        left: It was given up.
    """

    new_asked = Signal()
    noted = Signal()
    left = Signal()

    def __init__(self, put_on_paper: Callable[[str], bool]) -> None:
        super().__init__()
        self._put_on_paper = put_on_paper
        self._notice = NoticeLine()
        self.begin = button(_("Make a new code"), "primary")
        self.begin.clicked.connect(self.new_asked)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._go = button(_("Use this code from now on"), "primary")
        words = _(
            "If every passphrase is forgotten, only the recovery code opens the store. Make a new"
            " one when the paper is lost, or somebody saw it who should not have."
        )
        head = column(heading(_("Recovery code")), label(words, "quiet", wraps=True), gap=2)
        fill(self, head, self._notice, flow(self.begin), self._body, None, gap=L)

    def show_code(self, code: str) -> None:
        """Show a code that opens nothing yet."""
        self._notice.hide()
        self.begin.setEnabled(False)
        box = CodeBox(code, self._put_on_paper)
        self._go = button(_("Use this code from now on"), "primary")
        leave = button(_("Cancel"))
        words = _(
            "It is shown now and never again. Lock it away on paper: whoever has it can read"
            " everything. The old code works until you use this one."
        )

        def check() -> None:
            if self._go.isEnabled() and box.check():
                self._go.setEnabled(False)
                self.noted.emit()

        self._go.clicked.connect(check)
        box.entered.connect(check)
        leave.clicked.connect(self._give_up)
        held = card(label(words, wraps=True), box, flow(self._go, leave), gap=L)
        held.setMaximumWidth(px(_WIDTH))
        clear(self._body)
        self._body.addWidget(held)
        box.printer.setFocus()

    def show_done(self, told: str) -> None:
        """Put the code away and say what was done."""
        self._put_away()
        self._notice.say(told, "", Tone.GOOD)

    def show_refusal(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say why it did not take over; it can be tried again."""
        self._go.setEnabled(True)
        told = [*sentences.values(), *((notice.what, notice.next) if notice else ())]
        self._notice.say(" ".join(told), _("The old code still works."))

    def _give_up(self) -> None:
        self._put_away()
        self._notice.say(
            _("The old code still works."),
            _("The one just shown opens nothing: destroy any copy of it."),
            Tone.NEUTRAL,
        )
        self.left.emit()

    def _put_away(self) -> None:
        clear(self._body)
        self.begin.setEnabled(True)
        self.begin.setFocus()
