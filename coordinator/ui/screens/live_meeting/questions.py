"""Asking one thing at a time in the room, in place: words, or one key. No Qt.

A flow is a few questions that lead to one act. It knows what is asked now and what an answer
means; the runner takes it through them, keeps what is typed, and does the act.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from coordinator.domain.errors import RuleError
from coordinator.ui.screens.live_meeting.room import Act, Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.notices import notice_for


@dataclass(frozen=True, slots=True)
class Choice:
    """What one key answers."""

    key: str
    words: str
    value: object


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    Attributes:
        name: Permanent, of the words to be typed, under which they are kept; empty when a key
            answers.
        told: What to know before answering.
    """

    title: str
    name: str = ""
    hint: str = ""
    told: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What is understood of the words so far, and what can be chosen instead of typing on."""

    told: str = ""
    offered: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """The answer cannot be taken; the question stays."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is answered.

    Attributes:
        told: Said when it is done, and what its undoing says.
        ends: The words that became the act: kept no longer once it is done.
        then: Gets its result.
    """

    act: Act
    told: str
    ends: tuple[str, ...]
    then: Callable[[Any], object] | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Leave:
    """The question is let go; what was typed stays kept."""

    then: Callable[[], object] | None = None


Step = Objection | Ready | Leave | None
"""What an answer leads to; nothing: to the next question."""


class Flow(Protocol):
    """A few questions that lead to one act."""

    name: str

    def asked(self) -> Asked:
        """Tell what is asked now."""

    def typed(self, text: str) -> Meant:
        """Tell what is understood of words so far."""

    def enter(self, text: str) -> Step:
        """Take words as the answer."""

    def choose(self, value: object) -> Step:
        """Take one of the choices, or of what was offered."""


class View(Protocol):
    """What the runner asks of the widgets."""

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question; `with_keys`: the keys go there."""

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""

    def object_to(self, sentence: str) -> None:
        """Say below why the answer was not taken; nothing takes it back."""

    def end(self) -> None:
        """Show no question any more."""


class Runner:
    """Takes one flow at a time through its questions."""

    def __init__(self, room: Room, view: View, texts: Texts) -> None:
        self._room, self._view, self._texts = room, view, texts
        self._is_busy = False
        self.flow: Flow | None = None

    def begin(self, flow: Flow, *, with_keys: bool = True) -> None:
        """Ask the first question of a flow, instead of whatever was asked."""
        self.flow = flow
        self._ask(with_keys=with_keys)

    def know_more(self, flow: Flow) -> None:
        """Look again at what is typed: the flow has heard of something."""
        if self.flow is flow and (name := flow.asked().name):
            self._view.show_meant(flow.typed(self._texts.text(name)))

    def take_up(self) -> None:
        """Show what was typed before in the question that is asked."""
        self._ask(with_keys=False)

    def end(self) -> None:
        """Let the question go; what was typed stays kept."""
        self.flow = None
        self._view.end()

    def typed(self, text: str) -> None:
        """Understand words so far."""
        if self.flow is None:
            return
        name = self.flow.asked().name
        self._texts.note(name, text)
        self._view.object_to("")
        self._view.show_meant(self.flow.typed(text))

    def enter(self, text: str) -> None:
        """Take words as the answer."""
        if self.flow is not None and not self._is_busy:
            self._texts.note(self.flow.asked().name, text)
            self._follow(self.flow.enter(text))

    def choose(self, value: object) -> None:
        """Take a choice as the answer."""
        if self.flow is not None and not self._is_busy:
            self._follow(self.flow.choose(value))

    def _ask(self, *, with_keys: bool = True) -> None:
        if self.flow is None:
            return
        asked = self.flow.asked()
        text = self._texts.text(asked.name)
        self._view.ask(asked, text, with_keys=with_keys)
        if asked.name:
            self._view.show_meant(self.flow.typed(text))

    def _follow(self, step: Step) -> None:
        match step:
            case Objection(sentence):
                self._view.object_to(sentence)
            case Ready():
                self.do(step)
            case Leave(then):
                self.end()
                if then is not None:
                    then()
            case _:
                self._texts.keep()
                self._ask()

    def do(self, ready: Ready) -> None:
        """Do what everything was asked for; what is refused is said under the question."""
        self._is_busy = True
        flow, record = self.flow, self._texts.record
        taken = self._texts.take(ready.ends)

        def refused(error: Exception) -> bool:
            if self._texts.record == record:
                self._texts.give_back(taken)
            return self._refused(flow, error)

        self._room.do(
            self._texts.ended_by(ready.act),
            ready.told,
            then=partial(self._done, flow, ready),
            refused=refused,
        )

    def _done(self, flow: Flow | None, ready: Ready, result: object) -> None:
        self._is_busy = False
        self._texts.keep()
        if self.flow is flow:
            self.end()
        if ready.then is not None:
            ready.then(result)

    def _refused(self, flow: Flow | None, error: Exception) -> bool:
        self._is_busy = False
        if not isinstance(error, RuleError) or flow is None or self.flow is not flow:
            return False
        self._view.object_to(sentence_for(error))
        return True


def sentence_for(error: Exception) -> str:
    """Say in one line why something was refused, and what to do."""
    return notice_for(error).text
