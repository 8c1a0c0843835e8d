"""Forms, notices, toasts: what is wrong is said where it is, and what was done can be undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.ui.kit import theme
from coordinator.ui.kit.entries import Ticks
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.notices import NoticeLine, ProgressLine, Toast
from coordinator.ui.kit.secrets import SecretField


def _form(qtbot: QtBot) -> tuple[Form, Field, Field]:
    name, day = Field("Name", line()), Field("Due date", line(), hint="A working day.")
    form = Form({"name": name, "due_on": day})
    qtbot.addWidget(form)
    form.show()
    return form, name, day


def test_a_fault_is_said_under_its_field_and_the_focus_goes_there(
    look: theme.Look, qtbot: QtBot
) -> None:
    form, name, day = _form(qtbot)
    elsewhere = form.show_faults({"due_on": "in-the-past", "place": "required"})
    assert day.fault.endswith(".")
    assert "Due date" in day.fault
    assert name.fault == ""
    assert form.focusWidget() is day.control
    assert day.fault in day.control.accessibleDescription()
    assert len(elsewhere) == 1


def test_a_mended_field_is_quiet_again(look: theme.Look, qtbot: QtBot) -> None:
    form, _name, day = _form(qtbot)
    form.show_faults({"due_on": "in-the-past"})
    form.show_faults({})
    assert day.fault == ""
    assert day.control.accessibleDescription() == "A working day."


def test_what_is_wrong_with_a_passphrase_goes_as_soon_as_another_is_typed(
    look: theme.Look, qtbot: QtBot
) -> None:
    field = SecretField("Passphrase", strength=lambda _typed: "good")
    qtbot.addWidget(field)
    field.line.setText("short")
    field.say_wrong("Too short.")
    field.forget()
    assert field.fault == "Too short."
    qtbot.keyClicks(field.line, "o")
    assert field.fault == ""


def test_a_notice_stays_until_it_is_dismissed(look: theme.Look, qtbot: QtBot) -> None:
    notice = NoticeLine()
    qtbot.addWidget(notice)
    notice.say("The disk is full.", "Free some space.")
    assert notice.text == "The disk is full. Free some space."
    notice.findChildren(QPushButton)[0].click()
    assert notice.text == ""


def test_a_toast_undoes_once(look: theme.Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    undone: list[bool] = []
    toast = Toast(window, "Moved to Friday", lambda: undone.append(True))
    assert toast.isVisible()
    toast.findChildren(QPushButton)[0].click()
    assert undone == [True]
    assert not toast.isVisible()


def test_short_work_shows_no_progress_and_long_work_can_be_stopped(
    look: theme.Look, qtbot: QtBot
) -> None:
    progress = ProgressLine()
    qtbot.addWidget(progress)
    progress.begin("Backing up")
    assert progress.isHidden()
    progress.end()
    qtbot.wait(600)
    assert progress.isHidden()
    progress.begin("Backing up")
    qtbot.waitUntil(progress.isVisible, timeout=2_000)
    with qtbot.waitSignal(progress.cancelled):
        progress.findChildren(QPushButton)[0].click()
    progress.end()


def test_a_long_line_to_tick_goes_on_below_and_its_words_tick_it(
    qtbot: QtBot, look: theme.Look
) -> None:
    long = "Repeated contact with police, ambulance or the emergency department " * 3
    ticks = Ticks(((1, long), (2, "Short")), (2,))
    qtbot.addWidget(ticks)
    ticks.resize(300, 400)
    ticks.show()
    assert ticks.width() == 300
    words = next(one for one in ticks.findChildren(QLabel) if one.text() == long)
    assert words.height() > 3 * words.fontMetrics().height()
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert ticks.values() == (1, 2)
