"""What was just done, said with its way back: two at once stand apart, each with its own."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.ui.kit import theme
from coordinator.ui.kit.notices import Toast
from tests.ui.driving import settle


def test_two_that_can_be_undone_stand_apart_and_each_undoes_its_own(look: theme.Look) -> None:
    page, undone = QWidget(), []
    page.resize(800, 600)
    page.show()
    first = Toast(page, "A seat was removed.", lambda: undone.append("seat"))
    second = Toast(page, "A phrase was removed.", lambda: undone.append("phrase"))
    settle()
    assert not first.geometry().intersects(second.geometry())
    assert page.rect().contains(first.geometry())
    at_the_foot = second.geometry()
    for one in (second, first):
        back = one.findChild(QPushButton)
        assert back is not None
        back.click()
        settle()
        if one is second:
            assert first.geometry().bottom() == at_the_foot.bottom()  # it comes down
    assert undone == ["phrase", "seat"]
    page.close()
    page.deleteLater()
    settle()


def test_a_pointer_that_rests_at_the_top_does_not_hold_what_is_said_at_the_foot(
    look: theme.Look,
) -> None:
    page = QWidget()
    page.resize(800, 600)
    page.show()
    QCursor.setPos(page.mapToGlobal(QPoint(10, 10)))
    settle()
    toast = Toast(page, "The agenda is issued.", None)
    settle()
    assert not toast.underMouse()
    page.close()
    page.deleteLater()
    settle()
