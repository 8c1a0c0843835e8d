"""What can be wished for on the page of My plan; no Qt."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from coordinator.domain.voice.easy_read import Hint
from coordinator.domain.voice.own_plans import OwnPlanState, OwnPlanView, Part


class Wish(Enum):
    """One thing somebody wants done."""

    BEGIN = "begin"
    WRITE = "write"
    TAKE = "take"
    SIGN = "sign"
    GIVE = "give"
    VIEW = "view"
    PAPER = "paper"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what may make it hard to read.

    Attributes:
        names: What it says of somebody else, or where; empty when it does not.
    """

    words: str = field(repr=False)
    hints: tuple[Hint, ...] = ()
    names: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OpenOwnPlan:
    """My plan with the hints for its sentences, and what the sitter may do."""

    plan: OwnPlanView = field(repr=False)
    lines: dict[Part, tuple[Line, ...]] = field(repr=False)
    today: date
    may_edit: bool = False
    may_give: bool = False

    @property
    def may_write(self) -> bool:
        """Whether its parts can be written in."""
        is_open = self.plan.id is not None and self.plan.state is not OwnPlanState.GIVEN
        return self.may_edit and is_open and not self.plan.is_dead


def steps_of(opened: OpenOwnPlan) -> tuple[Wish, ...]:
    """Tell what may be done with it as a whole, the most likely first."""
    plan = opened.plan
    if plan.is_dead:
        return ()
    if plan.id is None:
        return ()  # the empty page has the button that begins it
    steps: dict[OwnPlanState, tuple[Wish, ...]] = {
        OwnPlanState.DRAFT: (Wish.SIGN,) if opened.may_edit else (),
        OwnPlanState.SIGNED: (Wish.GIVE,) if opened.may_give else (),
        OwnPlanState.GIVEN: (Wish.VIEW, Wish.BEGIN) if opened.may_edit else (),
    }
    return steps[plan.state]
