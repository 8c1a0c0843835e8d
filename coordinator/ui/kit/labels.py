"""Words on a page: plain text only, so that nothing somebody typed is read as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coordinator.ui.kit import drawing
from coordinator.ui.kit.theme import px, tokens


def label(text: str = "", kind: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label.

    Args:
        text: Shown as it is.
        kind: `title`, `section`, `figure`, `quiet`, `strong`, `fault`, `code`, `rail`, or none.
        wraps: Onto as many lines as it needs.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wraps)
    if wraps:
        # Ignored, so that one long word never pushes the page wider than the window.
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(1)
    return made


def heading(text: str, kind: str = "section") -> QLabel:
    """Make a heading; it wraps rather than widen the page."""
    return label(text, kind, wraps=True)


def sign(name: str, tint: str = "quiet", size: int = 18) -> QLabel:
    """Show an icon that repeats what stands beside it; nothing is read out for it."""
    made = QLabel()
    side = px(size)
    made.setPixmap(drawing.icon(name, getattr(tokens(), tint), side).pixmap(QSize(side, side)))
    made.setFixedSize(side, side)
    return made


def say_again(widget: QWidget, kind: str) -> None:
    """Give a widget another kind of look; the style sheet is asked anew."""
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
