"""Six words as they are read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coordinator.ui.kit.labels import label
from coordinator.wording.translation import _

_A_LINE = 3


def spoken(words: tuple[str, ...], name: str) -> QLabel:
    """Show six words large enough to be read aloud, three on a line."""
    lines = [words[at : at + _A_LINE] for at in range(0, len(words), _A_LINE)]
    made = label("\n".join("   ".join(line) for line in lines), "code")
    made.setAccessibleName(_("{what}: {words}", what=name, words=", ".join(words)))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
