"""Asking one thing at a time in the room, in place: words, or one key. No Qt.

A flow is a few questions that lead to one act. It knows what is asked now and what an answer
means; the runner takes it through them, keeps what is typed, and does the act.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Protocol

from coordinator.domain.errors import InvalidFieldsError, RuleError, StaleRecordError
from coordinator.ui.screens.live_meeting.room import Act, Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.refusals.rules import field_words


@dataclass(frozen=True, slots=True)
class Choice:
    """What one key answers."""

    key: str
    words: str
    value: object


@dataclass(frozen=True, slots=True)
class Words:
    """Words are asked for, in a line.

    Attributes:
        title: Stands over the line; empty where the question says it all.
        text: What stands there at first.
        usual: What Enter alone says.
        name: Permanent, under which the words are kept; empty keeps nothing.
        suggested: Whole lines, of which those that hold what is typed are offered.
    """

    title: str
    text: str = field(default="", repr=False)
    usual: str = ""
    name: str = ""
    hint: str = ""
    suggested: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a list is asked for."""

    title: str
    choices: Sequence[tuple[str, object]] = field(repr=False)
    chosen: object = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day is asked for."""

    title: str
    on: date


Entry = Words | OneOf | Day


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: answered in one line, by a key, or in several entries at once.

    Attributes:
        name: Permanent, of the words to be typed, under which they are kept; empty when a key
            answers.
        told: What to know before answering.
        text: What stands in the line at first, when nothing was typed there before.
        suggested: As for `Words`, of the one line.
        keys: What the keys do here, where that is to be said.
        entries: Several things to answer at once: *text*, *one* of a list, a *day*, *why*.
        act: What the button below several entries says.
        is_typed_over: What stands in the line is a short answer: typing begins it anew.
    """

    title: str
    name: str = ""
    hint: str = ""
    told: str = ""
    choices: tuple[Choice, ...] = ()
    text: str = field(default="", repr=False)
    suggested: tuple[str, ...] = field(default=(), repr=False)
    keys: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    act: str = ""
    is_typed_over: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """What is understood of the words so far, and what can be chosen instead of typing on."""

    told: str = ""
    offered: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """The answer cannot be taken; the question stays.

    Attributes:
        at: Which of several entries it is about.
    """

    sentence: str
    at: str = ""


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


class Flow:
    """A few questions that lead to one act.

    Attributes:
        keeps: Whether what was typed waits when the question is let go; what begins with the
            words of the record does not.
    """

    name = ""
    keeps = True

    def asked(self) -> Asked:
        """Tell what is asked now."""
        raise NotImplementedError

    def typed(self, text: str) -> Meant:
        """Tell what is understood of words so far."""
        return Meant()

    def enter(self, text: str) -> Step:
        """Take words as the answer."""
        return None

    def choose(self, value: object) -> Step:
        """Take one of the choices, or of what was offered."""
        return None

    def give(self, said: Mapping[str, Any]) -> Step:
        """Take what was answered in several entries."""
        return None

    def objection(self, error: Exception) -> Objection | None:
        """Say why the act was refused; nothing when that is told elsewhere."""
        return Objection(notice_for(error).text) if isinstance(error, RuleError) else None


class View(Protocol):
    """What the runner asks of the widgets."""

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question; `with_keys`: the keys go there."""

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below why the answer was not taken, and of which entry; nothing takes it back."""

    def end(self) -> None:
        """Show no question any more."""


