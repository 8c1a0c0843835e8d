"""What is done before anybody lets go: a disengagement protocol, its steps and how it ends.

It closes nothing. Whether a case closes is the panel's decision, and *declined* needs a protocol
whose every step was done.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.panel.settings import PanelLine
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import ProtocolStatus
from coordinator.domain.texts import is_blank

BACK_IN_TOUCH = frozenset({ContactResult.MET_ENGAGED, ContactResult.PERSON_CONTACTED_US})
"""The person took part: a protocol that runs may end here. A person decides that."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its day; `moved_from` is the day offices are closed on, when it was moved."""

    text: str
    due_on: date
    moved_from: date | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as it stands."""

    id: UUID
    revision: int
    text: str
    due_on: date
    owner_id: UUID | None
    owner: str
    done_on: date | None
    done_by: str
    note: str = field(repr=False)
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class ProtocolRow:
    """One protocol with its steps.

    Attributes:
        met_on: While it runs: the last day since it began on which the person took part.
        review_on: The day of its last step, with which the panel looks at it.
    """

    id: UUID
    revision: int
    person_id: UUID
    case_id: UUID | None
    started_on: date
    started_by: str
    why: str = field(repr=False)
    status: ProtocolStatus
    ended_on: date | None
    ended_by: str
    end_note: str = field(repr=False)
    steps: tuple[StepRow, ...]
    met_on: date | None = None

    @property
    def is_running(self) -> bool:
        """Whether steps are still taken."""
        return self.status is ProtocolStatus.RUNNING

    @property
    def open_steps(self) -> tuple[StepRow, ...]:
        """The steps still to be taken, in order."""
        return tuple(step for step in self.steps if step.done_on is None)

    @property
    def next_step(self) -> StepRow | None:
        """The first step still to be taken."""
        return self.open_steps[0] if self.open_steps else None

    @property
    def review_on(self) -> date | None:
        """The day the panel looks at it again."""
        return max((step.due_on for step in self.steps), default=None)


@dataclass(frozen=True, slots=True)
class StepDue:
    """A step of somebody's protocol that falls due, for a list of several people."""

    step: StepRow
    protocol_id: UUID
    person_id: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    days_late: int


def plan_steps(
    lines: Iterable[PanelLine], start: date, next_working_day: Callable[[date], date]
) -> tuple[PlannedStep, ...]:
    """Give the panel's steps their days; a day on which offices are closed moves on, and says so.

    The order stays the panel's, also where two steps come to fall on one day.
    """
    planned = []
    for line in lines:
        days = line.details.get("days", 0)
        wanted = start + timedelta(days=days if isinstance(days, int) else 0)
        due = next_working_day(wanted)
        planned.append(PlannedStep(line.text, due, wanted if due != wanted else None))
    return tuple(planned)


def check_start(why: str, steps: Sequence[PlannedStep]) -> None:
    """Refuse to begin without a reason, or without a step to take.

    Raises:
        InvalidFieldsError: `why` is `required`.
        GuardError: `no-protocol-steps`.
    """
    if is_blank(why):
        raise InvalidFieldsError({"why": "required"})
    if not steps:
        raise GuardError("no-protocol-steps")


def check_running(status: ProtocolStatus) -> None:
    """Refuse to change what has ended.

    Raises:
        GuardError: `protocol-ended`.
    """
    if status is not ProtocolStatus.RUNNING:
        raise GuardError("protocol-ended")


def check_step(note: str, on: date, *, started_on: date, today: date) -> None:
    """Refuse a step of which nobody says what came of it, or on a day that cannot be.

    Raises:
        InvalidFieldsError: `note` is `required`; `done_on` is `in-the-future` or `before-start`.
    """
    wrong: dict[str, str] = {}
    if is_blank(note):
        wrong["note"] = "required"
    if on > today:
        wrong["done_on"] = "in-the-future"
    elif on < started_on:
        wrong["done_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_end(was: ProtocolStatus, how: ProtocolStatus, note: str, open_steps: int) -> None:
    """Refuse an end that says more than was done.

    Raises:
        TransitionError: It has ended, or is to go on running.
        GuardError: `protocol-steps-open`, with how many: not every step was done.
        InvalidFieldsError: `end_note` is `required` when it is stopped.
    """
    if was is not ProtocolStatus.RUNNING or how is ProtocolStatus.RUNNING:
        raise TransitionError(was=was, wanted=how)
    if how is ProtocolStatus.COMPLETED and open_steps:
        raise GuardError("protocol-steps-open", open_steps)
    if how is ProtocolStatus.STOPPED and is_blank(note):
        raise InvalidFieldsError({"end_note": "required"})


def check_declined(because: CloseReason, *, is_completed: bool) -> None:
    """Refuse to close as declined when not everything was tried.

    Raises:
        GuardError: `protocol-not-completed`.
    """
    if because is CloseReason.DECLINED_AFTER_PROTOCOL and not is_completed:
        raise GuardError("protocol-not-completed")
