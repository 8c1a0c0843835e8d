"""Words on a page: plain text only, so that nothing somebody typed is read as markup."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coordinator.ui.kit import drawing
from coordinator.ui.kit.theme import px, tokens

_MAY_BREAK = "\u200b"
_ENDLESS = re.compile(r"[^\s\u200b-]{30,}")
_PIECE = re.compile(r"(\S{6})(?=\w)")  # never before a mark that belongs to the letter before it


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


def widest_word(one: QLabel) -> int:
    """Give the pixels the longest word of a label takes: at less, words are cut."""
    one.ensurePolished()
    measure = one.fontMetrics()
    return max((measure.horizontalAdvance(word) + 1 for word in one.text().split()), default=0)


class _Wrapping(QLabel):
    """Words on as many lines as they need at the width they get.

    Qt asks how high they are at no width at all, one word to a line, and makes pages as high as
    that; here the least height is one line, and the height that counts is the one for the width.
    An address pasted from elsewhere has no blank to break at: it may break anywhere.
    """

    def __init__(self, text: str) -> None:
        super().__init__(_breakable(text))
        self._said = text
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self.fontMetrics().height())

    def text(self) -> str:
        return self._said

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(_breakable(text))


def _breakable(text: str) -> str:
    return _ENDLESS.sub(lambda word: _PIECE.sub(rf"\1{_MAY_BREAK}", word[0]), text)


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
