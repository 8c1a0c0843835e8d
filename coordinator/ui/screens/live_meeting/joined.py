"""A part of the screen as the screen puts it together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordinator.domain.meetings.kinds import MeetingKind


class Instead(QWidget):
    """A page that stands in the place of the items while it is open.

    Signals:
        opened: It is to be seen, or no longer (bool).
    """

    opened = Signal(bool)


@dataclass(frozen=True, slots=True)
class Joined:
    """A widget and the presenter behind it.

    A widget the keys can come back to after a crash carries its permanent name as the property
    `field`.

    Attributes:
        actions: What can be done from anywhere on the screen, with their keys; the screen hangs
            them where they work, and F1 and Ctrl+K list them.
        belongs: Whether a meeting of a kind has the part; lighter ones do without some.
        instead: What the part shows in place of the items, when it is asked to.
        try_again: After trouble with the store, as for `kit.screen.Screen`.
        keys: What can be done only while a list of the part has the keys, by one letter or digit;
            it hangs there already, and is listed as the others are.
        below: A line of its own under the top bar, hidden while it has nothing to say.
        when_idle: Nobody is at the desk, as for `kit.screen.Screen`.
        hand_over: What is carried over to the screen that takes this one's place, and `take_over`
            what goes on with it, as for `kit.screen.Screen`.
        is_shared: Tells whether others look on, as for `kit.screen.Screen`.
    """

    widget: QWidget
    presenter: object
    actions: tuple[QAction, ...] = ()
    try_again: Callable[[], bool] | None = None
    keys: tuple[QAction, ...] = ()
    instead: Instead | None = None
    belongs: Callable[[MeetingKind], bool] = lambda _kind: True
    below: QWidget | None = None
    when_idle: Callable[[], bool] | None = None
    hand_over: Callable[[], Any] | None = None
    take_over: Callable[[Any], None] | None = None
    is_shared: Callable[[], bool] | None = None
