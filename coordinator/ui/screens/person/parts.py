"""Small parts that the cards of a person's page share."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.ui.kit.boxes import column, flow, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.screens.person.steps import Step

Wished = Callable[[Step, object], None]
_MANY = 2  # from so many marks on, what can be done has a line of its own


def link(words: str, wished: Wished, step: Step, about: object = None, *, of: str = "") -> QWidget:
    """Make a quiet button for one step.

    Args:
        words: What it does.
        wished: Told when it is pressed.
        step: What it stands for.
        about: The line it is about.
        of: That line in words, for screen readers.
    """
    made: QPushButton = button(words, "link", name=": ".join(filter(None, (words, of))))
    made.clicked.connect(partial(_tell, wished, step, about))
    return made


def _tell(wished: Wished, step: Step, about: object, _checked: object = None) -> None:
    wished(step, about)


def titled(title: str, *links: QWidget) -> QWidget:
    """Make the head of a card, with what can be done to it at the end of the line."""
    return holder(row(widened(heading(title)), *links))


class Line(QWidget):
    """One quiet line in the place of a card, with the button that fills it."""

    def __init__(self, words: str, *links: QWidget) -> None:
        super().__init__()
        box = row(widened(label(words, "quiet", wraps=True)), *links)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)


def entry(
    strong: str,
    quiet: Iterable[str],
    *links: QWidget,
    marks: Iterable[QWidget] = (),
) -> QFrame:
    """Make one line of a list: what, then quietly what belongs to it, then what can be done."""
    words = column(label(strong, "strong", wraps=True), gap=2)
    about = told(quiet)
    if about:
        words.addWidget(label(about, "quiet", wraps=True))
    shown = tuple(marks)
    lines = ((*shown, *links),) if len(shown) < _MANY else (shown, links)
    for line in filter(None, lines):
        words.addWidget(flow(*line))
    return ruled(widened(holder(words)))


def told(parts: Iterable[str]) -> str:
    """Write parts as sentences: each begins large, those that end by themselves keep their end."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(_sentence(part) for part in said)


def _sentence(part: str) -> str:
    ends = part.rstrip('”"').endswith((".", "!", "?"))
    return f"{part[:1].upper()}{part[1:]}{'' if ends else '.'}"
