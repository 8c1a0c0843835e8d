"""A part of the screen as the screen puts it together."""

from dataclasses import dataclass, field

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Joined:
    """A widget and the presenter behind it.

    Attributes:
        actions: What can be done from anywhere on the screen, with their keys; the screen hangs
            them where they work, and F1 and Ctrl+K list them.
        fields: Where the keys can be, by the permanent name the room notes: the widget there.
    """

    widget: QWidget
    presenter: object
    actions: tuple[QAction, ...] = ()
    fields: dict[str, QWidget] = field(default_factory=dict)
