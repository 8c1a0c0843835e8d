"""The first-run pages: the panel, who you are, when it meets, where it is kept and how it opens.

The pages only gather; the store is made when the last one is done. One step is seen at a time.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from coordinator.ui.kit.boxes import column, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.shell.first_steps import KeepStep, MeetingStep, PanelStep, Step, YouStep
from coordinator.ui.shell.pages import GatePage
from coordinator.ui.sitting import NewPanel, Template
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _


class FirstRunPage(GatePage):
    """Four steps, back and forth, to a new panel.

    Signals:
        make_asked: Everything is said (Path, NewPanel).
        left: Somebody wants back to the welcome page.
    """

    make_asked = Signal(object, object)
    left = Signal()

    def __init__(
        self,
        templates: Sequence[Template],
        start: Path,
        strength: Callable[[str], str],
        weakness: Callable[[str], str],
    ) -> None:
        super().__init__(_("Start a new panel"))
        self._panel = PanelStep(templates)
        self._you = YouStep()
        self._meeting = MeetingStep()
        self._keep = KeepStep(start, strength, weakness)
        self._panel.template_chosen.connect(self._meeting.suggest)
        self._steps: tuple[Step, ...] = (self._panel, self._you, self._meeting, self._keep)
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(step)
            for line in step.findChildren(QLineEdit):
                line.returnPressed.connect(self._go_on)
        self._title = heading("", "title")
        self._place = label("", "quiet")
        self._notice = NoticeLine()
        self._back = button(_("Back"), "", "arrow-left")
        self._next = button("", "primary")
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self.hold(
            column(self._title, self._place, gap=2),
            self._notice,
            self._stack,
            row(self._back, None, self._next),
            width=600,
        )
        self._show(0)

    def say(self, notice: Notice) -> None:
        """Tell why the store could not be made; everything typed stays."""
        self.wait(waiting=False)
        self._notice.say(notice.what, notice.next)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show where something has to be mended."""
        self.wait(waiting=False)
        self._keep.form.show_sentences(faults)

    def wait(self, *, waiting: bool) -> None:
        """Nothing is pressed while the store is made."""
        for part in (self._back, self._next, self._stack):
            part.setEnabled(not waiting)
        if waiting:
            self._next.setText(_("Making the store…"))
            announce(self, self._next.text())
        else:
            self._name_button()

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._fit()
        self._title.setText(self._steps[at].title)
        self._place.setText(_("Step {at} of {all}", at=at + 1, all=len(self._steps)))
        self._name_button()
        self._notice.hide()
        self.setFocusProxy(self._steps[at].first)  # whoever shows the page begins there, too
        self._steps[at].first.setFocus()
        announce(self, self._steps[at].title)

    def _fit(self) -> None:
        # A stack is as high as its highest page; the hidden ones are told to take no room.
        for at in range(self._stack.count()):
            step: QWidget | None = self._stack.widget(at)
            if step is not None:
                policy = step.sizePolicy()
                seen = at == self._stack.currentIndex()
                kind = policy.Policy.Preferred if seen else policy.Policy.Ignored
                step.setSizePolicy(kind, kind)

    def _name_button(self) -> None:
        last = self._stack.currentIndex() == len(self._steps) - 1
        self._next.setText(_("Make the store") if last else _("Next"))
        self._next.setAccessibleName(self._next.text())

    def _go_back(self) -> None:
        at = self._stack.currentIndex()
        if at:
            self._show(at - 1)
        else:
            self.left.emit()

    def _go_on(self) -> None:
        at = self._stack.currentIndex()
        if not self._steps[at].is_well():
            return
        if at + 1 < len(self._steps):
            if at == 0:
                self._keep.suggest(self._panel.prefix)
            self._show(at + 1)
        elif self._keep.folder is not None:
            self.wait(waiting=True)
            self.make_asked.emit(self._keep.folder, self._said())

    def _said(self) -> NewPanel:
        panel, you, meeting = self._panel, self._you, self._meeting
        return NewPanel(
            panel=panel.name,
            prefix=panel.prefix,
            area=panel.area,
            template=panel.template,
            agency=you.agency,
            person=you.name,
            job=you.job,
            is_chair=you.is_chair,
            every_weeks=meeting.every_weeks,
            first_on=meeting.first_on,
            starts_at=meeting.starts_at,
            minutes=meeting.minutes,
            place=meeting.place,
            passphrase=self._keep.passphrase,
        )
