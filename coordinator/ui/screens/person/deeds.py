"""What can be done about a person: one button, a few beside it, the rest under More."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.person.steps import Step
from coordinator.wording.sharing import waiting_words
from coordinator.wording.translation import N_, _

WORDS: Mapping[Step, str] = {
    Step.AGREE_LEAD: N_("Agree a lead"),
    Step.HAND_OVER: N_("Hand over the lead"),
    Step.ACCEPT_LEAD: N_("The lead accepts"),
    Step.END_LEAD: N_("End the lead"),
    Step.CONTACT: N_("Note a contact"),
    Step.REVIEW: N_("Set the next review"),
    Step.PHASE: N_("Move to another phase"),
    Step.PRIORITY: N_("Set the priority"),
    Step.PAUSE: N_("Pause the case"),
    Step.RESUME: N_("Take the case up again"),
    Step.CLOSE: N_("Close the case"),
    Step.REOPEN: N_("Open the case again"),
    Step.NAMES: N_("Correct names and birth"),
    Step.REACH: N_("Correct contact and places"),
    Step.ABOUT: N_("Correct other details"),
    Step.ALIAS: N_("Add another name"),
    Step.NUMBER: N_("Add a number held elsewhere"),
    Step.DEATH: N_("Record a death"),
    Step.DEATH_WITHDRAWN: N_("Take back a recorded death"),
    Step.TELL: N_("Note whom to tell of the death"),
    Step.PUT_RIGHT: N_("Put the record right after the death"),
    Step.RETENTION: N_("See how long the record is kept"),
    Step.BASIS: N_("Record the information basis"),
    Step.WITHDRAW_BASIS: N_("Withdraw the information basis"),
    Step.AGREEMENT: N_("Record what the person said when asked to agree"),
    Step.CAPACITY: N_("Record capacity and an advocate"),
    Step.URGENT: N_("Work before the basis is complete"),
    Step.EXCLUDE: N_("Keep an agency from being told"),
    Step.EXCLUDE_WORKER: N_("Keep a worker from being told"),
    Step.DISCLOSURES: N_("See what went to whom"),
    Step.SCHEDULE: N_("Print what went to whom"),
    Step.ACCESS: N_("They ask to see what is held"),
    Step.WHY_OPENED: N_("Say why you look at this page"),
    Step.FORUM: N_("Note another forum"),
    Step.TIE: N_("Note somebody around them"),
    Step.SCORES: N_("Open the assessments"),
    Step.ASSESSMENT: N_("Note an assessment made elsewhere"),
    Step.RESTRICT: N_("Change who may see an entry"),
    Step.WARNING: N_("Note what to know before a visit"),
    Step.RISK: N_("Note a risk"),
    Step.STRENGTH: N_("Note a strength"),
    Step.NEEDS: N_("Note what was found of needs"),
    Step.ENQUIRY: N_("Note that the past was asked about"),
    Step.MISSING: N_("Note that they are missing"),
    Step.MISSING_CHANGED: N_("Change what is known about them missing"),
    Step.FOUND: N_("Note that they were found"),
    Step.PLAN: N_("Write on the plan"),
    Step.OWN_PLAN: N_("Write My plan in easy words"),
    Step.JOURNEY: N_("Look at the journey map"),
    Step.MEETING: N_("Call a professionals' meeting"),
    Step.WISH: N_("They ask for something"),
    Step.BARRIER: N_("Name what is in the way"),
    Step.ESCALATE: N_("Escalate a disagreement or safeguarding"),
    Step.HAND_OVER_NOTE: N_("Hand-over note"),
    Step.CLOSURE_SUMMARY: N_("Closure summary"),
    Step.OWN_LETTER: N_("Letter to the person"),
    Step.COPY_OUT: N_("Copy for an agency's own system"),
}
_GROUPS: tuple[tuple[str, tuple[Step, ...]], ...] = (
    (N_("The lead"), (Step.AGREE_LEAD, Step.HAND_OVER, Step.ACCEPT_LEAD, Step.END_LEAD)),
    (
        N_("The case"),
        (
            Step.REVIEW,
            Step.PHASE,
            Step.PRIORITY,
            Step.PAUSE,
            Step.RESUME,
            Step.CLOSE,
            Step.REOPEN,
            Step.MEETING,
        ),
    ),
    (N_("Their voice"), (Step.WISH, Step.OWN_PLAN, Step.JOURNEY)),
    (
        N_("Letters"),
        (Step.HAND_OVER_NOTE, Step.CLOSURE_SUMMARY, Step.OWN_LETTER, Step.COPY_OUT),
    ),
    (
        N_("Safety"),
        (
            Step.FOUND,
            Step.MISSING,
            Step.MISSING_CHANGED,
            Step.WARNING,
            Step.RISK,
            Step.STRENGTH,
            Step.NEEDS,
            Step.ENQUIRY,
            Step.SCORES,
        ),
    ),
    (N_("What is stuck"), (Step.BARRIER, Step.ESCALATE)),
    (
        N_("Sharing"),
        (
            Step.BASIS,
            Step.AGREEMENT,
            Step.CAPACITY,
            Step.URGENT,
            Step.WITHDRAW_BASIS,
            Step.EXCLUDE,
            Step.EXCLUDE_WORKER,
            Step.DISCLOSURES,
            Step.SCHEDULE,
            Step.ACCESS,
            Step.WHY_OPENED,
            Step.FORUM,
            Step.TIE,
            Step.ASSESSMENT,
            Step.RESTRICT,
        ),
    ),
    (
        N_("Details"),
        (
            Step.NAMES,
            Step.REACH,
            Step.ABOUT,
            Step.ALIAS,
            Step.NUMBER,
            Step.DEATH,
            Step.TELL,
            Step.PUT_RIGHT,
            Step.DEATH_WITHDRAWN,
            Step.RETENTION,
        ),
    ),
)
_KEYS = {
    Step.CONTACT: Key.CONTACT,
    Step.AGREE_LEAD: Key.LEAD,
    Step.HAND_OVER: Key.LEAD,
    Step.REVIEW: Key.REVIEW,
    Step.PLAN: Key.PLAN,
    Step.REACH: Key.DETAILS,
    Step.HAND_OVER_NOTE: Key.LETTER,
    Step.CLOSURE_SUMMARY: Key.LETTER,
}
_FRONT = 4


class Deeds(QWidget):
    """The buttons of the page.

    Signals:
        wished: Something is to be done (Step).
    """

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._front: tuple[Step, ...] = ()
        self._buttons = [self._button(at) for at in range(_FRONT)]
        self._more = self._build_more()
        self._actions = {step: self._action(step) for step in WORDS}
        fill(self, flow(*self._buttons, self._more))
        self.show_steps((), ())

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """Everything that can be done here, for Ctrl+K and F1."""
        return tuple(self._actions.values())

    def show_steps(
        self,
        steps: tuple[Step, ...],
        front: tuple[Step, ...],
        waiting: frozenset[Step] = frozenset(),
    ) -> None:
        """Offer what may be done as things stand.

        Args:
            steps: All of it.
            front: The buttons themselves.
            waiting: Papers that wait for the information basis; they say so.
        """
        self._front = front
        for at, made in enumerate(self._buttons):
            made.setVisible(at < len(self._front))
            if at < len(self._front):
                _say(made, self._front[at], _words(self._front[at], waiting))
        for step, action in self._actions.items():
            action.setText(_words(step, waiting))
            action.setEnabled(step in steps)
            keys = QKeySequence(_KEYS[step]) if step in steps and step in _KEYS else QKeySequence()
            action.setShortcut(keys)  # a key that two steps share belongs to the one offered
        self._more.setVisible(any(True for _group in self._groups()))

    def menu_of(self, words: str, steps: Iterable[Step], *, name: str = "") -> QPushButton:
        """Make a button that lists some of what can be done, as it may be done now."""
        made = button(words, "link", name=name)
        made.setProperty("opens", "menu")
        menu = QMenu(made)
        menu.setAccessibleName(name or words)
        menu.addActions([self._actions[step] for step in steps if self._may(step)])
        made.setMenu(menu)
        return made

    def _may(self, step: Step) -> bool:
        return self._actions[step].isEnabled()

    def _button(self, at: int) -> QPushButton:
        made = button("", "primary" if at == 0 else "")
        made.clicked.connect(lambda: self.wished.emit(self._front[at]))
        return made

    def _build_more(self) -> QPushButton:
        made = button(_("More"), name=_("More that can be done"))
        menu = QMenu(made)
        menu.setAccessibleName(_("More that can be done"))
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.setMenu(menu)
        return made

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for title, steps in self._groups():
            group = menu.addMenu(title)
            group.addActions([self._actions[step] for step in steps])

    def _groups(self) -> Iterable[tuple[str, list[Step]]]:
        for title, steps in _GROUPS:
            offered = [step for step in steps if self._may(step) and step not in self._front]
            if offered:
                yield _(title), offered

    def _action(self, step: Step) -> QAction:
        action = QAction(_(WORDS[step]), self)
        action.triggered.connect(lambda _checked=False: self.wished.emit(step))
        self.addAction(action)
        return action


def _words(step: Step, waiting: frozenset[Step]) -> str:
    return waiting_words(_(WORDS[step])) if step in waiting else _(WORDS[step])


def _say(made: QPushButton, step: Step, words: str) -> None:
    made.setText(words)
    made.setAccessibleName(words)
    keys = _KEYS[step].value if step in _KEYS else ""
    made.setToolTip(keys)
    made.setAccessibleDescription(keys)
