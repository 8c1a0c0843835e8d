"""How parts of a page lie: level in their line, in sight in a low window, words never cut off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.boxes import flow, page
from coordinator.ui.kit.controls import words
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Scheme
from coordinator.ui.shell.commands import Commands
from coordinator.ui.shell.rail import Rail
from tests.ui.driving import deeds, settle

_ADDRESS = "example" * 70


def _rail(window: QMainWindow) -> Rail:
    commands = Commands(window, deeds())
    rail = Rail("Kerrow Panel", commands.places, commands.foot, commands.below)
    window.setCentralWidget(rail)
    return rail


def test_what_is_lower_than_its_neighbour_stands_in_the_middle_of_the_line(
    look: theme.Look, qtbot: QtBot
) -> None:
    low, high, below = QWidget(), QWidget(), QWidget()
    for one, height in ((low, 20), (high, 40), (below, 30)):
        one.setFixedSize(100, height)
    line = flow(low, high, below)
    qtbot.addWidget(line)
    line.resize(220, line.heightForWidth(220))
    line.show()
    assert low.geometry().center().y() == high.geometry().center().y()
    assert below.y() > high.geometry().bottom()
    assert line.height() == below.geometry().bottom() + 1


def test_a_word_without_end_goes_on_below_and_is_still_the_same_word(
    look: theme.Look, qtbot: QtBot
) -> None:
    for made in (label(_ADDRESS, wraps=True), heading(_ADDRESS)):
        qtbot.addWidget(made)
        one_line = made.fontMetrics().height()
        assert made.heightForWidth(400) > 5 * one_line
        assert made.text() == _ADDRESS
        made.setText("Short")
        assert made.text() == "Short"
        assert made.heightForWidth(400) < 2 * one_line


def test_a_name_breaks_where_names_break(look: theme.Look, qtbot: QtBot) -> None:
    name = "Featherstonehaugh-Polkinghorne-Trevanion-Wolstenholme"
    made = heading(name)
    qtbot.addWidget(made)
    assert "\u200b" not in QLabel.text(made)


def test_every_place_and_the_lock_are_in_sight_in_a_low_window_with_large_text(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.wear(qapp, theme.Look(Scheme.LIGHT, 2.0))
    window = QMainWindow()
    qtbot.addWidget(window)
    rail = _rail(window)
    window.resize(1024, 700)
    window.show()
    rail.fit(1024)
    QApplication.processEvents()
    buttons = rail.findChildren(QPushButton)
    assert len(buttons) == 13
    for one in buttons:
        top = one.mapTo(window, QPoint(0, 0)).y()
        assert 0 <= top <= 700 - one.height(), one.accessibleName()
        assert one.visibleRegion().boundingRect().size() == one.size()
    assert len({one.height() for one in buttons}) == 1


def test_the_keys_of_the_rail_count_down_it(look: theme.Look, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window, deeds())
    wanted = [QKeySequence(f"Ctrl+{at}") for at in range(1, 10)]
    assert [action.shortcut() for action, _icon in commands.places] == [*wanted, "Ctrl+I"]


@pytest.mark.parametrize("lines", [2, 9, 14])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_a_text_of_several_lines_is_as_high_as_its_lines(
    look: theme.Look, qapp: QApplication, qtbot: QtBot, scale: float, lines: int
) -> None:
    theme.wear(qapp, replace(look, scale=scale))
    said = "\n".join(["I ring my sister."] * lines)
    wrapped = Area("Wrapped", "I ring my sister, and she comes along. " * lines)
    grows = Area("Text", said)
    body = page(grows, wrapped)
    qtbot.addWidget(body)
    body.resize(600, 3000)
    body.show()
    settle()
    for one in (grows, wrapped):
        assert one.verticalScrollBar().maximum() == 0
        assert one.height() == one.maximumHeight()


def test_a_field_for_some_lines_is_as_high_as_was_asked(look: theme.Look, qtbot: QtBot) -> None:
    low, high = words("One.", lines=3), words("One.", lines=11)
    body = page(low, high)
    qtbot.addWidget(body)
    body.resize(600, 900)
    body.show()
    settle()
    assert (low.height(), high.height()) == (low.maximumHeight(), high.maximumHeight())
    assert high.height() > 2 * low.height()


def test_a_form_ends_where_its_words_do(look: theme.Look, qtbot: QtBot) -> None:
    long = "It holds what they need, and no less would do. " * 4
    body = page(*(label(long, "quiet", wraps=True) for _at in range(20)), is_form=True)
    qtbot.addWidget(body)
    for width in (500, 900, 700):
        body.resize(width, 300)
        body.show()
        settle()
        inner = body.widget()
        layout = inner.layout() if inner else None
        assert inner is not None
        assert layout is not None
        needed = layout.totalHeightForWidth(inner.width())
        assert inner.height() == max(needed, body.viewport().height())
        assert body.verticalScrollBar().maximum() > 0
