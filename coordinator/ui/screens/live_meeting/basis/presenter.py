"""What stops work on whom the open line is about, or why it cannot wait. No Qt.

An act that was refused waits here, with everything that was typed for it, until the reason is
given in one line; with the reason it is done, and urgent work begins in the same moment.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol
from uuid import UUID

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.need_to_know.bases import BASIS_INCOMPLETE
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Flow,
    Leave,
    Objection,
    Runner,
    Step,
)
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Room, Waiting
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.refusals.rules import field_words, prompt_words
from coordinator.wording.translation import _

FORM = "live.basis"
WHY = "why_now"


class View(QuestionView, Protocol):
    """What the presenter asks of the widgets."""

    def show_basis(self, stop: str, until: date | None, today: date) -> None:
        """Say which rule stops work, or until when it goes on urgently; nothing leaves no room."""


class WhyFlow(Flow):
    """The one question: why it cannot wait."""

    name = "why now"

    def __init__(self, said: Callable[[str], object]) -> None:
        self._said = said

    def asked(self) -> Asked:
        """Ask it."""
        return Asked(
            prompt_words(BASIS_INCOMPLETE),
            name=WHY,
            hint=_("In a few words; Enter goes on"),
            told=_("With a reason the work is urgent: five working days to complete the basis."),
        )

    def enter(self, text: str) -> Step:
        """Take the reason."""
        if not text.strip():
            return Objection(field_words("reason", "required"))
        return Leave(lambda: self._said(text.strip()))


class BasisPresenter:
    """The basis of whom the open line is about."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._waiting: Waiting | None = None
        self._about: UUID | None = None
        room.between.when_hiding(self._cover)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Nothing of its own: it is about the item."""

    def show_item(self, item: LiveItem | None) -> None:
        """Show how it stands; what waits for another line waits no longer."""
        if self._about != self._room.open_id:
            self._about = self._room.open_id
            self._let_go()
            if self._about is not None:
                self._texts.go_to(self._about, self.runner.take_up)
        around = self._room.around
        if item is None or around is None or self._room.names_hidden:
            self._cover()
            return
        self._view.show_basis(item.basis_stop, item.urgent_until, around.today)
        if item.basis_stop:
            self._let_go()

    def ask(self, waiting: Waiting) -> None:
        """Ask why an act cannot wait, and do it then.

        Of several acts refused at once the last waits; the others are told of above the page.
        """
        self._let_go()
        if waiting.of not in {None, self._room.open_id}:
            waiting.let_go()  # the room has gone on meanwhile
            return
        self._waiting = waiting
        self.runner.begin(WhyFlow(self._go_on))

    def leave(self) -> None:
        """The question is left: nothing was done, and what was typed stays where it was."""
        self.runner.leave()
        self._let_go()

    def _go_on(self, reason: str) -> None:
        waiting, self._waiting = self._waiting, None
        self._texts.take((WHY,))
        self._texts.keep()
        if waiting is not None:
            waiting.go_on(reason)

    def _let_go(self) -> None:
        waiting, self._waiting = self._waiting, None
        self.runner.end()
        if waiting is not None:
            waiting.let_go()

    def _cover(self) -> None:
        around = self._room.around
        if around is not None:
            self._view.show_basis("", None, around.today)
