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
    made = _Wrapping(text) if wraps else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    return made


class _Wrapping(QLabel):
    """Words on as many lines as they need at the width they get.

    Qt asks how high they are at no width at all, one word to a line, and makes pages as high as
    that; here the least height is one line, and the height that counts is the one for the width.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self.fontMetrics().height())


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


def write(said: QLabel, words: str) -> None:
    """Write other words; the same words again leave the page as it lies."""
    if said.text() != words:
        said.setText(words)
