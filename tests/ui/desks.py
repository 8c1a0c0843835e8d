"""What the windows told, and jobs that wait to be done, so that what is in flight can be seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from coordinator.casework.desk import Desk
from coordinator.ui.kit.asks import Keeper, Kind, Question
from coordinator.wording.refusals.notices import Notice
from tests.ui.immediate import ImmediateJobs


class WaitingJobs(ImmediateJobs):
    """Does nothing until it is told to, then everything in the order it was asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.waiting: list[Callable[[], None]] = []

    def query(self, *given: Any, **more: Any) -> None:
        self.waiting.append(lambda: ImmediateJobs.query(self, *given, **more))

    def command(self, *given: Any, **more: Any) -> None:
        self.waiting.append(lambda: ImmediateJobs.command(self, *given, **more))

    def go_on(self) -> None:
        """Do everything asked for so far, and what comes of it."""
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class Told:
    """What was shown as notices, and where somebody went."""

    notices: list[Notice] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)

    def tell(self, notice: Notice) -> None:
        self.notices.append(notice)

    def go(self, place: Any) -> None:
        self.places.append(place)


class Forms:
    """Forms that are filled in by the test: what they asked, what they were told."""

    def __init__(self) -> None:
        self.question: Question | None = None
        self.keeper: Keeper | None = None
        self.faults: dict[str, str] = {}
        self.objections: list[Notice] = []
        self._answered: Callable[[Mapping[str, Any]], None] | None = None

    def is_open(self) -> bool:
        return self.question is not None

    def ask(
        self,
        question: Question,
        answered: Callable[[Mapping[str, Any]], None],
        keeper: Keeper | None = None,
    ) -> None:
        self.question, self._answered, self.keeper = question, answered, keeper
        self.faults, self.objections = {}, []

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)

    def object_to(self, notice: Notice) -> None:
        self.objections.append(notice)

    def finish(self, answered: Any = None) -> None:
        if answered in {None, self._answered}:
            self.question = None

    def answer(self, **values: Any) -> None:
        """Fill in what is named, leave the rest as it stands, and press the button."""
        assert self.question is not None
        assert self._answered is not None
        standing = {ask.name: _standing(ask) for ask in self.question.asks}
        assert set(values) <= set(standing)
        self._answered(standing | values)


def _standing(ask: Any) -> Any:
    """What a form gives for an entry nobody touched."""
    if ask.kind in {Kind.MANY, Kind.TICK} or not ask.choices:
        return ask.value
    listed = [value for value, _words in ask.choices]
    return ask.value if ask.value in listed else listed[0]