class Runner:
    """Takes one flow at a time through its questions."""

    def __init__(self, room: Room, view: View, texts: Texts) -> None:
        self._room, self._view, self._texts = room, view, texts
        self._is_busy = False
        self._asked_for: set[str] = set()
        self._back_to = ""
        self.flow: Flow | None = None

    def begin(self, flow: Flow, *, with_keys: bool = True) -> None:
        """Ask the first question of a flow, instead of whatever was asked."""
        self.flow, self._asked_for, self._back_to = flow, set(), ""
        self._ask(with_keys=with_keys)

    def go_back_to(self, name: str) -> None:
        """Go on, by what was typed, to the question that had the keys when the program ended.

        Args:
            name: Of its words. What comes before it may still have to be read: then the way is
                gone once it is there, unless somebody has answered meanwhile.
        """
        self._back_to = name
        if self._is_further_back():
            self._ask()

    def know_more(self, flow: Flow) -> None:
        """Look again at what is typed: the flow has heard of something."""
        if self.flow is flow and self._is_further_back():
            self._ask()
        elif self.flow is flow and (asked := flow.asked()).name:
            self._view.show_meant(flow.typed(self._texts.text(asked.name, asked.text)))

    def take_up(self) -> None:
        """Show what was typed before in the question that is asked."""
        self._is_further_back()
        self._ask(with_keys=False)

    def end(self) -> None:
        """Ask no more; what was typed stays kept."""
        self.flow = None
        self._view.end()

    def keep(self) -> None:
        """Keep what is typed so far."""
        self._texts.keep()

    def leave(self) -> None:
        """Let the question go, as its flow has it: what was typed waits, or not."""
        if self.flow is not None and not self.flow.keeps:
            self._texts.take(self._asked_for)
        self._texts.keep()
        self.end()

    def typed(self, name: str, text: str) -> None:
        """Understand words so far."""
        if self.flow is None:
            return
        self._back_to = ""
        self._texts.note(name, text)
        self._view.object_to("")
        if name == self.flow.asked().name:
            self._view.show_meant(self.flow.typed(text))

    def enter(self, text: str) -> None:
        """Take words as the answer."""
        if self.flow is not None and not self._is_busy:
            self._texts.note(self.flow.asked().name, text)
            self._follow(self.flow.enter(text))

    def give(self, said: Mapping[str, Any]) -> None:
        """Take what was answered in several entries."""
        if self.flow is not None and not self._is_busy:
            self._follow(self.flow.give(said))

    def choose(self, value: object) -> None:
        """Take a choice as the answer."""
        if self.flow is not None and not self._is_busy:
            self._follow(self.flow.choose(value))

    def _is_further_back(self) -> bool:
        """Answer what was answered before with what is kept of it; gives whether that led on."""
        flow, begun = self.flow, self.flow.asked() if self.flow is not None else None
        asked = begun
        while flow is not None and asked is not None and self._back_to not in {"", asked.name}:
            said = self._texts.text(asked.name).strip() if asked.name else ""
            if not said or flow.enter(said) is not None or flow.asked() == asked:
                break
            asked = flow.asked()
        return asked != begun

    def _ask(self, *, with_keys: bool = True) -> None:
        if self.flow is None:
            return
        asked = self.flow.asked()
        self._asked_for |= _names(asked)
        text = self._texts.text(asked.name, asked.text)
        kept = {name: self._as_kept(entry) for name, entry in asked.entries.items()}
        self._view.ask(replace(asked, entries=kept), text, with_keys=with_keys)
        if asked.name:
            self._view.show_meant(self.flow.typed(text))

    def _as_kept(self, entry: Entry) -> Entry:
        if not isinstance(entry, Words):
            return entry
        return replace(entry, text=self._texts.text(entry.name, entry.text))

    def _follow(self, step: Step) -> None:
        match step:
            case Objection(sentence, at):
                self._view.object_to(sentence, at)
            case Ready():
                self.do(step)
            case Leave(then):
                self.leave()
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
            of=record,
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
        said = flow.objection(error) if flow is not None and self.flow is flow else None
        if said is not None:
            self._view.object_to(said.sentence, said.at)
        return said is not None


def objection_of(error: Exception, fields: Mapping[str, str]) -> Objection | None:
    """Say why something was refused, and of which entry.

    Args:
        error: What was raised.
        fields: Which entry asks for a field of the record.

    Returns:
        Nothing for what the room tells of itself: what others did meanwhile, and no rule.
    """
    if not isinstance(error, RuleError) or isinstance(error, StaleRecordError):
        return None
    if isinstance(error, InvalidFieldsError):
        name, rule = next(iter(error.fields.items()))
        return Objection(field_words(name, rule), fields.get(name, ""))
    return Objection(notice_for(error).text)


def _names(asked: Asked) -> set[str]:
    words = (entry.name for entry in asked.entries.values() if isinstance(entry, Words))
    return {asked.name, *words}
