"""What holds of every page: named, reached by Tab, nothing cut off, nothing too small to hit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from coordinator.ui.kit import theme
from coordinator.ui.kit.tokens import Scheme
from tests.ui.driving import Shown, clear_away, settle
from tests.ui.pages.every_page import every_page
from tests.ui.pages.names_of_pages import NAMES
from tests.ui.panels import MadeUp

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
)
NAME = QAccessible.Text.Name
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Cell,
    QAccessible.Role.ListItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
}
LEAST_TARGET = 24
SIZES = (((1024, 700), 1.0), ((1024, 700), 1.6), ((1440, 900), 1.0), ((1024, 700), 2.0))


@dataclass
class Open:
    """A page on the screen."""

    name: str
    widget: QWidget
    asked: QSize
    """The size it had of its own accord."""

    def shown(self, *kinds: type[QWidget]) -> list[QWidget]:
        found = [one for kind in kinds for one in self.widget.findChildren(kind)]
        return [one for one in found if one.isVisibleTo(self.widget) and not _is_inside(one)]


def _is_inside(one: QWidget) -> bool:
    """Whether a widget is a part of another control: the line of a combo box, a header."""
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QScrollBar):
            return True
        parent = parent.parentWidget()
    return isinstance(one.parentWidget(), QLineEdit)  # the button that empties a line


Opener = Callable[..., Open]


@pytest.fixture
def opened(panel: MadeUp, qapp: QApplication) -> Iterator[Opener]:
    """Open a page by name, in a size and with text of a size."""

    def make(name: str, size: tuple[int, int] = (1024, 700), scale: float = 1.0) -> Open:
        look = theme.Look(Scheme.LIGHT, scale)
        theme.wear(qapp, look)
        found: Shown = next(one for one in every_page(panel, look) if one.name == name)
        widget = found.make()
        asked = widget.size()
        widget.resize(*size)
        widget.show()
        settle()
        return Open(name, widget, asked)

    yield make
    clear_away()
    theme.wear(qapp, theme.Look())


def test_every_page_is_among_those_looked_at(panel: MadeUp, look: theme.Look) -> None:
    assert sorted(one.name for one in every_page(panel, look)) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(opened: Opener, name: str) -> None:
    page = opened(name)
    unnamed = [
        f"{type(one).__name__} {getattr(one, 'text', str)()}"
        for one in page.shown(*CONTROLS)
        if not one.accessibleName().strip()
    ]
    assert unnamed == []


@pytest.mark.parametrize("name", NAMES)
def test_tab_visits_every_control_once_and_comes_round(opened: Opener, name: str) -> None:
    page = opened(name)
    wanted = {
        one
        for one in page.shown(*CONTROLS)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    visited: list[QWidget] = []
    one = page.widget.nextInFocusChain()
    while one is not None and one is not page.widget and len(visited) < 2_000:
        if one in wanted:
            visited.append(one)
        one = one.nextInFocusChain()
    assert len(visited) == len(set(visited))
    assert set(visited) == wanted
    unreachable = [
        other.accessibleName()
        for other in page.shown(*CONTROLS)
        if other.isEnabled() and not other.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert unreachable == []


@pytest.mark.parametrize("name", NAMES)
def test_the_key_goes_round_as_far_as_the_order_does(opened: Opener, name: str) -> None:
    page = opened(name)
    page.widget.activateWindow()
    settle()
    wanted = {
        one
        for one in page.shown(*CONTROLS)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not isinstance(one, QRadioButton)  # among these, and in groups, arrows go on
        if not (isinstance(one, QAbstractButton) and one.group() is not None)
    }
    missed = set(wanted)
    for _press in range(2 * len(wanted) + 40):  # what is no control of ours takes the keys as well
        QTest.keyClick(QApplication.focusWidget() or page.widget, Qt.Key.Key_Tab)
        missed.discard(QApplication.focusWidget())
        if not missed:
            break
    assert sorted(one.accessibleName() for one in missed) == []


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_no_words_are_cut_off(
    opened: Opener, name: str, size: tuple[int, int], scale: float
) -> None:
    page = opened(name, size, scale)
    cut = [
        f"{one.text()!r} {one.size().toTuple()}"
        for one in page.shown(QLabel)
        if isinstance(one, QLabel) and one.text() and _is_cut(one)
    ]
    cut += [
        f"{one.text()!r} {one.size().toTuple()} of {one.sizeHint().toTuple()}"
        for one in page.shown(QAbstractButton)
        if isinstance(one, QAbstractButton) and one.width() < one.minimumSizeHint().width() - 1
    ]
    assert cut == []


def _is_cut(label: QLabel) -> bool:
    needed = label.fontMetrics().boundingRect(
        QRect(0, 0, max(label.width(), 1), 100_000),
        int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0,
        label.text(),
    )
    return needed.width() > label.width() + 1 or needed.height() > label.height() + 3


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_wider_than_its_window(
    opened: Opener, name: str, size: tuple[int, int], scale: float
) -> None:
    page = opened(name, size, scale)
    assert page.widget.width() <= size[0]
    for area in page.shown(QScrollArea):
        assert isinstance(area, QScrollArea)
        inner = area.widget()
        assert inner is not None
        assert inner.width() <= area.viewport().width()


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_no_dialog_is_higher_than_its_window(
    opened: Opener, name: str, size: tuple[int, int], scale: float
) -> None:
    page = opened(name, size, scale)
    for dialog in (page.widget, *page.shown(QDialog)):
        if isinstance(dialog, QDialog):
            assert dialog.height() <= size[1]
            assert dialog.minimumSizeHint().height() <= size[1]
    if isinstance(page.widget, QDialog):
        assert page.asked.height() <= size[1]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_clicked_is_large_enough(opened: Opener, name: str) -> None:
    page = opened(name)
    small = [
        f"{one.accessibleName()} {one.size().toTuple()}"
        for one in page.shown(QAbstractButton, QLineEdit, QComboBox)
        if min(one.width(), one.height()) < LEAST_TARGET
    ]
    assert small == []


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_meets_no_control_without_a_name(opened: Opener, name: str) -> None:
    """Here as Qt tells it; `tests/accessibility_tree.py` looks from outside."""
    page = opened(name)
    root = QAccessible.queryAccessibleInterface(page.widget)
    unnamed = [
        f"{one.role()} {one.rect().size().toTuple()}"
        for one in _inside(root)
        if (one.role() in ROLES or one.state().focusable) and not one.text(NAME).strip()
    ]
    assert unnamed == []


def _inside(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(one.childCount()):
        child = one.child(at)
        if child.isValid() and not child.state().invisible:
            yield child
            yield from _inside(child)
