"""A part of the screen as the screen puts it together."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Joined:
    """A widget and the presenter behind it.

    A widget the keys can come back to after a crash carries its permanent name as the property
    `field`.

    Attributes:
        actions: What can be done from anywhere on the screen, with their keys; the screen hangs
            them where they work, and F1 and Ctrl+K list them.
        try_again: After trouble with the store, as for `kit.screen.Screen`.
        below: A line of its own under the top bar, hidden while it has nothing to say.
        when_idle: Nobody is at the desk, as for `kit.screen.Screen`.
    """

    widget: QWidget
    presenter: object
    actions: tuple[QAction, ...] = ()
    try_again: Callable[[], bool] | None = None
    below: QWidget | None = None
    when_idle: Callable[[], bool] | None = None
