"""Words offered while a line is typed; what is typed stays as it is until one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_SEEN = 8  # offered at a time; the others by scrolling


def suggest(entry: QLineEdit, words: Sequence[str]) -> None:
    """Offer whole lines that hold what is typed, wherever in them it stands."""
    if not words:
        return
    offered = QCompleter(list(words), entry)
    offered.setFilterMode(Qt.MatchFlag.MatchContains)
    offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setMaxVisibleItems(_SEEN)
    entry.setCompleter(offered)
