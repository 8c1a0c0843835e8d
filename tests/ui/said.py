"""What a page says, which buttons it offers, and pressing one of them by its name."""

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget


def says(view: QWidget) -> list[str]:
    """Give the words of every label that is shown."""
    labels = view.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisibleTo(view)]


def buttons(view: QWidget) -> list[str]:
    """Give the words of every button that is shown."""
    buttons = view.findChildren(QPushButton)
    return [one.text() for one in buttons if one.isVisibleTo(view)]


def press(view: QWidget, name: str) -> None:
    """Press the button of this accessible name."""
    buttons = view.findChildren(QPushButton)
    next(one for one in buttons if one.accessibleName() == name).click()
    QApplication.processEvents()
