"""What a form shows when an act refuses what was said in it. No Qt: presenters use it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from coordinator.domain.errors import (
    InvalidFieldsError,
    MissingRecordError,
    ReasonNeededError,
    RuleError,
)
from coordinator.wording.notices import Notice, notice_for


class Asks(Protocol):
    """A view with a form open, or none."""

    def show_refusal(self, faults: Mapping[str, str], notice: Notice | None) -> bool:
        """Say what is wrong where it was said.

        Args:
            faults: Field to rule.
            notice: What is wrong with no field in particular.

        Returns:
            Whether a form is open that could say it.
        """

    def show_done(self) -> None:
        """Close the form; what it asked for is done."""


def told_in(view: Asks) -> Callable[[Exception], bool]:
    """Give what to do with a refusal: say it in the open form, else leave it to the window."""

    def refuse(error: Exception) -> bool:
        if isinstance(error, InvalidFieldsError):
            return view.show_refusal(error.fields, None)
        if isinstance(error, ReasonNeededError):
            return view.show_refusal({"reason": "required"}, None)
        if isinstance(error, RuleError | MissingRecordError):
            return view.show_refusal({}, notice_for(error))
        return False

    return refuse
