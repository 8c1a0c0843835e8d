"""What a screen is to the shell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordinator.domain.outcomes import Changes


def _nothing(_changes: Changes) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Screen:
    """A widget and the presenter behind it, kept together by the shell.

    PySide holds bound methods weakly: a presenter that nobody keeps is collected and its buttons
    go dead without a word.

    Attributes:
        look_again: Told what was written; the screen reads again what it shows of it.
        first: Where the focus goes when the screen is opened.
        try_again: After trouble with the store: does again what is not saved yet; gives whether
            there was something, for then the page stays as it is.
        when_idle: Nobody has been at the desk for a while: it hides what others should not read;
            gives whether work goes on in it that a lock would stop, such as a meeting.
        hand_over: The screen is built anew (read again, another look): gives what the new one is
            to go on with, and `take_over` of the new one gets it.
        takes_all: It wants the whole window, without rail and top bar.
        is_shared: Tells whether others look on: what is not for them is not opened then.
        actions: What can be done here, listed in the palette and under F1 while it is open.
    """

    widget: QWidget
    presenter: object
    look_again: Callable[[Changes], None] = _nothing
    first: QWidget | None = None
    try_again: Callable[[], bool] | None = None
    actions: tuple[QAction, ...] = field(default=())
    takes_all: bool = False
    when_idle: Callable[[], bool] | None = None
    hand_over: Callable[[], Any] | None = None
    take_over: Callable[[Any], None] | None = None
    is_shared: Callable[[], bool] | None = None


def carried_by(screen: Screen | None) -> object:
    """Give what a screen carries over to the one that takes its place."""
    return screen.hand_over() if screen is not None and screen.hand_over is not None else None


def carry_into(screen: Screen | None, carried: object) -> None:
    """Let a screen go on with what the one before it carried over."""
    if carried is not None and screen is not None and screen.take_over is not None:
        screen.take_over(carried)
