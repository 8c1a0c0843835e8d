"""One key that takes things back: first the words typed in a field, then what was done."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_idle_undo(event: QEvent, *, is_available: bool) -> bool:
    """Whether a field is asked if it wants the key for undoing, and has nothing to undo.

    Fields of the toolkit keep the key for themselves always: with the keys in an empty line
    nothing on the page could be taken back.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return not is_available and event.matches(QKeySequence.StandardKey.Undo)
